//! The thresholds of the institution: those that hold, those that held, and the form of new ones.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::State;
use words::Arg;

use super::section::said;
use crate::attendance::store;
use crate::attendance::{REASON, Rule};
use crate::cohorts::led_to;
use crate::common::{read_day, school, shown_day, today};

const PLACE: &str = "/attendance/rules";
/// The most hours of a threshold: those of a semester.
const MOST: i64 = 612;

struct Shown {
    from: String,
    rule: String,
    reason: String,
    who: String,
}

#[derive(Template)]
#[template(path = "attendance/rules.html")]
struct RulesPage {
    page: Page,
    now: String,
    versions: Vec<Shown>,
    form: Form,
}

async fn page_of(web: &Web, visitor: &Visitor, typed: Option<(&Fields, &[FieldError])>) -> Result<RulesPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let day = today(web);
    let written = day.to_string();
    let (rule, all) = tokio::try_join!(store::rule_on(db, &written), store::rules(db))?;
    let mut standing = Fields::default();
    standing.set("from", day.shown());
    standing.set("warn", rule.warn.to_string());
    standing.set("most", rule.most.to_string());
    standing.set("lates", rule.lates.to_string());
    let fields = vec![
        Field::line(talk, "from", "attendance-rule-from").required(talk).hint(talk, "cohorts-hint-day"),
        Field::line(talk, "warn", "attendance-rule-warn").of_type("number").required(talk),
        Field::line(talk, "most", "attendance-rule-most").of_type("number").required(talk),
        Field::line(talk, "lates", "attendance-rule-lates").of_type("number").hint(talk, "attendance-rule-lates-hint"),
        Field::line(talk, "reason", "attendance-reason").required(talk),
    ];
    let (values, errors) = typed.unwrap_or((&standing, &[]));
    let form = Form::new(talk, PLACE, PLACE, "attendance-rule-set")
        .fields(fields, values, errors)
        .hidden("once", web.chance.token(16));
    let shown = |own: &Rule| Shown {
        from: shown_day(&own.from_on),
        rule: said(visitor, own),
        reason: own.reason.clone(),
        who: own.who.clone(),
    };
    let page = Page::new(web, visitor, "attendance-rules").await?.under("/year").wrong(form.is_wrong());
    Ok(RulesPage { page, now: said(visitor, &rule), versions: all.iter().map(shown).collect(), form })
}

/// The thresholds.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    Page::show(&page_of(&web, &visitor, None).await?)
}

/// Sets thresholds from a day on; those that held before stay to be read.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    if let Some(place) = led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let mut check = Check::new(&fields);
    let from = read_day(&mut check, "from", Some("attendance-error-day"));
    let mut number = |field: &str, most: i64| {
        let found = fields.get(field).trim().parse().ok().filter(|n| (0..=most).contains(n));
        if found.is_none() {
            check.wrong_with(field, "attendance-error-number", vec![("most", Arg::from(most))]);
        }
        found.unwrap_or(0)
    };
    let (warn, most, lates) = (number("warn", MOST), number("most", MOST), number("lates", 50));
    if most < warn {
        check.wrong("most", "attendance-error-most");
    }
    let reason = check.required("reason", REASON, "attendance-error-rule-reason");
    let mut errors = check.errors;
    if let (Some(from), true) = (from, errors.is_empty()) {
        let rule = Rule { from_on: from.to_string(), warn, most, lates, reason, who: String::new() };
        let change = web.store.begin(school(&visitor)).await?;
        match store::set_rule(&change, &rule).await {
            Ok(()) => {
                if spend(&change, fields.get("once"), PLACE).await? == Once::First {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "attendance-rule-did-set").await?;
                }
                return Ok(see_other(PLACE));
            }
            Err(StoreError::Duplicate(_)) => {
                errors.push(FieldError { field: "from".to_owned(), key: "attendance-error-twice", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page_of(&web, &visitor, Some((&fields, &errors))).await?)
}
