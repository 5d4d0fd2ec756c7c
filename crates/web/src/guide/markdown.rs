//! Reads a file of the guide: the little Markdown that [`Block`] and [`Span`] name, and nothing else.

use std::iter::Peekable;
use std::ops::Range;

use ::words::{Lang, Script, runs};
use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{Block, Leaf, Span, Table, keys, name_of};

/// Why a file cannot be a page of the guide.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line in the file, from 1.
    pub line: usize,
    /// What is wrong, for the writer.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

type Read<T> = Result<T, Fault>;

/// The page in a file.
pub(super) fn read(lang: Lang, file: &'static str, source: &str) -> Read<Leaf> {
    let events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter().peekable();
    let mut reader = Reader { events, source, lang, at: 0, headings: 0 };
    let title = reader.title()?;
    let Some(Block::Paragraph(summary)) = reader.block()? else {
        return Err(reader.fault("a paragraph that says what the page is for must follow the title"));
    };
    let mut blocks = Vec::new();
    while let Some(block) = reader.block()? {
        let block = match block {
            Block::Table(table) => match blocks.pop() {
                Some(Block::Paragraph(caption)) => Block::Table(Table { caption, ..table }),
                _ => return Err(reader.fault("a paragraph must stand right before a table: its caption")),
            },
            other => other,
        };
        blocks.push(block);
    }
    Ok(Leaf { lang, file, title, summary, blocks })
}

struct Reader<'a> {
    events: Peekable<OffsetIter<'a>>,
    source: &'a str,
    lang: Lang,
    /// Where the last event stood.
    at: usize,
    headings: usize,
}

impl<'a> Reader<'a> {
    fn fault(&self, what: impl Into<String>) -> Fault {
        let line = self.source[..self.at].matches('\n').count() + 1;
        Fault { line, what: what.into() }
    }

