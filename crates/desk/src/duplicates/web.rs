//! The pages of duplicates: before a file is made, of one file, of the whole centre, and what was set aside.

use ::web::preferences::Script;
use ::web::{Answer, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::Talk;

use super::Suspect;
use super::store::{self, Distinct, Kind};
use crate::clients::{self, Client, ClientData, ClientId, Text, asked, back, encoded, id_of, shown_phone};
use crate::law::{Masking, masking_of_lists};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/duplicates", list)
        .page("/duplicates/distinct", set_aside)
        .post("/duplicates/distinct", declare)
        .post("/duplicates/distinct/{id}/removal", take_back)
        .page("/clients/{id}/duplicates", of_file)
        .with_state(web)
}

/// A file as a line of these pages names it: the name as it is filed, then what tells two bearers of it apart.
#[derive(Template)]
#[template(path = "duplicates/named.html")]
pub(crate) struct Named {
    pub(crate) id: i64,
    pub(crate) name: Text,
    pub(crate) phone: String,
    /// False when the number is masked: words stand in its place.
    pub(crate) ltr: bool,
}

impl askama::filters::HtmlSafe for Named {}

impl Named {
    pub(crate) fn new(client: &Client, script: Script, talk: Talk) -> Self {
        let phone = client.phones.first().map_or_else(String::new, |phone| shown_phone(phone));
        Self { id: client.id.0, name: Text::new(client.filed_name(script), talk), phone, ltr: true }
    }

    /// The same for who may not read every number.
    pub(crate) fn masked(client: &Client, script: Script, talk: Talk, masking: &Masking) -> Self {
        let plain = Self::new(client, script, talk);
        Self { phone: masking.phone(plain.phone, talk), ltr: masking.is_off(), ..plain }
    }
}

/// A suspect of one file.
struct Line {
    file: Named,
    reasons: String,
}

fn line(suspect: &Suspect, script: Script, talk: Talk, masking: &Masking) -> Line {
    Line { file: Named::masked(&suspect.client, script, talk, masking), reasons: reasons(&suspect.reasons, talk) }
}

fn reasons(keys: &[&'static str], talk: Talk) -> String {
    let texts: Vec<_> = keys.iter().map(|key| talk.t(key)).collect();
    texts.join(&talk.t("clients-separator"))
}

/// Set in a form that came back with its suspects: it does so once.
pub(crate) const SEEN: &str = "duplicates_seen";

/// The files that may be of the client of a new file, if the person has not been shown them.
pub(crate) async fn unseen(
    web: &Web,
    visitor: &Visitor,
    fields: &Fields,
    data: &ClientData,
) -> Result<Option<Vec<Suspect>>, WebError> {
    if !fields.get(SEEN).is_empty() {
        return Ok(None);
    }
    let found = store::suspects(web.store.read(), visitor.scope(), data).await?;
    Ok((!found.is_empty()).then_some(found))
}

#[derive(Template)]
#[template(path = "duplicates/before.html")]
struct BeforePage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
}

/// The form of a new file once more, with everything that was typed, after the files that may be of the same client.
pub(crate) async fn before_creating(web: &Web, visitor: &Visitor, suspects: Vec<Suspect>, form: Form) -> Answer {
    let (script, talk) = (visitor.preferences.script, visitor.talk());
    let page = Page::new(web, visitor, "clients-new-title").await?.under("/clients");
    let masking = masking_of_lists(web, visitor).await?;
    let lines = suspects.iter().map(|suspect| line(suspect, script, talk, &masking)).collect();
    Ok((StatusCode::CONFLICT, Html(BeforePage { page, form, lines }.render()?)).into_response())
}

#[derive(Template)]
#[template(path = "duplicates/file.html")]
struct FilePage {
    page: Page,
    own: Named,
    here: String,
    lines: Vec<Line>,
    may_merge: bool,
}

/// The possible duplicates of one file.
async fn of_file(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (scope, talk, script) = (visitor.scope(), visitor.talk(), visitor.preferences.script);
    let client = clients::standing(web.store.read(), scope, id_of(&id)?).await?;
    let found = store::suspects_of(web.store.read(), scope, &client).await?;
    let page = Page::new(&web, &visitor, "duplicates-of-title").await?.under("/clients");
    let masking = masking_of_lists(&web, &visitor).await?;
    let lines = found.iter().map(|suspect| line(suspect, script, talk, &masking)).collect();
    let here = format!("/clients/{}/duplicates", client.id.0);
    let may_merge = visitor.may(Habilitation::MergeClients).is_ok();
    Page::show(&FilePage { page, own: Named::masked(&client, script, talk, &masking), here, lines, may_merge })
}

