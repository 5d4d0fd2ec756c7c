use super::real_folder;
use crate::{Assignment, Code, FoundCriterion, Programme, check_path};

#[test]
fn programme_1803_has_22_modules_and_3060_hours_and_no_problem() {
    let report = check_path(real_folder());
    assert_eq!(report.problems, [], "{}", report.table());
    assert_eq!((report.modules, report.hours, report.internship_hours), (22, 2448, 612));
    let programme = Programme::load(real_folder()).expect("checked above");
    assert_eq!(programme.sheet.semester_hours(), 612);
    assert_eq!(programme.sheet.total_hours, 3060);
    assert_eq!(programme.sheet.recommendations.len(), 5);
    assert_eq!(programme.sheet.internship.criteria.len(), 4);
}

#[test]
fn the_program_carries_programme_1803_as_its_folder_gives_it() {
    let embedded = Programme::embedded().expect("no problem");
    assert_eq!(Ok(embedded), Programme::load(real_folder()));
}

#[test]
fn the_matrix_of_programme_1803_has_the_78_links_of_the_document() {
    let programme = Programme::embedded().expect("no problem");
    let links: Vec<u8> = programme.matrix.rows.iter().map(|row| row.links).collect();
    assert_eq!(links, [10, 8, 11, 4, 8, 3, 8, 7, 7, 12]);
    let leaning: Vec<&str> = programme.leaning_on("MC12").map(|module| module.code.as_str()).collect();
    assert_eq!(leaning, ["MQ10"]);
}

#[test]
fn every_semester_of_the_proposal_for_programme_1803_has_36_hours_a_week() {
    let programme = Programme::embedded().expect("no problem");
    let sums = programme.semester_sums(&programme.semesters.assignment());
    let weekly: Vec<(u32, u32)> = sums.iter().map(|sum| (sum.weekly, sum.hours)).collect();
    assert_eq!(weekly, [(36, 612); 4]);
}

#[test]
fn a_block_moved_to_another_semester_shows_both_semesters_that_break() {
    let programme = Programme::embedded().expect("no problem");
    let mut edited = programme.semesters.assignment();
    edited.insert("MC12".to_owned(), vec![3]);
    let broken: Vec<(u8, u32)> = programme
        .semester_sums(&edited)
        .iter()
        .filter(|sum| !sum.holds())
        .map(|sum| (sum.semester, sum.weekly))
        .collect();
    assert_eq!(broken, [(3, 39), (4, 33)]);
    let codes: Vec<Code> = programme.check_assignment(&edited).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::SemesterHours, Code::SemesterHours]);
}

#[test]
fn an_edited_plan_must_place_every_block_in_increasing_semesters_that_exist() {
    let programme = Programme::embedded().expect("no problem");
    let code_of = |semesters: &[u8]| {
        let mut edited = programme.semesters.assignment();
        edited.insert("MQ6".to_owned(), semesters.to_vec());
        programme.check_assignment(&edited).iter().map(|problem| problem.code).find(|code| *code != Code::SemesterHours)
    };
    assert_eq!(code_of(&[1, 2]), None);
    assert_eq!(code_of(&[1]), Some(Code::ProposalLength));
    assert_eq!(code_of(&[2, 2]), Some(Code::ProposalOrder));
    assert_eq!(code_of(&[4, 5]), Some(Code::ProposalRange));
    assert_eq!(programme.semester_sums(&Assignment::new()).iter().map(|sum| sum.weekly).max(), Some(0));
}

#[test]
fn a_criterion_is_found_with_its_module_and_objective() {
    let programme = Programme::embedded().expect("no problem");
    let found = programme.criterion("MQ6.O2.C1").expect("a criterion of MQ6");
    assert_eq!(found.module().map(|module| module.code.as_str()), Some("MQ6"));
    assert_eq!(found.objective().map(|objective| objective.id.as_str()), Some("MQ6.O2"));
    assert_eq!(found.criterion().id, "MQ6.O2.C1");
    let general = programme.criterion("MQ6.G1").expect("a general criterion");
    assert_eq!((general.module().is_some(), general.objective().is_none()), (true, true));
    assert!(matches!(programme.criterion("SP.C2"), Some(FoundCriterion::Internship { .. })));
    assert_eq!(programme.criterion("MQ6.O2.C99"), None);
    assert_eq!(programme.objective("MQ6.O2").map(|found| found.objective.id.as_str()), Some("MQ6.O2"));
    assert_eq!(programme.objective("MQ99.O1"), None);
}

#[test]
fn a_text_is_given_in_the_language_asked_for() {
    let programme = Programme::embedded().expect("no problem");
    let title = &programme.sheet.title;
    assert_eq!(title.get("ar-DZ"), title.ar);
    assert_eq!(title.get("en"), title.en);
    assert_eq!(title.get("fr"), title.fr);
    assert_ne!(title.ar, title.fr);
}

#[test]
fn the_sheet_of_a_programme_stands_for_its_folder() {
    assert_eq!(check_path(&real_folder().join("programme.toml")), check_path(real_folder()));
}
