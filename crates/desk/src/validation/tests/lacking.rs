//! What files lack: points of persons and of organisations, and the fields that a centre defined.

use super::*;
use crate::clients::CustomKind;
use crate::clients::tests::own::{field, owning};

/// A file of an organisation that lacks nothing.
const BAKERY: [(&str, &str); 9] = [
    ("organisation_latin", "Boulangerie El Baraka"),
    ("organisation_arabic", "مخبزة البركة"),
    ("phone", "021 65 43 21"),
    ("email", "contact@elbaraka.dz"),
    ("street", "3, cité des Pins"),
    ("wilaya", "16"),
    ("commune", "Kouba"),
    ("needs", "Trois lignes de plus"),
    ("motivations", "La fiabilité"),
];

/// A field that is asked of every file.
const CONTRACT: [(&str, &str); 7] = [
    ("fr", "Contrat"),
    ("ar", "العقد"),
    ("en", "Contract"),
    ("kind", "text"),
    ("options", ""),
    ("required", "yes"),
    ("searchable", "no"),
];

/// The points of a file: as the page counts them, and as the list of incomplete files does.
async fn points(store: &Store, id: ClientId) -> (i64, i64) {
    let client = clients::get(store.read(), SCOPE, id).await.unwrap();
    let sql = format!("SELECT CAST({} AS BIGINT) FROM client c WHERE c.id = $1", completeness::sql());
    (completeness::score(&client).into(), store.read().number(&sql, params![id.0]).await.unwrap())
}

#[tokio::test]
async fn a_person_and_an_organisation_reach_a_hundred_points_and_the_list_counts_as_the_page() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let both = with(&KARIM, &BAKERY[..2]);
        let quoted = "\"organisation_latin\":\"x\"";
        for (pairs, expected) in [
            (KARIM.to_vec(), 100),
            (with(&KARIM, &[("birth_date", "")]), 90),
            (BAKERY.to_vec(), 100),
            (with(&BAKERY, &[("birth_date", "23/11/1985")]), 100),
            (with(&BAKERY, &[("organisation_arabic", "")]), 90),
            (with(&BAKERY, &[("organisation_latin", ""), ("reference", quoted)]), 85),
            (with(&BAKERY, &[("email", ""), ("needs", "")]), 75),
            (both.clone(), 100),
            (with(&both, &[("birth_date", ""), ("motivations", "")]), 85),
        ] {
            let id = file(store, &pairs).await;
            assert_eq!(points(store, id).await, (expected, expected), "{} {pairs:?}", fresh.name);
        }
        // Half a name names nobody; only an older base holds one.
        let id = file(store, &with(&both, &[("birth_date", "")])).await;
        assert_eq!(points(store, id).await, (90, 90), "{}: a person who has an organisation", fresh.name);
        let sql = "UPDATE client SET given_latin = '', family_arabic = '' WHERE id = $1";
        store.scratch().run(sql, params![id.0]).await.unwrap();
        assert_eq!(points(store, id).await, (100, 100), "{}: the organisation alone", fresh.name);
    }
}

