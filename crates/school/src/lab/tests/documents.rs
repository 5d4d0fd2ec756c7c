use std::io::{Cursor, Write};

use ::web::Role;
use axum::http::StatusCode;
use words::{Lang, Talk};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::house::{FR, Person, houses};
use crate::lab::documents::{self, Document, DocumentExercise, Finding, Refused};
use crate::lab::library::DOCUMENTS;
use crate::practice::library::surroundings;

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("files/", $name)).as_slice())
    };
}

fn exercise(code: &str) -> DocumentExercise {
    let source = DOCUMENTS.iter().find(|(own, _)| *own == code).unwrap().1;
    documents::parse(source, &surroundings().criteria).unwrap_or_else(|faults| panic!("{code}: {faults}"))
}

fn findings(code: &str, (name, bytes): (&str, &[u8])) -> Vec<Finding> {
    exercise(code).check(&Document::read(name, bytes).unwrap())
}

/// The points that are missing, with what is said about them.
fn missing(code: &str, file: (&str, &[u8])) -> Vec<String> {
    let bad = findings(code, file).into_iter().filter(|finding| !finding.good);
    bad.map(|finding| {
        format!("{}: {}", finding.point, finding.notes.iter().map(|note| note.html(FR)).collect::<Vec<_>>().join(" | "))
    })
    .collect()
}

#[test]
fn a_careful_document_has_every_point_whoever_wrote_it() {
    for (code, file) in [
        ("MC9-DOC-1", file!("report.odt")),
        ("MC9-DOC-1", file!("report.docx")),
        ("MC9-DOC-2", file!("procedure.docx")),
        ("MC9-DOC-3", file!("letter.odt")),
        ("MC9-DOC-3", file!("letter.docx")),
        ("MC9-TAB-1", file!("calls.xlsx")),
        ("MC9-TAB-1", file!("calls-libreoffice.xlsx")),
        ("MC9-TAB-2", file!("marks.ods")),
        ("MC9-TAB-3", file!("bill.xlsx")),
        ("MC9-TAB-3", file!("bill.ods")),
    ] {
        assert_eq!(missing(code, file), Vec::<String>::new(), "{code} {}", file.0);
    }
}

#[test]
fn a_careless_text_is_told_point_by_point_with_its_places() {
    let told = missing("MC9-DOC-2", file!("careless.docx"));
    let all = told.join("\n");
    for said in [
        "titre: ",
        "niveaux: Paragraphe <bdi>4</bdi>",
        "faux-titres: Paragraphe",
        "Compte rendu de la semaine",
        "listes: 0 ",
        "- un appel traité",
        "2) un autre",
        "tableau: 0 ",
        "40 mm",
        "pages: ",
        "espaces: Paragraphe",
    ] {
        let plain = said.replace("<bdi>4</bdi>", "4");
        assert!(all.contains(said) || all.contains(&plain), "{said} is not told:\n{all}");
    }
    assert!(missing("MC9-DOC-1", file!("careless.docx")).iter().any(|line| line.starts_with("langue: ")));
}

#[test]
fn numbers_typed_in_place_of_formulas_are_told_cell_by_cell() {
    let all = missing("MC9-TAB-1", file!("typed.xlsx")).join("\n");
    assert!(all.contains("APPELS"), "{all}");
    let mut exercise = exercise("MC9-TAB-1");
    for point in &mut exercise.points {
        if let documents::Asked::Sheet(sheet, _) = &mut point.asked {
            *sheet = None;
        }
    }
    let (name, bytes) = file!("typed.xlsx");
    let found = exercise.check(&Document::read(name, bytes).unwrap());
    let said: Vec<String> = found.iter().flat_map(|own| &own.notes).map(|note| note.html(FR)).collect();
    let all = said.join("\n");
    for cell in ["D2", "B7", "A1"] {
        assert!(all.contains(&format!("<bdi dir=\"ltr\">{cell}</bdi>")), "{cell} is not told:\n{all}");
    }
}

/// A package of parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &[u8] = br#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

fn text(document: &[u8]) -> Vec<u8> {
    package(&[("[Content_Types].xml", TYPES), ("word/document.xml", document)])
}

