//! CSV files as people have them.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use common::{read_all, taken};
use sheets::{
    Doubt, Encoding, FaultKind, Limits, Position, Row, Rows, SheetError, Step,
    csv::{CsvReader, Dialect, sniff, sniff_as},
};
use std::io::Cursor;

const UTF8: Dialect = Dialect { encoding: Encoding::Utf8, delimiter: b';' };

fn sniffed(bytes: &[u8]) -> Dialect {
    sniff(&mut Cursor::new(bytes)).unwrap().dialect
}

fn rows_of(bytes: &[u8]) -> Vec<Vec<String>> {
    taken(&read_all(&mut CsvReader::new(bytes, sniffed(bytes), Limits::default())))
}

fn old(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "the text has letters that {} lacks", encoding.name());
    bytes.into_owned()
}

#[test]
fn a_french_windows_file_is_recognised() {
    let bytes = old("Nom;Prénom;Ville\r\nBenali;Zoé;Béjaïa\r\nSAADI;NOËL;TÉBESSA\r\n", encoding_rs::WINDOWS_1252);
    assert_eq!(sniffed(&bytes), Dialect { encoding: Encoding::Windows1252, delimiter: b';' });
    assert_eq!(rows_of(&bytes)[2], ["SAADI", "NOËL", "TÉBESSA"]);
}

#[test]
fn an_arabic_windows_file_is_recognised_with_french_in_it() {
    let bytes = old("الاسم,Prénom,الولاية\nكريم,Zoé,الجزائر\nأمينة,Amélie,وهران\n", encoding_rs::WINDOWS_1256);
    assert_eq!(sniffed(&bytes), Dialect { encoding: Encoding::Windows1256, delimiter: b',' });
    assert_eq!(rows_of(&bytes)[1], ["كريم", "Zoé", "الجزائر"]);
}

#[test]
fn utf_8_and_utf_16_are_recognised_and_their_mark_is_no_cell() {
    let text = "الاسم\tNom\nكريم\tKarim 😀\n";
    let wide = |swap: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(swap).collect()
    };
    let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
    for bytes in [text.as_bytes().to_vec(), marked, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(rows_of(&bytes), [["الاسم", "Nom"], ["كريم", "Karim 😀"]]);
    }
}

