use ::store::{StoreError, params};
use ::web::Role;
use axum::http::StatusCode;

use words::Lang;

use crate::cohorts::{State, store};
use crate::house::{House, SCHOOL, houses};

#[tokio::test]
async fn every_page_is_whole_in_the_three_languages() {
    for house in houses().await {
        let class = house.class(2).await;
        let (trainee, section, promotion) = (class.trainees[0], class.section, class.promotion);
        for (login, lang) in [("fr", Lang::Fr), ("ar", Lang::Ar), ("en", Lang::En)] {
            let studies = house.person(login, Role::Studies, lang).await;
            for place in [
                "/year".to_owned(),
                "/year/institution".to_owned(),
                "/year/places".to_owned(),
                "/year/trainers".to_owned(),
                "/year/trainers/new".to_owned(),
                "/year/promotions/new/edit".to_owned(),
                format!("/year/promotions/{promotion}"),
                format!("/year/promotions/{promotion}/edit"),
                format!("/year/sections/{section}"),
                "/year/trainees".to_owned(),
                format!("/year/trainees/new/edit?section={section}"),
                format!("/year/trainees/{trainee}"),
                format!("/year/trainees/{trainee}/edit"),
                format!("/year/trainees/{trainee}/accommodation"),
                "/year/imports".to_owned(),
            ] {
                let page = house.page(&studies, &place).await;
                assert_eq!(page.body.matches("<h1 ").count(), 1, "{place} on {}", house.name);
            }
        }
    }
}

#[tokio::test]
async fn a_promotion_its_section_and_a_trainee_are_made_by_hand_and_a_post_sent_twice_makes_one() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let fields =
            [("code", "2026-2029"), ("starts_on", "4/10/2026"), ("from-1", "04/10/2026"), ("until-1", "11/02/2027")];
        let promotion = house.does(&studies, "/year/promotions/new/edit", &fields).await;
        let page = house.page(&studies, &promotion).await;
        assert!(page.body.contains("1803") && page.body.contains("11/02/2027"), "{}: {}", house.name, page.body);
        let again = [&fields[..2], &[("once", "x")]].concat();
        house.refused(&studies, "/year/promotions/new/edit", &again, "code").await;

        let once = page.hidden("once");
        let section = house
            .does(&studies, &format!("{promotion}/sections"), &[("code", "A"), ("room", ""), ("once", &once)])
            .await;
        house.refused(&studies, &format!("{promotion}/sections"), &[("code", "A"), ("once", "other")], "code").await;
        let id = section.rsplit('/').next().unwrap().to_owned();
        let form = house.page(&studies, &format!("/year/trainees/new/edit?section={id}")).await;
        let once = form.hidden("once");
        let new = [
            ("number", "2026/001"),
            ("family_arabic", "بوزيد"),
            ("given_arabic", "ياسين"),
            ("birth_date", "12/03/2004"),
            ("section", id.as_str()),
            ("from", "04/10/2026"),
            ("once", once.as_str()),
        ];
        let first = house.does(&studies, "/year/trainees/new/edit", &new).await;
        let second = house.does(&studies, "/year/trainees/new/edit", &new).await;
        assert_eq!(first, second, "{}", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 1, "{}", house.name);
        assert!(house.page(&studies, &section).await.body.contains("بوزيد ياسين"), "{}", house.name);
        assert_eq!(house.journaled("trainee.enrolled").await, 1);
    }
}

#[tokio::test]
async fn half_a_name_is_refused_at_its_field_and_nothing_typed_is_lost() {
    for house in houses().await {
        let class = house.class(0).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let section = class.section.to_string();
        let typed =
            [("number", "77"), ("family_arabic", "بوزيد"), ("section", section.as_str()), ("from", "31/02/2026")];
        let page = house.refused(&studies, "/year/trainees/new/edit", &typed, "given_arabic").await;
        assert!(page.body.contains("value=\"بوزيد\"") && page.body.contains("value=\"31/02/2026\""), "{}", page.body);
        assert!(page.body.contains("id=\"f-from-error\""), "the day does not exist: {}", page.body);
        assert_eq!(house.number("SELECT COUNT(*) FROM trainee", params![]).await, 0, "{}", house.name);
    }
}

