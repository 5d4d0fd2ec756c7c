//! The key of a name and a day of birth: how an import finds the files that may be of the client of a line when no number, no
//! address and no reference is shared.
//!
//! A centre with a million files has some forty for each day, too many to read for each line, and far more for a day that was put
//! in for want of a better one. So the key holds the name too, as roughly as it is one for every spelling in either script; two
//! names under one key are compared before anybody is told. A file has one key.

use names::{PersonName, Script};

use super::Client;

/// How every key begins.
pub(super) const BORN: char = '~';

/// The key under which a file stands; none without the name of a person or without a day of birth.
pub(super) fn born_key_of(client: &Client) -> Option<String> {
    let name = (!client.birth_date.is_empty()).then(|| client.person()).flatten()?;
    born_key(&name, &client.birth_date)
}

/// The key of a name and a day of birth (YYYY-MM-DD): `~bnl srm 19851123` for Karim Benali. Lists often exchange the given and the
/// family name, so the two stand in the order of the alphabet; of several given names the first counts.
pub(crate) fn born_key(name: &PersonName, birth: &str) -> Option<String> {
    let key = |script| {
        let mut words = [rough(name.family(script))?, rough(name.given(script))?];
        words.sort_unstable();
        Some(format!("{BORN}{} {}", words.join(" "), birth.replace('-', "")))
    };
    [Script::Latin, Script::Arabic].into_iter().find_map(key)
}

/// The consonants of the first word of a name that every spelling keeps: one letter for all that the scripts exchange (the `c` of
/// Fayçal is a `k` or an `s`, `sh` is `c` or `s` and `h`, خ is `x` or `k`), no `h`, no first vowel, no article.
fn rough(name: &str) -> Option<String> {
    let key = names::keys(name).into_iter().next()?;
    let mut kept = String::with_capacity(key.len());
    for letter in key.chars().filter(|letter| *letter != 'h') {
        let letter = if "cjkqxz".contains(letter) { 's' } else { letter };
        if !kept.ends_with(letter) {
            kept.push(letter);
        }
    }
    let bare = kept.trim_start_matches('a');
    let bare = bare.strip_prefix('l').filter(|rest| !rest.is_empty()).unwrap_or(bare);
    Some(if bare.is_empty() { kept } else { bare.to_owned() })
}

#[cfg(test)]
mod tests {
    use names::NameFields;

    use super::*;

    fn key(given: &str, family: &str, birth: &str) -> Option<String> {
        let (given_text, family_text) = (given.to_owned(), family.to_owned());
        let fields = if given.is_ascii() {
            NameFields { given_latin: given_text, family_latin: family_text, ..NameFields::default() }
        } else {
            NameFields { given_arabic: given_text, family_arabic: family_text, ..NameFields::default() }
        };
        born_key(&PersonName::new(&fields).unwrap(), birth)
    }

    #[test]
    fn a_person_has_one_key_in_either_script_and_in_either_order() {
        assert_eq!(key("Karim", "Benali", "1985-11-23").as_deref(), Some("~bnl srm 19851123"));
        for (latin, arabic) in [
            (["Karime", "Ben Ali"], ["كريم", "بن علي"]),
            (["Faycal", "Haddad"], ["فيصل", "حداد"]),
            (["Ishak", "Ouali"], ["إسحاق", "والي"]),
            (["Elhadi", "Bouzid"], ["الهادي", "بوزيد"]),
            (["Khadidja", "Meziane"], ["خديجة", "مزيان"]),
            (["Mohamed Amine", "Ziani"], ["محمد", "زياني"]),
            (["Abderrahmane", "Saadi"], ["عبد الرحمان", "سعدي"]),
        ] {
            let one = key(latin[0], latin[1], "1990-01-02");
            assert_eq!(one, key(arabic[0], arabic[1], "1990-01-02"), "{latin:?}");
            assert_eq!(one, key(latin[1], latin[0], "1990-01-02"), "{latin:?}");
            assert_ne!(one, key(latin[0], latin[1], "1990-01-03"), "{latin:?}");
        }
        assert_ne!(key("Karim", "Benali", "1985-11-23"), key("Samir", "Benali", "1985-11-23"));
    }
}
