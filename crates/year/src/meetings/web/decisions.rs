//! Decisions on the page of their meeting: one more, and those that were carried out.

use ::store::{Once, StoreError, spend};
use ::web::{Answer, Check, Field, Fields, Habilitation, Page, Visitor, Web, drafts, see_other, sessions};
use axum::extract::{Path, State};
use words::Talk;

use super::super::{DECISION, LINE, Wording, rules, store};
use super::one::{DECISION_FORM, Typed, page_of, part_of};
use super::place_of;
use crate::common::{id_of, read_day, school, today};

/// The fields of a decision.
pub(super) fn fields(talk: Talk) -> Vec<Field> {
    vec![
        Field::line(talk, "text", "meetings-decision").required(talk),
        Field::line(talk, "who", "meetings-who"),
        Field::line(talk, "until", "meetings-until").hint(talk, "cohorts-hint-day"),
    ]
}

/// Reads them; what is wrong stands at its field.
pub(super) fn read(check: &mut Check<'_>) -> Wording {
    let text = check.required("text", DECISION, "meetings-error-decision");
    let who = check.line("who", LINE);
    let until_on = read_day(check, "until", None).map_or_else(String::new, |day| day.to_string());
    Wording { text, who, until_on }
}

/// Adds a decision.
pub(super) async fn decide(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let db = web.store.read();
    let own = store::meeting(db, id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let wording = read(&mut check);
    if let Some(why) = rules::undecidable(&own, store::decisions(db, own.id).await?.len()) {
        check.wrong("text", why);
    }
    let errors = check.errors;
    if !errors.is_empty() {
        let typed = Typed { decision: Some((fields, errors)), ..Typed::default() };
        return Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?);
    }
    let place = place_of(own.id);
    let change = web.store.begin(school(&visitor)).await?;
    store::decide(&change, own.id, &wording).await?;
    if spend(&change, fields.get("once"), &place).await? == Once::First {
        change.commit().await?;
        drafts::forget(&web, &visitor, &part_of(own.id, DECISION_FORM)).await?;
        sessions::tell(&web, &visitor, "meetings-decided").await?;
    }
    Ok(see_other(&place))
}

/// Says that a decision is done, or that it is not; who comes second changes nothing.
pub(super) async fn follow(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, decision)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let done = fields.get("done") == "yes";
    let day = if done { today(&web).to_string() } else { String::new() };
    let change = web.store.begin(school(&visitor)).await?;
    match store::follow(&change, own.id, id_of(&decision)?, &day).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, if done { "meetings-done" } else { "meetings-not-done" }).await?;
        }
        Err(StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&place_of(own.id)))
}
