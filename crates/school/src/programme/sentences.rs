//! The problems of a programme as sentences in the reader's language.

use ::programme::{Code, Problem};
use words::{Arg, Talk};

/// What is wrong, as a sentence in HTML: escaped, with every identifier and number isolated.
pub fn sentence(talk: Talk, problem: &Problem) -> String {
    let args: Vec<(&str, Arg)> =
        problem.args.iter().map(|(name, value)| (*name, arg(problem.code, name, value))).collect();
    talk.html(key(problem.code), &args)
}

/// Languages and kinds of module are words that the sentence chooses by; whole numbers and identifiers stand as they
/// are; what a machine said is a text.
fn arg(code: Code, name: &str, value: &str) -> Arg {
    let chosen = name == "lang"
        || matches!((code, name), (Code::MatrixKind, "expected") | (Code::ModuleKind, "found" | "expected"));
    if chosen || matches!(name, "detail" | "reason") {
        return Arg::from(value);
    }
    value.parse::<i64>().map_or_else(|_| Arg::ltr(value), Arg::from)
}

fn key(code: Code) -> &'static str {
    match code {
        Code::FileMissing => "programme-problem-file-missing",
        Code::FileUnreadable => "programme-problem-file-unreadable",
        Code::Syntax => "programme-problem-syntax",
        Code::FormatMissing => "programme-problem-format-missing",
        Code::FormatTooNew => "programme-problem-format-too-new",
        Code::FormatUnknown => "programme-problem-format-unknown",
        Code::WrongShape => "programme-problem-wrong-shape",
        Code::UnknownKey => "programme-problem-unknown-key",
        Code::TextMissing => "programme-problem-text-missing",
        Code::TextScript => "programme-problem-text-script",
        Code::ListEmpty => "programme-problem-list-empty",
        Code::IdMalformed => "programme-problem-id-malformed",
        Code::IdDuplicate => "programme-problem-id-duplicate",
        Code::IdOrder => "programme-problem-id-order",
        Code::ModuleFile => "programme-problem-module-file",
        Code::ModuleKind => "programme-problem-module-kind",
        Code::ModuleUnlisted => "programme-problem-module-unlisted",
        Code::ModuleUnknown => "programme-problem-module-unknown",
        Code::RowMissing => "programme-problem-row-missing",
        Code::EquipmentUnknown => "programme-problem-equipment-unknown",
        Code::ReferenceDuplicate => "programme-problem-reference-duplicate",
        Code::MatrixKind => "programme-problem-matrix-kind",
        Code::MatrixCount => "programme-problem-matrix-count",
        Code::BlockEmpty => "programme-problem-block-empty",
        Code::ModuleHours => "programme-problem-module-hours",
        Code::ProposalLength => "programme-problem-proposal-length",
        Code::ProposalRange => "programme-problem-proposal-range",
        Code::ProposalOrder => "programme-problem-proposal-order",
        Code::SemesterHours => "programme-problem-semester-hours",
        Code::TrainingHours => "programme-problem-training-hours",
        Code::TotalHours => "programme-problem-total-hours",
        Code::TotalMonths => "programme-problem-total-months",
    }
}
