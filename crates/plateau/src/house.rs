//! The composition: migrations, routes, the simulated line.

use std::path::Path;
use std::sync::Arc;

use desk::calls::Lines;
use school::practice::Simulated;
use school::work::WorkStatus;
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use store::{Chance, Scope, Store};
use web::accounts::{self, NewAccount};
use web::{Config, Habilitation, NavItem, Routes, Web};

/// Every migration, in order.
pub(crate) struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all =
            [store::migrations(), web::migrations(), desk::migrations(), school::migrations(), year::migrations()];
        all.into_iter().flatten().collect()
    }
}

/// The main navigation.
const NAV: [NavItem; 14] = [
    NavItem { href: "/practice", key: "practice-title", needs: Habilitation::Practise },
    NavItem { href: "/desk", key: "calls-desk-title", needs: Habilitation::TakeCalls },
    NavItem { href: "/clients", key: "clients-title", needs: Habilitation::ReadClients },
    NavItem { href: "/portfolios", key: "portfolios-title", needs: Habilitation::ReadPortfolios },
    NavItem { href: "/reports", key: "reports-title", needs: Habilitation::ReadReports },
    NavItem { href: "/scripts", key: "scripts-title", needs: Habilitation::ReadScripts },
    NavItem { href: "/law", key: "law-title", needs: Habilitation::KeepLaw },
    NavItem { href: "/progress", key: "assessment-progress-title", needs: Habilitation::Practise },
    NavItem { href: "/reviews", key: "assessment-reviews-title", needs: Habilitation::Review },
    NavItem { href: "/trainees", key: "assessment-trainees-title", needs: Habilitation::ReadProgress },
    NavItem { href: "/year", key: "cohorts-title", needs: Habilitation::ReadYear },
    NavItem { href: "/timetable", key: "timetable-title", needs: Habilitation::ReadTimetable },
    NavItem { href: "/accounts", key: "accounts-title", needs: Habilitation::ManageAccounts },
    NavItem { href: "/programme", key: "programme-title", needs: Habilitation::ReadProgramme },
];

/// The whole site over a database; `folder` is the data folder, for recordings and the key of the institution.
pub(crate) fn site(store: Store, config: Config, folder: &Path) -> Routes {
    let web = Web::new(store, Chance::system(), config, &NAV, Arc::new(WorkStatus));
    let lines = Lines::default().with(Arc::new(Simulated::new(folder.join("recordings"))));
    let rooms = Routes::new()
        .merge(desk::clients::routes(web.clone()))
        .merge(desk::exchange::routes(web.clone(), folder.join("imports")))
        .merge(desk::duplicates::routes(web.clone()))
        .merge(desk::merge::routes(web.clone()))
        .merge(desk::links::routes(web.clone()))
        .merge(desk::validation::routes(web.clone()))
        .merge(desk::segments::routes(web.clone()))
        .merge(desk::portfolios::routes(web.clone()))
        .merge(desk::reports::routes(web.clone()))
        .merge(desk::law::routes(web.clone()))
        .merge(desk::scripts::routes(web.clone()))
        .merge(desk::calls::routes(web.clone(), lines))
        .merge(school::programme::routes(web.clone()))
        .merge(school::practice::routes(web.clone()))
        .merge(school::drills::routes(web.clone(), folder.join("recordings")))
        .merge(school::lab::routes(web.clone()))
        .merge(school::assessment::routes(web.clone()))
        .merge(year::routes(&web, folder));
    web::serve_with_open(&web, rooms, year::open_routes(&web))
}

/// Words of a password: 4 groups of 4 letters and digits that are easy to hear apart, about 77 bits.
pub(crate) fn password(chance: &Chance) -> String {
    const LETTERS: &[u8; 28] = b"abcdefghjkmnpqrstuvwxyz23456";
    let mut bytes = [0_u8; 16];
    chance.fill(&mut bytes);
    let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// Creates an account from the command line or the demo.
pub(crate) async fn create(store: &Store, new: NewAccount) -> Result<store::AccountId, String> {
    let login = new.login.clone();
    let prepared = new.prepare().await.map_err(|error| format!("{error:?}"))?;
    let scope = Scope { centre: store::CentreId::PRODUCTION, actor: None };
    let change = store.begin(scope).await.map_err(|error| error.to_string())?;
    let id = accounts::create(&change, &prepared).await.map_err(|error| match error {
        store::StoreError::Duplicate(_) => format!("the login {login:?} is taken"),
        error => error.to_string(),
    })?;
    change.commit().await.map_err(|error| error.to_string())?;
    Ok(id)
}
