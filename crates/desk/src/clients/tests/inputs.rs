//! Every bad input has its own sentence, at its field, and costs nothing of what was typed.

use super::*;

const AMINA: [(&str, &str); 5] = [
    ("given_latin", "Amina"),
    ("family_latin", "Saadi"),
    ("language", "fr"),
    ("status", "new"),
    ("notes", "Gardez-moi"),
];

/// Field, what is typed in it, the key of the sentence.
const BAD: [(&str, &str, &str); 44] = [
    ("given_latin", "", "clients-error-given"),
    ("family_latin", "  ", "clients-error-family"),
    ("given_latin", "أمينة", "clients-error-latin"),
    ("family_latin", "Saadi 2", "clients-error-latin"),
    ("given_arabic", "Amina", "clients-error-arabic"),
    ("family_arabic", "سعدي Saadi", "clients-error-arabic"),
    ("given_latin", "Ami\u{7}na", "frame-error-control"),
    ("family_arabic", "سع\tدي", "frame-error-control"),
    ("birth_date", "31/02/1990", "clients-error-birth-impossible"),
    ("birth_date", "29/02/1999", "clients-error-birth-impossible"),
    ("birth_date", "23/13/1990", "clients-error-birth-impossible"),
    ("birth_date", "hier", "clients-error-birth"),
    ("birth_date", "23/11/85", "clients-error-birth"),
    ("birth_date", "24/11/2026", "clients-error-birth-future"),
    ("birth_date", "31/12/1899", "clients-error-birth-old"),
    ("birth_date", "23/11/1985\u{1}", "frame-error-control"),
    ("phone", "0550 AB 34 56", "clients-error-phone-letters"),
    ("phone", "صفر خمسة", "clients-error-phone-letters"),
    ("phone", "0550 12 34", "clients-error-phone-short"),
    ("phone", "0550 12 34 56 78", "clients-error-phone-long"),
    ("phone", "0950 12 34 56", "clients-error-phone"),
    ("phone", "1548", "clients-error-phone-service"),
    ("phone2", "0550#123456", "clients-error-phone"),
    ("phone2", "05\u{0}50123456", "frame-error-control"),
    ("email", "amina.example.com", "clients-error-email-at"),
    ("email", "amina@", "clients-error-email"),
    ("email", "@example.com", "clients-error-email"),
    ("email", "amina@example", "clients-error-email"),
    ("email", "amina saadi@example.com", "clients-error-email"),
    ("email", "amina@exa mple.com", "clients-error-email"),
    ("email", "amina@@example.com", "clients-error-email"),
    ("email", "amina@example..com", "clients-error-email"),
    ("street", "12 rue\u{1b}", "frame-error-control"),
    ("wilaya", "70", "clients-error-wilaya"),
    ("wilaya", "0", "clients-error-wilaya"),
    ("wilaya", "Alger", "clients-error-wilaya"),
    ("language", "de", "frame-error-choice"),
    ("language", "", "frame-error-choice"),
    ("status", "vip", "frame-error-choice"),
    ("status", "", "frame-error-choice"),
    ("needs", "a\u{8}b", "frame-error-control"),
    ("motivations", "a\u{c}b", "frame-error-control"),
    ("notes", "a\u{0}b", "frame-error-control"),
    ("email", "amina@example.com\u{2}", "frame-error-control"),
];

