//! A school of its own for each test: the real desk, practice and assessment, visited as a browser does.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::store::testing::{Fresh, stores};
use ::store::{
    AccountId, CentreId, Chance, Clock, JournalRow, MigrationTrait, MigratorTrait, Scope, Sql, Store, journal_since,
    params,
};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Role, Web};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use desk::calls::{Call, CallId, Lines, Turn, call_by_id, turns_of};
use tower::ServiceExt;
use words::{Lang, Talk};

use super::*;
use crate::practice;
use crate::work::WorkStatus;

pub(crate) const FR: Talk = Talk { lang: Lang::Fr, short: false };
pub(crate) const TRAINING: Scope = Scope { centre: CentreId::TRAINING, actor: None };
const PASSWORD: &str = "un long secret";

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all = [::store::migrations(), ::web::migrations(), desk::migrations(), crate::migrations()];
        all.into_iter().flatten().collect()
    }
}

pub(crate) struct House {
    pub fresh: Fresh,
    pub router: Router,
}

/// A school on each engine, with the scenarios of the programme.
pub(crate) async fn houses() -> Vec<House> {
    let mut all = vec![];
    for fresh in stores::<Migrations>().await.unwrap() {
        let refused = library::load(&fresh.store, Path::new("no such folder")).await.unwrap();
        assert!(refused.is_empty(), "{refused:?}");
        all.push(House { router: site(&fresh.store), fresh });
    }
    all
}

/// The site over a database, as after a start of the program.
pub(crate) fn site(store: &Store) -> Router {
    site_with(store, PathBuf::from("no recordings"))
}

/// The site with the recordings of a school.
pub(crate) fn site_with(store: &Store, recordings: PathBuf) -> Router {
    let config = Config { secure: false, offset_minutes: 60 };
    let web = Web::new(store.clone(), Chance::system(), config, &[], Arc::new(WorkStatus));
    let lines = Lines::default().with(Arc::new(Simulated::new(recordings.clone())));
    let rooms = ::web::Routes::new()
        .merge(desk::clients::routes(web.clone()))
        .merge(desk::exchange::routes(web.clone(), PathBuf::from("no imports")))
        .merge(desk::duplicates::routes(web.clone()))
        .merge(desk::merge::routes(web.clone()))
        .merge(desk::validation::routes(web.clone()))
        .merge(desk::segments::routes(web.clone()))
        .merge(desk::portfolios::routes(web.clone()))
        .merge(desk::reports::routes(web.clone()))
        .merge(desk::law::routes(web.clone()))
        .merge(desk::scripts::routes(web.clone()))
        .merge(desk::calls::routes(web.clone(), lines))
        .merge(practice::routes(web.clone()))
        .merge(crate::drills::routes(web.clone(), recordings))
        .merge(crate::assessment::routes(web.clone()));
    ::web::serve_routes(&web, rooms).into_router()
}

pub(crate) async fn attempt_of(house: &House, id: i64) -> Attempt {
    attempt_by_id(house.fresh.store.read(), AttemptId(id)).await.unwrap()
}

