//! Searching the guide: every word of the question in one section, in either script, however it is spelt.

use ::words::Lang;
use names::fold::fold;

use super::{Block, Leaf, book, plain};

/// Characters of an excerpt, at most.
const EXCERPT: usize = 160;

/// A section that answers the question.
#[derive(Debug)]
pub(super) struct Found {
    pub page: &'static Leaf,
    /// The heading that it stands under, and its anchor; none above the first heading.
    pub section: Option<(String, &'static str)>,
    /// The line that holds most of the words.
    pub excerpt: String,
    /// Words of the question that the titles say.
    in_title: usize,
}

impl Found {
    /// Where it stands.
    pub(super) fn href(&self) -> String {
        let anchor = self.section.as_ref().map_or_else(String::new, |(_, id)| format!("#{id}"));
        format!("/guide/{}{anchor}", self.page.name())
    }
}

/// The sections that hold every word of `question`: those whose titles say most of them first, then in reading order.
pub(super) fn search(lang: Lang, question: &str) -> Vec<Found> {
    let folded = fold(question);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return vec![];
    }
    let mut found: Vec<Found> = book(lang).flat_map(|page| answers(page, &words)).collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.in_title));
    found
}

fn answers(page: &'static Leaf, words: &[&str]) -> Vec<Found> {
    let (mut found, mut section, mut lines) = (vec![], None, vec![plain(&page.summary)]);
    for block in &page.blocks {
        if let Block::Heading { id, spans, .. } = block {
            found.extend(answer(page, section.take(), &lines, words));
            (section, lines) = (Some((plain(spans), id.as_str())), vec![]);
        } else {
            lines.extend(block.lines().into_iter().map(plain));
        }
    }
    found.extend(answer(page, section, &lines, words));
    found
}

fn answer(
    page: &'static Leaf,
    section: Option<(String, &'static str)>,
    lines: &[String],
    words: &[&str],
) -> Option<Found> {
    let heading = section.as_ref().map_or("", |(heading, _)| heading.as_str());
    let title = fold(&format!("{} {heading}", page.title));
    let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
    let told = |word: &&&str| title.contains(**word) || folded.iter().any(|line| line.contains(**word));
    if !words.iter().all(|word| told(&word)) {
        return None;
    }
    let weight = |at: &usize| words.iter().filter(|word| folded[*at].contains(**word)).count();
    let best = (0..lines.len()).rev().max_by_key(weight);
    let excerpt = best.map_or_else(String::new, |at| cut(&lines[at]));
    let in_title = words.iter().filter(|word| title.contains(**word)).count();
    Some(Found { page, section, excerpt, in_title })
}

/// The line, ended after a word when it is long.
fn cut(line: &str) -> String {
    if line.chars().count() <= EXCERPT {
        return line.to_owned();
    }
    let kept: String = line.chars().take(EXCERPT).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