fn refused(name: &str, bytes: &[u8]) -> Refused {
    Document::read(name, bytes).map(|_| ()).unwrap_err()
}

#[test]
fn what_is_no_honest_document_is_refused_with_its_reason() {
    let plain = text(b"<document><body><p><r><t>Bonjour</t></r></p></body></document>");
    assert!(Document::read("a.docx", &plain).is_ok());
    let deep = format!("<document><body>{}{}</body></document>", "<p>".repeat(700_000), "</p>".repeat(700_000));
    let entity = b"<!DOCTYPE d [<!ENTITY a \"b\">]><document><body><p><r><t>&a;</t></r></p></body></document>";
    let unknown = b"<document><body><p><r><t>&file;</t></r></p></body></document>";
    let container = |inside: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(512, 0);
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let locked =
        package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest)]);
    let with =
        |name: &str| package(&[("[Content_Types].xml", TYPES), ("word/document.xml", b"<document/>"), (name, b"x")]);
    for (name, bytes, why) in [
        ("a.docx", vec![], Refused::Empty),
        ("a.docx", vec![b'P'; documents::LARGEST + 1], Refused::TooLarge),
        ("a.docx", b"%PDF-1.7".to_vec(), Refused::NotADocument),
        ("a.docx", b"Bonjour".to_vec(), Refused::NotADocument),
        ("a.docx", package(&[("a.txt", b"x")]), Refused::NotADocument),
        ("a.doc", container("WordDocument"), Refused::Old),
        ("a.docx", container("EncryptedPackage"), Refused::Encrypted),
        ("a.odt", locked, Refused::Encrypted),
        ("a.docx", with("word/vbaProject.bin"), Refused::Macros),
        ("a.docm", plain.clone(), Refused::Macros),
        ("a.docx", with("../../etc/passwd"), Refused::Hostile),
        ("a.docx", text(deep.as_bytes()), Refused::Hostile),
        ("a.docx", text(entity), Refused::Hostile),
        ("a.docx", text(unknown), Refused::Hostile),
        ("a.docx", text(b"<document><body>"), Refused::Damaged),
        ("a.docx", text(&[0xFF, 0xFE, 0x00]), Refused::Damaged),
        ("a.docx", plain[..plain.len() - 40].to_vec(), Refused::Damaged),
        ("a.xlsx", plain.clone(), Refused::Ending),
        ("lettre", plain.clone(), Refused::Ending),
        ("a.docx", text(&vec![b' '; 20 * 1024 * 1024]), Refused::Bomb),
    ] {
        assert_eq!(refused(name, &bytes), why, "{name}, {} bytes", bytes.len());
        for lang in [Lang::Fr, Lang::Ar, Lang::En] {
            assert!(!Talk { lang, short: false }.t(why.key()).contains('⟦'), "{}", why.key());
        }
    }
}

#[test]
fn a_document_cut_anywhere_is_never_a_panic() {
    let (_, whole) = file!("report.docx");
    for cut in (0..whole.len()).step_by(97) {
        let _any_answer = Document::read("a.docx", &whole[..cut]);
        let mut flipped = whole.to_vec();
        flipped[cut] ^= 0x55;
        let _any_answer = Document::read("a.docx", &flipped);
    }
}

