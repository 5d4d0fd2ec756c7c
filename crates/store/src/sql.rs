//! Plain SQL on either engine, in one line.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement, Value};

use crate::Result;

/// Collects the parameters of a statement: `params![scope.centre.0, name]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// What every connection and transaction can do with a numbered statement (`$1`, `$2`, …).
#[async_trait::async_trait]
pub trait Sql {
    /// Every row.
    async fn all<T: FromQueryResult + Send>(&self, sql: &str, params: Vec<Value>) -> Result<Vec<T>>;
    /// The first row, if any.
    async fn one<T: FromQueryResult + Send>(&self, sql: &str, params: Vec<Value>) -> Result<Option<T>>;
    /// One integer, zero when there is no row or it is NULL.
    async fn number(&self, sql: &str, params: Vec<Value>) -> Result<i64>;
    /// Runs a statement and says how many rows it touched.
    async fn run(&self, sql: &str, params: Vec<Value>) -> Result<u64>;
    /// The rows of a parameter such as `$2`, which holds a JSON list: a table with the column `value`, whose parts `value ->> 0`
    /// gives. An engine reads thousands of rows out of one parameter faster than out of thousands of parameters.
    fn rows_of(&self, list: &str) -> String;
    /// Adds many rows to a table in one statement, those that stand there already left out. `into` names the table and its
    /// columns: one for each of `shared`, whose values are the same in every row, then a text and a whole number, which come
    /// from `pairs`.
    async fn add_pairs(&self, into: &str, shared: &[i64], pairs: &[(String, i64)]) -> Result<u64>;
}

#[async_trait::async_trait]
impl<C: ConnectionTrait + Sync> Sql for C {
    async fn all<T: FromQueryResult + Send>(&self, sql: &str, params: Vec<Value>) -> Result<Vec<T>> {
        let rows = self.query_all_raw(statement(self, sql, params)).await?;
        Ok(rows.iter().map(|row| T::from_query_result(row, "")).collect::<std::result::Result<_, _>>()?)
    }

    async fn one<T: FromQueryResult + Send>(&self, sql: &str, params: Vec<Value>) -> Result<Option<T>> {
        let row = self.query_one_raw(statement(self, sql, params)).await?;
        Ok(row.map(|row| T::from_query_result(&row, "")).transpose()?)
    }

    async fn number(&self, sql: &str, params: Vec<Value>) -> Result<i64> {
        let row = self.query_one_raw(statement(self, sql, params)).await?;
        let value: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
        Ok(value.unwrap_or(0))
    }

    async fn run(&self, sql: &str, params: Vec<Value>) -> Result<u64> {
        Ok(self.execute_raw(statement(self, sql, params)).await?.rows_affected())
    }

    fn rows_of(&self, list: &str) -> String {
        match self.get_database_backend() {
            DbBackend::Postgres => format!("json_array_elements(CAST({list} AS json))"),
            _ => format!("json_each({list})"),
        }
    }

    async fn add_pairs(&self, into: &str, shared: &[i64], pairs: &[(String, i64)]) -> Result<u64> {
        let marks: Vec<String> = (1..=shared.len()).map(|at| format!("${at}, ")).collect();
        let (marks, list) = (marks.concat(), format!("${}", shared.len() + 1));
        // With OR IGNORE nothing of the statement is ever undone alone, so that SQLite keeps no second copy of its pages.
        let sql = match self.get_database_backend() {
            DbBackend::Postgres => format!(
                "INSERT INTO {into} SELECT {marks}key, CAST(value AS BIGINT) FROM json_each_text(CAST({list} AS json))
                ON CONFLICT DO NOTHING"
            ),
            _ => format!("INSERT OR IGNORE INTO {into} SELECT {marks}key, value FROM json_each({list})"),
        };
        let mut params: Vec<Value> = shared.iter().map(|number| (*number).into()).collect();
        params.push(object(pairs).into());
        self.run(&sql, params).await
    }
}

/// Pairs as a JSON object. A text may stand in it several times: both engines read objects pair by pair.
fn object(pairs: &[(String, i64)]) -> String {
    let pairs = pairs.iter().map(|(text, number)| format!("{}:{number}", serde_json::Value::from(text.as_str())));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
}

fn statement<C: ConnectionTrait>(db: &C, sql: &str, params: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, params)
}
