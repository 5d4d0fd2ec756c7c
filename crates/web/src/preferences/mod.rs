//! What a person chooses for themselves: language, look, short texts, sound, time.

mod paper;
mod store;
mod web;

pub(crate) use web::routes;

use ::braille::{Grade, Grades, Size};
use serde::{Deserialize, Serialize};
use words::Lang;

/// The choices of a person. Unknown words in the stored form fall back to the default, so that an older program still
/// reads a newer form.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// The language of the interface.
    pub language: Lang,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Percent of the base text size: 100, 125, 150 or 200.
    pub text_size: u16,
    /// Stronger lines and text.
    pub more_contrast: bool,
    /// Labels of 12 and lines of 20 characters.
    pub short_texts: bool,
    /// The script in which a name comes first.
    pub script: Script,
    /// Where the caller is heard.
    pub ear: Ear,
    /// True when the simulated client's voice is played.
    pub voice: bool,
    /// Minutes between two announcements of the time during a call: 1, 2, 5 or 10; 0 for none.
    pub milestones: u16,
    /// True when short tones tell that something was saved, is wrong, or has ended.
    pub earcons: bool,
    /// Multiplies every time allowed: 1, 1.5, 2 or 3.
    pub time_factor: f64,
    /// False turns the function-key shortcuts off.
    pub shortcuts: bool,
    /// Assistive means in use, stored beside every measured duration: any of `speech`, `braille`, `magnifier`.
    pub means: Vec<String>,
    /// The braille code of each language, for files and previews.
    pub grades: Grades,
    /// The page of braille files.
    pub paper: Size,
}

/// Which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// Which script of a name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Latin letters first.
    Latin,
    /// Arabic letters first.
    Arabic,
}

/// Where the caller's voice goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ear {
    /// Both ears.
    Both,
    /// The left ear; the screen reader keeps the right.
    Left,
    /// The right ear; the screen reader keeps the left.
    Right,
}

macro_rules! coded {
    ($name:ident { $($variant:ident = $code:literal),+ }) => {
        impl $name {
            /// The stored words, in the order of the choice.
            pub const CODES: &'static [&'static str] = &[$($code),+];
            /// The stored word.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
            fn parse(code: &str) -> Option<Self> { match code { $($code => Some(Self::$variant),)+ _ => None } }
        }
    };
}
coded!(Theme { System = "system", Light = "light", Dark = "dark" });
coded!(Script { Latin = "latin", Arabic = "arabic" });
coded!(Ear { Both = "both", Left = "left", Right = "right" });

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Lang::Fr,
            theme: Theme::System,
            text_size: 100,
            more_contrast: false,
            short_texts: false,
            script: Script::Latin,
            ear: Ear::Both,
            voice: true,
            milestones: 0,
            earcons: false,
            time_factor: 1.0,
            shortcuts: true,
            means: vec![],
            grades: Grades::default(),
            paper: Size::PAPER,
        }
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: String,
    theme: String,
    text_size: u16,
    more_contrast: bool,
    short_texts: bool,
    script: String,
    ear: String,
    voice: Option<bool>,
    milestones: u16,
    earcons: bool,
    time_factor: f64,
    shortcuts: Option<bool>,
    means: Vec<String>,
    grades: Vec<String>,
    cells: u16,
    lines: u16,
}

impl Preferences {
    /// The sizes offered, in percent.
    pub const SIZES: [u16; 4] = [100, 125, 150, 200];
    /// The time factors offered.
    pub const FACTORS: [f64; 4] = [1.0, 1.5, 2.0, 3.0];
    /// The minutes between two announcements of the time that are offered.
    pub const MILESTONES: [u16; 5] = [0, 1, 2, 5, 10];
    /// The assistive means that can be named.
    pub const MEANS: [&'static str; 3] = ["speech", "braille", "magnifier"];

    /// The preferences of a new account in a language.
    pub fn in_language(language: Lang) -> Self {
        let script = if language == Lang::Ar { Script::Arabic } else { Script::Latin };
        Self { language, script, ..Self::default() }
    }

    /// Reads the stored form; what is missing or unknown takes its default.
    pub fn read(text: &str) -> Self {
        let stored: Stored = serde_json::from_str(text).unwrap_or_default();
        let usual = Self::default();
        Self {
            language: Lang::parse(&stored.language).unwrap_or(usual.language),
            theme: Theme::parse(&stored.theme).unwrap_or(usual.theme),
            text_size: Self::SIZES.into_iter().find(|size| *size == stored.text_size).unwrap_or(100),
            more_contrast: stored.more_contrast,
            short_texts: stored.short_texts,
            script: Script::parse(&stored.script).unwrap_or(usual.script),
            ear: Ear::parse(&stored.ear).unwrap_or(usual.ear),
            voice: stored.voice.unwrap_or(true),
            milestones: Self::MILESTONES.into_iter().find(|minutes| *minutes == stored.milestones).unwrap_or(0),
            earcons: stored.earcons,
            time_factor: Self::FACTORS.into_iter().find(|factor| *factor == stored.time_factor).unwrap_or(1.0),
            shortcuts: stored.shortcuts.unwrap_or(true),
            means: stored.means.into_iter().filter(|mean| Self::MEANS.contains(&mean.as_str())).collect(),
            grades: stored.grades.iter().filter_map(|code| Grade::parse(code)).fold(usual.grades, Grades::with),
            paper: Size::new(stored.cells, stored.lines).unwrap_or(usual.paper),
        }
    }

    /// The stored form.
    pub fn write(&self) -> String {
        let stored = Stored {
            language: self.language.code().to_owned(),
            theme: self.theme.code().to_owned(),
            text_size: self.text_size,
            more_contrast: self.more_contrast,
            short_texts: self.short_texts,
            script: self.script.code().to_owned(),
            ear: self.ear.code().to_owned(),
            voice: Some(self.voice),
            milestones: self.milestones,
            earcons: self.earcons,
            time_factor: self.time_factor,
            shortcuts: Some(self.shortcuts),
            means: self.means.clone(),
            grades: self.grades.each().map(|grade| grade.code().to_owned()).to_vec(),
            cells: u16::try_from(self.paper.cells()).unwrap_or_default(),
            lines: u16::try_from(self.paper.lines()).unwrap_or_default(),
        };
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// The assistive profile stored beside a measured duration: `braille+speech`, or `none`.
    pub fn profile(&self) -> String {
        if self.means.is_empty() { "none".to_owned() } else { self.means.join("+") }
    }

    /// The classes of the page that carry theme, size and contrast.
    pub fn classes(&self) -> String {
        let contrast = if self.more_contrast { " more-contrast" } else { "" };
        format!("theme-{} size-{}{contrast}", self.theme.code(), self.text_size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_being_stored() {
        let chosen = Preferences {
            language: Lang::Ar,
            theme: Theme::Dark,
            text_size: 150,
            time_factor: 1.5,
            milestones: 5,
            earcons: true,
            means: vec!["braille".to_owned()],
            shortcuts: false,
            grades: Grades::default().with(Grade::FrenchContracted).with(Grade::Arabic8),
            paper: Size::new(40, 25).unwrap(),
            ..Preferences::default()
        };
        assert_eq!(Preferences::read(&chosen.write()), chosen);
    }

    #[test]
    fn an_unknown_word_takes_the_usual_choice() {
        assert_eq!(
            Preferences::read(r#"{"theme":"pink","text_size":7,"grades":["fr9"],"cells":3,"lines":28}"#),
            Preferences::default()
        );
        assert_eq!(Preferences::read("not json"), Preferences::default());
    }
}
