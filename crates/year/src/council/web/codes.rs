//! The decisions that the institution knows: their codes, names and days.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{RawQuery, State};
use desk::clients::Day;
use words::Talk;

use super::name_of;
use crate::common::{read_day, school, shown_day};
use crate::council::store;
use crate::council::{Code, Kind};

const OWN: &str = "/year/councils/codes";

struct Line {
    own: Code,
    name: String,
    from: String,
    until: String,
}

#[derive(Template)]
#[template(path = "council/codes.html")]
struct CodesPage {
    page: Page,
    lines: Vec<Line>,
    may_keep: bool,
    /// The code that the form changes; empty for a new one.
    editing: String,
    form: Option<Form>,
}

/// The decision that is asked for; nothing for a new one.
fn asked<'a>(codes: &'a [Code], id: &str) -> Option<&'a Code> {
    codes.iter().find(|own| own.id.to_string() == id)
}

fn values_of(own: &Code) -> Fields {
    let day = |stored: &str| shown_day(stored);
    let values = [
        ("code", own.code.clone()),
        ("fr", own.fr.clone()),
        ("ar", own.ar.clone()),
        ("from", day(&own.from_on)),
        ("until", day(&own.until_on)),
    ];
    Fields(values.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn form_of(talk: Talk, own: Option<&Code>, version: i64, typed: Option<&Fields>, errors: &[FieldError]) -> Form {
    let kinds = Kind::ALL.map(|kind| (kind.code().to_owned(), talk.t(kind.key()).into_owned())).to_vec();
    let mut fields = vec![Field::line(talk, "code", "council-code").required(talk).exact()];
    if own.is_none() {
        fields.push(Field::select(talk, "kind", "council-kind", kinds).required(talk).hint(talk, "council-hint-kind"));
    }
    fields.extend([
        Field::line(talk, "fr", "cohorts-name-fr").in_language("fr").required(talk),
        Field::line(talk, "ar", "cohorts-name-ar").in_language("ar").required(talk),
        Field::line(talk, "from", "cohorts-from").required(talk).hint(talk, "cohorts-hint-day"),
        Field::line(talk, "until", "council-until").hint(talk, "council-hint-until"),
    ]);
    let values = own.map(values_of).unwrap_or_default();
    let form = Form::new(talk, OWN, OWN, "cohorts-save").fields(fields, typed.unwrap_or(&values), errors);
    form.hidden("id", own.map_or_else(String::new, |own| own.id.to_string())).hidden("version", version.to_string())
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    id: &str,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Result<CodesPage, WebError> {
    let talk = visitor.talk();
    let codes = store::codes(web.store.read()).await?;
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let own = asked(&codes, id);
    let form = may_keep.then(|| form_of(talk, own, own.map_or(0, |own| own.version), typed, errors));
    let editing = own.map_or_else(String::new, |own| own.code.clone());
    let line = |own: Code| Line {
        name: name_of(talk, &own.fr, &own.ar),
        from: shown_day(&own.from_on),
        until: shown_day(&own.until_on),
        own,
    };
    let page =
        Page::new(web, visitor, "council-codes-title").await?.under("/year").document().wrong(!errors.is_empty());
    Ok(CodesPage { page, lines: codes.into_iter().map(line).collect(), may_keep, editing, form })
}

/// The decisions, and the form of one: `?code=3`, or of a new one.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Page::show(&page_of(&web, &visitor, asked.get("code"), None, &[]).await?)
}

fn read(fields: &Fields, old: Option<&Code>) -> Result<Code, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let code = check.required("code", 12, "council-error-code");
    if code.contains(char::is_whitespace) {
        check.wrong("code", "council-error-code");
    }
    let kind = old.map(|own| own.kind).or_else(|| Kind::parse(fields.get("kind")));
    if kind.is_none() {
        check.wrong("kind", "frame-error-choice");
    }
    let fr = check.required("fr", 80, "cohorts-error-institution");
    let ar = check.required("ar", 80, "cohorts-error-institution");
    let from = read_day(&mut check, "from", Some("cohorts-error-day"));
    let until = read_day(&mut check, "until", None);
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        check.wrong("until", "council-error-until");
    }
    let (Some(kind), Some(from), true) = (kind, from, check.errors.is_empty()) else { return Err(check.errors) };
    Ok(Code {
        id: old.map_or(0, |own| own.id),
        code,
        kind,
        fr,
        ar,
        from_on: from.to_string(),
        until_on: until.map_or_else(String::new, |day: Day| day.to_string()),
        version: fields.get("version").parse().unwrap_or(0),
    })
}

/// Adds a decision, or changes its names and days.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let codes = store::codes(web.store.read()).await?;
    let old = asked(&codes, fields.get("id"));
    let errors = match read(&fields, old) {
        Err(errors) => errors,
        Ok(new) => {
            let change = web.store.begin(school(&visitor)).await?;
            let done = match old {
                Some(old) => store::change_code(&change, old, &new).await,
                None => store::add_code(&change, &new).await.map(|_| ()),
            };
            let key = match done {
                Ok(()) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(OWN));
                }
                Err(StoreError::Duplicate(_)) => "cohorts-error-taken",
                Err(StoreError::Stale) => "cohorts-error-stale",
                Err(error) => return Err(error.into()),
            };
            vec![FieldError { field: "code".to_owned(), key, args: vec![] }]
        }
    };
    Page::show_wrong(&page_of(&web, &visitor, fields.get("id"), Some(&fields), &errors).await?)
}
