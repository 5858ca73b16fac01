//! How numbers went on, as lines.

use leptos::prelude::*;

use super::{
    Cell, Chart, Column,
    bar_chart::number_cell,
    chart::{percent, tone},
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, month_name, t, use_language};

/// How far two names at the ends of lines stand apart, in per mille of the height.
const NAME_HEIGHT: u64 = 130;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub label: Message,
    /// How much it was at each point.
    pub values: Vec<u64>,
}

/// The number at the top of the scale: the smallest of 2, 4, 6, 8 or 10 with zeros that is not
/// below the greatest value, so that half of it is a round number too.
#[must_use]
pub fn scale_top(greatest: u64) -> u64 {
    let mut unit: u64 = 1;
    while unit.checked_mul(10).is_some_and(|top| top < greatest) {
        unit *= 10;
    }
    [2, 4, 6, 8, 10]
        .into_iter()
        .filter_map(|factor| unit.checked_mul(factor))
        .find(|top| *top >= greatest)
        .unwrap_or(u64::MAX)
}

/// Where the points of a line are, in per mille from the left and from the top.
#[must_use]
pub fn points(values: &[u64], top: u64) -> Vec<(u64, u64)> {
    let steps = (values.len() as u64).saturating_sub(1);
    let point = |(at, value): (usize, &u64)| {
        let x = (at as u64 * 1_000).checked_div(steps).unwrap_or(500);
        let up =
            value.checked_mul(1_000).map_or_else(|| value / (top / 1_000), |it| it / top.max(1));
        (x, 1_000 - up.min(1_000))
    };
    values.iter().enumerate().map(point).collect()
}

/// Where names are put that want to stand at those heights: no two closer than a distance,
/// none below the whole, in the same order. Per mille from the top.
#[must_use]
pub fn spread(wanted: &[u64], distance: u64) -> Vec<u64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|at| wanted[*at]);
    let mut places = wanted.to_vec();
    let mut least = 0;
    for at in &order {
        places[*at] = places[*at].max(least);
        least = places[*at] + distance;
    }
    let mut most = 1_000;
    for at in order.iter().rev() {
        places[*at] = places[*at].min(most);
        most = places[*at].saturating_sub(distance);
    }
    places
}

/// Lines over the same points, told apart by the shape of their points and by their strokes,
/// with their names at their ends (WCAG 1.4.1). The drawing is hidden from screen readers,
/// which get the sentence and the table (1.1.1). Time runs from left to right in every
/// script.
#[component]
pub fn LineChart(
    /// Its identifier.
    id: String,
    /// What it shows.
    title: Message,
    /// What is to be seen in it, in a sentence.
    summary: Message,
    /// What the points stand for.
    name_column: Message,
    /// The points, in their order.
    names: Vec<Message>,
    /// The lines.
    lines: Vec<Line>,
) -> impl IntoView {
    let language = use_language();
    let greatest = lines.iter().flat_map(|line| line.values.iter().copied()).max();
    let top = scale_top(greatest.unwrap_or_default());
    let mut columns = vec![Column::words(name_column)];
    columns.extend(lines.iter().map(|line| Column::numbers(line.label.clone()).sortable()));
    let row = |(at, name): (usize, &Message)| {
        let value = |line: &Line| line.values.get(at).map_or(Cell::Missing, |it| number_cell(*it));
        core::iter::once(Cell::Words(name.clone())).chain(lines.iter().map(value)).collect()
    };
    let rows = names.iter().enumerate().map(row).collect();
    let drawn: Vec<Vec<(u64, u64)>> = lines.iter().map(|line| points(&line.values, top)).collect();
    let ends: Vec<u64> = drawn.iter().map(|line| line.last().map_or(1_000, |end| end.1)).collect();
    let name_places = spread(&ends, NAME_HEIGHT);
    let line = |(series, points): (usize, &Vec<(u64, u64)>)| line_view(series, points);
    let name = |((series, line), place): ((usize, &Line), u64)| {
        view! {
            <text class=format!("line-chart__name {}", tone(series)) x="100%" y=percent(place) dx="-8" dy="-8">
                {t(line.label.clone())}
            </text>
        }
        .into_any()
    };
    let drawing = drawn.iter().enumerate().map(line).collect_view();
    let end_names = lines.iter().enumerate().zip(name_places).map(name).collect_view();
    let scale = [top, top / 2, 0]
        .map(|value| view! { <span>{move || language.number(value)}</span> }.into_any())
        .collect_view();
    // The one in the middle is named where there is one.
    let middle = names.get(names.len() / 2).filter(|_| names.len() > 2 && names.len() % 2 == 1);
    let last = names.last().filter(|_| names.len() > 1);
    let shown_names = [names.first(), middle, last]
        .into_iter()
        .flatten()
        .map(|name| view! { <span>{t(name.clone())}</span> }.into_any())
        .collect_view();
    view! {
        <Chart id title summary columns rows>
            <div class="line-chart" aria-hidden="true">
                <div class="line-chart__scale">{scale}</div>
                <svg class="line-chart__plot" focusable="false">
                    <line class="line-chart__grid" x2="100%"></line>
                    <line class="line-chart__grid" x2="100%" y1="50%" y2="50%"></line>
                    <line class="line-chart__ground" x2="100%" y1="100%" y2="100%"></line>
                    {drawing}
                    {end_names}
                </svg>
                <div class="line-chart__names">{shown_names}</div>
            </div>
        </Chart>
    }
}

