//! The times between keys, as the page took them: what they say of speed and regularity, and when they cannot be true.
//!
//! The page sends one word for each key, in order: `180` for a character 180 ms after the key before it, `b180` for a
//! deletion, `m5` for five characters that came at once without keys, `p` for a paste that was refused, `r` when the page
//! was opened again. They come from the person's own computer, so they are read with care: they propose a measure or give
//! none, and what is impossible is told to whoever reads the result.

use serde::{Deserialize, Serialize};

/// The most that is read of the times, in bytes.
pub const LONGEST: usize = 24_000;

/// An interval longer than this, in milliseconds, is a pause to listen or to read: it counts in no speed. The person's
/// time factor multiplies it.
const PAUSE: f64 = 3_000.0;

/// The longest interval that can be written, in milliseconds.
const HOURS: u32 = 6 * 3_600_000;

/// The fewest intervals that make a speed or a regularity.
const FEWEST: usize = 20;

/// The quickest median interval of ten fingers, in milliseconds; the fastest typists reach about 50.
const QUICKEST: u32 = 25;

/// What the clocks of page and server may differ by, in milliseconds.
const SLACK: i64 = 5_000;

/// What the reader of a result should know of how it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The page took no times: it ran without its script.
    NoTimes,
    /// So many pastes were refused.
    Pasted(u32),
    /// So many characters came without a key.
    WithoutKeys(u32),
    /// The page was opened again so many times during the try.
    Resumed(u32),
    /// The times are impossible: unreadable, too fast for fingers, or longer than the try.
    Impossible,
}

/// The times of one try.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    /// Milliseconds before each character, pauses and starts left out.
    intervals: Vec<u32>,
    /// Milliseconds of deletions between them.
    deleting: u64,
    /// The sum of everything, pauses too.
    total: u64,
    /// Characters typed, corrected ones too.
    strokes: u32,
    /// Deletions.
    corrections: u32,
    pauses: u32,
    pastes: u32,
    without_keys: u32,
    resumed: u32,
}

/// What the times say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rhythm {
    /// Characters typed, corrected ones too.
    pub strokes: u32,
    /// Deletions.
    pub corrections: u32,
    /// Pauses to listen or to read.
    pub pauses: u32,
    /// Seconds of typing, pauses left out.
    pub seconds: f64,
    /// Strokes per minute.
    pub speed: Option<f64>,
    /// 1 − σ ÷ mean of √(1 ÷ interval), from 0 to 1.
    pub regularity: Option<f64>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// Where the times stand against: the text that was sent, and the server’s own clock.
#[derive(Debug, Clone, Copy)]
pub struct Against {
    /// The characters of the text as it was sent, or its cells on six keys.
    pub made: usize,
    /// How long the try lasted for the server, in milliseconds.
    pub lasted: i64,
    /// The person's time factor.
    pub factor: f64,
}

impl Times {
    /// Reads the words of the page; nothing when they are none of its own.
    fn read(words: &str, factor: f64) -> Option<Self> {
        if words.len() > LONGEST {
            return None;
        }
        let (mut times, mut fresh) = (Self::default(), true);
        let pause = PAUSE * factor;
        for word in words.split_ascii_whitespace() {
            let number = |digits: &str| digits.parse::<u32>().ok().filter(|ms| *ms <= HOURS);
            match word.as_bytes().first()? {
                b'p' if word == "p" => times.pastes += 1,
                b'r' if word == "r" => {
                    times.resumed += 1;
                    fresh = true;
                }
                b'm' => {
                    times.without_keys = times.without_keys.saturating_add(number(&word[1..])?);
                    fresh = true;
                }
                b'b' => {
                    let ms = number(&word[1..])?;
                    times.total += u64::from(ms);
                    times.corrections += 1;
                    if f64::from(ms) <= pause && !fresh {
                        times.deleting += u64::from(ms);
                    }
                }
                _ => {
                    let ms = number(word)?;
                    times.total += u64::from(ms);
                    times.strokes += 1;
                    if f64::from(ms) > pause {
                        times.pauses += 1;
                    } else if !fresh {
                        times.intervals.push(ms);
                    }
                    fresh = false;
                }
            }
        }
        Some(times)
    }

    /// True when no fingers and no clock could have given these times.
    fn is_impossible(&self, against: Against) -> bool {
        let mut sorted = self.intervals.clone();
        sorted.sort_unstable();
        let too_fast = sorted.len() >= FEWEST && sorted.get(sorted.len() / 2).is_some_and(|median| *median < QUICKEST);
        let too_long = i64::try_from(self.total).map_or(true, |total| total > against.lasted.saturating_add(SLACK));
        too_fast || too_long
    }

    /// Milliseconds of typing, pauses left out.
    fn active(&self) -> f64 {
        let typing: u64 = self.intervals.iter().map(|ms| u64::from(*ms)).sum();
        // A try lasts hours at most: far inside what the type holds exactly.
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of a try")]
        let ms = (typing + self.deleting) as f64;
        ms
    }
}

