//! How one person is spoken to: their language, and whether they chose short texts.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::catalogue::Form;
use crate::{Catalogue, Lang, catalogue, markup};

/// The language of a person and their choice of long or short texts.
///
/// To say a message with variables in its short form whatever the person chose, use
/// `Talk { short: true, ..talk }.with(…)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Talk {
    /// The language of the page.
    pub lang: Lang,
    /// Whether the person chose short texts.
    pub short: bool,
}

/// A value given to a message.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg {
    /// What a person or a record says, in any script.
    Text(String),
    /// A phone number, date, mark or code: read left to right on any page.
    Ltr(String),
    /// A whole number; it chooses the plural.
    Whole(i64),
    /// A measure, said with two decimals at most; it chooses the plural.
    Measure(f64),
}

impl Talk {
    /// The long form, or `.short` when the person chose short texts and the message has one.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.try_t(key).unwrap_or_else(|| missing(key))
    }

    /// As [`t`](Self::t); `None` when the key does not exist.
    #[must_use]
    pub fn try_t(&self, key: &str) -> Option<Cow<'static, str>> {
        catalogue().text(self.lang, key, self.form())
    }

    /// `.short` if the message has one, else the long form.
    #[must_use]
    pub fn short(&self, key: &str) -> Cow<'static, str> {
        catalogue().text(self.lang, key, Form::Short).unwrap_or_else(|| missing(key))
    }

    /// `.label` when the person chose short texts and the message has one, else the long form.
    #[must_use]
    pub fn label(&self, key: &str) -> Cow<'static, str> {
        let form = if self.short { Form::Label } else { Form::Long };
        catalogue().text(self.lang, key, form).unwrap_or_else(|| missing(key))
    }

    /// The message with its arguments, in plain text, long or short as [`t`](Self::t).
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.with_in(catalogue(), key, args)
    }

    /// The message as HTML: escaped, each text argument in `<bdi>`, each left-to-right one in `<bdi dir="ltr">`.
    #[must_use]
    pub fn html(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.html_in(catalogue(), key, args)
    }

    pub(crate) fn with_in(&self, catalogue: &Catalogue, key: &str, args: &[(&str, Arg)]) -> String {
        markup::plain(&self.marked(catalogue, key, args))
    }

    pub(crate) fn html_in(&self, catalogue: &Catalogue, key: &str, args: &[(&str, Arg)]) -> String {
        markup::html(&self.marked(catalogue, key, args))
    }

    fn marked<'c>(&self, catalogue: &'c Catalogue, key: &str, args: &[(&str, Arg)]) -> Cow<'c, str> {
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        catalogue.marked(self.lang, key, self.form(), &args).unwrap_or_else(|| missing(key))
    }

    pub(crate) fn form(&self) -> Form {
        if self.short { Form::Short } else { Form::Long }
    }
}

/// What is shown for a key without a text: the key, between brackets in a debug build.
fn missing<'a>(key: &str) -> Cow<'a, str> {
    Cow::Owned(if cfg!(debug_assertions) { format!("⟦{key}⟧") } else { key.to_owned() })
}

impl Arg {
    /// A phone number, date, mark or code, read left to right on any page.
    #[must_use]
    pub fn ltr(text: &str) -> Self {
        Self::Ltr(text.to_owned())
    }

    fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Ltr(text) => FluentValue::String(Cow::Owned(markup::ltr(text))),
            Self::Whole(n) => FluentValue::from(*n),
            Self::Measure(x) => FluentValue::from((x * 100.0).round() / 100.0),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Whole(n)
    }
}

impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Self::Whole(n.into())
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Whole(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Arg {
    fn from(x: f64) -> Self {
        Self::Measure(x)
    }
}
