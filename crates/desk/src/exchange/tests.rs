//! Files in and out, on both engines: dry run, import, kill and go on, back again, two at once, round trip.

mod large;
mod reading;
mod suspects;

use std::path::Path;

use ::store::testing::{Fresh, MORNING, stores};
use ::store::{CentreId, Engine, FromQueryResult, MigrationTrait, MigratorTrait, Scope, Sql, Store, params};
use words::Lang;

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

/// Reads a list over known clients, in a way, and gives the import after its run.
async fn update(store: &Store, folder: &Path, list: &str, known: Known, dry: bool) -> Import {
    let name = format!("{}-{dry}.csv", known.code());
    let id = prepared(store, folder, &name, list.as_bytes()).await;
    let mut plan = get(store.read(), SCOPE, id).await.unwrap().plan;
    plan.known = known;
    assert!(plan.names_somebody(), "{:?}", plan.fields);
    let change = store.begin(SCOPE).await.unwrap();
    store::replan(&change, id, &plan).await.unwrap();
    change.commit().await.unwrap();
    if dry { check(store, folder, id).await } else { bring(store, folder, id).await }
}

/// What is said of the lines whose client is known: line, what, fields.
async fn said(store: &Store, id: ImportId) -> Vec<(i64, String, String)> {
    let lines = store::known_lines(store.read(), id, -1, 100).await.unwrap();
    lines.into_iter().map(|line| (line.line, line.what, line.fields)).collect()
}

fn line(number: i64, what: &str, fields: &str) -> (i64, String, String) {
    (number, what.to_owned(), fields.to_owned())
}

const KNOWN: &str = "Nom;Prénom;Téléphone;E-mail;Rue et numéro;Référence\r\n\
    Benali;Karim;0550123456;;12, rue Didouche;R-1\r\n\
    Saadi;Amina;0661123457;amina@example.com;;R-2\r\n";

const NEWER: &str = "Référence;Téléphone;E-mail;Rue et numéro;Statut\r\n\
    R-1;0770 11 22 33;karim@example.com;9, rue Larbi;\r\n\
    R-2;;amina@example.com;;\r\n\
    R-2;;pas-une-adresse;;\r\n\
    R-9;0555000001;x@example.com;;\r\n";

async fn one(store: &Store, reference: &str) -> clients::Client {
    clients::search(store.read(), SCOPE, reference).await.unwrap().remove(0).client
}

#[tokio::test]
async fn a_known_client_is_completed_or_replaced_and_the_dry_run_says_so_line_by_line() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        bring(store, folder.path(), first).await;
        for (known, what, fields) in
            [(Known::Fill, "filled", "email phone2"), (Known::Replace, "replaced", "email phone street")]
        {
            let before = (one(store, "R-1").await, one(store, "R-2").await);
            let dry = update(store, folder.path(), NEWER, known, true).await;
            // A wrong address is no harm where an address is there already.
            let (same, refused) = if known == Known::Fill { (2, 1) } else { (1, 2) };
            let counts = Counts { read: 4, known: same, updated: 1, refused, ..Counts::default() };
            assert_eq!((dry.state, dry.counts), (State::Checked, counts), "{} {known:?}", fresh.name);
            let expected = [line(2, what, fields), line(3, "same", ""), line(4, "same", "")];
            let expected = expected.get(..2 + usize::from(known == Known::Fill)).unwrap();
            assert_eq!(said(store, dry.id).await, expected, "{} {known:?}", fresh.name);
            assert_eq!(
                (one(store, "R-1").await, one(store, "R-2").await),
                before,
                "{}: nothing is written",
                fresh.name
            );
            let real = update(store, folder.path(), NEWER, known, false).await;
            assert_eq!((real.state, real.counts), (State::Imported, counts), "{} {known:?}", fresh.name);
            let karim = one(store, "R-1").await;
            assert_eq!(karim.email, "karim@example.com", "{} {known:?}", fresh.name);
            let expected: (&[&str], &str) = match known {
                Known::Fill => (&["+213550123456", "+213770112233"], "12, rue Didouche"),
                _ => (&["+213770112233"], "9, rue Larbi"),
            };
            let phones: Vec<&str> = karim.phones.iter().map(String::as_str).collect();
            assert_eq!((phones.as_slice(), karim.street.as_str()), expected, "{} {known:?}", fresh.name);
            let told = ::store::journal_of(store.read(), SCOPE, "client", karim.id.0, None, 1).await.unwrap().remove(0);
            assert_eq!(told.verb, "client.updated", "{}", fresh.name);
            assert_eq!(told.json()["old"]["email"], "", "{} {known:?}", fresh.name);
            revert(store, SCOPE, real.id).await.unwrap();
            let back = run(store, folder.path(), SCOPE, real.id, |_| {}).await.unwrap();
            assert_eq!((back.state, back.counts.updated), (State::Reverted, 0), "{} {known:?}", fresh.name);
            let now = one(store, "R-1").await;
            assert_eq!(now.values(), before.0.values(), "{} {known:?}", fresh.name);
            assert_eq!(one(store, "R-2").await, before.1, "{}: it was never touched", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_field_that_changed_since_the_import_is_kept_and_told_when_it_is_taken_back() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        bring(store, folder.path(), first).await;
        let import = update(store, folder.path(), NEWER, Known::Replace, false).await;
        let karim = one(store, "R-1").await;
        let mut values = karim.values();
        values.set("street", "1, place des Martyrs");
        let data = ClientData::read(&values, Lang::Fr, Day::of(MORNING, 60)).unwrap();
        let change = store.begin(SCOPE).await.unwrap();
        clients::update(&change, karim.id, karim.version, &data).await.unwrap();
        change.commit().await.unwrap();
        revert(store, SCOPE, import.id).await.unwrap();
        let back = run(store, folder.path(), SCOPE, import.id, |_| {}).await.unwrap();
        assert_eq!((back.state, back.counts.updated), (State::Reverted, 1), "{}", fresh.name);
        let now = one(store, "R-1").await;
        assert_eq!(now.street, "1, place des Martyrs", "{}", fresh.name);
        assert_eq!(
            (now.email.as_str(), now.phones.as_slice()),
            ("", &["+213550123456".to_owned()][..]),
            "{}",
            fresh.name
        );
        let kept = store::not_restored(store.read(), import.id).await.unwrap();
        let kept: Vec<_> = kept.iter().map(|line| (line.line, line.client, line.kept.as_str())).collect();
        assert_eq!(kept, [(2, karim.id.0, "street")], "{}", fresh.name);
    }
}

