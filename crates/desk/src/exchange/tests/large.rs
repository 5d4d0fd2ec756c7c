//! Imports so large that indexes stand aside, keys are written beside them, and others work meanwhile, on both engines.

use std::collections::BTreeMap;

use super::*;
use crate::clients::ClientId;
use crate::clients::tests::file;

/// Enough lines for the indexes to stand aside.
const LINES: usize = 10_400;

/// Lines of different people with a number each; the last one is of Nadia Saadi, of [`NADIA`].
fn people() -> String {
    let line = |at: usize| format!("Benali{};Karim;05{:08}\n", letters(at), 50_000_000 + at);
    let last = "Saadi;Nadia;0661 22 33 44\n".to_owned();
    std::iter::once("Nom;Prénom;Téléphone\n".to_owned()).chain((2..=LINES).map(line)).chain([last]).collect()
}

/// A number in letters.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect()
}

const NADIA: [(&str, &str); 3] = [("given_latin", "Nadia"), ("family_latin", "Saadi"), ("phone", "0661223344")];

/// The indexes of the files that stand, and how each is made.
async fn indexes(store: &Store) -> BTreeMap<String, String> {
    #[derive(FromQueryResult)]
    struct Index {
        name: String,
        sql: String,
    }
    let sql = match store.engine() {
        Engine::Postgres => "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename LIKE 'client%'",
        Engine::Sqlite => {
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name LIKE 'client%' AND sql <> ''"
        }
    };
    let all: Vec<Index> = store.read().all(sql, params![]).await.unwrap();
    all.into_iter().map(|index| (index.name, index.sql)).collect()
}

/// Does something with the base from the inside of a run.
fn meanwhile<T>(work: impl Future<Output = T>) -> T {
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(work))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_do_during_a_large_import_counts_and_every_index_and_key_stands_in_the_end() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let before = indexes(store).await;
        let id = prepared(store, folder.path(), "people.csv", people().as_bytes()).await;
        start(store, SCOPE, id, false).await.unwrap();
        let (mut nadia, mut aside) = (None, 0);
        let import = run(store, folder.path(), SCOPE, id, |import| {
            meanwhile(async {
                if nadia.is_none() {
                    // Somebody answers the phone, and corrects a file of the import.
                    nadia = Some(file(store, &NADIA).await);
                    rename(store, "+213550000002").await;
                }
                aside = aside.max(before.len() - indexes(store).await.len());
                assert!(import.counts.known == 0 || import.counts.read == LINES as i64, "{}", fresh.name);
            });
        });
        let import = import.await.unwrap();
        let counts = Counts { read: LINES as i64, made: LINES as i64 - 1, known: 1, ..Counts::default() };
        assert_eq!((import.state, import.counts), (State::Imported, counts), "{}", fresh.name);
        assert_eq!(aside, clients::SCATTERED.len(), "{}", fresh.name);
        assert_eq!(indexes(store).await, before, "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
        assert_eq!(
            clients::search(store.read(), SCOPE, "Zoubida Boumediene").await.unwrap().len(),
            1,
            "{}",
            fresh.name
        );
        let known = store::known_lines(store.read(), id, -1, 10).await.unwrap();
        assert_eq!(
            known.iter().map(|line| ClientId(line.client)).collect::<Vec<_>>(),
            [nadia.unwrap()],
            "{}",
            fresh.name
        );
    }
}

/// Gives the file of a number another name.
async fn rename(store: &Store, number: &str) {
    let client = clients::by_phone(store.read(), SCOPE, number).await.unwrap().remove(0);
    let mut fields = client.typed(Lang::Fr);
    fields.set("given_latin", "Zoubida");
    fields.set("family_latin", "Boumediene");
    let data = ClientData::read(&fields, Lang::Fr, Day::of(MORNING, 60)).unwrap();
    let change = store.begin(SCOPE).await.unwrap();
    clients::update(&change, client.id, client.version, &data).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_import_that_was_killed_is_ended_by_the_next_program_with_every_index_and_key() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let before = indexes(store).await;
        let id = prepared(store, folder.path(), "people.csv", people().as_bytes()).await;
        start(store, SCOPE, id, false).await.unwrap();
        killed(&fresh.store, folder.path(), id, 3_000).await;
        assert!(indexes(store).await.len() < before.len(), "{}", fresh.name);
        let next = Store::open::<Migrations>(&fresh.target(), ::store::Clock::fixed(MORNING)).await.unwrap();
        let import = run(&next, folder.path(), SCOPE, id, |_| {}).await.unwrap();
        assert_eq!((import.counts.read, import.counts.made), (LINES as i64, LINES as i64), "{}", fresh.name);
        assert_eq!((files(&next).await, clients::wrong_keys(&next).await), (LINES as i64, vec![]), "{}", fresh.name);
        assert_eq!(indexes(&next).await, before, "{}", fresh.name);
        next.close().await;
    }
}

