//! The time line of an attempt: one plain sentence for each line of the journal, after what its workshop shows of it.

use ::store::JournalRow;
use ::web::Page;
use askama::Template;
use desk::calls::CodeKind;
use desk::clients::label_of;
use words::{Arg, Talk, lang_attr_for};

use super::scene::Scene;

/// One moment of the attempt.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The journal entry.
    pub id: i64,
    /// Hour, minute and second.
    pub hour: String,
    /// What happened, as HTML.
    pub words: String,
    /// What it was about in another's words (what was said, a step, a name), with its language.
    pub quote: Option<(String, &'static str)>,
}

/// The whole time line.
#[derive(Clone, Debug, Template)]
#[template(path = "assessment/timeline.html")]
pub(super) struct Timeline {
    talk: Talk,
    /// What the workshop of an exercise that is no call shows of it, as HTML.
    own: Option<String>,
    lines: Vec<Line>,
}

impl askama::filters::HtmlSafe for Timeline {}

impl Timeline {
    pub(super) fn of(scene: &Scene, page: &Page) -> Self {
        let teller = Teller { scene, page, talk: page.talk };
        let lines = scene.happened().iter().filter_map(|row| teller.line(row)).collect();
        let own = scene.workshop.as_ref().map(|(_, own)| own.clone());
        Self { talk: page.talk, own, lines }
    }

    /// The moment of a journal entry, when it stands in the time line.
    pub(super) fn moment(&self, event: i64) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == event)
    }
}

struct Teller<'a> {
    scene: &'a Scene,
    page: &'a Page,
    talk: Talk,
}

impl Teller<'_> {
    fn line(&self, row: &JournalRow) -> Option<Line> {
        let words = self.words(row)?;
        let detail = row.json();
        let quote = match row.verb.as_str() {
            "call.said" | "call.heard" => detail["text"].as_str(),
            "call.closed" => detail["note"].as_str(),
            "call.step" => detail["step"].as_str().map(|id| self.scene.step(id)),
            "call.client_chosen" | "client.opened" | "client.created" | "client.submitted" => {
                Some(self.scene.client_of(row))
            }
            "client.merged" | "request.received" => Some(self.scene.client_of(row)),
            _ => None,
        };
        let quote = quote.filter(|text| !text.is_empty());
        let quote = quote.map(|text| (text.to_owned(), self.language_of(text)));
        Some(Line { id: row.id, hour: hour(self.page, row.at), words, quote })
    }

    fn language_of(&self, text: &str) -> &'static str {
        lang_attr_for(text, self.talk.lang).unwrap_or(self.talk.lang.code())
    }

    /// The sentence of a line; none for the program's own housekeeping and for what the page shows elsewhere.
    fn words(&self, row: &JournalRow) -> Option<String> {
        let (talk, detail) = (self.talk, row.json());
        let plain = |key: &str| Some(talk.t(key).into_owned());
        let about = |key: &str, what: &str| Some(talk.html(key, &[("what", Arg::from(what))]));
        let code =
            |kind, of: &str| self.scene.code(kind, detail[of].as_str().unwrap_or_default(), talk.lang).to_owned();
        match row.verb.as_str() {
            "call.expected" => plain("assessment-line-expected"),
            "call.rang" => plain(match detail["match"].as_str() {
                Some("certain") => "assessment-line-rang-certain",
                Some("maybe") => "assessment-line-rang-maybe",
                _ => "assessment-line-rang-unknown",
            }),
            "call.refused" => plain("assessment-line-refused"),
            "call.answered" => plain("assessment-line-answered"),
            "call.said" => plain("assessment-line-said"),
            "call.heard" => plain("assessment-line-heard"),
            "call.step" => {
                let skipped = detail["how"].as_str() == Some("skipped");
                plain(if skipped { "assessment-line-skipped" } else { "assessment-line-step" })
            }
            "call.held" => plain("assessment-line-held"),
            "call.resumed" => plain("assessment-line-resumed"),
            "call.client_chosen" => plain("assessment-line-chosen"),
            "call.identified" => plain("assessment-line-identified"),
            "call.reason" => about("assessment-line-reason", &code(CodeKind::Reason, "reason")),
            "call.ended" if detail["by"].as_str() == Some("client") => plain("assessment-line-ended-client"),
            "call.ended" => plain("assessment-line-ended"),
            "call.closed" => about("assessment-line-closed", &code(CodeKind::Outcome, "outcome")),
            "client.opened" => plain("assessment-line-opened"),
            "client.created" => plain("assessment-line-created"),
            "client.updated" => about("assessment-line-updated", &self.fields(&detail["new"])),
            "attempt.closed" => plain("assessment-line-attempt-closed"),
            verb if HOUSEKEEPING.iter().any(|own| verb.starts_with(own)) => None,
            verb => match &self.scene.workshop {
                Some((workshop, _)) => workshop.line(row, talk),
                None => Some(talk.html("assessment-line-other", &[("what", Arg::ltr(verb))])),
            },
        }
    }

    /// The names of the fields that a save changed.
    fn fields(&self, new: &serde_json::Value) -> String {
        let changed = super::trace::Field::ALL.into_iter().filter(|field| new.get(field.word()).is_some());
        let names: Vec<_> = changed.map(|field| self.talk.t(label_of(field.word())).into_owned()).collect();
        if names.is_empty() {
            return self.talk.t("assessment-line-no-field").into_owned();
        }
        names.join(&self.talk.t("assessment-comma"))
    }
}

/// Lines that are no act of the trainee, or that stand elsewhere on the page.
const HOUSEKEEPING: [&str; 8] =
    ["account.", "session.", "preferences.", "attempt.", "evidence.", "grid.", "sandbox.", "script."];

/// The hour of a moment to the second: a call is told in seconds.
pub(super) fn hour(page: &Page, at: i64) -> String {
    format!("{}:{:02}", page.hour(&at), at.div_euclid(1000).rem_euclid(60))
}
