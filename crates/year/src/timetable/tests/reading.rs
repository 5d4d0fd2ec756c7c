//! Who reads what, and what counts as done.

use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use super::{Asked, placed, school};
use crate::house::houses;

#[tokio::test]
async fn every_page_opens_in_three_languages() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a").with("weeks", 2)).await;
        for (login, lang) in [("fr", Lang::Fr), ("ar", Lang::Ar), ("en", Lang::En)] {
            let studies = house.person(login, Role::Studies, lang).await;
            for own in [
                format!("/timetable?of=section-{}&week=2026-11-29", school.class.section),
                format!("/timetable/lessons/{id}"),
                "/timetable/lessons/new".to_owned(),
                "/timetable/calendar".to_owned(),
                format!("/timetable/sections/{}", school.class.section),
            ] {
                assert_eq!(house.page(&studies, &own).await.body.matches("<h1 ").count(), 1, "{own}");
            }
        }
    }
}

#[tokio::test]
async fn a_trainee_reads_the_week_of_their_own_section_and_changes_nothing() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        let alone = house.page(&amina, "/timetable").await.body;
        assert!(alone.contains("vous n’êtes dans aucune section"), "{}: {alone}", house.name);
        let lesson = format!("/timetable/lessons/{id}");
        assert_eq!(house.get(&amina, &lesson).await.status, StatusCode::NOT_FOUND, "{}", house.name);

        let change = house.store.begin(crate::house::SCHOOL).await.unwrap();
        let sql = "UPDATE trainee SET account_id = $1 WHERE id = $2";
        ::store::Sql::run(&*change, sql, params![amina.id.0, school.class.trainees[0]]).await.unwrap();
        change.record(::store::Entry::new("test.prepared", "trainee", 1)).await.unwrap();
        change.commit().await.unwrap();
        let week = house.page(&amina, "/timetable?week=2026-11-29").await.body;
        assert!(week.contains("MQ6") && !week.contains("<form class=\"search"), "{}: {week}", house.name);
        let page = house.page(&amina, &lesson).await.body;
        assert!(!page.contains("action=\"/timetable"), "{}: {page}", house.name);
        let other = format!("/timetable?of=trainer-{}", school.trainers[0].1);
        assert_eq!(house.get(&amina, &other).await.status, StatusCode::NOT_FOUND, "{}", house.name);
        for post in [lesson.clone(), format!("{lesson}/removal"), "/timetable/undoing".to_owned()] {
            assert_eq!(house.post(&amina, &post, &[]).await.status, StatusCode::FORBIDDEN, "{post}");
        }
        let agent = house.person("karim", Role::Agent, Lang::Fr).await;
        assert_eq!(house.get(&agent, "/timetable").await.status, StatusCode::FORBIDDEN, "{}", house.name);
    }
}

#[tokio::test]
async fn a_session_that_is_over_and_was_not_called_off_counts_as_done() {
    for house in houses().await {
        let school = school(&house).await;
        // It is Monday 23 November, in the morning.
        let past = placed(&house, &school, Asked::usual(&school, "a").with("day", "16/11/2026").with("weeks", 3)).await;
        let hours = format!("/timetable/sections/{}", school.class.section);
        let plan = format!("/year/promotions/{}/plan", school.class.promotion);
        let row = |body: &str| {
            let row = body.split("<bdi dir=\"ltr\">MQ6</bdi>").last().unwrap().split("</tr>").next().unwrap();
            row.split('>')
                .map(|part| part.split('<').next().unwrap().trim())
                .filter(|text| text.ends_with(" h"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let page = house.page(&school.studies, &hours).await.body;
        assert_eq!(row(&page)[1..], ["6 h".to_owned(), "2 h".to_owned()], "{}: {page}", house.name);
        assert!(page.contains("mise en situation 100"), "{}: {page}", house.name);
        let due = row(&house.page(&school.studies, &plan).await.body);
        assert_eq!(due.last().map(String::as_str), Some("2 h"), "{}: {due:?}", house.name);
        let first = past - 2;
        let act = format!("/timetable/lessons/{first}/cancellation");
        house.does(&school.studies, &act, &[("why_not", "grève"), ("version", "1")]).await;
        let page = house.page(&school.studies, &hours).await.body;
        assert_eq!(row(&page)[1..], ["4 h".to_owned(), "0 h".to_owned()], "{}", house.name);
    }
}
