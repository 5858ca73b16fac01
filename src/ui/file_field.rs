//! Files to hand in.

use std::sync::Arc;

use js_sys::Uint8Array;
use leptos::{ev::Event, prelude::*};
use muloqot_domain::{FileLimits, FileRefusal, check_amount, check_file};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::JsFuture;

use super::{
    Button, ButtonKind, Fieldset, Notice, NoticeKind, Row, Rows, TextInput,
    field::is_wrong,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there, use_announcer},
    locale::{
        Message, Value, attaching as a, file_limit_words, file_refusal_words, file_size,
        gallery as g, isolated, list_words, m, t, use_language,
    },
    reactive::{derived, spawn},
};

/// The styles of files, for what shows some: they are in no page from the start.
pub const FILE_STYLE: &str = "/style/attaching.css";

/// A file that was chosen.
#[derive(Clone, Debug)]
pub struct ChosenFile {
    /// Tells it apart from all others of the field.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The file itself; none where it was chosen before the page was there.
    pub content: Option<SendWrapper<web_sys::File>>,
}

/// Says by the content of a file whether it is taken.
pub type JudgeContent = fn(&[u8]) -> Result<(), FileRefusal>;

/// Makes what stands under a file.
pub type UnderFile = Arc<dyn Fn(ChosenFile) -> AnyView + Send + Sync>;

/// A field for files: each press adds to those that are there, each file has a button that
/// takes it out, and a file that is refused costs none of the others; the reason names it
/// (WCAG 3.3.1, 3.3.3). The native field is under its label, which looks like a button: its own
/// words are in the browser's language and would tell of the last choice alone. What happened
/// is announced (4.1.3), and after a file is taken out the focus goes to the next one (2.4.3).
/// Names and sizes are looked at here, and the content instead of the name where that is asked
/// for; what comes of it is for the server to check. A file whose content was left behind with
/// another page can be chosen again.
#[component]
pub fn FileField(
    /// The identifier of the control, and the start of the others.
    #[prop(into)]
    id: String,
    /// What is to be handed in.
    legend: Message,
    /// What is taken.
    limits: FileLimits,
    /// The files that were chosen.
    files: RwSignal<Vec<ChosenFile>>,
    /// Why others were not taken.
    refused: RwSignal<Vec<Message>>,
    /// What is wrong with the field itself, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// Judges what is in a file; without it the end of its name is believed.
    #[prop(optional)]
    judge: Option<JudgeContent>,
    /// Makes what stands under each file, if anything does.
    #[prop(optional)]
    under: Option<UnderFile>,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let take = move |event: Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        let given = input.files();
        let given = given.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
        let given: Vec<SendWrapper<web_sys::File>> = given.map(SendWrapper::new).collect();
        // The same file can be chosen again, once it is put right.
        input.set_value("");
        spawn(async move {
            let mut reasons = Vec::new();
            let mut taken = Vec::new();
            for file in given {
                let name = file.name();
                match admit(file, files, &limits, judge).await {
                    Ok(()) => taken.push(Value::from(isolated(&name))),
                    Err(refusal) => reasons.push(file_refusal_words(refusal, &name, &limits)),
                }
            }
            if !taken.is_empty() {
                announcer.say(untrack(|| language.say(&a::file_added(list_words(taken)))));
            }
            // The field may be gone by now.
            refused.try_set(reasons);
        });
    };
    let start = id.clone();
    let remove_id = move |number: usize| format!("{start}-remove-{number}");
    let input_id = id.clone();
    let remove = {
        let remove_id = remove_id.clone();
        move |number: usize| {
            let gone = files.try_update(|files| {
                let at = files.iter().position(|file| file.number == number)?;
                let gone = files.remove(at);
                let next = files.get(at).or_else(|| files.last()).map(|file| file.number);
                Some((gone, next))
            });
            let Some((gone, next)) = gone.flatten() else { return };
            announcer.say(untrack(|| language.say(&a::file_removed(isolated(&gone.name)))));
            match next {
                None => _ = focus_by_id(&input_id),
                Some(next) => focus_by_id_when_there(&remove_id(next)),
            }
        }
    };
    let row = move |file: ChosenFile| {
        let (remove, number) = (remove.clone(), file.number);
        let on_press = Callback::new(move |()| remove(number));
        let name = m::remove_it(isolated(&file.name));
        let under = under.as_ref().map(|under| under(file.clone()));
        view! {
            <li class="file-field__file">
                <span><bdi>{file.name}</bdi>" "<span class="file-field__size">{t(file_size(file.bytes))}</span></span>
                <Button label=m::remove() name kind=ButtonKind::Quiet id=remove_id(number) on_press/>
                {under}
            </li>
        }
        .into_any()
    };
    let rows = derived(move || {
        let row = |file: ChosenFile| {
            let row = row.clone();
            Row::new(file.number.to_string(), move || row(file.clone()))
        };
        files.get().into_iter().map(row).collect()
    });
    let accept: String = limits
        .kinds
        .iter()
        .copied()
        .flatten()
        .map(|extension| format!(".{extension}"))
        .collect::<Vec<_>>()
        .join(",");
    view! {
        <Fieldset id=id.clone() legend hint=file_limit_words(&limits) error class="file-field">
            <div class="file-field__choose">
                <label for=id.clone() class="button">{t(a::file_add())}</label>
                <input type="file" id=id.clone() name=id multiple=true accept=accept aria-invalid=is_wrong(error) on:change=take/>
            </div>
            <div role="alert">
                {move || refused.with(|refused| (!refused.is_empty()).then(|| {
                    let reason = |reason: &Message| view! { <p>{t(reason.clone())}</p> }.into_any();
                    let reasons = refused.iter().map(reason).collect_view();
                    view! { <Notice kind=NoticeKind::Problem>{reasons}</Notice> }.into_any()
                }))}
            </div>
            <ul class="file-field__files" role="list">
                <Rows each=rows/>
            </ul>
        </Fieldset>
    }
}

