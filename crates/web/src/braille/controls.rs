//! Form controls as what they hold: "label: value".

use ::braille::{Block, Text};
use words::Lang;

use super::reading::{Reading, fact, is_left_out, lang_of, raw};
use super::tree::{Element, Node};

/// A field with its label. What is hidden, secret or acts is left out.
pub(super) fn control(reading: &Reading<'_>, control: &Element, lang: Lang) -> Vec<Block> {
    let label = label(reading, control, lang);
    if is_box(control) {
        return choice(control, label);
    }
    value(reading, control, lang).map(|value| said(label, value, lang)).unwrap_or_default()
}

fn value(reading: &Reading<'_>, control: &Element, lang: Lang) -> Option<Text> {
    match (control.name.as_str(), kind(control)) {
        (_, "hidden" | "submit" | "button" | "reset" | "image" | "file" | "password") => None,
        ("select", _) => Some(chosen_option(reading, control, lang)),
        ("textarea", _) => Some(Text::new(raw(&control.children).trim(), lang)),
        _ => Some(Text::new(control.get("value").unwrap_or_default().trim(), lang)),
    }
}

fn said(label: Text, value: Text, lang: Lang) -> Vec<Block> {
    fact(label, if value.is_blank() { vec![] } else { vec![vec![Block::Entry(value)]] }, lang)
}

/// A group of choices as "legend: chosen, chosen", after its hints and errors; another group as its legend and its fields.
pub(super) fn group(reading: &Reading<'_>, group: &Element, lang: Lang) -> Vec<Block> {
    let legend = group.elements().find(|element| element.name == "legend");
    let name = legend.map(|legend| reading.flat(&legend.children, lang_of(legend, lang))).unwrap_or_default();
    let mut boxes = vec![];
    group.each(&is_box, &mut boxes);
    if boxes.is_empty() {
        let inside: Vec<Node> = group.children.iter().filter(|node| !is_legend(node)).cloned().collect();
        let mut blocks = if name.is_blank() { vec![] } else { vec![Block::Entry(name)] };
        blocks.extend(reading.blocks(&inside, lang));
        return blocks;
    }
    let mut notes = vec![];
    group.each(&|element| element.name == "p" && !is_left_out(element), &mut notes);
    let notes = notes.into_iter().map(|note| Block::Paragraph(reading.flat(&note.children, lang_of(note, lang))));
    let mut labels = vec![];
    group.each(
        &|element| element.name == "label" && element.find(&|inner| is_box(inner) && is_checked(inner)).is_some(),
        &mut labels,
    );
    let mut value = Text::default();
    for label in labels {
        if !value.is_blank() {
            value.push(if lang == Lang::Ar { "، " } else { ", " }, lang);
        }
        value.append(words_of(reading, label, lang_of(label, lang)));
    }
    said(name, value, lang).into_iter().chain(notes).collect()
}

/// A label around its control.
pub(super) fn labelled(reading: &Reading<'_>, label: &Element, lang: Lang) -> Vec<Block> {
    let own = words_of(reading, label, lang);
    let inside = label.find(&|element| matches!(element.name.as_str(), "input" | "select" | "textarea"));
    match inside {
        Some(inside) if is_box(inside) => choice(inside, own),
        Some(inside) => value(reading, inside, lang).map(|value| said(own, value, lang)).unwrap_or_default(),
        None => vec![Block::Entry(own)],
    }
}

/// `[x] label` or `[ ] label`, as lists are ticked on paper.
fn choice(control: &Element, label: Text) -> Vec<Block> {
    let lang = label.0.first().map_or(Lang::Fr, |span| span.lang);
    let mut line = Text::new(if is_checked(control) { "[x] " } else { "[\u{A0}] " }, lang);
    line.append(label);
    vec![Block::Entry(line)]
}

fn chosen_option(reading: &Reading<'_>, select: &Element, lang: Lang) -> Text {
    let mut options = vec![];
    select.each(&|element| element.name == "option", &mut options);
    let chosen = options.iter().find(|option| option.get("selected").is_some()).or(options.first());
    chosen.map(|option| reading.flat(&option.children, lang_of(option, lang))).unwrap_or_default()
}

fn label(reading: &Reading<'_>, control: &Element, lang: Lang) -> Text {
    let known = control.get("id").and_then(|id| reading.labels.get(id)).cloned();
    known.unwrap_or_else(|| Text::new(control.get("aria-label").unwrap_or_default(), lang))
}

/// The words of a label without its control.
fn words_of(reading: &Reading<'_>, label: &Element, lang: Lang) -> Text {
    let is_control = |node: &&Node| matches!(node, Node::Element(element) if matches!(element.name.as_str(), "input" | "select" | "textarea"));
    let own: Vec<Node> = label.children.iter().filter(|node| !is_control(node)).cloned().collect();
    reading.flat(&own, lang)
}

fn kind(control: &Element) -> &str {
    if control.name == "input" { control.get("type").unwrap_or("text") } else { "" }
}

fn is_box(element: &Element) -> bool {
    matches!(kind(element), "checkbox" | "radio")
}

fn is_checked(element: &Element) -> bool {
    element.get("checked").is_some()
}

fn is_legend(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.name == "legend")
}
