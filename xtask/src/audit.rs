//! The auditor's evidence: every place of the app in every language, theme and width, looked at by two engines and our
//! own checks. The looking is done in the browser's own language, `tests/e2e/audit`.

use crate::bundle;
use crate::project::Project;
use crate::sandbox::{self, Profile};
use crate::tools::{Tools, chromium, node};
use anyhow::{Context, Result};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[derive(Args)]
pub struct Options {
    /// Looks at the places alone whose name has this in it; may be given more than once.
    #[arg(long, value_name = "PLACE")]
    only: Vec<String>,
    /// The folder for the reports.
    #[arg(long, value_name = "PATH", default_value = "target/audit")]
    out: PathBuf,
    /// Looks at each place at least once in each language, theme and width, and not at all combinations.
    #[arg(long)]
    quick: bool,
    /// Writes the summary in docs/accessibility anew.
    #[arg(long, conflicts_with = "only")]
    write: bool,
}

/// Audits, and fails when anything was found.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let tools = Tools::ensure(project)?;
    bundle::ensure(project, &tools)?;
    let mut command = command(project, &project.path(&options.out))?;
    command.args(options.only.iter().flat_map(|place| ["--only", place]));
    if options.quick {
        command.arg("--quick");
    }
    if options.write {
        command.arg("--write").arg(summary(project));
    }
    let status = command.status().context("the audit could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The tests of the audit itself, then the covering subset, which may not be worse than the committed summary.
pub fn stages(project: &Project) -> Result<[Command; 2]> {
    let mut tests = in_browser(project, "npx")?;
    tests.args(["--no-install", "playwright", "test", "--project=audit"]);
    let mut quick = command(project, &project.target.join("audit"))?;
    quick.arg("--quick").arg("--compare").arg(summary(project));
    Ok([tests, quick])
}

fn summary(project: &Project) -> PathBuf {
    project.root.join("docs/accessibility")
}

fn command(project: &Project, out: &Path) -> Result<Command> {
    let mut command = in_browser(project, "node")?;
    command.arg("audit/run.js").arg("--out").arg(out);
    Ok(command)
}

/// A program in the folder of the tests, with all it needs to open the app in a browser.
pub fn in_browser(project: &Project, program: &str) -> Result<Command> {
    let tests = project.root.join("tests/e2e");
    // The profile of its own tests: they have compiled it already, and it checks for overflow too.
    let server = sandbox::build(project, Profile::Dev)?;
    let xtask = std::env::current_exe().context("xtask does not know where it is")?;
    node::install(&tests, "Playwright (npm)")?;
    let chromium = chromium::ensure(&tests)?;
    let mut command = Command::new(program);
    command
        .current_dir(&tests)
        .env("CHROMIUM", chromium)
        .env("MULOQOT_SANDBOX", server)
        .env("MULOQOT_DIST", project.dist())
        .env("MULOQOT_XTASK", xtask);
    Ok(command)
}
