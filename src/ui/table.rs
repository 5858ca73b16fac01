//! A table.

use std::cmp::Ordering;

use leptos::{html, prelude::*};
use muloqot_domain::{CollationKey, Timestamp, collation_key};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

use super::{
    Row, Rows,
    fixture::{Contract, Fixture, Key},
};
use crate::{
    accessibility::use_announcer,
    locale::{Language, Message, gallery as g, m, short_money, t, use_language},
    reactive::{derived, effect},
};

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub name: Message,
    /// Whether that is numbers, which stand below each other by their last digit.
    pub is_number: bool,
    /// Whether the table can be sorted by it.
    pub is_sortable: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(name: Message) -> Self {
        Self { name, is_number: false, is_sortable: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(name: Message) -> Self {
        Self { is_number: true, ..Self::words(name) }
    }

    /// The same, to be sorted by.
    #[must_use]
    pub fn sortable(self) -> Self {
        Self { is_sortable: true, ..self }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words of ours.
    Words(Message),
    /// A whole number.
    Number(i64),
    /// A sum in whole soʻm.
    Money(i64),
    /// A day.
    Day(Timestamp),
    /// Nothing: it is not known.
    Missing,
}

impl Cell {
    fn said(&self, language: Language) -> String {
        match self {
            Self::Words(words) => language.say(words),
            Self::Number(number) => language.say(&m::verbatim(*number)),
            Self::Money(soums) => language.say(&short_money(*soums)),
            Self::Day(at) => language.day(*at),
            Self::Missing => "–".to_owned(),
        }
    }

    fn sort_key(&self, language: Language) -> SortKey {
        match self {
            Self::Words(words) => {
                SortKey::Words(collation_key(&language.say(words), language.locale()))
            }
            Self::Number(number) | Self::Money(number) => SortKey::Number(*number),
            Self::Day(at) => SortKey::Number(at.0),
            Self::Missing => SortKey::Missing,
        }
    }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Up,
    /// The greatest first.
    Down,
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// Numbers come before words.
    Number(i64),
    /// In the order of the language.
    Words(CollationKey),
    /// What is not known comes last, whichever way the rest is sorted.
    Missing,
}

/// The places of the rows in the order of a column, given the key of each row. Rows that are
/// alike stay as they were.
#[must_use]
pub fn sorted(keys: &[SortKey], direction: Direction) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|one, other| match (&keys[*one], &keys[*other]) {
        (SortKey::Missing, SortKey::Missing) => Ordering::Equal,
        (SortKey::Missing, _) => Ordering::Greater,
        (_, SortKey::Missing) => Ordering::Less,
        (one, other) if direction == Direction::Up => one.cmp(other),
        (one, other) => other.cmp(one),
    });
    order
}

