//! The criteria of one trainee, module by module, with what the trainee says beside what was decided.

use std::collections::BTreeMap;

use ::programme::Module;
use ::store::AccountId;
use ::web::{Answer, Field, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use school::assessment::{Status, standing_of};
use school::programme::programme;
use words::Talk;

use super::{rule_key, sentence};
use crate::cohorts::{self, Trainee};
use crate::common::{id_of, module_line, school};
use crate::competence::{Sum, store};

const OWN: &str = "/competence";

struct Line {
    code: String,
    text: String,
    sum: String,
    current: bool,
}

struct Criterion {
    id: String,
    text: String,
    decided: Option<Status>,
    said: Option<Status>,
}

#[derive(Template)]
#[template(path = "competence/trainee.html")]
struct TraineePage {
    page: Page,
    place: String,
    name: String,
    other: Option<String>,
    rule: String,
    modules: Vec<Line>,
    /// The module that is open, and its criteria.
    open: Option<(String, Vec<Criterion>)>,
    form: Option<Form>,
}

/// What the page of one trainee shows: who, where, whether it is their own, and which module is open.
struct Asked<'a> {
    trainee: &'a Trainee,
    place: String,
    own: bool,
    module: Option<&'static Module>,
}

fn asked_module(query: Option<String>) -> Option<&'static Module> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    programme().module(asked.get("module"))
}

fn own_place(module: &Module) -> String {
    format!("{OWN}?module={}", module.code)
}

/// One choice for each criterion of the module, filled with what was said before.
fn self_form(talk: Talk, module: &'static Module, said: &BTreeMap<String, Status>, kept: Option<&Fields>) -> Form {
    let nothing = (String::new(), talk.t("competence-unsaid").into_owned());
    let choice = |status: Status| (status.code().to_owned(), talk.t(status.key()).into_owned());
    let choices: Vec<_> = std::iter::once(nothing).chain(Status::ALL.map(choice)).collect();
    let mut values = Fields::default();
    for criterion in module.all_criteria() {
        values.set(&criterion.id, said.get(&criterion.id).map_or("", |status| status.code()));
    }
    let field = |criterion: &'static ::programme::Criterion| {
        let text = criterion.text.get(talk.lang.code());
        let field = Field::select(talk, criterion.id.as_str(), "assessment-criterion", choices.clone());
        // On 20 cells the code stands beside the value, and what it means is the hint.
        if talk.short {
            field.labelled(&criterion.id).hinted(text)
        } else {
            field.labelled(&format!("{} {text}", criterion.id))
        }
    };
    let fields = module.all_criteria().map(field).collect();
    Form::new(talk, OWN, own_place(module), "competence-say")
        .fields(fields, kept.unwrap_or(&values), &[])
        .hidden("module", module.code.as_str())
        .kept(kept.is_some())
}

async fn page_of(web: &Web, visitor: &Visitor, asked: Asked<'_>) -> Result<TraineePage, WebError> {
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let Asked { trainee, place, own, module } = asked;
    let rule = store::rule_of(db, store::promotion_of(db, trainee.id).await?).await?;
    let statuses = match trainee.account_id {
        0 => BTreeMap::new(),
        account => standing_of(&web.store, AccountId(account), rule, own).await?,
    };
    let said = store::said_by(db, trainee.id).await?;
    let line = |each: &Module| {
        let sum = Sum::of(each, &statuses);
        let sum = if sum.is_empty() { talk.t("assessment-nothing-yet").into_owned() } else { sentence(talk, sum) };
        let current = module.is_some_and(|module| module.code == each.code);
        Line { code: each.code.clone(), text: module_line(talk, &each.code), sum, current }
    };
    let modules = programme().modules.iter().map(line).collect();
    let criterion = |own: &::programme::Criterion| Criterion {
        id: own.id.clone(),
        text: own.text.get(talk.lang.code()).to_owned(),
        decided: statuses.get(&own.id).copied(),
        said: said.get(&own.id).copied(),
    };
    let open = module.map(|own| (module_line(talk, &own.code), own.all_criteria().map(criterion).collect()));
    let kept = match module {
        Some(module) if own => drafts::draft(web, visitor, &own_place(module)).await?,
        _ => None,
    };
    let form = module.filter(|_| own).map(|module| self_form(talk, module, &said, kept.as_ref()));
    let title = if own { "competence-own-title" } else { "competence-trainee-title" };
    let query = module.map_or_else(String::new, |module| format!("module={}", module.code));
    Ok(TraineePage {
        page: Page::new(web, visitor, title).await?.under(if own { "/progress" } else { "/year" }).document_of(&query),
        place,
        name: trainee.filed(script),
        other: trainee.filed_in_other(script),
        rule: talk.t(rule_key(rule)).into_owned(),
        modules,
        open,
        form,
    })
}

/// One trainee, for trainers and the head of studies.
pub(super) async fn of_trainee(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ReadProgress)?;
    let trainee = cohorts::trainee(web.store.read(), id_of(&id)?).await?;
    let place = format!("/year/trainees/{}/competence", trainee.id);
    let asked = Asked { trainee: &trainee, place, own: false, module: asked_module(query) };
    Page::show(&page_of(&web, &visitor, asked).await?)
}

/// The record of the person who asks.
async fn oneself(web: &Web, visitor: &Visitor) -> Result<Trainee, WebError> {
    visitor.may(Habilitation::Practise)?;
    match store::trainee_at(web.store.read(), visitor.account.id).await? {
        Some(id) => Ok(cohorts::trainee(web.store.read(), id).await?),
        None => Err(WebError::Conflict("competence-error-unenrolled")),
    }
}

/// A trainee's own criteria, with the form of what they say of themselves.
pub(super) async fn own(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    let trainee = oneself(&web, &visitor).await?;
    let asked = Asked { trainee: &trainee, place: OWN.to_owned(), own: true, module: asked_module(query) };
    Page::show(&page_of(&web, &visitor, asked).await?)
}

/// Keeps what a trainee says of themselves. A word that is none of the choices is taken for nothing said.
pub(super) async fn say(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    let trainee = oneself(&web, &visitor).await?;
    let Some(module) = programme().module(fields.get("module")) else { return Err(WebError::NotFound) };
    let before = store::said_by(web.store.read(), trainee.id).await?;
    let said = module.all_criteria().filter(|own| fields.has(&own.id)).map(|own| {
        let said = Status::parse(fields.get(&own.id));
        (own.id.as_str(), said)
    });
    let said: Vec<_> = said.filter(|(id, said)| before.get(*id).copied() != *said).collect();
    let place = own_place(module);
    if !said.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        store::assess_oneself(&change, trainee.id, &said).await?;
        change.commit().await?;
    }
    drafts::forget(&web, &visitor, &place).await?;
    sessions::tell(&web, &visitor, "competence-said").await?;
    Ok(see_other(&place))
}
