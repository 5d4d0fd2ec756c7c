//! The pages of reports: the list, a report with its form, the file to take away, what is kept.

mod asked;

use ::store::{Entry, Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;

use self::asked::{Question, answer};
use super::store::{self, Kept};
use super::{About, Column, Group, NAME, Table};
use crate::clients::{Terms, custom_fields, filter_fields, filter_values, in_words, terms, unsent};
use crate::exchange::export::Format;

const PLACE: &str = "/reports";

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list)
        .post(PLACE, keep)
        .page("/reports/{about}", show)
        .get("/reports/{about}/csv", csv)
        .get("/reports/{about}/xlsx", xlsx)
        .page("/kept-reports/{id}/deletion", confirm)
        .post("/kept-reports/{id}/deletion", delete)
        .with_state(web)
}

fn about_of(code: &str) -> Result<About, WebError> {
    About::parse(code).ok_or(WebError::NotFound)
}

#[derive(Template)]
#[template(path = "reports/list.html")]
struct ListPage {
    page: Page,
    kept: Vec<Kept>,
}

impl ListPage {
    fn abouts(&self) -> [About; 5] {
        About::ALL
    }
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let kept = store::list(web.store.read(), visitor.scope()).await?;
    let page = Page::new(&web, &visitor, "reports-title").await?.under(PLACE);
    Page::show(&ListPage { page, kept })
}

#[derive(Template)]
#[template(path = "reports/report.html")]
struct ReportPage {
    page: Page,
    about: About,
    query: String,
    words: Option<String>,
    counted_at: i64,
    table: Option<Table>,
    questions: Form,
    keeping: Form,
    open: bool,
}

