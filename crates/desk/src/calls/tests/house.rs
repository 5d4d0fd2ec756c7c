//! A call centre of its own for each test: agents at their desks, clients on file, callers on the line.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::store::testing::{Fresh, MORNING, stores};
use ::store::{
    AccountId, CentreId, Chance, Change, Clock, JournalRow, MigrationTrait, MigratorTrait, Scope, Store, journal_since,
};
use ::web::accounts::{self, NewAccount};
use ::web::preferences::Preferences;
use ::web::{Config, Fields, Role, Web};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;
use words::{Lang, Talk};

use super::*;
use crate::clients::{ClientData, Day};
use crate::{clients, scripts};

pub(super) const FR: Talk = Talk { lang: Lang::Fr, short: false };
pub(super) const PASSWORD: &str = "un long secret";
pub(super) const PRODUCTION: Scope = Scope { centre: CentreId::PRODUCTION, actor: None };
pub(super) const TRAINING: Scope = Scope { centre: CentreId::TRAINING, actor: None };

/// The number that calls in most tests.
pub(super) const NUMBER: &str = "+213550142763";

/// A script with a step to say, one to do with two branches, and one to close.
pub(super) const BRANCHED: &str = r#"
format = 1
code = "essai-fr"
version = 1
language = "fr"
title = "Accueil d’essai"

[[steps]]
id = "greet"
phase = "greeting"
kind = "say"
required = true
key = "1"
short = "Saluer"
text = "Bonjour, {agent_name} à votre service."

[[steps]]
id = "file"
phase = "identification"
kind = "do"
short = "Ouvrir la fiche"
text = "Ouvrir la fiche de {client_name}."
[[steps.branches]]
label = "Trouvée"
to = "leave"
[[steps.branches]]
label = "Absente"
to = "ask"

[[steps]]
id = "ask"
phase = "need"
kind = "ask"
short = "Demander l’objet"
text = "Est-ce bien au sujet de {reason} ?"

[[steps]]
id = "leave"
phase = "closing"
kind = "say"
required = true
short = "Prendre congé"
text = "Au revoir {client_name}."
"#;

pub(super) struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [::store::migrations(), ::web::migrations(), crate::migrations()].into_iter().flatten().collect()
    }
}

/// What the caller answers, in order; after the last one, nothing. `!` before the words: the caller hangs up after them.
pub(super) const TALK: [&str; 4] = ["Bonjour.", "C’est pour ma facture.", "D’accord, merci.", "!Au revoir."];

/// A caller who answers from a list, and remembers how far the talk went in the call itself.
struct Listed {
    answers: &'static [&'static str],
}

fn words(text: &str) -> Vec<Spoken> {
    let ends = text.starts_with('!');
    vec![Spoken { text: text.trim_start_matches('!').to_owned(), trace: String::new(), ends }]
}

#[async_trait::async_trait]
impl Line for Listed {
    fn kind(&self) -> &'static str {
        "listed"
    }

    async fn answered(&self, _: &Change, _: &Call, memory: &mut String) -> ::store::Result<Vec<Spoken>> {
        "0".clone_into(memory);
        Ok(words("Allô ?"))
    }

    async fn hears(&self, _: &Change, _: &Call, memory: &mut String, _: Heard<'_>) -> ::store::Result<Vec<Spoken>> {
        let heard: usize = memory.parse().unwrap();
        *memory = (heard + 1).to_string();
        Ok(self.answers.get(heard).map(|text| words(text)).unwrap_or_default())
    }

    async fn held(&self, _: &Change, _: &Call, _: &mut String) -> ::store::Result<Vec<Spoken>> {
        Ok(words("J’attends."))
    }

    async fn resumed(&self, _: &Change, _: &Call, _: &mut String) -> ::store::Result<Vec<Spoken>> {
        Ok(words("Je suis là."))
    }

    async fn hung_up(&self, _: &Change, _: &Call, _: &mut String) -> ::store::Result<Vec<Spoken>> {
        Ok(words("!Au revoir."))
    }

    async fn closed(&self, _: &Change, _: &Call) -> ::store::Result<()> {
        Ok(())
    }

    async fn voice(&self, _: &Store, _: &Call, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn has_voice(&self) -> bool {
        false
    }

    async fn after(&self, _: &Store, call: &Call) -> ::store::Result<Option<String>> {
        Ok(Some(format!("/calls/{}", call.id.0)))
    }
}

