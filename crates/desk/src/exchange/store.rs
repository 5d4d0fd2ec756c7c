//! Queries of imports.

mod alike;
mod known;
mod others;
mod unfinished;

use ::store::{
    Change, ConnectionTrait, Entry, FromQueryResult, Keyset, Moment, PAGE, Result, Scope, Sql, StoreError, params,
};
use serde_json::json;
use sheets::Position;

use self::alike::forget_alike;
pub(super) use self::alike::{AlikeLine, alike_lines, note_alike};
pub(super) use self::known::{KnownLine, known_lines, not_restored, note_known, note_restored, to_restore};
pub(super) use self::others::{has_files, last_line, others_worked};
pub(super) use self::unfinished::{keyed, others_bring, set_all_keyed, set_keyed, unfinished, unkeyed};
use super::{Counts, Import, ImportId, Plan, State};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    name: String,
    size: i64,
    digest: String,
    stored: String,
    plan: String,
    state: String,
    why: String,
    rows_read: i64,
    made: i64,
    known: i64,
    updated: i64,
    alike: i64,
    refused: i64,
    cleaned: i64,
    byte: i64,
    made_by: Option<String>,
    made_at: i64,
    ended_at: i64,
}

impl Row {
    fn import(self) -> Result<Import> {
        let plan = serde_json::from_str(&self.plan).map_err(|error| StoreError::Away(format!("a plan: {error}")))?;
        Ok(Import {
            id: ImportId(self.id),
            name: self.name,
            size: self.size,
            digest: self.digest,
            stored: self.stored,
            plan,
            state: State::parse(&self.state),
            why: self.why,
            counts: Counts {
                read: self.rows_read,
                made: self.made,
                known: self.known,
                updated: self.updated,
                alike: self.alike,
                refused: self.refused,
                cleaned: self.cleaned,
            },
            reached: self.byte,
            by: self.made_by,
            made_at: Moment(self.made_at),
            ended_at: Moment(self.ended_at),
        })
    }
}

macro_rules! select_imports {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.name, i.size, i.digest, i.stored, i.plan, i.state, i.why, i.rows_read, i.made, i.known, i.updated, i.alike,
                i.refused, i.cleaned, i.byte, a.name AS made_by, i.made_at, i.ended_at
            FROM import i LEFT JOIN account a ON a.id = i.made_by ",
            $rest
        )
    };
}

/// One import of the centre.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such import; else what the database says.
pub async fn get(db: &impl ConnectionTrait, scope: Scope, id: ImportId) -> Result<Import> {
    let sql = select_imports!("WHERE i.centre_id = $1 AND i.id = $2");
    let row: Option<Row> = db.one(sql, params![scope.centre.0, id.0]).await?;
    row.ok_or(StoreError::NotFound)?.import()
}

/// A page of the imports of the centre, the newest first.
pub(super) async fn list(db: &impl ConnectionTrait, scope: Scope, before: Option<i64>) -> Result<Keyset<Import>> {
    let sql = select_imports!("WHERE i.centre_id = $1 AND i.id < $2 ORDER BY i.id DESC LIMIT $3");
    let rows: Vec<Row> = db.all(sql, params![scope.centre.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1]).await?;
    let imports: Result<Vec<Import>> = rows.into_iter().map(Row::import).collect();
    Ok(Keyset::of(imports?, |import| import.id.0))
}

/// The newest import of the same columns, for its plan; and the newest that brought the very same file in.
pub(super) async fn earlier(
    db: &impl ConnectionTrait,
    scope: Scope,
    columns: &[String],
    digest: &str,
) -> Result<(Option<Plan>, Option<Import>)> {
    let recent = list(db, scope, None).await?.rows;
    let plan = recent.iter().find(|import| import.plan.columns == columns && import.state != State::Prepared);
    let same = recent.iter().find(|import| import.digest == digest && import.state == State::Imported);
    Ok((plan.map(|import| import.plan.clone()), same.cloned()))
}

/// A file that arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The name of the file, as the person knows it.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 in hexadecimal digits.
    pub digest: String,
    /// Where it stands.
    pub stored: String,
}

/// Notes a file to import and writes `import.prepared`.
///
/// # Errors
/// What the database says.
pub async fn prepare(change: &Change, file: &Arrived, plan: &Plan) -> Result<ImportId> {
    let sql =
        "INSERT INTO import (centre_id, name, size, digest, stored, plan, state, why, rows_read, made, known, alike,
            refused, cleaned, record, line, byte, made_by, made_at, ended_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, $8, $9, 0) RETURNING id";
    let actor = change.scope().actor.map(|actor| actor.0);
    let mut params = params![change.scope().centre.0, file.name.as_str(), file.size, file.digest.as_str()];
    params.extend(params![
        file.stored.as_str(),
        json!(plan).to_string(),
        State::Prepared.code(),
        actor,
        change.now().0
    ]);
    let id = change.number(sql, params).await?;
    let detail = json!({"name": file.name, "size": file.size, "digest": file.digest});
    change.record(Entry::new("import.prepared", "import", id).detail(detail)).await?;
    Ok(ImportId(id))
}