async fn begin(person: &Person, code: &str, mode: &str) -> String {
    let back = person.post(&format!("/lab/documents/{code}/attempts"), &[("mode", mode)]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    back.place
}

#[tokio::test]
async fn a_document_is_checked_corrected_and_handed_over() {
    for house in houses().await {
        let (amina, nadia) = (house.trainee("amina").await, house.person("nadia", Role::Trainer, Lang::Fr).await);
        let check = begin(&amina, "MC9-DOC-2", "practice").await;
        let (name, bytes) = file!("careless.docx");
        let back = amina.upload(&format!("{check}/file"), &[("_page", &check)], name, bytes).await;
        assert_eq!((back.status, back.place), (StatusCode::SEE_OTHER, format!("{check}#findings")), "{}", back.html);
        let page = amina.get(&check).await.html;
        assert!(
            page.contains("un appel traité") && page.contains(&*FR.t("documents-missing")),
            "{}: {page}",
            house.name()
        );
        let (name, bytes) = file!("procedure.docx");
        amina.upload(&format!("{check}/file"), &[("_page", &check)], name, bytes).await;
        let closed = amina.post(&format!("{check}/closure"), &[]).await;
        assert!(closed.place.starts_with("/attempts/"), "{}", closed.html);
        let made = "SELECT COUNT(*) FROM evidence WHERE criterion = 'MC9.O3.C2' AND met";
        assert_eq!(house.count(made).await, 1, "{}", house.name());
        let result = amina.get(&closed.place).await;
        assert!(result.status == StatusCode::OK && result.html.contains("procedure.docx"), "{}", result.html);
        let review = nadia.get(&closed.place.replace("/attempts", "/reviews").replace("/result", "")).await;
        assert!(review.status == StatusCode::OK && review.html.contains("procedure.docx"), "{}", review.html);
        assert_eq!(house.count("SELECT checks FROM document_check").await, 2, "{}", house.name());
    }
}

#[tokio::test]
async fn a_file_that_is_not_read_is_told_at_its_field_and_changes_nothing() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let check = begin(&amina, "MC9-DOC-1", "practice").await;
        let to = format!("{check}/file");
        let big = vec![b'P'; documents::LARGEST + 1];
        let (book, cells) = file!("calls.xlsx");
        for (name, bytes, key) in [
            ("a.docm", b"PK".as_slice(), "documents-refused-macros"),
            ("", b"", "documents-refused-empty"),
            (book, cells, "documents-refused-other"),
            ("a.pdf", b"%PDF", "documents-refused-kind"),
        ] {
            let back = amina.upload(&to, &[("_page", &check)], name, bytes).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {name}", house.name());
            let shown = back.html.contains(&*FR.t(key)) && back.html.contains("aria-invalid");
            assert!(shown, "{}: {name}: {}", house.name(), back.html);
        }
        let back = amina.upload(&to, &[("_page", &check)], "a.docx", &big).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(back.html.contains("8 Mo"), "{}", back.html);
        let sent = amina.post(&to, &[("_page", &check)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "a form without a file");
        let early = amina.post(&format!("{check}/closure"), &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing to hand over yet");
        assert_eq!(house.count("SELECT COUNT(*) FROM document_check").await, 0, "{}", house.name());
    }
}

#[tokio::test]
async fn only_an_address_that_takes_files_takes_more_than_a_form() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let check = begin(&amina, "MC9-DOC-1", "practice").await;
        let large = vec![b'x'; 300 * 1024];
        let elsewhere = amina.upload(&format!("{check}/closure"), &[], "a.docx", &large).await;
        assert_eq!(elsewhere.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", house.name());
    }
}

#[tokio::test]
async fn a_file_from_somebody_who_is_not_signed_in_leads_to_the_door_unread() {
    for house in houses().await {
        let mut stranger = house.trainee("amina").await;
        let place = begin(&stranger, "MC9-DOC-1", "practice").await;
        for cookie in ["", "plateau=forged"] {
            stranger.cookie = cookie.to_owned();
            // Larger than any file is allowed to be: had it been read, the answer would say so.
            let back = stranger.upload(&format!("{place}/file"), &[], "lettre.docx", &vec![b'x'; 33 << 20]).await;
            assert_ne!(back.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", house.name());
            assert!(back.html.contains(FR.t("sessions-title").as_ref()), "{}: {}", house.name(), back.html);
        }
    }
}

#[tokio::test]
async fn an_exam_reads_one_document_and_hands_it_over() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let check = begin(&amina, "MC9-TAB-1", "exam").await;
        let refused = amina.upload(&format!("{check}/file"), &[], "a.docm", b"PK").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a file that is not read does not use the try up");
        let (name, bytes) = file!("calls.xlsx");
        let back = amina.upload(&format!("{check}/file"), &[], name, bytes).await;
        assert!(back.status == StatusCode::SEE_OTHER && back.place.ends_with("/result"), "{}", back.html);
        assert_eq!(house.count("SELECT COUNT(*) FROM evidence WHERE met").await, 2, "{}", house.name());
        let again = amina.upload(&format!("{check}/file"), &[], name, bytes).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", house.name());
    }
}
