//! The measures, one by one, on small attempts written by hand.

use super::compare;
use super::measures::{Expectation, ExpectedFact, ExpectedStep, Measure, NotMeasurable, take};
use super::trace::{Access, Coded, Field, FileField, Hold, Moment, Named, Score, Trace, Utterance};

fn at(event: i64, seconds: i64) -> Moment {
    Moment { event, at: seconds * 1000 }
}

fn named(id: &str, event: i64, seconds: i64) -> Named {
    Named { id: id.into(), moment: at(event, seconds) }
}

fn fact(id: &str, field: Field, value: &str) -> ExpectedFact {
    ExpectedFact { id: id.into(), askable: true, field: Some(field), value: Some(value.into()), ..Default::default() }
}

fn step(id: &str, required: bool, closing: bool) -> ExpectedStep {
    ExpectedStep { id: id.into(), required, closing }
}

fn expectation() -> Expectation {
    Expectation {
        facts: vec![
            fact("phone", Field::Phone, "0550142763"),
            ExpectedFact { accept: vec!["El Kseur".into()], ..fact("commune", Field::Commune, "القصر") },
            ExpectedFact { protected: true, ..fact("birth", Field::BirthDate, "1986-05-12") },
            fact("need", Field::Needs, "visioconférence"),
        ],
        reasons: vec!["bill".into(), "payment".into()],
        outcomes: vec!["resolved".into()],
        satisfaction: Some((3, 4)),
        talk_seconds: Some((60, 300)),
        wrap_up_seconds: Some(60),
        clients_in_case: vec!["benali".into()],
        steps: vec![
            step("greet", true, false),
            step("name", true, false),
            step("care", false, false),
            step("collect", true, false),
            step("thank", true, true),
            step("leave", true, true),
        ],
    }
}

fn answered() -> Trace {
    Trace { answered: Some(at(1, 0)), ended: Some(at(90, 200)), time_factor: 1.0, ..Default::default() }
}

fn filled(field: Field, value: &str, event: i64) -> FileField {
    FileField { field, value: value.into(), event: Some(event) }
}

fn value(measure: Measure, trace: &Trace) -> f64 {
    take(measure, &expectation(), trace).unwrap().value
}

#[test]
fn only_facts_that_were_given_count_among_those_to_record() {
    let mut trace = answered();
    trace.given = vec![named("phone", 3, 10), named("commune", 4, 20)];
    trace.file = vec![filled(Field::Phone, "0550 14 27 63", 5)];
    let measured = take(Measure::FactsRecorded, &expectation(), &trace).unwrap();
    assert_eq!((measured.numerator, measured.denominator), (1, 2));
    assert_eq!(measured.sources, [4, 5]);
    trace.given.clear();
    assert_eq!(take(Measure::FactsRecorded, &expectation(), &trace), Err(NotMeasurable::NothingGiven));
}

#[test]
fn a_wrong_value_is_recorded_but_not_correct() {
    let mut trace = answered();
    trace.given = vec![named("phone", 3, 10)];
    trace.file = vec![filled(Field::Phone, "0550 14 27 99", 5)];
    assert_eq!(value(Measure::FactsRecorded, &trace), 1.0);
    assert_eq!(value(Measure::FieldsCorrect, &trace), 0.0);
}

#[test]
fn an_old_value_left_in_the_file_records_nothing() {
    let mut trace = answered();
    trace.given = vec![named("phone", 3, 10)];
    trace.file = vec![FileField { event: None, ..filled(Field::Phone, "0661000000", 0) }];
    assert_eq!(value(Measure::FactsRecorded, &trace), 0.0);
}

#[test]
fn a_fact_lies_in_free_words_among_other_words() {
    let mut trace = answered();
    trace.given = vec![named("need", 3, 10)];
    trace.file = vec![filled(Field::Needs, "Travaille à domicile ; VISIOCONFERENCE toute la journée.", 5)];
    assert_eq!(value(Measure::FactsRecorded, &trace), 1.0);
    trace.file = vec![filled(Field::Needs, "Veut la fibre.", 5)];
    assert_eq!(value(Measure::FactsRecorded, &trace), 0.0);
}

