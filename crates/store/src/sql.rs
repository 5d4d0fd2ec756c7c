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
            // Taken apart once, not once for each part that is asked for.
            DbBackend::Postgres => format!("jsonb_array_elements(CAST({list} AS jsonb))"),
            _ => format!("json_each({list})"),
        }
    }
}

fn statement<C: ConnectionTrait>(db: &C, sql: &str, params: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, params)
}
