//! Workbooks as people have them, and workbooks made to do harm.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::io::{Cursor, Write};

use common::{read_all, taken};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Written};
use sheets::{
    Bomb, FaultKind, Limits, Nature, Row, Rows, SheetError, Step, WriteRows,
    xlsx::{Layout, Merged, Workbook, XlsxWriter},
};
use zip::{ZipWriter, write::SimpleFileOptions};

fn open(bytes: Vec<u8>) -> Workbook<Cursor<Vec<u8>>> {
    Workbook::open(Cursor::new(bytes), Limits::default()).unwrap()
}

/// A workbook whose parts are written by hand.
fn by_hand(sheet: &str, shared: &str) -> Vec<u8> {
    with_styles(sheet, shared, "<styleSheet></styleSheet>")
}

fn with_styles(sheet: &str, shared: &str, styles: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns:r="{relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", if shared.is_empty() { "<sst></sst>".to_owned() } else { shared.to_owned() }),
        ("xl/styles.xml", styles.to_owned()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refused(sheet: &str, shared: &str) -> SheetError {
    match Workbook::open(Cursor::new(by_hand(sheet, shared)), Limits::default()) {
        Err(error) => error,
        Ok(_) => panic!("the workbook was opened"),
    }
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    let dates = Format::new().set_num_format("dd/mm/yyyy");
    let moments = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let hours = Format::new().set_num_format("hh:mm");
    let durations = Format::new().set_num_format("[h]:mm:ss");
    let phones = Format::new().set_num_format("0000000000");
    let pairs = Format::new().set_num_format("00 00 00 00 00");
    sheet.write_string(0, 0, "0550123456").unwrap();
    sheet.write_number(0, 1, 550_123_456.0).unwrap();
    sheet.write_number_with_format(0, 2, 550_123_456.0, &phones).unwrap();
    sheet.write_number_with_format(0, 3, 550_123_456.0, &pairs).unwrap();
    sheet.write_number(0, 4, 0.1 + 0.2).unwrap();
    sheet.write_datetime_with_format(0, 5, ExcelDateTime::from_ymd(1986, 5, 12).unwrap(), &dates).unwrap();
    let moment = ExcelDateTime::from_ymd(2026, 11, 27).unwrap().and_hms(8, 30, 0).unwrap();
    sheet.write_datetime_with_format(0, 6, moment, &moments).unwrap();
    sheet.write_number_with_format(0, 7, 0.354_166_666_666_667, &hours).unwrap();
    sheet.write_number_with_format(0, 8, 1.104_166_666_666_667, &durations).unwrap();
    sheet.write_boolean(0, 9, true).unwrap();
    sheet.write_formula(0, 10, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_formula(0, 11, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_string(0, 12, "كريم & <Zoé>\nligne").unwrap();
    let mut book = open(book.save_to_buffer().unwrap());
    let mut row = Row::new();
    assert_eq!(book.rows("Sheet1").unwrap().next_row(&mut row).unwrap(), Step::Row);
    let seen: Vec<(&str, Nature)> = (0..row.len()).map(|at| (row.get(at).unwrap(), row.nature(at))).collect();
    let expected = [
        ("0550123456", Nature::Text),
        ("550123456", Nature::Number),
        ("0550123456", Nature::Number),
        ("05 50 12 34 56", Nature::Number),
        ("0.3", Nature::Number),
        ("1986-05-12", Nature::Date),
        ("2026-11-27 08:30:00", Nature::Date),
        ("08:30:00", Nature::Date),
        ("26:30:00", Nature::Duration),
        ("TRUE", Nature::Truth),
        ("2", Nature::Number),
        ("#DIV/0!", Nature::Error),
        ("كريم & <Zoé>\nligne", Nature::Text),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_workbook_of_libreoffice_is_read() {
    let book = include_bytes!("files/libreoffice.xlsx").to_vec();
    let mut book = open(book);
    let read = read_all(&mut book.rows("pace").unwrap());
    assert_eq!(read.len(), 3);
    let expected = ["Nom", "Prénom", "اللقب", "الاسم", "Téléphone", "E-mail", "Adresse", "Wilaya", "Né le", "Remarques"];
    assert_eq!(read[0].0, expected);
    assert_eq!(read[1].0[..4], ["Benali", "Zoé", "بن علي", "زوي"]);
    assert_eq!((read[1].0[4].as_str(), read[1].0[9].as_str()), ("550123456", "x; y"));
    let mut rows = book.rows("pace").unwrap();
    let mut row = Row::new();
    for _ in 0..2 {
        assert_eq!(rows.next_row(&mut row).unwrap(), Step::Row);
    }
    assert_eq!((row.nature(4), row.nature(8)), (Nature::Number, Nature::Date));
}

#[test]
fn merged_cells_give_each_row_its_value_and_sheets_are_found_by_name() {
    let mut book = Written::new();
    book.add_worksheet().set_name("Vide").unwrap().set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.set_name("العملاء").unwrap().set_active(true);
    for (column, title) in ["Wilaya", "Nom"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, title).unwrap();
    }
    sheet.merge_range(1, 0, 3, 0, "Béjaïa", &Format::new()).unwrap();
    for (row, name) in [(1, "Benali"), (2, "Saadi"), (3, "Aït"), (6, "Bou")] {
        sheet.write_string(row, 1, name).unwrap();
    }
    let mut book = open(book.save_to_buffer().unwrap());
    let names: Vec<(String, bool)> = book.sheets().into_iter().map(|sheet| (sheet.name, sheet.is_visible)).collect();
    assert_eq!(names, [("Vide".to_owned(), false), ("العملاء".to_owned(), true)]);
    assert_eq!(book.merged("العملاء").unwrap(), [Merged { rows: (1, 3), columns: (0, 0) }]);
    let read = read_all(&mut book.rows("العملاء").unwrap());
    let expected = [["Wilaya", "Nom"], ["Béjaïa", "Benali"], ["Béjaïa", "Saadi"], ["Béjaïa", "Aït"], ["", "Bou"]];
    assert_eq!(taken(&read), expected);
    assert_eq!(read[4].1.line, 7);
    assert!(matches!(book.rows("Autre"), Err(SheetError::NoSheet(name)) if name == "Autre"));
}

#[test]
fn what_is_written_is_text_and_comes_back() {
    let mut book = Vec::new();
    let layout = Layout { name: "Clients: [2026]", right_to_left: true };
    let mut writer = Box::new(XlsxWriter::new(&mut book, &layout).unwrap().rows_of_a_sheet(3));
    let rows = [["Téléphone", "الاسم"], ["0550123456", "كريم"], ["=1+1", "-5"], ["+213550", " x "]];
    for row in &rows {
        writer.write_row(row).unwrap();
    }
    let long = "x".repeat(32_768);
    assert!(matches!(writer.write_row(&[&long]), Err(SheetError::DoesNotFit { row: 5 })));
    writer.finish().unwrap();
    let mut book = open(book);
    let sheets: Vec<String> = book.sheets().into_iter().map(|sheet| sheet.name).collect();
    assert_eq!(sheets, ["Clients 2026", "Clients 2026 2"]);
    assert_eq!(taken(&read_all(&mut book.rows("Clients 2026").unwrap())), rows[..3]);
    let mut second = book.rows("Clients 2026 2").unwrap();
    assert_eq!(taken(&read_all(&mut second)), [rows[0], rows[3]]);
}

#[test]
fn the_header_is_bold_and_stays_and_the_sheet_is_right_to_left() {
    let mut book = Vec::new();
    let layout = Layout { name: "A", right_to_left: true };
    let mut writer = Box::new(XlsxWriter::new(&mut book, &layout).unwrap());
    writer.write_row(&["Nom"]).unwrap();
    writer.finish().unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains(r#"rightToLeft="1""#) && sheet.contains(r#"ySplit="1""#) && sheet.contains(r#"state="frozen""#)
    );
    assert!(part("xl/styles.xml").contains("<b/>"));
}

#[test]
fn a_workbook_that_grows_without_measure_is_not_opened() {
    let row = "<row><c t=\"inlineStr\"><is><t>0000000000</t></is></c></row>".repeat(300_000);
    assert!(matches!(refused(&row, ""), SheetError::Bomb(Bomb::Ratio)));
    let limits = Limits { unpacked: 100_000, ..Limits::default() };
    let some = by_hand(&row[..59 * 4_000], "");
    assert!(matches!(Workbook::open(Cursor::new(some.clone()), limits), Err(SheetError::Bomb(Bomb::Unpacked))));
    let limits = Limits { parts: 5, ..Limits::default() };
    assert!(matches!(Workbook::open(Cursor::new(some), limits), Err(SheetError::Bomb(Bomb::Parts))));
    let texts = format!("<sst>{}</sst>", "<si><t>x</t></si>".repeat(100));
    let limits = Limits { shared: 1_000, ..Limits::default() };
    let opened = Workbook::open(Cursor::new(by_hand("", &texts)), limits);
    assert!(matches!(opened, Err(SheetError::Bomb(Bomb::SharedTexts))));
}

#[test]
fn small_parts_that_grow_in_memory_are_not_read() {
    let texts = format!("<sst>{}</sst>", "<si/>".repeat(50_000));
    let limits = Limits { shared: 1_000_000, ..Limits::default() };
    let opened = Workbook::open(Cursor::new(by_hand("", &texts)), limits);
    assert!(matches!(opened, Err(SheetError::Bomb(Bomb::SharedTexts))));
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(250_000));
    let opened = Workbook::open(Cursor::new(with_styles("", "", &styles)), Limits::default());
    assert!(matches!(opened, Err(SheetError::Bomb(Bomb::Styles))));
}

#[test]
fn a_cell_that_would_fill_the_memory_is_not_read() {
    let text = "x".repeat(3 << 20);
    let cell = format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    assert!(matches!(refused(&cell, ""), SheetError::Bomb(Bomb::Cell)));
    let pieces = "<r><t>xxxxxxxxxxxxxxxxxxxxxxxx</t></r>".repeat(80_000);
    assert!(matches!(refused(&format!("<row><c><is>{pieces}</is></c></row>"), ""), SheetError::Bomb(Bomb::Cell)));
    let hidden = format!("<row><c><is><t><![CDATA[{}]]></t></is></c></row>", "<c".repeat(80_000));
    assert!(matches!(refused(&hidden, ""), SheetError::Damaged(_)));
}

#[test]
fn counts_and_references_made_up_are_told() {
    for count in ["99999999999", "18446744073709551616"] {
        let shared = format!("<sst uniqueCount=\"{count}\"><si><t>x</t></si></sst>");
        assert!(matches!(refused("", &shared), SheetError::Damaged(_)));
    }
    let mut book = open(by_hand("<row><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "<sst><si><t>x</t></si></sst>"));
    let mut row = Row::new();
    assert!(matches!(book.rows("A").unwrap().next_row(&mut row), Err(SheetError::Damaged(_))));
    let mut book = open(by_hand("<row><c r=\"ZZZZZZZZZZ9999999999\"><v>7</v></c></row>", ""));
    let result = book.rows("A").unwrap().next_row(&mut row);
    assert!(matches!(result, Err(SheetError::Damaged(_)) | Ok(Step::Refused(_))), "{result:?}");
}

#[test]
fn long_cells_and_far_columns_cost_their_row_only() {
    let long = "x".repeat(70_000);
    let sheet = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{long}</t></is></c></row>\
         <row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>\
         <row r=\"3\"><c r=\"B3\"><v>2</v></c><c r=\"A3\"><v>1</v></c><c r=\"XFD3\" s=\"1\"/></row>"
    );
    let mut book = open(by_hand(&sheet, ""));
    let read = read_all(&mut book.rows("A").unwrap());
    let faults: Vec<_> = read.iter().filter_map(|row| row.2.clone()).map(|it| (it.kind, it.line, it.column)).collect();
    let expected = [(FaultKind::CellTooLong, 1, Some(0)), (FaultKind::TooManyColumns, 2, Some(16_383))];
    assert_eq!(faults, expected);
    assert_eq!(taken(&read), [["1", "2"]]);
    let limits = Limits { rows: 2, ..Limits::default() };
    let mut book = Workbook::open(Cursor::new(by_hand(&sheet, "")), limits).unwrap();
    let mut rows = book.rows("A").unwrap();
    let mut row = Row::new();
    let last = (0..3).map(|_| rows.next_row(&mut row)).last();
    assert!(matches!(last, Some(Err(SheetError::Bomb(Bomb::Rows)))));
}