#[tokio::test]
async fn a_trainee_is_never_in_two_sections_at_once() {
    for house in houses().await {
        let class = house.class(1).await;
        let id = class.trainees[0];
        let change = house.store.begin(SCHOOL).await.unwrap();
        let other = store::add_section(&change, class.promotion, "B", 0).await.unwrap();
        change.commit().await.unwrap();
        let change = house.store.begin(SCHOOL).await.unwrap();
        let sql =
            "INSERT INTO section_member (trainee_id, section_id, from_on, until_on) VALUES ($1, $2, '2026-10-04', '')";
        let twice = ::store::Sql::run(&*change, sql, params![id, other]).await;
        assert!(matches!(twice, Err(StoreError::Duplicate(_))), "{}: {twice:?}", house.name);
        drop(change);

        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/trainees/{id}");
        let (to, version) = (other.to_string(), house.page(&studies, &place).await.hidden("version"));
        let early = [("section", to.as_str()), ("section_from", "01/10/2026"), ("version", version.as_str())];
        house.refused(&studies, &format!("{place}/section"), &early, "section_from").await;
        let moved = [("section", to.as_str()), ("section_from", "15/11/2026"), ("version", version.as_str())];
        house.does(&studies, &format!("{place}/section"), &moved).await;
        let stays = store::memberships(house.store.read(), id).await.unwrap();
        let days: Vec<_> =
            stays.iter().map(|own| (own.section.as_str(), own.from_on.as_str(), own.until_on.as_str())).collect();
        assert_eq!(days, [("B", "2026-11-15", ""), ("A", "2026-10-04", "2026-11-15")], "{}", house.name);
        house.refused(&studies, &format!("{place}/section"), &moved, "section").await;
        assert!(store::members(house.store.read(), class.section).await.unwrap().is_empty(), "{}", house.name);
    }
}

/// Changes the state of a trainee on a page that was read just before.
async fn change(
    house: &House,
    person: &crate::house::Person,
    id: i64,
    state: &str,
    day: &str,
) -> crate::house::Answered {
    let version = house.page(person, &format!("/year/trainees/{id}")).await.hidden("version");
    let fields = [("state", state), ("state_from", day), ("reason", "Décision du 2."), ("version", version.as_str())];
    house.post(person, &format!("/year/trainees/{id}/state"), &fields).await
}

#[tokio::test]
async fn a_state_has_a_day_and_a_reason_and_its_history_stays() {
    for house in houses().await {
        let class = house.class(1).await;
        let id = class.trainees[0];
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/trainees/{id}/state");
        let version = house.page(&studies, &format!("/year/trainees/{id}")).await.hidden("version");
        let mute =
            [("state", "suspended"), ("state_from", "20/11/2026"), ("reason", " "), ("version", version.as_str())];
        house.refused(&studies, &place, &mute, "reason").await;
        for (day, why) in [("01/10/2026", "before the enrolment"), ("24/11/2026", "tomorrow")] {
            let answered = change(&house, &studies, id, "suspended", day).await;
            assert!(answered.body.contains("f-state_from-error"), "{}: {why}", house.name);
        }
        for (state, day) in [("suspended", "20/11/2026"), ("enrolled", "21/11/2026"), ("dropped", "22/11/2026")] {
            assert_eq!(change(&house, &studies, id, state, day).await.status, StatusCode::SEE_OTHER, "{state}");
        }
        let never = change(&house, &studies, id, "graduated", "23/11/2026").await;
        assert!(never.body.contains("f-state-error"), "{}: who left gets no diploma", house.name);
        let page = house.page(&studies, &format!("/year/trainees/{id}")).await.body;
        assert_eq!(page.matches("Décision du 2.").count(), 3, "{}: {page}", house.name);
        let stays = store::memberships(house.store.read(), id).await.unwrap();
        assert_eq!(stays[0].until_on, "2026-11-22", "{}: the section is left", house.name);
        let section = house.page(&studies, &format!("/year/sections/{}", class.section)).await.body;
        assert!(section.contains("Ont quitté la section") && section.contains("abandon"), "{}", house.name);
        assert_eq!(house.journaled("trainee.state").await, 3);
    }
}

#[tokio::test]
async fn the_second_of_two_people_at_one_record_is_told_and_keeps_what_they_typed() {
    for house in houses().await {
        let class = house.class(1).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/trainees/{}/edit", class.trainees[0]);
        let version = house.page(&studies, &place).await.hidden("version");
        let typed = |given: &'static str| {
            [("number", "N1"), ("family_latin", "Aouadi"), ("given_latin", given), ("version", version.as_str())]
        };
        house.does(&studies, &place, &typed("Amel")).await;
        let late = house.refused(&studies, &place, &typed("Anissa"), "number").await;
        assert!(late.body.contains("value=\"Anissa\""), "{}: {}", house.name, late.body);
        let version = late.hidden("version");
        let again =
            [("number", "N1"), ("family_latin", "Aouadi"), ("given_latin", "Anissa"), ("version", version.as_str())];
        house.does(&studies, &place, &again).await;
        let own = store::trainee(house.store.read(), class.trainees[0]).await.unwrap();
        assert_eq!((own.given_latin.as_str(), own.version), ("Anissa", 3), "{}", house.name);
    }
}

