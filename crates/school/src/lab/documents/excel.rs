//! Reads a workbook of Excel (`.xlsx`, ECMA-376).

use std::collections::BTreeMap;

use super::package::{Package, Refused};
use super::workbook::{Cell, MOST_COLUMNS, MOST_ROWS, NumberFormat, Place, Sheet, Value, Workbook};
use super::xml::Element;

pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Refused> {
    let workbook = package.needed("xl/workbook.xml")?;
    let shared = package.xml("xl/sharedStrings.xml")?.map(|root| strings(&root)).unwrap_or_default();
    let styles = package.xml("xl/styles.xml")?.map(|root| styles(&root)).unwrap_or_default();
    let relations = package.xml("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let targets: BTreeMap<String, String> =
        relations.elements().map(|own| (own.get("Id").to_owned(), target(own.get("Target")))).collect();
    let mut sheets = vec![];
    for own in workbook.all("sheet") {
        let Some(part) = targets.get(own.get("id")) else { continue };
        // A sheet that is a chart alone has no cells.
        let Some(root) = package.xml(part)? else { continue };
        sheets.push(Sheet { name: own.get("name").to_owned(), cells: cells(&root, &shared, &styles) });
    }
    let parts: Vec<String> = package.names().filter(|name| is_chart(name)).map(str::to_owned).collect();
    let mut titled = 0;
    for name in &parts {
        let chart = package.needed(name)?;
        titled += usize::from(chart.at(&["chart", "title"]).is_some());
    }
    Ok(Workbook { sheets, charts: parts.len(), titled_charts: titled })
}

fn is_chart(name: &str) -> bool {
    let chart = name.strip_prefix("xl/charts/chart").and_then(|rest| rest.strip_suffix(".xml"));
    chart.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Where a relation of the workbook leads: from `xl/`, or from the root.
fn target(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }
}

fn strings(root: &Element) -> Vec<String> {
    // The reading of ideograms (`rPh`) is no part of the text.
    let text = |own: &Element| {
        let parts = own.elements().filter(|part| part.name != "rPh");
        parts.map(Element::text).collect::<String>()
    };
    root.elements().filter(|own| own.name == "si").map(text).collect()
}

/// The look of a cell by its number.
fn styles(root: &Element) -> Vec<(NumberFormat, bool)> {
    let own: BTreeMap<&str, &str> =
        root.all("numFmt").map(|own| (own.get("numFmtId"), own.get("formatCode"))).collect();
    let fonts: Vec<bool> = root.child("fonts").map(|fonts| fonts.elements().map(is_bold).collect()).unwrap_or_default();
    let looks = root.child("cellXfs").map(Element::elements).into_iter().flatten();
    looks
        .map(|look| {
            let number = look.get("numFmtId");
            let format = own.get(number).map_or_else(|| built_in(number), |code| format_of(code));
            let bold = look.get("fontId").parse().ok().and_then(|at: usize| fonts.get(at)).copied().unwrap_or(false);
            (format, bold)
        })
        .collect()
}

fn is_bold(font: &Element) -> bool {
    font.child("b").is_some_and(|own| !matches!(own.get("val"), "0" | "false"))
}

/// The formats that have a number and no code (ECMA-376, part 1, 18.8.30).
fn built_in(number: &str) -> NumberFormat {
    match number.parse().unwrap_or(0_u32) {
        1 | 3 => NumberFormat::Number { decimals: 0 },
        2 | 4 | 39 | 40 => NumberFormat::Number { decimals: 2 },
        37 | 38 => NumberFormat::Number { decimals: 0 },
        5..=8 | 41..=44 => NumberFormat::Currency,
        9 | 10 => NumberFormat::Percent,
        14..=22 | 45..=47 => NumberFormat::Date,
        _ => NumberFormat::General,
    }
}

/// How a currency is written beside a number.
pub(super) const CURRENCIES: [&str; 9] = ["DA", "DZD", "€", "EUR", "$", "USD", "£", "دج", "د.ج"];

/// What a format code shows. Texts in quotes and what is in brackets count only for their currency.
pub(super) fn format_of(code: &str) -> NumberFormat {
    let first = code.split(';').next().unwrap_or_default();
    let (mut plain, mut aside, mut quoted, mut bracket) = (String::new(), String::new(), false, None);
    for c in first.chars() {
        match (c, &mut bracket) {
            ('"', None) => quoted = !quoted,
            ('[', None) if !quoted => bracket = Some(String::new()),
            (']', Some(inside)) => {
                // `[$€-40C]` is the euro in French, `[$-401]` a language alone, `[Red]` a colour.
                let sign = inside.strip_prefix('$').and_then(|rest| rest.split('-').next());
                aside.push_str(sign.unwrap_or_default());
                bracket = None;
            }
            (c, Some(inside)) => inside.push(c),
            (c, None) if quoted => aside.push(c),
            (c, None) => plain.push(c),
        }
    }
    let lower = plain.to_lowercase();
    if plain.contains('%') {
        NumberFormat::Percent
    } else if CURRENCIES.into_iter().any(|sign| plain.contains(sign) || aside.contains(sign)) {
        NumberFormat::Currency
    } else if lower != "general" && lower.contains(['y', 'd', 'm', 'h', 'j', 'a']) {
        NumberFormat::Date
    } else if plain.contains(['0', '#']) {
        let decimals =
            plain.rsplit_once('.').map_or(0, |(_, after)| after.chars().filter(|c| "0#".contains(*c)).count());
        NumberFormat::Number { decimals: u8::try_from(decimals).unwrap_or(u8::MAX) }
    } else {
        NumberFormat::General
    }
}

fn cells(root: &Element, shared: &[String], styles: &[(NumberFormat, bool)]) -> BTreeMap<Place, Cell> {
    let mut cells = BTreeMap::new();
    let mut formulas: BTreeMap<String, String> = BTreeMap::new();
    for own in root.child("sheetData").map(Element::elements).into_iter().flatten().flat_map(Element::elements) {
        let Some(place) = Place::parse(own.get("r")) else { continue };
        if place.row > MOST_ROWS || place.column > MOST_COLUMNS {
            continue;
        }
        let (format, bold) =
            own.get("s").parse().ok().and_then(|at: usize| styles.get(at)).copied().unwrap_or_default();
        let formula = own.child("f").and_then(|own| formula(own, &mut formulas));
        let value = value(own, shared);
        if value != Value::Empty || formula.is_some() {
            cells.insert(place, Cell { value, formula, format, bold });
        }
    }
    cells
}

/// A formula; one that is shared by a column is written once, in its first cell.
fn formula(own: &Element, shared: &mut BTreeMap<String, String>) -> Option<String> {
    let text = own.text();
    let group = own.get("si").to_owned();
    if own.get("t") == "shared" && text.is_empty() {
        return shared.get(&group).cloned();
    }
    if own.get("t") == "shared" {
        shared.insert(group, text.clone());
    }
    Some(text).filter(|text| !text.is_empty())
}

fn value(cell: &Element, shared: &[String]) -> Value {
    let written = cell.child("v").map(Element::text).unwrap_or_default();
    let text = match cell.get("t") {
        "s" => written.parse().ok().and_then(|at: usize| shared.get(at)).cloned().unwrap_or_default(),
        "inlineStr" => cell.child("is").map(Element::text).unwrap_or_default(),
        "str" => written,
        "e" => return Value::Error(written),
        _ => return written.parse().map_or(Value::Empty, Value::Number),
    };
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_says_what_it_shows() {
        for (code, format) in [
            ("General", NumberFormat::General),
            ("0.00", NumberFormat::Number { decimals: 2 }),
            ("#,##0", NumberFormat::Number { decimals: 0 }),
            ("0.0%", NumberFormat::Percent),
            ("#,##0.00\\ \"DA\"", NumberFormat::Currency),
            ("[$-401]dd/mm/yyyy", NumberFormat::Date),
            ("[$€-40C] #,##0.00", NumberFormat::Currency),
        ] {
            assert_eq!(format_of(code), format, "{code}");
        }
    }
}
