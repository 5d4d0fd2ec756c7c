//! The grid of a review as a form: every line of it is sent at once, and given back whole when something is wrong.

use ::web::{Check, FieldError, Fields};
use askama::Template;
use words::Talk;

use crate::assessment::decide::{NewMark, grid_seen};
use crate::assessment::scene::Scene;
use crate::assessment::shown::{ShownCriterion, criterion};
use crate::assessment::{Level, Mark};
use crate::exercises::{Exercise, said};

/// The longest remark, in characters.
const REMARK: usize = 1_000;

struct Line {
    at: usize,
    criterion: ShownCriterion,
    hint: String,
    level: String,
    remark: String,
    level_error: Option<String>,
    remark_error: Option<String>,
}

/// The grid of one attempt.
#[derive(Template)]
#[template(path = "assessment/grid.html")]
pub(super) struct Grid {
    talk: Talk,
    attempt: i64,
    lines: Vec<Line>,
    levels: Vec<(String, String)>,
    seen: String,
    /// Who saved it last, as HTML.
    saved: Option<String>,
    restored: bool,
    focus: bool,
}

impl askama::filters::HtmlSafe for Grid {}

/// Under which address what is typed in the grid is kept.
pub(super) fn draft_page(attempt: i64) -> String {
    format!("/reviews/{attempt}#grid")
}

/// The values that the grid shows: what was saved.
pub(super) fn saved_values(exercise: &Exercise, marks: &[Mark]) -> Fields {
    let mut fields = Fields::default();
    for (at, line) in exercise.grid.iter().enumerate() {
        if let Some(mark) = marks.iter().find(|mark| mark.criterion == line.criterion) {
            fields.set(&format!("level-{at}"), mark.level.code());
            fields.set(&format!("remark-{at}"), mark.remark.clone());
        }
    }
    fields.set("seen", grid_seen(marks).to_string());
    fields
}

/// Reads the whole grid.
///
/// # Errors
/// Every line without a level, every remark that cannot be kept.
pub(super) fn read(exercise: &Exercise, fields: &Fields) -> Result<Vec<NewMark>, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let mut marks = Vec::new();
    for (at, line) in exercise.grid.iter().enumerate() {
        let level = check.choice(&format!("level-{at}"), &Level::CODES, "assessment-error-level");
        let remark = check.text(&format!("remark-{at}"), REMARK);
        if let Some(level) = Level::parse(level) {
            marks.push(NewMark { criterion: line.criterion.clone(), level, remark });
        }
    }
    if check.errors.is_empty() { Ok(marks) } else { Err(check.errors) }
}

impl Grid {
    /// The form, filled with `values` and marked with `errors`.
    pub(super) fn of(scene: &Scene, talk: Talk, values: &Fields, errors: &[FieldError]) -> Self {
        let error = |field: &str| {
            let found = errors.iter().find(|error| error.field == field);
            found.map(|error| talk.with(error.key, &error.args))
        };
        let line = |(at, line): (usize, &crate::practice::scenario::GridLine)| {
            let (level, remark) = (format!("level-{at}"), format!("remark-{at}"));
            Line {
                at,
                criterion: criterion(&line.criterion, talk),
                hint: said(&line.hint, talk).to_owned(),
                level: values.get(&level).to_owned(),
                remark: values.get(&remark).to_owned(),
                level_error: error(&level),
                remark_error: error(&remark),
            }
        };
        Self {
            talk,
            attempt: scene.attempt.id.0,
            lines: scene.exercise.grid.iter().enumerate().map(line).collect(),
            levels: Level::ALL.map(|level| (level.code().to_owned(), talk.t(level.key()).into_owned())).to_vec(),
            seen: values.get("seen").to_owned(),
            saved: None,
            restored: false,
            focus: false,
        }
    }

    /// Says who saved it last; `by` is HTML.
    pub(super) fn saved_by(mut self, by: Option<String>) -> Self {
        self.saved = by;
        self
    }

    /// Says that what was typed and not sent is shown again.
    pub(super) fn restored(mut self, restored: bool) -> Self {
        self.restored = restored;
        self
    }

    /// Takes the focus when the page opens.
    pub(super) fn focused(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    fn is_wrong(&self) -> bool {
        self.lines.iter().any(|line| line.level_error.is_some() || line.remark_error.is_some())
    }

    /// Every error: the field, and the sentence before which the criterion stands, for the summary.
    fn errors(&self) -> Vec<(String, String)> {
        let of_line = |line: &Line| {
            let level = line.level_error.clone().map(|text| (format!("f-level-{}", line.at), text));
            let remark = line.remark_error.clone().map(|text| (format!("f-remark-{}", line.at), text));
            let told = |(field, text): (String, String)| (field, line.criterion.id.clone(), text);
            [level, remark].into_iter().flatten().map(told).collect::<Vec<_>>()
        };
        let all = self.lines.iter().flat_map(of_line);
        all.map(|(field, criterion, text)| {
            let args = [("criterion", words::Arg::ltr(&criterion)), ("error", words::Arg::from(text))];
            (field, self.talk.html("assessment-error-line", &args))
        })
        .collect()
    }
}
