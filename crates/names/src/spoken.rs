//! A written name as the sounds it stands for, whatever its script.
//!
//! A sound is one ASCII byte, so that both scripts meet in one alphabet:
//!
//! | sound | Arabic | Latin as Algerians write it |
//! |---|---|---|
//! | `t` `d` `z` `s` `j` | ت ط, د ض, ز, س ص, ج | t, d, z, s ç, dj j |
//! | `T` `D` `Z` | ث, ذ, ظ | th, dh |
//! | `k` `g` `G` | ق ك, ڨ ڤ گ | k q ck qu, g gu, g before e and i |
//! | `c` `S` `Q` `V` | ش | ch, sh, c before a, o, u, s between vowels |
//! | `h` `x` `q` | ه ح, خ, غ | h, kh, gh |
//! | `b` `f` `l` `m` `n` `r` | as spoken | b p, f v ph, … |
//! | `A` `w` `y` `o` | ا and final ه, و, ي, ع | w, y |
//! | `Y` | final ي or ى, which folding makes one | |
//! | `a` `e` `i` `u` | | a, e, i, o u ou |
//! | `E` `H` | final ه after ا | final h |
//! | `L` | ال at the head | el, al at the head |

use crate::{fold::fold, script};

/// A name word: particles (`ben`, `abd el`, `eddine`) are one word with the name they belong to.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub folded: String,
    /// The parts of the word, abbreviations written out.
    pub tokens: Vec<String>,
    pub sounds: Vec<u8>,
    pub arabic: bool,
}

impl Spoken {
    /// The name without the servant at its head: `hamid` of `Abd el Hamid`, if there is one. Nothing of it is heard: it is for
    /// comparing letters.
    pub(crate) fn master(&self) -> Option<Self> {
        let whole = self.tokens.concat();
        let rest = whole.strip_prefix(if self.arabic { "عبد" } else { "abd" })?;
        let rest = if self.arabic {
            rest.strip_prefix("ال").unwrap_or(rest)
        } else {
            let rest = rest.strip_prefix(['a', 'e', 'o', 'u']).unwrap_or(rest);
            rest.strip_prefix('l').unwrap_or(rest)
        };
        (rest.chars().count() >= 3).then(|| self.only(rest))
    }

    /// A Latin name without what may be its article: `yazid` of `Elyazid`, `rahmane` of `Errahmane`. For comparing letters too.
    pub(crate) fn stem(&self) -> Option<Self> {
        let whole = self.tokens.concat();
        let letters = whole.as_bytes();
        let rest = match letters {
            _ if self.arabic => return None,
            [b'e' | b'a' | b'u', b'l', ..] => &whole[2..],
            [b'e' | b'a', one, other, ..] if one == other && !is_vowel(*one) => &whole[2..],
            _ => return None,
        };
        (rest.len() >= 4).then(|| self.only(rest))
    }

    fn only(&self, rest: &str) -> Self {
        let tokens = vec![rest.to_owned()];
        Self { folded: rest.to_owned(), tokens, sounds: Vec::new(), arabic: self.arabic }
    }
}

const LATIN_HEADS: [&str; 20] = [
    "abd", "abde", "abdel", "abdul", "abdal", "abou", "ait", "bel", "ben", "bent", "bin", "bou", "ibn", "nait", "oum",
    "ould", "ouled", "sid", "sidi", "si",
];
const ARABIC_HEADS: [&str; 14] =
    ["عبد", "ابو", "ابن", "ايت", "بل", "بن", "بنت", "بو", "نايت", "ام", "ولد", "اولاد", "سيد", "سيدي"];
const ENDS: [&str; 15] = [
    "eddine",
    "edine",
    "eddin",
    "edin",
    "eddinne",
    "edinne",
    "ddine",
    "dine",
    "din",
    "addine",
    "allah",
    "ellah",
    "illah",
    "الدين",
    "الله",
];

/// Splits a text into its words and hears each of them.
pub(crate) fn words(text: &str) -> Vec<Spoken> {
    let folded = fold(text);
    let tokens: Vec<&str> = folded.split(' ').filter(|token| !token.is_empty()).collect();
    grouped(&tokens).iter().map(|group| hear(group)).filter(|word| !word.sounds.is_empty()).collect()
}

