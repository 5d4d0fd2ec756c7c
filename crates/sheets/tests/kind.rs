//! What people choose when they are asked for a file.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Write};

use sheets::{Foreign, Kind, SheetError};
use zip::{ZipWriter, write::SimpleFileOptions};

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_is_what_its_content_says_whatever_its_name() {
    let card = b"\xEF\xBB\xBF\r\nbegin:vcard\r\nVERSION:3.0\r\nEND:VCARD\r\n".to_vec();
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain("nom;né\n".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cases = [
        (b"nom;ville\nBenali;Oran\n".to_vec(), "clients.xlsx", Kind::Csv),
        (b"nom\x00;ville\nBenali;Oran, Alger, Annaba\n".to_vec(), "", Kind::Csv),
        (wide, "clients.txt", Kind::Csv),
        (card, "clients.csv", Kind::Vcard),
        (zip(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]), "clients.csv", Kind::Xlsx),
    ];
    for (bytes, name, kind) in cases {
        let mut source = Cursor::new(bytes);
        assert_eq!(Kind::of(&mut source, name).unwrap(), kind);
        assert_eq!(source.position(), 0);
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let mut protected = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    protected.resize(2048, 0);
    let old = protected.clone();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let sheet = "application/vnd.oasis.opendocument.spreadsheet";
    let cases = [
        (old, Foreign::OldExcel),
        (include_bytes!("files/libreoffice.xls").to_vec(), Foreign::OldExcel),
        (protected, Foreign::Protected),
        (b"%PDF-1.7 ...".to_vec(), Foreign::Pdf),
        (zip(&[("mimetype", sheet), ("content.xml", "")]), Foreign::OpenDocument),
        (zip(&[("photo.txt", "x")]), Foreign::Packed),
        (zip(&[]), Foreign::Packed),
        (b"PK\x03\x04 cut".to_vec(), Foreign::Packed),
        (zip(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), Foreign::BinaryWorkbook),
        (zip(&[("[Content_Types].xml", ""), ("word/document.xml", "")]), Foreign::OfficeDocument),
        (b"\n<HTML><table><tr><td>Nom".to_vec(), Foreign::WebPage),
        (b"\x1F\x8B\x08\0\0".to_vec(), Foreign::Packed),
        (b"\x89PNG\r\n\x1A\n".to_vec(), Foreign::Picture),
        ((0..=255).collect(), Foreign::Unknown),
    ];
    for (bytes, foreign) in cases {
        match Kind::of(&mut Cursor::new(&bytes), "clients.csv") {
            Err(SheetError::Foreign(found)) => assert_eq!(found, foreign),
            other => panic!("{other:?} for {foreign:?}"),
        }
    }
    let no_card = Kind::of(&mut Cursor::new(b"nom;ville\n"), "clients.VCF");
    assert!(matches!(no_card, Err(SheetError::Foreign(Foreign::NoCard))));
    for empty in [&b""[..], b"\xEF\xBB\xBF", b" \r\n \t"] {
        assert!(matches!(Kind::of(&mut Cursor::new(empty), "a.csv"), Err(SheetError::Empty)));
    }
}