#[test]
fn letters_far_behind_plain_text_still_tell_the_encoding() {
    let mut bytes = b"nom;note\n".to_vec();
    while bytes.len() < 700_000 {
        bytes.extend_from_slice(b"Benali;rien\n");
    }
    bytes.extend(old("Béjaïa;été\n", encoding_rs::WINDOWS_1252));
    assert_eq!(sniffed(&bytes).encoding, Encoding::Windows1252);
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    match sniff_as(&mut Cursor::new(&bytes), Encoding::Utf8) {
        Err(SheetError::WrongEncoding { line, .. }) => assert_eq!(line, lines),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_encoding_announced_wrongly_is_told_with_its_line() {
    let latin = old("nom;ville\nSaadi;Oran\nNOËL;TÉBESSA\n", encoding_rs::WINDOWS_1252);
    let arabic = old("nom;ville\nكريم;وهران\n", encoding_rs::WINDOWS_1256);
    let utf8 = "nom;ville\nZoé;Béjaïa\n".as_bytes().to_vec();
    let cases = [
        (&latin, Encoding::Utf8, Encoding::Windows1252, 3),
        (&latin, Encoding::Windows1256, Encoding::Windows1252, 3),
        (&latin, Encoding::Utf16Le, Encoding::Windows1252, 1),
        (&arabic, Encoding::Windows1252, Encoding::Windows1256, 2),
        (&utf8, Encoding::Windows1252, Encoding::Utf8, 2),
    ];
    for (bytes, said, really, at) in cases {
        match sniff_as(&mut Cursor::new(bytes), said) {
            Err(SheetError::WrongEncoding { announced, likely, line }) => {
                assert_eq!((announced, likely, line), (said, really, at));
            }
            other => panic!("{said:?} for {really:?}: {other:?}"),
        }
        assert!(sniff_as(&mut Cursor::new(bytes), really).is_ok());
    }
}

#[test]
fn text_saved_in_a_wrong_encoding_and_foreign_letters_are_doubted() {
    let twice = "nom\nZoÃ©\nAmÃ©lie\nBÃ©jaÃ¯a\n";
    assert_eq!(sniff(&mut Cursor::new(twice)).unwrap().doubts, [Doubt::SavedWrong]);
    let foreign = "nom\nИванов\nПётр\n";
    assert!(matches!(sniff(&mut Cursor::new(foreign)).unwrap().doubts[..], [Doubt::ForeignLetters(100)]));
    let fine = "nom\nZoé\nكريم\n";
    assert_eq!(sniff(&mut Cursor::new(fine)).unwrap().doubts, []);
}

#[test]
fn the_delimiter_is_the_one_that_cuts_evenly() {
    assert_eq!(sniffed(b"nom;montant\nBenali;1,5\nSaadi;2,5\n").delimiter, b';');
    assert_eq!(sniffed(b"nom,note\nBenali,\"a;b;c\"\nSaadi,d;e\n").delimiter, b',');
    assert_eq!(sniffed(b"nom\tnote\nBenali\ta, b\n").delimiter, b'\t');
    assert_eq!(sniffed(b"nom\nBenali\n").delimiter, b';');
}

#[test]
fn a_first_line_sep_is_obeyed_and_is_no_row() {
    for first in ["sep=|\n", "SEP=|\r\n", "\"sep=|\"\r\n"] {
        let bytes = format!("{first}nom|note\nBenali|a;b\n");
        let read = read_all(&mut CsvReader::new(bytes.as_bytes(), sniffed(bytes.as_bytes()), Limits::default()));
        assert_eq!(taken(&read), [["nom", "note"], ["Benali", "a;b"]]);
        assert_eq!(read[0].1.line, 2);
    }
}

#[test]
fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
    let text = "a;\"b;c\";\"d\r\ne\"\r\"f \"\"g\"\" h\";5\" pouces;\n\n\"\";x;\"\"\"\"";
    let read = read_all(&mut CsvReader::new(text.as_bytes(), UTF8, Limits::default()));
    let expected = [vec!["a", "b;c", "d\r\ne"], vec!["f \"g\" h", "5\" pouces", ""], vec!["", "x", "\""]];
    assert_eq!(taken(&read), expected);
    let lines: Vec<u64> = read.iter().map(|(_, at, _)| at.line).collect();
    assert_eq!(lines, [1, 3, 5]);
}

#[test]
fn a_quote_that_stays_open_costs_its_line_only() {
    let text = "n;t\n1;\"ouvert\n2;b\n3;\"c\"\n4;d\n";
    let read = read_all(&mut CsvReader::new(text.as_bytes(), UTF8, Limits::default()));
    let fault = read[1].2.clone().unwrap();
    assert_eq!((fault.kind, fault.line, fault.column), (FaultKind::QuoteNotClosed, 2, Some(1)));
    assert_eq!(read[1].0, ["1;\"ouvert"]);
    assert_eq!(taken(&read), [["n", "t"], ["2", "b"], ["3", "c"], ["4", "d"]]);
    let without = "n;t\n1;\"ouvert\n2;b\n";
    let read = read_all(&mut CsvReader::new(without.as_bytes(), UTF8, Limits::default()));
    assert_eq!(taken(&read), [["n", "t"], ["2", "b"]]);
    assert_eq!(read[1].2.clone().unwrap().kind, FaultKind::QuoteNotClosed);
}

#[test]
fn a_quote_open_before_megabytes_of_rows_costs_its_line_only() {
    let mut text = "n;t\n1;\"ouvert\n".to_owned();
    for number in 0..250_000 {
        text.push_str(&format!("{number};texte\n"));
    }
    let read = read_all(&mut CsvReader::new(text.as_bytes(), UTF8, Limits::default()));
    assert_eq!(read.len(), 250_002);
    let fault = read[1].2.clone().unwrap();
    assert_eq!((fault.kind, fault.line), (FaultKind::QuoteNotClosed, 2));
}

#[test]
fn text_after_a_closing_quote_is_told() {
    let read = read_all(&mut CsvReader::new(&b"\"abc\" def;x\n1;2\n"[..], UTF8, Limits::default()));
    let fault = read[0].2.clone().unwrap();
    assert_eq!((fault.kind, fault.line, fault.column), (FaultKind::StrayQuote, 1, Some(0)));
    assert_eq!(taken(&read), [["1", "2"]]);
}

#[test]
fn a_cell_of_a_megabyte_is_told_and_reading_goes_on() {
    let long = "é".repeat(500_000);
    for cell in [long.clone(), format!("\"{long}\"")] {
        let text = format!("n;t\n1;{cell}\n2;b\n");
        let read = read_all(&mut CsvReader::new(text.as_bytes(), UTF8, Limits::default()));
        let fault = read[1].2.clone().unwrap();
        assert_eq!((fault.kind, fault.line, fault.column), (FaultKind::CellTooLong, 2, Some(1)));
        assert!(read[1].0[0].len() <= 4096);
        assert_eq!(taken(&read), [["n", "t"], ["2", "b"]]);
    }
}

#[test]
fn a_row_beyond_every_bound_is_told_with_the_line_where_reading_goes_on() {
    let prose = "une ligne de texte\n".repeat(300_000);
    let text = format!("n;t\n1;\"{prose}\"\n2;b\n");
    let read = read_all(&mut CsvReader::new(text.as_bytes(), UTF8, Limits::default()));
    let fault = read[1].2.clone().unwrap();
    assert_eq!((fault.kind, fault.line), (FaultKind::RowTooLong { until: 300_003 }, 2));
    assert_eq!(taken(&read), [["n", "t"], ["2", "b"]]);
    let wide = format!("n;t\n1;{}\n2;b\n", "x".repeat(5_000_000));
    let read = read_all(&mut CsvReader::new(wide.as_bytes(), UTF8, Limits::default()));
    assert_eq!(read[1].2.clone().unwrap().kind, FaultKind::RowTooLong { until: 3 });
    assert_eq!(taken(&read), [["n", "t"], ["2", "b"]]);
}

#[test]
fn too_many_cells_and_bytes_that_are_no_letters_are_told() {
    let bytes = [b"n;t\n", ";".repeat(600).as_bytes(), b"\n1;\xFFb\n2;b\n"].concat();
    let read = read_all(&mut CsvReader::new(&bytes[..], UTF8, Limits::default()));
    let faults: Vec<_> = read.iter().filter_map(|row| row.2.clone()).map(|it| (it.kind, it.line, it.column)).collect();
    let expected = [(FaultKind::TooManyColumns, 2, Some(500)), (FaultKind::NotInEncoding, 3, Some(1))];
    assert_eq!(faults, expected);
    assert_eq!(taken(&read), [["n", "t"], ["2", "b"]]);
}

#[test]
fn reading_goes_on_at_a_byte_after_an_interruption_in_every_encoding() {
    let text = "الاسم;t\n1;\"é\nà\"\n\n2;😀b\n3;\"c\"\n";
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, encoding) in [(text.as_bytes().to_vec(), Encoding::Utf8), (wide, Encoding::Utf16Le)] {
        let dialect = Dialect { encoding, delimiter: b';' };
        let all = read_all(&mut CsvReader::new(&bytes[..], dialect, Limits::default()));
        assert_eq!(all.len(), 4);
        let mut reader = CsvReader::new(&bytes[..], dialect, Limits::default());
        let mut row = Row::new();
        for done in 1..=all.len() {
            assert_eq!(reader.next_row(&mut row).unwrap(), Step::Row);
            let at = reader.position();
            let mut rest = CsvReader::resume(Cursor::new(&bytes), dialect, Limits::default(), at).unwrap();
            assert_eq!(read_all(&mut rest), all[done..], "after {done} rows in {encoding:?}");
        }
    }
    assert_eq!(Position::START.byte, 0);
}

#[test]
fn an_empty_file_is_told() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\n"] {
        assert!(matches!(sniff(&mut Cursor::new(bytes)), Err(SheetError::Empty)));
    }
}
