//! The identifier in an address.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use muloqot_domain::ProblemCode;

use crate::{failure::Failure, words::Words};

/// The one identifier in an address. One that is not even text names nothing.
#[derive(Clone, Debug)]
pub struct Id(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Self(id)),
            Err(_) => Err(Failure::of(ProblemCode::NotFound, Words::UnreadableAddress)),
        }
    }
}
