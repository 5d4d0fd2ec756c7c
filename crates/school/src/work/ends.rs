//! What desk work left behind: what stands at the desk of the sandbox, and what its journal tells of the way there.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{ConnectionTrait, JournalRow, Result, Scope};
use ::web::Fields;
use desk::clients::{self, Asked, Client, ClientId, Filter};
use desk::law::{self, Identity, Kind as RequestKind, Way};
use desk::reports::{About, Column, Group};

use super::store::Given;
use super::{ExpectedField, ExpectedFile, WorkExercise, keys};
use crate::assessment::compare;
use crate::assessment::evidence_of::{accesses, clients_of_the_scenario, mark_of_file};
use crate::assessment::trace::{Access, Field, FileField, Named};
use crate::practice::Attempt;

/// A merge that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// The file that stays, and the one merged into it, as the exercise calls them.
    pub pair: (String, String),
    pub event: i64,
}

/// A report that was kept or taken away.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Made {
    pub about: About,
    pub group: Group,
    pub columns: Vec<Column>,
    pub filter: Filter,
    pub event: i64,
}

/// A request that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TakenIn {
    pub client: String,
    pub kind: RequestKind,
    pub way: Way,
    pub identity: Identity,
    pub received_on: String,
    pub event: Option<i64>,
}

/// An answer beside what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    pub question: String,
    pub good: bool,
    pub event: Option<i64>,
}

/// What one attempt left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ends {
    pub accesses: Vec<Access>,
    /// The fields of a file at the end, by the exercise's word for it; a file that was not made is absent.
    pub files: BTreeMap<String, Vec<FileField>>,
    /// The files that the trainee changed, with the names of the fields that hold something else than before.
    pub changed: Vec<(String, BTreeSet<String>, i64)>,
    /// Files that the trainee made beyond those to be made.
    pub made: Vec<Named>,
    pub submitted: Vec<Named>,
    pub merges: Vec<Merged>,
    pub reports: Vec<Made>,
    /// Refusals, by the text key of their reason.
    pub refused: Vec<Named>,
    pub requests: Vec<TakenIn>,
    /// For each segment expected: whether one of the trainee's holds its files, and the line that made it.
    pub segments: Vec<(String, bool, Option<i64>)>,
    pub answers: Vec<Answered>,
    /// True when the trainee did anything at the desk.
    pub acted: bool,
    /// True when the trainee wrote anything.
    pub wrote: bool,
}

/// Where the end is read.
pub(super) struct Place<'a, C> {
    pub db: &'a C,
    pub attempt: &'a Attempt,
    pub exercise: &'a WorkExercise,
    pub journal: &'a [JournalRow],
    pub asked: Asked,
}

/// Lines that are no act at the desk.
const NO_ACT: [&str; 5] = ["attempt.", "account.", "session.", "preferences.", "work.handed_over"];
/// Lines that write.
const WRITES: [&str; 8] = [
    "client.created",
    "client.updated",
    "client.merged",
    "client.unmerged",
    "client.submitted",
    "request.received",
    "segment.",
    "portfolio.",
];

