//! The form in which an officer tells what became of a consultation.

use leptos::prelude::*;
use muloqot_domain::{NewOutcome, OUTCOME_LEAD_GRAPHEMES_MAX, Problem, ProblemCode};

use super::{
    super::state::OutcomeState,
    draft::{OutcomeDraft, ThemeDraft},
    mistakes::{ADD_ID, LEAD_ID, check, field_id, mistakes_of},
    theme_fields::{ThemeFields, ThemeFieldset, error_at},
};
use crate::{
    accessibility::focus_by_id_when_there,
    backend::IdempotencyKey,
    locale::{m, outcome as o, problem_words, t},
    reactive::{derived, effect, spawn},
    ui::{Button, ButtonKind, Form, Mistake, Notice, NoticeKind, Row, Rows, TextArea},
};

/// The identifier of the form's heading.
const HEADING_ID: &str = "publish-heading";

/// The form: a lead, and any number of themes. Checked by the rule that the platform checks by;
/// what is wrong stands in a summary that takes the focus and at each field (WCAG 3.3.1, 3.3.3).
/// What is typed is kept on the device until it is published, and nothing is lost by a refusal.
#[component]
pub fn PublishForm(
    /// The outcome that is to be, or is to be changed.
    state: OutcomeState,
    /// Closes the form.
    on_close: Callback<()>,
) -> impl IntoView {
    let consultation = state.consultation.clone();
    let published = state.outcome.with_untracked(|outcome| {
        outcome.as_ref().map(|outcome| OutcomeDraft::of(outcome, &consultation))
    });
    let draft = OutcomeDraft::kept(&consultation).or(published).unwrap_or_default();
    let lead = RwSignal::new(draft.lead);
    let themes: Vec<ThemeFields> = draft.themes.into_iter().map(ThemeFields::of).collect();
    let themes = RwSignal::new(themes);
    let (mistakes, failure) =
        (RwSignal::new(Vec::<Mistake>::new()), RwSignal::new(None::<Problem>));
    let is_busy = RwSignal::new(false);
    // The same is sent under the same key, so that it is published once though an answer is lost.
    let sent = StoredValue::new(None::<(NewOutcome, IdempotencyKey)>);
    focus_by_id_when_there(LEAD_ID);
    let typed = move || OutcomeDraft {
        lead: lead.get(),
        themes: themes.with(|themes| themes.iter().map(ThemeFields::draft).collect()),
    };
    effect({
        let (consultation, mut is_first) = (consultation.clone(), true);
        move || {
            let typed = typed();
            // What was only opened is not begun.
            if !std::mem::take(&mut is_first) {
                typed.keep(&consultation);
            }
        }
    });
    let add = Callback::new(move |()| {
        let is_free = |id: &String| themes.with_untracked(|all| all.iter().all(|it| it.id != *id));
        let id = (1_u64..).map(|number| format!("t{number}")).find(is_free).unwrap_or_default();
        focus_by_id_when_there(&field_id(&id, "title"));
        let theme = ThemeFields::of(ThemeDraft { id, ..ThemeDraft::default() });
        themes.update(|themes| themes.push(theme));
    });
    let rows = {
        let state = state.clone();
        derived(move || {
            let state = state.clone();
            let row = move |(number, fields): (u64, ThemeFields)| {
                // Those after one that is taken out are numbered anew.
                let (id, state) = (fields.id.clone(), state.clone());
                let of = state.consultation.clone();
                Row::new(format!("{number} {id}"), move || {
                    let (id, state) = (id.clone(), state.clone());
                    let on_remove = Callback::new(move |()| {
                        themes.update(|themes| themes.retain(|theme| theme.id != id));
                        mistakes.set(Vec::new());
                        state
                            .announcer
                            .say(untrack(|| state.language.say(&o::publish_removed(number))));
                        focus_by_id_when_there(ADD_ID);
                    });
                    let fields = fields.clone();
                    let consultation = of.clone();
                    view! { <ThemeFieldset fields consultation number mistakes on_remove/> }
                        .into_any()
                })
            };
            (1..).zip(themes.get()).map(row).collect()
        })
    };
    let submit = Callback::new({
        let state = state.clone();
        move |()| {
            let typed = untrack(typed);
            failure.set(None);
            let before = state.outcome.with_untracked(|outcome| {
                outcome.as_ref().map(|it| (it.language.clone(), it.revision))
            });
            let language =
                before.as_ref().map_or_else(|| state.written_in.clone(), |it| it.0.clone());
            let new = typed.outcome(&state.consultation, language, before.map(|it| it.1));
            let new = match check(&typed, new) {
                Ok(new) => new,
                Err(found) => return mistakes.set(found),
            };
            mistakes.set(Vec::new());
            is_busy.set(true);
            let before = sent.get_value().filter(|(before, _)| *before == new);
            let (new, key) = before.unwrap_or_else(|| (new, IdempotencyKey::fresh()));
            sent.set_value(Some((new.clone(), key.clone())));
            let answer = state.backend.publish_outcome(&state.consultation, &new, &key);
            let state = state.clone();
            spawn(async move {
                let answer = answer.await;
                is_busy.try_set(false);
                match answer {
                    Ok(outcome) => {
                        OutcomeDraft::forget(&state.consultation);
                        state.announcer.say(untrack(|| state.language.say(&o::publish_done())));
                        state.tell(outcome);
                        on_close.try_run(());
                    }
                    Err(problem) => {
                        state.session.heed(&problem, &state.backend);
                        let found = match problem.code {
                            ProblemCode::Validation => mistakes_of(&problem, &typed),
                            _ => Vec::new(),
                        };
                        if found.is_empty() {
                            failure.try_set(Some(problem));
                        }
                        mistakes.try_set(found);
                    }
                }
            });
        }
    });
    let discard = Callback::new(move |()| {
        OutcomeDraft::forget(&consultation);
        on_close.run(());
    });
    view! {
        <Form
            id="publish"
            labelled_by=HEADING_ID
            mistakes=mistakes.into()
            on_submit=submit
            busy=is_busy
        >
            <h3 id=HEADING_ID>{t(o::publish_title())}</h3>
            <p class="field__hint">{t(m::compose_draft_kept())}</p>
            <TextArea
                id=LEAD_ID.to_owned()
                label=o::publish_lead()
                text=lead
                limit=OUTCOME_LEAD_GRAPHEMES_MAX
                error=error_at(mistakes, LEAD_ID.to_owned())
            />
            <ol role="list" class="publish__themes"><Rows each=rows/></ol>
            <Button label=o::publish_add() id=ADD_ID.to_owned() on_press=add/>
            <div role="alert">
                {move || failure.get().map(|problem| {
                    let words = t(o::publish_failed(problem_words(&problem)));
                    view! { <Notice kind=NoticeKind::Problem><p>{words}</p></Notice> }.into_any()
                })}
            </div>
            <div class="composer__actions">
                <Button label=o::publish_send() kind=ButtonKind::Primary r#type="submit" busy=is_busy/>
                <Button label=m::cancel() kind=ButtonKind::Quiet on_press=on_close/>
                <Button label=m::compose_discard() kind=ButtonKind::Quiet on_press=discard/>
            </div>
        </Form>
    }
}
