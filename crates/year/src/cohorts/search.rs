//! Finding a trainee: by number, or by name in either script, as it is heard.

use names::{PersonName, Query, fold::ascii_digits, index_keys, query_keys};

use super::store::Trainee;

/// A name that is less like the one asked is not shown; one of two words of a name scores more.
const ALIKE: f64 = 0.6;
/// So many are shown.
pub(super) const MOST: usize = 50;

/// Those who fit what was typed, one more than are shown at most, the likeliest first: the number begins with it or ends with it, or the name sounds like it.
pub(super) fn search(people: Vec<Trainee>, typed: &str) -> Vec<Trainee> {
    let number = ascii_digits(typed).to_lowercase();
    let (query, keys) = (Query::new(typed), query_keys(typed));
    let mut found: Vec<(f64, Trainee)> =
        people.into_iter().filter_map(|own| Some((likeness(&own, &number, &query, &keys)?, own))).collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.truncate(MOST + 1);
    found.into_iter().map(|(_, own)| own).collect()
}

fn likeness(own: &Trainee, number: &str, query: &Query, keys: &[String]) -> Option<f64> {
    let recorded = ascii_digits(&own.number).to_lowercase();
    if recorded.starts_with(number) || recorded.ends_with(number) {
        return Some(2.0);
    }
    let name = PersonName::new(&own.name()).ok()?;
    let stored = index_keys(&name);
    let heard = keys.iter().any(|key| stored.iter().any(|own| own.starts_with(key.as_str())));
    heard.then(|| query.score(&name)).filter(|score| *score >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trainee(id: i64, number: &str, latin: [&str; 2], arabic: [&str; 2]) -> Trainee {
        let [family_latin, given_latin] = latin.map(str::to_owned);
        let [family_arabic, given_arabic] = arabic.map(str::to_owned);
        let text = String::new;
        Trainee {
            id,
            account_id: 0,
            number: number.to_owned(),
            given_latin,
            family_latin,
            given_arabic,
            family_arabic,
            birth_date: text(),
            state: text(),
            version: 1,
        }
    }

    fn found(typed: &str) -> Vec<i64> {
        let people = vec![
            trainee(1, "2026/001", ["Benali", "Karim"], ["", ""]),
            trainee(2, "2026/002", ["", ""], ["بوزيد", "ياسين"]),
            trainee(3, "2026/013", ["Khelifa", "Amina"], ["خليفة", "أمينة"]),
            trainee(5, "٢٠٢٧/٥", ["Meziane", "Sofia"], ["", ""]),
            trainee(4, "2025/101", ["Haddad", "Samir"], ["", ""]),
        ];
        search(people, typed).iter().map(|own| own.id).collect()
    }

    #[test]
    fn a_name_is_found_in_either_script_and_as_it_is_heard() {
        assert_eq!(found("Bouzid"), [2]);
        assert_eq!(found("yassine bouzid"), [2]);
        assert_eq!(found("بن علي"), [1]);
        assert_eq!(found("Khalifa"), [3]);
        assert_eq!(found("karim benali"), [1]);
        assert!(found("Zerrouki").is_empty());
    }

    #[test]
    fn a_number_is_found_by_its_beginning_or_its_end_in_any_digits() {
        assert_eq!(found("2026/0"), [1, 2, 3]);
        assert_eq!(found("101"), [4]);
        assert_eq!(found("٠١٣"), [3]);
        assert_eq!(found("2025/101"), [4]);
        assert_eq!(found("2027/5"), [5]);
    }
}
