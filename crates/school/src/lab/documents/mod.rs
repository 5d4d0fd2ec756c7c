//! Checks of documents: a text or a workbook that a trainee made elsewhere is read, and what the exercise asks for is
//! looked for in it.
//!
//! The file itself is never kept: it may hold what a person did not mean to hand over. What is kept are the findings, the
//! name of the file and its size.

mod calc;
mod excel;
mod file;
mod package;
mod points;
mod store;
mod text;
mod web;
mod word;
mod workbook;
mod writer;
mod xml;

pub use file::{FORMAT, parse};
pub use package::{LARGEST, Refused};
pub use points::{Asked, Document, Finding, Note};
pub(crate) use web::Documents;
pub use web::routes;

use std::collections::BTreeMap;

use desk::scripts::reader::Texts;

use crate::assessment::measure::{Item, Measure, Measured, NotMeasurable};
use crate::assessment::measures::ratio;
use crate::exercises::Exercise;
use crate::practice::scenario::Aim;

/// An exercise of kind `document`, as its file says it.
#[derive(Clone, Debug)]
pub struct DocumentExercise {
    /// What it has in common with exercises of other kinds.
    pub head: Exercise,
    /// What is asked, before the points.
    pub brief: Texts,
    /// What the document is made of, if the exercise gives it.
    pub material: Option<String>,
    /// True for a text, false for a workbook.
    pub is_text: bool,
    /// The points, in order.
    pub points: Vec<PointAsked>,
    /// What is measured.
    pub measures: Vec<Aim>,
}

/// A point that an exercise asks for.
#[derive(Clone, Debug)]
pub struct PointAsked {
    /// Its identifier.
    pub id: String,
    /// The criterion for which it counts.
    pub criterion: String,
    /// What is asked.
    pub text: Texts,
    /// What is looked for.
    pub asked: Asked,
}

impl DocumentExercise {
    /// Looks for every point in a document.
    pub fn check(&self, document: &Document) -> Vec<Finding> {
        self.points.iter().map(|point| document.look_for(&point.id, &point.asked)).collect()
    }

    /// Points found ÷ points asked for, of those that count for a criterion. Source: MC9 “Mise en forme correcte d’un
    /// document”, “Utilisation correcte et rapide du tableur Excel”, “Utilisation adéquate des formules de calcul”.
    ///
    /// # Errors
    /// Nothing was checked, or no point counts for the criterion.
    fn take(&self, criterion: &str, findings: &[Finding], event: i64) -> Result<Measured, NotMeasurable> {
        if findings.is_empty() {
            return Err(NotMeasurable::NothingDone);
        }
        let counts = self.points.iter().filter(|point| point.criterion == criterion);
        let good = |id: &String| findings.iter().any(|finding| finding.point == *id && finding.good);
        let item = |point: &PointAsked| Item { id: point.id.clone(), good: good(&point.id), event: Some(event) };
        let detail: Vec<Item> = counts.map(item).collect();
        if detail.is_empty() { Err(NotMeasurable::NothingExpected) } else { Ok(ratio(Measure::PointsMet, detail)) }
    }
}

/// The names of the points, for the pages of assessment.
fn items(points: &[PointAsked]) -> BTreeMap<String, Texts> {
    points.iter().map(|point| (point.id.clone(), point.text.clone())).collect()
}