/// A table with a caption; the first cell of a row names it (WCAG 1.3.1). A head by which it
/// can be sorted is a button, the direction is told by `aria-sort`, and the change is
/// announced (4.1.3). Where it has no room it becomes a card for each row: the roles are
/// written out, because a browser forgets them with the layout, and a label repeats the
/// head of the column for those who see it (1.4.10). What is still too wide scrolls in a
/// region that has a name and can be reached by keyboard, only while that is so (2.1.1).
#[component]
pub fn Table(
    /// Its identifier.
    id: String,
    /// What it shows.
    caption: Message,
    /// Its columns; the first names the rows.
    columns: Vec<Column>,
    /// Its rows, with a cell for each column.
    rows: Vec<Vec<Cell>>,
    /// Whether its caption is out of sight, because a heading above says the same.
    #[prop(optional)]
    caption_hidden: bool,
) -> impl IntoView {
    let (language, announcer) = (use_language(), use_announcer());
    let sorting = RwSignal::new(None::<(usize, Direction)>);
    let scroller = NodeRef::<html::Div>::new();
    let is_wide = watched_width(scroller);
    let caption_id = format!("{id}-caption");
    let heads = columns.clone();
    let (columns, rows) = (StoredValue::new(columns), StoredValue::new(rows));

    let order = derived(move || {
        rows.with_value(|rows| match sorting.get() {
            None => (0..rows.len()).collect(),
            Some((column, direction)) => {
                let key = |row: &Vec<Cell>| {
                    row.get(column).map_or(SortKey::Missing, |cell| cell.sort_key(language))
                };
                sorted(&rows.iter().map(key).collect::<Vec<_>>(), direction)
            }
        })
    });
    let each = derived(move || {
        let row = |at: usize| {
            Row::new(at.to_string(), move || {
                let cells = rows.with_value(|rows| rows.get(at).cloned()).unwrap_or_default();
                row_view(cells, &columns.get_value(), language)
            })
        };
        order.get().into_iter().map(row).collect()
    });
    let head = move |(at, column): (usize, Column)| {
        let name = column.name.clone();
        let press = move |_| {
            let direction = match sorting.get_untracked() {
                Some((before, Direction::Up)) if before == at => Direction::Down,
                _ => Direction::Up,
            };
            sorting.set(Some((at, direction)));
            let said = match direction {
                Direction::Up => m::sorted_up(name.clone()),
                Direction::Down => m::sorted_down(name.clone()),
            };
            announcer.say(untrack(|| language.say(&said)));
        };
        let class = match (column.is_number, column.is_sortable) {
            (true, true) => "table__head table__head--sortable table__number",
            (true, false) => "table__head table__number",
            (false, true) => "table__head table__head--sortable",
            (false, false) => "table__head",
        };
        let sort = move || match sorting.get() {
            Some((by, direction)) if by == at => Some(match direction {
                Direction::Up => "ascending",
                Direction::Down => "descending",
            }),
            _ => None,
        };
        let words = match column.is_sortable {
            true => view! {
                <button type="button" class="table__sort" on:click=press>{t(column.name)}</button>
            }
            .into_any(),
            false => t(column.name).into_any(),
        };
        view! { <th scope="col" role="columnheader" class=class aria-sort=sort>{words}</th> }
            .into_any()
    };
    let is_empty = rows.with_value(Vec::is_empty);
    let caption_class = if caption_hidden { "visually-hidden" } else { "table__caption" };
    let (region_named_by, named_by) = (caption_id.clone(), caption_id.clone());
    view! {
        <div class="table">
            <div
                class="table__scroller"
                node_ref=scroller
                role=move || is_wide.get().then_some("region")
                tabindex=move || is_wide.get().then_some("0")
                aria-labelledby=move || is_wide.get().then(|| region_named_by.clone())
            >
                <table id=id role="table" aria-labelledby=named_by>
                    <caption id=caption_id class=caption_class>{t(caption)}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            {heads.into_iter().enumerate().map(head).collect_view()}
                        </tr>
                    </thead>
                    {(!is_empty)
                        .then(|| view! { <tbody role="rowgroup"><Rows each/></tbody> }.into_any())}
                </table>
            </div>
            {is_empty.then(|| view! { <p class="table__empty">{t(m::table_empty())}</p> }.into_any())}
        </div>
    }
}

fn row_view(cells: Vec<Cell>, columns: &[Column], language: Language) -> AnyView {
    let cell = |(at, (cell, column)): (usize, (Cell, &Column))| {
        let label = column.name.clone();
        let class = column.is_number.then_some("table__number");
        let said = move || cell.said(language);
        match at {
            0 => view! { <th scope="row" role="rowheader" class="table__name">{said}</th> }
                .into_any(),
            _ => view! {
                <td role="cell" class=class>
                    <span class="table__label" aria-hidden="true">{t(label)}</span>
                    <span>{said}</span>
                </td>
            }
            .into_any(),
        }
    };
    let cells = cells.into_iter().zip(columns).enumerate().map(cell).collect_view();
    view! { <tr role="row">{cells}</tr> }.into_any()
}

/// How much room there is around and in the last column of a table, in pixels: of what reaches no
/// further every word is seen.
const PADDING: i32 = 12;

