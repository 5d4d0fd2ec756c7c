//! The pages of retention: the rules, and the preview of one with the button that runs it.

use ::store::{Once, spend};
use ::web::preferences::Script;
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::Arg;

use super::store::{self, Row, Rule};
use super::{Outcome, RUN, kept_since};
use crate::clients::ClientId;
use crate::law::web::{Shown, once, today};
use crate::law::{Purpose, PurposeId, consents, purposes, requests};

const LIST: &str = "/law/retention";
/// Files are counted up to here: a preview says "more than" beyond.
const MOST: i64 = 10_000;

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(LIST, list)
        .page("/law/retention/{purpose}", preview)
        .post("/law/retention/{purpose}/run", run)
        .with_state(web)
}

/// A purpose and what its rule does today.
struct Line {
    purpose: Purpose,
    outcome: Outcome,
    /// The key of why it does nothing by itself.
    rests: Option<&'static str>,
}

/// The rules of the purposes that hold today. The file itself is kept as long as the longest of them asks.
async fn lines(web: &Web, visitor: &Visitor) -> Result<Vec<Line>, WebError> {
    let now = today(web);
    let all = purposes::purposes(web.store.read(), visitor.scope()).await?;
    let all: Vec<Purpose> = all.into_iter().filter(|purpose| purpose.holds_on(now)).collect();
    let keeping = || all.iter().filter(|purpose| Outcome::of(purpose) == Outcome::Erases);
    let longest = keeping().map(|purpose| purpose.data.months).max().unwrap_or(0);
    let endless = keeping().any(|purpose| purpose.data.months == 0);
    let line = |purpose: &Purpose| {
        let outcome = Outcome::of(purpose);
        let rests = match (purpose.data.months, outcome) {
            (0, _) => Some("law-retention-no-rule"),
            (_, Outcome::Withdraws) => None,
            (months, Outcome::Erases) if endless || months < longest => Some("law-retention-longer"),
            (_, Outcome::Erases) => None,
        };
        Line { purpose: purpose.clone(), outcome, rests }
    };
    Ok(all.iter().map(line).collect())
}

#[derive(Template)]
#[template(path = "law/retention/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
}

impl ListPage {
    fn name<'a>(&self, line: &'a Line) -> &'a str {
        line.purpose.name(self.page.talk.lang)
    }
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let lines = lines(&web, &visitor).await?;
    let page = Page::new(&web, &visitor, "law-retention-title").await?.under("/law");
    Page::show(&ListPage { page, lines })
}

/// The line of an address whose rule may be run, and the rule.
async fn rule(web: &Web, visitor: &Visitor, purpose: &str) -> Result<(Line, Rule), WebError> {
    let id = purpose.parse().map(PurposeId).map_err(|_| WebError::NotFound)?;
    let found = lines(web, visitor).await?.into_iter().find(|line| line.purpose.id == id);
    let line = found.ok_or(WebError::NotFound)?;
    if let Some(reason) = line.rests {
        return Err(WebError::Conflict(reason));
    }
    let since = kept_since(today(web), line.purpose.data.months).begins(web.config.offset_minutes);
    let rule = Rule { purpose: id, outcome: line.outcome, since };
    Ok((line, rule))
}

#[derive(Template)]
#[template(path = "law/retention/preview.html")]
struct PreviewPage {
    page: Page,
    outcome: Outcome,
    since: i64,
    count: String,
    rows: Vec<(i64, Shown, i64)>,
    next: Option<String>,
    form: Form,
}

async fn preview(
    State(web): State<Web>,
    visitor: Visitor,
    Path(purpose): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let (line, rule) = rule(&web, &visitor, &purpose).await?;
    let after = Fields::parse(query.unwrap_or_default().as_bytes()).get("after").parse().unwrap_or(0);
    Page::show(&preview_page(&web, &visitor, &line, rule, after, &[]).await?)
}

async fn preview_page(
    web: &Web,
    visitor: &Visitor,
    line: &Line,
    rule: Rule,
    after: i64,
    errors: &[FieldError],
) -> Result<PreviewPage, WebError> {
    let (talk, db, scope) = (visitor.talk(), web.store.read(), visitor.scope());
    let found = store::page(db, scope, rule, after).await?;
    let count = store::count(db, scope, rule, MOST + 1).await?;
    let key = if count > MOST { "law-retention-more" } else { "law-retention-count" };
    let count = talk.with(key, &[("n", Arg::from(count.min(MOST)))]);
    let place = format!("{LIST}/{}", rule.purpose.0);
    let yes = vec![("yes".to_owned(), talk.t("law-retention-yes").into_owned())];
    let field = Field::boxes(talk, "sure", "law-erasure-sure", yes).required(talk);
    let form = Form::new(talk, format!("{place}/run"), &place, "law-retention-run")
        .fields(vec![field], &Fields::default(), errors)
        .hidden("once", once(web, &Fields::default()));
    let title = line.purpose.name(talk.lang).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/law").wrong(form.is_wrong());
    let script = visitor.preferences.script;
    let shown = |row: &Row| (row.id, Shown::new(name(row, script), talk), row.updated_at);
    let rows = found.rows.iter().map(shown).collect();
    let next = found.next.map(|next| format!("{place}?after={next}"));
    Ok(PreviewPage { page, outcome: rule.outcome, since: rule.since.0, count, rows, next, form })
}

/// The client's name as lists show it.
fn name(row: &Row, script: Script) -> String {
    let latin = format!("{} {}", row.family_latin, row.given_latin);
    let arabic = format!("{} {}", row.family_arabic, row.given_arabic);
    let (first, second) = if script == Script::Arabic { (arabic, latin) } else { (latin, arabic) };
    if first.trim().is_empty() { second } else { first }
}

/// Runs a rule for the first files of its preview, in one transaction.
async fn run(State(web): State<Web>, visitor: Visitor, Path(purpose): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let (line, rule) = rule(&web, &visitor, &purpose).await?;
    if fields.get("sure") != "yes" {
        let errors = [FieldError { field: "sure".to_owned(), key: "law-error-sure", args: vec![] }];
        return Page::show_wrong(&preview_page(&web, &visitor, &line, rule, 0, &errors).await?);
    }
    let place = format!("{LIST}/{}", rule.purpose.0);
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), &place).await? == Once::First {
        let files = store::idle(&*change, visitor.scope(), rule, 0, RUN).await?;
        for file in &files {
            match rule.outcome {
                Outcome::Erases => requests::erase_person(&change, ClientId(file.id), None).await?,
                Outcome::Withdraws => {
                    consents::run_out(&change, ClientId(file.id), rule.purpose, today(&web)).await?;
                }
            }
        }
        store::note_run(&change, rule, files.len()).await?;
        change.commit().await?;
        let text = visitor.talk().with("law-retention-done", &[("n", Arg::from(files.len()))]);
        sessions::notify(&web, &visitor, text).await?;
    }
    Ok(see_other(&place))
}