/// What the words of the page say of a try.
#[must_use]
pub fn rhythm(words: &str, against: Against) -> Rhythm {
    let Some(times) = Times::read(words, against.factor) else {
        return Rhythm { notes: vec![Note::Impossible], ..Rhythm::default() };
    };
    let mut notes = Vec::new();
    if times.strokes == 0 {
        notes.push(Note::NoTimes);
    }
    if times.pastes > 0 {
        notes.push(Note::Pasted(times.pastes));
    }
    // What stands in the text and no key gave; a few may be lost when a page closes.
    let made = u32::try_from(against.made).unwrap_or(u32::MAX);
    let unheard = made.saturating_sub(times.strokes);
    let without = times.without_keys.max(if unheard > 2 + made / 50 { unheard } else { 0 });
    if times.strokes > 0 && without > 0 {
        notes.push(Note::WithoutKeys(without));
    }
    if times.resumed > 0 {
        notes.push(Note::Resumed(times.resumed));
    }
    let impossible = times.is_impossible(against);
    if impossible {
        notes.push(Note::Impossible);
    }
    let enough = !impossible && times.intervals.len() >= FEWEST && times.active() > 0.0;
    Rhythm {
        strokes: times.strokes,
        corrections: times.corrections,
        pauses: times.pauses,
        seconds: times.active() / 1000.0,
        speed: enough.then(|| count(times.intervals.len()) * 60_000.0 / times.active()),
        regularity: enough.then(|| regularity(&times.intervals)),
        notes,
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// Klavaro's fluidity, from 0 to 1: of √(1 ÷ interval), 1 − standard deviation ÷ mean.
fn regularity(intervals: &[u32]) -> f64 {
    let paces: Vec<f64> = intervals.iter().map(|ms| (1.0 / f64::from((*ms).max(1))).sqrt()).collect();
    let n = count(paces.len());
    let mean = paces.iter().sum::<f64>() / n;
    let variance = paces.iter().map(|pace| (pace - mean).powi(2)).sum::<f64>() / n;
    (1.0 - variance.sqrt() / mean).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn against(made: usize) -> Against {
        Against { made, lasted: 600_000, factor: 1.0 }
    }

    fn words(interval: u32, n: usize) -> String {
        std::iter::once("0".to_owned()).chain((1..n).map(|_| interval.to_string())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_even_hand_has_its_speed_and_a_full_regularity() {
        let found = rhythm(&words(200, 61), against(61));
        assert_eq!((found.strokes, found.speed, found.notes), (61, Some(300.0), vec![]));
        assert!((found.regularity.unwrap() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn an_uneven_hand_has_less_than_an_even_one() {
        let uneven: Vec<_> = (0..60).map(|n| if n % 2 == 0 { "100" } else { "400" }).collect();
        let found = rhythm(&format!("0 {}", uneven.join(" ")), against(61));
        // √(1/100) = 0.1 and √(1/400) = 0.05: mean 0.075, σ 0.025.
        assert!((found.regularity.unwrap() - (1.0 - 0.025 / 0.075)).abs() < 1e-9);
        assert_eq!(found.speed, Some(240.0));
    }

    #[test]
    fn listening_is_no_slowness_and_deletions_cost_their_time() {
        let plain = rhythm(&words(200, 61), against(61)).speed;
        let listened = rhythm(&format!("{} 9000", words(200, 61)), against(62));
        assert_eq!((listened.speed, listened.pauses), (plain, 1));
        let corrected = rhythm(&format!("{} b200 b200", words(200, 61)), against(59));
        assert_eq!(corrected.corrections, 2);
        assert!(corrected.speed < plain);
        // With twice the time, what was a pause is time to read.
        let slow = Against { factor: 2.0, ..against(61) };
        assert!(rhythm(&words(4_000, 61), against(61)).speed.is_none());
        assert_eq!(rhythm(&words(4_000, 61), slow).speed, Some(15.0));
    }

    #[test]
    fn times_that_cannot_be_true_give_no_speed_and_are_told() {
        let too_fast = rhythm(&words(3, 200), against(200));
        let too_long = rhythm(&words(2_900, 400), against(400));
        for found in [too_fast, too_long] {
            assert_eq!((found.speed, found.regularity, found.notes), (None, None, vec![Note::Impossible]));
        }
        for forged in ["-5 3", "1e9", "0 99999999999", "b", "mm", "0 <script>", "p1", &"1 ".repeat(LONGEST)] {
            assert_eq!(rhythm(forged, against(5)).notes, [Note::Impossible], "{forged}");
        }
    }

    #[test]
    fn text_without_keys_pastes_and_a_second_opening_are_told() {
        assert_eq!(rhythm("", against(40)).notes, [Note::NoTimes]);
        let found = rhythm(&format!("{} p p r 0", words(200, 30)), against(90));
        assert_eq!(found.notes, [Note::Pasted(2), Note::WithoutKeys(59), Note::Resumed(1)]);
        assert_eq!(rhythm(&format!("{} m12", words(200, 30)), against(42)).notes, [Note::WithoutKeys(12)]);
    }

    #[test]
    fn a_few_keys_make_no_speed() {
        let found = rhythm(&words(200, 10), against(10));
        assert_eq!((found.strokes, found.speed, found.regularity), (10, None, None));
    }
}
