//! Running a test runner: its lines go to the person and are counted on the way.

use super::count::Count;
use super::report::TestsFailed;
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs it to its end and gives what it counted.
pub fn counted(command: &mut Command) -> Result<Count> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} could not be started"))?;
    let stdout = child.stdout.take().context("a runner has no output")?;
    let mut count = Count::default();
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line.with_context(|| format!("the output of {program} could not be read"))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count.read(&line);
    }
    match child.wait()?.success() {
        true => Ok(count),
        false => Err(TestsFailed(count).into()),
    }
}

/// Runs several, the later ones too when an earlier one failed, and adds up what they counted.
pub fn all(commands: impl IntoIterator<Item = Command>) -> Result<Count> {
    let mut sum = Count::default();
    let mut failed = false;
    for mut command in commands {
        match counted(&mut command) {
            Ok(count) => sum = sum.and(count),
            Err(error) => {
                let TestsFailed(count) = error.downcast::<TestsFailed>()?;
                failed = true;
                sum = sum.and(count);
            }
        }
    }
    if failed { Err(TestsFailed(sum).into()) } else { Ok(sum) }
}
