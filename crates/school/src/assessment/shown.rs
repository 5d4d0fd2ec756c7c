//! Evidence, grids and decisions in the words of the page.

use ::programme::FoundCriterion;
use ::web::Page;
use askama::Template;
use words::{Arg, Lang, Talk, lang_attr_for};

use super::items::ShownItems;
use super::measure::{Measure, NotMeasurable, Timing, Unit};
use super::scene::Scene;
use super::timeline::Timeline;
use super::{Decision, Evidence, Mark, State, Status};
use crate::programme::programme;

/// A criterion in the language of the page.
#[derive(Clone, Debug)]
pub(super) struct ShownCriterion {
    pub id: String,
    pub text: String,
    /// The module: code and title.
    pub module: Option<(String, String)>,
}

/// The words of a criterion; only its identifier when the programme does not have it any more.
pub(super) fn criterion(id: &str, talk: Talk) -> ShownCriterion {
    let (found, lang) = (programme().criterion(id), talk.lang.code());
    let module = found.and_then(FoundCriterion::module);
    ShownCriterion {
        id: id.to_owned(),
        text: found.map_or("", |found| found.criterion().text.get(lang)).to_owned(),
        module: module.map(|module| (module.code.clone(), module.title.get(lang).to_owned())),
    }
}

/// A word with the tone of its badge.
#[derive(Clone, Debug)]
pub(super) struct Badge {
    pub tone: &'static str,
    pub word: String,
}

/// The badge of a status.
pub(super) fn badge(status: Status, talk: Talk) -> Badge {
    Badge { tone: status.tone(), word: talk.t(status.key()).into_owned() }
}

/// A link to a moment of the time line.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub event: i64,
    pub hour: String,
    /// What happened, as HTML.
    pub words: String,
}

/// One piece of evidence, ready for a page.
#[derive(Clone, Debug, Template)]
#[template(path = "assessment/evidence.html")]
pub(super) struct ShownEvidence {
    talk: Talk,
    pub id: i64,
    pub criterion: ShownCriterion,
    pub measure: String,
    /// The value, as HTML; the reason why there is none.
    value: String,
    measured: bool,
    target: String,
    met: Badge,
    time: Option<String>,
    /// The key of what the time is called.
    time_name: &'static str,
    /// What the value was made of, for below.
    pub items: ShownItems,
    sources: Vec<Source>,
    /// What is proposed or was decided, as HTML.
    state: String,
    status: Option<Badge>,
    reason: Option<(String, &'static str)>,
    pub undecided: bool,
    pub proposal: Option<Badge>,
}

impl askama::filters::HtmlSafe for ShownEvidence {}

impl ShownEvidence {
    /// What the button that agrees says, while there is something to agree with.
    pub(super) fn agree_text(&self) -> Option<String> {
        let proposal = self.proposal.as_ref().filter(|_| self.undecided)?;
        Some(self.talk.with("assessment-agree", &[("status", Arg::from(proposal.word.as_str()))]))
    }
}

/// Puts evidence into words.
pub(super) struct Shower<'a> {
    pub scene: &'a Scene,
    pub page: &'a Page,
    pub timeline: &'a Timeline,
}