fn grouped<'a>(tokens: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut glue = false;
    for (at, &token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).copied().unwrap_or_default();
        let article = is_article(token, next);
        if article && ENDS.contains(&next) && !groups.is_empty() {
            continue;
        }
        match groups.last_mut() {
            Some(group) if glue || ENDS.contains(&token) => group.push(token),
            _ => groups.push(vec![token]),
        }
        glue = article || LATIN_HEADS.contains(&token) || ARABIC_HEADS.contains(&token);
    }
    groups
}

/// `el`, `al`, `ul`, or an assimilated article before its sun letter: `er rahmane`, `ech cheikh`.
fn is_article(token: &str, next: &str) -> bool {
    let assimilated =
        token.len() > 1 && token.starts_with(['a', 'e', 'u']) && next.starts_with(&token[1..]) && starts_sun(next);
    !next.is_empty() && token.is_ascii() && (matches!(token, "el" | "al" | "ul") || (assimilated && token.len() <= 3))
}

fn hear(group: &[&str]) -> Spoken {
    let mut sounds = Vec::new();
    for (at, &token) in group.iter().enumerate() {
        let next = group.get(at + 1).copied().unwrap_or_default();
        if token.chars().any(script::is_arabic) {
            hear_arabic_token(token, at == 0, &mut sounds);
            if next == "الله" && token.ends_with('ه') {
                // The ة of a name that goes on is heard: Hibat Allah.
                sounds.pop();
                sounds.push(b'E');
            }
        } else {
            hear_latin_token(token, next, at == 0, &mut sounds);
            if !next.is_empty() && sounds.last() == Some(&b'H') {
                sounds.pop();
                sounds.push(b'h');
            }
        }
    }
    sounds.dedup_by(|a, b| a == b && *a != b'A');
    let tokens = group.iter().map(|token| in_full(token).to_owned()).collect();
    Spoken {
        folded: group.concat(),
        tokens,
        sounds,
        arabic: group.iter().any(|token| token.chars().any(script::is_arabic)),
    }
}

fn starts_sun(word: &str) -> bool {
    word.starts_with([
        't', 'd', 'r', 'z', 's', 'n', 'l', 'ت', 'ث', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ل', 'ن',
    ]) && !word.starts_with("dj")
        || word.starts_with("ch")
}

fn hear_arabic_token(token: &str, first: bool, sounds: &mut Vec<u8>) {
    let long = token.chars().count();
    if let Some(rest) = token.strip_prefix("ال").filter(|_| long >= 4) {
        hear_article(first, rest, sounds);
        return arabic_letters(rest, sounds);
    }
    if let Some(rest) = token.strip_prefix("عبدال").filter(|_| long >= 7) {
        arabic_letters("عبد", sounds);
        hear_article(false, rest, sounds);
        return arabic_letters(rest, sounds);
    }
    if let Some(rest) = token.strip_suffix("الدين").filter(|rest| !rest.is_empty()) {
        arabic_letters(rest, sounds);
        return arabic_letters("دين", sounds);
    }
    arabic_letters(token, sounds);
}

/// The article is `L` at the head of a word; inside one, the `l` is silent before a sun letter.
fn hear_article(first: bool, rest: &str, sounds: &mut Vec<u8>) {
    if first {
        sounds.push(b'L');
    } else if !starts_sun(rest) {
        sounds.push(b'l');
    }
}

fn arabic_letters(word: &str, sounds: &mut Vec<u8>) {
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let last = letters.peek().is_none();
        let long = sounds.last() == Some(&b'A');
        sounds.push(match letter {
            'ا' => b'A',
            'ه' if last && long => b'E',
            'ه' if last => b'A',
            'ب' | 'پ' => b'b',
            'ت' | 'ط' => b't',
            'ث' => b'T',
            'ج' | 'چ' => b'j',
            'ح' | 'ه' => b'h',
            'خ' => b'x',
            'د' | 'ض' => b'd',
            'ذ' => b'D',
            'ظ' => b'Z',
            'ر' => b'r',
            'ز' => b'z',
            'س' | 'ص' => b's',
            'ش' => b'c',
            'ع' => b'o',
            'غ' => b'q',
            'ف' => b'f',
            'ق' | 'ك' => b'k',
            'ڨ' | 'ڤ' | 'گ' | 'ڭ' => b'g',
            'ل' => b'l',
            'م' => b'm',
            'ن' => b'n',
            'و' => b'w',
            'ي' if last => b'Y',
            'ي' => b'y',
            _ => continue,
        });
    }
}

