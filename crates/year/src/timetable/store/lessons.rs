//! Sessions as they stand.

use ::store::{AccountId, ConnectionTrait, FromQueryResult, Result, Sql, StoreError, params};
use ::web::preferences::Script;
use names::NameFields;

use super::super::{Placed, State};
use crate::common::filed;

/// A session with the names that a list shows.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Lesson {
    /// Its identity.
    pub id: i64,
    /// Its section.
    pub section_id: i64,
    /// What the section is called.
    pub section: String,
    /// The promotion of the section.
    pub promotion_id: i64,
    /// What the promotion is called.
    pub promotion: String,
    /// The code of its module.
    pub module: String,
    /// Who gives it.
    pub trainer_id: i64,
    /// The trainer's account.
    pub account_id: i64,
    /// The trainer's given name in Latin letters.
    pub given_latin: String,
    /// The trainer's family name in Latin letters.
    pub family_latin: String,
    /// The trainer's given name in Arabic letters.
    pub given_arabic: String,
    /// The trainer's family name in Arabic letters.
    pub family_arabic: String,
    /// Its room.
    pub room_id: i64,
    /// What the room is called.
    pub room: String,
    /// The day, YYYY-MM-DD.
    pub on_day: String,
    /// Its first slot, from 1.
    pub from_slot: i64,
    /// How many slots it takes.
    pub slots: i64,
    /// The word of its teaching.
    pub teaching: String,
    /// The word of its kind.
    pub kind: String,
    /// What sessions placed together for several weeks share.
    pub series: String,
    /// The word of its state.
    pub state: String,
    /// The trainer who was replaced, 0 for none.
    pub replaced_id: i64,
    /// Why the trainer was replaced, or why it does not take place.
    pub reason: String,
    /// Counts the changes.
    pub version: i64,
}

impl Lesson {
    /// The trainer's name as it is filed.
    pub fn trainer(&self, script: Script) -> String {
        let name = NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        };
        filed(&name, script)
    }

    /// True when it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.state == State::Cancelled.code()
    }

    /// What is said of it.
    pub fn placed(&self) -> Placed {
        Placed {
            section: self.section_id,
            module: self.module.clone(),
            trainer: self.trainer_id,
            room: self.room_id,
            day: self.on_day.clone(),
            first: self.from_slot,
            slots: self.slots,
            teaching: self.teaching.clone(),
            kind: self.kind.clone(),
            series: self.series.clone(),
            state: self.state.clone(),
            replaced: self.replaced_id,
            reason: self.reason.clone(),
        }
    }
}

const SELECT: &str = "SELECT l.id, l.section_id, s.code AS section, s.promotion_id, p.code AS promotion, l.module,
        l.trainer_id, t.account_id, t.given_latin, t.family_latin, t.given_arabic, t.family_arabic, l.room_id,
        r.name AS room, l.on_day, l.from_slot, l.slots, l.teaching, l.kind, l.series, l.state,
        COALESCE(l.replaced_id, 0) AS replaced_id, l.reason, l.version
    FROM lesson l JOIN section s ON s.id = l.section_id JOIN promotion p ON p.id = s.promotion_id
    JOIN trainer t ON t.id = l.trainer_id JOIN room r ON r.id = l.room_id";

/// Whose week is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timetable) enum Whose {
    Section(i64),
    Trainer(i64),
    Room(i64),
}

impl Whose {
    fn column(self) -> (&'static str, i64) {
        match self {
            Self::Section(id) => ("section_id", id),
            Self::Trainer(id) => ("trainer_id", id),
            Self::Room(id) => ("room_id", id),
        }
    }
}

/// One session that was not taken out.
pub(crate) async fn lesson(db: &impl ConnectionTrait, id: i64) -> Result<Lesson> {
    let sql = format!("{SELECT} WHERE l.id = $1 AND l.state <> 'removed'");
    db.one(&sql, params![id]).await?.ok_or(StoreError::NotFound)
}

/// The sessions from a day to another, those that were called off included, in their order.
pub(in crate::timetable) async fn of_days(
    db: &impl ConnectionTrait,
    whose: Whose,
    from: &str,
    until: &str,
) -> Result<Vec<Lesson>> {
    let (column, id) = whose.column();
    let sql = format!(
        "{SELECT} WHERE l.{column} = $1 AND l.on_day >= $2 AND l.on_day <= $3 AND l.state <> 'removed'
        ORDER BY l.on_day, l.from_slot, l.id LIMIT 2000"
    );
    db.all(&sql, params![id, from, until]).await
}

/// The sessions that take place from a day to another and have the section, the trainer or the room in common.
pub(in crate::timetable) async fn beside(
    db: &impl ConnectionTrait,
    (section, trainer, room): (i64, i64, i64),
    from: &str,
    until: &str,
) -> Result<Vec<Lesson>> {
    let sql = format!(
        "{SELECT} WHERE (l.section_id = $1 OR l.trainer_id = $2 OR l.room_id = $3) AND l.on_day >= $4 AND l.on_day <= $5
        AND l.state = 'planned' ORDER BY l.on_day, l.from_slot, l.id LIMIT 20000"
    );
    db.all(&sql, params![section, trainer, room, from, until]).await
}

/// The sessions of a series from a day on, that day included, which were not taken out.
pub(in crate::timetable) async fn following(
    db: &impl ConnectionTrait,
    series: &str,
    from: &str,
) -> Result<Vec<Lesson>> {
    let sql =
        format!("{SELECT} WHERE l.series = $1 AND l.on_day >= $2 AND l.state <> 'removed' ORDER BY l.on_day, l.id");
    db.all(&sql, params![series, from]).await
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// The trainer of an account.
pub(in crate::timetable) async fn trainer_of(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<i64>> {
    let row = db.one::<Id>("SELECT id FROM trainer WHERE account_id = $1", params![account.0]).await?;
    Ok(row.map(|row| row.id))
}

/// The sections in which the trainee of an account is today.
pub(in crate::timetable) async fn sections_of(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<i64>> {
    let sql = "SELECT m.section_id AS id FROM trainee t JOIN section_member m ON m.trainee_id = t.id
        WHERE t.account_id = $1 AND m.until_on = '' ORDER BY m.id DESC";
    Ok(db.all::<Id>(sql, params![account.0]).await?.into_iter().map(|row| row.id).collect())
}

/// Hours of one kind of session of a module in a section.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::timetable) struct Done {
    pub section_id: i64,
    pub module: String,
    /// The word of the kind.
    pub kind: String,
    /// Hours in the timetable.
    pub planned: i64,
    /// Hours of the sessions that are over and were not called off.
    pub done: i64,
}

/// The hours of every section of a promotion; `ended` slots of `today` are over.
pub(in crate::timetable) async fn done(
    db: &impl ConnectionTrait,
    promotion: i64,
    today: &str,
    ended: i64,
) -> Result<Vec<Done>> {
    let sql = "SELECT l.section_id, l.module, l.kind, CAST(SUM(l.slots) AS BIGINT) AS planned, CAST(SUM(CASE
            WHEN l.on_day < $2 OR (l.on_day = $2 AND l.from_slot + l.slots - 1 <= $3) THEN l.slots ELSE 0 END) AS BIGINT)
            AS done
        FROM lesson l JOIN section s ON s.id = l.section_id WHERE s.promotion_id = $1 AND l.state = 'planned'
        GROUP BY l.section_id, l.module, l.kind ORDER BY l.section_id, l.module, l.kind";
    db.all(sql, params![promotion, today, ended]).await
}
