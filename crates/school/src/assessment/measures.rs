//! The measures of an attempt at a call, each written once, with its formula.
//!
//! A measure proposes; a person decides. Every result keeps the counts it was made of and the journal
//! entries it was read from. The words quoted are those of the criteria of programme 1803.

pub use super::measure::*;

use super::compare;
use super::trace::{Access, Coded, Field, FileField, Named, Trace};

/// Takes one measure of an attempt.
///
/// # Errors
/// The reason why this attempt has no value for this measure.
pub fn take(measure: Measure, expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    // A call that was never answered shows nothing of what is done in a call.
    if trace.answered.is_none() && measure != Measure::AccessesOutsideCase {
        return Err(NotMeasurable::NotAnswered);
    }
    match measure {
        Measure::FactsRecorded => facts_recorded(expected, trace),
        Measure::FactsAsked => facts_asked(expected, trace),
        Measure::FieldsCorrect => fields_correct(expected, trace),
        Measure::ReasonCoded => coded(measure, &expected.reasons, trace.reason.as_ref()),
        Measure::OutcomeCoded => coded(measure, &expected.outcomes, trace.outcome.as_ref()),
        Measure::SatisfactionCoded => satisfaction_coded(expected, trace),
        Measure::TalkInBand => talk_in_band(expected, trace),
        Measure::WrapUpInTime => wrap_up_in_time(expected, trace),
        Measure::ScriptSteps => script_steps(expected, trace),
        Measure::ScriptOrder => script_order(expected, trace),
        Measure::ClosingProtocol => closing_protocol(expected, trace),
        Measure::AccessesOutsideCase => Ok(accesses_outside_case(&expected.clients_in_case, &trace.accesses)),
        Measure::DisclosureBeforeIdentification => disclosure(expected, trace),
        // What other kinds of exercises measure is no measure of a call.
        _ => Err(NotMeasurable::NothingExpected),
    }
}

/// Facts recorded ÷ facts given that have a field.
///
/// Source: MQ1 “Exhaustivité des informations recueillies”. The denominator is what the caller actually gave: a
/// fact that was not asked for belongs to [`Measure::FactsAsked`]. A fact is recorded when its field holds the
/// right value, or, for a field of one value, when the trainee wrote something in it (right or wrong is
/// [`Measure::FieldsCorrect`]).
fn facts_recorded(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    per_field(Measure::FactsRecorded, expected, trace, |fact, found| {
        let written = found.event.is_some() && !found.field.is_free() && !found.value.trim().is_empty();
        written || is_right(fact, found)
    })
}

/// Fields correct ÷ fields expected, that is the fields of the facts given.
///
/// Source: MQ1 “Identification exacte des informations nécessaires à la qualification du fichier client”. Compared
/// without case, accents, spaces, tashkeel, Arabic letter forms and ways of writing a number; other right values of
/// the scenario count as right.
fn fields_correct(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    per_field(Measure::FieldsCorrect, expected, trace, is_right)
}

fn per_field(
    measure: Measure,
    expected: &Expectation,
    trace: &Trace,
    good: impl Fn(&ExpectedFact, &FileField) -> bool,
) -> Result<Measured, NotMeasurable> {
    let given = expected.facts.iter().filter(|fact| fact.field.is_some() && named(&trace.given, &fact.id).is_some());
    let detail: Vec<Item> = given
        .map(|fact| {
            let found = trace.file.iter().find(|field| Some(field.field) == fact.field);
            Item {
                id: fact.id.clone(),
                good: found.is_some_and(|field| good(fact, field)),
                event: found
                    .and_then(|field| field.event)
                    .or_else(|| named(&trace.given, &fact.id).map(|given| given.moment.event)),
            }
        })
        .collect();
    if detail.is_empty() { Err(NotMeasurable::NothingGiven) } else { Ok(ratio(measure, detail)) }
}

fn is_right(fact: &ExpectedFact, found: &FileField) -> bool {
    fact.value.iter().chain(&fact.accept).any(|value| compare::same(found.field, &found.value, value))
}

