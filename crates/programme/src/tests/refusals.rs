use super::{MQ1, SEMESTERS, SHEET, line_with, only, problems};
use crate::{Code, Files, check};

#[test]
fn module_hours_that_differ_from_the_blocks_break_two_sums() {
    let found = problems("modules/MQ1.toml", "hours = 12", "hours = 14");
    let codes: Vec<Code> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::ModuleHours, Code::TrainingHours]);
    assert_eq!(found[0].file, "semesters.toml");
    assert_eq!(found[0].args["found"], "12");
    assert_eq!(found[0].args["expected"], "14");
    assert_eq!(found[0].line, line_with(SEMESTERS, "blocks = "));
}

#[test]
fn an_overfull_semester_is_named_with_its_hours() {
    let found = problems("semesters.toml", "proposal = [1, 2]", "proposal = [1, 1]");
    let codes: Vec<Code> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::ProposalOrder, Code::SemesterHours, Code::SemesterHours]);
    assert_eq!(found[1].message, "Semester 1 has 8 h a week (16 h) instead of 5 (10 h).");
}

#[test]
fn the_announced_hours_and_months_must_be_the_sum_of_their_parts() {
    let problem = only("programme.toml", "total_hours = 30", "total_hours = 31");
    assert_eq!((problem.code, problem.line), (Code::TotalHours, line_with(SHEET, "total_hours")));
    assert_eq!(only("programme.toml", "months = 18", "months = 20").code, Code::TotalMonths);
}

#[test]
fn an_identifier_given_twice_is_refused_at_its_line() {
    let problem = only("modules/MQ1.toml", "MQ1.O1.C2", "MQ1.O1.C1");
    assert_eq!(problem.code, Code::IdDuplicate);
    assert_eq!(problem.line, line_with(MQ1, "MQ1.O1.C2"));
    assert_eq!(only("modules/MQ1.toml", "MQ1.O1.C2", "MQ1.O1.C3").code, Code::IdOrder);
    assert_eq!(only("modules/MQ1.toml", "MQ1.O1.C2", "MQ1.O1.K2").code, Code::IdMalformed);
    assert_eq!(only("modules/MQ1.toml", "MQ1.O1.C2", "MQ1.O1.C02").code, Code::IdMalformed);
}

#[test]
fn equipment_that_the_programme_does_not_define_is_refused() {
    let problem = only("modules/MQ1.toml", "\"phone\"", "\"telex\"");
    assert_eq!((problem.code, problem.line), (Code::EquipmentUnknown, line_with(MQ1, "with = ")));
    assert_eq!(problem.args["equipment"], "telex");
    assert_eq!(only("modules/MQ1.toml", "\"phone\"", "\"computer\"").code, Code::ReferenceDuplicate);
}

#[test]
fn every_missing_arabic_text_is_reported_with_its_place() {
    let problem = only("modules/MQ1.toml", "ar = \"احترام الإجراءات\", ", "");
    assert_eq!(problem.code, Code::TextMissing);
    assert_eq!((problem.args["place"].as_str(), problem.args["lang"].as_str()), ("MQ1.O1.C2 text", "ar"));
    assert_eq!(problem.line, line_with(MQ1, "احترام الإجراءات"));
    assert_eq!(only("modules/MQ1.toml", "ar = \"احترام الإجراءات\"", "ar = \" \"").code, Code::TextMissing);
    assert_eq!(only("modules/MQ1.toml", "ar = \"احترام الإجراءات\"", "ar = \"Respect\"").code, Code::TextScript);
}

#[test]
fn a_file_of_a_newer_format_is_refused_before_its_shape_is_read() {
    let problem = only("matrix.toml", "format = 1\nstatus", "format = 2\nstate");
    assert_eq!((problem.code, problem.file.as_str(), problem.line), (Code::FormatTooNew, "matrix.toml", Some(1)));
    assert_eq!((problem.args["found"].as_str(), problem.args["known"].as_str()), ("2", "1"));
    assert_eq!(only("matrix.toml", "format = 1", "format = 0").code, Code::FormatUnknown);
    assert_eq!(only("matrix.toml", "format = 1", "").code, Code::FormatMissing);
}

#[test]
fn a_syntax_error_is_reported_with_its_line() {
    let problem = only("semesters.toml", "module = \"MC1\"", "module = \"MC1");
    assert_eq!((problem.code, problem.line), (Code::Syntax, line_with(SEMESTERS, "module = \"MC1\"")));
}

#[test]
fn a_wrong_type_or_an_absent_key_is_reported_with_its_line() {
    let problem = only("semesters.toml", "proposal = [1, 2]", "proposal = [1, \"2\"]");
    assert_eq!((problem.code, problem.line), (Code::WrongShape, line_with(SEMESTERS, "proposal")));
    let absent = only("semesters.toml", "proposal = [1, 2]", "");
    assert_eq!(absent.code, Code::WrongShape);
    assert!(absent.message.contains("proposal"), "{}", absent.message);
}

#[test]
fn unknown_keys_are_refused_wherever_they_stand() {
    let problem = only("modules/MQ1.toml", "id = \"MQ1.O1.C2\"", "weight = 3\nid = \"MQ1.O1.C2\"");
    assert_eq!((problem.code, problem.args["key"].as_str()), (Code::UnknownKey, "weight"));
    assert_eq!(problem.line, line_with(MQ1, "MQ1.O1.C2"));
    assert_eq!(only("programme.toml", "en = \"Phone\"", "en = \"Phone\", de = \"Telefon\"").code, Code::UnknownKey);
}

#[test]
fn the_matrix_must_propose_as_many_known_modules_as_the_document_gives_links() {
    assert_eq!(only("matrix.toml", "links = 1", "links = 2").code, Code::MatrixCount);
    assert_eq!(only("matrix.toml", "[\"MC1\"]", "[\"MC7\"]").code, Code::ModuleUnknown);
    assert_eq!(only("matrix.toml", "[\"MC1\"]", "[\"MQ1\"]").code, Code::MatrixKind);
}

#[test]
fn a_module_listed_without_a_file_or_present_without_being_listed_is_reported() {
    let only_sheet = Files::from_pairs([("programme.toml", SHEET)]);
    let missing: Vec<String> = check(&only_sheet).problems.into_iter().map(|problem| problem.file).collect();
    assert_eq!(missing, ["modules/MQ1.toml", "modules/MC1.toml", "matrix.toml", "semesters.toml"]);
    let found = problems("programme.toml", "\"MQ1\", \"MC1\"", "\"MQ1\"");
    assert!(found.iter().any(|problem| problem.code == Code::ModuleUnlisted && problem.file == "modules/MC1.toml"));
}

#[test]
fn a_module_filed_under_the_name_or_kind_of_another_is_refused() {
    let found = problems("modules/MQ1.toml", "code = \"MQ1\"", "code = \"MQ2\"");
    assert!(found.iter().any(|problem| problem.code == Code::ModuleFile));
    assert_eq!(only("modules/MQ1.toml", "\"qualifying\"", "\"complementary\"").code, Code::ModuleKind);
}
