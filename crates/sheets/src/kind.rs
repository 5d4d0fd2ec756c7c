//! What kind of file it is.

use std::io::{Read, Seek, SeekFrom};

use crate::{SheetError, encoding};

/// The files that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text with rows and cells.
    Csv,
    /// A workbook of Excel 2007 or later, with or without macros.
    Xlsx,
    /// Cards of an address book.
    Vcard,
}

/// The files that people send instead, which are named in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A workbook before Excel 2007, or another old document of Office.
    OldExcel,
    /// A workbook with a password.
    Protected,
    /// A binary workbook (`.xlsb`).
    BinaryWorkbook,
    /// A sheet of LibreOffice or OpenOffice.
    OpenDocument,
    /// A document or a presentation of Office.
    OfficeDocument,
    /// A zip without a workbook, or another packed file.
    Packed,
    /// A PDF.
    Pdf,
    /// A web page, which many programs call `.xls`.
    WebPage,
    /// A picture.
    Picture,
    /// A name that ends with `.vcf`, and no card.
    NoCard,
    /// Bytes that are no text.
    Unknown,
}

/// How much is looked at, in bytes.
const HEAD: usize = 64 << 10;

impl Kind {
    /// The kind of a file, from its content first and its name second. `source` is left at its beginning.
    ///
    /// # Errors
    /// [`SheetError::Empty`], [`SheetError::Foreign`] with what it is instead, and those of `source`.
    pub fn of<R: Read + Seek>(source: &mut R, name: &str) -> Result<Kind, SheetError> {
        source.seek(SeekFrom::Start(0))?;
        let mut head = Vec::new();
        source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
        let kind = match head.as_slice() {
            [] => Err(SheetError::Empty),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => zipped(source),
            _ => match foreign(&head) {
                Some(other) => Err(SheetError::Foreign(other)),
                None => text(&head, name),
            },
        };
        source.seek(SeekFrom::Start(0))?;
        kind
    }
}

fn zipped<R: Read + Seek>(source: &mut R) -> Result<Kind, SheetError> {
    let Ok(mut archive) = zip::ZipArchive::new(source) else {
        return Err(SheetError::Foreign(Foreign::Packed));
    };
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    if has("xl/workbook.bin") {
        return Err(SheetError::Foreign(Foreign::BinaryWorkbook));
    }
    if has("xl/workbook.xml") || (has("[content_types].xml") && has("workbook.xml")) {
        return Ok(Kind::Xlsx);
    }
    if has("word/document.xml") || has("ppt/presentation.xml") {
        return Err(SheetError::Foreign(Foreign::OfficeDocument));
    }
    let mut said = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // A damaged part says nothing, and the file stays a zip like any other.
        part.take(128).read_to_string(&mut said).unwrap_or_default();
    }
    let open = said.starts_with("application/vnd.oasis.opendocument");
    Err(SheetError::Foreign(if open { Foreign::OpenDocument } else { Foreign::Packed }))
}

fn foreign(head: &[u8]) -> Option<Foreign> {
    const PROTECTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    match head {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            let is_protected = memchr::memmem::find(head, PROTECTED).is_some();
            Some(if is_protected { Foreign::Protected } else { Foreign::OldExcel })
        }
        // The files of Excel 2 to 4, which are no containers.
        [0x09, 0 | 2 | 4, 4 | 6, 0, ..] => Some(Foreign::OldExcel),
        [b'%', b'P', b'D', b'F', ..] => Some(Foreign::Pdf),
        [0x1F, 0x8B, ..]
        | [b'B', b'Z', b'h', b'1'..=b'9', 0x31, ..]
        | [b'7', b'z', 0xBC, ..]
        | [b'R', b'a', b'r', b'!', 0x1A, ..]
        | [0xFD, b'7', b'z', ..] => Some(Foreign::Packed),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => Some(Foreign::Picture),
        _ => None,
    }
}

fn text(head: &[u8], name: &str) -> Result<Kind, SheetError> {
    let decoded = encoding::decode_all(head, encoding::guess(head));
    let text = decoded.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}');
    if text.is_empty() {
        return Err(SheetError::Empty);
    }
    let begins = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if begins("BEGIN:VCARD") {
        return Ok(Kind::Vcard);
    }
    if ["<!doctype", "<html", "<table", "<?xml", "{\\rtf"].into_iter().any(begins) {
        return Err(SheetError::Foreign(if begins("{\\rtf") { Foreign::OfficeDocument } else { Foreign::WebPage }));
    }
    // Cells with a NUL or a control character in them are a client file; bytes of which many are such are none.
    let letters = text.chars().count();
    let strange =
        text.chars().filter(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n' | '\x1A')).count();
    if strange * 10 > letters {
        return Err(SheetError::Foreign(Foreign::Unknown));
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if matches!(ending.as_str(), "vcf" | "vcard") {
        return Err(SheetError::Foreign(Foreign::NoCard));
    }
    Ok(Kind::Csv)
}