/// Adds a file to those that are there, or says why not.
async fn admit(
    file: SendWrapper<web_sys::File>,
    files: RwSignal<Vec<ChosenFile>>,
    limits: &FileLimits,
    judge: Option<JudgeContent>,
) -> Result<(), FileRefusal> {
    // No file has as many bytes as a float cannot count.
    let (name, bytes) = (file.name(), file.size() as u64);
    let is_same = |other: &ChosenFile| other.name == name && other.bytes == bytes;
    let is_left = |other: &ChosenFile| is_same(other) && other.content.is_none();
    let verdict = files.try_with_untracked(|files| {
        let others = files.iter().filter(|other| !is_left(other));
        let others = others.map(|other| (other.name.as_str(), other.bytes));
        match judge {
            Some(_) => check_amount(&name, bytes, others, limits),
            None => check_file(&name, bytes, others, limits),
        }
    });
    verdict.unwrap_or(Ok(()))?;
    if let Some(judge) = judge {
        let buffer = JsFuture::from(file.array_buffer()).await;
        // What the device does not give cannot be sent either.
        let buffer = buffer.map_err(|_| FileRefusal::Empty)?;
        judge(&Uint8Array::new(&buffer).to_vec())?;
    }
    let content = Some(file);
    let admitted = files.try_update(|files| {
        if let Some(left) = files.iter_mut().find(|other| is_left(other)) {
            left.content = content;
            return Ok(());
        }
        // While one was looked at others may have come.
        let before = files.iter().map(|other| (other.name.as_str(), other.bytes));
        check_amount(&name, bytes, before, limits)?;
        let number = files.iter().map(|other| other.number + 1).max().unwrap_or_default();
        files.push(ChosenFile { number, name: name.clone(), bytes, content });
        Ok(())
    });
    admitted.unwrap_or(Ok(()))
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "2.1.1", "2.4.3", "2.5.3", "2.5.8", "3.3.1", "3.3.2", "3.3.3", "4.1.3"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_presses)],
};

/// Every state of the field.
pub fn fixtures() -> Vec<Fixture> {
    use muloqot_domain::FileRefusal;
    const LIMITS: FileLimits = FileLimits {
        kinds: &[&["pdf"], &["docx"], &["jpg", "jpeg"], &["png"]],
        bytes_max: 10_000_000,
        files_max: 5,
    };
    fn shown(names: &[(&str, u64)], refused: Vec<Message>, error: Option<Message>) -> AnyView {
        let file = |(number, (name, bytes)): (usize, &(&str, u64))| ChosenFile {
            number,
            name: (*name).to_owned(),
            bytes: *bytes,
            content: None,
        };
        let files = RwSignal::new(names.iter().enumerate().map(file).collect());
        let (legend, refused) = (g::sample_files(), RwSignal::new(refused));
        view! { <FileField id="files" legend limits=LIMITS files refused error=error/> }.into_any()
    }
    const LETTER: (&str, u64) = ("Ariza.pdf", 245_000);
    fn described() -> AnyView {
        let letter =
            ChosenFile { number: 0, name: LETTER.0.into(), bytes: LETTER.1, content: None };
        let (files, refused) = (RwSignal::new(vec![letter]), RwSignal::new(Vec::new()));
        let under: UnderFile = Arc::new(|file| {
            let (id, text) = (format!("about-{}", file.number), RwSignal::new(String::new()));
            view! { <TextInput id label=g::sample_summary() text/> }.into_any()
        });
        let legend = g::sample_files();
        view! { <FileField id="files" legend limits=LIMITS files refused under/> }.into_any()
    }
    vec![
        Fixture::new("empty", || shown(&[], vec![], None)),
        Fixture::new("two files", || shown(&[LETTER, ("rasm.jpg", 3_260_000)], vec![], None)),
        Fixture::new("two refused, one kept", || {
            let reason = |refusal, name| file_refusal_words(refusal, name, &LIMITS);
            let reasons = vec![
                reason(FileRefusal::TooBig, "video.pdf"),
                reason(FileRefusal::WrongKind, "dastur.exe"),
            ];
            shown(&[LETTER], reasons, None)
        }),
        Fixture::new("missing, with an error", || {
            shown(&[], vec![], Some(g::sample_files_missing()))
        }),
        Fixture::new("a field under the file", described),
        Fixture::new("a long name and one from right to left", || {
            let long = format!("{}.pdf", "hujjat_".repeat(20));
            shown(&[(&long, 900), ("رسالة.pdf", 64_000)], vec![], None)
        }),
    ]
}
