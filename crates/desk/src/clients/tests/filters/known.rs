//! What other rooms know of a file, as a filter asks it: in addresses, in the form, in sentences, and in the list.

use std::collections::BTreeMap;

use ::store::{Sql, params};
use askama::Template;

use super::*;
use crate::law::{self, Purpose};

const AR: Talk = Talk { lang: Lang::Ar, short: false };

/// What a filter leaves, by identity; the list in every order and the count say the same, and another centre has none of it.
pub(super) async fn left(store: &Store, query: &str) -> Vec<ClientId> {
    let filter = filter(query);
    let counted = count(store.read(), SCOPE, &filter, ASKED).await.unwrap();
    assert_eq!(count(store.read(), ELSEWHERE, &filter, ASKED).await.unwrap(), 0, "{query}");
    let mut found = vec![];
    for order in Order::ALL {
        found = walked(store, &filter, order).await.iter().map(|client| client.id).collect::<Vec<_>>();
        found.sort();
        assert_eq!(i64::try_from(found.len()).unwrap(), counted, "{query} {order:?}");
    }
    found
}

/// So many files of one client.
pub(super) async fn files<const N: usize>(store: &Store) -> [ClientId; N] {
    let mut all = [ClientId(0); N];
    for one in &mut all {
        *one = file(store, &KARIM).await;
    }
    all
}

/// The proposed purposes of the centre, by their short word.
pub(super) async fn seeded(store: &Store) -> BTreeMap<String, Purpose> {
    let change = store.begin(SCOPE).await.unwrap();
    law::seed(&change, Day::parse("01/01/2026").unwrap()).await.unwrap();
    change.commit().await.unwrap();
    let all = law::purposes(store.read(), SCOPE).await.unwrap();
    all.into_iter().map(|one| (one.code.clone(), one)).collect()
}

/// An import that made some files.
async fn import_of(store: &Store, name: &str) -> i64 {
    let sql =
        "INSERT INTO import (centre_id, name, size, digest, stored, plan, state, why, rows_read, made, known, alike,
            refused, cleaned, record, line, byte, made_at, ended_at)
        VALUES ($1, $2, 9, 'd', '', '', 'imported', '', 2, 2, 0, 0, 0, 0, 2, 3, 9, $3, $3) RETURNING id";
    store.scratch().number(sql, params![SCOPE.centre.0, name, MORNING.0]).await.unwrap()
}

#[test]
fn what_other_rooms_know_is_read_from_the_address_and_written_back() {
    let query = "channel=sms&channel=-&consent_purpose=3&consent_channel=phone&consent_state=given\
        &consent_state=never&validation=submitted&validation=outdated&import=12";
    let read = filter(query);
    assert_eq!((read.query().as_str(), read.conditions().len()), (query, 4));
    assert!(read.fields().0.iter().all(|(name, _)| is_parameter(name)));
    let less = "channel=sms&channel=-&validation=submitted&validation=outdated&import=12";
    assert_eq!(read.without(1).query(), less);
    let other = filter("consent_purpose=4&consent_state=refused");
    assert_eq!(other.query(), "consent_purpose=4&consent_state=refused");
    assert_eq!(read.with(other.conditions()[0].clone()).conditions().len(), 4, "one of the same field is replaced");
    assert!(filter("channel=&consent_purpose=&consent_channel=&validation=&import=").is_empty());
}

#[test]
fn what_is_no_condition_on_other_rooms_is_refused_at_its_field() {
    for (query, field, key) in [
        ("channel=pigeon", "channel", "filters-error-unknown"),
        ("validation=lost", "validation", "filters-error-unknown"),
        ("import=0", "import", "filters-error-unknown"),
        ("import=douze", "import", "filters-error-unknown"),
        ("import=1&import=2", "import", "filters-error-one"),
        ("consent_purpose=x&consent_state=given", "consent_purpose", "filters-error-unknown"),
        ("consent_purpose=1&consent_purpose=2&consent_state=given", "consent_purpose", "filters-error-one"),
        ("consent_purpose=1&consent_state=perhaps", "consent_state", "filters-error-unknown"),
        ("consent_purpose=1&consent_state=given&consent_channel=pigeon", "consent_channel", "filters-error-unknown"),
        ("consent_purpose=1", "consent_state", "filters-error-consent-answer"),
        ("consent_state=given", "consent_purpose", "filters-error-consent-purpose"),
        ("consent_channel=sms", "consent_purpose", "filters-error-consent-purpose"),
    ] {
        assert_eq!(refused(query), [(field.to_owned(), key)], "{query}");
    }
}

