//! The stages, in the order that tells of a mistake soonest.

use super::count::Count;
use super::{licences, runner};
use crate::audit;
use crate::project::Project;
use crate::sandbox::{self, Profile};
use crate::size;
use anyhow::Result;
use clap::ValueEnum;

/// One kind of check.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The code is formatted.
    Fmt,
    /// Every dependency may be used, and no lock file names a registry's server.
    Licences,
    /// The compiler and clippy have nothing to say, on the host and on wasm.
    Clippy,
    /// The domain's rules.
    Domain,
    /// The chores themselves.
    Xtask,
    /// The reference server, and its contract.
    Sandbox,
    /// The app's pure parts and its components, rendered on the host.
    Ui,
    /// The budget of bytes.
    Size,
    /// Journeys in a real browser.
    E2e,
    /// Barriers, in every place, language, theme and width at least once.
    Audit,
}

impl Stage {
    /// As `--only` takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Licences => "licences",
            Self::Clippy => "clippy",
            Self::Domain => "domain",
            Self::Xtask => "xtask",
            Self::Sandbox => "sandbox",
            Self::Ui => "ui",
            Self::Size => "size",
            Self::E2e => "e2e",
            Self::Audit => "audit",
        }
    }

    /// Whether it looks at the app as it is released.
    pub fn needs_app(self) -> bool {
        matches!(self, Self::Size | Self::E2e | Self::Audit)
    }

    /// Runs it to its end.
    pub fn run(self, project: &Project) -> Result<Count> {
        let cargo = |arguments: &str| {
            let mut cargo = project.cargo();
            cargo.args(arguments.split_whitespace()).env("INSTA_UPDATE", "no");
            cargo
        };
        match self {
            Self::Fmt => runner::counted(&mut cargo("fmt --all --check")),
            Self::Licences => licences::check(project),
            Self::Clippy => runner::all([
                cargo("clippy --workspace --exclude muloqot --all-targets -- -D warnings"),
                cargo(
                    "clippy -p muloqot --no-default-features --features host --all-targets -- -D warnings",
                ),
                cargo("clippy -p muloqot --target wasm32-unknown-unknown -- -D warnings"),
            ]),
            Self::Domain => runner::counted(&mut cargo("test -p muloqot-domain --no-fail-fast")),
            Self::Xtask => runner::counted(&mut cargo("test -p xtask --no-fail-fast")),
            Self::Sandbox => runner::counted(&mut cargo("test -p muloqot-sandbox --no-fail-fast")),
            Self::Ui => runner::counted(&mut cargo(
                "test -p muloqot --no-default-features --features host --no-fail-fast",
            )),
            Self::Size => {
                size::weigh(project)?;
                Ok(Count { passed: 1, failed: 0 })
            }
            Self::E2e => e2e(project),
            Self::Audit => runner::all(audit::stages(project)?),
        }
    }
}

fn e2e(project: &Project) -> Result<Count> {
    // One journey starts `cargo xtask run`, which should not have to compile while it is waited for.
    sandbox::build(project, Profile::Server)?;
    runner::counted(audit::in_browser(project, "npx")?.args([
        "--no-install",
        "playwright",
        "test",
        "--project=phone",
        "--project=desktop",
    ]))
}
