//! A part of a consultation's page that not everybody needs.

use leptos::prelude::*;
use muloqot_domain::Consultation;

use crate::{pieces::Piece, ui::Loading};

/// What shows a part, a piece of the app of its own.
pub type Part = Piece<fn(Consultation) -> AnyView>;

/// A part that is brought now, and shown once it is there; meanwhile it is told that it comes.
pub fn part_of_page(part: &'static Part, consultation: &Consultation) -> AnyView {
    let consultation = consultation.clone();
    let shown = move || part.get().map(|show| show(consultation.clone()));
    part.coming().shown_after(its_place, Box::new(shown))
}

/// What holds the place of a part that is on its way.
pub fn its_place() -> Option<AnyView> {
    Some(view! { <Loading/> }.into_any())
}
