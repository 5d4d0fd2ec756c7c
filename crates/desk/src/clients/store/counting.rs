//! Counting files by what they hold. One index is read whole and in one statement, so that the lines of a count add up.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql};

use super::filtering::Words;
use crate::clients::filter::{Asked, Filter};
use crate::clients::traits::{BIRTH, LANGUAGE, STATUS};
use crate::clients::{Day, Part};

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;
/// A file that nobody changed for so many days is to be looked at again.
pub(crate) const STALE_DAYS: i64 = 180;

/// What files are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The number of the status.
    Status,
    /// The code of the wilaya, 0 for "not given".
    Wilaya,
    /// The number of the language.
    Language,
    /// The portfolio, 0 for none.
    Portfolio,
    /// The age in years, -1 for "not given".
    Age,
    /// The day on which the file was made, counted from 1970-01-01 in the centre's time.
    CreatedDay,
    /// The value of a field of the centre.
    Own(i64),
    /// The month of a day that a field of the centre holds, as YYYY-MM.
    OwnMonth(i64),
    /// Nothing: all files together.
    All,
}

/// What a field of the centre adds to the counts of some files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnCount {
    /// The sum of its numbers.
    Sum(i64),
    /// The files in which it is yes.
    Yes(i64),
    /// The files in which it is filled.
    Filled(i64),
}

/// The most fields of the centre that are counted at once.
pub(crate) const MOST_OWN: usize = 4;
/// The most values of a field of the centre that are told apart.
pub(crate) const MOST_VALUES: usize = 200;
/// The value under which all further ones are counted together.
pub(crate) const OTHERS: i64 = -1;

/// The files of one value.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Counted {
    /// The value; 0 for one of the centre's own fields, or [`OTHERS`].
    pub value: i64,
    /// The value of a field of the centre; empty where it has none, and for any other grouping.
    pub word: String,
    /// Files.
    pub files: i64,
    /// Those that hold all that is important.
    pub complete: i64,
    /// Those without a phone number.
    pub no_phone: i64,
    /// Those without an e-mail address.
    pub no_email: i64,
    /// Those that nobody changed for 180 days.
    pub stale: i64,
    own1: f64,
    own2: f64,
    own3: f64,
    own4: f64,
}

impl Counted {
    /// What the fields of the centre that were asked for add, in their order.
    pub fn own(&self) -> [f64; MOST_OWN] {
        [self.own1, self.own2, self.own3, self.own4]
    }

    /// Adds the counts of other files.
    pub fn add(&mut self, other: &Self) {
        self.with(other, 1);
    }

    /// Takes the counts of some of these files away.
    fn take(&mut self, other: &Self) {
        self.with(other, -1);
    }

    fn with(&mut self, other: &Self, times: i32) {
        let whole = i64::from(times);
        self.files += whole * other.files;
        self.complete += whole * other.complete;
        self.no_phone += whole * other.no_phone;
        self.no_email += whole * other.no_email;
        self.stale += whole * other.stale;
        let own = [&mut self.own1, &mut self.own2, &mut self.own3, &mut self.own4];
        own.into_iter().zip(other.own()).for_each(|(sum, more)| *sum += f64::from(times) * more);
    }
}

/// The files that answer a filter, by a value.
///
/// # Errors
/// What the database says.
pub async fn by(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    grouping: Grouping,
) -> Result<Vec<Counted>> {
    by_with(db, scope, filter, asked, grouping, &[]).await
}

/// The same with what at most [`MOST_OWN`] fields of the centre add. Of the values of a field of the centre the most frequent
/// [`MOST_VALUES`] are told apart; the others are one line, so that the lines still add up.
///
/// # Errors
/// What the database says.
pub(crate) async fn by_with(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    grouping: Grouping,
    own: &[OwnCount],
) -> Result<Vec<Counted>> {
    let mut rows: Vec<Counted> = counted(db, scope, filter, asked, grouping, own).await?;
    if rows.len() > MOST_VALUES && matches!(grouping, Grouping::Own(_) | Grouping::OwnMonth(_)) {
        rows.truncate(MOST_VALUES);
        for mut rest in counted(db, scope, filter, asked, Grouping::All, own).await? {
            rows.iter().for_each(|row| rest.take(row));
            rows.push(Counted { value: OTHERS, ..rest });
        }
    }
    Ok(rows)
}

