//! Reads a scenario file: its shape key by key, then what its parts say of each other.

use std::collections::{BTreeMap, BTreeSet};

use desk::clients::Day;
use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Language, Section, Texts};

use super::codes::{CallReason, Outcome};
use super::scenario::{
    Caller, Desk, DeskClient, Expected, FORMAT, Fact, Lines, Mood, Point, Scenario, Surroundings, When,
};
use super::scenario_check;
use crate::assessment::compare;
use crate::assessment::measure::Measure;
use crate::assessment::trace::Field;
use crate::exercises::{read_aims, read_head};

/// The statuses of a client.
const STATUSES: [&str; 6] = ["prospect", "new", "active", "dormant", "difficult", "lost"];

pub(super) fn parse(source: &str, around: &Surroundings) -> Result<Scenario, Faults> {
    reader::read(source, |root| {
        let head = read_head(root, FORMAT, &around.criteria);
        let scenario = Scenario {
            code: head.code,
            version: head.version,
            module: head.module,
            criteria: head.criteria,
            language: root.language("language"),
            level: u8::try_from(root.whole("level", 1, 5)).unwrap_or(1),
            title: head.title,
            brief: root.three_texts("brief"),
            desk: root.section("desk").map_or_else(no_desk, |section| read_desk(&section, around)),
            caller: root.section("caller").map_or_else(no_caller, |section| read_caller(&section)),
            expected: root.section("expected").map_or_else(nothing_expected, |section| read_expected(&section)),
            measures: read_aims(root, &Measure::OF_CALLS),
            grid: head.grid,
        };
        scenario_check::check(root, &scenario, around);
        scenario
    })
}

fn read_desk(section: &Section<'_>, around: &Surroundings) -> Desk {
    let script = section.id("script");
    if !script.is_empty() && !around.scripts.contains_key(&script) {
        section.fault("script", Reason::Dangling { key: "script".to_owned(), id: script.clone() });
    }
    let clients: Vec<DeskClient> = section.sections("clients").iter().map(read_client).collect();
    repeated(section, "clients", clients.iter().map(|client| client.id.as_str()));
    Desk {
        seed: u64::try_from(section.whole("seed", 0, i64::MAX)).unwrap_or(0),
        background_clients: small(section.whole("background_clients", 0, 100_000)),
        script,
        company: section.three_texts("company"),
        clients,
    }
}

/// Reads a client of the desk.
pub(crate) fn read_client(section: &Section<'_>) -> DeskClient {
    let (mut fields, mut right) = (BTreeMap::new(), true);
    for field in Field::ALL {
        if let Some(value) = section.text_or_none(field.word()) {
            right &= check_value(section, field.word(), field, &value);
            fields.insert(field, value);
        }
    }
    if !fields.contains_key(&Field::FamilyLatin) && !fields.contains_key(&Field::FamilyArabic) {
        section.fault_at(section.line(), Reason::Missing(Field::FamilyLatin.word().to_owned()));
        right = false;
    }
    let client = DeskClient { id: section.id("id"), fields };
    if right {
        check_client(section, &client);
    }
    client
}

/// What the desk would refuse in the form of a client is refused here, so that no exercise fails when it is started.
fn check_client(section: &Section<'_>, client: &DeskClient) {
    // A birth later than the day of the exercise is the exercise's own affair: a file that is right stays right.
    let last = Day::parse("9999-12-31").unwrap_or(Day::OLDEST);
    for error in client.data(Language::Fr, last).err().unwrap_or_default() {
        match Field::parse(&error.field).and_then(|field| client.fields.get(&field)) {
            Some(value) => section.fault(&error.field, Reason::Form { key: error.field.clone(), value: value.clone() }),
            None => section.fault_at(section.line(), Reason::Missing(error.field)),
        }
    }
}

/// A value must have the form that its field has at the desk. False, and noted, when it has not.
pub(crate) fn check_value(section: &Section<'_>, key: &str, field: Field, value: &str) -> bool {
    let right = match field {
        Field::Phone | Field::Phone2 => compare::national(value).is_some(),
        Field::BirthDate => value.find('-') == Some(4) && compare::date(value).is_some(),
        Field::Wilaya => value.parse::<u8>().is_ok_and(|code| (1..=69).contains(&code)),
        Field::Language => Language::parse(value).is_some(),
        Field::Status => STATUSES.contains(&value),
        Field::Email => value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
        _ => true,
    };
    if !right {
        section.fault(key, Reason::Form { key: key.to_owned(), value: value.to_owned() });
    }
    right
}

fn read_caller(section: &Section<'_>) -> Caller {
    let number = section.text("number");
    if !number.is_empty() && compare::national(&number).is_none() {
        section.fault("number", Reason::Form { key: "number".to_owned(), value: number.clone() });
    }
    let facts: Vec<Fact> = section.sections("facts").iter().map(read_fact).collect();
    if facts.is_empty() {
        section.fault("facts", Reason::Empty("facts".to_owned()));
    }
    repeated(section, "facts", facts.iter().map(|fact| fact.id.as_str()));
    Caller {
        number,
        client: section.text_or_none("client"),
        voice: section.language("voice"),
        mood: section.choice("mood", Mood::parse, &Mood::WORDS).unwrap_or(Mood::Calm),
        rings_after: small(section.whole("rings_after", 0, 600)),
        opening: section.text("opening"),
        facts,
        lines: section.section("lines").map(|lines| read_lines(&lines)).unwrap_or_default(),
    }
}

