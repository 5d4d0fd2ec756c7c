//! The form of a visit or a meeting.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use axum::extract::{Path, RawQuery, State};

use super::super::store::{self, Meeting};
use super::super::{Kind, LINE, PEOPLE, Plan, rules};
use super::{PLACE, place_of, version_of};
use crate::cohorts::{self, led_to};
use crate::common::{FormPage, id_of, read_day, school, shown_day, today};
use crate::timetable::{clock, read_slots};

const NEW: &str = "/year/meetings/new/edit";

/// Where the form is.
fn form_of(own: Option<&Meeting>) -> String {
    own.map_or_else(|| NEW.to_owned(), |own| format!("{}/edit", place_of(own.id)))
}

fn values_of(own: &Meeting) -> Fields {
    let mut values = Fields::default();
    values.set("kind", own.kind.as_str());
    values.set("section", own.section_id.to_string());
    values.set("day", shown_day(&own.on_day));
    values.set("hours", format!("{}-{}", clock(own.begins), clock(own.ends)));
    values.set("subject", own.subject.as_str());
    values.set("place", own.place.as_str());
    values.set("people", own.people.as_str());
    values
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Meeting>,
    version: i64,
    values: &Fields,
    errors: &[FieldError],
    restored: bool,
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let kinds = Kind::ALL.map(|kind| (kind.code().to_owned(), talk.t(kind.key()).into_owned())).to_vec();
    let mut sections = vec![("0".to_owned(), talk.t("meetings-all-sections").into_owned())];
    let all = cohorts::sections(web.store.read(), None).await?;
    sections.extend(all.iter().map(|own| (own.id.to_string(), format!("{} {}", own.code, own.promotion))));
    let fields = vec![
        Field::select(talk, "kind", "meetings-kind", kinds).required(talk),
        Field::select(talk, "section", "cohorts-section", sections).required(talk),
        Field::line(talk, "day", "meetings-day").required(talk).hint(talk, "cohorts-hint-day"),
        Field::line(talk, "hours", "meetings-hours").required(talk).hint(talk, "meetings-hours-hint"),
        Field::line(talk, "subject", "meetings-subject").required(talk),
        Field::line(talk, "place", "meetings-place"),
        Field::area(talk, "people", "meetings-people", 4).hint(talk, "meetings-people-hint"),
    ];
    let place = form_of(own);
    let form = Form::new(talk, &*place, &*place, "cohorts-save").fields(fields, values, errors).kept(restored);
    let form = match own {
        Some(_) => form.hidden("version", version.to_string()),
        None => form.hidden("once", web.chance.token(16)),
    };
    let title = if own.is_some() { "meetings-edit" } else { "meetings-new" };
    let page = Page::new(web, visitor, title).await?.under("/year").wrong(form.is_wrong());
    let back = own.map_or_else(
        || (PLACE.to_owned(), talk.t("meetings-title").into_owned()),
        |own| (place_of(own.id), own.subject.clone()),
    );
    Ok(FormPage { page, links: vec![back], about: talk.t("meetings-about").into_owned(), form })
}

/// `new`, or one that stands.
async fn asked(web: &Web, id: &str) -> Result<Option<Meeting>, WebError> {
    match id {
        "new" => Ok(None),
        id => Ok(Some(store::meeting(web.store.read(), id_of(id)?).await?)),
    }
}

/// The form.
pub(super) async fn open(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = asked(&web, &id).await?;
    let mut values = own.as_ref().map(values_of).unwrap_or_default();
    if own.is_none() {
        values.set("section", Fields::parse(query.unwrap_or_default().as_bytes()).get("section").to_owned());
    }
    let kept = drafts::draft(&web, &visitor, &form_of(own.as_ref())).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or(values);
    let version = version_of(&values, own.as_ref().map_or(0, |own| own.version));
    Page::show(&page_of(&web, &visitor, own.as_ref(), version, &values, &[], restored).await?)
}

/// Reads the form of `own`, or of a new one; what is wrong stands at its field.
async fn read(web: &Web, own: Option<&Meeting>, fields: &Fields) -> Result<(Plan, Vec<FieldError>), WebError> {
    let mut check = Check::new(fields);
    let kind = check.choice("kind", &Kind::ALL.map(Kind::code), "frame-error-choice");
    let section: i64 = fields.get("section").parse().unwrap_or(-1);
    let known = section == 0 || cohorts::sections(web.store.read(), None).await?.iter().any(|own| own.id == section);
    if !known {
        check.wrong("section", "frame-error-choice");
    } else if section == 0 && kind == Kind::Visit.code() {
        check.wrong("section", "meetings-error-section");
    }
    let day = read_day(&mut check, "day", Some("cohorts-error-day"));
    let typed = check.line("hours", 40);
    let hours = match read_slots(&typed).as_deref() {
        Ok([slot]) => (slot.begins, slot.ends),
        _ => {
            check.wrong("hours", "meetings-error-hours");
            (0, 0)
        }
    };
    let subject = check.required("subject", LINE, "meetings-error-subject");
    let (place, people) = (check.line("place", LINE), check.text("people", PEOPLE));
    let on_day = day.map_or_else(String::new, |day| day.to_string());
    if let Some(why) = own.and_then(|own| rules::unmovable(own, &on_day, &today(web).to_string())) {
        check.wrong("day", why);
    }
    let plan = Plan { kind: kind.to_owned(), section, on_day, hours, subject, place, people };
    Ok((plan, check.errors))
}

/// Plans one, or corrects it.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = asked(&web, &id).await?;
    if let (None, Some(place)) = (&own, led_to(web.store.read(), fields.get("once")).await?) {
        return Ok(see_other(&place));
    }
    let (plan, mut errors) = read(&web, own.as_ref(), &fields).await?;
    let mut version: i64 = fields.get("version").parse().unwrap_or(0);
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        let done = match &own {
            None => {
                let id = store::add(&change, &plan).await?;
                match spend(&change, fields.get("once"), &place_of(id)).await? {
                    Once::First => Ok(id),
                    Once::Again(place) => return Ok(see_other(&place)),
                }
            }
            Some(own) => store::correct(&change, own.id, version, &plan).await.map(|()| own.id),
        };
        match done {
            Ok(id) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &form_of(own.as_ref())).await?;
                sessions::tell(&web, &visitor, "meetings-saved").await?;
                return Ok(see_other(&place_of(id)));
            }
            Err(StoreError::Stale) => {
                version = own.as_ref().map_or(0, |own| own.version);
                errors.push(FieldError { field: "kind".to_owned(), key: "cohorts-error-stale", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page_of(&web, &visitor, own.as_ref(), version, &fields, &errors, false).await?)
}
