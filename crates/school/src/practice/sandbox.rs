//! The sandbox of an attempt: a centre filled from the scenario, for one trainee, once, with the call on its way.

use std::collections::BTreeMap;

use ::store::{CentreKind, Change, Entry, create_centre};
use ::web::accounts::enter_centre;
use ::web::{Visitor, Web, WebError};
use desk::clients::generator::people;
use desk::clients::{self, ClientData, Day};
use desk::scripts::ScriptId;
use desk::{calls, scripts};
use names::Phone;
use serde_json::json;
use words::Lang;

use super::scenario::Scenario;
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
    let company = scenario.desk.company.get(language_of(visitor.talk().lang));
    let centre = create_centre(&change, CentreKind::Sandbox, &scenario.code, company).await?;
    enter_centre(&change, visitor.account.id, Some(centre)).await?;
    let preferences = &visitor.preferences;
    let new = New {
        trainee: visitor.account.id,
        scenario: id,
        centre,
        mode,
        profile: &preferences.profile(),
        factor: preferences.time_factor,
    };
    let attempt = store::insert(&change, new).await?;
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

fn language_of(lang: Lang) -> desk::scripts::reader::Language {
    desk::scripts::reader::Language::parse(lang.code()).unwrap_or(desk::scripts::reader::Language::Fr)
}

async fn fill(change: &Change, scenario: &Scenario, attempt: AttemptId) -> Result<ScriptId, WebError> {
    calls::seed_codes(change).await?;
    let source = library::script_source(&scenario.desk.script)
        .ok_or_else(|| WebError::Broken(format!("no script {:?}", scenario.desk.script)))?;
    let script = scripts::publish(change, source).await.map_err(|error| WebError::Broken(error.to_string()))?;
    let mut ids = BTreeMap::new();
    let today = Day::of(change.now(), 0);
    for client in &scenario.desk.clients {
        let data = client
            .data(scenario.language, today)
            .map_err(|errors| WebError::Broken(format!("{}: {}: {errors:?}", scenario.code, client.id)))?;
        ids.insert(client.id.clone(), clients::insert(change, &data).await?.0);
    }
    let background = people(scenario.desk.seed, scenario.desk.background_clients as usize);
    let background = background.filter_map(|person| ClientData::generated(&person));
    clients::seed(change, background.collect()).await?;
    change.record(Entry::new("sandbox.filled", "attempt", attempt.0).detail(json!({"clients": ids}))).await?;
    Ok(script)
}
