//! A school with drills, and what a browser sends from them.

use std::path::Path;

use ::web::Role;
use ::web::preferences::Preferences;
use axum::http::StatusCode;
use words::Lang;

use crate::drills::drill::Drill;
use crate::drills::{Try, TryId, library, store};
use crate::exercises::Kind;
use crate::practice::store as exercises;
pub(super) use crate::practice::tests::house::{Back, House, Person};

/// A school on each engine, with the drills of the programme.
pub(super) async fn houses() -> Vec<House> {
    let all = crate::practice::tests::house::houses().await;
    for house in &all {
        let refused = library::load(&house.fresh.store, Path::new("no such folder")).await.unwrap();
        assert!(refused.is_empty(), "{refused:?}");
    }
    all
}

/// A trainee who reads braille, with one and a half times the time.
pub(super) async fn reader(house: &House, login: &str) -> Person {
    let preferences =
        Preferences { time_factor: 1.5, means: vec!["braille".into()], ..Preferences::in_language(Lang::Fr) };
    house.person(login, Role::Trainee, preferences).await
}

/// Opens a try; its place.
pub(super) async fn begin(person: &Person, code: &str, entry: &str, way: &str) -> String {
    let started =
        person.post(&format!("/drills/{code}/tries"), &[("entry", entry), ("way", way), ("once", code)]).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.html);
    started.place
}

/// Opens a try as the second, third… of the same drill.
pub(super) async fn begin_again(person: &Person, code: &str, once: &str) -> String {
    let fields = [("entry", "keyboard"), ("way", "text"), ("once", once)];
    person.post(&format!("/drills/{code}/tries"), &fields).await.place
}

/// The times of somebody who types evenly.
pub(super) fn even(text: &str, ms: u32) -> String {
    (0..text.chars().count()).map(|n| if n == 0 { 0 } else { ms }.to_string()).collect::<Vec<_>>().join(" ")
}

/// Sends a try after the time it took.
pub(super) async fn send(house: &House, person: &Person, place: &str, text: &str, times: &str) -> Back {
    house.clock().advance(3_600_000);
    person.post(&format!("{place}/text"), &[("typed", text), ("times", times)]).await
}

/// The try behind a place.
pub(super) async fn tried(house: &House, place: &str) -> Try {
    let id = place.rsplit('/').next().unwrap().parse().unwrap();
    store::by_id(house.fresh.store.read(), TryId(id)).await.unwrap()
}

/// A drill of the programme.
pub(super) async fn drill(house: &House, code: &str) -> Drill {
    Drill::parse(&exercises::newest_of(&house.fresh.store, Kind::Drill, code).await.unwrap().body).unwrap()
}
