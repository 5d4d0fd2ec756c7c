//! The administrator's list of accounts.

use ::store::{CentreId, StoreError};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use words::Talk;

use super::{Listed, NewAccount, password, store};
use crate::preferences::Preferences;
use crate::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Role, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};

#[derive(Template)]
#[template(path = "accounts/accounts.html")]
struct Accounts {
    page: Page,
    rows: Vec<(Listed, String)>,
    next: Option<i64>,
    form: Form,
}

#[derive(Deserialize)]
struct After {
    after: Option<i64>,
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().page("/accounts", list).post("/accounts", create).with_state(web)
}

async fn list(State(web): State<Web>, visitor: Visitor, Query(after): Query<After>) -> Answer {
    visitor.may(Habilitation::ManageAccounts)?;
    let typed = drafts::draft(&web, &visitor, "/accounts").await?;
    let mut shown =
        accounts_page(&web, &visitor, after.after, typed.as_ref().unwrap_or(&Fields::default()), &[]).await?;
    if typed.is_some() {
        shown.form = shown.form.kept(true);
    }
    Page::show(&shown)
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ManageAccounts)?;
    let mut check = Check::new(&fields);
    let login = check.required("login", 80, "sessions-error-login");
    let name = check.required("name", 120, "accounts-error-name");
    let codes = Role::ALL.map(Role::code);
    let role = check.choice("role", &codes, "accounts-error-role");
    let secret = read_password(&mut check, &fields);
    if check.errors.is_empty() {
        let role = Role::parse(role).unwrap_or(Role::Trainee);
        let preferences = Preferences::in_language(visitor.preferences.language);
        let new = NewAccount { login, name, role, password: secret, centre: home_of(role), preferences };
        match save(&web, &visitor, new).await {
            Ok(()) => {
                drafts::forget(&web, &visitor, "/accounts").await?;
                sessions::tell(&web, &visitor, "accounts-created").await?;
                return Ok(see_other("/accounts"));
            }
            Err(WebError::Store(StoreError::Duplicate(_))) => check.wrong("login", "accounts-error-taken"),
            Err(error) => return Err(error),
        }
    }
    let mut shown = accounts_page(&web, &visitor, None, &fields, &check.errors).await?;
    shown.page.wrong = true;
    Page::show_wrong(&shown)
}

async fn save(web: &Web, visitor: &Visitor, new: NewAccount) -> Result<(), WebError> {
    let prepared = new.prepare().await?;
    let change = web.store.begin(visitor.scope()).await?;
    super::create(&change, &prepared).await?;
    Ok(change.commit().await?)
}

/// School roles stand in the training centre, the others in production.
pub fn home_of(role: Role) -> CentreId {
    match role {
        Role::Trainee | Role::Trainer | Role::Studies => CentreId::TRAINING,
        _ => CentreId::PRODUCTION,
    }
}

async fn accounts_page(
    web: &Web,
    visitor: &Visitor,
    after: Option<i64>,
    fields: &Fields,
    errors: &[FieldError],
) -> Result<Accounts, WebError> {
    let talk = visitor.talk();
    let page = Page::new(web, visitor, "accounts-title").await?.under("/accounts");
    let found = store::list(&web.store, None, after).await?;
    let named = |row: Listed| {
        let role = Role::parse(&row.role).map_or("frame-role-trainee", Role::key);
        (row, talk.t(role).into_owned())
    };
    let rows = found.rows.into_iter().map(named).collect();
    let mut all = own_fields(talk);
    let roles = Role::ALL.map(|role| (role.code().to_owned(), talk.t(role.key()).into_owned()));
    all.insert(2, Field::select(talk, "role", "accounts-role", roles.to_vec()).required(talk));
    let form = Form::new(talk, "/accounts", "/accounts", "accounts-create");
    let form = form.fields(all, &fields.clone().without_secrets(), errors);
    Ok(Accounts { page, rows, next: found.next, form })
}

/// The fields that describe a new account's own person.
pub(crate) fn own_fields(talk: Talk) -> Vec<Field> {
    vec![
        Field::line(talk, "login", "sessions-login").hint(talk, "accounts-login-hint").required(talk),
        Field::line(talk, "name", "accounts-name").required(talk),
        Field::line(talk, "new_password", "sessions-password")
            .of_type("password")
            .autocomplete("new-password")
            .hint(talk, "accounts-password-hint")
            .required(talk),
    ]
}

/// A new password of acceptable length.
pub(crate) fn read_password(check: &mut Check<'_>, fields: &Fields) -> String {
    let secret = fields.get("new_password").to_owned();
    if !(password::SHORTEST..=password::LONGEST).contains(&secret.chars().count()) {
        check.wrong("new_password", "accounts-error-password");
    }
    secret
}
