//! Cards as phones and mail programs write them.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::io::{Cursor, Read};

use common::{read_all, taken};
use sheets::{
    FaultKind, Limits, Mapping, Row, Rows, Step, WriteRows,
    vcard::{COLUMNS, VcardReader, VcardWriter},
};

type Card = Vec<(&'static str, String)>;

/// The cells that are filled, by column.
fn cards(bytes: &[u8]) -> Vec<Card> {
    let mut reader = VcardReader::new(bytes, Limits::default()).unwrap();
    let filled = |row: Vec<String>| COLUMNS.into_iter().zip(row).filter(|(_, cell)| !cell.is_empty()).collect();
    taken(&read_all(&mut reader)).into_iter().map(filled).collect()
}

fn same(card: &Card, expected: &[(&str, &str)]) {
    let card: Vec<(&str, &str)> = card.iter().map(|(column, cell)| (*column, cell.as_str())).collect();
    assert_eq!(card, expected);
}

#[test]
fn a_card_of_an_old_phone_is_read() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Benali;Zo=C3=A9;;;\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=A9 Ben=\r\nali\r\n\
        TEL;CELL;PREF:0550 14 27 63\r\nTEL;WORK;VOICE:021 00 00 00\r\n\
        EMAIL;INTERNET:zoe@exemple.dz\r\n\
        ADR;HOME:;;12 rue Didouche\\; esc. B;Alger Centre;Alger;16000;DZ\r\n\
        NOTE;ENCODING=QUOTED-PRINTABLE:deux=0D=0Alignes \\n\r\nNOTE:pliée\r\n ici\r\n\
        PHOTO;ENCODING=BASE64;JPEG:AAAA\r\n BBBB\r\nCCCC/+DD==\r\n\r\nEND:VCARD\r\n";
    let read = cards(text.as_bytes());
    assert_eq!(read.len(), 1);
    same(
        &read[0],
        &[
            ("family_latin", "Benali"),
            ("given_latin", "Zoé"),
            ("full_name", "Zoé Benali"),
            ("phone", "0550 14 27 63"),
            ("phone_type", "cell"),
            ("phone2", "021 00 00 00"),
            ("phone2_type", "work,voice"),
            ("email", "zoe@exemple.dz"),
            ("street", "12 rue Didouche; esc. B"),
            ("commune", "Alger Centre"),
            ("wilaya", "Alger"),
            ("postcode", "16000"),
            ("country", "DZ"),
            ("notes", "deux\nlignes \\n\npliée ici"),
        ],
    );
}

#[test]
fn a_card_of_version_3_is_read_with_groups_folds_and_escapes() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nN:سعدي;أمينة;;;\nFN:أمينة سعدي\nitem1.TEL;type=CELL;type=pref:+213 661 00 00 01\n\
        item1.X-ABLabel:autre\nTEL;TYPE=HOME:1\nTEL:2\nTEL:3\nTEL:4\nEMAIL:a@b.dz\nEMAIL;TYPE=INTERNET,WORK:c@d.dz\nEMAIL:e@f.dz\n\
        ORG:شركة\\, النور;قسم\nBDAY:1986-05-12T00:00:00Z\nNOTE:un\\, deux\\; trois\\nligne \n  suite\\\\\nCATEGORIES:VIP,Oran\nEND:VCARD\n";
    same(
        &cards(text.as_bytes())[0],
        &[
            ("family_arabic", "سعدي"),
            ("given_arabic", "أمينة"),
            ("full_name", "أمينة سعدي"),
            ("organisation_arabic", "شركة, النور, قسم"),
            ("phone", "+213 661 00 00 01"),
            ("phone_type", "cell"),
            ("phone2", "1"),
            ("phone2_type", "home"),
            ("phone3", "2"),
            ("more_phones", "3\n4"),
            ("email", "a@b.dz"),
            ("email2", "c@d.dz"),
            ("email2_type", "work"),
            ("more_emails", "e@f.dz"),
            ("birth_date", "1986-05-12"),
            ("categories", "VIP, Oran"),
            ("notes", "un, deux; trois\nligne  suite\\"),
        ],
    );
}

