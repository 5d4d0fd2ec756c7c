//! The measures of desk work, each written once, with its formula. The words quoted are those of the criteria of programme 1803.

use super::ends::{Ends, Made, TakenIn, is_right};
use super::naming::{PARTICULARS, field_item, pair_item};
use super::{ExpectedReport, ExpectedRequest, Taken, WorkExercise};
use crate::assessment::measure::{Item, Measure, NotMeasurable, Timing};
use crate::assessment::measures::{accesses_outside_case, count, ratio, timed, weighed_ratio};
use crate::assessment::trace::Field;

/// Takes one measure of an attempt that is measured by what stands at the desk.
///
/// # Errors
/// Why this attempt has no value for it: where nothing was done, nothing was left alone on purpose either.
pub(super) fn take(measure: Measure, exercise: &WorkExercise, ends: &Ends) -> Taken {
    let done = |acted: bool| if acted { Ok(()) } else { Err(NotMeasurable::NothingDone) };
    match measure {
        Measure::FieldsFilled => fields_filled(exercise, ends),
        Measure::AnomaliesRepaired => anomalies_repaired(exercise, ends),
        Measure::ChangesOutsideCase => done(ends.wrote).map(|()| changes_outside_case(exercise, ends)),
        Measure::AccessesOutsideCase => {
            done(ends.acted).map(|()| accesses_outside_case(&exercise.expected.clients_in_case, &ends.accesses))
        }
        Measure::FilesSubmitted => files_submitted(exercise, ends),
        Measure::PairsMerged => pairs_merged(exercise, ends),
        Measure::WrongMerges => done(ends.wrote).map(|()| wrong_merges(exercise, ends)),
        Measure::ReportMade => report_made(exercise, ends),
        Measure::AnswersRight => answers_right(ends),
        Measure::RefusedAttempts => done(ends.acted).map(|()| refused_attempts(ends)),
        Measure::RequestRegistered => request_registered(exercise, ends),
        Measure::SegmentsRight => segments_right(ends),
        _ => Err(NotMeasurable::NothingExpected),
    }
}

fn some(measure: Measure, detail: Vec<Item>) -> Taken {
    if detail.is_empty() { Err(NotMeasurable::NothingExpected) } else { Ok(ratio(measure, detail)) }
}

/// Weight of the fields that hold what is expected ÷ weight of the fields expected.
///
/// Source: MQ2 “Renseignement adéquat d’un formulaire”, “Saisie correcte du fichier”, MQ1 “Exhaustivité des informations
/// recueillies”. Compared without case, accents, spaces, tashkeel, Arabic letter forms and ways of writing a number; other
/// right values of the exercise count as right. A file that was not made has no right field.
fn fields_filled(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let mut weighed = Vec::new();
    for file in &exercise.expected.files {
        let found = ends.files.get(file.client.as_ref().unwrap_or(&file.id)).map_or(&[][..], Vec::as_slice);
        for field in &file.fields {
            let event = found.iter().find(|own| own.field == field.field).and_then(|own| own.event);
            weighed.push((field.weight, Item { id: field_item(&file.id, field), good: is_right(field, found), event }));
        }
    }
    if weighed.is_empty() {
        Err(NotMeasurable::NothingExpected)
    } else {
        Ok(weighed_ratio(Measure::FieldsFilled, weighed))
    }
}

/// Anomalies repaired ÷ anomalies put in: one is repaired when every field of it holds what is expected.
///
/// Source: MQ2 “Exhaustivité et fiabilité des informations recueillies”, “Identification exacte des informations nécessaires à la
/// qualification du fichier client”.
fn anomalies_repaired(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let item = |anomaly: &super::Anomaly| {
        let found = ends.files.get(&anomaly.client).map_or(&[][..], Vec::as_slice);
        let of = |field: Field| found.iter().find(|own| own.field == field).and_then(|own| own.event);
        Item {
            id: anomaly.id.clone(),
            good: anomaly.fields.iter().all(|field| is_right(field, found)),
            event: anomaly.fields.iter().filter_map(|field| of(field.field)).max(),
        }
    };
    some(Measure::AnomaliesRepaired, exercise.expected.anomalies.iter().map(item).collect())
}

