//! What absences come to.

use crate::attendance::{Presence, Rule, Standing, Tally};

#[test]
fn absences_count_in_hours_and_times_late_come_to_hours() {
    let mut tally = Tally::default();
    tally.add(Presence::Absent, 2, false);
    tally.add(Presence::Absent, 3, true);
    tally.add(Presence::Present, 4, false);
    for _ in 0..3 {
        tally.add(Presence::Late, 2, false);
    }
    tally.add(Presence::Left, 2, false);
    tally.add(Presence::Late, 2, true);
    assert_eq!(tally, Tally { unjustified: 2, justified: 3, lates: 4 });
    assert_eq!(tally.counted(&Rule::usual()), 3, "three times late are an hour");
    let rule = Rule { lates: 0, ..Rule::usual() };
    assert_eq!(tally.counted(&rule), 2, "or nothing");
}

#[test]
fn somebody_is_warned_from_the_warning_on_and_over_above_the_threshold() {
    let rule = Rule { warn: 9, most: 18, ..Rule::usual() };
    let standing = |unjustified| Tally { unjustified, ..Tally::default() }.standing(&rule);
    assert_eq!(standing(8), Standing::Fine);
    assert_eq!(standing(9), Standing::Warned);
    assert_eq!(standing(18), Standing::Warned);
    assert_eq!(standing(19), Standing::Over);
}

#[test]
fn one_letter_chooses_in_every_language() {
    for lang in words::Lang::ALL {
        let talk = words::Talk { lang, short: false };
        let mut first: Vec<char> =
            Presence::ALL.into_iter().filter_map(|own| talk.t(own.key()).chars().next()).collect();
        first.sort_unstable();
        first.dedup();
        assert_eq!(first.len(), Presence::ALL.len(), "{lang:?}");
    }
}
