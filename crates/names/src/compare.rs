//! How far two written words are apart.
//!
//! Writing an Arabic name in Latin letters goes through it from head to end: between two letters a vowel that Arabic does not
//! write may be heard, then the letter itself is written, in one of its ways (`ou`, `o`, `w` for و) or not at all. The cost of the
//! cheapest way through is minus the logarithm of how likely the spelling is. To find the Arabic from the Latin, the likelihood
//! of the spelling for that name is compared with how usual the spelling is at all.

use crate::{
    costs::{COSTS, Costs, JOINED, NONE, UNKNOWN},
    written::{LONGEST, Written},
};

// What has no rule was chosen on the list of `examples/recall.rs`, and is better on either half of it.

/// A letter that no rule explains.
const STRANGE: u16 = 70;
/// An Arabic letter that is not written, or a single Latin letter for it, without a rule.
const ODD: u16 = 76;
/// A Latin letter for another, and one more or less, between two Latin spellings, without a rule.
const OTHER_LETTER: u16 = 76;
const MORE_LETTERS: u16 = 70;
/// A vowel that no rule puts there.
const ODD_VOWEL: u16 = 65;
/// One vowel for another, or one more or less, between two Latin spellings, without a rule.
const OTHER_VOWEL: u16 = 64;
/// What one letter of an Arabic name costs on average, to bring both ways to one measure.
const ARABIC_LETTER: f32 = 26.0;
/// The same for a Latin letter heard, counted in letters of the Arabic name it stands for.
const HEARD_LETTER: f32 = 18.0;
/// How much an unusual Latin spelling that fits says more than a usual one. 1 would be the share itself, if the letters of a name
/// were independent of each other but for their neighbours; they are not.
const SURPRISE: f32 = 0.7;
/// Below this likeness two words have little in common.
const FAINT: f64 = 0.62;
/// How much the commoner written form is preferred among records that fit alike.
const COMMONER_ARABIC: f32 = 0.05;
const COMMONER_LATIN: f32 = 0.1;

/// How alike two words are written.
pub(crate) struct Alike {
    /// The whole words, 0 to 1.
    pub whole: f64,
    /// The first word against the best beginning of the second, 0 to 1.
    pub start: f64,
}

/// How alike two words are, of which one at least is Latin; nothing when both are Arabic.
pub(crate) fn alike(heard: &Written, recorded: &Written) -> Option<Alike> {
    let costs = &*COSTS;
    let size = heard.long as f32 + 1.0;
    let (whole, start) = match (heard.arabic, recorded.arabic) {
        (true, true) => return None,
        (false, true) => {
            let (whole, start) = across(recorded, heard, false, costs);
            let commoner = COMMONER_ARABIC * (f32::from(recorded.usual) - HEARD_LETTER * size);
            (f32::from(whole) + commoner, f32::from(start))
        }
        (true, false) => {
            let (whole, start) = across(heard, recorded, true, costs);
            let surprise = SURPRISE * (heard.long as f32 * ARABIC_LETTER - f32::from(recorded.usual));
            (f32::from(whole) + surprise, f32::from(start))
        }
        (false, false) => {
            let (whole, start) = within(recorded, heard, costs);
            let commoner = COMMONER_LATIN * (f32::from(recorded.usual) - f32::from(heard.usual));
            (f32::from(whole) + commoner, f32::from(start))
        }
    };
    Some(Alike { whole: likeness(whole, size), start: likeness(start, size) })
}

/// From a cost in tenths of a nat and a number of letters to a likeness. What costs nothing at all is never reached, so that
/// likenesses near the top stay apart; below [`FAINT`] they fall fast, so that a strange word weighs on a name of several.
fn likeness(cost: f32, size: f32) -> f64 {
    let straight = 1.0 - 0.013 * f64::from(cost) / f64::from(size);
    if straight > 0.9 {
        0.9 + 0.09 * (1.0 - (-(straight - 0.9) / 0.09).exp())
    } else if straight > FAINT {
        straight
    } else {
        (FAINT - 3.0 * (FAINT - straight)).max(0.0)
    }
}

type Line = [u16; LONGEST + 1];

