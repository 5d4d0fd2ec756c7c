//! A page as a document: what a reader reads in its `main`, in its order, each word with its language.

use std::collections::HashMap;

use ::braille::{Block, Item, Sheet, Text};
use words::Lang;

use super::tree::{Element, Node, parse};
use super::{controls, tables};

const INLINE: [&str; 30] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "meter",
    "output", "progress", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "img",
];
/// What is no part of a document: ways to other pages, what acts, what is heard or seen only.
const LEFT_OUT: [&str; 11] =
    ["nav", "footer", "button", "script", "style", "template", "svg", "audio", "video", "datalist", "noscript"];

/// Reads a page. `None` when it has no `main`.
pub(super) fn sheet(html: &str) -> Option<Sheet> {
    let tree = parse(html);
    let page = tree.find(&|element| element.name == "html")?;
    let main = page.find(&|element| element.name == "main")?;
    let lang = page.get("lang").and_then(Lang::parse).unwrap_or(Lang::Fr);
    let reading = Reading::of(main, lang);
    let blocks = reading.blocks(&main.children, lang);
    let title = main.find(&|element| element.name == "h1").map(|h1| plain(&reading.flat(&h1.children, lang)));
    Some(Sheet { title: title.unwrap_or_default(), lang, blocks })
}

/// What is known of the whole page while a part of it is read.
pub(super) struct Reading<'p> {
    /// The label of each control, by the control's `id`.
    pub labels: HashMap<&'p str, Text>,
}

impl<'p> Reading<'p> {
    fn of(main: &'p Element, lang: Lang) -> Self {
        let (mut labels, mut ids) = (vec![], vec![]);
        main.each(&|element| element.name == "label" && element.get("for").is_some(), &mut labels);
        main.each(&|element| matches!(element.name.as_str(), "input" | "select" | "textarea"), &mut ids);
        let mut reading = Self { labels: HashMap::new() };
        for label in labels {
            let Some(id) = label.get("for").filter(|id| ids.iter().any(|control| control.get("id") == Some(*id)))
            else {
                continue;
            };
            let text = reading.flat(&label.children, lang_of(label, lang));
            reading.labels.insert(id, text);
        }
        reading
    }

    /// The blocks of what an element holds.
    pub(super) fn blocks(&self, nodes: &[Node], lang: Lang) -> Vec<Block> {
        let mut found = Found::default();
        self.read(nodes, lang, &mut found);
        found.flush();
        found.blocks
    }

    fn read(&self, nodes: &[Node], lang: Lang, found: &mut Found) {
        for node in nodes {
            match node {
                Node::Text(text) => found.line.push(text, lang),
                Node::Element(element) if is_left_out(element) => {}
                Node::Element(element) => self.element(element, lang_of(element, lang), found),
            }
        }
    }

    fn element(&self, element: &Element, lang: Lang, found: &mut Found) {
        let name = element.name.as_str();
        match name {
            "br" => return found.flush(),
            "img" => return found.line.push(element.get("alt").unwrap_or_default(), lang),
            "label" if element.get("for").is_some_and(|id| self.labels.contains_key(id)) => return,
            _ if INLINE.contains(&name) => return self.read(&element.children, lang, found),
            _ => {}
        }
        found.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                found.add(Block::Heading { level, text: self.flat(&element.children, lang) });
            }
            "p" => {
                let blocks = self.blocks(&element.children, lang);
                let alone = blocks.len() == 1;
                let paragraph = |block| match block {
                    Block::Entry(text) if alone => Block::Paragraph(text),
                    other => other,
                };
                found.blocks.extend(blocks.into_iter().map(paragraph));
            }
            "ul" | "ol" => found.add(self.list(element, lang)),
            "dl" => self.facts(element, lang, found),
            "table" => found.add(Block::Table(tables::table(self, element, lang))),
            "input" | "select" | "textarea" => found.blocks.extend(controls::control(self, element, lang)),
            "fieldset" => found.blocks.extend(controls::group(self, element, lang)),
            "label" => found.blocks.extend(controls::labelled(self, element, lang)),
            "pre" => {
                let lines = raw(&element.children);
                found.blocks.extend(lines.lines().map(|line| Block::Entry(Text::new(line, lang))));
            }
            _ => self.read(&element.children, lang, found),
        }
        found.flush();
    }

    fn list(&self, list: &Element, lang: Lang) -> Block {
        let items = list.elements().filter(|element| element.name == "li" && !is_left_out(element));
        let items = items.map(|item| nested(self.blocks(&item.children, lang_of(item, lang)))).collect();
        let first = list.get("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let numbered =
            list.name == "ol" && !["lines", "history", "timeline", "talk"].iter().any(|class| list.is_of(class));
        Block::List { first: numbered.then_some(first), items }
    }

    /// "term: value", or the term and its values under it.
    fn facts(&self, list: &Element, lang: Lang, found: &mut Found) {
        let mut parts = vec![];
        list.each(&|element| matches!(element.name.as_str(), "dt" | "dd"), &mut parts);
        let mut parts = parts.into_iter().filter(|part| !is_left_out(part)).peekable();
        while let Some(part) = parts.next() {
            if part.name == "dd" {
                found.blocks.extend(self.blocks(&part.children, lang_of(part, lang)));
                continue;
            }
            let term = self.flat(&part.children, lang_of(part, lang));
            let mut values = vec![];
            while let Some(value) = parts.next_if(|part| part.name == "dd") {
                values.push(self.blocks(&value.children, lang_of(value, lang)));
            }
            found.blocks.extend(fact(term, values, lang));
        }
    }

    /// Everything in it as one text.
    pub(super) fn flat(&self, nodes: &[Node], lang: Lang) -> Text {
        let mut whole = Text::default();
        for block in self.blocks(nodes, lang) {
            join(&mut whole, block, lang);
        }
        whole
    }
}

