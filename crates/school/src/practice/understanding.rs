//! What the simulated caller understands of what the agent says: words, sentences, questions, and phrases in them.
//!
//! Words are compared folded (case, accents, Arabic letter forms, tashkeel), as whole words with their usual endings and,
//! in Arabic, their clitics. Words that carry no question are ignored. Nothing is guessed: a phrase is there or not.

use std::collections::HashSet;
use std::sync::LazyLock;

use desk::scripts::reader::Language;

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

/// The words of a language that help to understand, as they are written.
struct Lexicon {
    negligible: &'static [&'static str],
    asking: &'static [&'static str],
    leaving: &'static [&'static str],
    anything_else: &'static [&'static str],
    refusing: &'static [&'static str],
    endings: &'static [&'static str],
    clitics: &'static [&'static str],
}

const FRENCH: Lexicon = Lexicon {
    negligible: &[
        "le", "la", "les", "l", "un", "une", "de", "des", "du", "d", "et", "ou", "a", "au", "aux", "votre", "vos", "vous", "je",
        "j", "me", "m", "mon", "ma", "mes", "ce", "c", "cette", "cet", "ces", "est", "s", "il", "elle", "en", "y", "se", "te",
        "t", "on", "nous", "notre", "nos", "ne", "n", "plait", "bien", "alors", "donc", "euh", "bon", "voila", "merci", "monsieur",
        "madame", "mademoiselle", "svp", "tres", "aussi", "encore", "pour", "avec", "dans", "sur", "par", "que", "qu", "qui",
        "accord", "maintenant", "juste", "si", "sont", "ai", "eu", "ete", "exactement", "exacte", "exact",
    ],
    asking: &[
        "quel", "quelle", "quels", "quelles", "comment", "combien", "quand", "pourquoi", "quoi", "lequel", "laquelle", "pouvez",
        "pourriez", "pourrais", "puis", "peut", "donner", "donnez", "dites", "dire", "indiquer", "indiquez", "preciser",
        "precisez", "confirmer", "confirmez", "rappeler", "rappelez", "epeler", "epelez", "expliquer", "expliquez", "decrire",
        "decrivez", "raconter", "racontez", "besoin", "faut", "faudrait", "voudrais", "aimerais", "souhaite", "souhaiterais",
        "veuillez", "communiquer", "communiquez", "plait", "svp", "ecoute", "lire", "lisez", "repeter",
        "repetez", "savoir", "connaitre",
    ],
    leaving: &["au revoir", "bonne journée", "bonne soirée", "bonne fin de journée", "à bientôt", "bon week-end", "bon après-midi"],
    anything_else: &["autre chose", "autre question", "autre demande", "autre renseignement", "besoin autre", "reste question"],
    refusing: &[
        "peux pas", "pouvons pas", "puis pas", "impossible", "confidentiel", "confidentielles", "confidentialité", "autorisé",
        "regrette", "droit donner", "refuse", "protégées", "interdit", "malheureusement",
    ],
    endings: &["ees", "ent", "ee", "es", "er", "ez", "s", "x", "e"],
    clitics: &[],
};

const ARABIC: Lexicon = Lexicon {
    negligible: &[
        "من", "في", "على", "عن", "الى", "يا", "لو", "سمحت", "سمحتي", "سمحتم", "فضلك", "فضلكم", "سيدي", "سيدتي", "السيد", "السيدة",
        "الاخ", "الاخت", "اختي", "خويا", "نعم", "طيب", "حسنا", "شكرا", "جيد", "مليح", "هو", "هي", "هذا", "هذه", "ذلك", "تلك",
        "ان", "قد", "و", "او", "ثم", "الان", "لي", "لك", "لكم", "لنا", "تاع", "تاعك", "نتاع", "نتاعك", "ديالك", "الخاص", "الخاصة", "بك",
        "بكم", "من فضلك", "ربي", "يخليك", "بالضبط", "حضرتك",
    ],
    asking: &[
        "ما", "ماذا", "ماهو", "ماهي", "هل", "كم", "متى", "اين", "كيف", "لماذا", "اي", "ممكن", "تفضل", "تفضلي", "تفضلوا", "اعطني",
        "اعطيني", "تعطيني", "تعطيلي", "عطيني", "قل", "قولي", "قوللي", "تقول", "تقولي", "تقوللي", "واش", "شحال", "وين", "وينك", "كيفاش",
        "علاش", "شكون", "فين", "وقتاش", "يمكن", "يمكنك", "يمكنكم", "تستطيع", "اريد", "احتاج", "نحتاج", "حاب", "ارجو", "نرجو", "سمحت",
        "فضلك", "فضلكم", "اسمعك", "نسمعك", "اشرح", "اخبرني", "اخبريني", "تخبرني", "تذكر", "ذكر", "تؤكد", "تاكيد", "اكد", "تهج", "بماذا",
        "بم", "فيم", "عندك", "كيما", "منين",
    ],
    leaving: &["مع السلامة", "الى اللقاء", "بالسلامة", "تبقى على خير", "نهارك سعيد", "نهار سعيد", "يوم سعيد", "يوما سعيدا", "طاب يومك", "في امان"],
    anything_else: &[
        "شيء اخر", "شي اخر", "حاجة اخرى", "حاجه خرى", "حاجة وحدوخرى", "سؤال اخر", "استفسار اخر", "طلب اخر", "خدمة اخرى", "مساعدة اخرى",
    ],
    refusing: &["لا يمكنني", "لا نستطيع", "لا استطيع", "ما نقدرش", "غير ممكن", "سرية", "ممنوع", "اعتذر", "للاسف"],
    endings: &["كما", "هما", "تهم", "تنا", "تكم", "تها", "تك", "ته", "تي", "كم", "هم", "ها", "نا", "ات", "ين", "ك", "ه", "ي", "ت", "ا"],
    clitics: &["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك"],
};

