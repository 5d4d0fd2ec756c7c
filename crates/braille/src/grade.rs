//! The braille codes offered for each language, and the tables that write them.

use words::Lang;

/// A braille code of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    /// French, every letter written, six dots.
    French6,
    /// French, contracted (*abrégé*), six dots.
    FrenchContracted,
    /// French, computer braille of eight dots (TBFR2007), one cell a character.
    French8,
    /// Arabic, every letter written, six dots.
    Arabic6,
    /// Arabic, computer braille of eight dots.
    Arabic8,
    /// English (UEB), every letter written, six dots.
    English1,
    /// English (UEB), contracted, six dots.
    English2,
}

impl Grade {
    /// Every code. Contracted Arabic is not offered: its table misreads dates ("12/03") when it is read back.
    pub const ALL: [Self; 7] = [
        Self::French6,
        Self::FrenchContracted,
        Self::French8,
        Self::Arabic6,
        Self::Arabic8,
        Self::English1,
        Self::English2,
    ];

    /// The codes of a language, the usual one first.
    #[must_use]
    pub fn of(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::Fr => &Self::ALL[..3],
            Lang::Ar => &Self::ALL[3..5],
            Lang::En => &Self::ALL[5..],
        }
    }

    /// The language that it writes.
    #[must_use]
    pub fn lang(self) -> Lang {
        match self {
            Self::French6 | Self::FrenchContracted | Self::French8 => Lang::Fr,
            Self::Arabic6 | Self::Arabic8 => Lang::Ar,
            Self::English1 | Self::English2 => Lang::En,
        }
    }

    /// The word under which it is stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French6 => "fr6",
            Self::FrenchContracted => "fr-contracted",
            Self::French8 => "fr8",
            Self::Arabic6 => "ar6",
            Self::Arabic8 => "ar8",
            Self::English1 => "en1",
            Self::English2 => "en2",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.code() == code)
    }

    /// The file of liblouis that writes it.
    #[must_use]
    pub fn table(self) -> &'static str {
        match self {
            Self::French6 => "fr-bfu-comp6.utb",
            Self::FrenchContracted => "fr-bfu-g2.ctb",
            Self::French8 => "fr-bfu-comp8.utb",
            Self::Arabic6 => "ar-ar-g1.utb",
            Self::Arabic8 => "ar-ar-comp8.utb",
            Self::English1 => "en-ueb-g1.ctb",
            Self::English2 => "en-ueb-g2.ctb",
        }
    }

    /// True for a code that uses dots 7 and 8.
    #[must_use]
    pub fn is_eight_dots(self) -> bool {
        matches!(self, Self::French8 | Self::Arabic8)
    }

    /// True for a code that shortens words.
    #[must_use]
    pub fn is_contracted(self) -> bool {
        matches!(self, Self::FrenchContracted | Self::English2)
    }
}

/// The code chosen for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grades {
    fr: Grade,
    ar: Grade,
    en: Grade,
}

/// Six dots and every letter: what any reader of braille reads, and any embosser writes.
impl Default for Grades {
    fn default() -> Self {
        Self { fr: Grade::French6, ar: Grade::Arabic6, en: Grade::English1 }
    }
}

impl Grades {
    /// The same with this code for its language.
    #[must_use]
    pub fn with(mut self, grade: Grade) -> Self {
        match grade.lang() {
            Lang::Fr => self.fr = grade,
            Lang::Ar => self.ar = grade,
            Lang::En => self.en = grade,
        }
        self
    }

    /// The code of a language.
    #[must_use]
    pub fn get(self, lang: Lang) -> Grade {
        match lang {
            Lang::Fr => self.fr,
            Lang::Ar => self.ar,
            Lang::En => self.en,
        }
    }

    /// The three, French, Arabic, English.
    #[must_use]
    pub fn each(self) -> [Grade; 3] {
        [self.fr, self.ar, self.en]
    }

    /// The first code of eight dots, if there is one.
    #[must_use]
    pub fn eight_dots(self) -> Option<Grade> {
        self.each().into_iter().find(|grade| grade.is_eight_dots())
    }
}
