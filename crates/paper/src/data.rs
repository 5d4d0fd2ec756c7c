//! Papers as the template reads them: texts in pieces of one script each, so that a screen reader changes its voice with the script.

use serde_json::{Value, json};
use words::{Script, runs};

use crate::{Cell, Paper, Part, plain};

/// What the template asks of a paper.
pub(crate) fn paper(arabic: bool, own: &Paper) -> Value {
    let text = |text: &str| pieces(arabic, text);
    json!({
        "title": text(&own.title),
        "number": own.number,
        "parts": own.parts.iter().map(|own| part(arabic, own)).collect::<Vec<_>>(),
        "signatures": own.signatures.iter().map(|own| text(own)).collect::<Vec<_>>(),
    })
}

fn part(arabic: bool, part: &Part) -> Value {
    let text = |text: &str| pieces(arabic, text);
    let cell = |own: &Cell| json!({"ltr": own.ltr, "text": text(&own.text)});
    let (kind, own) = match part {
        Part::Heading(own) => ("heading", text(own)),
        Part::Sentence(html) => ("sentence", text(&plain(html))),
        Part::Facts(all) => ("facts", all.iter().map(|(label, own)| json!([text(label), cell(own)])).collect()),
        Part::Table(caption, head, rows) => {
            let head: Vec<Value> = head.iter().map(|own| text(own)).collect();
            let rows: Vec<Vec<Value>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            ("table", json!([text(caption), head, rows]))
        }
        Part::List(all) => ("list", all.iter().map(cell).collect()),
        Part::Blank(label) => ("blank", text(label)),
    };
    json!({"kind": kind, "own": own})
}

/// Every text of a paper.
pub(crate) fn texts(own: &Paper) -> Vec<String> {
    let mut all = vec![own.title.clone(), own.number.clone()];
    all.extend(own.signatures.iter().cloned());
    for part in &own.parts {
        match part {
            Part::Heading(text) | Part::Blank(text) => all.push(text.clone()),
            Part::Sentence(html) => all.push(plain(html)),
            Part::Facts(facts) => all.extend(facts.iter().flat_map(|(label, own)| [label.clone(), own.text.clone()])),
            Part::Table(caption, head, rows) => {
                all.push(caption.clone());
                all.extend(head.iter().cloned());
                all.extend(rows.iter().flatten().map(|own| own.text.clone()));
            }
            Part::List(cells) => all.extend(cells.iter().map(|own| own.text.clone())),
        }
    }
    all
}

/// The pieces of a text: whether each is in the other script than the paper, and what it says.
fn pieces(arabic: bool, text: &str) -> Value {
    let other = if arabic { Script::Latin } else { Script::Arabic };
    runs(text).iter().map(|run| json!([run.script == other, run.text])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_its_script_changes() {
        assert_eq!(pieces(false, "Karim, كريم بن علي 12"), json!([[false, "Karim, "], [true, "كريم بن علي 12"]]));
        assert_eq!(pieces(true, "برنامج BTS 1803"), json!([[false, "برنامج "], [true, "BTS 1803"]]));
        assert_eq!(pieces(true, "12/20"), json!([[false, "12/20"]]));
        assert_eq!(pieces(true, ""), json!([]));
    }
}
