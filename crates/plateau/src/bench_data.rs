//! A big client base for the benches, in the database or as a file to import, and what a load needs to know of it.

use std::path::Path;

use desk::calls;
use desk::clients::generator::{Person, people};
use desk::clients::{self, ClientData, Day, commune_name, label_of};
use names::{NameFields, PersonName, Script};
use serde_json::json;
use store::{AccountId, CentreId, Chance, Change, Scope, Store, StoreError};
use web::Role;
use web::accounts::{self, NewAccount};
use web::preferences::Preferences;
use words::{Lang, Talk};
use year::cohorts::{self, NewPromotion, NewTrainee};
use year::timetable::{self, Kind, Placed, State, Teaching};

use crate::cli::{self, Data};
use crate::{house, serve};

/// Clients written in one transaction.
const TOGETHER: usize = 5_000;

/// Files that a load asks for: every so many clients.
const SAMPLE: usize = 500;

/// Weeks of sessions before and after the present one.
const WEEKS: i64 = 8;

/// The module of each day of the week, Sunday first.
const MODULES: [&str; 5] = ["MQ1", "MQ2", "MQ6", "MQ7", "MC9"];

/// The sessions of a day, two slots each: the first slot, and what happens.
const SESSIONS: [(i64, Kind); 3] = [(1, Kind::Exposition), (3, Kind::Exercise), (5, Kind::RolePlay)];

/// Fills the folder and prints one JSON line: login, password, and a sample of identities, phones and names. With `file` the
/// clients are written there, as a spreadsheet of a company would hold them, and the base has the account only. With `trainees`
/// the clients are those of the training centre, where trainees stand, and the line names the logins of so many, who all have
/// the same password.
pub(crate) async fn fill(data: &Data, count: usize, file: Option<&Path>, trainees: usize) -> Result<(), String> {
    let store = cli::open(&data.target()).await?;
    let password = house::password(&Chance::system());
    house::create(&store, account("bench", "Bench".to_owned(), Role::Agent, &password)).await?;
    let centre = if trainees > 0 { CentreId::TRAINING } else { CentreId::PRODUCTION };
    match file {
        Some(path) => write_file(path, count).map_err(|error| format!("{}: {error}", path.display()))?,
        None => seed(&store, centre, count).await.map_err(|error| cli::say(&error))?,
    }
    let sample: Vec<_> = people(7, count).step_by((count / SAMPLE).max(1)).collect();
    // In an empty base the files are numbered from one.
    let ids: Vec<usize> = (1..=count).step_by((count / SAMPLE).max(1)).collect();
    let phones: Vec<_> = sample.iter().map(|person| person.phone.clone()).collect();
    let names = |given: fn(&Person) -> &str, family: fn(&Person) -> &str| -> Vec<String> {
        let full = sample.iter().map(|person| format!("{} {}", given(person), family(person)).trim().to_owned());
        full.filter(|name| !name.is_empty()).collect()
    };
    let mut line = json!({
        "login": "bench", "password": password, "clients": ids, "phones": phones,
        "names": names(|person| &person.given_latin, |person| &person.family_latin),
        "arabic": names(|person| &person.given_arabic, |person| &person.family_arabic),
    });
    if trainees > 0 {
        let logins = enrol(&store, trainees, &password).await?;
        line["trainees"] = json!(logins);
    }
    store.close().await;
    cli::print(&line.to_string())
}

fn account(login: &str, name: String, role: Role, password: &str) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        name,
        role,
        password: password.to_owned(),
        centre: accounts::home_of(role),
        preferences: Preferences::default(),
    }
}

async fn seed(store: &Store, centre: CentreId, count: usize) -> store::Result<()> {
    let scope = Scope { centre, actor: None };
    let mut all = people(7, count).peekable();
    while all.peek().is_some() {
        let part = all.by_ref().take(TOGETHER);
        let change = store.begin(scope).await?;
        calls::seed_codes(&change).await?;
        clients::seed(&change, part.filter_map(|person| ClientData::generated(&person)).collect()).await?;
        change.commit().await?;
    }
    Ok(())
}

/// Makes trainees as a school has them, each with an account, in a section with its trainer; gives their logins.
async fn enrol(store: &Store, count: usize, password: &str) -> Result<Vec<String>, String> {
    let names = people(11, count + 1).map(|person| named(&person)).collect::<Result<Vec<_>, _>>()?;
    let (mut logins, mut accounts) = (vec![], vec![]);
    for (at, name) in names.iter().enumerate() {
        // The first one teaches the others.
        let (login, role) = match at {
            0 => ("trainer".to_owned(), Role::Trainer),
            _ => (format!("trainee-{at}"), Role::Trainee),
        };
        let shown = name.full(Script::Latin).or_else(|| name.full(Script::Arabic)).unwrap_or_default();
        accounts.push(house::create(store, account(&login, shown, role, password)).await?);
        logins.push(login);
    }
    let said = |error: StoreError| cli::say(&error);
    let change = store.begin(Scope { centre: CentreId::TRAINING, actor: None }).await.map_err(said)?;
    fill_year(&change, &names, &accounts).await.map_err(said)?;
    change.commit().await.map_err(said)?;
    Ok(logins.split_off(1))
}

