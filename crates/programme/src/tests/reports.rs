use std::path::Path;

use super::{edited, problems};
use crate::{Code, check, check_path};

#[test]
fn a_small_programme_without_a_fault_is_accepted() {
    let report = check(&edited("programme.toml", "1803", "1803"));
    assert_eq!(report.problems, []);
    assert_eq!((report.modules, report.hours, report.internship_hours), (2, 20, 10));
    assert_eq!((report.objectives, report.criteria), (2, 6));
}

#[test]
fn a_path_that_does_not_exist_gives_one_problem_and_no_figures() {
    let report = check_path(Path::new("/no/such/programme.toml"));
    assert_eq!((report.modules, report.hours), (0, 0));
    let codes: Vec<Code> = report.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::FileMissing]);
}

#[test]
fn the_json_report_has_exactly_the_documented_keys() {
    let json = serde_json::to_value(check(&edited("matrix.toml", "links = 1", "links = 2"))).expect("JSON");
    let keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["criteria", "hours", "internship_hours", "modules", "objectives", "problems"]);
    let problem = &json["problems"][0];
    assert_eq!(problem["code"], "matrix-count");
    assert_eq!(problem["file"], "matrix.toml");
    assert_eq!(problem["args"]["expected"], "2");
    assert!(problem["line"].is_u64());
}

#[test]
fn the_table_shows_modules_sums_and_problems_in_plain_lines() {
    let table = check(&edited("matrix.toml", "links = 1", "links = 2")).table();
    let line = |start: &str| table.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{table}"));
    assert_eq!(line("MQ1"), "MQ1        12           1         4    3    3  Client file");
    assert_eq!(line("total"), "total      20           2         6    5    5  2 modules");
    assert!(line("semester 1").contains("5 h a week"));
    assert!(line("modules 20 h").ends_with("= 30 h; the programme announces 30 h"));
    assert!(line("  matrix.toml:").ends_with("[matrix-count]"));
}

#[test]
fn every_problem_code_is_documented_and_fills_its_sentence() {
    let manual = include_str!("../../../../docs/programme-format.md");
    for code in Code::ALL {
        assert!(manual.contains(&format!("`{}`", code.key())), "{code} is not in docs/programme-format.md");
    }
    let broken = problems("modules/MQ1.toml", "hours = 12", "hours = 14");
    assert!(broken.iter().all(|problem| !problem.message.contains(['{', '…'])), "{broken:#?}");
}
