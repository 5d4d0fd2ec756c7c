//! The pages of merges.

use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::CustomKind;
use crate::clients::tests::own::{field, owning};
use crate::clients::tests::{Back, FR, Site};

/// Every value of the preview's form that is not shown, as a browser sends it.
fn sent(page: &Back) -> Vec<(String, String)> {
    let form = page.html.split("action=\"/merges\"").nth(1).unwrap_or_default();
    let inputs = form.split("</form>").next().unwrap_or_default().split("type=\"hidden\" name=\"").skip(1);
    inputs
        .map(|input| {
            let mut parts = input.split('"');
            (parts.next().unwrap().to_owned(), parts.nth(1).unwrap().to_owned())
        })
        .collect()
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn a_merge_is_chosen_previewed_done_and_undone() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let site = Site::new(store, "nadia", Role::Trainer).await;
        let place = format!("/clients/{}/merge/{}", kept.0, other.0);
        let choose = site.get(&place).await;
        assert!(
            choose.shows(&[
                "Karime",
                "0661 22 33 44",
                &FR.t("merge-source-both"),
                "name=\"phone\" value=\"both\" checked"
            ]),
            "{}",
            choose.html
        );
        let preview =
            site.get(&format!("{place}/preview?version=1&other_version=1&given_latin=other&wilaya=other")).await;
        assert_eq!(preview.status, StatusCode::OK, "{}\n{}", fresh.name, preview.html);
        assert!(preview.shows(&["Karime", "Oran", "0550 12 34 56", "0661 22 33 44"]), "{}", preview.html);
        assert_eq!(get(store, other).await.merged_into, None, "{}: nothing is written yet", fresh.name);
        let form = sent(&preview);
        let done = site.post("/merges", &borrowed(&form)).await;
        assert_eq!(
            (done.status, done.place),
            (StatusCode::SEE_OTHER, format!("/clients/{}", kept.0)),
            "{}",
            fresh.name
        );
        let twice = site.post("/merges", &borrowed(&form)).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let client = get(store, kept).await;
        assert_eq!((client.given_latin.as_str(), client.wilaya), ("Karime", 31), "{}", fresh.name);
        let led = site.get(&format!("/clients/{}", other.0)).await;
        assert_eq!((led.status, led.place), (StatusCode::SEE_OTHER, format!("/clients/{}", kept.0)), "{}", fresh.name);
        let record = site.get(&format!("/clients/{}", kept.0)).await;
        assert!(record.shows(&[&FR.t("merge-led"), &FR.t("merge-history-merged")]), "{}", record.html);
        let list = site.get("/merges").await;
        assert!(list.shows(&["href=\"/merges/1\"", "Mme nadia"]), "{}", list.html);
        let page = site.get("/merges/1").await;
        let (version, once) = (page.hidden("version"), page.hidden("once"));
        let undo = [("version", version.as_str()), ("once", once.as_str())];
        let undone = site.post("/merges/1/undoing", &undo).await;
        assert_eq!((undone.status, undone.place.as_str()), (StatusCode::SEE_OTHER, "/merges/1"), "{}", fresh.name);
        assert_eq!(site.post("/merges/1/undoing", &undo).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(get(store, kept).await.given_latin, "Karim", "{}", fresh.name);
        assert!(site.get("/merges/1").await.shows(&[&FR.t("merge-undone-text")]), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_conflict_of_undoing_shows_the_three_values() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let id = join(store, kept, other).await.unwrap();
        let client = get(store, kept).await;
        let mut edited = client.values();
        edited.set("phone2", "0770 11 22 33");
        let change = store.begin(SCOPE).await.unwrap();
        clients::update(&change, kept, client.version, &read(&edited)).await.unwrap();
        change.commit().await.unwrap();
        let site = Site::new(store, "nadia", Role::Trainer).await;
        let page = site.get(&format!("/merges/{id}")).await;
        assert!(
            page.shows(&[
                "0661 22 33 44",
                "0770 11 22 33",
                "name=\"phone\" value=\"now\" checked",
                &FR.t("merge-source-before")
            ]),
            "{}",
            page.html
        );
        let (old, once) = ((client.version).to_string(), page.hidden("once"));
        let stale = site
            .post(&format!("/merges/{id}/undoing"), &[("version", &old), ("once", &once), ("phone", "before")])
            .await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(
            stale.shows(&["name=\"phone\" value=\"before\" checked", &FR.t("merge-changed-text")]),
            "{}",
            stale.html
        );
        let (version, once) = (stale.hidden("version"), stale.hidden("once"));
        let done = site
            .post(&format!("/merges/{id}/undoing"), &[("version", &version), ("once", &once), ("phone", "before")])
            .await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(get(store, kept).await.phones, ["+213550123456"], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_stale_or_impossible_merge_is_told_in_words_and_keeps_the_choices() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let site = Site::new(store, "nadia", Role::Trainer).await;
        let place = format!("/clients/{}/merge/{}", kept.0, other.0);
        let preview = site.get(&format!("{place}/preview?version=1&other_version=1&given_latin=other")).await;
        change_file(store, other, 1, &with(&KARIME, &[("notes", "Rappeler lundi")])).await.unwrap();
        let stale = site.post("/merges", &borrowed(&sent(&preview))).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(
            stale.shows(&[
                "Rappeler lundi",
                "name=\"given_latin\" value=\"other\" checked",
                &FR.t("merge-changed-text")
            ]),
            "{}",
            stale.html
        );
        let itself = site.get(&format!("/clients/{}/merge/{}", kept.0, kept.0)).await;
        assert_eq!(itself.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(itself.shows(&[&FR.t("merge-refused-itself")]), "{}", itself.html);
        join(store, kept, other).await.unwrap();
        let merged = site.get(&place).await;
        assert!(merged.shows(&[&FR.t("merge-refused-merged")]), "{}", merged.html);
        let trainee = Site::new(store, "amina", Role::Trainee).await;
        for page in [place.as_str(), "/merges", "/merges/1"] {
            assert_eq!(trainee.get(page).await.status, StatusCode::FORBIDDEN, "{} {page}", fresh.name);
        }
    }
}

#[tokio::test]
async fn what_was_typed_in_a_file_that_was_merged_meanwhile_comes_back_in_the_form_of_the_one_that_stayed() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let site = Site::new(store, "amina", Role::Trainee).await;
        let edit = format!("/clients/{}/edit", other.0);
        let version = site.get(&edit).await.hidden("version");
        join(store, kept, other).await.unwrap();
        let own =
            [("language", "fr"), ("status", "active"), ("version", &*version), ("notes", "Écrit pendant la fusion")];
        let back = site.post(&edit, &with(&KARIME, &own)).await;
        assert_eq!(back.status, StatusCode::CONFLICT, "{}", fresh.name);
        let action = format!("action=\"/clients/{}/edit\"", kept.0);
        assert!(
            back.shows(&[&action, "Écrit pendant la fusion</textarea>", &FR.t("clients-stale-text")]),
            "{}",
            back.html
        );
        assert_eq!(get(store, kept).await.notes, "Rappeler le soir", "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_field_of_the_centre_is_chosen_merged_and_parted_again() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let offer = "Fibre\tFibre\tألياف\tFibre\nMobile\tMobile\tنقال\tMobile";
        let (sold, debt, town) = (
            field(store, CustomKind::Choice, "Offre", offer).await,
            field(store, CustomKind::Number, "Dette", "").await,
            field(store, CustomKind::Text, "Agence", "").await,
        );
        let kept = owning(store, &KARIM, &[(sold, "Fibre"), (debt, "12")]).await;
        let other = owning(store, &KARIME, &[(sold, "Mobile"), (town, "Oran")]).await;
        let site = Site::new(store, "nadia", Role::Trainer).await;
        let place = format!("/clients/{}/merge/{}", kept.0, other.0);
        let choose = site.get(&place).await;
        assert!(
            choose.shows(&["<legend>Offre</legend>", "Fibre", "Mobile", "<legend>Agence</legend>", "Oran"]),
            "{}",
            choose.html
        );
        let asked = format!("{place}/preview?version=1&other_version=1&x_{sold}=other&x_{town}=other&x_{debt}=kept");
        let preview = site.get(&asked).await;
        assert!(
            preview.shows(&["<dt>Offre</dt>", "Mobile", "<dt>Agence</dt>", "Oran", "<dt>Dette</dt>"]),
            "{}",
            preview.html
        );
        site.post("/merges", &borrowed(&sent(&preview))).await;
        let own = async |id: ClientId| {
            let client = get(store, id).await;
            [sold, debt, town].map(|field| client.extra(&format!("x_{field}")).to_owned())
        };
        assert_eq!(own(kept).await, ["Mobile", "12", "Oran"], "{}", fresh.name);
        let told = journal_of(store.read(), SCOPE, "client", kept.0, None, 5).await.unwrap();
        let updated = told.iter().find(|line| line.verb == "client.updated").unwrap().json();
        assert_eq!(updated["old"][format!("x_{sold}")], "Fibre", "{}", fresh.name);
        // Somebody corrects one of them: only that one is asked.
        let client = get(store, kept).await;
        let mut edited = client.values();
        edited.set(&format!("x_{town}"), "Arzew");
        let change = store.begin(SCOPE).await.unwrap();
        clients::update(&change, kept, client.version, &read(&edited).with_own(&edited)).await.unwrap();
        change.commit().await.unwrap();
        let page = site.get("/merges/1").await;
        assert!(page.shows(&["<legend>Agence</legend>", "Arzew", "offre"]), "{}\n{}", fresh.name, page.html);
        assert!(!page.html.contains("<legend>Offre</legend>"), "{}\n{}", fresh.name, page.html);
        let (version, once, pick) = (page.hidden("version"), page.hidden("once"), format!("x_{town}"));
        let undo = [("version", version.as_str()), ("once", once.as_str()), (pick.as_str(), "before")];
        assert_eq!(site.post("/merges/1/undoing", &undo).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(own(kept).await, ["Fibre", "12", ""], "{}", fresh.name);
        assert_eq!(own(other).await, ["Mobile", "", "Oran"], "{}", fresh.name);
    }
}
