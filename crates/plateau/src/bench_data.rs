//! A big client base for the benches, in the database or as a file to import, and what a load needs to know of it.

use std::path::Path;

use desk::calls;
use desk::clients::generator::{Person, people};
use desk::clients::{self, ClientData, commune_name, label_of};
use serde_json::json;
use store::{CentreId, Chance, Scope, Store};
use web::Role;
use web::accounts::NewAccount;
use web::preferences::Preferences;
use words::{Lang, Talk};

use crate::cli::{self, Data};
use crate::house;

/// Clients written in one transaction.
const TOGETHER: usize = 5_000;

/// Files that a load asks for: every so many clients.
const SAMPLE: usize = 500;

/// Fills the folder and prints one JSON line: login, password, and a sample of identities, phones and names. With `file` the
/// clients are written there, as a spreadsheet of a company would hold them, and the base has the account only.
pub(crate) async fn fill(data: &Data, count: usize, file: Option<&Path>) -> Result<(), String> {
    let store = cli::open(&data.target()).await?;
    let password = house::password(&Chance::system());
    let new = NewAccount {
        login: "bench".to_owned(),
        name: "Bench".to_owned(),
        role: Role::Agent,
        password: password.clone(),
        centre: CentreId::PRODUCTION,
        preferences: Preferences::default(),
    };
    house::create(&store, new).await?;
    match file {
        Some(path) => write_file(path, count).map_err(|error| format!("{}: {error}", path.display()))?,
        None => seed(&store, count).await.map_err(|error| cli::say(&error))?,
    }
    let sample: Vec<_> = people(7, count).step_by((count / SAMPLE).max(1)).collect();
    // In an empty base the files are numbered from one.
    let ids: Vec<usize> = (1..=count).step_by((count / SAMPLE).max(1)).collect();
    let phones: Vec<_> = sample.iter().map(|person| person.phone.clone()).collect();
    let names = |given: fn(&Person) -> &str, family: fn(&Person) -> &str| -> Vec<String> {
        let full = sample.iter().map(|person| format!("{} {}", given(person), family(person)).trim().to_owned());
        full.filter(|name| !name.is_empty()).collect()
    };
    let line = json!({
        "login": "bench", "password": password, "clients": ids, "phones": phones,
        "names": names(|person| &person.given_latin, |person| &person.family_latin),
        "arabic": names(|person| &person.given_arabic, |person| &person.family_arabic),
    });
    store.close().await;
    cli::print(&line.to_string())
}

async fn seed(store: &Store, count: usize) -> store::Result<()> {
    let scope = Scope { centre: CentreId::PRODUCTION, actor: None };
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
