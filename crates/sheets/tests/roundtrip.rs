//! What is written is read again as it was, whatever it is; and whatever is read, nothing breaks.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::io::Cursor;

use common::{read_all, taken};
use proptest::{collection::vec, prelude::*};
use sheets::{
    Encoding, Kind, Limits, Mapping, Row, Rows, SheetError, Step, WriteRows, clean,
    csv::{CsvReader, CsvWriter, Dialect, guard, sniff},
    vcard::{COLUMNS, VcardReader, VcardWriter},
    xlsx::{Layout, Workbook, XlsxWriter},
};

/// Cells with all that makes trouble.
fn cell() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "",
        "\"",
        ";",
        ",",
        "\t",
        "\r\n",
        "\n",
        "\r",
        "'",
        "''",
        "=1+1",
        "'=1",
        "+213 550",
        "+cmd|x",
        "-5",
        "-5-a",
        "@x",
        "＝1",
        " =1",
        "\u{200B}=1",
        "0550",
        "كريم",
        "بن علي",
        "é",
        "😀",
        " ",
        "\u{A0}",
        "\\",
        "x",
    ]);
    vec(odd, 0..5).prop_map(|parts| parts.concat())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..5_usize).prop_flat_map(|columns| vec(vec(cell(), columns), 1..6))
}

fn borrowed(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}

#[test]
fn phones_and_numbers_are_no_formulas_and_all_else_is_guarded() {
    for cell in
        ["+213550123456", "+213 (0) 550-12.34/56", "-5", "-1,5", "Benali", "a=1", "l'été", "'quoted", "", "- ", "12-5"]
    {
        let is_bare_sign = cell.trim() == "-";
        assert_eq!(guard::needs_guard(cell), is_bare_sign, "{cell:?}");
    }
    let formulas = [
        "=1",
        " =1",
        "\u{A0}=1",
        "+cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "-2*3",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u{FEFF}=1",
        "'=1",
        "+213x",
        "+",
        "\n=1",
    ];
    for cell in formulas {
        assert!(guard::needs_guard(cell), "{cell:?}");
    }
    assert_eq!(guard::bare("'+213550123456"), "'+213550123456");
    assert_eq!(guard::bare("'=1"), "=1");
}

