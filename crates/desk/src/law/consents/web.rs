//! The consents of a file: what holds, the form of a new decision, the history, the withdrawal.

use ::store::{Once, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::Talk;

use super::store::{self, Row};
use super::{Channel, Decision, NewConsent, PurposeId, Source, TYPED, read, read_evidence};
use crate::calls;
use crate::clients::{Client, ClientId};
use crate::law::web::{FormPage, Head, Shown, head, once, shown_day, today, unsent};
use crate::law::{Notice, notices, purposes};

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients/{id}/consents", list)
        .post("/clients/{id}/consents", create)
        .post("/clients/{id}/notice", told)
        .page("/clients/{id}/consents/{consent}/withdrawal", ask)
        .post("/clients/{id}/consents/{consent}/withdrawal", withdraw)
        .with_state(web)
}

fn place_of(client: ClientId) -> String {
    format!("/clients/{}/consents", client.0)
}

/// The open call of this person, when it is with this client.
async fn call_with(web: &Web, visitor: &Visitor, client: ClientId) -> Result<Option<i64>, WebError> {
    let call = calls::open_call(web.store.read(), visitor.scope()).await?;
    Ok(call.filter(|call| call.client == Some(client)).map(|call| call.id.0))
}

#[derive(Template)]
#[template(path = "law/consents/list.html")]
struct ListPage {
    page: Page,
    id: i64,
    back: (String, Shown),
    notice: Option<Notice>,
    told: Option<(i64, i64)>,
    once: String,
    holding: Vec<Row>,
    rows: Vec<Row>,
    next: Option<i64>,
    form: Option<Form>,
}

impl ListPage {
    fn purpose<'a>(&self, row: &'a Row) -> &'a str {
        row.purpose(self.page.talk.lang)
    }

    fn day(&self, row: &Row) -> String {
        shown_day(&row.said_on)
    }

    fn may_withdraw(&self, row: &Row) -> bool {
        self.form.is_some() && row.decision() == Decision::Given
    }

    fn was_told(&self) -> bool {
        matches!((&self.notice, self.told), (Some(notice), Some((version, _))) if notice.version == version)
    }
}

async fn list(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let head = head(&web, &visitor, &id).await?;
    let before = Fields::parse(query.unwrap_or_default().as_bytes()).get("before").parse().ok();
    let kept = unsent(&web, &visitor, &place_of(head.client.id)).await?;
    let restored = kept.is_some();
    let values = match kept {
        Some(kept) => kept,
        None => first_values(&web, call_with(&web, &visitor, head.client.id).await?.is_some()),
    };
    let mut shown = list_page(&web, &visitor, head, before, &values, &[]).await?;
    shown.form = shown.form.map(|form| form.kept(restored));
    Page::show(&shown)
}

/// A decision of today: said in the call that is open, else written on a form.
fn first_values(web: &Web, in_call: bool) -> Fields {
    let mut values = Fields::default();
    values.set("decision", Decision::Given.code());
    values.set("source", if in_call { Source::Call.code() } else { Source::Form.code() });
    values.set("said_on", today(web).shown());
    values
}

fn evidence_fields(talk: Talk) -> Vec<Field> {
    let sources = Source::options(talk).into_iter().filter(|(code, _)| TYPED.contains(&code.as_str())).collect();
    vec![
        Field::select(talk, "source", "law-source", sources),
        Field::line(talk, "said_on", "law-said-on").required(talk).hint(talk, "law-day-hint"),
        Field::area(talk, "proof", "law-proof", 3).hint(talk, "law-proof-hint"),
    ]
}

async fn list_page(
    web: &Web,
    visitor: &Visitor,
    head: Head,
    before: Option<i64>,
    values: &Fields,
    errors: &[FieldError],
) -> Result<ListPage, WebError> {
    let (talk, scope, db, id) = (visitor.talk(), visitor.scope(), web.store.read(), head.client.id);
    let all = purposes::purposes(db, scope).await?;
    let may_record = visitor.may(Habilitation::RecordConsents).is_ok()
        && !all.is_empty()
        && !crate::law::is_erased(db, scope, id).await?;
    let form = may_record.then(|| {
        let decisions = Decision::options(talk).into_iter().filter(|(code, _)| code != Decision::Withdrawn.code());
        let mut fields = vec![
            Field::select(talk, "purpose", "law-purpose", purposes::options(&all, today(web), talk)).required(talk),
            Field::boxes(talk, "channel", "law-channel", Channel::options(talk)).required(talk),
            Field::radio(talk, "decision", "law-decision", decisions.collect()).required(talk),
        ];
        fields.extend(evidence_fields(talk));
        let place = place_of(id);
        Form::new(talk, &place, &place, "law-consent-save")
            .fields(fields, values, errors)
            .hidden("once", once(web, values))
    });
    let wrong = form.as_ref().is_some_and(Form::is_wrong);
    let page = Page::new(web, visitor, "law-consents-title").await?.under("/clients").wrong(wrong);
    let found = store::all(db, scope, id, before).await?;
    Ok(ListPage {
        page,
        id: id.0,
        back: head.back,
        notice: notices::current_notice(db, scope).await?,
        told: notices::last_shown(db, scope, id).await?,
        once: web.chance.token(16),
        holding: store::holding(db, scope, id).await?,
        rows: found.rows,
        next: found.next,
        form,
    })
}