fn named(person: &Person) -> Result<PersonName, String> {
    let fields = NameFields {
        given_latin: person.given_latin.clone(),
        family_latin: person.family_latin.clone(),
        given_arabic: person.given_arabic.clone(),
        family_arabic: person.family_arabic.clone(),
    };
    PersonName::new(&fields).map_err(|errors| format!("the name of a trainee: {errors:?}"))
}

/// A promotion of one section whose semester lies around today: its room, its trainer, who comes first, and its trainees.
async fn fill_year(change: &Change, names: &[PersonName], accounts: &[AccountId]) -> store::Result<()> {
    let today = Day::of(change.now(), serve::config(false).offset_minutes);
    let sunday = today.plus_days(-today.weekday());
    let (first, last) = (sunday.plus_days(-7 * WEEKS), sunday.plus_days(7 * WEEKS + 6));
    let campus = cohorts::add_campus(change, "Site principal", "الموقع الرئيسي").await?;
    let places = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let room = cohorts::add_room(change, campus, "Plateau 1", places).await?;
    let new = NewPromotion { code: "Bench".to_owned(), starts_on: first, semesters: vec![Some((first, last))] };
    let promotion = cohorts::add_promotion(change, &new).await?;
    let section = cohorts::add_section(change, promotion, "A", room).await?;
    let mut people = names.iter().zip(accounts);
    let Some((name, account)) = people.next() else { return Ok(()) };
    let trainer = cohorts::add_trainer(change, account.0, name, &MODULES).await?;
    for (number, (name, account)) in (1..).zip(people) {
        let new = NewTrainee { number: format!("2026/{number:03}"), name: name.clone(), birth: None };
        cohorts::add_trainee(change, &new, account.0, section, first, None).await?;
    }
    timetable::lay_weekly(change, &week(first, section, trainer, room), last).await?;
    Ok(())
}

/// The sessions of a week that begins on a Sunday.
fn week(sunday: Day, section: i64, trainer: i64, room: i64) -> Vec<Placed> {
    let session = |weekday: i64, module: &str, slot: i64, kind: Kind| Placed {
        section,
        module: module.to_owned(),
        trainer,
        room,
        day: sunday.plus_days(weekday).to_string(),
        first: slot,
        slots: 2,
        teaching: Teaching::Practical.code().to_owned(),
        kind: kind.code().to_owned(),
        series: format!("bench-{weekday}-{slot}"),
        state: State::Planned.code().to_owned(),
        replaced: 0,
        reason: String::new(),
    };
    let days = (0_i64..).zip(MODULES);
    days.flat_map(|(weekday, module)| SESSIONS.map(|(slot, kind)| session(weekday, module, slot, kind))).collect()
}

/// The columns of the file, each with the field whose French name is its header.
type Column = (&'static str, fn(&Person) -> String);

const COLUMNS: [Column; 13] = [
    ("given_latin", |person| person.given_latin.clone()),
    ("family_latin", |person| person.family_latin.clone()),
    ("given_arabic", |person| person.given_arabic.clone()),
    ("family_arabic", |person| person.family_arabic.clone()),
    ("birth_date", |person| person.birth_date.split('-').rev().collect::<Vec<_>>().join("/")),
    ("phone", |person| person.phone.replacen("+213", "0", 1)),
    ("email", |person| person.email.clone().unwrap_or_default()),
    ("street", |person| person.street.clone()),
    ("wilaya", |person| person.wilaya.to_string()),
    ("commune", |person| commune_name(person.commune, Lang::Fr).to_owned()),
    ("language", |person| person.language.to_owned()),
    ("status", |person| person.status.to_owned()),
    ("needs", |person| person.needs.to_owned()),
];

/// UTF-8 with semicolons.
fn write_file(path: &Path, count: usize) -> Result<(), csv::Error> {
    let talk = Talk { lang: Lang::Fr, short: false };
    let mut rows = csv::WriterBuilder::new().delimiter(b';').from_path(path)?;
    rows.write_record(COLUMNS.iter().map(|(field, _)| talk.t(label_of(field)).into_owned()))?;
    for person in people(7, count) {
        rows.write_record(COLUMNS.iter().map(|(_, cell)| cell(&person)))?;
    }
    Ok(rows.flush()?)
}