#[test]
fn a_card_of_version_4_is_read_with_a_name_in_two_scripts() {
    let text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Karim Benali\r\nN;ALTID=1:Benali;Karim;Ali;;\r\nN;ALTID=1;LANGUAGE=ar:بن علي;كريم;;;\r\n\
        TEL;VALUE=uri;TYPE=\"voice,home\";PREF=2:tel:+213-21-00-00-00\r\nTEL;PREF=1;TYPE=cell:tel:+213550142763\r\n\
        EMAIL:mailto:k@b.dz\r\nBDAY:19860512\r\nLANG;PREF=2:fr\r\nLANG;PREF=1:ar\r\nEND:VCARD\r\n";
    same(
        &cards(text.as_bytes())[0],
        &[
            ("family_latin", "Benali"),
            ("given_latin", "Karim Ali"),
            ("family_arabic", "بن علي"),
            ("given_arabic", "كريم"),
            ("full_name", "Karim Benali"),
            ("phone", "+213550142763"),
            ("phone_type", "cell"),
            ("phone2", "+213-21-00-00-00"),
            ("phone2_type", "voice,home"),
            ("email", "k@b.dz"),
            ("birth_date", "1986-05-12"),
            ("language", "ar"),
        ],
    );
}

#[test]
fn text_of_old_windows_and_of_utf_16_is_read() {
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode("BEGIN:VCARD\nVERSION:2.1\nN:Aït;Zoé\nEND:VCARD\n");
    same(&cards(&latin)[0], &[("family_latin", "Aït"), ("given_latin", "Zoé")]);
    let (arabic, ..) =
        encoding_rs::WINDOWS_1256.encode("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=windows-1256:سعدي;أمينة\nEND:VCARD\n");
    same(&cards(&arabic)[0], &[("family_arabic", "سعدي"), ("given_arabic", "أمينة")]);
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain("BEGIN:VCARD\nN:سعدي;😀\nEND:VCARD\n".encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    same(&cards(&wide)[0], &[("given_latin", "😀"), ("family_arabic", "سعدي")]);
}

#[test]
fn a_photo_of_any_size_is_passed_over_without_being_kept() {
    let begin = b"BEGIN:VCARD\r\nVERSION:3.0\r\nPHOTO;ENCODING=b;TYPE=JPEG:".as_slice();
    let end = b"\r\nN:Benali;Karim\r\nEND:VCARD\r\n".as_slice();
    let photo = std::io::repeat(b'A').take(64 << 20);
    let mut reader = VcardReader::new(begin.chain(photo).chain(end), Limits::default()).unwrap();
    let read = read_all(&mut reader);
    assert_eq!(taken(&read)[0][..2], ["Benali", "Karim"]);
    assert_eq!(reader.position().byte, (begin.len() + (64 << 20) + end.len()) as u64);
}

#[test]
fn a_card_that_is_broken_is_told_and_the_others_are_read() {
    let text = "bonjour\nBEGIN:VCARD\nN:Un\nBEGIN:VCARD\nN:Deux\nEND:VCARD\nBEGIN:VCARD\nN:Trois\nsans deux-points\nEND:VCARD\n\
        BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nN:Agent\nEND:VCARD\nN:Quatre\nEND:VCARD\nBEGIN:VCARD\nN:Cinq\n";
    let mut reader = VcardReader::new(text.as_bytes(), Limits::default()).unwrap();
    let read = read_all(&mut reader);
    let names: Vec<String> = taken(&read).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["Deux", "Quatre"]);
    let faults: Vec<_> = read.iter().filter_map(|row| row.2.clone()).map(|fault| (fault.kind, fault.line)).collect();
    assert_eq!(faults, [1, 2, 9, 18].map(|line| (FaultKind::CardBroken, line)));
    assert_eq!(read[1].0, ["N:Un"]);
}

