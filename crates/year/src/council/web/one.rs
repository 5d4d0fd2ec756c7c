//! One council: while it is open what was prepared and what is decided; once sealed its minutes, their hash, and whether they agree.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use words::{Arg, Talk};

use super::{PLACE, council_of, name_of, place_of, sitting, today, told};
use crate::cohorts;
use crate::common::{school, shown_day};
use crate::council::prepare::{Prepared, prepare};
use crate::council::store::{self, Council};
use crate::council::{Kind, Minutes, SealError, blockers, former_effects, minutes};
use crate::marks::shown;

/// Somebody to talk about, and why.
struct ShownCase {
    id: i64,
    name: String,
    average: String,
    reasons: Vec<String>,
}

struct Open {
    cases: Vec<ShownCase>,
    /// What the rules are, when the sheets do not all follow the same.
    mixed: Option<String>,
    form: Option<Form>,
    /// What stands in the way of the seal: sentence, and where it is put right.
    blockers: Vec<(String, Option<String>)>,
    seal: Option<Form>,
}

struct Row {
    number: String,
    name: String,
    average: String,
    decision: String,
    kind: Option<Kind>,
    reason: String,
}

struct Sealed {
    minutes: Minutes,
    reference: String,
    held: String,
    sealed: String,
    rows: Vec<Row>,
    hash: String,
    canonical: String,
    agrees: bool,
    reopen: Option<Form>,
}

#[derive(Template)]
#[template(path = "council/one.html")]
struct CouncilPage {
    page: Page,
    council: Council,
    /// The other councils of the semester: identity, number or nothing, version.
    others: Vec<(i64, String, i64)>,
    open: Option<Open>,
    sealed: Option<Sealed>,
}

/// What was sent to the page and is shown again.
#[derive(Default)]
pub(super) struct Sent<'a> {
    pub decided: Option<&'a Fields>,
    pub seal: Option<&'a Fields>,
    pub reopening: Option<&'a Fields>,
    pub errors: &'a [FieldError],
    pub restored: bool,
}

fn title(talk: Talk, own: &Council) -> String {
    let args = [("section", Arg::from(own.section.as_str())), ("semester", Arg::from(own.semester))];
    talk.with("council-one-title", &args)
}

fn shown_case(talk: Talk, visitor: &Visitor, own: &Prepared) -> Option<ShownCase> {
    (!own.cases.is_empty()).then(|| ShownCase {
        id: own.trainee.id,
        name: own.trainee.filed(visitor.preferences.script),
        average: own.average.mark.map_or_else(|| "–".to_owned(), |mark| shown(mark, talk)),
        reasons: own.cases.iter().map(|case| told::case(talk, case)).collect(),
    })
}

async fn open_part(web: &Web, visitor: &Visitor, council: &Council, sent: &Sent<'_>) -> Result<Open, WebError> {
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let section = cohorts::section(db, council.section_id).await?;
    let prepared = prepare(db, council, &section, script).await?;
    let (decisions, codes) = (store::decisions_of(db, council.id).await?, store::codes(db).await?);
    let (former, day) = (former_effects(db, council).await?, today(web).await?);
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let blockers = blockers(council, &prepared, &decisions, &codes, &former, (day, script));
    let ready = blockers.is_empty() && may_keep;
    let versions = prepared.semester.versions();
    let mixed = (versions.len() > 1).then(|| {
        let all: Vec<String> = versions.iter().map(i64::to_string).collect();
        talk.with("council-mixed", &[("versions", Arg::from(all.join(", ")))])
    });
    let cases = prepared.people.iter().filter_map(|own| shown_case(talk, visitor, own)).collect();
    let form = may_keep.then(|| sitting::form(visitor, council, &prepared, &decisions, &codes, day, sent));
    let seal = ready.then(|| {
        let box_ = vec![("yes".to_owned(), talk.t("council-confirm").into_owned())];
        let fields = vec![Field::boxes(talk, "confirm", "council-seal-confirm", box_).required(talk)];
        let none = Fields::default();
        let errors = if sent.seal.is_some() { sent.errors } else { &[] };
        let place = place_of(council.id);
        Form::new(talk, format!("{place}/seal"), &*place, "council-seal")
            .fields(fields, sent.seal.unwrap_or(&none), errors)
            .hidden("touched", council.touched.to_string())
    });
    let blockers = blockers.iter().map(|own| told::blocker(talk, own)).collect();
    Ok(Open { cases, mixed, form, blockers, seal })
}

