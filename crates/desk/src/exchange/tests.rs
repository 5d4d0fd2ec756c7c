//! Files in and out, on both engines: dry run, import, kill and go on, back again, two at once, round trip.

mod large;
mod reading;
mod suspects;
mod updating;

use std::path::Path;

use ::store::testing::{Fresh, MORNING, stores};
use ::store::{CentreId, Engine, FromQueryResult, MigrationTrait, MigratorTrait, Scope, Sql, Store, params};
use words::Lang;

use self::updating::*;
use super::export::{Format, Wanted};
use super::*;
use crate::clients::{self, Asked, ClientData, Day, Filter};

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [::store::migrations(), ::web::migrations(), crate::migrations()].into_iter().flatten().collect()
    }
}

const SCOPE: Scope = Scope { centre: CentreId::TRAINING, actor: None };

const ASKED: Asked = Asked { now: MORNING, offset: 60 };

async fn fresh() -> Vec<Fresh> {
    stores::<Migrations>().await.unwrap()
}

const LIST: &str = "Nom;Prénom;Téléphone;Date de naissance;Wilaya;Commune\r\n\
    Benali;Karim;0550 12 34 56;23/11/1985;Alger;Kouba\r\n\
    Saadi;Amina;0661123457;;16;\r\n\
    ;Nadia;0770 12 34 58;;;\r\n\
    Haddad;Samir;05501;;;\r\n\
    Bouzid;\"Khadidja\";+213770123459;31/02/1990;;\r\n\
    Ziani;Omar;0555123460;;31;Oran\r\n";

/// Writes a file and prepares its import.
async fn prepared(store: &Store, folder: &Path, name: &str, bytes: &[u8]) -> ImportId {
    std::fs::write(folder.join(name), bytes).unwrap();
    let own = clients::custom_fields(store.read(), SCOPE).await.unwrap();
    let opened = inspect(&folder.join(name), name, &Said::default(), &own, Lang::Fr).unwrap();
    let file = Arrived {
        name: name.to_owned(),
        size: i64::try_from(bytes.len()).unwrap(),
        digest: "d".to_owned(),
        stored: name.to_owned(),
    };
    let change = store.begin(SCOPE).await.unwrap();
    let id = prepare(&change, &file, &opened.plan).await.unwrap();
    change.commit().await.unwrap();
    id
}

async fn check(store: &Store, folder: &Path, id: ImportId) -> Import {
    start(store, SCOPE, id, true).await.unwrap();
    run(store, folder, SCOPE, id, |_| {}).await.unwrap()
}

async fn bring(store: &Store, folder: &Path, id: ImportId) -> Import {
    start(store, SCOPE, id, false).await.unwrap();
    run(store, folder, SCOPE, id, |_| {}).await.unwrap()
}

/// Runs an import that was begun until so many lines are read, and drops it there, as a killed program does.
async fn killed(store: &Store, folder: &Path, id: ImportId, lines: i64) {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let mut sender = Some(sender);
    let running = run(store, folder, SCOPE, id, |import| {
        if import.counts.read >= lines
            && let Some(sender) = sender.take()
        {
            sender.send(()).unwrap();
        }
    });
    tokio::select! {
        biased;
        _ = receiver => {}
        ended = running => panic!("{:?}: it ended before it was killed: {ended:?}", store.engine()),
    }
}

async fn files(store: &Store) -> i64 {
    store.read().number("SELECT COUNT(*) FROM client", params![]).await.unwrap()
}