#[tokio::test]
async fn keys_of_files_that_somebody_changed_meanwhile_are_not_written_over() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        bring(store, folder.path(), id).await;
        let keys = clients::read_keys(store, SCOPE, Some(id.0), 0).await.unwrap();
        rename(store, "+213550123456").await;
        let gone = clients::by_phone(store.read(), SCOPE, "+213661123457").await.unwrap().remove(0);
        let change = store.begin(SCOPE).await.unwrap();
        clients::delete(&change, gone.id, gone.version).await.unwrap();
        change.commit().await.unwrap();
        clients::write_keys(store, SCOPE.centre, keys, true).await.unwrap();
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn keys_that_a_killed_program_wrote_of_files_changed_meanwhile_are_taken_away() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        bring(store, folder.path(), id).await;
        let by = async |number| clients::by_phone(store.read(), SCOPE, number).await.unwrap().remove(0);
        let (renamed, gone) = (by("+213550123456").await, by("+213661123457").await);
        rename(store, "+213550123456").await;
        let change = store.begin(SCOPE).await.unwrap();
        clients::delete(&change, gone.id, gone.version).await.unwrap();
        change.commit().await.unwrap();
        // What they held was written after they were changed, and the program ended before it looked.
        for held in [&renamed, &gone] {
            clients::add_keys(store.scratch(), SCOPE.centre.0, held).await.unwrap();
        }
        assert_ne!(clients::wrong_keys(store).await, [], "{}", fresh.name);
        store.scratch().run("UPDATE import SET keyed = 0", params![]).await.unwrap();
        run::make_up(store, SCOPE, id).await.unwrap();
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
        assert_eq!(store::unkeyed(store.read()).await.unwrap(), [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn keys_of_other_rules_are_all_written_anew_also_by_a_program_that_was_ended() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "liste.csv", LIST.as_bytes()).await;
        bring(store, folder.path(), id).await;
        file(store, &NADIA).await;
        assert!(!clients::rekey(store).await.unwrap(), "{}: they are of these rules", fresh.name);
        for sql in ["UPDATE client_key SET key = key || 'old'", "UPDATE client_keying SET rules = 0"] {
            store.scratch().run(sql, params![]).await.unwrap();
        }
        assert!(clients::rekey(store).await.unwrap(), "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
        // One that had begun, and written those of the first file.
        let sql = "UPDATE client_keying SET rules = 0, last = (SELECT MIN(id) FROM client), centre = $1";
        store.scratch().run(sql, params![SCOPE.centre.0]).await.unwrap();
        let sql = "DELETE FROM client_key WHERE client_id > (SELECT MIN(id) FROM client)";
        store.scratch().run(sql, params![]).await.unwrap();
        assert!(clients::rekey(store).await.unwrap(), "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn each_of_a_family_that_shares_a_number_is_known_many_lines_later() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let family = "Saadi;Karim;0661223344\nSaadi;Nadia;0661223344\nSaadi;Omar;0661223344\n";
        let others = (0..4_000).map(|at| format!("Benali{};Lila;05{:08}\n", letters(at), 50_000_000 + at));
        let others = others.collect::<String>();
        let list =
            format!("Nom;Prénom;Téléphone\n{family}{others}Saadi;Nadia;0661223344\n{others}Saadi;Omar;0661223344\n");
        let id = prepared(store, folder.path(), "family.csv", list.as_bytes()).await;
        let counts = Counts { read: 8_005, made: 4_003, known: 4_002, alike: 2, ..Counts::default() };
        assert_eq!(bring(store, folder.path(), id).await.counts, counts, "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_that_is_stopped_and_begun_again_at_once_goes_on() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let id = prepared(store, folder.path(), "people.csv", people().as_bytes()).await;
        start(store, SCOPE, id, false).await.unwrap();
        let mut stopped = false;
        let first = run(store, folder.path(), SCOPE, id, |_| {
            if !std::mem::replace(&mut stopped, true) {
                meanwhile(async {
                    run::stop(store, SCOPE, id).await.unwrap();
                    go_on(store, SCOPE, id).await.unwrap();
                });
            }
        });
        // Whoever began it again runs it, after the run that hears of the stop at its next batch, or goes on as if nothing were.
        let (first, second) = tokio::join!(first, run(store, folder.path(), SCOPE, id, |_| {}));
        assert!(first.is_ok() || second.is_ok(), "{}: {first:?} {second:?}", fresh.name);
        let import = get(store.read(), SCOPE, id).await.unwrap();
        assert_eq!((import.state, import.counts.made), (State::Imported, LINES as i64), "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_second_address_of_a_line_above_is_known_in_a_centre_that_was_empty() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let folder = tempfile::tempdir().unwrap();
        let others =
            (0..5_000).map(|at| format!("Benali{};Lila;;l{at}@example.com\n", letters(at))).collect::<String>();
        let list = format!(
            "Nom;Prénom;Autre e-mail;E-mail\nSaadi;Karim;karim@example.com;\n{others}Saadi;Karim;;karim@example.com\n"
        );
        let id = prepared(store, folder.path(), "second.csv", list.as_bytes()).await;
        let counts = Counts { read: 5_002, made: 5_001, known: 1, ..Counts::default() };
        assert_eq!(bring(store, folder.path(), id).await.counts, counts, "{}", fresh.name);
    }
}
