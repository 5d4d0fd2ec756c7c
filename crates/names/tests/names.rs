//! Names: a name heard in one script finds the file written in the other.

use names::{
    Detected, NameError, NameField, NameFields, NameReason, PersonName, Query, Row, Script, display, evaluate,
    fold::fold, index_keys, keys, query_keys, rank, script::detect,
};
use proptest::prelude::*;

fn person(given_latin: &str, family_latin: &str, given_arabic: &str, family_arabic: &str) -> PersonName {
    PersonName::new(&NameFields {
        given_latin: given_latin.into(),
        family_latin: family_latin.into(),
        given_arabic: given_arabic.into(),
        family_arabic: family_arabic.into(),
    })
    .expect("a valid name")
}

fn refused(given_latin: &str, family_latin: &str, given_arabic: &str, family_arabic: &str) -> Vec<NameError> {
    PersonName::new(&NameFields {
        given_latin: given_latin.into(),
        family_latin: family_latin.into(),
        given_arabic: given_arabic.into(),
        family_arabic: family_arabic.into(),
    })
    .expect_err("a name to refuse")
}

#[test]
fn spelling_habits_fold_away() {
    assert_eq!(fold("  Aït-Ouâret "), "ait ouaret");
    assert_eq!(fold("M’HAMED"), fold("M'hamed"));
    assert_eq!(fold("Fayçal"), "faycal");
    assert_eq!(fold("أَحْمَد"), fold("احمد"));
    assert_eq!(fold("فاطمــة"), fold("فاطمه"));
    assert_eq!(fold("مصطفى"), fold("مصطفي"));
    assert_eq!(fold("ﻣﺤﻤﺪ"), fold("محمد"));
    assert_eq!(fold("٠٥٥٠ ۱۲"), "0550 12");
}

#[test]
fn the_script_of_a_text_is_told_by_its_letters() {
    assert_eq!(detect("Aïcha 2"), Detected::Latin);
    assert_eq!(detect("عائشة"), Detected::Arabic);
    assert_eq!(detect("Aïcha عائشة"), Detected::Mixed);
    assert_eq!(detect("0550-12"), Detected::Neither);
}

#[test]
fn the_spellings_of_one_name_share_a_key() {
    let families: &[&[&str]] = &[
        &["Mohamed", "Mohammed", "Mouhamed", "Med", "محمد"],
        &["Benali", "Ben Ali", "بن علي"],
        &["Cherif", "Chérif", "شريف"],
        &["Khelifa", "Khalifa", "خليفة"],
        &["Boualem", "بوعلام"],
        &["Djamel", "Jamel", "Djamal", "جمال"],
        &["Aïcha", "Aicha", "عائشة"],
        &["Ouahiba", "Wahiba", "وهيبة"],
        &["Kaddour", "Kadour", "قدور"],
        &["Abdelkader", "Abd El Kader", "Abd-el-Kader", "عبد القادر", "عبدالقادر"],
        &["Abderrahmane", "Abd er Rahmane", "Abdel Rahman", "عبد الرحمان", "عبد الرحمن"],
        &["Salah Eddine", "Salaheddine", "Salah El Dine", "صلاح الدين"],
        &["Gacem", "Kacem", "قاسم"],
        &["Youcef", "Youssef", "يوسف"],
    ];
    for family in families {
        for name in *family {
            assert_eq!(keys(name)[0], keys(family[0])[0], "{name} and {}", family[0]);
        }
    }
}

