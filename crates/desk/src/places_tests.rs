use super::*;

#[test]
fn every_wilaya_and_commune_of_the_lists_is_read() {
    assert_eq!(wilayas().len(), 69);
    assert!(wilayas().iter().zip(1..).all(|(wilaya, code)| wilaya.code == code));
    assert_eq!(communes().len(), 1541);
    assert!(communes().iter().zip(1..).all(|(commune, id)| commune.id == id));
}

#[test]
fn a_commune_is_listed_once_under_its_own_wilaya() {
    let listed: usize = wilayas().iter().map(|wilaya| communes_of(wilaya.code).len()).sum();
    assert_eq!(listed, 1541);
    assert_eq!(communes_of(16).len(), 57);
    assert!(communes_of(16).iter().all(|commune| commune.wilaya == 16));
    assert!(communes_of(16).is_sorted_by_key(|commune| fold(commune.latin)));
    assert!(communes_of(70).is_empty() && communes_of(0).is_empty());
}

#[test]
fn the_wilayas_of_2025_carry_the_day_they_began() {
    let new: Vec<i32> =
        wilayas().iter().filter(|wilaya| wilaya.since == Some("2025-11-16")).map(|wilaya| wilaya.code).collect();
    assert_eq!(new, (59..=69).collect::<Vec<_>>());
    assert!(
        (1..=58)
            .all(|code| { wilaya(code).is_some_and(|wilaya| wilaya.since.is_none() && !communes_of(code).is_empty()) })
    );
}

#[test]
fn a_place_is_found_by_its_name_in_either_script() {
    for name in ["Béjaïa", "bejaia", "بجاية", "بجايه"] {
        assert_eq!(wilaya_named(name).map(|wilaya| wilaya.code), Some(6), "{name}");
    }
    for name in ["Bou Saada", "BOU-SAADA", "bousaada", "بوسعادة"] {
        assert_eq!(communes_named(name).iter().map(|commune| commune.wilaya).collect::<Vec<_>>(), [28], "{name}");
    }
    assert_eq!(wilaya_named("Atlantide"), None);
    assert!(communes_named("").is_empty());
}

#[test]
fn communes_of_one_name_are_all_given() {
    let found = communes_named("El Hassi");
    assert!(found.len() > 1 && found.windows(2).all(|pair| pair[0].wilaya != pair[1].wilaya), "{found:?}");
}

#[test]
fn an_unknown_code_or_identifier_is_no_place() {
    assert_eq!((wilaya(0), wilaya(70), wilaya(-1)), (None, None, None));
    assert_eq!((commune(0), commune(1542)), (None, None));
    assert_eq!(commune(1541).map(|commune| commune.id), Some(1541));
}
