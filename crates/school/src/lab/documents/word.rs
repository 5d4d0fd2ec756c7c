//! Reads a text of Word (`.docx`, ECMA-376).

use std::collections::BTreeMap;

use super::package::{Package, Refused};
use super::text::{Margins, Paragraph, Picture, Table, TextDocument};
use super::xml::{Child, Element};

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1_440.0 / 25.4;

pub(super) fn read(package: &mut Package<'_>) -> Result<TextDocument, Refused> {
    let document = package.needed("word/document.xml")?;
    let styles = package.xml("word/styles.xml")?.map(|root| Styles::of(&root)).unwrap_or_default();
    let Some(body) = document.child("body") else { return Err(Refused::Damaged) };
    let mut text = TextDocument::default();
    let reader = Reader { styles: &styles };
    reader.block(body, false, &mut text);
    text.tables = body.all("tbl").map(table).collect();
    text.pictures = body.all("docPr").map(picture).collect();
    text.margins = body.all("pgMar").last().map(margins);
    let parts: Vec<String> = package.names().filter(|name| is_edge(name)).map(str::to_owned).collect();
    for name in parts {
        text.page_numbers |= package.xml(&name)?.is_some_and(|part| counts_pages(&part));
    }
    Ok(text)
}

/// A header or a footer.
fn is_edge(name: &str) -> bool {
    (name.starts_with("word/header") || name.starts_with("word/footer")) && name.ends_with(".xml")
}

fn counts_pages(part: &Element) -> bool {
    let page = |text: &str| text.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("page"));
    part.all("pgNum").next().is_some()
        || part.all("fldSimple").any(|field| page(field.get("instr")))
        || part.all("instrText").any(|field| page(&field.text()))
}

