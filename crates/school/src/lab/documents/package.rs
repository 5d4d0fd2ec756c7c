//! The zipped file of a document, opened with care: what is refused, and the limits on what is inflated.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Element};

/// The largest file that is taken, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// The most entries of a package.
const MOST_ENTRIES: usize = 1_000;
/// The largest part that is inflated, in bytes.
const LARGEST_PART: u64 = 16 * 1024 * 1024;
/// What is inflated of one package altogether, in bytes.
const LARGEST_ALL: u64 = 40 * 1024 * 1024;
/// What a package may say that it holds, in bytes; pictures are never inflated, and no real document says more.
const LARGEST_SAID: u128 = 400 * 1024 * 1024;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A text of Word.
    Docx,
    /// A workbook of Excel.
    Xlsx,
    /// A text of LibreOffice.
    Odt,
    /// A workbook of LibreOffice.
    Ods,
}

impl FileKind {
    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Ods => "ods",
        }
    }

    /// True for a text, false for a workbook.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Docx | Self::Odt)
    }
}

/// Why a file is not read. `key` is its text key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No file was chosen, or it has nothing in it.
    #[error("empty")]
    Empty,
    /// More than [`LARGEST`] bytes.
    #[error("too large")]
    TooLarge,
    /// Not a document of the kinds that are read.
    #[error("not a document")]
    NotADocument,
    /// A document in a format of before 2007.
    #[error("an old format")]
    Old,
    /// Protected by a password.
    #[error("protected by a password")]
    Encrypted,
    /// It carries macros.
    #[error("macros")]
    Macros,
    /// It inflates to more than any document.
    #[error("inflates too much")]
    Bomb,
    /// Cut off or damaged.
    #[error("damaged")]
    Damaged,
    /// Names that lead out of the package, entities, or too many levels: no word processor writes that.
    #[error("not written by a word processor")]
    Hostile,
    /// The ending of the name says another kind than the file is.
    #[error("the ending does not fit")]
    Ending,
    /// A workbook where a text is asked for, or the contrary.
    #[error("the other kind of document")]
    Other,
}

impl Refused {
    /// The text key of the reason, which ends with what to do.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "documents-refused-empty",
            Self::TooLarge => "documents-refused-large",
            Self::NotADocument => "documents-refused-kind",
            Self::Old => "documents-refused-old",
            Self::Encrypted => "documents-refused-password",
            Self::Macros => "documents-refused-macros",
            Self::Bomb => "documents-refused-bomb",
            Self::Damaged => "documents-refused-damaged",
            Self::Hostile => "documents-refused-hostile",
            Self::Ending => "documents-refused-ending",
            Self::Other => "documents-refused-other",
        }
    }
}

impl From<ZipError> for Refused {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::InvalidPassword => Self::Encrypted,
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => Self::Encrypted,
            _ => Self::Damaged,
        }
    }
}

/// An open package.
pub struct Package<'b> {
    /// What it is.
    pub kind: FileKind,
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a file that was sent under a name.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn open(name: &str, bytes: &'b [u8]) -> Result<Self, Refused> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        outside(&ending, bytes)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
        let names = names_of(&archive)?;
        let mut package = Self { kind: FileKind::Docx, archive, names, left: LARGEST_ALL };
        package.kind = package.kind_within()?;
        if ending != package.kind.ending() {
            return Err(Refused::Ending);
        }
        Ok(package)
    }

    fn kind_within(&mut self) -> Result<FileKind, Refused> {
        let macros = |name: &String| name.to_lowercase().ends_with("vbaproject.bin") || name.starts_with("Basic/");
        if self.names.iter().any(macros) {
            return Err(Refused::Macros);
        }
        if let Some(kind) = self.text_of("mimetype")? {
            return self.open_document(&kind);
        }
        let Some(types) = self.xml("[Content_Types].xml")? else { return Err(Refused::NotADocument) };
        let main = |wanted: &str| {
            types.all("Override").chain(types.all("Default")).any(|own| own.get("ContentType").contains(wanted))
        };
        if main("macroEnabled") {
            Err(Refused::Macros)
        } else if main("wordprocessingml.document.main+xml") {
            Ok(FileKind::Docx)
        } else if main("spreadsheetml.sheet.main+xml") {
            Ok(FileKind::Xlsx)
        } else {
            Err(Refused::NotADocument)
        }
    }

    fn open_document(&mut self, kind: &str) -> Result<FileKind, Refused> {
        let manifest = self.xml("META-INF/manifest.xml")?;
        if manifest.is_some_and(|manifest| manifest.all("encryption-data").next().is_some()) {
            return Err(Refused::Encrypted);
        }
        match kind.trim() {
            "application/vnd.oasis.opendocument.text" => Ok(FileKind::Odt),
            "application/vnd.oasis.opendocument.spreadsheet" => Ok(FileKind::Ods),
            _ => Err(Refused::NotADocument),
        }
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// A part as XML, if it is there.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn xml(&mut self, name: &str) -> Result<Option<Element>, Refused> {
        self.text_of(name)?.map(|text| xml::read(&text)).transpose()
    }

    /// A part that must be there.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn needed(&mut self, name: &str) -> Result<Element, Refused> {
        self.xml(name)?.ok_or(Refused::Damaged)
    }

    /// Inflates a part, within the limits whatever its header says.
    fn text_of(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(at) = self.names.iter().position(|own| own == name) else { return Ok(None) };
        let part = self.archive.by_index(at)?;
        let limit = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        let read = part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)? as u64;
        if read > limit {
            return Err(Refused::Bomb);
        }
        self.left -= read;
        String::from_utf8(bytes).map(Some).map_err(|_| Refused::Damaged)
    }
}

/// What can be told from the name and the first bytes.
fn outside(ending: &str, bytes: &[u8]) -> Result<(), Refused> {
    /// How a container of the older formats begins; a protected document of today is one too.
    const CONTAINER: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if matches!(ending, "docm" | "xlsm" | "dotm" | "xltm" | "xlsb" | "xlam") {
        return Err(Refused::Macros);
    }
    if bytes.starts_with(CONTAINER) {
        let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let protected = bytes.windows(wide.len()).any(|window| window == wide);
        return Err(if protected { Refused::Encrypted } else { Refused::Old });
    }
    if !bytes.starts_with(b"PK") {
        return Err(Refused::NotADocument);
    }
    Ok(())
}

/// The names of the parts, when the whole list is one that a word processor could have written.
fn names_of(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, Refused> {
    if archive.len() > MOST_ENTRIES {
        return Err(Refused::Bomb);
    }
    let (mut names, mut said) = (Vec::with_capacity(archive.len()), 0_u128);
    for at in 0..archive.len() {
        let part = archive.by_index_data(at)?;
        if part.encrypted() {
            return Err(Refused::Encrypted);
        }
        said += u128::from(part.size());
        let name = part.name().map_err(|_| Refused::Hostile)?.into_owned();
        if name.contains('\\') || name.starts_with('/') || name.split('/').any(|step| step == "..") {
            return Err(Refused::Hostile);
        }
        names.push(name);
    }
    if said > LARGEST_SAID { Err(Refused::Bomb) } else { Ok(names) }
}