impl House {
    pub fn name(&self) -> &'static str {
        self.fresh.name
    }

    pub fn clock(&self) -> &Clock {
        self.fresh.store.clock()
    }

    pub async fn trainee(&self, login: &str) -> Person {
        self.person(login, Role::Trainee, Preferences::in_language(Lang::Fr)).await
    }

    pub async fn person(&self, login: &str, role: Role, preferences: Preferences) -> Person {
        let new = NewAccount {
            login: login.to_owned(),
            name: format!("Mme {login}"),
            role,
            password: PASSWORD.to_owned(),
            centre: accounts::home_of(role),
            preferences,
        };
        let prepared = new.prepare().await.unwrap();
        let change = self.fresh.store.begin(TRAINING).await.unwrap();
        let id = accounts::create(&change, &prepared).await.unwrap();
        change.commit().await.unwrap();
        let mut person = Person { router: self.router.clone(), cookie: String::new(), id };
        person.cookie = person.post("/sign-in", &[("login", login), ("password", PASSWORD)]).await.cookie;
        person
    }

    pub async fn count(&self, sql: &str) -> i64 {
        self.fresh.store.read().number(sql, params![]).await.unwrap()
    }

    /// The numbers of this person's attempts, oldest first.
    pub async fn attempts(&self, person: &Person) -> Vec<Attempt> {
        let mut found = store::attempts_of(&self.fresh.store, person.id, None).await.unwrap().rows;
        found.reverse();
        found
    }

    /// The centre in which this person stands.
    pub async fn stands_in(&self, person: &Person) -> CentreId {
        let sql = "SELECT centre_id FROM account WHERE id = $1";
        CentreId(self.fresh.store.read().number(sql, params![person.id.0]).await.unwrap())
    }

    pub async fn journal(&self, centre: CentreId) -> Vec<JournalRow> {
        journal_since(self.fresh.store.read(), Scope { centre, actor: None }, 0, 1000).await.unwrap()
    }

    /// Says ready, lets the call ring and answers it.
    pub async fn on_the_line(&self, person: &Person, scenario: &str, mode: &str) -> Attempt {
        let ready = person.ready(scenario, mode).await;
        assert_eq!(
            (ready.status, ready.place.as_str()),
            (StatusCode::SEE_OTHER, "/desk"),
            "{} {scenario}",
            self.name()
        );
        let attempt = self.attempts(person).await.pop().unwrap();
        self.clock().advance(30_000);
        assert!(person.get("/desk").await.html.contains("data-state=\"ringing\""), "{}", self.name());
        person.act(&attempt, "answer", &[]).await;
        attempt
    }

    /// Ends and codes the call of an attempt.
    pub async fn close(&self, person: &Person, attempt: &Attempt) -> Back {
        person.act(attempt, "end", &[]).await;
        person.act(attempt, "wrap-up", &[("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "4")]).await
    }

    pub async fn call(&self, attempt: &Attempt) -> Call {
        call_by_id(self.fresh.store.read(), attempt.sandbox(), CallId(attempt.call)).await.unwrap()
    }

    pub async fn turns(&self, attempt: &Attempt) -> Vec<Turn> {
        turns_of(self.fresh.store.read(), CallId(attempt.call)).await.unwrap()
    }
}

/// One person's browser.
#[derive(Clone)]
pub(crate) struct Person {
    pub router: Router,
    pub cookie: String,
    pub id: AccountId,
}

/// What came back.
pub(crate) struct Back {
    pub status: StatusCode,
    pub place: String,
    pub html: String,
    cookie: String,
}

impl Back {
    pub fn shows(&self, texts: &[&str]) -> bool {
        texts.iter().all(|text| self.html.contains(text))
    }
}

impl Person {
    pub async fn ready(&self, scenario: &str, mode: &str) -> Back {
        self.post(&format!("/practice/{scenario}/attempts"), &[("mode", mode)]).await
    }

    pub async fn act(&self, attempt: &Attempt, action: &str, pairs: &[(&str, &str)]) -> Back {
        self.post(&format!("/calls/{}/{action}", attempt.call), pairs).await
    }

    pub async fn say(&self, attempt: &Attempt, text: &str) {
        let back = self.act(attempt, "utterances", &[("text", text)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    }

    pub async fn get(&self, path: &str) -> Back {
        self.send("GET", path, String::new()).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Back {
        let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<_> = pairs.iter().map(|(field, value)| format!("{}={}", code(field), code(value))).collect();
        self.send("POST", path, pairs.join("&")).await
    }

    async fn send(&self, method: &str, path: &str, body: String) -> Back {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let text = |name| parts.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let cookie = text(header::SET_COOKIE).split(';').next().unwrap_or_default().to_owned();
        let html = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        Back { status: parts.status, place: text(header::LOCATION), html, cookie }
    }
}