/// Two files that may be of one client.
struct PairLine {
    first: Named,
    second: Named,
    reasons: String,
}

#[derive(Template)]
#[template(path = "duplicates/list.html")]
struct ListPage {
    page: Page,
    kind: Kind,
    here: String,
    lines: Vec<PairLine>,
    next: Option<String>,
    may_merge: bool,
}

impl ListPage {
    fn kinds(&self) -> [(Kind, &'static str); 3] {
        Kind::ALL.map(|kind| (kind, title_of(kind)))
    }

    fn is(&self, kind: &Kind) -> bool {
        self.kind == *kind
    }
}

fn title_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "duplicates-same-phone",
        Kind::Email => "duplicates-same-email",
        Kind::Birth => "duplicates-kind-birth",
    }
}

/// The possible duplicates of the centre, one kind at a time.
async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (scope, talk, script) = (visitor.scope(), visitor.talk(), visitor.preferences.script);
    let asked = asked(query);
    let kind = Kind::ALL.into_iter().find(|kind| kind.code() == asked.get("kind")).unwrap_or(Kind::Phone);
    let address = |from: &str| format!("/duplicates?kind={}&from={}", kind.code(), encoded(from));
    let (pairs, next) = store::walk(web.store.read(), scope, kind, asked.get("from")).await?;
    let masking = masking_of_lists(&web, &visitor).await?;
    let named = |client| Named::masked(client, script, talk, &masking);
    let lines = pairs.iter().map(|pair| PairLine {
        first: named(&pair.first),
        second: named(&pair.second),
        reasons: reasons(&pair.reasons, talk),
    });
    let lines = lines.collect();
    let page = Page::new(&web, &visitor, "duplicates-title").await?.under("/clients");
    let may_merge = visitor.may(Habilitation::MergeClients).is_ok();
    let (here, next) = (address(asked.get("from")), next.map(|from| address(&from)));
    Page::show(&ListPage { page, kind, here, lines, next, may_merge })
}

/// Declares two files to be of two clients. Declared twice, it is declared once.
async fn declare(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let (one, other) = (id_of(fields.get("one"))?, id_of(fields.get("other"))?);
    if one == other {
        return Err(WebError::Malformed("a file that is distinct from itself".to_owned()));
    }
    let change = web.store.begin(visitor.scope()).await?;
    for id in [one, other] {
        clients::get(&*change, visitor.scope(), id).await?;
    }
    if store::dismiss(&change, one, other).await? {
        change.commit().await?;
    }
    sessions::tell(&web, &visitor, "duplicates-dismissed").await?;
    Ok(see_other(back(&fields).as_deref().unwrap_or("/duplicates")))
}

/// Two files of two clients, and who said so.
struct DistinctLine {
    row: Distinct,
    first: Named,
    second: Named,
}

#[derive(Template)]
#[template(path = "duplicates/distinct.html")]
struct DistinctPage {
    page: Page,
    lines: Vec<DistinctLine>,
    next: Option<i64>,
    may_merge: bool,
}

/// The pairs that were set aside, the newest first.
async fn set_aside(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (scope, talk, script) = (visitor.scope(), visitor.talk(), visitor.preferences.script);
    let found = store::dismissed(web.store.read(), scope, asked(query).get("before").parse().ok()).await?;
    let masking = masking_of_lists(&web, &visitor).await?;
    let mut lines = vec![];
    for row in found.rows {
        let [first, second] = [row.first_id, row.second_id].map(ClientId);
        let first = clients::get(web.store.read(), scope, first).await?;
        let second = clients::get(web.store.read(), scope, second).await?;
        let named = |client| Named::masked(client, script, talk, &masking);
        let (first, second) = (named(&first), named(&second));
        lines.push(DistinctLine { row, first, second });
    }
    let page = Page::new(&web, &visitor, "duplicates-distinct-title").await?.under("/clients");
    let may_merge = visitor.may(Habilitation::MergeClients).is_ok();
    Page::show(&DistinctPage { page, lines, next: found.next, may_merge })
}

/// Takes a declaration back. One that was taken back already is no longer there.
async fn take_back(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let change = web.store.begin(visitor.scope()).await?;
    store::restore(&change, id).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "duplicates-restored").await?;
    Ok(see_other("/duplicates/distinct"))
}
