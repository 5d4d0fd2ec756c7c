//! Every text of the interface, in the three languages, ready to be said.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast;

use crate::{Lang, markup};

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// The form of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Long,
    Short,
    Label,
}

/// One file of texts.
pub(crate) struct Source {
    pub(crate) lang: Lang,
    pub(crate) room: String,
    pub(crate) text: Cow<'static, str>,
}

/// The texts of the interface in the three languages.
pub struct Catalogue {
    sources: Vec<Source>,
    voices: [Voice; 3],
}

struct Voice {
    bundle: FluentBundle<FluentResource>,
    messages: HashMap<String, Message>,
}

#[derive(Default)]
struct Message {
    long: Option<Text>,
    short: Option<Text>,
    label: Option<Text>,
}

/// A text without variables is resolved once; the others when they are said.
enum Text {
    Fixed(String),
    Live,
}

/// The texts embedded in the program, read once.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let sources = SOURCES.iter().filter_map(|&(code, room, text)| {
            Some(Source { lang: Lang::parse(code)?, room: room.to_owned(), text: Cow::Borrowed(text) })
        });
        Catalogue::of(sources.collect())
    })
}

impl Catalogue {
    /// A catalogue of given files: language, room, Fluent text. A broken message is left out, and of two messages
    /// with one key the first is kept; [`check`](crate::check) tells both.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (Lang, &'a str, &'a str)>) -> Self {
        let sources = texts.into_iter().map(|(lang, room, text)| Source {
            lang,
            room: room.to_owned(),
            text: Cow::Owned(text.to_owned()),
        });
        Self::of(sources.collect())
    }

    fn of(sources: Vec<Source>) -> Self {
        let voices = Lang::ALL.map(|lang| Voice::new(lang, sources.iter().filter(|s| s.lang == lang)));
        Self { sources, voices }
    }

    /// The rooms that have texts, in alphabetical order.
    #[must_use]
    pub fn rooms(&self) -> BTreeSet<&str> {
        self.sources.iter().map(|source| source.room.as_str()).collect()
    }

    /// The keys that exist in at least one language, in alphabetical order.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<&str> {
        self.voices.iter().flat_map(|voice| voice.messages.keys()).map(String::as_str).collect()
    }

    /// Whether the key exists in a language.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.message(lang, key).is_some()
    }

    /// Whether the key has a `.label` in a language.
    #[must_use]
    pub fn has_label(&self, lang: Lang, key: &str) -> bool {
        self.message(lang, key).is_some_and(|message| message.label.is_some())
    }

    /// Whether a form of the key takes variables in a language.
    #[must_use]
    pub fn takes_variables(&self, lang: Lang, key: &str) -> bool {
        let live = |text: &Option<Text>| matches!(text, Some(Text::Live));
        self.message(lang, key).is_some_and(|m| live(&m.long) || live(&m.short) || live(&m.label))
    }

    /// The keys that another message refers to, in any language, in alphabetical order.
    #[must_use]
    pub fn referred(&self) -> BTreeSet<String> {
        crate::check::referred(&self.sources)
    }

    pub(crate) fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn message(&self, lang: Lang, key: &str) -> Option<&Message> {
        self.voices[lang.index()].messages.get(key)
    }

    /// The text of a form, or of the long form where that one is absent.
    pub(crate) fn text(&self, lang: Lang, key: &str, form: Form) -> Option<Cow<'_, str>> {
        let (text, form) = self.message(lang, key)?.form(form)?;
        match text {
            Text::Fixed(fixed) => Some(Cow::Borrowed(fixed)),
            Text::Live => {
                let marked = self.voices[lang.index()].marked(key, form, None)?;
                Some(Cow::Owned(markup::plain(&marked)))
            }
        }
    }

    /// As [`text`](Self::text), with its arguments, each between the marks of [`markup`].
    pub(crate) fn marked(&self, lang: Lang, key: &str, form: Form, args: &FluentArgs<'_>) -> Option<Cow<'_, str>> {
        let (text, form) = self.message(lang, key)?.form(form)?;
        match text {
            Text::Fixed(fixed) => Some(Cow::Borrowed(fixed)),
            Text::Live => self.voices[lang.index()].marked(key, form, Some(args)).map(Cow::Owned),
        }
    }
}

impl Message {
    fn form(&self, form: Form) -> Option<(&Text, Form)> {
        let chosen = match form {
            Form::Long => &self.long,
            Form::Short => &self.short,
            Form::Label => &self.label,
        };
        let chosen = chosen.as_ref().map(|text| (text, form));
        chosen.or_else(|| self.long.as_ref().map(|text| (text, Form::Long)))
    }
}

impl Voice {
    fn new<'a>(lang: Lang, sources: impl Iterator<Item = &'a Source>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr | Lang::Ar => markup::with_comma,
            Lang::En => markup::with_point,
        }));
        // Refused only when a function of that name exists already: not in a new bundle.
        let _ = bundle.add_builtins();
        let mut keys = Vec::new();
        for source in sources {
            let resource = match FluentResource::try_new(source.text.clone().into_owned()) {
                Ok(whole) => whole,
                Err((readable, _)) => readable,
            };
            keys.extend(resource.entries().filter_map(|entry| match entry {
                ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            // The first of two messages with one key is kept; `check` tells.
            let _ = bundle.add_resource(resource);
        }
        let mut voice = Self { bundle, messages: HashMap::with_capacity(keys.len()) };
        for key in keys {
            let message = Message {
                long: voice.resolved(&key, Form::Long),
                short: voice.resolved(&key, Form::Short),
                label: voice.resolved(&key, Form::Label),
            };
            voice.messages.insert(key, message);
        }
        voice
    }

    fn pattern(&self, key: &str, form: Form) -> Option<&ast::Pattern<&str>> {
        let message = self.bundle.get_message(key)?;
        match form {
            Form::Long => message.value(),
            Form::Short => message.get_attribute("short").map(|attribute| attribute.value()),
            Form::Label => message.get_attribute("label").map(|attribute| attribute.value()),
        }
    }

    fn resolved(&self, key: &str, form: Form) -> Option<Text> {
        let (text, whole) = self.said(self.pattern(key, form)?, None);
        Some(if whole { Text::Fixed(markup::plain(&text)) } else { Text::Live })
    }

    /// The text with its arguments; a variable that was not given stays visible as `{$name}`.
    fn marked(&self, key: &str, form: Form, args: Option<&FluentArgs<'_>>) -> Option<String> {
        Some(self.said(self.pattern(key, form)?, args).0)
    }

    /// The text, and whether nothing that it refers to was missing. The pattern is written, not formatted:
    /// Fluent's `format_pattern` passes its whole result through the formatter once more.
    fn said(&self, pattern: &ast::Pattern<&str>, args: Option<&FluentArgs<'_>>) -> (String, bool) {
        let (mut text, mut unknown) = (String::new(), Vec::new());
        let written = self.bundle.write_pattern(&mut text, pattern, args, &mut unknown);
        (text, written.is_ok() && unknown.is_empty())
    }
}
