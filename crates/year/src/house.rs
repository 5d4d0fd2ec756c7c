//! A whole house for the tests: the school year over a fresh database, visited with a cookie as a browser does.

use std::sync::Arc;

use ::store::testing::{Fresh, stores};
use ::store::{AccountId, CentreId, Chance, MigrationTrait, MigratorTrait, Scope, Sql, Store, Value};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Habilitation, NavItem, Role, Web, serve_with_open};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use desk::calls::DeskStatus;
use desk::clients::Day;
use names::{NameFields, PersonName};
use tower::ServiceExt;
use words::Lang;

use crate::cohorts::{self, NewPromotion, NewTrainee};
use crate::timetable::{Placed, lay};

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all =
            [::store::migrations(), ::web::migrations(), desk::migrations(), school::migrations(), crate::migrations()];
        all.into_iter().flatten().collect()
    }
}

/// The scope in which the tests prepare things.
pub(crate) const SCHOOL: Scope = Scope { centre: CentreId::TRAINING, actor: None };

/// What a page answered.
pub(crate) struct Answered {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

impl Answered {
    /// The value of a hidden field; of the last form that has it.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let after = self.body.rsplit_once(&mark).unwrap_or_else(|| panic!("no {name} in {}", self.body)).1;
        after.split('"').next().unwrap().to_owned()
    }
}

/// One signed-in person.
#[derive(Clone)]
pub(crate) struct Person {
    pub id: AccountId,
    cookie: String,
}

impl Person {
    /// Somebody who has not signed in.
    pub(crate) fn nobody() -> Self {
        Self { id: AccountId(0), cookie: String::new() }
    }
}

/// The site over one fresh database.
pub(crate) struct House {
    pub name: &'static str,
    pub store: Store,
    site: Router,
    _fresh: Fresh,
    _folder: tempfile::TempDir,
}

const PASSWORD: &str = "un mot de passe";

/// A house on every engine.
pub(crate) async fn houses() -> Vec<House> {
    let mut houses = Vec::new();
    for fresh in stores::<Migrations>().await.unwrap() {
        let store = fresh.store.clone();
        let nav = [NavItem { href: "/year", key: "cohorts-title", needs: Habilitation::ReadYear }];
        let config = Config { secure: false, offset_minutes: 60 };
        let web = Web::new(store.clone(), Chance::seeded(1), config, &nav, Arc::new(DeskStatus));
        let folder = tempfile::tempdir().unwrap();
        let rooms = crate::routes(&web, folder.path());
        let site = serve_with_open(&web, rooms, crate::open_routes(&web)).into_router();
        houses.push(House { name: fresh.name, site, store, _fresh: fresh, _folder: folder });
    }
    houses
}

impl House {
    /// A new account, signed in.
    pub(crate) async fn person(&self, login: &str, role: Role, language: Lang) -> Person {
        let new = NewAccount {
            login: login.into(),
            name: format!("{login} Testée"),
            role,
            password: PASSWORD.into(),
            centre: CentreId::TRAINING,
            preferences: Preferences::in_language(language),
        };
        let prepared = new.prepare().await.unwrap();
        let change = self.store.begin(SCHOOL).await.unwrap();
        let id = accounts::create(&change, &prepared).await.unwrap();
        change.commit().await.unwrap();
        let nobody = Person { id, cookie: String::new() };
        let body = encoded(&[("login", login), ("password", PASSWORD), ("next", "/")]);
        let response = self.send(&nobody, "/sign-in", Some((FORM, body.into_bytes()))).await;
        let cookies = response.headers().get_all(header::SET_COOKIE).iter();
        let cookies = cookies.filter_map(|cookie| cookie.to_str().unwrap().split(';').next());
        Person { id, cookie: cookies.collect::<Vec<_>>().join("; ") }
    }

