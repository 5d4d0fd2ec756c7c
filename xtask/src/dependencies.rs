//! What others wrote: licences, sources, versions, and known weaknesses, by cargo-deny (`deny.toml`).

use std::path::PathBuf;
use std::process::Command;

use crate::place::Place;
use crate::process::{Stop, run};
use crate::report::Report;
use crate::tools::find;

/// The version that is installed when none is found.
const VERSION: &str = "0.20.2";

/// Licences, sources and versions always; known weaknesses where their database, which is not in the registry, is reached.
pub fn check(report: &mut Report, place: &Place) {
    let Some(deny) = report.step("cargo-deny", || found_or_installed(place)) else { return };
    report.step("dependencies", || {
        run(command(place, &deny).args(["--log-level", "error", "check", "bans", "licenses", "sources"]))
            .map(|_| ((), String::new()))
    });
    report.step("advisories", || {
        if let Err(stop) = run(command(place, &deny).args(["fetch", "db"])) {
            return Err(match stop {
                Stop::Interrupted => Stop::Interrupted,
                _ => Stop::Optional("the database of known weaknesses is not reached from here".to_owned()),
            });
        }
        run(command(place, &deny).args(["check", "--disable-fetch", "advisories"])).map(|_| ((), String::new()))
    });
}

fn command(place: &Place, deny: &PathBuf) -> Command {
    let mut command = Command::new(deny);
    command.current_dir(&place.root);
    command
}

/// cargo-deny in `PATH`, or in the cache, where it is built once.
fn found_or_installed(place: &Place) -> Result<(PathBuf, String), Stop> {
    let tools = place.cache.join("tools");
    let found = || find(&["cargo-deny"], &[tools.join("bin")]);
    if found().is_none() {
        println!("cargo-deny is missing: building it once, in {}", tools.display());
        let mut install =
            place.cargo(&["install", "--quiet", "--locked", "cargo-deny", "--version", VERSION, "--root"]);
        install.arg(&tools).env("CARGO_TARGET_DIR", tools.join("target"));
        // The program is used, not developed: what is quick to build is quick enough to run.
        install.args(["--profile", "dev", "--no-default-features"]);
        run(&mut install)?;
        drop(std::fs::remove_dir_all(tools.join("target")));
    }
    let deny = found().ok_or_else(|| Stop::Missing("cargo-deny was installed but not found".to_owned()))?;
    let version = crate::tools::said(&deny, &["--version"]);
    Ok((deny, version))
}
