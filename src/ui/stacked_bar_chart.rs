//! How wholes are divided, as bars of several pieces.

use leptos::prelude::*;

use super::{
    Chart, Column,
    bar_chart::number_cell,
    chart::{filling, fillings, percent},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, stance_name, t, use_language};

/// One whole.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedBar {
    /// What it stands for.
    pub label: Message,
    /// How much of it each series is, in their order.
    pub values: Vec<u64>,
}

/// Where each piece of a whole begins and how long it is, in per mille. The pieces fill the
/// whole without gaps; those of nothing have no length.
#[must_use]
pub fn pieces(values: &[u64]) -> Vec<(u64, u64)> {
    let all = values.iter().fold(0, |all: u64, value| all.saturating_add(*value)).max(1);
    // What is too much to be multiplied is divided first.
    let place =
        |sum: u64| sum.checked_mul(1_000).map_or_else(|| sum / (all / 1_000), |it| it / all);
    let mut sum: u64 = 0;
    let piece = |value: &u64| {
        let from = place(sum);
        sum = sum.saturating_add(*value);
        (from, place(sum) - from)
    };
    values.iter().map(piece).collect()
}

/// Wholes, each as a bar of pieces with a list of what they are below it. The pieces are told
/// apart by their filling, whatever the colours (WCAG 1.4.1); the list has the same filling,
/// the name and the number, so that no legend has to be kept in mind.
#[component]
pub fn StackedBarChart(
    /// Its identifier.
    id: String,
    /// What it shows.
    title: Message,
    /// What is to be seen in it, in a sentence.
    summary: Message,
    /// What the bars stand for.
    name_column: Message,
    /// The names of the series.
    series: Vec<Message>,
    /// The bars, in their order.
    bars: Vec<StackedBar>,
) -> impl IntoView {
    let language = use_language();
    let mut columns = vec![Column::words(name_column).sortable()];
    columns.extend(series.iter().map(|name| Column::numbers(name.clone()).sortable()));
    let row = |bar: &StackedBar| {
        let name = super::Cell::Words(bar.label.clone());
        core::iter::once(name).chain(bar.values.iter().copied().map(number_cell)).collect()
    };
    let rows = bars.iter().map(row).collect();
    let fillings = fillings(&id, series.len());
    let bar = |StackedBar { label, values }: StackedBar| {
        let piece = |(at, (from, length)): (usize, (u64, u64))| {
            let fill = filling(&id, at);
            view! { <rect x=percent(from) width=percent(length) height="100%" fill=fill></rect> }
                .into_any()
        };
        let part = |(at, (name, value)): (usize, (Message, u64))| {
            view! {
                <li>
                    <svg class="chart-swatch" aria-hidden="true" focusable="false">
                        <rect width="100%" height="100%" fill=filling(&id, at)></rect>
                    </svg>
                    {t(name)}
                    " "
                    <strong>{move || language.number(value)}</strong>
                </li>
            }
            .into_any()
        };
        let pieces: Vec<AnyView> = pieces(&values)
            .into_iter()
            .enumerate()
            .filter(|(_, piece)| piece.1 > 0)
            .map(piece)
            .collect();
        let parts = series.iter().cloned().zip(values).enumerate().map(part).collect_view();
        view! {
            <li class="stacked-bar-chart__row">
                <span class="stacked-bar-chart__label">{t(label)}</span>
                <svg class="stacked-bar-chart__bar" aria-hidden="true" focusable="false">
                    {pieces}
                </svg>
                <ul class="chart-legend" role="list">{parts}</ul>
            </li>
        }
        .into_any()
    };
    let bars = bars.into_iter().map(bar).collect_view();
    view! {
        <Chart id title summary columns rows>
            {fillings}
            <ul class="stacked-bar-chart" role="list">{bars}</ul>
        </Chart>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.1.1", "1.3.1", "1.4.1", "1.4.10", "1.4.11"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_opens_or_closes)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(series: Vec<Message>, values: [Vec<u64>; 3]) -> AnyView {
        let names = [g::sample_samarkand(), g::sample_fergana(), g::sample_nukus()];
        let bar = |(label, values)| StackedBar { label, values };
        let bars = names.into_iter().zip(values).map(bar).collect();
        view! {
            <StackedBarChart
                id="stacked".to_owned()
                title=g::sample_chart()
                summary=g::sample_chart_summary()
                name_column=g::sample_region()
                series
                bars
            />
        }
        .into_any()
    }
    fn stances() -> Vec<Message> {
        muloqot_domain::Stance::ALL.iter().map(|stance| stance_name(*stance)).collect()
    }
    vec![
        Fixture::new("four pieces", || {
            shown(stances(), [vec![300, 80, 30, 10], vec![40, 120, 0, 9], vec![10, 10, 10, 10]])
        }),
        Fixture::new("six pieces", || {
            let mut series = stances();
            series.extend([m::stance_other(), g::sample_long()]);
            shown(series, [vec![1, 2, 3, 4, 5, 6], vec![6, 5, 4, 3, 2, 1], vec![1; 6]])
        }),
        Fixture::new("nothing yet", || shown(stances(), [vec![0; 4], vec![0; 4], vec![0; 4]])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_the_whole_without_gaps() {
        assert_eq!(pieces(&[1, 1, 1]), [(0, 333), (333, 333), (666, 334)]);
        assert_eq!(pieces(&[7, 2, 0, 1]), [(0, 700), (700, 200), (900, 0), (900, 100)]);
    }

    #[test]
    fn pieces_of_nothing_have_no_length() {
        assert_eq!(pieces(&[0, 0]), [(0, 0), (0, 0)]);
        assert_eq!(pieces(&[]), Vec::<(u64, u64)>::new());
    }

    #[test]
    fn the_greatest_numbers_there_are_stay_within_the_whole() {
        let [one, other] = pieces(&[u64::MAX / 2, u64::MAX / 2])[..] else { panic!("two pieces") };
        assert_eq!(one.0 + one.1, other.0);
        assert!(other.0 + other.1 <= 1_001);
    }
}
