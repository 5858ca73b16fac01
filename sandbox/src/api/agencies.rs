//! Agencies.

use axum::{Json, extract::State};
use muloqot_domain::{Agency, Page};

use super::query::{PageQuery, Query};
use crate::{app::App, failure::Failure, store::agencies};

/// List the agencies
///
/// In an order that stays the same.
#[utoipa::path(
    get,
    path = "/agencies",
    operation_id = "list_agencies",
    tag = "agencies",
    params(PageQuery),
    responses((status = 200, description = "A page of agencies", body = Page<Agency>)),
)]
pub async fn list(State(app): State<App>, query: Query) -> Result<Json<Page<Agency>>, Failure> {
    let page = query.page()?;
    let after: usize = page.after("agencies")?.unwrap_or_default();
    app.store
        .read(move |db| {
            let all = agencies::all(db)?;
            let total = all.len() as u64;
            let found: Vec<_> = (1_usize..).zip(all).skip(after).take(page.limit + 1).collect();
            let place = |(place, _): &(usize, Agency)| *place;
            page.cut("agencies", found, total, place, |(_, agency)| agency).map(Json)
        })
        .await
}