fn sealed_part(visitor: &Visitor, council: &Council, last: bool, sent: &Sent<'_>) -> Result<Sealed, WebError> {
    let talk = visitor.talk();
    let own = council.minutes()?;
    let row = |person: &crate::council::Person| {
        let names = [&person.latin, &person.arabic];
        let [first, second] =
            if visitor.preferences.script == ::web::preferences::Script::Arabic { [names[1], names[0]] } else { names };
        Row {
            number: person.number.clone(),
            name: if first.is_empty() { second.clone() } else { first.clone() },
            average: person.average.map_or_else(|| "–".to_owned(), |mark| shown(mark, talk)),
            decision: name_of(talk, &person.decided.fr, &person.decided.ar),
            kind: Kind::parse(&person.decided.kind),
            reason: person.decided.reason.clone(),
        }
    };
    let reopen = (last && visitor.may(Habilitation::KeepYear).is_ok()).then(|| {
        let fields = vec![
            Field::area(talk, "reopen_reason", "council-reason", 3).required(talk).hint(talk, "council-hint-reopen"),
        ];
        let none = Fields::default();
        let place = place_of(council.id);
        Form::new(talk, format!("{place}/reopening"), &*place, "council-reopen").fields(
            fields,
            sent.reopening.unwrap_or(&none),
            sent.errors,
        )
    });
    Ok(Sealed {
        reference: own.reference(),
        held: shown_day(&own.held_on),
        sealed: shown_day(&own.sealed_on),
        rows: own.people.iter().map(row).collect(),
        agrees: own.canonical() == council.canonical && minutes::hash(&council.canonical) == council.hash,
        hash: council.hash.clone(),
        canonical: council.canonical.clone(),
        minutes: own,
        reopen,
    })
}

/// The page of a council, with what was sent.
pub(super) async fn page_of(
    web: &Web,
    visitor: &Visitor,
    council: Council,
    sent: Sent<'_>,
) -> Result<String, WebError> {
    let talk = visitor.talk();
    let all = store::versions(web.store.read(), council.section_id, council.semester).await?;
    let last = all.first().is_some_and(|own| own.id == council.id);
    let number = |own: &Council| if own.number > 0 { format!("{}/{}", own.number, own.year) } else { String::new() };
    let others = all.iter().filter(|own| own.id != council.id).map(|own| (own.id, number(own), own.version)).collect();
    let (open, sealed) = if council.is_sealed() {
        (None, Some(sealed_part(visitor, &council, last, &sent)?))
    } else {
        (Some(open_part(web, visitor, &council, &sent).await?), None)
    };
    let page = Page::titled(web, visitor, title(talk, &council)).await?.under("/year").document();
    let page = page.wrong(!sent.errors.is_empty());
    Ok(CouncilPage { page, council, others, open, sealed }.render()?)
}

/// A council.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let council = council_of(&web, &id).await?;
    let kept = match council.is_sealed() {
        true => None,
        false => drafts::draft(&web, &visitor, &place_of(council.id)).await?,
    };
    let sent = Sent { decided: kept.as_ref(), restored: kept.is_some(), ..Sent::default() };
    Ok(axum::response::Html(page_of(&web, &visitor, council, sent).await?).into_response())
}

/// Seals a council after a confirmation.
pub(super) async fn seal(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let council = council_of(&web, &id).await?;
    if council.is_sealed() {
        return Ok(see_other(&place_of(council.id)));
    }
    let mut check = Check::new(&fields);
    if fields.get("confirm") != "yes" {
        check.wrong("confirm", "council-error-confirm");
        let sent = Sent { seal: Some(&fields), errors: &check.errors, ..Sent::default() };
        return sitting::wrong(page_of(&web, &visitor, council, sent).await?);
    }
    let touched = fields.get("touched").parse().unwrap_or(0);
    let change = web.store.begin(school(&visitor)).await?;
    match crate::council::seal(&change, council.id, touched, web.config.offset_minutes).await {
        Ok(reference) => {
            change.commit().await?;
            let told = visitor.talk().with("council-sealed-told", &[("number", Arg::ltr(&reference))]);
            sessions::notify(&web, &visitor, told).await?;
            Ok(see_other(&place_of(council.id)))
        }
        Err(SealError::Blocked | SealError::Stale | SealError::Store(StoreError::Stale)) => {
            drop(change);
            sessions::tell(&web, &visitor, "council-not-sealed").await?;
            Ok(see_other(&place_of(council.id)))
        }
        Err(SealError::Store(error)) => Err(error.into()),
    }
}

/// Opens a new council over sealed minutes, for a reason.
pub(super) async fn reopen(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let council = council_of(&web, &id).await?;
    if !council.is_sealed() {
        return Ok(see_other(&place_of(council.id)));
    }
    let mut check = Check::new(&fields);
    let reason = check.text("reopen_reason", 1_000);
    if reason.is_empty() {
        check.wrong("reopen_reason", "council-error-reason");
    }
    if !check.errors.is_empty() {
        let sent = Sent { reopening: Some(&fields), errors: &check.errors, ..Sent::default() };
        return sitting::wrong(page_of(&web, &visitor, council, sent).await?);
    }
    let change = web.store.begin(school(&visitor)).await?;
    match store::reopen(&change, &council, &reason).await {
        Ok(new) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "council-reopened").await?;
            Ok(see_other(&place_of(new)))
        }
        Err(StoreError::Duplicate(_)) => {
            drop(change);
            let own = store::latest(web.store.read(), council.section_id, council.semester).await?;
            Ok(see_other(&own.map_or_else(|| PLACE.to_owned(), |own| place_of(own.id))))
        }
        Err(error) => Err(error.into()),
    }
}

/// The canonical text as a file, byte for byte what was hashed.
pub(super) async fn text(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let council = council_of(&web, &id).await?;
    if !council.is_sealed() {
        return Err(WebError::NotFound);
    }
    let name = format!("attachment; filename=\"pv-{}-{}.txt\"", council.year, council.number);
    let heads = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((heads, council.canonical).into_response())
}