#[test]
fn the_same_value_is_the_same_however_it_is_written() {
    for (field, found, expected) in [
        (Field::Phone, "+213 550 14 27 63", "0550142763"),
        (Field::Phone, "٠٥٥٠ ١٤ ٢٧ ٦٣", "0550142763"),
        (Field::FamilyArabic, "بن عليّ", "بن على"),
        (Field::GivenArabic, "فاطمه الزهراء", "فاطمة الزهراء"),
        (Field::GivenArabic, "احـمد", "أحمد"),
        (Field::FamilyLatin, "BENALI", "Benali"),
        (Field::FamilyLatin, "Ait-Ahmed", "Aït Ahmed"),
        (Field::Commune, "bab-ezzouar", "Bab Ezzouar"),
        (Field::BirthDate, "12/05/1986", "1986-05-12"),
        (Field::Wilaya, "6", "06"),
        (Field::Email, "Karim.Benali@exemple.dz", "karim.benali@exemple.dz"),
        (Field::Notes, "Colis RC 250 77316 non reçu", "RC-250-77316"),
    ] {
        assert!(compare::same(field, found, expected), "{found} is {expected}");
    }
    for (field, found, expected) in [
        (Field::Phone, "0550142764", "0550142763"),
        (Field::FamilyArabic, "مرزوقي", "مرزوق"),
        (Field::FamilyLatin, "Benalia", "Benali"),
        (Field::BirthDate, "1986-12-05", "1986-05-12"),
        (Field::Wilaya, "16", "06"),
        (Field::Commune, "", ""),
    ] {
        assert!(!compare::same(field, found, expected), "{found} is not {expected}");
    }
}

#[test]
fn another_right_value_of_the_scenario_is_correct() {
    let mut trace = answered();
    trace.given = vec![named("commune", 3, 10)];
    trace.file = vec![filled(Field::Commune, "El-Kseur", 5)];
    assert_eq!(value(Measure::FieldsCorrect, &trace), 1.0);
}

#[test]
fn a_fact_volunteered_before_it_could_be_asked_is_nobodys_fault() {
    let mut trace = answered();
    trace.asked = vec![named("phone", 3, 10)];
    trace.given = vec![named("phone", 4, 11), named("need", 5, 12)];
    let measured = take(Measure::FactsAsked, &expectation(), &trace).unwrap();
    assert_eq!((measured.numerator, measured.denominator), (1, 3));
}

#[test]
fn one_of_several_right_codes_is_right_and_no_code_is_wrong() {
    let mut trace = answered();
    assert_eq!(value(Measure::ReasonCoded, &trace), 0.0);
    trace.reason = Some(Coded { code: "payment".into(), event: 7 });
    assert_eq!(value(Measure::ReasonCoded, &trace), 1.0);
    trace.outcome = Some(Coded { code: "unresolved".into(), event: 8 });
    let measured = take(Measure::OutcomeCoded, &expectation(), &trace).unwrap();
    assert_eq!((measured.value, measured.sources.as_slice()), (0.0, [8].as_slice()));
    trace.satisfaction = Some(Score { score: 2, event: 9 });
    assert_eq!(value(Measure::SatisfactionCoded, &trace), 0.0);
}

#[test]
fn a_talk_is_too_short_or_too_long_and_the_hold_is_not_talk() {
    let talk = |seconds: i64, factor: f64, held: i64| {
        let mut trace = answered();
        trace.ended = Some(at(90, seconds));
        trace.time_factor = factor;
        trace.holds = vec![Hold { from: 10_000, to: 10_000 + held * 1000 }];
        take(Measure::TalkInBand, &expectation(), &trace).unwrap()
    };
    assert_eq!(talk(59, 1.0, 0).value, 0.0);
    assert_eq!(talk(60, 1.0, 0).value, 1.0);
    assert_eq!(talk(301, 1.0, 0).value, 0.0);
    assert_eq!(talk(340, 1.0, 60).value, 1.0);
    assert_eq!(talk(450, 1.5, 0).value, 1.0);
    assert_eq!(talk(451, 1.5, 0).value, 0.0);
    // The factor never asks for a longer call, and the raw duration stays.
    assert_eq!(talk(60, 2.0, 0).value, 1.0);
    let timing = talk(450, 1.5, 0).timing.unwrap();
    assert_eq!((timing.seconds, timing.max, timing.factor), (450.0, 300.0, 1.5));
}

#[test]
fn the_after_call_work_has_a_limit_that_grows_with_the_factor() {
    let mut trace = answered();
    assert_eq!(take(Measure::WrapUpInTime, &expectation(), &trace), Err(NotMeasurable::NotWrappedUp));
    trace.wrapped = Some(at(95, 275));
    assert_eq!(value(Measure::WrapUpInTime, &trace), 0.0);
    trace.time_factor = 1.5;
    assert_eq!(value(Measure::WrapUpInTime, &trace), 1.0);
}

#[test]
fn a_step_of_a_branch_not_taken_is_not_missing() {
    let mut trace = answered();
    trace.path = ["greet", "name", "care", "thank", "leave"].map(str::to_owned).to_vec();
    trace.steps = vec![named("greet", 2, 1), named("name", 3, 5), named("leave", 9, 99)];
    let measured = take(Measure::ScriptSteps, &expectation(), &trace).unwrap();
    assert_eq!((measured.numerator, measured.denominator), (3, 4));
    let closing = take(Measure::ClosingProtocol, &expectation(), &trace).unwrap();
    assert_eq!((closing.numerator, closing.denominator), (1, 2));
}

