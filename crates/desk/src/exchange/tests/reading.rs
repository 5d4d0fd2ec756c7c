//! How a file is read, put right by a person; the refused lines as a file. On both engines.

use std::fs::File;
use std::path::Path;

use ::store::{Sql, Store, params};
use ::web::Role;
use axum::http::StatusCode;
use sheets::WriteRows;
use sheets::xlsx::{Layout, XlsxWriter};

use super::{LIST, SCOPE, bring, check, fresh, prepared};
use crate::clients;
use crate::clients::tests::{Back, FR, Site};
use crate::exchange::{Counts, Import, ImportId, Known, Order, Plan, State, get, run, start, store, write_refused};

/// Prepares the import of a file that stands where the site finds it.
async fn arrived(store: &Store, folder: &Path, name: &str, bytes: &[u8]) -> ImportId {
    let id = prepared(store, folder, name, bytes).await;
    let place = folder.join(name);
    let sql = "UPDATE import SET stored = $2 WHERE id = $1";
    store.scratch().run(sql, params![id.0, place.to_str().unwrap()]).await.unwrap();
    id
}

async fn now(store: &Store, id: ImportId) -> Import {
    get(store.read(), SCOPE, id).await.unwrap()
}

/// Says how a file is to be read, as the form of its page does.
async fn say(site: &Site, id: ImportId, said: &[(&str, &str)]) -> Back {
    site.post(&format!("/imports/{}/reading", id.0), said).await
}

/// The page to which the form leads when the file could be read so.
async fn read_anew(site: &Site, id: ImportId, said: &[(&str, &str)]) -> Back {
    let place = format!("/imports/{}/plan", id.0);
    let back = say(site, id, said).await;
    assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, place.as_str()), "{said:?}");
    site.get(&place).await
}

/// A list of Arabic Windows whose Arabic comes after more French than is looked at to guess the encoding.
fn arabic() -> Vec<u8> {
    let head = b"Nom;Pr\xE9nom;Nom (lettres arabes);Pr\xE9nom (lettres arabes);Archives\n".to_vec();
    let french = [b"Benali;Zo\xE9;;;".as_slice(), &[b'x'; 60_000], b"\n"].concat();
    [head, french.repeat(5), b";;\xD3\xDA\xCF\xED;\xC3\xE3\xED\xE4\xC9;\n".to_vec()].concat()
}

#[tokio::test]
async fn an_encoding_that_was_guessed_wrongly_is_put_right_in_the_form() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let id = arrived(store, folder.path(), "arabe.csv", &arabic()).await;
        let page = site.get(&format!("/imports/{}/plan", id.0)).await;
        let guessed = ["ÓÚÏí", "value=\"windows-1252\" selected", "value=\"semicolon\" selected"];
        assert!(page.shows(&guessed), "{}: the guess is wrong, and shown", fresh.name);
        let page = read_anew(&site, id, &[("encoding", "windows-1256"), ("delimiter", "semicolon")]).await;
        assert!(page.shows(&["سعدي", "أمينة", "value=\"windows-1256\" selected"]), "{}", fresh.name);
        assert!(!page.shows(&["ÓÚÏí"]), "{}", fresh.name);
        assert!(page.shows(&[&FR.t("exchange-reread-done")]), "{}", fresh.name);
        let import = bring(store, folder.path(), id).await;
        assert_eq!((import.counts.made, import.counts.refused), (6, 0), "{}", fresh.name);
        let amina = clients::search(store.read(), SCOPE, "سعدي أمينة").await.unwrap().remove(0).client.values();
        assert_eq!((amina.get("family_arabic"), amina.get("given_arabic")), ("سعدي", "أمينة"), "{}", fresh.name);
        let sql = "SELECT COUNT(*) FROM journal WHERE verb = 'import.planned' AND detail LIKE '%windows-1256%'";
        assert_eq!(store.read().number(sql, params![]).await.unwrap(), 1, "{}", fresh.name);
    }
}

