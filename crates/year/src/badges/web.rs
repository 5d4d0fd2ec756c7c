//! The badges of a trainee for the head of studies, and the page on which anybody verifies one.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, MaybeVisitor, Page, Routes, Visitor, Web, WebError,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use words::{Arg, Lang};

use super::credential::verified;
use super::store::{self, Badge};
use super::{Keys, award, validated};
use crate::cohorts::{self, Trainee};
use crate::common::{id_of, module_line, school, shown_day, today};

/// What the handlers share: the house, and where its key is.
#[derive(Clone)]
struct Desk {
    web: Web,
    keys: Keys,
}

/// The pages of this room for people who are signed in.
pub fn routes(web: Web, keys: Keys) -> Routes {
    Routes::new()
        .page("/year/trainees/{id}/badges", show)
        .post("/year/trainees/{id}/badges", issue)
        .post("/year/trainees/{id}/badges/revocation", revoke)
        .with_state(Desk { web, keys })
}

/// The pages that anybody who has the address may open.
pub fn open_routes(web: Web) -> Routes {
    Routes::new().page("/badges/{token}", verify).get("/badges/{token}/credential.jwt", file).with_state(web)
}

struct Line {
    own: Badge,
    name: String,
    issued: String,
    revoked: String,
}

#[derive(Template)]
#[template(path = "badges/trainee.html")]
struct TraineePage {
    page: Page,
    trainee: Trainee,
    name: String,
    badges: Vec<Line>,
    /// Validated modules without a standing badge: code, name, minutes.
    open: Vec<(String, String, String)>,
    may_keep: bool,
    revocation: Option<Form>,
}

fn place_of(trainee: i64) -> String {
    format!("/year/trainees/{trainee}/badges")
}

fn standing<'a>(badges: &'a [Badge], module: &str) -> Option<&'a Badge> {
    badges.iter().find(|own| own.module == module && own.revoked_on.is_empty())
}

async fn page_of(
    desk: &Desk,
    visitor: &Visitor,
    trainee: Trainee,
    typed: &Fields,
    errors: &[FieldError],
) -> Result<TraineePage, WebError> {
    let (talk, db) = (visitor.talk(), desk.web.store.read());
    let badges = store::badges_of(db, trainee.id).await?;
    let open = validated(db, trainee.id).await?;
    let open = open.into_iter().filter(|own| standing(&badges, &own.module).is_none());
    let open =
        open.map(|own| (own.module.clone(), module_line(talk, &own.module), own.references.join(", "))).collect();
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let choices: Vec<(String, String)> = badges
        .iter()
        .filter(|own| own.revoked_on.is_empty())
        .map(|own| (own.id.to_string(), module_line(talk, &own.module)))
        .collect();
    let place = place_of(trainee.id);
    let revocation = (may_keep && !choices.is_empty()).then(|| {
        let fields = vec![
            Field::select(talk, "badge", "badges-badge", choices).required(talk),
            Field::area(talk, "reason", "badges-reason", 2).required(talk).hint(talk, "badges-hint-reason"),
        ];
        Form::new(talk, format!("{place}/revocation"), &*place, "badges-revoke").fields(fields, typed, errors)
    });
    let line = |own: Badge| Line {
        name: module_line(talk, &own.module),
        issued: shown_day(&own.issued_on),
        revoked: shown_day(&own.revoked_on),
        own,
    };
    let name = trainee.filed(visitor.preferences.script);
    let page = Page::new(&desk.web, visitor, "badges-title").await?.under("/year").wrong(!errors.is_empty());
    let badges = badges.into_iter().map(line).collect();
    Ok(TraineePage { page, trainee, name, badges, open, may_keep, revocation })
}

async fn trainee_of(desk: &Desk, id: &str) -> Result<Trainee, WebError> {
    Ok(cohorts::trainee(desk.web.store.read(), id_of(id)?).await?)
}

/// The badges of a trainee.
async fn show(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let trainee = trainee_of(&desk, &id).await?;
    Page::show(&page_of(&desk, &visitor, trainee, &Fields::default(), &[]).await?)
}

