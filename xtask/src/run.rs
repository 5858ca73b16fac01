//! One command from a fresh clone to the running app.

use crate::bundle;
use crate::project::Project;
use crate::sandbox::{self, Profile};
use crate::step::Step;
use crate::tools::Tools;
use anyhow::{Context, Result};
use clap::Args;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[derive(Args)]
pub struct Options {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Deletes the database first, and seeds a new one.
    #[arg(long)]
    reset: bool,
    /// The database's file.
    #[arg(long, value_name = "PATH", default_value = "data/sandbox.sqlite")]
    database: PathBuf,
}

/// Sets up, builds, and becomes the server.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let tools = Tools::ensure(project)?;
    bundle::ensure(project, &tools)?;
    let program = sandbox::build(project, Profile::Server)?;
    let database = project.path(&options.database);
    prepare(&database, options.reset)?;
    become_command(sandbox::serve(&program, database.as_os_str(), options.port, &project.dist()))
}

fn prepare(database: &Path, reset: bool) -> Result<()> {
    let step = Step::new(format!("Database {}", database.display()));
    if let Some(folder) = database.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("the folder {} could not be made", folder.display()))?;
    }
    if reset {
        for suffix in ["", "-wal", "-shm"] {
            let mut file = OsString::from(database);
            file.push(suffix);
            match fs::remove_file(&file) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| {
                        format!("{} could not be deleted", Path::new(&file).display())
                    });
                }
                _ => {}
            }
        }
    }
    step.done(if database.exists() { "kept" } else { "to be made and seeded" });
    Ok(())
}

/// Gives the process over to the server, so that its Ctrl-C and its exit code are the person's.
#[cfg(unix)]
fn become_command(mut command: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("the sandbox could not be started")
}

#[cfg(not(unix))]
fn become_command(mut command: Command) -> Result<ExitCode> {
    crate::command::run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
