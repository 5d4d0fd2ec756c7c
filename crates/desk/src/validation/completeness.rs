//! How complete a file is, in percent.

use ::web::Fields;

use crate::clients::Client;

/// Fields that count together when all are filled, and for how many points of a hundred.
pub type Weight = (&'static [&'static str], u8);

/// What counts in the file of a person. A file without a number cannot be called, so the number weighs most; the name in the
/// second script, the address of e-mail and the motivations help, and weigh least. The weights are ours: the programme names
/// the parts of a file (MQ1), not their weight.
pub const OF_PERSON: [Weight; 10] = [
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

/// What counts in the file of an organisation, which [`Client::is_organisation`] tells from that of a person: its own name
/// stands for the person's. It was not born: those ten points go to the address of e-mail, since an organisation is written to
/// more than a person is, and to the needs. Its number in a register is not asked, as a public body or an association may have
/// none. The motivations stay: somebody decides what it buys, and [`Client::missing`] asks for them too.
pub const OF_ORGANISATION: [Weight; 9] = [
    (&["organisation_latin"], 15),
    (&["organisation_arabic"], 10),
    (&["phone"], 20),
    (&["email"], 10),
    (&["street"], 10),
    (&["wilaya"], 5),
    (&["commune"], 10),
    (&["needs"], 15),
    (&["motivations"], 5),
];

/// The points of a file: 0 to 100.
pub fn score(client: &Client) -> u8 {
    let weights: &[Weight] = if client.is_organisation() { &OF_ORGANISATION } else { &OF_PERSON };
    points(weights, &client.values())
}

/// The points of these values, as [`Client::values`] gives them.
fn points(weights: &[Weight], values: &Fields) -> u8 {
    let filled = |fields: &[&str]| fields.iter().all(|field| !values.get(field).is_empty());
    weights.iter().filter(|(fields, _)| filled(fields)).map(|(_, points)| points).sum()
}

/// [`score`] as SQL over the table `client`, seen as `c`.
pub(super) fn sql() -> String {
    let person = |script: &str| {
        let [given, family] = ["given", "family"].map(|part| filled(&format!("{part}_{script}")));
        format!("({given} AND {family})")
    };
    format!(
        "CASE WHEN NOT {} AND NOT {} AND ({} OR {}) THEN {} ELSE {} END",
        person("latin"),
        person("arabic"),
        filled("organisation_latin"),
        filled("organisation_arabic"),
        points_sql(&OF_ORGANISATION),
        points_sql(&OF_PERSON)
    )
}

fn points_sql(weights: &[Weight]) -> String {
    let points = |(fields, points): &Weight| {
        let filled: Vec<String> = fields.iter().map(|field| filled(field)).collect();
        format!("CASE WHEN {} THEN {points} ELSE 0 END", filled.join(" AND "))
    };
    weights.iter().map(points).collect::<Vec<_>>().join(" + ")
}

/// A condition that holds when a field is filled.
fn filled(field: &str) -> String {
    match field {
        "phone" => "EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = c.id)".to_owned(),
        "wilaya" | "commune" => format!("c.{field} <> 0"),
        // Kept in an object of texts that holds only what is filled. In a value every quotation mark has a backslash before it,
        // so that this stands there only as a name and the beginning of its value.
        "organisation_latin" | "organisation_arabic" => format!("c.more LIKE '%\"{field}\":\"%'"),
        field => format!("c.{field} <> ''"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clients::FIELDS;

    #[test]
    fn the_weights_of_each_kind_make_a_hundred_and_name_fields_of_a_file() {
        for weights in [&OF_PERSON[..], &OF_ORGANISATION] {
            assert_eq!(weights.iter().map(|(_, points)| u32::from(*points)).sum::<u32>(), 100);
            assert!(weights.iter().flat_map(|(fields, _)| *fields).all(|field| FIELDS.contains(field)));
        }
    }

    fn values(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_name_counts_when_both_its_parts_are_known() {
        let of = |pairs: &[(&str, &str)]| points(&OF_PERSON, &values(pairs));
        assert_eq!(of(&[("given_latin", "Karim")]), 0);
        assert_eq!(of(&[("given_latin", "Karim"), ("family_latin", "Benali"), ("phone", "1")]), 35);
    }

    #[test]
    fn an_organisation_is_asked_its_own_name_and_no_birth() {
        let of = |pairs: &[(&str, &str)]| points(&OF_ORGANISATION, &values(pairs));
        assert_eq!(of(&[("birth_date", "1985-11-23"), ("given_latin", "Karim"), ("family_latin", "Benali")]), 0);
        assert_eq!(of(&[("organisation_latin", "El Baraka"), ("organisation_arabic", "البركة")]), 25);
    }
}
