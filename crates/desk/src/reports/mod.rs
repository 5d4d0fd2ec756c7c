//! Reports (états de restitution): what the files and calls of a centre say when they are counted, as a table that adds up,
//! a chart of the same figures, and a file to take away.

mod chart;
mod lines;
mod own;
mod store;
mod table;
mod web;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use words::{Arg, Talk};

use crate::clients::counting::OwnCount;
use crate::clients::{CustomKind, Customs, own_name};

pub(crate) use self::lines::files_table;
pub use self::store::keep;
pub use self::table::{Cell, Line, Table};
pub use self::web::routes;

/// The longest name of a report that is kept, in characters.
const NAME: usize = 60;
/// The most reports that a centre keeps.
const MOST: i64 = 200;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Client files by what they hold.
    Files,
    /// What the files hold and lack.
    Completeness,
    /// Files made and changed.
    Updates,
    /// What clients agree to, by purpose and channel.
    Consents,
    /// Calls.
    Activity,
}

impl About {
    /// Every report, in the order of the list.
    pub const ALL: [Self; 5] = [Self::Files, Self::Completeness, Self::Updates, Self::Consents, Self::Activity];

    /// The word of addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Completeness => "completeness",
            Self::Updates => "updates",
            Self::Consents => "consents",
            Self::Activity => "activity",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Files => "reports-files",
            Self::Completeness => "reports-completeness",
            Self::Updates => "reports-updates",
            Self::Consents => "reports-consents",
            Self::Activity => "reports-activity",
        }
    }

    /// Reads a word of an address.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.code() == code)
    }

    /// What its lines may stand for, the usual one first.
    pub fn groups(self) -> &'static [Group] {
        match self {
            Self::Files => &[Group::Status, Group::Wilaya, Group::Language, Group::Portfolio, Group::Age, Group::Month],
            Self::Completeness => &[Group::Part],
            Self::Updates => &[Group::Month, Group::Agent],
            Self::Consents => &[Group::Consent],
            Self::Activity => &[Group::Agent, Group::Outcome, Group::Month],
        }
    }

    /// The same with the fields that the centre defined, where files are counted.
    fn all_groups(self, own: &Customs) -> Vec<Group> {
        let fields = own.active().filter(|_| self == Self::Files).map(|field| Group::Own(field.id));
        self.groups().iter().copied().chain(fields).collect()
    }

    /// What the columns may hold, with the fields that the centre defined.
    fn all_columns(self, own: &Customs) -> Vec<Column> {
        let fields = own.active().filter(|_| self == Self::Files).map(|field| Column::Own(field.id));
        self.columns().0.iter().copied().chain(fields).collect()
    }

    /// What its columns may hold; those of the usual report first, as many as the second value says.
    pub fn columns(self) -> (&'static [Column], usize) {
        match self {
            Self::Files => {
                (&[Column::Files, Column::Share, Column::Complete, Column::NoPhone, Column::NoEmail, Column::Stale], 3)
            }
            Self::Completeness => (&[Column::Held, Column::Lacking, Column::HeldShare], 3),
            Self::Updates => (&[Column::Created, Column::Updated], 2),
            Self::Consents => {
                (&[Column::Given, Column::Refused, Column::Withdrawn, Column::Undecided, Column::Files], 5)
            }
            Self::Activity => (&[Column::Calls, Column::Answered, Column::Talk, Column::Satisfaction], 4),
        }
    }

    /// True when a filter of files narrows it.
    pub fn is_of_files(self) -> bool {
        matches!(self, Self::Files | Self::Completeness | Self::Consents)
    }
}

/// What the lines of a report stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Statuses.
    Status,
    /// Wilayas.
    Wilaya,
    /// Preferred languages.
    Language,
    /// Portfolios.
    Portfolio,
    /// Ages, in five bands.
    Age,
    /// Months of the calendar.
    Month,
    /// Parts of a file.
    Part,
    /// Agents.
    Agent,
    /// Outcomes of calls.
    Outcome,
    /// Purposes with a channel.
    Consent,
    /// Values of a field of the centre, by its identity.
    Own(i64),
}

impl Group {
    const ALL: [Self; 10] = [
        Self::Status,
        Self::Wilaya,
        Self::Language,
        Self::Portfolio,
        Self::Age,
        Self::Month,
        Self::Part,
        Self::Agent,
        Self::Outcome,
        Self::Consent,
    ];

    /// The word of addresses.
    pub fn code(self) -> Cow<'static, str> {
        let code = match self {
            Self::Own(field) => return Cow::Owned(format!("x_{field}")),
            Self::Status => "status",
            Self::Wilaya => "wilaya",
            Self::Language => "language",
            Self::Portfolio => "portfolio",
            Self::Age => "age",
            Self::Month => "month",
            Self::Part => "part",
            Self::Agent => "agent",
            Self::Outcome => "outcome",
            Self::Consent => "consent",
        };
        Cow::Borrowed(code)
    }

    /// What heads the lines.
    fn name(self, talk: Talk, own: &Customs) -> String {
        match self {
            Self::Own(field) => own_name(talk, field, own),
            _ => talk.t(self.key()).into_owned(),
        }
    }

    /// The text key of its name, which heads the lines.
    pub fn key(self) -> &'static str {
        match self {
            Self::Status => "clients-status",
            Self::Wilaya => "clients-wilaya",
            Self::Language => "clients-language",
            Self::Portfolio => "filters-portfolio",
            Self::Age => "filters-age",
            Self::Month => "reports-group-month",
            Self::Part => "reports-group-part",
            Self::Agent => "reports-group-agent",
            Self::Outcome => "reports-group-outcome",
            Self::Consent => "reports-group-consent",
            Self::Own(_) => "clients-own-field",
        }
    }

    /// Reads a word of an address.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code).or_else(|| own_of(code).map(Self::Own))
    }
}

