//! Lists the guide of `docs/guide/<language>` for `include_str!`, so that the program carries it along.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [&str; 3] = ["fr", "ar", "en"];

fn main() -> Result<(), Box<dyn Error>> {
    let guide = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../docs/guide");
    let mut table = String::from("&[\n");
    for language in LANGUAGES {
        for (name, file) in pages(&guide.join(language))? {
            let file = file.to_str().ok_or("a path of the guide is not UTF-8")?;
            println!("cargo::rerun-if-changed={file}");
            writeln!(table, "    ({language:?}, {name:?}, include_str!({file:?})),")?;
        }
        println!("cargo::rerun-if-changed={}", guide.join(language).display());
    }
    table.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("guide.rs"), table)?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

/// The Markdown files of one language, in the order of their names.
fn pages(folder: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path().canonicalize()?;
        if let (Some(stem), Some("md")) = (path.file_stem(), path.extension().and_then(|kind| kind.to_str())) {
            found.push((stem.to_string_lossy().into_owned(), path.clone()));
        }
    }
    found.sort();
    Ok(found)
}
