//! What the store promises, on both engines.

use sea_orm_migration::{MigrationTrait, MigratorTrait};
use serde_json::json;
use store::testing::stores;
use store::{CentreId, Clock, Engine, Entry, Once, Pairs, Scope, Sql, Store, StoreError, Target, params};

struct Migrations;
impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        store::migrations()
    }
}

const SCOPE: Scope = Scope { centre: CentreId::TRAINING, actor: None };

fn entry() -> Entry {
    Entry::new("client.created", "client", 7).detail(json!({"status": "new"}))
}

#[tokio::test]
async fn a_change_that_recorded_nothing_is_refused_and_leaves_nothing() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let change = fresh.store.begin(SCOPE).await.unwrap();
        store::create_centre(&change, store::CentreKind::Sandbox, "X", "X").await.unwrap();
        assert!(matches!(change.commit().await, Err(StoreError::Unjournaled)), "{}", fresh.name);
        let centres = fresh.store.read().number("SELECT COUNT(*) FROM centre", params![]).await.unwrap();
        assert_eq!(centres, 2, "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_journal_refuses_update_and_delete() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let change = fresh.store.begin(SCOPE).await.unwrap();
        change.record(entry()).await.unwrap();
        change.commit().await.unwrap();
        for sql in ["UPDATE journal SET verb = 'x'", "DELETE FROM journal"] {
            let refused = fresh.store.scratch().run(sql, params![]).await;
            assert!(refused.unwrap_err().to_string().contains("append-only"), "{} {sql}", fresh.name);
        }
        let rows = store::journal_of(fresh.store.read(), SCOPE, "client", 7, None, 10).await.unwrap();
        assert_eq!((rows.len(), rows[0].json()["status"].as_str()), (1, Some("new")), "{}", fresh.name);
    }
}

#[tokio::test]
async fn another_centre_does_not_see_the_history() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let change = fresh.store.begin(SCOPE).await.unwrap();
        change.record(entry()).await.unwrap();
        change.commit().await.unwrap();
        let other = Scope { centre: CentreId::PRODUCTION, actor: None };
        assert!(store::journal_of(fresh.store.read(), other, "client", 7, None, 10).await.unwrap().is_empty());
        assert_eq!(store::journal_since(fresh.store.read(), SCOPE, 0, 10).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_replayed_token_leads_to_the_first_place() {
    for fresh in stores::<Migrations>().await.unwrap() {
        for expected in [Once::First, Once::Again("/clients/1".to_owned())] {
            let change = fresh.store.begin(SCOPE).await.unwrap();
            change.record(entry()).await.unwrap();
            assert_eq!(store::spend(&change, "token", "/clients/1").await.unwrap(), expected, "{}", fresh.name);
            change.commit().await.unwrap();
        }
    }
}

#[tokio::test]
async fn writers_wait_for_each_other_and_none_fails() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let writers = (0..20).map(|_| {
            let store = fresh.store.clone();
            tokio::spawn(async move {
                let change = store.begin(SCOPE).await?;
                change.record(entry()).await?;
                change.commit().await
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap().unwrap();
        }
        assert_eq!(fresh.store.read().number("SELECT COUNT(*) FROM journal", params![]).await.unwrap(), 20);
    }
}

#[tokio::test]
async fn a_backup_taken_while_running_can_be_put_back() {
    let fresh = stores::<Migrations>().await.unwrap().remove(0);
    let folder = fresh.folder().unwrap().to_owned();
    let (file, target) = (folder.join("copy.backup"), Target::Folder(folder.clone()));
    let change = fresh.store.begin(SCOPE).await.unwrap();
    change.record(entry()).await.unwrap();
    change.commit().await.unwrap();
    store::backup(&fresh.store, &target, &file).await.unwrap();
    assert!(matches!(store::backup(&fresh.store, &target, &file).await, Err(StoreError::Backup(_))));
    let elsewhere = tempfile::tempdir().unwrap();
    let target = Target::Folder(elsewhere.path().join("data"));
    store::restore(&target, &file).unwrap();
    let back = Store::open::<Migrations>(&target, Clock::system()).await.unwrap();
    assert_eq!(store::journal_since(back.read(), SCOPE, 0, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_text_file_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, "Bonjour").unwrap();
    let refused = store::restore(&Target::Folder(folder.path().join("data")), &file);
    assert!(matches!(refused, Err(StoreError::Backup(_))));
    assert!(!folder.path().join("data").exists());
}

#[tokio::test]
async fn data_of_a_newer_version_is_refused_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let target = Target::Folder(folder.path().to_owned());
    let now = Store::open::<Migrations>(&target, Clock::system()).await.unwrap();
    now.scratch()
        .run("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29991231_future', 0)", params![])
        .await
        .unwrap();
    now.close().await;
    let refused = Store::open::<Migrations>(&target, Clock::system()).await;
    assert!(matches!(refused, Err(StoreError::Newer(name)) if name == "m29991231_future"));
}

#[tokio::test]
async fn notes_of_many_people_are_all_in_the_journal_when_they_return() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let notes = (0..50).map(|n| {
            let store = fresh.store.clone();
            tokio::spawn(async move { store.note(SCOPE, Entry::new("client.opened", "client", n)).await })
        });
        for note in notes.collect::<Vec<_>>() {
            note.await.unwrap().unwrap();
        }
        assert_eq!(store::journal_since(fresh.store.read(), SCOPE, 0, 100).await.unwrap().len(), 50, "{}", fresh.name);
    }
}