#[tokio::test]
async fn a_dry_run_makes_nothing_and_says_line_by_line_what_is_wrong() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(&fresh.store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        let import = check(&fresh.store, folder.path(), id).await;
        let counts = Counts { read: 6, made: 3, refused: 3, ..Counts::default() };
        assert_eq!((import.state, import.counts), (State::Checked, counts), "{}", fresh.name);
        assert_eq!(files(&fresh.store).await, 0, "{}", fresh.name);
        let refusals = store::refusals(fresh.store.read(), id, -1, 10).await.unwrap();
        let talk = words::Talk { lang: Lang::Fr, short: false };
        let said: Vec<(i64, String)> = refusals
            .iter()
            .map(|one| (one.line, problem::said(&one.why, &Customs::default(), talk).remove(0).text))
            .collect();
        let expected =
            [(4, "clients-error-family"), (5, "clients-error-phone-short"), (6, "clients-error-birth-impossible")];
        let expected = expected.map(|(line, key)| (line, talk.t(key).into_owned()));
        assert_eq!(said, expected, "{}", fresh.name);
    }
}

use crate::clients::Customs;

#[tokio::test]
async fn what_is_imported_is_found_and_can_be_taken_back() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(&fresh.store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        check(&fresh.store, folder.path(), id).await;
        let import = bring(&fresh.store, folder.path(), id).await;
        assert_eq!((import.state, import.counts.made, files(&fresh.store).await), (State::Imported, 3, 3));
        let found = clients::search(fresh.store.read(), SCOPE, "سعدي أمينة").await.unwrap();
        assert_eq!(found.len(), 1, "{}", fresh.name);
        let karim = clients::by_phone(fresh.store.read(), SCOPE, "+213550123456").await.unwrap().remove(0);
        assert_eq!((karim.birth_date.as_str(), karim.wilaya), ("1985-11-23", 16), "{}", fresh.name);
        // Somebody works on one of them: it stays when the import is taken back.
        let fields = karim.typed(Lang::Fr);
        let mut fields = fields.clone();
        fields.set("notes", "A rappeler");
        let data = ClientData::read(&fields, Lang::Fr, Day::of(MORNING, 60)).unwrap();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        clients::update(&change, karim.id, karim.version, &data).await.unwrap();
        change.commit().await.unwrap();
        revert(&fresh.store, SCOPE, id).await.unwrap();
        let import = run(&fresh.store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((import.state, import.counts.made, files(&fresh.store).await), (State::Reverted, 1, 1));
        assert_eq!(store::kept(fresh.store.read(), SCOPE, id).await.unwrap(), [karim.id.0], "{}", fresh.name);
        assert!(clients::search(fresh.store.read(), SCOPE, "Saadi").await.unwrap().is_empty(), "{}", fresh.name);
        assert_eq!(clients::wrong_keys(&fresh.store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_same_file_twice_makes_nobody_twice() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(&fresh.store, folder.path(), "a.csv", LIST.as_bytes()).await;
        bring(&fresh.store, folder.path(), first).await;
        let other =
            "Nom;Prénom;Téléphone\nBen Ali;Karim;0550123456\nMeziane;Lila;0661 12 34 57\nMeziane;Lila;0661123457\n";
        let second = prepared(&fresh.store, folder.path(), "b.csv", other.as_bytes()).await;
        let import = bring(&fresh.store, folder.path(), second).await;
        // The same person under another spelling; another person under a known number; that one again in the same file.
        let counts = Counts { read: 3, made: 1, known: 2, alike: 1, ..Counts::default() };
        assert_eq!(import.counts, counts, "{}", fresh.name);
        let third = prepared(&fresh.store, folder.path(), "c.csv", LIST.as_bytes()).await;
        assert_eq!(bring(&fresh.store, folder.path(), third).await.counts.known, 3, "{}", fresh.name);
        assert_eq!(files(&fresh.store).await, 4, "{}", fresh.name);
    }
}

/// A long list without faults.
fn long(lines: usize) -> String {
    let lines = (0..lines).map(|at| format!("Benali;Karim;R-{at};12, rue des Frères\n"));
    std::iter::once("Nom;Prénom;Référence;Adresse\n".to_owned()).chain(lines).collect()
}

#[tokio::test]
async fn an_import_that_was_killed_goes_on_where_it_stopped() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(&fresh.store, folder.path(), "long.csv", long(2_300).as_bytes()).await;
        start(&fresh.store, SCOPE, id, false).await.unwrap();
        killed(&fresh.store, folder.path(), id, 1_000).await;
        let before = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!(before.state, State::Importing, "{}", fresh.name);
        assert_eq!(files(&fresh.store).await, before.counts.made, "{}", fresh.name);
        let import = run(&fresh.store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((import.counts.read, import.counts.made), (2_300, 2_300), "{}", fresh.name);
        assert_eq!(files(&fresh.store).await, 2_300, "{}", fresh.name);
        assert_eq!(clients::wrong_keys(&fresh.store).await, [], "{}", fresh.name);
        revert(&fresh.store, SCOPE, id).await.unwrap();
        run(&fresh.store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!(files(&fresh.store).await, 0, "{}", fresh.name);
        let keys = fresh.store.read().number("SELECT COUNT(*) FROM client_key", params![]).await.unwrap();
        assert_eq!(keys, 0, "{}", fresh.name);
    }
}

#[tokio::test]
async fn files_of_an_import_that_ended_before_its_keys_are_found_after_the_next_start() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(&fresh.store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        bring(&fresh.store, folder.path(), id).await;
        let sought = async || clients::search(fresh.store.read(), SCOPE, "Saadi Amina").await.unwrap().len();
        assert_eq!((sought().await, store::unkeyed(fresh.store.read()).await.unwrap().len()), (1, 0), "{}", fresh.name);
        for sql in ["DELETE FROM client_key", "UPDATE import SET keyed = 0"] {
            fresh.store.scratch().run(sql, params![]).await.unwrap();
        }
        assert_eq!(sought().await, 0, "{}", fresh.name);
        assert_eq!(store::unkeyed(fresh.store.read()).await.unwrap(), [(SCOPE, id)], "{}", fresh.name);
        run::make_findable(&fresh.store, SCOPE, id).await.unwrap();
        assert_eq!((sought().await, store::unkeyed(fresh.store.read()).await.unwrap().len()), (1, 0), "{}", fresh.name);
        assert_eq!(clients::search(fresh.store.read(), SCOPE, "3456").await.unwrap().len(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_dry_run_that_is_stopped_never_becomes_an_import() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(&fresh.store, folder.path(), "long.csv", long(2_300).as_bytes()).await;
        start(&fresh.store, SCOPE, id, true).await.unwrap();
        run::stop(&fresh.store, SCOPE, id).await.unwrap();
        assert_eq!(get(fresh.store.read(), SCOPE, id).await.unwrap().state, State::Prepared, "{}", fresh.name);
        assert!(go_on(&fresh.store, SCOPE, id).await.is_err(), "{}", fresh.name);
        assert_eq!(check(&fresh.store, folder.path(), id).await.counts.made, 2_300, "{}", fresh.name);
        bring(&fresh.store, folder.path(), id).await;
        // Taking back that is stopped can be begun again.
        revert(&fresh.store, SCOPE, id).await.unwrap();
        run::stop(&fresh.store, SCOPE, id).await.unwrap();
        assert_eq!(get(fresh.store.read(), SCOPE, id).await.unwrap().state, State::Imported, "{}", fresh.name);
        revert(&fresh.store, SCOPE, id).await.unwrap();
        run(&fresh.store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!(files(&fresh.store).await, 0, "{}", fresh.name);
    }
}

#[tokio::test]
async fn two_imports_at_once_do_not_disturb_each_other() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let one = prepared(&fresh.store, folder.path(), "one.csv", long(1_200).as_bytes()).await;
        let other = prepared(&fresh.store, folder.path(), "two.csv", long(1_200).replace("R-", "S-").as_bytes()).await;
        let (first, second) =
            tokio::join!(bring(&fresh.store, folder.path(), one), bring(&fresh.store, folder.path(), other));
        assert_eq!((first.counts.made, second.counts.made), (1_200, 1_200), "{}", fresh.name);
        assert_eq!(files(&fresh.store).await, 2_400, "{}", fresh.name);
        // The same file twice at once makes nobody twice.
        let more = long(1_200).replace("R-", "T-");
        let one_more = prepared(&fresh.store, folder.path(), "three.csv", more.as_bytes()).await;
        let the_same = prepared(&fresh.store, folder.path(), "four.csv", more.as_bytes()).await;
        let (first, second) =
            tokio::join!(bring(&fresh.store, folder.path(), one_more), bring(&fresh.store, folder.path(), the_same));
        assert_eq!(first.counts.made + second.counts.made, 1_200, "{}", fresh.name);
        assert_eq!(first.counts.known + second.counts.known, 1_200, "{}", fresh.name);
        // An import begins once only.
        let again = start(&fresh.store, SCOPE, one, false).await;
        assert!(matches!(again, Err(ExchangeError::Store(StoreError::Stale))), "{} {again:?}", fresh.name);
    }
}

#[tokio::test]
async fn hostile_cells_and_rows_are_refused_one_by_one() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let mut list = String::from("Nom;Prénom;Téléphone\n");
        list.push_str("Benali;Ka\u{0}rim;0550123456\n");
        list.push_str("Saadi;\u{202e}Amina;0661123457\n");
        list.push_str("=cmd|'/C calc'!A0;Nadia;0770123458\n");
        list.push_str(&format!("Haddad;{};0770123459\n", "x".repeat(1_000_000)));
        list.push_str("Ziani;Omar;0555123460;de trop\n");
        list.push_str("Bouzid;\"Lila;0555123461\n");
        list.push_str("Meziane;Sara;0555123462\n");
        let id = prepared(&fresh.store, folder.path(), "mal.csv", list.as_bytes()).await;
        let import = bring(&fresh.store, folder.path(), id).await;
        assert_eq!((import.counts.made, import.counts.cleaned), (3, 2), "{} {:?}", fresh.name, import.counts);
        assert_eq!(import.counts.refused, import.counts.read - 3, "{}", fresh.name);
        let sara = clients::by_phone(fresh.store.read(), SCOPE, "+213555123462").await.unwrap();
        assert_eq!(sara.len(), 1, "{}: reading goes on after an open quote", fresh.name);
    }
}

