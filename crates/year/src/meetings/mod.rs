//! Field visits of a section, and meetings of its trainers: when and where, then what was seen, said and decided.
//!
//! The programme recommends both (*Recommandations pédagogiques*): visits in a professional setting, and meetings of the trainers
//! before the training, during it, after a field visit and at its end. It fixes neither number nor form.

mod rules;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use self::store::{Meeting, decisions, meeting, of_trainer, visits};
pub use self::store::{add, decide, held_and_planned, report};
pub use self::web::routes;

/// The longest subject or place, in characters.
pub(crate) const LINE: usize = 160;
/// The longest list of people, in characters.
const PEOPLE: usize = 2_000;
/// The longest report, in characters.
const REPORT: usize = 20_000;
/// The longest decision, in characters.
const DECISION: usize = 500;
/// The most decisions of one meeting.
const DECISIONS: usize = 100;

/// What it is; for a meeting, the moment that the programme names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// visite sur le terrain
    Visit,
    /// concertation avant la formation
    Before,
    /// concertation durant la formation
    During,
    /// concertation après une visite
    AfterVisit,
    /// concertation en fin de formation
    End,
}

impl Kind {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Visit, Self::Before, Self::During, Self::AfterVisit, Self::End];

    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Before => "before",
            Self::During => "during",
            Self::AfterVisit => "after_visit",
            Self::End => "end",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Visit => "meetings-visit",
            Self::Before => "meetings-before",
            Self::During => "meetings-during",
            Self::AfterVisit => "meetings-after-visit",
            Self::End => "meetings-end",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

impl Meeting {
    /// Whose it is: section and promotion, or what is said of all sections.
    pub(crate) fn whose(&self, talk: words::Talk) -> String {
        match self.section_id {
            0 => talk.t("meetings-all-sections").into_owned(),
            _ => format!("{} {}", self.section, self.promotion),
        }
    }
}

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to come.
    Planned,
    /// Its day is over, and nobody wrote its report.
    Unreported,
    /// Its report is written.
    Held,
    /// It does not take place.
    Off,
}

impl State {
    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "meetings-planned",
            Self::Unreported => "meetings-unreported",
            Self::Held => "meetings-held",
            Self::Off => "meetings-off",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Planned => "quiet",
            Self::Held => "good",
            Self::Off | Self::Unreported => "attention",
        }
    }
}

/// What somebody wrote about a visit or a meeting before it takes place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The code of its [`Kind`].
    pub kind: String,
    /// Its section; 0 for all sections.
    pub section: i64,
    /// The day, YYYY-MM-DD.
    pub on_day: String,
    /// When it begins and ends, in minutes after midnight.
    pub hours: (i64, i64),
    /// What it is about.
    pub subject: String,
    /// Where.
    pub place: String,
    /// Who takes part, a line each.
    pub people: String,
}

/// A decision of a meeting, or something to do after a visit.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Decision {
    /// Its identity.
    pub id: i64,
    /// What is to be done.
    pub text: String,
    /// Who does it; may be empty.
    pub who: String,
    /// Until when, YYYY-MM-DD; may be empty.
    pub until_on: String,
    /// When it was done, YYYY-MM-DD; empty while it is not.
    pub done_on: String,
    /// Why it was withdrawn; empty while it stands.
    pub withdrawn: String,
    /// Counts the changes.
    pub version: i64,
}

impl Decision {
    /// True while it is still to be carried out.
    pub fn is_open(&self) -> bool {
        self.done_on.is_empty() && self.withdrawn.is_empty()
    }
}

/// What somebody wrote of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// What is to be done.
    pub text: String,
    /// Who does it; may be empty.
    pub who: String,
    /// Until when, YYYY-MM-DD; may be empty.
    pub until_on: String,
}