#[test]
fn the_order_keeps_the_longest_run_in_order() {
    let mut trace = answered();
    trace.path = ["greet", "name", "care", "thank", "leave"].map(str::to_owned).to_vec();
    let passed = |ids: &[&str]| ids.iter().zip(1..).map(|(id, event)| named(id, event, event)).collect::<Vec<_>>();
    trace.steps = passed(&["greet", "name", "care", "thank", "leave"]);
    assert_eq!(value(Measure::ScriptOrder, &trace), 1.0);
    trace.steps = passed(&["leave", "greet", "name", "thank"]);
    let measured = take(Measure::ScriptOrder, &expectation(), &trace).unwrap();
    assert_eq!((measured.numerator, measured.denominator), (3, 4));
    assert!(!measured.detail[0].good, "the leave taken first is what stands out of place");
    trace.steps = passed(&["greet", "name", "greet"]);
    assert_eq!(value(Measure::ScriptOrder, &trace), 1.0);
    trace.steps.clear();
    assert_eq!(take(Measure::ScriptOrder, &expectation(), &trace), Err(NotMeasurable::NoStep));
}

#[test]
fn a_file_opened_outside_the_case_counts_once_and_a_created_one_never() {
    let mut trace = answered();
    let open = |client: Option<&str>, event| Access { client: client.map(Into::into), moment: at(event, event) };
    trace.accesses = vec![open(Some("benali"), 2), open(Some("kaci"), 3), open(Some("kaci"), 4), open(None, 5)];
    let measured = take(Measure::AccessesOutsideCase, &expectation(), &trace).unwrap();
    assert_eq!((measured.value, measured.sources.as_slice()), (1.0, [3].as_slice()));
    assert!(Measure::AccessesOutsideCase.reaches(measured.value, 1.0));
    assert!(!Measure::AccessesOutsideCase.reaches(measured.value, 0.0));
}

#[test]
fn a_protected_value_said_before_the_identity_is_known_is_a_disclosure() {
    let disclosed = |text: &str, identified: Option<i64>, given: bool| {
        let mut trace = answered();
        trace.utterances = vec![Utterance { text: text.into(), moment: at(6, 30) }];
        trace.identified_at = identified.map(|seconds| seconds * 1000);
        trace.given = if given { vec![named("birth", 5, 20)] } else { Vec::new() };
        value(Measure::DisclosureBeforeIdentification, &trace)
    };
    assert_eq!(disclosed("Vous êtes bien né le 12 mai 1986 ?", None, false), 1.0);
    assert_eq!(disclosed("Né le 12/05/1986 ?", None, false), 1.0);
    assert_eq!(disclosed("أنت مولود في 12 ماي 1986؟", None, false), 1.0);
    assert_eq!(disclosed("Le 12 mai 1986, c’est noté.", None, true), 0.0);
    assert_eq!(disclosed("Vous êtes bien né le 12 mai 1986 ?", Some(25), false), 0.0);
    assert_eq!(disclosed("Vous êtes bien né le 12 mai 1986 ?", Some(40), false), 1.0);
    assert_eq!(disclosed("Quelle est votre date de naissance ?", None, false), 0.0);
}

#[test]
fn a_protected_number_is_heard_in_any_grouping() {
    for text in ["C’est le 0550 14 27 63.", "le 0 5 5 0 1 4 2 7 6 3", "+213 550142763", "رقمه ٠٥٥٠١٤٢٧٦٣"]
    {
        assert!(compare::says(text, Field::Phone, "0550142763"), "{text}");
    }
    assert!(!compare::says("le 0550 14 27 64", Field::Phone, "0550142763"));
    assert!(compare::says("Elle habite la résidence les oliviers", Field::Street, "Résidence Les Oliviers"));
}

#[test]
fn a_call_that_was_not_answered_measures_nothing_of_the_talk() {
    let trace = Trace::default();
    assert_eq!(take(Measure::ReasonCoded, &expectation(), &trace), Err(NotMeasurable::NotAnswered));
    assert_eq!(take(Measure::TalkInBand, &expectation(), &trace), Err(NotMeasurable::NotAnswered));
}

#[test]
fn every_measure_has_its_word() {
    for measure in Measure::ALL {
        assert_eq!(Measure::parse(measure.word()), Some(measure));
        assert_eq!(serde_json::to_value(measure).unwrap(), measure.word());
    }
    for field in Field::ALL {
        assert_eq!(Field::parse(field.word()), Some(field));
    }
}
