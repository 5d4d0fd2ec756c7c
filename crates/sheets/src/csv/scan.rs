use memchr::memchr;

/// A cell inside a record: its bytes without the quotes around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub start: usize,
    pub end: usize,
    /// Quotes inside are doubled.
    pub doubled: bool,
}

/// What stands at the beginning of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A whole record: its bytes with its line end, and how many lines it takes.
    Record { length: usize, lines: u64 },
    /// The record may go on after these bytes.
    More,
    /// The same, and the quote opened at `opened` is not closed in them.
    Open { opened: usize },
    /// After a closing quote comes something else than a delimiter or a line end. The quote opened at
    /// `opened` and closed at `at`; `resume` is the beginning of the next line after that.
    Stray { opened: usize, at: usize, resume: usize },
    /// No bytes.
    End,
}

/// Finds the first record and its cells. With `last` nothing comes after these bytes.
pub(crate) fn scan(bytes: &[u8], last: bool, delimiter: u8, spans: &mut Vec<Span>) -> Outcome {
    spans.clear();
    if bytes.is_empty() {
        return if last { Outcome::End } else { Outcome::More };
    }
    let mut at = 0;
    let mut lines = 1;
    loop {
        let end = if bytes.get(at) == Some(&b'"') {
            match quoted(bytes, last, delimiter, at) {
                Quoted::Closed { end, doubled } => {
                    spans.push(Span { start: at + 1, end, doubled });
                    lines += breaks(bytes.get(at..end).unwrap_or_default());
                    end + 1
                }
                Quoted::Other(outcome) => return outcome,
            }
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest.iter().position(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
            match length {
                Some(length) => {
                    spans.push(Span { start: at, end: at + length, doubled: false });
                    at + length
                }
                None if last => {
                    spans.push(Span { start: at, end: bytes.len(), doubled: false });
                    bytes.len()
                }
                None => return Outcome::More,
            }
        };
        match (bytes.get(end), bytes.get(end + 1)) {
            (Some(byte), _) if *byte == delimiter => at = end + 1,
            (Some(b'\n'), _) => return Outcome::Record { length: end + 1, lines },
            (Some(_), Some(b'\n')) => return Outcome::Record { length: end + 2, lines },
            (Some(_), None) if !last => return Outcome::More,
            (Some(_), _) => return Outcome::Record { length: end + 1, lines },
            (None, _) if last => return Outcome::Record { length: end, lines },
            (None, _) => return Outcome::More,
        }
    }
}

enum Quoted {
    Closed { end: usize, doubled: bool },
    Other(Outcome),
}

/// Looks for the end of the quoted cell that opens at `opened`.
fn quoted(bytes: &[u8], last: bool, delimiter: u8, opened: usize) -> Quoted {
    let mut at = opened + 1;
    let mut doubled = false;
    loop {
        let Some(found) = memchr(b'"', bytes.get(at..).unwrap_or_default()) else {
            return Quoted::Other(Outcome::Open { opened });
        };
        let end = at + found;
        match bytes.get(end + 1) {
            Some(b'"') => {
                doubled = true;
                at = end + 2;
            }
            Some(byte) if *byte == delimiter || matches!(byte, b'\n' | b'\r') => {
                return Quoted::Closed { end, doubled };
            }
            Some(_) => {
                return match next_line(bytes, opened, last) {
                    Some(resume) => Quoted::Other(Outcome::Stray { opened, at: end, resume }),
                    None => Quoted::Other(Outcome::More),
                };
            }
            None if last => return Quoted::Closed { end, doubled },
            None => return Quoted::Other(Outcome::More),
        }
    }
}

/// The beginning of the line after the one of `at`; the end of the bytes if they are the last ones.
pub(crate) fn next_line(bytes: &[u8], at: usize, last: bool) -> Option<usize> {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        Some(found) => {
            let end = at + found;
            match (bytes.get(end), bytes.get(end + 1)) {
                (Some(b'\r'), Some(b'\n')) => Some(end + 2),
                (Some(b'\r'), None) if !last => None,
                _ => Some(end + 1),
            }
        }
        None => last.then_some(bytes.len()),
    }
}

/// How many line ends there are: LF, CR, or both together.
pub(crate) fn breaks(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut before = 0;
    for byte in bytes {
        if *byte == b'\r' || (*byte == b'\n' && before != b'\r') {
            count += 1;
        }
        before = *byte;
    }
    count
}