const ENGLISH: Lexicon = Lexicon {
    negligible: &[
        "the", "a", "an", "of", "your", "you", "i", "is", "are", "to", "me", "my", "please", "sir", "madam", "so", "well", "and", "or",
        "for", "it", "in", "on", "at", "be", "this", "that", "very", "now", "thank", "thanks",
    ],
    asking: &[
        "what", "which", "who", "when", "where", "why", "how", "can", "could", "may", "would", "tell", "give", "need", "please", "do",
        "does", "did", "have", "spell", "confirm", "listening",
    ],
    leaving: &["goodbye", "good bye", "bye", "nice day", "good day", "good evening"],
    anything_else: &["anything else", "something else", "other question", "another question"],
    refusing: &["cannot", "can not", "not allowed", "confidential", "unable", "impossible", "protected", "sorry"],
    endings: &["ing", "ed", "es", "s", "e"],
    clitics: &[],
};

/// A lexicon folded once, ready to be compared.
struct Folded {
    negligible: HashSet<String>,
    asking: HashSet<String>,
    lexicon: &'static Lexicon,
}

impl Folded {
    fn new(lexicon: &'static Lexicon) -> Self {
        let fold = |words: &[&str]| words.iter().map(|word| names::fold::fold(word)).collect();
        Self { negligible: fold(lexicon.negligible), asking: fold(lexicon.asking), lexicon }
    }
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
    fn new(folded: &str, lexicon: &Lexicon) -> Self {
        let single = undouble(folded);
        let mut forms = vec![single.clone()];
        let long = |rest: &str| rest.chars().count() >= STEM;
        forms.extend(lexicon.clitics.iter().filter_map(|c| single.strip_prefix(c).filter(|r| long(r)).map(str::to_owned)));
        for form in forms.clone() {
            forms.extend(lexicon.endings.iter().filter_map(|e| form.strip_suffix(e).filter(|r| long(r)).map(str::to_owned)));
        }
        Self(forms)
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
    words.iter().filter(|word| !folded.negligible.contains(*word)).map(|word| Word::new(word, folded.lexicon)).collect()
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
        let (unwanted, wanted): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| word.starts_with('!'));
        Self {
            wanted: telling(&words(&wanted.join(" ")), folded),
            unwanted: telling(&words(&unwanted.join(" ")), folded),
        }
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
        self.has(phrases.iter().map(String::as_str), true)
    }

    pub(super) fn leaves(&self) -> bool {
        self.has(folded(self.language).lexicon.leaving.iter().copied(), false)
    }

    pub(super) fn asks_for_anything_else(&self) -> bool {
        self.has(folded(self.language).lexicon.anything_else.iter().copied(), true)
    }

    pub(super) fn refuses(&self) -> bool {
        self.has(folded(self.language).lexicon.refusing.iter().copied(), false)
    }

    fn has<'p>(&self, phrases: impl Iterator<Item = &'p str>, asking: bool) -> bool {
        let phrases: Vec<Phrase> = phrases.map(|phrase| Phrase::new(phrase, self.language)).collect();
        let mut sentences = self.sentences.iter().filter(|sentence| sentence.asks || !asking);
        sentences.any(|sentence| phrases.iter().any(|phrase| phrase.is_in(&sentence.words)))
    }
}

impl Sentence {
    fn new(text: &str, folded: &Folded) -> Self {
        let raw = words(text);
        let words = telling(&raw, folded);
        let marked = text.contains(['?', '؟']) || text.contains("-vous") || text.contains("-je");
        let asked = raw.iter().any(|word| folded.asking.contains(word));
        let short = !words.is_empty() && words.len() <= SHORT;
        Self { words, asks: marked || asked || short }
    }
}