/// Files changed or made that the case did not ask for, each once, and in the files of the case the fields changed without need,
/// each once; good at 0. Needs, motivations and notes of a file of the case may be written in freely, and every field of files
/// that are to be merged; a merge that joins two persons is counted by [`Measure::WrongMerges`]. A field that holds at the end
/// what it held at the start is not changed.
///
/// Source: MQ2 “Souci du détail et de la précision”, MQ1 “Respect des normes déontologiques d’utilisation de la fiche client”.
fn changes_outside_case(exercise: &WorkExercise, ends: &Ends) -> crate::assessment::measure::Measured {
    let expected = &exercise.expected;
    let pairs = || expected.merges.iter().chain(ends.merges.iter().map(|merged| &merged.pair));
    let merged = |word: &str| pairs().any(|(one, other)| one == word || other == word);
    let mut detail: Vec<Item> = Vec::new();
    for (word, fields, event) in &ends.changed {
        let in_files = expected.files.iter().filter(|file| file.client.as_ref().unwrap_or(&file.id) == word);
        let in_anomalies = expected.anomalies.iter().filter(|anomaly| anomaly.client == *word);
        let to_change: Vec<&str> = in_files
            .flat_map(|file| &file.fields)
            .chain(in_anomalies.flat_map(|anomaly| &anomaly.fields))
            .map(|field| field.field.word())
            .collect();
        let made = expected.files.iter().any(|file| file.client.is_none() && file.id == *word);
        if made || merged(word) {
            continue;
        }
        if to_change.is_empty() && !expected.clients_in_case.contains(word) {
            detail.push(Item { id: word.clone(), good: false, event: Some(*event) });
            continue;
        }
        let free = |field: &str| Field::parse(field).is_some_and(Field::is_free);
        let needless = fields.iter().filter(|field| !to_change.contains(&field.as_str()) && !free(field));
        detail.extend(needless.map(|field| Item { id: format!("{word}.{field}"), good: false, event: Some(*event) }));
    }
    detail.extend(ends.made.iter().map(|made| Item {
        id: made.id.clone(),
        good: false,
        event: Some(made.moment.event),
    }));
    count(Measure::ChangesOutsideCase, detail)
}

/// Files submitted to the supervisor ÷ files to submit.
///
/// Source: MQ1 “Utilisation adéquate des habilitations liées à l’emploi de la solution de gestion de la relation client”: who may not
/// approve hands the file to who may.
fn files_submitted(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let item = |id: &String| {
        let found = ends.submitted.iter().find(|own| own.id == *id);
        Item { id: id.clone(), good: found.is_some(), event: found.map(|own| own.moment.event) }
    };
    some(Measure::FilesSubmitted, exercise.expected.submitted.iter().map(item).collect())
}

fn is_pair(expected: &(String, String), found: &(String, String)) -> bool {
    expected == found || (expected.0 == found.1 && expected.1 == found.0)
}

/// Pairs merged at the end, whichever file stays, ÷ pairs to merge. A merge that was undone does not stand.
///
/// Source: MQ2 “Exhaustivité et fiabilité des informations recueillies”. Whether the right values were kept is
/// [`Measure::FieldsFilled`].
fn pairs_merged(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let item = |pair: &(String, String)| {
        let found = ends.merges.iter().find(|merged| is_pair(pair, &merged.pair));
        Item { id: pair_item(pair), good: found.is_some(), event: found.map(|merged| merged.event) }
    };
    some(Measure::PairsMerged, exercise.expected.merges.iter().map(item).collect())
}

/// Merges that stand at the end and join two persons; good at 0. One that was undone in time harms nobody.
///
/// Source: as [`pairs_merged`].
fn wrong_merges(exercise: &WorkExercise, ends: &Ends) -> crate::assessment::measure::Measured {
    let right = |pair: &(String, String)| exercise.expected.merges.iter().any(|own| is_pair(own, pair));
    let wrong = ends.merges.iter().filter(|merged| !right(&merged.pair));
    count(
        Measure::WrongMerges,
        wrong.map(|merged| Item { id: pair_item(&merged.pair), good: false, event: Some(merged.event) }).collect(),
    )
}

/// Parameters right ÷ parameters expected, over the reports to make; of each the best one that was kept or taken away. The
/// parameters are what it is about, what its lines stand for, its filter, and its columns when the exercise names some: more
/// columns than asked do no harm.
///
/// Source: MQ1 “Identification exacte des états de restitution de la solution de gestion de la relation client”.
fn report_made(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let mut detail = Vec::new();
    for report in &exercise.expected.reports {
        let judged = |made: &Made| (parameters(report, Some(made)), made.event);
        let good = |items: &[(&str, bool)]| items.iter().filter(|(_, good)| *good).count();
        let best = ends.reports.iter().map(judged).max_by_key(|(items, _)| good(items));
        let event = best.as_ref().map(|(_, event)| *event);
        let items = best.map_or_else(|| parameters(report, None), |(items, _)| items);
        detail.extend(items.into_iter().map(|(name, good)| Item { id: format!("{}.{name}", report.id), good, event }));
    }
    some(Measure::ReportMade, detail)
}

