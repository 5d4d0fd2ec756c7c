//! What the typesetter may see: one template, one file of data, a logo, our fonts. No disk, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{Fonts, PaperError};

/// The typesetter's library, with what is still being tried of it: cells that are the heading of a row.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("paper.typ")));

/// The typesetter's desk, with one set of papers on it.
pub(crate) struct Desk {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    data: Bytes,
    logo: Option<Bytes>,
}

impl Desk {
    pub(crate) fn with(fonts: &Fonts, data: Vec<u8>, logo: Option<Vec<u8>>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&fonts.all));
        Self { book, fonts: fonts.all.clone(), data: Bytes::new(data), logo: logo.map(Bytes::new) }
    }

    /// Sets the papers and writes the file; what is against PDF/UA-1 is an error.
    pub(crate) fn set(&self) -> Result<Vec<u8>, PaperError> {
        let set = || {
            let document = typst::compile::<PagedDocument>(self).output?;
            // The file says nothing of when and by what it was made: the same papers are the same file.
            let standards = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
            typst_pdf::pdf(&document, &PdfOptions { standards, creator: Smart::Custom(None), ..PdfOptions::default() })
        };
        let done = set().map_err(|all| PaperError::Refused(told(&all)));
        // Nothing of these papers stays in the typesetter's memory.
        typst::comemo::evict(0);
        done
    }
}

/// Whether a file has this name.
fn is_named(name: &str, id: FileId) -> bool {
    VirtualPath::new(name).is_ok_and(|path| RootedPath::new(VirtualRoot::Project, path).intern() == id)
}

fn told(all: &[SourceDiagnostic]) -> String {
    all.iter().map(|own| own.message.to_string()).collect::<Vec<_>>().join("; ")
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.logo {
            _ if is_named("papers.json", id) => Ok(self.data.clone()),
            Some(logo) if is_named("logo.png", id) => Ok(logo.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