async fn create(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let head = head(&web, &visitor, &id).await?;
    let (client, place) = (head.client.id, place_of(head.client.id));
    let now = today(&web);
    let all = purposes::purposes(web.store.read(), visitor.scope()).await?;
    let open: Vec<PurposeId> = all.iter().filter(|one| one.holds_on(now)).map(|one| one.id).collect();
    let call = call_with(&web, &visitor, client).await?;
    match read(&fields, &open, call, now) {
        Ok(new) => {
            write(&web, &visitor, client, &new, fields.get("once")).await?;
            drafts::forget(&web, &visitor, &place).await?;
            sessions::tell(&web, &visitor, "law-consent-saved").await?;
            Ok(see_other(&place))
        }
        Err(errors) => Page::show_wrong(&list_page(&web, &visitor, head, None, &fields, &errors).await?),
    }
}

/// One transaction; a post sent twice writes once.
async fn write(web: &Web, visitor: &Visitor, client: ClientId, new: &NewConsent, token: &str) -> Result<(), WebError> {
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, token, &place_of(client)).await? == Once::First {
        store::record(&change, client, new).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    Ok(())
}

/// The client was told the notice in force.
async fn told(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let client = head(&web, &visitor, &id).await?.client.id;
    let notice = notices::current_notice(web.store.read(), visitor.scope()).await?;
    let notice = notice.ok_or(WebError::Conflict("law-notices-none"))?;
    let call = call_with(&web, &visitor, client).await?;
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), &place_of(client)).await? == Once::First {
        store::show_notice(&change, client, notice.version, call).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    sessions::tell(&web, &visitor, "law-notice-told").await?;
    Ok(see_other(&place_of(client)))
}

/// The decision of an address, if it is a consent that still holds.
async fn held(web: &Web, visitor: &Visitor, client: &Client, consent: &str) -> Result<Row, WebError> {
    let consent = consent.parse().map_err(|_| WebError::NotFound)?;
    let row = store::get(web.store.read(), visitor.scope(), client.id, consent).await?;
    let holding = store::holding(web.store.read(), visitor.scope(), client.id).await?;
    let holds = row.decision() == Decision::Given && holding.iter().any(|one| one.id == row.id);
    if holds { Ok(row) } else { Err(WebError::Conflict("law-consent-ended")) }
}

/// Asks before a consent is withdrawn.
async fn ask(State(web): State<Web>, visitor: Visitor, Path((id, consent)): Path<(String, String)>) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let head = head(&web, &visitor, &id).await?;
    let row = held(&web, &visitor, &head.client, &consent).await?;
    let in_call = call_with(&web, &visitor, head.client.id).await?.is_some();
    let values = first_values(&web, in_call);
    Page::show(&withdrawal_page(&web, &visitor, head, &row, &values, &[]).await?)
}

async fn withdrawal_page(
    web: &Web,
    visitor: &Visitor,
    head: Head,
    row: &Row,
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let place = format!("{}/{}/withdrawal", place_of(head.client.id), row.id);
    let form = Form::new(talk, &place, &place, "law-withdraw")
        .fields(evidence_fields(talk), values, errors)
        .hidden("once", once(web, values));
    let page = Page::new(web, visitor, "law-withdraw-title").await?.under("/clients").wrong(form.is_wrong());
    let what = format!("{}, {}", row.purpose(talk.lang), talk.t(row.channel().key()));
    let notes = vec![Shown::new(what, talk), Shown::new(talk.t("law-withdraw-text"), talk)];
    Ok(FormPage { page, back: (place_of(head.client.id), head.back.1), notes, form })
}

async fn withdraw(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, consent)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let head = head(&web, &visitor, &id).await?;
    let client = head.client.id;
    if crate::clients::is_spent(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place_of(client)));
    }
    let row = held(&web, &visitor, &head.client, &consent).await?;
    let call = call_with(&web, &visitor, client).await?;
    let mut check = Check::new(&fields);
    let evidence = read_evidence(&mut check, call, today(&web));
    if evidence.as_ref().is_some_and(|evidence| evidence.said_on.to_string() < row.said_on) {
        check.wrong("said_on", "law-error-before");
    }
    let Some(evidence) = evidence.filter(|_| check.errors.is_empty()) else {
        let page = withdrawal_page(&web, &visitor, head, &row, &fields, &check.errors).await?;
        return Page::show_wrong(&page);
    };
    let new = NewConsent {
        purpose: PurposeId(row.purpose_id),
        channels: vec![row.channel()],
        decision: Decision::Withdrawn,
        source: evidence.source,
        proof: evidence.proof,
        call: evidence.call,
        said_on: evidence.said_on,
    };
    write(&web, &visitor, client, &new, fields.get("once")).await?;
    sessions::tell(&web, &visitor, "law-withdrawn").await?;
    Ok(see_other(&place_of(client)))
}
