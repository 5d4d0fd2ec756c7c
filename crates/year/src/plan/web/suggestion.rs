//! What could be filled in a plan, and why; taken over as it is shown, or not at all.

use ::store::StoreError;
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};
use school::programme::programme;
use words::{Arg, Talk};

use super::place_of;
use crate::cohorts::{self, Promotion};
use crate::common::{id_of, school};
use crate::plan::{Impossible, store, suggest};

#[derive(Template)]
#[template(path = "plan/suggestion.html")]
struct SuggestionPage {
    page: Page,
    promotion: Promotion,
    /// What would be placed, a sentence for each block.
    placed: Vec<String>,
    /// Why nothing can be.
    impossible: Option<String>,
}

fn why(talk: Talk, impossible: &Impossible) -> String {
    match impossible {
        Impossible::Order(module) => talk.html("plan-impossible-order", &[("module", Arg::ltr(module))]),
        Impossible::Full(semester) => {
            talk.html("plan-impossible-full", &[("semester", Arg::from(i64::from(*semester)))])
        }
        Impossible::Stuck(modules) if modules.is_empty() => talk.html("plan-impossible", &[]),
        Impossible::Stuck(modules) => talk.html("plan-impossible-stuck", &[("modules", Arg::ltr(&modules.join(", ")))]),
    }
}

/// What filling the plan would place.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let talk = visitor.talk();
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    let plan = store::plan_of(web.store.read(), promotion.id).await?;
    let (mut placed, mut impossible) = (vec![], None);
    match suggest(programme(), &plan) {
        Ok(found) => {
            for row in &programme().semesters.rows {
                let (Some(old), Some(new)) = (plan.get(&row.module), found.get(&row.module)) else { continue };
                for (rank, ((old, new), proposed)) in (1_usize..).zip(old.iter().zip(new).zip(&row.proposal)) {
                    if *old != 0 {
                        continue;
                    }
                    let key = if new == proposed { "plan-as-proposed" } else { "plan-otherwise" };
                    let args = [
                        ("module", Arg::ltr(&row.module)),
                        ("block", Arg::from(rank)),
                        ("semester", Arg::from(i64::from(*new))),
                        ("proposed", Arg::from(i64::from(*proposed))),
                    ];
                    placed.push(talk.html(key, &args[..if new == proposed { 3 } else { 4 }]));
                }
            }
        }
        Err(error) => impossible = Some(why(talk, &error)),
    }
    let page = Page::new(&web, &visitor, "plan-suggestion").await?.under("/year");
    Page::show(&SuggestionPage { page, promotion, placed, impossible })
}

/// Takes the filling over, if the plan is still the one that the page was made from.
pub(super) async fn take(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    let plan = store::plan_of(web.store.read(), promotion.id).await?;
    let place = place_of(promotion.id);
    let Ok(found) = suggest(programme(), &plan) else { return Ok(see_other(&format!("{place}/suggestion"))) };
    let change = web.store.begin(school(&visitor)).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    match store::fill(&change, promotion.id, version, &found).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "plan-filled").await?;
            Ok(see_other(&place))
        }
        Err(StoreError::Stale) => Err(WebError::Conflict("plan-changed")),
        Err(error) => Err(error.into()),
    }
}
