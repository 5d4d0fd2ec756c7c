//! The semester plan, on both engines.

use ::programme::Assignment;
use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use school::programme::programme;
use words::Lang;

use super::{Impossible, early, hours, open_blocks, open_plan, plan_of, problems, suggest};
use crate::house::houses;

fn proposal() -> Assignment {
    programme().semesters.assignment()
}

#[test]
fn an_open_plan_is_filled_as_the_programme_proposes() {
    let found = suggest(programme(), &open_plan(programme())).unwrap();
    assert_eq!(found, proposal());
    assert_eq!(problems(programme(), &found), []);
    assert_eq!(open_blocks(&found), 0);
}

#[test]
fn what_is_placed_stays_and_the_rest_is_arranged_around_it() {
    let mut plan = open_plan(programme());
    let moved: Vec<u8> = match proposal()["MQ6"].as_slice() {
        [1, 2] => vec![3, 4],
        _ => vec![1, 2],
    };
    plan.insert("MQ6".to_owned(), moved.clone());
    let found = suggest(programme(), &plan).unwrap();
    assert_eq!(found["MQ6"], moved);
    assert_eq!(problems(programme(), &found), [], "every semester has its hours, every module its order");
}

#[test]
fn a_plan_that_cannot_be_filled_says_why() {
    let mut plan = open_plan(programme());
    plan.insert("MQ1".to_owned(), vec![2, 1, 0]);
    assert_eq!(suggest(programme(), &plan), Err(Impossible::Order("MQ1".to_owned())));

    let first_of_all: Assignment = programme()
        .semesters
        .rows
        .iter()
        .map(|row| (row.module.clone(), (0..row.blocks.len()).map(|at| u8::from(at == 0)).collect()))
        .collect();
    assert_eq!(suggest(programme(), &first_of_all), Err(Impossible::Full(1)));

    let mut stuck = proposal();
    let one = stuck["MC12"][0];
    stuck.insert("MC12".to_owned(), vec![one % 4 + 1]);
    assert!(matches!(suggest(programme(), &stuck), Err(Impossible::Full(_))), "a semester is over its hours");
}

#[test]
fn a_block_without_a_semester_is_no_fault_but_its_hours_are_missed() {
    let mut plan = proposal();
    plan.get_mut("MQ6").unwrap()[0] = 0;
    let found = problems(programme(), &plan);
    assert_eq!(found.len(), 1, "one semester lacks hours: {found:?}");
    assert_eq!(found[0].code, ::programme::Code::SemesterHours);
    let (due, placed) = hours(programme(), &plan, "MQ6");
    assert!(due == 85 && placed < due, "{due} {placed}");
}

#[test]
fn a_module_that_begins_before_what_it_leans_on_is_worth_knowing() {
    let mut plan = open_plan(programme());
    plan.insert("MQ6".to_owned(), vec![1, 2]);
    plan.insert("MC1".to_owned(), vec![1, 2]);
    let found = early(programme(), &plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].module, "MQ6");
    assert!(found[0].later.iter().all(|(code, semester)| code != "MC1" && *semester == 0), "{found:?}");
}

#[tokio::test]
async fn the_plan_of_a_promotion_is_filled_moved_and_checked_in_the_browser() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/promotions/{}/plan", class.promotion);
        let open = house.page(&studies, &place).await.body;
        assert!(
            open.contains("n’ont pas encore de semestre.") && open.contains("au lieu de 36"),
            "{}: {open}",
            house.name
        );
        let suggestion = house.page(&studies, &format!("{place}/suggestion")).await;
        assert!(suggestion.body.contains("comme le propose le programme"), "{}", house.name);
        let version = suggestion.hidden("version");
        house.does(&studies, &format!("{place}/suggestion"), &[("version", &version)]).await;
        assert_eq!(plan_of(house.store.read(), class.promotion).await.unwrap(), proposal(), "{}", house.name);
        let filled = house.page(&studies, &place).await.body;
        assert!(filled.contains("class=\"notice\">Le plan est juste"), "{}: {filled}", house.name);
        let late = house.post(&studies, &format!("{place}/suggestion"), &[("version", &version)]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", house.name);

        let version = house.page(&studies, &format!("{place}?edit=MQ6")).await.hidden("version");
        let crossed = [("module", "MQ6"), ("block-1", "3"), ("block-2", "2"), ("version", version.as_str())];
        house.refused(&studies, &place, &crossed, "block-2").await;
        let moved = [("module", "MQ6"), ("block-1", "1"), ("block-2", "0"), ("version", version.as_str())];
        house.does(&studies, &place, &moved).await;
        let page = house.page(&studies, &place).await.body;
        assert!(page.contains("1 bloc n’a pas encore de semestre."), "{}: {page}", house.name);
        assert_eq!(house.journaled("plan.placed").await, 1);
    }
}

#[tokio::test]
async fn the_second_of_two_people_who_move_blocks_is_told_and_sees_the_other_s_plan() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/promotions/{}/plan", class.promotion);
        let version = house.page(&studies, &format!("{place}?edit=MQ6")).await.hidden("version");
        let theirs = [("module", "MC12"), ("block-1", "4"), ("version", version.as_str())];
        house.does(&studies, &place, &theirs).await;
        let mine = [("module", "MQ6"), ("block-1", "1"), ("block-2", "3"), ("version", version.as_str())];
        let told = house.refused(&studies, &place, &mine, "block-1").await;
        assert!(told.body.contains("value=\"3\" selected"), "{}: what was chosen stays", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM plan_block WHERE module = 'MQ6'", params![]).await, 0);
        let version = told.hidden("version");
        let again = [("module", "MQ6"), ("block-1", "1"), ("block-2", "3"), ("version", version.as_str())];
        house.does(&studies, &place, &again).await;
    }
}

#[tokio::test]
async fn a_plan_is_read_in_three_languages_and_moved_by_the_head_of_studies_only() {
    for house in houses().await {
        let class = house.class(0).await;
        let place = format!("/year/promotions/{}/plan", class.promotion);
        for (login, lang) in [("fr", Lang::Fr), ("ar", Lang::Ar), ("en", Lang::En)] {
            let studies = house.person(login, Role::Studies, lang).await;
            for own in [place.clone(), format!("{place}?edit=MQ1"), format!("{place}/suggestion")] {
                assert_eq!(house.page(&studies, &own).await.body.matches("<h1 ").count(), 1, "{own}");
            }
        }
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let page = house.page(&trainer, &format!("{place}?edit=MQ6")).await.body;
        assert!(!page.contains("method=\"post\" action=\"/year"), "{}", house.name);
        let refused = house.post(&trainer, &place, &[("module", "MQ6")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", house.name);
    }
}
