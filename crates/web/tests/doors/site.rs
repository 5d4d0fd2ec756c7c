//! A small house of its own for each test, and browsers that visit it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use store::testing::{Fresh, stores};
use store::{AccountId, Centre, CentreId, CentreKind, Chance, MigrationTrait, MigratorTrait, Scope, Store, StoreError};
use tower::ServiceExt;
use web::accounts::{self, NewAccount};
use web::preferences::Preferences;
use web::{Account, Config, Habilitation, NavItem, Role, Routes, Status, StatusSource, Visitor, Web};
use words::{Lang, Talk};

pub const FR: Talk = Talk { lang: Lang::Fr, short: false };
pub const AR: Talk = Talk { lang: Lang::Ar, short: false };
pub const PASSWORD: &str = "quatre mots bien choisis";
pub const HOUR: i64 = 3_600_000;

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        store::migrations().into_iter().chain(web::migrations()).collect()
    }
}

struct Idle;

#[async_trait::async_trait]
impl StatusSource for Idle {
    async fn status(&self, _: &Store, _: &Visitor) -> store::Result<Option<Status>> {
        Ok(None)
    }
}

/// One house over one database.
pub struct House {
    pub fresh: Fresh,
    pub web: Web,
    router: Router,
}

/// A house on each engine.
pub async fn houses() -> Vec<House> {
    let nav = [
        NavItem { href: "/accounts", key: "accounts-title", needs: Habilitation::ManageAccounts },
        NavItem { href: "/preferences", key: "preferences-title", needs: Habilitation::ReadProgramme },
    ];
    let open = |fresh: Fresh| {
        let config = Config { secure: false, offset_minutes: 60 };
        let web = Web::new(fresh.store.clone(), Chance::seeded(7), config, &nav, Arc::new(Idle));
        House { router: web::serve_routes(&web, rooms(&web)).into_router(), web, fresh }
    };
    stores::<Migrations>().await.unwrap().into_iter().map(open).collect()
}

/// A page that breaks, and a document.
fn rooms(web: &Web) -> Routes {
    Routes::new().get("/defect", defect).merge(crate::braille::document(web.clone()))
}

#[expect(clippy::panic, reason = "a defect of a room, on purpose")]
async fn defect() -> String {
    panic!("a room broke");
}

impl House {
    /// The engine, for messages.
    pub fn name(&self) -> &'static str {
        self.fresh.name
    }

    /// The same house with another liblouis.
    pub fn with_louis(mut self, louis: braille::Louis) -> Self {
        self.web.louis = louis;
        self.router = web::serve_routes(&self.web, rooms(&self.web)).into_router();
        self
    }

    /// An account with [`PASSWORD`].
    pub async fn account(&self, login: &str, role: Role, lang: Lang) -> AccountId {
        self.try_account(login, role, lang).await.unwrap()
    }

    /// The same, or why not.
    pub async fn try_account(&self, login: &str, role: Role, lang: Lang) -> Result<AccountId, StoreError> {
        let new = NewAccount {
            login: login.to_owned(),
            name: format!("Mme {login}"),
            role,
            password: PASSWORD.to_owned(),
            centre: accounts::home_of(role),
            preferences: Preferences::in_language(lang),
        };
        let prepared = new.prepare().await.unwrap();
        let change = self.fresh.store.begin(Scope { centre: CentreId::PRODUCTION, actor: None }).await?;
        let id = accounts::create(&change, &prepared).await?;
        change.commit().await?;
        Ok(id)
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new(), wishes: None }
    }

    /// A browser in which this person has just signed in.
    pub async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        let back = browser.sign_in(login, PASSWORD).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}: {login} signs in", self.name());
        browser
    }

    /// A person as the rooms see one.
    pub fn visitor(&self, id: AccountId, login: &str, role: Role) -> Visitor {
        Visitor {
            account: Account { id, login: login.to_owned(), name: format!("Mme {login}"), role },
            centre: Centre {
                id: CentreId::TRAINING,
                kind: CentreKind::Training,
                code: "training".into(),
                name: "École".into(),
                grants: vec![],
                chosen: 0,
            },
            preferences: Preferences::default(),
            session: String::new(),
            notice: None,
        }
    }
}

/// A browser: it keeps its cookies and may wish for a language.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub wishes: Option<&'static str>,
}

/// What came back.
pub struct Back {
    pub status: StatusCode,
    pub place: String,
    pub headers: HeaderMap,
    pub html: String,
}

impl Back {
    /// The value of a hidden field of the page's form, as the browser will send it.
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let after = self.html.split(&start).nth(1).unwrap_or_default();
        let value = after.split('"').next().unwrap_or_default();
        value
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    }

    /// True when the page says each of these, as text.
    pub fn says(&self, texts: &[&str]) -> bool {
        let escaped = |text: &str| text.replace('&', "&#38;").replace('<', "&#60;").replace('\'', "&#39;");
        texts.iter().all(|text| self.html.contains(&escaped(text)))
    }

    /// The error told at a field, empty when there is none.
    pub fn error_at(&self, field: &str) -> String {
        let start = format!("id=\"f-{field}-error\">");
        let after = self.html.split(&start).nth(1).unwrap_or_default();
        let told = after.split("</p>").next().unwrap_or_default();
        told.split("</b> ").nth(1).unwrap_or_default().to_owned()
    }

    /// What stands in a field of one line.
    pub fn value_of(&self, field: &str) -> String {
        let start = format!("<input id=\"f-{field}\"");
        let after = self.html.split(&start).nth(1).unwrap_or_default();
        let tag = after.split('>').next().unwrap_or_default();
        tag.split("value=\"").nth(1).unwrap_or_default().split('"').next().unwrap_or_default().to_owned()
    }
}

/// The body of a posted form.
pub fn body_of(pairs: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(pairs);
    body.finish()
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Back {
        self.send(Request::get(path), String::new()).await
    }

    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Back {
        self.send(Request::post(path).header("sec-fetch-site", "same-origin"), body_of(pairs)).await
    }

    pub async fn sign_in(&mut self, login: &str, password: &str) -> Back {
        self.post("/sign-in", &[("login", login), ("password", password), ("next", "/")]).await
    }

    pub async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Back {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(wishes) = self.wishes {
            request = request.header(header::ACCEPT_LANGUAGE, wishes);
        }
        let answer = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let place = parts.headers.get(header::LOCATION).map(|place| place.to_str().unwrap().to_owned());
        let html = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        Back { status: parts.status, place: place.unwrap_or_default(), headers: parts.headers, html }
    }

    /// True when the pages behind the door open.
    pub async fn is_inside(&mut self) -> bool {
        self.get("/preferences").await.status == StatusCode::OK
    }
}
