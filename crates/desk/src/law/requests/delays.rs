//! The page of delays and holidays: the data of the clock.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State as Shared};
use names::fold::ascii_digits;

use super::store::{self, Delay, Holiday};
use super::{Added, Kind, calendar};
use crate::law::purposes::day;
use crate::law::web::{Shown, shown_day, today};

const PLACE: &str = "/law/delays";

pub(super) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list)
        .post(PLACE, add)
        .post("/law/delays/proposals", propose)
        .post("/law/holidays", add_holiday)
        .post("/law/holidays/{id}/removal", remove)
        .with_state(web)
}

#[derive(Template)]
#[template(path = "law/requests/delays.html")]
struct DelaysPage {
    page: Page,
    delays: Vec<Delay>,
    holidays: Vec<(Holiday, Shown)>,
    once: String,
    form: Form,
    holiday_form: Form,
}

impl DelaysPage {
    fn since(&self, delay: &Delay) -> String {
        shown_day(&delay.since)
    }

    fn day(&self, holiday: &Holiday) -> String {
        calendar::shown_holiday(&holiday.day)
    }
}

async fn list(Shared(web): Shared<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    Page::show(&page(&web, &visitor, &Fields::default(), &[]).await?)
}

async fn page(web: &Web, visitor: &Visitor, values: &Fields, errors: &[FieldError]) -> Result<DelaysPage, WebError> {
    let (talk, db, scope) = (visitor.talk(), web.store.read(), visitor.scope());
    let fields = vec![
        Field::select(talk, "kind", "law-kind", Kind::options(talk)),
        Field::line(talk, "days", "law-working-days").required(talk).hint(talk, "law-working-days-hint"),
        Field::line(talk, "source", "law-article").required(talk).hint(talk, "law-article-hint"),
        Field::line(talk, "since", "law-since").required(talk).hint(talk, "law-day-hint"),
    ];
    let token = web.chance.token(16);
    let form = Form::new(talk, PLACE, PLACE, "law-delay-add").fields(fields, values, errors).hidden("once", &*token);
    let fields = vec![
        Field::line(talk, "day", "law-holiday-day").required(talk).hint(talk, "law-holiday-hint"),
        Field::line(talk, "name", "law-holiday-name").required(talk),
    ];
    let holiday_form = Form::new(talk, "/law/holidays", PLACE, "law-holiday-add")
        .fields(fields, values, errors)
        .hidden("once", &*token);
    let named = |holiday: Holiday| (Shown::new(holiday.name.clone(), talk), holiday);
    let holidays = store::holidays(db, scope).await?.into_iter().map(named).map(|(name, day)| (day, name)).collect();
    let page = Page::new(web, visitor, "law-delays-title").await?.under("/law").wrong(!errors.is_empty());
    Ok(DelaysPage { page, delays: store::delays(db, scope).await?, holidays, once: token, form, holiday_form })
}

/// Gives a centre that has none the proposed delays and holidays.
async fn propose(Shared(web): Shared<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let change = web.store.begin(visitor.scope()).await?;
    store::seed_delays(&change, today(&web)).await?;
    if spend(&change, fields.get("once"), PLACE).await? == Once::First {
        match change.commit().await {
            Ok(()) | Err(StoreError::Unjournaled) => {}
            Err(error) => return Err(error.into()),
        }
    } else {
        drop(change);
    }
    sessions::tell(&web, &visitor, "law-delays-proposed").await?;
    Ok(see_other(PLACE))
}

async fn add(Shared(web): Shared<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let mut check = Check::new(&fields);
    let kind = Kind::parse(check.choice("kind", Kind::CODES, "law-error-kind"));
    let days = ascii_digits(&check.line("days", 10)).parse::<i64>().ok().filter(|days| (1..=365).contains(days));
    if days.is_none() {
        check.wrong("days", "law-error-working-days");
    }
    let source = check.required("source", 120, "law-error-article");
    let since = day(&mut check, "since");
    if since.is_none() {
        check.wrong("since", "law-error-day");
    }
    let (Some(kind), Some(days), Some(since), true) = (kind, days, since, check.errors.is_empty()) else {
        return Page::show_wrong(&page(&web, &visitor, &fields, &check.errors).await?);
    };
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), PLACE).await? == Once::First {
        store::add_delay(&change, &Added { kind, days, source, since }).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    sessions::tell(&web, &visitor, "law-delay-added").await?;
    Ok(see_other(PLACE))
}

async fn add_holiday(Shared(web): Shared<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let mut check = Check::new(&fields);
    let day = calendar::holiday(&check.line("day", 40));
    if day.is_none() {
        check.wrong("day", "law-error-holiday");
    }
    let name = check.required("name", 80, "law-error-holiday-name");
    if let (Some(day), true) = (day, check.errors.is_empty()) {
        let change = web.store.begin(visitor.scope()).await?;
        if spend(&change, fields.get("once"), PLACE).await? != Once::First {
            return Ok(see_other(PLACE));
        }
        match store::add_holiday(&change, &day, &name).await {
            Ok(()) => {
                change.commit().await?;
                sessions::tell(&web, &visitor, "law-holiday-added").await?;
                return Ok(see_other(PLACE));
            }
            Err(StoreError::Duplicate(_)) => {
                drop(change);
                check.wrong("day", "law-error-holiday-twice");
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page(&web, &visitor, &fields, &check.errors).await?)
}

async fn remove(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let change = web.store.begin(visitor.scope()).await?;
    match store::remove_holiday(&change, id.parse().map_err(|_| WebError::NotFound)?).await {
        Ok(()) => change.commit().await?,
        // Removed already.
        Err(StoreError::NotFound) => drop(change),
        Err(error) => return Err(error.into()),
    }
    sessions::tell(&web, &visitor, "law-holiday-removed").await?;
    Ok(see_other(PLACE))
}
