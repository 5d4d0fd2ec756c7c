//! What a document holds, whatever the page it is laid out for.

use words::Lang;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its title, for the file's metadata; the first heading of the blocks is what is read.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: level 1 is centred, level 2 is indented by 4 cells, the others by 6.
    Heading {
        /// 1 is the highest.
        level: u8,
        /// Its words.
        text: Text,
    },
    /// A paragraph: its first line is indented by 2 cells.
    Paragraph(Text),
    /// A line of its own, such as "label: value": what runs over is indented by 2 cells.
    Entry(Text),
    /// A list: each item as an entry, what is nested in it indented further.
    List {
        /// The number of the first item; none when the items are not numbered.
        first: Option<i64>,
        /// The items.
        items: Vec<Item>,
    },
    /// A table.
    Table(Table),
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its own words.
    pub text: Text,
    /// What is nested in it.
    pub blocks: Vec<Block>,
}

/// A table: in columns when they fit the width, else one line for each value, "header: value", under the row's first cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Text,
    /// The headers of its columns; may be empty.
    pub head: Vec<Text>,
    /// Its rows. A row may be shorter than the head.
    pub rows: Vec<Vec<Text>>,
}

/// A text in one or several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

/// A stretch of a text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Their language. It chooses the code of what is written in Latin letters; Arabic letters are Arabic in any language.
    pub lang: Lang,
}

impl Text {
    /// A text in one language.
    #[must_use]
    pub fn new(text: &str, lang: Lang) -> Self {
        let mut new = Self::default();
        new.push(text, lang);
        new
    }

    /// Adds words; they join the last stretch when the language is the same.
    pub fn push(&mut self, text: &str, lang: Lang) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.lang == lang => last.text.push_str(text),
            _ => self.0.push(Span { text: text.to_owned(), lang }),
        }
    }

    /// Adds another text.
    pub fn append(&mut self, other: Self) {
        for span in other.0 {
            self.push(&span.text, span.lang);
        }
    }

    /// True when there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}
