//! What the simulated caller understands of what the agent says: words, sentences, questions, and phrases in them.
//!
//! Words are compared folded (case, accents, Arabic letter forms, tashkeel), as whole words with their usual endings and,
//! in Arabic, their clitics. Words that carry no question are ignored. Nothing is guessed: a phrase is there or not.

use std::collections::HashSet;
use std::sync::LazyLock;

use desk::scripts::reader::Language;

use super::lexicon::{ARABIC, ENGLISH, FRENCH, Lexicon};
use crate::assessment::compare::words;

/// The topic of a step that takes leave.
pub const LEAVE: &str = "leave";
/// The topic of a step that asks whether there is anything else.
pub const ANYTHING_ELSE: &str = "anything_else";
/// The topic of a step that refuses what is asked.
pub const REFUSE: &str = "refuse";

/// A phrase matches when its words stand together with at most this many others between them.
const GAP: usize = 2;
/// A sentence of so few telling words is a question even without a mark: “Votre nom et prénom”.
const SHORT: usize = 3;
/// The fewest letters left after taking an ending or a clitic away.
const STEM: usize = 3;

/// A lexicon folded once, ready to be compared.
struct Folded {
    negligible: HashSet<String>,
    asking: HashSet<String>,
    endings: Vec<String>,
    clitics: Vec<String>,
    lexicon: &'static Lexicon,
}

impl Folded {
    fn new(lexicon: &'static Lexicon) -> Self {
        Self {
            negligible: each(lexicon.negligible).collect(),
            asking: each(lexicon.asking).collect(),
            endings: each(lexicon.endings).collect(),
            clitics: each(lexicon.clitics).collect(),
            lexicon,
        }
    }
}

fn each(list: &'static str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(names::fold::fold)
}

fn folded(language: Language) -> &'static Folded {
    static FOLDED: LazyLock<[Folded; 3]> = LazyLock::new(|| [&FRENCH, &ARABIC, &ENGLISH].map(Folded::new));
    match language {
        Language::Fr => &FOLDED[0],
        Language::Ar => &FOLDED[1],
        Language::En => &FOLDED[2],
    }
}

/// A word and what is left of it without its endings and clitics. Two words are the same when they share a form.
#[derive(Debug, Clone)]
struct Word(Vec<String>);

impl Word {
    fn new(word: &str, folded: &Folded) -> Self {
        let single = undouble(word);
        let long = |rest: &&str| rest.chars().count() >= STEM;
        let bare = folded.clitics.iter().filter_map(|clitic| single.strip_prefix(clitic.as_str()));
        let mut forms: Vec<String> = bare.filter(long).map(str::to_owned).collect();
        forms.push(single);
        for form in forms.clone() {
            let stems = folded.endings.iter().filter_map(|ending| form.strip_suffix(ending.as_str()));
            forms.extend(stems.filter(long).map(str::to_owned));
        }
        Self(forms)
    }

    /// The word as it is, without looking for its stem.
    fn whole(folded: &str) -> Self {
        Self(vec![undouble(folded)])
    }

    fn is(&self, other: &Self) -> bool {
        self.0.iter().any(|form| other.0.contains(form))
    }
}

/// Folds double letters into one in Latin script (“appelle”, “appelez”); Arabic keeps its own (“رقم”, “الله”).
fn undouble(word: &str) -> String {
    let mut single = String::with_capacity(word.len());
    for letter in word.chars() {
        if !(letter.is_ascii_alphabetic() && single.ends_with(letter)) {
            single.push(letter);
        }
    }
    single
}

fn telling(words: &[String], folded: &Folded) -> Vec<Word> {
    words.iter().filter(|word| !folded.negligible.contains(*word)).map(|word| Word::new(word, folded)).collect()
}

/// Words to find in what is said, and words that must not stand beside them (written with a `!`): `adresse !mail`.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    wanted: Vec<Word>,
    unwanted: Vec<Word>,
}

