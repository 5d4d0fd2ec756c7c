//! Headers as they stand in the files of call centres.

use sheets::{Field, Guess, Mapping};

fn fields(names: &[&str], values: &[Vec<&str>]) -> Vec<Option<&'static str>> {
    Mapping::guess(names, values).columns.iter().map(|guess| guess.map(|guess| guess.field.name())).collect()
}

#[test]
fn a_french_file_is_understood() {
    let names = [
        "N°",
        "NOM",
        "Prénom(s)",
        "Né(e) le",
        "Tél.",
        "Tél. 2",
        "E-mail",
        "Adresse",
        "Commune",
        "Wilaya",
        "Langue",
        "Statut",
        "Besoins",
        "Motivations",
        "Observations",
        "Raison sociale",
        "N° RC",
    ];
    let expected = [
        None,
        Some("family_latin"),
        Some("given_latin"),
        Some("birth_date"),
        Some("phone"),
        Some("phone2"),
        Some("email"),
        Some("street"),
        Some("commune"),
        Some("wilaya"),
        Some("language"),
        Some("status"),
        Some("needs"),
        Some("motivations"),
        Some("notes"),
        Some("organisation_latin"),
        Some("registration"),
    ];
    assert_eq!(fields(&names, &[]), expected);
}

#[test]
fn an_arabic_file_is_understood_with_and_without_vowel_signs() {
    let names = [
        "اللّقب",
        "الإسم",
        "تاريخ الميلاد",
        "رقم الهاتف",
        "البريد الإلكتروني",
        "العنوان",
        "البلدية",
        "الولاية",
        "اللغة",
        "الحالة",
        "ملاحظات",
        "الشركة",
        "السجل التجاري",
    ];
    let expected = [
        "family_arabic",
        "given_arabic",
        "birth_date",
        "phone",
        "email",
        "street",
        "commune",
        "wilaya",
        "language",
        "status",
        "notes",
        "organisation_arabic",
        "registration",
    ];
    assert_eq!(fields(&names, &[]), expected.map(Some));
}

#[test]
fn an_english_file_is_understood() {
    let names = [
        "Last Name",
        "First Name",
        "Date of Birth",
        "Mobile Phone",
        "Home Phone",
        "Phone 3",
        "E-mail Address",
        "Street",
        "City",
        "Company",
        "Comments",
    ];
    let expected = [
        "family_latin",
        "given_latin",
        "birth_date",
        "phone",
        "phone2",
        "phone3",
        "email",
        "street",
        "commune",
        "organisation_latin",
        "notes",
    ];
    assert_eq!(fields(&names, &[]), expected.map(Some));
}

#[test]
fn the_script_of_the_values_decides() {
    let names = ["Nom", "Prénom", "Nom (arabe)", "Prénom AR", "اللقب بالفرنسية"];
    let expected = ["family_latin", "given_latin", "family_arabic", "given_arabic"];
    assert_eq!(fields(&names[..4], &[]), expected.map(Some));
    let values = [vec!["بن علي", "كريم", "Benali", "Karim"], vec!["سعدي", "", "Saadi", "Amina"]];
    let turned = ["family_arabic", "given_arabic", "family_latin", "given_latin"];
    assert_eq!(fields(&names[..4], &values), turned.map(Some));
    assert_eq!(fields(&names[4..], &[]), [Some("family_latin")]);
    assert_eq!(fields(&["الاسم", "اللقب"], &[vec!["Karim", "Benali"]]), [Some("given_latin"), Some("family_latin")]);
}

#[test]
fn a_whole_name_is_reported_as_such() {
    for name in ["Nom complet", "Nom et Prénom", "nom_prenom", "Full name", "الاسم الكامل", "الاسم واللقب"]
    {
        assert_eq!(fields(&[name, "tel"], &[]), [Some("full_name"), Some("phone")], "{name}");
    }
    let whole = [vec!["Benali Karim"], vec!["Saadi Amina"], vec!["Zoé"], vec!["Aït Ali Omar"]];
    assert_eq!(fields(&["Nom"], &whole), [Some("full_name")]);
    let halves = [vec!["Benali", "Karim"], vec!["Aït Ali", "Omar"], vec!["Ben Bella", "Ali"]];
    assert_eq!(fields(&["Nom", "Prénom"], &halves), [Some("family_latin"), Some("given_latin")]);
}

#[test]
fn each_field_is_given_once_and_the_surest_column_has_it() {
    let names =
        ["Adresse e-mail", "Email", "Email pro", "Nom", "Nom", "Adresse", "Téléphone fixe", "Portable", "GSM", "Fax"];
    let mapping = Mapping::guess(&names, &[]);
    let mut given: Vec<Field> = mapping.columns.iter().flatten().map(|guess| guess.field).collect();
    let count = given.len();
    given.sort();
    given.dedup();
    assert_eq!(given.len(), count);
    assert_eq!(mapping.column(Field::FamilyLatin), Some(3));
    assert_eq!(mapping.column(Field::Street), Some(5));
    assert_eq!(mapping.columns[9], None);
    let phones = [Field::Phone, Field::Phone2, Field::Phone3].map(|field| mapping.column(field));
    assert_eq!(phones.iter().flatten().count(), 3);
}

#[test]
fn values_tell_what_a_name_does_not_and_lower_the_score_of_a_wrong_one() {
    let values =
        [vec!["0550 12 34 56", "zoe@exemple.dz", "12/05/1986"], vec!["+213 661 00 00 00", "a.b@c.dz", "01/01/1990"]];
    assert_eq!(fields(&["X", "Y", "Z"], &values), [Some("phone"), Some("email"), None]);
    let mapping = Mapping::guess(&["Téléphone"], &[vec!["rue Didouche"]]);
    assert!(mapping.columns[0].is_some_and(|guess| guess.score < Guess::SURE));
}

#[test]
fn our_own_names_come_back() {
    let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    let expected: Vec<_> = names.iter().map(|name| Some(*name)).collect();
    assert_eq!(fields(&names, &[]), expected);
    assert_eq!(Mapping::guess(&names, &[]).columns[0].map(|guess| guess.score), Some(100));
}
