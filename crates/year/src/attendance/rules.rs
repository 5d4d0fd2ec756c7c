//! What a sheet says of a trainee, and what absences come to.

/// Where a trainee was during a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// présent
    Present,
    /// absent
    Absent,
    /// en retard
    Late,
    /// parti avant la fin
    Left,
}

impl Presence {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Present, Self::Absent, Self::Late, Self::Left];

    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Absent => "absent",
            Self::Late => "late",
            Self::Left => "left",
        }
    }

    /// The text key of its name; in each language no two begin with the same letter, so that one key chooses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Present => "attendance-present",
            Self::Absent => "attendance-absent",
            Self::Late => "attendance-late",
            Self::Left => "attendance-left",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// The thresholds of the institution from a day on.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Rule {
    /// The first day, YYYY-MM-DD.
    pub from_on: String,
    /// Hours of unjustified absence in a semester from which somebody is warned.
    pub warn: i64,
    /// Hours above which a trainee is over the threshold.
    pub most: i64,
    /// How many times late, or gone early, count as one hour of absence; 0 when they do not.
    pub lates: i64,
    /// Why it was made; empty for the first.
    pub reason: String,
    /// Who made it; empty for the program.
    pub who: String,
}

impl Rule {
    /// A beginning, to be confirmed by the institution; no official text is behind it.
    pub fn usual() -> Self {
        Self { from_on: String::new(), warn: 9, most: 18, lates: 3, reason: String::new(), who: String::new() }
    }
}

/// What the sheets of a semester say of one trainee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Hours of absence without a justification.
    pub unjustified: i64,
    /// Hours of absence with one.
    pub justified: i64,
    /// How many times late or gone early without a justification.
    pub lates: i64,
}

/// Where a trainee stands beside the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Above the threshold.
    Over,
    /// From the warning on.
    Warned,
    /// Below.
    Fine,
}

impl Standing {
    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Over => "attendance-over",
            Self::Warned => "attendance-warned",
            Self::Fine => "attendance-fine",
        }
    }

    /// The shape beside its name.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Over => "stop",
            Self::Warned => "attention",
            Self::Fine => "good",
        }
    }
}

impl Tally {
    /// Adds what a sheet says: presence, hours of the session, and whether a justification covers the day.
    pub fn add(&mut self, presence: Presence, hours: i64, justified: bool) {
        match (presence, justified) {
            (Presence::Present, _) | (Presence::Late | Presence::Left, true) => {}
            (Presence::Absent, false) => self.unjustified += hours,
            (Presence::Absent, true) => self.justified += hours,
            (Presence::Late | Presence::Left, false) => self.lates += 1,
        }
    }

    /// The hours that count beside the thresholds: unjustified ones, and those that times late come to.
    pub fn counted(self, rule: &Rule) -> i64 {
        self.unjustified + self.lates.checked_div(rule.lates).unwrap_or(0)
    }

    /// Where that stands.
    pub fn standing(self, rule: &Rule) -> Standing {
        let counted = self.counted(rule);
        if counted > rule.most {
            Standing::Over
        } else if counted >= rule.warn {
            Standing::Warned
        } else {
            Standing::Fine
        }
    }
}
