//! Query parameters, read strictly: a wrong value is told, an unknown name is ignored.

use std::{convert::Infallible, str::FromStr};

use axum::{extract::FromRequestParts, http::request::Parts};
use muloqot_domain::{
    Cursor, FieldCode, LanguageTag, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, Page, Problem, ProblemCode,
};
use serde::{Serialize, de::DeserializeOwned};

use super::cursor;
use crate::failure::Failure;

/// The query parameters of a request.
#[derive(Clone, Debug)]
pub struct Query(Vec<(String, String)>);

/// Which part of a list is wanted.
#[derive(Clone, Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Where the page starts: the `next_cursor` of the page before, in the same order. Absent: at the start.
    #[param(value_type = Option<Cursor>)]
    pub cursor: Option<String>,
    /// How many items the page holds at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100, default = 20)]
    pub limit: usize,
}

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect()))
    }
}

impl Query {
    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A value of the kind the contract names.
    pub fn one_of<T: FromStr>(&self, name: &str) -> Result<Option<T>, Failure> {
        let unknown = |_| Failure::field(&format!("?{name}"), FieldCode::UnknownValue);
        self.get(name).map(|text| text.parse().map_err(unknown)).transpose()
    }

    /// The language that is asked for.
    pub fn language(&self) -> Result<Option<LanguageTag>, Failure> {
        let tag = self.get("language").map(|tag| LanguageTag(tag.to_owned()));
        match tag {
            Some(tag) if !tag.is_well_formed() => {
                Err(Failure::field("?language", FieldCode::UnknownValue))
            }
            tag => Ok(tag),
        }
    }

    /// Which part of a list is wanted.
    pub fn page(&self) -> Result<PageQuery, Failure> {
        let limit = match self.get("limit") {
            None => PAGE_LIMIT_DEFAULT,
            Some(text) => text
                .parse()
                .ok()
                .filter(|limit| (1..=PAGE_LIMIT_MAX).contains(limit))
                .ok_or_else(limit_refused)?,
        };
        Ok(PageQuery { cursor: self.get("cursor").map(str::to_owned), limit: limit as usize })
    }
}

fn limit_refused() -> Failure {
    Problem::new(ProblemCode::Validation)
        .with_field(
            "?limit",
            FieldCode::UnknownValue,
            &[("min", 1), ("max", i64::from(PAGE_LIMIT_MAX))],
        )
        .into()
}

impl PageQuery {
    /// The place after which the page starts; `None` at the start of the list.
    pub fn after<T: DeserializeOwned>(&self, list: &str) -> Result<Option<T>, Failure> {
        let Some(text) = &self.cursor else { return Ok(None) };
        match cursor::decode(list, text) {
            Some(place) => Ok(Some(place)),
            None => Err(Failure::field("?cursor", FieldCode::UnknownValue)),
        }
    }

    /// The page of what was found, of which one more than the limit was looked for.
    pub fn cut<R, T, P: Serialize>(
        &self,
        list: &str,
        mut found: Vec<R>,
        total: u64,
        place_of: impl Fn(&R) -> P,
        show: impl FnMut(R) -> T,
    ) -> Result<Page<T>, Failure> {
        let mut next_cursor: Option<Cursor> = None;
        if found.len() > self.limit {
            found.truncate(self.limit);
            next_cursor =
                found.last().map(|last| cursor::encode(list, &place_of(last))).transpose()?;
        }
        let items = found.into_iter().map(show).collect();
        Ok(Page { items, next_cursor, total, unreadable: 0 })
    }
}
