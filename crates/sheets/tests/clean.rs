//! Cells with what nobody sees, and headers with what nobody wants.

use std::borrow::Cow;

use sheets::{
    Encoding, Fit, Header, HeaderFault, Limits, Removed, Row, Rows, Step, clean,
    csv::{CsvReader, Dialect},
};

#[test]
fn what_nobody_sees_is_taken_out_and_told() {
    let cleaned = clean(" Ka\0rim\u{202E}\u{200F} \u{7}Be\u{FEFF}nali\r\n12\t34\r5 ");
    assert_eq!(cleaned.text, "Karim Benali\n12 34\n5");
    assert_eq!(cleaned.removed, Removed { nul: 1, controls: 1, bidi: 2, unseen: 1 });
}

#[test]
fn text_is_composed_and_arabic_digits_stay() {
    assert_eq!(clean("Zoe\u{301}").text, "Zoé");
    assert_eq!(clean("\u{A0}هاتف ٠٥٥٠\u{A0}").text, "هاتف ٠٥٥٠");
    assert!(clean("Zoe\u{301}").removed.is_nothing());
}

#[test]
fn a_clean_cell_is_not_copied() {
    for cell in ["Benali", "كريم", "deux\nlignes"] {
        assert!(matches!(clean(cell).text, Cow::Borrowed(text) if text == cell));
    }
}

#[test]
fn columns_without_a_name_or_with_one_twice_are_told() {
    let text = "Nom;;Téléphone;telephone;الهاتف;;\nBenali;x\n1;2;3;4;5;6;7\n1;2;3;4;5;;\n";
    let dialect = Dialect { encoding: Encoding::Utf8, delimiter: b';' };
    let mut reader = CsvReader::new(text.as_bytes(), dialect, Limits::default());
    let mut row = Row::new();
    assert_eq!(reader.next_row(&mut row).unwrap(), Step::Row);
    let header = Header::of(&row);
    assert_eq!(header.names, ["Nom", "", "Téléphone", "telephone", "الهاتف"]);
    assert_eq!(header.faults, [HeaderFault::Unnamed(1), HeaderFault::Repeated { column: 3, first: 2 }]);
    let mut fits = Vec::new();
    while reader.next_row(&mut row).unwrap() == Step::Row {
        fits.push(header.fit(&row));
    }
    assert_eq!(fits, [Fit::Short(3), Fit::Long(2), Fit::Whole]);
}
