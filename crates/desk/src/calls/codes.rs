//! Reasons and outcomes of calls: data of a centre, named in three languages.

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};
use words::Lang;

/// What a code says about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Why the caller called (objet de l’appel).
    Reason,
    /// How the call ended (issue de l’appel).
    Outcome,
}

impl CodeKind {
    fn word(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Outcome => "outcome",
        }
    }
}

/// A code and its names.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Code {
    /// The stored word.
    pub code: String,
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl Code {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

/// The codes that a new centre begins with: kind, code, French, Arabic, English; every name fits 20 cells.
const FIRST: &str = include_str!("codes.csv");

/// The codes of a kind in a centre, in their order.
///
/// # Errors
/// What the database says.
pub async fn codes(db: &impl ConnectionTrait, scope: Scope, kind: CodeKind) -> Result<Vec<Code>> {
    let sql = "SELECT code, fr, ar, en FROM call_code WHERE centre_id = $1 AND kind = $2 ORDER BY place";
    db.all(sql, params![scope.centre.0, kind.word()]).await
}

/// Gives a new centre its first codes.
///
/// # Errors
/// What the database says.
pub async fn seed_codes(change: &Change) -> Result<()> {
    for (place, line) in FIRST.lines().enumerate() {
        let mut parts = line.split(',').map(str::trim);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (kind, code, fr, ar, en) = (next(), next(), next(), next(), next());
        let sql = "INSERT INTO call_code (centre_id, kind, code, place, fr, ar, en)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (centre_id, kind, code) DO NOTHING";
        change.run(sql, params![change.scope().centre.0, kind, code, place as i64, fr, ar, en]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::FIRST;

    #[test]
    fn every_first_code_has_three_names_of_at_most_20_characters() {
        for line in FIRST.lines() {
            let parts: Vec<_> = line.split(',').collect();
            assert_eq!(parts.len(), 5, "{line}");
            for name in &parts[2..] {
                assert!((1..=20).contains(&words::cells(name)), "{name}");
            }
        }
    }
}
