use std::collections::{BTreeMap, HashSet};

use names::{NameFields, PersonName, Phone};

use super::*;
use crate::places;

const SEED: u64 = 1803;

#[test]
fn one_seed_always_gives_the_same_clients() {
    let first: Vec<Person> = people(SEED, 300).collect();
    assert!(people(SEED, 300).eq(first.iter().cloned()));
    assert!(people(SEED, 100).eq(first[..100].iter().cloned()));
    assert!(people(SEED + 1, 300).zip(&first).filter(|(other, person)| other == *person).count() == 0);
    assert_eq!(people(SEED, 0).count(), 0);
}

#[test]
fn every_client_passes_the_checks_of_the_client_file() {
    for person in people(SEED, 5_000) {
        let fields = NameFields {
            given_latin: person.given_latin.clone(),
            family_latin: person.family_latin.clone(),
            given_arabic: person.given_arabic.clone(),
            family_arabic: person.family_arabic.clone(),
        };
        assert!(PersonName::new(&fields).is_ok(), "{person:?}");
        let phone = Phone::parse(&person.phone).unwrap_or_else(|error| panic!("{}: {error}", person.phone));
        assert_eq!(phone.e164(), person.phone);
        assert!(matches!(&phone.national()[..2], "05" | "06" | "07"), "{}", phone.national());
        assert!(places::commune(person.commune).is_some_and(|commune| commune.wilaya == person.wilaya), "{person:?}");
        assert!(["fr", "ar", "en"].contains(&person.language));
        assert!(["prospect", "new", "active", "dormant", "difficult", "lost"].contains(&person.status));
        assert!(person.street.chars().count() > 8, "{}", person.street);
    }
}

#[test]
fn a_million_clients_have_a_million_numbers() {
    let numbers: HashSet<String> = (0..1_000_000).map(|rank| phone(SEED, rank)).collect();
    assert_eq!(numbers.len(), 1_000_000);
}

#[test]
fn clients_are_adults_of_18_to_85_born_on_days_that_exist() {
    let births: Vec<String> = people(SEED, 20_000).map(|person| person.birth_date).collect();
    assert!(births.iter().all(|day| ("1940-01-02".."2008-01-02").contains(&day.as_str())));
    assert_eq!(
        (date(YOUNGEST), date(YOUNGEST - AGES_IN_DAYS as i64 + 1)),
        ("2008-01-01".to_owned(), "1940-01-02".to_owned())
    );
    assert_eq!(
        (date(0), date(11_016), date(-1)),
        ("1970-01-01".to_owned(), "2000-02-29".to_owned(), "1969-12-31".to_owned())
    );
    let young = births.iter().filter(|day| day.as_str() >= "1980").count();
    assert!(young > 8_000 && young < 18_000, "{young}");
}

#[test]
fn addresses_for_mail_lead_to_nobody() {
    let mails: Vec<String> = people(SEED, 5_000).filter_map(|person| person.email).collect();
    assert!((2_500..3_500).contains(&mails.len()), "{}", mails.len());
    for mail in mails {
        let (name, domain) = mail.split_once('@').unwrap();
        assert!(["example.com", "example.org", "example.net", "courrier.example"].contains(&domain), "{mail}");
        assert!(name.contains('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.'), "{mail}");
    }
}

#[test]
fn wilayas_are_peopled_as_the_country_is() {
    let mut living: BTreeMap<i32, usize> = BTreeMap::new();
    people(SEED, 40_000).for_each(|person| *living.entry(person.wilaya).or_default() += 1);
    assert_eq!(living.len(), 58);
    assert_eq!(living.iter().max_by_key(|(_, count)| **count).map(|(code, _)| *code), Some(16));
    let share = living[&31] as f64 / 40_000.0;
    let expected = INHABITANTS[30] as f64 / INHABITANTS.iter().sum::<u64>() as f64;
    assert!((share - expected).abs() < 0.006, "{share} {expected}");
}

#[test]
fn some_files_are_in_one_script_only_and_none_in_neither() {
    let all: Vec<Person> = people(SEED, 10_000).collect();
    let latin_only = all.iter().filter(|person| person.family_arabic.is_empty()).count();
    let arabic_only = all.iter().filter(|person| person.family_latin.is_empty()).count();
    assert!((1_800..2_200).contains(&latin_only) && (850..1_150).contains(&arabic_only), "{latin_only} {arabic_only}");
}

#[test]
fn the_names_are_those_of_the_list() {
    assert_eq!((LISTS.men.len(), LISTS.women.len(), LISTS.families.len()), (156, 112, 197));
    let names: HashSet<(String, String)> =
        people(SEED, 10_000).map(|person| (person.given_latin, person.family_latin)).collect();
    assert!(names.len() > 6_000, "{}", names.len());
}
