//! Phones: whatever way a number is written, it is one number.

use names::{Phone, PhoneError};
use proptest::prelude::*;

#[test]
fn one_number_is_written_in_many_ways() {
    for text in [
        "0550123456",
        "0550 12 34 56",
        "05.50.12.34.56",
        "+213 550 12 34 56",
        "00213550123456",
        "+213 (0) 550-12-34-56",
        "٠٥٥٠١٢٣٤٥٦",
        "۰۵۵۰ ۱۲ ۳۴ ۵۶",
        "\u{200E}+213550123456\u{200F}",
        "٠٠٢١٣٥٥٠١٢٣٤٥٦",
        "550123456",
        "0550/12/34/56",
    ] {
        let phone = Phone::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((phone.e164(), phone.national()), ("+213550123456", "0550 12 34 56"), "{text}");
    }
}

#[test]
fn a_fixed_line_and_a_foreign_number_are_read() {
    let fixed = Phone::parse("021 23 45 67").unwrap();
    assert_eq!((fixed.e164(), fixed.national()), ("+21321234567", "021 23 45 67"));
    let french = Phone::parse("0033 1 42 68 53 00").unwrap();
    assert_eq!((french.e164(), french.national(), french.is_algerian()), ("+33142685300", "+33 1 42 68 53 00", false));
}

#[test]
fn short_codes_are_dialled_as_they_are() {
    for code in ["1548", "3030", "14", "17", "1055", "١٤", "15 48"] {
        let phone = Phone::parse(code).unwrap_or_else(|error| panic!("{code}: {error}"));
        assert!(phone.is_short() && phone.is_algerian());
        assert!(!phone.e164().starts_with('+'));
    }
    assert!(!Phone::parse("0550123456").unwrap().is_short());
}

#[test]
fn a_bad_number_says_why() {
    for (text, error) in [
        ("", PhoneError::Empty),
        (" - ", PhoneError::Empty),
        ("+", PhoneError::Empty),
        ("0550 12 34 5O", PhoneError::Letters),
        ("هاتف", PhoneError::Letters),
        ("0550 12 34", PhoneError::TooShort),
        ("9", PhoneError::TooShort),
        ("0550 12 34 56 78", PhoneError::TooLong),
        ("05501234567890123456", PhoneError::TooLong),
        ("+999 12345678", PhoneError::Unknown),
        ("0550#123456", PhoneError::Unknown),
        ("0990 12 34 56", PhoneError::Unknown),
    ] {
        assert_eq!(Phone::parse(text), Err(error), "{text}");
    }
}

#[test]
fn the_last_digits_identify_a_caller() {
    let phone = Phone::parse("0550123456").unwrap();
    assert_eq!((phone.last_digits(4), phone.last_digits(99)), ("3456", "213550123456"));
}

proptest! {
    #[test]
    fn a_mobile_comes_back_from_each_of_its_forms(operator in 0usize..3, rest in 0u32..1_000_000) {
        let text = format!("0{}0{rest:06}", ["55", "66", "77"][operator]);
        let phone = Phone::parse(&text[..10]).unwrap();
        prop_assert_eq!(&Phone::parse(phone.e164()).unwrap(), &phone);
        prop_assert_eq!(&Phone::parse(phone.national()).unwrap(), &phone);
    }

    #[test]
    fn no_text_is_fatal(text in "\\PC{0,30}") {
        if let Ok(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(phone.e164()).unwrap(), phone);
        }
    }

    #[test]
    fn no_digits_are_fatal(text in "\\+?[0-9]{1,17}") {
        if let Ok(phone) = Phone::parse(&text) {
            prop_assert_eq!(&Phone::parse(phone.national()).unwrap(), &phone);
            prop_assert_eq!(Phone::parse(phone.e164()).unwrap(), phone);
        }
    }
}