fn read_lines(section: &Section<'_>) -> Lines {
    Lines {
        greeting_reply: section.text("greeting_reply"),
        acknowledged: section.some_texts("acknowledged"),
        not_understood: section.some_texts("not_understood"),
        nothing_more: section.text("nothing_more"),
        on_hold: section.text("on_hold"),
        back_from_hold: section.text("back_from_hold"),
        thanks: section.text("thanks"),
        goodbye: section.text("goodbye"),
        insist: section.texts("insist"),
        silence: section.text("silence"),
    }
}

fn read_fact(section: &Section<'_>) -> Fact {
    let field = section.choice_or_none("field", Field::parse, &Field::WORDS);
    let value = section.text_or_none("value");
    let accept = section.texts("accept");
    if let (Some(field), Some(value)) = (field, &value) {
        check_value(section, "value", field, value);
    }
    if section.has("field") != section.has("value") {
        let (present, absent) = if section.has("field") { ("field", "value") } else { ("value", "field") };
        section.fault(present, Reason::Together { key: present.to_owned(), with: format!("no {absent}") });
    }
    if !accept.is_empty() && value.is_none() {
        section.fault("accept", Reason::Together { key: "accept".to_owned(), with: "no value".to_owned() });
    }
    let when = read_when(section);
    if when != When::Never && !section.has("line") {
        section.fault_at(section.line(), Reason::Missing("line".to_owned()));
    }
    Fact {
        id: section.id("id"),
        when,
        topics: section.texts("topics"),
        asked_by: section.texts("asked_by"),
        line: section.text_or_none("line").unwrap_or_default(),
        field,
        value,
        accept,
        protected: section.flag("protected"),
    }
}

fn read_when(section: &Section<'_>) -> When {
    let words = ["asked", "volunteered", "never"];
    let word = section.choice("when", |word| words.iter().find(|known| **known == word).copied(), &words);
    if word != Some("volunteered") {
        if word.is_some() && section.has("at") {
            section.fault("at", Reason::Together { key: "at".to_owned(), with: "when = volunteered only".to_owned() });
        }
        // The key is known even when its neighbour is faulty.
        let _ = section.has("at");
        return if word == Some("never") { When::Never } else { When::Asked };
    }
    let at = section.text("at");
    let point = match at.split_once(':') {
        None if at == "opening" => Some(Point::Opening),
        None if at == "anything_else" => Some(Point::AnythingElse),
        Some(("turn", rank)) => rank.parse().ok().filter(|rank| *rank > 0).map(Point::Turn),
        Some(("after", fact)) if !fact.is_empty() => Some(Point::After(fact.to_owned())),
        Some(("step", step)) if !step.is_empty() => Some(Point::Step(step.to_owned())),
        _ => None,
    };
    if point.is_none() && !at.is_empty() {
        section.fault("at", Reason::Form { key: "at".to_owned(), value: at });
    }
    When::Volunteered(point.unwrap_or(Point::Opening))
}

fn read_expected(section: &Section<'_>) -> Expected {
    let satisfaction = section.section_or_none("satisfaction").map(|band| {
        let (min, max) = read_band(&band, 1, 4);
        (u8::try_from(min).unwrap_or(1), u8::try_from(max).unwrap_or(4))
    });
    let talk = section.section("talk_seconds").map_or((0, 0), |band| read_band(&band, 0, 7200));
    let wrap_up = section.section("wrap_up_seconds").map_or(1, |limit| limit.whole("max", 1, 7200));
    Expected {
        reasons: read_codes(section, "reasons", CallReason::parse, &CallReason::WORDS),
        outcomes: read_codes(section, "outcomes", Outcome::parse, &Outcome::WORDS),
        satisfaction,
        talk_seconds: (small(talk.0), small(talk.1)),
        wrap_up_seconds: small(wrap_up),
        clients_in_case: section.texts("clients_in_case"),
    }
}

fn read_band(section: &Section<'_>, lowest: i64, highest: i64) -> (i64, i64) {
    let (min, max) = (section.whole("min", lowest, highest), section.whole("max", lowest, highest));
    if min > max {
        section.fault("max", Reason::Range { key: "max".to_owned(), min: min.to_string(), max: highest.to_string() });
    }
    (min, max)
}

fn read_codes<T>(section: &Section<'_>, key: &str, parse: impl Fn(&str) -> Option<T>, words: &[&str]) -> Vec<T> {
    let codes = section.some_texts(key);
    let read = |code: String| {
        let parsed = parse(&code);
        if parsed.is_none() {
            section.fault(key, Reason::Choice { key: key.to_owned(), value: code, allowed: words.join(", ") });
        }
        parsed
    };
    codes.into_iter().filter_map(read).collect()
}

fn repeated<'t>(section: &Section<'_>, key: &str, ids: impl Iterator<Item = &'t str>) {
    let mut seen = BTreeSet::new();
    for (id, line) in ids.zip(section.item_lines(&[key])).filter(|(id, _)| !seen.insert(*id)) {
        section.fault_at(line, Reason::Repeated(id.to_owned()));
    }
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

// A part that is missing is already a fault: these stand in for it so that the rest is still checked.
fn no_desk() -> Desk {
    let company = Texts::default();
    Desk { seed: 0, background_clients: 0, script: String::new(), company, clients: Vec::new() }
}

fn no_caller() -> Caller {
    Caller {
        number: String::new(),
        client: None,
        voice: Language::Fr,
        mood: Mood::Calm,
        rings_after: 0,
        opening: String::new(),
        facts: Vec::new(),
        lines: Lines::default(),
    }
}

fn nothing_expected() -> Expected {
    Expected {
        reasons: Vec::new(),
        outcomes: Vec::new(),
        satisfaction: None,
        talk_seconds: (0, 0),
        wrap_up_seconds: 0,
        clients_in_case: Vec::new(),
    }
}