proptest! {
    #[test]
    fn csv_comes_back(rows in rows(), delimiter in prop::sample::select(vec![b',', b';', b'\t'])) {
        let mut writer = CsvWriter::new(Vec::new(), delimiter);
        for row in &rows {
            writer.write_row(&borrowed(row)).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let dialect = Dialect { encoding: Encoding::Utf8, delimiter };
        let read = read_all(&mut CsvReader::new(&bytes[..], dialect, Limits::default()));
        prop_assert_eq!(taken(&read), rows);
        prop_assert!(read.iter().all(|row| row.2.is_none()));
    }

    #[test]
    fn no_cell_of_a_written_csv_is_a_formula(cell in cell()) {
        let mut writer = CsvWriter::new(Vec::new(), b';');
        writer.write_row(&[&cell]).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let line = text.trim_start_matches('\u{FEFF}').trim_end_matches("\r\n");
        let seen = line.strip_prefix('"').unwrap_or(line).trim_start_matches([' ', '\u{A0}', '\u{200B}', '\n']);
        prop_assert!(!seen.starts_with(['=', '@', '＝', '\t', '\r']), "{:?}", text);
        prop_assert_eq!(guard::bare(&format!("'{cell}")) == cell, guard::needs_guard(&cell));
    }

    #[test]
    fn workbooks_come_back(rows in rows()) {
        // A line end of a workbook is LF; a row without anything is none.
        let plain = |cell: &String| cell.replace(['\r', '\t'], "");
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(plain).collect()).collect();
        let mut book = Vec::new();
        let mut writer = Box::new(XlsxWriter::new(&mut book, &Layout { name: "A", right_to_left: true }).unwrap());
        for row in &rows {
            writer.write_row(&borrowed(row)).unwrap();
        }
        writer.finish().unwrap();
        let mut book = Workbook::open(Cursor::new(book), Limits::default()).unwrap();
        let read = taken(&read_all(&mut book.rows("A").unwrap()));
        let filled = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
            let short = |row: &Vec<String>| row[..row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1)].to_vec();
            rows.iter().map(short).filter(|row| !row.is_empty()).collect()
        };
        prop_assert_eq!(filled(&read), filled(&rows));
    }

    #[test]
    fn cards_come_back(street in cell(), notes in cell(), family in cell()) {
        let tidy = |cell: &str| cell.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        let mut writer = VcardWriter::new(Vec::new(), &["street", "notes", "full_name"]);
        writer.write_row(&[&street, &notes, &family]).unwrap();
        let bytes = writer.into_inner().unwrap();
        let read = taken(&read_all(&mut VcardReader::new(&bytes[..], Limits::default()).unwrap()));
        let at = |name: &str| COLUMNS.iter().position(|column| *column == name).map(|at| read[0][at].clone()).unwrap();
        prop_assert_eq!([at("street"), at("notes"), at("full_name")], [&street, &notes, &family].map(|cell| tidy(cell)));
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(cell in any::<String>()) {
        let once = clean(&cell).text.into_owned();
        let again = clean(&once);
        prop_assert_eq!(again.text, once.as_str());
        prop_assert!(again.removed.is_nothing());
    }

    #[test]
    fn any_names_make_a_mapping_with_each_field_once(names in vec(any::<String>(), 0..8), values in vec(any::<String>(), 0..8)) {
        let mapping = Mapping::guess(&borrowed(&names), &[borrowed(&values)]);
        let mut fields: Vec<_> = mapping.columns.iter().flatten().map(|guess| guess.field).collect();
        let count = fields.len();
        fields.sort();
        fields.dedup();
        prop_assert_eq!(fields.len(), count);
    }

    #[test]
    fn any_bytes_are_read_to_their_end_as_csv(bytes in bytes(), encoding in prop::sample::select(Encoding::ALL.to_vec())) {
        let dialect = Dialect { encoding, delimiter: b';' };
        let limits = Limits { cell: 40, record: 200, columns: 5, ..Limits::default() };
        let mut reader = CsvReader::new(&bytes[..], dialect, limits);
        let all = read_all(&mut reader);
        prop_assert!(reader.position().byte <= bytes.len() as u64);
        prop_assert!(all.windows(2).all(|pair| pair[0].1.byte < pair[1].1.byte && pair[0].1.line < pair[1].1.line));
        if let Some((_, at, _)) = all.last() {
            let mut rest = CsvReader::resume(Cursor::new(&bytes), dialect, limits, *at).unwrap();
            prop_assert_eq!(&read_all(&mut rest)[..], &all[all.len() - 1..]);
        }
    }

    #[test]
    fn any_bytes_are_read_to_their_end_as_cards(bytes in card_bytes()) {
        let limits = Limits { cell: 40, record: 200, ..Limits::default() };
        let mut reader = VcardReader::new(&bytes[..], limits).unwrap();
        let all = read_all(&mut reader);
        prop_assert!(reader.position().byte <= bytes.len() as u64);
        prop_assert!(all.windows(2).all(|pair| pair[0].1.byte < pair[1].1.byte));
    }

    #[test]
    fn any_bytes_have_a_kind_or_an_error_and_can_be_guessed(bytes in bytes()) {
        let mut source = Cursor::new(&bytes);
        if let Ok(Kind::Csv) = Kind::of(&mut source, "a.csv") {
            prop_assert!(!matches!(sniff(&mut source), Err(SheetError::Foreign(_))));
        }
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut book = Vec::new();
        let mut writer = Box::new(XlsxWriter::new(&mut book, &Layout { name: "A", right_to_left: false }).unwrap());
        writer.write_row(&["Nom", "Téléphone"]).unwrap();
        writer.write_row(&["Benali", "0550142763"]).unwrap();
        writer.finish().unwrap();
        for (index, byte) in at {
            let place = index.index(book.len());
            book[place] = byte;
        }
        let Ok(mut book) = Workbook::open(Cursor::new(book), Limits::default()) else { return Ok(()) };
        let names: Vec<String> = book.sheets().into_iter().map(|sheet| sheet.name).collect();
        for name in names {
            let Ok(mut rows) = book.rows(&name) else { continue };
            let mut row = Row::new();
            let mut count = 0;
            while let Ok(Step::Row | Step::Refused(_)) = rows.next_row(&mut row) {
                count += 1;
                prop_assert!(count < 100);
            }
        }
    }
}

/// Bytes of which many have a meaning in a CSV file.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let telling = prop::sample::select(b"\"\"\";;\r\n\n\xEF\xBB\xBF\xFF\xFE\0aPK\x03\x04".to_vec());
    vec(prop_oneof![4 => telling, 1 => any::<u8>()], 0..600)
}

/// Pieces of which cards are made, in any order.
fn card_bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"BEGIN:VCARD\n",
        b"END:VCARD\r\n",
        b"N:a;b\n",
        b"PHOTO;BASE64:AA\n",
        b" BB\n",
        b"CCCC\n",
        b"NOTE;QUOTED-PRINTABLE:=C3=\n",
        b"=A9=",
        b"\n",
        b"\r",
        b"AGENT:\n",
        b"TEL;TYPE=\"a:b\n",
        b"VERSION:2.1\n",
        b"\xFF\xFE",
        b":",
        b";",
        b"\xC3",
        b"ADR:;;;\\",
    ];
    vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}
