//! Programs that the checks need and do not bring along: found, or installed with apt where that is allowed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{Stop, run};

/// The first of these programs in `PATH` and in further folders.
pub fn find(names: &[&str], further: &[PathBuf]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).chain(further.iter().cloned()).collect();
    let places = |name: &&str| folders.iter().map(|folder| folder.join(name)).find(|file| is_program(file));
    names.iter().find_map(places)
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// True when this process is the system's administrator.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A command run as administrator: directly, or through a `sudo` that asks no password. `None` when not allowed.
fn as_root(program: &str) -> Option<Command> {
    if is_root() {
        return Some(Command::new(program));
    }
    let sudo = find(&["sudo"], &[])?;
    let check = Command::new(&sudo)
        .args(["-n", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    check.is_ok_and(|status| status.success()).then(|| {
        let mut command = Command::new(sudo);
        command.args(["-n", program]);
        command
    })
}

/// Installs Debian packages. `what` names the need in the message.
///
/// # Errors
/// [`Stop::Missing`] with what to install when it is not allowed or apt fails.
pub fn install(what: &str, packages: &[&str]) -> Result<(), Stop> {
    let list = packages.join(" ");
    let advice = format!("{what} is missing: install it (Debian: apt-get install {list}) and run again");
    if find(&["apt-get"], &[]).is_none() {
        return Err(Stop::Missing(advice));
    }
    let (Some(mut update), Some(mut install)) = (as_root("env"), as_root("env")) else {
        return Err(Stop::Missing(advice));
    };
    println!("{what} is missing: installing {list}");
    let quiet = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
    // An old list of packages may still do: what counts is the installation.
    if let Err(Stop::Interrupted) = run(update.args(quiet).arg("update")) {
        return Err(Stop::Interrupted);
    }
    install.args(quiet).args(["install", "--yes", "--no-install-recommends"]).args(packages);
    match run(&mut install) {
        Ok(_) => Ok(()),
        Err(Stop::Interrupted) => Err(Stop::Interrupted),
        Err(_) => Err(Stop::Missing(advice)),
    }
}

/// Runs a shell line as administrator, for the rare setting that has no package.
pub fn shell_as_root(line: &str) -> bool {
    as_root("sh").is_some_and(|mut shell| shell.args(["-c", line]).status().is_ok_and(|status| status.success()))
}

/// What a program prints on its standard output, trimmed; empty when it cannot run.
pub fn said(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output();
    done.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
