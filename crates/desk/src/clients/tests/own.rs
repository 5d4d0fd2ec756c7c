//! Conditions on the fields of the centre, on both engines.

use super::filtering::{Order, count};
use super::*;
use crate::clients::store::{self as files, define};

const ASKED: Asked = Asked { now: MORNING, offset: 60 };

/// Defines a field and gives its identity; options one a line, apart by tabs.
pub(crate) async fn field(store: &Store, kind: CustomKind, name: &str, options: &str) -> i64 {
    let new = CustomField {
        id: 0,
        fr: name.to_owned(),
        ar: name.to_owned(),
        en: name.to_owned(),
        kind: kind.code().to_owned(),
        required: false,
        shape: String::new(),
        help_fr: String::new(),
        help_ar: String::new(),
        help_en: String::new(),
        options: options.to_owned(),
        searchable: false,
        active: true,
        place: 0,
        version: 1,
    };
    let change = store.begin(SCOPE).await.unwrap();
    let id = define(&change, &new).await.unwrap();
    change.commit().await.unwrap();
    id
}

/// A file that fills fields of the centre.
pub(crate) async fn owning(store: &Store, base: &[(&str, &str)], own: &[(i64, &str)]) -> ClientId {
    let customs = custom_fields(store.read(), SCOPE).await.unwrap();
    let mut typed = fields(base);
    own.iter().for_each(|(field, value)| typed.set(&format!("x_{field}"), *value));
    let data = ClientData::read_with(&typed, Lang::Fr, Day::of(MORNING, 60), &customs).unwrap();
    let change = store.begin(SCOPE).await.unwrap();
    let id = insert(&change, &data).await.unwrap();
    change.commit().await.unwrap();
    id
}

/// What a filter leaves, by identity; the list in every order, the count and the export say the same.
async fn left(store: &Store, query: &str) -> Vec<ClientId> {
    let filter = Filter::parse(query).unwrap();
    let exported = files::stream(store.read(), SCOPE, &filter, ASKED, 0, 100).await.unwrap();
    let mut ids: Vec<ClientId> = exported.into_iter().map(|client| client.id).collect();
    for order in Order::ALL {
        let page = filtering::list(store.read(), SCOPE, &filter, ASKED, order, None).await.unwrap();
        let mut listed: Vec<ClientId> = page.rows.into_iter().map(|client| client.id).collect();
        listed.sort();
        assert_eq!(listed, ids, "{query} {order:?}");
    }
    assert_eq!(count(store.read(), SCOPE, &filter, ASKED).await.unwrap(), ids.len() as i64, "{query}");
    assert_eq!(count(store.read(), ELSEWHERE, &filter, ASKED).await.unwrap(), 0, "{query}");
    ids.sort();
    ids
}

#[tokio::test]
async fn numbers_and_days_of_the_centre_compare_as_numbers_and_days() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (debt, since) = (
            field(store, CustomKind::Number, "Dette", "").await,
            field(store, CustomKind::Date, "Contrat du", "").await,
        );
        let mut all = vec![];
        for (number, day) in [
            ("9", "02/01/2026"),
            ("10", "31/12/2025"),
            ("1 100,5", "15/06/2026"),
            ("-3", "01/01/2026"),
            ("2,50", "05/12/2024"),
            ("", ""),
        ] {
            all.push(owning(store, &KARIM, &[(debt, number), (since, day)]).await);
        }
        let expect = |at: &[usize]| at.iter().map(|at| all[*at]).collect::<Vec<_>>();
        for (query, at) in [
            (format!("x_least_{debt}=9"), &[0, 1, 2][..]),
            (format!("x_most_{debt}=2.5"), &[3, 4]),
            (format!("x_least_{debt}=2,5&x_most_{debt}=10"), &[0, 1, 4]),
            (format!("x_least_{debt}=-5&x_most_{debt}=-1"), &[3]),
            (format!("x_since_{since}=01/01/2026"), &[0, 2, 3]),
            (format!("x_since_{since}=31/12/2025&x_until_{since}=01/01/2026"), &[1, 3]),
            (format!("x_until_{since}=31/12/2025&x_least_{debt}=5"), &[1]),
            (format!("x_least_{debt}=100&status=lost"), &[]),
            (format!("x_least_{debt}=100&wilaya=16"), &[2]),
        ] {
            assert_eq!(left(store, &query).await, expect(at), "{} {query}", fresh.name);
        }
    }
}

