//! What is wrong in a data file: every fault has its line and its reason, and a file says all of its faults at once.

use std::fmt;

/// Why a line of a data file is refused.
///
/// `Display` is plain English for the command line, [`Reason::in_french`] the same in French, and
/// [`Reason::key`] with [`Reason::values`] what a page needs to say it in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The text is not TOML at all, at this place.
    #[error("not readable here: {0}")]
    Unreadable(String),
    /// The file says it follows a format that this program does not know.
    #[error("format {found} is not known: this program reads format {known}")]
    Format {
        /// The number in the file.
        found: i64,
        /// The number that is read.
        known: i64,
    },
    /// A key that must be there is absent.
    #[error("“{0}” is missing")]
    Missing(String),
    /// A key that the format does not have.
    #[error("“{0}” is not a key of the format")]
    UnknownKey(String),
    /// A value of another kind than the one expected (a number for a text, …).
    #[error("“{key}” must be {expected}")]
    Kind {
        /// The key.
        key: String,
        /// What was expected, as a word of [`KINDS`].
        expected: &'static str,
    },
    /// A text or a list with nothing in it.
    #[error("“{0}” is empty")]
    Empty(String),
    /// A word that is not in the list of words allowed there.
    #[error("“{value}” is not allowed for “{key}”: one of {allowed}")]
    Choice {
        /// The key.
        key: String,
        /// What was written.
        value: String,
        /// What could have been written, with commas.
        allowed: String,
    },
    /// An identifier written twice.
    #[error("“{0}” is written twice")]
    Repeated(String),
    /// An identifier that nothing in the file, or around it, bears.
    #[error("“{key}” names “{id}”, which does not exist")]
    Dangling {
        /// The key.
        key: String,
        /// The identifier that was not found.
        id: String,
    },
    /// A number outside its limits.
    #[error("“{key}” must be between {min} and {max}")]
    Range {
        /// The key.
        key: String,
        /// The smallest value allowed.
        min: String,
        /// The largest value allowed.
        max: String,
    },
    /// A text longer than what a braille line holds.
    #[error("“{key}” has {found} characters; at most {max}")]
    Long {
        /// The key.
        key: String,
        /// The number of characters written.
        found: usize,
        /// The number allowed.
        max: usize,
    },
    /// A value that does not have the form its key asks for (a date, a number to call, an identifier).
    #[error("“{value}” is not a correct value for “{key}”")]
    Form {
        /// The key.
        key: String,
        /// What was written.
        value: String,
    },
    /// Two keys of which one makes the other wrong or necessary.
    #[error("“{key}” does not go with {with}")]
    Together {
        /// The key.
        key: String,
        /// The other key and its value, or its absence.
        with: String,
    },
    /// A step of a script that no path reaches.
    #[error("no path reaches the step “{0}”")]
    Unreachable(String),
    /// A script without a required step of a phase that every call has.
    #[error("no required step in the phase “{0}”")]
    Phase(String),
    /// A word between braces in a text that is no merged field.
    #[error("“{{{0}}}” is not a field that can be merged")]
    Merge(String),
    /// An opening brace without its closing brace, or the contrary.
    #[error("a brace is not closed or not opened")]
    Braces,
    /// A fact that the caller can never give, though it is not marked so.
    #[error("nothing can make the caller give the fact “{0}”")]
    NeverGiven(String),
    /// A phrase made only of words that the matching ignores.
    #[error("the phrase “{0}” has only words that are ignored")]
    Negligible(String),
}

/// The kinds of value, as the words of [`Reason::Kind`], with their French.
pub const KINDS: [(&str, &str); 7] = [
    ("a text", "un texte"),
    ("a whole number", "un nombre entier"),
    ("a number", "un nombre"),
    ("true or false", "true ou false"),
    ("a list of texts", "une liste de textes"),
    ("a table", "une table"),
    ("a list of tables", "une liste de tables"),
];

