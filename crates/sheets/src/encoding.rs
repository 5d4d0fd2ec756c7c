//! Encodings of text files: which one it is, and what speaks against it.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

/// The encodings that files of French and Arabic computers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, low byte first ("Unicode" of Windows).
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// French Windows.
    Windows1252,
    /// Arabic Windows.
    Windows1256,
}

impl Encoding {
    /// Every encoding, in the order of a list of choices.
    pub const ALL: [Encoding; 5] =
        [Encoding::Utf8, Encoding::Windows1252, Encoding::Windows1256, Encoding::Utf16Le, Encoding::Utf16Be];

    /// Its registered name, as it stands in forms, command lines and records.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Windows1256 => "windows-1256",
        }
    }

    /// The encoding of a registered name, in any case.
    pub fn named(name: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name.trim()))
    }

    pub(crate) fn is_wide(self) -> bool {
        matches!(self, Encoding::Utf16Le | Encoding::Utf16Be)
    }

    pub(crate) fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1252 => WINDOWS_1252,
            Encoding::Windows1256 => WINDOWS_1256,
        }
    }

    /// The mark that may stand at the beginning of a file.
    pub(crate) fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => &[0xEF, 0xBB, 0xBF],
            Encoding::Utf16Le => &[0xFF, 0xFE],
            Encoding::Utf16Be => &[0xFE, 0xFF],
            Encoding::Windows1252 | Encoding::Windows1256 => &[],
        }
    }
}

/// Why an encoding may be the wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Some bytes have no letter in it: how many.
    NoLetter(usize),
    /// Many letters are neither French nor Arabic: how many of a hundred letters beyond plain ASCII.
    ForeignLetters(usize),
    /// The text was once read in a wrong encoding and saved like this: `Ã©` for `é`.
    SavedWrong,
}

/// The most likely encoding of these bytes, which begin anywhere in a file.
pub fn guess(bytes: &[u8]) -> Encoding {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        if bytes.starts_with(encoding.mark()) {
            return encoding;
        }
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    let (whole, broken) = sequences(bytes);
    // A file of UTF-8 with some damaged rows stays one: its rows are refused, not all of them misread.
    if broken == 0 || whole > 10 * broken {
        return Encoding::Utf8;
    }
    let words = Words::count(bytes);
    // Arabic Windows has the French small letters where French Windows has them, so only words without any plain letter tell.
    if words.arabic > 0 && words.arabic * 20 >= words.french_only {
        Encoding::Windows1256
    } else {
        Encoding::Windows1252
    }
}

/// UTF-16 without its mark: one byte of each pair is mostly zero.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let pairs = bytes.as_chunks::<2>().0;
    let even = pairs.iter().filter(|pair| pair[0] == 0).count();
    let odd = pairs.iter().filter(|pair| pair[1] == 0).count();
    if pairs.len() < 4 {
        None
    } else if odd * 10 > pairs.len() * 3 && even * 20 < odd {
        Some(Encoding::Utf16Le)
    } else if even * 10 > pairs.len() * 3 && odd * 20 < even {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How many characters of several bytes are whole, and how many bytes are none. A character cut by the end is neither.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    let (mut whole, mut broken) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        let cut = chunks.peek().is_none() && chunk.invalid().len() < 4 && is_cut(chunk.invalid());
        broken += usize::from(!chunk.invalid().is_empty() && !cut);
    }
    (whole, broken)
}

fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// The words of text in one byte a letter, by what they can be.
#[derive(Default)]
struct Words {
    /// Two letters or more, all beyond ASCII and none a French small letter only: `الاسم`, not `éé`.
    arabic: usize,
    /// Plain letters with others that only French Windows has among letters: `NOËL`.
    french_only: usize,
}

