//! Visits and meetings in the week and in the calendar of a phone.

use ::store::params;
use ::web::Role;
use words::Lang;

use super::{NEW, visit};
use crate::house::{House, Person, houses};

/// A trainer who teaches the section in the morning of its visit; the section, and the trainer's identity.
async fn taught(house: &House) -> (Person, i64, i64) {
    let class = house.class(1).await;
    let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
    let teaching = house.teaching(&trainer).await;
    house.lays(&[teaching.session(class.section, "2026-11-18", 1, 1)]).await;
    house.does(&trainer, NEW, &visit(&class.section.to_string())).await;
    let meeting = [
        ("kind", "during"),
        ("section", "0"),
        ("day", "18/11/2026"),
        ("hours", "14:00-15:00"),
        ("subject", "Bilan"),
        ("once", "m"),
    ];
    house.does(&trainer, NEW, &meeting).await;
    (trainer, class.section, teaching.trainer)
}

#[tokio::test]
async fn the_week_has_visits_for_the_section_and_meetings_for_its_trainers() {
    for house in houses().await {
        let (trainer, section, id) = taught(&house).await;
        let of = |of: String| format!("/timetable?of={of}&week=2026-11-18");
        let week = house.page(&trainer, &of(format!("section-{section}"))).await.body;
        assert!(week.contains("Centre d’appels de Rouiba") && !week.contains("Bilan"), "{}: {week}", house.name);
        let own = house.page(&trainer, &of(format!("trainer-{id}"))).await.body;
        for said in ["Centre d’appels de Rouiba", "Bilan", "14:00–15:00", "Concertation durant la formation"] {
            assert!(own.contains(said), "{}: {said}: {own}", house.name);
        }
        let (lesson, meeting) = (own.find("08:00–09:00"), own.find("14:00–15:00"));
        assert!(lesson.is_some() && lesson < meeting, "{}: in the order of the day", house.name);
        let visit = house.number("SELECT id FROM meeting WHERE kind = 'visit'", params![]).await;
        let off = [("version", "1"), ("reason", "Grève")];
        house.does(&trainer, &format!("/year/meetings/{visit}/state"), &off).await;
        let week = house.page(&trainer, &of(format!("section-{section}"))).await.body;
        assert!(week.contains("annulée"), "{}: {week}", house.name);
    }
}

#[tokio::test]
async fn the_feed_has_them_and_names_nobody() {
    for house in houses().await {
        let (trainer, _, _) = taught(&house).await;
        let made = house.post(&trainer, "/timetable/feed", &[]).await.body;
        let link = made.split("/feeds/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let file = house.page(&Person::nobody(), &format!("/feeds/{link}")).await.body;
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 3, "{}: {file}", house.name);
        assert!(
            file.contains("DTSTART:20261119T073000Z") && file.contains("LOCATION:Rouiba"),
            "{}: {file}",
            house.name
        );
        assert!(!file.contains("Kaci"), "{}: {file}", house.name);
    }
}

#[tokio::test]
async fn a_session_during_a_visit_is_told_before_it_is_placed() {
    for house in houses().await {
        let (_, section, id) = taught(&house).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let (section, id) = (section.to_string(), id.to_string());
        let room = house.number("SELECT id FROM room", params![]).await.to_string();
        let mut asked = vec![
            ("section", section.as_str()),
            ("module", "MQ6"),
            ("day", "19/11/2026"),
            ("first", "2"),
            ("slots", "1"),
            ("trainer", id.as_str()),
            ("room", room.as_str()),
            ("teaching", "practical"),
            ("kind", "exercise"),
            ("weeks", "1"),
            ("once", "a"),
        ];
        let told = house.refused(&studies, "/timetable/lessons/new", &asked, "anyway").await.body;
        assert!(told.contains("La section est en visite le"), "{}: {told}", house.name);
        asked[3].1 = "6";
        let told = house.post(&studies, "/timetable/lessons/new", &asked).await.body;
        assert!(!told.contains("La section est en visite"), "{}: the afternoon is free", house.name);
    }
}
