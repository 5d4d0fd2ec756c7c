//! The files that need somebody's eye.

use ::web::{Answer, Habilitation, Page, Visitor, Web};
use askama::Template;
use axum::extract::{RawQuery, State as Shared};
use words::{Arg, Talk};

use super::{after, code, framed};
use crate::clients::{Client, Customs, asked, own_of};
use crate::duplicates::Named;
use crate::validation::completeness;
use crate::validation::store::{self, Anomaly, Kind, Rules};

/// A file and what is wrong with it.
struct Line {
    file: Named,
    reason: String,
}

#[derive(Template)]
#[template(path = "validation/anomalies.html")]
struct AnomaliesPage {
    page: Page,
    kind: Kind,
    lines: Vec<Line>,
    next: Option<String>,
}

impl AnomaliesPage {
    fn kinds(&self) -> [(Kind, &'static str); 3] {
        Kind::ALL.map(|kind| (kind, title_of(kind)))
    }

    fn is(&self, kind: &Kind) -> bool {
        self.kind == *kind
    }
}

fn title_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Overdue => "validation-kind-overdue",
        Kind::Contradictory => "validation-kind-contradictory",
        Kind::Incomplete => "validation-kind-incomplete",
    }
}

/// What an incomplete file lacks: points, or the fields that the centre requires.
fn lacking(client: &Client, rules: Rules, own: &Customs, talk: Talk) -> String {
    let points = i64::from(completeness::score(client));
    let empty = own.active().filter(|field| field.required && client.extra(&field.name()).is_empty());
    let empty: Vec<String> = empty.map(|field| field.label(talk.lang).to_owned()).collect();
    if points < rules.points || empty.is_empty() {
        return talk.with("validation-incomplete", &[("n", points.into())]);
    }
    let fields = Arg::from(empty.join(&talk.t("clients-separator")));
    talk.with("validation-required-missing", &[("fields", fields)])
}

pub(super) async fn list(Shared(web): Shared<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    let (asked, talk, scope, db) = (asked(query), visitor.talk(), visitor.scope(), web.store.read());
    let kind = Kind::ALL.into_iter().find(|kind| kind.code() == asked.get("kind")).unwrap_or(Kind::Overdue);
    let rules = store::rules(db, scope).await?;
    let own = own_of(&web, &visitor).await?;
    let (found, next) = store::anomalies(db, scope, kind, rules, web.clock().now(), after(&asked)).await?;
    let line = |Anomaly { client, reason }: &Anomaly| Line {
        file: Named::new(client, visitor.preferences.script, talk),
        reason: match kind {
            Kind::Overdue => {
                let date = talk.date(client.updated_at.0, web.config.offset_minutes);
                talk.with("validation-overdue", &[("date", Arg::ltr(&date))])
            }
            Kind::Contradictory => talk.t(reason).into_owned(),
            Kind::Incomplete => lacking(client, rules, &own, talk),
        },
    };
    let page = framed(&web, &visitor, "validation-anomalies-title").await?;
    let lines = found.iter().map(line).collect();
    let next = next.map(|next| format!("/validation/anomalies?kind={}&{}", kind.code(), code(next)));
    Page::show(&AnomaliesPage { page, kind, lines, next })
}
