//! The page of one consultation.

use leptos::prelude::*;
use muloqot_domain::{CommentId, ConsultationFilter, ConsultationId};

use super::ConsultationView;
use crate::{
    locale::m,
    routes::Address,
    ui::{Breadcrumb, Crumb},
};

/// One consultation with its thread; `linked` is the comment the address leads to.
#[component]
pub fn ConsultationPage(
    /// Which consultation.
    id: ConsultationId,
    /// Which comment of it the address leads to, if any.
    #[prop(into)]
    linked: Signal<Option<CommentId>>,
) -> impl IntoView {
    let all = Address::Consultations(ConsultationFilter::default()).path();
    view! {
        <Breadcrumb above=vec![Crumb::new(all, m::nav_consultations())]/>
        <ConsultationView id linked/>
    }
}
