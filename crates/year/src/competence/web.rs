//! The pages of competence.

mod section;
mod trainee;

use ::web::{Routes, Web};
use school::assessment::Rule;
use words::{Arg, Talk};

use super::Sum;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/year/sections/{id}/competence", section::show)
        .post("/year/sections/{id}/competence", section::freeze)
        .page("/year/trainees/{id}/competence", trainee::of_trainee)
        .page("/competence", trainee::own)
        .post("/competence", trainee::say)
        .with_state(web)
}

/// A rule as a sentence.
fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Last => "competence-rule-last",
        Rule::Best => "competence-rule-best",
        Rule::Twice => "competence-rule-twice",
    }
}

/// A sum in one sentence.
fn sentence(talk: Talk, sum: Sum) -> String {
    let args = [
        ("acquired", Arg::from(sum.acquired)),
        ("progress", Arg::from(sum.in_progress)),
        ("not", Arg::from(sum.not_acquired)),
        ("open", Arg::from(sum.undecided)),
    ];
    talk.with("assessment-sum", &args)
}
