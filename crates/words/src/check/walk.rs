//! What a message uses: variables, choices, other messages.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::PLURALS;
use super::book::Entry;

/// What the patterns of a message use: variables, choices, other messages.
#[derive(Default)]
pub(super) struct Walk<'a> {
    pub(super) variables: BTreeSet<&'a str>,
    pub(super) selectors: Vec<Selector<'a>>,
    /// Keys of messages, and of terms after a dash.
    pub(super) references: BTreeSet<String>,
}

/// A choice on a variable.
pub(super) struct Selector<'a> {
    pub(super) variable: &'a str,
    pub(super) keys: Vec<&'a str>,
}

impl Selector<'_> {
    /// Whether the choice is on a number: it names a number or a plural other than the default.
    pub(super) fn counts(&self) -> bool {
        let number = |key: &str| key.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        self.keys.iter().any(|key| number(key) || (PLURALS.contains(key) && *key != "other"))
    }
}

impl<'a> Walk<'a> {
    pub(super) fn of(entry: &Entry<'a>) -> Self {
        let mut walk = Self::default();
        for pattern in entry.patterns() {
            walk.pattern(pattern);
        }
        walk
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                if let Some(variable) = chosen_on(selector) {
                    let keys = variants.iter().map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    });
                    self.selectors.push(Selector { variable, keys: keys.collect() });
                }
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// The variable that a choice is made on, written alone or inside `NUMBER(…)`.
fn chosen_on<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => chosen_on(arguments.positional.first()?),
        _ => None,
    }
}
