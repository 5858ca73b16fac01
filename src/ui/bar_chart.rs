//! Numbers beside each other, as bars.

use leptos::prelude::*;

use super::{
    Cell, Chart, Column,
    chart::percent,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, t, use_language};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: Message,
    /// How much it is.
    pub value: u64,
}

/// How long each bar is, in per mille of the longest. A bar of something is never so short that
/// it looks like nothing.
#[must_use]
pub fn bar_lengths(values: &[u64]) -> Vec<u64> {
    let longest = values.iter().copied().max().unwrap_or_default().max(1);
    let length = |value: &u64| match value.checked_mul(1_000) {
        _ if *value == 0 => 0,
        Some(thousandfold) => (thousandfold / longest).max(4),
        // What is too much to be multiplied is divided first.
        None => value / (longest / 1_000),
    };
    values.iter().map(length).collect()
}

/// Bars with their name and number in words at each, so that they are read as a list, and
/// nothing is told by length or colour alone (WCAG 1.1.1, 1.4.1).
#[component]
pub fn BarChart(
    /// Its identifier.
    id: String,
    /// What it shows.
    title: Message,
    /// What is to be seen in it, in a sentence.
    summary: Message,
    /// What the bars stand for.
    name_column: Message,
    /// What is counted.
    value_column: Message,
    /// The bars, in their order.
    bars: Vec<Bar>,
) -> impl IntoView {
    let language = use_language();
    let columns =
        vec![Column::words(name_column).sortable(), Column::numbers(value_column).sortable()];
    let row = |bar: &Bar| vec![Cell::Words(bar.label.clone()), number_cell(bar.value)];
    let rows = bars.iter().map(row).collect();
    let lengths = bar_lengths(&bars.iter().map(|bar| bar.value).collect::<Vec<_>>());
    let bar = |(Bar { label, value }, length): (Bar, u64)| {
        view! {
            <li class="bar-chart__row">
                <span class="bar-chart__label">{t(label)}</span>
                " "
                <strong class="bar-chart__value">{move || language.number(value)}</strong>
                <svg class="bar-chart__bar" aria-hidden="true" focusable="false">
                    <rect width=percent(length) height="100%"></rect>
                </svg>
            </li>
        }
        .into_any()
    };
    let bars = bars.into_iter().zip(lengths).map(bar).collect_view();
    view! {
        <Chart id title summary columns rows>
            <ul class="bar-chart" role="list">{bars}</ul>
        </Chart>
    }
}

/// A number of things in a table.
pub(super) fn number_cell(value: u64) -> Cell {
    Cell::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.1.1", "1.3.1", "1.4.1", "1.4.10", "1.4.11"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_opens_or_closes)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(samarkand: u64, fergana: u64, third: Message, nukus: u64) -> AnyView {
        let bars = vec![
            Bar { label: g::sample_samarkand(), value: samarkand },
            Bar { label: g::sample_fergana(), value: fergana },
            Bar { label: third, value: nukus },
        ];
        view! {
            <BarChart
                id="bars".to_owned()
                title=g::sample_chart()
                summary=g::sample_chart_summary()
                name_column=g::sample_region()
                value_column=g::sample_votes()
                bars
            />
        }
        .into_any()
    }
    vec![
        Fixture::new("three bars", || shown(4_210, 987, g::sample_nukus(), 320)),
        Fixture::new("nothing yet", || shown(0, 0, g::sample_nukus(), 0)),
        Fixture::new("one by far the longest", || shown(98_000_000, 1_200, g::sample_nukus(), 1)),
        Fixture::new("a long name", || shown(420, 310, g::sample_long(), 96)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_fills_the_width_and_the_rest_is_in_proportion() {
        assert_eq!(bar_lengths(&[50, 100, 25]), [500, 1_000, 250]);
    }

    #[test]
    fn something_never_looks_like_nothing() {
        assert_eq!(bar_lengths(&[1_000_000, 1, 0]), [1_000, 4, 0]);
    }

    #[test]
    fn nothing_at_all_has_no_length() {
        assert_eq!(bar_lengths(&[0, 0]), [0, 0]);
        assert_eq!(bar_lengths(&[]), Vec::<u64>::new());
    }

    #[test]
    fn the_greatest_numbers_there_are_do_no_harm() {
        assert_eq!(bar_lengths(&[u64::MAX, 0, 1]), [1_000, 0, 4]);
    }
}
