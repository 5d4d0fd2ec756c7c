//! Marks around what a person gave, so that one formatting serves plain text and HTML.
//!
//! Fluent's own isolation marks are off: a braille display shows them as cells. Arguments are set between three
//! Unicode noncharacters, which no text carries: plain text drops them, HTML turns them into `<bdi>` elements.

use fluent_bundle::FluentValue;

use crate::figures::grouped;

const TEXT: char = '\u{FDD0}';
const LTR: char = '\u{FDD1}';
const END: char = '\u{FDD2}';

fn is_sentinel(c: char) -> bool {
    matches!(c, TEXT | LTR | END)
}

/// A value that reads left to right on any page, as it travels through Fluent.
pub(crate) fn ltr(text: &str) -> String {
    format!("{LTR}{text}")
}

/// Fluent's formatter for French and Arabic: a decimal comma.
pub(crate) fn with_comma<M>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    written(value, ',')
}

/// Fluent's formatter for English: a decimal point.
pub(crate) fn with_point<M>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    written(value, '.')
}

fn written(value: &FluentValue<'_>, decimal: char) -> Option<String> {
    match value {
        FluentValue::String(text) => {
            let open = if text.starts_with(LTR) { LTR } else { TEXT };
            let clean: String = text.chars().filter(|&c| !is_sentinel(c)).collect();
            Some(format!("{open}{clean}{END}"))
        }
        FluentValue::Number(number) => Some(localised(&number.as_string(), decimal)),
        _ => None,
    }
}

/// Thousands are set apart from five digits on, so that a year or a port number given as a number stays whole.
fn localised(number: &str, decimal: char) -> String {
    let (sign, unsigned) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    if whole.len() > 4 && whole.bytes().all(|b| b.is_ascii_digit()) {
        out.push_str(&grouped(whole));
    } else {
        out.push_str(whole);
    }
    if let Some(fraction) = fraction {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

/// The plain text of a marked one.
pub(crate) fn plain(marked: &str) -> String {
    marked.chars().filter(|&c| !is_sentinel(c)).collect()
}

/// The HTML of a text that a person wrote: escaped, in an element that keeps its direction apart.
pub fn isolated(text: &str) -> String {
    html(&format!("{TEXT}{}{END}", plain(text)))
}

/// The HTML of a marked text: escaped, with an element of its own around each argument.
pub(crate) fn html(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len() + 32);
    for c in marked.chars() {
        match c {
            TEXT => out.push_str("<bdi>"),
            LTR => out.push_str("<bdi dir=\"ltr\">"),
            END => out.push_str("</bdi>"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