fn hear_latin_token(token: &str, next: &str, first: bool, sounds: &mut Vec<u8>) {
    if is_article(token, next) {
        return hear_article(first, next, sounds);
    }
    let bytes = token.as_bytes();
    if let Some(rest) = servant(token) {
        latin_letters(b"abd", sounds);
        if !starts_sun(if rest.is_empty() { next } else { rest }) {
            sounds.push(b'l');
        }
        return latin_letters(rest.as_bytes(), sounds);
    }
    let stuck = (token.starts_with("el") || token.starts_with("al"))
        && bytes.len() >= 5
        && !is_vowel(bytes[2])
        && bytes[2] != b'l';
    if stuck {
        hear_article(first, &token[2..], sounds);
        return latin_letters(&bytes[2..], sounds);
    }
    latin_letters(in_full(token).as_bytes(), sounds);
}

/// The abbreviations of Mohamed on Algerian papers, written out.
fn in_full(token: &str) -> &str {
    match token {
        "med" | "mohd" | "mhd" => "mohamed",
        other => other,
    }
}

/// What follows `Abdel` in `Abdelkader`, `Abdulrahman`, `Abdel`.
fn servant(token: &str) -> Option<&str> {
    ["abdel", "abdul", "abdal", "abdol"].iter().find_map(|head| token.strip_prefix(head))
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w')
}

fn latin_letters(word: &[u8], sounds: &mut Vec<u8>) {
    let mut rest = word;
    while let Some((&letter, tail)) = rest.split_first() {
        let after_vowel = word.len() > rest.len() && is_vowel(word[word.len() - rest.len() - 1]);
        let (sound, read): (&[u8], usize) = match rest {
            [b'c', b'h', ..] => (b"c", 2),
            [b's', b'c', b'h', ..] => (b"c", 3),
            [b's', b'h', ..] => (b"S", 2),
            [b't', b'h', ..] => (b"T", 2),
            [b'd', b'h', ..] => (b"D", 2),
            [b'k', b'h', ..] => (b"x", 2),
            [b'g', b'h', ..] => (b"q", 2),
            [b'p', b'h', ..] => (b"f", 2),
            [b'd', b'j', ..] => (b"j", 2),
            [b'd', b'd', b'j', ..] => (b"j", 3),
            [b'c', b'k', ..] => (b"k", 2),
            [b'q', b'u', b'e' | b'i', ..] => (b"k", 2),
            [b'g', b'u', b'e' | b'i', ..] => (b"g", 2),
            [b'o' | b'u', b'u' | b'o', ..] => (b"u", 2),
            [b'e', b'e', ..] => (b"i", 2),
            [b'g', b'e' | b'i' | b'y', ..] => (b"G", 1),
            [b'c', b'e' | b'i' | b'y', ..] => (b"s", 1),
            [b'c', b'a' | b'o' | b'u', ..] => (b"Q", 1),
            [b's', next, ..] if after_vowel && is_vowel(*next) => (b"V", 1),
            [b'x', ..] => (b"ks", 1),
            [b'e'] if word.len() > 3 => (b"", 1),
            [b'h'] => (b"H", 1),
            _ => (latin_letter(letter), 1),
        };
        sounds.extend_from_slice(sound);
        rest = &tail[read - 1..];
    }
}

fn latin_letter(letter: u8) -> &'static [u8] {
    match letter {
        b'a' => b"a",
        b'b' | b'p' => b"b",
        b'c' | b'k' | b'q' => b"k",
        b'd' => b"d",
        b'e' => b"e",
        b'f' | b'v' => b"f",
        b'g' => b"g",
        b'h' => b"h",
        b'i' => b"i",
        b'j' => b"j",
        b'l' => b"l",
        b'm' => b"m",
        b'n' => b"n",
        b'o' | b'u' => b"u",
        b'r' => b"r",
        b's' => b"s",
        b't' => b"t",
        b'w' => b"w",
        b'y' => b"y",
        b'z' => b"z",
        _ => b"",
    }
}
