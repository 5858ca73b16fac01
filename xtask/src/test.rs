//! Every check and test of the project, one stage after another.

mod count;
mod licences;
mod report;
mod runner;
mod stage;

use crate::bundle;
use crate::project::Project;
use crate::tools::Tools;
use anyhow::Result;
use clap::{Args, ValueEnum};
use report::Report;
use stage::Stage;
use std::process::ExitCode;

#[derive(Args)]
pub struct Options {
    /// Runs these stages alone; may be given more than once.
    #[arg(long, value_enum, value_name = "STAGE")]
    only: Vec<Stage>,
}

/// Sets up what the wanted stages need and runs them all, even after one has failed.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let stages = Stage::value_variants().iter().copied();
    let stages: Vec<Stage> =
        stages.filter(|stage| options.only.is_empty() || options.only.contains(stage)).collect();
    let mut report = Report::default();

    let needs_app = stages.iter().any(|stage| stage.needs_app());
    let tools = match needs_app || stages.contains(&Stage::Clippy) {
        true => Some(Tools::ensure(project)?),
        false => None,
    };
    for stage in stages.iter().filter(|stage| !stage.needs_app()) {
        report.stage(stage.name(), || stage.run(project));
    }
    if let Some(tools) = tools.filter(|_| needs_app) {
        let built = report.stage("app", || {
            bundle::ensure(project, &tools)?;
            Ok(count::Count::default())
        });
        for stage in stages.iter().filter(|stage| stage.needs_app()) {
            match built {
                true => _ = report.stage(stage.name(), || stage.run(project)),
                false => report.not_run(stage.name()),
            }
        }
    }
    Ok(report.close())
}
