//! Lists the files of programme 1803 for `include_str!`, so that the program works without its folder.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "../../programmes/1803-teleconseiller";

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(FOLDER);
    let mut files = toml_files(&root)?;
    files.extend(toml_files(&root.join("modules"))?);
    files.sort();

    let mut list = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        let path = file.to_string_lossy();
        writeln!(list, "    ({name:?}, include_str!({path:?})),")?;
        println!("cargo::rerun-if-changed={path}");
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), list)?;
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed={}", root.join("modules").display());
    Ok(())
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() && path.extension().is_some_and(|kind| kind == "toml") {
            files.push(path);
        }
    }
    Ok(files)
}
