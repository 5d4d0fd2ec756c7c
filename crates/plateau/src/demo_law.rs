//! What the demo keeps of the law on personal data: purposes, delays, a notice, consents and three requests.

use desk::clients::{self, ClientId, Day};
use desk::law::{self, Channel, Decision, Identity, Kind, NewConsent, NewRequest, NoticeTexts, Source, Way};
use names::Phone;
use store::{Change, Result};

/// Minutes of Algeria before UTC.
const OFFSET: i32 = 60;

/// The first entry of the register, as a centre writes it.
const PROCESSING: [&str; 7] = [
    "Fichier des clients",
    "Servir les clients et tenir leurs contrats",
    "Clients et prospects",
    "Nom, numéros, e-mail, adresse, date de naissance, besoins, appels",
    "Téléconseillers et superviseurs du centre",
    "60 mois après la dernière activité (à confirmer)",
    "Comptes personnels, habilitations, masquage, journal des accès, sauvegardes",
];

/// Fills a centre for the first three of its clients, known by their numbers.
pub(crate) async fn fill(change: &Change, phones: &[Phone]) -> Result<()> {
    let today = Day::of(change.now(), OFFSET);
    law::seed(change, today.plus_days(-300)).await?;
    law::seed_delays(change, today.plus_days(-300)).await?;
    law::add_processing(change, &PROCESSING.map(str::to_owned)).await?;
    let notice = law::publish(change, &NoticeTexts::proposed()).await?;
    let mut clients: Vec<ClientId> = vec![];
    for phone in phones {
        let found = clients::by_phone(&**change, change.scope(), phone.e164()).await?;
        clients.extend(found.first().map(|client| client.id));
    }
    let [first, second, third] = clients[..] else { return Ok(()) };
    law::show_notice(change, first, notice, None).await?;
    let said = |days: i64| today.plus_days(-days);
    agree(change, first, "prospecting", vec![Channel::Phone, Channel::Sms], Decision::Given, said(40)).await?;
    agree(change, first, "survey", vec![Channel::Email], Decision::Refused, said(40)).await?;
    agree(change, second, "prospecting", vec![Channel::Email], Decision::Given, said(200)).await?;
    agree(change, second, "prospecting", vec![Channel::Email], Decision::Withdrawn, said(25)).await?;
    ask(change, first, Kind::Access, Way::Letter, Identity::Document, said(3)).await?;
    ask(change, second, Kind::Opposition, Way::Email, Identity::Unchecked, said(30)).await?;
    ask(change, third, Kind::Erasure, Way::Visit, Identity::Document, said(1)).await
}

async fn agree(
    change: &Change,
    client: ClientId,
    purpose: &str,
    channels: Vec<Channel>,
    decision: Decision,
    said_on: Day,
) -> Result<()> {
    let Some(purpose) = law::purpose_by_code(&**change, change.scope(), purpose).await? else { return Ok(()) };
    let (source, proof) = (Source::Form, format!("F-{}-{}", client.0, said_on.shown()));
    let new = NewConsent { purpose: purpose.id, channels, decision, source, proof, call: None, said_on };
    law::record(change, client, &new).await
}

async fn ask(
    change: &Change,
    client: ClientId,
    kind: Kind,
    way: Way,
    identity: Identity,
    received_on: Day,
) -> Result<()> {
    let filed = clients::get(&**change, change.scope(), client).await?;
    let asked_by = filed.name(web::preferences::Script::Latin);
    let new = NewRequest { client, kind, asked_by, way, received_on, identity, wanted: String::new() };
    law::receive(change, &new).await?;
    Ok(())
}
