//! Reads a workbook of LibreOffice (`.ods`, OpenDocument 1.3).

use std::collections::BTreeMap;

use super::excel::CURRENCIES;
use super::package::{Package, Refused};
use super::workbook::{Cell, MOST_COLUMNS, MOST_ROWS, NumberFormat, Place, Sheet, Value, Workbook};
use super::xml::Element;

/// The most cells that one repetition is written out into.
const MOST_REPEATED: u32 = 1_000;

pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Refused> {
    let content = package.needed("content.xml")?;
    let styles = package.xml("styles.xml")?.unwrap_or_default();
    let Some(body) = content.at(&["body", "spreadsheet"]) else { return Err(Refused::Damaged) };
    let looks = looks(&[&styles, &content]);
    let sheets = body.elements().filter(|own| own.name == "table").map(|table| sheet(table, &looks)).collect();
    let parts: Vec<String> = package.names().filter(|name| is_object(name)).map(str::to_owned).collect();
    let (mut charts, mut titled) = (0, 0);
    for name in parts {
        let object = package.needed(&name)?;
        let Some(chart) = object.at(&["body", "chart", "chart"]) else { continue };
        charts += 1;
        titled += usize::from(chart.child("title").is_some());
    }
    Ok(Workbook { sheets, charts, titled_charts: titled })
}

fn is_object(name: &str) -> bool {
    name.starts_with("Object ") && name.ends_with("/content.xml")
}

type Looks = BTreeMap<String, (NumberFormat, bool)>;

/// The look of cells by the name of their style, with what it takes from its parents.
fn looks(parts: &[&Element]) -> Looks {
    let mut formats = BTreeMap::new();
    let mut all: BTreeMap<&str, &Element> = BTreeMap::new();
    for part in parts {
        for own in part.walk() {
            match own.name.as_str() {
                "currency-style" => {
                    formats.insert(own.get("name"), NumberFormat::Currency);
                }
                "percentage-style" => {
                    formats.insert(own.get("name"), NumberFormat::Percent);
                }
                "date-style" | "time-style" => {
                    formats.insert(own.get("name"), NumberFormat::Date);
                }
                "number-style" => {
                    formats.insert(own.get("name"), number(own));
                }
                "style" if own.get("family") == "table-cell" => {
                    all.insert(own.get("name"), own);
                }
                _ => {}
            }
        }
    }
    let look = |name: &str| {
        let (mut chain, mut next) = (vec![], all.get(name));
        while let Some(own) = next {
            chain.push(*own);
            next = all.get(own.get("parent-style-name")).filter(|_| chain.len() < 10);
        }
        let format = chain.iter().find_map(|own| formats.get(own.get("data-style-name"))).copied();
        let weight =
            chain.iter().find_map(|own| own.child("text-properties").and_then(|text| text.attribute("font-weight")));
        (format.unwrap_or_default(), weight == Some("bold"))
    };
    all.keys().map(|name| ((*name).to_owned(), look(name))).collect()
}

/// A number style without a choice of decimals is the general format; one with the sign of a currency shows one.
fn number(style: &Element) -> NumberFormat {
    let beside: String = style.elements().filter(|own| own.name == "text").map(Element::text).collect();
    if CURRENCIES.into_iter().any(|sign| beside.contains(sign)) {
        return NumberFormat::Currency;
    }
    let decimals = style.child("number").and_then(|own| own.attribute("decimal-places"));
    decimals
        .and_then(|text| text.parse().ok())
        .map_or(NumberFormat::General, |decimals| NumberFormat::Number { decimals })
}

fn repeated(element: &Element, name: &str) -> u32 {
    element.get(name).parse().unwrap_or(1).max(1)
}

fn sheet(table: &Element, looks: &Looks) -> Sheet {
    let usual: Vec<(u32, String)> = table
        .all("table-column")
        .map(|own| (repeated(own, "number-columns-repeated"), own.get("default-cell-style-name").to_owned()))
        .collect();
    let (mut cells, mut row) = (BTreeMap::new(), 1_u32);
    for own in table.all("table-row") {
        let times = repeated(own, "number-rows-repeated");
        let of_row = cells_of(own, looks, &usual);
        for step in 0..times.min(if of_row.is_empty() { 0 } else { MOST_REPEATED }) {
            let row = row + step;
            if row <= MOST_ROWS {
                cells.extend(of_row.iter().map(|(column, cell)| (Place { row, column: *column }, cell.clone())));
            }
        }
        row = row.saturating_add(times);
    }
    Sheet { name: table.get("name").to_owned(), cells }
}

fn cells_of(row: &Element, looks: &Looks, usual: &[(u32, String)]) -> Vec<(u32, Cell)> {
    let (mut cells, mut column) = (vec![], 1_u32);
    for own in row.elements().filter(|own| matches!(own.name.as_str(), "table-cell" | "covered-table-cell")) {
        let times = repeated(own, "number-columns-repeated");
        let (value, formula) = (value(own), own.attribute("formula").map(formula));
        if value != Value::Empty || formula.is_some() {
            for column in (column..column.saturating_add(times.min(MOST_REPEATED))).filter(|at| *at <= MOST_COLUMNS) {
                let style = own.attribute("style-name").unwrap_or_else(|| of_column(usual, column));
                let (format, bold) = looks.get(style).copied().unwrap_or_default();
                cells.push((column, Cell { value: value.clone(), formula: formula.clone(), format, bold }));
            }
        }
        column = column.saturating_add(times);
    }
    cells
}

fn of_column(usual: &[(u32, String)], column: u32) -> &str {
    let mut last = 0_u32;
    let found = usual.iter().find(|(times, _)| {
        last = last.saturating_add(*times);
        column <= last
    });
    found.map_or("", |(_, style)| style.as_str())
}

fn value(cell: &Element) -> Value {
    let shown = || cell.elements().filter(|own| own.name == "p").map(Element::text).collect::<Vec<_>>().join("\n");
    match cell.get("value-type") {
        "float" | "currency" | "percentage" => cell.get("value").parse().map_or(Value::Empty, Value::Number),
        "date" | "time" | "boolean" => Value::Number(0.0),
        "string" if shown().starts_with('#') && cell.attribute("formula").is_some() => Value::Error(shown()),
        "string" => Value::Text(shown()),
        _ => Value::Empty,
    }
}

/// `of:=SUM([.B2:.B5];2)` as `SUM(B2:B5,2)`.
fn formula(written: &str) -> String {
    let bare = written.split_once(":=").map_or(written, |(_, formula)| formula).trim_start_matches('=');
    let (mut formula, mut bracket, mut quoted) = (String::new(), false, false);
    for c in bare.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                formula.push(c);
            }
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            '.' if bracket && (formula.is_empty() || !formula.ends_with(|c: char| c.is_alphanumeric())) => {}
            '.' if bracket => formula.push('!'),
            ';' if !quoted => formula.push(','),
            c => formula.push(c),
        }
    }
    formula
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_of_open_document_is_read_as_excel_writes_it() {
        assert_eq!(formula("of:=SUM([.B2:.B5];2)"), "SUM(B2:B5,2)");
        assert_eq!(formula("of:=[Notes.B2]*1.19"), "Notes!B2*1.19");
    }
}