/// The cost of a Latin spelling for an Arabic name: whole, and up to the best beginning of the recorded one.
fn across(arabic: &Written, latin: &Written, latin_recorded: bool, costs: &Costs) -> (u16, u16) {
    let (n, m) = (arabic.long, latin.long);
    let mut line: Line = [NONE; LONGEST + 1];
    line[0] = 0;
    let mut start = NONE;
    for at in 0..=n {
        line = vowels(&line, arabic, at, latin, costs);
        if !latin_recorded {
            start = start.min(line[m]);
        }
        if at < n {
            line = letter(&line, arabic, at, latin, costs);
        }
    }
    if latin_recorded {
        start = line[..=m].iter().copied().fold(NONE, u16::min);
    }
    (line[m], start)
}

/// What may be heard before the letter at `at`.
fn vowels(line: &Line, arabic: &Written, at: usize, latin: &Written, costs: &Costs) -> Line {
    let m = latin.long;
    let (before, after) = (arabic.before[at], arabic.after[at]);
    let mut next: Line = [NONE; LONGEST + 1];
    let none = costs.vowel(before, after, 0);
    for from in 0..=m {
        let so_far = line[from];
        if so_far < NONE {
            next[from] = next[from].min(so_far + none);
            for joined in 1..=2.min(m - from) {
                let number = latin.as_vowels[from][joined - 1];
                if number != UNKNOWN {
                    let cost = costs.vowel(before, after, number).min(ODD_VOWEL);
                    next[from + joined] = next[from + joined].min(so_far + cost);
                }
            }
        }
        if from < m && next[from] < NONE {
            next[from + 1] = next[from + 1].min(next[from] + STRANGE);
        }
    }
    next
}

/// The letter at `at`, in one of its ways.
fn letter(line: &Line, arabic: &Written, at: usize, latin: &Written, costs: &Costs) -> Line {
    let m = latin.long;
    let code = arabic.letters[at];
    let place = place(at, at + 1, arabic.long);
    let mut next: Line = [NONE; LONGEST + 1];
    let silent = costs.letter(code, place, 0).min(ODD);
    for from in 0..=m {
        let so_far = line[from];
        if so_far >= NONE {
            continue;
        }
        next[from] = next[from].min(so_far + silent);
        for joined in 1..=JOINED.min(m - from) {
            let mut cost = costs.letter(code, place, latin.as_letters[from][joined - 1]);
            if joined == 1 {
                cost = cost.min(ODD);
            }
            if cost < NONE {
                next[from + joined] = next[from + joined].min(so_far + cost);
            }
        }
    }
    next
}

/// Head 0, inside 1, end 2.
fn place(from: usize, to: usize, long: usize) -> usize {
    if to == long { 2 } else { usize::from(from > 0) }
}

/// The cost of hearing one Latin spelling for another: whole, and up to the best beginning of the recorded one.
fn within(recorded: &Written, heard: &Written, costs: &Costs) -> (u16, u16) {
    let (n, m) = (recorded.long, heard.long);
    let mut grid = [[NONE; LONGEST + 1]; LONGEST + 1];
    grid[0][0] = 0;
    for at in 0..=n {
        for from in 0..=m {
            let so_far = grid[at][from];
            if so_far >= NONE {
                continue;
            }
            for taken in 0..=JOINED.min(n - at) {
                let own = if taken == 0 { 0 } else { recorded.as_spellings[at][taken - 1] };
                for joined in 0..=JOINED.min(m - from) {
                    let other = if joined == 0 { 0 } else { heard.as_spellings[from][joined - 1] };
                    let place = if at == 0 { 0 } else { place(at, at + taken, n) };
                    let rule =
                        if own == UNKNOWN || other == UNKNOWN { NONE } else { costs.exchange(own, other, place) };
                    let cost = if taken <= 1 && joined <= 1 {
                        rule.min(free(&recorded.letters[at..at + taken], &heard.letters[from..from + joined]))
                    } else {
                        rule
                    };
                    if cost < NONE {
                        let reached = &mut grid[at + taken][from + joined];
                        *reached = (*reached).min(so_far + cost);
                    }
                }
            }
        }
    }
    (grid[n][m], grid.iter().take(n + 1).map(|line| line[m]).fold(NONE, u16::min))
}

/// The cost of a letter for a letter, or for none, without a rule.
fn free(recorded: &[u8], heard: &[u8]) -> u16 {
    let is_vowel = |letter: &u8| matches!(letter + b'a' - 1, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w');
    match (recorded, heard) {
        ([], []) => NONE,
        ([one], [other]) if one == other => 1,
        (one, other) if one.iter().chain(other).all(is_vowel) => OTHER_VOWEL,
        ([_], [_]) => OTHER_LETTER,
        _ => MORE_LETTERS,
    }
}
