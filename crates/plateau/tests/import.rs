//! `plateau clients import` as an operator runs it, in a data folder of its own.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use words::{Lang, Talk};

const FR: Talk = Talk { lang: Lang::Fr, short: false };

const LIST: &str = "Nom;Prénom;Téléphone;Contrat\n\
    Benali;Karim;0550123456;C-1\n\
    ;=1+1;0550123457;C-2\n\
    Haddad;Samir;05501;C-3\n";

/// An empty folder with the list in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("clients.csv"), LIST).unwrap();
    folder
}

/// Imports the list: whether it went well, and what was said.
fn import(folder: &Path, more: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plateau"));
    command.args(["clients", "import", "clients.csv", "--data", "data"]).args(more);
    let ended = command.env_remove("DATABASE_URL").current_dir(folder).output().unwrap();
    let said = String::from_utf8([ended.stdout, ended.stderr].concat()).unwrap();
    (ended.status.success(), said)
}

#[test]
fn the_refused_lines_are_written_with_their_reason() {
    let folder = folder("import-refused");
    let (well, said) = import(&folder, &["--refused", "refus.csv"]);
    assert!(well && said.contains("refused lines in refus.csv: 2"), "{said}");
    let text = fs::read_to_string(folder.join("refus.csv")).unwrap();
    assert!(text.starts_with("\u{feff}Ligne;Raison;Nom;Prénom;Téléphone;Contrat\r\n"), "{text}");
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.contains(&*FR.t("clients-error-phone-short")) && text.contains("Haddad;Samir;05501;C-3"), "{text}");
    assert!(text.contains(";'=1+1;"), "no cell is a formula: {text}");
}

#[test]
fn a_file_that_is_there_already_is_not_written_over_and_nothing_is_imported() {
    let folder = folder("import-there-already");
    fs::write(folder.join("refus.csv"), "à moi").unwrap();
    let (well, said) = import(&folder, &["--refused", "refus.csv"]);
    assert!(!well && said.contains("refus.csv is there already"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("refus.csv")).unwrap(), "à moi");
    assert!(!folder.join("data").exists(), "the database was opened");
    // What goes wrong later leaves no empty file behind.
    let (well, said) = import(&folder, &["--refused", "autre.csv", "--map", "Adresse=street"]);
    assert!(!well && said.contains("there is no column \"Adresse\""), "{said}");
    assert!(!folder.join("autre.csv").exists(), "{said}");
}

#[test]
fn the_columns_of_an_earlier_file_fill_what_they_filled_then() {
    let folder = folder("import-recalled");
    let recalled = "the columns of an earlier file";
    let (well, said) = import(&folder, &["--map", "Contrat=reference"]);
    assert!(well && said.contains("Contrat -> reference") && !said.contains(recalled), "{said}");
    let (well, said) = import(&folder, &["--dry-run"]);
    assert!(well && said.contains("Contrat -> reference") && said.contains(recalled), "{said}");
    assert!(said.contains("1 known"), "{said}");
    // What is said wins over what was chosen then.
    let (well, said) = import(&folder, &["--dry-run", "--map", "Contrat="]);
    assert!(well && said.contains("Contrat -> (left out)") && !said.contains(recalled), "{said}");
}
