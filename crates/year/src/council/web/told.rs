//! The sentences of a council: reasons to talk about somebody, and what stands in the way of the seal.

use words::{Arg, Talk};

use crate::council::Blocker;
use crate::council::prepare::Case;
use crate::marks::shown;

/// A reason to talk about somebody, in a sentence.
pub(super) fn case(talk: Talk, case: &Case) -> String {
    let of = |key, codes: &[String]| talk.with(key, &[("modules", Arg::from(codes.join(", ")))]);
    match case {
        Case::Eliminatory(codes) => of("council-case-eliminatory", codes),
        Case::MadeUp(codes) => of("council-case-made-up", codes),
        Case::Failed(codes) => of("council-case-failed", codes),
        Case::SetByHand(codes) => of("council-case-set", codes),
        Case::Missing(codes) => of("council-case-missing", codes),
        Case::Below(mark, pass) => {
            let args = [("mark", Arg::ltr(&shown(*mark, talk))), ("pass", Arg::ltr(&shown(*pass, talk)))];
            talk.with("council-case-below", &args)
        }
        Case::Absences(n) => talk.with("council-case-absences", &[("n", Arg::from(*n))]),
        Case::Away(own) => {
            let key = if own.over { "council-case-over" } else { "council-case-warned" };
            talk.with(key, &[("hours", Arg::from(own.hours)), ("threshold", Arg::from(own.threshold))])
        }
        Case::State(state) => {
            talk.with("council-case-state", &[("state", Arg::from(talk.t(state.key()).into_owned()))])
        }
    }
}

/// What stands in the way, in a sentence, and the field where it is put right.
pub(super) fn blocker(talk: Talk, blocker: &Blocker) -> (String, Option<String>) {
    let field = |id: &i64| Some(format!("#f-d-{id}"));
    let named = |key, name: &String| talk.with(key, &[("name", Arg::from(name.as_str()))]);
    match blocker {
        Blocker::Nobody => (talk.t("council-blocks-nobody").into_owned(), None),
        Blocker::Sitting => (talk.t("council-blocks-sitting").into_owned(), Some("#f-held_on".to_owned())),
        Blocker::NoSheet(module) => (talk.with("council-blocks-sheet", &[("module", Arg::ltr(module))]), None),
        Blocker::Missing(id, name, modules) => {
            let args = [("name", Arg::from(name.as_str())), ("modules", Arg::from(modules.join(", ")))];
            (talk.with("council-blocks-missing", &args), field(id))
        }
        Blocker::Undecided(id, name) => (named("council-blocks-undecided", name), field(id)),
        Blocker::Overtaken(id, name) => (named("council-blocks-overtaken", name), field(id)),
        Blocker::NoReason(id, name) => (named("council-blocks-reason", name), field(id)),
        Blocker::Withdrawn(id, name) => (named("council-blocks-withdrawn", name), field(id)),
        Blocker::State(id, name) => (named("council-blocks-state", name), field(id)),
    }
}
