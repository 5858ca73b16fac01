//! The page of all consultations; its filter lives in the address.

use leptos::prelude::*;
use muloqot_domain::ConsultationFilter;

use super::{filter_form::FilterForm, list::ConsultationList};
use crate::{
    locale::{m, t, use_language},
    navigation::use_navigation,
    reactive::{derived, memo},
    routes::Address,
    ui::PageHeading,
};

/// All consultations that pass the filter of the address.
#[component]
pub fn ConsultationsPage() -> impl IntoView {
    let language = use_language();
    let navigation = use_navigation();
    let address = navigation.address();
    let filter: Signal<ConsultationFilter> = memo(move || match address.get() {
        Address::Consultations(filter) => filter,
        _ => ConsultationFilter::default(),
    })
    .into();
    let on_filter = Callback::new(move |filter: ConsultationFilter| {
        navigation.go(&Address::Consultations(filter));
    });
    let heading = derived(move || language.say(&m::consultations_title()));
    let waiting = RwSignal::new(true);
    view! {
        <PageHeading text=heading waiting/>
        <p class="lead">{t(m::consultations_lead())}</p>
        <FilterForm filter on_filter/>
        <ConsultationList filter waiting/>
    }
}
