//! The conditions of a filter in the words of SQL, the same on both engines.

mod known;

use ::store::{Scope, Value, params};

use self::known::is_queue;
use crate::clients::filter::own::NONE;
use crate::clients::filter::{Asked, Condition, Filter};
use crate::clients::traits::{BIRTH, LANGUAGE, STATUS, language_number, status_number};
use crate::clients::{Day, Own, Status};

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;
/// Files that are few enough to be read and sorted.
pub(super) const FEW: i64 = 600;

/// A statement that grows with its parameters.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The parameters so far.
    pub params: Vec<Value>,
}

impl Words {
    /// Starts with the centre, `$1`.
    pub fn new(scope: Scope) -> Self {
        Self { params: params![scope.centre.0] }
    }

    /// `$n` for a value.
    pub fn put(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    pub fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = i64>) -> String {
        let all: Vec<String> = values.into_iter().map(|value| self.put(value)).collect();
        format!("{column} IN ({})", all.join(", "))
    }

    /// `AND …` for every condition, on the table `c`; files that were merged into others are left out: their traits are
    /// negative. Columns are hidden in expressions, so that the order of the statement
    /// and not a condition chooses the index.
    pub fn conditions(&mut self, filter: &Filter, asked: Asked) -> String {
        let all: Vec<String> = filter.conditions().iter().map(|condition| self.condition(condition, asked)).collect();
        let standing = " AND c.traits >= 0".to_owned();
        std::iter::once(standing).chain(all.iter().map(|condition| format!(" AND {condition}"))).collect()
    }

    fn condition(&mut self, condition: &Condition, asked: Asked) -> String {
        let bits = |from: u32, mask: i64| format!("((c.traits >> {from}) & {mask})");
        match condition {
            Condition::Status(all) => self.one_of(&bits(STATUS, 15), all.iter().map(|one| status_number(*one))),
            Condition::Language(all) => self.one_of(&bits(LANGUAGE, 3), all.iter().map(|one| language_number(*one))),
            Condition::Wilaya(all) => self.one_of("(c.wilaya + 0)", all.iter().map(|one| i64::from(*one))),
            Condition::Commune(all) => self.one_of("(c.commune + 0)", all.iter().copied()),
            Condition::Portfolio(all) => self.one_of("(c.portfolio + 0)", all.iter().copied()),
            Condition::Has(all) => {
                let mask = all.iter().fold(0, |mask, part| mask | part.bits());
                format!("(c.traits & {mask}) = 0")
            }
            Condition::Missing(all) => {
                let mask = all.iter().fold(0, |mask, part| mask | part.bits());
                format!("(c.traits & {mask}) <> 0")
            }
            Condition::Created(from, to) => self.between("(c.created_at + 0)", *from, *to, asked),
            Condition::Updated(from, to) => self.between("(c.updated_at + 0)", *from, *to, asked),
            Condition::Idle(days) => {
                format!("(c.updated_at + 0) <= {}", self.put(asked.now.0 - i64::from(*days) * DAY_MS))
            }
            Condition::Recent(days) => {
                format!("(c.updated_at + 0) > {}", self.put(asked.now.0 - i64::from(*days) * DAY_MS))
            }
            Condition::Channel(all) => self.preferring(all),
            Condition::Consent(consent) => self.answering(consent),
            Condition::Validation(all) => self.validated(all),
            Condition::Import(id) => format!("(c.import_id + 0) = {}", self.put(*id)),
            Condition::Own(field, own) => self.own(*field, own),
            Condition::Age(from, to) => {
                // Whoever is `n` today was born on this day `n` years ago or in the year before it.
                let today = Day::of(asked.now, asked.offset).number();
                let (oldest, youngest) = (today - (i64::from(*to) + 1) * 10_000, today - i64::from(*from) * 10_000);
                let (oldest, youngest) = (self.put(oldest.max(0)), self.put(youngest));
                format!("(c.traits >> {BIRTH}) > {oldest} AND (c.traits >> {BIRTH}) <= {youngest}")
            }
        }
    }

    fn between(&mut self, column: &str, from: Option<Day>, to: Option<Day>, asked: Asked) -> String {
        let from = from.map_or(i64::MIN, |day| day.begins(asked.offset).0);
        let to = to.map_or(i64::MAX, |day| day.begins(asked.offset).0 + DAY_MS);
        let (from, to) = (self.put(from), self.put(to));
        format!("{column} >= {from} AND {column} < {to}")
    }

    /// The condition that leaves fewest files, on its own index: portfolio, commune, import, what waits for a decision, a field of
    /// the centre, wilaya, then status.
    pub fn driver(&mut self, filter: &Filter) -> Option<(String, bool)> {
        let rank = |condition: &Condition| match condition {
            Condition::Portfolio(all) if !all.contains(&0) => 8,
            Condition::Commune(_) => 7,
            Condition::Import(_) => 6,
            Condition::Validation(all) if is_queue(all) => 5,
            Condition::Own(_, Own::Begins(_) | Own::Numbers(..) | Own::Days(..)) => 4,
            Condition::Wilaya(_) => 3,
            Condition::Status(_) => 2,
            Condition::Own(_, Own::Words(all)) if !all.iter().any(|word| word == NONE) => 1,
            _ => 0,
        };
        match filter.conditions().iter().max_by_key(|one| rank(one)).filter(|one| rank(one) > 0)? {
            Condition::Import(id) => Some((self.import_driver(*id, FEW + 1), false)),
            Condition::Validation(all) => Some((self.queue_driver(all, FEW + 1), false)),
            Condition::Own(field, own) => Some((self.own_driver(*field, own, FEW + 1), false)),
            Condition::Portfolio(all) if !all.contains(&0) => {
                let sql = self.one_of("portfolio", all.iter().copied());
                Some((format!("{sql} AND portfolio > 0"), all.len() == 1))
            }
            Condition::Commune(all) => Some((self.one_of("commune", all.iter().copied()), all.len() == 1)),
            Condition::Wilaya(all) => {
                Some((self.one_of("wilaya", all.iter().map(|one| i64::from(*one))), all.len() == 1))
            }
            Condition::Status(all) => {
                let codes: Vec<String> = all.iter().map(|one| self.put(Status::code(*one))).collect();
                Some((format!("status IN ({})", codes.join(", ")), all.len() == 1))
            }
            _ => None,
        }
    }
}
