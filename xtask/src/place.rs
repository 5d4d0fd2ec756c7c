//! Where things stand: the workspace, the build folder, the cache.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of a run.
#[derive(Clone, Debug)]
pub struct Place {
    /// The root of the workspace.
    pub root: PathBuf,
    /// Where cargo builds.
    pub target: PathBuf,
    /// What is kept between runs besides builds: the packages of the browser tests.
    pub cache: PathBuf,
}

impl Place {
    /// Finds the workspace and the folders.
    ///
    /// # Errors
    /// A sentence, outside the workspace or without `HOME`.
    pub fn find() -> Result<Self, String> {
        let root = workspace()?;
        let home =
            std::env::var_os("HOME").filter(|home| !home.is_empty()).ok_or("HOME is not set: set it and run again")?;
        let cache = Path::new(&home).join(".cache/plateau");
        let target = match std::env::var_os("CARGO_TARGET_DIR").filter(|target| !target.is_empty()) {
            Some(target) => root.join(target),
            None => cache.join("target"),
        };
        Ok(Self { root, target, cache })
    }

    /// `cargo` with these arguments, in the workspace, building in [`Place::target`].
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        command.args(arguments).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        // What `cargo run` told this program about itself is not meant for the cargo that it starts.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        command
    }

    /// What the checks found, for the accessibility statement.
    pub fn records(&self) -> PathBuf {
        self.cache.join("records")
    }

    /// The program as built by a profile's folder, `debug` or `release`.
    pub fn plateau(&self, folder: &str) -> PathBuf {
        self.target.join(folder).join("plateau")
    }
}

/// Asked at run time, because one build folder may serve several checkouts.
fn workspace() -> Result<PathBuf, String> {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = std::env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let start = own.unwrap_or(here);
    let found = start.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file());
    found.map(Path::to_owned).ok_or_else(|| format!("{} is not inside the workspace", start.display()))
}