impl<C: ConnectionTrait> Place<'_, C> {
    fn scope(&self) -> Scope {
        self.attempt.sandbox()
    }

    fn by_trainee(&self) -> impl Iterator<Item = &JournalRow> {
        self.journal.iter().filter(|row| row.actor_id == Some(self.attempt.trainee.0))
    }

    /// Reads everything.
    ///
    /// # Errors
    /// What the database says.
    pub(super) async fn read(&self, given: &BTreeMap<String, Given>) -> Result<Ends> {
        let words = clients_of_the_scenario(self.journal);
        let (files, matched) = self.files(&words).await?;
        let known = |file: i64| {
            let made = matched.iter().find(|(_, own)| **own == file).map(|(id, _)| id.clone());
            words.get(&file).cloned().or(made).unwrap_or_else(|| mark_of_file(file))
        };
        let starts = |row: &JournalRow, with: &[&str]| with.iter().any(|verb| row.verb.starts_with(verb));
        let created = self.by_trainee().filter(|row| row.verb == "client.created");
        let extra = created.filter(|row| !matched.values().any(|file| *file == row.subject_id));
        Ok(Ends {
            accesses: accesses(self.journal),
            changed: self.changed(&known),
            made: extra.map(|row| named(mark_of_file(row.subject_id), row)).collect(),
            submitted: self.each("client.submitted").map(|row| named(known(row.subject_id), row)).collect(),
            merges: self.merges(&known),
            reports: self.reports(),
            refused: self.each("access.refused").map(refusal).collect(),
            requests: self.requests(&known).await?,
            segments: self.segments().await?,
            answers: self.answers(given).await?,
            acted: self.by_trainee().any(|row| !starts(row, &NO_ACT)),
            wrote: self.by_trainee().any(|row| starts(row, &WRITES)),
            files,
        })
    }

    fn each<'b>(&'b self, verb: &'b str) -> impl Iterator<Item = &'b JournalRow> {
        self.by_trainee().filter(move |row| row.verb == verb)
    }

    /// The files that matter at the end, and which of those made by the trainee stands for which one to be made.
    async fn files(
        &self,
        words: &BTreeMap<i64, String>,
    ) -> Result<(BTreeMap<String, Vec<FileField>>, BTreeMap<String, i64>)> {
        let expected = &self.exercise.expected;
        let (mut files, mut matched) = (BTreeMap::new(), BTreeMap::new());
        let of_desk = expected.files.iter().filter_map(|file| file.client.as_ref());
        let anomalous = expected.anomalies.iter().map(|anomaly| &anomaly.client);
        for word in of_desk.chain(anomalous) {
            if let Some((file, _)) = words.iter().find(|(_, own)| *own == word) {
                let client = clients::standing(self.db, self.scope(), ClientId(*file)).await?;
                files.insert(word.clone(), self.fields(&client));
            }
        }
        let mut made = Vec::new();
        for row in self.each("client.created") {
            made.push(clients::get(self.db, self.scope(), ClientId(row.subject_id)).await?);
        }
        for file in expected.files.iter().filter(|file| file.client.is_none()) {
            let free = made.iter().filter(|client| !matched.values().any(|own| *own == client.id.0));
            // Of two files that hold as much, the first one made.
            let best = free
                .map(|client| (rightness(file, &self.fields(client)), client))
                .rev()
                .max_by_key(|(right, _)| *right);
            if let Some((_, client)) = best {
                matched.insert(file.id.clone(), client.id.0);
                files.insert(file.id.clone(), self.fields(client));
            }
        }
        Ok((files, matched))
    }

    fn fields(&self, client: &Client) -> Vec<FileField> {
        let values = client.values();
        let saves: Vec<_> = self
            .by_trainee()
            .filter(|row| row.subject == "client" && row.subject_id == client.id.0)
            .filter(|row| row.verb == "client.created" || row.verb == "client.updated")
            .map(|row| (row.id, row.json()))
            .collect();
        let saved = |field: Field| saves.iter().rev().find(|(_, detail)| detail["new"].get(field.word()).is_some());
        let field = |field: Field| FileField {
            field,
            value: values.get(field.word()).to_owned(),
            event: saved(field).map(|(id, _)| *id),
        };
        Field::ALL.map(field).to_vec()
    }

    /// The files that the trainee changed, each with the fields that hold something else than at the start.
    fn changed(&self, known: &impl Fn(i64) -> String) -> Vec<(String, BTreeSet<String>, i64)> {
        let mut first: BTreeMap<(i64, String), String> = BTreeMap::new();
        let mut last: BTreeMap<(i64, String), (String, i64)> = BTreeMap::new();
        for row in self.each("client.updated") {
            let detail = row.json();
            let values = |side: &str| detail[side].as_object().cloned().unwrap_or_default();
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            for (field, value) in values("old") {
                first.entry((row.subject_id, field)).or_insert_with(|| text(&value));
            }
            for (field, value) in values("new") {
                last.insert((row.subject_id, field), (text(&value), row.id));
            }
        }
        let mut files: BTreeMap<i64, (BTreeSet<String>, i64)> = BTreeMap::new();
        for ((file, field), (value, event)) in last {
            let before = first.get(&(file, field.clone()));
            if before.is_none_or(|before| *before != value) {
                let own = files.entry(file).or_insert_with(|| (BTreeSet::new(), event));
                own.0.insert(field);
            }
        }
        files.into_iter().map(|(file, (fields, event))| (known(file), fields, event)).collect()
    }

    fn merges(&self, known: &impl Fn(i64) -> String) -> Vec<Merged> {
        let undone: BTreeSet<_> = self.each("client.unmerged").filter_map(|row| row.json()["merge"].as_i64()).collect();
        let standing = self.each("client.merged").filter_map(|row| {
            let detail = row.json();
            let (merge, other) = (detail["merge"].as_i64()?, detail["other"].as_i64()?);
            let pair = (known(row.subject_id), known(other));
            (!undone.contains(&merge)).then_some(Merged { pair, event: row.id })
        });
        standing.collect()
    }

    fn reports(&self) -> Vec<Made> {
        let made = self.by_trainee().filter(|row| row.verb == "report.created" || row.verb == "report.taken");
        let read = |row: &JournalRow| {
            let detail = row.json();
            let about = About::parse(detail["about"].as_str()?)?;
            let fields = Fields::parse(detail["query"].as_str()?.as_bytes());
            let usual = about.groups().first().copied()?;
            Some(Made {
                about,
                group: Group::parse(fields.get("group")).unwrap_or(usual),
                columns: fields.each("column").filter_map(Column::parse).collect(),
                filter: Filter::read(&fields).ok()?,
                event: row.id,
            })
        };
        made.filter_map(read).collect()
    }

    async fn requests(&self, known: &impl Fn(i64) -> String) -> Result<Vec<TakenIn>> {
        let lines: Vec<_> = self.each("request.received").map(|row| (row.json()["request"].as_i64(), row.id)).collect();
        let rows = law::registered(self.db, self.scope(), 100).await?;
        let taken = rows.into_iter().map(|row| TakenIn {
            client: known(row.client.0),
            kind: row.kind,
            way: row.way,
            identity: row.identity,
            received_on: row.received_on,
            event: lines.iter().find(|(request, _)| *request == Some(row.id)).map(|(_, event)| *event),
        });
        Ok(taken.collect())
    }

    /// The filters of the segments that stand, each with the line that gave it.
    fn filters(&self) -> Vec<(Filter, i64)> {
        let mut standing: BTreeMap<i64, (String, i64)> = BTreeMap::new();
        for row in self.by_trainee().filter(|row| row.subject == "segment") {
            let detail = row.json();
            let query = match row.verb.as_str() {
                "segment.created" => detail["query"].as_str(),
                "segment.updated" => detail["new"]["query"].as_str(),
                "segment.deleted" => {
                    standing.remove(&row.subject_id);
                    None
                }
                _ => None,
            };
            if let Some(query) = query {
                standing.insert(row.subject_id, (query.to_owned(), row.id));
            }
        }
        standing.into_values().filter_map(|(query, event)| Some((Filter::parse(&query).ok()?, event))).collect()
    }

    async fn segments(&self) -> Result<Vec<(String, bool, Option<i64>)>> {
        let found = self.filters();
        let mut all = Vec::new();
        for expected in &self.exercise.expected.segments {
            let mut event = None;
            for (filter, made) in &found {
                if self.is_same(filter, &expected.filter).await? {
                    event = Some(*made);
                    break;
                }
            }
            all.push((expected.id.clone(), event.is_some(), event));
        }
        Ok(all)
    }

    /// A filter holds the files of another when it holds as many, and as many still once the other's conditions are put on it.
    async fn is_same(&self, own: &Filter, key: &Filter) -> Result<bool> {
        let both = key.conditions().iter().fold(own.clone(), |both, condition| both.with(condition.clone()));
        let mut counts = Vec::new();
        for filter in [own, key, &both] {
            counts.push(clients::count(self.db, self.scope(), filter, self.asked).await?);
        }
        Ok(counts[0] == counts[1] && counts[1] == counts[2])
    }

    async fn answers(&self, given: &BTreeMap<String, Given>) -> Result<Vec<Answered>> {
        let mut answers = Vec::new();
        for question in &self.exercise.questions {
            let Some(right) = keys::right(self.db, self.scope(), self.exercise, question, self.asked).await? else {
                continue;
            };
            let own = given.get(&question.id);
            answers.push(Answered {
                question: question.id.clone(),
                good: own.is_some_and(|own| right.admits(&own.answer)),
                event: own.map(|own| own.event).filter(|event| *event != 0),
            });
        }
        Ok(answers)
    }
}

fn named(id: String, row: &JournalRow) -> Named {
    Named { id, moment: crate::assessment::trace::Moment { event: row.id, at: row.at } }
}

fn refusal(row: &JournalRow) -> Named {
    named(row.json()["reason"].as_str().unwrap_or_default().to_owned(), row)
}

/// Whether a field of a file holds what is expected.
pub(super) fn is_right(expected: &ExpectedField, fields: &[FileField]) -> bool {
    let Some(found) = fields.iter().find(|own| own.field == expected.field) else { return false };
    std::iter::once(&expected.value)
        .chain(&expected.accept)
        .any(|value| compare::same(found.field, &found.value, value))
}

/// How much of what is expected a file holds.
fn rightness(file: &ExpectedFile, fields: &[FileField]) -> u32 {
    file.fields.iter().filter(|field| is_right(field, fields)).map(|field| field.weight).sum()
}
