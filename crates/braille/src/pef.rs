//! PEF: braille pages as XML (Portable Embosser Format 2008-1, `http://www.daisy.org/ns/2008/pef`), six or eight dots.

use std::io::Write;

use words::Lang;

use crate::pages::{Page, Sink};
use crate::{Edition, Result, patterns};

/// What a PEF file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title of the document.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// A name of its own, as the format asks.
    pub identifier: String,
    /// The day, `2026-11-27`.
    pub date: String,
}

/// Writes pages as PEF. [`Pef::close`] ends the file.
#[derive(Debug)]
pub struct Pef<W> {
    to: W,
}

impl<W: Write> Pef<W> {
    /// Begins the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(mut to: W, edition: Edition, meta: &Meta) -> Result<Self> {
        let (cells, lines) = (edition.size.cells(), edition.size.lines());
        let (title, identifier, date) = (escaped(&meta.title), escaped(&meta.identifier), escaped(&meta.date));
        write!(
            to,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <pef version=\"2008-1\" xmlns=\"http://www.daisy.org/ns/2008/pef\">\n\
             <head><meta xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
             <dc:format>application/x-pef+xml</dc:format>\n<dc:identifier>{identifier}</dc:identifier>\n\
             <dc:title>{title}</dc:title>\n<dc:language>{}</dc:language>\n<dc:date>{date}</dc:date>\n</meta></head>\n\
             <body><volume cols=\"{cells}\" rows=\"{lines}\" rowgap=\"0\" duplex=\"false\"><section>\n",
            meta.lang,
        )?;
        Ok(Self { to })
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn close(mut self) -> Result<W> {
        self.to.write_all(b"</section></volume></body>\n</pef>\n")?;
        Ok(self.to)
    }
}

impl<W: Write> Sink for Pef<W> {
    fn page(&mut self, page: Page) -> Result<()> {
        let mut xml = String::from("<page>\n");
        for line in page.lines {
            xml.push_str("<row>");
            xml.push_str(&patterns(&line.cells));
            xml.push_str("</row>\n");
        }
        xml.push_str("</page>\n");
        Ok(self.to.write_all(xml.as_bytes())?)
    }
}

/// A text in XML 1.0, without the characters that XML cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => safe.push(c),
        }
    }
    safe
}
