//! A trainee at desk work: what they do at the real desk, and what it is worth.

use ::store::{FromQueryResult, JournalRow, Sql, params};
use axum::http::StatusCode;
use desk::clients::{self, Client, ClientId};
use words::Lang;

use crate::practice::Attempt;
pub(super) use crate::practice::tests::house::{FR, House, Person, houses, site};

/// One measure of an attempt, as it was proposed.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub(super) struct Proposed {
    pub measure: String,
    pub criterion: String,
    pub value: f64,
    pub met: bool,
    pub state: String,
}

impl House {
    /// The trainee says ready; the attempt that begins.
    pub(super) async fn begins(&self, person: &Person, code: &str, mode: &str) -> Attempt {
        let back = person.ready(code, mode).await;
        let led = (back.status, back.place.as_str());
        assert_eq!(led, (StatusCode::SEE_OTHER, "/practice/work"), "{} {code}\n{}", self.name(), back.html);
        self.attempts(person).await.pop().unwrap()
    }

    /// Hands the work over; what is proposed of it, in the order of its measures.
    pub(super) async fn hands_over(&self, person: &Person, attempt: &Attempt) -> Vec<Proposed> {
        let back = person.post("/practice/work/handover", &[]).await;
        let result = format!("/attempts/{}/result", attempt.id.0);
        assert_eq!((back.status, back.place), (StatusCode::SEE_OTHER, result), "{}\n{}", self.name(), back.html);
        self.proposed(attempt).await
    }

    pub(super) async fn proposed(&self, attempt: &Attempt) -> Vec<Proposed> {
        let sql = "SELECT measure, criterion, value, met, state FROM evidence WHERE attempt_id = $1 ORDER BY id";
        self.fresh.store.read().all(sql, params![attempt.id.0]).await.unwrap()
    }

    pub(super) async fn happened(&self, attempt: &Attempt) -> Vec<JournalRow> {
        self.journal(attempt.centre).await
    }

    /// The file of a client of the exercise.
    pub(super) async fn file(&self, attempt: &Attempt, word: &str) -> Client {
        let journal = self.happened(attempt).await;
        let filled = journal.iter().find(|row| row.verb == "sandbox.filled").unwrap().json();
        let id = ClientId(filled["clients"][word].as_i64().unwrap_or_else(|| panic!("no client {word}")));
        clients::get(self.fresh.store.read(), attempt.sandbox(), id).await.unwrap()
    }

    /// The files that the trainee made, oldest first.
    pub(super) async fn made(&self, attempt: &Attempt) -> Vec<Client> {
        let mut made = vec![];
        for row in self.happened(attempt).await.iter().filter(|row| row.actor_id.is_some()) {
            if row.verb == "client.created" {
                let id = ClientId(row.subject_id);
                made.push(clients::get(self.fresh.store.read(), attempt.sandbox(), id).await.unwrap());
            }
        }
        made
    }

    /// The trainee opens a file and saves it with some fields changed.
    pub(super) async fn corrects(&self, person: &Person, attempt: &Attempt, word: &str, pairs: &[(&str, &str)]) {
        let client = self.file(attempt, word).await;
        assert_eq!(person.get(&format!("/clients/{}", client.id.0)).await.status, StatusCode::OK, "{}", self.name());
        let mut fields = client.typed(Lang::Fr);
        fields.set("version", client.version.to_string());
        for (field, value) in pairs {
            fields.set(field, *value);
        }
        let sent: Vec<_> = fields.0.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        let back = person.post(&format!("/clients/{}/edit", client.id.0), &sent).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{} {word}\n{}", self.name(), back.html);
    }

    /// The trainee submits a file as it is now.
    pub(super) async fn submits(&self, person: &Person, client: &Client) {
        let version = client.version.to_string();
        let back = person.post(&format!("/clients/{}/submission", client.id.0), &[("version", &version)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", self.name(), back.html);
    }

    /// The trainee answers questions and saves the answers.
    pub(super) async fn answers(&self, person: &Person, pairs: &[(&str, &str)]) {
        let back = person.post("/practice/work/answers", pairs).await;
        let led = (back.status, back.place.as_str());
        assert_eq!(led, (StatusCode::SEE_OTHER, "/practice/work"), "{}\n{}", self.name(), back.html);
    }

    /// Merges two files of the exercise, with what is chosen; the number of the merge.
    pub(super) async fn merges(
        &self,
        person: &Person,
        attempt: &Attempt,
        (kept, other): (&str, &str),
        choices: &[(&str, &str)],
    ) -> i64 {
        let (kept, other) = (self.file(attempt, kept).await, self.file(attempt, other).await);
        let values = [
            ("kept", kept.id.0.to_string()),
            ("other", other.id.0.to_string()),
            ("version", kept.version.to_string()),
            ("other_version", other.version.to_string()),
            ("once", format!("merge-{}-{}", kept.id.0, other.id.0)),
        ];
        let mut sent: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        sent.extend_from_slice(choices);
        let back = person.post("/merges", &sent).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", self.name(), back.html);
        let journal = self.happened(attempt).await;
        journal.iter().rev().find(|row| row.verb == "client.merged").unwrap().json()["merge"].as_i64().unwrap()
    }

    /// How many files of the sandbox answer a filter, asked of the desk as the exercise asks it.
    pub(super) async fn counts(&self, attempt: &Attempt, query: &str) -> i64 {
        let filter = clients::Filter::parse(query).unwrap();
        let asked = clients::Asked { now: self.clock().now(), offset: 60 };
        clients::count(self.fresh.store.read(), attempt.sandbox(), &filter, asked).await.unwrap()
    }

    /// What is shown to the trainee at the end, which must say in words all that happened.
    pub(super) async fn result(&self, person: &Person, attempt: &Attempt) -> String {
        let page = person.get(&format!("/attempts/{}/result", attempt.id.0)).await;
        assert_eq!(page.status, StatusCode::OK, "{}\n{}", self.name(), page.html);
        let other = FR.with("assessment-line-other", &[("what", words::Arg::from("x"))]);
        let told = other.split('x').next().unwrap();
        assert!(!page.html.contains(told), "{}: an act without words\n{}", self.name(), page.html);
        assert!(!page.html.contains('⟦'), "{}: a text is missing\n{}", self.name(), page.html);
        page.html
    }
}

/// The measures that do not reach their target, as `measure value`.
pub(super) fn short(proposed: &[Proposed]) -> Vec<String> {
    let short = proposed.iter().filter(|own| !own.met);
    short.map(|own| format!("{} {} {}", own.criterion, own.measure, (own.value * 100.0).round() / 100.0)).collect()
}