/// The field of the centre that a word of an address names.
fn own_of(code: &str) -> Option<i64> {
    code.strip_prefix("x_")?.parse().ok()
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Files.
    Files,
    /// Their share of all the files counted.
    Share,
    /// Files that hold all that is important.
    Complete,
    /// Files without a phone number.
    NoPhone,
    /// Files without an e-mail address.
    NoEmail,
    /// Files that nobody changed for 180 days.
    Stale,
    /// Files that hold a part.
    Held,
    /// Files that lack it.
    Lacking,
    /// The share of those that hold it.
    HeldShare,
    /// Files made.
    Created,
    /// Corrections saved.
    Updated,
    /// Calls.
    Calls,
    /// Calls that were answered.
    Answered,
    /// The mean time from answer to end, of answered calls.
    Talk,
    /// The mean satisfaction, of the calls that have one.
    Satisfaction,
    /// Files whose client agrees.
    Given,
    /// Files whose client refuses.
    Refused,
    /// Files whose client agreed once and no longer does.
    Withdrawn,
    /// Files whose client has said nothing.
    Undecided,
    /// What a field of the centre adds, by its identity: the sum of a number, how often yes, how many are filled.
    Own(i64),
}

impl Column {
    const ALL: [Self; 19] = [
        Self::Files,
        Self::Share,
        Self::Complete,
        Self::NoPhone,
        Self::NoEmail,
        Self::Stale,
        Self::Held,
        Self::Lacking,
        Self::HeldShare,
        Self::Created,
        Self::Updated,
        Self::Calls,
        Self::Answered,
        Self::Talk,
        Self::Satisfaction,
        Self::Given,
        Self::Refused,
        Self::Withdrawn,
        Self::Undecided,
    ];

    /// The word of addresses.
    pub fn code(self) -> Cow<'static, str> {
        let code = match self {
            Self::Own(field) => return Cow::Owned(format!("x_{field}")),
            Self::Files => "files",
            Self::Share => "share",
            Self::Complete => "complete",
            Self::NoPhone => "no_phone",
            Self::NoEmail => "no_email",
            Self::Stale => "stale",
            Self::Held => "held",
            Self::Lacking => "lacking",
            Self::HeldShare => "held_share",
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Calls => "calls",
            Self::Answered => "answered",
            Self::Talk => "talk",
            Self::Satisfaction => "satisfaction",
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Undecided => "undecided",
        };
        Cow::Borrowed(code)
    }

    /// Its heading.
    fn name(self, talk: Talk, own: &Customs) -> String {
        let Self::Own(field) = self else { return talk.t(self.key()).into_owned() };
        let key = match Self::counted(field, own) {
            OwnCount::Sum(_) => "reports-own-sum",
            OwnCount::Yes(_) => "reports-own-yes",
            OwnCount::Filled(_) => "reports-own-filled",
        };
        talk.with(key, &[("field", Arg::from(own_name(talk, field, own)))])
    }

    /// What is counted for it, when it is of a field of the centre.
    fn own_count(self, own: &Customs) -> Option<OwnCount> {
        let Self::Own(field) = self else { return None };
        Some(Self::counted(field, own))
    }

    /// What a field of the centre adds to a report.
    fn counted(field: i64, own: &Customs) -> OwnCount {
        match own.0.iter().find(|one| one.id == field).map(crate::clients::CustomField::kind) {
            Some(CustomKind::Number) => OwnCount::Sum(field),
            Some(CustomKind::YesNo) => OwnCount::Yes(field),
            _ => OwnCount::Filled(field),
        }
    }

    /// The text key of its heading.
    pub fn key(self) -> &'static str {
        match self {
            Self::Files => "reports-column-files",
            Self::Share | Self::HeldShare => "reports-column-share",
            Self::Complete => "reports-column-complete",
            Self::NoPhone => "reports-column-no-phone",
            Self::NoEmail => "reports-column-no-email",
            Self::Stale => "reports-column-stale",
            Self::Held => "reports-column-held",
            Self::Lacking => "reports-column-lacking",
            Self::Created => "reports-column-created",
            Self::Updated => "reports-column-updated",
            Self::Calls => "reports-column-calls",
            Self::Answered => "reports-column-answered",
            Self::Talk => "reports-column-talk",
            Self::Satisfaction => "reports-column-satisfaction",
            Self::Given => "reports-column-given",
            Self::Refused => "reports-column-refused",
            Self::Withdrawn => "reports-column-withdrawn",
            Self::Undecided => "reports-column-undecided",
            Self::Own(_) => "clients-own-field",
        }
    }

    /// Reads a word of an address.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code).or_else(|| own_of(code).map(Self::Own))
    }
}
