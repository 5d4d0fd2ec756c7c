//! Queries of consents.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::json;
use words::Lang;

use super::{Channel, Decision, NewConsent, PurposeId, Source};
use crate::clients::filtering::Words;
use crate::clients::{self, Asked, ClientId, FILES_OF_PERSON, Filter};
use crate::law::notices;

/// A decision as it is stored.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::law) struct Row {
    pub id: i64,
    pub purpose_id: i64,
    fr: String,
    ar: String,
    en: String,
    channel: String,
    decision: String,
    source: String,
    pub proof: String,
    pub call_id: Option<i64>,
    pub notice_version: i64,
    pub said_on: String,
    pub at: i64,
    pub actor: Option<String>,
}

impl Row {
    pub fn purpose(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }

    pub fn channel(&self) -> Channel {
        Channel::parse(&self.channel).unwrap_or(Channel::Post)
    }

    pub fn decision(&self) -> Decision {
        Decision::parse(&self.decision).unwrap_or(Decision::Refused)
    }

    pub fn source(&self) -> Source {
        Source::parse(&self.source).unwrap_or(Source::Letter)
    }
}

/// Decisions of a person, `$2`, in a centre, `$1`.
fn select(rest: &str) -> String {
    format!(
        "SELECT k.id, k.purpose_id, p.fr, p.ar, p.en, k.channel, k.decision, k.source, k.proof, k.call_id,
            k.notice_version, k.said_on, k.at, a.name AS actor
        FROM law_consent k JOIN law_purpose p ON p.id = k.purpose_id LEFT JOIN account a ON a.id = k.actor_id
        WHERE k.centre_id = $1 AND k.client_id {FILES_OF_PERSON} {rest}"
    )
}

/// What holds now: the latest decision of each purpose and channel.
pub(in crate::law) async fn holding(db: &impl ConnectionTrait, scope: Scope, client: ClientId) -> Result<Vec<Row>> {
    let sql = select(&format!(
        "AND NOT EXISTS (SELECT 1 FROM law_consent n WHERE n.centre_id = $1 AND n.client_id {FILES_OF_PERSON}
            AND n.purpose_id = k.purpose_id AND n.channel = k.channel
            AND (n.said_on > k.said_on OR (n.said_on = k.said_on AND n.id > k.id)))
        ORDER BY k.purpose_id, k.channel"
    ));
    db.all(&sql, params![scope.centre.0, client.0]).await
}

/// A page of every decision, the newest first.
pub(in crate::law) async fn all(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
    before: Option<i64>,
) -> Result<Keyset<Row>> {
    let sql = select("AND k.id < $3 ORDER BY k.id DESC LIMIT $4");
    let params = params![scope.centre.0, client.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(db.all(&sql, params).await?, |row: &Row| row.id))
}

/// One decision of a client.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, client: ClientId, id: i64) -> Result<Row> {
    let sql = select("AND k.id = $3");
    db.one(&sql, params![scope.centre.0, client.0, id]).await?.ok_or(StoreError::NotFound)
}

#[derive(FromQueryResult)]
struct Latest {
    decision: String,
}

/// The decision that holds for one purpose and channel.
pub(super) async fn latest(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
    purpose: PurposeId,
    channel: Channel,
) -> Result<Option<Decision>> {
    let sql = format!(
        "SELECT decision FROM law_consent
        WHERE centre_id = $1 AND client_id {FILES_OF_PERSON} AND purpose_id = $3 AND channel = $4
        ORDER BY said_on DESC, id DESC LIMIT 1"
    );
    let found = db.one::<Latest>(&sql, params![scope.centre.0, client.0, purpose.0, channel.code()]).await?;
    Ok(found.map(|found| Decision::parse(&found.decision).unwrap_or(Decision::Refused)))
}

/// Records a decision for each of its channels, with the notice in force, and writes one line: `consent.recorded`, or
/// `consent.withdrawn`. The proof stays out of the journal, which cannot forget.
///
/// # Errors
/// [`StoreError::NotFound`] for a client of another centre; else what the database says.
pub async fn record(change: &Change, client: ClientId, new: &NewConsent) -> Result<()> {
    let scope = change.scope();
    clients::get(&**change, scope, client).await?;
    let told = notices::last_shown(&**change, scope, client).await?;
    let notice = told.map_or(0, |(version, _)| version);
    for channel in &new.channels {
        let sql =
            "INSERT INTO law_consent (centre_id, client_id, purpose_id, channel, decision, source, proof, call_id,
                notice_version, said_on, at, actor_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        let params = params![
            scope.centre.0,
            client.0,
            new.purpose.0,
            channel.code(),
            new.decision.code(),
            new.source.code(),
            new.proof.as_str(),
            new.call,
            notice,
            new.said_on.to_string(),
            change.now().0,
            scope.actor.map(|actor| actor.0),
        ];
        change.run(sql, params).await?;
    }
    let channels: Vec<&str> = new.channels.iter().map(|channel| channel.code()).collect();
    let verb = if new.decision == Decision::Withdrawn { "consent.withdrawn" } else { "consent.recorded" };
    let detail = json!({
        "purpose": new.purpose.0, "channels": channels, "decision": new.decision.code(), "source": new.source.code(),
        "said_on": new.said_on.to_string(), "notice": notice,
    });
    change.record(Entry::new(verb, "client", client.0).during(new.call).detail(detail)).await?;
    Ok(())
}

/// Notes that a client was told a version of the notice.
///
/// # Errors
/// [`StoreError::NotFound`] for a client of another centre; else what the database says.
pub async fn show_notice(change: &Change, client: ClientId, version: i64, call: Option<i64>) -> Result<()> {
    clients::get(&**change, change.scope(), client).await?;
    notices::shown(change, client, version, call).await
}

/// Files by what holds for one purpose on one channel.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Counted {
    pub purpose_id: i64,
    channel: String,
    decision: String,
    pub files: i64,
}

impl Counted {
    /// True for the files of this decision on this channel.
    pub fn is(&self, channel: Channel, decision: Decision) -> bool {
        self.channel == channel.code() && self.decision == decision.code()
    }
}

/// What holds now in the files that answer a filter, counted: the latest decision of each purpose and channel.
///
/// # Errors
/// What the database says.
pub(crate) async fn counted(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
) -> Result<Vec<Counted>> {
    let mut words = Words::new(scope);
    let conditions = words.conditions(filter, asked);
    let sql = format!(
        "SELECT k.purpose_id, k.channel, k.decision, COUNT(*) AS files
        FROM law_consent k JOIN client c ON c.id = k.client_id AND c.centre_id = $1
        WHERE k.centre_id = $1{conditions}
            AND NOT EXISTS (SELECT 1 FROM law_consent n WHERE n.centre_id = $1 AND n.client_id = k.client_id
                AND n.purpose_id = k.purpose_id AND n.channel = k.channel
                AND (n.said_on > k.said_on OR (n.said_on = k.said_on AND n.id > k.id)))
        GROUP BY k.purpose_id, k.channel, k.decision ORDER BY k.purpose_id, k.channel, k.decision"
    );
    db.all(&sql, words.params).await
}