#[tokio::test]
async fn texts_and_choices_of_the_centre_are_found_as_people_write_them() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let offer = "Fibre optique\tFibre optique\tألياف\tFibre\nMobile\tMobile\tنقال\tMobile";
        let (town, sold, paid) = (
            field(store, CustomKind::Text, "Agence", "").await,
            field(store, CustomKind::Choice, "Offre", offer).await,
            field(store, CustomKind::YesNo, "À jour", "").await,
        );
        let mut all = vec![];
        for (text, choice, yes) in [
            ("Béjaïa centre", "Fibre optique", "yes"),
            ("BEJAIA port", "Mobile", "no"),
            ("أدرار", "Mobile", ""),
            ("100 %", "", "yes"),
            ("", "", ""),
        ] {
            all.push(owning(store, &KARIM, &[(town, text), (sold, choice), (paid, yes)]).await);
        }
        let expect = |at: &[usize]| at.iter().map(|at| all[*at]).collect::<Vec<_>>();
        for (query, at) in [
            (format!("x_text_{town}=bejaia"), &[0, 1][..]),
            (format!("x_text_{town}=B%C3%89JA%C3%8FA+P"), &[1]),
            (format!("x_text_{town}=%D8%A7%D8%AF%D8%B1"), &[2]),
            (format!("x_text_{town}=100"), &[3]),
            (format!("x_word_{sold}=Mobile"), &[1, 2]),
            (format!("x_word_{sold}=Mobile&x_word_{sold}=Fibre+optique"), &[0, 1, 2]),
            (format!("x_word_{sold}=-"), &[3, 4]),
            (format!("x_word_{sold}=Mobile&x_word_{sold}=-"), &[1, 2, 3, 4]),
            (format!("x_word_{paid}=yes&x_word_{sold}=-"), &[3]),
            (format!("x_word_{paid}=no"), &[1]),
            (format!("x_word_{sold}=Autre"), &[]),
        ] {
            assert_eq!(left(store, &query).await, expect(at), "{} {query}", fresh.name);
            let filter = Filter::parse(&query).unwrap();
            assert_eq!(Filter::parse(&filter.query()).unwrap(), filter, "{query}");
        }
        // What is corrected, or emptied, is found no longer.
        let client = get(store.read(), SCOPE, all[1]).await.unwrap();
        let customs = custom_fields(store.read(), SCOPE).await.unwrap();
        let mut typed = fields(&KARIM);
        typed.set(&format!("x_{sold}"), "Fibre optique");
        let data = ClientData::read_with(&typed, Lang::Fr, Day::of(MORNING, 60), &customs).unwrap();
        let change = store.begin(SCOPE).await.unwrap();
        update(&change, client.id, client.version, &data).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(left(store, &format!("x_word_{sold}=Mobile")).await, expect(&[2]), "{}", fresh.name);
        assert_eq!(left(store, &format!("x_text_{town}=bejaia")).await, expect(&[0]), "{}", fresh.name);
    }
}

#[test]
fn what_cannot_be_read_of_a_field_of_the_centre_is_refused() {
    let refused = |query: &str| {
        let errors = Filter::parse(query).unwrap_err();
        errors.into_iter().map(|error| (error.field, error.key)).collect::<Vec<_>>()
    };
    for (query, field, key) in [
        ("x_least_3=douze", "x_least_3", "clients-error-own-number"),
        ("x_least_3=12&x_most_3=9", "x_most_3", "filters-error-least"),
        ("x_since_3=hier", "x_since_3", "clients-error-birth"),
        ("x_since_3=02/01/2026&x_until_3=01/01/2026", "x_until_3", "filters-error-order"),
    ] {
        assert_eq!(refused(query), [(field.to_owned(), key)], "{query}");
    }
    let long = format!("x_text_3={}", "x".repeat(201));
    assert_eq!(refused(&long), [("x_text_3".to_owned(), "frame-error-too-long")]);
    assert!(Filter::parse("x_least_3=&x_word_3=&x_color_3=red").unwrap().is_empty());
    let both = Filter::parse("x_least_3=9&x_most_3=9,50&x_text_12=a%26b").unwrap();
    assert_eq!(both.query(), "x_least_3=9&x_most_3=9.5&x_text_12=a%26b");
}

#[tokio::test]
async fn the_list_says_a_condition_on_a_field_of_the_centre_and_offers_its_export() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "samir", Role::Trainer).await;
        let debt = field(store, CustomKind::Number, "Dette", "").await;
        owning(store, &KARIM, &[(debt, "1250,5")]).await;
        let page = site.get(&format!("/clients?x_least_{debt}=1000&x_most_{debt}=2000")).await;
        let export = format!("/exports?x_least_{debt}=1000&#38;x_most_{debt}=2000");
        let segment = format!("/segments/new?x_least_{debt}=1000");
        assert!(page.shows(&["Dette\u{a0}: de 1000 à 2000", "Benali Karim", &export, &segment]), "{}", page.html);
        let form = site.get(&format!("/exports?x_least_{debt}=1000")).await;
        assert!(form.shows(&["Dette\u{a0}: 1000 ou plus", "value=\"1000\""]), "{}\n{}", fresh.name, form.html);
        let file = site.get(&format!("/exports/clients?x_least_{debt}=1000&format=csv")).await;
        assert!(file.html.contains("1250,5") && file.html.lines().count() == 2, "{}\n{}", fresh.name, file.html);
        let none = site.get(&format!("/exports/clients?x_least_{debt}=9000&format=csv")).await;
        assert_eq!(none.html.lines().count(), 1, "{}\n{}", fresh.name, none.html);
        let wrong = site.get("/exports/clients?x_least_1=beaucoup&format=csv").await;
        assert_eq!(wrong.place, "/exports?x_least_1=beaucoup&format=csv", "{}", fresh.name);
        let told = site.get(&wrong.place).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(told.shows(&[&FR.t("clients-error-own-number")]), "{}\n{}", fresh.name, told.html);
        let kept = [("once", "a"), ("name", "Endettés"), (&*format!("x_least_{debt}"), "1000")];
        assert_eq!(site.post("/segments", &kept).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let id = crate::segments::all(store.read(), SCOPE).await.unwrap()[0].id;
        let file = site.get(&format!("/exports/clients?segment={id}&format=csv")).await;
        assert_eq!(file.html.lines().count(), 2, "{}\n{}", fresh.name, file.html);
        let both = site.get(&format!("/exports?segment={id}&status=lost")).await;
        assert!(both.shows(&[&FR.t("exchange-error-both")]), "{}\n{}", fresh.name, both.html);
    }
}
