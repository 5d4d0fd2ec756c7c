//! The doors: sign-in, sign-out, sign-out everywhere, the first administrator, the language before sign-in.

use ::store::{AccountId, CentreId, Scope};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use words::{Lang, Talk};

use super::store::{self, Door};
use super::{COOKIE, hash, language_cookie, set_cookie};
use crate::accounts::{self, NewAccount, password};
use crate::fields::is_local;
use crate::preferences::Preferences;
use crate::{
    Answer, Check, Field, FieldError, Fields, Form, MaybeVisitor, Page, Role, Routes, Visitor, Web, WebError, drafts,
    see_other,
};

/// Failures of one account before it is blocked for a while.
const PATIENCE: i64 = 5;

#[derive(Template)]
#[template(path = "sessions/sign_in.html")]
struct SignIn {
    page: Page,
    form: Form,
    kept: bool,
}

#[derive(Template)]
#[template(path = "sessions/first.html")]
struct First {
    page: Page,
    form: Form,
}

#[derive(Deserialize)]
struct Next {
    next: Option<String>,
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/sign-in", show)
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
        .post("/sign-out-everywhere", sign_out_everywhere)
        .get("/language/{code}", language)
        .page("/first-administrator/{token}", first)
        .post("/first-administrator/{token}", make_first)
        .with_state(web)
}

async fn show(MaybeVisitor(talk): MaybeVisitor, visitor: Option<Visitor>, Query(next): Query<Next>) -> Answer {
    let next = next.next.filter(|next| is_local(next)).unwrap_or_else(|| "/".to_owned());
    if visitor.is_some() {
        return Ok(see_other(&next));
    }
    let mut fields = Fields::default();
    fields.set("next", next);
    Page::show(&sign_in_page(talk, &fields, &[]))
}

/// The sign-in page for a post without a session: what was typed travels with it and comes back afterwards.
pub(crate) fn sign_in_to_go_on(_: &Web, talk: Talk, typed: Fields) -> Response {
    let mut fields = Fields::default();
    fields.set("next", typed.page().unwrap_or("/"));
    if let Ok(parked) = serde_json::to_string(&typed.without_secrets()) {
        fields.set("parked", parked);
    }
    Page::show_wrong(&sign_in_page(talk, &fields, &[])).unwrap_or_else(IntoResponse::into_response)
}

fn sign_in_page(talk: Talk, fields: &Fields, errors: &[FieldError]) -> SignIn {
    let login = Field::line(talk, "login", "sessions-login").autocomplete("username").required(talk).focused();
    let secret = Field::line(talk, "password", "sessions-password").of_type("password");
    let secret = secret.autocomplete("current-password").required(talk);
    let mut form = Form::new(talk, "/sign-in", "/sign-in", "sessions-sign-in")
        .fields(vec![login, secret], &fields.clone().without_secrets(), errors)
        .hidden("next", fields.get("next"));
    let kept = fields.has("parked");
    if kept {
        form = form.hidden("parked", fields.get("parked"));
    }
    let page = Page::outside(talk, talk.t("sessions-title").into_owned()).wrong(form.is_wrong());
    SignIn { page, form, kept }
}

async fn sign_in(State(web): State<Web>, MaybeVisitor(talk): MaybeVisitor, fields: Fields) -> Answer {
    let mut check = Check::new(&fields);
    let login = accounts::fold_login(&check.required("login", 80, "sessions-error-login"));
    if fields.get("password").is_empty() {
        check.wrong("password", "sessions-error-password");
    }
    if !check.errors.is_empty() {
        return Page::show_wrong(&sign_in_page(talk, &fields, &check.errors));
    }
    let door = store::door(&web.store, &login).await?;
    let now = web.clock().now();
    if door.as_ref().is_some_and(|door| door.blocked_until > now.0) {
        check.wrong("login", "sessions-error-blocked");
        return Page::show_wrong(&sign_in_page(talk, &fields, &check.errors));
    }
    let known = door.as_ref().map(|door| door.password_hash.clone());
    let right = password::matches(fields.get("password").to_owned(), known).await?;
    match door {
        Some(door) if right => open(&web, &door, &fields).await,
        other => {
            if let Some(door) = other {
                count_failure(&web, &door).await?;
            }
            check.wrong("password", "sessions-error-wrong");
            Page::show_wrong(&sign_in_page(talk, &fields, &check.errors))
        }
    }
}

/// After [`PATIENCE`] failures the account waits: 30 seconds, doubled with each further failure, 15 minutes at most.
async fn count_failure(web: &Web, door: &Door) -> Result<(), WebError> {
    let account = AccountId(door.id);
    let change = web.store.begin(Scope { centre: CentreId(door.centre_id), actor: None }).await?;
    let failures = store::failed(&change, account).await?;
    if failures >= PATIENCE {
        let wait = (30_000_i64 << (failures - PATIENCE).min(5)).min(900_000);
        store::block(&change, account, change.now().plus_ms(wait)).await?;
    }
    Ok(change.commit().await?)
}