impl Shower<'_> {
    pub(super) fn talk(&self) -> Talk {
        self.page.talk
    }

    /// Every piece of evidence, in the order of the scenario.
    pub(super) fn all(&self) -> Vec<ShownEvidence> {
        self.scene.evidence.iter().map(|evidence| self.evidence(evidence)).collect()
    }

    fn evidence(&self, evidence: &Evidence) -> ShownEvidence {
        let talk = self.talk();
        let word = |key: &str| talk.t(key).into_owned();
        let met = if evidence.met { ("good", "assessment-met") } else { ("attention", "assessment-not-met") };
        let items: Vec<_> = evidence.detail.items.iter().map(|item| self.item(evidence.measure, item)).collect();
        let told: Vec<_> = evidence.detail.items.iter().filter_map(|item| item.event).collect();
        let untold = evidence.sources.iter().filter(|event| !told.contains(event));
        let status = evidence.decision.as_ref().map(|own| own.status).or(evidence.proposal);
        let reason = evidence.decision.as_ref().map(|own| own.reason.as_str()).filter(|reason| !reason.is_empty());
        ShownEvidence {
            talk,
            id: evidence.id.0,
            criterion: criterion(&evidence.criterion, talk),
            measure: word(measure_key(evidence.measure)),
            value: self.value(evidence),
            measured: evidence.proposal.is_some(),
            target: self.target(evidence),
            met: Badge { tone: met.0, word: word(met.1) },
            time: self.time(evidence),
            time_name: match evidence.measure.unit() {
                Unit::Rate => "assessment-factor",
                _ => "assessment-time",
            },
            items: ShownItems { talk, items },
            sources: untold.filter_map(|event| self.source(*event)).collect(),
            state: self.state(evidence),
            status: status.map(|status| badge(status, talk)),
            reason: reason.map(|text| (text.to_owned(), language_of(text, talk.lang))),
            undecided: evidence.is_undecided(),
            proposal: evidence.proposal.map(|status| badge(status, talk)),
        }
    }

    fn value(&self, evidence: &Evidence) -> String {
        let talk = self.talk();
        if evidence.proposal.is_none() {
            return talk.t(why_key(evidence.detail.why_not.as_deref())).into_owned();
        }
        match evidence.measure.unit() {
            Unit::Ratio => {
                let mark = format!("{}/{}", evidence.numerator, evidence.denominator);
                let args = [
                    ("mark", Arg::ltr(&mark)),
                    ("percent", Arg::ltr(&percent(evidence.measure, evidence.value, talk.lang))),
                ];
                talk.html("assessment-value-ratio", &args)
            }
            Unit::Flag if evidence.value > 0.5 => talk.t("assessment-yes").into_owned(),
            Unit::Flag => talk.t("assessment-no").into_owned(),
            Unit::Count => talk.html("assessment-value-count", &[("count", Arg::ltr(&evidence.value.to_string()))]),
            Unit::Share => {
                let args = [("percent", Arg::ltr(&percent(evidence.measure, evidence.value, talk.lang)))];
                talk.html("assessment-value-share", &args)
            }
            Unit::Rate => rate(evidence.measure, evidence.value, talk),
        }
    }

    fn target(&self, evidence: &Evidence) -> String {
        let talk = self.talk();
        match evidence.measure.unit() {
            Unit::Ratio | Unit::Share => {
                let args = [("percent", Arg::ltr(&percent(evidence.measure, evidence.target, talk.lang)))];
                talk.html("assessment-target-ratio", &args)
            }
            Unit::Rate => {
                let args = [("rate", Arg::from(rate(evidence.measure, evidence.target, talk)))];
                talk.html("assessment-target-rate", &args)
            }
            Unit::Flag => talk.t("assessment-yes").into_owned(),
            Unit::Count => talk.html("assessment-target-count", &[("count", Arg::ltr(&evidence.target.to_string()))]),
        }
    }

    /// The raw duration beside its limits, or what a speed counts for, with the time factor and the assistive means.
    fn time(&self, evidence: &Evidence) -> Option<String> {
        let timed = evidence.proposal.is_some() && evidence.measure.unit() == Unit::Rate;
        let limits = evidence.detail.timing.as_ref().map(|timing| self.limits(evidence, timing));
        limits.or_else(|| timed.then(|| self.weighed(evidence)))
    }

    fn weighed(&self, evidence: &Evidence) -> String {
        let talk = self.talk();
        let weighed = evidence.measure.weighed(evidence.value, evidence.factor);
        let args = [
            ("rate", Arg::from(rate(evidence.measure, weighed, talk))),
            ("factor", Arg::from(evidence.factor)),
            ("means", Arg::from(means(&evidence.profile, talk))),
        ];
        talk.html("assessment-time-rate", &args)
    }

    fn limits(&self, evidence: &Evidence, timing: &Timing) -> String {
        let talk = self.talk();
        let seconds = |seconds: f64| Arg::from(talk.duration(whole(seconds)));
        let args = [
            ("duration", seconds(timing.seconds)),
            ("min", seconds(timing.min)),
            ("max", seconds(timing.max)),
            ("allowed", seconds(timing.max * timing.factor)),
            ("factor", Arg::from(timing.factor)),
            ("means", Arg::from(means(&evidence.profile, talk))),
        ];
        let key = if timing.min > 0.0 { "assessment-time-band" } else { "assessment-time-limit" };
        talk.html(key, &args)
    }

    pub(super) fn source(&self, event: i64) -> Option<Source> {
        let line = self.timeline.moment(event)?;
        Some(Source { event, hour: line.hour.clone(), words: line.words.clone() })
    }

    fn state(&self, evidence: &Evidence) -> String {
        let talk = self.talk();
        match (evidence.state, &evidence.decision) {
            (State::Agreed, Some(own)) => self.decision("assessment-state-agreed", own),
            (State::Changed, Some(own)) => self.decision("assessment-state-changed", own),
            (State::NotMeasured, _) => talk.t("assessment-state-not-measured").into_owned(),
            _ => talk.t("assessment-state-proposed").into_owned(),
        }
    }

    /// Who decided what, and when, as HTML.
    pub(super) fn decision(&self, key: &str, decision: &Decision) -> String {
        let who = Arg::from(self.scene.person(decision.by.0));
        self.talk().html(key, &[("who", who), ("when", Arg::ltr(&self.page.when(&decision.at)))])
    }

    /// A mark of the grid: who and when, as HTML.
    pub(super) fn marked(&self, mark: &Mark) -> String {
        let who = Arg::from(self.scene.person(mark.by.0));
        self.talk().html("assessment-marked", &[("who", who), ("when", Arg::ltr(&self.page.when(&mark.at)))])
    }
}

/// The language of a text, for its `lang` attribute.
pub(super) fn language_of(text: &str, page: Lang) -> &'static str {
    lang_attr_for(text, page).unwrap_or(page.code())
}

