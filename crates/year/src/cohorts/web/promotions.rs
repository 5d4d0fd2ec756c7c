//! Promotions: one with its semesters and sections, and its form.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use desk::clients::Day;
use school::programme::programme;
use words::{Arg, Talk};

use super::PLACE;
use crate::cohorts::store::{self, Counted, NewPromotion, Promotion};
use crate::cohorts::{CODE, MOST_SECTIONS};
use crate::common::{FormPage, id_of, read_day, school, shown_day};

struct ShownSemester {
    number: i64,
    from: String,
    until: String,
}

#[derive(Template)]
#[template(path = "cohorts/promotion.html")]
struct PromotionPage {
    page: Page,
    promotion: Promotion,
    starts: String,
    programme: String,
    /// True when the program no longer holds the edition that the promotion follows.
    other_edition: bool,
    semesters: Vec<ShownSemester>,
    sections: Vec<Counted>,
    /// The form of a section more, for those who may.
    form: Option<Form>,
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    promotion: Promotion,
    values: &Fields,
    errors: &[FieldError],
) -> Result<PromotionPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let id = promotion.id;
    let (semesters, sections, rooms) =
        tokio::try_join!(store::semesters(db, id), store::sections(db, Some(id)), store::rooms(db))?;
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let form = (may_keep && sections.len() < MOST_SECTIONS).then(|| {
        let place = format!("{PLACE}/promotions/{id}");
        let once = values.get("once");
        let once = if once.is_empty() { web.chance.token(16) } else { once.to_owned() };
        Form::new(talk, format!("{place}/sections"), place, "cohorts-section-add")
            .fields(section_fields(talk, rooms.iter().map(|room| (room.id, room.name.clone()))), values, errors)
            .hidden("once", once)
    });
    let wrong = form.as_ref().is_some_and(Form::is_wrong);
    let page = Page::titled(web, visitor, promotion.code.clone()).await?.under(PLACE).document().wrong(wrong);
    let args = [("code", Arg::ltr(&promotion.programme)), ("edition", Arg::ltr(&promotion.edition))];
    let shown = |own: store::Semester| ShownSemester {
        number: own.number,
        from: shown_day(&own.from_on),
        until: shown_day(&own.until_on),
    };
    let sheet = &programme().sheet;
    Ok(PromotionPage {
        starts: shown_day(&promotion.starts_on),
        programme: talk.html("cohorts-follows", &args),
        other_edition: (&promotion.programme, &promotion.edition) != (&sheet.code, &sheet.version),
        semesters: semesters.into_iter().map(shown).collect(),
        page,
        promotion,
        sections,
        form,
    })
}

/// The fields of a section: what it is called and its usual room.
pub(super) fn section_fields(talk: Talk, rooms: impl Iterator<Item = (i64, String)>) -> Vec<Field> {
    let none = (String::new(), talk.t("cohorts-room-none").into_owned());
    let rooms = std::iter::once(none).chain(rooms.map(|(id, name)| (id.to_string(), name)));
    vec![
        Field::line(talk, "code", "cohorts-section").required(talk).hint(talk, "cohorts-hint-section"),
        Field::select(talk, "room", "cohorts-room", rooms.collect()),
    ]
}

/// Reads the fields of a section.
pub(super) async fn read_section(
    web: &Web,
    fields: &Fields,
) -> Result<Result<(String, i64), Vec<FieldError>>, WebError> {
    let mut check = Check::new(fields);
    let code = check.required("code", CODE, "cohorts-error-section");
    let room = fields.get("room").parse().unwrap_or(0);
    let rooms = store::rooms(web.store.read()).await?;
    if !fields.get("room").is_empty() && !rooms.iter().any(|own| own.id == room) {
        check.wrong("room", "frame-error-choice");
    }
    Ok(if check.errors.is_empty() { Ok((code, room)) } else { Err(check.errors) })
}

/// One promotion.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let promotion = store::promotion(web.store.read(), id_of(&id)?).await?;
    Page::show(&page_of(&web, &visitor, promotion, &Fields::default(), &[]).await?)
}

