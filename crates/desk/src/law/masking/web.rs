//! The pages of masking: the reason to see a file in full, and the fields that the centre masks.

use ::store::{Once, spend};
use ::web::fields::is_local;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other,
    sessions,
};
use axum::extract::{Path, RawQuery, State};

use super::{Reason, Sensitive, Unmasking, masking_of_file, proposed, store};
use crate::law::web::{FormPage, Head, Shown, head, once};

const SETTING: &str = "/law/masking";

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients/{id}/unmasking", ask)
        .post("/clients/{id}/unmasking", unmask)
        .page(SETTING, fields)
        .post(SETTING, choose)
        .with_state(web)
}

/// Where the person goes on: a local address that came along, or the file.
fn next_of(fields: &Fields, head: &Head) -> String {
    let asked = fields.get("return");
    if is_local(asked) && asked.len() <= 200 { asked.to_owned() } else { head.back.0.clone() }
}

/// Asks why the file is to be seen in full. Who sees it already goes on at once.
async fn ask(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let head = head(&web, &visitor, &id).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    if masking_of_file(&web, &visitor, head.client.id).await?.is_off() {
        return Ok(see_other(&next_of(&asked, &head)));
    }
    Page::show(&ask_page(&web, &visitor, head, &asked, &[]).await?)
}

async fn ask_page(
    web: &Web,
    visitor: &Visitor,
    head: Head,
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let place = format!("/clients/{}/unmasking", head.client.id.0);
    let field = Field::radio(talk, "reason", "law-unmask-reason", Reason::options(talk)).required(talk);
    let form = Form::new(talk, &place, &place, "law-unmask")
        .fields(vec![field], values, errors)
        .hidden("return", next_of(values, &head))
        .hidden("once", once(web, values));
    let page = Page::new(web, visitor, "law-unmask").await?.under("/clients").wrong(form.is_wrong());
    let notes = vec![Shown::new(talk.t("law-unmask-text"), talk)];
    Ok(FormPage { page, back: head.back, notes, form })
}

/// Shows a file in full to this person, who said why; the reason is in the journal.
async fn unmask(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let head = head(&web, &visitor, &id).await?;
    let mut check = Check::new(&fields);
    let Some(reason) = Reason::parse(check.choice("reason", Reason::CODES, "law-error-reason")) else {
        return Page::show_wrong(&ask_page(&web, &visitor, head, &fields, &check.errors).await?);
    };
    let call = web.status_of(&visitor).await?.and_then(|status| status.call);
    let next = next_of(&fields, &head);
    let change = web.store.begin(visitor.scope()).await?;
    let unmasking = Unmasking { client: head.client.id, session: &visitor.session, reason, call, at: change.now() };
    if spend(&change, fields.get("once"), &next).await? == Once::First {
        store::unmask(&change, &unmasking).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    sessions::tell(&web, &visitor, "law-unmasked").await?;
    Ok(see_other(&next))
}

/// The fields that the centre masks.
async fn fields(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let chosen = store::fields(web.store.read(), visitor.scope()).await?;
    let masked = chosen.unwrap_or_else(|| proposed(visitor.centre.kind));
    let values = Fields(masked.iter().map(|field| ("fields".to_owned(), field.code().to_owned())).collect());
    let talk = visitor.talk();
    let boxes = Field::boxes(talk, "fields", "law-mask-fields", Sensitive::options(talk));
    let form = Form::new(talk, SETTING, SETTING, "law-mask-save")
        .fields(vec![boxes], &values, &[])
        .hidden("once", web.chance.token(16));
    let page = Page::new(&web, &visitor, "law-mask-title").await?.under("/law");
    let back = ("/law".to_owned(), Shown::new(talk.t("law-title"), talk));
    let notes = vec![Shown::new(talk.t("law-mask-text"), talk)];
    Page::show(&FormPage { page, back, notes, form })
}

async fn choose(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let chosen: Vec<Sensitive> = fields.each("fields").filter_map(Sensitive::parse).collect();
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), SETTING).await? == Once::First {
        store::choose(&change, &chosen).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    sessions::tell(&web, &visitor, "law-mask-saved").await?;
    Ok(see_other("/law"))
}
