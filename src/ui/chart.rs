//! The frame of every chart.

use leptos::prelude::*;

use super::{
    Cell, Column, Table,
    fixture::{Contract, Fixture, Key},
};
use crate::locale::{Message, gallery as g, m, t};

/// How many kinds of filling, line and point there are, told apart without colour.
const KINDS: usize = 6;

/// A figure with a name, what is to be seen in it in words, and a table of the same numbers
/// one press away (WCAG 1.1.1). The drawing stands in the middle; it is hidden from screen
/// readers where it is no text.
#[component]
pub fn Chart(
    /// Its identifier.
    id: String,
    /// What it shows.
    title: Message,
    /// What is to be seen in it, in a sentence.
    summary: Message,
    /// The columns of the table.
    columns: Vec<Column>,
    /// The rows of the table.
    rows: Vec<Vec<Cell>>,
    /// The drawing.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    let caption = title.clone();
    view! {
        <figure class="chart" aria-labelledby=named_by>
            <figcaption>
                <p id=title_id class="chart__title">{t(title)}</p>
                <p class="chart__summary">{t(summary)}</p>
            </figcaption>
            {children()}
            <details class="chart__numbers">
                <summary>{t(m::chart_table())}</summary>
                <Table id=format!("{id}-table") caption columns rows caption_hidden=true/>
            </details>
        </figure>
    }
}

/// A length in per mille of the whole, as an attribute of SVG.
pub(super) fn percent(per_mille: u64) -> String {
    let mut written = (per_mille / 10).to_string();
    if !per_mille.is_multiple_of(10) {
        written.push('.');
        written.push_str(&(per_mille % 10).to_string());
    }
    written.push('%');
    written
}

/// The class of the colour of a series.
pub(super) fn tone(series: usize) -> &'static str {
    match series % KINDS {
        0 => "chart-tone chart-tone--1",
        1 => "chart-tone chart-tone--2",
        2 => "chart-tone chart-tone--3",
        3 => "chart-tone chart-tone--4",
        4 => "chart-tone chart-tone--5",
        _ => "chart-tone chart-tone--6",
    }
}

/// The strokes over the ground of a filling, in a square of 8 by 8: none (it is full), falling,
/// points, lying, crossed, standing.
fn strokes(series: usize) -> &'static str {
    match series % KINDS {
        0 => "",
        1 => "M0 0l8 8M-1 7l2 2M7-1l2 2",
        2 => "M2 2h.01M6 6h.01",
        3 => "M0 2h8M0 6h8",
        4 => "M0 0l8 8M8 0L0 8",
        _ => "M2 0v8M6 0v8",
    }
}

/// The address of a filling of the chart with that identifier.
pub(super) fn filling(id: &str, series: usize) -> String {
    format!("url(#{id}-filling-{})", series % KINDS)
}

/// The fillings of a chart, to be made once in it. Not `display: none`: some browsers take
/// what they fill away with them.
pub(super) fn fillings(id: &str, count: usize) -> AnyView {
    let one = |series: usize| {
        let class = match series {
            0 => "chart-filling chart-filling--full chart-tone chart-tone--1",
            _ => "chart-filling",
        };
        let id = format!("{id}-filling-{series}");
        view! {
            <pattern id=id class=class width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="chart-filling__ground" width="8" height="8"></rect>
                <path class=tone(series) d=strokes(series)></path>
            </pattern>
        }
        .into_any()
    };
    view! {
        <svg class="chart-fillings" aria-hidden="true" focusable="false">
            <defs>{(0..count.min(KINDS)).map(one).collect_view()}</defs>
        </svg>
    }
    .into_any()
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.1.1", "1.3.1", "1.4.1", "1.4.10", "1.4.11", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter, Space", g::key_opens_or_closes)],
};

/// The frame, around nothing.
pub fn fixtures() -> Vec<Fixture> {
    vec![Fixture::new("without a drawing", || {
        let columns = vec![Column::words(g::sample_region()), Column::numbers(g::sample_votes())];
        let rows = vec![
            vec![Cell::Words(g::sample_samarkand()), Cell::Number(420)],
            vec![Cell::Words(g::sample_nukus()), Cell::Number(96)],
        ];
        let (title, summary) = (g::sample_chart(), g::sample_chart_summary());
        view! { <Chart id="chart".to_owned() title summary columns rows>""</Chart> }.into_any()
    })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_without_a_needless_fraction() {
        assert_eq!([0, 1, 10, 333, 1_000].map(percent), ["0%", "0.1%", "1%", "33.3%", "100%"]);
    }
}
