//! How far two heard words are from each other: a weighted edit distance of their sounds.

use crate::spoken::Spoken;

/// How alike two words sound.
pub(crate) struct Likeness {
    /// The whole words, 0 to 1.
    pub whole: f64,
    /// The first word against the best beginning of the second, 0 to 1.
    pub start: f64,
}

/// Aligns two words. Short vowels are nearly free between scripts, because Arabic does not write them.
pub(crate) fn likeness(heard: &Spoken, recorded: &Spoken) -> Likeness {
    let gap = Gap { latin_only: !heard.arabic && !recorded.arabic };
    let (a, b) = (&heard.sounds, &recorded.sounds);
    let mut row: Vec<f64> = vec![0.0];
    for &sound in b {
        row.push(row[row.len() - 1] + gap.cost(sound));
    }
    for &left in a {
        let mut next = vec![row[0] + gap.cost(left)];
        for (at, &right) in b.iter().enumerate() {
            let replaced = row[at] + swap(left, right);
            let dropped = row[at + 1] + gap.cost(left);
            let added = next[at] + gap.cost(right);
            next.push(replaced.min(dropped).min(added));
        }
        row = next;
    }
    let size = weight(a).max(weight(b)).max(1.0);
    let best_start = row.iter().copied().fold(f64::INFINITY, f64::min);
    Likeness {
        whole: (1.0 - row[b.len()] / size).clamp(0.0, 1.0),
        start: (1.0 - best_start / weight(a).max(1.0)).clamp(0.0, 1.0),
    }
}

fn weight(sounds: &[u8]) -> f64 {
    sounds.iter().map(|sound| if is_vowel(*sound) { 0.4 } else { 1.0 }).sum()
}

fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'u' | b'A' | b'o' | b'w' | b'y' | b'H' | b'E' | b'L' | b'Y')
}

struct Gap {
    latin_only: bool,
}

impl Gap {
    /// The cost of a sound that the other word lacks.
    fn cost(&self, sound: u8) -> f64 {
        match sound {
            b'a' | b'e' => {
                if self.latin_only {
                    0.25
                } else {
                    0.12
                }
            }
            b'i' | b'u' => {
                if self.latin_only {
                    0.35
                } else {
                    0.28
                }
            }
            b'o' | b'H' | b'E' => 0.15,
            b'L' => 0.2,
            b'A' => 0.3,
            b'w' | b'y' | b'Y' => 0.45,
            b'h' => 0.6,
            _ => 1.0,
        }
    }
}

/// The cost of one sound written for another.
fn swap(left: u8, right: u8) -> f64 {
    if left == right {
        return 0.0;
    }
    let pair = (left.min(right), left.max(right));
    match pair {
        (b'A', b'a') => 0.0,
        (b'A', b'e') | (b'u', b'w') => 0.05,
        (b'i', b'y') => 0.02,
        (b'a' | b'e', b'o') | (b'A', b'o') => 0.04,
        (b'i' | b'u', b'o') | (b'o', b'u') => 0.1,
        (b'a', b'e') | (b'e', b'y') | (b'A' | b'H', b'H' | b'a' | b'e') => 0.1,
        (b'H', b'h') => 0.0,
        (b'e', b'i') => 0.15,
        (b'A', b'i' | b'u') => 0.3,
        (b'a' | b'e', b'i' | b'u') => 0.32,
        (b'i', b'u') => 0.4,
        (b'A', b'w' | b'y') | (b'w', b'y') => 0.5,
        (b'a' | b'e' | b'i', b'w') | (b'a' | b'u', b'y') => 0.5,
        (b'E', b't') | (b'A', b'E') | (b'V', b's') => 0.0,
        (b'E', b'H' | b'a' | b'h') | (b'V', b'z') => 0.1,
        (b'Y', b'i' | b'y') => 0.02,
        (b'A' | b'E', b'Y') | (b'Y', b'a' | b'e') => 0.15,
        (b'L', b'l') => 0.05,
        (b'T', b't') | (b'D', b'd') => 0.05,
        (b'Z', b'd') | (b'Z', b'z') | (b'D', b'Z') => 0.08,
        (b'D', b'z') => 0.3,
        (b'S', b'c') => 0.0,
        (b'Q', b'k') | (b'Q', b's') | (b'G', b'g') => 0.1,
        (b'G', b'j') | (b'G', b'k') | (b'g', b'k') => 0.15,
        (b'S', b's') | (b's', b'z') => 0.4,
        (b'g', b'q') | (b'k', b'q') => 0.4,
        (b'g', b'j') => 0.45,
        (b'k', b'x') | (b'h', b'x') | (b'q', b'r') | (b'q', b'x') => 0.5,
        (b'd', b't') | (b'T', b's') | (b'D' | b'T', b'd' | b't') => 0.5,
        (b'c', b'j') | (b'c', b's') | (b'm', b'n') | (b'j', b'y') | (b'h', b'o') => 0.6,
        (l, r) if is_vowel(l) && is_vowel(r) => 0.4,
        _ => 1.0,
    }
}