#[tokio::test]
async fn accommodations_are_seen_by_few_and_the_time_granted_comes_before_the_person_s_choice() {
    for house in houses().await {
        let class = house.class(1).await;
        let (studies, trainer) = (
            house.person("mourad", Role::Studies, Lang::Fr).await,
            house.person("nadia", Role::Trainer, Lang::Fr).await,
        );
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        let id = class.trainees[0];
        let place = format!("/year/trainees/{id}/accommodation");
        assert_eq!(house.get(&trainer, &place).await.status, StatusCode::FORBIDDEN);
        assert!(!house.page(&trainer, &format!("/year/trainees/{id}")).await.body.contains("accommodation"));
        let version = house.page(&studies, &place).await.hidden("version");
        let granted =
            [("means", "braille"), ("factor", "1.5"), ("documents", "En braille."), ("version", version.as_str())];
        house.does(&studies, &place, &granted).await;
        house.refused(&studies, &place, &granted, "factor").await;
        // The account that is linked later takes what was granted before.
        let account = amina.id.0.to_string();
        let record = [
            ("number", "N1"),
            ("family_latin", "Aouadi"),
            ("given_latin", "Amina"),
            ("account", account.as_str()),
            ("version", "1"),
        ];
        house.does(&studies, &format!("/year/trainees/{id}/edit"), &record).await;
        let preferences = house.page(&amina, "/preferences").await.body;
        assert!(preferences.contains("value=\"1.5\" checked"), "{}: {preferences}", house.name);
        assert_eq!(house.journaled("accommodation.opened").await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn trainers_read_the_year_and_change_nothing_and_trainees_do_not_open_it() {
    for house in houses().await {
        let class = house.class(1).await;
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let section = format!("/year/sections/{}", class.section);
        let page = house.page(&trainer, &section).await.body;
        assert!(page.contains("Aouadi Amina") && !page.contains("<form method=\"post\" action=\"/year"), "{page}");
        assert_eq!(house.get(&trainee, &section).await.status, StatusCode::FORBIDDEN);
        for place in ["/year/institution", "/year/imports", "/year/trainers/new", "/year/promotions/new/edit"] {
            assert_eq!(house.get(&trainer, place).await.status, StatusCode::FORBIDDEN, "{place}");
        }
    }
}

#[tokio::test]
async fn a_trainer_has_one_account_and_teaches_modules_of_the_programme() {
    for house in houses().await {
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let nadia = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let account = nadia.id.0.to_string();
        let typed = [
            ("account", account.as_str()),
            ("family_latin", "Hamdi"),
            ("given_latin", "Nadia"),
            ("modules", "MQ6"),
            ("modules", "XX1"),
            ("once", "a"),
        ];
        house.does(&studies, "/year/trainers/new", &typed).await;
        let again = [&typed[..5], &[("once", "b")]].concat();
        house.refused(&studies, "/year/trainers/new", &again, "account").await;
        assert!(store::teaches(house.store.read(), nadia.id, "MQ6").await.unwrap(), "{}", house.name);
        assert!(!store::teaches(house.store.read(), nadia.id, "XX1").await.unwrap(), "{}", house.name);
        assert!(house.page(&studies, "/year/trainers").await.body.contains("Hamdi Nadia"), "{}", house.name);
    }
}

#[tokio::test]
async fn a_room_too_small_for_its_section_is_told() {
    for house in houses().await {
        let class = house.class(3).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        house.does(&studies, "/year/campuses", &[("name_fr", "Site"), ("name_ar", "الموقع"), ("once", "a")]).await;
        let campus = house.number("SELECT id FROM campus", params![]).await.to_string();
        let wrong = [("campus", campus.as_str()), ("name", "Salle 1"), ("capacity", "zéro"), ("once", "b")];
        house.refused(&studies, "/year/rooms", &wrong, "capacity").await;
        let right = [("campus", campus.as_str()), ("name", "Salle 1"), ("capacity", "٢"), ("once", "c")];
        house.does(&studies, "/year/rooms", &right).await;
        let room = house.number("SELECT id FROM room WHERE capacity = 2", params![]).await.to_string();
        let place = format!("/year/sections/{}", class.section);
        house.does(&studies, &place, &[("code", "A"), ("room", room.as_str()), ("version", "1")]).await;
        let page = house.page(&studies, &place).await.body;
        assert!(page.contains("plus de stagiaires que sa salle"), "{}: {page}", house.name);
    }
}

#[test]
fn a_diploma_is_final_and_every_other_state_leads_on() {
    assert!(State::Graduated.next().is_empty());
    for state in State::ALL.into_iter().filter(|state| *state != State::Graduated) {
        assert!(!state.next().is_empty() && !state.next().contains(&state), "{state:?}");
        assert_eq!(State::parse(state.code()), Some(state));
    }
}
