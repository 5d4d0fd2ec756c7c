//! What an import found and made.

use ::store::{Keyset, PAGE};
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;
use words::{Arg, lang_attr_for};

use super::{Import, Stand, id_of, store};
use crate::clients::{self, Day, Text};
use crate::exchange::alike::Why;
use crate::exchange::problem;
use crate::exchange::sweep::KEPT_MS;
use crate::exchange::update::What;

#[derive(Template)]
#[template(path = "exchange/import.html")]
struct ImportPage {
    page: Page,
    import: Import,
    lines: Vec<Line>,
    next: Option<i64>,
    /// Lines whose client is known.
    known: Vec<KnownLine>,
    known_next: Option<i64>,
    /// Lines that resemble a file or a line above.
    alike: Vec<AlikeLine>,
    alike_next: Option<i64>,
    /// The day after which refused lines are no longer kept, once the run has ended.
    forgotten: Option<String>,
    kept: Vec<i64>,
    /// Changes that were not taken back.
    conflicts: Vec<KnownLine>,
}

/// A line whose client is known, ready to be read.
struct KnownLine {
    number: i64,
    /// The file and its name; none for a line above.
    file: Option<(i64, Text)>,
    what: String,
}

/// Lines whose client is known, with the names of their files.
async fn known_lines(
    web: &Web,
    visitor: &Visitor,
    own: &clients::Customs,
    rows: Vec<store::KnownLine>,
    said: impl Fn(&store::KnownLine) -> (&'static str, String),
) -> Result<Vec<KnownLine>, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let ids: Vec<clients::ClientId> = rows.iter().map(|row| clients::ClientId(row.client)).collect();
    let files = clients::each(web.store.read(), visitor.scope(), &ids).await?;
    let line = |row: &store::KnownLine| {
        let (key, fields) = said(row);
        let names: Vec<String> = fields.split_whitespace().map(|field| own.label(field, talk).to_lowercase()).collect();
        let file = files.iter().find(|file| file.id.0 == row.client);
        KnownLine {
            number: row.line,
            file: file.map(|file| (row.client, Text::new(file.filed_name(script), talk))),
            what: match names.is_empty() {
                true => talk.t(key).into_owned(),
                false => talk.with(key, &[("fields", Arg::from(names.join(&talk.t("clients-separator"))))]),
            },
        }
    };
    Ok(rows.iter().map(line).collect())
}

/// A line that resembles a file or a line above, ready to be read.
struct AlikeLine {
    number: i64,
    name: Text,
    why: String,
    /// The file and its name; none when it is a line above, or is no longer there.
    file: Option<(i64, Text)>,
    above: Option<i64>,
}

