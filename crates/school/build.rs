//! Puts the exercises and call scripts of the programme into the program, so that it runs from one file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let programme = here.join("../../programmes/1803-teleconseiller");
    write_list(&programme, "library.rs", &["scenarios", "work", "scripts"])?;
    write_list(&programme, "drills.rs", &["drills"])?;
    write_list(&programme, "lab.rs", &["lab", "documents", "keys"])
}

/// Writes constants that hold the files of some folders, each with its name.
fn write_list(programme: &Path, name: &str, folders: &[&str]) -> io::Result<()> {
    let mut source = String::new();
    for folder in folders {
        let constant = folder.to_uppercase();
        let _infallible = writeln!(source, "pub(crate) const {constant}: &[(&str, &str)] = &[");
        for file in toml_files(&programme.join(folder))? {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let _infallible = writeln!(source, "    ({stem:?}, include_str!({:?})),", file.canonicalize()?);
        }
        source.push_str("];\n");
        println!("cargo::rerun-if-changed={}", programme.join(folder).display());
    }
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join(name), source)
}

fn toml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = files.collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "toml"));
    files.sort();
    Ok(files)
}
