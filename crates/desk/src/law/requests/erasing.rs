//! The erasure of a person: asked twice, done in one transaction, never undone.

use ::store::{Change, StoreError};
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions,
};
use axum::extract::{Path, State as Shared};
use words::{Lang, Talk};

use super::web::found;
use super::{Kind, Request, RequestError, State, Step, store};
use crate::law::web::{FormPage, Shown};
use crate::{calls, clients};

pub(super) fn routes(web: Web) -> Routes {
    Routes::new().page("/law/requests/{id}/erasure", ask).post("/law/requests/{id}/erasure", erase).with_state(web)
}

/// The request of an address, if it asks for an erasure that may be done now.
async fn ready(web: &Web, visitor: &Visitor, id: &str) -> Result<Request, WebError> {
    let request = found(web, visitor, id).await?;
    match (request.kind(), request.state()) {
        (Kind::Erasure, State::Received | State::InHand) => Ok(request),
        (Kind::Erasure, State::ToCheck) => Err(RequestError::Unchecked.into()),
        (Kind::Erasure, State::Answered | State::Refused) => Err(RequestError::Closed.into()),
        _ => Err(WebError::NotFound),
    }
}

async fn ask(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let request = ready(&web, &visitor, &id).await?;
    Page::show(&ask_page(&web, &visitor, &request, &[]).await?)
}

async fn ask_page(
    web: &Web,
    visitor: &Visitor,
    request: &Request,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let client = clients::get(web.store.read(), visitor.scope(), clients::ClientId(request.client_id)).await?;
    let yes = vec![("yes".to_owned(), talk.t("law-erasure-yes").into_owned())];
    let place = format!("/law/requests/{}/erasure", request.id);
    let form = Form::new(talk, &place, &place, "law-erase")
        .fields(vec![Field::boxes(talk, "sure", "law-erasure-sure", yes).required(talk)], &Fields::default(), errors)
        .hidden("version", request.version.to_string());
    let page = Page::new(web, visitor, "law-erase").await?.under("/law").wrong(form.is_wrong());
    let back = (format!("/law/requests/{}", request.id), Shown::new(client.name(visitor.preferences.script), talk));
    let notes = ["law-erasure-text", "law-erasure-journal"].map(|key| Shown::new(talk.t(key), talk)).to_vec();
    Ok(FormPage { page, back, notes, form })
}

/// Takes the person out of the file and answers the request, in one transaction.
async fn erase(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let place = format!("/law/requests/{}", id.parse::<i64>().map_err(|_| WebError::NotFound)?);
    let request = match ready(&web, &visitor, &id).await {
        // The same post again: it is done.
        Err(WebError::Conflict("law-request-closed")) => return Ok(see_other(&place)),
        other => other?,
    };
    if fields.get("sure") != "yes" {
        let errors = [FieldError { field: "sure".to_owned(), key: "law-error-sure", args: vec![] }];
        return Page::show_wrong(&ask_page(&web, &visitor, &request, &errors).await?);
    }
    let change = web.store.begin(visitor.scope()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    let outcome = visitor.talk().t("law-erasure-done").into_owned();
    match store::step(&change, request.id, version, &Step::Answered(outcome)).await {
        Err(RequestError::Store(StoreError::Stale)) => return Err(WebError::Conflict("law-error-step-overtaken")),
        other => other?,
    }
    erase_person(&change, clients::ClientId(request.client_id), Some(request.id)).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "law-erasure-done").await?;
    Ok(see_other(&place))
}

/// Takes a person out of everything that the desk keeps: file, search, calls, consents, requests, drafts. A file that was merged
/// is the same person as the one that is kept, so that both are emptied. Old values stay in the journal, which is append-only,
/// and are not shown any more (ADR 0013).
pub(in crate::law) async fn erase_person(
    change: &Change,
    client: clients::ClientId,
    request: Option<i64>,
) -> ::store::Result<()> {
    let client = clients::standing(&**change, change.scope(), client).await?.id;
    let word = |lang| Talk { lang, short: false }.t("law-erased-name");
    let (latin, arabic, number) = (word(Lang::Fr), word(Lang::Ar), client.0.to_string());
    let nobody =
        clients::Nobody { given_latin: &number, family_latin: &latin, given_arabic: &number, family_arabic: &arabic };
    clients::erase(change, client, nobody).await?;
    calls::forget_client(change, client).await?;
    store::note_erased(change, client, request).await
}
