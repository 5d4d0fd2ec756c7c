use std::fmt::Write;

use calamine::{DataRef, ExcelDateTime, Style};

use crate::Nature;

/// Adds the text of a cell, as a person would read it, and says what the cell is. Nothing for an empty one.
pub(crate) fn write_value(out: &mut String, value: &DataRef<'_>, style: Option<&Style>) -> Option<Nature> {
    let start = out.len();
    let nature = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => plain(out, text, Nature::Text),
        DataRef::SharedString(text) => plain(out, text, Nature::Text),
        DataRef::Int(number) => plain(out, &number.to_string(), Nature::Number),
        DataRef::Float(number) => write_number(out, *number, style),
        DataRef::Bool(truth) => plain(out, if *truth { "TRUE" } else { "FALSE" }, Nature::Truth),
        DataRef::DateTime(moment) => write_moment(out, moment),
        DataRef::DateTimeIso(text) => plain(out, text.trim_end_matches("T00:00:00"), Nature::Date),
        DataRef::DurationIso(text) => plain(out, text, Nature::Duration),
        DataRef::Error(error) => plain(out, &error.to_string(), Nature::Error),
    };
    (out.len() > start).then_some(nature)
}

fn plain(out: &mut String, text: &str, nature: Nature) -> Nature {
    out.push_str(text);
    nature
}

/// A number with the 15 digits that a spreadsheet keeps, and the leading zeros of a format such as `0000000000` or
/// `00 00 00 00 00`.
fn write_number(out: &mut String, number: f64, style: Option<&Style>) -> Nature {
    // Beyond 15 digits the last ones are an effect of the way in which the number is stored: 0.1 + 0.2.
    let rounded: f64 = if number.fract() == 0.0 { number } else { format!("{number:.14e}").parse().unwrap_or(number) };
    let digits = rounded.to_string();
    let format = style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
    match format.filter(|format| is_zeros(format)) {
        Some(format) if digits.bytes().all(|byte| byte.is_ascii_digit()) => write_padded(out, &digits, format),
        _ => out.push_str(&digits),
    }
    Nature::Number
}

/// True for a format of zeros, two at least, with nothing but spaces, dots, hyphens and quotes between them.
fn is_zeros(format: &str) -> bool {
    let zeros = format.bytes().filter(|byte| *byte == b'0').count();
    zeros > 1
        && !format.contains("0.0")
        && format.chars().all(|letter| matches!(letter, '0' | ' ' | '-' | '"' | '\\' | '\u{A0}'))
}

fn write_padded(out: &mut String, digits: &str, format: &str) {
    let zeros = format.bytes().filter(|byte| *byte == b'0').count();
    let mut left = digits.chars();
    let mut to_come = zeros;
    for letter in format.chars() {
        match letter {
            '0' => {
                // What does not fit in the format stands before it.
                if to_come == zeros {
                    out.extend(left.by_ref().take(digits.len().saturating_sub(zeros)));
                }
                let is_missing = to_come > digits.len();
                out.push(if is_missing { '0' } else { left.next().unwrap_or('0') });
                to_come -= 1;
            }
            '"' | '\\' => {}
            other => out.push(other),
        }
    }
}

/// The last day that a spreadsheet knows, 9999-12-31, as it counts them.
const LAST_DAY: f64 = 2_958_466.0;

fn write_moment(out: &mut String, moment: &ExcelDateTime) -> Nature {
    let value = moment.as_f64();
    if !(0.0..LAST_DAY).contains(&value) {
        return write_number(out, value, None);
    }
    if moment.is_duration() {
        let seconds = (value * 86_400.0).round() as u64;
        written(write!(out, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
        return Nature::Duration;
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if value >= 1.0 {
        written(write!(out, "{year:04}-{month:02}-{day:02}"));
    }
    if value.fract() != 0.0 || value < 1.0 {
        out.push_str(if value >= 1.0 { " " } else { "" });
        written(write!(out, "{hour:02}:{minute:02}:{second:02}"));
    }
    Nature::Date
}

/// Writing to a text in memory cannot fail.
fn written(result: std::fmt::Result) {
    debug_assert!(result.is_ok());
}
