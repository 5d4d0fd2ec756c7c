//! A school with a lab for each test, visited with a cookie as a browser does.

use std::path::Path;
use std::sync::Arc;

use ::store::testing::{Fresh, stores};
use ::store::{CentreId, Chance, JournalRow, MigrationTrait, MigratorTrait, Scope, Sql, journal_of, params};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Role, Web};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use desk::calls::DeskStatus;
use tower::ServiceExt;
use words::{Lang, Talk};

use crate::lab::library;
use crate::{assessment, lab, practice};

pub(super) const FR: Talk = Talk { lang: Lang::Fr, short: false };
pub(super) const AR: Talk = Talk { lang: Lang::Ar, short: false };
const PASSWORD: &str = "un long secret";
const BOUNDARY: &str = "----lab-boundary";

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all = [::store::migrations(), ::web::migrations(), desk::migrations(), crate::migrations()];
        all.into_iter().flatten().collect()
    }
}

pub(super) struct House {
    pub fresh: Fresh,
    pub router: Router,
}

/// A school on each engine, with the exercises of the lab.
pub(super) async fn houses() -> Vec<House> {
    let mut all = vec![];
    for fresh in stores::<Migrations>().await.unwrap() {
        let refused = library::load(&fresh.store, Path::new("no such folder")).await.unwrap();
        assert!(refused.is_empty(), "{refused:?}");
        let config = Config { secure: false, offset_minutes: 60 };
        let web = Web::new(fresh.store.clone(), Chance::system(), config, &[], Arc::new(DeskStatus));
        let rooms = ::web::Routes::new()
            .merge(practice::routes(web.clone()))
            .merge(lab::routes(web.clone()))
            .merge(assessment::routes(web.clone()));
        all.push(House { router: ::web::serve_routes(&web, rooms).into_router(), fresh });
    }
    all
}

impl House {
    pub fn name(&self) -> &'static str {
        self.fresh.name
    }

    pub async fn person(&self, login: &str, role: Role, lang: Lang) -> Person {
        let new = NewAccount {
            login: login.to_owned(),
            name: format!("Mme {login}"),
            role,
            password: PASSWORD.to_owned(),
            centre: accounts::home_of(role),
            preferences: Preferences::in_language(lang),
        };
        let prepared = new.prepare().await.unwrap();
        let scope = Scope { centre: CentreId::TRAINING, actor: None };
        let change = self.fresh.store.begin(scope).await.unwrap();
        accounts::create(&change, &prepared).await.unwrap();
        change.commit().await.unwrap();
        let mut person = Person { router: self.router.clone(), cookie: String::new() };
        person.cookie = person.post("/sign-in", &[("login", login), ("password", PASSWORD)]).await.cookie;
        person
    }

    pub async fn trainee(&self, login: &str) -> Person {
        self.person(login, Role::Trainee, Lang::Fr).await
    }

    pub async fn count(&self, sql: &str) -> i64 {
        self.fresh.store.read().number(sql, params![]).await.unwrap()
    }

    /// The lines of the journal on an attempt, newest first.
    pub async fn journal(&self, attempt: i64) -> Vec<JournalRow> {
        let scope = Scope { centre: CentreId::TRAINING, actor: None };
        journal_of(self.fresh.store.read(), scope, "attempt", attempt, None, 100).await.unwrap()
    }
}

/// One person's browser.
pub(super) struct Person {
    pub router: Router,
    pub cookie: String,
}

/// What came back.
pub(super) struct Back {
    pub status: StatusCode,
    pub place: String,
    pub html: String,
    cookie: String,
}

impl Back {
    /// The value of the token in a form of the page.
    pub fn once(&self) -> String {
        let rest = self.html.split("name=\"once\" value=\"").nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Person {
    pub async fn get(&self, path: &str) -> Back {
        self.send("GET", path, "", vec![]).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Back {
        let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<_> = pairs.iter().map(|(field, value)| format!("{}={}", code(field), code(value))).collect();
        self.send("POST", path, "application/x-www-form-urlencoded", pairs.join("&").into_bytes()).await
    }

    /// Sends a file with the fields of its form.
    pub async fn upload(&self, path: &str, pairs: &[(&str, &str)], name: &str, bytes: &[u8]) -> Back {
        let mut body = Vec::new();
        for (field, value) in pairs {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        self.send("POST", path, &format!("multipart/form-data; boundary={BOUNDARY}"), body).await
    }

    pub async fn send(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Back {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, kind)
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
