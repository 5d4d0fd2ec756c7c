//! Lines that resemble a file or a line above, on both engines.

use super::*;
use crate::clients::tests::{FR, Site, file};
use crate::exchange::alike::Why;

const HEAD: &str =
    "Nom (lettres latines);Prénom (lettres latines);Nom (lettres arabes);Prénom (lettres arabes);Date de naissance";

/// The person of a file in the other script, the same name with another day of birth, two lines of one person, and the name
/// without a day of birth.
const LINES: &str = ";;بن علي;كريم;23/11/1985\r\n\
    Benali;Karim;;;24/11/1985\r\n\
    Saadi;Amina;;;12/03/1990\r\n\
    ;;سعدي;أمينة;12/03/1990\r\n\
    Benali;Karim;;;\r\n";

const KARIM: [(&str, &str); 3] = [("given_latin", "Karim"), ("family_latin", "Benali"), ("birth_date", "23/11/1985")];

fn list(lines: &str) -> String {
    format!("{HEAD}\r\n{lines}")
}

/// The lines to check: line, the file that it resembles, the line above.
async fn told(store: &Store, id: ImportId) -> Vec<(i64, i64, i64)> {
    let lines = store::alike_lines(store.read(), id, -1, 100).await.unwrap();
    lines.into_iter().map(|line| (line.line, line.client, line.above)).collect()
}

#[tokio::test]
async fn the_same_person_in_the_other_script_is_told_and_made_all_the_same() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let karim = file(store, &KARIM).await.0;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "a.csv", list(LINES).as_bytes()).await;
        let counts = Counts { read: 5, made: 5, alike: 2, ..Counts::default() };
        let expected = [(2, karim, 0), (5, 0, 4)];
        let dry = check(store, folder.path(), id).await;
        assert_eq!((dry.state, dry.counts), (State::Checked, counts), "{}", fresh.name);
        assert_eq!(told(store, id).await, expected, "{}", fresh.name);
        let import = bring(store, folder.path(), id).await;
        assert_eq!((import.state, import.counts), (State::Imported, counts), "{}", fresh.name);
        assert_eq!((told(store, id).await, files(store).await), (expected.to_vec(), 6), "{}", fresh.name);
        for line in store::alike_lines(store.read(), id, -1, 100).await.unwrap() {
            let reasons = Why::parse(&line.why).keys();
            assert!(reasons.contains(&"duplicates-same-birth"), "{} {line:?}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_name_and_a_day_of_birth_change_no_file_whatever_the_plan_says() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let karim = file(store, &KARIM).await;
        let before = clients::get(store.read(), SCOPE, karim).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let import = update(store, folder.path(), &list(LINES), Known::Replace, false).await;
        let counts = Counts { read: 5, made: 5, alike: 2, ..Counts::default() };
        assert_eq!((import.state, import.counts), (State::Imported, counts), "{}", fresh.name);
        assert_eq!(clients::get(store.read(), SCOPE, karim).await.unwrap(), before, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_number_under_another_name_is_told_with_the_file_that_holds_it() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let karim = file(store, &[KARIM[0], KARIM[1], ("phone", "0550 12 34 56")]).await.0;
        let folder = tempfile::tempdir().unwrap();
        let lines = "Nom;Prénom;Téléphone\nMeziane;Lila;0550123456\nMeziane;Lila;0550123456\nZiani;Omar;0661123457\n";
        let id = prepared(store, folder.path(), "a.csv", lines.as_bytes()).await;
        let import = check(store, folder.path(), id).await;
        let counts = Counts { read: 3, made: 2, known: 1, alike: 1, ..Counts::default() };
        assert_eq!(import.counts, counts, "{}: the second Lila is the first", fresh.name);
        let line = store::alike_lines(store.read(), id, -1, 100).await.unwrap().remove(0);
        let said = (line.line, line.client, line.above, line.why.as_str(), line.name.as_str());
        assert_eq!(said, (2, karim, 0, "phone", "Meziane Lila"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_line_is_compared_with_lines_of_batches_long_past() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let between = "Ziani;Omar;;;\r\n".repeat(1_600);
        let lines = format!("Saadi;Amina;;;12/03/1990\r\n{between};;سعدي;أمينة;12/03/1990\r\n");
        let id = prepared(store, folder.path(), "a.csv", list(&lines).as_bytes()).await;
        assert_eq!(check(store, folder.path(), id).await.counts.alike, 1, "{}", fresh.name);
        assert_eq!(told(store, id).await, [(1_603, 0, 2)], "{}", fresh.name);
        assert_eq!(bring(store, folder.path(), id).await.counts.alike, 1, "{}", fresh.name);
        assert_eq!(told(store, id).await, [(1_603, 0, 2)], "{}", fresh.name);
    }
}

#[tokio::test]
async fn files_imported_before_their_keys_held_the_day_of_birth_are_compared_after_the_next_start() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "a.csv", list("Saadi;Amina;;;12/03/1990\r\n").as_bytes()).await;
        bring(store, folder.path(), first).await;
        let second = prepared(store, folder.path(), "b.csv", list(";;سعدي;أمينة;12/03/1990\r\n").as_bytes()).await;
        let alike = async || check(store, folder.path(), second).await.counts.alike;
        assert_eq!(alike().await, 1, "{}", fresh.name);
        for sql in ["DELETE FROM client_key WHERE key LIKE '~%'", "UPDATE import SET keyed = 0"] {
            store.scratch().run(sql, params![]).await.unwrap();
        }
        assert_eq!(alike().await, 0, "{}", fresh.name);
        assert_eq!(store::unkeyed(store.read()).await.unwrap(), [(SCOPE, first)], "{}", fresh.name);
        run::make_findable(store, SCOPE, first).await.unwrap();
        assert_eq!(alike().await, 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_page_lists_the_lines_to_check_and_taking_the_import_back_forgets_them() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let karim = file(store, &KARIM).await.0;
        let site = Site::new(store, "samir", ::web::Role::Trainer).await;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "a.csv", list(LINES).as_bytes()).await;
        let place = format!("/imports/{}", id.0);
        let heading = FR.t("exchange-alike-lines");
        assert!(!site.get(&place).await.html.contains(&*heading), "{}", fresh.name);
        check(store, folder.path(), id).await;
        let link = format!("href=\"/clients/{karim}\"");
        let born = FR.t("duplicates-same-birth");
        let shown: [&str; 5] = [&heading, &link, "بن علي كريم", "سعدي أمينة", &born];
        let page = site.get(&place).await;
        assert!(page.shows(&shown), "{}\n{}", fresh.name, page.html);
        bring(store, folder.path(), id).await;
        let page = site.get(&place).await;
        assert!(page.shows(&shown), "{}\n{}", fresh.name, page.html);
        revert(store, SCOPE, id).await.unwrap();
        let back = run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((back.state, back.counts.alike, files(store).await), (State::Reverted, 0, 1), "{}", fresh.name);
        assert!(told(store, id).await.is_empty(), "{}", fresh.name);
        assert!(!site.get(&place).await.html.contains(&*heading), "{}", fresh.name);
    }
}

