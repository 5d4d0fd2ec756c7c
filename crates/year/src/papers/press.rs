//! Where papers become files: the fonts, read once, and the long works, one at a time for each person.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use ::paper::{Fonts, Head, Paper, PaperError};
use ::store::{AccountId, Chance};
use ::web::WebError;
use axum::body::Bytes;
use tokio::sync::Semaphore;
use words::Lang;

/// A finished file is kept so long: it is about people.
const KEPT: Duration = Duration::from_secs(30 * 60);
/// So many works are kept at most; the oldest ended one makes room.
const WORKS: usize = 16;
/// The share of the work that reading the papers is, in percent; setting them is the rest.
const READING: usize = 40;

/// How far a work is.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// The papers of so many of so many sections were read.
    Reading(usize, usize),
    /// All are being set.
    Setting,
    /// The file.
    Ready(Bytes),
    /// It ended without a file: the key of the reason, and what it is about.
    Failed(&'static str, String),
}

impl State {
    pub(super) fn is_running(&self) -> bool {
        matches!(self, Self::Reading(..) | Self::Setting)
    }

    /// 0 to 100.
    pub(super) fn percent(&self) -> usize {
        match self {
            Self::Reading(done, all) => (done * READING / (*all).max(1)).min(READING),
            Self::Setting => READING,
            Self::Ready(_) | Self::Failed(..) => 100,
        }
    }

    /// The text key of its name.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Reading(..) => "papers-work-reading",
            Self::Setting => "papers-work-setting",
            Self::Ready(_) => "papers-work-ready",
            Self::Failed(..) => "papers-work-failed",
        }
    }
}

/// A long work: whose it is, of what, and how far it is.
#[derive(Clone, Debug)]
pub(super) struct Work {
    token: String,
    owner: AccountId,
    pub promotion: i64,
    /// The language of its papers.
    pub lang: Lang,
    pub state: State,
}

/// The press of the house. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Press {
    folder: Arc<PathBuf>,
    fonts: Arc<OnceLock<Fonts>>,
    /// One set of papers at a time: the desks of the others keep the rest of the processor.
    turn: Arc<Semaphore>,
    works: Arc<Mutex<Vec<Work>>>,
}

impl Press {
    /// A press that takes its fonts from `fonts` below the data folder, when the centre put its own there, else from the system.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: Arc::new(folder.join("fonts")),
            fonts: Arc::default(),
            turn: Arc::new(Semaphore::new(1)),
            works: Arc::default(),
        }
    }

    /// Sets the papers, beside the threads that answer people.
    pub(super) async fn set(&self, head: Head, papers: Vec<Paper>) -> Result<Vec<u8>, WebError> {
        let press = self.clone();
        // Whoever goes away leaves the work behind: the turn ends with the work.
        let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|error| WebError::Broken(error.to_string()))?;
        let set = move || {
            let _turn = turn;
            // One that is installed later is found without a restart.
            let fonts = match press.fonts.get() {
                Some(fonts) => fonts.clone(),
                None => Fonts::find(Some(&press.folder)).inspect(|found| {
                    let _first = press.fonts.set(found.clone());
                })?,
            };
            ::paper::pdf(&fonts, &head, &papers)
        };
        let set = tokio::task::spawn_blocking(set).await.map_err(|error| WebError::Broken(error.to_string()))?;
        set.map_err(|error| match error {
            PaperError::NoFont(_) => WebError::Lacking("papers-pdf-no-font", error.to_string()),
            PaperError::Sign(..) => WebError::Lacking("papers-pdf-sign", error.to_string()),
            PaperError::Refused(_) => WebError::Lacking("papers-pdf-refused", error.to_string()),
        })
    }

    /// Begins a work; `None` while another one of the same person is under way.
    pub(super) fn begin(&self, owner: AccountId, promotion: i64, lang: Lang) -> Option<String> {
        let mut works = self.works.lock().unwrap_or_else(PoisonError::into_inner);
        if works.iter().any(|own| own.owner == owner && own.state.is_running()) {
            return None;
        }
        if works.len() >= WORKS {
            let ended = works.iter().position(|own| !own.state.is_running())?;
            works.remove(ended);
        }
        let token = Chance::system().token(12);
        works.push(Work { token: token.clone(), owner, promotion, lang, state: State::Reading(0, 0) });
        Some(token)
    }

    /// Says how far a work is.
    pub(super) fn tell(&self, token: &str, state: State) {
        let mut works = self.works.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = works.iter_mut().find(|own| own.token == token) {
            own.state = state;
        }
    }

    /// Says how a work ended, and forgets it after a while.
    pub(super) fn end(&self, token: &str, state: State) {
        self.tell(token, state);
        let (press, token) = (self.clone(), token.to_owned());
        tokio::spawn(async move {
            tokio::time::sleep(KEPT).await;
            press.works.lock().unwrap_or_else(PoisonError::into_inner).retain(|own| own.token != token);
        });
    }

    /// A work of this person.
    pub(super) fn work(&self, token: &str, owner: AccountId) -> Option<Work> {
        let works = self.works.lock().unwrap_or_else(PoisonError::into_inner);
        works.iter().find(|own| own.token == token && own.owner == owner).cloned()
    }

    /// The work that this person has under way.
    pub(super) fn under_way(&self, owner: AccountId) -> Option<String> {
        let works = self.works.lock().unwrap_or_else(PoisonError::into_inner);
        works.iter().find(|own| own.owner == owner && own.state.is_running()).map(|own| own.token.clone())
    }
}
