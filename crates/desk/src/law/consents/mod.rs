//! Consents: what a client agreed to or refused, per purpose and channel, with its source and proof. A decision is never
//! overwritten: the latest by the day on which it was said is the one that holds.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub(super) use self::web::routes;

use ::store::{Change, ConnectionTrait, Result, Scope};
use ::web::{Check, FieldError, Fields};

use super::coded::coded;
use super::purposes::{self, PurposeId};
use crate::clients::{ClientId, Day};

pub(crate) use self::store::counted;
pub(super) use self::store::{Row, all};
pub use self::store::{record, show_notice};

coded! {
    /// A way to reach a client.
    Channel {
        /// By telephone.
        Phone = "phone", "law-channel-phone";
        /// By SMS.
        Sms = "sms", "law-channel-sms";
        /// By e-mail.
        Email = "email", "law-channel-email";
        /// By post.
        Post = "post", "law-channel-post";
    }
}

coded! {
    /// What a client decided.
    Decision {
        /// Agrees.
        Given = "given", "law-decision-given";
        /// Does not agree, or objects.
        Refused = "refused", "law-decision-refused";
        /// Agreed once and no longer does.
        Withdrawn = "withdrawn", "law-decision-withdrawn";
    }
}

impl Decision {
    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        if self == Self::Given { "good" } else { "stop" }
    }
}

coded! {
    /// Where a decision comes from.
    Source {
        /// Said in a call.
        Call = "call", "law-source-call";
        /// Written on a form.
        Form = "form", "law-source-form";
        /// Written in a letter or a message.
        Letter = "letter", "law-source-letter";
        /// Given on a web site.
        Web = "web", "law-source-web";
        /// Follows from a request of opposition.
        Opposition = "opposition", "law-source-opposition";
        /// Follows from a rule of retention.
        Retention = "retention", "law-source-retention";
    }
}

/// The sources that a person chooses from; the others are written by the program.
const TYPED: [&str; 4] = ["call", "form", "letter", "web"];

/// The longest proof, in characters.
const PROOF: usize = 1_000;

/// A decision to record, the same for several channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConsent {
    /// For what.
    pub purpose: PurposeId,
    /// By which channels.
    pub channels: Vec<Channel>,
    /// What was decided.
    pub decision: Decision,
    /// Where it comes from.
    pub source: Source,
    /// What shows it: a reference, the words that were said.
    pub proof: String,
    /// The call in which it was said.
    pub call: Option<i64>,
    /// The day on which it was said.
    pub said_on: Day,
}

/// Whether a client may be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Yes.
    Allowed,
    /// No, with the text key of the reason.
    No(&'static str),
}

/// Whether the centre may reach this client on this channel for the purpose of this code, on this day.
///
/// A refusal or a withdrawal always holds; a purpose that needs a consent needs one for this very channel (law 18-07, articles
/// 36 and 37, to be confirmed by the institution).
///
/// # Errors
/// What the database says.
pub async fn may_contact(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
    purpose: &str,
    channel: Channel,
    today: Day,
) -> Result<Contact> {
    if super::is_erased(db, scope, client).await? {
        return Ok(Contact::No("law-contact-erased"));
    }
    let Some(purpose) = purposes::purpose_by_code(db, scope, purpose).await? else {
        return Ok(Contact::No("law-contact-purpose"));
    };
    if !purpose.holds_on(today) {
        return Ok(Contact::No("law-contact-purpose"));
    }
    let latest = store::latest(db, scope, client, purpose.id, channel).await?;
    Ok(match latest {
        Some(Decision::Given) => Contact::Allowed,
        Some(Decision::Refused) => Contact::No("law-contact-refused"),
        Some(Decision::Withdrawn) => Contact::No("law-contact-withdrawn"),
        None if purpose.data.needs_consent => Contact::No("law-contact-none"),
        None => Contact::Allowed,
    })
}