#[test]
fn what_spelling_leaves_open_still_meets() {
    let pairs = [
        ("Larbi", "العربي"),
        ("El Hadi", "الهادي"),
        ("Lamine", "الأمين"),
        ("Elamine", "Amine"),
        ("Brahim", "إبراهيم"),
        ("Smaïl", "إسماعيل"),
        ("Fethi", "فتحي"),
        ("Fayçal", "فيصل"),
        ("Gamal", "جمال"),
        ("Nazim", "ناظم"),
        ("Ishak", "إسحاق"),
        ("Hayat", "حياة"),
        ("Kadidja", "خديجة"),
        ("Hocine", "حسين"),
        ("Lakhdar", "لخضر"),
    ];
    for (one, other) in pairs {
        assert!(
            keys(one).iter().any(|key| keys(other).contains(key)),
            "{one} {:?}, {other} {:?}",
            keys(one),
            keys(other)
        );
    }
}

#[test]
fn names_that_sound_different_keep_different_keys() {
    for (one, other) in [
        ("Karim", "Rachid"),
        ("Benali", "Benamar"),
        ("Djamel", "Kamel"),
        ("Salim", "Samir"),
        ("Ghani", "Hani"),
        ("Khaled", "Walid"),
    ] {
        assert!(keys(one).iter().all(|key| !keys(other).contains(key)), "{one} and {other}");
    }
}

#[test]
fn a_name_asked_in_either_script_is_found_through_the_index() {
    let recorded = [
        person("Mohamed", "Ben Ali", "", ""),
        person("", "", "محمد", "بن علي"),
        person("Mohammed Amine", "Benali", "", ""),
    ];
    for asked in ["Mohamed Benali", "benali mohammed", "محمد بن علي", "بن علي", "Benal", "موحمد بنعلي"]
    {
        for name in &recorded {
            let stored = index_keys(name);
            assert!(
                query_keys(asked).iter().any(|key| stored.iter().any(|s| s.starts_with(key))),
                "{asked} does not reach {stored:?}"
            );
        }
    }
    assert_eq!(query_keys(" - 12 "), Vec::<String>::new());
}

#[test]
fn a_query_of_two_words_reads_the_key_of_the_pair_first() {
    assert_eq!(query_keys("Mohamed Benali")[0], "mhmd bnl");
    let stored = index_keys(&person("Mohamed", "Benali", "محمد", "بن علي"));
    assert!(stored.contains(&"mhmd bnl".to_owned()) && stored.contains(&"bnl mhmd".to_owned()));
    let distinct: std::collections::BTreeSet<_> = stored.iter().collect();
    assert_eq!(distinct.len(), stored.len());
}

#[test]
fn the_person_named_comes_first() {
    let base = [
        person("Mahmoud", "Benali", "", ""),
        person("", "", "محمد", "بن علي"),
        person("Mohamed", "Benamar", "محمد", "بن عمار"),
        person("Hamid", "Belhadj", "حميد", "بلحاج"),
    ];
    let ranked = rank("Mouhamed Ben Ali", base.iter().enumerate());
    assert_eq!(ranked[0].item, 1);
    assert!(ranked[0].score > 0.85 && ranked[0].score <= 1.0, "{ranked:?}");
    assert_eq!(ranked[3].item, 3);
    assert_eq!(rank("بن عمار محمد", base.iter().enumerate())[0].item, 2);
    assert!(rank("حميد", base.iter().enumerate())[0].item == 3);
}

#[test]
fn the_same_text_scores_one_and_nothing_in_common_scores_low() {
    assert_eq!(Query::new("Kaddour").score_text("KADDOUR"), 1.0);
    assert!(Query::new("Kaddour").score_text("قدور") > 0.9);
    assert!(Query::new("Kaddour").score_text("Fatiha") < 0.4);
    assert_eq!(Query::new("").score_text("Fatiha"), 0.0);
}

#[test]
fn a_name_needs_one_whole_script() {
    use NameField::*;
    use NameReason::*;
    assert_eq!(
        refused("", "", "", ""),
        [NameError { field: GivenLatin, reason: Missing }, NameError { field: FamilyLatin, reason: Missing }]
    );
    assert_eq!(refused("Karim", "", "", ""), [NameError { field: FamilyLatin, reason: Missing }]);
    assert_eq!(refused("", "", "", "بن علي"), [NameError { field: GivenArabic, reason: Missing }]);
    assert!(
        PersonName::new(&NameFields {
            given_arabic: "كريم".into(), ..person("Karim", "Ali", "", "").fields().clone()
        })
        .is_ok()
    );
}

