//! The texts as written, before they are said: what the rules look at.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{Fault, Rule};
use crate::Lang;
use crate::catalogue::Source;

/// Messages that refer to messages are followed this far; a circle of references ends there.
const DEPTH: usize = 5;

/// Every message and term of the three languages.
#[derive(Default)]
pub(super) struct Book<'a> {
    messages: [BTreeMap<&'a str, Entry<'a>>; 3],
    terms: [BTreeMap<&'a str, Pattern<&'a str>>; 3],
    /// What could not be read, or was written twice.
    pub(super) faults: Vec<Fault>,
}

/// One message in one language.
pub(super) struct Entry<'a> {
    pub(super) lang: Lang,
    pub(super) room: &'a str,
    pub(super) line: usize,
    pub(super) key: &'a str,
    pub(super) value: Option<Pattern<&'a str>>,
    pub(super) attributes: BTreeMap<&'a str, Pattern<&'a str>>,
}

impl<'a> Book<'a> {
    pub(super) fn read(sources: &'a [Source]) -> Self {
        let mut book = Self::default();
        for source in sources {
            book.add(source);
        }
        book
    }

    fn add(&mut self, source: &'a Source) {
        let text: &'a str = &source.text;
        let fault = |line, key: &str, rule, detail| Fault {
            lang: source.lang,
            room: source.room.clone(),
            line,
            key: key.to_owned(),
            rule,
            detail,
        };
        let (resource, errors) = match parser::parse_runtime(text) {
            Ok(resource) => (resource, Vec::new()),
            Err(broken) => broken,
        };
        for error in errors {
            let line = line_at(text, error.pos.start);
            self.faults.push(fault(line, "", Rule::Syntax, format!("not valid Fluent: {}", error.kind)));
        }
        let at = source.lang.index();
        for entry in resource.body {
            let (key, line, new) = match entry {
                ast::Entry::Message(message) => {
                    let key = message.id.name;
                    let line = line_of(text, key);
                    let mut attributes = BTreeMap::new();
                    for attribute in message.attributes {
                        let name = attribute.id.name;
                        if attributes.insert(name, attribute.value).is_some() {
                            let detail = format!(".{name} is written twice");
                            self.faults.push(fault(line, key, Rule::Duplicate, detail));
                        }
                    }
                    let (lang, room, value) = (source.lang, source.room.as_str(), message.value);
                    let entry = Entry { lang, room, line, key, value, attributes };
                    (key, line, self.messages[at].insert(key, entry).is_none())
                }
                ast::Entry::Term(term) => {
                    let key = term.id.name;
                    (key, line_of(text, key), self.terms[at].insert(key, term.value).is_none())
                }
                _ => continue,
            };
            if !new {
                self.faults.push(fault(line, key, Rule::Duplicate, "this key is written twice".to_owned()));
            }
        }
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.messages.iter().flat_map(BTreeMap::values)
    }

    pub(super) fn message(&self, lang: Lang, key: &str) -> Option<&Entry<'a>> {
        self.messages[lang.index()].get(key)
    }

    /// Whether a message, or a term after a dash, exists.
    pub(super) fn knows(&self, lang: Lang, reference: &str) -> bool {
        match reference.strip_prefix('-') {
            Some(term) => self.terms[lang.index()].contains_key(term),
            None => self.messages[lang.index()].contains_key(reference),
        }
    }

    /// Every text that a pattern can give, one per combination of variants; variables and functions give nothing.
    pub(super) fn expansions(&self, lang: Lang, pattern: &Pattern<&'a str>) -> BTreeSet<String> {
        self.expand(lang, pattern, DEPTH).into_iter().map(|text| text.trim().to_owned()).collect()
    }

    fn expand(&self, lang: Lang, pattern: &Pattern<&'a str>, depth: usize) -> Vec<String> {
        let mut texts = vec![String::new()];
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.expand_expression(lang, expression, depth),
            };
            texts = texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}"))).collect();
        }
        texts
    }

    fn expand_expression(&self, lang: Lang, expression: &Expression<&'a str>, depth: usize) -> Vec<String> {
        let inline = match expression {
            Expression::Select { variants, .. } => {
                return variants.iter().flat_map(|variant| self.expand(lang, &variant.value, depth)).collect();
            }
            Expression::Inline(inline) => inline,
        };
        let referred = match inline {
            InlineExpression::StringLiteral { value } => {
                return vec![unescape_unicode_to_string(value).into_owned()];
            }
            InlineExpression::NumberLiteral { value } => return vec![(*value).to_owned()],
            InlineExpression::Placeable { expression } => {
                return self.expand_expression(lang, expression, depth);
            }
            InlineExpression::MessageReference { id, attribute } => {
                let message = self.message(lang, id.name);
                match attribute {
                    Some(attribute) => message.and_then(|m| m.attributes.get(attribute.name)),
                    None => message.and_then(|m| m.value.as_ref()),
                }
            }
            InlineExpression::TermReference { id, attribute: None, .. } => self.terms[lang.index()].get(id.name),
            _ => None,
        };
        match referred {
            Some(pattern) if depth > 0 => self.expand(lang, pattern, depth - 1),
            _ => vec![String::new()],
        }
    }
}

impl<'a> Entry<'a> {
    pub(super) fn patterns(&self) -> impl Iterator<Item = &Pattern<&'a str>> {
        self.value.iter().chain(self.attributes.values())
    }

    pub(super) fn fault(&self, rule: Rule, detail: String) -> Fault {
        let (room, key) = (self.room.to_owned(), self.key.to_owned());
        Fault { lang: self.lang, room, line: self.line, key, rule, detail }
    }
}

/// The line, from 1, of a slice of the text.
fn line_of(text: &str, slice: &str) -> usize {
    line_at(text, (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize))
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}
