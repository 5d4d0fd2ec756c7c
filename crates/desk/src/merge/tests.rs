//! Merging and undoing, on both engines.

mod law_of_merged;
mod pages;

use ::store::{Sql, Store, journal_of, params};
use ::web::Fields;

use super::choice::merged;
use super::fate::unmerged;
use super::*;
use crate::clients::tests::{ELSEWHERE, KARIM, SCOPE, account, change_file, data, file, fresh, with};
use crate::clients::{self, Client, ClientData};
use crate::law;

async fn get(store: &Store, id: ClientId) -> Client {
    clients::get(store.read(), SCOPE, id).await.unwrap()
}

fn read(fields: &Fields) -> ClientData {
    let today = clients::Day::of(::store::testing::MORNING, 60);
    ClientData::read(fields, words::Lang::Fr, today).unwrap()
}

/// Merges as proposed and gives the number of the merge.
async fn join(store: &Store, kept: ClientId, other: ClientId) -> Result<i64, MergeError> {
    let (own, theirs) = (get(store, kept).await, get(store, other).await);
    let data = read(&merged(&own.values(), &theirs.values(), true, &Fields::default()));
    let change = store.begin(SCOPE).await?;
    let id = merge(&change, Side::of(&own), Side::of(&theirs), &data).await?;
    change.commit().await?;
    Ok(id)
}

/// Undoes a merge with the choices given.
async fn part(store: &Store, id: i64, picks: &[(&str, &str)]) -> Result<(), MergeError> {
    let merge = super::store::get(store.read(), SCOPE, id).await?;
    let kept = get(store, merge.kept).await;
    let picks = Fields(picks.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    let data = read(&unmerged(&merge.before, &merge.result, &kept.values(), &picks));
    let change = store.begin(SCOPE).await?;
    undo(&change, id, Side::of(&kept), &data).await?;
    change.commit().await?;
    Ok(())
}

/// A call of a file, as the desk keeps it.
async fn call(store: &Store, client: ClientId) -> i64 {
    let agent = match store.read().number("SELECT MIN(id) FROM account", params![]).await.unwrap() {
        0 => account(store, "sofiane", ::web::Role::Trainee).await.0,
        id => id,
    };
    let sql =
        "INSERT INTO call (centre_id, agent_id, state, version, number, line, line_memory, matched, client_id, step,
            reason, outcome, satisfaction, note, identified_at, rings_at, rang_at, answered_at, held_since, held_ms,
            ended_at, closed_at)
        VALUES ($1, $2, 'closed', 1, '', '', '', '', $3, '', '', '', 0, '', 0, 0, 0, 0, 0, 0, 0, 1) RETURNING id";
    store.scratch().number(sql, params![SCOPE.centre.0, agent, client.0]).await.unwrap()
}

async fn calls(store: &Store, client: ClientId) -> i64 {
    super::store::calls_of(store.read(), SCOPE, client).await.unwrap()
}

/// The same client, written by somebody else.
const KARIME: [(&str, &str); 7] = [
    ("given_latin", "Karime"),
    ("family_latin", "Ben Ali"),
    ("phone", "0661 22 33 44"),
    ("email", "k.benali@example.com"),
    ("wilaya", "31"),
    ("commune", "Oran"),
    ("notes", "Rappeler le soir"),
];

async fn found(store: &Store, query: &str) -> Vec<ClientId> {
    clients::search(store.read(), SCOPE, query).await.unwrap().into_iter().map(|one| one.client.id).collect()
}

