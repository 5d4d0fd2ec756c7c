//! Rows of a text and a whole number, thousands in one statement.

use sea_orm::{ConnectionTrait, DbBackend, Value};

use crate::{Result, Sql};

/// A table whose rows are a text and a whole number, after columns that many rows share.
#[derive(Clone, Copy, Debug)]
pub struct Pairs {
    /// The table.
    pub table: &'static str,
    /// Columns whose values are the same in every row of a statement.
    pub shared: &'static [&'static str],
    /// The column of the text.
    pub text: &'static str,
    /// The column of the whole number.
    pub number: &'static str,
}

impl Pairs {
    /// Adds rows, those that stand there already left out, and gives how many were added. `shared` has a value for each of the
    /// shared columns.
    ///
    /// # Errors
    /// What the database says.
    pub async fn add(&self, db: &impl ConnectionTrait, shared: &[i64], pairs: &[(String, i64)]) -> Result<u64> {
        let insert = self.insert(db.get_database_backend());
        db.run(&format!("{insert} ON CONFLICT DO NOTHING"), params(shared, pairs)).await
    }

    /// Adds rows of which none stands there yet: PostgreSQL needs half the time for it. On SQLite, as [`Pairs::add`] does.
    ///
    /// # Errors
    /// [`crate::StoreError::Duplicate`] when one stands there, and none is added then; else what the database says.
    pub async fn add_new(&self, db: &impl ConnectionTrait, shared: &[i64], pairs: &[(String, i64)]) -> Result<u64> {
        db.run(&self.insert(db.get_database_backend()), params(shared, pairs)).await
    }

    fn insert(&self, engine: DbBackend) -> String {
        let Self { table, shared, text, number } = self;
        let columns: String = shared.iter().map(|column| format!("{column}, ")).collect();
        let marks: String = (1..=shared.len()).map(|at| format!("${at}, ")).collect();
        let list = format!("${}", shared.len() + 1);
        match engine {
            DbBackend::Postgres => format!(
                "INSERT INTO {table} ({columns}{text}, {number})
                SELECT {marks}key, CAST(value AS BIGINT) FROM json_each_text(CAST({list} AS json))"
            ),
            // With OR IGNORE nothing of the statement is ever undone alone, so that SQLite keeps no second copy of its pages. WHERE:
            // after FROM, it would else take ON CONFLICT for a join.
            _ => format!(
                "INSERT OR IGNORE INTO {table} ({columns}{text}, {number}) SELECT {marks}key, value FROM json_each({list})
                WHERE TRUE"
            ),
        }
    }

    /// Takes rows away and gives how many there were.
    ///
    /// # Errors
    /// What the database says.
    pub async fn remove(&self, db: &impl ConnectionTrait, shared: &[i64], pairs: &[(String, i64)]) -> Result<u64> {
        let Self { table, text, number, .. } = self;
        let same: String =
            self.shared.iter().zip(1..).map(|(column, at)| format!("{table}.{column} = ${at} AND ")).collect();
        let list = format!("${}", shared.len() + 1);
        let sql = match db.get_database_backend() {
            DbBackend::Postgres => format!(
                "DELETE FROM {table} USING json_each_text(CAST({list} AS json)) gone
                WHERE {same}{table}.{text} = gone.key AND {table}.{number} = CAST(gone.value AS BIGINT)"
            ),
            _ => format!(
                "DELETE FROM {table} WHERE {same}({text}, {number}) IN (SELECT key, value FROM json_each({list}))"
            ),
        };
        db.run(&sql, params(shared, pairs)).await
    }
}

fn params(shared: &[i64], pairs: &[(String, i64)]) -> Vec<Value> {
    shared.iter().map(|number| (*number).into()).chain([object(pairs).into()]).collect()
}

/// Pairs as a JSON object. A text may stand in it several times: both engines read objects pair by pair.
fn object(pairs: &[(String, i64)]) -> String {
    let mut object = String::with_capacity(24 * pairs.len() + 2);
    object.push('{');
    for (at, (text, number)) in pairs.iter().enumerate() {
        if at > 0 {
            object.push(',');
        }
        object.push_str(&serde_json::Value::from(text.as_str()).to_string());
        object.push(':');
        object.push_str(&number.to_string());
    }
    object.push('}');
    object
}