/// The whole site of the desk over a database.
pub(super) fn site(store: &Store) -> Router {
    let config = Config { secure: false, offset_minutes: 60 };
    let web = Web::new(store.clone(), Chance::system(), config, &[], Arc::new(DeskStatus));
    let lines = Lines::default().with(Arc::new(Listed { answers: &TALK }));
    let rooms = ::web::Routes::new().merge(clients::routes(web.clone())).merge(routes(web.clone(), lines));
    ::web::serve_routes(&web, rooms).into_router()
}

pub(super) struct House {
    pub fresh: Fresh,
    pub router: Router,
}

pub(super) async fn houses() -> Vec<House> {
    let mut all = vec![];
    for fresh in stores::<Migrations>().await.unwrap() {
        furnish(&fresh.store).await;
        all.push(House { router: site(&fresh.store), fresh });
    }
    all
}

/// The codes of the production centre.
pub(super) async fn furnish(store: &Store) {
    let change = store.begin(PRODUCTION).await.unwrap();
    seed_codes(&change).await.unwrap();
    change.record(::store::Entry::new("centre.filled", "centre", 1)).await.unwrap();
    change.commit().await.unwrap();
}

pub(super) async fn account(store: &Store, login: &str, role: Role, centre: CentreId) -> AccountId {
    let new = NewAccount {
        login: login.to_owned(),
        name: format!("Mme {login}"),
        role,
        password: PASSWORD.to_owned(),
        centre,
        preferences: Preferences::in_language(Lang::Fr),
    };
    let prepared = new.prepare().await.unwrap();
    let change = store.begin(Scope { centre, actor: None }).await.unwrap();
    let id = accounts::create(&change, &prepared).await.unwrap();
    change.commit().await.unwrap();
    id
}

/// A call on its way to an agent of production, `seconds` from now.
pub(super) async fn caller(
    store: &Store,
    agent: AccountId,
    number: &str,
    seconds: i64,
    script: Option<&str>,
) -> CallId {
    let change = store.begin(PRODUCTION).await.unwrap();
    let script = match script {
        Some(source) => Some(scripts::publish(&change, source).await.unwrap()),
        None => None,
    };
    let rings_at = change.now().plus_ms(seconds * 1000);
    let id = expect(&change, agent, number, "listed", rings_at, script).await.unwrap();
    change.commit().await.unwrap();
    id
}

impl House {
    pub fn name(&self) -> &'static str {
        self.fresh.name
    }

    pub fn clock(&self) -> &Clock {
        self.fresh.store.clock()
    }

    /// An agent of production at a desk.
    pub async fn agent(&self, login: &str) -> Desk {
        self.person(login, Role::Agent, CentreId::PRODUCTION).await
    }

    pub async fn person(&self, login: &str, role: Role, centre: CentreId) -> Desk {
        let id = account(&self.fresh.store, login, role, centre).await;
        let mut desk = Desk { router: self.router.clone(), cookie: String::new(), id };
        desk.sign_in(login).await;
        desk
    }

    /// A client's file in a centre.
    pub async fn file(&self, scope: Scope, pairs: &[(&str, &str)]) -> ClientId {
        let mut fields = Fields::default();
        fields.set("language", "fr");
        fields.set("status", "active");
        pairs.iter().for_each(|(field, value)| fields.set(field, *value));
        let data = ClientData::read(&fields, Lang::Fr, Day::of(MORNING, 60)).unwrap();
        let change = self.fresh.store.begin(scope).await.unwrap();
        let id = clients::insert(&change, &data).await.unwrap();
        change.commit().await.unwrap();
        id
    }

    /// A call that rings at this desk now.
    pub async fn ringing(&self, desk: &Desk, number: &str) -> CallId {
        self.ringing_with(desk, number, None).await
    }

    pub async fn ringing_with(&self, desk: &Desk, number: &str, script: Option<&str>) -> CallId {
        let id = caller(&self.fresh.store, desk.id, number, 0, script).await;
        assert_eq!(desk.get("/desk").await.status, StatusCode::OK, "{}", self.name());
        assert_eq!(self.call(id).await.state, State::Ringing, "{}", self.name());
        id
    }

    /// A call that this desk has answered.
    pub async fn talking(&self, desk: &Desk, number: &str) -> CallId {
        let id = self.ringing(desk, number).await;
        desk.act(id, "answer", &[]).await;
        assert_eq!(self.call(id).await.state, State::Talking, "{}", self.name());
        id
    }

    /// A call that was hung up and waits for its codes.
    pub async fn ended(&self, desk: &Desk, number: &str) -> CallId {
        let id = self.talking(desk, number).await;
        desk.act(id, "end", &[]).await;
        assert_eq!(self.call(id).await.state, State::WrapUp, "{}", self.name());
        id
    }

    pub async fn call(&self, id: CallId) -> Call {
        call_by_id(self.fresh.store.read(), PRODUCTION, id).await.unwrap()
    }

    /// Who said what so far.
    pub async fn said(&self, id: CallId) -> Vec<(String, String)> {
        let turns = turns_of(self.fresh.store.read(), id).await.unwrap();
        turns.into_iter().map(|turn| (turn.speaker, turn.text)).collect()
    }

    /// The journal of production.
    pub async fn journal(&self) -> Vec<JournalRow> {
        journal_since(self.fresh.store.read(), PRODUCTION, 0, 1000).await.unwrap()
    }

    /// How many times the journal tells this.
    pub async fn told(&self, verb: &str) -> usize {
        self.journal().await.iter().filter(|row| row.verb == verb).count()
    }
}

