//! Reads a file of desk work: its shape key by key, then what its parts say of each other.

use std::collections::BTreeSet;

use ::web::{FieldError, Habilitation};
use desk::clients::{Day, Filter};
use desk::law::{Identity, Kind as RequestKind, Way};
use desk::reports::{About, Column, Group};
use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Section};

use super::naming::name_items;
use super::{
    Anomaly, Answer, Document, Expected, ExpectedField, ExpectedFile, ExpectedReport, ExpectedRequest, ExpectedSegment,
    KIND, Portfolio, Question, Task, WorkExercise, file_check,
};
use crate::assessment::measure::Measure;
use crate::assessment::trace::Field;
use crate::exercises::{read_aims, read_head};
use crate::practice::scenario::{Desk, FORMAT};
use crate::practice::{check_value, read_client};

/// The places of the desk that a task may lead to: the word of the format, the address, the text key of its name.
const PLACES: [(&str, &str, &str); 8] = [
    ("clients", "/clients", "clients-title"),
    ("new_client", "/clients/new", "clients-new-title"),
    ("portfolios", "/portfolios", "portfolios-title"),
    ("reports", "/reports", "reports-title"),
    ("segments", "/segments", "segments-title"),
    ("duplicates", "/duplicates", "duplicates-title"),
    ("merges", "/merges", "merge-list-title"),
    ("exports", "/exports", "exchange-export-title"),
];
const PLACE_WORDS: [&str; 8] =
    ["clients", "new_client", "portfolios", "reports", "segments", "duplicates", "merges", "exports"];

pub(super) fn parse(source: &str, criteria: &BTreeSet<String>) -> Result<WorkExercise, Faults> {
    reader::read(source, |root| {
        let head = read_head(root, FORMAT, criteria);
        let _ = root.choice("kind", |word| (word == KIND).then_some(()), &[KIND]);
        let mut exercise = WorkExercise {
            head,
            language: root.language("language"),
            level: u8::try_from(root.whole("level", 1, 5)).unwrap_or(1),
            brief: root.three_texts("brief"),
            minutes: u32::try_from(root.whole("minutes", 1, 240)).unwrap_or(1),
            habilitations: read_habilitations(root),
            desk: root.section("desk").map_or_else(no_desk, |section| read_desk(&section)),
            portfolios: root.sections("portfolios").iter().map(read_portfolio).collect(),
            documents: root.sections("documents").iter().map(read_document).collect(),
            tasks: root.sections("tasks").iter().map(read_task).collect(),
            questions: root.sections("questions").iter().map(read_question).collect(),
            expected: root.section("expected").map(|section| read_expected(&section)).unwrap_or_default(),
            measures: read_aims(root, &Measure::OF_WORK),
        };
        if exercise.tasks.is_empty() {
            root.fault("tasks", Reason::Empty("tasks".to_owned()));
        }
        file_check::check(root, &exercise);
        name_items(&mut exercise);
        exercise
    })
}

fn read_habilitations(root: &Section<'_>) -> Vec<String> {
    let words = root.texts("habilitations");
    for word in words.iter().filter(|word| !Habilitation::GRANTS.contains(&word.as_str())) {
        let (value, allowed) = (word.clone(), Habilitation::GRANTS.join(", "));
        root.fault("habilitations", Reason::Choice { key: "habilitations".to_owned(), value, allowed });
    }
    words
}

fn read_desk(section: &Section<'_>) -> Desk {
    Desk {
        seed: u64::try_from(section.whole("seed", 0, i64::MAX)).unwrap_or(0),
        background_clients: u32::try_from(section.whole("background_clients", 0, 100_000)).unwrap_or(0),
        script: String::new(),
        company: section.three_texts("company"),
        clients: section.sections("clients").iter().map(read_client).collect(),
    }
}

fn read_portfolio(section: &Section<'_>) -> Portfolio {
    Portfolio { name: section.text("name"), clients: section.some_texts("clients") }
}

