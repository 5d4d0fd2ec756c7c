//! Lists `locales/<language>/<room>.ftl` and generates the table of embedded texts.
#![allow(clippy::print_stdout, reason = "a build script talks to Cargo on standard output")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [&str; 3] = ["fr", "ar", "en"];

fn main() -> Result<(), Box<dyn Error>> {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut table = String::from("pub(crate) static SOURCES: &[(&str, &str, &str)] = &[\n");
    for language in LANGUAGES {
        for (room, file) in rooms(&locales.join(language))? {
            println!("cargo::rerun-if-changed={}", file.display());
            let file = file.to_str().ok_or("a locale path is not UTF-8")?;
            writeln!(table, "    ({language:?}, {room:?}, include_str!({file:?})),")?;
        }
    }
    table.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("sources.rs"), table)?;
    Ok(())
}

/// The Fluent files of one language, in the order of their names; none when the folder is absent.
fn rooms(folder: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let Ok(folder) = folder.canonicalize() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        if let (Some(room), Some("ftl")) = (stem, path.extension().and_then(|e| e.to_str())) {
            found.push((room.to_owned(), path.clone()));
        }
    }
    found.sort();
    Ok(found)
}