#[tokio::test]
async fn the_files_of_an_import_are_found_by_its_number_few_or_many() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainer).await;
        let nothing = site.get("/clients").await;
        assert!(!nothing.html.contains("name=\"import\""), "{}: there is none to choose", fresh.name);
        let (list, other) = (import_of(store, "liste.csv").await, import_of(store, "autres.xlsx").await);
        let [one, two, three] = files::<3>(store).await;
        for (id, import) in [(one, list), (two, list), (three, other)] {
            let sql = "UPDATE client SET import_id = $1 WHERE id = $2";
            store.scratch().run(sql, params![import, id.0]).await.unwrap();
        }
        assert_eq!(left(store, &format!("import={list}")).await, [one, two], "{}", fresh.name);
        assert_eq!(left(store, &format!("import={other}&wilaya=16")).await, [three], "{}", fresh.name);
        assert!(left(store, "import=4711").await.is_empty(), "{}", fresh.name);
        let page = site.get(&format!("/clients?import={list}")).await;
        let option = format!("<option value=\"{list}\" selected>liste.csv, 23/11/2026</option>");
        let sentence = "Importation\u{a0}: liste.csv, 23/11/2026";
        assert!(page.shows(&[sentence, &option, ">autres.xlsx, 23/11/2026<"]), "{}\n{}", fresh.name, page.html);
        let trainee = Site::new(store, "amina", Role::Trainee).await;
        let page = trainee.get(&format!("/clients?import={list}")).await;
        assert!(!page.html.contains("liste.csv"), "{}: names of files are for those who import", fresh.name);
        let kept = site.get("/clients?import=4711").await;
        let option = "<option value=\"4711\" selected>Numéro 4711</option>";
        assert!(kept.shows(&["Importation\u{a0}: Numéro 4711", option]), "{}\n{}", fresh.name, kept.html);
        // More files than are sorted at once: the list walks them.
        crowd(store, 650).await;
        let sql = "UPDATE client SET import_id = $1 WHERE import_id IS NULL";
        store.scratch().run(sql, params![list]).await.unwrap();
        assert_eq!(left(store, &format!("import={list}")).await.len(), 652, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_preferred_channel_is_found_and_words_that_look_like_it_are_not() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let sms = file(store, &with(&KARIM, &[("channel", "sms"), ("reference", "C-2041")])).await;
        let phone = file(store, &with(&KARIM, &[("channel", "phone")])).await;
        let none = file(store, &KARIM).await;
        let alike = file(store, &with(&KARIM, &[("street2", "la rue \"channel\":\"sms\"")])).await;
        assert_eq!(left(store, "channel=sms").await, [sms], "{}", fresh.name);
        assert_eq!(left(store, "channel=-").await, [none, alike], "{}", fresh.name);
        assert_eq!(left(store, "channel=phone&channel=-&status=active").await, [phone, none, alike], "{}", fresh.name);
        change_file(store, sms, 1, &KARIM).await.unwrap();
        assert!(left(store, "channel=sms").await.is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_form_asks_and_the_sentence_says_what_other_rooms_know() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let early = site.get("/clients").await;
        assert!(!early.html.contains("consent_purpose"), "{}: no purpose, no consent", fresh.name);
        let selling = seeded(store).await["prospecting"].id.0;
        let of = format!("consent_purpose={selling}");
        let query = format!("{of}&consent_channel=sms&consent_state=refused&consent_state=withdrawn");
        let page = site.get(&format!("/clients?{query}&validation=returned&validation=outdated&channel=-")).await;
        assert!(
            page.shows(&[
                "Consentement pour Prospection directe, SMS\u{a0}: Refus ou Accord retiré",
                "Validation\u{a0}: À corriger ou À valider de nouveau",
                "Moyen préféré\u{a0}: Non renseigné",
                &format!("<option value=\"{selling}\" selected>Prospection directe</option>"),
                "<option value=\"sms\" selected>SMS</option>",
                "name=\"consent_state\" value=\"withdrawn\" checked",
                "name=\"consent_state\" value=\"never\">",
                "name=\"validation\" value=\"outdated\" checked",
                "name=\"channel\" value=\"-\" checked",
            ]),
            "{}\n{}",
            fresh.name,
            page.html
        );
        let wrong = site.get("/clients?consent_state=given").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        let told = FR.t("filters-error-consent-purpose");
        let at = "href=\"#f-consent_purpose\"";
        assert!(wrong.shows(&[&told, at, "value=\"given\" checked"]), "{}\n{}", fresh.name, wrong.html);
        let terms = crate::clients::web::terms_of(store.read(), SCOPE).await.unwrap();
        let said = |talk, query: &str| in_words(talk, &filter(query), &terms);
        let arabic = "الموافقة على التسويق المباشر، رسالة SMS: رفض أو موافقة مسحوبة";
        assert_eq!(said(AR, &query), arabic, "{}", fresh.name);
        assert_eq!(said(AR, "validation=submitted"), "المصادقة: في الانتظار", "{}", fresh.name);
        let never = format!("{of}&consent_state=never");
        let any = "Consentement pour Prospection directe, un canal au moins\u{a0}: Jamais demandé";
        assert_eq!(said(FR, &never), any, "{}", fresh.name);
        let form = filter_fields(AR, &terms, &Fields::default());
        let form: String = form.iter().map(|field| field.render().unwrap()).collect();
        for label in ["الموافقة على", "الموافقة عبر", "قرار الزبون", "لم يُسأل قط", "المصادقة", "الوسيلة المفضلة"]
        {
            assert!(form.contains(label), "{} {label}\n{form}", fresh.name);
        }
    }
}
