//! The absences of one trainee by module and by session, and what justifies them.

use ::store::{Once, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::period;
use super::section::said;
use crate::attendance::store::{self, Justification, Missed, Of};
use crate::attendance::{Presence, REASON, Standing, Tally};
use crate::cohorts::{self, Trainee, led_to};
use crate::common::{id_of, module_line, read_day, school, shown_day, today};

struct Line {
    lesson: i64,
    day: String,
    module: String,
    presence: Presence,
    hours: i64,
    justified: bool,
}

struct ByModule {
    module: String,
    tally: Tally,
}

struct Shown {
    id: i64,
    days: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "attendance/trainee.html")]
struct TraineePage {
    page: Page,
    trainee: i64,
    standing: Standing,
    counted: i64,
    rule: String,
    modules: Vec<ByModule>,
    lines: Vec<Line>,
    justifications: Vec<Shown>,
    form: Option<Form>,
}

fn place_of(trainee: i64) -> String {
    format!("/attendance/trainees/{trainee}")
}

fn by_module(missed: &[Missed]) -> Vec<ByModule> {
    let mut found: Vec<(String, Tally)> = vec![];
    for own in missed {
        let Some(presence) = Presence::parse(&own.state) else { continue };
        if !found.iter().any(|(module, _)| *module == own.module) {
            found.push((own.module.clone(), Tally::default()));
        }
        if let Some((_, tally)) = found.iter_mut().find(|(module, _)| *module == own.module) {
            tally.add(presence, own.slots, own.justified > 0);
        }
    }
    found.sort_by_key(|(_, tally)| -(tally.unjustified + tally.justified));
    found.into_iter().map(|(module, tally)| ByModule { module, tally }).collect()
}

fn shown(own: Justification) -> Shown {
    let (from, until) = (shown_day(&own.from_on), shown_day(&own.until_on));
    Shown { id: own.id, days: if from == until { from } else { format!("{from}–{until}") }, reason: own.reason }
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    own: &Trainee,
    typed: Option<(&Fields, &[FieldError])>,
    restored: bool,
) -> Result<TraineePage, WebError> {
    let (db, talk) = (web.store.read(), visitor.talk());
    let day = today(web).to_string();
    let stay = cohorts::stay(db, own.id).await?;
    let (_, from, until) = match stay {
        Some(section) => period(db, cohorts::section(db, section).await?.promotion_id, &day).await?,
        None => (0, "0000-01-01".to_owned(), "9999-12-31".to_owned()),
    };
    let (missed, justifications, rule) = tokio::try_join!(
        store::missed(db, Of::Trainee(own.id), &from, &until),
        store::justifications(db, own.id),
        store::rule_on(db, &day),
    )?;
    let mut tally = Tally::default();
    for own in &missed {
        if let Some(presence) = Presence::parse(&own.state) {
            tally.add(presence, own.slots, own.justified > 0);
        }
    }
    let place = place_of(own.id);
    let form = visitor.may(Habilitation::KeepYear).is_ok().then(|| {
        let fields = vec![
            Field::line(talk, "from", "attendance-from").required(talk).hint(talk, "cohorts-hint-day"),
            Field::line(talk, "until", "attendance-until").hint(talk, "attendance-until-hint"),
            Field::line(talk, "reason", "attendance-reason").required(talk).hint(talk, "attendance-reason-hint"),
        ];
        let empty = Fields::default();
        let (values, errors) = typed.unwrap_or((&empty, &[]));
        let once = Some(values.get("once")).filter(|once| !once.is_empty() && !restored);
        let once = once.map_or_else(|| web.chance.token(16), str::to_owned);
        let form = Form::new(talk, &*place, &*place, "attendance-justify").fields(fields, values, errors);
        form.hidden("once", once).kept(restored)
    });
    let lines = missed.iter().filter_map(|own| {
        Some(Line {
            lesson: own.lesson_id,
            day: shown_day(&own.on_day),
            module: own.module.clone(),
            presence: Presence::parse(&own.state)?,
            hours: own.slots,
            justified: own.justified > 0,
        })
    });
    let args = [("name", Arg::from(own.filed(visitor.preferences.script)))];
    let wrong = form.as_ref().is_some_and(Form::is_wrong);
    let page = Page::titled(web, visitor, talk.with("attendance-trainee-title", &args)).await?;
    let mut modules = by_module(&missed);
    modules.iter_mut().for_each(|own| own.module = module_line(talk, &own.module));
    Ok(TraineePage {
        page: page.under("/year").document().wrong(wrong),
        trainee: own.id,
        standing: tally.standing(&rule),
        counted: tally.counted(&rule),
        rule: said(visitor, &rule),
        modules,
        lines: lines.collect(),
        justifications: justifications.into_iter().map(shown).collect(),
        form,
    })
}

/// The absences of a trainee in the semester of today.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let own = cohorts::trainee(web.store.read(), id_of(&id)?).await?;
    let kept = drafts::draft(&web, &visitor, &place_of(own.id)).await?;
    let typed = kept.as_ref().map(|kept| (kept, [].as_slice()));
    Page::show(&page_of(&web, &visitor, &own, typed, kept.is_some()).await?)
}

/// Justifies the absences of some days.
pub(super) async fn justify(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = cohorts::trainee(web.store.read(), id_of(&id)?).await?;
    let place = place_of(own.id);
    if let Some(place) = led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let mut check = Check::new(&fields);
    let from = read_day(&mut check, "from", Some("attendance-error-day"));
    let until = read_day(&mut check, "until", None).or(from);
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        check.wrong("until", "attendance-error-until");
    }
    let reason = check.required("reason", REASON, "attendance-error-reason");
    let (Some(days), true) = (from.zip(until), check.errors.is_empty()) else {
        return Page::show_wrong(&page_of(&web, &visitor, &own, Some((&fields, &check.errors)), false).await?);
    };
    let change = web.store.begin(school(&visitor)).await?;
    store::justify(&change, own.id, days, &reason).await?;
    if spend(&change, fields.get("once"), &place).await? == Once::First {
        change.commit().await?;
    } else {
        drop(change);
    }
    drafts::forget(&web, &visitor, &place).await?;
    sessions::tell(&web, &visitor, "attendance-did-justify").await?;
    Ok(see_other(&place))
}

/// Takes a justification back.
pub(super) async fn take_back(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let old = store::justification(web.store.read(), id_of(&id)?).await?;
    let change = web.store.begin(school(&visitor)).await?;
    store::take_back(&change, &old).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "attendance-did-take-back").await?;
    Ok(see_other(&place_of(old.trainee_id)))
}
