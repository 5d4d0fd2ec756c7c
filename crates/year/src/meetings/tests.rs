mod calendar;
mod decisions;

use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use crate::house::{House, Person, houses};

const NEW: &str = "/year/meetings/new/edit";

fn visit(section: &str) -> [(&str, &str); 7] {
    [
        ("kind", "visit"),
        ("section", section),
        ("day", "19/11/2026"),
        ("hours", "08h30 - 12:00"),
        ("subject", "Centre d’appels de Rouiba"),
        ("place", "Rouiba"),
        ("people", "Mme Hamdi\nM. Kaci"),
    ]
}

/// A trainer, a section and a visit of it that is planned.
async fn planned(house: &House) -> (Person, i64, String) {
    let class = house.class(2).await;
    let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
    let place = house.does(&trainer, NEW, &visit(&class.section.to_string())).await;
    (trainer, class.section, place)
}

#[tokio::test]
async fn a_visit_is_planned_reported_and_counted() {
    for house in houses().await {
        let (trainer, section, place) = planned(&house).await;
        let list = house.page(&trainer, &format!("/year/meetings?section={section}")).await.body;
        for said in [
            "Visites faites\u{a0}: 0 sur 1.",
            "Centre d’appels de Rouiba",
            "08:30–12:00",
            "19/11/2026",
            "compte rendu à écrire",
        ] {
            assert!(list.contains(said), "{}: {said}: {list}", house.name);
        }
        let report = [("version", "1"), ("report", "Vu la salle.\n\nEntendu trois appels.")];
        house.does(&trainer, &format!("{place}/report"), &report).await;
        let page = house.page(&trainer, &place).await.body;
        for said in ["<p dir=\"auto\">Vu la salle.</p>", "<li><bdi>M. Kaci</bdi></li>", "faite"] {
            assert!(page.contains(said), "{}: {said}: {page}", house.name);
        }
        assert_eq!(super::held_and_planned(house.store.read(), section).await.unwrap(), (1, 1), "{}", house.name);
        for verb in ["meeting.planned", "meeting.reported"] {
            assert_eq!(house.journaled(verb).await, 1, "{}: {verb}", house.name);
        }
    }
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    for house in houses().await {
        let class = house.class(1).await;
        let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
        let section = class.section.to_string();
        for (field, value) in [
            ("kind", "picnic"),
            ("section", "0"),
            ("section", "99"),
            ("day", "le 40"),
            ("hours", "12:00-08:00"),
            ("hours", "matin"),
            ("subject", " "),
        ] {
            let mut typed = visit(&section);
            for own in &mut typed {
                if own.0 == field {
                    own.1 = value;
                }
            }
            let page = house.refused(&trainer, NEW, &typed, field).await.body;
            assert!(page.contains("Mme Hamdi\nM. Kaci"), "{}: {field}: {page}", house.name);
        }
        assert_eq!(house.number("SELECT COUNT(*) FROM meeting", params![]).await, 0, "{}", house.name);
        let meeting =
            [("kind", "end"), ("section", "0"), ("day", "30/11/2026"), ("hours", "9:00-10:00"), ("subject", "Bilan")];
        house.does(&trainer, NEW, &meeting).await;
        assert!(house.page(&trainer, "/year/meetings").await.body.contains("Toutes les sections"), "{}", house.name);
    }
}

#[tokio::test]
async fn the_second_of_two_writers_is_told_and_overwrites_nothing() {
    for house in houses().await {
        let (trainer, _, place) = planned(&house).await;
        let colleague = house.person("kaci", Role::Trainer, Lang::Fr).await;
        let write = |text: &'static str| [("version", "1"), ("report", text)];
        house.does(&trainer, &format!("{place}/report"), &write("La première.")).await;
        let page = house.refused(&colleague, &format!("{place}/report"), &write("La seconde."), "report").await;
        assert!(page.body.contains("La seconde."), "{}: what was typed stays", house.name);
        assert_eq!(page.hidden("version"), "2", "{}", house.name);
        assert!(page.body.contains("<p dir=\"auto\">La première.</p>"), "{}", house.name);
        house.refused(&colleague, &format!("{place}/report"), &[("version", "2"), ("report", "")], "report").await;
    }
}