/// Issues the badge of a validated module; one that stands already is left as it is.
async fn issue(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let trainee = trainee_of(&desk, &id).await?;
    let place = place_of(trainee.id);
    let web = &desk.web;
    let own = validated(web.store.read(), trainee.id).await?.into_iter().find(|own| own.module == fields.get("module"));
    let Some(own) = own else { return Err(WebError::Conflict("badges-error-module")) };
    if standing(&store::badges_of(web.store.read(), trainee.id).await?, &own.module).is_some() {
        return Ok(see_other(&place));
    }
    let key = desk.keys.read_or_make(&web.chance).await.map_err(|error| WebError::Broken(error.to_string()))?;
    let change = web.store.begin(school(&visitor)).await?;
    match award(&change, &key, &web.chance, trainee.id, &own, today(web)).await {
        Ok(_) => {
            change.commit().await?;
            sessions::tell(web, &visitor, "badges-issued").await?;
        }
        Err(StoreError::Duplicate(_)) => drop(change),
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&place))
}

/// Revokes a badge for a reason, which its public page then shows.
async fn revoke(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let trainee = trainee_of(&desk, &id).await?;
    let mut check = Check::new(&fields);
    let badge = fields.get("badge").parse().unwrap_or(0);
    let badges = store::badges_of(desk.web.store.read(), trainee.id).await?;
    if badges.iter().all(|own| own.id != badge) {
        check.wrong("badge", "frame-error-choice");
    }
    let reason = check.text("reason", 500);
    if reason.is_empty() {
        check.wrong("reason", "badges-error-reason");
    }
    if !check.errors.is_empty() {
        return Page::show_wrong(&page_of(&desk, &visitor, trainee, &fields, &check.errors).await?);
    }
    let change = desk.web.store.begin(school(&visitor)).await?;
    match store::revoke(&change, trainee.id, badge, &today(&desk.web).to_string(), &reason).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&desk.web, &visitor, "badges-revoked").await?;
        }
        // Revoked already: the page shows it.
        Err(StoreError::Stale) => drop(change),
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&place_of(trainee.id)))
}

#[derive(Template)]
#[template(path = "badges/verify.html")]
struct VerifyPage {
    page: Page,
    token: String,
    signed: bool,
    revoked: String,
    reason: String,
    name: String,
    number: String,
    module: String,
    behaviour: String,
    institution: String,
    minutes: String,
    issued: String,
    issuer: String,
}

/// What a badge attests, for anybody who has its address: everything is read from the signed credential, not from the record.
async fn verify(
    State(web): State<Web>,
    MaybeVisitor(talk): MaybeVisitor,
    visitor: Option<Visitor>,
    Path(token): Path<String>,
) -> Answer {
    let badge = store::badge_at(web.store.read(), &token).await?;
    let said = verified(&badge.jwt);
    let text = |path: &str| {
        let found = said.as_ref().and_then(|said| said.pointer(path)).and_then(|own| own.as_str());
        found.unwrap_or_default().to_owned()
    };
    let module = school::programme::programme().module(&badge.module);
    let lang = talk.lang.code();
    // The credential speaks French; where the programme of the house knows the module, its own words are shown.
    let told = |own: &str, translated: Option<&str>| match (talk.lang, translated) {
        (Lang::Fr, _) | (_, None) => own.to_owned(),
        (_, Some(translated)) => translated.to_owned(),
    };
    let title = module.map(|own| format!("{} {}", own.code, own.title.get(lang)));
    let day = text("/validFrom").chars().take(10).collect::<String>();
    let title_of_page = talk.with("badges-verify-title", &[("module", Arg::ltr(&badge.module))]);
    let page = Page::open(&web, talk, visitor, title_of_page).await?.document();
    Page::show(&VerifyPage {
        signed: said.is_some(),
        revoked: shown_day(&badge.revoked_on),
        reason: badge.reason,
        name: text("/credentialSubject/identifier/0/identityHash"),
        number: text("/credentialSubject/identifier/1/identityHash"),
        module: told(&text("/credentialSubject/achievement/name"), title.as_deref()),
        behaviour: told(&text("/credentialSubject/achievement/description"), module.map(|own| own.behaviour.get(lang))),
        institution: text("/issuer/name"),
        minutes: text("/credentialSubject/narrative"),
        issued: shown_day(&day),
        issuer: text("/issuer/id"),
        token: badge.token,
        page,
    })
}

/// The signed credential as a file.
async fn file(State(web): State<Web>, Path(token): Path<String>) -> Answer {
    let badge = store::badge_at(web.store.read(), &token).await?;
    let name = format!("attachment; filename=\"badge-{}.jwt\"", badge.module);
    let heads = [(header::CONTENT_TYPE, "application/vc+jwt".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((heads, badge.jwt).into_response())
}