/// Names with a comma cut this list more evenly than its semicolons do.
const COMMAS: &str = "Nom, prénom;Téléphone;Commune\nBenali, Karim;0550123456;Kouba\nSaadi, Amina;0661123457\n";

#[tokio::test]
async fn columns_that_were_cut_at_the_wrong_sign_are_cut_anew_and_fill_what_they_filled_before() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let id = arrived(store, folder.path(), "liste.csv", COMMAS.as_bytes()).await;
        let page = site.get(&format!("/imports/{}/plan", id.0)).await;
        assert!(page.shows(&["value=\"comma\" selected"]), "{}\n{}", fresh.name, page.html);
        let said = [("encoding", ""), ("delimiter", "semicolon")];
        let page = read_anew(&site, id, &said).await;
        let plan = now(store, id).await.plan;
        // What is not said is guessed.
        assert_eq!((plan.delimiter, plan.encoding.as_str()), (';', "utf-8"), "{}", fresh.name);
        assert_eq!(plan.columns, ["Nom, prénom", "Téléphone", "Commune"], "{}", fresh.name);
        assert_eq!(plan.fields, ["full_name", "phone", "commune"], "{}", fresh.name);
        assert!(page.shows(&["Benali, Karim", "value=\"semicolon\" selected"]), "{}\n{}", fresh.name, page.html);
        // The last column is said to hold notes; the next list with these columns is proposed like this.
        let fields = ["full_name", "phone", "notes"].map(str::to_owned).to_vec();
        let chosen = Plan { fields, known: Known::Fill, order: Order::GivenFirst, language: "ar".to_owned(), ..plan };
        let change = store.begin(SCOPE).await.unwrap();
        store::replan(&change, id, &chosen).await.unwrap();
        change.commit().await.unwrap();
        check(store, folder.path(), id).await;
        let next = arrived(store, folder.path(), "suite.csv", COMMAS.replace("0550", "0770").as_bytes()).await;
        read_anew(&site, next, &said).await;
        assert_eq!(now(store, next).await.plan, chosen, "{}", fresh.name);
    }
}

/// A workbook of two sheets: *Liste* has Benali, *Liste 2* has Saadi.
fn workbook() -> Vec<u8> {
    let mut bytes = vec![];
    let layout = Layout { name: "Liste", right_to_left: false };
    let mut rows = XlsxWriter::new(&mut bytes, &layout).unwrap().rows_of_a_sheet(2);
    for row in [["Nom", "Prénom"], ["Benali", "Karim"], ["Saadi", "Amina"]] {
        rows.write_row(&row).unwrap();
    }
    Box::new(rows).finish().unwrap();
    bytes
}