/// Adds a section.
pub(super) async fn add_section(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let promotion = store::promotion(web.store.read(), id_of(&id)?).await?;
    if let Some(place) = store::led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let errors = match read_section(&web, &fields).await? {
        Err(errors) => errors,
        Ok((code, room)) => {
            let change = web.store.begin(school(&visitor)).await?;
            match store::add_section(&change, promotion.id, &code, room).await {
                Ok(section) => {
                    let place = format!("{PLACE}/sections/{section}");
                    if let Once::Again(place) = spend(&change, fields.get("once"), &place).await? {
                        return Ok(see_other(&place));
                    }
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(&place));
                }
                Err(StoreError::Duplicate(_)) => {
                    vec![FieldError { field: "code".to_owned(), key: "cohorts-error-taken", args: vec![] }]
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    Page::show_wrong(&page_of(&web, &visitor, promotion, &fields, &errors).await?)
}

/// The promotion that the form corrects; nothing for a new one.
async fn own_of(web: &Web, id: &str) -> Result<Option<Promotion>, WebError> {
    Ok(if id == "new" { None } else { Some(store::promotion(web.store.read(), id_of(id)?).await?) })
}

/// The names of the two fields of a semester.
fn days_of(number: u8) -> [String; 2] {
    [format!("from-{number}"), format!("until-{number}")]
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Promotion>,
    hidden: (&str, String),
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let place = format!("{PLACE}/promotions/{}/edit", own.map_or_else(|| "new".to_owned(), |own| own.id.to_string()));
    let mut fields = vec![
        Field::line(talk, "code", "cohorts-promotion").required(talk).hint(talk, "cohorts-hint-promotion"),
        Field::line(talk, "starts_on", "cohorts-starts-on").required(talk).hint(talk, "cohorts-hint-day"),
    ];
    for number in 1..=programme().sheet.semesters {
        let label = |key| talk.with(key, &[("number", Arg::from(i64::from(number)))]);
        let [from, until] = days_of(number);
        fields.push(Field::line(talk, from, "cohorts-starts-on").labelled(&label("cohorts-semester-from")));
        fields.push(Field::line(talk, until, "cohorts-starts-on").labelled(&label("cohorts-semester-until")));
    }
    let form =
        Form::new(talk, &*place, &*place, "cohorts-save").fields(fields, values, errors).hidden(hidden.0, hidden.1);
    let title = if own.is_some() { "cohorts-promotion-edit" } else { "cohorts-promotion-new" };
    let page = Page::new(web, visitor, title).await?.under(PLACE).wrong(form.is_wrong());
    let sheet = &programme().sheet;
    let args = [("code", Arg::ltr(&sheet.code)), ("edition", Arg::ltr(&sheet.version))];
    let about = if own.is_some() { String::new() } else { talk.with("cohorts-promotion-about", &args) };
    Ok(FormPage { page, links: vec![], about, form })
}

/// The form of a promotion, or of a new one.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    let mut values = Fields::default();
    let mut hidden = ("once", web.chance.token(16));
    if let Some(own) = &own {
        values.set("code", own.code.as_str());
        values.set("starts_on", shown_day(&own.starts_on));
        for semester in store::semesters(web.store.read(), own.id).await? {
            let [from, until] = days_of(u8::try_from(semester.number).unwrap_or(0));
            values.set(&from, shown_day(&semester.from_on));
            values.set(&until, shown_day(&semester.until_on));
        }
        hidden = ("version", own.version.to_string());
    }
    Page::show(&form_page(&web, &visitor, own.as_ref(), hidden, &values, &[]).await?)
}

/// Code and days. A semester has both its days or none; the days follow one another.
fn read(fields: &Fields) -> Result<NewPromotion, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let code = check.required("code", CODE, "cohorts-error-promotion");
    let starts_on = read_day(&mut check, "starts_on", Some("cohorts-error-start"));
    let mut before: Option<Day> = None;
    let mut semesters = vec![];
    for number in 1..=programme().sheet.semesters {
        let [from, until] = days_of(number);
        let days = (read_day(&mut check, &from, None), read_day(&mut check, &until, None));
        let semester = match days {
            (Some(first), Some(last)) => {
                if before.is_some_and(|before| first <= before) {
                    check.wrong(&from, "cohorts-error-semester-order");
                }
                if last <= first {
                    check.wrong(&until, "cohorts-error-semester-end");
                }
                before = Some(last);
                Some((first, last))
            }
            (Some(_), None) => {
                check.wrong(&until, "cohorts-error-semester-both");
                None
            }
            (None, Some(_)) => {
                check.wrong(&from, "cohorts-error-semester-both");
                None
            }
            (None, None) => None,
        };
        semesters.push(semester);
    }
    let (Some(starts_on), true) = (starts_on, check.errors.is_empty()) else { return Err(check.errors) };
    Ok(NewPromotion { code, starts_on, semesters })
}

/// Saves a promotion, or adds one.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    if own.is_none()
        && let Some(place) = store::led_to(web.store.read(), fields.get("once")).await?
    {
        return Ok(see_other(&place));
    }
    let mut hidden = match &own {
        Some(_) => ("version", fields.get("version").to_owned()),
        None => ("once", fields.get("once").to_owned()),
    };
    let wrong = |key| vec![FieldError { field: "code".to_owned(), key, args: vec![] }];
    let errors = match read(&fields) {
        Err(errors) => errors,
        Ok(new) => {
            let change = web.store.begin(school(&visitor)).await?;
            let done = match &own {
                Some(own) => {
                    let version = fields.get("version").parse().unwrap_or(0);
                    store::change_promotion(&change, own, version, &new).await.map(|()| own.id)
                }
                None => store::add_promotion(&change, &new).await,
            };
            match done {
                Ok(id) => {
                    let place = format!("{PLACE}/promotions/{id}");
                    if own.is_none()
                        && let Once::Again(place) = spend(&change, fields.get("once"), &place).await?
                    {
                        return Ok(see_other(&place));
                    }
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(&place));
                }
                Err(StoreError::Stale) => {
                    hidden.1 = own.as_ref().map_or_else(String::new, |own| own.version.to_string());
                    wrong("cohorts-error-stale")
                }
                Err(StoreError::Duplicate(_)) => wrong("cohorts-error-taken"),
                Err(error) => return Err(error.into()),
            }
        }
    };
    Page::show_wrong(&form_page(&web, &visitor, own.as_ref(), hidden, &fields, &errors).await?)
}
