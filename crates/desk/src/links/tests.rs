//! Links between files, on both engines.

use ::store::{Sql, Store, journal_of, params};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, data, file, fresh, with};
use crate::clients::{self, ClientData};
use crate::merge::{Side, merge, undo};

const SONELGAZ: [(&str, &str); 4] = [
    ("organisation_latin", "Sonelgaz"),
    ("organisation_arabic", "سونلغاز"),
    ("reference", "ORG-17"),
    ("phone", "021 65 43 21"),
];
const AMINA: [(&str, &str); 3] = [("given_latin", "Amina"), ("family_latin", "Saadi"), ("phone", "0661 22 33 44")];

fn new(relation: Relation) -> NewLink {
    NewLink { relation, word: String::new(), note: String::new(), since: None, until: None }
}

async fn link(store: &Store, own: ClientId, other: ClientId, new: &NewLink) -> Result<i64, LinkError> {
    let change = store.begin(SCOPE).await?;
    let id = add(&change, own, other, new).await?;
    change.commit().await?;
    Ok(id)
}

/// What a file is linked with: relation and file, by file.
async fn of(store: &Store, id: ClientId) -> Vec<(Relation, ClientId)> {
    let mut all: Vec<_> =
        every(store.read(), SCOPE, id).await.unwrap().into_iter().map(|link| (link.relation, link.other.id)).collect();
    all.sort_by_key(|(_, other)| *other);
    all
}

async fn side(store: &Store, id: ClientId) -> Side {
    Side::of(&clients::get(store.read(), SCOPE, id).await.unwrap())
}

/// Merges, the file that stays as it was, and gives the number of the merge.
async fn join(store: &Store, kept: ClientId, other: ClientId, pairs: &[(&str, &str)]) -> i64 {
    let (own, theirs) = (side(store, kept).await, side(store, other).await);
    let change = store.begin(SCOPE).await.unwrap();
    let id = merge(&change, own, theirs, &data(pairs)).await.unwrap();
    change.commit().await.unwrap();
    id
}

async fn part(store: &Store, id: i64, kept: ClientId, data: &ClientData) {
    let own = side(store, kept).await;
    let change = store.begin(SCOPE).await.unwrap();
    undo(&change, id, own, data).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_link_is_named_from_both_sides_and_journaled_on_both() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (person, firm, wife) = (file(store, &KARIM).await, file(store, &SONELGAZ).await, file(store, &AMINA).await);
        for (relation, other) in [(Relation::Employer, firm), (Relation::ContactOf, firm), (Relation::Household, wife)]
        {
            let id = link(store, person, other, &new(relation)).await.unwrap();
            let there = relation.seen_from_there();
            assert!(of(store, other).await.contains(&(there, person)), "{} {relation:?}", fresh.name);
            for (subject, seen, from) in [(person, relation, other), (other, there, person)] {
                let line = journal_of(store.read(), SCOPE, "client", subject.0, None, 1).await.unwrap().remove(0);
                assert_eq!(line.verb, "link.added", "{}", fresh.name);
                let detail = line.json();
                assert_eq!(detail["link"].as_i64(), Some(id), "{}", fresh.name);
                assert_eq!(detail["relation"], seen.code(), "{}", fresh.name);
                assert_eq!(detail["other"].as_i64(), Some(from.0), "{}", fresh.name);
            }
        }
        let own = of(store, person).await;
        assert_eq!(own.len(), 3, "{}: {own:?}", fresh.name);
        assert!(every(store.read(), ELSEWHERE, person).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn no_file_is_linked_with_itself_twice_or_with_another_centre() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (a, b) = (file(store, &KARIM).await, file(store, &AMINA).await);
        assert!(matches!(link(store, a, a, &new(Relation::Household)).await, Err(LinkError::Itself)), "{}", fresh.name);
        link(store, a, b, &new(Relation::Household)).await.unwrap();
        assert!(matches!(link(store, b, a, &new(Relation::Household)).await, Err(LinkError::Known)), "{}", fresh.name);
        link(store, a, b, &new(Relation::Employer)).await.unwrap();
        assert!(matches!(link(store, b, a, &new(Relation::Employee)).await, Err(LinkError::Known)), "{}", fresh.name);
        for word in ["voisin", "associé"] {
            link(store, a, b, &NewLink { word: word.to_owned(), ..new(Relation::Other) }).await.unwrap();
        }
        assert_eq!(of(store, a).await.len(), 4, "{}: two words are two links", fresh.name);
        let change = store.begin(ELSEWHERE).await.unwrap();
        let far = clients::insert(&change, &data(&KARIM)).await.unwrap();
        change.commit().await.unwrap();
        let refused = link(store, a, far, &new(Relation::Household)).await;
        assert!(matches!(refused, Err(LinkError::Store(StoreError::NotFound))), "{}", fresh.name);
    }
}