/// The text of the error that stands at a field.
fn error_at(page: &Back, field: &str) -> String {
    let start = format!("<p class=\"error\" id=\"f-{field}-error\">");
    let after = page.html.split(&start).nth(1).unwrap_or_default();
    let text = after.split("</p>").next().unwrap_or_default();
    text.split("</b> ").nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_bad_input_is_told_at_its_field_and_nothing_typed_is_lost() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        for (field, typed, key) in BAD {
            let back = site.post("/clients", &with(&AMINA, &[(field, typed)])).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {field} {typed:?}", fresh.name);
            assert_eq!(error_at(&back, field), FR.t(key), "{} {field} {typed:?}", fresh.name);
            assert!(field == "notes" || back.shows(&["Gardez-moi"]), "{} {field} {typed:?}", fresh.name);
            assert!(back.shows(&["id=\"summary\"", &format!("href=\"#f-{field}\"")]), "{field} {typed:?}");
        }
        assert!(listed(fresh.store.read(), SCOPE, &Filter::default(), None).await.rows.is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_is_too_long_is_told_with_both_lengths() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let limits = [
            ("given_latin", 80),
            ("family_arabic", 80),
            ("birth_date", 40),
            ("phone", 40),
            ("email", 254),
            ("street", 200),
            ("commune", 80),
            ("needs", 1_000),
            ("motivations", 1_000),
            ("notes", 4_000),
        ];
        for (field, most) in limits {
            let long = if field == "family_arabic" { "س" } else { "a" }.repeat(most + 1);
            let back = site.post("/clients", &with(&AMINA, &[("wilaya", "16"), (field, &long)])).await;
            let expected = FR.with("frame-error-too-long", &[("most", most.into()), ("length", (most + 1).into())]);
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {field}", fresh.name);
            assert_eq!(error_at(&back, field), expected, "{} {field}", fresh.name);
            assert!(back.shows(&[&long]), "{} {field}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_commune_is_checked_against_its_wilaya() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let known = with(&AMINA, &[("duplicates_seen", "yes")]);
        let at = async |pairs: &[(&str, &str)]| site.post("/clients", &with(&known, pairs)).await;
        let back = at(&[("commune", "Kouba")]).await;
        assert_eq!(error_at(&back, "wilaya"), FR.t("clients-error-wilaya-first"), "{}", fresh.name);
        let back = at(&[("wilaya", "31"), ("commune", "Kouba")]).await;
        let elsewhere = FR.with("clients-error-commune-elsewhere", &[("wilaya", "Alger".into())]);
        assert_eq!(error_at(&back, "commune"), elsewhere, "{}", fresh.name);
        let back = at(&[("wilaya", "16"), ("commune", "Houssein Dey")]).await;
        assert!(error_at(&back, "commune").contains("Hussein Dey"), "{}: {}", fresh.name, error_at(&back, "commune"));
        let back = at(&[("wilaya", "16"), ("commune", "Xqwv")]).await;
        assert_eq!(error_at(&back, "commune"), FR.t("clients-error-commune"), "{}", fresh.name);
        for named in ["kouba", "القبة", "KOUBA "] {
            assert_eq!(at(&[("wilaya", "16"), ("commune", named)]).await.status, StatusCode::SEE_OTHER, "{named}");
        }
        assert_eq!(at(&[("wilaya", "59"), ("commune", "Aflou")]).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
    }
}

#[tokio::test]
async fn digits_of_any_kind_are_accepted_and_stored_in_one_form() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let typed =
            [("phone", "٠٥٥٠ ١٢ ٣٤ ٥٦"), ("phone2", "(021) 65.43.21"), ("birth_date", "٢٣/١١/١٩٨٥"), ("wilaya", "١٦")];
        let back = site.post("/clients", &with(&AMINA, &typed)).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let client = by_phone(fresh.store.read(), SCOPE, "+213550123456").await.unwrap().remove(0);
        assert_eq!(client.phones, ["+213550123456", "+21321654321"], "{}", fresh.name);
        assert_eq!((client.birth_date.as_str(), client.wilaya), ("1985-11-23", 16), "{}", fresh.name);
        let back =
            site.post("/clients", &with(&AMINA, &[("phone", "0550123456"), ("phone2", "+213 550 12 34 56")])).await;
        assert_eq!(error_at(&back, "phone2"), FR.t("clients-error-phone-twice"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_post_without_any_field_is_a_form_with_its_errors() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let back = site.post("/clients", &[]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert_eq!(error_at(&back, "given_latin"), FR.t("clients-error-given"));
        assert_eq!(error_at(&back, "family_latin"), FR.t("clients-error-family"));
        assert_eq!(error_at(&back, "status"), FR.t("frame-error-choice"));
    }
}
