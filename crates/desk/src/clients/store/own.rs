//! Values of the fields that a centre defined, as filters and reports read them: one row for each filled field of a file.

use ::store::{Change, Result, Sql, params};
use names::fold::fold;
use serde_json::{Value as Json, json};

use super::conditions::Words;
use crate::clients::filter::own::{NONE, amount};
use crate::clients::{Client, Own, own_field};

/// The end of every text that begins so, in the order of bytes.
const END: char = '\u{10FFFF}';

/// The filled fields of the centre in a file: identity and value.
pub(super) fn filled(client: &Client) -> impl Iterator<Item = (i64, &str)> {
    let own = client.more.iter().filter_map(|(field, value)| Some((own_field(field)?, value)));
    own.filter(|(_, value)| !value.is_empty()).map(|(field, value)| (field, value.as_str()))
}

/// A row of a file: its field and the value.
pub(super) fn row(client: i64, field: i64, value: &str) -> Json {
    json!([client, field, value, fold(value), amount(value)])
}

/// Writes the rows of files that have none.
pub(super) async fn write(change: &Change, rows: Vec<Json>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO client_own (centre_id, client_id, field_id, value, folded, amount)
        SELECT $1, CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS BIGINT), value ->> 2, value ->> 3,
            CAST(value ->> 4 AS DOUBLE PRECISION)
        FROM {}",
        change.rows_of("$2")
    );
    change.run(&sql, params![change.scope().centre.0, Json::from(rows).to_string()]).await?;
    Ok(())
}

/// Takes the rows of a file away.
pub(super) async fn forget(change: &Change, client: i64) -> Result<()> {
    change.run("DELETE FROM client_own WHERE client_id = $1", params![client]).await?;
    Ok(())
}

impl Words {
    /// What a condition says of the row `o` of its field; nothing when it also asks for files without one.
    fn of_row(&mut self, own: &Own) -> String {
        match own {
            Own::Begins(text) => {
                let begins = fold(text);
                let (from, to) = (self.put(begins.as_str()), self.put(format!("{begins}{END}")));
                format!("o.folded >= {from} AND o.folded < {to}")
            }
            Own::Words(all) => {
                let words = all.iter().filter(|word| *word != NONE);
                let one = |word: &String| {
                    let (folded, word) = (self.put(fold(word)), self.put(word.as_str()));
                    format!("(o.folded = {folded} AND o.value = {word})")
                };
                let any: Vec<String> = words.map(one).collect();
                if any.is_empty() { "1 = 0".to_owned() } else { format!("({})", any.join(" OR ")) }
            }
            Own::Numbers(least, most) => {
                let end = |end: &Option<String>| end.as_deref().and_then(amount);
                self.amounts(end(least), end(most))
            }
            Own::Days(from, to) => {
                let end = |day: &Option<crate::clients::Day>| day.and_then(|day| amount(&day.to_string()));
                self.amounts(end(from), end(to))
            }
        }
    }

    fn amounts(&mut self, least: Option<f64>, most: Option<f64>) -> String {
        let mut all = vec![];
        for (sign, end) in [(">=", least), ("<=", most)] {
            all.extend(end.map(|end| format!("o.amount {sign} {}", self.put(end))));
        }
        all.join(" AND ")
    }

    /// The condition on a file `c`.
    pub(super) fn own(&mut self, field: i64, own: &Own) -> String {
        let (field, row) = (self.put(field), self.of_row(own));
        let has =
            format!("EXISTS (SELECT 1 FROM client_own o WHERE o.client_id = c.id AND o.field_id = {field} AND {row})");
        let none = matches!(own, Own::Words(all) if all.iter().any(|word| word == NONE));
        if !none {
            return has;
        }
        format!("({has} OR NOT EXISTS (SELECT 1 FROM client_own o WHERE o.client_id = c.id AND o.field_id = {field}))")
    }

    /// The files that a condition leaves, read from its own index: at most `most` of them.
    pub(super) fn own_driver(&mut self, field: i64, own: &Own, most: i64) -> String {
        let (field, row) = (self.put(field), self.of_row(own));
        format!(
            "id IN (SELECT o.client_id FROM client_own o WHERE o.centre_id = $1 AND o.field_id = {field} AND {row}
                LIMIT {most})"
        )
    }
}
