//! Documents damaged on purpose: whatever stands in a part or in the package, reading it ends with a document or a refusal.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::lab::documents::{self, Document};
use crate::lab::library::DOCUMENTS;
use crate::practice::library::surroundings;

const FILES: [(&str, &[u8]); 5] = [
    ("procedure.docx", include_bytes!("files/procedure.docx")),
    ("report.odt", include_bytes!("files/report.odt")),
    ("calls.xlsx", include_bytes!("files/calls.xlsx")),
    ("calls-libreoffice.xlsx", include_bytes!("files/calls-libreoffice.xlsx")),
    ("marks.ods", include_bytes!("files/marks.ods")),
];

/// What is done to bytes, at a place that is a share of their length.
#[derive(Clone, Debug)]
enum Damage {
    Flip(u8),
    Cut(usize),
    Twice(usize),
    Put(&'static str),
}

/// Pieces that readers of these formats trip over.
const PIECES: [&str; 12] = [
    "<w:p>",
    "</w:p>",
    "<c r=\"XFD1048576\" t=\"s\"><v>4294967296</v></c>",
    "<f>SUM(A1:XFD1048576)</f>",
    " table:number-columns-repeated=\"2147483648\"",
    " table:number-rows-repeated=\"-1\"",
    "&#x110000;",
    "&lol;",
    "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
    "\0",
    "]]>",
    "\u{202e}",
];

fn damage() -> impl Strategy<Value = Vec<(f64, Damage)>> {
    let one = prop_oneof![
        any::<u8>().prop_map(Damage::Flip),
        (1_usize..200).prop_map(Damage::Cut),
        (1_usize..4_000).prop_map(Damage::Twice),
        prop::sample::select(PIECES.as_slice()).prop_map(Damage::Put),
    ];
    prop::collection::vec((0.0..1.0_f64, one), 1..6)
}

fn damaged(mut bytes: Vec<u8>, all: &[(f64, Damage)]) -> Vec<u8> {
    for (place, damage) in all {
        let at = (bytes.len() as f64 * place) as usize;
        match damage {
            Damage::Flip(bits) => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bits),
            Damage::Cut(length) => drop(bytes.drain(at..bytes.len().min(at + length))),
            Damage::Twice(length) => {
                let piece = bytes[at..bytes.len().min(at + length)].to_vec();
                bytes.splice(at..at, piece);
            }
            Damage::Put(piece) => drop(bytes.splice(at..at, piece.bytes())),
        }
    }
    bytes
}

/// Reads it and, when it can be read, looks for every point of every exercise of its kind.
fn read(name: &str, bytes: &[u8]) {
    let Ok(document) = Document::read(name, bytes) else { return };
    for (_, source) in DOCUMENTS {
        if let Ok(exercise) = documents::parse(source, &surroundings().criteria) {
            let found = exercise.check(&document);
            assert_eq!(found.len(), exercise.points.len());
        }
    }
}

/// The package with one of its parts damaged, so that the damage reaches the reader of the part.
fn with_part(bytes: &[u8], part: f64, all: &[(f64, Damage)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let chosen = (archive.len() as f64 * part) as usize;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let (name, mut own) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut own).unwrap();
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(&if at == chosen { damaged(own, all) } else { own }).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_part_is_read_or_refused(file in prop::sample::select(FILES.as_slice()), part in 0.0..1.0_f64, all in damage()) {
        read(file.0, &with_part(file.1, part, &all));
    }

    #[test]
    fn a_damaged_package_is_read_or_refused(file in prop::sample::select(FILES.as_slice()), all in damage()) {
        read(file.0, &damaged(file.1.to_vec(), &all));
    }
}
