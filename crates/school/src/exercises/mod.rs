//! Exercises of every kind: a call at the desk, work on files, a drill, command lines, a document.
//!
//! An attempt is pinned to one version of one exercise, whatever its kind; reviews, results and progress are the same for
//! all. A call is played in a sandbox of its own ([`crate::practice`]), and so is desk work without one ([`crate::work`]). The
//! other kinds stand in the person's own centre. Every kind but the call has a [`Workshop`], which reads its file and shows
//! what was done.

mod file;

pub(crate) use file::{check_aims, read_aims, read_head};

use std::collections::BTreeMap;

use ::store::{AccountId, Change, ConnectionTrait, JournalRow, Scope, StoreError};
use ::web::{Visitor, Web, WebError, accounts};
use async_trait::async_trait;
use desk::scripts::faults::Faults;
use desk::scripts::reader::{Language, Texts};
use words::{Lang, Talk};

use crate::drills::Drills;
use crate::lab::{Commands, Documents, Keys};
use crate::practice::scenario::GridLine;
use crate::practice::store::{self as attempts, New};
use crate::practice::{
    Attempt, AttemptState, Mode, ScenarioId, StoredScenario, attempt_by_id, library, scenario_by_id,
};
use crate::work::Work;

/// What an exercise consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A call with a simulated client, at the desk of a sandbox.
    Call,
    /// A text to type.
    Drill,
    /// Command lines to give.
    Commands,
    /// A document to make.
    Document,
    /// Keys to know.
    Keys,
    /// Work on files at the desk of a sandbox, without a call.
    Work,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Call, Self::Drill, Self::Commands, Self::Document, Self::Keys, Self::Work];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Drill => "drill",
            Self::Commands => "commands",
            Self::Document => "document",
            Self::Keys => "keys",
            Self::Work => "work",
        }
    }

    /// True for what is done in a sandbox of its own, whose whole journal belongs to the attempt.
    pub fn has_sandbox(self) -> bool {
        matches!(self, Self::Call | Self::Work)
    }

    /// Reads a stored word.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a word that a newer program wrote.
    pub fn parse(code: &str) -> Result<Self, StoreError> {
        let found = Self::ALL.into_iter().find(|kind| kind.code() == code);
        found.ok_or_else(|| StoreError::Newer(format!("kind {code}")))
    }
}

/// What the pages of an attempt know of its exercise, whatever its kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    /// Its code, which is the name of its file.
    pub code: String,
    /// Its version, which rises at each change.
    pub version: u32,
    /// The module it practises.
    pub module: String,
    /// The criteria it gives evidence for.
    pub criteria: Vec<String>,
    /// Its title.
    pub title: Texts,
    /// What a person judges.
    pub grid: Vec<GridLine>,
    /// The names of what its measures count one by one, by their identifier.
    pub items: BTreeMap<String, Texts>,
    /// What was right for each of them, where that can be told in words.
    pub rights: BTreeMap<String, Texts>,
}

/// The room in which the exercises of one kind are done.
#[async_trait]
pub(crate) trait Workshop: Sync {
    /// The kind.
    fn kind(&self) -> Kind;

    /// Reads the file of an exercise.
    fn read(&self, body: &str) -> Result<Exercise, Faults>;

    /// What was done in a closed attempt: sections of a page, as HTML, whose headings begin with `h2`.
    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError>;

    /// A line of the attempt's journal in words, as HTML; nothing for one that is no act of the trainee.
    fn line(&self, row: &JournalRow, talk: Talk) -> Option<String>;
}

/// Every workshop.
const WORKSHOPS: &[&dyn Workshop] = &[&Drills, &Commands, &Documents, &Keys, &Work];

/// The workshop of a kind; none for calls.
pub(crate) fn workshop(kind: Kind) -> Option<&'static dyn Workshop> {
    WORKSHOPS.iter().copied().find(|workshop| workshop.kind() == kind)
}

/// Reads a stored exercise of any kind.
///
/// # Errors
/// [`WebError::Broken`] when the stored text no longer reads.
pub(crate) fn read(stored: &StoredScenario) -> Result<Exercise, WebError> {
    let broken = |why: &dyn std::fmt::Display| {
        WebError::Broken(format!("exercise {} version {} no longer reads: {why}", stored.code, stored.version))
    };
    match Kind::parse(&stored.kind)? {
        Kind::Call => {
            library::check(&stored.body).map(|scenario| scenario.exercise()).map_err(|faults| broken(&faults))
        }
        kind => {
            let workshop = workshop(kind).ok_or_else(|| broken(&"its kind has no workshop"))?;
            workshop.read(&stored.body).map_err(|faults| broken(&faults))
        }
    }
}

/// The exercise that an attempt is pinned to.
///
/// # Errors
/// [`WebError::Broken`] when the pinned text no longer reads.
pub(crate) async fn exercise_of(db: &impl ConnectionTrait, id: ScenarioId) -> Result<Exercise, WebError> {
    read(&scenario_by_id(db, id).await?)
}

/// The scope in which a person does exercises that are no calls: their own centre, wherever a call may have led them.
pub fn own_centre(visitor: &Visitor) -> Scope {
    Scope { centre: accounts::home_of(visitor.account.role), actor: Some(visitor.account.id) }
}

/// Under which conditions an exercise was done.
#[derive(Clone, Copy, Debug)]
pub struct Conditions<'a> {
    /// The assistive means in use, as [`Attempt::profile`].
    pub profile: &'a str,
    /// The person's time factor.
    pub factor: f64,
}

/// Opens an attempt of an exercise that is no call, in a change on [`own_centre`].
///
/// # Errors
/// What the database says.
pub async fn begin(
    change: &Change,
    trainee: AccountId,
    exercise: ScenarioId,
    mode: Mode,
    conditions: Conditions<'_>,
) -> ::store::Result<Attempt> {
    let Conditions { profile, factor } = conditions;
    let centre = change.scope().centre;
    let id = attempts::insert(change, New { trainee, scenario: exercise, centre, mode, profile, factor }).await?;
    attempt_by_id(&**change, id).await
}

/// Closes an attempt, in the change that then proposes its evidence ([`crate::assessment::propose_measured`]). False when
/// it was closed or given up already.
///
/// # Errors
/// What the database says.
pub async fn close(change: &Change, attempt: &Attempt) -> ::store::Result<bool> {
    attempts::advance(change, attempt.id, AttemptState::Open, AttemptState::Closed).await
}

/// A text of an exercise in the language of the page.
pub(crate) fn said(texts: &Texts, talk: Talk) -> &str {
    texts.get(match talk.lang {
        Lang::Fr => Language::Fr,
        Lang::Ar => Language::Ar,
        Lang::En => Language::En,
    })
}
