//! Indexes that stand aside while very many rows are added.
//!
//! A row that is added file by file changes a page of every index; an index that is built at the end sorts all rows once, which
//! costs a tenth. How each index is made is kept in the base, so that it is built later when the program was killed meanwhile; migrations
//! find every index in its place. Until then every query gives the same answers, only later.

use std::time::Instant;

use sea_orm::{DatabaseTransaction, FromQueryResult, TransactionTrait};

use crate::{Engine, Result, Sql, Store, params};

#[derive(FromQueryResult)]
struct Aside {
    name: String,
    sql: String,
}

impl Store {
    /// Takes these indexes away until [`Store::restore_indexes`]; one that does not stand there is passed over.
    ///
    /// # Errors
    /// What the database says, also when others use the table for longer than three seconds: the others stay then.
    pub async fn set_indexes_aside(&self, names: &[&str]) -> Result<()> {
        let postgres = self.engine() == Engine::Postgres;
        let made_by = match postgres {
            true => {
                "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema() AND indexname = $1"
            }
            false => "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name = $1",
        };
        for name in names {
            // One at a time: who waits for two tables may wait for somebody who waits for the first.
            let change = self.scratch().begin().await?;
            if postgres {
                // Whoever waits for the table holds up everybody who comes after.
                change.run("SET LOCAL lock_timeout = '3s'", params![]).await?;
            }
            let Some(index) = change.one::<Aside>(made_by, params![*name]).await? else { continue };
            let sql = "INSERT INTO index_aside (name, sql) VALUES ($1, $2)";
            change.run(sql, params![index.name.as_str(), index.sql]).await?;
            change.run(&format!("DROP INDEX {}", index.name), params![]).await?;
            change.commit().await?;
        }
        Ok(())
    }

    /// Builds the indexes that stand aside, one after the other.
    ///
    /// # Errors
    /// What the database says.
    pub async fn restore_indexes(&self) -> Result<()> {
        for Aside { name, sql } in self.indexes_aside().await? {
            let start = Instant::now();
            let change = self.scratch().begin().await?;
            // Another program may be about it.
            if change.run("DELETE FROM index_aside WHERE name = $1", params![name.as_str()]).await? == 0 {
                continue;
            }
            self.build(&change, &sql).await?;
            change.commit().await?;
            tracing::debug!(name, ms = start.elapsed().as_millis(), "an index that stood aside is built");
        }
        Ok(())
    }

    async fn build(&self, change: &DatabaseTransaction, sql: &str) -> Result<()> {
        if self.engine() == Engine::Postgres {
            change.run("SET LOCAL maintenance_work_mem = '128MB'", params![]).await?;
        }
        change.run(sql, params![]).await?;
        Ok(())
    }

    async fn indexes_aside(&self) -> Result<Vec<Aside>> {
        let known = match self.engine() {
            Engine::Postgres => "SELECT CASE WHEN to_regclass('index_aside') IS NULL THEN 0::bigint ELSE 1::bigint END",
            Engine::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = 'index_aside'",
        };
        // A base that is made just now has no tables at all.
        match self.scratch().number(known, params![]).await? {
            0 => Ok(vec![]),
            _ => self.scratch().all("SELECT name, sql FROM index_aside ORDER BY name", params![]).await,
        }
    }
}
