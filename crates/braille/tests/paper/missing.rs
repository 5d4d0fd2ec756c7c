//! What is said when something is missing.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use braille::{Block, Brf, Error, Grade, Grades, Louis, Size, SizeError, Text, write};
use words::Lang;

use crate::{paper, sheet};

fn hello() -> braille::Sheet {
    sheet(Lang::Fr, vec![Block::Paragraph(Text::new("Bonjour", Lang::Fr))])
}

#[test]
fn a_computer_without_the_library_is_told_what_to_install() {
    let louis = Louis::at(Some(OsString::from("/nulle/part/liblouis.so.20")), None);
    let error = write(&hello(), paper(30, 28), &louis, &mut Vec::new()).unwrap_err();
    assert!(matches!(error, Error::Absent { .. }), "{error:?}");
    let said = error.to_string();
    assert!(said.contains("/nulle/part/liblouis.so.20") && said.contains("apt-get install liblouis20"), "{said}");
}

#[test]
fn a_missing_table_is_named_before_any_page_is_written() {
    let empty = tempfile::tempdir().unwrap();
    let louis = Louis::at(None, Some(PathBuf::from(empty.path())));
    let mut written = Vec::new();
    let error = write(&hello(), paper(30, 28), &louis, &mut written).unwrap_err();
    let Error::Table { name, cause } = &error else { unreachable!("{error:?}") };
    assert!(name.ends_with("fr-bfu-comp6.utb") && !cause.is_empty(), "{name}: {cause}");
    assert!(written.is_empty());
    assert!(matches!(louis.forward(Grade::Arabic6, "ا"), Err(Error::Table { .. })), "and each table is asked for");
}

#[test]
fn a_table_whose_own_files_are_missing_says_which() {
    let folder = tempfile::tempdir().unwrap();
    for grade in Grades::default().each() {
        std::fs::write(folder.path().join(grade.table()), "include nulle-part.cti\n").unwrap();
    }
    let error =
        write(&hello(), paper(30, 28), &Louis::at(None, Some(folder.path().into())), &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("nulle-part.cti"), "{error}");
}

/// What the test below starts again with another environment.
#[test]
fn the_folder_of_tables_that_the_operator_names_is_used() {
    if std::env::var_os("PLATEAU_TEST_INNER").is_some() {
        let error = Louis::from_env().check(&[Grade::French6]).unwrap_err();
        assert!(matches!(&error, Error::Table { name, .. } if name == "fr-bfu-comp6.utb"), "{error:?}");
        return;
    }
    Louis::from_env().check(&[Grade::French6]).unwrap();
    let empty = tempfile::tempdir().unwrap();
    let again = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "missing::the_folder_of_tables_that_the_operator_names_is_used"])
        .env("PLATEAU_TEST_INNER", "1")
        .env("LOUIS_TABLEPATH", empty.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&again.stdout);
    assert!(again.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn every_table_offered_is_on_this_computer() {
    Louis::from_env().check(&Grade::ALL).unwrap();
    assert!(Louis::from_env().version().unwrap().starts_with("3."));
}

#[test]
fn a_display_of_fewer_than_twelve_cells_is_refused_by_its_size() {
    assert_eq!(Size::new(11, 28), Err(SizeError::Cells(11)));
    assert_eq!(Size::new(61, 28), Err(SizeError::Cells(61)));
    assert_eq!(Size::new(30, 9), Err(SizeError::Lines(9)));
    assert_eq!(Size::new(30, 41), Err(SizeError::Lines(41)));
    assert!(Size::new(12, 10).is_ok() && Size::new(60, 40).is_ok());
}

#[test]
fn eight_dots_are_not_written_in_a_file_of_six() {
    let mut edition = paper(30, 28);
    edition.grades = Grades::default().with(Grade::Arabic8);
    let error = Brf::new(Vec::new(), edition).unwrap_err();
    assert!(matches!(error, Error::EightDots { grade: Grade::Arabic8 }), "{error:?}");
}
