//! Which files: conditions that all hold, each of which may name several values. A filter is read from the query of an
//! address and written back to one, so that every filtered list has its address.

pub(crate) mod known;
pub(crate) mod own;
mod reading;

use std::borrow::Cow;

use ::store::Moment;
use ::web::{FieldError, Fields};
use words::{Arg, Lang};

pub use self::known::Consent;
pub use self::own::Own;
use self::reading::Reader;
use super::traits::Part;
use super::{Channel, Day, Status, encoded};
use crate::validation::State;

/// The most values that a filter holds, over all its conditions: a query stays short and its statement too.
pub const MOST_VALUES: usize = 60;
/// The parameters of an address that make a filter, but for those of the centre's own fields.
const PARAMETERS: [&str; 20] = [
    "status",
    "wilaya",
    "commune",
    "language",
    "portfolio",
    "has",
    "missing",
    "created_from",
    "created_to",
    "updated_from",
    "updated_to",
    "idle",
    "recent",
    "age",
    "channel",
    known::PURPOSE,
    known::CHANNEL,
    known::ANSWER,
    "validation",
    "import",
];

/// What must be true of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It has one of these statuses.
    Status(Vec<Status>),
    /// It is in one of these wilayas; 0 is "not given".
    Wilaya(Vec<i32>),
    /// It is in one of these communes; 0 is "not given".
    Commune(Vec<i64>),
    /// The client prefers one of these languages.
    Language(Vec<Lang>),
    /// It is in one of these portfolios; 0 is "none".
    Portfolio(Vec<i64>),
    /// It holds each of these parts.
    Has(Vec<Part>),
    /// It lacks one of these parts at least.
    Missing(Vec<Part>),
    /// It was made in these days, both included.
    Created(Option<Day>, Option<Day>),
    /// It was last changed in these days, both included.
    Updated(Option<Day>, Option<Day>),
    /// It was not changed for so many days.
    Idle(u32),
    /// It was changed in the last so many days.
    Recent(u32),
    /// The client is of this age, in whole years, both ends included.
    Age(u32, u32),
    /// The client prefers to be reached in one of these ways; none is "not given".
    Channel(Vec<Option<Channel>>),
    /// The client answered so when asked for a consent.
    Consent(Consent),
    /// Its validation stands in one of these states.
    Validation(Vec<State>),
    /// The import of this number made it.
    Import(i64),
    /// A field of the centre, by its identity, holds this.
    Own(i64, Own),
}

/// True for the name of a parameter that is part of a filter.
pub fn is_parameter(name: &str) -> bool {
    PARAMETERS.contains(&name) || own::is_parameter(name)
}

/// The moment at which a filter is asked, which its days and ages are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Now.
    pub now: Moment,
    /// Minutes east of UTC of the centre.
    pub offset: i32,
}

/// Conditions that all hold. Without any it is every file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    conditions: Vec<Condition>,
}

impl Filter {
    /// The conditions, in the order of the form.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// True when it is every file.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// The same without the condition at a place.
    pub fn without(&self, place: usize) -> Self {
        let kept = self.conditions.iter().enumerate().filter(|(at, _)| *at != place);
        Self { conditions: kept.map(|(_, condition)| condition.clone()).collect() }
    }

    /// The same with one condition more; one of the same field is replaced.
    pub fn with(&self, condition: Condition) -> Self {
        let mut conditions = self.conditions.clone();
        match conditions.iter_mut().find(|own| own.name() == condition.name()) {
            Some(own) => *own = condition,
            None => conditions.push(condition),
        }
        Self { conditions }
    }

