//! The pages of a list.

use leptos::prelude::*;

use super::fixture::{Contract, Fixture, Key};
use crate::locale::{Message, gallery as g, m, t, use_language};

/// What stands in the row of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageMark {
    /// A page.
    Number(u32),
    /// Pages that are left out.
    Gap,
}

/// The pages that are offered: the first, the last, the current one and its neighbours, so
/// that the row fits a phone however many there are. A gap stands for two pages at least.
#[must_use]
pub fn page_marks(current: u32, last: u32) -> Vec<PageMark> {
    let mut marks = Vec::new();
    let mut before = 0;
    for page in 1..=last {
        let is_offered = page == 1 || page == last || page.abs_diff(current) <= 1;
        let fills_gap_of_one =
            page == before + 1 && (page + 1 == last || (page + 1).abs_diff(current) <= 1);
        if is_offered || fills_gap_of_one {
            if page > before + 1 {
                marks.push(PageMark::Gap);
            }
            marks.push(PageMark::Number(page));
            before = page;
        }
    }
    marks
}

/// Links to the pages of a list in a landmark with a name (WCAG 2.4.5). Real links: a page
/// can be opened in a new tab, and sent to somebody. Each is called by its page, not by its
/// number alone (2.4.9).
#[component]
pub fn Pagination(
    /// The page that is shown, from 1.
    current: u32,
    /// The last page.
    last: u32,
    /// The address of a page.
    href: Callback<u32, String>,
) -> impl IntoView {
    let language = use_language();
    let mark = move |mark: PageMark| match mark {
        PageMark::Gap => {
            view! { <li class="pagination__gap" aria-hidden="true">"…"</li> }.into_any()
        }
        PageMark::Number(page) => view! {
            <li>
                <a
                    href=href.run(page)
                    aria-label=t(m::page_number(u64::from(page)))
                    aria-current=(page == current).then_some("page")
                >
                    {move || language.number(u64::from(page))}
                </a>
            </li>
        }
        .into_any(),
    };
    let step = move |page: u32, rel: &'static str, class: &'static str, label: Message| {
        (page >= 1 && page <= last)
            .then(|| view! { <a class=class rel=rel href=href.run(page)>{t(label)}</a> }.into_any())
    };
    let marks = page_marks(current, last).into_iter().map(mark).collect_view();
    view! {
        <nav class="pagination" aria-label=t(m::pages())>
            {step(current.saturating_sub(1), "prev", "pagination__step pagination__step--back", m::page_previous())}
            <ul role="list">{marks}</ul>
            {step(current + 1, "next", "pagination__step", m::page_next())}
        </nav>
    }
}

/// What it promises.
pub const CONTRACT: Contract = Contract {
    criteria: &["1.4.1", "2.4.5", "2.4.8", "2.4.9", "2.5.5"],
    keyboard: &[Key("Tab", g::key_reaches), Key("Enter", g::key_follows)],
};

/// Every state of it.
pub fn fixtures() -> Vec<Fixture> {
    fn shown(current: u32, last: u32) -> AnyView {
        let href = Callback::new(|page: u32| format!("/consultations?page={page}"));
        view! { <Pagination current last href/> }.into_any()
    }
    vec![
        Fixture::new("first of three", || shown(1, 3)),
        Fixture::new("in the middle of many", || shown(1_200, 2_400)),
        Fixture::new("last of nine", || shown(9, 9)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(current: u32, last: u32) -> String {
        let mark = |mark| match mark {
            PageMark::Number(page) => page.to_string(),
            PageMark::Gap => "…".to_owned(),
        };
        page_marks(current, last).into_iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_ends_and_the_neighbours_are_offered() {
        assert_eq!(said(1, 1), "1");
        assert_eq!(said(2, 3), "1 2 3");
        assert_eq!(said(1, 9), "1 2 … 9");
        assert_eq!(said(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(said(9, 9), "1 … 8 9");
    }

    #[test]
    fn a_gap_never_stands_for_one_page() {
        assert_eq!(said(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(said(6, 9), "1 … 5 6 7 8 9");
    }

    #[test]
    fn no_page_is_offered_of_nothing() {
        assert_eq!(said(1, 0), "");
    }
}
