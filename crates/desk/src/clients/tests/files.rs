//! Files without their pages: finding, correcting, history, centres.

use ::store::{Sql, StoreError, journal_of, journal_since, params};

use super::*;

async fn found(store: &Store, query: &str) -> Vec<(ClientId, &'static str)> {
    let found = search(store.read(), SCOPE, query).await.unwrap();
    found.into_iter().map(|one| (one.client.id, one.reason)).collect()
}

#[tokio::test]
async fn a_file_is_found_by_its_number_in_any_form() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &with(&KARIM, &[("phone2", "021 65 43 21")])).await;
        file(&fresh.store, &[("given_latin", "Amina"), ("family_latin", "Saadi"), ("phone", "0661 12 34 57")]).await;
        for typed in ["0550123456", "+213 550 12 34 56", "00213550123456", "٠٥٥٠ ١٢ ٣٤ ٥٦", "021-65-43-21"] {
            assert_eq!(found(&fresh.store, typed).await, [(id, "clients-found-number")], "{} {typed}", fresh.name);
        }
        assert_eq!(by_phone(fresh.store.read(), SCOPE, "+213550123456").await.unwrap()[0].id, id);
        for typed in ["456", "3456", "12 34 56", "٣٤٥٦"] {
            assert_eq!(found(&fresh.store, typed).await, [(id, "clients-found-end")], "{} {typed}", fresh.name);
        }
        assert_eq!(found(&fresh.store, "0550 12").await, [(id, "clients-found-start")], "{}", fresh.name);
        for typed in ["56", "0550999999", "9999", ""] {
            assert_eq!(found(&fresh.store, typed).await, [], "{} {typed}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_name_in_one_script_finds_the_file_written_in_the_other() {
    for fresh in fresh().await {
        let arabic = file(&fresh.store, &[("given_arabic", "خديجة"), ("family_arabic", "بوزيد")]).await;
        let latin = file(&fresh.store, &[("given_latin", "Abdelkader"), ("family_latin", "Haddad")]).await;
        let both = file(&fresh.store, &KARIM).await;
        for (typed, id) in [
            ("Khadidja Bouzid", arabic),
            ("bouzid", arabic),
            ("Bouzid Khadija", arabic),
            ("خديجه بوزيد", arabic),
            ("عبد القادر حداد", latin),
            ("حداد", latin),
            ("Abdelkader Hadad", latin),
            ("Ben Ali Karim", both),
            ("بنعلي كريم", both),
            ("karim ben", both),
        ] {
            let found = found(&fresh.store, typed).await;
            assert_eq!(found.first().map(|(id, _)| *id), Some(id), "{} {typed}: {found:?}", fresh.name);
        }
        assert_eq!(found(&fresh.store, "Karim Benali").await, [(both, "clients-found-name")], "{}", fresh.name);
        assert_eq!(found(&fresh.store, "Zerrouki").await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_right_person_comes_first_among_hundreds() {
    for fresh in fresh().await {
        let people: Vec<_> = generator::people(7, 600).filter_map(|person| ClientData::generated(&person)).collect();
        assert_eq!(people.len(), 600);
        let (sought, wanted) = (people[321].name.clone().unwrap(), people[321].phones[0].e164().to_owned());
        let change = fresh.store.begin(SCOPE).await.unwrap();
        seed(&change, people).await.unwrap();
        change.commit().await.unwrap();
        let script = [names::Script::Latin, names::Script::Arabic].into_iter().find_map(|script| sought.full(script));
        let found = search(fresh.store.read(), SCOPE, &script.unwrap()).await.unwrap();
        assert!(found.iter().take(3).any(|one| one.client.phones == [wanted.clone()]), "{} {found:?}", fresh.name);
        assert!(found.len() <= 20);
    }
}

#[tokio::test]
async fn an_e_mail_address_finds_its_file() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        assert_eq!(
            found(&fresh.store, " Karim.Benali@EXAMPLE.com ").await,
            [(id, "clients-found-email")],
            "{}",
            fresh.name
        );
        assert_eq!(found(&fresh.store, "karim.benali@gmial.com").await, [(id, "clients-found-email-alike")]);
        assert_eq!(found(&fresh.store, "amina@example.com").await, []);
    }
}

#[tokio::test]
async fn another_centre_sees_nothing_of_a_file() {
    for fresh in fresh().await {
        let (id, read) = (file(&fresh.store, &KARIM).await, fresh.store.read());
        assert!(matches!(get(read, ELSEWHERE, id).await, Err(StoreError::NotFound)), "{}", fresh.name);
        assert!(by_phone(read, ELSEWHERE, "+213550123456").await.unwrap().is_empty());
        for typed in ["0550123456", "3456", "0550 12", "Benali", "karim.benali@example.com"] {
            assert!(search(read, ELSEWHERE, typed).await.unwrap().is_empty(), "{} {typed}", fresh.name);
        }
        assert!(listed(read, ELSEWHERE, &Filter::default(), None).await.rows.is_empty());
        assert!(recent_history(read, ELSEWHERE, id).await.unwrap().is_empty());
        assert!(history(read, ELSEWHERE, id, None).await.unwrap().rows.is_empty());
        let change = fresh.store.begin(ELSEWHERE).await.unwrap();
        assert!(matches!(update(&change, id, 1, &data(&KARIM)).await, Err(StoreError::NotFound)), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_correction_keeps_the_old_and_new_values_of_what_changed_and_nothing_else() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let corrected = with(&KARIM, &[("phone", "0661 22 33 44"), ("commune", "Hydra"), ("status", "dormant")]);
        change_file(&fresh.store, id, 1, &corrected).await.unwrap();
        let lines = journal_of(fresh.store.read(), SCOPE, "client", id.0, None, 10).await.unwrap();
        assert_eq!(
            lines.iter().map(|line| line.verb.as_str()).collect::<Vec<_>>(),
            ["client.updated", "client.created"]
        );
        let detail = lines[0].json();
        assert_eq!(
            detail["old"],
            serde_json::json!({"phone": "+213550123456", "commune": "Kouba", "status": "active"})
        );
        assert_eq!(
            detail["new"],
            serde_json::json!({"phone": "+213661223344", "commune": "Hydra", "status": "dormant"})
        );
        assert_eq!(lines[1].json()["new"]["birth_date"], "1985-11-23");
        assert!(lines[1].json()["new"].get("phone2").is_none());
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!(
            (client.version, client.phones, client.status),
            (2, vec!["+213661223344".to_owned()], super::super::Status::Dormant)
        );
        assert_eq!(found(&fresh.store, "0550123456").await, [], "{}: the old number", fresh.name);
        assert_eq!(found(&fresh.store, "3344").await, [(id, "clients-found-end")], "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_second_of_two_editors_is_told_and_overwrites_nothing() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        change_file(&fresh.store, id, 1, &with(&KARIM, &[("notes", "Rappeler lundi")])).await.unwrap();
        let second = change_file(&fresh.store, id, 1, &with(&KARIM, &[("notes", "Rappeler mardi")])).await;
        assert!(matches!(second, Err(StoreError::Stale)), "{}", fresh.name);
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!((client.notes.as_str(), client.version), ("Rappeler lundi", 2), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_save_that_changes_nothing_is_recorded_and_leaves_the_version() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        change_file(&fresh.store, id, 1, &KARIM).await.unwrap();
        assert_eq!(get(fresh.store.read(), SCOPE, id).await.unwrap().version, 1, "{}", fresh.name);
        let lines = recent_history(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!((lines.len(), lines[0].changed().len()), (2, 0), "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_is_missing_is_told_most_urgent_first() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        assert!(get(fresh.store.read(), SCOPE, id).await.unwrap().missing().is_empty(), "{}", fresh.name);
        let bare = file(&fresh.store, &[("given_arabic", "أمينة"), ("family_arabic", "سعدي"), ("wilaya", "31")]).await;
        let bare = get(fresh.store.read(), SCOPE, bare).await.unwrap();
        let expected = [
            ("clients-phone", "phone"),
            ("clients-birth-date", "birth_date"),
            ("clients-address", "commune"),
            ("clients-needs", "needs"),
            ("clients-motivations", "motivations"),
            ("clients-email", "email"),
            ("clients-name-latin", "given_latin"),
        ];
        assert_eq!(bare.missing_fields(), expected, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_name_is_read_in_the_preferred_script_and_else_in_the_other() {
    for fresh in fresh().await {
        let both = get(fresh.store.read(), SCOPE, file(&fresh.store, &KARIM).await).await.unwrap();
        assert_eq!(
            (both.name(Script::Latin).as_str(), both.other_name(Script::Latin).as_deref()),
            ("Karim Benali", Some("كريم بن علي"))
        );
        assert_eq!(both.filed_name(Script::Arabic), "بن علي كريم");
        let latin =
            file(&fresh.store, &[("given_latin", "Amina"), ("family_latin", "Saadi"), ("given_arabic", "أمينة")]).await;
        let latin = get(fresh.store.read(), SCOPE, latin).await.unwrap();
        assert_eq!(
            (latin.name(Script::Arabic).as_str(), latin.other_name(Script::Arabic)),
            ("Amina Saadi", None),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_seed_of_two_thousand_files_is_one_line_of_the_journal() {
    for fresh in fresh().await {
        let people: Vec<_> =
            generator::people(1803, 2_000).filter_map(|person| ClientData::generated(&person)).collect();
        let expected = people[1_999].clone();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        seed(&change, people).await.unwrap();
        change.commit().await.unwrap();
        let lines = journal_since(fresh.store.read(), SCOPE, 0, 10).await.unwrap();
        assert_eq!(lines.len(), 1, "{}", fresh.name);
        assert_eq!((lines[0].verb.as_str(), lines[0].json()["count"].as_i64()), ("clients.seeded", Some(2_000)));
        let count = fresh
            .store
            .read()
            .number("SELECT COUNT(*) FROM client WHERE centre_id = $1", params![SCOPE.centre.0])
            .await;
        assert_eq!(count.unwrap(), 2_000, "{}", fresh.name);
        let last = by_phone(fresh.store.read(), SCOPE, expected.phones[0].e164()).await.unwrap().remove(0);
        assert_eq!(last.values(), expected.filed(last.id, 1, MORNING, MORNING).values(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_list_goes_on_page_by_page_without_losing_a_file() {
    for fresh in fresh().await {
        let people = generator::people(3, 45).filter_map(|person| ClientData::generated(&person)).collect();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        seed(&change, people).await.unwrap();
        change.commit().await.unwrap();
        let (mut seen, mut before) = (vec![], None);
        loop {
            let page = listed(fresh.store.read(), SCOPE, &Filter::default(), before.as_ref()).await;
            seen.extend(page.rows.iter().map(|client| client.id));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert!(seen.len() == 45 && seen.is_sorted_by(|one, next| one > next), "{} {seen:?}", fresh.name);
    }
}