/// Keeps how the file is to be read; what an earlier run found is forgotten.
pub(super) async fn replan(change: &Change, id: ImportId, plan: &Plan) -> Result<()> {
    let sql = "UPDATE import SET plan = $3 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![change.scope().centre.0, id.0, json!(plan).to_string()]).await?;
    change.record(Entry::new("import.planned", "import", id.0).detail(json!({"fields": plan.fields}))).await?;
    Ok(())
}

/// In SQL, what stands in an import whose file has not been read yet.
macro_rules! as_new {
    () => {
        "why = '', rows_read = 0, made = 0, known = 0, updated = 0, alike = 0, refused = 0, cleaned = 0, record = 0, line = 0,
            byte = 0, ended_at = 0"
    };
}

/// Keeps that a file is read in another way. The import then stands as when its file came: what a trial found of the former reading
/// is forgotten.
///
/// # Errors
/// [`StoreError::Stale`] when the program works on the import, or has brought it in already.
pub(super) async fn reread(change: &Change, id: ImportId, plan: &Plan) -> Result<()> {
    let sql = concat!(
        "UPDATE import SET plan = $3, state = 'prepared', ",
        as_new!(),
        " WHERE centre_id = $1 AND id = $2
            AND (state IN ('prepared', 'checked') OR (state = 'stopped' AND made = 0 AND updated = 0))"
    );
    if change.run(sql, params![change.scope().centre.0, id.0, json!(plan).to_string()]).await? == 0 {
        return Err(StoreError::Stale);
    }
    forget_found(change, id).await?;
    let Plan { encoding, delimiter, sheet, fields, .. } = plan;
    let detail = json!({"encoding": encoding, "delimiter": delimiter, "sheet": sheet, "fields": fields});
    change.record(Entry::new("import.planned", "import", id.0).detail(detail)).await?;
    Ok(())
}

/// Forgets what an earlier run found, line by line.
async fn forget_found(change: &Change, id: ImportId) -> Result<()> {
    change.run("DELETE FROM import_refusal WHERE import_id = $1", params![id.0]).await?;
    change.run("DELETE FROM import_known WHERE import_id = $1", params![id.0]).await?;
    forget_alike(&**change, id).await
}

/// Begins a run from the first line: counts, what was kept of lines, and place are set back.
///
/// # Errors
/// [`StoreError::Stale`] when the program works on the import, or has brought it in already.
pub(super) async fn begin(change: &Change, id: ImportId, state: State) -> Result<()> {
    let sql = concat!(
        "UPDATE import SET state = $3, ",
        as_new!(),
        " WHERE centre_id = $1 AND id = $2 AND made = 0 AND updated = 0 AND state IN ('prepared', 'checked', 'stopped')"
    );
    // A dry run makes nothing: what it counted as made does not stand in the way.
    let free =
        "UPDATE import SET made = 0, updated = 0 WHERE centre_id = $1 AND id = $2 AND state IN ('prepared', 'checked')";
    change.run(free, params![change.scope().centre.0, id.0]).await?;
    if change.run(sql, params![change.scope().centre.0, id.0, state.code()]).await? == 0 {
        return Err(StoreError::Stale);
    }
    forget_found(change, id).await?;
    change.record(Entry::new("import.begun", "import", id.0).detail(json!({"state": state.code()}))).await?;
    Ok(())
}

/// Notes that so many files of an import are gone, up to the file `last`.
pub(super) async fn taken_back(change: &Change, id: ImportId, gone: i64, last: i64) -> Result<()> {
    let sql = "UPDATE import SET made = made - $3, byte = $4 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![change.scope().centre.0, id.0, gone, last]).await?;
    change.record(Entry::new("clients.taken_back", "import", id.0).detail(json!({"gone": gone, "last": last}))).await?;
    Ok(())
}

/// Moves an import from one state to another. One that was taken back has no lines to check any more.
///
/// # Errors
/// [`StoreError::Stale`] when it was no longer in the first.
pub(super) async fn turn(change: &Change, id: ImportId, from: State, to: State, why: &str) -> Result<()> {
    let sql = "UPDATE import SET state = $4, why = $5, ended_at = $6 WHERE centre_id = $1 AND id = $2 AND state = $3";
    let params = params![change.scope().centre.0, id.0, from.code(), to.code(), why, change.now().0];
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    if to == State::Reverting {
        change.run("UPDATE import SET byte = 0 WHERE id = $1", params![id.0]).await?;
    }
    if to == State::Reverted {
        change.run("UPDATE import SET alike = 0 WHERE id = $1", params![id.0]).await?;
        forget_alike(&**change, id).await?;
    }
    let detail = json!({"from": from.code(), "state": to.code(), "why": why});
    change.record(Entry::new("import.turned", "import", id.0).detail(detail)).await?;
    Ok(())
}