#[test]
fn every_bad_field_is_named_with_its_reason() {
    use NameField::*;
    use NameReason::*;
    assert_eq!(
        refused("كريم", "A\tli", &"ك".repeat(81), "Ali"),
        [
            NameError { field: GivenLatin, reason: WrongScript },
            NameError { field: FamilyLatin, reason: Control },
            NameError { field: GivenArabic, reason: TooLong },
            NameError { field: FamilyArabic, reason: WrongScript },
        ]
    );
    assert_eq!(refused("Karim2", "Ali", "", "")[0].reason, WrongScript);
    assert_eq!(refused("-", "Ali", "", "")[0].reason, WrongScript);
}

#[test]
fn a_pasted_name_is_tidied() {
    let name = person(" Fatma  Zohra ", "Aït\u{00A0}M’Hamed\u{200F}", "", "");
    assert_eq!(name.full(Script::Latin).as_deref(), Some("Fatma Zohra Aït M’Hamed"));
    assert_eq!(name.full(Script::Arabic), None);
}

#[test]
fn the_preferred_script_is_shown_first() {
    let both = person("Karim", "Ali", "كريم", "علي");
    let shown = display::displayed(&both, Script::Arabic);
    assert_eq!(shown.first, ("كريم علي".to_owned(), Script::Arabic));
    assert_eq!(shown.second, Some(("Karim Ali".to_owned(), Script::Latin)));
    assert_eq!(display::line(&person("Karim", "Ali", "كريم", ""), Script::Arabic), "Karim Ali");
}

#[test]
fn search_by_name_holds_its_figures_on_the_project_s_own_list() {
    let rows: Vec<Row> = include_str!("../../../data/names.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some(Row { arabic: cells.next()?.to_owned(), latin: cells.next()?.to_owned() })
        })
        .collect();
    let measured = evaluate(&rows);
    assert!(measured.latin_to_arabic.searches > 500, "a pair listed twice is searched once");
    for (way, recall) in
        [("la", measured.latin_to_arabic), ("al", measured.arabic_to_latin), ("ll", measured.latin_to_latin)]
    {
        assert!(
            recall.searches > 100 && recall.at_10 >= 0.99 && recall.at_1 >= 0.9 && recall.at_1 <= recall.at_10,
            "{way} {recall:?}"
        );
        assert!(recall.strict_at_1 <= recall.at_1 && recall.strict_at_10 <= recall.at_10, "{way} {recall:?}");
    }
}

#[test]
fn an_unknown_pair_is_counted_as_not_found() {
    let rows =
        [Row { arabic: "محمد".into(), latin: "Xavier".into() }, Row { arabic: "كريم".into(), latin: "Karim".into() }];
    let measured = evaluate(&rows).latin_to_arabic;
    assert_eq!((measured.searches, measured.at_10), (2, 0.5));
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,24}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_twice_changes_no_arabic(text in "[\u{0600}-\u{06FF}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFE} '-]{0,24}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_text_gives_a_score_between_zero_and_one(asked in "\\PC{0,20}", recorded in "\\PC{0,20}") {
        let score = Query::new(&asked).score_text(&recorded);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!(keys(&asked).iter().all(|key| key.bytes().all(|b| b.is_ascii_lowercase())));
    }

    #[test]
    fn what_is_typed_so_far_still_finds(cut in 3usize..9) {
        let stored = index_keys(&person("Abdelkader", "Benmansour", "", ""));
        let typed = &"Abdelkader"[..cut];
        prop_assert!(query_keys(typed).iter().any(|key| stored.iter().any(|s| s.starts_with(key))));
    }
}