    async fn send(&self, person: &Person, path: &str, body: Option<(&str, Vec<u8>)>) -> axum::http::Response<Body> {
        let request = match body {
            None => Request::get(path).body(Body::empty()),
            Some((kind, body)) => Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(body)),
        };
        let mut request = request.unwrap();
        request.headers_mut().insert(header::COOKIE, person.cookie.parse().unwrap());
        self.site.clone().oneshot(request).await.unwrap()
    }

    async fn answered(&self, response: axum::http::Response<Body>) -> Answered {
        let status = response.status();
        let location = response.headers().get(header::LOCATION).map_or("", |place| place.to_str().unwrap()).to_owned();
        let body = to_bytes(response.into_body(), 8_000_000).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(!body.contains('⟦') && !body.contains("{$"), "a text is missing on {}: {body}", self.name);
        Answered { status, location, body }
    }

    pub(crate) async fn get(&self, person: &Person, path: &str) -> Answered {
        self.answered(self.send(person, path, None).await).await
    }

    /// A file that must be given, byte for byte.
    pub(crate) async fn bytes(&self, person: &Person, path: &str) -> Vec<u8> {
        let response = self.send(person, path, None).await;
        assert_eq!(response.status(), StatusCode::OK, "{path} on {}", self.name);
        to_bytes(response.into_body(), 8_000_000).await.unwrap().to_vec()
    }

    /// A page that must open.
    pub(crate) async fn page(&self, person: &Person, path: &str) -> Answered {
        let answered = self.get(person, path).await;
        assert_eq!(answered.status, StatusCode::OK, "{path} on {}: {}", self.name, answered.body);
        answered
    }

    pub(crate) async fn post(&self, person: &Person, path: &str, fields: &[(&str, &str)]) -> Answered {
        let body = encoded(fields).into_bytes();
        self.answered(self.send(person, path, Some((FORM, body))).await).await
    }

    /// A post that must be accepted; where it leads.
    pub(crate) async fn does(&self, person: &Person, path: &str, fields: &[(&str, &str)]) -> String {
        let answered = self.post(person, path, fields).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{path} on {}: {}", self.name, answered.body);
        answered.location
    }

    /// A post that must be refused at a field, with a sentence; the page that says so.
    pub(crate) async fn refused(&self, person: &Person, path: &str, fields: &[(&str, &str)], field: &str) -> Answered {
        let answered = self.post(person, path, fields).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} on {}: {}", self.name, answered.body);
        let error = format!("id=\"f-{field}-error\"");
        assert!(answered.body.contains(&error), "{path} on {}: no error at {field}: {}", self.name, answered.body);
        answered
    }

    /// Sends a file with the fields of its form.
    pub(crate) async fn upload(
        &self,
        person: &Person,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Answered {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(b"\r\n--b--\r\n");
        let response = self.send(person, path, Some(("multipart/form-data; boundary=b", body))).await;
        self.answered(response).await
    }

    /// A file: its kind and its bytes.
    pub(crate) async fn file(&self, person: &Person, path: &str) -> (String, Vec<u8>) {
        let response = self.send(person, path, None).await;
        assert_eq!(response.status(), StatusCode::OK, "{path} on {}", self.name);
        let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        (kind, to_bytes(response.into_body(), 50_000_000).await.unwrap().to_vec())
    }

    /// What is said to somebody who has a file already and asks whether it is still the same.
    pub(crate) async fn asked_again(&self, person: &Person, path: &str) -> StatusCode {
        let known = self.send(person, path, None).await.headers()[header::ETAG].clone();
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        request.headers_mut().insert(header::COOKIE, person.cookie.parse().unwrap());
        request.headers_mut().insert(header::IF_NONE_MATCH, known);
        self.site.clone().oneshot(request).await.unwrap().status()
    }

    /// One whole number of the database.
    pub(crate) async fn number(&self, sql: &str, params: Vec<Value>) -> i64 {
        self.store.read().number(sql, params).await.unwrap()
    }

    /// What the database says to a statement that no room would send.
    pub(crate) async fn run(&self, sql: &str) -> ::store::Result<u64> {
        self.store.scratch().run(sql, vec![]).await
    }

    /// How many lines of the journal have a verb.
    pub(crate) async fn journaled(&self, verb: &str) -> i64 {
        self.number("SELECT COUNT(*) FROM journal WHERE verb = $1", ::store::params![verb]).await
    }

    /// Makes a person a trainer of MQ6, and a room of 20 places.
    pub(crate) async fn teaching(&self, person: &Person) -> Teaching {
        let fields = NameFields { family_latin: "Hamdi".into(), given_latin: "Nadia".into(), ..NameFields::default() };
        let change = self.store.begin(SCHOOL).await.unwrap();
        let campus = cohorts::add_campus(&change, "Site", "الموقع").await.unwrap();
        let room = cohorts::add_room(&change, campus, "Salle 1", 20).await.unwrap();
        let name = PersonName::new(&fields).unwrap();
        let trainer = cohorts::add_trainer(&change, person.id.0, &name, &["MQ6"]).await.unwrap();
        change.commit().await.unwrap();
        Teaching { trainer, room }
    }

    /// Lays sessions; their identities.
    pub(crate) async fn lays(&self, sessions: &[Placed]) -> Vec<i64> {
        let change = self.store.begin(SCHOOL).await.unwrap();
        let made = lay(&change, sessions).await.unwrap();
        change.commit().await.unwrap();
        made
    }

    /// A promotion with a section and trainees numbered from 1, named after their number.
    pub(crate) async fn class(&self, count: usize) -> Class {
        let change = self.store.begin(SCHOOL).await.unwrap();
        let starts_on = Day::parse("2026-10-04").unwrap();
        let new = NewPromotion { code: "2026".to_owned(), starts_on, semesters: vec![None; 4] };
        let promotion = cohorts::add_promotion(&change, &new).await.unwrap();
        let section = cohorts::add_section(&change, promotion, "A", 0).await.unwrap();
        let mut trainees = vec![];
        for at in 1..=count {
            let new = NewTrainee { number: format!("N{at}"), name: named(at), birth: Day::parse("2004-03-12").ok() };
            trainees.push(cohorts::add_trainee(&change, &new, 0, section, starts_on, None).await.unwrap());
        }
        change.commit().await.unwrap();
        Class { promotion, section, trainees }
    }
}