/// Facts asked for ÷ facts that could be asked for.
///
/// Source: MQ1 “Repérage ordonné des informations du client à recueillir”, MQ6 “Identification correcte de
/// l’interlocuteur et de l’objet de l’appel”. A fact that the caller volunteered before it could be asked is left
/// out of both counts: nobody asks for what has just been said.
fn facts_asked(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let askable = expected.facts.iter().filter(|fact| fact.askable);
    let detail: Vec<Item> = askable
        .filter(|fact| named(&trace.asked, &fact.id).is_some() || named(&trace.given, &fact.id).is_none())
        .map(|fact| item(&fact.id, named(&trace.asked, &fact.id)))
        .collect();
    if detail.is_empty() { Err(NotMeasurable::NothingToAsk) } else { Ok(ratio(Measure::FactsAsked, detail)) }
}

/// 1 when the code chosen is one of the right ones, else 0; nothing coded is 0.
///
/// Source: MQ6 “Identification exacte de l’objet de l’appel” (reason), “Saisie correcte de l’issue de l’appel” (outcome).
fn coded(measure: Measure, right: &[String], chosen: Option<&Coded>) -> Result<Measured, NotMeasurable> {
    if right.is_empty() {
        return Err(NotMeasurable::NothingExpected);
    }
    let good = chosen.is_some_and(|coded| right.contains(&coded.code));
    let id = chosen.map_or_else(String::new, |coded| coded.code.clone());
    Ok(ratio(measure, vec![Item { id, good, event: chosen.map(|coded| coded.event) }]))
}

/// 1 when the satisfaction coded lies between the lowest and the highest that the caller showed, else 0.
///
/// Source: MQ6 “Validation de la satisfaction de l’interlocuteur”. It says that the agent read the caller
/// rightly, not that the caller was pleased: the caller's own card says that.
fn satisfaction_coded(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let (min, max) = expected.satisfaction.ok_or(NotMeasurable::NothingExpected)?;
    let chosen = trace.satisfaction;
    let good = chosen.is_some_and(|coded| (min..=max).contains(&coded.score));
    let id = chosen.map_or_else(String::new, |coded| coded.score.to_string());
    Ok(ratio(Measure::SatisfactionCoded, vec![Item { id, good, event: chosen.map(|coded| coded.event) }]))
}

/// 1 when min ≤ talk ≤ max × factor, else 0; talk = end − answer − holds.
///
/// Source: MQ6 “Respect de la durée de l’échange”. Too short is a fault too. Only the upper limit grows with the
/// time factor: listening through speech and braille takes longer, it never takes less.
fn talk_in_band(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let (min, max) = expected.talk_seconds.ok_or(NotMeasurable::NothingExpected)?;
    let answered = trace.answered.ok_or(NotMeasurable::NotAnswered)?;
    let ended = trace.ended.ok_or(NotMeasurable::NotEnded)?;
    let held: i64 = trace.holds.iter().map(|hold| (hold.to.min(ended.at) - hold.from.max(answered.at)).max(0)).sum();
    let seconds = seconds(ended.at - answered.at - held);
    let timing = Timing { seconds, min: min.into(), max: max.into(), factor: factor(trace) };
    Ok(timed(Measure::TalkInBand, timing, vec![answered.event, ended.event]))
}

/// 1 when the after-call state was closed within max × factor of the end of the talk, else 0.
///
/// Source: MQ6 “Saisie correcte de l’issue de l’appel”, MQ1 “Utilisation efficace de l’équipement”; the limit is the scenario's.
fn wrap_up_in_time(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let max = expected.wrap_up_seconds.ok_or(NotMeasurable::NothingExpected)?;
    let ended = trace.ended.ok_or(NotMeasurable::NotEnded)?;
    let wrapped = trace.wrapped.ok_or(NotMeasurable::NotWrappedUp)?;
    let seconds = seconds(wrapped.at - ended.at);
    let timing = Timing { seconds, min: 0.0, max: max.into(), factor: factor(trace) };
    Ok(timed(Measure::WrapUpInTime, timing, vec![ended.event, wrapped.event]))
}

