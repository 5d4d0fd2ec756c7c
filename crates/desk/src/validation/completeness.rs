//! How complete a file is, in percent.

use ::web::Fields;

/// What counts, and for how many points of a hundred: the fields, which count together when all are filled. A file without a
/// number cannot be called, so the number weighs most; the name in the second script, the address of e-mail and the motivations
/// help, and weigh least. The weights are ours: the programme names the parts of a file (MQ1), not their weight.
pub const WEIGHTS: [(&[&str], u8); 10] = [
    (&["given_latin", "family_latin"], 15),
    (&["given_arabic", "family_arabic"], 10),
    (&["phone"], 20),
    (&["birth_date"], 10),
    (&["email"], 5),
    (&["street"], 10),
    (&["wilaya"], 5),
    (&["commune"], 10),
    (&["needs"], 10),
    (&["motivations"], 5),
];

/// The points of a file with these values, as [`crate::clients::Client::values`] gives them: 0 to 100.
pub fn score(values: &Fields) -> u8 {
    let filled = |fields: &[&str]| fields.iter().all(|field| !values.get(field).is_empty());
    WEIGHTS.iter().filter(|(fields, _)| filled(fields)).map(|(_, points)| points).sum()
}

/// The same as SQL over the table `client`, seen as `c`.
pub(super) fn sql() -> String {
    let filled = |field: &&str| match *field {
        "phone" => "EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = c.id)".to_owned(),
        "wilaya" | "commune" => format!("c.{field} <> 0"),
        field => format!("c.{field} <> ''"),
    };
    let points = |(fields, points): &(&[&str], u8)| {
        let filled: Vec<String> = fields.iter().map(filled).collect();
        format!("CASE WHEN {} THEN {points} ELSE 0 END", filled.join(" AND "))
    };
    WEIGHTS.iter().map(points).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clients::FIELDS;

    #[test]
    fn the_weights_make_a_hundred_and_name_fields_of_a_file() {
        assert_eq!(WEIGHTS.iter().map(|(_, points)| u32::from(*points)).sum::<u32>(), 100);
        assert!(WEIGHTS.iter().flat_map(|(fields, _)| *fields).all(|field| FIELDS.contains(field)));
    }

    #[test]
    fn a_name_counts_when_both_its_parts_are_known() {
        let of = |pairs: &[(&str, &str)]| {
            score(&Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()))
        };
        assert_eq!(of(&[("given_latin", "Karim")]), 0);
        assert_eq!(of(&[("given_latin", "Karim"), ("family_latin", "Benali"), ("phone", "1")]), 35);
    }
}