#[tokio::test]
async fn a_file_without_a_field_that_the_centre_requires_is_incomplete_and_the_list_names_the_field() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (now, list) = (::store::testing::MORNING, "/validation/anomalies?kind=incomplete");
        let chief = Site::new(store, "samia", Role::Trainer).await;
        let (person, bakery) = (file(store, &KARIM).await, file(store, &BAKERY).await);
        assert_eq!(wrong(store, Kind::Incomplete, now).await, [], "{}", fresh.name);
        chief.post("/clients/fields", &CONTRACT).await;
        let own = clients::custom_fields(store.read(), SCOPE).await.unwrap().0.remove(0);
        owning(store, &KARIM, &[(own.id, "AB-12")]).await;
        let found = wrong(store, Kind::Incomplete, now).await;
        let expected = [(person, "validation-incomplete"), (bakery, "validation-incomplete")];
        assert_eq!(found, expected, "{}", fresh.name);
        let page = chief.get(list).await;
        let missing = FR.with("validation-required-missing", &[("fields", "Contrat".into())]);
        assert!(page.shows(&["Benali Karim", "Boulangerie El Baraka", &missing]), "{}\n{}", fresh.name, page.html);
        chief.post(&format!("/clients/fields/{}/state", own.id), &[]).await;
        assert_eq!(wrong(store, Kind::Incomplete, now).await, [], "{}: put away, it is not asked", fresh.name);
        assert!(chief.get(list).await.shows(&[&FR.t("validation-anomalies-none")]), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_field_of_the_centre_stands_on_the_page_and_its_remark_reaches_the_agent() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (Site::new(store, "amina", Role::Trainee).await, Site::new(store, "samia", Role::Trainer).await);
        let id = file(store, &KARIM).await;
        let (record, decide) = (format!("/clients/{}", id.0), format!("/validation/{}", id.0));
        chief.post("/clients/fields", &CONTRACT).await;
        let own = clients::custom_fields(store.read(), SCOPE).await.unwrap().0[0].name();
        agent.post(&format!("{record}/submission"), &[("version", "1")]).await;
        let (place, input) = (format!("{decide}/return"), format!("remark_{own}"));
        let (page, named) = (chief.get(&decide).await, format!("name=\"{input}\""));
        let empty = FR.t("validation-empty-required");
        assert!(page.shows(&[&named, ">Contrat</label>", &empty]), "{}\n{}", fresh.name, page.html);
        let long = "é".repeat(301);
        let back = chief.post(&place, &[("version", "1"), (&input, &long)]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(back.shows(&[&format!("href=\"#f-{input}\""), &long]), "{}\n{}", fresh.name, back.html);
        let back = chief.post(&place, &[("version", "1"), (&input, "Demander le numéro")]).await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/validation"), "{}", back.html);
        let lines = journal_of(store.read(), SCOPE, "client", id.0, None, 1).await.unwrap();
        assert_eq!(lines[0].json()["remarks"][&own], "Demander le numéro", "{}", fresh.name);
        let page = agent.get(&record).await;
        let told = format!("/edit#f-{own}\">Contrat</a> <bdi>Demander le numéro</bdi>");
        assert!(page.shows(&[&told]), "{}\n{}", fresh.name, page.html);
        let (form, told) = (agent.get(&format!("{record}/edit")).await, format!("id=\"f-{own}-remark\""));
        assert!(form.shows(&[&told, "Demander le numéro"]), "{}\n{}", fresh.name, form.html);
        let filled = [("version", "1"), ("language", "fr"), ("status", "active"), (own.as_str(), "AB-12")];
        let saved = agent.post(&format!("{record}/edit"), &with(&KARIM, &filled)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, saved.html);
        agent.post(&format!("{record}/submission"), &[("version", "2")]).await;
        let page = chief.get(&decide).await;
        let (value, before) = (">AB-12</bdi>", format!("id=\"f-{input}-before\""));
        assert!(page.shows(&[value, &before, "Demander le numéro"]), "{}\n{}", fresh.name, page.html);
    }
}

#[tokio::test]
async fn a_field_that_was_put_away_stands_there_only_while_it_has_a_value_or_a_remark() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (Site::new(store, "amina", Role::Trainee).await, Site::new(store, "samia", Role::Trainer).await);
        let offer = "Fibre\tFibre optique\tألياف\tFibre\nMobile\tMobile\tنقال\tMobile";
        let own = field(store, CustomKind::Choice, "Offre", offer).await;
        let (held, empty) = (owning(store, &KARIM, &[(own, "Fibre")]).await, file(store, &BAKERY).await);
        chief.post(&format!("/clients/fields/{own}/state"), &[]).await;
        for id in [held, empty] {
            agent.post(&format!("/clients/{}/submission", id.0), &[("version", "1")]).await;
        }
        let input = format!("remark_x_{own}");
        let page = chief.get(&format!("/validation/{}", held.0)).await;
        assert!(page.shows(&[&input, ">Offre</label>", ">Fibre optique</bdi>"]), "{}\n{}", fresh.name, page.html);
        let place = format!("/validation/{}", empty.0);
        assert!(!chief.get(&place).await.html.contains(&input), "{}", fresh.name);
        chief.type_in(&place, &[(&input, "Laquelle ?")]).await;
        assert!(chief.get(&place).await.shows(&[&input, "value=\"Laquelle ?\""]), "{}", fresh.name);
    }
}