/// A line that was refused.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Refusal {
    /// The line of the file.
    pub line: i64,
    /// What is wrong: a JSON list of field, text key and what the sentence names.
    pub why: String,
    /// The cells, as a JSON list.
    pub cells: String,
}

/// Adds to what was counted and keeps the place that was reached and the lines that were refused.
///
/// # Errors
/// [`StoreError::Stale`] when the import is no longer at the record `from`: another program works on it.
pub(super) async fn advance(
    db: &impl ConnectionTrait,
    id: ImportId,
    counts: Counts,
    (from, reached): (Option<Position>, Position),
    refusals: &[Refusal],
) -> Result<()> {
    let sql = "UPDATE import SET rows_read = rows_read + $2, made = made + $3, known = known + $4, alike = alike + $5,
            refused = refused + $6, cleaned = cleaned + $7, record = $8, line = $9, byte = $10, updated = updated + $12
        WHERE id = $1 AND record = $11";
    let place = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let mut params =
        params![id.0, counts.read, counts.made, counts.known, counts.alike, counts.refused, counts.cleaned];
    params.extend(params![place(reached.record), place(reached.line), place(reached.byte)]);
    params.extend(params![from.map_or(0, |from| place(from.record)), counts.updated]);
    if db.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    for some in refusals.chunks(100) {
        let rows: Vec<String> =
            (0..some.len()).map(|at| format!("($1, ${}, ${}, ${})", 3 * at + 2, 3 * at + 3, 3 * at + 4)).collect();
        let sql = format!("INSERT INTO import_refusal (import_id, line, why, cells) VALUES {}", rows.join(", "));
        let mut params = params![id.0];
        for one in some {
            params.extend(params![one.line, one.why.as_str(), one.cells.as_str()]);
        }
        db.run(&sql, params).await?;
    }
    Ok(())
}

/// Notes that so many changes of an import are taken back.
pub(super) async fn restored(change: &Change, id: ImportId, count: i64) -> Result<()> {
    let sql = "UPDATE import SET updated = updated - $3 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![change.scope().centre.0, id.0, count]).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Place {
    record: i64,
    line: i64,
    byte: i64,
}

/// Where the run goes on; none at the beginning of the file.
pub(super) async fn reached(db: &impl ConnectionTrait, id: ImportId) -> Result<Option<Position>> {
    let sql = "SELECT record, line, byte FROM import WHERE id = $1";
    let place: Option<Place> = db.one(sql, params![id.0]).await?;
    let number = |number: i64| u64::try_from(number).unwrap_or(0);
    let place = place.filter(|place| place.record > 0);
    Ok(place.map(|at| Position { record: number(at.record), line: number(at.line), byte: number(at.byte) }))
}

/// Refused lines after a line, in the order of the file.
pub(super) async fn refusals(db: &impl ConnectionTrait, id: ImportId, after: i64, most: i64) -> Result<Vec<Refusal>> {
    let sql = "SELECT line, why, cells FROM import_refusal WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3";
    db.all(sql, params![id.0, after, most]).await
}

/// Files of an import that were kept when it was taken back.
pub(super) async fn kept(db: &impl ConnectionTrait, scope: Scope, id: ImportId) -> Result<Vec<i64>> {
    #[derive(FromQueryResult)]
    struct Kept {
        id: i64,
    }
    let sql = "SELECT id FROM client WHERE centre_id = $1 AND import_id = $2 ORDER BY id LIMIT 100";
    let rows: Vec<Kept> = db.all(sql, params![scope.centre.0, id.0]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

#[derive(FromQueryResult)]
struct Ended {
    id: i64,
    stored: String,
}

/// Imports of any centre whose last run ended before a moment and that still have their file or what was kept of its lines: for the
/// sweeping.
pub(super) async fn ended_before(db: &impl ConnectionTrait, moment: Moment) -> Result<Vec<(ImportId, String)>> {
    let sql = "SELECT id, stored FROM import
        WHERE ended_at > 0 AND ended_at < $1 AND stored <> '' AND state NOT IN ('checking', 'importing', 'reverting')
        ORDER BY id LIMIT 100";
    let rows: Vec<Ended> = db.all(sql, params![moment.0]).await?;
    Ok(rows.into_iter().map(|row| (ImportId(row.id), row.stored)).collect())
}

/// Forgets the refused lines of an import, those that resemble others, and where its file stood.
pub(super) async fn forget_lines(db: &impl ConnectionTrait, id: ImportId) -> Result<()> {
    db.run("DELETE FROM import_refusal WHERE import_id = $1", params![id.0]).await?;
    forget_alike(db, id).await?;
    db.run("UPDATE import SET stored = '' WHERE id = $1", params![id.0]).await?;
    Ok(())
}
