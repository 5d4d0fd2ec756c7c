//! The day in a real browser: Debian's Chromium, Node, two packages, fonts of both scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;
use crate::process::{Stop, run};
use crate::tools::{find, install, said};

/// The oldest Node that the packages accept.
const NODE: u32 = 20;

/// What the browser tests stand on.
pub struct Tools {
    node: PathBuf,
    chromium: PathBuf,
    packages: PathBuf,
}

/// Finds or installs Chromium, Node, the fonts and the two packages.
///
/// # Errors
/// [`Stop::Missing`] with what to install, [`Stop::Failed`] when the packages do not install.
pub fn prepare(place: &Place) -> Result<(Tools, String), Stop> {
    let chromium = chromium()?;
    let node = node()?;
    if said("fc-list", &[":lang=ar", "family"]).is_empty() {
        install("A font with Arabic", &["fontconfig", "fonts-noto-core"])?;
    }
    let packages = packages(place)?;
    let text = format!("{}, node {}", said(&chromium, &["--version", "--no-sandbox"]), said(&node, &["--version"]));
    Ok((Tools { node, chromium, packages }, text))
}

/// Chromium: the one that `PLATEAU_CHROMIUM` names, or Debian's, found or installed.
///
/// # Errors
/// [`Stop::Missing`] with what to install.
pub fn chromium() -> Result<PathBuf, Stop> {
    if let Some(chosen) = std::env::var_os("PLATEAU_CHROMIUM").map(PathBuf::from) {
        return Ok(chosen);
    }
    let found = || find(&["chromium", "chromium-browser"], &[]);
    if found().is_none() {
        install("Chromium", &["chromium"])?;
    }
    found().ok_or_else(|| Stop::Missing("Chromium was installed but not found in PATH".to_owned()))
}

fn node() -> Result<PathBuf, Stop> {
    let found = || find(&["node", "nodejs"], &[]).filter(|_| find(&["npm"], &[]).is_some());
    if found().is_none() {
        install("Node with npm", &["nodejs", "npm"])?;
    }
    let node = found().ok_or_else(|| Stop::Missing("Node was installed but node and npm were not found".to_owned()))?;
    let version = said(&node, &["--version"]);
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(Stop::Missing(format!("Node {NODE} or newer is needed, this is {version}")));
    }
    Ok(node)
}

/// Installs exactly what the lock file names, once per lock file, outside the checkout.
fn packages(place: &Place) -> Result<PathBuf, Stop> {
    let (from, to) = (place.root.join("tests/browser"), place.cache.join("node"));
    let io = |error: std::io::Error| Stop::Failed(format!("{}: {error}", to.display()));
    let done = to.join("installed-lock.json");
    let lock = fs::read(from.join("package-lock.json")).map_err(io)?;
    if fs::read(&done).is_ok_and(|installed| installed == lock) && to.join("node_modules").is_dir() {
        return Ok(to);
    }
    fs::create_dir_all(&to).map_err(io)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(from.join(file), to.join(file)).map_err(io)?;
    }
    npm(&to)?;
    fs::write(&done, lock).map_err(io)?;
    Ok(to)
}

fn npm(folder: &Path) -> Result<(), Stop> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")).map(|_| ())
}

/// Every journey and every page, on SQLite.
///
/// # Errors
/// [`Stop::Failed`] when one of them fails.
pub fn whole(place: &Place, tools: &Tools) -> Result<((), String), Stop> {
    let mut command = journeys(place, tools);
    command.arg("--record").arg(place.records().join("browser.json"));
    counted(&mut command)
}

/// The day and the crash test on the PostgreSQL server at `url`; its pages are the same and are not audited again.
///
/// # Errors
/// [`Stop::Failed`] when one of them fails.
pub fn on_postgres(place: &Place, tools: &Tools, url: &str) -> Result<((), String), Stop> {
    let mut command = journeys(place, tools);
    command.args(["--only", "day,crash", "--lang", "fr,ar", "--no-audit"]).env("PLATEAU_DAY_POSTGRES", url);
    counted(&mut command)
}

fn journeys(place: &Place, tools: &Tools) -> Command {
    let mut command = Command::new(&tools.node);
    command.arg(place.root.join("tests/browser/run.mjs")).current_dir(&place.root);
    command.env("PLATEAU_BIN", place.plateau("debug")).env_remove("PLATEAU_DAY_POSTGRES");
    command.env("PLATEAU_CHROMIUM", &tools.chromium).env("PLATEAU_NODE", &tools.packages);
    command
}

/// The last line of a run counts what passed.
fn counted(command: &mut Command) -> Result<((), String), Stop> {
    let lines = run(command)?;
    let count = lines.iter().rev().find(|line| line.contains(" passed, ")).cloned();
    count.map(|count| ((), count)).ok_or_else(|| Stop::failed("the browser tests did not say how many passed"))
}
