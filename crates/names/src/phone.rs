//! Phone numbers as an Algerian desk writes them: `0550 12 34 56`, `+213…`, `00213…`, in either set of digits, and short codes.

use std::cmp::Ordering;

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region, ValidationError,
};

use crate::fold::ascii_digits;

/// The country code of Algeria.
const ALGERIA: i32 = 213;

/// A number that can be dialled from Algeria.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone {
    e164: String,
    national: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Algerian,
    Foreign,
    Short,
}

/// Why a text is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// It holds letters.
    #[error("letters in a number")]
    Letters,
    /// Digits are missing.
    #[error("too few digits")]
    TooShort,
    /// There are too many digits.
    #[error("too many digits")]
    TooLong,
    /// The length fits, but no operator of the country has this range; or a sign that no number holds.
    #[error("unknown range")]
    Unknown,
}

/// Emergency numbers dialled as they are: civil protection 14 and 1021, police 17, 112 from a mobile, ambulance 115, coast guard
/// 1054, gendarmerie 1055; 1548 (police) falls in the 15xx range. To be confirmed by the institution.
const EMERGENCY: [&str; 7] = ["14", "17", "112", "115", "1021", "1054", "1055"];

/// Services of four digits: 15xx public services, 30xx companies.
const SERVICES: [&str; 2] = ["15", "30"];

impl Phone {
    /// Reads a number; without a country code it is Algerian.
    ///
    /// Spaces, dots, hyphens, slashes, parentheses and direction marks are ignored; `00` stands for `+`; Arabic-Indic and Persian
    /// digits count as digits.
    ///
    /// # Errors
    /// A [`PhoneError`]; see its variants.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let typed = bare(text)?;
        if is_short(&typed) {
            return Ok(Self { e164: typed.clone(), national: typed, kind: Kind::Short });
        }
        let number = PhoneNumber::parse(&typed, Some(Region::DZ)).map_err(|error| parse_error(&error))?;
        if !number.is_valid() {
            return Err(length_error(&number));
        }
        Ok(Self::from_number(&number))
    }

    fn from_number(number: &PhoneNumber) -> Self {
        let e164 = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164).into_owned();
        match e164.strip_prefix("+213") {
            Some(digits) => Self { national: grouped(digits), kind: Kind::Algerian, e164 },
            None => {
                let national = PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::International).into_owned();
                Self { e164, national, kind: Kind::Foreign }
            }
        }
    }

    /// The form to store and index: `+213550123456`. A short code has no E.164 form and is given as it is dialled: `1548`.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The form to show and read out: `0550 12 34 56`, `021 12 34 56`; foreign numbers with their country code, `+33 1 23 45 67 89`.
    pub fn national(&self) -> &str {
        &self.national
    }

    /// The last `n` digits, fewer when the number is shorter: what a client reads out to be found.
    pub fn last_digits(&self, n: usize) -> &str {
        let digits = self.e164.trim_start_matches('+');
        &digits[digits.len().saturating_sub(n)..]
    }

    /// True for a short code (15xx, 30xx, emergency).
    pub fn is_short(&self) -> bool {
        self.kind == Kind::Short
    }

    /// True for an Algerian number, short codes included.
    pub fn is_algerian(&self) -> bool {
        self.kind != Kind::Foreign
    }
}

impl std::fmt::Display for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.national)
    }
}

/// The digits with their `+`, or why they cannot be a number.
fn bare(text: &str) -> Result<String, PhoneError> {
    let mut digits = String::new();
    let mut odd = false;
    for c in ascii_digits(text).chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push('+'),
            '.'
            | '-'
            | '‐'..='―'
            | '/'
            | '('
            | ')'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => {}
            c if c.is_whitespace() => {}
            c if c.is_alphabetic() => return Err(PhoneError::Letters),
            _ => odd = true,
        }
    }
    match digits.strip_prefix("00") {
        _ if odd => Err(PhoneError::Unknown),
        _ if digits.is_empty() || digits == "+" => Err(PhoneError::Empty),
        Some(rest) => Ok(format!("+{rest}")),
        None => Ok(digits),
    }
}

fn is_short(digits: &str) -> bool {
    EMERGENCY.contains(&digits) || (digits.len() == 4 && SERVICES.iter().any(|head| digits.starts_with(head)))
}

/// `0550 12 34 56` for nine digits, `021 12 34 56` for eight.
fn grouped(digits: &str) -> String {
    let head = digits.len().saturating_sub(6);
    let mut out = format!("0{}", &digits[..head]);
    for at in (head..digits.len()).step_by(2) {
        out.push(' ');
        out.push_str(&digits[at..(at + 2).min(digits.len())]);
    }
    out
}

fn parse_error(error: &ParseError) -> PhoneError {
    match error {
        ParseError::TooShortAfterIdd | ParseError::TooShortNsn | ParseError::NotANumber(_) => PhoneError::TooShort,
        ParseError::TooLongNsn => PhoneError::TooLong,
        ParseError::InvalidCountryCode => PhoneError::Unknown,
    }
}

fn length_error(number: &PhoneNumber) -> PhoneError {
    if number.country_code == ALGERIA {
        return algerian_length_error(&number.get_national_significant_number());
    }
    match number.is_possible_with_reason() {
        Err(ValidationError::TooShort) | Ok(NumberLengthType::IsPossibleLocalOnly) => PhoneError::TooShort,
        Err(ValidationError::TooLong) => PhoneError::TooLong,
        _ => PhoneError::Unknown,
    }
}

/// After the 0, fixed lines (1 to 4) have eight digits, mobiles and services (5 to 9) nine: `0550 12 34` lacks two.
fn algerian_length_error(digits: &str) -> PhoneError {
    let digits = digits.trim_start_matches('0');
    let expected = if digits.starts_with(['1', '2', '3', '4']) { 8 } else { 9 };
    match digits.len().cmp(&expected) {
        Ordering::Less => PhoneError::TooShort,
        Ordering::Greater => PhoneError::TooLong,
        Ordering::Equal => PhoneError::Unknown,
    }
}
