//! The marks of a section in a semester, as rows of a workbook.

use ::web::preferences::Script;
use words::Talk;

use crate::cohorts::Trainee;
use crate::council::two_decimals;
use crate::marks::{Outcome, Semester};

/// The head, then a row for each trainee: number, name, a mark for each module, the average last. Marks have a point and two
/// decimals; what is missing is empty.
pub(in crate::papers) fn marks_table(
    talk: Talk,
    semester: &Semester,
    people: &[Trainee],
    script: Script,
) -> Vec<Vec<String>> {
    let first = ["papers-register", "papers-name"].map(|key| talk.t(key).into_owned());
    let average = talk.t("marks-average").into_owned();
    let head = first.into_iter().chain(semester.codes.iter().cloned()).chain([average]).collect();
    let row = |own: &Trainee| {
        let modules = semester.of(own.id).into_iter().map(|own| match own.outcome {
            Outcome::Mark(mark) => two_decimals(mark),
            Outcome::Open => String::new(),
            Outcome::Exempt => talk.t("marks-exempt").into_owned(),
        });
        let average = semester.average(own.id).mark.map_or_else(String::new, two_decimals);
        [own.number.clone(), own.filed(script)].into_iter().chain(modules).chain([average]).collect()
    };
    std::iter::once(head).chain(people.iter().map(row)).collect()
}
