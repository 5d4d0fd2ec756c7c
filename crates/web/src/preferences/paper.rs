//! The part of the preferences that is about braille files: a code for each language, and the page.

use std::ops::RangeInclusive;

use ::braille::{Grade, Grades, Size};
use words::{Arg, Lang, Talk};

use super::Preferences;
use crate::braille::grade_key;
use crate::{Check, Field, Fields};

/// The field and its label, for each language.
const CODES: [(Lang, &str, &str); 3] = [
    (Lang::Fr, "braille_fr", "preferences-braille-fr"),
    (Lang::Ar, "braille_ar", "preferences-braille-ar"),
    (Lang::En, "braille_en", "preferences-braille-en"),
];

pub(super) fn fields(talk: Talk) -> Vec<Field> {
    let codes = CODES.map(|(lang, name, label)| {
        let options =
            Grade::of(lang).iter().map(|grade| (grade.code().to_owned(), talk.t(grade_key(*grade)).into_owned()));
        let field = Field::radio(talk, name, label, options.collect());
        if lang == Lang::Fr { field.hint(talk, "preferences-braille-hint") } else { field }
    });
    let size = [
        Field::line(talk, "braille_cells", "preferences-braille-cells").hint(talk, "preferences-braille-cells-hint"),
        Field::line(talk, "braille_lines", "preferences-braille-lines").hint(talk, "preferences-braille-lines-hint"),
    ];
    codes.into_iter().chain(size).collect()
}

pub(super) fn values(preferences: &Preferences, fields: &mut Fields) {
    for (lang, name, _) in CODES {
        fields.set(name, preferences.grades.get(lang).code());
    }
    fields.set("braille_cells", preferences.paper.cells().to_string());
    fields.set("braille_lines", preferences.paper.lines().to_string());
}

/// The codes that were chosen. A form that does not ask, an older draft, changes nothing.
pub(super) fn grades(check: &mut Check<'_>, before: Grades) -> Grades {
    CODES.into_iter().fold(before, |grades, (lang, name, _)| {
        let Some(typed) = asked(check, name) else { return grades };
        match Grade::parse(&typed).filter(|grade| grade.lang() == lang) {
            Some(grade) => grades.with(grade),
            None => {
                check.wrong(name, "frame-error-choice");
                grades
            }
        }
    })
}

/// The page that was chosen; the digits of both scripts are read.
pub(super) fn size(check: &mut Check<'_>, before: Size) -> Size {
    let number = |check: &mut Check<'_>, name, within: RangeInclusive<u16>, before: usize, key| {
        let Some(typed) = asked(check, name) else { return u16::try_from(before).unwrap_or_default() };
        let number = european(&typed).parse().ok().filter(|number| within.contains(number));
        if number.is_none() {
            let bound = |bound: &u16| Arg::from(i64::from(*bound));
            check.wrong_with(name, key, vec![("least", bound(within.start())), ("most", bound(within.end()))]);
        }
        number.unwrap_or_default()
    };
    let cells = number(check, "braille_cells", Size::CELLS, before.cells(), "preferences-error-cells");
    let lines = number(check, "braille_lines", Size::LINES, before.lines(), "preferences-error-lines");
    Size::new(cells, lines).unwrap_or(before)
}

fn asked(check: &Check<'_>, name: &str) -> Option<String> {
    check.each(name).into_iter().next().map(|typed| typed.trim().to_owned())
}

fn european(typed: &str) -> String {
    let digit = |c: char| match c {
        '\u{0660}'..='\u{0669}' => char::from_digit(u32::from(c) - 0x0660, 10).unwrap_or(c),
        _ => c,
    };
    typed.chars().map(digit).collect()
}
