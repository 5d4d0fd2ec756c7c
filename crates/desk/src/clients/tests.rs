//! Client files, on both engines.

mod deleting;
mod depth;
mod files;
pub(crate) mod filters;
mod inputs;
pub(crate) mod own;
mod pages;
mod past;
mod searching;

use std::sync::Arc;

use ::store::testing::{Fresh, MORNING, stores};
use ::store::{AccountId, CentreId, Chance, MigrationTrait, MigratorTrait, Scope, Store};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Fields, Habilitation, NavItem, Role, Status, StatusSource, Visitor, Web};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;
use words::{Lang, Talk};

use super::*;

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [::store::migrations(), ::web::migrations(), crate::migrations()].into_iter().flatten().collect()
    }
}

pub(crate) const SCOPE: Scope = Scope { centre: CentreId::TRAINING, actor: None };
pub(crate) const ELSEWHERE: Scope = Scope { centre: CentreId::PRODUCTION, actor: None };
pub(crate) const FR: Talk = Talk { lang: Lang::Fr, short: false };

pub(crate) async fn fresh() -> Vec<Fresh> {
    stores::<Migrations>().await.unwrap()
}

pub(crate) fn fields(pairs: &[(&str, &str)]) -> Fields {
    let mut all = Fields::default();
    all.set("language", "fr");
    all.set("status", "active");
    pairs.iter().for_each(|(field, value)| all.set(field, *value));
    all
}

pub(crate) fn data(pairs: &[(&str, &str)]) -> ClientData {
    ClientData::read(&fields(pairs), Lang::Fr, Day::of(MORNING, 60)).unwrap()
}

/// A page of the list, the newest files first.
async fn listed(
    db: &impl ::store::ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    after: Option<&filtering::Place>,
) -> filtering::Looked {
    let asked = Asked { now: MORNING, offset: 60 };
    filtering::list(db, scope, filter, asked, filtering::Order::Newest, after).await.unwrap()
}

/// A file that lacks nothing.
pub(crate) const KARIM: [(&str, &str); 12] = [
    ("given_latin", "Karim"),
    ("family_latin", "Benali"),
    ("given_arabic", "كريم"),
    ("family_arabic", "بن علي"),
    ("birth_date", "23/11/1985"),
    ("phone", "0550 12 34 56"),
    ("email", "karim.benali@example.com"),
    ("street", "12, rue Didouche Mourad"),
    ("wilaya", "16"),
    ("commune", "Kouba"),
    ("needs", "Connexion plus rapide"),
    ("motivations", "Le prix avant tout"),
];

pub(crate) async fn file(store: &Store, pairs: &[(&str, &str)]) -> ClientId {
    let change = store.begin(SCOPE).await.unwrap();
    let id = insert(&change, &data(pairs)).await.unwrap();
    change.commit().await.unwrap();
    id
}

pub(crate) async fn change_file(
    store: &Store,
    id: ClientId,
    version: i64,
    pairs: &[(&str, &str)],
) -> ::store::Result<()> {
    let change = store.begin(SCOPE).await.unwrap();
    update(&change, id, version, &data(pairs)).await?;
    change.commit().await
}

/// `base` with some fields replaced.
pub(crate) fn with<'a>(base: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = base.iter().filter(|(field, _)| !other.iter().any(|(own, _)| own == field));
    kept.chain(other).copied().collect()
}

/// The rooms of files and what is made of them.
fn rooms(web: &Web) -> ::web::Routes {
    routes(web.clone())
        .merge(crate::duplicates::routes(web.clone()))
        .merge(crate::merge::routes(web.clone()))
        .merge(crate::links::routes(web.clone()))
        .merge(crate::validation::routes(web.clone()))
        .merge(crate::law::routes(web.clone()))
        .merge(crate::segments::routes(web.clone()))
        .merge(crate::portfolios::routes(web.clone()))
        .merge(crate::reports::routes(web.clone()))
        .merge(crate::exchange::routes(web.clone(), std::env::temp_dir()))
}

struct Idle;

#[async_trait::async_trait]
impl StatusSource for Idle {
    async fn status(&self, _: &Store, _: &Visitor) -> ::store::Result<Option<Status>> {
        Ok(None)
    }
}

/// The site with one person signed in.
pub(crate) struct Site {
    router: Router,
    pub(crate) web: Web,
    cookie: String,
}

/// What came back.
pub(crate) struct Back {
    pub(crate) status: StatusCode,
    pub(crate) place: String,
    pub(crate) html: String,
}

impl Back {
    /// The value of a field of the form that is not shown.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let after = self.html.split(&start).nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    }

    /// True when the page shows each of these.
    pub(crate) fn shows(&self, texts: &[&str]) -> bool {
        texts.iter().all(|text| self.html.contains(text))
    }
}

pub(crate) fn body_of(pairs: &[(&str, &str)]) -> String {
    let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    pairs.iter().map(|(field, value)| format!("{}={}", code(field), code(value))).collect::<Vec<_>>().join("&")
}

impl Site {
    pub(crate) async fn new(store: &Store, login: &str, role: Role) -> Self {
        let config = Config { secure: false, offset_minutes: 60 };
        let nav = [NavItem { href: "/clients", key: "clients-title", needs: Habilitation::ReadClients }];
        let chance = Chance::seeded(login.bytes().fold(0, |seed, byte| seed * 256 + u64::from(byte)));
        let web = Web::new(store.clone(), chance, config, &nav, Arc::new(Idle));
        let router = ::web::serve_routes(&web, rooms(&web)).into_router();
        account(store, login, role).await;
        let mut site = Self { router, web, cookie: String::new() };
        let (_, cookie) = site.send("POST", "/sign-in", &[("login", login), ("password", "un long secret")]).await;
        site.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        site
    }

    pub(crate) async fn get(&self, path: &str) -> Back {
        self.send("GET", path, &[]).await.0
    }

    pub(crate) async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Back {
        self.send("POST", path, pairs).await.0
    }

    /// The bytes of a file.
    pub(crate) async fn get_bytes(&self, path: &str) -> Vec<u8> {
        let request = Request::builder().uri(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()
    }

    pub(crate) async fn send(&self, method: &str, path: &str, pairs: &[(&str, &str)]) -> (Back, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body_of(pairs)))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let header =
            |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let (status, place, cookie) = (answer.status(), header(header::LOCATION), header(header::SET_COOKIE));
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (Back { status, place, html: String::from_utf8(bytes.to_vec()).unwrap() }, cookie)
    }

    /// Keeps a draft, as the page does while somebody types.
    pub(crate) async fn type_in(&self, page: &str, pairs: &[(&str, &str)]) {
        let all = with(pairs, &[("_page", page)]);
        assert_eq!(self.post("/drafts", &all).await.status, StatusCode::NO_CONTENT);
    }
}

pub(crate) async fn account(store: &Store, login: &str, role: Role) -> AccountId {
    let centre =
        if role == Role::Agent || role == Role::Administrator { CentreId::PRODUCTION } else { CentreId::TRAINING };
    let new = NewAccount {
        login: login.to_owned(),
        name: format!("Mme {login}"),
        role,
        password: "un long secret".to_owned(),
        centre,
        preferences: Preferences::in_language(Lang::Fr),
    };
    let prepared = new.prepare().await.unwrap();
    let change = store.begin(Scope { centre, actor: None }).await.unwrap();
    let id = accounts::create(&change, &prepared).await.unwrap();
    change.commit().await.unwrap();
    id
}
