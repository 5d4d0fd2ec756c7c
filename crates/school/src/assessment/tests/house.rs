//! A whole house for the tests: the real desk, practice and assessment, visited with a cookie as a browser does.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::store::testing::{Fresh, stores};
use ::store::{AccountId, CentreId, Chance, MigrationTrait, MigratorTrait, Scope, Store};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Habilitation, NavItem, Role, Web, serve_routes};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use desk::calls::{DeskStatus, Lines};
use tower::ServiceExt;
use words::Lang;

use crate::assessment::{Evidence, store};
use crate::practice::{Attempt, AttemptId, Simulated, attempt_by_id, library};
use crate::{assessment, practice};

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all = [::store::migrations(), ::web::migrations(), desk::migrations(), crate::migrations()];
        all.into_iter().flatten().collect()
    }
}

/// What a page answered.
pub(super) struct Answered {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

/// One signed-in person.
#[derive(Clone)]
pub(super) struct Person {
    pub id: AccountId,
    cookie: String,
}

/// The site over one fresh database.
pub(super) struct House {
    pub name: &'static str,
    pub store: Store,
    site: Router,
    _fresh: Fresh,
}

const PASSWORD: &str = "un mot de passe";

/// A house on every engine.
pub(super) async fn houses() -> Vec<House> {
    let mut houses = Vec::new();
    for fresh in stores::<Migrations>().await.unwrap() {
        let store = fresh.store.clone();
        let refused = library::load(&store, Path::new("no such folder")).await.unwrap();
        assert!(refused.is_empty(), "{refused:?}");
        let nav = [NavItem { href: "/reviews", key: "assessment-reviews-title", needs: Habilitation::Review }];
        let config = Config { secure: false, offset_minutes: 60 };
        let web = Web::new(store.clone(), Chance::seeded(1), config, &nav, Arc::new(DeskStatus));
        let lines = Lines::default().with(Arc::new(Simulated::new(PathBuf::from("no recordings"))));
        let rooms = ::web::Routes::new()
            .merge(desk::clients::routes(web.clone()))
            .merge(desk::calls::routes(web.clone(), lines))
            .merge(practice::routes(web.clone()))
            .merge(assessment::routes(web.clone()));
        houses.push(House { name: fresh.name, site: serve_routes(&web, rooms).into_router(), store, _fresh: fresh });
    }
    houses
}

impl House {
    /// A new account, signed in.
    pub(super) async fn person(&self, login: &str, role: Role, language: Lang) -> Person {
        let preferences = Preferences {
            time_factor: 1.5,
            means: vec!["speech".into(), "braille".into()],
            ..Preferences::in_language(language)
        };
        let new = NewAccount {
            login: login.into(),
            name: format!("{login} Testée"),
            role,
            password: PASSWORD.into(),
            centre: CentreId::TRAINING,
            preferences,
        };
        let prepared = new.prepare().await.unwrap();
        let change = self.store.begin(Scope { centre: CentreId::TRAINING, actor: None }).await.unwrap();
        let id = accounts::create(&change, &prepared).await.unwrap();
        change.commit().await.unwrap();
        let nobody = Person { id, cookie: String::new() };
        let fields = [("login", login), ("password", PASSWORD), ("next", "/")];
        let response = self.send(&nobody, "/sign-in", Some(&fields)).await;
        let cookies = response.headers().get_all(header::SET_COOKIE).iter();
        let cookies = cookies.filter_map(|cookie| cookie.to_str().unwrap().split(';').next());
        Person { id, cookie: cookies.collect::<Vec<_>>().join("; ") }
    }

