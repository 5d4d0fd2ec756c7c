//! What a value was made of, one by one, in the words of the page.

use askama::Template;
use desk::calls::CodeKind;
use desk::clients::label_of;
use words::Talk;

use super::measure::{Item, Measure};
use super::shown::{Badge, Shower, Source, language_of};
use crate::exercises::said;

/// One thing that was counted.
#[derive(Clone, Debug)]
pub(super) struct ShownItem {
    pub badge: Badge,
    pub words: String,
    pub lang: &'static str,
    /// What was right, where something else stands.
    pub expected: Option<String>,
    pub source: Option<Source>,
}

/// The list of what was counted; nothing when there is no list.
#[derive(Clone, Debug, Template)]
#[template(path = "assessment/items.html")]
pub(super) struct ShownItems {
    pub talk: Talk,
    pub items: Vec<ShownItem>,
}

impl askama::filters::HtmlSafe for ShownItems {}

impl Shower<'_> {
    pub(super) fn item(&self, measure: Measure, item: &Item) -> ShownItem {
        let talk = self.talk();
        let words = self.item_words(measure, item);
        let badge = if item.good { ("good", "assessment-item-good") } else { ("attention", bad_key(measure)) };
        ShownItem {
            badge: Badge { tone: badge.0, word: talk.t(badge.1).into_owned() },
            lang: language_of(&words, talk.lang),
            words,
            expected: if item.good { None } else { self.expected(measure, item) },
            source: item.event.and_then(|event| self.source(event)),
        }
    }

    fn item_words(&self, measure: Measure, item: &Item) -> String {
        let (talk, id) = (self.talk(), item.id.as_str());
        let not_coded = || talk.t("assessment-not-coded").into_owned();
        let code = |kind| if id.is_empty() { not_coded() } else { self.scene.code(kind, id, talk.lang).to_owned() };
        match measure {
            Measure::ReasonCoded => code(CodeKind::Reason),
            Measure::OutcomeCoded => code(CodeKind::Outcome),
            Measure::SatisfactionCoded => satisfaction_key(id).map_or_else(not_coded, |key| talk.t(key).into_owned()),
            Measure::ScriptSteps | Measure::ScriptOrder | Measure::ClosingProtocol => self.scene.step(id).to_owned(),
            Measure::AccessesOutsideCase => self.scene.client(id).to_owned(),
            Measure::ChangesOutsideCase => self.changed(id),
            Measure::WrongMerges => self.pair(id),
            Measure::RefusedAttempts => talk.try_t(id).map_or_else(|| id.to_owned(), std::borrow::Cow::into_owned),
            Measure::DisclosureBeforeIdentification => {
                let fact = self.scene.fact(id);
                fact.and_then(|fact| fact.value.clone()).unwrap_or_else(|| id.to_owned())
            }
            Measure::FactsRecorded | Measure::FactsAsked | Measure::FieldsCorrect => {
                self.scene.fact(id).map_or(id, |fact| fact.line.as_str()).to_owned()
            }
            _ => self
                .scene
                .exercise
                .items
                .get(id)
                .map_or_else(|| self.scene.client(id), |name| said(name, talk))
                .to_owned(),
        }
    }

    /// A file that was changed, or the file and the field.
    fn changed(&self, id: &str) -> String {
        match id.split_once('.') {
            Some((file, field)) => format!("{} – {}", self.scene.client(file), self.talk().t(label_of(field))),
            None => self.scene.client(id).to_owned(),
        }
    }

    /// Two files that were merged.
    fn pair(&self, id: &str) -> String {
        let names: Vec<_> = id.split('+').map(|word| self.scene.client(word)).collect();
        names.join(" + ")
    }

    /// What the scenario holds for right; the attempt is closed, so that nothing is given away.
    fn expected(&self, measure: Measure, item: &Item) -> Option<String> {
        let talk = self.talk();
        if let Some(right) = self.scene.exercise.rights.get(&item.id) {
            return Some(said(right, talk).to_owned());
        }
        let right = self.scene.expected()?;
        let listed = |names: Vec<String>| names.join(&talk.t("assessment-or"));
        let named = |kind, codes: Vec<&'static str>| {
            listed(codes.into_iter().map(|code| self.scene.code(kind, code, talk.lang).to_owned()).collect())
        };
        match measure {
            Measure::ReasonCoded => {
                Some(named(CodeKind::Reason, right.reasons.iter().map(|reason| reason.word()).collect()))
            }
            Measure::OutcomeCoded => {
                Some(named(CodeKind::Outcome, right.outcomes.iter().map(|outcome| outcome.word()).collect()))
            }
            Measure::SatisfactionCoded => {
                let (min, max) = right.satisfaction?;
                let names = (min..=max).rev().filter_map(|score| satisfaction_key(&score.to_string()));
                Some(listed(names.map(|key| talk.t(key).into_owned()).collect()))
            }
            Measure::FieldsCorrect | Measure::FactsRecorded => self.scene.fact(&item.id)?.value.clone(),
            _ => None,
        }
    }
}

fn bad_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ScriptOrder => "assessment-item-out-of-place",
        Measure::AccessesOutsideCase | Measure::DisclosureBeforeIdentification => "assessment-item-excess",
        Measure::ChangesOutsideCase | Measure::WrongMerges | Measure::RefusedAttempts => "assessment-item-excess",
        Measure::FieldsFilled | Measure::AnswersRight | Measure::RequestRegistered => "assessment-item-wrong",
        Measure::CommandsRight | Measure::KeysKnown => "assessment-item-wrong",
        Measure::FieldsCorrect | Measure::ReasonCoded | Measure::OutcomeCoded | Measure::SatisfactionCoded => {
            "assessment-item-wrong"
        }
        _ => "assessment-item-missing",
    }
}

fn satisfaction_key(score: &str) -> Option<&'static str> {
    match score {
        "1" => Some("calls-satisfied-1"),
        "2" => Some("calls-satisfied-2"),
        "3" => Some("calls-satisfied-3"),
        "4" => Some("calls-satisfied-4"),
        _ => None,
    }
}
