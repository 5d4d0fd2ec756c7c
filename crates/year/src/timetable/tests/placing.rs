//! Placing, moving, replacing, taking out, and undoing.

use ::store::params;
use axum::http::StatusCode;

use super::{Asked, placed, school};
use crate::house::houses;

const NEW: &str = "/timetable/lessons/new";

#[tokio::test]
async fn a_session_is_placed_once_and_stands_in_the_week_of_section_trainer_and_room() {
    for house in houses().await {
        let school = school(&house).await;
        let page = house.page(&school.studies, &format!("{NEW}?section={}&day=2026-11-29", school.class.section)).await;
        assert!(page.body.contains("value=\"29/11/2026\""), "{}: {}", house.name, page.body);
        let asked = Asked::usual(&school, &page.hidden("once"));
        let place = house.does(&school.studies, NEW, &asked.fields()).await;
        assert_eq!(house.does(&school.studies, NEW, &asked.fields()).await, place, "{}", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM lesson", params![]).await, 1, "{}", house.name);
        assert_eq!(house.journaled("lesson.placed").await, 1, "{}", house.name);
        for of in [
            format!("section-{}", school.class.section),
            format!("trainer-{}", school.trainers[0].1),
            format!("room-{}", school.rooms[0]),
        ] {
            let week = house.page(&school.studies, &format!("/timetable?of={of}&week=01/12/2026")).await.body;
            assert!(week.contains("08:00–10:00") && week.contains("mise en situation"), "{}: {week}", house.name);
        }
        let other =
            house.page(&school.studies, &format!("/timetable?of=room-{}&week=2026-11-29", school.rooms[1])).await;
        assert!(!other.body.contains("08:00–10:00"), "{}", house.name);
    }
}

#[tokio::test]
async fn a_trainer_a_room_and_a_section_are_at_one_place_at_a_time() {
    for house in houses().await {
        let school = school(&house).await;
        placed(&house, &school, Asked::usual(&school, "a")).await;
        let change = house.store.begin(crate::house::SCHOOL).await.unwrap();
        let section = crate::cohorts::add_section(&change, school.class.promotion, "B", 0).await.unwrap();
        change.commit().await.unwrap();
        // The second hour of the first session is the first of this one.
        let beside = |once: &str| Asked::usual(&school, once).with("first", 2).with("anyway", "yes");
        let (other, room) = (school.trainers[1].1, school.rooms[1]);
        let own = beside("b").with("trainer", other).with("room", room);
        let told = house.refused(&school.studies, NEW, &own.fields(), "first").await.body;
        assert!(told.contains("La section a déjà") && told.contains("value=\"29/11/2026\""), "{}: {told}", house.name);
        let trainer = beside("c").with("section", section).with("room", room);
        let told = house.refused(&school.studies, NEW, &trainer.fields(), "trainer").await.body;
        assert!(told.contains("Hamdi Nadia a déjà"), "{}: {told}", house.name);
        let taken = beside("d").with("section", section).with("trainer", other);
        let told = house.refused(&school.studies, NEW, &taken.fields(), "room").await.body;
        assert!(told.contains("La salle Salle 1 est prise"), "{}: {told}", house.name);
        let after = beside("e").with("section", section).with("first", 3);
        house.does(&school.studies, NEW, &after.fields()).await;
        assert_eq!(house.number("SELECT COUNT(*) FROM lesson", params![]).await, 2, "{}", house.name);
    }
}

#[tokio::test]
async fn days_without_teaching_and_hours_beyond_the_day_are_refused_at_their_field() {
    for house in houses().await {
        let school = school(&house).await;
        let asked = || Asked::usual(&school, "a").with("anyway", "yes");
        house.refused(&school.studies, NEW, &asked().with("day", "27/11/2026").fields(), "day").await;
        let feast = house.refused(&school.studies, NEW, &asked().with("day", "01/11/2026").fields(), "day").await;
        assert!(feast.body.contains("Fête de la Révolution"), "{}", house.name);
        house.refused(&school.studies, NEW, &asked().with("first", 8).fields(), "slots").await;
        house.refused(&school.studies, NEW, &asked().with("day", "hier").fields(), "day").await;
        house.refused(&school.studies, NEW, &asked().with("weeks", "99").fields(), "weeks").await;
        house.refused(&school.studies, NEW, &asked().with("trainer", "77").fields(), "trainer").await;
        assert_eq!(house.number("SELECT COUNT(*) FROM lesson", params![]).await, 0, "{}", house.name);
    }
}

#[tokio::test]
async fn what_is_unusual_is_said_and_a_person_decides() {
    for house in houses().await {
        let school = school(&house).await;
        let asked = Asked::usual(&school, "a").with("room", school.rooms[1]).with("trainer", school.trainers[1].1);
        let told = house.refused(&school.studies, NEW, &asked.fields(), "anyway").await.body;
        assert!(told.contains("2 places pour 3"), "{}: {told}", house.name);
        assert!(told.contains("pas parmi les modules"), "{}: {told}", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM lesson", params![]).await, 0, "{}", house.name);
        let id = placed(&house, &school, asked).await;
        let page = house.page(&school.studies, &format!("/timetable/lessons/{id}")).await.body;
        assert!(page.contains("2 places pour 3"), "{}: it stays to be seen", house.name);
    }
}

#[tokio::test]
async fn a_session_is_repeated_over_weeks_and_days_off_are_left_out() {
    for house in houses().await {
        let school = school(&house).await;
        // Sunday 1 November is a holiday of every year.
        let asked = Asked::usual(&school, "a").with("day", "25/10/2026").with("weeks", 3);
        let id = placed(&house, &school, asked).await;
        assert_eq!(house.number("SELECT COUNT(*) FROM lesson", params![]).await, 2, "{}", house.name);
        let clash = Asked::usual(&school, "b").with("day", "18/10/2026").with("weeks", 4).with("anyway", "yes");
        let told = house.refused(&school.studies, NEW, &clash.fields(), "weeks").await.body;
        assert!(told.contains("2 dates ne conviennent pas"), "{}: {told}", house.name);

        // The first of the series and what follows go one day later.
        let place = format!("/timetable/lessons/{}", id - 1);
        let version = house.page(&school.studies, &place).await.hidden("version");
        let moved = Asked::usual(&school, "").with("day", "26/10/2026").with("scope", "following");
        let moved = moved.with("version", &version).with("anyway", "yes");
        house.does(&school.studies, &place, &moved.fields()).await;
        let days = "SELECT COUNT(*) FROM lesson WHERE on_day IN ('2026-10-26', '2026-11-09')";
        assert_eq!(house.number(days, params![]).await, 2, "{}", house.name);

        let fields = [("which", "following"), ("version", "2")];
        house.does(&school.studies, &format!("{place}/removal"), &fields).await;
        let gone = "SELECT COUNT(*) FROM lesson WHERE state = 'removed'";
        assert_eq!(house.number(gone, params![]).await, 2, "{}", house.name);
    }
}

#[tokio::test]
async fn the_last_deed_is_undone_once_and_never_over_what_somebody_else_did() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        let place = format!("/timetable/lessons/{id}");
        house.does(&school.studies, &format!("{place}/cancellation"), &[("why_not", "grève"), ("version", "1")]).await;
        let deed = house.page(&school.studies, "/timetable").await.hidden("deed");
        let week = format!("/timetable?of=section-{}&week=2026-11-29", school.class.section);
        assert!(
            house
                .page(&school.studies, &week)
                .await
                .body
                .contains(&format!("value=\"{}\"", week.replace('&', "&#38;")))
        );
        let back = house.does(&school.studies, "/timetable/undoing", &[("deed", &deed), ("here", &week)]).await;
        assert_eq!(back, week, "{}: the week that was looked at", house.name);
        let planned = "SELECT COUNT(*) FROM lesson WHERE state = 'planned' AND reason = ''";
        assert_eq!(house.number(planned, params![]).await, 1, "{}", house.name);
        assert_eq!(house.journaled("lesson.undone").await, 1, "{}", house.name);
        let again = house.post(&school.studies, "/timetable/undoing", &[("deed", &deed)]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", house.name);

        // Another head of studies changes the session: the first one's placing is no longer undone.
        let other = house.person("lila", ::web::Role::Studies, words::Lang::Fr).await;
        house.does(&other, &format!("{place}/cancellation"), &[("why_not", "panne"), ("version", "3")]).await;
        let deed = house.page(&school.studies, "/timetable").await.hidden("deed");
        let late = house.post(&school.studies, "/timetable/undoing", &[("deed", &deed)]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", house.name);
        let cancelled = "SELECT COUNT(*) FROM lesson WHERE state = 'cancelled'";
        assert_eq!(house.number(cancelled, params![]).await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn undoing_says_what_stands_there_now() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        house
            .does(&school.studies, &format!("/timetable/lessons/{id}/removal"), &[("which", "one"), ("version", "1")])
            .await;
        let deed = house.page(&school.studies, "/timetable").await.hidden("deed");
        let other = house.person("lila", ::web::Role::Studies, words::Lang::Fr).await;
        let asked = Asked::usual(&school, "b").with("module", "MQ7").with("anyway", "yes");
        house.does(&other, NEW, &asked.fields()).await;
        house.does(&school.studies, "/timetable/undoing", &[("deed", &deed)]).await;
        let told = house.page(&school.studies, "/timetable").await.body;
        assert!(told.contains("La section a déjà"), "{}: {told}", house.name);
        let planned = "SELECT COUNT(*) FROM lesson WHERE state = 'planned'";
        assert_eq!(house.number(planned, params![]).await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn the_second_of_two_people_who_change_a_session_is_told_and_keeps_what_they_typed() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        let place = format!("/timetable/lessons/{id}");
        let move_to =
            |first: i64| Asked::usual(&school, "").with("first", first).with("version", 1).with("anyway", "yes");
        house.does(&school.studies, &place, &move_to(3).fields()).await;
        let told = house.refused(&school.studies, &place, &move_to(5).fields(), "day").await;
        assert!(told.body.contains("value=\"5\" selected"), "{}: {}", house.name, told.body);
        assert_eq!(house.number("SELECT from_slot FROM lesson", params![]).await, 3, "{}", house.name);
    }
}

#[tokio::test]
async fn a_trainer_is_replaced_for_one_session_with_the_reason() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        let busy = Asked::usual(&school, "b").with("first", 4).with("trainer", school.trainers[1].1);
        placed(&house, &school, busy.with("room", school.rooms[1])).await;
        let place = format!("/timetable/lessons/{id}");
        let other = school.trainers[1].1.to_string();
        let act = format!("{place}/substitution");
        house.refused(&school.studies, &act, &[("substitute", &other), ("version", "1")], "why").await;
        let fields = [("substitute", other.as_str()), ("why", "congé de maladie"), ("version", "1")];
        house.does(&school.studies, &act, &fields).await;
        let page = house.page(&school.studies, &place).await.body;
        assert!(page.contains("Remplace") && page.contains("congé de maladie"), "{}: {page}", house.name);
        let week = house.page(&school.trainers[1].0, "/timetable?week=2026-11-29").await.body;
        assert!(week.contains("08:00–10:00"), "{}: the substitute sees it", house.name);
        assert_eq!(house.journaled("lesson.substituted").await, 1, "{}", house.name);
        // Back with the first trainer nobody is replaced.
        let first = school.trainers[0].1.to_string();
        let back = [("substitute", first.as_str()), ("why", "de retour"), ("version", "2")];
        house.does(&school.studies, &act, &back).await;
        let replaced = "SELECT COUNT(*) FROM lesson WHERE replaced_id IS NOT NULL";
        assert_eq!(house.number(replaced, params![]).await, 0, "{}", house.name);
    }
}
