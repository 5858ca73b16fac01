//! The native contract: one file per resource.

mod agencies;
mod attachments;
mod body_reader;
pub mod body_room;
mod caller;
mod comment_body;
mod comment_writes;
mod comments;
mod consultations;
mod cursor;
mod document;
mod id;
pub mod limits;
mod login;
mod login_page;
mod moderation;
mod moderation_body;
mod outcome_body;
mod outcomes;
mod query;
pub mod reads;
mod reports;
mod session;
mod similar;
mod versions;
mod view;
mod votes;
mod write;

use std::any::Any;

use axum::{
    Router,
    http::StatusCode,
    middleware,
    response::{IntoResponse, Response},
};
use muloqot_domain::ProblemCode;
use utoipa_axum::{router::OpenApiRouter, routes};

pub use login::LOGIN_PATH;

use crate::{app::App, failure::Failure, faults, words::Words};

/// What every address of the contract begins with.
pub const BASE: &str = "/api/v1";

/// The contract as an OpenAPI 3.1 document.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, mut document) = documented().split_for_parts();
    document::complete(&mut document);
    document
}

fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::show, session::sign_out))
        .routes(routes!(login::choose, login::sign_in))
        .routes(routes!(agencies::list))
        .routes(routes!(consultations::list))
        .routes(routes!(consultations::show))
        .routes(routes!(comments::list, comment_writes::create))
        .routes(routes!(comments::show, comment_writes::edit, comment_writes::withdraw))
        .routes(routes!(comments::replies))
        .routes(routes!(comments::context))
        .routes(routes!(attachments::upload))
        .routes(routes!(attachments::show))
        .routes(routes!(versions::list))
        .routes(routes!(similar::list))
        .routes(routes!(votes::cast, votes::take_back))
        .routes(routes!(outcomes::show, outcomes::publish))
        .routes(routes!(outcomes::settle))
        .routes(routes!(outcomes::numbers))
        .routes(routes!(reports::create))
        .routes(routes!(reports::mine))
        .routes(routes!(reports::of_consultation))
        .routes(routes!(moderation::show, moderation::decide))
        .routes(routes!(moderation::appeal))
        .routes(routes!(moderation::mark_answered))
}

/// All addresses under [`BASE`].
pub fn routes(app: &App) -> Router<App> {
    let (routes, _) = documented().split_for_parts();
    let routes = routes.route(login::STYLE_PATH, axum::routing::get(login::style));
    let routes = if app.faults.is_some() { routes.merge(faults::control()) } else { routes };
    routes
        .fallback(no_such_address)
        .method_not_allowed_fallback(no_such_method)
        .layer(middleware::from_fn(reads::complete))
}

/// The answer for an address that is not in the contract.
pub async fn no_such_address() -> Failure {
    Failure::of(ProblemCode::NotFound, Words::NoSuchAddress)
}

async fn no_such_method() -> Failure {
    let status = StatusCode::METHOD_NOT_ALLOWED;
    Failure::with_status(ProblemCode::NotFound, status, Words::NoSuchMethod)
}

/// The answer when a handler panicked.
pub fn after_panic(_: Box<dyn Any + Send>) -> Response {
    Failure::from(anyhow::anyhow!("a handler panicked")).into_response()
}

fn no_such_consultation() -> Failure {
    Failure::of(ProblemCode::NotFound, Words::NoSuchConsultation)
}
