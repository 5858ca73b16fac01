//! How a comment will read.

use std::sync::Arc;

use leptos::{ev::FocusEvent, prelude::*};
use muloqot_domain::{Author, LanguageTag, Quote, ShownAs, Stance, shown_author};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Place, attaching::Attached, shown_as::wanted};
use crate::{
    accessibility::{focus_by_id, focus_by_id_when_there, use_announcer},
    consultation::{ASKED_FOR_STYLE, quotation::Quotation, writing_words::in_words},
    locale::{author_words, m, t, use_language, writing as w},
    session::use_session,
    ui::{Button, ButtonKind, Prose, StanceTag},
};

/// What is typed, to be looked at before it is sent.
#[derive(Clone)]
pub struct Draught {
    /// What is being written.
    pub place: Place,
    /// The text as typed.
    pub text: RwSignal<String>,
    /// The stance as chosen.
    pub stance: RwSignal<String>,
    /// By what its author is to be known, as chosen.
    pub shown_as: RwSignal<String>,
    /// What is quoted.
    pub quote: Signal<Option<Quote>>,
    /// What the comment quotes that is changed: a change leaves it as it is.
    pub lasting_quote: Option<Quote>,
    /// The files to go with it.
    pub attached: Attached,
    /// Whether it is being looked at.
    pub is_shown: RwSignal<bool>,
    /// The identifier of the field that had the focus last.
    pub last_field: StoredValue<String>,
}

impl Draught {
    /// Shows it, or goes on writing.
    pub fn toggle(&self) {
        self.is_shown.update(|is_shown| *is_shown = !*is_shown);
    }

    /// Notes which field has the focus.
    pub fn note_field(&self, event: &FocusEvent) {
        let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(field) = element.filter(|it| it.matches("textarea, input").unwrap_or_default())
        {
            self.last_field.set_value(field.id());
        }
    }

    fn title_id(&self) -> String {
        format!("preview-{}", self.place.slug())
    }

    fn leave(&self) {
        self.is_shown.set(false);
        let field = self.last_field.get_value();
        if !focus_by_id(&field) {
            focus_by_id(&self.place.text_id());
        }
    }
}

/// How the comment will read, made of what the thread itself shows comments with. It takes the
/// focus when it comes and says that nothing was sent (WCAG 4.1.3); leaving it, by its button or
/// by Escape, gives the focus back to the field it was in, where the cursor stands as it did
/// (2.4.3). It follows what is typed on.
pub fn preview(draught: Draught) -> impl IntoView {
    move || {
        let draught = draught.clone();
        draught.is_shown.get().then(|| {
            let content = move || view! { <Preview draught=draught.clone()/> }.into_any();
            in_words(Arc::new(content))
        })
    }
}

#[component]
fn Preview(draught: Draught) -> impl IntoView {
    let (session, _) = use_session();
    let (language, announcer) = (use_language(), use_announcer());
    let title_id = draught.title_id();
    focus_by_id_when_there(&title_id);
    announcer.say(untrack(|| language.say(&w::preview_note())));
    let Draught { text, stance, shown_as, quote, lasting_quote, attached, .. } = draught.clone();
    let author = move || {
        let person = session.person();
        let shown_as = shown_as.with(|chosen| wanted(person.as_ref(), chosen));
        let shown_as = shown_as.unwrap_or(ShownAs::Name);
        person.map(|person| {
            let shown = shown_author(shown_as, Some(person.name), person.district);
            language.say(&author_words(Author { is_reader: true, ..shown }))
        })
    };
    let side = move || {
        let stance = stance.with(|stance| stance.parse::<Stance>()).ok()?;
        Some(view! { <StanceTag stance/> }.into_any())
    };
    let words = move || {
        let typed = text.with(|text| text.trim().to_owned());
        if typed.is_empty() {
            return view! { <p>{t(w::preview_empty())}</p> }.into_any();
        }
        let lang = LanguageTag::guess(&typed, language.locale());
        view! { <Prose text=typed lang class="comment__text prose"/> }.into_any()
    };
    let quoted = move || {
        let quote = quote.get().or_else(|| lasting_quote.clone())?;
        Some(view! { <Quotation quote/> }.into_any())
    };
    let files = move || {
        let described = attached.descriptions();
        (!described.is_empty()).then(|| {
            let items = described.into_iter().map(|it| view! { <li dir="auto">{it}</li> });
            let items = items.collect_view();
            view! { <ul class="comment__files" role="list" aria-label=t(m::attachments())>{items}</ul> }
                .into_any()
        })
    };
    let leave = Callback::new(move |()| draught.leave());
    view! {
        <link rel="stylesheet" href=ASKED_FOR_STYLE/>
        <section
            class="preview"
            aria-labelledby=title_id.clone()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    leave.run(());
                }
            }
        >
            <h4 id=title_id.clone() tabindex="-1">{t(w::preview_title())}</h4>
            <p class="composer__guidance">{t(w::preview_note())}</p>
            <div class="preview__comment">
                <p class="comment__author">{author}</p>
                <p class="comment__meta">{side}</p>
                {quoted}
                {words}
                {files}
            </div>
            <Button label=w::preview_back() kind=ButtonKind::Quiet on_press=leave/>
        </section>
    }
}
