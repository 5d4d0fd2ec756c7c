//! What the history says of values, and the way back to one.

use ::store::{Sql, params};

use super::own::{field, owning};
use super::*;
use crate::merge::{Side, merge};

const AR: Talk = Talk { lang: Lang::Ar, short: false };

/// What a form holds besides its text fields.
const CHOSEN: [(&str, &str); 2] = [("language", "fr"), ("status", "active")];

/// The words of a page, without its tags.
fn words(page: &Back) -> String {
    let plain: String = page.html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn edit(id: ClientId) -> String {
    format!("/clients/{}/edit", id.0)
}

fn past(id: ClientId) -> String {
    format!("/clients/{}/history", id.0)
}

/// The number of the newest line of a file.
async fn newest(store: &Store, scope: Scope, id: ClientId) -> i64 {
    history(store.read(), scope, id, None).await.unwrap().rows[0].id
}

/// Notes that a person was erased, as the law room does.
async fn erased(store: &Store, id: ClientId) {
    let sql = "INSERT INTO law_erasure (centre_id, client_id, request_id, at, actor_id)
        VALUES ($1, $2, NULL, $3, NULL)";
    store.scratch().run(sql, params![SCOPE.centre.0, id.0, MORNING.0]).await.unwrap();
}

#[tokio::test]
async fn the_history_says_what_each_field_held_before_and_after_in_the_words_of_the_reader() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let offer = "Fibre\tFibre optique\tألياف\tFibre\nMobile\tMobile\tنقال\tMobile";
        let sold = field(store, CustomKind::Choice, "Offre", offer).await;
        let since = field(store, CustomKind::Date, "Contrat", "").await;
        let id = owning(store, &KARIM, &[(sold, "Fibre"), (since, "02/01/2026")]).await;
        let (sold, since) = (format!("x_{sold}"), format!("x_{since}"));
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let corrected = [
            ("version", "1"),
            ("status", "dormant"),
            ("given_arabic", "كمال"),
            ("phone", "0661 22 33 44"),
            ("wilaya", "31"),
            ("commune", "Oran"),
            ("needs", ""),
            ("notes", "Rappeler lundi\nou mardi"),
            (sold.as_str(), "Mobile"),
            (since.as_str(), "03/01/2026"),
        ];
        let sent = with(&with(&KARIM, &CHOSEN), &corrected);
        assert_eq!(site.post(&edit(id), &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let page = site.get(&past(id)).await;
        let told = words(&page);
        for expected in [
            "Prénom (lettres arabes) Avant كريم Après كمال",
            "Téléphone Avant 0550 12 34 56 Après 0661 22 33 44",
            "Wilaya Avant Alger Après Oran",
            "Commune Avant Kouba Après Oran",
            "Statut Avant Client actif Après Client dormant",
            "Besoins Avant Connexion plus rapide Après Vide",
            "Notes Avant Vide Après Rappeler lundi",
            "Offre Avant Fibre optique Après Mobile",
            "Contrat Avant 02/01/2026 Après 03/01/2026",
        ] {
            assert!(told.contains(expected), "{}: {expected}\n{told}", fresh.name);
        }
        let marked = [
            "<bdi lang=\"ar\">كريم</bdi>",
            "<bdi dir=\"ltr\">0550 12 34 56</bdi>",
            "<bdi>Rappeler lundi</bdi><br><bdi>ou mardi</bdi>",
        ];
        assert!(page.shows(&marked), "{}\n{}", fresh.name, page.html);
        let short = site.get(&format!("/clients/{}", id.0)).await;
        assert!(!short.html.contains("0550 12 34 56"), "{}: the file names the fields only", fresh.name);
        let reader = Site::new(store, "samir", Role::Trainer).await;
        let arabic = [
            ("language", "ar"),
            ("theme", "system"),
            ("text_size", "100"),
            ("script", "arabic"),
            ("ear", "both"),
            ("milestones", "0"),
            ("time_factor", "1"),
        ];
        assert_eq!(reader.post("/preferences", &arabic).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let page = reader.get(&past(id)).await;
        let told = words(&page);
        assert!(page.shows(&["<html lang=\"ar\" dir=\"rtl\"", &AR.t("clients-put-back-all")]), "{}", page.html);
        for (name, before, after) in [
            (AR.t("clients-phone").into_owned(), "0550 12 34 56", "0661 22 33 44"),
            (AR.t("clients-wilaya").into_owned(), wilaya_name(16, Lang::Ar), wilaya_name(31, Lang::Ar)),
            (AR.t("clients-commune").into_owned(), "القبة", "وهران"),
            ("Offre".to_owned(), "ألياف", "نقال"),
        ] {
            let expected = format!("{name} قبل {before} بعد {after}");
            assert!(told.contains(&expected), "{}: {expected}\n{told}", fresh.name);
        }
        let line = newest(store, SCOPE, id).await;
        let form = reader.get(&format!("{}?put_back={line}&field=commune", edit(id))).await;
        assert!(form.shows(&["value=\"القبة\"", "<option value=\"16\" selected>"]), "{}\n{}", fresh.name, form.html);
    }
}

#[tokio::test]
async fn an_earlier_value_fills_the_form_and_is_the_files_again_once_a_person_saves_it() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let id = file(store, &KARIM).await;
        let corrected =
            [("phone", "0661 22 33 44"), ("birth_date", "24/11/1985"), ("wilaya", "31"), ("commune", "Oran")];
        let now = with(&with(&KARIM, &CHOSEN), &corrected);
        let sent = with(&now, &[("version", "1")]);
        assert_eq!(site.post(&edit(id), &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let line = newest(store, SCOPE, id).await;
        let all = format!("{}?put_back={line}", edit(id));
        let place = format!("{all}&field=phone");
        let page = site.get(&past(id)).await;
        let (one, whole) = (format!("href=\"{}\"", place.replace('&', "&#38;")), format!("href=\"{all}\""));
        assert!(page.shows(&[&one, &whole, &FR.t("clients-put-back")]), "{}\n{}", fresh.name, page.html);
        let form = site.get(&place).await;
        let told = FR.with("clients-put-back-told", &[("fields", "téléphone".into())]);
        let expected = ["value=\"0550 12 34 56\"", "<bdi dir=\"ltr\">0661 22 33 44</bdi>", "value=\"24/11/1985\""];
        assert!(form.shows(&expected) && form.shows(&[&told]), "{}\n{}", fresh.name, form.html);
        let client = get(store.read(), SCOPE, id).await.unwrap();
        assert_eq!(client.phones, ["+213661223344"], "{}: nothing is saved yet", fresh.name);
        let version = form.hidden("version");
        let sent = with(&now, &[("version", &version), ("phone", "0550 12 34 56"), ("_page", &place)]);
        assert_eq!(site.post(&edit(id), &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let client = get(store.read(), SCOPE, id).await.unwrap();
        assert_eq!((client.phones, client.version), (vec!["+213550123456".to_owned()], 3), "{}", fresh.name);
        let lines = history(store.read(), SCOPE, id, None).await.unwrap().rows;
        assert_eq!((lines.len(), lines[0].changed()), (3, vec!["phone".to_owned()]), "{}", fresh.name);
        // What stands there already is not offered again.
        let page = site.get(&past(id)).await;
        assert!(page.shows(&[&whole]) && !page.html.contains(&one), "{}\n{}", fresh.name, page.html);
        assert!(site.get(&place).await.shows(&[&FR.t("clients-put-back-none")]), "{}", fresh.name);
        let form = site.get(&all).await;
        let told = FR.with("clients-put-back-told", &[("fields", "date de naissance, wilaya, commune".into())]);
        let expected = ["value=\"23/11/1985\"", "<option value=\"16\" selected>", "value=\"Kouba\""];
        assert!(form.shows(&expected) && form.shows(&[&told]), "{}\n{}", fresh.name, form.html);
        // What is typed over it comes back, and is not taken for what the history says.
        let typed = with(&now, &[("version", "3"), ("birth_date", "25/11/1985"), ("phone", "0550 12 34 56")]);
        site.type_in(&all, &typed).await;
        let form = site.get(&all).await;
        assert!(form.shows(&["value=\"25/11/1985\"", "id=\"restored\""]), "{}\n{}", fresh.name, form.html);
        assert!(!form.html.contains("id=\"put-back\""), "{}", fresh.name);
        assert!(!site.get(&edit(id)).await.html.contains("id=\"restored\""), "{}: the form has its own", fresh.name);
    }
}

#[tokio::test]
async fn a_masked_value_stays_masked_in_the_history_and_is_not_put_back_unseen() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let agent = Site::new(store, "sofiane", Role::Agent).await;
        let change = store.begin(ELSEWHERE).await.unwrap();
        let id = insert(&change, &data(&KARIM)).await.unwrap();
        let corrected = [("phone", "0661 22 33 44"), ("email", "k@example.com"), ("notes", "Rappeler lundi")];
        update(&change, id, 1, &data(&with(&KARIM, &corrected))).await.unwrap();
        change.commit().await.unwrap();
        let page = agent.get(&past(id)).await;
        let told = words(&page);
        for expected in [
            "Téléphone Avant finit par 56 Après finit par 44",
            "E-mail Avant masqué Après masqué",
            "Notes Avant Vide Après Rappeler lundi",
        ] {
            assert!(told.contains(expected), "{}: {expected}\n{told}", fresh.name);
        }
        let hidden = ["0550 12 34 56", "0661 22 33 44", "karim.benali@", "k@example.com", "field=phone", "field=email"];
        for secret in hidden {
            assert!(!page.html.contains(secret), "{}: {secret}", fresh.name);
        }
        let line = newest(store, ELSEWHERE, id).await;
        let all = format!("{}?put_back={line}", edit(id));
        let notes = format!("put_back={line}&#38;field=notes");
        assert!(page.shows(&[&notes, &FR.t("law-unmask")]), "{}\n{}", fresh.name, page.html);
        assert!(!page.html.contains(&*FR.t("clients-put-back-all")), "{}\n{}", fresh.name, page.html);
        for place in [&all, &format!("{all}&field=phone")] {
            let refused = agent.get(place).await;
            assert_eq!(refused.status, StatusCode::CONFLICT, "{} {place}", fresh.name);
            assert!(refused.shows(&[&FR.t("clients-put-back-masked")]), "{}\n{}", fresh.name, refused.html);
        }
        let unmasking = format!("/clients/{}/unmasking", id.0);
        let asked = agent.get(&format!("{all}&field=notes")).await;
        assert!(asked.place.starts_with(&unmasking), "{}: {}", fresh.name, asked.place);
        agent.post(&unmasking, &[("once", "a"), ("reason", "correction")]).await;
        assert!(words(&agent.get(&past(id)).await).contains("Téléphone Avant 0550 12 34 56"), "{}", fresh.name);
        let form = agent.get(&all).await;
        assert!(form.shows(&["value=\"0550 12 34 56\"", "value=\"karim.benali@example.com\""]), "{}", form.html);
    }
}

#[tokio::test]
async fn only_a_change_of_this_file_is_put_back_and_only_what_its_form_takes() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let offer = field(store, CustomKind::Text, "Offre", "").await;
        let id = owning(store, &with(&KARIM, &[("status", "prospect")]), &[(offer, "Fibre")]).await;
        let made = newest(store, SCOPE, id).await;
        let other = file(store, &KARIM).await;
        change_file(store, other, 1, &with(&KARIM, &[("needs", "Rien")])).await.unwrap();
        let theirs = newest(store, SCOPE, other).await;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let own = format!("x_{offer}");
        let sent = with(&with(&KARIM, &CHOSEN), &[("version", "1"), ("needs", "Rien"), (own.as_str(), "Mobile")]);
        assert_eq!(site.post(&edit(id), &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let line = newest(store, SCOPE, id).await;
        for asked in [
            format!("put_back={theirs}"),
            format!("put_back={theirs}&field=needs"),
            format!("put_back={made}"),
            format!("put_back={line}&field=email"),
            "put_back=999999".to_owned(),
            "put_back=x".to_owned(),
        ] {
            let page = site.get(&format!("{}?{asked}", edit(id))).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{} {asked}", fresh.name);
        }
        let agent = Site::new(store, "rachid", Role::Agent).await;
        let place = format!("{}?put_back={line}", edit(id));
        assert_eq!(agent.get(&place).await.status, StatusCode::NOT_FOUND, "{}: another centre", fresh.name);
        let officer = Site::new(store, "farid", Role::DataOfficer).await;
        let page = officer.get(&past(id)).await;
        assert!(words(&page).contains("Offre Avant Fibre Après Mobile"), "{}\n{}", fresh.name, page.html);
        assert!(!page.html.contains("put_back"), "{}: who may not write is offered nothing", fresh.name);
        assert_eq!(officer.get(&place).await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        // A client who has bought is no prospect again, and a field that was put away is asked no more.
        let chief = Site::new(store, "samia", Role::Trainer).await;
        chief.post(&format!("/clients/fields/{offer}/state"), &[]).await;
        let page = site.get(&past(id)).await;
        assert!(page.shows(&["field=needs"]), "{}\n{}", fresh.name, page.html);
        for field in ["field=status".to_owned(), format!("field={own}")] {
            assert!(!page.html.contains(&field), "{} {field}", fresh.name);
        }
    }
}

#[tokio::test]
async fn nothing_of_an_erased_person_comes_back_through_the_history() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let (kept, other) =
            (file(store, &KARIM).await, file(store, &with(&KARIM, &[("phone", "0661 22 33 44")])).await);
        change_file(store, other, 1, &with(&KARIM, &[("phone", "0770 12 34 58")])).await.unwrap();
        let side = async |id: ClientId| Side::of(&get(store.read(), SCOPE, id).await.unwrap());
        let (winner, loser) = (side(kept).await, side(other).await);
        let change = store.begin(SCOPE).await.unwrap();
        merge(&change, winner, loser, &data(&with(&KARIM, &[("phone2", "0770 12 34 58")]))).await.unwrap();
        change.commit().await.unwrap();
        let page = site.get(&past(kept)).await;
        let told = words(&page);
        assert!(told.contains("Autre téléphone Avant Vide Après 0770 12 34 58"), "{}\n{told}", fresh.name);
        assert!(page.shows(&[&FR.t("merge-history-merged"), "field=phone2"]), "{}\n{}", fresh.name, page.html);
        let page = site.get(&past(other)).await;
        assert!(page.shows(&["0661 22 33 44"]) && !page.html.contains("put_back"), "{}\n{}", fresh.name, page.html);
        let line = history(store.read(), SCOPE, kept, None).await.unwrap().rows[1].id;
        erased(store, other).await;
        for id in [kept, other] {
            let page = site.get(&past(id)).await;
            assert_eq!(page.status, StatusCode::OK, "{}", fresh.name);
            assert!(page.shows(&[&FR.t("clients-history-silent")]), "{}\n{}", fresh.name, page.html);
            for secret in ["0661 22 33 44", "0770 12 34 58", "put_back"] {
                assert!(!page.html.contains(secret), "{}: {secret}\n{}", fresh.name, page.html);
            }
        }
        let place = format!("{}?put_back={line}", edit(kept));
        assert_eq!(site.get(&place).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        erased(store, kept).await;
        assert_eq!(site.get(&place).await.status, StatusCode::CONFLICT, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_page_of_the_history_holds_twenty_lines_and_the_next_one_says_the_rest() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let id = file(store, &KARIM).await;
        for (version, n) in (1..).zip(0..22) {
            let notes = format!("Note {n}.");
            change_file(store, id, version, &with(&KARIM, &[("notes", &notes)])).await.unwrap();
        }
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let page = site.get(&past(id)).await;
        let changes = |page: &Back| page.html.matches("<dl class=\"facts\">").count();
        assert_eq!(changes(&page), 20, "{}", fresh.name);
        assert!(words(&page).contains("Notes Avant Note 20. Après Note 21."), "{}\n{}", fresh.name, page.html);
        let next = page.html.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let page = site.get(next).await;
        assert_eq!(changes(&page), 2, "{}", fresh.name);
        assert!(words(&page).contains("Notes Avant Vide Après Note 0."), "{}\n{}", fresh.name, page.html);
        assert!(page.shows(&[&FR.t("clients-history-created")]), "{}", fresh.name);
    }
}