#[tokio::test]
async fn what_is_exported_comes_in_again_as_it_was() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let people: Vec<_> =
            clients::generator::people(5, 40).filter_map(|person| ClientData::generated(&person)).collect();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        clients::seed(&change, people).await.unwrap();
        change.commit().await.unwrap();
        let before = clients::stream(fresh.store.read(), SCOPE, &Filter::default(), ASKED, 0, 100).await.unwrap();
        for (format, lang) in
            [(Format::Csv, Lang::Fr), (Format::Csv, Lang::Ar), (Format::Xlsx, Lang::En), (Format::Xlsx, Lang::Ar)]
        {
            let name = format!("sortie-{}.{}", lang.code(), format.extension());
            let wanted = Wanted { filter: Filter::default(), lang, format };
            let count = export::to_file(&fresh.store, SCOPE, &wanted, &folder.path().join(&name)).await.unwrap();
            assert_eq!(count, 40, "{}", fresh.name);
            let own = Customs::default();
            let opened = inspect(&folder.path().join(&name), &name, &Said::default(), &own, lang).unwrap();
            let mut rows = vec![];
            source::read(&folder.path().join(&name), &opened.plan, None, |row, step, _| {
                assert_eq!(step, sheets::Step::Row);
                rows.push(row.clone());
                true
            })
            .unwrap();
            for (row, client) in rows.iter().skip(1).zip(&before) {
                let (fields, cleaned) = values::fields(row, &opened.plan, &own);
                let read = ClientData::read(&fields, lang, Day::of(MORNING, 60));
                let read = read.unwrap_or_else(|errors| panic!("{} {name}: {errors:?}", fresh.name));
                let again = read.over(client, client.version, client.updated_at);
                assert_eq!((&again, cleaned), (client, 0), "{} {name} {:?}", fresh.name, opened.plan.fields);
            }
        }
    }
}