/// Required steps passed ÷ required steps on the path of the call.
///
/// Source: MQ7 “Suivi rigoureux du script préétabli”, MQ6 “Respect du protocole de l’entreprise”. A step of a branch
/// that was not taken is not counted; a step left out because the call ended early is.
fn script_steps(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let required = expected.steps.iter().filter(|step| step.required && trace.path.contains(&step.id));
    let detail: Vec<Item> = required.map(|step| item(&step.id, named(&trace.steps, &step.id))).collect();
    if detail.is_empty() { Err(NotMeasurable::NoStep) } else { Ok(ratio(Measure::ScriptSteps, detail)) }
}

/// Longest run of steps passed in the order of the path ÷ steps passed, each step counted at its first passing.
///
/// Source: MQ7 “Suivi rigoureux du script préétabli”. The longest increasing subsequence of the ranks: the smallest
/// number of steps out of place is what is left over. Steps off the path are not counted: a change of branch is no disorder.
fn script_order(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let mut ranks: Vec<(usize, &Named)> = Vec::new();
    for step in &trace.steps {
        let rank = trace.path.iter().position(|id| *id == step.id);
        let known = expected.steps.iter().any(|expected| expected.id == step.id);
        if let Some(rank) = rank.filter(|rank| known && ranks.iter().all(|(seen, _)| seen != rank)) {
            ranks.push((rank, step));
        }
    }
    if ranks.is_empty() {
        return Err(NotMeasurable::NoStep);
    }
    let kept = longest_increasing(&ranks.iter().map(|(rank, _)| *rank).collect::<Vec<_>>());
    let detail = ranks
        .iter()
        .enumerate()
        .map(|(at, (_, step))| Item { id: step.id.clone(), good: kept.contains(&at), event: Some(step.moment.event) })
        .collect();
    Ok(ratio(Measure::ScriptOrder, detail))
}

/// The places of a longest increasing subsequence (O(n²), for the tens of steps of a script).
fn longest_increasing(ranks: &[usize]) -> Vec<usize> {
    let mut best: Vec<Vec<usize>> = Vec::new();
    for (at, rank) in ranks.iter().enumerate() {
        let mut longest = (0..at)
            .filter(|before| ranks[*before] < *rank)
            .map(|before| &best[before])
            .max_by_key(|run| run.len())
            .cloned()
            .unwrap_or_default();
        longest.push(at);
        best.push(longest);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// Required closing steps passed ÷ required closing steps of the script, whatever the path.
///
/// Source: MQ6 “Suivi correct du protocole de sortie de l’appel”.
fn closing_protocol(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let closing = expected.steps.iter().filter(|step| step.required && step.closing);
    let detail: Vec<Item> = closing.map(|step| item(&step.id, named(&trace.steps, &step.id))).collect();
    if detail.is_empty() { Err(NotMeasurable::NoStep) } else { Ok(ratio(Measure::ClosingProtocol, detail)) }
}

/// Files opened that the case did not need, each client once; good at 0.
///
/// Source: MQ1 “Utilisation adéquate des habilitations”, “Respect des normes déontologiques d’utilisation de la fiche client”.
pub(crate) fn accesses_outside_case(in_case: &[String], accesses: &[Access]) -> Measured {
    let mut detail: Vec<Item> = Vec::new();
    for access in accesses {
        let outside = access.client.as_ref().filter(|client| !in_case.contains(client));
        if let Some(client) = outside.filter(|client| detail.iter().all(|item| item.id != **client)) {
            detail.push(Item { id: client.clone(), good: false, event: Some(access.moment.event) });
        }
    }
    count(Measure::AccessesOutsideCase, detail)
}

/// Protected values that the agent said before the caller was identified, and that the caller had not given; good at 0.
///
/// Source: MQ7 “Respect des règles d’éthique”, whose contents name “la confidentialité de l’information du client”. A value that the
/// caller has just given is not disclosed by being repeated. A caller who is never identified is told nothing at all.
fn disclosure(expected: &Expectation, trace: &Trace) -> Result<Measured, NotMeasurable> {
    let protected: Vec<&ExpectedFact> = expected.facts.iter().filter(|fact| fact.protected).collect();
    if protected.is_empty() {
        return Err(NotMeasurable::NothingExpected);
    }
    let mut detail = Vec::new();
    for utterance in &trace.utterances {
        let at = utterance.moment.at;
        if trace.identified_at.is_some_and(|identified| identified <= at) {
            continue;
        }
        for fact in &protected {
            let field = fact.field.unwrap_or(Field::Notes);
            let given = named(&trace.given, &fact.id).is_some_and(|given| given.moment.at <= at);
            let said = fact.value.iter().chain(&fact.accept).any(|value| compare::says(&utterance.text, field, value));
            if said && !given {
                detail.push(Item { id: fact.id.clone(), good: false, event: Some(utterance.moment.event) });
            }
        }
    }
    Ok(count(Measure::DisclosureBeforeIdentification, detail))
}

fn named<'t>(list: &'t [Named], id: &str) -> Option<&'t Named> {
    list.iter().find(|named| named.id == id)
}