/// A style, with what it inherits.
#[derive(Clone, Debug, Default)]
struct Style {
    heading: Option<u8>,
    title: bool,
    list: bool,
    bold: bool,
    language: Option<String>,
    arabic: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Styles {
    by_id: BTreeMap<String, Style>,
    usual: String,
    usual_bidi: String,
}

impl Styles {
    fn of(root: &Element) -> Self {
        let all: BTreeMap<&str, &Element> =
            root.elements().filter(|own| own.name == "style").map(|own| (own.get("styleId"), own)).collect();
        let by_id = all.keys().map(|id| ((*id).to_owned(), inherited(&all, id))).collect();
        let usual = root.at(&["docDefaults", "rPrDefault", "rPr", "lang"]);
        let of = |name: &str| usual.map(|lang| lang.get(name).to_owned()).unwrap_or_default();
        Self { by_id, usual: of("val"), usual_bidi: of("bidi") }
    }
}

/// A style over what it is based on, at most ten styles away.
fn inherited(all: &BTreeMap<&str, &Element>, id: &str) -> Style {
    let mut chain = vec![];
    let mut next = all.get(id);
    while let Some(own) = next {
        chain.push(*own);
        next = own.child("basedOn").and_then(|based| all.get(based.get("val"))).filter(|_| chain.len() < 10);
    }
    let mut style = Style::default();
    for own in chain.into_iter().rev() {
        let name = own.child("name").map(|name| name.get("val").to_lowercase()).unwrap_or_default();
        let properties = own.child("pPr");
        let outline = properties.and_then(|own| own.child("outlineLvl")).and_then(level);
        style.heading = heading_of(&name).or(outline).or(style.heading);
        style.title |= name == "title";
        style.list |=
            properties.is_some_and(numbered) || name.starts_with("list bullet") || name.starts_with("list number");
        if let Some(run) = own.child("rPr") {
            style.bold = is_on(run, "b").unwrap_or(style.bold);
            let lang = |name: &str| run.child("lang").and_then(|lang| lang.attribute(name)).map(str::to_owned);
            style.language = lang("val").or(style.language);
            style.arabic = lang("bidi").or(style.arabic);
        }
    }
    style
}

/// Word keeps the names of its own styles in English, whatever the language of its menus.
fn heading_of(name: &str) -> Option<u8> {
    let number = name.strip_prefix("heading ")?.parse().ok()?;
    (1..=9).contains(&number).then_some(number)
}

/// `outlineLvl` counts from 0; 9 is the level of the text.
fn level(element: &Element) -> Option<u8> {
    element.get("val").parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

fn numbered(properties: &Element) -> bool {
    properties.child("numPr").is_some_and(|own| own.child("numId").is_none_or(|id| id.get("val") != "0"))
}

/// A property that is on by being there, unless it says no.
fn is_on(properties: &Element, name: &str) -> Option<bool> {
    properties.child(name).map(|own| !matches!(own.get("val"), "0" | "false" | "off"))
}

struct Reader<'s> {
    styles: &'s Styles,
}

impl Reader<'_> {
    /// The paragraphs of a part of the body; tables and content controls hold more of them.
    fn block(&self, block: &Element, in_table: bool, text: &mut TextDocument) {
        for element in block.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element, in_table, text),
                "tbl" => element.all("tc").for_each(|cell| self.cell(cell, text)),
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.block(content, in_table, text);
                    }
                }
                _ => {}
            }
        }
    }

    /// The paragraphs of a cell; a table inside it is met by itself.
    fn cell(&self, cell: &Element, text: &mut TextDocument) {
        cell.elements().filter(|own| own.name == "p").for_each(|own| self.paragraph(own, true, text));
    }

    fn paragraph(&self, element: &Element, in_table: bool, text: &mut TextDocument) {
        let properties = element.child("pPr");
        let id = properties.and_then(|own| own.child("pStyle")).map(|own| own.get("val")).unwrap_or_default();
        let style = self.styles.by_id.get(id).cloned().unwrap_or_default();
        let mut paragraph = Paragraph {
            heading: properties.and_then(|own| own.child("outlineLvl")).and_then(level).or(style.heading),
            title: style.title,
            list: properties.is_some_and(numbered) || style.list,
            holds_more: holds_more(element),
            in_table,
            bold: true,
            ..Paragraph::default()
        };
        for run in element.all("r") {
            let own = run_text(run);
            let run_properties = run.child("rPr");
            let bold = run_properties.and_then(|own| is_on(own, "b")).unwrap_or(style.bold);
            paragraph.bold &= bold || own.trim().is_empty();
            let (language, arabic) = self.languages(run_properties, &style);
            text.count(&own, &language, &arabic);
            paragraph.text.push_str(&own);
        }
        paragraph.bold &= !paragraph.text.trim().is_empty();
        text.paragraphs.push(paragraph);
    }

    /// The languages of a run: for Latin letters and for Arabic ones.
    fn languages(&self, run: Option<&Element>, style: &Style) -> (String, String) {
        let lang = run.and_then(|own| own.child("lang"));
        let own = |name: &str| lang.and_then(|own| own.attribute(name)).map(str::to_owned);
        let latin = own("val").or_else(|| style.language.clone()).unwrap_or_else(|| self.styles.usual.clone());
        let arabic = own("bidi").or_else(|| style.arabic.clone()).unwrap_or_else(|| self.styles.usual_bidi.clone());
        (latin, arabic)
    }
}

fn run_text(run: &Element) -> String {
    let mut text = String::new();
    for child in &run.children {
        let Child::Element(element) = child else { continue };
        match element.name.as_str() {
            "t" => text.push_str(&element.text()),
            "tab" => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn holds_more(paragraph: &Element) -> bool {
    let page_break = paragraph.all("br").any(|own| own.get("type") == "page");
    let section = paragraph.at(&["pPr", "sectPr"]).is_some();
    let more = ["drawing", "pict", "object", "fldSimple", "oMath"];
    page_break || section || more.into_iter().any(|name| paragraph.all(name).next().is_some())
}

fn table(table: &Element) -> Table {
    let rows: Vec<&Element> = table.elements().filter(|own| own.name == "tr").collect();
    let header = rows.first().and_then(|row| row.child("trPr")).and_then(|own| is_on(own, "tblHeader"));
    Table { header: header.unwrap_or(false), rows: rows.len() }
}

fn picture(properties: &Element) -> Picture {
    let said = [properties.get("descr"), properties.get("title")].into_iter().any(|text| !text.trim().is_empty());
    let decoration = properties.all("decorative").any(|own| matches!(own.get("val"), "1" | "true"));
    Picture { name: properties.get("name").to_owned(), described: said || decoration }
}

fn margins(element: &Element) -> Margins {
    let millimetres = |name: &str| element.get(name).parse::<f64>().unwrap_or_default() / TWIPS;
    let side =
        |old: &str, new: &str| if element.attribute(old).is_some() { millimetres(old) } else { millimetres(new) };
    Margins {
        top: millimetres("top"),
        right: side("right", "end"),
        bottom: millimetres("bottom"),
        left: side("left", "start"),
    }
}
