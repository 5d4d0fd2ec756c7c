//! Braille on paper, with the real tables. These tests fail where liblouis is not installed: they are not skipped.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod files;
mod laid;
mod letters;
mod long;
mod missing;

use braille::{Edition, Grade, Grades, Louis, Numbers, Page, Report, Sheet, Size, write};
use words::Lang;

/// The library of this computer.
pub fn louis() -> Louis {
    Louis::from_env()
}

/// Six dots on a page of this size, numbers on the last line.
pub fn paper(cells: u16, lines: u16) -> Edition {
    Edition { grades: Grades::default(), size: Size::new(cells, lines).unwrap(), numbers: Numbers::Bottom }
}

/// The pages of a document.
pub fn pages(sheet: &Sheet, edition: Edition) -> (Vec<Page>, Report) {
    let mut pages: Vec<Page> = vec![];
    let report = write(sheet, edition, &louis(), &mut pages).unwrap();
    (pages, report)
}

/// A document of these blocks.
pub fn sheet(lang: Lang, blocks: Vec<braille::Block>) -> Sheet {
    Sheet { title: "Essai".to_owned(), lang, blocks }
}

/// The lines of the pages in print, with their indent, without blank ones and page numbers.
pub fn print(pages: &[Page]) -> Vec<String> {
    let body = pages.iter().flat_map(|page| &page.lines[..page.lines.len() - 1]);
    let shown = |line: &braille::Line| {
        let indent = line.cells.iter().take_while(|cell| **cell == 0).count();
        format!("{}{}", " ".repeat(indent), line.text)
    };
    body.filter(|line| !line.cells.is_empty()).map(shown).collect()
}

/// What the cells of the pages say, line after line, read back with one code.
pub fn read_back(pages: &[Page], grade: Grade) -> String {
    let body = pages.iter().flat_map(|page| &page.lines[..page.lines.len() - 1]);
    let lines = body.filter(|line| !line.cells.is_empty());
    let read =
        lines.map(|line| louis().back(grade, &line.cells).unwrap().split_whitespace().collect::<Vec<_>>().join(" "));
    read.collect::<Vec<_>>().join(" ")
}