async fn counted(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    grouping: Grouping,
    own: &[OwnCount],
) -> Result<Vec<Counted>> {
    let mut words = Words::new(scope);
    let mut joins = String::new();
    let value = match grouping {
        Grouping::Status => format!("((c.traits >> {STATUS}) & 15)"),
        Grouping::Wilaya => "(c.wilaya + 0)".to_owned(),
        Grouping::Language => format!("((c.traits >> {LANGUAGE}) & 3)"),
        Grouping::Portfolio => "(c.portfolio + 0)".to_owned(),
        Grouping::Age => {
            let today = Day::of(asked.now, asked.offset).number();
            format!("(CASE WHEN (c.traits >> {BIRTH}) = 0 THEN -1 ELSE ({today} - (c.traits >> {BIRTH})) / 10000 END)")
        }
        Grouping::CreatedDay => format!("((c.created_at + {}) / {DAY_MS})", i64::from(asked.offset) * 60_000),
        Grouping::Own(_) | Grouping::OwnMonth(_) | Grouping::All => "CAST(0 AS BIGINT)".to_owned(),
    };
    let (word, group, order) = match grouping {
        Grouping::Own(field) | Grouping::OwnMonth(field) => {
            joins.push_str(&joined("g", &words.put(field)));
            let month = matches!(grouping, Grouping::OwnMonth(_));
            let word = if month { "COALESCE(SUBSTR(g.value, 1, 7), '')" } else { "COALESCE(g.value, '')" };
            (word, word.to_owned(), format!("files DESC, word LIMIT {}", MOST_VALUES + 1))
        }
        _ => ("''", value.clone(), "1".to_owned()),
    };
    let mut sums = vec![];
    for (at, one) in own.iter().take(MOST_OWN).enumerate() {
        let name = format!("k{at}");
        let (field, sum) = match one {
            OwnCount::Sum(field) => (field, format!("COALESCE(SUM({name}.amount), 0)")),
            OwnCount::Yes(field) => (field, format!("COUNT(CASE WHEN {name}.value = 'yes' THEN 1 END)")),
            OwnCount::Filled(field) => (field, format!("COUNT({name}.client_id)")),
        };
        joins.push_str(&joined(&name, &words.put(*field)));
        sums.push(sum);
    }
    sums.resize(MOST_OWN, "0".to_owned());
    let sums: Vec<String> =
        (1..).zip(sums).map(|(at, sum): (usize, _)| format!("CAST({sum} AS DOUBLE PRECISION) AS own{at}")).collect();
    let old = asked.now.0 - STALE_DAYS * DAY_MS;
    let conditions = words.conditions(filter, asked);
    let sql = format!(
        "SELECT {value} AS value, {word} AS word, COUNT(*) AS files,
            COUNT(CASE WHEN (c.traits & {}) = 0 THEN 1 END) AS complete,
            COUNT(CASE WHEN (c.traits & {}) <> 0 THEN 1 END) AS no_phone,
            COUNT(CASE WHEN (c.traits & {}) <> 0 THEN 1 END) AS no_email,
            COUNT(CASE WHEN c.updated_at <= {old} THEN 1 END) AS stale, {}
        FROM client c{joins} WHERE c.centre_id = $1{conditions} GROUP BY {group} ORDER BY {order}",
        Part::Everything.bits(),
        Part::Phone.bits(),
        Part::Email.bits(),
        sums.join(", "),
    );
    db.all(&sql, words.params).await
}

/// The row of a field of the centre beside each file.
fn joined(name: &str, field: &str) -> String {
    format!(" LEFT JOIN client_own {name} ON {name}.client_id = c.id AND {name}.field_id = {field}")
}

#[derive(FromQueryResult)]
struct Traits {
    gaps: i64,
    files: i64,
}

/// How many of the files that answer a filter lack a part, for each part, and how many files there are.
///
/// # Errors
/// What the database says.
pub(crate) async fn gaps(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
) -> Result<(Vec<(Part, i64)>, i64)> {
    let mut words = Words::new(scope);
    let (mask, conditions) = (Part::Everything.bits(), words.conditions(filter, asked));
    let sql = format!(
        "SELECT (c.traits & {mask}) AS gaps, COUNT(*) AS files FROM client c
        WHERE c.centre_id = $1{conditions} GROUP BY (c.traits & {mask})"
    );
    let rows = db.all::<Traits>(&sql, words.params).await?;
    let lacking = |part: Part| rows.iter().filter(|row| row.gaps & part.bits() != 0).map(|row| row.files).sum();
    let each = Part::ALL.into_iter().map(|part| (part, lacking(part))).collect();
    Ok((each, rows.iter().map(|row| row.files).sum()))
}
