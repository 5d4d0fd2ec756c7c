mod sealing;
mod sitting;

use std::collections::BTreeMap;

use ::web::Role;
use desk::clients::Day;
use school::programme::programme;
use words::Lang;

use crate::house::{Class, House, Person, SCHOOL};
use crate::marks::{Cell, Mark, enter, open_sheet};

/// A section with one module in semester 1, its sheet, and an open council.
struct Ready {
    class: Class,
    sheet: i64,
    studies: Person,
    place: String,
}

/// The decisions that the program comes with, in their order.
const ADM: &str = "1";
const ADC: &str = "2";
const RED: &str = "4";
const EXC: &str = "6";

async fn ready(house: &House, trainees: usize) -> Ready {
    let class = house.class(trainees).await;
    let change = house.store.begin(SCHOOL).await.unwrap();
    let mut plan: BTreeMap<String, Vec<u8>> = programme().semesters.assignment();
    for (code, places) in &mut plan {
        places.fill(u8::from(code == "MQ6"));
    }
    crate::plan::fill(&change, class.promotion, 1, &plan).await.unwrap();
    let sheet = open_sheet(&change, class.section, "MQ6", 1, Day::parse("2026-10-10").unwrap()).await.unwrap();
    change.commit().await.unwrap();
    let studies = house.person("samira", Role::Studies, Lang::Fr).await;
    let once = house.page(&studies, "/year/councils").await.hidden("once");
    let section = class.section.to_string();
    let fields = [("section", section.as_str()), ("semester", "1"), ("once", once.as_str())];
    let place = house.does(&studies, "/year/councils", &fields).await;
    assert_eq!(house.does(&studies, "/year/councils", &fields).await, place, "{}: sent twice, one council", house.name);
    Ready { class, sheet, studies, place }
}

/// Gives one trainee the same mark everywhere.
async fn mark(house: &House, ready: &Ready, at: usize, old: Option<i64>, new: i64) {
    let change = house.store.begin(SCHOOL).await.unwrap();
    for component in ["C1", "C2", "C3"] {
        let cell = Cell { trainee: ready.class.trainees[at], old: old.map(Mark::Given), new: Some(Mark::Given(new)) };
        enter(&change, ready.sheet, component, &format!("{component}-{at}-{new}"), &[cell]).await.unwrap();
    }
    change.commit().await.unwrap();
}

/// What the form of a council sends: who sat, and a decision with its reason for each trainee.
async fn fields(house: &House, person: &Person, ready: &Ready, decided: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = house.page(person, &ready.place).await;
    let mut fields: Vec<(String, String)> = [
        ("held_on", "20/11/2026"),
        ("president", "Samira Haddad"),
        ("members", "Nadia Hamdi, formatrice\nDjamel Ferhat, formateur"),
        ("remarks", ""),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    fields.push(("sat".to_owned(), page.hidden("sat")));
    for (id, (code, reason)) in ready.class.trainees.iter().zip(decided) {
        for (field, value) in [(format!("d-{id}"), *code), (format!("r-{id}"), *reason)] {
            fields.push((field, value.to_owned()));
        }
        for field in [format!("v-{id}"), format!("s-{id}")] {
            let value = page.hidden(&field);
            fields.push((field, value));
        }
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

async fn decide(house: &House, ready: &Ready, decided: &[(&str, &str)]) {
    let fields = fields(house, &ready.studies, ready, decided).await;
    house.does(&ready.studies, &ready.place, &borrowed(&fields)).await;
}

async fn seal(house: &House, ready: &Ready) {
    let touched = house.page(&ready.studies, &ready.place).await.hidden("touched");
    let place = format!("{}/seal", ready.place);
    house.does(&ready.studies, &place, &[("confirm", "yes"), ("touched", &touched)]).await;
}

async fn state(house: &House, ready: &Ready, at: usize) -> String {
    crate::cohorts::trainee(house.store.read(), ready.class.trainees[at]).await.unwrap().state
}

/// A section of two whose first semester is judged and sealed: the first was admitted with 12,50, the second excluded with 4.
pub(crate) async fn sealed_for_tests(house: &House) -> Class {
    let ready = ready(house, 2).await;
    mark(house, &ready, 0, None, 1_250).await;
    mark(house, &ready, 1, None, 400).await;
    decide(house, &ready, &[(ADM, ""), (EXC, "Fraude")]).await;
    seal(house, &ready).await;
    ready.class
}
