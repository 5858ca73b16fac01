//! A date that a person knows.

use leptos::prelude::*;
use muloqot_domain::{DatePart, DateRefusal, TypedDate};

use super::{
    Fieldset,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, date_refusal_words, gallery as g, m, t};

/// The identifier of one of the three fields, for a link to what is wrong.
#[must_use]
pub fn date_part_id(id: &str, part: DatePart) -> String {
    let part = match part {
        DatePart::Day => "day",
        DatePart::Month => "month",
        DatePart::Year => "year",
    };
    format!("{id}-{part}")
}

/// Three short text fields for day, month and year, in a native fieldset (WCAG 1.3.1), each
/// with its own label. Not `input type="date"`: its parts cannot be spoken by name, its
/// calendar speaks the browser's language and not the reader's, and a date of birth is far to
/// go in it. What is typed stays as it is, the error names the part (3.3.1, 3.3.3), and that
/// part alone is marked. The browser may fill in a birthday by itself (1.3.5).
#[component]
pub fn DateField(
    /// The start of the identifiers.
    #[prop(into)]
    id: String,
    /// What date is asked for.
    legend: Message,
    /// What is typed.
    date: RwSignal<TypedDate>,
    /// What to know before filling it in: an example.
    #[prop(optional_no_strip, into)]
    hint: Option<Message>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<Message>>,
    /// The part that is wrong; all three where it is none of them.
    #[prop(optional, into)]
    wrong: Signal<Option<DatePart>>,
    /// Whether it is the person's own date of birth.
    #[prop(optional)]
    birthday: bool,
    /// Whether it is on its way: it can be read then, and not changed.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let start = id.clone();
    let part = move |part: DatePart| {
        let (label, class, autocomplete) = match part {
            DatePart::Day => (m::date_day(), "date-field__part", "bday-day"),
            DatePart::Month => (m::date_month(), "date-field__part", "bday-month"),
            DatePart::Year => {
                (m::date_year(), "date-field__part date-field__part--year", "bday-year")
            }
        };
        let id = date_part_id(&start, part);
        let is_wrong =
            move || error.with(Option::is_some) && wrong.get().is_none_or(|wrong| wrong == part);
        view! {
            <div class=class>
                <label for=id.clone()>{t(label)}</label>
                <input
                    type="text"
                    id=id.clone()
                    name=id
                    inputmode="numeric"
                    autocomplete=if birthday { autocomplete } else { "off" }
                    aria-invalid=move || is_wrong().then_some("true")
                    readonly=move || busy.get()
                    prop:value=move || date.with(|date| typed(date, part).clone())
                    on:input=move |event| {
                        date.update(|date| *typed_mut(date, part) = event_target_value(&event));
                    }
                />
            </div>
        }
        .into_any()
    };
    view! {
        <Fieldset id legend hint error class="date-field">
            {[DatePart::Day, DatePart::Month, DatePart::Year].map(part).collect_view()}
        </Fieldset>
    }
}

fn typed(date: &TypedDate, part: DatePart) -> &String {
    match part {
        DatePart::Day => &date.day,
        DatePart::Month => &date.month,
        DatePart::Year => &date.year,
    }
}

fn typed_mut(date: &mut TypedDate, part: DatePart) -> &mut String {
    match part {
        DatePart::Day => &mut date.day,
        DatePart::Month => &mut date.month,
        DatePart::Year => &mut date.year,
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.3.5", "3.3.1", "3.3.2", "3.3.3", "4.1.2"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_submits)],
};

/// Every state of a date.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(parts: [&str; 3], refusal: Option<DateRefusal>, busy: bool) -> AnyView {
        let [day, month, year] = parts.map(str::to_owned);
        let date = RwSignal::new(TypedDate { day, month, year });
        let error = Signal::stored(refusal.map(date_refusal_words));
        let wrong = Signal::stored(refusal.and_then(DateRefusal::part));
        let (legend, hint) = (g::sample_birthday(), g::sample_birthday_hint());
        view! { <DateField id="birth" legend date hint error wrong birthday=true busy/> }.into_any()
    }
    fn refused(parts: [&str; 3]) -> AnyView {
        let [day, month, year] = parts.map(str::to_owned);
        shown(parts, TypedDate { day, month, year }.read().err(), false)
    }
    vec![
        Fixture::new("empty", || shown(["", "", ""], None, false)),
        Fixture::new("filled in", || shown(["27", "3", "1954"], None, false)),
        Fixture::new("busy", || shown(["27", "3", "1954"], None, true)),
        Fixture::new("missing, with an error", || refused(["", "", ""])),
        Fixture::new("a month that cannot be", || refused(["27", "13", "1954"])),
        Fixture::new("a year without its century", || refused(["27", "3", "54"])),
        Fixture::new("no such day in that month", || refused(["31", "4", "1954"])),
    ]
}
