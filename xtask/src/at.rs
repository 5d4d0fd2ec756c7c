//! Journeys heard and felt: Debian's screen reader, its braille daemon with 20 cells, a browser on a screen that nobody sees.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::place::Place;
use crate::process::{Stop, run};
use crate::tools::{find, install, said, shell_as_root};

/// The system's own Python: the modules of the screen reader belong to it.
const PYTHON: &str = "/usr/bin/python3";
/// What the screen reader and the braille daemon are reached by.
const MODULES: &str = "import brlapi, gi, louis, speechd, tomllib";
/// Programs of the journeys, each with its package.
const PROGRAMS: [(&str, &str); 8] = [
    (PYTHON, "python3"),
    ("/usr/bin/orca", "orca"),
    ("/usr/bin/brltty", "brltty"),
    ("/usr/bin/Xvfb", "xvfb"),
    ("/usr/bin/setxkbmap", "x11-xkb-utils"),
    ("/usr/bin/xdotool", "xdotool"),
    ("/usr/bin/openbox", "openbox"),
    ("/usr/bin/dbus-daemon", "dbus-daemon"),
];
/// Files that no program brings along, each with its package.
const FILES: [(&str, &str); 4] = [
    ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
    ("/usr/share/liblouis/tables/fr-bfu-g2.ctb", "liblouis-data"),
    ("/etc/brltty/Text/fr-2007.ttb", "brltty"),
    ("/usr/share/i18n/locales/ar_DZ", "locales"),
];
/// The languages that the screen reader speaks.
const LOCALES: [&str; 3] = ["fr_FR", "ar_DZ", "en_GB"];

/// What the journeys stand on.
pub struct Tools {
    chromium: PathBuf,
    locales: PathBuf,
}

/// `cargo xtask at`: builds the program and walks. The last line counts what passed and what failed.
pub fn main(options: &[&str]) -> ExitCode {
    let done = Place::find().map_err(Stop::Failed).and_then(|place| {
        run(&mut place.cargo(&["build", "--workspace", "--bin", "plateau"]))?;
        let (tools, text) = prepare(&place)?;
        println!("{text}");
        journeys(&place, &tools, options)
    });
    match done {
        Ok(_) => ExitCode::SUCCESS,
        Err(Stop::Failed(text) | Stop::Missing(text) | Stop::Optional(text)) => {
            // The walks have told their failures, and counted them in their last line.
            if !text.contains(" passed, ") {
                eprintln!("{text}");
            }
            ExitCode::FAILURE
        }
        Err(Stop::Interrupted) => ExitCode::FAILURE,
    }
}

/// Finds or installs everything but the program under test.
///
/// # Errors
/// [`Stop::Missing`] with what to install.
pub fn prepare(place: &Place) -> Result<(Tools, String), Stop> {
    let chromium = crate::browser::chromium()?;
    let missing = missing();
    if !missing.is_empty() {
        let _asleep = Asleep::begin(&missing);
        install("The screen reader or a part of its seat", &missing)?;
    }
    if said("fc-list", &[":lang=ar", "family"]).is_empty() {
        install("A font with Arabic", &["fontconfig", "fonts-noto-core"])?;
    }
    let still = self::missing();
    if !still.is_empty() {
        return Err(Stop::Missing(format!("installed, but not found: {}", still.join(" "))));
    }
    let locales = locales(place)?;
    let text = format!("Orca {}, {}", said("/usr/bin/orca", &["--version"]), said("/usr/bin/brltty", &["--version"]));
    Ok((Tools { chromium, locales }, text.lines().next().unwrap_or_default().to_owned()))
}

/// The packages of what is not there.
fn missing() -> Vec<&'static str> {
    let absent = PROGRAMS.iter().chain(&FILES).filter(|(file, _)| !Path::new(file).exists());
    let mut packages: Vec<&str> = absent.map(|(_, package)| *package).collect();
    let modules = Command::new(PYTHON).args(["-c", MODULES]).output().is_ok_and(|done| done.status.success());
    if !modules {
        packages.extend(["python3-brlapi", "python3-gi", "python3-louis", "python3-speechd"]);
    }
    packages
}

/// While it lives, the installation of a package starts no service: nobody asked this computer for a braille daemon.
struct Asleep {
    ours: bool,
    brltty: bool,
}

impl Asleep {
    /// Debian asks this file before it starts a service; 101 means no. One that is already there has its own reasons.
    fn begin(packages: &[&str]) -> Self {
        let line = "test ! -e /usr/sbin/policy-rc.d && printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d";
        Self { ours: shell_as_root(line), brltty: packages.contains(&"brltty") }
    }
}

impl Drop for Asleep {
    fn drop(&mut self) {
        if self.ours {
            shell_as_root("rm -f /usr/sbin/policy-rc.d");
        }
        if self.brltty && find(&["systemctl"], &[]).is_some() {
            // Nor at the next start of the computer.
            shell_as_root("systemctl disable brltty.service >/dev/null 2>&1 || true");
        }
    }
}

/// The locales of the screen reader, compiled into the cache: the system keeps the ones that it has.
fn locales(place: &Place) -> Result<PathBuf, Stop> {
    let folder = place.cache.join("locales");
    std::fs::create_dir_all(&folder).map_err(|error| Stop::Failed(format!("{}: {error}", folder.display())))?;
    for name in LOCALES {
        let compiled = folder.join(format!("{name}.UTF-8"));
        if !compiled.is_dir() {
            run(Command::new("localedef").args(["-i", name, "-f", "UTF-8"]).arg(&compiled))?;
        }
    }
    Ok(folder)
}

/// Checks the readers of speech, braille and texts by themselves, then walks. `options` are those of `tests/at/run.py`.
///
/// # Errors
/// [`Stop::Failed`] when a check or a walk fails.
pub fn journeys(place: &Place, tools: &Tools, options: &[&str]) -> Result<((), String), Stop> {
    let folder = place.root.join("tests/at");
    let python = |words: &[&str]| {
        let mut command = Command::new(PYTHON);
        command.args(words).current_dir(&folder).env("PYTHONDONTWRITEBYTECODE", "1");
        command
    };
    run(&mut python(&["-m", "unittest", "discover", "--start-directory", "checks", "--top-level-directory", "."]))?;
    // A folder for pictures is meant from where the person stands.
    let here = std::env::current_dir().map_err(|error| Stop::Failed(format!("the current folder: {error}")))?;
    let mut command = python(&["run.py"]);
    command.arg("--record").arg(place.records().join("screen-reader.json"));
    let mut before = "";
    for option in options {
        match before {
            "--shots" => command.arg(here.join(option)),
            _ => command.arg(option),
        };
        before = option;
    }
    command.env("PLATEAU_BIN", place.plateau("debug")).env("PLATEAU_CHROMIUM", &tools.chromium);
    let lines = run(command.env("PLATEAU_LOCALES", &tools.locales))?;
    let count = lines.iter().rev().find(|line| line.contains(" passed, ")).cloned();
    count.map(|count| ((), count)).ok_or_else(|| Stop::failed("the journeys did not say how many passed"))
}
