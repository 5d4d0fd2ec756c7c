//! The guide: `docs/guide/{fr,ar,en}/*.md`, compiled into the program and read in it, signed in or not.
//!
//! A file is called `<order>-<page>.md`; `<page>` is its address under `/guide`. What may stand in it, and what each mark
//! means, is told by [`Block`] and [`Span`]; the tests of this room hold the three languages together.

mod keys;
mod markdown;
mod search;
#[cfg(test)]
mod tests;
mod web;

pub(crate) use self::web::routes;

use std::sync::OnceLock;

use ::words::Lang;

const FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/guide.rs"));

/// A page of the guide in one language.
#[derive(Debug)]
struct Leaf {
    lang: Lang,
    /// The name of its file, without the ending.
    file: &'static str,
    title: String,
    /// Its first paragraph, which the contents repeat.
    summary: Vec<Span>,
    blocks: Vec<Block>,
}

/// What a page is made of.
#[derive(Debug)]
enum Block {
    /// Level 2 or 3, numbered in the order of the page: `s1`, `s2`… in every language.
    Heading {
        level: u8,
        id: String,
        spans: Vec<Span>,
    },
    Paragraph(Vec<Span>),
    List {
        ordered: bool,
        items: Vec<Vec<Span>>,
    },
    /// The paragraph that stands right before a table in the file is its caption.
    Table(Table),
    /// Commands for a terminal, one a line.
    Commands(String),
}

#[derive(Debug)]
struct Table {
    caption: Vec<Span>,
    head: Vec<Vec<Span>>,
    /// The first cell of a row is its header.
    rows: Vec<Vec<Vec<Span>>>,
}

/// What a line is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Span {
    Text(String),
    /// Words in another script than the page's.
    Foreign {
        text: String,
        lang: &'static str,
    },
    /// `**…**`: the name of something in the program, exactly as the program says it.
    Name(String),
    /// `` `…` ``: a key, or keys pressed together.
    Key(String),
    /// `` `…` `` that is no key: a command, an address, a setting.
    Code(String),
    Link {
        href: String,
        text: String,
    },
}

impl Span {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Foreign { text, .. } | Self::Name(text) | Self::Key(text) | Self::Code(text) => {
                text
            }
            Self::Link { text, .. } => text,
        }
    }
}

impl Block {
    /// The lines of this block, each as its spans.
    fn lines(&self) -> Vec<&[Span]> {
        match self {
            Self::Heading { spans, .. } | Self::Paragraph(spans) => vec![spans],
            Self::List { items, .. } => items.iter().map(Vec::as_slice).collect(),
            Self::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten()).map(Vec::as_slice);
                std::iter::once(table.caption.as_slice()).chain(cells).collect()
            }
            Self::Commands(_) => vec![],
        }
    }
}

impl Leaf {
    /// The last part of its address.
    fn name(&self) -> &'static str {
        name_of(self.file)
    }

    /// Every line of the page, the summary first.
    #[cfg(test)]
    fn lines(&self) -> impl Iterator<Item = &[Span]> {
        std::iter::once(self.summary.as_slice()).chain(self.blocks.iter().flat_map(Block::lines))
    }
}

/// `braille` of `70-braille`.
fn name_of(file: &str) -> &str {
    file.split_once('-').map_or(file, |(_, name)| name)
}

/// The plain text of a line.
fn plain(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect()
}

/// The pages of a language, in the order of their files. A page that cannot be read is told in the log and left out;
/// the tests do not let it come to that.
fn book(lang: Lang) -> impl DoubleEndedIterator<Item = &'static Leaf> + Clone {
    static BOOK: OnceLock<Vec<Leaf>> = OnceLock::new();
    let all = BOOK.get_or_init(|| {
        let read = |&(code, file, source): &(&str, &'static str, &str)| {
            let lang = Lang::parse(code)?;
            let told = |fault: &markdown::Fault| tracing::error!(code, file, %fault, "a page of the guide");
            markdown::read(lang, file, source).inspect_err(told).ok()
        };
        FILES.iter().filter_map(read).collect()
    });
    all.iter().filter(move |leaf| leaf.lang == lang)
}