impl Phrase {
    pub(super) fn new(text: &str, language: Language) -> Self {
        let folded = folded(language);
        let (unwanted, wanted): (Vec<&str>, Vec<&str>) =
            text.split_whitespace().partition(|word| word.starts_with('!'));
        Self {
            wanted: telling(&words(&wanted.join(" ")), folded),
            unwanted: telling(&words(&unwanted.join(" ")), folded),
        }
    }

    /// A set phrase, whose words have no other form: “السلام عليكم” greets, “مع السلامة” takes leave.
    fn set(text: &str, language: Language) -> Self {
        let negligible = &folded(language).negligible;
        let wanted =
            words(text).iter().filter(|word| !negligible.contains(*word)).map(|word| Word::whole(word)).collect();
        Self { wanted, unwanted: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether the wanted words stand near one another in the sentence, in any order, with no unwanted word near them.
    fn is_in(&self, said: &[Word]) -> bool {
        let among = |from: usize, length: usize| &said[from..said.len().min(from + length)];
        let has = |window: &[Word], wanted: &Word| window.iter().any(|word| word.is(wanted));
        let span = self.wanted.len() + GAP;
        !self.is_empty()
            && (0..said.len()).any(|start| {
                self.wanted.iter().all(|word| has(among(start, span), word))
                    && !self.unwanted.iter().any(|word| has(among(start, span + GAP), word))
            })
    }
}

struct Sentence {
    words: Vec<Word>,
    asks: bool,
}

/// What the agent has just said.
pub(super) struct Utterance {
    sentences: Vec<Sentence>,
    language: Language,
}

impl Utterance {
    pub(super) fn new(text: &str, language: Language) -> Self {
        let folded = folded(language);
        let sentences = text
            .split_inclusive(['.', '?', '!', '؟', '؛', ';', '\n', '…'])
            .map(|sentence| Sentence::new(sentence, folded))
            .filter(|sentence| !sentence.words.is_empty() || sentence.asks)
            .collect();
        Self { sentences, language }
    }

    /// Whether some sentence asks something.
    pub(super) fn asks(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.asks)
    }

    /// Whether a sentence that asks something holds one of the phrases.
    pub(super) fn asks_for(&self, phrases: &[String]) -> bool {
        self.has(phrases.iter().map(|phrase| Phrase::new(phrase, self.language)), true)
    }

    /// Whether the agent takes leave.
    pub(super) fn leaves(&self) -> bool {
        let leaving = folded(self.language).lexicon.leaving;
        self.has(leaving.split('|').map(|phrase| Phrase::set(phrase, self.language)), false)
    }

    /// Whether the agent asks if there is anything else.
    pub(super) fn asks_for_anything_else(&self) -> bool {
        let anything = folded(self.language).lexicon.anything_else;
        self.has(anything.split('|').map(|phrase| Phrase::new(phrase, self.language)), true)
    }

    /// Whether the agent refuses what was asked.
    pub(super) fn refuses(&self) -> bool {
        let refusing = folded(self.language).lexicon.refusing;
        self.has(refusing.split('|').map(|phrase| Phrase::new(phrase, self.language)), false)
    }

    fn has(&self, phrases: impl Iterator<Item = Phrase>, asking: bool) -> bool {
        let sentences: Vec<&Sentence> = self.sentences.iter().filter(|sentence| sentence.asks || !asking).collect();
        !sentences.is_empty()
            && phrases.into_iter().any(|phrase| sentences.iter().any(|sentence| phrase.is_in(&sentence.words)))
    }
}

impl Sentence {
    fn new(text: &str, folded: &Folded) -> Self {
        let raw = words(text);
        let words = telling(&raw, folded);
        // “avez-vous”, “puis-je”: the order of the words makes the question; an appointment does not.
        let inverted = text.replace("rendez-vous", "");
        let marked = text.contains(['?', '؟']) || inverted.contains("-vous") || inverted.contains("-je");
        let asked = raw.iter().any(|word| folded.asking.contains(word));
        let short = !words.is_empty() && words.len() <= SHORT;
        Self { words, asks: marked || asked || short }
    }
}