/// The cells of a line, apart by ` | `.
fn cells(line: &str) -> Vec<String> {
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}

fn read_document(section: &Section<'_>) -> Document {
    let columns = section.text_or_none("columns").map(|line| cells(&line)).unwrap_or_default();
    let rows: Vec<Vec<String>> = section.texts("rows").iter().map(|line| cells(line)).collect();
    for (row, line) in rows.iter().zip(section.item_lines(&["rows"])) {
        if row.len() != columns.len() {
            section.fault_at(line, Reason::Form { key: "rows".to_owned(), value: row.join(" | ") });
        }
    }
    let paragraphs = section.texts("paragraphs");
    if paragraphs.is_empty() && rows.is_empty() {
        section.fault_at(section.line(), Reason::Missing("paragraphs, rows".to_owned()));
    }
    Document {
        id: section.id("id"),
        title: section.three_texts("title"),
        language: section.language("language"),
        paragraphs,
        columns,
        rows,
    }
}

fn read_task(section: &Section<'_>) -> Task {
    let find = |word: &str| PLACES.iter().find(|(own, ..)| *own == word).map(|(_, place, key)| (*place, *key));
    Task { text: section.three_texts("text"), place: section.choice_or_none("place", find, &PLACE_WORDS) }
}

fn read_question(section: &Section<'_>) -> Question {
    let words = ["count", "wilaya", "due", "choice", "words"];
    let kind = section.choice("answer", |word| words.iter().find(|own| **own == word).copied(), &words);
    let filtered = matches!(kind, Some("count" | "wilaya"));
    let filter = if filtered { read_filter(section, "filter") } else { Filter::default() };
    let answer = match kind {
        Some("count") => Answer::Count(filter),
        Some("wilaya") => Answer::Wilaya(filter),
        Some("due") => Answer::Due,
        Some("choice") => read_choice(section),
        _ => Answer::Words,
    };
    Question { id: section.id("id"), text: section.three_texts("text"), answer }
}

fn read_choice(section: &Section<'_>) -> Answer {
    let options: Vec<_> =
        section.sections("options").iter().map(|option| (option.id("id"), option.three_texts("text"))).collect();
    if options.len() < 2 {
        section.fault("options", Reason::Empty("options".to_owned()));
    }
    let right = section.some_texts("right");
    for id in right.iter().filter(|id| options.iter().all(|(own, _)| own != *id)) {
        section.fault("right", Reason::Dangling { key: "right".to_owned(), id: id.clone() });
    }
    Answer::Choice { options, right }
}

/// The filter of files that an address would ask for: `status=active&wilaya=16`. Empty is every file.
fn read_filter(section: &Section<'_>, key: &str) -> Filter {
    let Some(query) = section.text_or_none(key) else { return Filter::default() };
    let wrong = |errors: Vec<FieldError>| {
        let named: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
        section.fault(key, Reason::Form { key: named.join(", "), value: query.clone() });
        Filter::default()
    };
    let filter = Filter::parse(&query).unwrap_or_else(wrong);
    // A parameter that is no condition would be left aside in silence, and the filter would be wider than it looks.
    let known = query.split('&').all(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        desk::clients::is_parameter(name)
    });
    if !known {
        section.fault(key, Reason::Form { key: key.to_owned(), value: query.clone() });
    }
    filter
}

fn read_expected(section: &Section<'_>) -> Expected {
    Expected {
        clients_in_case: section.texts("clients_in_case"),
        files: section.sections("files").iter().map(read_file).collect(),
        anomalies: section.sections("anomalies").iter().map(read_anomaly).collect(),
        submitted: section.texts("submitted"),
        merges: section.sections("merges").iter().map(|pair| (pair.text("one"), pair.text("other"))).collect(),
        reports: section.sections("reports").iter().map(read_report).collect(),
        request: section.section_or_none("request").map(|request| read_request(&request)),
        segments: section.sections("segments").iter().map(read_segment).collect(),
    }
}