#[tokio::test]
async fn a_merged_file_leaves_every_list_and_its_calls_go_to_the_one_that_stays() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let moved = call(store, other).await;
        let id = join(store, kept, other).await.unwrap();
        let client = get(store, kept).await;
        assert_eq!(client.phones, ["+213550123456", "+213661223344"], "{}", fresh.name);
        assert_eq!(
            (client.given_latin.as_str(), client.notes.as_str()),
            ("Karim", "Rappeler le soir"),
            "{}",
            fresh.name
        );
        assert_eq!((calls(store, kept).await, calls(store, other).await), (1, 0), "{}", fresh.name);
        // Numbers and addresses of both stay, as it was proposed.
        for query in ["0661223344", "3344", "0661 22", "Karime Ben Ali", "Karim Benali", "k.benali@example.com"] {
            assert_eq!(found(store, query).await, [kept], "{} {query}", fresh.name);
        }
        let by_phone = clients::by_phone(store.read(), SCOPE, "+213661223344").await.unwrap();
        assert_eq!(by_phone.into_iter().map(|one| one.id).collect::<Vec<_>>(), [kept], "{}", fresh.name);
        let same = crate::duplicates::suspects(store.read(), SCOPE, &data(&KARIME)).await.unwrap();
        assert_eq!(same.into_iter().map(|one| one.client.id).collect::<Vec<_>>(), [kept], "{}", fresh.name);
        assert_eq!(clients::standing(store.read(), SCOPE, other).await.unwrap().id, kept, "{}", fresh.name);
        let told = journal_of(store.read(), SCOPE, "client", kept.0, None, 1).await.unwrap().remove(0);
        let detail = told.json();
        assert_eq!((told.verb.as_str(), detail["merge"].as_i64()), ("client.merged", Some(id)), "{}", fresh.name);
        assert_eq!(detail["moved"]["calls"], serde_json::json!([moved]), "{}", fresh.name);
        assert_eq!(detail["other_values"]["email"], "k.benali@example.com", "{}", fresh.name);
        assert_eq!(detail["before"]["phone2"], "", "{}", fresh.name);
        assert!(
            matches!(change_file(store, other, 2, &KARIM).await, Err(::store::StoreError::Stale)),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn undone_at_once_both_files_are_what_they_were() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let before = (get(store, kept).await.values(), get(store, other).await.values());
        let (own, theirs) = (call(store, kept).await, call(store, other).await);
        let id = join(store, kept, other).await.unwrap();
        let later = call(store, kept).await;
        part(store, id, &[]).await.unwrap();
        assert_eq!((get(store, kept).await.values(), get(store, other).await.values()), before, "{}", fresh.name);
        let sql = "SELECT client_id FROM call WHERE id = $1";
        for (call, client) in [(own, kept), (theirs, other), (later, kept)] {
            assert_eq!(store.read().number(sql, params![call]).await.unwrap(), client.0, "{}", fresh.name);
        }
        assert_eq!(found(store, "0661223344").await, [other], "{}", fresh.name);
        assert_eq!(found(store, "Karime Ben Ali").await.len(), 2, "{}", fresh.name);
        assert!(matches!(part(store, id, &[]).await, Err(MergeError::Undone)), "{}", fresh.name);
        let again = join(store, kept, other).await.unwrap();
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
        part(store, again, &[]).await.unwrap();
        assert_eq!((get(store, kept).await.values(), get(store, other).await.values()), before, "{}", fresh.name);
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn undone_after_edits_only_a_real_conflict_is_asked() {
    for fresh in fresh().await {
        let store = &fresh.store;
        for (pick, street) in
            [("before", "12, rue Didouche Mourad"), ("merge", "9, rue Larbi Ben M'hidi"), ("now", "1, rue neuve")]
        {
            let other = with(&KARIME, &[("street", "9, rue Larbi Ben M'hidi")]);
            let (kept, other) = (file(store, &KARIM).await, file(store, &other).await);
            let (own, theirs) = (get(store, kept).await, get(store, other).await);
            let asked = Fields(vec![("street".to_owned(), "other".to_owned())]);
            let result = merged(&own.values(), &theirs.values(), true, &asked);
            let change = store.begin(SCOPE).await.unwrap();
            let id = merge(&change, Side::of(&own), Side::of(&theirs), &read(&result)).await.unwrap();
            change.commit().await.unwrap();
            let merge = get(store, kept).await;
            let mut edited = merge.values();
            edited.set("street", "1, rue neuve");
            edited.set("needs", "Une ligne de plus");
            let change = store.begin(SCOPE).await.unwrap();
            clients::update(&change, kept, merge.version, &read(&edited)).await.unwrap();
            change.commit().await.unwrap();
            part(store, id, &[("street", pick)]).await.unwrap();
            let now = get(store, kept).await;
            assert_eq!(now.street, street, "{} {pick}", fresh.name);
            assert_eq!(now.needs, "Une ligne de plus", "{}: the merge had not touched it", fresh.name);
            assert_eq!(now.phones, ["+213550123456"], "{}: it goes back", fresh.name);
        }
        assert_eq!(clients::wrong_keys(store).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_chain_is_undone_from_its_end_and_two_merges_into_one_file_in_any_order() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let third = [("given_latin", "Karim"), ("family_latin", "Benalli"), ("email", "third@example.com")];
        for first_undone in [0, 1] {
            let files = [file(store, &KARIM).await, file(store, &KARIME).await, file(store, &third).await];
            let [a, b, c] = files;
            let mut values = vec![];
            for id in files {
                call(store, id).await;
                values.push(get(store, id).await.values());
            }
            let merges = [join(store, a, b).await.unwrap(), join(store, a, c).await.unwrap()];
            assert_eq!(calls(store, a).await, 3, "{}", fresh.name);
            part(store, merges[first_undone], &[]).await.unwrap();
            part(store, merges[1 - first_undone], &[]).await.unwrap();
            for (id, values) in files.into_iter().zip(values) {
                assert_eq!((get(store, id).await.values(), calls(store, id).await), (values, 1), "{}", fresh.name);
            }
            let inner = join(store, a, b).await.unwrap();
            let outer = join(store, c, a).await.unwrap();
            assert_eq!(clients::standing(store.read(), SCOPE, b).await.unwrap().id, c, "{}", fresh.name);
            assert!(
                matches!(part(store, inner, &[]).await, Err(MergeError::Buried(above)) if above == c),
                "{}",
                fresh.name
            );
            part(store, outer, &[]).await.unwrap();
            part(store, inner, &[]).await.unwrap();
            for id in files {
                assert_eq!((get(store, id).await.merged_into, calls(store, id).await), (None, 1), "{}", fresh.name);
            }
        }
    }
}

#[tokio::test]
async fn what_cannot_be_merged_is_refused_and_nothing_is_written() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other, third) = (file(store, &KARIM).await, file(store, &KARIME).await, file(store, &KARIM).await);
        assert!(matches!(join(store, kept, kept).await, Err(MergeError::Itself)), "{}", fresh.name);
        let read_before = [get(store, kept).await, get(store, third).await];
        join(store, kept, other).await.unwrap();
        assert!(matches!(join(store, third, other).await, Err(MergeError::Merged)), "{}", fresh.name);
        assert!(matches!(join(store, other, third).await, Err(MergeError::Merged)), "{}", fresh.name);
        let change = store.begin(SCOPE).await.unwrap();
        let [stale, third_read] = read_before.each_ref().map(Side::of);
        assert!(
            matches!(merge(&change, stale, third_read, &data(&KARIM)).await, Err(MergeError::Changed)),
            "{}: the file that stayed was changed by the first merge",
            fresh.name
        );
        drop(change);
        let change = store.begin(ELSEWHERE).await.unwrap();
        let refused = merge(&change, Side::of(&get(store, kept).await), third_read, &data(&KARIM)).await;
        assert!(matches!(refused, Err(MergeError::Store(::store::StoreError::NotFound))), "{}", fresh.name);
        drop(change);
        assert_eq!(get(store, third).await, read_before[1], "{}", fresh.name);
    }
}