/// What readers see of the journal.
async fn lines(store: &Store) -> store::Result<i64> {
    store.read().number("SELECT COUNT(*) FROM journal", params![]).await
}

#[tokio::test]
async fn a_change_that_the_engine_ended_by_itself_costs_nothing_after_it() {
    let fresh = stores::<Migrations>().await.unwrap().remove(0);
    let store = &fresh.store;
    let change = store.begin(SCOPE).await.unwrap();
    change.record(entry()).await.unwrap();
    // As SQLite does when the disk is full while it commits.
    change.run("ROLLBACK", params![]).await.unwrap();
    assert!(change.commit().await.is_err(), "what was rolled back was told as committed");
    for done in 1..=3 {
        let change = store.begin(SCOPE).await.unwrap();
        change.record(entry()).await.unwrap();
        change.commit().await.unwrap();
        store.note(SCOPE, entry()).await.unwrap();
        assert_eq!(lines(store).await.unwrap(), 2 * done, "what was told as committed is not there");
    }
}

#[tokio::test]
async fn a_full_disk_costs_the_change_that_met_it_and_none_after_it() {
    let fresh = stores::<Migrations>().await.unwrap().remove(0);
    let store = &fresh.store;
    let pages = store.scratch().number("PRAGMA page_count", params![]).await.unwrap();
    store.scratch().number(&format!("PRAGMA max_page_count = {}", pages + 2), params![]).await.unwrap();
    let big = json!({"text": "x".repeat(100_000)});
    let change = store.begin(SCOPE).await.unwrap();
    let full = change.record(Entry::new("client.created", "client", 1).detail(big)).await;
    assert!(matches!(full, Err(StoreError::Full(_))), "{full:?}");
    drop(change);
    // There is room again: whatever is answered now must be seen by others, and survive.
    store.scratch().number("PRAGMA max_page_count = 1000000", params![]).await.unwrap();
    for done in 1..=3 {
        let change = store.begin(SCOPE).await.unwrap();
        change.record(entry()).await.unwrap();
        change.commit().await.unwrap();
        store.note(SCOPE, entry()).await.unwrap();
        assert_eq!(lines(store).await.unwrap(), 2 * done, "what was committed is not there");
    }
}

