//! The two file formats.

use braille::{Block, Brf, Grade, Grades, Meta, Pef, Text, ascii, write};
use words::Lang;

use crate::{louis, paper, sheet};

fn two_pages() -> braille::Sheet {
    let blocks = (1..=12).map(|n| Block::Entry(Text::new(&format!("ligne {n} & <suite>"), Lang::Fr))).collect();
    sheet(Lang::Fr, blocks)
}

#[test]
fn each_cell_of_six_dots_has_its_own_character() {
    let mut all: Vec<u8> = (0..64).map(ascii).collect();
    assert_eq!((all[0], all[1], all[0b11], all[0b11_1111]), (b' ', b'A', b'B', b'='));
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 64);
    assert!(all.iter().all(|c| (b' '..=b'_').contains(c)));
}

#[test]
fn a_brf_has_a_line_for_each_line_and_a_form_feed_for_each_page() {
    let (mut bytes, edition) = (Vec::new(), paper(30, 10));
    let report = write(&two_pages(), edition, &louis(), &mut Brf::new(&mut bytes, edition).unwrap()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let pages: Vec<&str> = text.split_terminator('\u{C}').collect();
    assert_eq!((report.pages, pages.len()), (2, 2));
    assert!(text.is_ascii() && text.ends_with("\r\n\u{C}") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(pages[0].starts_with("LIGNE"), "{text}");
    for page in pages {
        let lines: Vec<&str> = page.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 10);
        assert!(lines.iter().all(|line| line.len() <= 30 && !line.ends_with(' ')));
    }
}

#[test]
fn a_pef_says_its_size_its_title_and_every_row() {
    let mut edition = paper(40, 10);
    edition.grades = Grades::default().with(Grade::French8);
    let meta = Meta {
        title: "Réception & <appels>\u{1}".to_owned(),
        lang: Lang::Fr,
        identifier: "plateau-1".to_owned(),
        date: "2026-11-27".to_owned(),
    };
    let mut pef = Pef::new(Vec::new(), edition, &meta).unwrap();
    write(&two_pages(), edition, &louis(), &mut pef).unwrap();
    let xml = String::from_utf8(pef.close().unwrap()).unwrap();
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pef version=\"2008-1\" xmlns=\"http://www.daisy.org/ns/2008/pef\">"));
    assert!(xml.contains("<dc:title>Réception &amp; &lt;appels&gt;</dc:title>"), "{xml}");
    assert!(xml.contains("<dc:language>fr</dc:language>") && xml.contains("cols=\"40\" rows=\"10\""));
    assert_eq!((xml.matches("<page>").count(), xml.matches("<row>").count()), (2, 20));
    let row = xml.split("<row>").nth(1).and_then(|row| row.split("</row>").next()).unwrap();
    assert_eq!(row, braille::patterns(&louis().forward(Grade::French8, "ligne 1 & <suite>").unwrap()));
}
