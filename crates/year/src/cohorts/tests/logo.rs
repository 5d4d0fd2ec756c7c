//! The logo on the papers.

use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use image::ImageFormat;
use words::Lang;

use crate::cohorts::logo::drawn;
use crate::house::{Answered, House, Person, houses};

const PAGE: &str = "/year/institution";
const PICTURE: &str = "/year/institution/logo";
const PAPER: &str = "/year/papers/grid/MQ6";

async fn sent(house: &House, person: &Person, name: &str, bytes: &[u8]) -> Answered {
    house.upload(person, &format!("{PICTURE}/file"), &[("_page", PAGE)], (name, bytes)).await
}

async fn kept(house: &House) -> i64 {
    house.number("SELECT COUNT(*) FROM institution_logo", params![]).await
}

fn holds(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn a_logo_is_written_anew_and_stands_on_every_paper() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let trainer = house.person("nadia", Role::Trainer, Lang::Ar).await;
        assert_eq!(house.get(&trainer, PICTURE).await.status, StatusCode::NOT_FOUND, "{}", house.name);
        let paper = house.page(&trainer, &format!("{PAPER}?in=fr")).await.body;
        assert!(!paper.contains("class=\"logo\""), "{}: {paper}", house.name);
        let (_, bare) = house.file(&trainer, &format!("{PAPER}/pdf?in=ar")).await;

        let jpeg = drawn(1_200, 300, ImageFormat::Jpeg);
        let taken = sent(&house, &studies, "logo.jpg", &jpeg).await;
        assert_eq!((taken.status, taken.location.as_str()), (StatusCode::SEE_OTHER, PAGE), "{}", house.name);
        let page = house.page(&studies, PAGE).await.body;
        for told in ["Le logo est enregistré.", "alt=\"Logo actuel\"", "width=\"600\" height=\"150\""] {
            assert!(page.contains(told), "{}: {told}: {page}", house.name);
        }
        let (kind, file) = house.file(&trainer, PICTURE).await;
        assert_eq!((kind.as_str(), &file[..4]), ("image/png", &b"\x89PNG"[..]), "{}", house.name);
        assert_eq!(house.asked_again(&trainer, PICTURE).await, StatusCode::NOT_MODIFIED, "{}", house.name);

        let paper = house.page(&trainer, &format!("{PAPER}?in=fr")).await.body;
        assert!(paper.contains("<img src=\"/year/institution/logo?"), "{}: {paper}", house.name);
        for lang in ["fr", "ar"] {
            let (_, file) = house.file(&trainer, &format!("{PAPER}/pdf?in={lang}")).await;
            assert!(holds(&file, "/Subtype/Image") && !holds(&bare, "/Subtype/Image"), "{}: {lang}", house.name);
        }
        assert_eq!(house.journaled("institution.logo_changed").await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn what_is_no_logo_is_refused_at_the_field_with_what_to_do() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let png = drawn(200, 100, ImageFormat::Png);
        let wide = drawn(4_001, 1, ImageFormat::Png);
        let heavy = vec![0; 301 * 1024];
        for (name, bytes, told) in [
            ("", &b""[..], "Choisissez une image PNG ou JPEG"),
            ("logo.png", &b"Bonjour"[..], "ni une image PNG ni une image JPEG"),
            ("logo.png", &png[..png.len() / 2], "L’image est abîmée"),
            ("logo.png", &wide[..], "L’image a plus de 4000 pixels"),
            ("logo.png", &heavy[..], "Le fichier dépasse 300 Ko"),
        ] {
            let page = sent(&house, &studies, name, bytes).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{told} on {}", house.name);
            for shown in [told, "id=\"f-file-error\"", "href=\"#f-file\"", "value=\"Promoteur\""] {
                assert!(page.body.contains(shown), "{told} on {}: {shown}: {}", house.name, page.body);
            }
        }
        assert_eq!(kept(&house).await, 0, "{}", house.name);
        assert_eq!(house.journaled("institution.logo_changed").await, 0, "{}", house.name);
    }
}

#[tokio::test]
async fn a_new_logo_replaces_the_old_one_and_it_is_taken_off_once() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        for width in [40, 80] {
            let png = drawn(width, 20, ImageFormat::Png);
            assert_eq!(sent(&house, &studies, "logo.png", &png).await.status, StatusCode::SEE_OTHER, "{}", house.name);
        }
        let width = house.number("SELECT width FROM institution_logo", params![]).await;
        assert_eq!((kept(&house).await, width), (1, 80), "{}: one, the last", house.name);
        for _ in 0..2 {
            house.does(&studies, &format!("{PICTURE}/removal"), &[]).await;
        }
        let page = house.page(&studies, PAGE).await.body;
        assert!(page.contains("Aucun logo.") && !page.contains("/logo/removal"), "{}: {page}", house.name);
        assert_eq!(house.get(&studies, PICTURE).await.status, StatusCode::NOT_FOUND, "{}", house.name);
        for (verb, count) in [("institution.logo_changed", 2), ("institution.logo_removed", 1)] {
            assert_eq!(house.journaled(verb).await, count, "{}: {verb}", house.name);
        }
    }
}

#[tokio::test]
async fn only_who_keeps_the_year_changes_the_logo_and_trainees_do_not_fetch_it() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let png = drawn(40, 20, ImageFormat::Png);
        assert_eq!(sent(&house, &trainer, "logo.png", &png).await.status, StatusCode::FORBIDDEN, "{}", house.name);
        sent(&house, &studies, "logo.png", &png).await;
        let off = house.post(&trainer, &format!("{PICTURE}/removal"), &[]).await;
        assert_eq!(off.status, StatusCode::FORBIDDEN, "{}", house.name);
        assert_eq!(house.get(&trainee, PICTURE).await.status, StatusCode::FORBIDDEN, "{}", house.name);
        assert_eq!(kept(&house).await, 1, "{}", house.name);
    }
}