#[tokio::test]
async fn a_commit_that_fails_leaves_no_transaction_behind() {
    let fresh = stores::<Migrations>().await.unwrap().remove(0);
    let store = &fresh.store;
    store
        .scratch()
        .run("CREATE TABLE child (id BIGINT REFERENCES centre (id) DEFERRABLE INITIALLY DEFERRED)", params![])
        .await
        .unwrap();
    let change = store.begin(SCOPE).await.unwrap();
    change.record(entry()).await.unwrap();
    change.run("INSERT INTO child (id) VALUES (999)", params![]).await.unwrap();
    assert!(change.commit().await.is_err(), "a missing parent was committed");
    let change = store.begin(SCOPE).await.unwrap();
    change.record(entry()).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(lines(store).await.unwrap(), 1);
}

#[tokio::test]
async fn many_rows_come_out_of_one_parameter() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let db = fresh.store.scratch();
        db.run("CREATE TABLE word (place BIGINT, text TEXT, number BIGINT, PRIMARY KEY (text, number))", vec![])
            .await
            .unwrap();
        let pairs: Vec<(String, i64)> = [("l\"eau", 1), ("l\"eau", 2), ("مرحبا\\", 3), ("l\"eau", 1)]
            .map(|(text, number)| (text.to_owned(), number))
            .into();
        const WORDS: Pairs = Pairs { table: "word", shared: &["place"], text: "text", number: "number" };
        assert_eq!(WORDS.add_new(db, &[7], &pairs[..3]).await.unwrap(), 3);
        if fresh.store.engine() == Engine::Postgres {
            let again = WORDS.add_new(db, &[7], &pairs).await;
            assert!(matches!(again, Err(StoreError::Duplicate(_))), "{again:?}");
        }
        assert_eq!(WORDS.add(db, &[7], &pairs).await.unwrap(), 0, "they stand there already");
        let sql = format!("SELECT COUNT(*) FROM word JOIN {} ON value ->> 0 = text WHERE place = 7", db.rows_of("$1"));
        let list = r#"[["l\"eau", 5], ["مرحبا\\"], ["eau"]]"#;
        assert_eq!(db.number(&sql, store::params![list]).await.unwrap(), 3);
        let gone = [("l\"eau", 2), ("l\"eau", 9), ("eau", 1)].map(|(text, number)| (text.to_owned(), number));
        assert_eq!(WORDS.remove(db, &[8], &gone).await.unwrap(), 0, "of another place");
        assert_eq!(WORDS.remove(db, &[7], &gone).await.unwrap(), 1);
    }
}

/// How an index is made; nothing when it does not stand there.
async fn made_by(store: &Store, index: &str) -> store::Result<Option<String>> {
    #[derive(store::FromQueryResult)]
    struct Index {
        sql: String,
    }
    let sql = match store.engine() {
        Engine::Postgres => "SELECT indexdef AS sql FROM pg_indexes WHERE indexname = $1",
        Engine::Sqlite => "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = $1",
    };
    Ok(store.read().one::<Index>(sql, params![index]).await?.map(|index| index.sql))
}

#[tokio::test]
async fn indexes_stand_aside_and_are_built_again_also_by_another_program() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let store = &fresh.store;
        let before = made_by(store, "journal_call").await.unwrap();
        assert!(before.is_some(), "{}", fresh.name);
        store.set_indexes_aside(&["journal_call", "of_no_table"]).await.unwrap();
        assert_eq!(made_by(store, "journal_call").await.unwrap(), None, "{}", fresh.name);
        // Another import sets the same aside.
        store.set_indexes_aside(&["journal_call"]).await.unwrap();
        store.restore_indexes().await.unwrap();
        assert_eq!(made_by(store, "journal_call").await.unwrap(), before, "{}", fresh.name);
        store.restore_indexes().await.unwrap();
        store.set_indexes_aside(&["journal_call"]).await.unwrap();
        // The program ends here, and another opens the base; nothing waits for indexes but what needs them.
        let next = Store::open::<Migrations>(&fresh.target(), Clock::system()).await.unwrap();
        assert_eq!(made_by(&next, "journal_call").await.unwrap(), None, "{}", fresh.name);
        next.restore_indexes().await.unwrap();
        assert_eq!(made_by(&next, "journal_call").await.unwrap(), before, "{}", fresh.name);
        next.close().await;
    }
}
