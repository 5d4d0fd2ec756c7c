//! What the criteria have come to in a section, by module and by trainee, and the rule of its promotion.

use ::store::{AccountId, StoreError};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use school::assessment::{Rule, standing_of};
use school::programme::programme;
use words::Arg;

use super::{rule_key, sentence};
use crate::cohorts::{self, Section};
use crate::common::{id_of, module_line, school};
use crate::competence::{Sum, store};

struct TraineeLine {
    id: i64,
    name: String,
    sum: Option<String>,
}

#[derive(Template)]
#[template(path = "competence/section.html")]
struct SectionPage {
    page: Page,
    section: Section,
    /// The rule as a sentence, and who chose it when; nothing while it is the usual one.
    rule: String,
    chosen: Option<(String, i64)>,
    modules: Vec<(String, Sum)>,
    trainees: Vec<TraineeLine>,
    form: Option<Form>,
}

fn place_of(section: i64) -> String {
    format!("/year/sections/{section}/competence")
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    section: Section,
    typed: &Fields,
    errors: &[FieldError],
) -> Result<SectionPage, WebError> {
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let frozen = store::frozen(db, section.promotion_id).await?;
    let rule = frozen.as_ref().and_then(|own| Rule::parse(&own.rule)).unwrap_or_default();
    let mut people = cohorts::members(db, section.id).await?;
    cohorts::in_order(&mut people, script);
    let mut modules: Vec<(String, Sum)> =
        programme().modules.iter().map(|own| (own.code.clone(), Sum::default())).collect();
    let mut trainees = vec![];
    for own in people {
        let mut all = Sum::default();
        if own.account_id > 0 {
            let statuses = standing_of(&web.store, AccountId(own.account_id), rule, false).await?;
            for (module, (_, sum)) in programme().modules.iter().zip(&mut modules) {
                let one = Sum::of(module, &statuses);
                *sum = sum.plus(one);
                all = all.plus(one);
            }
        }
        let sum = (!all.is_empty()).then(|| sentence(talk, all));
        trainees.push(TraineeLine { id: own.id, name: own.filed(script), sum });
    }
    modules.retain(|(_, sum)| !sum.is_empty());
    let modules = modules.into_iter().map(|(code, sum)| (module_line(talk, &code), sum)).collect();
    let form = (frozen.is_none() && visitor.may(Habilitation::KeepYear).is_ok()).then(|| {
        let choice = |rule: Rule| (rule.code().to_owned(), talk.t(rule_key(rule)).into_owned());
        let fields = vec![
            Field::radio(talk, "rule", "competence-rule", Rule::ALL.map(choice).to_vec())
                .required(talk)
                .hint(talk, "competence-hint-rule"),
        ];
        let place = place_of(section.id);
        Form::new(talk, &*place, &*place, "competence-freeze").fields(fields, typed, errors)
    });
    let args = [("section", Arg::from(section.code.as_str()))];
    let page = Page::titled(web, visitor, talk.with("competence-section-title", &args)).await?.under("/year");
    Ok(SectionPage {
        page: page.document().wrong(!errors.is_empty()),
        rule: talk.t(rule_key(rule)).into_owned(),
        chosen: frozen.map(|own| (own.who, own.at)),
        section,
        modules,
        trainees,
        form,
    })
}

/// The section by module and by trainee.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadProgress)?;
    let section = cohorts::section(web.store.read(), id_of(&id)?).await?;
    Page::show(&page_of(&web, &visitor, section, &Fields::default(), &[]).await?)
}

/// Chooses the rule of the promotion, once.
pub(super) async fn freeze(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let section = cohorts::section(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let Some(rule) = Rule::parse(fields.get("rule")) else {
        check.wrong("rule", "frame-error-choice");
        return Page::show_wrong(&page_of(&web, &visitor, section, &fields, &check.errors).await?);
    };
    let change = web.store.begin(school(&visitor)).await?;
    match store::freeze(&change, section.promotion_id, rule).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "competence-frozen").await?;
            Ok(see_other(&place_of(section.id)))
        }
        Err(StoreError::Duplicate(_)) => Err(WebError::Conflict("competence-error-frozen")),
        Err(error) => Err(error.into()),
    }
}