/// Ends every prospecting of a client, on every channel: what was agreed to is withdrawn, the rest is refused (law 18-07,
/// articles 36 and 37, to be confirmed by the institution).
pub(super) async fn oppose(change: &Change, client: ClientId, today: Day) -> Result<()> {
    let all = purposes::purposes(&**change, change.scope()).await?;
    for purpose in all.into_iter().filter(|purpose| purpose.data.prospecting) {
        let (mut agreed, mut other) = (vec![], vec![]);
        for channel in Channel::ALL {
            match store::latest(&**change, change.scope(), client, purpose.id, *channel).await? {
                Some(Decision::Given) => agreed.push(*channel),
                _ => other.push(*channel),
            }
        }
        for (channels, decision) in [(agreed, Decision::Withdrawn), (other, Decision::Refused)] {
            let (purpose, source, proof) = (purpose.id, Source::Opposition, String::new());
            if !channels.is_empty() {
                let new = NewConsent { purpose, channels, decision, source, proof, call: None, said_on: today };
                store::record(change, client, &new).await?;
            }
        }
    }
    Ok(())
}

/// Withdraws what a client agreed to for one purpose, because its time ran out.
pub(super) async fn run_out(change: &Change, client: ClientId, purpose: PurposeId, today: Day) -> Result<()> {
    let held = store::holding(&**change, change.scope(), client).await?;
    let given = held.iter().filter(|row| row.purpose_id == purpose.0 && row.decision() == Decision::Given);
    let channels: Vec<Channel> = given.map(Row::channel).collect();
    if channels.is_empty() {
        return Ok(());
    }
    let (decision, source, proof) = (Decision::Withdrawn, Source::Retention, String::new());
    record(change, client, &NewConsent { purpose, channels, decision, source, proof, call: None, said_on: today }).await
}

/// Reads the form of a decision. `purposes` are the ones that may be chosen.
///
/// # Errors
/// Every refused field with its sentence.
fn read(fields: &Fields, purposes: &[PurposeId], call: Option<i64>, today: Day) -> Result<NewConsent, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let purpose = fields.get("purpose").parse().ok().map(PurposeId).filter(|id| purposes.contains(id));
    if purpose.is_none() {
        check.wrong("purpose", "law-error-purpose");
    }
    let channels: Vec<Channel> = fields.each("channel").filter_map(Channel::parse).collect();
    if channels.is_empty() {
        check.wrong("channel", "law-error-channel");
    }
    let decision = check.choice("decision", &["given", "refused"], "law-error-decision");
    let given = read_evidence(&mut check, call, today);
    match (purpose, Decision::parse(decision), given) {
        (Some(purpose), Some(decision), Some(evidence)) if check.errors.is_empty() => {
            let Evidence { source, proof, call, said_on } = evidence;
            Ok(NewConsent { purpose, channels, decision, source, proof, call, said_on })
        }
        _ => Err(check.errors),
    }
}

/// What shows a decision.
struct Evidence {
    source: Source,
    proof: String,
    call: Option<i64>,
    said_on: Day,
}

/// Reads source, day and proof. A decision that was not said in a call of this moment needs a proof in words.
fn read_evidence(check: &mut Check<'_>, call: Option<i64>, today: Day) -> Option<Evidence> {
    let source = Source::parse(check.choice("source", &TYPED, "frame-error-choice"));
    let said_on = purposes::day(check, "said_on");
    match said_on {
        None => check.wrong("said_on", "law-error-day"),
        Some(day) if day > today => check.wrong("said_on", "law-error-future"),
        Some(_) => {}
    }
    let proof = check.text("proof", PROOF);
    let call = call.filter(|_| source == Some(Source::Call) && said_on == Some(today));
    if proof.is_empty() && call.is_none() {
        check.wrong("proof", "law-error-proof");
    }
    Some(Evidence { source: source?, proof, call, said_on: said_on? })
}
