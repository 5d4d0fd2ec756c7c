//! Information notices: what a client is told before their data is collected (law 18-07, articles 32 and 33, to be confirmed
//! by the institution). A published version never changes; a correction is the next version.

mod store;
mod web;

pub(super) use self::store::{all_shown, last_shown, shown};
pub use self::store::{current_notice, publish};
pub(super) use self::web::routes;

use ::store::Moment;
use words::Lang;

/// The longest text of a notice, in characters.
const TEXT: usize = 4_000;

/// The texts of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeTexts {
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl NoticeTexts {
    /// The notice that a centre may begin with. A proposal only, to be confirmed by the institution.
    pub fn proposed() -> Self {
        let text = |text: &str| text.trim().to_owned();
        Self {
            fr: text(include_str!("first.fr.txt")),
            ar: text(include_str!("first.ar.txt")),
            en: text(include_str!("first.en.txt")),
        }
    }
}

/// A published notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// 1, 2, …: the highest is the one in force.
    pub version: i64,
    /// Its texts.
    pub texts: NoticeTexts,
    /// When it was published.
    pub published_at: Moment,
}

impl Notice {
    /// Its text in a language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.texts.fr,
            Lang::Ar => &self.texts.ar,
            Lang::En => &self.texts.en,
        }
    }
}