fn item(id: &str, found: Option<&Named>) -> Item {
    Item { id: id.to_owned(), good: found.is_some(), event: found.map(|named| named.moment.event) }
}

/// A duration in seconds.
pub(crate) fn seconds(milliseconds: i64) -> f64 {
    // A call lasts minutes: the milliseconds fit in 32 bits, which a float holds exactly.
    f64::from(i32::try_from(milliseconds.max(0)).unwrap_or(i32::MAX)) / 1000.0
}

fn factor(trace: &Trace) -> f64 {
    if trace.time_factor >= 1.0 { trace.time_factor } else { 1.0 }
}

fn size(detail: &[Item], keep: impl Fn(&Item) -> bool) -> u32 {
    u32::try_from(detail.iter().filter(|item| keep(item)).count()).unwrap_or(u32::MAX)
}

/// Good ÷ counted.
pub(crate) fn ratio(measure: Measure, detail: Vec<Item>) -> Measured {
    let (numerator, denominator) = (size(&detail, |item| item.good), size(&detail, |_| true));
    let value = f64::from(numerator) / f64::from(denominator);
    result(measure, value, (numerator, denominator), detail)
}

/// Weight of what is good ÷ weight of what was counted.
pub(crate) fn weighed_ratio(measure: Measure, weighed: Vec<(u32, Item)>) -> Measured {
    let sum = |keep: &dyn Fn(&Item) -> bool| {
        weighed.iter().filter(|(_, item)| keep(item)).fold(0_u32, |sum, (weight, _)| sum.saturating_add(*weight))
    };
    let (numerator, denominator) = (sum(&|item| item.good), sum(&|_| true));
    let value = f64::from(numerator) / f64::from(denominator.max(1));
    result(measure, value, (numerator, denominator), weighed.into_iter().map(|(_, item)| item).collect())
}

/// How many.
pub(crate) fn count(measure: Measure, detail: Vec<Item>) -> Measured {
    let numerator = size(&detail, |_| true);
    result(measure, f64::from(numerator), (numerator, 1), detail)
}

/// 1 inside the limits, 0 outside.
pub(crate) fn timed(measure: Measure, timing: Timing, sources: Vec<i64>) -> Measured {
    let good = timing.seconds >= timing.min && timing.seconds <= timing.max * timing.factor;
    let numerator = u32::from(good);
    let measured = result(measure, f64::from(numerator), (numerator, 1), Vec::new());
    Measured { sources, timing: Some(timing), ..measured }
}

fn result(measure: Measure, value: f64, (numerator, denominator): (u32, u32), detail: Vec<Item>) -> Measured {
    let mut sources: Vec<i64> = detail.iter().filter_map(|item| item.event).collect();
    sources.sort_unstable();
    sources.dedup();
    Measured { measure, value, unit: measure.unit(), numerator, denominator, sources, detail, timing: None }
}
