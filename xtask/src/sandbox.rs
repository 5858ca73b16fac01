//! The reference server: building it, and keeping one for as long as a chore needs it.

use crate::command;
use crate::project::Project;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// How the sandbox is compiled.
#[derive(Clone, Copy)]
pub enum Profile {
    /// Slower, but shares its compiling with the sandbox's own tests.
    Dev,
    /// As a person would run it.
    Server,
}

/// Builds the sandbox and gives the path of its program.
pub fn build(project: &Project, profile: Profile) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Server => ("server", "server"),
    };
    let step = Step::new("Sandbox");
    step.doing("compiling what changed");
    command::run(project.cargo().args([
        "build",
        "--package",
        "muloqot-sandbox",
        "--profile",
        name,
    ]))?;
    step.done("built");
    let program = format!("muloqot-sandbox{}", std::env::consts::EXE_SUFFIX);
    Ok(project.target.join(folder).join(program))
}

/// The command that serves a database and the built app.
pub fn serve(program: &Path, database: &OsStr, port: u16, dist: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .arg("serve")
        .arg("--database")
        .arg(database)
        .args(["--port", &port.to_string()])
        .arg("--dist")
        .arg(dist)
        .arg("--seed-if-empty");
    command
}

/// A sandbox that ends with the chore that started it.
pub struct Serving {
    child: Child,
    /// Where it listens, as `http://127.0.0.1:8080`.
    pub address: String,
}

impl Serving {
    /// Starts it and waits until it says its address, which it does last.
    pub fn start(command: &mut Command) -> Result<Self> {
        let mut child =
            command.stdout(Stdio::piped()).spawn().context("the sandbox could not be started")?;
        let stdout = child.stdout.take().context("the sandbox has no output")?;
        let mut lines = BufReader::new(stdout).lines();
        for line in &mut lines {
            let line = line.context("the sandbox's output could not be read")?;
            if let Some(address) = address_in(&line) {
                let address = address.to_owned();
                // Somebody must go on reading, or the sandbox stops when the pipe is full.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(Self { child, address });
            }
            println!("{line}");
        }
        bail!("the sandbox ended before it served anything ({})", child.wait()?);
    }

    /// Whether it ended by itself, which it should not.
    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Both fail only when it has already ended, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port nobody listens on now.
pub fn free_port() -> Result<u16> {
    let listener =
        TcpListener::bind(("127.0.0.1", 0)).context("there is no free port on this machine")?;
    Ok(listener.local_addr()?.port())
}

fn address_in(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| word.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_the_line_that_tells_it() {
        assert_eq!(address_in("http://127.0.0.1:8080"), Some("http://127.0.0.1:8080"));
        assert_eq!(address_in("Serving on http://127.0.0.1:1"), Some("http://127.0.0.1:1"));
        assert_eq!(address_in("Seeding 12 consultations"), None);
    }
}