/// Whether what stands in an element is wider than it, while both change.
fn watched_width(element: NodeRef<html::Div>) -> RwSignal<bool> {
    let is_wide = RwSignal::new(false);
    effect(move || {
        let Some(scroller) = element.get() else { return };
        let table = scroller.first_element_child();
        let measured = scroller.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            is_wide.try_set(measured.scroll_width() - measured.client_width() > PADDING);
        });
        // Only a browser that cannot observe refuses; then the region scrolls by touch alone.
        let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) else { return };
        observer.observe(&scroller);
        if let Some(table) = table {
            observer.observe(&table);
        }
        let kept = SendWrapper::new((observer, measure));
        on_cleanup(move || kept.0.disconnect());
    });
    is_wide
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.3.1", "1.3.2", "1.4.10", "2.1.1", "2.5.5", "4.1.2", "4.1.3"],
    keyboard: &[
        Key("Tab", g::key_reaches),
        Key("Enter, Space", g::key_sorts),
        Key("← →", g::key_scrolls),
    ],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn columns() -> Vec<Column> {
        vec![
            Column::words(g::sample_region()).sortable(),
            Column::numbers(g::sample_votes()).sortable(),
            Column::numbers(g::sample_cost()).sortable(),
            Column::words(g::sample_day()),
        ]
    }
    fn row(region: Message, votes: Cell, soums: i64) -> Vec<Cell> {
        let day = Cell::Day(Timestamp(1_770_000_000 + soums / 1_000));
        vec![Cell::Words(region), votes, Cell::Money(soums), day]
    }
    fn regions() -> Vec<Vec<Cell>> {
        vec![
            row(g::sample_samarkand(), Cell::Number(4_210), 1_360_000_000),
            row(g::sample_nukus(), Cell::Missing, 84_000_000),
            row(g::sample_fergana(), Cell::Number(987), 512_500_000),
        ]
    }
    fn shown(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> AnyView {
        view! { <Table id="table".to_owned() caption=g::sample_chart() columns rows/> }.into_any()
    }
    vec![
        Fixture::new("sortable", || shown(columns(), regions())),
        Fixture::new("not sortable", || {
            let plain = |column: Column| Column { is_sortable: false, ..column };
            shown(columns().into_iter().map(plain).collect(), regions())
        }),
        Fixture::new("empty", || shown(columns(), vec![])),
        Fixture::new("long words", || {
            shown(columns(), vec![row(g::sample_long(), Cell::Number(i64::MAX), i64::MAX)])
        }),
        Fixture::new("too wide", || {
            let more = (0..12).map(|_| Column::numbers(g::sample_votes()));
            let columns = columns().into_iter().chain(more).collect();
            let wide = |mut row: Vec<Cell>| {
                row.extend((0..12).map(|at| Cell::Number(at * 1_000_000)));
                row
            };
            shown(columns, regions().into_iter().map(wide).collect())
        }),
        Fixture::new("forty rows", || {
            let number = |at: i64| row(g::sample_item(), Cell::Number(at * 7 % 40), at * 1_000_000);
            shown(columns(), (1..=40).map(number).collect())
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use muloqot_domain::Locale;

    fn words(text: &str) -> SortKey {
        SortKey::Words(collation_key(text, Locale::UzLatn))
    }

    #[test]
    fn a_column_is_sorted_either_way() {
        let keys = [3, 1, 2].map(SortKey::Number);
        assert_eq!(sorted(&keys, Direction::Up), [1, 2, 0]);
        assert_eq!(sorted(&keys, Direction::Down), [0, 2, 1]);
    }

    #[test]
    fn what_is_not_known_comes_last_either_way() {
        let keys = [SortKey::Missing, SortKey::Number(1), SortKey::Number(2)];
        assert_eq!(sorted(&keys, Direction::Up), [1, 2, 0]);
        assert_eq!(sorted(&keys, Direction::Down), [2, 1, 0]);
    }

    #[test]
    fn rows_that_are_alike_stay_as_they_were() {
        let keys = [1, 0, 1].map(SortKey::Number);
        assert_eq!(sorted(&keys, Direction::Up), [1, 0, 2]);
        assert_eq!(sorted(&keys, Direction::Down), [0, 2, 1]);
    }

    #[test]
    fn words_follow_the_alphabet_of_the_language() {
        let keys = ["Oʻzbekiston", "Olmaliq", "Chilonzor", "Zomin"].map(words);
        assert_eq!(sorted(&keys, Direction::Up), [1, 3, 0, 2]);
    }

    #[test]
    fn nothing_is_sorted_to_nothing() {
        assert_eq!(sorted(&[], Direction::Down), Vec::<usize>::new());
    }
}
