//! Everything a request meets on its way, put together.

use std::path::PathBuf;
use std::sync::Arc;

use axum::{Router, middleware};
use muloqot_domain::ATTACHMENTS_MAX;
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    api::{self, body_room::BodyRoom, limits::Limits},
    clock::Clock,
    faults::{self, Faults},
    headers, static_files,
    store::Store,
    words::{self, Words},
};

/// The greatest number of comments a person writes or changes in a minute, unless said otherwise.
const COMMENTS_PER_MINUTE: u32 = 20;

/// How many times as many votes a person gives as they write comments.
const VOTES_PER_COMMENT: u32 = 3;

/// How the server behaves.
#[derive(Clone, Debug)]
pub struct Options {
    /// What time it is.
    pub clock: Clock,
    /// The built app, when it is served too.
    pub dist: Option<PathBuf>,
    /// Whether faults can be asked for.
    pub faults: bool,
    /// The greatest number of comments a person writes or changes in a minute, as many reports
    /// besides, and votes and files three times as many; 0 sets no limit.
    pub comments_per_minute: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: Clock::system(),
            dist: None,
            faults: false,
            comments_per_minute: COMMENTS_PER_MINUTE,
        }
    }
}

/// What every handler works with.
#[derive(Clone)]
pub struct App(Arc<Services>);

/// The parts of [`App`].
pub struct Services {
    /// What is kept.
    pub(crate) store: Store,
    /// What time it is.
    pub(crate) clock: Clock,
    /// Who writes too much.
    pub(crate) limits: Limits,
    /// Who votes too much.
    pub(crate) vote_limits: Limits,
    /// Who reports and appeals too much.
    pub(crate) report_limits: Limits,
    /// Who hands in too many files.
    pub(crate) upload_limits: Limits,
    /// How much of files may be on its way.
    pub(crate) body_room: BodyRoom,
    /// The faults that were asked for; absent when none can be.
    pub(crate) faults: Option<Faults>,
    /// The built app.
    pub(crate) dist: Option<PathBuf>,
}

impl App {
    /// The server of a database.
    #[must_use]
    pub fn new(store: Store, options: Options) -> Self {
        Self(Arc::new(Services {
            store,
            clock: options.clock,
            limits: Limits::per_minute(options.comments_per_minute, Words::TooManyComments),
            vote_limits: Limits::per_minute(
                options.comments_per_minute.saturating_mul(VOTES_PER_COMMENT),
                Words::TooManyVotes,
            ),
            report_limits: Limits::per_minute(options.comments_per_minute, Words::TooManyReports),
            upload_limits: Limits::per_minute(
                options.comments_per_minute.saturating_mul(ATTACHMENTS_MAX as u32),
                Words::TooManyFiles,
            ),
            body_room: BodyRoom::default(),
            faults: options.faults.then(Faults::default),
            dist: options.dist,
        }))
    }
}

impl std::ops::Deref for App {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.0
    }
}

/// All addresses of the server.
pub fn router(app: App) -> Router {
    let api = api::routes(&app);
    let mut router =
        Router::new().nest(api::BASE, api).fallback(static_files::answer).with_state(app.clone());
    if app.faults.is_some() {
        router = router.layer(middleware::from_fn_with_state(app, faults::inject));
    }
    router
        .layer(CatchPanicLayer::custom(api::after_panic))
        .layer(middleware::from_fn(words::word))
        .layer(middleware::map_response(headers::secure))
}