#[tokio::test]
async fn another_sheet_of_a_workbook_is_chosen_by_its_name() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let id = arrived(store, folder.path(), "liste.xlsx", &workbook()).await;
        let page = site.get(&format!("/imports/{}/plan", id.0)).await;
        let first = ["Benali", "value=\"Liste\" selected", "value=\"Liste 2\""];
        assert!(page.shows(&first) && !page.shows(&["Saadi"]), "{}\n{}", fresh.name, page.html);
        let page = read_anew(&site, id, &[("sheet", "Liste 2")]).await;
        let second = ["Saadi", "value=\"Liste 2\" selected"];
        assert!(page.shows(&second) && !page.shows(&["Benali"]), "{}\n{}", fresh.name, page.html);
        let back = say(&site, id, &[("sheet", "Liste 3")]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(back.shows(&["id=\"f-sheet-error\"", &FR.t("frame-error-choice")]), "{}\n{}", fresh.name, back.html);
        assert_eq!(now(store, id).await.plan.sheet, "Liste 2", "{}", fresh.name);
        assert_eq!(bring(store, folder.path(), id).await.counts.made, 1, "{}", fresh.name);
        assert_eq!(clients::search(store.read(), SCOPE, "Saadi").await.unwrap().len(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_way_in_which_the_file_cannot_be_read_is_told_at_its_field_and_changes_nothing() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let id = arrived(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        let before = now(store, id).await;
        let wrong = [
            ("windows-1256", "comma", "id=\"f-encoding-error\"", "exchange-error-encoding"),
            ("utf-16le", "comma", "id=\"f-encoding-error\"", "exchange-error-encoding"),
            ("latin-9", "comma", "id=\"f-encoding-error\"", "frame-error-choice"),
            ("utf-8", "%", "id=\"f-delimiter-error\"", "frame-error-choice"),
        ];
        for (encoding, delimiter, place, key) in wrong {
            let back = say(&site, id, &[("encoding", encoding), ("delimiter", delimiter)]).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {encoding} {delimiter}", fresh.name);
            assert!(back.shows(&[place, &FR.t(key), "Benali"]), "{} {encoding}\n{}", fresh.name, back.html);
            assert_eq!(now(store, id).await, before, "{} {encoding} {delimiter}", fresh.name);
        }
        let back = say(&site, id, &[("encoding", "windows-1256"), ("delimiter", "comma")]).await;
        let kept = ["value=\"windows-1256\" selected", "value=\"comma\" selected"];
        assert!(back.shows(&kept), "{}: what was said stands there still\n{}", fresh.name, back.html);
        let none = site.get("/imports/9999/plan").await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        assert_eq!(say(&site, ImportId(9_999), &[]).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        let trainee = Site::new(store, "ines", Role::Trainee).await;
        let refused = say(&trainee, id, &[("encoding", "utf-8"), ("delimiter", "comma")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        assert_eq!(now(store, id).await, before, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_file_is_read_anew_before_its_import_only_and_is_then_tried_anew() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let id = arrived(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        let said = [("encoding", "utf-8"), ("delimiter", "semicolon")];
        start(store, SCOPE, id, true).await.unwrap();
        assert_eq!(say(&site, id, &said).await.status, StatusCode::CONFLICT, "{}: a trial is under way", fresh.name);
        run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        read_anew(&site, id, &said).await;
        let import = now(store, id).await;
        assert_eq!((import.state, import.counts), (State::Prepared, Counts::default()), "{}", fresh.name);
        assert!(store::refusals(store.read(), id, -1, 10).await.unwrap().is_empty(), "{}", fresh.name);
        assert_eq!(check(store, folder.path(), id).await.counts.refused, 3, "{}", fresh.name);
        let import = bring(store, folder.path(), id).await;
        assert_eq!(say(&site, id, &said).await.status, StatusCode::CONFLICT, "{}: the files are made", fresh.name);
        assert_eq!(now(store, id).await, import, "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_file_of_the_refused_lines_is_the_one_that_the_page_gives() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let list = "Nom;Prénom;Téléphone\n;=1+1;0550123456\nHaddad;Samir;05501\nSaadi;Amina;0661123457\n";
        let id = prepared(store, folder.path(), "liste.csv", list.as_bytes()).await;
        check(store, folder.path(), id).await;
        let path = folder.path().join("refus.csv");
        let count = write_refused(store, SCOPE, id, FR, File::create_new(&path).unwrap()).await.unwrap();
        let written = std::fs::read(&path).unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let given = site.get_bytes(&format!("/imports/{}/refusals", id.0)).await;
        assert_eq!((count, &written), (2, &given), "{}", fresh.name);
        let text = String::from_utf8(written).unwrap();
        assert_eq!(text.lines().count(), 3, "{} {text}", fresh.name);
        assert!(text.contains(";'=1+1;0550123456"), "{}: no cell is a formula {text}", fresh.name);
        assert!(text.contains(&*FR.t("clients-error-phone-short")), "{} {text}", fresh.name);
    }
}
