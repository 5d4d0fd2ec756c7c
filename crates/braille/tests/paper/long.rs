//! A text of ten megabytes.

use std::io::{self, Write};

use braille::{Block, Brf, Text, write};
use words::Lang;

use crate::{louis, paper, sheet};

/// Counts what it is given, and the largest piece of it.
#[derive(Default)]
struct Counter {
    bytes: usize,
    largest: usize,
}

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len();
        self.largest = self.largest.max(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One paragraph, the worst case for memory: it is written page by page all the same. How long a text takes that does not
/// say the same again and again is measured by `examples/long.rs`.
#[test]
fn ten_megabytes_go_through_page_by_page() {
    let words = "Le téléconseiller قال الزبون accueille l'appel 0550 14 27 63 avec courtoisie. ";
    let text = words.repeat(10_000_000 / words.len() + 1);
    assert!(text.len() >= 10_000_000);
    let document = sheet(Lang::Fr, vec![Block::Paragraph(Text::new(&text, Lang::Fr))]);
    let (mut counter, edition) = (Counter::default(), paper(30, 28));
    let report = write(&document, edition, &louis(), &mut Brf::new(&mut counter, edition).unwrap()).unwrap();
    assert!(report.pages > 10_000 && report.lost.is_empty());
    assert!(counter.bytes > text.chars().count() && counter.largest <= 28 * 32 + 1, "a page at a time");
}
