//! Reads a text of LibreOffice (`.odt`, OpenDocument 1.3).

use std::collections::BTreeMap;

use super::package::{Package, Refused};
use super::text::{Margins, Paragraph, Picture, Table, TextDocument};
use super::xml::{Child, Element};

pub(super) fn read(package: &mut Package<'_>) -> Result<TextDocument, Refused> {
    let content = package.needed("content.xml")?;
    let styles = package.xml("styles.xml")?.unwrap_or_default();
    let Some(body) = content.at(&["body", "text"]) else { return Err(Refused::Damaged) };
    let known = Styles::of(&[&styles, &content]);
    let mut text = TextDocument::default();
    known.block(body, Place::default(), &mut text);
    text.tables = body.all("table").map(table).collect();
    text.pictures = body.all("frame").filter(|frame| frame.child("text-box").is_none()).map(picture).collect();
    text.margins = known.margins;
    text.page_numbers = styles.at(&["master-styles"]).is_some_and(|own| own.all("page-number").next().is_some());
    Ok(text)
}

#[derive(Clone, Debug, Default)]
struct Style {
    title: bool,
    bold: bool,
    language: Option<String>,
    arabic: Option<String>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    list: bool,
    in_table: bool,
}

#[derive(Default)]
struct Styles {
    by_name: BTreeMap<String, Style>,
    usual: Style,
    margins: Option<Margins>,
}

impl Styles {
    fn of(parts: &[&Element]) -> Self {
        let mut all: BTreeMap<&str, &Element> = BTreeMap::new();
        for part in parts {
            for style in part.all("style").filter(|own| matches!(own.get("family"), "paragraph" | "text")) {
                all.insert(style.get("name"), style);
            }
        }
        let usual =
            parts.iter().flat_map(|part| part.all("default-style")).find(|own| own.get("family") == "paragraph");
        let usual = usual.map(|own| over(Style::default(), own)).unwrap_or_default();
        let by_name = all.keys().map(|name| ((*name).to_owned(), inherited(&all, name, &usual))).collect();
        Self { by_name, usual, margins: parts.iter().find_map(|part| margins_of(part)) }
    }

    fn style(&self, element: &Element) -> &Style {
        self.by_name.get(element.get("style-name")).unwrap_or(&self.usual)
    }

    fn block(&self, block: &Element, place: Place, text: &mut TextDocument) {
        for element in block.elements() {
            match element.name.as_str() {
                "p" | "h" => self.paragraph(element, place, text),
                "list" => self.block(element, Place { list: true, ..place }, text),
                "table" => self.block(element, Place { in_table: true, ..place }, text),
                "list-item" | "section" | "table-header-rows" | "table-rows" | "table-row" | "table-cell"
                | "index-body" | "table-of-content" => self.block(element, place, text),
                _ => {}
            }
        }
    }

    fn paragraph(&self, element: &Element, place: Place, text: &mut TextDocument) {
        let style = self.style(element);
        let mut paragraph = Paragraph {
            heading: (element.name == "h").then(|| element.get("outline-level").parse().unwrap_or(1)),
            title: style.title,
            list: place.list,
            in_table: place.in_table,
            holds_more: element.all("frame").next().is_some() || element.all("soft-page-break").next().is_some(),
            bold: true,
            ..Paragraph::default()
        };
        self.runs(element, style, &mut paragraph, text);
        paragraph.bold &= !paragraph.text.trim().is_empty();
        text.paragraphs.push(paragraph);
    }

    fn runs(&self, element: &Element, style: &Style, paragraph: &mut Paragraph, text: &mut TextDocument) {
        for child in &element.children {
            match child {
                Child::Text(own) => {
                    paragraph.bold &= style.bold || own.trim().is_empty();
                    let said = |own: &Option<String>| own.clone().unwrap_or_default();
                    text.count(own, &said(&style.language), &said(&style.arabic));
                    paragraph.text.push_str(own);
                }
                Child::Element(inner) => match inner.name.as_str() {
                    "span" => {
                        let own = self.by_name.get(inner.get("style-name")).unwrap_or(style);
                        let own = Style {
                            bold: own.bold || style.bold,
                            language: own.language.clone().or_else(|| style.language.clone()),
                            arabic: own.arabic.clone().or_else(|| style.arabic.clone()),
                            title: false,
                        };
                        self.runs(inner, &own, paragraph, text);
                    }
                    "a" => self.runs(inner, style, paragraph, text),
                    "s" | "tab" => paragraph.text.push(' '),
                    "line-break" => paragraph.text.push('\n'),
                    _ => {}
                },
            }
        }
    }
}

fn inherited(all: &BTreeMap<&str, &Element>, name: &str, usual: &Style) -> Style {
    let (mut chain, mut next) = (vec![], all.get(name));
    while let Some(own) = next {
        chain.push(*own);
        next = all.get(own.get("parent-style-name")).filter(|_| chain.len() < 10);
    }
    // What a style of characters does not say is said by its paragraph.
    let of_text = chain.first().is_some_and(|own| own.get("family") == "text");
    let start = if of_text { Style::default() } else { usual.clone() };
    chain.into_iter().rev().fold(start, over)
}

fn over(style: Style, own: &Element) -> Style {
    let properties = own.child("text-properties");
    let weight = properties.and_then(|own| own.attribute("font-weight"));
    let said = |name: &str| {
        let code = properties.and_then(|own| own.attribute(name)).filter(|code| *code != "none");
        code.map(str::to_owned)
    };
    Style {
        title: style.title || own.get("name") == "Title",
        bold: weight.map_or(style.bold, |weight| weight == "bold" || weight == "700"),
        language: said("language").or(style.language),
        arabic: said("language-complex").or(style.arabic),
    }
}

/// The margins of the first page layout that says them.
fn margins_of(part: &Element) -> Option<Margins> {
    let layout = part.all("page-layout-properties").find(|own| own.attribute("margin-top").is_some())?;
    let of = |side: &str| length(layout.get(side)).unwrap_or_default();
    Some(Margins {
        top: of("margin-top"),
        right: of("margin-right"),
        bottom: of("margin-bottom"),
        left: of("margin-left"),
    })
}

/// A length in millimetres: `2cm`, `0.7874in`, `20mm`, `56.7pt`.
fn length(text: &str) -> Option<f64> {
    let at = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(at);
    let factor = match unit {
        "mm" => 1.0,
        "cm" => 10.0,
        "in" => 25.4,
        "pt" => 25.4 / 72.0,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * factor)
}

fn table(table: &Element) -> Table {
    Table { header: table.child("table-header-rows").is_some(), rows: table.all("table-row").count() }
}

fn picture(frame: &Element) -> Picture {
    let said =
        ["title", "desc"].into_iter().filter_map(|name| frame.child(name)).any(|own| !own.text().trim().is_empty());
    let decoration = frame.get("decorative") == "true";
    Picture { name: frame.get("name").to_owned(), described: said || decoration }
}