/// A trainer who teaches MQ6, and a room.
#[derive(Clone, Copy)]
pub(crate) struct Teaching {
    pub trainer: i64,
    pub room: i64,
}

impl Teaching {
    /// A session of a section on a day, from a slot on.
    pub(crate) fn session(self, section: i64, day: &str, first: i64, slots: i64) -> Placed {
        Placed {
            section,
            module: "MQ6".to_owned(),
            trainer: self.trainer,
            room: self.room,
            day: day.to_owned(),
            first,
            slots,
            teaching: "practical".to_owned(),
            kind: "exercise".to_owned(),
            series: String::new(),
            state: "planned".to_owned(),
            replaced: 0,
            reason: String::new(),
        }
    }
}

/// What the tests work on.
pub(crate) struct Class {
    pub promotion: i64,
    pub section: i64,
    pub trainees: Vec<i64>,
}

/// A name that no other number has.
fn named(at: usize) -> PersonName {
    const FAMILIES: [&str; 6] = ["Aouadi", "Benali", "Cherif", "Djebbar", "Ferhat", "Guenane"];
    let fields = NameFields {
        family_latin: FAMILIES[(at - 1) % FAMILIES.len()].to_owned(),
        given_latin: "Amina".to_owned(),
        ..NameFields::default()
    };
    PersonName::new(&fields).unwrap()
}

const FORM: &str = "application/x-www-form-urlencoded";

fn encoded(fields: &[(&str, &str)]) -> String {
    let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value)));
    pairs.collect::<Vec<_>>().join("&")
}
