//! Queries of the answers that are given in desk work.

use std::collections::BTreeMap;

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, params};
use serde_json::json;

use crate::practice::{Attempt, AttemptId};

/// An answer as it was last saved.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct Given {
    /// The question.
    pub question: String,
    /// What was answered; empty when it was taken back.
    pub answer: String,
    /// What was right when the work was handed over, as it is told; empty before, and for free words.
    pub right_answer: String,
    /// The line of the journal that shows it.
    pub event: i64,
}

/// The answers of an attempt, by question.
pub(super) async fn given(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<BTreeMap<String, Given>> {
    let sql = "SELECT question, answer, right_answer, event FROM work_answer WHERE attempt_id = $1";
    let rows = db.all::<Given>(sql, params![attempt.0]).await?;
    Ok(rows.into_iter().map(|given| (given.question.clone(), given)).collect())
}

/// Holds an attempt that is under way until the end of the change, so that nothing is saved after the hand-over. False when
/// it is over.
pub(super) async fn hold(change: &Change, attempt: AttemptId) -> Result<bool> {
    let sql = "UPDATE attempt SET state = state WHERE id = $1 AND state = 'open'";
    Ok(change.run(sql, params![attempt.0]).await? == 1)
}

/// Saves the answers that are others than those saved before, and writes `work.answered` for each. False when there is none.
pub(super) async fn save(change: &Change, attempt: &Attempt, answers: &[(&str, String)]) -> Result<bool> {
    let before = given(&**change, attempt.id).await?;
    let mut saved = false;
    for (question, answer) in answers {
        let old = before.get(*question).map_or("", |given| given.answer.as_str());
        if old == answer {
            continue;
        }
        let detail = json!({"question": question, "old": old, "answer": answer});
        let event = change.record(Entry::new("work.answered", "attempt", attempt.id.0).detail(detail)).await?;
        let sql = "INSERT INTO work_answer (attempt_id, question, answer, right_answer, event)
            VALUES ($1, $2, $3, '', $4)
            ON CONFLICT (attempt_id, question) DO UPDATE SET answer = excluded.answer, event = excluded.event";
        change.run(sql, params![attempt.id.0, *question, answer.as_str(), event]).await?;
        saved = true;
    }
    Ok(saved)
}

/// Keeps what was right for a question when the work was handed over, whether it was answered or not.
pub(super) async fn keep_right(change: &Change, attempt: AttemptId, question: &str, right: &str) -> Result<()> {
    let sql = "INSERT INTO work_answer (attempt_id, question, answer, right_answer, event) VALUES ($1, $2, '', $3, 0)
        ON CONFLICT (attempt_id, question) DO UPDATE SET right_answer = excluded.right_answer";
    change.run(sql, params![attempt.0, question, right]).await?;
    Ok(())
}
