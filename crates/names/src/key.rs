//! Phonetic keys: what an index on names holds, the same for both scripts.
//!
//! A key is the skeleton of consonants, in small ASCII letters. The rules, tuned to Algerian spellings:
//! 1. Vowels, long or short, `و`, `ي`, `ع` and hamza are dropped; a word that begins with one of them begins with `a`.
//! 2. Letters that Algerian spellings exchange share a class: ق ك k q g, ت ط ث t th, د ض ذ d dh, س ص s ç, ح ه h, ف f v, ب b p.
//!    Kept apart: خ kh is `x`, غ gh is `q`, ش ch sh is `c`, ج dj j is `j`, ز is `z`.
//! 3. A doubled consonant counts once; a final `h`, `ه`, `ح`, `ة` is dropped.
//! 4. Particles join their name: `Ben Ali` and `Benali` are `bnl`; the `l` of `Abd el`, `عبد ال` is silent before a sun letter.
//! 5. What spelling leaves open gives further keys (at most six a word): the article (`El Hadi`, `Lhadi`, `الهادي`), an initial
//!    vowel (`Brahim`, `Ibrahim`), `th` and ث as t, t-h (`Fethi`) or s, `sh` as ch or s-h (`Ishak`), `c` before a, o, u as k or s
//!    (`Faycal`), `g` before e and i as g or j, ظ as d or z, gh and غ as k (`Zeghar`, زقار).
//! 6. What a speaker or a clerk drops gives one or two more: the servant of `Abdelhamid`, called Hamid; an `h` that French does
//!    not hear (`Benamadi`, بن حمادي).
//! 7. Classes that are taken for one another (غ for ق, خ for ح, letters that differ by a dot) are no keys: the query looks them
//!    up last, one exchanged at a time, so that the index does not grow.

use crate::{
    person::PersonName,
    spoken::{self, Spoken},
};

/// No word gives more keys than this.
const MOST: usize = 6;
/// Pairs of keys looked up at most, so that keys of single words have their turn.
const PAIRS: usize = 8;
/// The letters of the shortest key that is made by dropping some.
const FEWEST: usize = 2;

/// The keys of a word, the main one first.
///
/// ```
/// assert_eq!(names::keys("Khelifa")[0], names::keys("خليفة")[0]);
/// ```
pub fn keys(word: &str) -> Vec<String> {
    let words = spoken::words(word);
    let mut found = Vec::new();
    words.iter().flat_map(word_keys).for_each(|key| add(&mut found, key));
    found
}

/// The distinct keys to store for a client, for a search by prefix.
///
/// Each word of the name gives its keys; each ordered pair of words of one script gives one key made of both, a space
/// between (`mhmd bnl` and `bnl mhmd`), so that a query of two words reads few rows.
pub fn index_keys(name: &PersonName) -> Vec<String> {
    let mut found = Vec::new();
    name.texts().flat_map(|text| stored_keys(&text)).for_each(|key| add(&mut found, key));
    found
}

/// The keys to store for a name written in one script.
pub(crate) fn stored_keys(text: &str) -> Vec<String> {
    let words: Vec<Vec<String>> = spoken::words(text).iter().map(word_keys).filter(|keys| !keys.is_empty()).collect();
    let mut found = Vec::new();
    words.iter().flatten().for_each(|key| add(&mut found, key.clone()));
    for (at, first) in words.iter().enumerate() {
        for second in words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, keys)| keys) {
            add(&mut found, format!("{} {}", first[0], second[0]));
        }
    }
    found
}

/// The keys to look for, most selective first: a stored key that *starts with* one of them makes a candidate.
///
/// The caller goes down the list and stops when it holds enough candidates (some hundreds), keys equal to the one asked
/// first. A query of several words gives the keys of its pairs, then of its words by turns, longest first; then come keys
/// shortened by a letter, for a name whose end was misheard, and keys with one letter exchanged for one that sounds or looks alike. Empty when the text holds no letter.
pub fn query_keys(query: &str) -> Vec<String> {
    let heard = spoken::words(query);
    let words: Vec<Vec<String>> = heard.iter().map(word_keys).collect();
    let mut found = Vec::new();
    if let Some(key) = words.last().zip(heard.last()).and_then(|(keys, word)| unfinished(word, keys)) {
        add(&mut found, key);
    }
    let mut pairs = pairs(&words);
    pairs.truncate(PAIRS);
    let mut single: Vec<&Vec<String>> = words.iter().collect();
    single.sort_by_key(|keys| std::cmp::Reverse(keys.first().map_or(0, String::len)));
    let most = single.iter().map(|keys| keys.len()).max().unwrap_or(0);
    let by_turns = (0..most).flat_map(|turn| single.iter().filter_map(move |keys| keys.get(turn)));
    let main: Vec<&String> = single.iter().filter_map(|keys| keys.first()).collect();
    let shortened = main.iter().filter(|key| key.len() >= 3).map(|key| key[..key.len() - 1].to_owned());
    pairs
        .into_iter()
        .chain(by_turns.cloned())
        .chain(shortened)
        .chain(main.iter().flat_map(|key| confused(key)))
        .for_each(|key| add(&mut found, key));
    found
}