    fn next(&mut self) -> Option<Event<'a>> {
        let (event, Range { start, .. }) = self.events.next()?;
        self.at = start;
        Some(event)
    }

    fn title(&mut self) -> Read<String> {
        match self.next() {
            Some(Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })) => {
                let spans = self.spans(TagEnd::Heading(HeadingLevel::H1))?;
                let text = spans.iter().all(|span| matches!(span, Span::Text(_) | Span::Foreign { .. }));
                if text { Ok(super::plain(&spans)) } else { Err(self.fault("a title is plain text")) }
            }
            _ => Err(self.fault("the first line must be the title, `# …`")),
        }
    }

    fn block(&mut self) -> Read<Option<Block>> {
        let Some(event) = self.next() else { return Ok(None) };
        let block = match event {
            Event::Start(Tag::Paragraph) => Block::Paragraph(self.spans(TagEnd::Paragraph)?),
            Event::Start(Tag::Heading { level: level @ (HeadingLevel::H2 | HeadingLevel::H3), .. }) => {
                let spans = self.spans(TagEnd::Heading(level))?;
                self.headings += 1;
                Block::Heading { level: level as u8, id: format!("s{}", self.headings), spans }
            }
            Event::Start(Tag::List(first)) => Block::List { ordered: first.is_some(), items: self.items()? },
            Event::Start(Tag::Table(_)) => Block::Table(self.table()?),
            Event::Start(Tag::CodeBlock(_)) => Block::Commands(self.commands()?),
            other => return Err(self.fault(format!("the guide has no use for {other:?}"))),
        };
        Ok(Some(block))
    }

    /// The items of a list: one line each. Lists inside lists are hard to follow by ear.
    fn items(&mut self) -> Read<Vec<Vec<Span>>> {
        let mut items = Vec::new();
        loop {
            match self.next() {
                Some(Event::Start(Tag::Item)) => items.push(self.spans(TagEnd::Item)?),
                Some(Event::End(TagEnd::List(_))) => return Ok(items),
                other => return Err(self.fault(format!("not an item of a list: {other:?}"))),
            }
        }
    }

    fn table(&mut self) -> Read<Table> {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        loop {
            match self.next() {
                Some(Event::Start(Tag::TableHead)) => head = self.cells(TagEnd::TableHead)?,
                Some(Event::Start(Tag::TableRow)) => rows.push(self.cells(TagEnd::TableRow)?),
                Some(Event::End(TagEnd::Table)) => return Ok(Table { caption: vec![], head, rows }),
                other => return Err(self.fault(format!("not a row of a table: {other:?}"))),
            }
        }
    }

    fn cells(&mut self, end: TagEnd) -> Read<Vec<Vec<Span>>> {
        let mut cells = Vec::new();
        loop {
            match self.next() {
                Some(Event::Start(Tag::TableCell)) => cells.push(self.spans(TagEnd::TableCell)?),
                Some(Event::End(other)) if other == end => return Ok(cells),
                other => return Err(self.fault(format!("not a cell of a table: {other:?}"))),
            }
        }
    }

    fn commands(&mut self) -> Read<String> {
        let mut text = String::new();
        loop {
            match self.next() {
                Some(Event::Text(part)) => text.push_str(&part),
                Some(Event::End(TagEnd::CodeBlock)) => return Ok(text.trim_end().to_owned()),
                other => return Err(self.fault(format!("not a command: {other:?}"))),
            }
        }
    }

    /// The spans up to the end of what holds them.
    fn spans(&mut self, end: TagEnd) -> Read<Vec<Span>> {
        let (mut spans, mut text) = (Vec::new(), String::new());
        loop {
            let Some(event) = self.next() else { return Err(self.fault("the file ends in the middle of a line")) };
            let span = match event {
                Event::Text(part) => {
                    text.push_str(&part);
                    continue;
                }
                Event::SoftBreak => {
                    text.push(' ');
                    continue;
                }
                Event::End(other) if other == end => {
                    self.cut(&mut text, &mut spans);
                    return Ok(spans);
                }
                Event::Code(code) if keys::english(&code).is_some() => Span::Key(code.into_string()),
                Event::Code(code) => Span::Code(code.into_string()),
                Event::Start(Tag::Strong) => Span::Name(self.words(TagEnd::Strong)?),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    Span::Link { href: address(&dest_url), text: self.words(TagEnd::Link)? }
                }
                other => return Err(self.fault(format!("the guide has no use for {other:?}"))),
            };
            self.cut(&mut text, &mut spans);
            spans.push(span);
        }
    }

    /// Plain words up to the end of what holds them.
    fn words(&mut self, end: TagEnd) -> Read<String> {
        let mut text = String::new();
        loop {
            match self.next() {
                Some(Event::Text(part)) => text.push_str(&part),
                Some(Event::SoftBreak) => text.push(' '),
                Some(Event::End(other)) if other == end => return Ok(text),
                other => return Err(self.fault(format!("only words can stand here, not {other:?}"))),
            }
        }
    }

    /// Moves the text gathered so far into spans, each in one script. Marks at the edge of foreign words belong to the
    /// page: a colon after a Latin word on an Arabic page stands on its left.
    fn cut(&self, text: &mut String, spans: &mut Vec<Span>) {
        let own = if self.lang == Lang::Ar { Script::Arabic } else { Script::Latin };
        for run in runs(text) {
            if run.script == own || run.script == Script::Common {
                push_text(spans, run.text);
                continue;
            }
            let (lang, mark) = (if self.lang == Lang::Ar { "fr" } else { "ar" }, |c: char| !c.is_alphanumeric());
            let from = run.text.len() - run.text.trim_start_matches(mark).len();
            let to = run.text.trim_end_matches(mark).len();
            push_text(spans, &run.text[..from]);
            spans.push(Span::Foreign { text: run.text[from..to].to_owned(), lang });
            push_text(spans, &run.text[to..]);
        }
        text.clear();
    }
}

fn push_text(spans: &mut Vec<Span>, text: &str) {
    match spans.last_mut() {
        Some(Span::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

/// `/guide/nvda` for `40-nvda.md`; an address of the program stays as it is.
fn address(written: &str) -> String {
    match written.strip_suffix(".md") {
        Some(file) => format!("/guide/{}", name_of(file)),
        None => written.to_owned(),
    }
}
