//! A big client base for the benches, and what a load needs to know of it.

use desk::calls;
use desk::clients::generator::people;
use desk::clients::{self, ClientData};
use serde_json::json;
use store::{CentreId, Chance, Scope};
use web::Role;
use web::accounts::NewAccount;
use web::preferences::Preferences;

use crate::cli::{self, Data};
use crate::house;

/// Clients written in one transaction.
const TOGETHER: usize = 5_000;

/// Files that a load asks for: every so many clients.
const SAMPLE: usize = 500;

/// Fills the folder and prints one JSON line: login, password, and a sample of identities, phones and names.
pub(crate) async fn fill(data: &Data, count: usize) -> Result<(), String> {
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
    let scope = Scope { centre: CentreId::PRODUCTION, actor: None };
    let all: Vec<_> = people(7, count).collect();
    let said = |error: store::StoreError| cli::say(&error);
    for part in all.chunks(TOGETHER) {
        let change = store.begin(scope).await.map_err(said)?;
        calls::seed_codes(&change).await.map_err(said)?;
        clients::seed(&change, part.iter().filter_map(ClientData::generated).collect()).await.map_err(said)?;
        change.commit().await.map_err(said)?;
    }
    let sample: Vec<_> = all.iter().step_by((count / SAMPLE).max(1)).collect();
    let mut ids = Vec::new();
    for person in &sample {
        let found = clients::by_phone(store.read(), scope, &person.phone).await.map_err(said)?;
        ids.extend(found.first().map(|client| client.id.0));
    }
    let phones: Vec<_> = sample.iter().map(|person| person.phone.clone()).collect();
    let names: Vec<_> = sample
        .iter()
        .map(|person| format!("{} {}", person.given_latin, person.family_latin))
        .filter(|name| !name.trim().is_empty())
        .collect();
    let line = json!({"login": "bench", "password": password, "clients": ids, "phones": phones, "names": names});
    store.close().await;
    cli::print(&line.to_string())
}