/// The keys of each word with the next: those of the main keys first, then the likelier readings.
fn pairs(words: &[Vec<String>]) -> Vec<String> {
    let mut ranked: Vec<(usize, String)> = Vec::new();
    for pair in words.windows(2) {
        for (one, first) in pair[0].iter().enumerate() {
            for (other, second) in pair[1].iter().enumerate() {
                ranked.push((one + other, format!("{first} {second}")));
            }
        }
    }
    ranked.sort_by_key(|(rank, key)| (*rank, std::cmp::Reverse(key.len())));
    ranked.into_iter().map(|(_, key)| key).collect()
}

/// The key of a beginning such as `moh`, `مه`, whose `h` is dropped from a whole word but not from one that goes on; nothing
/// when enough is left without it.
fn unfinished(word: &Spoken, keys: &[String]) -> Option<String> {
    let main = keys.first().filter(|key| key.len() < FEWEST)?;
    word.folded.ends_with(['h', 'ه']).then(|| format!("{main}h"))
}

/// Classes that are heard or read for one another: غ said as ق, خ as ح, Egyptian and Berber letters; or letters that differ by
/// their dots only, which a clerk leaves out.
const CONFUSED: [(char, char); 12] = [
    ('k', 'q'),
    ('h', 'x'),
    ('k', 'x'),
    ('r', 'z'),
    ('c', 's'),
    ('s', 'z'),
    ('d', 't'),
    ('d', 'z'),
    ('m', 'n'),
    ('c', 'k'),
    ('j', 'a'),
    ('q', 'r'),
];

/// A key with one class exchanged, then with one left out inside.
fn confused(key: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, letter) in key.char_indices() {
        for (one, other) in CONFUSED {
            let heard = match letter {
                letter if letter == one => other,
                letter if letter == other => one,
                _ => continue,
            };
            found.push(format!("{}{heard}{}", &key[..at], &key[at + 1..]));
        }
    }
    if key.len() > FEWEST {
        found.extend((1..key.len() - 1).map(|at| format!("{}{}", &key[..at], &key[at + 1..])));
    }
    found
}

/// The keys of one word, the main one first; then those of what may be dropped from it, see [`dropped`].
pub(crate) fn word_keys(word: &Spoken) -> Vec<String> {
    let mut found = keys_of(&word.sounds);
    found.truncate(MOST);
    for key in dropped(&word.sounds) {
        add(&mut found, key);
    }
    found
}

fn keys_of(sounds: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for (head, sounds) in heads(sounds) {
        for skeleton in skeletons(sounds) {
            add(&mut found, format!("{head}{skeleton}"));
        }
    }
    found
}

/// The keys of a name that lost a part: the servant of `Abdelhamid`, called Hamid; the `h` that French does not hear
/// (`Benamadi` for بن حمادي, `Redjehimi` for رجيمي).
fn dropped(sounds: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(master) = master(sounds) {
        found.extend(keys_of(master).into_iter().take(2));
    }
    let silent: Vec<u8> = sounds.iter().copied().filter(|sound| *sound != b'h').collect();
    if silent.len() < sounds.len() {
        found.extend(keys_of(&silent).into_iter().next().filter(|key| key.len() >= FEWEST));
    }
    found
}

/// What follows `Abd el`, `عبد ال` in the name of a servant of God.
fn master(sounds: &[u8]) -> Option<&[u8]> {
    let [b'a' | b'o' | b'A', b'b', b'd', rest @ ..] = sounds else { return None };
    let rest = match rest {
        [b'a' | b'e' | b'u', rest @ ..] => rest,
        rest => rest,
    };
    let rest = match rest {
        [b'l', rest @ ..] => rest,
        rest => rest,
    };
    (rest.iter().filter(|sound| !is_open(**sound)).count() >= 2).then_some(rest)
}

