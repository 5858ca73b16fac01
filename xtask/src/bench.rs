//! Measurements, printed and never asserted: what a machine shared with others does is no test.

mod api;
mod client;
mod latency;
mod page;
mod text;
mod thread;

use crate::project::Project;
use crate::sandbox::{self, Profile, Serving};
use anyhow::{Context, Result, anyhow};
use clap::{Args, Subcommand};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// How many thread pages a second the sandbox answers, and how fast.
    Api,
    /// How soon a slow phone on a slow network shows the first comment.
    Page,
    /// How fast text is carried from script to script, and folded for search.
    Text,
    /// How a thread of ten thousand comments is shown, scrolled and written in.
    Thread,
}

/// Measures one of them.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    match options.what {
        What::Api => api::run(project)?,
        What::Page => page::run(project)?,
        What::Text => text::run(project)?,
        What::Thread => thread::run(project)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A freshly seeded sandbox, as a person would run it, on a port of its own.
fn serve(project: &Project, database: &OsStr, dist: &Path) -> Result<Serving> {
    let program = sandbox::build(project, Profile::Server)?;
    Serving::start(&mut sandbox::serve(&program, database, sandbox::free_port()?, dist))
}

/// The ids of the consultations with the most comments, that with most of them first.
fn biggest_threads<const COUNT: usize>(address: &str) -> Result<[String; COUNT]> {
    let list = client::Connection::open(address)?
        .get(&format!("/api/v1/consultations?sort=most_discussed&limit={COUNT}"))?;
    let list: Value =
        serde_json::from_slice(&list.body).context("the list of consultations is not JSON")?;
    let items = list["items"].as_array().into_iter().flatten();
    let ids: Vec<String> = items.filter_map(|it| it["id"].as_str()).map(str::to_owned).collect();
    ids.try_into().map_err(|_| anyhow!("the sandbox has fewer than {COUNT} consultations"))
}
