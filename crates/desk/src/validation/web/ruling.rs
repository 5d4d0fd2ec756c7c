//! The rules of the centre.

use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::State as Shared;
use words::Talk;

use super::{framed, is_again};
use crate::validation::store::{self, Rules};

/// The address of this page.
const PLACE: &str = "/validation/rules";

#[derive(Template)]
#[template(path = "validation/rules.html")]
struct RulesPage {
    page: Page,
    form: Form,
}

fn form(talk: Talk, values: &Fields, errors: &[FieldError], once: String) -> Form {
    let answers = [("yes", "validation-revalidate-yes"), ("no", "validation-revalidate-no")];
    let answers = answers.map(|(code, key)| (code.to_owned(), talk.t(key).into_owned())).to_vec();
    let fields = vec![
        Field::radio(talk, "revalidate", "validation-revalidate", answers),
        Field::line(talk, "months", "validation-months").hint(talk, "validation-months-hint"),
        Field::line(talk, "points", "validation-points").hint(talk, "validation-points-hint"),
    ];
    Form::new(talk, PLACE, PLACE, "validation-rules-save").fields(fields, values, errors).hidden("once", once)
}

fn values(rules: Rules) -> Fields {
    let mut values = Fields::default();
    values.set("revalidate", if rules.revalidate { "yes" } else { "no" });
    values.set("months", rules.months.to_string());
    values.set("points", rules.points.to_string());
    values
}

async fn page(web: &Web, visitor: &Visitor, form: Form) -> Result<RulesPage, WebError> {
    let page = framed(web, visitor, "validation-rules-title").await?.wrong(form.is_wrong());
    Ok(RulesPage { page, form })
}

pub(super) async fn open(Shared(web): Shared<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    let rules = store::rules(web.store.read(), visitor.scope()).await?;
    Page::show(&page(&web, &visitor, form(visitor.talk(), &values(rules), &[], web.chance.token(16))).await?)
}

/// Sets the rules. A post that comes twice sets them once.
pub(super) async fn save(Shared(web): Shared<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    let mut check = Check::new(&fields);
    let revalidate = check.choice("revalidate", &["yes", "no"], "frame-error-choice") == "yes";
    let months = number(&mut check, "months", 1..=120, "validation-error-months");
    let points = number(&mut check, "points", 0..=100, "validation-error-points");
    if !check.errors.is_empty() {
        let again = form(visitor.talk(), &fields, &check.errors, fields.get("once").to_owned());
        return Page::show_wrong(&page(&web, &visitor, again).await?);
    }
    let change = web.store.begin(visitor.scope()).await?;
    if is_again(&change, &fields, "/validation").await? {
        return Ok(see_other("/validation"));
    }
    store::set_rules(&change, Rules { revalidate, months, points }).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "validation-ruled").await?;
    Ok(see_other("/validation"))
}

fn number(check: &mut Check<'_>, field: &str, within: std::ops::RangeInclusive<i64>, wrong: &'static str) -> i64 {
    let typed = names::fold::ascii_digits(&check.line(field, 10));
    let read = typed.parse().ok().filter(|number| within.contains(number));
    if read.is_none() {
        check.wrong(field, wrong);
    }
    read.unwrap_or_default()
}
