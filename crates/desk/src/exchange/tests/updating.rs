//! Known clients that an import completes or changes, and the way back, on both engines.

use super::*;

/// Reads a list over known clients, in a way, and gives the import after its run.
pub(super) async fn update(store: &Store, folder: &Path, list: &str, known: Known, dry: bool) -> Import {
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
pub(super) async fn said(store: &Store, id: ImportId) -> Vec<(i64, String, String)> {
    let lines = store::known_lines(store.read(), id, -1, 100).await.unwrap();
    lines.into_iter().map(|line| (line.line, line.what, line.fields)).collect()
}

pub(super) fn line(number: i64, what: &str, fields: &str) -> (i64, String, String) {
    (number, what.to_owned(), fields.to_owned())
}

pub(super) const KNOWN: &str = "Nom;Prénom;Téléphone;E-mail;Rue et numéro;Référence\r\n\
    Benali;Karim;0550123456;;12, rue Didouche;R-1\r\n\
    Saadi;Amina;0661123457;amina@example.com;;R-2\r\n";

const NEWER: &str = "Référence;Téléphone;E-mail;Rue et numéro;Statut\r\n\
    R-1;0770 11 22 33;karim@example.com;9, rue Larbi;\r\n\
    R-2;;amina@example.com;;\r\n\
    R-2;;pas-une-adresse;;\r\n\
    R-9;0555000001;x@example.com;;\r\n";

pub(super) async fn one(store: &Store, reference: &str) -> clients::Client {
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