fn add(found: &mut Vec<String>, key: String) {
    if !key.is_empty() && !found.contains(&key) {
        found.push(key);
    }
}

/// The ways to read the beginning of a word: with or without its article or first vowel.
fn heads(sounds: &[u8]) -> Vec<(&'static str, &[u8])> {
    let Some((&first, rest)) = sounds.split_first() else {
        return Vec::new();
    };
    let head = |sounds: &[u8]| {
        if sounds.first().is_some_and(|next| is_open(*next)) { "a" } else { "" }
    };
    let rest_head = head(rest);
    match first {
        b'L' => vec![(rest_head, rest), ("l", rest), ("al", rest)],
        b'l' if rest.len() > 2 => vec![("", sounds), (rest_head, rest), ("", rest)],
        b'a' | b'e' if rest.len() > 3 && rest[0] == b'l' => {
            vec![("a", sounds), ("", sounds), (head(&rest[1..]), &rest[1..])]
        }
        b'a' | b'e' | b'i' | b'u' | b'A' => vec![("a", sounds), ("", sounds)],
        open if is_open(open) => vec![("a", sounds)],
        _ if rest.first().is_some_and(|next| !is_open(*next)) => vec![("", sounds), ("a", sounds)],
        _ => vec![("", sounds)],
    }
}

fn is_open(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'u' | b'A' | b'o' | b'w' | b'y' | b'Y')
}

fn skeletons(sounds: &[u8]) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut at = 0;
    while at < sounds.len() {
        let (readings, read) = readings(&sounds[at..]);
        let mut grown: Vec<String> = Vec::new();
        for reading in readings {
            for start in &found {
                let mut key = start.clone();
                for letter in reading.chars().filter(|letter| !start.ends_with(*letter)) {
                    key.push(letter);
                }
                add_any(&mut grown, key);
            }
        }
        found = grown;
        at += read;
    }
    for key in &mut found {
        let kept = key.trim_end_matches('h').len();
        key.truncate(kept.max(1));
    }
    found.truncate(MOST);
    found
}

fn add_any(found: &mut Vec<String>, key: String) {
    if found.len() < MOST && !found.contains(&key) {
        found.push(key);
    }
}

/// The classes that the next sound may stand for, the likeliest first, and how many sounds were read.
fn readings(sounds: &[u8]) -> (&'static [&'static str], usize) {
    match sounds {
        [b't', b'h', ..] => (&["th", "t"], 2),
        [b's', b'h', ..] => (&["sh", "c"], 2),
        [b'd', b'h', ..] => (&["dh", "d"], 2),
        [b'd', b'j', ..] => (&["dj", "j"], 2),
        [b't', b'c', ..] => (&["tc", "c"], 2),
        [b'E', ..] => (&["t", ""], 1),
        [b'V', ..] => (&["s", "z"], 1),
        [b'T', ..] => (&["t", "th", "s"], 1),
        [b'S', ..] => (&["c", "sh"], 1),
        [b'D', ..] => (&["d", "dh"], 1),
        [b'Z', ..] => (&["d", "z"], 1),
        [b'Q', ..] => (&["k", "s"], 1),
        [b'G', ..] => (&["k", "j", "q"], 1),
        [b'g', ..] => (&["k", "q", "j"], 1),
        [b't', ..] => (&["t"], 1),
        [b'd', ..] => (&["d"], 1),
        [b's', ..] => (&["s"], 1),
        [b'b', ..] => (&["b"], 1),
        [b'c', ..] => (&["c"], 1),
        [b'f', ..] => (&["f"], 1),
        [b'h', ..] => (&["h"], 1),
        [b'j', ..] => (&["j"], 1),
        [b'k', ..] => (&["k"], 1),
        [b'l', ..] => (&["l"], 1),
        [b'm', ..] => (&["m"], 1),
        [b'n', ..] => (&["n"], 1),
        [b'q', ..] => (&["q", "k"], 1),
        [b'r', ..] => (&["r"], 1),
        [b'x', ..] => (&["x", "k"], 1),
        [b'z', ..] => (&["z"], 1),
        _ => (&[""], 1),
    }
}