fn parameters(report: &ExpectedReport, made: Option<&Made>) -> Vec<(&'static str, bool)> {
    let about = made.is_some_and(|made| made.about == report.about);
    // What is asked of another report says nothing about this one.
    let made = made.filter(|_| about);
    let sorted = |filter: &desk::clients::Filter| {
        let mut pairs = filter.fields().0;
        pairs.sort();
        pairs
    };
    let mut all = vec![
        ("about", about),
        ("group", made.is_some_and(|made| made.group == report.group)),
        ("filter", made.is_some_and(|made| sorted(&made.filter) == sorted(&report.filter))),
    ];
    if !report.columns.is_empty() {
        let holds = |made: &Made| report.columns.iter().all(|column| made.columns.contains(column));
        all.push(("columns", made.is_some_and(holds)));
    }
    all
}

/// Answers right ÷ questions that have a right answer. A question that was not answered is not right.
///
/// Source: MQ1 “Identification exacte des états de restitution…”, “Utilisation adéquate des habilitations…”; the right answers to
/// counts and days are computed from the desk when the work is handed over.
fn answers_right(ends: &Ends) -> Taken {
    let item =
        |answer: &super::ends::Answered| Item { id: answer.question.clone(), good: answer.good, event: answer.event };
    some(Measure::AnswersRight, ends.answers.iter().map(item).collect())
}

/// Refusals met, each time counted. The target says how many are needed to learn that one may not: to meet a refusal and to stop
/// is right, to try other ways is not.
///
/// Source: MQ1 “Utilisation adéquate des habilitations liées à l’emploi de la solution de gestion de la relation client”.
fn refused_attempts(ends: &Ends) -> crate::assessment::measure::Measured {
    let item = |refusal: &crate::assessment::trace::Named| Item {
        id: refusal.id.clone(),
        good: false,
        event: Some(refusal.moment.event),
    };
    count(Measure::RefusedAttempts, ends.refused.iter().map(item).collect())
}

/// Particulars right of the request taken in ÷ particulars expected: person, kind, way, day and check of the identity. Of several
/// requests the best one counts, and every other one as one particular more, which is wrong.
///
/// Source: MC3 “Identification exacte du processus de gestion de la relation client”; law 18-07, article 34: the delay to answer
/// follows from kind and day.
fn request_registered(exercise: &WorkExercise, ends: &Ends) -> Taken {
    let expected = exercise.expected.request.as_ref().ok_or(NotMeasurable::NothingExpected)?;
    let good = |items: &[(bool, Option<i64>)]| items.iter().filter(|(good, _)| *good).count();
    let judged = ends.requests.iter().map(|request| particulars(expected, request));
    let best = judged.max_by_key(|items| good(items)).unwrap_or_else(|| vec![(false, None); PARTICULARS.len()]);
    let items = PARTICULARS.iter().zip(best);
    let mut detail: Vec<Item> =
        items.map(|((id, _), (good, event))| Item { id: (*id).to_owned(), good, event }).collect();
    let own = detail.first().and_then(|item| item.event);
    let others = ends.requests.iter().filter(|request| request.event != own);
    detail.extend(others.map(|request| Item { id: request.client.clone(), good: false, event: request.event }));
    some(Measure::RequestRegistered, detail)
}

fn particulars(expected: &ExpectedRequest, request: &TakenIn) -> Vec<(bool, Option<i64>)> {
    let right = [
        request.client == expected.client,
        request.kind == expected.kind,
        request.way == expected.way,
        request.received_on == expected.received_on,
        expected.identity.contains(&request.identity),
    ];
    right.map(|good| (good, request.event)).to_vec()
}

/// Segments that hold the files expected ÷ segments expected. A segment holds them when it counts as many files as the key
/// computed from the desk, and as many still once the conditions of the key are put on it: its rules may be written otherwise.
///
/// Source: MC3 “Identification exacte de la source d’information de la relation client”.
fn segments_right(ends: &Ends) -> Taken {
    let item = |(id, good, event): &(String, bool, Option<i64>)| Item { id: id.clone(), good: *good, event: *event };
    some(Measure::SegmentsRight, ends.segments.iter().map(item).collect())
}

/// 1 when the work was handed over within minutes × factor of its start, else 0. Nothing is cut off at the limit.
///
/// Source: MQ1 “Utilisation efficace de l’équipement”; the limit is the exercise's, the factor that of the person's assistive means.
pub(super) fn work_in_time(exercise: &WorkExercise, seconds: f64, factor: f64, sources: Vec<i64>) -> Taken {
    let max = f64::from(exercise.minutes) * 60.0;
    let timing = Timing { seconds, min: 0.0, max, factor: factor.max(1.0) };
    Ok(timed(Measure::WorkInTime, timing, sources))
}