/// A label and what it says.
pub(super) fn fact(mut term: Text, mut values: Vec<Vec<Block>>, lang: Lang) -> Vec<Block> {
    if term.0.last().is_some_and(|span| !span.text.trim_end().ends_with(':')) {
        term.push(":", term.0.last().map_or(lang, |span| span.lang));
    }
    if let [value] = values.as_mut_slice()
        && let [Block::Entry(text) | Block::Paragraph(text)] = value.as_mut_slice()
    {
        term.push(" ", lang);
        term.append(std::mem::take(text));
        return vec![Block::Entry(term)];
    }
    let items: Vec<Item> = values.into_iter().filter(|value| !value.is_empty()).map(nested).collect();
    let list = (!items.is_empty()).then_some(Block::List { first: None, items });
    std::iter::once(Block::Entry(term)).chain(list.map(indented)).collect()
}

/// A list under its term: the values are nested one level in.
fn indented(list: Block) -> Block {
    Block::List { first: None, items: vec![Item { text: Text::default(), blocks: vec![list] }] }
}

/// Blocks as an item: the first text is its own, the rest is nested in it.
fn nested(blocks: Vec<Block>) -> Item {
    let mut blocks = blocks.into_iter();
    match blocks.next() {
        Some(Block::Entry(text) | Block::Paragraph(text) | Block::Heading { text, .. }) => {
            Item { text, blocks: blocks.map(without_paragraph).collect() }
        }
        first => Item { text: Text::default(), blocks: first.into_iter().chain(blocks).collect() },
    }
}

fn without_paragraph(block: Block) -> Block {
    match block {
        Block::Paragraph(text) => Block::Entry(text),
        other => other,
    }
}

fn join(whole: &mut Text, block: Block, lang: Lang) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Entry(text) => {
            if !whole.is_blank() {
                whole.push(" ", lang);
            }
            whole.append(text);
        }
        Block::List { items, .. } => {
            for item in items {
                join(whole, Block::Entry(item.text), lang);
                item.blocks.into_iter().for_each(|block| join(whole, block, lang));
            }
        }
        Block::Table(table) => {
            let cells = table.rows.into_iter().flatten();
            [table.caption]
                .into_iter()
                .chain(table.head)
                .chain(cells)
                .for_each(|text| join(whole, Block::Entry(text), lang));
        }
    }
}

/// The language of an element: its own, if it is one of ours, else that of what holds it.
pub(super) fn lang_of(element: &Element, around: Lang) -> Lang {
    element.get("lang").and_then(Lang::parse).unwrap_or(around)
}

/// True for what a reader of the document does not read.
pub(super) fn is_left_out(element: &Element) -> bool {
    LEFT_OUT.contains(&element.name.as_str())
        || element.get("hidden").is_some()
        || element.get("aria-hidden") == Some("true")
        || element.is_of("actions")
        || element.is_of("button")
        || (element.name == "dialog" && element.get("open").is_none())
}

/// A text without its languages.
pub(super) fn plain(text: &Text) -> String {
    text.0.iter().map(|span| span.text.as_str()).collect::<String>().trim().to_owned()
}

/// The characters of an element as they were typed.
pub(super) fn raw(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => raw(&element.children),
        })
        .collect()
}

/// What was read so far, and the line that is being read.
#[derive(Default)]
struct Found {
    blocks: Vec<Block>,
    line: Line,
}

impl Found {
    fn add(&mut self, block: Block) {
        let empty = matches!(&block, Block::Heading { text, .. } if text.is_blank());
        if !empty {
            self.blocks.push(block);
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line).text;
        if !line.is_blank() {
            self.blocks.push(Block::Entry(line));
        }
    }
}

/// A line with its white space folded, as a browser folds it.
#[derive(Default)]
struct Line {
    text: Text,
    space: bool,
}

impl Line {
    fn push(&mut self, text: &str, lang: Lang) {
        for part in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = part.trim_end_matches(|c: char| c.is_ascii_whitespace());
            if !word.is_empty() {
                if std::mem::take(&mut self.space) && !self.text.0.is_empty() {
                    self.text.push(" ", lang);
                }
                self.text.push(word, lang);
            }
            self.space |= word.len() < part.len();
        }
    }
}