async fn open(web: &Web, door: &Door, fields: &Fields) -> Answer {
    let (account, token) = (AccountId(door.id), web.chance.token(32));
    let change = web.store.begin(Scope { centre: CentreId(door.centre_id), actor: Some(account) }).await?;
    store::open(&change, &hash(&token), account).await?;
    change.commit().await?;
    let parked = serde_json::from_str::<Fields>(fields.get("parked")).ok();
    if let Some(parked) = parked
        && let Some(page) = parked.page().map(str::to_owned)
        && let Some(visitor) = super::visitor(web, &token).await?
    {
        drafts::keep(web, &visitor, &page, parked).await?;
    }
    let next = Some(fields.get("next")).filter(|next| is_local(next)).unwrap_or("/");
    let mut response = see_other(next);
    let secure = if web.config.secure { "; Secure" } else { "" };
    set_cookie(&mut response, &format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{secure}"));
    let lang = Preferences::read(&door.preferences).language;
    set_cookie(&mut response, &language_cookie(Talk { lang, short: false }, web.config.secure));
    Ok(response)
}

async fn sign_out(State(web): State<Web>, visitor: Option<Visitor>) -> Answer {
    if let Some(visitor) = visitor {
        let change = web.store.begin(visitor.scope()).await?;
        store::close(&change, &visitor.session, visitor.account.id).await?;
        change.commit().await?;
    }
    Ok(signed_out())
}

async fn sign_out_everywhere(State(web): State<Web>, visitor: Option<Visitor>) -> Answer {
    if let Some(visitor) = visitor {
        let change = web.store.begin(visitor.scope()).await?;
        store::close_all(&change, visitor.account.id).await?;
        change.commit().await?;
    }
    Ok(signed_out())
}

fn signed_out() -> Response {
    let mut response = see_other("/sign-in");
    set_cookie(&mut response, &format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
    response
}

/// Chooses the language of the pages before sign-in and goes back to where the link stood.
async fn language(State(web): State<Web>, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let lang = Lang::parse(&code).ok_or(WebError::NotFound)?;
    let from = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let back = from.splitn(4, '/').nth(3).map(|path| format!("/{path}")).filter(|path| is_local(path));
    let mut response = see_other(&back.unwrap_or_else(|| "/sign-in".to_owned()));
    set_cookie(&mut response, &language_cookie(Talk { lang, short: false }, web.config.secure));
    Ok(response)
}

async fn first(State(web): State<Web>, MaybeVisitor(talk): MaybeVisitor, Path(token): Path<String>) -> Answer {
    if !store::invited(&web.store, &hash(&token)).await? {
        return Err(WebError::NotFound);
    }
    Page::show(&first_page(talk, &token, &Fields::default(), &[]))
}

fn first_page(talk: Talk, token: &str, fields: &Fields, errors: &[FieldError]) -> First {
    let action = format!("/first-administrator/{token}");
    let form = Form::new(talk, action.clone(), action, "accounts-create").fields(
        accounts::web::own_fields(talk),
        &fields.clone().without_secrets(),
        errors,
    );
    First { page: Page::outside(talk, talk.t("sessions-first-title").into_owned()).wrong(form.is_wrong()), form }
}

async fn make_first(
    State(web): State<Web>,
    MaybeVisitor(talk): MaybeVisitor,
    Path(token): Path<String>,
    fields: Fields,
) -> Answer {
    if !store::invited(&web.store, &hash(&token)).await? {
        return Err(WebError::NotFound);
    }
    let mut check = Check::new(&fields);
    let (login, name) =
        (check.required("login", 80, "sessions-error-login"), check.required("name", 120, "accounts-error-name"));
    let secret = accounts::web::read_password(&mut check, &fields);
    if !check.errors.is_empty() {
        return Page::show_wrong(&first_page(talk, &token, &fields, &check.errors));
    }
    let new = NewAccount {
        login,
        name,
        role: Role::Administrator,
        password: secret,
        centre: CentreId::PRODUCTION,
        preferences: Preferences::in_language(talk.lang),
    };
    let prepared = new.prepare().await?;
    let change = web.store.begin(Scope { centre: CentreId::PRODUCTION, actor: None }).await?;
    if !store::use_invitation(&change, &hash(&token)).await? {
        return Err(WebError::NotFound);
    }
    accounts::create(&change, &prepared).await?;
    change.commit().await?;
    Ok(see_other("/sign-in"))
}
