//! The sandbox of an attempt: a centre filled from the scenario, for one trainee, once, with the call on its way.

use std::collections::BTreeMap;

use ::store::{CentreId, CentreKind, Change, Entry, create_centre};
use ::web::accounts::enter_centre;
use ::web::{Visitor, Web, WebError};
use desk::clients::generator::people;
use desk::clients::{self, ClientData, Day};
use desk::scripts::ScriptId;
use desk::scripts::reader::{Language, Texts};
use desk::{calls, scripts};
use names::Phone;
use serde_json::json;
use words::Lang;

use super::scenario::{Desk, Scenario};
use super::store::New;
use super::{AttemptId, Mode, ScenarioId, library, simulated, store};

/// Makes the sandbox, the attempt that owns it, and moves the trainee into it, all or nothing.
pub(super) async fn start(
    web: &Web,
    visitor: &Visitor,
    id: ScenarioId,
    scenario: &Scenario,
    mode: Mode,
) -> Result<AttemptId, WebError> {
    let change = web.store.begin(visitor.scope()).await?;
    let (centre, attempt) = open(&change, visitor, id, (scenario.code.as_str(), &scenario.desk.company), mode).await?;
    // What fills the sandbox is nobody's work: it is written without an actor, in the sandbox.
    let change = change.for_centre(centre).by_nobody();
    let script = fill(&change, scenario, attempt).await?;
    let rings_at = change.now().plus_ms(i64::from(scenario.caller.rings_after) * 1000);
    let number = Phone::parse(&scenario.caller.number).map_or_else(|_| String::new(), |phone| phone.e164().to_owned());
    let call = calls::expect(&change, visitor.account.id, &number, simulated::KIND, rings_at, Some(script)).await?;
    store::set_call(&change, attempt, call.0).await?;
    change.commit().await?;
    Ok(attempt)
}

/// Makes an empty sandbox, called after a code and a company, and the attempt that owns it, and moves the trainee into it.
///
/// # Errors
/// What the database says.
pub(crate) async fn open(
    change: &Change,
    visitor: &Visitor,
    exercise: ScenarioId,
    (code, company): (&str, &Texts),
    mode: Mode,
) -> ::store::Result<(CentreId, AttemptId)> {
    let company = company.get(language_of(visitor.talk().lang));
    let centre = create_centre(change, CentreKind::Sandbox, code, company).await?;
    enter_centre(change, visitor.account.id, Some(centre)).await?;
    let preferences = &visitor.preferences;
    let new = New {
        trainee: visitor.account.id,
        scenario: exercise,
        centre,
        mode,
        profile: &preferences.profile(),
        factor: preferences.time_factor,
    };
    Ok((centre, store::insert(change, new).await?))
}

fn language_of(lang: Lang) -> Language {
    Language::parse(lang.code()).unwrap_or(Language::Fr)
}

async fn fill(change: &Change, scenario: &Scenario, attempt: AttemptId) -> Result<ScriptId, WebError> {
    calls::seed_codes(change).await?;
    let source = library::script_source(&scenario.desk.script)
        .ok_or_else(|| WebError::Broken(format!("no script {:?}", scenario.desk.script)))?;
    let script = scripts::publish(change, source).await.map_err(|error| WebError::Broken(error.to_string()))?;
    let ids = fill_clients(change, &scenario.code, scenario.language, &scenario.desk).await?;
    change.record(Entry::new("sandbox.filled", "attempt", attempt.0).detail(json!({"clients": ids}))).await?;
    Ok(script)
}

/// Fills a sandbox with the clients of a desk, those that are written and those that are generated; gives the files of the
/// former by the words that the exercise has for them.
///
/// # Errors
/// [`WebError::Broken`] for a client that the desk refuses; else what the database says.
pub(crate) async fn fill_clients(
    change: &Change,
    code: &str,
    language: Language,
    desk: &Desk,
) -> Result<BTreeMap<String, i64>, WebError> {
    let mut ids = BTreeMap::new();
    let today = Day::of(change.now(), 0);
    for client in &desk.clients {
        let data = client
            .data(language, today)
            .map_err(|errors| WebError::Broken(format!("{code}: {}: {errors:?}", client.id)))?;
        ids.insert(client.id.clone(), clients::insert(change, &data).await?.0);
    }
    let background = people(desk.seed, desk.background_clients as usize);
    let background = background.filter_map(|person| ClientData::generated(&person));
    clients::seed(change, background.collect()).await?;
    Ok(ids)
}
