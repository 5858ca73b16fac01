//! Running other programs, with one plain sentence when they fail.

use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::process::{Command, Stdio};

/// Runs a program to its end; it talks to the person directly.
pub fn run(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{} could not be started", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs a program to its end; what it says matters only when it fails.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    let output =
        command.output().with_context(|| format!("{} could not be started", name(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}): {}", name(command), output.status, said.trim());
    }
    Ok(())
}

/// Runs a program to its end and gives what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} could not be started", name(command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", name(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("{} printed something that is no text", name(command)))
}

/// The version a program tells, or nothing when there is no such program or it does not work.
pub fn version(command: &mut Command) -> Result<Option<String>> {
    match command.arg("--version").stderr(Stdio::null()).stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout);
            Ok(text
                .split_whitespace()
                .map(|word| word.trim_start_matches('v'))
                .find(is_version)
                .map(str::to_owned))
        }
        Ok(_) => Ok(None),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {
            Ok(None)
        }
        Err(error) => Err(error)
            .with_context(|| format!("{} could not be asked for its version", name(command))),
    }
}

fn is_version(word: &&str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.')
}

fn name(command: &Command) -> String {
    let arguments = command.get_args().take(3).map(|argument| argument.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(version(&mut Command::new("surely-no-such-program")).unwrap(), None);
    }

    #[test]
    fn a_version_is_a_number_with_points() {
        assert!(is_version(&"0.21.14"));
        assert!(!is_version(&"trunk"));
        assert!(!is_version(&"2026"));
    }
}
