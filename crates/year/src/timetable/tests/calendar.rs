//! The calendar of the institution.

use ::store::params;

use super::{Asked, placed, school};
use crate::house::houses;

const HOURS: &str = "08:00-09:00\n09:00-10:00\n10:00-11:00";

#[tokio::test]
async fn the_week_and_its_hours_are_the_institution_s() {
    for house in houses().await {
        let school = school(&house).await;
        placed(&house, &school, Asked::usual(&school, "a").with("first", 3).with("slots", 1)).await;
        let version = house.page(&school.studies, "/timetable/calendar").await.hidden("version");
        let week = |hours| [("days", "0"), ("days", "6"), ("hours", hours), ("version", version.as_str())];
        let two = "08:00-09:00\n09:00-10:00";
        house.refused(&school.studies, "/timetable/calendar", &week(two), "hours").await;
        let wrong = house.refused(&school.studies, "/timetable/calendar", &week("huit heures"), "hours").await;
        assert!(wrong.body.contains("huit heures"), "{}: what was typed stays", house.name);
        house.refused(&school.studies, "/timetable/calendar", &[("hours", HOURS)], "days").await;
        house.does(&school.studies, "/timetable/calendar", &week(HOURS)).await;
        house.refused(&school.studies, "/timetable/calendar", &week(HOURS), "days").await;
        // Saturday is now a day like another, Monday is not.
        let saturday = Asked::usual(&school, "b").with("day", "28/11/2026").with("anyway", "yes");
        house.does(&school.studies, "/timetable/lessons/new", &saturday.fields()).await;
        let monday = Asked::usual(&school, "c").with("day", "30/11/2026").with("anyway", "yes");
        house.refused(&school.studies, "/timetable/lessons/new", &monday.fields(), "day").await;
        assert_eq!(house.journaled("timetable.week").await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn days_off_are_added_confirmed_and_taken_out() {
    for house in houses().await {
        let school = school(&house).await;
        let page = house.page(&school.studies, "/timetable/calendar").await;
        assert!(page.body.contains("Yennayer") && page.body.contains("à confirmer"), "{}", house.name);
        let feast = |once: &'static str| {
            [
                ("name_fr", "Aïd el-Fitr"),
                ("from", "10/03/2027"),
                ("until", "11/03/2027"),
                ("moon", "yes"),
                ("once", once),
            ]
        };
        let add = "/timetable/days-off";
        house.refused(&school.studies, add, &[("from", "10/03/2027"), ("once", "x")], "name_fr").await;
        let crossed = [("name_fr", "A"), ("from", "10/03/2027"), ("until", "09/03/2027"), ("once", "y")];
        house.refused(&school.studies, add, &crossed, "until").await;
        let mixed = [("name_fr", "A"), ("from", "10/03"), ("until", "12/03/2027"), ("once", "z")];
        house.refused(&school.studies, add, &mixed, "until").await;
        house.does(&school.studies, add, &feast("a")).await;
        house.does(&school.studies, add, &feast("a")).await;
        house.refused(&school.studies, add, &feast("b"), "from").await;
        let id = house.number("SELECT id FROM day_off WHERE moon AND until_on = '2027-03-11'", params![]).await;
        house.does(&school.studies, &format!("{add}/{id}/confirmation"), &[]).await;
        assert_eq!(house.number("SELECT COUNT(*) FROM day_off WHERE confirmed", params![]).await, 1, "{}", house.name);
        let asked = Asked::usual(&school, "d").with("day", "10/03/2027").with("anyway", "yes");
        house.refused(&school.studies, "/timetable/lessons/new", &asked.fields(), "day").await;
        house.does(&school.studies, &format!("{add}/{id}/removal"), &[]).await;
        house.does(&school.studies, "/timetable/lessons/new", &asked.fields()).await;
        assert_eq!(house.journaled("day_off.removed").await, 1, "{}", house.name);
    }
}
