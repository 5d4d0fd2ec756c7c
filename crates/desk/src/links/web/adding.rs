//! Making a link: the other file is looked for first, then the form says what it is.

use ::store::{Once, spend};
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::Talk;

use crate::clients::{self, Client, ClientId, asked, id_of, unsent};
use crate::duplicates::Named;
use crate::law::{Masking, is_erased, masking_of_lists};
use crate::links::{LinkError, NewLink, Relation, add};
use crate::merge;

/// A file that may be the other one.
struct Line {
    file: Named,
    reason: &'static str,
}

#[derive(Template)]
#[template(path = "links/search.html")]
struct SearchPage {
    page: Page,
    own: Named,
    sought: String,
    form: Form,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "links/form.html")]
struct FormPage {
    page: Page,
    own: Named,
    other: Named,
    form: Form,
}

/// Without `?to=`, looks for the other file; with it, asks what it is to this one.
pub(super) async fn blank(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let own = clients::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    if own.merged_into.is_some() {
        return merge::led_to_winner(&web, &visitor, own.id).await;
    }
    if is_erased(web.store.read(), visitor.scope(), own.id).await? {
        return Err(WebError::Conflict("law-erased"));
    }
    let asked = asked(query);
    if asked.get("to").is_empty() {
        return Page::show(&search_page(&web, &visitor, &own, &asked).await?);
    }
    let other = other(&web, &visitor, &own, &asked).await?;
    let place = place(own.id, other.id);
    let kept = unsent(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let mut values = kept.unwrap_or_default();
    if values.get("once").is_empty() {
        values.set("once", web.chance.token(16));
    }
    Page::show(&form_page(&web, &visitor, [&own, &other], &values, &[], restored).await?)
}

/// The file that `to` names, or the one that stands for it.
async fn other(web: &Web, visitor: &Visitor, own: &Client, fields: &Fields) -> Result<Client, WebError> {
    let other = clients::standing(web.store.read(), visitor.scope(), id_of(fields.get("to"))?).await?;
    if other.id == own.id { Err(LinkError::Itself.into()) } else { Ok(other) }
}

/// The address of the form, under which its draft is kept.
fn place(own: ClientId, other: ClientId) -> String {
    format!("/clients/{}/links/new?to={}", own.0, other.0)
}

async fn search_page(web: &Web, visitor: &Visitor, own: &Client, asked: &Fields) -> Result<SearchPage, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let sought: String = asked.get("q").trim().chars().take(120).collect();
    let found = match sought.as_str() {
        "" => vec![],
        sought => clients::search(web.store.read(), visitor.scope(), sought).await?,
    };
    let masking = masking_of_lists(web, visitor).await?;
    let others = found.iter().filter(|one| one.client.id != own.id);
    let lines = others.map(|one| Line { file: named(&one.client, visitor, &masking), reason: one.reason }).collect();
    let field = Field::line(talk, "q", "clients-search").of_type("search").hint(talk, "links-search-hint");
    let values = Fields(vec![("q".to_owned(), sought.clone())]);
    let form = Form::search(talk, format!("/clients/{}/links/new", own.id.0), "clients-search-button");
    Ok(SearchPage {
        page: Page::new(web, visitor, "links-new").await?.under("/clients"),
        own: Named::masked(own, script, talk, &masking),
        form: form.fields(vec![field], &values, &[]),
        sought,
        lines,
    })
}

fn named(client: &Client, visitor: &Visitor, masking: &Masking) -> Named {
    Named::masked(client, visitor.preferences.script, visitor.talk(), masking)
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    [own, other]: [&Client; 2],
    values: &Fields,
    errors: &[FieldError],
    restored: bool,
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let masking = masking_of_lists(web, visitor).await?;
    let form = Form::new(talk, format!("/clients/{}/links", own.id.0), place(own.id, other.id), "links-save")
        .fields(fields(talk), values, errors)
        .hidden("to", other.id.0.to_string())
        .hidden("once", values.get("once"))
        .kept(restored);
    let page = Page::new(web, visitor, "links-new").await?.under("/clients").wrong(form.is_wrong());
    Ok(FormPage { page, own: named(own, visitor, &masking), other: named(other, visitor, &masking), form })
}

fn fields(talk: Talk) -> Vec<Field> {
    let choice = |relation: Relation| (relation.code().to_owned(), talk.t(relation.choice_key()).into_owned());
    let line = |name: &'static str, key| Field::line(talk, name, key);
    vec![
        Field::radio(talk, "relation", "links-relation", Relation::ALL.map(choice).to_vec()).required(talk),
        line("word", "links-word").hint(talk, "links-hint-word"),
        line("since", "links-since").hint(talk, "links-hint-since"),
        line("until", "links-until").hint(talk, "links-hint-until"),
        Field::area(talk, "note", "links-note", 2),
    ]
}

/// Makes a link. A post that comes twice makes it once.
pub(super) async fn create(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let own = clients::standing(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let other = other(&web, &visitor, &own, &fields).await?;
    let new = match NewLink::read(&fields) {
        Ok(new) => new,
        Err(errors) => {
            return Page::show_wrong(&form_page(&web, &visitor, [&own, &other], &fields, &errors, false).await?);
        }
    };
    let home = format!("/clients/{}", own.id.0);
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), &home).await? == Once::First {
        match add(&change, own.id, other.id, &new).await {
            Ok(_) => change.commit().await?,
            Err(LinkError::Known) => {
                drop(change);
                let known = FieldError { field: "relation".to_owned(), key: "links-error-known", args: vec![] };
                let shown = form_page(&web, &visitor, [&own, &other], &fields, &[known], false).await?;
                return Page::show_wrong(&shown);
            }
            Err(refused) => return Err(refused.into()),
        }
    } else {
        drop(change);
    }
    drafts::forget(&web, &visitor, &place(own.id, other.id)).await?;
    sessions::tell(&web, &visitor, "links-added").await?;
    Ok(see_other(&home))
}
