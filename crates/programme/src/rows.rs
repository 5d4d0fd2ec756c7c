//! Rows of the matrix and of the semester table: one for each module, each naming known modules.

use std::collections::BTreeSet;

use crate::checks::Findings;
use crate::load::{MATRIX, SEMESTERS};
use crate::model::{Kind, Matrix, SemesterPlan, Sheet};
use crate::problem::Code;

pub(crate) fn matrix(matrix: &Matrix, sheet: &Sheet, found: &mut Findings<'_>) {
    let rows: Vec<&str> = matrix.rows.iter().map(|row| row.mq.as_str()).collect();
    let wanted = sheet.modules.iter().filter(|code| Kind::of_code(code) == Some(Kind::Qualifying));
    one_row_each(&rows, wanted, MATRIX, "mq", sheet, found);
    for (rank, row) in matrix.rows.iter().enumerate() {
        let path = format!("rows.{rank}");
        expect_kind(&row.mq, Kind::Qualifying, &format!("{path}.mq"), sheet, found);
        for (place, code) in row.proposal.iter().enumerate() {
            let path = format!("{path}.proposal.{place}");
            known_module(code, MATRIX, &path, sheet, found);
            expect_kind(code, Kind::Complementary, &path, sheet, found);
        }
        found.once(&row.proposal, MATRIX, &format!("{path}.proposal"), &row.mq);
        if row.proposal.len() != usize::from(row.links) {
            let args = [
                ("module", row.mq.clone()),
                ("found", row.proposal.len().to_string()),
                ("expected", row.links.to_string()),
            ];
            found.add(Code::MatrixCount, MATRIX, &format!("{path}.proposal"), args);
        }
    }
}

fn expect_kind(code: &str, kind: Kind, path: &str, sheet: &Sheet, found: &mut Findings<'_>) {
    let known = sheet.modules.iter().any(|module| module == code);
    if known && Kind::of_code(code) != Some(kind) {
        let args = [("module", code.to_owned()), ("expected", kind.as_str().to_owned())];
        found.add(Code::MatrixKind, MATRIX, path, args);
    }
}

pub(crate) fn semesters(plan: &SemesterPlan, sheet: &Sheet, found: &mut Findings<'_>) {
    let rows: Vec<&str> = plan.rows.iter().map(|row| row.module.as_str()).collect();
    one_row_each(&rows, sheet.modules.iter(), SEMESTERS, "module", sheet, found);
    for (rank, row) in plan.rows.iter().enumerate() {
        found.not_empty(&row.blocks, SEMESTERS, &format!("rows.{rank}.blocks"), &row.module);
    }
}

fn one_row_each<'s>(
    rows: &[&str],
    wanted: impl Iterator<Item = &'s String>,
    file: &str,
    key: &str,
    sheet: &Sheet,
    found: &mut Findings<'_>,
) {
    let mut seen = BTreeSet::new();
    for (rank, code) in rows.iter().enumerate() {
        let path = format!("rows.{rank}.{key}");
        known_module(code, file, &path, sheet, found);
        if !seen.insert(*code) {
            found.add(Code::IdDuplicate, file, &path, [("id", (*code).to_owned())]);
        }
    }
    for code in wanted.filter(|code| !seen.contains(code.as_str())) {
        found.add(Code::RowMissing, file, "rows", [("module", code.clone())]);
    }
}

fn known_module(code: &str, file: &str, path: &str, sheet: &Sheet, found: &mut Findings<'_>) {
    if !sheet.modules.iter().any(|module| module == code) {
        found.add(Code::ModuleUnknown, file, path, [("module", code.to_owned())]);
    }
}
