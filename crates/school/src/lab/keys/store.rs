//! Queries of what each person knows of the commands of screen readers.

use std::collections::BTreeMap;

use ::store::{AccountId, Change, ConnectionTrait, FromQueryResult, Result, Sql, params};

use super::Card;

#[derive(FromQueryResult)]
struct Row {
    command: String,
    level: i64,
    due_at: i64,
    asked: i64,
    right_answers: i64,
    event: i64,
}

/// The cards of a person for one reader, by command.
pub(super) async fn cards(
    db: &impl ConnectionTrait,
    person: AccountId,
    reader: &str,
) -> Result<BTreeMap<String, Card>> {
    let sql = "SELECT command, level, due_at, asked, right_answers, event FROM key_card
        WHERE account_id = $1 AND reader = $2 ORDER BY command";
    let rows = db.all::<Row>(sql, params![person.0, reader]).await?;
    let card = |row: Row| {
        let Row { command, level, due_at, asked, right_answers, event } = row;
        (command.clone(), Card { command, level, due_at, asked, right: right_answers, event })
    };
    Ok(rows.into_iter().map(card).collect())
}

/// Keeps a card.
pub(super) async fn save(change: &Change, person: AccountId, reader: &str, card: &Card) -> Result<()> {
    let sql = "INSERT INTO key_card (account_id, reader, command, level, due_at, asked, right_answers, event)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (account_id, reader, command) DO UPDATE SET level = excluded.level, due_at = excluded.due_at,
            asked = excluded.asked, right_answers = excluded.right_answers, event = excluded.event";
    let params =
        params![person.0, reader, card.command.as_str(), card.level, card.due_at, card.asked, card.right, card.event];
    change.run(sql, params).await?;
    Ok(())
}

/// Begins a new round: what was asked and answered counts from zero; the boxes stay.
pub(super) async fn begin_round(change: &Change, person: AccountId, reader: &str) -> Result<()> {
    let sql = "UPDATE key_card SET asked = 0, right_answers = 0 WHERE account_id = $1 AND reader = $2";
    change.run(sql, params![person.0, reader]).await?;
    Ok(())
}

/// Keeps what a round was, beside its attempt.
pub(super) async fn keep_round(change: &Change, attempt: i64, asked: i64, right: i64) -> Result<()> {
    let sql = "INSERT INTO key_round (attempt_id, asked, right_answers) VALUES ($1, $2, $3)";
    change.run(sql, params![attempt, asked, right]).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Round {
    asked: i64,
    right_answers: i64,
}

/// How many commands were asked for in a round, and how many were right.
pub(super) async fn round_of(db: &impl ConnectionTrait, attempt: i64) -> Result<(i64, i64)> {
    let sql = "SELECT asked, right_answers FROM key_round WHERE attempt_id = $1";
    let row = db.one::<Round>(sql, params![attempt]).await?;
    Ok(row.map_or((0, 0), |row| (row.asked, row.right_answers)))
}
