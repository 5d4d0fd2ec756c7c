//! The three languages of the interface.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Lang {
    /// French, the default.
    Fr,
    /// Arabic, written right to left, with the digits 0-9.
    Ar,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Fr, Self::Ar, Self::En];

    /// The code for the `lang` attribute and for storage: `fr`, `ar` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The value of the `dir` attribute: `rtl` for Arabic, else `ltr`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::Fr | Self::En => "ltr",
        }
    }

    /// Reads a code, with or without a region, in any case (`fr`, `AR`, `en-GB`). `None` for another language.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The preferred language of an `Accept-Language` header (RFC 9110, 12.5.4): the highest weight wins, then the
    /// first named; French when none of the three is accepted.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best = (0.0, Self::Fr);
        for item in accept_language.split(',') {
            let (range, parameters) = item.split_once(';').unwrap_or((item, ""));
            if let (Some(lang), Some(weight)) = (Self::parse(range), weight(parameters))
                && weight > best.0
            {
                best = (weight, lang);
            }
        }
        best.1
    }

    /// The language's name in itself, for the choice of language.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Ar => "العربية",
            Self::En => "English",
        }
    }

    /// The identifier that chooses Fluent's plural rules.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// Displays the code, ready for a `lang` attribute.
impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The weight of an accepted language: 1 when not given, `None` when it cannot be read.
fn weight(parameters: &str) -> Option<f32> {
    let Some(written) = parameters.split(';').find_map(|p| p.trim().strip_prefix("q=")) else {
        return Some(1.0);
    };
    written.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))
}
