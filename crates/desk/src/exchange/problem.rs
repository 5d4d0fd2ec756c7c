//! What is wrong with a line, kept so that it can be said later in any language.

use ::web::FieldError;
use serde_json::{Value as Json, json};
use words::{Arg, Talk};

use crate::clients::Customs;

/// The problems of a line as the database keeps them.
pub(super) fn kept(errors: &[FieldError]) -> String {
    let number = |arg: &Arg| match arg {
        Arg::Text(text) | Arg::Ltr(text) => json!(text),
        Arg::Whole(number) => json!(number),
        Arg::Measure(measure) => json!(measure),
    };
    let one = |error: &FieldError| {
        let args: Vec<Json> = error.args.iter().map(|(name, arg)| json!([name, number(arg)])).collect();
        json!({"field": error.field, "key": error.key, "args": args})
    };
    json!(errors.iter().map(one).collect::<Vec<_>>()).to_string()
}

/// A problem in the words of a person.
pub(super) struct Said {
    /// The label of the field, or nothing for the line as a whole.
    pub field: Option<String>,
    /// What is wrong and what to do.
    pub text: String,
}

/// The problems of a line in the language of a person.
pub(super) fn said(kept: &str, own: &Customs, talk: Talk) -> Vec<Said> {
    let Ok(Json::Array(all)) = serde_json::from_str(kept) else { return vec![] };
    all.iter().map(|one| of(one, own, talk)).collect()
}

/// The problems of a line in one line of text.
pub(super) fn in_a_line(kept: &str, own: &Customs, talk: Talk) -> String {
    let one = |said: Said| said.field.map_or_else(|| said.text.clone(), |field| format!("{field} : {}", said.text));
    said(kept, own, talk).into_iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The names that sentences use.
const NAMES: [&str; 5] = ["most", "length", "names", "wilaya", "shape"];

fn of(one: &Json, own: &Customs, talk: Talk) -> Said {
    let field = one["field"].as_str().filter(|field| !field.is_empty());
    let pairs = one["args"].as_array().map_or(&[][..], Vec::as_slice);
    let args: Vec<(&'static str, Arg)> = pairs
        .iter()
        .filter_map(|pair| {
            let name = NAMES.into_iter().find(|name| Some(*name) == pair[0].as_str())?;
            let arg = match &pair[1] {
                Json::Number(number) => Arg::from(number.as_i64().unwrap_or(0)),
                other => Arg::from(other.as_str().unwrap_or_default()),
            };
            Some((name, arg))
        })
        .collect();
    let text = talk.with(one["key"].as_str().unwrap_or("exchange-fault-row"), &args);
    Said { field: field.map(|field| own.label(field, talk)), text }
}
