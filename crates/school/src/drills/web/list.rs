//! The list of drills, with its filters.

use ::web::{Answer, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Query, State};
use desk::scripts::reader::Language;
use serde::Deserialize;
use words::Talk;

use super::{entry_key, family_key, language_key, may_read};
use crate::drills::drill::Drill;
use crate::drills::{Entry, Family, library, store};
use crate::exercises::{Kind, said};
use crate::practice::store as exercises;

struct Line {
    code: String,
    title: String,
    language: &'static str,
    family: &'static str,
    level: String,
}

/// A choice of a filter: what is sent, what is shown, whether it is the present one.
type Choice = (&'static str, String, bool);

#[derive(Template)]
#[template(path = "drills/list.html")]
struct ListPage {
    page: Page,
    /// The try that is open: its number and its title.
    open: Option<(i64, String)>,
    languages: Vec<Choice>,
    families: Vec<Choice>,
    entries: Vec<Choice>,
    lines: Vec<Line>,
}

/// What is looked for; a word that is none of the choices filters nothing.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    language: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    entry: String,
}

impl Asked {
    fn wants(&self, drill: &Drill) -> bool {
        let (language, family, entry) =
            (Language::parse(&self.language), Family::parse(&self.family), Entry::parse(&self.entry));
        language.is_none_or(|own| own == drill.language)
            && family.is_none_or(|own| own == drill.family)
            && entry.is_none_or(|own| drill.entries.contains(&own))
    }
}

pub(super) async fn list(State(web): State<Web>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    may_read(&visitor)?;
    let talk = visitor.talk();
    let page = Page::new(&web, &visitor, "drills-title").await?.under("/practice");
    let mut drills = Vec::new();
    for stored in exercises::newest(&web.store, Kind::Drill).await? {
        match library::check(&stored.body) {
            Ok(drill) => drills.push(drill),
            // One drill that no longer reads must not close the whole list.
            Err(why) => tracing::error!(code = stored.code, %why, "a stored drill no longer reads"),
        }
    }
    let lines = drills.iter().filter(|drill| asked.wants(drill)).map(|drill| line(drill, talk)).collect();
    let open = open(&web, &visitor).await?;
    let word = |key: &str| talk.t(key).into_owned();
    Page::show(&ListPage {
        page,
        open,
        languages: [Language::Fr, Language::Ar, Language::En]
            .map(|own| (own.code(), word(language_key(own)), asked.language == own.code()))
            .to_vec(),
        families: Family::ALL.map(|own| (own.word(), word(family_key(own)), asked.family == own.word())).to_vec(),
        entries: Entry::ALL.map(|own| (own.word(), word(entry_key(own)), asked.entry == own.word())).to_vec(),
        lines,
    })
}

fn line(drill: &Drill, talk: Talk) -> Line {
    Line {
        code: drill.head.code.clone(),
        title: said(&drill.head.title, talk).to_owned(),
        language: language_key(drill.language),
        family: family_key(drill.family),
        level: talk.with("practice-level", &[("level", i64::from(drill.level).into())]),
    }
}

/// The try that the visitor has not finished, with its title.
pub(super) async fn open(web: &Web, visitor: &Visitor) -> Result<Option<(i64, String)>, WebError> {
    let Some(own) = store::unfinished(web.store.read(), visitor.account.id).await? else { return Ok(None) };
    let exercise = crate::exercises::exercise_of(web.store.read(), own.drill).await?;
    Ok(Some((own.id.0, said(&exercise.title, visitor.talk()).to_owned())))
}
