//! Lines into pages, with their numbers, and what could not be written.

use std::collections::BTreeMap;

use words::Lang;

use crate::translate::{Translator, Word};
use crate::{Edition, Result, Size, Text, Writing};

/// A line in cells and in print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The cells, as dots: bit 0 is dot 1. No blank ends them.
    pub cells: Vec<u8>,
    /// The same in print, in reading order, without the indent.
    pub text: String,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its number, from 1.
    pub number: usize,
    /// Its lines; blank ones are empty.
    pub lines: Vec<Line>,
}

/// Where the pages go.
pub trait Sink {
    /// Takes the next page.
    ///
    /// # Errors
    /// What the writer says.
    fn page(&mut self, page: Page) -> Result<()>;
}

impl Sink for Vec<Page> {
    fn page(&mut self, page: Page) -> Result<()> {
        self.push(page);
        Ok(())
    }
}

/// Where the number of a page stands, at the right of a line of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// On the first line.
    Top,
    /// On the last line.
    #[default]
    Bottom,
    /// Nowhere.
    None,
}

/// What became of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many pages it takes.
    pub pages: usize,
    /// The characters that stand in it as code points.
    pub lost: BTreeMap<char, Lost>,
}

/// A character that has no braille.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Its script.
    pub writing: Writing,
    /// How many times it stands in the document.
    pub times: usize,
    /// The page of the first one.
    pub page: usize,
    /// Its line on that page, from 1.
    pub line: usize,
}

/// A line, and the characters that it holds as code points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Laid {
    pub line: Line,
    pub lost: Vec<char>,
}

impl Laid {
    /// Adds a word after a blank.
    pub(crate) fn add(&mut self, word: Word) {
        if !self.line.text.is_empty() {
            self.line.cells.push(0);
            self.line.text.push(' ');
        }
        self.line.cells.extend(word.cells);
        self.line.text.push_str(&word.text);
        self.lost.extend(word.lost);
    }

    pub(crate) fn indented(mut self, by: usize) -> Self {
        self.line.cells.splice(0..0, std::iter::repeat_n(0, by));
        self
    }
}

/// The page that is being filled, and those that went before.
pub(crate) struct Pages<'l, 's> {
    pub size: Size,
    numbers: Numbers,
    lang: Lang,
    /// Writes the numbers of the pages.
    with: Translator<'l>,
    sink: &'s mut dyn Sink,
    lines: Vec<Line>,
    /// A blank line is wanted before the next one, unless it would open the page.
    gap: bool,
    report: Report,
}

impl<'l, 's> Pages<'l, 's> {
    pub(crate) fn new(edition: Edition, lang: Lang, with: Translator<'l>, sink: &'s mut dyn Sink) -> Self {
        let Edition { size, numbers, .. } = edition;
        Self { size, numbers, lang, with, sink, lines: vec![], gap: false, report: Report::default() }
    }

    /// The lines of a page that text may take.
    pub(crate) fn height(&self) -> usize {
        self.size.lines() - usize::from(self.numbers != Numbers::None)
    }

    /// Asks for a blank line before what follows.
    pub(crate) fn gap(&mut self) {
        self.gap = true;
    }

    /// Begins a new page unless so many lines still fit on this one. True when it did.
    pub(crate) fn room(&mut self, for_lines: usize) -> Result<bool> {
        let wanted = for_lines.min(self.height()) + usize::from(self.gap);
        if self.lines.is_empty() || self.lines.len() + wanted <= self.height() {
            return Ok(false);
        }
        self.turn()?;
        Ok(true)
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, laid: Laid) -> Result<()> {
        self.room(1)?;
        if std::mem::take(&mut self.gap) && !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let (page, line) = (self.report.pages + 1, self.lines.len() + 1 + usize::from(self.numbers == Numbers::Top));
        for c in laid.lost {
            let first = Lost { writing: Writing::of(c), times: 0, page, line };
            self.report.lost.entry(c).or_insert(first).times += 1;
        }
        let mut line = laid.line;
        while line.cells.last() == Some(&0) {
            line.cells.pop();
        }
        self.lines.push(line);
        Ok(())
    }

    /// Ends the document.
    pub(crate) fn close(mut self) -> Result<Report> {
        if !self.lines.is_empty() || self.report.pages == 0 {
            self.turn()?;
        }
        Ok(self.report)
    }

    fn turn(&mut self) -> Result<()> {
        self.gap = false;
        self.report.pages += 1;
        let number = self.report.pages;
        let mut lines = std::mem::take(&mut self.lines);
        match self.numbers {
            Numbers::Top => lines.insert(0, self.number(number)?),
            Numbers::Bottom => {
                lines.resize(self.height(), Line::default());
                lines.push(self.number(number)?);
            }
            Numbers::None => {}
        }
        self.sink.page(Page { number, lines })
    }

    fn number(&mut self, number: usize) -> Result<Line> {
        let mut laid = Laid::default();
        for word in self.with.gathered(&Text::new(&number.to_string(), self.lang))? {
            laid.add(word);
        }
        let free = self.size.cells().saturating_sub(laid.line.cells.len());
        Ok(laid.indented(free).line)
    }
}
