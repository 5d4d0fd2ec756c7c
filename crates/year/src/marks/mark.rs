//! One mark as people type it and as it is kept.

use names::fold::ascii_digits;
use words::{Lang, Talk};

use super::HIGHEST;

/// What was given for one component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A mark, in hundredths: 1450 is 14,50.
    Given(i64),
    /// absent
    Absent,
    /// dispensé
    Exempt,
}

/// Why a text is no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// Neither a number nor one of the letters.
    #[error("not a mark")]
    Unreadable,
    /// Below 0 or above 20.
    #[error("out of the scale")]
    OutOfScale,
    /// More than two decimals.
    #[error("too many decimals")]
    TooFine,
}

impl Mark {
    /// Reads `14,5`, `14.5`, `١٤٫٥`, `a` for absent, `d` for exempt (`غ`, `م`); nothing typed is no mark.
    ///
    /// # Errors
    /// A [`MarkError`].
    pub fn parse(typed: &str) -> Result<Option<Self>, MarkError> {
        let plain = ascii_digits(typed).trim().to_lowercase().replace(['\u{66B}', '،', ','], ".");
        match plain.as_str() {
            "" => return Ok(None),
            "a" | "abs" | "غ" => return Ok(Some(Self::Absent)),
            "d" | "dis" | "م" => return Ok(Some(Self::Exempt)),
            _ => {}
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
        if whole.strip_prefix('-').is_some_and(digits) && digits(part) {
            return Err(MarkError::OutOfScale);
        }
        if !digits(whole) || !digits(part) {
            return Err(MarkError::Unreadable);
        }
        let part = part.trim_end_matches('0');
        if part.len() > 2 {
            return Err(MarkError::TooFine);
        }
        let hundredths = format!("{part:0<2}").parse::<i64>().map_err(|_| MarkError::Unreadable)?;
        let whole = whole.parse::<i64>().map_err(|_| MarkError::OutOfScale)?;
        let given = whole.checked_mul(100).and_then(|whole| whole.checked_add(hundredths));
        match given.filter(|given| *given <= HIGHEST) {
            Some(given) => Ok(Some(Self::Given(given))),
            None => Err(MarkError::OutOfScale),
        }
    }

    /// The stored word: `1450`, `a`, `d`.
    pub fn code(self) -> String {
        match self {
            Self::Given(hundredths) => hundredths.to_string(),
            Self::Absent => "a".to_owned(),
            Self::Exempt => "d".to_owned(),
        }
    }

    /// Reads a stored word; nothing for none.
    pub fn stored(code: &str) -> Option<Self> {
        match code {
            "a" => Some(Self::Absent),
            "d" => Some(Self::Exempt),
            number => number.parse().ok().map(Self::Given),
        }
    }

    /// As it is typed and shown: `14,50`, `a`, `d`; in Arabic `غ` and `م`.
    pub fn typed(self, talk: Talk) -> String {
        match (self, talk.lang) {
            (Self::Given(hundredths), _) => shown(hundredths, talk),
            (Self::Absent, Lang::Ar) => "غ".to_owned(),
            (Self::Exempt, Lang::Ar) => "م".to_owned(),
            (other, _) => other.code(),
        }
    }
}

/// Hundredths as a mark: `14,50`, with a point in English.
pub fn shown(hundredths: i64, talk: Talk) -> String {
    let mark = if talk.lang == Lang::En { '.' } else { ',' };
    format!("{}{mark}{:02}", hundredths / 100, hundredths % 100)
}
