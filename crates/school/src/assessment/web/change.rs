//! Deciding otherwise than proposed, or otherwise than before: another status, and a reason.

use ::web::{Answer, Check, Field, FieldError, Fields, Form, Page, Visitor, Web, WebError, drafts};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};

use super::review::{go_on, open, who_decided};
use crate::assessment::scene::Scene;
use crate::assessment::shown::{Shower, ShownEvidence};
use crate::assessment::timeline::Timeline;
use crate::assessment::{Evidence, EvidenceId, ReviewError, Status, decide, store};
use crate::practice::Attempt;

/// The longest reason, in characters.
const REASON: usize = 500;

#[derive(Template)]
#[template(path = "assessment/change.html")]
struct ChangePage {
    page: Page,
    attempt: i64,
    piece: ShownEvidence,
    form: Form,
    timeline: Timeline,
    /// Who decided what in the meantime, as HTML.
    conflict: Option<String>,
}

fn address(attempt: i64, evidence: i64) -> String {
    format!("/reviews/{attempt}/evidence/{evidence}/change")
}

pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path((id, evidence)): Path<(i64, i64)>) -> Answer {
    let (attempt, _) = open(&web, &visitor, id).await?;
    let old = store::evidence_by_id(web.store.read(), attempt.id, EvidenceId(evidence)).await?;
    let kept = drafts::draft(&web, &visitor, &address(id, evidence)).await?;
    let restored = kept.is_some();
    let mut values = kept.unwrap_or_default();
    if !values.has("seen") {
        values.set("seen", old.seen());
    }
    let mut shown = change_page(&web, &visitor, attempt, &old, &values, &[]).await?;
    shown.form = shown.form.kept(restored);
    Page::show(&shown)
}

async fn change_page(
    web: &Web,
    visitor: &Visitor,
    attempt: Attempt,
    old: &Evidence,
    values: &Fields,
    errors: &[FieldError],
) -> Result<ChangePage, WebError> {
    let scene = Scene::read(web, visitor, attempt).await?;
    let talk = visitor.talk();
    let page = Page::new(web, visitor, "assessment-change-title").await?.under("/reviews").wrong(!errors.is_empty());
    let timeline = Timeline::of(&scene, &page);
    let mut all = Shower { scene: &scene, page: &page, timeline: &timeline }.all();
    let at = all.iter().position(|piece| piece.id == old.id.0).ok_or(WebError::NotFound)?;
    let place = address(scene.attempt.id.0, old.id.0);
    let statuses = Status::ALL.map(|status| (status.code().to_owned(), talk.t(status.key()).into_owned()));
    let fields = vec![
        Field::radio(talk, "status", "assessment-status", statuses.to_vec()).required(talk),
        Field::area(talk, "reason", "assessment-reason", 3).hint(talk, "assessment-reason-hint").required(talk),
    ];
    let form = Form::new(talk, place.clone(), place, "assessment-change-save")
        .fields(fields, values, errors)
        .hidden("seen", values.get("seen"))
        .kept(false);
    Ok(ChangePage { attempt: scene.attempt.id.0, piece: all.swap_remove(at), form, timeline, conflict: None, page })
}

/// The status and the reason, or what is wrong with them.
fn read(old: &Evidence, fields: &Fields) -> Result<(Status, String), Vec<FieldError>> {
    let mut check = Check::new(fields);
    let status = Status::parse(check.choice("status", &Status::ALL.map(Status::code), "assessment-error-status"));
    let reason = check.text("reason", REASON);
    if reason.is_empty() {
        check.wrong("reason", "assessment-error-reason");
    }
    let present = old.decision.as_ref().map(|own| own.status).or(old.proposal);
    if status.is_some() && status == present {
        check.wrong("status", "assessment-error-same");
    }
    match status {
        Some(status) if check.errors.is_empty() => Ok((status, reason)),
        _ => Err(check.errors),
    }
}

pub(super) async fn save(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, evidence)): Path<(i64, i64)>,
    fields: Fields,
) -> Answer {
    let (attempt, exercise) = open(&web, &visitor, id).await?;
    let old = store::evidence_by_id(web.store.read(), attempt.id, EvidenceId(evidence)).await?;
    if old.seen() != fields.get("seen") {
        return decided_since(&web, &visitor, attempt, evidence, fields).await;
    }
    let (status, reason) = match read(&old, &fields) {
        Ok(read) => read,
        Err(errors) => {
            return Page::show_wrong(&change_page(&web, &visitor, attempt, &old, &fields, &errors).await?);
        }
    };
    let change = web.store.begin(visitor.scope()).await?;
    let decided = (status, reason.as_str());
    match decide::decide_otherwise(&change, &attempt, old.id, fields.get("seen"), decided).await {
        Ok(()) => {
            let finished = decide::finish(&change, &attempt, &exercise).await?;
            change.commit().await?;
            drafts::forget(&web, &visitor, &address(id, evidence)).await?;
            go_on(&web, &visitor, &attempt, evidence, finished).await
        }
        Err(ReviewError::Decided) => {
            drop(change);
            decided_since(&web, &visitor, attempt, evidence, fields).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody decided meanwhile: the page says who and what, keeps what was typed, and a second sending decides anew.
async fn decided_since(web: &Web, visitor: &Visitor, attempt: Attempt, evidence: i64, mut typed: Fields) -> Answer {
    let now = store::evidence_by_id(web.store.read(), attempt.id, EvidenceId(evidence)).await?;
    typed.set("seen", now.seen());
    let mut shown = change_page(web, visitor, attempt, &now, &typed, &[]).await?;
    shown.conflict = Some(who_decided(web, &shown.page, &now).await?);
    Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response())
}
