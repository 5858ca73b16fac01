//! The fields of one theme of an outcome that is being written.

use leptos::prelude::*;
use muloqot_domain::{ConsultationId, Decision, THEME_REASON_GRAPHEMES_MAX};

use super::{choosing::Choosing, draft::ThemeDraft, mistakes::field_id};
use crate::{
    locale::{Message, decision_name, outcome as o},
    reactive::derived,
    ui::{
        Button, ButtonKind, Field, Fieldset, Mistake, RadioGroup, RadioOption, TextArea, TextInput,
        TextKind,
    },
};

/// What is typed about a theme. Copied freely but for its identifier.
#[derive(Clone)]
pub struct ThemeFields {
    pub id: String,
    title: RwSignal<String>,
    decision: RwSignal<String>,
    reason: RwSignal<String>,
    comments: RwSignal<String>,
    document_title: RwSignal<String>,
    document_url: RwSignal<String>,
    document_size: RwSignal<String>,
}

impl ThemeFields {
    /// The fields as they were kept.
    pub fn of(draft: ThemeDraft) -> Self {
        Self {
            id: draft.id,
            title: RwSignal::new(draft.title),
            decision: RwSignal::new(draft.decision),
            reason: RwSignal::new(draft.reason),
            comments: RwSignal::new(draft.comments),
            document_title: RwSignal::new(draft.document_title),
            document_url: RwSignal::new(draft.document_url),
            document_size: RwSignal::new(draft.document_size),
        }
    }

    /// What is typed. Reactive.
    pub fn draft(&self) -> ThemeDraft {
        ThemeDraft {
            id: self.id.clone(),
            title: self.title.get(),
            decision: self.decision.get(),
            reason: self.reason.get(),
            comments: self.comments.get(),
            document_title: self.document_title.get(),
            document_url: self.document_url.get(),
            document_size: self.document_size.get(),
        }
    }
}

/// What is wrong with a field. Reactive.
pub fn error_at(mistakes: RwSignal<Vec<Mistake>>, id: String) -> Signal<Option<Message>> {
    derived(move || {
        mistakes.with(|all| all.iter().find(|it| it.field_id == id).map(|it| it.words.clone()))
    })
}

/// A group of fields under the theme's number (WCAG 1.3.1), each with what is wrong with it
/// (3.3.1), and the button that takes the theme out.
#[component]
pub fn ThemeFieldset(
    /// What is typed.
    fields: ThemeFields,
    /// Of which consultation.
    consultation: ConsultationId,
    /// Which of the themes it is, from 1.
    number: u64,
    /// What is wrong with the form.
    mistakes: RwSignal<Vec<Mistake>>,
    /// Takes it out.
    on_remove: Callback<()>,
) -> impl IntoView {
    let id = fields.id.clone();
    let at = {
        let id = id.clone();
        move |field: &str| field_id(&id, field)
    };
    let theme = id.clone();
    let error = move |field: &str| error_at(mistakes, field_id(&id, field));
    let decisions =
        Decision::ALL.iter().map(|it| RadioOption::new(it.as_str(), decision_name(*it)));
    let decisions: Vec<RadioOption> = decisions.collect();
    let comments = fields.comments;
    let comments_id = at("comments");
    let described = format!("{comments_id}-hint {comments_id}-error");
    let comments_error = error("comments");
    let is_choosing = RwSignal::new(false);
    let choose = Callback::new(move |()| is_choosing.update(|it| *it = !*it));
    view! {
        <li>
            <Fieldset id=at("group") legend=o::publish_theme(number)>
                <TextInput id=at("title") label=o::publish_theme_title() text=fields.title error=error("title")/>
                <RadioGroup
                    name=at("decision")
                    legend=o::publish_decision()
                    options=decisions
                    chosen=fields.decision
                    error=error("decision-taken_up")
                />
                <TextArea
                    id=at("reason")
                    label=o::publish_reason()
                    text=fields.reason
                    limit=THEME_REASON_GRAPHEMES_MAX
                    error=error("reason")
                />
                <Field
                    id=comments_id.clone()
                    label=o::publish_comments()
                    hint=o::publish_comments_hint()
                    error=comments_error
                >
                    <textarea
                        id=comments_id.clone()
                        rows="3"
                        aria-describedby=described
                        aria-invalid=move || comments_error.with(Option::is_some).then_some("true")
                        prop:value=move || comments.get()
                        on:input=move |event| comments.set(event_target_value(&event))
                    ></textarea>
                </Field>
                <div><Button label=o::publish_look() kind=ButtonKind::Quiet expanded=is_choosing on_press=choose/></div>
                {move || is_choosing.get().then(|| {
                    let (consultation, theme) = (consultation.clone(), theme.clone());
                    view! { <Choosing consultation theme links=comments/> }.into_any()
                })}
                <TextInput
                    id=at("document-title")
                    label=o::publish_document_title()
                    text=fields.document_title
                    error=error("document-title")
                />
                <TextInput
                    id=at("document-url")
                    label=o::publish_document_url()
                    text=fields.document_url
                    error=error("document-url")
                />
                <TextInput
                    id=at("document-size")
                    label=o::publish_document_size()
                    text=fields.document_size
                    kind=TextKind::Digits
                    error=error("document-size")
                />
                <Button label=o::publish_remove(number) kind=ButtonKind::Quiet on_press=on_remove/>
            </Fieldset>
        </li>
    }
}