#[tokio::test]
async fn of_two_people_who_merge_the_same_file_at_once_one_is_told() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (a, b, c) = (file(store, &KARIM).await, file(store, &KARIM).await, file(store, &KARIM).await);
        let (one, two) = tokio::join!(join(store, a, b), join(store, c, b));
        let done = [&one, &two].into_iter().filter(|result| result.is_ok()).count();
        assert_eq!(done, 1, "{}: {one:?} {two:?}", fresh.name);
        let told = one.err().or(two.err()).unwrap();
        assert!(matches!(told, MergeError::Merged | MergeError::Changed), "{}: {told:?}", fresh.name);
    }
}

#[tokio::test]
async fn what_was_refused_under_a_file_binds_the_one_that_is_kept_until_the_merge_is_undone() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let today = clients::Day::of(::store::testing::MORNING, 60);
        let change = store.begin(SCOPE).await.unwrap();
        law::seed(&change, today).await.unwrap();
        change.commit().await.unwrap();
        let purpose = law::purpose_by_code(store.read(), SCOPE, "prospecting").await.unwrap().unwrap().id;
        let [first, second, kept] = [file(store, &KARIM).await, file(store, &KARIM).await, file(store, &KARIM).await];
        let said = |decision| law::NewConsent {
            purpose,
            channels: vec![law::Channel::Phone],
            decision,
            source: law::Source::Letter,
            proof: String::new(),
            call: None,
            said_on: today,
        };
        for (client, decision) in [(kept, law::Decision::Given), (first, law::Decision::Refused)] {
            let change = store.begin(SCOPE).await.unwrap();
            law::record(&change, client, &said(decision)).await.unwrap();
            change.commit().await.unwrap();
        }
        let may = async |client| {
            law::may_contact(store.read(), SCOPE, client, "prospecting", law::Channel::Phone, today).await.unwrap()
        };
        assert_eq!(may(kept).await, law::Contact::Allowed, "{}", fresh.name);
        // The first goes into the second, and that one into the third.
        join(store, second, first).await.unwrap();
        let last = join(store, kept, second).await.unwrap();
        assert_eq!(may(kept).await, law::Contact::No("law-contact-refused"), "{}", fresh.name);
        part(store, last, &[]).await.unwrap();
        assert_eq!(may(kept).await, law::Contact::Allowed, "{}: its own again", fresh.name);
        assert_eq!(may(second).await, law::Contact::No("law-contact-refused"), "{}", fresh.name);
    }
}
