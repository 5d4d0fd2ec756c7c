//! The promotion before this one: its first two semesters were judged by councils, and the minutes are sealed. The council of the
//! present promotion is open: marks are still missing.

use std::path::Path;

use desk::clients::Day;
use school::programme::programme;
use store::{Chance, Change, Moment, StoreError};
use year::badges;
use year::cohorts::{self, NewPromotion, NewTrainee};
use year::council::{self, NewDecision, Sitting};
use year::marks::{self, Cell, Mark};
use year::plan;

use crate::cli;
use crate::demo_year::{Name, day, name};

/// Minutes east of UTC: Algeria, all year.
const OFFSET: i32 = 60;

/// Number, name, day of birth, and how far above or below 12 the marks lie, in hundredths.
const TRAINEES: [(&str, Name, &str, i64); 6] = [
    ("2025/001", ["Amrani", "Yasmine", "عمراني", "ياسمين"], "2003-05-11", 250),
    ("2025/002", ["Belkacem", "Riad", "بلقاسم", "رياض"], "2002-12-19", 0),
    ("2025/003", ["", "", "خليفي", "سمية"], "2004-01-07", 125),
    ("2025/004", ["Lounis", "Massinissa", "", ""], "2003-08-23", -125),
    ("2025/005", ["Rahmani", "Ikram", "رحماني", "إكرام"], "2003-02-14", 400),
    ("2025/006", ["Saadi", "Walid", "سعدي", "وليد"], "2002-06-30", -375),
];

/// What the councils of the two semesters decided, by the codes that the program comes with: 1 admitted, 2 by compensation, 3
/// second session, 4 repeats.
const DECIDED: [[(i64, &str); 6]; 2] = [
    [
        (1, ""),
        (1, ""),
        (1, ""),
        (2, PROGRESS),
        (1, ""),
        (3, "Une seconde session est proposée à tous les modules manqués"),
    ],
    [(1, ""), (1, ""), (1, ""), (2, PROGRESS), (1, ""), (4, "Trois mois d’absence pour raison de santé")],
];
const PROGRESS: &str = "Assiduité et progrès constants, relevés par tous les formateurs";

/// Fills both, for the section that is there; `folder` is the data folder.
pub(crate) async fn fill(change: &Change, folder: &Path, section: i64) -> Result<(), String> {
    let (former, people) = promotion(change).await.map_err(|error| cli::say(&error))?;
    for (semester, decided) in (1..).zip(DECIDED) {
        let id = council::open(change, former, semester).await.map_err(|error| cli::say(&error))?;
        hold(change, id, &people, decided).await.map_err(|error| cli::say(&error))?;
        let touched = council::touched(change, id).await.map_err(|error| cli::say(&error))?;
        council::seal(change, id, touched, OFFSET).await.map_err(|error| error.to_string())?;
    }
    council::open(change, section, 1).await.map_err(|error| cli::say(&error))?;
    award(change, folder, people[0]).await
}

/// A badge for the first module that the first trainee validated.
async fn award(change: &Change, folder: &Path, trainee: i64) -> Result<(), String> {
    let chance = Chance::system();
    let key = badges::Keys::in_folder(folder).read_or_make(&chance).await.map_err(|error| error.to_string())?;
    let all = badges::validated(&**change, trainee).await.map_err(|error| cli::say(&error))?;
    let day = Day::of(change.now(), OFFSET);
    for own in all.iter().take(1) {
        badges::award(change, &key, &chance, trainee, own, day).await.map_err(|error| cli::say(&error))?;
    }
    Ok(())
}

async fn promotion(change: &Change) -> Result<(i64, Vec<i64>), StoreError> {
    let starts_on = day("2025-10-05")?;
    let semesters = vec![Some((starts_on, day("2026-02-12")?)), None, None, None];
    let new = NewPromotion { code: "2025-2028".to_owned(), starts_on, semesters };
    let promotion = cohorts::add_promotion(change, &new).await?;
    let section = cohorts::add_section(change, promotion, "A", 0).await?;
    let placed = programme().semesters.assignment();
    plan::fill(change, promotion, 1, &placed).await?;
    let mut people = vec![];
    for (number, parts, birth, _) in TRAINEES {
        let new = NewTrainee { number: number.to_owned(), name: name(parts)?, birth: Some(day(birth)?) };
        people.push(cohorts::add_trainee(change, &new, 0, section, starts_on, None).await?);
    }
    for (at, module) in (0_i64..).zip(&programme().modules) {
        for (semester, opened) in [(1_u8, "2025-11-02"), (2, "2026-03-15")] {
            if placed.get(&module.code).is_some_and(|places| places.contains(&semester)) {
                let sheet = marks::open_sheet(change, section, &module.code, i64::from(semester), day(opened)?).await?;
                marks_of(change, sheet, at, &people).await?;
            }
        }
    }
    Ok((section, people))
}

/// Marks that differ from module to module and from test to test.
async fn marks_of(change: &Change, sheet: i64, at: i64, people: &[i64]) -> Result<(), StoreError> {
    for (component, spread) in [("C1", 50), ("C2", -25), ("C3", 75)] {
        let given = |own: i64| 1_200 + own + spread * ((at * 3 + own / 125) % 5 - 2);
        let cells = people.iter().zip(TRAINEES).map(|(trainee, (.., own))| Cell {
            trainee: *trainee,
            old: None,
            new: Some(Mark::Given(given(own).clamp(0, 2_000))),
        });
        let cells: Vec<Cell> = cells.collect();
        marks::enter(change, sheet, component, &format!("demo-{sheet}-{component}"), &cells).await?;
    }
    Ok(())
}

async fn hold(change: &Change, id: i64, people: &[i64], decided: [(i64, &str); 6]) -> Result<(), StoreError> {
    let sitting = Sitting {
        held_on: Day::of(Moment(change.now().0 - 86_400_000), OFFSET).to_string(),
        president: "Samira Haddad, cheffe de service de formation".to_owned(),
        members: "Nadia Hamdi, formatrice\nDjamel Ferhat, formateur\nكريمة سعدي، مكونة".to_owned(),
        remarks: "Les stagiaires ont été reçus individuellement avant le conseil.".to_owned(),
    };
    council::keep_sitting(change, id, &sitting).await?;
    let mut all = vec![];
    for (trainee, (code, reason)) in people.iter().zip(decided) {
        let seen = council::digest(change, id, *trainee).await?;
        all.push(NewDecision { trainee: *trainee, code, reason: reason.to_owned(), seen, version: 0 });
    }
    council::decide(change, id, &all).await
}