/// A report as its address asks it. One that cannot be read shows no figure and says what to correct.
async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(about): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let about = about_of(&about)?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let shown = report_page(&web, &visitor, about, &fields, None).await?;
    if shown.page.wrong { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

/// What was typed to keep a report, and what is wrong with it.
type Typed<'a> = Option<(&'a Fields, &'a [FieldError])>;

async fn report_page(
    web: &Web,
    visitor: &Visitor,
    about: About,
    fields: &Fields,
    typed: Typed<'_>,
) -> Result<ReportPage, WebError> {
    let talk = visitor.talk();
    let terms = terms(web.store.read(), visitor).await?;
    let read = Question::read(about, fields, &terms.own);
    let errors = read.as_ref().err().cloned().unwrap_or_default();
    let question = read.unwrap_or_else(|_| Question::usual(about));
    let table = if errors.is_empty() { Some(answer(web, visitor, &question, &terms).await?) } else { None };
    let mut values = question.fields();
    values.0.extend(filter_values(talk, &question.filter).0);
    let values = if errors.is_empty() { &values } else { fields };
    let questions = Form::search(talk, format!("{PLACE}/{}", about.code()), "reports-ask").fields(
        question_fields(talk, about, &terms, values),
        values,
        &errors,
    );
    let query = question.query();
    let place = format!("{PLACE}/{}?{query}", about.code());
    let draft = if typed.is_some() { None } else { unsent(web, visitor, &place).await? };
    let restored = draft.is_some();
    let (kept, wrong) = typed.unwrap_or((draft.as_ref().unwrap_or(&EMPTY), &[]));
    let once = Some(kept.get("once")).filter(|once| !once.is_empty());
    let once = once.map_or_else(|| web.chance.token(16), str::to_owned);
    let name = Field::line(talk, "name", "reports-name").required(talk).hint(talk, "reports-hint-name");
    let keeping = Form::new(talk, PLACE, place, "reports-keep")
        .fields(vec![name], kept, wrong)
        .hidden("once", once)
        .hidden("about", about.code())
        .hidden("query", query.as_str())
        .kept(restored);
    let own =
        (!fields.get("name").is_empty() && typed.is_none()).then(|| fields.get("name").chars().take(NAME).collect());
    let title = own.unwrap_or_else(|| talk.t(about.key()).into_owned());
    let wrong = questions.is_wrong() || keeping.is_wrong();
    let page = Page::titled(web, visitor, title).await?.under(PLACE).document_of(&query).wrong(wrong);
    Ok(ReportPage {
        words: about.is_of_files().then(|| in_words(talk, &question.filter, &terms)).or_else(|| question.days(talk)),
        counted_at: web.clock().now().0,
        open: questions.is_wrong(),
        page,
        about,
        query,
        table,
        questions,
        keeping,
    })
}

static EMPTY: Fields = Fields(Vec::new());

/// The form of a report: what its lines stand for, its columns, and which files or days it is of.
fn question_fields(talk: words::Talk, about: About, terms: &Terms, values: &Fields) -> Vec<Field> {
    let own = &terms.own;
    let group = |group: Group| (group.code().into_owned(), group.name(talk, own));
    let column = |column: Column| (column.code().into_owned(), column.name(talk, own));
    let mut fields = vec![
        Field::select(talk, "group", "reports-group", about.all_groups(own).into_iter().map(group).collect()),
        Field::boxes(talk, "column", "reports-columns", about.all_columns(own).into_iter().map(column).collect()),
    ];
    if about.is_of_files() {
        fields.extend(filter_fields(talk, terms, values));
    } else {
        fields.push(Field::line(talk, "from", "reports-from").hint(talk, "filters-hint-day"));
        fields.push(Field::line(talk, "to", "reports-to"));
    }
    fields
}

/// What a report is taken away as.
#[derive(Clone, Copy)]
enum Taken {
    Csv,
    Xlsx,
}

async fn csv(State(web): State<Web>, visitor: Visitor, Path(about): Path<String>, RawQuery(query): RawQuery) -> Answer {
    take(&web, &visitor, &about, query, Taken::Csv).await
}

async fn xlsx(
    State(web): State<Web>,
    visitor: Visitor,
    Path(about): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    take(&web, &visitor, &about, query, Taken::Xlsx).await
}

/// The report as a file. Whoever takes it away leaves a line in the journal.
async fn take(web: &Web, visitor: &Visitor, about: &str, query: Option<String>, taken: Taken) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let about = about_of(about)?;
    let query = query.unwrap_or_default();
    let scope = visitor.scope();
    let terms = terms(web.store.read(), visitor).await?;
    let Ok(question) = Question::read(about, &Fields::parse(query.as_bytes()), &terms.own) else {
        return Ok(see_other(&format!("{PLACE}/{}?{query}", about.code())));
    };
    let table = answer(web, visitor, &question, &terms).await?;
    let (file, end, media) = match taken {
        Taken::Csv => (table.csv(), "csv", "text/csv; charset=utf-8"),
        Taken::Xlsx => (table.xlsx(), "xlsx", Format::Xlsx.media()),
    };
    let file = file.map_err(|error| WebError::Broken(error.to_string()))?;
    let detail = json!({"about": about.code(), "query": question.query(), "format": end});
    web.store.note(scope, Entry::new("report.taken", "centre", scope.centre.0).detail(detail)).await?;
    let name = format!("attachment; filename=\"plateau-{}.{end}\"", about.code());
    let heads = [(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((heads, file).into_response())
}

/// Keeps a report under a name.
async fn keep(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let about = about_of(fields.get("about"))?;
    let asked = Fields::parse(fields.get("query").as_bytes());
    let own = custom_fields(web.store.read(), visitor.scope()).await?;
    let question =
        Question::read(about, &asked, &own).map_err(|_| WebError::Malformed("a report of no known kind".into()))?;
    let change = web.store.begin(visitor.scope()).await?;
    let mut check = Check::new(&fields);
    let name = check.required("name", NAME, "reports-error-name");
    let (taken, full) = store::is_taken(&*change, visitor.scope(), &name).await?;
    if check.errors.is_empty() && full {
        check.wrong("name", "reports-error-full");
    }
    if check.errors.is_empty() && !taken {
        store::keep(&change, &name, about, &question.query()).await?;
        if spend(&change, fields.get("once"), PLACE).await? == Once::First {
            change.commit().await?;
            if let Some(page) = fields.page() {
                drafts::forget(&web, &visitor, page).await?;
            }
            sessions::tell(&web, &visitor, "reports-kept").await?;
        }
        return Ok(see_other(PLACE));
    }
    if taken && matches!(spend(&change, fields.get("once"), PLACE).await?, Once::Again(_)) {
        return Ok(see_other(PLACE));
    }
    drop(change);
    if check.errors.is_empty() {
        check.wrong("name", "reports-error-taken");
    }
    let errors = check.errors;
    Page::show_wrong(&report_page(&web, &visitor, about, &asked, Some((&fields, &errors))).await?)
}

#[derive(Template)]
#[template(path = "reports/deletion.html")]
struct DeletionPage {
    page: Page,
    kept: Kept,
}

async fn confirm(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    let kept = store::get(web.store.read(), visitor.scope(), id).await?;
    let page = Page::new(&web, &visitor, "reports-deletion").await?.under(PLACE);
    Page::show(&DeletionPage { page, kept })
}

/// A deletion sent twice finds nothing the second time and leads to the list.
async fn delete(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::ReadReports)?;
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    let change = web.store.begin(visitor.scope()).await?;
    match store::get(&*change, visitor.scope(), id).await {
        Ok(kept) => {
            store::delete(&change, &kept).await?;
            change.commit().await?;
            sessions::tell(&web, &visitor, "reports-deleted").await?;
        }
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(PLACE))
}
