//! A school to try: accounts, clients, scripts and scenarios in a new data folder.

use std::path::{Path, PathBuf};

use desk::clients::generator::people;
use desk::clients::{self, ClientData};
use desk::{calls, scripts};
use school::practice::library;
use serde_json::json;
use store::{CentreId, Chance, Scope, Store};
use web::Role;
use web::accounts::{self, NewAccount};
use web::preferences::{Preferences, Script};
use words::Lang;

use crate::cli::{self, Data, Listen};
use crate::{demo_law, house, lock, serve};

/// Clients of each permanent centre in the demo.
const CLIENTS: usize = 2_000;

/// One account per role, and a trainee and a trainer who work in Arabic.
const PEOPLE: [(Role, &str, &str, Lang); 9] = [
    (Role::Trainee, "amina", "Amina Cherif", Lang::Fr),
    (Role::Trainee, "yacine", "ياسين بوزيد", Lang::Ar),
    (Role::Trainer, "nadia", "Nadia Hamdi", Lang::Fr),
    (Role::Trainer, "karima", "كريمة سعدي", Lang::Ar),
    (Role::Studies, "mourad", "Mourad Belkacem", Lang::Fr),
    (Role::Agent, "sofiane", "Sofiane Rahmani", Lang::Fr),
    (Role::Supervisor, "leila", "Leïla Mansouri", Lang::Fr),
    (Role::DataOfficer, "farid", "Farid Ouali", Lang::Fr),
    (Role::Administrator, "admin", "Samir Haddad", Lang::Fr),
];

/// Fills, prints, serves.
pub(crate) async fn demo(folder: Option<PathBuf>, listen: &Listen, as_json: bool) -> Result<(), String> {
    let folder = folder.unwrap_or_else(new_folder);
    let _alone = lock::hold(&folder)?;
    let listener = serve::bind(listen).await?;
    let data = Data { data: folder.clone() };
    let store = cli::open(&data.target()).await?;
    let accounts = if accounts::none_yet(&store).await.map_err(|error| cli::say(&error))? {
        let made = fill(&store).await?;
        keep(&folder, &made)?;
        made
    } else {
        kept(&folder)?
    };
    let address = serve::address_of(&listener)?;
    tell(&address, &accounts, &folder, as_json)?;
    serve::run(listener, store, listen, &folder).await
}

/// A folder of the machine's temporary files that does not exist yet.
fn new_folder() -> PathBuf {
    std::env::temp_dir().join(format!("plateau-demo-{}", Chance::system().token(6)))
}

/// An account to print: role, name, login, password.
type Printed = (String, String, String, String);

async fn fill(store: &Store) -> Result<Vec<Printed>, String> {
    let chance = Chance::system();
    let mut printed = Vec::new();
    for (role, login, name, lang) in PEOPLE {
        let password = house::password(&chance);
        let script = if lang == Lang::Ar { Script::Arabic } else { Script::Latin };
        let new = NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            role,
            password: password.clone(),
            centre: accounts::home_of(role),
            preferences: Preferences { script, ..Preferences::in_language(lang) },
        };
        house::create(store, new).await?;
        printed.push((role.code().to_owned(), name.to_owned(), login.to_owned(), password));
    }
    for (centre, seed) in [(CentreId::PRODUCTION, 1), (CentreId::TRAINING, 2)] {
        fill_centre(store, centre, seed).await?;
    }
    Ok(printed)
}

/// Codes, scripts and clients of a permanent centre.
async fn fill_centre(store: &Store, centre: CentreId, seed: u64) -> Result<(), String> {
    let change = store.begin(Scope { centre, actor: None }).await.map_err(|error| cli::say(&error))?;
    calls::seed_codes(&change).await.map_err(|error| cli::say(&error))?;
    for (_, source) in library::script_sources() {
        scripts::publish(&change, source).await.map_err(|error| error.to_string())?;
    }
    let all: Vec<_> = people(seed, CLIENTS).filter_map(|person| ClientData::generated(&person)).collect();
    let first: Vec<_> = all.iter().take(3).filter_map(|data| data.phones.first().cloned()).collect();
    clients::seed(&change, all).await.map_err(|error| cli::say(&error))?;
    demo_law::fill(&change, &first).await.map_err(|error| cli::say(&error))?;
    change.commit().await.map_err(|error| cli::say(&error))
}

/// The passwords of a demo stay in its folder, so that the demo can be started again.
fn keep(folder: &Path, accounts: &[Printed]) -> Result<(), String> {
    let text = serde_json::to_string(accounts).map_err(|error| error.to_string())?;
    std::fs::write(folder.join("demo-accounts.json"), text).map_err(|error| error.to_string())
}

fn kept(folder: &Path) -> Result<Vec<Printed>, String> {
    let text = std::fs::read_to_string(folder.join("demo-accounts.json"));
    let text =
        text.map_err(|_| format!("{} holds a real installation, not a demo; use `plateau serve`", folder.display()))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn tell(address: &str, accounts: &[Printed], folder: &Path, as_json: bool) -> Result<(), String> {
    if as_json {
        let accounts: Vec<_> = accounts
            .iter()
            .map(|(role, name, login, password)| json!({"role": role, "name": login, "person": name, "password": password}))
            .collect();
        return cli::print(&json!({"url": address, "accounts": accounts}).to_string());
    }
    cli::print(&format!("{address}   ({})", folder.display()))?;
    for (role, name, login, password) in accounts {
        cli::print(&format!("{role:<14} {login:<10} {password}   {name}"))?;
    }
    Ok(())
}