fn read_file(section: &Section<'_>) -> ExpectedFile {
    ExpectedFile { id: section.id("id"), client: section.text_or_none("client"), fields: read_fields(section) }
}

fn read_anomaly(section: &Section<'_>) -> Anomaly {
    Anomaly {
        id: section.id("id"),
        client: section.text("client"),
        name: section.three_texts("name"),
        fields: read_fields(section),
    }
}

fn read_fields(section: &Section<'_>) -> Vec<ExpectedField> {
    let fields: Vec<_> = section.sections("fields").iter().filter_map(read_field).collect();
    if fields.is_empty() {
        section.fault_at(section.line(), Reason::Missing("fields".to_owned()));
    }
    fields
}

fn read_field(section: &Section<'_>) -> Option<ExpectedField> {
    let field = section.choice("field", Field::parse, &Field::WORDS);
    let (value, accept) = (section.text("value"), section.texts("accept"));
    let weight = section.whole_or_none("weight", 1, 5).and_then(|weight| u32::try_from(weight).ok()).unwrap_or(1);
    let field = field?;
    if !value.is_empty() {
        check_value(section, "value", field, &value);
    }
    Some(ExpectedField { field, value, accept, weight })
}

fn read_report(section: &Section<'_>) -> ExpectedReport {
    let about = section.choice("about", About::parse, &About::ALL.map(About::code)).unwrap_or(About::Files);
    let groups: Vec<_> = about.groups().iter().map(|group| group.code()).collect();
    let group = |word: &str| Group::parse(word).filter(|group| about.groups().contains(group));
    let columns = section.texts("columns");
    let read = |word: &String| {
        let found = Column::parse(word).filter(|column| about.columns().0.contains(column));
        if found.is_none() {
            let allowed: Vec<_> = about.columns().0.iter().map(|column| column.code()).collect();
            let (value, allowed) = (word.clone(), allowed.join(", "));
            section.fault("columns", Reason::Choice { key: "columns".to_owned(), value, allowed });
        }
        found
    };
    ExpectedReport {
        id: section.id("id"),
        about,
        group: section
            .choice("group", group, &groups.iter().map(AsRef::as_ref).collect::<Vec<&str>>())
            .unwrap_or(Group::Status),
        columns: columns.iter().filter_map(read).collect(),
        filter: read_filter(section, "filter"),
    }
}

fn read_request(section: &Section<'_>) -> ExpectedRequest {
    let received_on = section.text("received_on");
    if Day::parse(&received_on).map(|day| day.to_string()) != Ok(received_on.clone()) && !received_on.is_empty() {
        section.fault("received_on", Reason::Form { key: "received_on".to_owned(), value: received_on.clone() });
    }
    let identity = |word: &String| {
        let found = Identity::parse(word);
        if found.is_none() {
            let (value, allowed) = (word.clone(), Identity::CODES.join(", "));
            section.fault("identity", Reason::Choice { key: "identity".to_owned(), value, allowed });
        }
        found
    };
    ExpectedRequest {
        client: section.text("client"),
        kind: section.choice("kind", RequestKind::parse, RequestKind::CODES).unwrap_or(RequestKind::Access),
        way: section.choice("way", Way::parse, Way::CODES).unwrap_or(Way::Letter),
        identity: section.some_texts("identity").iter().filter_map(identity).collect(),
        received_on,
    }
}

fn read_segment(section: &Section<'_>) -> ExpectedSegment {
    let filter = read_filter(section, "filter");
    if filter.is_empty() {
        section.fault("filter", Reason::Missing("filter".to_owned()));
    }
    ExpectedSegment { id: section.id("id"), name: section.three_texts("name"), filter }
}

// A part that is missing is already a fault: this stands in for it so that the rest is still checked.
fn no_desk() -> Desk {
    let company = reader::Texts::default();
    Desk { seed: 0, background_clients: 0, script: String::new(), company, clients: Vec::new() }
}