/// Seconds for [`Talk::duration`].
fn whole(seconds: f64) -> i64 {
    // A duration of a call: far inside what both types hold.
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and a call lasts minutes")]
    let whole = seconds.round() as i64;
    whole
}

/// A speed to a tenth, with what it counts.
pub(crate) fn rate(measure: Measure, value: f64, talk: Talk) -> String {
    let key = if measure == Measure::NetTypingSpeed { "assessment-rate-words" } else { "assessment-rate-strokes" };
    talk.with(key, &[("count", Arg::from((value * 10.0).round() / 10.0))])
}

/// A ratio as a percentage. One of a drill is told to a tenth and never as more than it is: 97.5 % must not pass for 98 %.
pub(crate) fn percent(measure: Measure, ratio: f64, lang: Lang) -> String {
    let sign = if lang == Lang::En { "%" } else { "\u{A0}%" };
    if !Measure::OF_DRILLS.contains(&measure) {
        return format!("{}{sign}", (ratio * 100.0).round());
    }
    let tenths = (ratio * 1000.0 + 1e-6).floor() / 10.0;
    let figures = tenths.to_string();
    format!("{}{sign}", if lang == Lang::En { figures } else { figures.replace('.', ",") })
}

/// The assistive means of a profile, in words.
pub(super) fn means(profile: &str, talk: Talk) -> String {
    let names = profile.split('+').filter_map(|mean| match mean {
        "speech" => Some("preferences-means-speech"),
        "braille" => Some("preferences-means-braille"),
        "magnifier" => Some("preferences-means-magnifier"),
        _ => None,
    });
    let names: Vec<_> = names.map(|key| talk.t(key).into_owned()).collect();
    if names.is_empty() { talk.t("assessment-no-means").into_owned() } else { names.join(&talk.t("assessment-comma")) }
}

pub(crate) fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::FactsRecorded => "assessment-measure-facts-recorded",
        Measure::FactsAsked => "assessment-measure-facts-asked",
        Measure::FieldsCorrect => "assessment-measure-fields-correct",
        Measure::ReasonCoded => "assessment-measure-reason",
        Measure::OutcomeCoded => "assessment-measure-outcome",
        Measure::SatisfactionCoded => "assessment-measure-satisfaction",
        Measure::TalkInBand => "assessment-measure-talk",
        Measure::WrapUpInTime => "assessment-measure-wrap-up",
        Measure::ScriptSteps => "assessment-measure-steps",
        Measure::ScriptOrder => "assessment-measure-order",
        Measure::ClosingProtocol => "assessment-measure-closing",
        Measure::AccessesOutsideCase => "assessment-measure-accesses",
        Measure::DisclosureBeforeIdentification => "assessment-measure-disclosure",
        Measure::TypingAccuracy => "assessment-measure-typing-accuracy",
        Measure::TypingSpeed => "assessment-measure-typing-speed",
        Measure::NetTypingSpeed => "assessment-measure-net-typing-speed",
        Measure::TypingRegularity => "assessment-measure-typing-regularity",
        Measure::TasksReached => "assessment-measure-tasks",
        Measure::CommandsRight => "assessment-measure-commands",
        Measure::PointsMet => "assessment-measure-points",
        Measure::KeysKnown => "assessment-measure-keys",
        Measure::FieldsFilled => "assessment-measure-fields-filled",
        Measure::AnomaliesRepaired => "assessment-measure-anomalies",
        Measure::ChangesOutsideCase => "assessment-measure-changes",
        Measure::FilesSubmitted => "assessment-measure-submitted",
        Measure::PairsMerged => "assessment-measure-pairs",
        Measure::WrongMerges => "assessment-measure-wrong-merges",
        Measure::ReportMade => "assessment-measure-report",
        Measure::AnswersRight => "assessment-measure-answers",
        Measure::RefusedAttempts => "assessment-measure-refused",
        Measure::RequestRegistered => "assessment-measure-request",
        Measure::SegmentsRight => "assessment-measure-segments",
        Measure::WorkInTime => "assessment-measure-work-time",
    }
}

/// The sentence for a stored reason why there is no value.
fn why_key(stored: Option<&str>) -> &'static str {
    let known = [
        (NotMeasurable::NothingGiven, "assessment-why-nothing-given"),
        (NotMeasurable::NothingToAsk, "assessment-why-nothing-to-ask"),
        (NotMeasurable::NotAnswered, "assessment-why-not-answered"),
        (NotMeasurable::NotEnded, "assessment-why-not-ended"),
        (NotMeasurable::NotWrappedUp, "assessment-why-not-wrapped-up"),
        (NotMeasurable::NoStep, "assessment-why-no-step"),
        (NotMeasurable::NoTimes, "assessment-why-no-times"),
        (NotMeasurable::NothingDone, "assessment-why-nothing-done"),
    ];
    let found = known.into_iter().find(|(why, _)| stored == Some(why.key()));
    found.map_or("assessment-why-nothing-expected", |(_, key)| key)
}