    /// Reads the parameters of a filter and leaves the others. An empty parameter asks for nothing.
    ///
    /// # Errors
    /// Every refused parameter with its sentence, which ends with what to do.
    pub fn read(fields: &Fields) -> Result<Self, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let conditions = [
            reader.all("status", Status::parse).map(Condition::Status),
            reader.wilayas().map(Condition::Wilaya),
            reader.communes().map(Condition::Commune),
            reader.all("language", Lang::parse).map(Condition::Language),
            reader.all("portfolio", |code| code.parse().ok().filter(|id| *id >= 0)).map(Condition::Portfolio),
            reader.all("has", Part::parse).map(Condition::Has),
            reader.all("missing", Part::parse).map(Condition::Missing),
            reader.days("created_from", "created_to").map(|(from, to)| Condition::Created(from, to)),
            reader.days("updated_from", "updated_to").map(|(from, to)| Condition::Updated(from, to)),
            reader.number("idle").map(Condition::Idle),
            reader.number("recent").map(Condition::Recent),
            reader.age().map(|(from, to)| Condition::Age(from, to)),
            known::channels(&mut reader).map(Condition::Channel),
            known::consent(&mut reader),
            known::states(&mut reader).map(Condition::Validation),
            reader.one("import", |code| code.parse().ok().filter(|id| *id > 0)).map(Condition::Import),
        ];
        let own = own::read(&mut reader);
        if reader.values > MOST_VALUES {
            reader.wrong("status", "filters-error-many", vec![("most", Arg::from(MOST_VALUES))]);
        }
        if !reader.errors.is_empty() {
            return Err(reader.errors);
        }
        Ok(Self { conditions: conditions.into_iter().flatten().chain(own).collect() })
    }

    /// Reads what [`Filter::query`] wrote.
    ///
    /// # Errors
    /// As [`Filter::read`]: a filter that is not understood whole is never taken for a wider one.
    pub fn parse(query: &str) -> Result<Self, Vec<FieldError>> {
        Self::read(&Fields::parse(query.as_bytes()))
    }

    /// The parameters of the address, without `?`; empty when there is no condition.
    pub fn query(&self) -> String {
        let written = |(name, value): (String, String)| match own::is_parameter(&name) {
            true => format!("{name}={}", encoded(&value)),
            false => format!("{name}={}", value.replace(' ', "")),
        };
        let pairs: Vec<String> = self.fields().0.into_iter().map(written).collect();
        pairs.join("&")
    }

    /// The values as the form shows them.
    pub fn fields(&self) -> Fields {
        let mut all = vec![];
        for condition in &self.conditions {
            condition.write(&mut |name: &str, value: String| all.push((name.to_owned(), value)));
        }
        Fields(all)
    }
}

impl Condition {
    /// The parameter that it is named after.
    pub fn name(&self) -> Cow<'static, str> {
        let name = match self {
            Self::Status(_) => "status",
            Self::Wilaya(_) => "wilaya",
            Self::Commune(_) => "commune",
            Self::Language(_) => "language",
            Self::Portfolio(_) => "portfolio",
            Self::Has(_) => "has",
            Self::Missing(_) => "missing",
            Self::Created(..) => "created_from",
            Self::Updated(..) => "updated_from",
            Self::Idle(_) => "idle",
            Self::Recent(_) => "recent",
            Self::Age(..) => "age",
            Self::Channel(_) => "channel",
            Self::Consent(_) => known::PURPOSE,
            Self::Validation(_) => "validation",
            Self::Import(_) => "import",
            Self::Own(field, _) => return Cow::Owned(format!("x_{field}")),
        };
        Cow::Borrowed(name)
    }

    fn write(&self, add: &mut impl FnMut(&str, String)) {
        let joined = |numbers: Vec<String>| numbers.join(", ");
        match self {
            Self::Status(all) => all.iter().for_each(|one| add("status", one.code().to_owned())),
            Self::Wilaya(all) => add("wilaya", joined(all.iter().map(ToString::to_string).collect())),
            Self::Commune(all) => add("commune", joined(all.iter().map(ToString::to_string).collect())),
            Self::Language(all) => all.iter().for_each(|one| add("language", one.code().to_owned())),
            Self::Portfolio(all) => all.iter().for_each(|one| add("portfolio", one.to_string())),
            Self::Has(all) => all.iter().for_each(|one| add("has", one.code().to_owned())),
            Self::Missing(all) => all.iter().for_each(|one| add("missing", one.code().to_owned())),
            Self::Created(from, to) => span(add, ["created_from", "created_to"], [*from, *to]),
            Self::Updated(from, to) => span(add, ["updated_from", "updated_to"], [*from, *to]),
            Self::Idle(days) => add("idle", days.to_string()),
            Self::Recent(days) => add("recent", days.to_string()),
            Self::Age(from, to) => add("age", if from == to { from.to_string() } else { format!("{from}-{to}") }),
            Self::Channel(all) => all.iter().for_each(|one| add("channel", known::channel_code(*one).to_owned())),
            Self::Consent(consent) => consent.write(add),
            Self::Validation(all) => all.iter().for_each(|one| add("validation", known::state_code(*one).to_owned())),
            Self::Import(id) => add("import", id.to_string()),
            Self::Own(field, own) => own.write(*field, add),
        }
    }
}

fn span(add: &mut impl FnMut(&str, String), names: [&str; 2], days: [Option<Day>; 2]) {
    for (name, day) in names.into_iter().zip(days) {
        if let Some(day) = day {
            add(name, day.shown());
        }
    }
}
