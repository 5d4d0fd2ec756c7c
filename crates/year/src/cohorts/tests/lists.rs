//! Lists of trainees from files.

use ::store::{FromQueryResult, Sql, params};
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use crate::cohorts::file;
use crate::cohorts::store::WORKED;
use crate::house::{Class, House, Person, houses};

const CSV: &str = "N° d'inscription;Nom;Prénom;اللقب;الاسم;Date de naissance
2026/001;Benali;Karim;;;08/07/2004
2026/002;;;حداد;عبد القادر;21/04/2003
2026/003;Kaci;;;;
N1;Autre;Personne;;;01/01/2001
N1;Aouadi;Amina;;;12/03/2004
2026/001;Zerrouki;Ilyes;;;03/06/2004
2026/009;Aouadi;Amina;;;12/03/2004
";

async fn sent(house: &House, person: &Person, class: &Class, name: &str, bytes: &[u8]) -> crate::house::Answered {
    let section = class.section.to_string();
    let fields = [("section", section.as_str()), ("from", "04/10/2026")];
    house.upload(person, "/year/imports/file", &fields, (name, bytes)).await
}

#[tokio::test]
async fn a_list_is_tried_line_by_line_then_enrolled_once_and_taken_back() {
    for house in houses().await {
        let class = house.class(1).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = sent(&house, &studies, &class, "liste.csv", CSV.as_bytes()).await.location;
        let trial = house.page(&studies, &place).await;
        let text = &trial.body;
        assert!(text.contains("2 stagiaires seraient inscrits."), "{}: {text}", house.name);
        for told in ["Écrivez aussi le prénom", "celui de", "Aouadi Amina", "déjà à la ligne", "sous le numéro"] {
            assert!(text.contains(told), "{}: {told} is not told in {text}", house.name);
        }
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 1, "{}: nothing yet", house.name);
        let wrong = house.post(&studies, &format!("{place}/enrolment"), &[("expected", "7")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name);
        for _ in 0..2 {
            house.does(&studies, &format!("{place}/enrolment"), &[("expected", "2")]).await;
        }
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 3, "{}", house.name);
        assert_eq!(house.journaled("trainees.enrolled").await, 1, "{}", house.name);
        assert!(house.page(&studies, &place).await.body.contains("2 stagiaires ont été inscrits"), "{}", house.name);
        for _ in 0..2 {
            house.does(&studies, &format!("{place}/reversal"), &[]).await;
        }
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 1, "{}", house.name);
        assert_eq!(house.journaled("trainees.reverted").await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn a_list_is_not_taken_back_once_somebody_of_it_was_worked_on() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = sent(&house, &studies, &class, "liste.csv", "numero;nom;prenom\n5;Benali;Karim\n".as_bytes())
            .await
            .location;
        house.does(&studies, &format!("{place}/enrolment"), &[("expected", "1")]).await;
        let id = house.number("SELECT id FROM trainee", params![]).await;
        let typed = [("number", "5"), ("family_latin", "Benali"), ("given_latin", "Kamel"), ("version", "1")];
        house.does(&studies, &format!("/year/trainees/{id}/edit"), &typed).await;
        assert!(!house.page(&studies, &place).await.body.contains("/reversal"), "{}", house.name);
        let held = house.post(&studies, &format!("{place}/reversal"), &[]).await;
        assert_eq!(held.status, StatusCode::CONFLICT, "{}", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn whatever_hangs_on_a_trainee_keeps_a_list_from_being_taken_back() {
    #[derive(FromQueryResult)]
    struct Table {
        name: String,
    }
    // The migrations are one text for both engines; SQLite tells the keys of a table in one line.
    let house = houses().await.remove(0);
    let sql = "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f.\"table\" = 'trainee' ORDER BY m.name";
    let hanging: Vec<String> =
        house.store.read().all::<Table>(sql, params![]).await.unwrap().into_iter().map(|own| own.name).collect();
    let mut known = WORKED.to_vec();
    known.extend(["section_member", "trainee_state"]);
    known.sort_unstable();
    assert_eq!(hanging, known);
}

#[tokio::test]
async fn a_column_that_was_not_recognised_is_named_by_hand() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place =
            sent(&house, &studies, &class, "liste.csv", "x;nom;prenom\n5;Benali;Karim\n".as_bytes()).await.location;
        assert!(house.page(&studies, &place).await.body.contains("Personne ne serait inscrit."), "{}", house.name);
        let columns = [("column-number", "0"), ("column-family_latin", "1"), ("column-given_latin", "2")];
        house.does(&studies, &format!("{place}/columns"), &columns).await;
        assert!(house.page(&studies, &place).await.body.contains("1 stagiaire serait inscrit."), "{}", house.name);
    }
}

#[tokio::test]
async fn what_is_no_list_is_refused_with_what_to_do() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        for (name, bytes, told) in [
            ("", &b""[..], "Choisissez un fichier"),
            ("a.csv", &b"numero;nom\n"[..], "pas de ligne sous ses titres"),
            ("a.pdf", &b"%PDF-1.7\n%\xe2\xe3"[..], "ni un CSV ni un classeur"),
        ] {
            let answered = sent(&house, &studies, &class, name, bytes).await;
            assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} on {}", house.name);
            assert!(answered.body.contains(told), "{name} on {}: {}", house.name, answered.body);
            assert!(answered.body.contains("value=\"04/10/2026\""), "what was typed stays");
        }
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee_import", params![]).await, 0, "{}", house.name);
    }
}

#[test]
fn a_workbook_is_read_as_a_csv_file_is() {
    use sheets::WriteRows;
    use sheets::xlsx::{Layout, XlsxWriter};
    let mut bytes: Vec<u8> = vec![];
    let mut writer = XlsxWriter::new(&mut bytes, &Layout { name: "Liste", right_to_left: false }).unwrap();
    writer.write_row(&["Matricule", "Nom", "Prénom"]).unwrap();
    writer.write_row(&["007", "Benali", "Karim"]).unwrap();
    Box::new(writer).finish().unwrap();
    let read = file::read("liste.xlsx", &bytes).unwrap();
    assert_eq!(read.columns, ["number", "family_latin", "given_latin"]);
    assert_eq!(file::fields(&read.lines[0], &read.columns).get("number"), "007");
}