impl Reason {
    /// The text key of the reason, for the pages.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "fault-unreadable",
            Self::Format { .. } => "fault-format",
            Self::Missing(_) => "fault-missing",
            Self::UnknownKey(_) => "fault-unknown-key",
            Self::Kind { .. } => "fault-kind",
            Self::Empty(_) => "fault-empty",
            Self::Choice { .. } => "fault-choice",
            Self::Repeated(_) => "fault-repeated",
            Self::Dangling { .. } => "fault-dangling",
            Self::Range { .. } => "fault-range",
            Self::Long { .. } => "fault-long",
            Self::Form { .. } => "fault-form",
            Self::Together { .. } => "fault-together",
            Self::Unreachable(_) => "fault-unreachable",
            Self::Phase(_) => "fault-phase",
            Self::Merge(_) => "fault-merge",
            Self::Braces => "fault-braces",
            Self::NeverGiven(_) => "fault-never-given",
            Self::Negligible(_) => "fault-negligible",
        }
    }

    /// The values that the text of [`Reason::key`] takes, by name.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable(text) => vec![("detail", text.clone())],
            Self::Format { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            Self::Missing(key) | Self::UnknownKey(key) | Self::Empty(key) => {
                vec![("key", key.clone())]
            }
            Self::Kind { key, expected } => {
                vec![("key", key.clone()), ("expected", (*expected).to_owned())]
            }
            Self::Choice { key, value, allowed } => {
                vec![("key", key.clone()), ("value", value.clone()), ("allowed", allowed.clone())]
            }
            Self::Repeated(id) | Self::Unreachable(id) | Self::Phase(id) | Self::Merge(id) | Self::NeverGiven(id) => {
                vec![("id", id.clone())]
            }
            Self::Dangling { key, id } => vec![("key", key.clone()), ("id", id.clone())],
            Self::Range { key, min, max } => vec![("key", key.clone()), ("min", min.clone()), ("max", max.clone())],
            Self::Long { key, found, max } => {
                vec![("key", key.clone()), ("found", found.to_string()), ("max", max.to_string())]
            }
            Self::Form { key, value } => vec![("key", key.clone()), ("value", value.clone())],
            Self::Together { key, with } => vec![("key", key.clone()), ("with", with.clone())],
            Self::Braces => Vec::new(),
            Self::Negligible(phrase) => vec![("phrase", phrase.clone())],
        }
    }

    /// The reason in plain French, for the command line.
    #[must_use]
    pub fn in_french(&self) -> String {
        match self {
            Self::Unreadable(detail) => format!("illisible à cet endroit : {detail}"),
            Self::Format { found, known } => {
                format!("le format {found} est inconnu : ce programme lit le format {known}")
            }
            Self::Missing(key) => format!("« {key} » manque"),
            Self::UnknownKey(key) => format!("« {key} » n’est pas une clé du format"),
            Self::Kind { key, expected } => {
                let french = KINDS.iter().find(|(english, _)| english == expected).map_or(*expected, |(_, f)| f);
                format!("« {key} » doit être {french}")
            }
            Self::Empty(key) => format!("« {key} » est vide"),
            Self::Choice { key, value, allowed } => {
                format!("« {value} » n’est pas admis pour « {key} » : choisir parmi {allowed}")
            }
            Self::Repeated(id) => format!("« {id} » est écrit deux fois"),
            Self::Dangling { key, id } => format!("« {key} » désigne « {id} », qui n’existe pas"),
            Self::Range { key, min, max } => {
                format!("« {key} » doit être compris entre {min} et {max}")
            }
            Self::Long { key, found, max } => {
                format!("« {key} » a {found} caractères ; {max} au plus")
            }
            Self::Form { key, value } => {
                format!("« {value} » n’est pas une valeur correcte pour « {key} »")
            }
            Self::Together { key, with } => format!("« {key} » ne va pas avec {with}"),
            Self::Unreachable(id) => format!("aucun chemin ne mène à l’étape « {id} »"),
            Self::Phase(phase) => format!("aucune étape obligatoire dans la phase « {phase} »"),
            Self::Merge(field) => format!("« {{{field}}} » n’est pas un champ de fusion"),
            Self::Braces => "une accolade n’est pas fermée ou pas ouverte".to_owned(),
            Self::NeverGiven(id) => {
                format!("rien ne peut amener l’appelant à donner le fait « {id} »")
            }
            Self::Negligible(phrase) => {
                format!("l’expression « {phrase} » n’a que des mots dont la comparaison ne tient pas compte")
            }
        }
    }
}

/// One fault of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: Reason,
}

/// Every fault of a data file, in the order of its lines. Never empty when it is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (rank, fault) in self.0.iter().enumerate() {
            if rank > 0 {
                writeln!(f)?;
            }
            write!(f, "line {}: {}", fault.line, fault.reason)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