#[tokio::test]
async fn of_two_people_who_make_the_same_link_at_once_one_is_told() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (a, b) = (file(store, &KARIM).await, file(store, &AMINA).await);
        let (here, there) = (new(Relation::Employer), new(Relation::Employee));
        let (one, two) = tokio::join!(link(store, a, b, &here), link(store, b, a, &there));
        assert_eq!([&one, &two].iter().filter(|made| made.is_ok()).count(), 1, "{}: {one:?} {two:?}", fresh.name);
        assert!(matches!(one.err().or(two.err()), Some(LinkError::Known)), "{}", fresh.name);
        assert_eq!(of(store, a).await.len(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn links_follow_a_merge_and_come_back_when_it_is_undone() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIM).await);
        let (firm, wife) = (file(store, &SONELGAZ).await, file(store, &AMINA).await);
        let twin = file(store, &AMINA).await;
        for (own, linked, relation) in [
            (other, firm, Relation::Employer),
            (kept, wife, Relation::Household),
            (other, wife, Relation::Household),
            (kept, other, Relation::Household),
        ] {
            link(store, own, linked, &new(relation)).await.unwrap();
        }
        let before = (of(store, kept).await, of(store, other).await, of(store, wife).await);
        let id = join(store, kept, other, &KARIM).await;
        let both = vec![(Relation::Employer, firm), (Relation::Household, wife)];
        assert_eq!(of(store, kept).await, both, "{}: each once, and none with itself", fresh.name);
        assert_eq!(of(store, firm).await, [(Relation::Employee, kept)], "{}", fresh.name);
        assert_eq!(of(store, wife).await, [(Relation::Household, kept)], "{}", fresh.name);
        let again = link(store, kept, firm, &new(Relation::Employer)).await;
        assert!(matches!(again, Err(LinkError::Known)), "{}", fresh.name);
        // The other end is merged too: the links are those of the files that stand.
        let outer = join(store, twin, wife, &AMINA).await;
        assert_eq!(of(store, kept).await[1], (Relation::Household, twin), "{}", fresh.name);
        part(store, outer, twin, &data(&AMINA)).await;
        part(store, id, kept, &data(&KARIM)).await;
        assert_eq!((of(store, kept).await, of(store, other).await, of(store, wife).await), before, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_link_that_two_merged_files_had_is_removed_from_both() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other, wife) = (file(store, &KARIM).await, file(store, &KARIM).await, file(store, &AMINA).await);
        for own in [kept, other] {
            link(store, own, wife, &new(Relation::Household)).await.unwrap();
        }
        join(store, kept, other, &KARIM).await;
        let id = every(store.read(), SCOPE, wife).await.unwrap()[0].id;
        let change = store.begin(SCOPE).await.unwrap();
        remove(&change, wife, id).await.unwrap();
        change.commit().await.unwrap();
        assert!(of(store, kept).await.is_empty() && of(store, wife).await.is_empty(), "{}", fresh.name);
        let change = store.begin(SCOPE).await.unwrap();
        assert!(matches!(remove(&change, wife, id).await, Err(StoreError::NotFound)), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_person_who_is_erased_is_linked_with_nobody() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other, wife) = (file(store, &KARIM).await, file(store, &KARIM).await, file(store, &AMINA).await);
        link(store, other, wife, &new(Relation::Household)).await.unwrap();
        join(store, kept, other, &KARIM).await;
        let change = store.begin(SCOPE).await.unwrap();
        let nobody =
            clients::Nobody {
                given_latin: "1", family_latin: "Effacé", given_arabic: "1", family_arabic: "محذوف"
            };
        clients::erase(&change, kept, nobody).await.unwrap();
        change.record(::store::Entry::new("client.erased", "client", kept.0)).await.unwrap();
        change.commit().await.unwrap();
        assert!(of(store, wife).await.is_empty(), "{}", fresh.name);
        let rows = store.read().number("SELECT COUNT(*) FROM client_link", params![]).await.unwrap();
        assert_eq!(rows, 0, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_link_is_made_from_the_page_of_a_file_and_taken_away_again() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let (own, firm) = (file(store, &KARIM).await, file(store, &SONELGAZ).await);
        let place = format!("/clients/{}", own.0);
        assert!(site.get(&place).await.shows(&[&FR.t("links-none"), &format!("{place}/links/new")]), "{}", fresh.name);
        let to = format!("{place}/links/new?to={}", firm.0);
        for sought in ["021654321", "4321", "sonelgaz", "%D8%B3%D9%88%D9%86%D9%84%D8%BA%D8%A7%D8%B2", "org-17"] {
            let found = site.get(&format!("{place}/links/new?q={sought}")).await;
            assert!(found.shows(&[&to]), "{} {sought}\n{}", fresh.name, found.html);
        }
        let itself = site.get(&format!("{place}/links/new?q=Benali")).await;
        assert!(!itself.html.contains("?to="), "{}: the file itself is not offered", fresh.name);
        let form = site.get(&to).await;
        let once = form.hidden("once");
        let to_firm = firm.0.to_string();
        let base = [("once", once.as_str()), ("to", to_firm.as_str()), ("_page", to.as_str())];
        let links = format!("{place}/links");
        for (wrong, key) in [
            (vec![("relation", "friend")], "links-error-relation"),
            (vec![("relation", "other")], "links-error-word"),
            (vec![("relation", "employer"), ("since", "hier")], "clients-error-birth"),
            (vec![("relation", "employer"), ("since", "02/01/2026"), ("until", "01/01/2026")], "filters-error-order"),
        ] {
            let sent = with(&with(&base, &[("note", "Guichet 3")]), &wrong);
            let back = site.post(&links, &sent).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {key}", fresh.name);
            assert!(back.shows(&[&FR.t(key), "Guichet 3"]), "{} {key}\n{}", fresh.name, back.html);
        }
        let sent = with(
            &base,
            &[("relation", "contact_of"), ("since", "01/02/2020"), ("until", "01/02/2021"), ("note", "Guichet 3")],
        );
        for _twice in 0..2 {
            let made = site.post(&links, &sent).await;
            assert_eq!((made.status, made.place.as_str()), (StatusCode::SEE_OTHER, place.as_str()), "{}", fresh.name);
        }
        let page = site.get(&place).await;
        let there = format!("href=\"/clients/{}\"", firm.0);
        let shown = [there.as_str(), &FR.t("links-contact-of"), "01/02/2020", "01/02/2021", "Guichet 3"];
        assert!(page.shows(&shown) && page.shows(&[&FR.t("links-ended")]), "{}\n{}", fresh.name, page.html);
        let other = site.get(&format!("/clients/{}", firm.0)).await;
        assert!(other.shows(&[&format!("href=\"{place}\""), &FR.t("links-contact")]), "{}", fresh.name);
        let known = site.post(&links, &with(&sent, &[("once", "again")])).await;
        assert!(known.shows(&[&FR.t("links-error-known"), "Guichet 3"]), "{}\n{}", fresh.name, known.html);
        let id = every(store.read(), SCOPE, own).await.unwrap()[0].id;
        let removal = format!("{place}/links/{id}/removal");
        assert!(page.shows(&[&removal]) && site.get(&removal).await.shows(&["Sonelgaz"]), "{}", fresh.name);
        for _twice in 0..2 {
            assert_eq!(site.post(&removal, &[]).await.place, place, "{}", fresh.name);
        }
        let page = site.get(&place).await;
        assert!(page.shows(&[&FR.t("links-none"), &FR.t("links-history-removed")]), "{}\n{}", fresh.name, page.html);
        let officer = Site::new(store, "farid", Role::DataOfficer).await;
        let refused = officer.get(&format!("{place}/links/new")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_data_of_a_person_tells_their_links_without_the_names_of_others() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (own, wife) = (file(store, &KARIM).await, file(store, &AMINA).await);
        let since = Day::parse("05/07/2012").ok();
        let said = NewLink { since, note: "Mariés".to_owned(), ..new(Relation::Household) };
        link(store, own, wife, &said).await.unwrap();
        let officer = Site::new(store, "farid", Role::DataOfficer).await;
        let page = officer.get(&format!("/clients/{}/data", own.0)).await;
        assert!(page.shows(&[&FR.t("links-household"), "05/07/2012", "Mariés"]), "{}\n{}", fresh.name, page.html);
        let json: serde_json::Value =
            serde_json::from_str(&officer.get(&format!("/clients/{}/data.json", own.0)).await.html).unwrap();
        let told = &json["links"][0];
        assert_eq!(
            (told["relation"].as_str(), told["client"].as_i64(), told["since"].as_str()),
            (Some("household"), Some(wife.0), Some("2012-07-05")),
            "{}",
            fresh.name
        );
        assert!(!page.html.contains("Saadi") && !json.to_string().contains("Saadi"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_numbers_of_linked_files_are_masked_like_those_of_lists() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let agent = Site::new(store, "sofiane", Role::Agent).await;
        let change = store.begin(ELSEWHERE).await.unwrap();
        let own = clients::insert(&change, &data(&KARIM)).await.unwrap();
        let wife = clients::insert(&change, &data(&AMINA)).await.unwrap();
        add(&change, own, wife, &new(Relation::Household)).await.unwrap();
        change.commit().await.unwrap();
        let place = format!("/clients/{}", own.0);
        let id = every(store.read(), ELSEWHERE, own).await.unwrap()[0].id;
        for page in [
            place.clone(),
            format!("{place}/links"),
            format!("{place}/links/new?q=Saadi"),
            format!("{place}/links/new?to={}", wife.0),
            format!("{place}/links/{id}/removal"),
        ] {
            let shown = agent.get(&page).await;
            assert!(shown.shows(&["Saadi"]), "{} {page}\n{}", fresh.name, shown.html);
            assert!(!shown.html.contains("0661 22 33 44"), "{} {page}", fresh.name);
        }
    }
}
