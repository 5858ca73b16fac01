//! The app while it is worked on: rebuilt at every save, with the sandbox behind it.

use crate::project::Project;
use crate::sandbox::{self, Profile, Serving};
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use clap::Args;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

#[derive(Args)]
pub struct Options {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Starts both servers and waits until one of them ends or the person has had enough.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let tools = Tools::ensure(project)?;
    let program = sandbox::build(project, Profile::Dev)?;
    let database = project.root.join("data/dev.sqlite");
    fs::create_dir_all(project.root.join("data")).context("the folder data could not be made")?;
    let stage = project.workshop().join("dev");
    fs::create_dir_all(&stage).context("the folder for the debug build could not be made")?;

    let stop = Arc::new(AtomicBool::new(false));
    let stopper = Arc::clone(&stop);
    ctrlc::set_handler(move || stopper.store(true, Ordering::Relaxed))
        .context("Ctrl-C could not be listened for")?;

    let port = sandbox::free_port()?;
    let mut sandbox =
        Serving::start(&mut sandbox::serve(&program, database.as_os_str(), port, &stage))?;
    let mut trunk = tools.trunk(project)?;
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &options.port.to_string()])
        .arg("--dist")
        .arg(&stage)
        .arg(format!("--proxy-backend={}/api/", sandbox.address));
    let mut trunk = trunk.spawn().context("trunk could not be started")?;

    let ended = loop {
        if stop.load(Ordering::Relaxed) {
            break None;
        }
        if let Some(status) = trunk.try_wait()? {
            break Some(format!("trunk ended ({status})"));
        }
        if sandbox.has_ended()? {
            break Some("the sandbox ended".to_owned());
        }
        sleep(Duration::from_millis(100));
    };
    // It fails only when trunk has already ended by the same Ctrl-C.
    let _ = trunk.kill();
    trunk.wait()?;
    match ended {
        Some(reason) if !stop.load(Ordering::Relaxed) => bail!(reason),
        _ => Ok(ExitCode::SUCCESS),
    }
}