#[tokio::test]
async fn decisions_are_followed_until_they_are_carried_out() {
    for house in houses().await {
        let (trainer, _, place) = planned(&house).await;
        let decision = [("text", "Commander deux casques"), ("who", "M. Kaci"), ("until", "20/11/2026"), ("once", "a")];
        house.refused(&trainer, &format!("{place}/decisions"), &[("text", ""), ("once", "b")], "text").await;
        for _ in 0..2 {
            // A form that is sent twice decides once.
            house.does(&trainer, &format!("{place}/decisions"), &decision).await;
        }
        assert_eq!(house.journaled("meeting.decided").await, 1, "{}", house.name);
        let list = house.page(&trainer, "/year/meetings").await.body;
        assert!(list.contains("Commander deux casques") && list.contains("en retard"), "{}: {list}", house.name);
        let id = house.number("SELECT id FROM meeting_decision", params![]).await;
        house.does(&trainer, &format!("{place}/decisions/{id}"), &[("done", "yes")]).await;
        assert!(
            house.page(&trainer, "/year/meetings").await.body.contains("Aucune décision n’attend."),
            "{}",
            house.name
        );
        assert!(house.page(&trainer, &place).await.body.contains("appliquée le"), "{}", house.name);
        house.does(&trainer, &format!("{place}/decisions/{id}"), &[("done", "no")]).await;
        assert!(house.page(&trainer, "/year/meetings").await.body.contains("Commander"), "{}", house.name);
        assert_eq!(house.get(&trainer, &format!("{place}/decisions/99")).await.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test]
async fn what_is_called_off_has_a_reason_and_can_come_back() {
    for house in houses().await {
        let (trainer, section, place) = planned(&house).await;
        house.refused(&trainer, &format!("{place}/state"), &[("version", "1")], "reason").await;
        house.does(&trainer, &format!("{place}/state"), &[("version", "1"), ("reason", "Grève des bus")]).await;
        assert!(house.page(&trainer, &place).await.body.contains("Grève des bus"), "{}", house.name);
        assert_eq!(super::held_and_planned(house.store.read(), section).await.unwrap(), (0, 0), "{}", house.name);
        for (path, field) in [("report", "report"), ("decisions", "text"), ("state", "reason")] {
            let typed = [("report", "Tapé"), ("text", "Tapé"), ("reason", "Tapé"), ("version", "1")];
            let page = house.refused(&trainer, &format!("{place}/{path}"), &typed, field).await.body;
            assert!(page.contains("Tapé"), "{}: {path}: what was typed stays", house.name);
        }
        house.does(&trainer, &format!("{place}/state"), &[("version", "2"), ("back", "yes")]).await;
        house.does(&trainer, &format!("{place}/report"), &[("version", "3"), ("report", "Vu.")]).await;
        house.refused(&trainer, &format!("{place}/state"), &[("version", "4"), ("reason", "Non")], "reason").await;
    }
}

#[tokio::test]
async fn sessions_at_the_same_hours_are_named() {
    for house in houses().await {
        let (trainer, section, place) = planned(&house).await;
        let teaching = house.teaching(&trainer).await;
        let at = |first| teaching.session(section, "2026-11-19", first, 1);
        house.lays(&[at(2), at(6)]).await;
        let page = house.page(&trainer, &place).await.body;
        assert!(page.contains("MQ6 09:00–10:00"), "{}: {page}", house.name);
        assert_eq!(page.matches("MQ6 ").count(), 1, "{}: the afternoon is free", house.name);
    }
}

#[tokio::test]
async fn what_is_kept_comes_back_with_the_version_on_which_it_was_written() {
    for house in houses().await {
        let (trainer, _, place) = planned(&house).await;
        let colleague = house.person("kaci", Role::Trainer, Lang::Fr).await;
        let form = format!("{place}#report");
        let kept = [("_page", form.as_str()), ("version", "1"), ("report", "Écrit hier.")];
        assert!(house.post(&trainer, "/drafts", &kept).await.status.is_success(), "{}", house.name);
        house.does(&colleague, &format!("{place}/report"), &[("version", "1"), ("report", "Écrit aujourd’hui.")]).await;
        let page = house.page(&trainer, &place).await;
        assert!(page.body.contains("Écrit hier."), "{}: {}", house.name, page.body);
        let again = [("_page", form.as_str()), ("version", "1"), ("report", "Écrit hier.")];
        let told = house.refused(&trainer, &format!("{place}/report"), &again, "report").await;
        assert!(told.body.contains("Écrit aujourd’hui.") && told.body.contains("Écrit hier."), "{}", house.name);
        assert!(page.body.contains("name=\"version\" value=\"1\""), "{}: {}", house.name, page.body);
    }
}

#[tokio::test]
async fn nothing_is_reported_before_its_day_and_what_took_place_is_not_to_come() {
    for house in houses().await {
        let class = house.class(1).await;
        let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
        let section = class.section.to_string();
        let mut typed = visit(&section);
        typed[2].1 = "30/11/2026";
        let place = house.does(&trainer, NEW, &typed).await;
        house.refused(&trainer, &format!("{place}/report"), &[("version", "1"), ("report", "Vu.")], "report").await;
        assert!(house.page(&trainer, &place).await.body.contains("prévue"), "{}", house.name);
        typed[2].1 = "19/11/2026";
        let mut moved = [&typed[..], &[("version", "1")]].concat();
        house.does(&trainer, &format!("{place}/edit"), &moved).await;
        house.does(&trainer, &format!("{place}/report"), &[("version", "2"), ("report", "Vu.")]).await;
        moved[2].1 = "30/11/2026";
        moved[7].1 = "3";
        house.refused(&trainer, &format!("{place}/edit"), &moved, "day").await;
    }
}

#[tokio::test]
async fn who_may_not_is_refused() {
    for house in houses().await {
        let (_, _, place) = planned(&house).await;
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        for path in [place.as_str(), "/year/meetings", NEW] {
            assert_eq!(house.get(&trainee, path).await.status, StatusCode::FORBIDDEN, "{}: {path}", house.name);
        }
        let agent = house.person("sofiane", Role::Agent, Lang::Fr).await;
        assert_eq!(
            house.post(&agent, &format!("{place}/report"), &[]).await.status,
            StatusCode::FORBIDDEN,
            "{}",
            house.name
        );
    }
}