/// Lines that resemble others, with the names of the files.
async fn alike_lines(web: &Web, visitor: &Visitor, rows: Vec<store::AlikeLine>) -> Result<Vec<AlikeLine>, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let ids: Vec<clients::ClientId> = rows.iter().map(|row| clients::ClientId(row.client)).collect();
    let files = clients::each(web.store.read(), visitor.scope(), &ids).await?;
    let line = |row: store::AlikeLine| {
        let reasons: Vec<_> = Why::parse(&row.why).keys().iter().map(|key| talk.t(key)).collect();
        let reasons = reasons.join(&talk.t("clients-separator"));
        let file = files.iter().find(|file| file.id.0 == row.client);
        AlikeLine {
            number: row.line,
            name: Text::new(row.name, talk),
            why: talk.with("exchange-alike-why", &[("reasons", Arg::from(reasons))]),
            file: file.map(|file| (row.client, Text::new(file.filed_name(script), talk))),
            above: Some(row.above).filter(|above| *above > 0),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A refused line, ready to be read.
struct Line {
    number: i64,
    problems: Vec<problem::Said>,
    cells: String,
    lang: Option<&'static str>,
}

/// Characters of a refused line that are shown.
const SHOWN: usize = 160;

impl ImportPage {
    fn may_check(&self) -> bool {
        let nothing = self.import.state == Stand::Stopped && self.import.counts.made + self.import.counts.updated == 0;
        nothing || matches!(self.import.state, Stand::Prepared | Stand::Checked)
    }

    fn may_begin(&self) -> bool {
        self.import.state == Stand::Checked
    }

    fn may_resume(&self) -> bool {
        self.import.state == Stand::Stopped && self.import.reached > 0
    }

    fn may_go_back(&self) -> bool {
        matches!(self.import.state, Stand::Imported | Stand::Stopped)
            && self.import.counts.made + self.import.counts.updated > 0
    }

    /// How far a trial compares lines with each other, said of a file in which that is not to its end. A run in earnest compares all.
    fn compared(&self) -> Option<String> {
        let most = self.import.compared_with()?;
        Some(self.page.talk.with("exchange-alike-most", &[("most", Arg::from(most))]))
    }

    fn is_kept(&self) -> bool {
        self.import.state == Stand::Reverted && !self.kept.is_empty()
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (scope, talk) = (visitor.scope(), visitor.talk());
    let import = store::get(web.store.read(), scope, id_of(&id)?).await?;
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let place = |name: &str| asked.get(name).parse().unwrap_or(-1);
    let after = place("after");
    let rows = store::refusals(web.store.read(), import.id, after, PAGE as i64 + 1).await?;
    let found = Keyset::of(rows, |row| row.line);
    let line = |row: store::Refusal| {
        let cells: Vec<String> = serde_json::from_str(&row.cells).unwrap_or_default();
        let cells: String = cells.join(" ; ").chars().take(SHOWN).collect();
        Line {
            number: row.line,
            problems: problem::said(&row.why, &own, talk),
            lang: lang_attr_for(&cells, talk.lang),
            cells,
        }
    };
    let lines = found.rows.into_iter().map(line).collect();
    let known = store::known_lines(web.store.read(), import.id, place("known"), PAGE as i64 + 1).await?;
    let known = Keyset::of(known, |row| row.line);
    let said = |row: &store::KnownLine| (What::parse(&row.what).key(), row.fields.clone());
    let shown = known_lines(&web, &visitor, &own, known.rows, said).await?;
    let alike = store::alike_lines(web.store.read(), import.id, place("alike"), PAGE as i64 + 1).await?;
    let found_alike = Keyset::of(alike, |row| row.line);
    let alike = alike_lines(&web, &visitor, found_alike.rows).await?;
    let (kept, conflicts) = match import.state {
        Stand::Reverted => {
            let rows = store::not_restored(web.store.read(), import.id).await?;
            let said = |row: &store::KnownLine| ("exchange-conflict", row.kept.clone());
            let conflicts = known_lines(&web, &visitor, &own, rows, said).await?;
            (store::kept(web.store.read(), scope, import.id).await?, conflicts)
        }
        _ => (vec![], vec![]),
    };
    let page = Page::new(&web, &visitor, "exchange-import-title").await?.under("/clients");
    let ended = import.ended_at.0;
    let forgotten = (ended > 0 && !import.state.is_running())
        .then(|| Day::of(import.ended_at.plus_ms(KEPT_MS), web.config.offset_minutes).shown());
    let (next, known_next, alike_next) = (found.next, known.next, found_alike.next);
    let known = shown;
    Page::show(&ImportPage {
        page,
        import,
        lines,
        next,
        known,
        known_next,
        alike,
        alike_next,
        forgotten,
        kept,
        conflicts,
    })
}

/// How far a run is: for the script of its page, which tells the quarters and moves nothing.
pub(super) async fn progress(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let talk = visitor.talk();
    let import = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let (running, counts) = (import.state.is_running(), import.counts);
    let percent = if running { import.percent().unwrap_or(0) } else { 100 };
    let state = talk.t(import.state.key());
    let told = match running {
        true => talk.with("exchange-progress-told", &[("n", Arg::from(percent)), ("read", Arg::from(counts.read))]),
        false => talk.with("exchange-ended-told", &[("state", Arg::from(state.as_ref()))]),
    };
    let body = json!({
        "running": running, "percent": percent, "state": state, "told": told,
        "counts": {
            "read": counts.read, "made": counts.made, "known": counts.known, "updated": counts.updated,
            "alike": counts.alike, "refused": counts.refused,
        },
    });
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, body.to_string()).into_response())
}
