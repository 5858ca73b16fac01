//! Files to hand in.

use leptos::{ev::Event, prelude::*};
use muloqot_domain::{FileLimits, check_file};
use send_wrapper::SendWrapper;

use super::{
    Button, ButtonKind, Fieldset, Notice, NoticeKind,
    field::is_wrong,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there, use_announcer},
    locale::{
        Message, Value, file_limit_words, file_refusal_words, file_size, gallery as g, isolated,
        list_words, m, t, use_language,
    },
};

/// A file that was chosen.
#[derive(Clone, Debug)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The file itself; none where there is no browser.
    pub content: Option<SendWrapper<web_sys::File>>,
}

/// A field for files: each press adds to those that are there, each file has a button that
/// takes it out, and a file that is refused costs none of the others; the reason names it
/// (WCAG 3.3.1, 3.3.3). The native field is under its label, which looks like a button: its own
/// words are in the browser's language and would tell of the last choice alone. What happened
/// is announced (4.1.3), and after a file is taken out the focus goes to the next one (2.4.3).
/// Names and sizes are looked at here; what is in a file is for the server to check.
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
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let take = move |event: Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        let given = input.files();
        let given = given.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
        let mut reasons = Vec::new();
        let mut taken = Vec::new();
        for file in given {
            // No file has as many bytes as a float cannot count.
            let (name, bytes) = (file.name(), file.size() as u64);
            let verdict = files.with_untracked(|files| {
                let before = files.iter().map(|file| (file.name.as_str(), file.bytes));
                check_file(&name, bytes, before, &limits)
            });
            match verdict {
                Ok(()) => {
                    taken.push(Value::from(isolated(&name)));
                    let content = Some(SendWrapper::new(file));
                    files.update(|files| files.push(ChosenFile { name, bytes, content }));
                }
                Err(refusal) => reasons.push(file_refusal_words(refusal, &name, &limits)),
            }
        }
        if !taken.is_empty() {
            announcer.say(language.say(&m::file_added(list_words(taken))));
        }
        refused.set(reasons);
        // The same file can be chosen again, once it is put right.
        input.set_value("");
    };
    let start = id.clone();
    let remove_id = move |at: usize| format!("{start}-remove-{at}");
    let input_id = id.clone();
    let remove = {
        let remove_id = remove_id.clone();
        move |at: usize| {
            let Some(gone) = files.try_update(|files| (at < files.len()).then(|| files.remove(at)))
            else {
                return;
            };
            if let Some(gone) = gone {
                announcer.say(untrack(|| language.say(&m::file_removed(isolated(&gone.name)))));
            }
            match files.with_untracked(Vec::len) {
                0 => _ = focus_by_id(&input_id),
                left => focus_by_id_when_there(&remove_id(at.min(left - 1))),
            }
        }
    };
    let row = move |(at, file): (usize, ChosenFile)| {
        let remove = remove.clone();
        let on_press = Callback::new(move |()| remove(at));
        let name = m::remove_it(isolated(&file.name));
        view! {
            <li class="file-field__file">
                <span><bdi>{file.name}</bdi>" "<span class="file-field__size">{t(file_size(file.bytes))}</span></span>
                <Button label=m::remove() name kind=ButtonKind::Quiet id=remove_id(at) on_press/>
            </li>
        }
        .into_any()
    };
    let accept: String = limits
        .extensions
        .iter()
        .map(|extension| format!(".{extension}"))
        .collect::<Vec<_>>()
        .join(",");
    view! {
        <Fieldset id=id.clone() legend hint=file_limit_words(&limits) error class="file-field">
            <div class="file-field__choose">
                <label for=id.clone() class="button">{t(m::file_add())}</label>
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
                {move || files.get().into_iter().enumerate().map(row.clone()).collect_view()}
            </ul>
        </Fieldset>
    }
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
        extensions: &["pdf", "docx", "jpg", "png"],
        bytes_max: 10_000_000,
        files_max: 5,
    };
    fn shown(names: &[(&str, u64)], refused: Vec<Message>, error: Option<Message>) -> AnyView {
        let file = |(name, bytes): &(&str, u64)| ChosenFile {
            name: (*name).to_owned(),
            bytes: *bytes,
            content: None,
        };
        let files = RwSignal::new(names.iter().map(file).collect());
        let (legend, refused) = (g::sample_files(), RwSignal::new(refused));
        view! { <FileField id="files" legend limits=LIMITS files refused error=error/> }.into_any()
    }
    const LETTER: (&str, u64) = ("Ariza.pdf", 245_000);
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
        Fixture::new("a long name and one from right to left", || {
            let long = format!("{}.pdf", "hujjat_".repeat(20));
            shown(&[(&long, 900), ("رسالة.pdf", 64_000)], vec![], None)
        }),
    ]
}