#[test]
fn a_note_without_end_and_a_card_without_end_are_bounded() {
    let note = format!("BEGIN:VCARD\nNOTE:{}\nEND:VCARD\n", "x".repeat(100_000));
    let lines = format!("BEGIN:VCARD\n{}END:VCARD\n", "TEL:0550142763\n".repeat(200_000));
    let text = format!("{note}{lines}BEGIN:VCARD\nN:Deux\nEND:VCARD\n");
    let mut reader = VcardReader::new(text.as_bytes(), Limits::default()).unwrap();
    let read = read_all(&mut reader);
    let faults: Vec<_> = read.iter().filter_map(|row| row.2.clone()).map(|fault| fault.kind).collect();
    assert_eq!(faults, [FaultKind::CellTooLong, FaultKind::RowTooLong { until: 200_006 }]);
    assert_eq!(taken(&read)[0][0], "Deux");
}

#[test]
fn reading_goes_on_at_a_card_after_an_interruption() {
    let text = "BEGIN:VCARD\nN:Un;é\nEND:VCARD\nBEGIN:VCARD\nN:Ouvert\nBEGIN:VCARD\nN:Deux\nEND:VCARD\n\nBEGIN:VCARD\nN:Trois\nEND:VCARD\n";
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes().to_vec(), wide] {
        let all = read_all(&mut VcardReader::new(&bytes[..], Limits::default()).unwrap());
        assert_eq!(all.len(), 4);
        let mut reader = VcardReader::new(&bytes[..], Limits::default()).unwrap();
        let mut row = Row::new();
        for done in 1..=all.len() {
            assert_ne!(reader.next_row(&mut row).unwrap(), Step::End);
            let mut rest = VcardReader::resume(Cursor::new(&bytes), Limits::default(), reader.position()).unwrap();
            assert_eq!(read_all(&mut rest), all[done..], "after {done} cards");
        }
    }
}

#[test]
fn what_is_written_comes_back_folded_at_75_bytes() {
    let filled = [
        "Benali",
        "Karim",
        "بن علي",
        "كريم",
        "Karim Benali",
        "Sarl Nour; Alger",
        "شركة النور",
        "+213550142763",
        "cell",
        "021000000",
        "work,voice",
        "0661000000",
        "",
        "1\n2",
        "k@b.dz",
        "home",
        "c@d.dz",
        "",
        "e@f.dz",
        "12, rue Didouche Mourad",
        "Alger",
        "Alger",
        "16000",
        "Algérie",
        "autre, adresse",
        "1986-05-12",
        "fr",
        "VIP, Oran",
        "Rappeler; le matin, très tôt\nباب الوادي \\ باب الزوار، الجزائر العاصمة 😀",
    ];
    let alone = COLUMNS.map(|column| if column == "phone" { "0550142763" } else { "" });
    let mut writer = VcardWriter::new(Vec::new(), &COLUMNS);
    writer.write_row(&filled).unwrap();
    writer.write_row(&alone).unwrap();
    let bytes = writer.into_inner().unwrap();
    assert!(
        bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 76 && (line.is_empty() || line.ends_with(b"\r")))
    );
    assert_eq!(std::str::from_utf8(&bytes).unwrap().matches("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:").count(), 2);
    let read = read_all(&mut VcardReader::new(&bytes[..], Limits::default()).unwrap());
    assert_eq!(taken(&read)[0], filled);
    assert_eq!(taken(&read)[1][7], "0550142763");
}

#[test]
fn the_columns_of_a_card_fill_their_fields() {
    let mapping = Mapping::guess(&COLUMNS, &[]);
    for (column, guess) in COLUMNS.iter().zip(&mapping.columns) {
        let taken = guess.map(|guess| guess.field.name());
        let is_field = sheets::Field::named(column).is_some();
        assert_eq!(taken, is_field.then_some(*column), "{column}");
    }
}
