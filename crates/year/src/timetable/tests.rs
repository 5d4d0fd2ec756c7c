//! The timetable, on both engines.

mod calendar;
mod feeds;
mod placing;
mod reading;

use ::web::Role;
use names::{NameFields, PersonName};
use words::Lang;

use crate::cohorts;
use crate::house::{Class, House, Person, SCHOOL};

/// A section of three trainees, two trainers, two rooms, and the head of studies.
pub(super) struct School {
    pub class: Class,
    pub studies: Person,
    /// An account and a trainer: one teaches MQ6, the other MC1.
    pub trainers: [(Person, i64); 2],
    /// One of 20 places, one of 2.
    pub rooms: [i64; 2],
}

fn called(family: &str) -> PersonName {
    let fields = NameFields { family_latin: family.into(), given_latin: "Nadia".into(), ..NameFields::default() };
    PersonName::new(&fields).unwrap()
}

pub(super) async fn school(house: &House) -> School {
    let class = house.class(3).await;
    let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
    let one = house.person("hamdi", Role::Trainer, Lang::Fr).await;
    let other = house.person("saadi", Role::Trainer, Lang::Ar).await;
    let change = house.store.begin(SCHOOL).await.unwrap();
    let campus = cohorts::add_campus(&change, "Site", "الموقع").await.unwrap();
    let large = cohorts::add_room(&change, campus, "Salle 1", 20).await.unwrap();
    let small = cohorts::add_room(&change, campus, "Salle 2", 2).await.unwrap();
    let first = cohorts::add_trainer(&change, one.id.0, &called("Hamdi"), &["MQ6"]).await.unwrap();
    let second = cohorts::add_trainer(&change, other.id.0, &called("Saadi"), &["MC1"]).await.unwrap();
    change.commit().await.unwrap();
    School { class, studies, trainers: [(one, first), (other, second)], rooms: [large, small] }
}

/// The form of a session.
pub(super) struct Asked(Vec<(&'static str, String)>);

impl Asked {
    /// MQ6 with the first trainer in the large room, on Sunday 29 November 2026 from 08:00 to 10:00.
    pub(super) fn usual(school: &School, once: &str) -> Self {
        let text = |text: &str| text.to_owned();
        Self(vec![
            ("section", school.class.section.to_string()),
            ("module", text("MQ6")),
            ("day", text("29/11/2026")),
            ("first", text("1")),
            ("slots", text("2")),
            ("trainer", school.trainers[0].1.to_string()),
            ("room", school.rooms[0].to_string()),
            ("teaching", text("practical")),
            ("kind", text("role_play")),
            ("weeks", text("1")),
            ("once", text(once)),
        ])
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a number or a word reads better at the call without a reference"
    )]
    pub(super) fn with(mut self, field: &'static str, value: impl ToString) -> Self {
        self.0.retain(|(own, _)| *own != field);
        self.0.push((field, value.to_string()));
        self
    }

    pub(super) fn fields(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

/// Places a session that is fine but in no plan; its identity.
pub(super) async fn placed(house: &House, school: &School, asked: Asked) -> i64 {
    let asked = asked.with("anyway", "yes");
    house.does(&school.studies, "/timetable/lessons/new", &asked.fields()).await;
    house.number("SELECT MAX(id) FROM lesson", vec![]).await
}