#[tokio::test]
async fn many_lines_to_check_stand_on_several_pages() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "samir", ::web::Role::Trainer).await;
        let folder = tempfile::tempdir().unwrap();
        let lines = "Saadi;Amina;;;12/03/1990\r\n".repeat(25);
        let id = prepared(store, folder.path(), "a.csv", list(&lines).as_bytes()).await;
        assert_eq!(check(store, folder.path(), id).await.counts.alike, 24, "{}", fresh.name);
        let place = format!("/imports/{}?alike=22", id.0);
        let first = site.get(&format!("/imports/{}", id.0)).await;
        assert!(first.shows(&[&place, ">22</bdi>"]), "{}\n{}", fresh.name, first.html);
        assert!(!first.html.contains(">23</bdi>"), "{}\n{}", fresh.name, first.html);
        let second = site.get(&place).await;
        assert!(second.shows(&[">23</bdi>", ">26</bdi>"]), "{}\n{}", fresh.name, second.html);
    }
}

#[tokio::test]
async fn lines_to_check_are_forgotten_with_the_refused_ones_and_with_an_erased_client() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let karim = file(store, &KARIM).await;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "a.csv", list(LINES).as_bytes()).await;
        bring(store, folder.path(), id).await;
        let nobody = clients::Nobody {
            given_latin: "effacée",
            family_latin: "Fiche",
            given_arabic: "محذوفة",
            family_arabic: "بطاقة",
        };
        let change = store.begin(SCOPE).await.unwrap();
        clients::erase(&change, karim, nobody).await.unwrap();
        change.record(::store::Entry::new("client.erased", "client", karim.0)).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(told(store, id).await, [(5, 0, 4)], "{}", fresh.name);
        store.clock().advance(31 * 24 * 3_600_000);
        assert_eq!(sweep(store, folder.path()).await.unwrap(), 1, "{}", fresh.name);
        assert!(told(store, id).await.is_empty(), "{}", fresh.name);
        assert_eq!(get(store.read(), SCOPE, id).await.unwrap().counts.alike, 2, "{}: the report stays", fresh.name);
    }
}

#[tokio::test]
async fn a_client_of_a_batch_long_past_is_known_before_the_keys_of_its_file_are_written() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let twice = "Saadi;Amina;amina@example.dz;\nBenali;Karim;;R-1\n";
        let between = "Ziani;Omar;;\n".repeat(600);
        let lines = format!("Nom;Prénom;E-mail;Référence\n{twice}{between}{twice}");
        let id = prepared(store, folder.path(), "a.csv", lines.as_bytes()).await;
        let counts = Counts { read: 604, made: 602, known: 2, ..Counts::default() };
        assert_eq!(check(store, folder.path(), id).await.counts, counts, "{}: tried", fresh.name);
        assert_eq!(bring(store, folder.path(), id).await.counts, counts, "{}", fresh.name);
        assert_eq!(files(store).await, 602, "{}", fresh.name);
        for sought in ["amina@example.dz", "R-1"] {
            let found = clients::search(store.read(), SCOPE, sought).await.unwrap();
            assert_eq!(found.len(), 1, "{} {sought}", fresh.name);
        }
    }
}