impl Words {
    fn count(bytes: &[u8]) -> Self {
        let mut words = Words::default();
        for word in bytes.split(|byte| !(byte.is_ascii_alphabetic() || is_high_letter(*byte))) {
            let plain = word.iter().filter(|byte| byte.is_ascii()).count();
            let arabic = word.iter().filter(|byte| is_arabic_in_1256(**byte)).count();
            if plain == 0 && word.len() > 1 && arabic * 2 > word.len() {
                words.arabic += 1;
            } else if plain > 0 && arabic > 0 {
                words.french_only += 1;
            }
        }
        words
    }
}

fn is_high_letter(byte: u8) -> bool {
    byte >= 0xC0 && !matches!(byte, 0xD7 | 0xF7)
        || matches!(byte, 0x81 | 0x8A | 0x8C | 0x8D | 0x8E | 0x8F | 0x90 | 0x98 | 0x9A | 0x9C | 0x9F | 0xAA)
}

fn is_arabic_in_1256(byte: u8) -> bool {
    matches!(byte, 0xC1..=0xD6 | 0xD8..=0xDF | 0xE1 | 0xE3..=0xE6 | 0xEC | 0xED | 0xF0..=0xF3 | 0xF5 | 0xF6 | 0xF8 | 0xFA)
}

/// What speaks against this encoding in these bytes.
pub fn doubts(bytes: &[u8], encoding: Encoding) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let text = decode_all(bytes, encoding);
    let (mut known, mut foreign, mut none, mut twice) = (0, 0, 0, 0);
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\0'..='\x7F' => {}
            '\u{FFFD}' | '\u{80}'..='\u{9F}' => none += 1,
            _ if is_usual(letter) => known += 1,
            _ if letter.is_alphabetic() => foreign += 1,
            _ => {}
        }
        // The two halves of é, à, ç… and of the Arabic letters, seen through French Windows.
        let halves = (matches!(before, 'Ã' | 'Â') && matches!(letter, '\u{A0}'..='\u{BF}'))
            || (matches!(before, 'Ø' | 'Ù') && !letter.is_ascii() && !is_usual(letter));
        twice += usize::from(halves);
        before = letter;
    }
    // The last character of a sample may be cut.
    if none > 1 {
        doubts.push(Doubt::NoLetter(none));
    }
    if twice > 2 && twice * 4 > known {
        doubts.push(Doubt::SavedWrong);
    } else if foreign > 2 && foreign * 10 > known + foreign {
        doubts.push(Doubt::ForeignLetters(foreign * 100 / (known + foreign)));
    }
    doubts
}

/// Letters beyond ASCII of French, Arabic and the Berber languages written in Latin letters (ɛ, ɣ, ḍ, č, ǧ…).
fn is_usual(letter: char) -> bool {
    "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸñÑɛƐɣƔčČǧǦḍḌḥḤṣṢṭṬẓẒṛṚ".contains(letter)
        || matches!(letter, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The line that shows that these bytes are not what was announced, if any does.
pub(crate) fn contradicted(bytes: &[u8], announced: Encoding, likely: Encoding) -> Option<u64> {
    let either_wide = announced.is_wide() || likely.is_wide();
    if announced == likely || (bytes.is_ascii() && !either_wide) {
        return None;
    }
    let at = match announced {
        _ if either_wide => 0,
        Encoding::Utf8 => std::str::from_utf8(bytes).err().filter(|error| error.error_len().is_some())?.valid_up_to(),
        Encoding::Windows1252 | Encoding::Windows1256 if likely == Encoding::Utf8 => {
            bytes.iter().position(|byte| !byte.is_ascii())?
        }
        // Both have a letter for nearly every byte: only a word of several letters, all of the other, is proof.
        Encoding::Windows1252 => bytes.windows(2).position(|pair| pair.iter().all(|byte| is_arabic_in_1256(*byte)))?,
        _ => bytes.windows(2).position(|pair| pair[0].is_ascii_alphabetic() && is_arabic_in_1256(pair[1]))?,
    };
    Some(1 + crate::csv::breaks(bytes.get(..at).unwrap_or_default()))
}

/// Text of bytes, with its mark left out and U+FFFD for what is no letter.
pub(crate) fn decode_all(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
    encoding.table().decode_without_bom_handling(bytes).0
}
