//! An import: where it stands and what it counted.

use ::store::Moment;

use super::Plan;
use super::recent::REMEMBERED;

/// The identity of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ImportId(pub i64);

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The file is here; its columns are being matched.
    Prepared,
    /// The dry run is under way.
    Checking,
    /// The dry run is done: nothing was written.
    Checked,
    /// Files are being made.
    Importing,
    /// Every line was taken or refused.
    Imported,
    /// The files are being taken away again.
    Reverting,
    /// They are away.
    Reverted,
    /// It cannot go on; the reason stands beside it.
    Stopped,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Prepared,
        Self::Checking,
        Self::Checked,
        Self::Importing,
        Self::Imported,
        Self::Reverting,
        Self::Reverted,
        Self::Stopped,
    ];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Importing => "importing",
            Self::Imported => "imported",
            Self::Reverting => "reverting",
            Self::Reverted => "reverted",
            Self::Stopped => "stopped",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Prepared => "exchange-state-prepared",
            Self::Checking => "exchange-state-checking",
            Self::Checked => "exchange-state-checked",
            Self::Importing => "exchange-state-importing",
            Self::Imported => "exchange-state-imported",
            Self::Reverting => "exchange-state-reverting",
            Self::Reverted => "exchange-state-reverted",
            Self::Stopped => "exchange-state-stopped",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Imported => "good",
            Self::Checked | Self::Stopped => "attention",
            _ => "neutral",
        }
    }

    /// Where an import stands when a run breaks off: a dry run has made nothing, and what is being taken back is still there.
    pub fn broken_off(self) -> Self {
        match self {
            Self::Checking => Self::Prepared,
            Self::Reverting => Self::Imported,
            _ => Self::Stopped,
        }
    }

    /// True while the program works on it.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Checking | Self::Importing | Self::Reverting)
    }

    pub(super) fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or(Self::Stopped)
    }
}

/// What was counted, in lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines read, without the header.
    pub read: i64,
    /// Files made, or that would be made.
    pub made: i64,
    /// Lines left out because the client is in the file already.
    pub known: i64,
    /// Known files changed, or that would be changed.
    pub updated: i64,
    /// Files made although they resemble a file or a line above: a number or an e-mail address under another name, or a name
    /// alike and the same day of birth.
    pub alike: i64,
    /// Lines that were refused.
    pub refused: i64,
    /// Cells from which invisible characters were taken out.
    pub cleaned: i64,
}

/// An import as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Identity.
    pub id: ImportId,
    /// The name of the file, as the person knows it.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 of the file, in hexadecimal digits.
    pub digest: String,
    /// Where the file stands: a name in the program's folder, or a path given on the command line.
    pub stored: String,
    /// How it is read.
    pub plan: Plan,
    /// Where it stands.
    pub state: State,
    /// The text key of the reason for which it stopped, or empty.
    pub why: String,
    /// What was counted.
    pub counts: Counts,
    /// The byte of the file (the line of a workbook) that was reached.
    pub reached: i64,
    /// The name of who brought it.
    pub by: Option<String>,
    /// When the file came.
    pub made_at: Moment,
    /// When the last run ended, 0 before.
    pub ended_at: Moment,
}

impl Import {
    /// True while its file may be read and planned anew: it has written nothing. A trial writes nothing, whatever it counted.
    pub fn may_be_planned(&self) -> bool {
        match self.state {
            State::Prepared | State::Checked => true,
            State::Stopped => self.counts.made + self.counts.updated == 0,
            _ => false,
        }
    }

    /// Lines that will probably have become files at the end of the run, going by those so far.
    pub(super) fn foreseen(&self) -> i64 {
        let whole = self.plan.kind != super::plan::Kind::Xlsx && self.reached > 0;
        if whole { self.counts.made.saturating_mul(self.size) / self.reached } else { self.counts.made }
    }

    /// The first lines with which a trial compared each line, when there are more. A run in earnest compares all.
    pub(super) fn compared_with(&self) -> Option<i64> {
        let most = i64::try_from(REMEMBERED).unwrap_or(i64::MAX);
        let trial = matches!(self.state, State::Checking | State::Checked);
        (trial && self.counts.read > most).then_some(most)
    }

    /// How far the run is, in percent of the file; none for a workbook, whose length shows at its end only.
    pub fn percent(&self) -> Option<i64> {
        let known = self.plan.kind != super::plan::Kind::Xlsx && self.size > 0;
        known.then(|| (self.reached * 100 / self.size).clamp(0, 100))
    }
}
