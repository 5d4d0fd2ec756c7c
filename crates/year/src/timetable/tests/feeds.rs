//! The calendar feed.

use ::store::params;
use axum::http::StatusCode;

use super::{Asked, placed, school};
use crate::house::{Person, houses};

fn link(body: &str) -> String {
    let after = body.split("/feeds/").nth(1).unwrap_or_else(|| panic!("no link in {body}"));
    format!("/feeds/{}", after.split('"').next().unwrap())
}

#[tokio::test]
async fn a_secret_link_gives_one_s_own_sessions_without_signing_in_and_names_nobody() {
    for house in houses().await {
        let school = school(&house).await;
        let id = placed(&house, &school, Asked::usual(&school, "a")).await;
        let other =
            Asked::usual(&school, "b").with("first", 5).with("module", "MC1").with("trainer", school.trainers[1].1);
        placed(&house, &school, other).await;
        let trainer = &school.trainers[0].0;
        let none = house.page(&school.studies, "/timetable/feed").await.body;
        assert!(none.contains("aucune séance à vous"), "{}: {none}", house.name);
        house.page(trainer, "/timetable/feed").await;
        let made = house.post(trainer, "/timetable/feed", &[]).await;
        let first = link(&made.body);
        let nobody = Person::nobody();
        let file = house.page(&nobody, &first).await.body;
        assert!(file.contains("DTSTART:20261129T070000Z") && file.contains("DTEND:20261129T090000Z"), "{file}");
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1, "{}: only their own", house.name);
        assert!(file.contains("MQ6") && file.contains("Salle 1") && !file.contains("Hamdi"), "{file}");
        assert_eq!(house.page(&nobody, &first).await.body, file, "{}: the same file for the same sessions", house.name);
        let secret = first.trim_start_matches("/feeds/");
        let kept = "SELECT COUNT(*) FROM calendar_feed WHERE token_hash = $1";
        assert_eq!(house.number(kept, params![secret]).await, 0, "{}: the secret is not stored", house.name);

        let act = format!("/timetable/lessons/{id}/cancellation");
        house.does(&school.studies, &act, &[("why_not", "congé de maladie"), ("version", "1")]).await;
        let file = house.page(&nobody, &first).await.body;
        assert!(file.contains("STATUS:CANCELLED") && !file.contains("maladie"), "{}: {file}", house.name);

        let again = house.post(trainer, "/timetable/feed", &[]).await;
        assert_eq!(house.get(&nobody, &first).await.status, StatusCode::NOT_FOUND, "{}: renewed", house.name);
        let renewed = self::link(&again.body);
        house.page(&nobody, &renewed).await;
        house.does(trainer, "/timetable/feed/removal", &[]).await;
        assert_eq!(house.get(&nobody, &renewed).await.status, StatusCode::NOT_FOUND, "{}: closed", house.name);
        assert_eq!(house.journaled("feed.opened").await, 2, "{}", house.name);
    }
}