    async fn send(&self, person: &Person, path: &str, fields: Option<&[(&str, &str)]>) -> axum::http::Response<Body> {
        let request = match fields {
            None => Request::get(path).body(Body::empty()),
            Some(fields) => Request::post(path)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(encoded(fields))),
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

    pub(super) async fn get(&self, person: &Person, path: &str) -> Answered {
        self.answered(self.send(person, path, None).await).await
    }

    /// A page that must open.
    pub(super) async fn page(&self, person: &Person, path: &str) -> String {
        let answered = self.get(person, path).await;
        assert_eq!(answered.status, StatusCode::OK, "{path} on {}: {}", self.name, answered.body);
        answered.body
    }

    pub(super) async fn post(&self, person: &Person, path: &str, fields: &[(&str, &str)]) -> Answered {
        self.answered(self.send(person, path, Some(fields)).await).await
    }

    /// A post that must be accepted; where it leads.
    pub(super) async fn does(&self, person: &Person, path: &str, fields: &[(&str, &str)]) -> String {
        let answered = self.post(person, path, fields).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{path} on {}: {}", self.name, answered.body);
        answered.location
    }

    /// Time passes.
    pub(super) fn wait(&self, seconds: i64) {
        self.store.clock().advance(seconds * 1000);
    }

    /// The trainee says ready, and answers when it rings.
    pub(super) async fn answer(&self, trainee: &Person, scenario: &str, mode: &str) -> Attempt {
        self.does(trainee, &format!("/practice/{scenario}/attempts"), &[("mode", mode)]).await;
        let sql = "SELECT MAX(id) FROM attempt WHERE account_id = $1";
        let params = ::store::params![trainee.id.0];
        let id = ::store::Sql::number(self.store.read(), sql, params).await.unwrap();
        let attempt = attempt_by_id(self.store.read(), AttemptId(id)).await.unwrap();
        self.wait(60);
        self.page(trainee, "/desk").await;
        self.does(trainee, &format!("/calls/{}/answer", attempt.call), &[]).await;
        attempt
    }

    /// The trainee says something of their own.
    pub(super) async fn say(&self, trainee: &Person, attempt: &Attempt, text: &str) {
        self.wait(5);
        self.does(trainee, &format!("/calls/{}/utterances", attempt.call), &[("text", text)]).await;
    }

    /// The trainee passes a step of the script, by a branch when there is one.
    pub(super) async fn step(&self, trainee: &Person, attempt: &Attempt, step: &str, branch: &str) {
        self.wait(10);
        let how = if branch.is_empty() { ("how", "passed") } else { ("branch", branch) };
        self.does(trainee, &format!("/calls/{}/steps", attempt.call), &[("step", step), how]).await;
    }

    /// The trainee hangs up and codes the call, which closes the attempt.
    pub(super) async fn code(&self, trainee: &Person, attempt: &Attempt, reason: &str, outcome: &str) -> String {
        self.wait(3);
        self.does(trainee, &format!("/calls/{}/end", attempt.call), &[]).await;
        self.wait(30);
        let given = [("reason", reason), ("outcome", outcome), ("satisfaction", "4"), ("note", "")];
        self.does(trainee, &format!("/calls/{}/wrap-up", attempt.call), &given).await
    }

    /// A call of MQ6-FR-1 in which the script is followed, the address is not asked and the outcome is wrong.
    pub(super) async fn call(&self, trainee: &Person, mode: &str) -> Attempt {
        let attempt = self.answer(trainee, "MQ6-FR-1", mode).await;
        for (step, branch) in [("greet", ""), ("ask-name", ""), ("open-file", "verify"), ("verify", "explain")] {
            self.step(trainee, &attempt, step, branch).await;
        }
        self.does(trainee, &format!("/calls/{}/identification", attempt.call), &[]).await;
        for step in ["explain", "reformulate", "answer", "satisfaction", "anything-else"] {
            self.step(trainee, &attempt, step, "").await;
        }
        self.code(trainee, &attempt, "bill", "callback").await;
        attempt_by_id(self.store.read(), attempt.id).await.unwrap()
    }

    pub(super) async fn evidence(&self, attempt: &Attempt) -> Vec<Evidence> {
        store::evidence_of(self.store.read(), attempt.id).await.unwrap()
    }

    /// How many lines of the journal, in any centre, have a verb.
    pub(super) async fn journaled(&self, verb: &str) -> i64 {
        let sql = "SELECT COUNT(*) FROM journal WHERE verb = $1";
        ::store::Sql::number(self.store.read(), sql, ::store::params![verb]).await.unwrap()
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value)));
    pairs.collect::<Vec<_>>().join("&")
}
