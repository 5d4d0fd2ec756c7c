//! A document laid out on pages.

use crate::flow::{Flow, Margins, lines};
use crate::pages::{Laid, Pages};
use crate::translate::{Translator, Word};
use crate::{Block, Grades, Item, Louis, Numbers, Report, Result, Sheet, Sink, Size, Text, table};

/// How a document is written: the codes, the page, its numbers.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// The code of each language.
    pub grades: Grades,
    /// The page.
    pub size: Size,
    /// Where the page numbers stand.
    pub numbers: Numbers,
}

/// Lays a document out and hands its pages over one by one. What is not yet handed over is never more than a page and
/// a table.
///
/// # Errors
/// [`Error::Absent`](crate::Error::Absent) or [`Error::Table`](crate::Error::Table) before the first page; what the sink says.
pub fn write(sheet: &Sheet, edition: Edition, louis: &Louis, sink: &mut dyn Sink) -> Result<Report> {
    louis.check(&edition.grades.each())?;
    let translator = || Translator::new(louis, edition.grades, sheet.lang);
    let mut layout = Layout { with: translator(), pages: Pages::new(edition, sheet.lang, translator(), sink) };
    layout.blocks(&sheet.blocks, 0)?;
    layout.pages.close()
}

/// The translator and the pages of one document.
pub(crate) struct Layout<'l, 's> {
    pub(crate) with: Translator<'l>,
    pub(crate) pages: Pages<'l, 's>,
}

impl Layout<'_, '_> {
    fn blocks(&mut self, blocks: &[Block], depth: usize) -> Result<()> {
        blocks.iter().try_for_each(|block| self.block(block, depth))
    }

    fn block(&mut self, block: &Block, depth: usize) -> Result<()> {
        let indent = self.indent(depth);
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.flow(text, self.margins(indent + 2, indent), None),
            Block::Entry(text) => self.flow(text, self.margins(indent, indent + 2), None),
            Block::List { first, items } => self.list(*first, items, depth),
            Block::Table(table) => table::lay(self, table),
        }
    }

    /// Two cells for each level, and never more than a third of the line.
    fn indent(&self, depth: usize) -> usize {
        (depth * 2).min(self.pages.size.cells() / 3)
    }

    pub(crate) fn margins(&self, first: usize, rest: usize) -> Margins {
        Margins { first, rest, width: self.pages.size.cells() }
    }

    /// A heading has a blank line before it, and two lines of what it opens on its page.
    fn heading(&mut self, level: u8, text: &Text) -> Result<()> {
        let words = self.with.gathered(text)?;
        let width = self.pages.size.cells();
        let found = if level == 1 {
            let margin = if width < 20 { 0 } else { 3 };
            let found = lines(words, Margins { first: 0, rest: 0, width: width - 2 * margin });
            let centred = |laid: Laid| {
                let free = width - laid.line.cells.len();
                laid.indented(free / 2)
            };
            found.into_iter().map(centred).collect()
        } else {
            let indent = (if level == 2 { 4 } else { 6 }).min(width / 4);
            lines(words, self.margins(indent, indent))
        };
        if found.is_empty() {
            return Ok(());
        }
        self.pages.gap();
        self.pages.room(found.len() + 2)?;
        self.lines(found)?;
        if level == 1 {
            self.pages.gap();
        }
        Ok(())
    }

    fn list(&mut self, first: Option<i64>, items: &[Item], depth: usize) -> Result<()> {
        let indent = self.indent(depth);
        for (item, number) in items.iter().zip(first.unwrap_or(1)..) {
            let mark = match (first, item.text.0.first()) {
                (Some(_), Some(span)) => self.with.gathered(&Text::new(&format!("{number}."), span.lang))?,
                _ => vec![],
            };
            self.flow(&item.text, self.margins(indent, indent + 2), mark.into_iter().next())?;
            self.blocks(&item.blocks, depth + 1)?;
        }
        Ok(())
    }

    /// Writes a text line by line as it is translated, however long it is.
    fn flow(&mut self, text: &Text, margins: Margins, mark: Option<Word>) -> Result<()> {
        let Self { with, pages } = self;
        let mut flow = Flow::new(margins);
        if let Some(mark) = mark {
            flow.word(mark, &mut |line| pages.line(line))?;
        }
        with.words(text, &mut |word| flow.word(word, &mut |line| pages.line(line)))?;
        flow.end().map_or(Ok(()), |line| pages.line(line))
    }

    pub(crate) fn lines(&mut self, lines: impl IntoIterator<Item = Laid>) -> Result<()> {
        lines.into_iter().try_for_each(|line| self.pages.line(line))
    }
}
