//! The pages: making, opening, correcting, finding.

use ::store::journal_of;

use super::*;

/// What a browser sends for a new file.
fn new_file<'a>(page: &Back, once: &'a str) -> Vec<(&'a str, &'a str)> {
    assert_eq!(page.status, StatusCode::OK);
    with(&KARIM, &[("language", "ar"), ("status", "new"), ("once", once), ("_page", "/clients/new")])
}

#[tokio::test]
async fn a_file_is_made_opened_and_both_are_in_the_journal() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let blank = site.get("/clients/new").await;
        let once = blank.hidden("once");
        let made = site.post("/clients", &new_file(&blank, &once)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let page = site.get(&made.place).await;
        assert!(
            page.shows(&[
                ">Karim Benali</h1>",
                "<bdi lang=\"ar\">كريم بن علي</bdi>",
                "<bdi dir=\"ltr\">0550 12 34 56</bdi>",
                "<bdi dir=\"ltr\">23/11/1985</bdi>",
                "Kouba",
                "Alger (16)",
                &FR.t("clients-status-new"),
                &FR.t("clients-history-created"),
                "<bdi>Mme nadia</bdi>",
                &FR.t("clients-saved"),
            ]),
            "{}\n{}",
            fresh.name,
            page.html
        );
        assert!(!page.html.contains(&*FR.t("clients-missing")), "{}", fresh.name);
        let id = made.place.rsplit('/').next().unwrap().parse().unwrap();
        let lines = journal_of(fresh.store.read(), SCOPE, "client", id, None, 10).await.unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.verb.as_str(), line.actor_id.is_some())).collect();
        assert_eq!(told, [("client.opened", true), ("client.created", true)], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_post_replayed_makes_one_file_and_leads_to_it() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let blank = site.get("/clients/new").await;
        let once = blank.hidden("once");
        let first = site.post("/clients", &new_file(&blank, &once)).await;
        let second = site.post("/clients", &new_file(&blank, &once)).await;
        assert_eq!((second.status, &second.place), (StatusCode::SEE_OTHER, &first.place), "{}", fresh.name);
        assert_eq!(by_phone(fresh.store.read(), SCOPE, "+213550123456").await.unwrap().len(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_is_missing_stands_first_and_leads_to_its_field() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let id = file(&fresh.store, &[("given_latin", "Amina"), ("family_latin", "Saadi")]).await;
        let page = site.get(&format!("/clients/{}", id.0)).await;
        assert!(
            page.shows(&[&format!("href=\"/clients/{}/edit#f-phone\"", id.0), &FR.t("clients-missing")]),
            "{}",
            page.html
        );
        let (gap, facts) = (page.html.find("class=\"missing\""), page.html.find("class=\"facts\""));
        assert!(gap.is_some() && gap < facts, "{}", fresh.name);
    }
}

#[tokio::test]
async fn two_editors_lose_nothing_and_undo_nothing_unseen() {
    for fresh in fresh().await {
        let nadia = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let samir = Site::new(&fresh.store, "samir", Role::Trainer).await;
        let id = file(&fresh.store, &KARIM).await;
        let edit = format!("/clients/{}/edit", id.0);
        let version = nadia.get(&edit).await.hidden("version");
        let base = with(&KARIM, &[("language", "fr"), ("status", "active"), ("version", &version)]);
        let hers = with(&base, &[("notes", "Rappeler lundi"), ("email", "k.benali@example.com")]);
        assert_eq!(nadia.post(&edit, &hers).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let his = with(&base, &[("notes", "Rappeler mardi"), ("needs", "Une facture claire")]);
        let told = samir.post(&edit, &his).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(
            told.shows(&[
                "Rappeler lundi",
                "Rappeler mardi</textarea>",
                "Une facture claire</textarea>",
                "Mme nadia",
                "23/11/2026 09:00",
                "value=\"k.benali@example.com\"",
                &FR.t("clients-stale-kept"),
                &FR.t("clients-stale-taken"),
            ]),
            "{}\n{}",
            fresh.name,
            told.html
        );
        assert_eq!(told.hidden("version"), "2", "{}", fresh.name);
        let again = with(&his, &[("version", "2"), ("email", "k.benali@example.com")]);
        assert_eq!(samir.post(&edit, &again).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        let held = (client.notes.as_str(), client.needs.as_str(), client.email.as_str(), client.version);
        assert_eq!(held, ("Rappeler mardi", "Une facture claire", "k.benali@example.com", 3), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_history_tells_who_changed_what_newest_first() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let id = file(&fresh.store, &KARIM).await;
        let edit = format!("/clients/{}/edit", id.0);
        let corrected = with(
            &KARIM,
            &[("language", "fr"), ("status", "active"), ("version", "1"), ("phone", "0661223344"), ("needs", "Rien")],
        );
        assert_eq!(site.post(&edit, &corrected).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        for address in [format!("/clients/{}", id.0), format!("/clients/{}/history", id.0)] {
            let page = site.get(&address).await;
            let changed = page.html.find("Modifié\u{a0}: téléphone, besoins <bdi>Mme nadia</bdi>");
            assert!(
                changed.is_some() && changed < page.html.find(&*FR.t("clients-history-created")),
                "{}\n{}",
                fresh.name,
                page.html
            );
        }
    }
}

#[tokio::test]
async fn a_closed_browser_loses_nothing_that_was_typed() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let once = site.get("/clients/new").await.hidden("once");
        site.type_in(
            "/clients/new",
            &[("given_latin", "Amina"), ("phone", "0550 12"), ("once", &once), ("status", "lost")],
        )
        .await;
        let back = site.get("/clients/new").await;
        assert!(
            back.shows(&["value=\"Amina\"", "value=\"0550 12\"", "value=\"lost\" selected", "id=\"restored\""]),
            "{}",
            fresh.name
        );
        assert_eq!(back.hidden("once"), once, "{}: the same form goes on", fresh.name);
        let made = site.post("/clients", &new_file(&back, &once)).await;
        site.type_in("/clients/new", &[("given_latin", "Amina"), ("once", &once)]).await;
        let next = site.get("/clients/new").await;
        assert!(
            !next.html.contains("Amina") && next.hidden("once") != once,
            "{}: a form that was sent is no draft",
            fresh.name
        );
        let edit = format!("{}/edit", made.place);
        site.type_in(
            &edit,
            &with(&KARIM, &[("language", "ar"), ("status", "new"), ("version", "1"), ("notes", "À rappeler")]),
        )
        .await;
        let back = site.get(&edit).await;
        assert!(back.shows(&["À rappeler</textarea>", "id=\"restored\""]), "{}", fresh.name);
        site.type_in(&edit, &with(&KARIM, &[("language", "ar"), ("status", "new"), ("version", "1")])).await;
        assert!(
            !site.get(&edit).await.html.contains("id=\"restored\""),
            "{}: what the file holds already is no draft",
            fresh.name
        );
    }
}

#[tokio::test]
async fn the_drafts_of_two_callers_are_kept_apart() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let first = site.get("/clients/new?phone=%2B213550123456&return=/desk").await;
        assert!(
            first.shows(&[
                "value=\"0550 12 34 56\"",
                "data-draft=\"/clients/new?phone=%2B213550123456&#38;return=/desk\""
            ]),
            "{}",
            first.html
        );
        site.type_in("/clients/new?phone=%2B213550123456&return=/desk", &[("given_latin", "Amina")]).await;
        assert!(site.get("/clients/new?phone=%2B213550123456&return=/desk").await.shows(&["value=\"Amina\""]));
        let second = site.get("/clients/new?phone=%2B213661223344&return=/desk").await;
        assert!(second.shows(&["value=\"0661 22 33 44\""]) && !second.html.contains("Amina"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_desk_gets_its_agent_back_and_no_other_site_does() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let blank = site.get("/clients/new?return=/desk").await;
        assert_eq!(blank.hidden("return"), "/desk", "{}", fresh.name);
        for (asked, led) in [("/desk", "/desk"), ("//evil.example", "/clients/"), ("https://evil.example", "/clients/")]
        {
            let made = site
                .post("/clients", &with(&new_file(&blank, ""), &[("return", asked), ("duplicates_seen", "yes")]))
                .await;
            assert!(
                made.status == StatusCode::SEE_OTHER && made.place.starts_with(led),
                "{} {asked} {}",
                fresh.name,
                made.place
            );
        }
        assert_eq!(site.get("/clients/new?return=//evil.example").await.hidden("return"), "", "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_list_says_what_will_stand_there_and_the_search_why_a_file_does() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        assert!(site.get("/clients").await.shows(&[&FR.t("clients-none"), "href=\"/clients/new\""]), "{}", fresh.name);
        let id = file(&fresh.store, &KARIM).await;
        let link = format!("<a href=\"/clients/{}\"><bdi>Benali Karim</bdi></a>", id.0);
        assert!(site.get("/clients").await.shows(&[&link, &FR.t("clients-status-active")]), "{}", fresh.name);
        assert!(
            site.get("/clients?q=3456").await.shows(&[&link, &FR.t("clients-found-end"), "1 fiche trouvée"]),
            "{}",
            fresh.name
        );
        let arabic = body_of(&[("q", "بن علي")]);
        assert!(site.get(&format!("/clients?{arabic}")).await.shows(&[&link]), "{}", fresh.name);
        assert!(!site.get("/clients?status=lost").await.html.contains(&link), "{}", fresh.name);
        let none = site.get("/clients?q=%3Cb%3EZerrouki").await;
        assert!(none.shows(&["&lt;b&gt;Zerrouki"]) || none.shows(&["&#60;b&#62;Zerrouki"]), "{}", none.html);
        assert!(!none.html.contains("<b>Zerrouki"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_file_of_another_centre_or_of_nobody_is_not_there_and_an_administrator_is_refused() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let agent = Site::new(&fresh.store, "rachid", Role::Agent).await;
        let edit = format!("/clients/{}/edit", id.0);
        for address in [
            &format!("/clients/{}", id.0),
            &edit,
            &format!("/clients/{}/history", id.0),
            "/clients/999999",
            "/clients/x",
        ] {
            assert_eq!(agent.get(address).await.status, StatusCode::NOT_FOUND, "{} {address}", fresh.name);
        }
        let sent = with(&KARIM, &[("language", "fr"), ("status", "lost"), ("version", "1")]);
        assert_eq!(agent.post(&edit, &sent).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        let admin = Site::new(&fresh.store, "admin", Role::Administrator).await;
        for address in ["/clients", "/clients/new", &format!("/clients/{}", id.0)] {
            assert_eq!(admin.get(address).await.status, StatusCode::FORBIDDEN, "{} {address}", fresh.name);
        }
        assert_eq!(admin.post("/clients", &sent).await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        assert!(admin.web.store.read().ping().await.is_ok());
    }
}