#[tokio::test]
async fn an_export_holds_the_files_of_the_filter_and_the_filter_is_in_the_journal() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let people: Vec<_> =
            clients::generator::people(5, 60).filter_map(|person| ClientData::generated(&person)).collect();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        clients::seed(&change, people).await.unwrap();
        change.commit().await.unwrap();
        for query in ["status=active", "age=18-40&missing=email", "wilaya=16,31&has=phone", "recent=1", "idle=1"] {
            let filter = Filter::parse(query).unwrap();
            let expected = clients::filtering::count(fresh.store.read(), SCOPE, &filter, ASKED).await.unwrap();
            let wanted = Wanted { filter, lang: Lang::Fr, format: Format::Csv };
            let path = folder.path().join("x.csv");
            let count = export::to_file(&fresh.store, SCOPE, &wanted, &path).await.unwrap();
            assert_eq!(i64::try_from(count).unwrap(), expected, "{} {query}", fresh.name);
            let text = std::fs::read_to_string(&path).unwrap();
            assert_eq!(text.lines().count() as u64, count + 1, "{} {query}", fresh.name);
        }
        let sql = "SELECT COUNT(*) FROM journal WHERE verb = 'clients.exported' AND detail LIKE '%age=18-40%'";
        assert_eq!(fresh.store.read().number(sql, params![]).await.unwrap(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn an_export_is_in_the_journal_before_it_leaves_and_no_cell_is_a_formula() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        let pairs = [("given_latin", "Amina"), ("family_latin", "Saadi"), ("notes", "=1+1"), ("phone", "0550123456")];
        let mut fields = ::web::Fields::default();
        pairs.iter().for_each(|(field, value)| fields.set(field, *value));
        fields.set("language", "fr");
        fields.set("status", "active");
        let data = ClientData::read(&fields, Lang::Fr, Day::of(MORNING, 60)).unwrap();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        clients::insert(&change, &data).await.unwrap();
        change.commit().await.unwrap();
        let wanted = Wanted { filter: Filter::default(), lang: Lang::Fr, format: Format::Csv };
        let path = folder.path().join("x.csv");
        export::to_file(&fresh.store, SCOPE, &wanted, &path).await.unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.starts_with('\u{feff}') && text.contains("'=1+1"), "{} {text}", fresh.name);
        let lines =
            fresh.store.read().number("SELECT COUNT(*) FROM journal WHERE verb = 'clients.exported'", params![]);
        assert_eq!(lines.await.unwrap(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_file_that_was_linked_is_not_taken_back_with_its_import() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        bring(store, folder.path(), id).await;
        let (karim, amina) = (one(store, "R-1").await.id, one(store, "R-2").await.id);
        let new = crate::links::NewLink {
            relation: crate::links::Relation::Household,
            word: String::new(),
            note: String::new(),
            since: None,
            until: None,
        };
        let change = store.begin(SCOPE).await.unwrap();
        crate::links::add(&change, karim, amina, &new).await.unwrap();
        change.commit().await.unwrap();
        revert(store, SCOPE, id).await.unwrap();
        let back = run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((back.state, back.counts.made), (State::Reverted, 2), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_file_about_which_something_was_asked_or_agreed_is_not_taken_back_and_the_others_are() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        let made = bring(store, folder.path(), id).await.counts.made;
        let karim = one(store, "R-1").await.id.0;
        let sql =
            "INSERT INTO law_request (centre_id, client_id, kind, asked_by, way, received_on, identity, state, wanted,
            outcome, due_on, closed, version, created_at, updated_at)
            VALUES ($1, $2, 'access', '', 'letter', '2026-11-23', '', 'open', '', '', '2026-12-23', FALSE, 1, 0, 0)";
        store.scratch().run(sql, params![SCOPE.centre.0, karim]).await.unwrap();
        revert(store, SCOPE, id).await.unwrap();
        let back = run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((back.state, back.counts.made, files(store).await), (State::Reverted, 1, 1), "{}", fresh.name);
        assert_eq!(store::kept(store.read(), SCOPE, id).await.unwrap(), [karim], "{}", fresh.name);
        assert!(made > 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn refused_lines_and_the_file_are_forgotten_after_thirty_days() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        let own = "0123456789abcdef.import";
        std::fs::rename(folder.path().join("liste.csv"), folder.path().join(own)).unwrap();
        let sql = "UPDATE import SET stored = $2 WHERE id = $1";
        store.scratch().run(sql, params![id.0, own]).await.unwrap();
        bring(store, folder.path(), id).await;
        store.clock().advance(29 * 24 * 3_600_000);
        assert_eq!(sweep(store, folder.path()).await.unwrap(), 0, "{}", fresh.name);
        assert_eq!(store::refusals(store.read(), id, -1, 10).await.unwrap().len(), 3, "{}", fresh.name);
        store.clock().advance(2 * 24 * 3_600_000);
        assert_eq!(sweep(store, folder.path()).await.unwrap(), 1, "{}", fresh.name);
        assert!(store::refusals(store.read(), id, -1, 10).await.unwrap().is_empty(), "{}", fresh.name);
        assert!(!folder.path().join(own).exists(), "{}", fresh.name);
        assert_eq!(sweep(store, folder.path()).await.unwrap(), 0, "{}: once", fresh.name);
        assert_eq!(get(store.read(), SCOPE, id).await.unwrap().counts.refused, 3, "{}: the report stays", fresh.name);
        // What the operator named on the command line is the operator's.
        let other = prepared(store, folder.path(), "mien.csv", LIST.as_bytes()).await;
        bring(store, folder.path(), other).await;
        store.clock().advance(31 * 24 * 3_600_000);
        assert_eq!(sweep(store, folder.path()).await.unwrap(), 1, "{}", fresh.name);
        assert!(folder.path().join("mien.csv").exists(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_page_of_a_run_follows_it_and_shows_doubts_of_the_encoding() {
    use crate::clients::tests::Site;
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(store, "samir", ::web::Role::Trainer).await;
        let damaged = "Nom;Prénom;Téléphone\nBouzÃ©ra;KaÃ¯s;0550123456\nMÃ©ziane;FÃ©rhat;0550123457\n";
        let id = prepared(store, folder.path(), "abime.csv", damaged.as_bytes()).await;
        let page = site.get(&format!("/imports/{}/plan", id.0)).await;
        let told = words::Talk { lang: Lang::Fr, short: false }.t("exchange-doubt-saved");
        assert!(page.shows(&[&told, "utf-8"]), "{}\n{}", fresh.name, page.html);
        start(store, SCOPE, id, true).await.unwrap();
        let page = site.get(&format!("/imports/{}", id.0)).await;
        let place = format!("/imports/{}/progress", id.0);
        assert!(page.shows(&[&format!("data-progress=\"{place}\"")]), "{}\n{}", fresh.name, page.html);
        let said: serde_json::Value = serde_json::from_str(&site.get(&place).await.html).unwrap();
        assert_eq!((said["running"].as_bool(), said["percent"].as_i64()), (Some(true), Some(0)), "{}", fresh.name);
        run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        let said: serde_json::Value = serde_json::from_str(&site.get(&place).await.html).unwrap();
        assert_eq!((said["running"].as_bool(), said["percent"].as_i64()), (Some(false), Some(100)), "{}", fresh.name);
        assert_eq!(said["counts"]["read"].as_i64(), Some(2), "{}", fresh.name);
    }
}