pub(super) fn karim() -> Vec<(&'static str, &'static str)> {
    vec![("given_latin", "Karim"), ("family_latin", "Benali"), ("birth_date", "12/05/1986"), ("phone", "0550142763")]
}

pub(super) fn yasmine() -> Vec<(&'static str, &'static str)> {
    vec![("given_latin", "Yasmine"), ("family_latin", "Benali"), ("birth_date", "03/02/1990"), ("phone", "0550142763")]
}

/// One person's browser.
#[derive(Clone)]
pub(super) struct Desk {
    pub router: Router,
    pub cookie: String,
    pub id: AccountId,
}

/// What came back.
pub(super) struct Back {
    pub status: StatusCode,
    pub place: String,
    pub html: String,
    cookies: BTreeMap<String, String>,
}

impl Back {
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let value = self.html.split(&start).nth(1).unwrap_or_default().split('"').next().unwrap_or_default();
        value
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    }

    pub fn shows(&self, texts: &[&str]) -> bool {
        texts.iter().all(|text| self.html.contains(text))
    }

    pub fn error_at(&self, field: &str) -> String {
        let start = format!("id=\"f-{field}-error\">");
        let told = self.html.split(&start).nth(1).unwrap_or_default().split("</p>").next().unwrap_or_default();
        told.split("</b> ").nth(1).unwrap_or_default().to_owned()
    }

    /// The page without what is new each time it is drawn.
    pub fn drawn(&self) -> String {
        let mut parts = self.html.split("name=\"once\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |page, part| page + part.split_once('"').map_or("", |(_, rest)| rest))
    }

    fn cookie(&self) -> String {
        self.cookies.get("plateau").map(|token| format!("plateau={token}")).unwrap_or_default()
    }
}

impl Desk {
    pub async fn sign_in(&mut self, login: &str) {
        let back = self.post("/sign-in", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{login} signs in");
        self.cookie = back.cookie();
    }

    pub async fn get(&self, path: &str) -> Back {
        self.send("GET", path, String::new()).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Back {
        let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<_> = pairs.iter().map(|(field, value)| format!("{}={}", code(field), code(value))).collect();
        self.send("POST", path, pairs.join("&")).await
    }

    /// Does something with a call: `answer`, `refusal`, `utterances`, `hold`…
    pub async fn act(&self, id: CallId, action: &str, pairs: &[(&str, &str)]) -> Back {
        self.post(&format!("/calls/{}/{action}", id.0), pairs).await
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
        let place = parts.headers.get(header::LOCATION).map(|place| place.to_str().unwrap().to_owned());
        let cookies = parts.headers.get_all(header::SET_COOKIE).iter().map(|cookie| {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            (name.to_owned(), value.to_owned())
        });
        let cookies = cookies.collect();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        Back { status: parts.status, place: place.unwrap_or_default(), html, cookies }
    }
}