fn line_view(series: usize, points: &[(u64, u64)]) -> AnyView {
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let dash = match series % 4 {
        0 => None,
        1 => Some("8 4"),
        2 => Some("2 4"),
        _ => Some("12 4 2 4"),
    };
    // A disc, a square, a triangle, a diamond.
    let shape = match series % 4 {
        0 => "M-5 0a5 5 0 1 0 10 0 5 5 0 1 0-10 0",
        1 => "M-5-5H5V5H-5z",
        2 => "M0-6 6 5H-6z",
        _ => "M0-6 6 0 0 6-6 0z",
    };
    let mark = |(x, y): &(u64, u64)| {
        view! {
            <svg class="line-chart__mark" x=percent(*x) y=percent(*y)><path d=shape></path></svg>
        }
        .into_any()
    };
    view! {
        <g class=tone(series)>
            <svg
                class="line-chart__line"
                viewBox="0 0 1000 1000"
                preserveAspectRatio="none"
                width="100%"
                height="100%"
            >
                <polyline points=path.join(" ") stroke-dasharray=dash></polyline>
            </svg>
            {points.iter().map(mark).collect_view()}
        </g>
    }
    .into_any()
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.1.1", "1.3.1", "1.4.1", "1.4.10", "1.4.11"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_opens_or_closes)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(lines: Vec<Line>) -> AnyView {
        let count = lines.iter().map(|line| line.values.len()).max().unwrap_or_default();
        let names = (1..).take(count).map(month_name).collect();
        view! {
            <LineChart
                id="lines".to_owned()
                title=g::sample_chart()
                summary=g::sample_chart_summary()
                name_column=g::sample_month()
                names
                lines
            />
        }
        .into_any()
    }
    fn line(label: Message, values: &[u64]) -> Line {
        Line { label, values: values.to_vec() }
    }
    vec![
        Fixture::new("one line", || {
            shown(vec![line(g::sample_votes(), &[120, 480, 310, 950, 1_400, 1_320])])
        }),
        Fixture::new("three lines", || {
            shown(vec![
                line(g::sample_samarkand(), &[120, 480, 310, 950, 1_400, 1_320]),
                line(g::sample_fergana(), &[220, 280, 410, 550, 1_100, 1_300]),
                line(g::sample_nukus(), &[20, 80, 60, 150, 240, 310]),
            ])
        }),
        Fixture::new("one point", || shown(vec![line(g::sample_votes(), &[7])])),
        Fixture::new("nothing yet", || shown(vec![line(g::sample_votes(), &[])])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_of_the_scale_is_round_and_not_below_any_value() {
        for (greatest, top) in
            [(0, 2), (1, 2), (3, 4), (10, 10), (11, 20), (420, 600), (1_400, 2_000)]
        {
            assert_eq!(scale_top(greatest), top, "{greatest}");
        }
        assert_eq!(scale_top(u64::MAX), u64::MAX);
    }

    #[test]
    fn points_are_spread_over_the_width_and_hang_from_the_top() {
        assert_eq!(points(&[0, 5, 10], 10), [(0, 1_000), (500, 500), (1_000, 0)]);
    }

    #[test]
    fn a_single_point_stands_in_the_middle() {
        assert_eq!(points(&[1], 2), [(500, 500)]);
        assert_eq!(points(&[], 2), []);
    }

    #[test]
    fn names_keep_their_distance_and_their_order() {
        assert_eq!(spread(&[500, 520, 100], 100), [500, 600, 100]);
        assert_eq!(spread(&[990, 1_000], 100), [900, 1_000]);
        assert_eq!(spread(&[0, 0, 0], 100), [0, 100, 200]);
    }
}
