//! The school year of the demo: an institution, one promotion, a section of twelve trainees, three trainers, a semester of
//! sessions, and the sheets of its first weeks.

use std::path::Path;

use desk::clients::Day;
use names::{NameFields, PersonName};
use school::assessment::{Rule, Status};
use store::{AccountId, CentreId, Change, Scope, Store, StoreError};
use year::attendance::{self, Presence};
use year::cohorts::{self, Granted, Institution, NewPromotion, NewTrainee};
use year::competence;
use year::marks::{self, Cell, Mark};
use year::plan;
use year::timetable::generate::{Left, Piece, Proposal, Why};
use year::timetable::{self, Kind, Placed, State, Teaching};

use crate::{cli, demo_council, demo_meetings};

/// Family and given name in Latin letters, then in Arabic letters.
pub(crate) type Name = [&'static str; 4];

/// The trainers, in the order of their accounts, with what they teach.
const TRAINERS: [(Name, &[&str]); 3] = [
    (["Hamdi", "Nadia", "حمدي", "نادية"], &["MQ1", "MQ2", "MQ6", "MQ7", "MC6"]),
    (["Ferhat", "Djamel", "", ""], &["MQ5", "MC1", "MC9", "MC10"]),
    (["", "", "سعدي", "كريمة"], &["MQ6", "MC2", "MC7"]),
];

/// The trainees: the first two have the accounts of the demo. Number, name, day of birth.
const TRAINEES: [(&str, Name, &str); 12] = [
    ("2026/001", ["Cherif", "Amina", "شريف", "أمينة"], "2004-03-12"),
    ("2026/002", ["", "", "بوزيد", "ياسين"], "2003-11-02"),
    ("2026/003", ["Aït Ahmed", "Lynda", "آيت أحمد", "ليندة"], "2005-01-24"),
    ("2026/004", ["Benali", "Karim", "بن علي", "كريم"], "2004-07-08"),
    ("2026/005", ["Bouchama", "Selma", "", ""], "2005-05-30"),
    ("2026/006", ["Djebbar", "Anis", "جبار", "أنيس"], "2002-09-17"),
    ("2026/007", ["Guerroudj", "Nesrine", "قروج", "نسرين"], "2004-12-05"),
    ("2026/008", ["", "", "حداد", "عبد القادر"], "2003-04-21"),
    ("2026/009", ["Kaci", "Tinhinane", "قاسي", "تينهينان"], "2005-08-14"),
    ("2026/010", ["Mebarki", "Oussama", "مباركي", "أسامة"], "2004-02-29"),
    ("2026/011", ["Ould Ali", "Sarah", "", ""], "2003-10-10"),
    ("2026/012", ["Zerrouki", "Ilyes", "زروقي", "إلياس"], "2004-06-03"),
];

/// First and last day of each semester.
const SEMESTERS: [[&str; 2]; 4] = [
    ["2026-10-04", "2027-02-11"],
    ["2027-02-28", "2027-07-01"],
    ["2027-10-03", "2028-02-10"],
    ["2028-02-27", "2028-06-29"],
];

/// A list that waits to be enrolled: one line that is new, one that is known, one that contradicts the register, one without a
/// given name.
const LIST: &str = "Numéro d’inscription;Nom;Prénom;Date de naissance
2026/013;Yahiaoui;Meriem;19/04/2005
2026/004;Benali;Karim;08/07/2004
2026/005;Bouchama;Selma;30/05/2001
2026/014;Touati;;02/02/2004
";

/// Fills the year, all or nothing; `folder` is the data folder.
pub(crate) async fn fill(
    store: &Store,
    folder: &Path,
    trainers: &[AccountId],
    trainees: &[AccountId],
) -> Result<(), String> {
    let scope = Scope { centre: CentreId::TRAINING, actor: None };
    let change = store.begin(scope).await.map_err(|error| cli::say(&error))?;
    let (section, starts_on) = people(&change, trainers, trainees).await.map_err(|error| cli::say(&error))?;
    let list = cohorts::read_list(&change, "liste-complementaire.csv", LIST.as_bytes(), section, starts_on).await;
    list.map_err(|error| error.to_string())?;
    demo_council::fill(&change, folder, section).await?;
    demo_meetings::fill(&change, section).await.map_err(|error| cli::say(&error))?;
    change.commit().await.map_err(|error| cli::say(&error))
}

pub(crate) fn name(parts: Name) -> Result<PersonName, StoreError> {
    let [family_latin, given_latin, family_arabic, given_arabic] = parts.map(str::to_owned);
    let fields = NameFields { given_latin, family_latin, given_arabic, family_arabic };
    PersonName::new(&fields).map_err(|_| StoreError::NotFound)
}

pub(crate) fn day(text: &str) -> Result<Day, StoreError> {
    Day::parse(text).map_err(|_| StoreError::NotFound)
}

async fn people(change: &Change, trainers: &[AccountId], trainees: &[AccountId]) -> Result<(i64, Day), StoreError> {
    cohorts::change_institution(change, &institution()).await?;
    cohorts::keep_logo(change, include_bytes!("assets/demo-logo.png")).await?;
    let campus = cohorts::add_campus(change, "Site principal", "الموقع الرئيسي").await?;
    let floor = cohorts::add_room(change, campus, "Plateau 1", 14).await?;
    cohorts::add_room(change, campus, "Salle 3", 16).await?;
    let mut staff = vec![];
    for ((parts, modules), account) in TRAINERS.into_iter().zip(trainers) {
        staff.push(cohorts::add_trainer(change, account.0, &name(parts)?, modules).await?);
    }
    let semesters = SEMESTERS.iter().map(|[first, last]| Ok(Some((day(first)?, day(last)?))));
    let semesters = semesters.collect::<Result<_, StoreError>>()?;
    let starts_on = day(SEMESTERS[0][0])?;
    let new = NewPromotion { code: "2026-2029".to_owned(), starts_on, semesters };
    let promotion = cohorts::add_promotion(change, &new).await?;
    let section = cohorts::add_section(change, promotion, "A", floor).await?;
    // One module is left open, so that the plan has something to fill.
    let mut placed = school::programme::programme().semesters.assignment();
    placed.insert("MC12".to_owned(), vec![0]);
    plan::fill(change, promotion, 1, &placed).await?;
    let mut people = vec![];
    for (at, (number, parts, birth)) in TRAINEES.into_iter().enumerate() {
        let new = NewTrainee { number: number.to_owned(), name: name(parts)?, birth: Some(day(birth)?) };
        let account = trainees.get(at).map_or(0, |id| id.0);
        let id = cohorts::add_trainee(change, &new, account, section, starts_on, None).await?;
        people.push(id);
        if number == "2026/008" {
            let granted = Granted {
                means: "speech+braille".to_owned(),
                factor: 1.5,
                documents: "Sujets en braille, remis une heure avant l’épreuve.".to_owned(),
                ..Granted::default()
            };
            cohorts::keep_accommodation(change, id, account, &granted).await?;
        }
    }
    competence::freeze(change, promotion, Rule::Last).await?;
    competence::assess_oneself(change, people[0], &SAID).await?;
    sessions(change, section, floor, &staff, &people).await?;
    let sheet = marks::open_sheet(change, section, "MQ6", 1, starts_on).await?;
    for (component, given) in [("C1", FIRST), ("C2", SECOND)] {
        let cell = |(trainee, given): (&i64, Option<Mark>)| Cell { trainee: *trainee, old: None, new: given };
        let cells: Vec<Cell> = people.iter().zip(given).map(cell).filter(|cell| cell.new.is_some()).collect();
        marks::enter(change, sheet, component, &format!("demo-{component}"), &cells).await?;
    }
    Ok((section, starts_on))
}

/// What the first trainee says of herself in MQ6.
const SAID: [(&str, Option<Status>); 3] = [
    ("MQ6.G1", Some(Status::Acquired)),
    ("MQ6.O1.C1", Some(Status::InProgress)),
    ("MQ6.O2.C1", Some(Status::NotAcquired)),
];

/// The week of the first semester: day (0 for Sunday), first slot, slots, module, trainer, practical or not, kind.
const WEEK: [(i64, i64, i64, &str, usize, Teaching, Kind); 12] = [
    (0, 1, 2, "MQ1", 0, Teaching::Lecture, Kind::Exposition),
    (0, 3, 2, "MC1", 1, Teaching::Practical, Kind::Exercise),
    (0, 5, 2, "MC9", 1, Teaching::Practical, Kind::Exercise),
    (1, 1, 1, "MQ6", 2, Teaching::Lecture, Kind::Exposition),
    (1, 2, 1, "MQ6", 2, Teaching::Practical, Kind::RolePlay),
    (1, 3, 2, "MC2", 2, Teaching::Lecture, Kind::Exposition),
    (2, 1, 2, "MQ2", 0, Teaching::Practical, Kind::Exercise),
    (2, 3, 2, "MQ7", 0, Teaching::Practical, Kind::RolePlay),
    (3, 1, 2, "MC9", 1, Teaching::Practical, Kind::Exercise),
    (3, 3, 1, "MQ7", 0, Teaching::Lecture, Kind::Feedback),
    (4, 1, 1, "MQ1", 0, Teaching::Practical, Kind::Evaluation),
    (4, 2, 2, "MC6", 0, Teaching::Lecture, Kind::Exposition),
];

/// A week of the second semester, proposed and not taken over: three sessions, and one module that nobody teaches yet.
fn proposal(section: i64, room: i64, staff: &[i64]) -> Proposal {
    let pieces =
        [(0, "MQ2", 0, Teaching::Practical), (1, "MQ6", 2, Teaching::Practical), (2, "MQ10", 1, Teaching::Lecture)];
    let piece = |(weekday, module, at, teaching): (i64, &str, usize, Teaching)| {
        let trainer = *staff.get(at)?;
        let module = module.to_owned();
        Some(Piece { section, module, teaching, weekday, first: 1, slots: 2, trainer, room })
    };
    let left = Left { section, module: "MC8".to_owned(), teaching: Teaching::Lecture, hours: 2, why: Why::NoTrainer };
    Proposal { pieces: pieces.into_iter().filter_map(piece).collect(), left: vec![left] }
}

/// Who was not present in the first sessions: session, trainee, presence.
const MISSING: [(usize, usize, Presence); 6] = [
    (0, 3, Presence::Absent),
    (0, 6, Presence::Late),
    (1, 3, Presence::Absent),
    (2, 9, Presence::Left),
    (3, 9, Presence::Absent),
    (4, 3, Presence::Absent),
];

/// The sessions of the first semester, and the sheets of the first two weeks.
async fn sessions(change: &Change, section: i64, room: i64, staff: &[i64], people: &[i64]) -> Result<(), StoreError> {
    let (from, until) = (day(SEMESTERS[0][0])?, day(SEMESTERS[0][1])?);
    let week = WEEK.into_iter().filter_map(|(weekday, first, slots, module, at, teaching, kind)| {
        Some(Placed {
            section,
            module: module.to_owned(),
            trainer: *staff.get(at)?,
            room,
            day: from.plus_days(weekday).to_string(),
            first,
            slots,
            teaching: teaching.code().to_owned(),
            kind: kind.code().to_owned(),
            series: format!("demo-{weekday}-{first}"),
            state: State::Planned.code().to_owned(),
            replaced: 0,
            reason: String::new(),
        })
    });
    let week: Vec<Placed> = week.collect();
    let made = timetable::lay_weekly(change, &week, until).await?;
    for (at, lesson) in made.iter().take(2 * WEEK.len()).enumerate() {
        let cell = |(place, trainee): (usize, &i64)| {
            let missing = MISSING.iter().find(|(session, person, _)| (*session, *person) == (at, place));
            let new = missing.map_or(Presence::Present, |(_, _, presence)| *presence);
            attendance::Cell { trainee: *trainee, old: None, new }
        };
        let cells: Vec<attendance::Cell> = people.iter().enumerate().map(cell).collect();
        attendance::keep(change, *lesson, &cells).await?;
    }
    timetable::propose(change, (SEMESTERS[1][0], SEMESTERS[1][1]), 1, &proposal(section, room, staff)).await?;
    if let Some(trainee) = people.get(9) {
        let days = (from.plus_days(1), from.plus_days(2));
        attendance::justify(change, *trainee, days, "Certificat remis le 07/10/2026").await?;
    }
    Ok(())
}

/// Marks of the first test, in the order of the trainees: one was absent, one is exempt.
const FIRST: [Option<Mark>; 12] = [
    Some(Mark::Given(1450)),
    Some(Mark::Given(1625)),
    Some(Mark::Given(1100)),
    Some(Mark::Given(900)),
    Some(Mark::Absent),
    Some(Mark::Given(1275)),
    Some(Mark::Given(1800)),
    Some(Mark::Given(1350)),
    Some(Mark::Exempt),
    Some(Mark::Given(750)),
    Some(Mark::Given(1000)),
    Some(Mark::Given(1550)),
];
/// Marks of the second test: not all are in yet.
const SECOND: [Option<Mark>; 12] = [
    Some(Mark::Given(1300)),
    Some(Mark::Given(1700)),
    Some(Mark::Given(1250)),
    Some(Mark::Given(850)),
    Some(Mark::Given(1100)),
    None,
    None,
    Some(Mark::Given(1400)),
    None,
    Some(Mark::Given(600)),
    None,
    Some(Mark::Given(1450)),
];

fn institution() -> Institution {
    Institution {
        name_fr: "Institut de démonstration de la formation professionnelle".to_owned(),
        name_ar: "معهد التكوين المهني التجريبي".to_owned(),
        header_fr: "République algérienne démocratique et populaire\nMinistère de la Formation et de l’Enseignement professionnels".to_owned(),
        header_ar: "الجمهورية الجزائرية الديمقراطية الشعبية\nوزارة التكوين والتعليم المهنيين".to_owned(),
        promoter_fr: "Promoteur".to_owned(),
        promoter_ar: "المؤطر".to_owned(),
        co_promoter_fr: "Co-promoteur".to_owned(),
        co_promoter_ar: "المؤطر المشارك".to_owned(),
        version: 1,
    }
}
