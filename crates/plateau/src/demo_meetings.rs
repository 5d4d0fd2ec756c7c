//! A visit that was made, one to come, and a meeting with decisions: what the demo shows of them.

use store::{Change, StoreError};
use year::meetings::{self, Kind, Plan, Wording};

/// Kind, day, hours, subject, place, who takes part.
type Planned = (Kind, &'static str, (i64, i64), &'static str, &'static str, &'static str);

const MADE: Planned = (
    Kind::Visit,
    "2026-11-12",
    (9 * 60, 12 * 60),
    "Centre d’appels d’un opérateur, Bab Ezzouar",
    "Bab Ezzouar",
    "Mme Hamdi\nM. Ferhat",
);
const TO_COME: Planned = (
    Kind::Visit,
    "2027-02-18",
    (9 * 60, 12 * 60),
    "Service clientèle d’une banque, Alger",
    "Alger-Centre",
    "Mme Hamdi",
);
const MEETING: Planned = (
    Kind::AfterVisit,
    "2026-11-15",
    (14 * 60, 15 * 60),
    "Ce que la visite change dans nos séances",
    "Salle 3",
    "Mme Hamdi\nM. Ferhat\nكريمة سعدي",
);

/// What was decided, who does it, until when.
const DECISIONS: [(&str, &str, &str); 2] = [
    ("Ajouter dix minutes de reformulation à chaque séance de MQ6", "Mme Hamdi", "2026-12-01"),
    ("Commander deux casques à une oreille", "M. Ferhat", ""),
];

/// Fills the visits of a section and the meetings of its trainers.
pub(crate) async fn fill(change: &Change, section: i64) -> Result<(), StoreError> {
    let made = meetings::add(change, &plan(MADE, section)).await?;
    let seen = "Douze postes, deux superviseurs. Les appels de test durent quatre minutes en moyenne.\n\nUn agent malvoyant a montré son afficheur et ses raccourcis.";
    meetings::report(change, made, 1, seen).await?;
    meetings::add(change, &plan(TO_COME, section)).await?;
    let held = meetings::add(change, &plan(MEETING, 0)).await?;
    meetings::report(change, held, 1, "La visite a montré l’importance de la reformulation.").await?;
    for (text, who, until_on) in DECISIONS {
        let wording = Wording { text: text.to_owned(), who: who.to_owned(), until_on: until_on.to_owned() };
        meetings::decide(change, held, &wording).await?;
    }
    Ok(())
}

fn plan((kind, day, hours, subject, place, people): Planned, section: i64) -> Plan {
    Plan {
        kind: kind.code().to_owned(),
        section,
        on_day: day.to_owned(),
        hours,
        subject: subject.to_owned(),
        place: place.to_owned(),
        people: people.to_owned(),
    }
}
