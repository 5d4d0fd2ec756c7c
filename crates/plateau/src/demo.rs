//! A school to try: accounts, clients, scripts and scenarios in a new data folder.

use std::path::{Path, PathBuf};

use desk::clients::generator::people;
use desk::clients::{self, ClientData};
use desk::clients::{Asked, Filter};
use desk::{calls, portfolios, reports, scripts, segments};
use school::practice::library;
use serde_json::json;
use store::{CentreId, Chance, Change, Scope, Store, StoreError};
use web::Role;
use web::accounts::{self, NewAccount};
use web::preferences::{Preferences, Script};
use words::Lang;

use crate::cli::{self, Data, Listen};
use crate::demo_files::{self, People};
use crate::{demo_law, demo_year, house, lock, serve};

/// Clients of each permanent centre in the demo.
const CLIENTS: usize = 2_000;

/// One account per role, and a trainee and a trainer who work in Arabic.
const PEOPLE: [(Role, &str, &str, Lang); 10] = [
    (Role::Trainee, "amina", "Amina Cherif", Lang::Fr),
    (Role::Trainee, "yacine", "ياسين بوزيد", Lang::Ar),
    (Role::Trainer, "nadia", "Nadia Hamdi", Lang::Fr),
    (Role::Trainer, "djamel", "Djamel Ferhat", Lang::Fr),
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
        let made = fill(&store, &folder).await?;
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

async fn fill(store: &Store, folder: &Path) -> Result<Vec<Printed>, String> {
    let chance = Chance::system();
    let (mut printed, mut made) = (Vec::new(), Vec::new());
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
        made.push((role, house::create(store, new).await?));
        printed.push((role.code().to_owned(), name.to_owned(), login.to_owned(), password));
    }
    let first = |wanted: Role| made.iter().find(|(role, _)| *role == wanted).map(|(_, id)| *id);
    let centres = [
        (CentreId::PRODUCTION, 1, first(Role::Agent), first(Role::Supervisor)),
        (CentreId::TRAINING, 2, first(Role::Trainee), first(Role::Trainer)),
    ];
    for (centre, seed, agent, chief) in centres {
        // Before the others, so that the newest files of the list are everyday ones.
        if let (Some(agent), Some(chief)) = (agent, chief) {
            demo_files::fill(store, centre, People { agent, chief }).await?;
        }
        fill_centre(store, centre, seed).await?;
    }
    let of = |wanted: Role| made.iter().filter(|(role, _)| *role == wanted).map(|(_, id)| *id).collect::<Vec<_>>();
    demo_year::fill(store, folder, &of(Role::Trainer), &of(Role::Trainee)).await?;
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
    sort(&change).await?;
    change.commit().await.map_err(|error| cli::say(&error))
}

/// Two portfolios, two segments and a report that is kept, so that their pages show what they are for.
async fn sort(change: &Change) -> Result<(), String> {
    let said = |error: StoreError| cli::say(&error);
    let filter = |query: &str| Filter::parse(query).map_err(|_| format!("the filter {query} of the demo"));
    let asked = Asked { now: change.now(), offset: 60 };
    let agent = agent_of(change).await.map_err(said)?;
    for (name, query, agent) in [("Grand Alger", "wilaya=9,16,35,42", agent), ("Oranie", "wilaya=13,22,27,31,46", 0)] {
        let id = portfolios::add(change, name, agent).await.map_err(said)?;
        portfolios::assign(change, &filter(query)?, asked, id).await.map_err(said)?;
    }
    for (name, query) in
        [("À relancer", "status=dormant&has=phone"), ("Sans e-mail, actifs", "status=active&missing=email")]
    {
        segments::add(change, name, &filter(query)?).await.map_err(said)?;
    }
    let query = "group=wilaya&column=files&column=share&column=complete&status=active";
    reports::keep(change, "Clients actifs par wilaya", reports::About::Files, query).await.map_err(said)?;
    Ok(())
}

/// Somebody who works on files in this centre, to be in charge of a portfolio.
async fn agent_of(change: &Change) -> store::Result<i64> {
    let role = if change.scope().centre == CentreId::PRODUCTION { Role::Agent } else { Role::Trainee };
    accounts::first_of(&**change, change.scope(), role).await
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