#[tokio::test]
async fn two_lines_of_one_client_are_taken_back_to_what_was_before_both() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        bring(store, folder.path(), first).await;
        let before = one(store, "R-2").await.values();
        let list = "Référence;E-mail\nR-2;a@example.com\nR-2;b@example.com\n";
        let import = update(store, folder.path(), list, Known::Replace, false).await;
        assert_eq!(one(store, "R-2").await.email, "b@example.com", "{}", fresh.name);
        revert(store, SCOPE, import.id).await.unwrap();
        run(store, folder.path(), SCOPE, import.id, |_| {}).await.unwrap();
        assert_eq!(one(store, "R-2").await.values(), before, "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_is_known_by_number_and_name_twice_or_in_the_same_file_changes_nobody() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "a.csv", KNOWN.as_bytes()).await;
        bring(store, folder.path(), first).await;
        let twin = "Nom;Prénom;Téléphone\nBen Ali;Karim;0550123456\n";
        let made = update(store, folder.path(), twin, Known::Make, false).await;
        assert_eq!(made.counts.made, 1, "{}", fresh.name);
        let list = "Nom;Prénom;Téléphone;E-mail\nBenali;Karim;0550123456;k@example.com\n\
            Saadi;Amina;0661123457;autre@example.com\nZiani;Omar;0555123460;\nZiani;Omar;0555123460;o@example.com\n";
        let import = update(store, folder.path(), list, Known::Replace, false).await;
        let expected = [line(2, "several", ""), line(3, "replaced", "email"), line(5, "twice", "")];
        assert_eq!(said(store, import.id).await, expected, "{}", fresh.name);
        let counts = Counts { read: 4, made: 1, known: 2, updated: 1, ..Counts::default() };
        assert_eq!(import.counts, counts, "{}", fresh.name);
        assert_eq!(one(store, "R-2").await.email, "autre@example.com", "{}", fresh.name);
        let skip = update(store, folder.path(), list, Known::Skip, true).await;
        assert_eq!(said(store, skip.id).await.len(), 4, "{}: what is left out is told too", fresh.name);
    }
}

#[tokio::test]
async fn an_import_that_changes_files_goes_on_after_a_kill_and_changes_each_once() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let first = prepared(store, folder.path(), "long.csv", long(1_300).as_bytes()).await;
        bring(store, folder.path(), first).await;
        let list: String = std::iter::once("Référence;E-mail\n".to_owned())
            .chain((0..1_300).map(|at| format!("R-{at};r{at}@example.com\n")))
            .collect();
        let id = prepared(store, folder.path(), "fill.csv", list.as_bytes()).await;
        let mut plan = get(store.read(), SCOPE, id).await.unwrap().plan;
        plan.known = Known::Fill;
        let change = store.begin(SCOPE).await.unwrap();
        store::replan(&change, id, &plan).await.unwrap();
        change.commit().await.unwrap();
        start(store, SCOPE, id, false).await.unwrap();
        killed(&fresh.store, folder.path(), id, 500).await;
        let import = run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((import.counts.read, import.counts.updated), (1_300, 1_300), "{}", fresh.name);
        let changed = "SELECT COUNT(*) FROM client WHERE version = 2 AND email <> ''";
        assert_eq!(store.read().number(changed, params![]).await.unwrap(), 1_300, "{}", fresh.name);
        revert(store, SCOPE, id).await.unwrap();
        let back = run(store, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!(back.counts.updated, 0, "{}", fresh.name);
        let left = "SELECT COUNT(*) FROM client WHERE email <> ''";
        assert_eq!(store.read().number(left, params![]).await.unwrap(), 0, "{}", fresh.name);
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
