//! The domain's work on text; the measuring is done where the text is, in `domain/examples/speed.rs`.

use crate::command;
use crate::project::Project;
use anyhow::Result;

/// Compiles it as for a server, and measures it.
pub fn run(project: &Project) -> Result<()> {
    let arguments = ["run", "--profile", "server", "--package", "muloqot-domain"];
    command::run(project.cargo().args(arguments).args(["--example", "speed"]))
}
