use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use desk::clients::Day;
use names::{NameFields, PersonName};
use words::Lang;

use crate::cohorts;
use crate::house::{Class, House, Person, SCHOOL, houses};
use crate::marks::{Mark, Rules, open_sheet, store};

/// A section of three, a plan, the sheet of MQ6, and a trainer who teaches it.
struct Ready {
    class: Class,
    sheet: i64,
    trainer: Person,
    place: String,
}

async fn teacher(house: &House, login: &str, modules: &[&str]) -> Person {
    let person = house.person(login, Role::Trainer, Lang::Fr).await;
    let fields = NameFields { family_latin: "Hamdi".into(), given_latin: "Nadia".into(), ..NameFields::default() };
    let change = house.store.begin(SCHOOL).await.unwrap();
    cohorts::add_trainer(&change, person.id.0, &PersonName::new(&fields).unwrap(), modules).await.unwrap();
    change.commit().await.unwrap();
    person
}

async fn ready(house: &House) -> Ready {
    let class = house.class(3).await;
    let change = house.store.begin(SCHOOL).await.unwrap();
    let plan = school::programme::programme().semesters.assignment();
    crate::plan::fill(&change, class.promotion, 1, &plan).await.unwrap();
    let day = Day::parse("2026-11-01").unwrap();
    let sheet = open_sheet(&change, class.section, "MQ6", 1, day).await.unwrap();
    change.commit().await.unwrap();
    let trainer = teacher(house, "nadia", &["MQ6"]).await;
    Ready { class, sheet, trainer, place: format!("/year/marks/{sheet}/C1") }
}

/// The fields of an entry: what was typed for each trainee over what the page showed.
async fn entry(house: &House, person: &Person, ready: &Ready, typed: &[&str]) -> Vec<(String, String)> {
    let page = house.page(person, &ready.place).await;
    let mut fields = vec![("once".to_owned(), page.hidden("once"))];
    for (id, typed) in ready.class.trainees.iter().zip(typed) {
        fields.push((format!("m-{id}"), (*typed).to_owned()));
        fields.push((format!("seen-{id}"), page.hidden(&format!("seen-{id}"))));
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

async fn stored(house: &House, ready: &Ready) -> Vec<Option<Mark>> {
    let all = store::marks_of(house.store.read(), ready.sheet).await.unwrap();
    let of = |id: &i64| all.iter().find(|own| own.trainee_id == *id && own.component == "C1");
    ready.class.trainees.iter().map(|id| of(id).and_then(|own| Mark::stored(&own.value))).collect()
}

#[tokio::test]
async fn marks_are_typed_in_a_row_saved_in_one_go_and_a_post_sent_twice_counts_once() {
    for house in houses().await {
        let ready = ready(&house).await;
        let fields = entry(&house, &ready.trainer, &ready, &["14,5", "a", "d"]).await;
        for _ in 0..2 {
            house.does(&ready.trainer, &ready.place, &borrowed(&fields)).await;
        }
        assert_eq!(
            stored(&house, &ready).await,
            [Some(Mark::Given(1450)), Some(Mark::Absent), Some(Mark::Exempt)],
            "{}",
            house.name
        );
        assert_eq!(house.journaled("marks.entered").await, 1, "{}", house.name);
        let page = house.page(&ready.trainer, &ready.place).await.body;
        assert!(page.contains("value=\"14,50\"") && page.contains("3 notes"), "{}: {page}", house.name);
        let none = entry(&house, &ready.trainer, &ready, &["14,5", "a", "d"]).await;
        house.does(&ready.trainer, &ready.place, &borrowed(&none)).await;
        assert_eq!(house.journaled("marks.entered").await, 1, "{}: nothing changed, nothing is written", house.name);
    }
}

#[tokio::test]
async fn a_mark_of_21_is_refused_at_its_field_and_everything_typed_is_kept() {
    for house in houses().await {
        let ready = ready(&house).await;
        let fields = entry(&house, &ready.trainer, &ready, &["12", "21", "abc"]).await;
        let second = format!("m-{}", ready.class.trainees[1]);
        let page = house.refused(&ready.trainer, &ready.place, &borrowed(&fields), &second).await;
        for typed in ["value=\"12\"", "value=\"21\"", "value=\"abc\""] {
            assert!(page.body.contains(typed), "{}: {typed} is lost: {}", house.name, page.body);
        }
        assert_eq!(stored(&house, &ready).await, [None, None, None], "{}: all or nothing", house.name);
        let again = house.page(&ready.trainer, &ready.place).await.body;
        assert!(again.contains("value=\"21\"") && again.contains("id=\"restored\""), "{}: kept for later", house.name);
    }
}

#[tokio::test]
async fn two_trainers_at_once_see_each_other_s_value_and_nothing_is_lost() {
    for house in houses().await {
        let ready = ready(&house).await;
        let other = teacher(&house, "karima", &["MQ6"]).await;
        let mine = entry(&house, &ready.trainer, &ready, &["10", "11", ""]).await;
        let theirs = entry(&house, &other, &ready, &["15", "", "16"]).await;
        house.does(&other, &ready.place, &borrowed(&theirs)).await;
        let first = format!("m-{}", ready.class.trainees[0]);
        let told = house.refused(&ready.trainer, &ready.place, &borrowed(&mine), &first).await;
        assert!(told.body.contains("karima Testée a écrit 15,00"), "{}: {}", house.name, told.body);
        assert!(
            told.body.contains("value=\"10\"") && told.body.contains("value=\"16,00\""),
            "{}: mine, and theirs where I typed nothing",
            house.name
        );
        assert_eq!(stored(&house, &ready).await, [Some(Mark::Given(1500)), None, Some(Mark::Given(1600))]);
        // Saying it again, having seen the other's value, replaces it; the former value stays in the log.
        let mut again = vec![("once".to_owned(), told.hidden("once"))];
        for (id, typed) in ready.class.trainees.iter().zip(["10", "11", "16,00"]) {
            again.push((format!("m-{id}"), typed.to_owned()));
            again.push((format!("seen-{id}"), told.hidden(&format!("seen-{id}"))));
        }
        house.does(&ready.trainer, &ready.place, &borrowed(&again)).await;
        assert_eq!(
            stored(&house, &ready).await,
            [Some(Mark::Given(1000)), Some(Mark::Given(1100)), Some(Mark::Given(1600))]
        );
        let sql = "SELECT COUNT(*) FROM mark_change WHERE old_value = '1500' AND new_value = '1000'";
        assert_eq!(house.number(sql, params![]).await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn an_entry_session_is_undone_and_what_somebody_changed_since_stays() {
    for house in houses().await {
        let ready = ready(&house).await;
        let other = teacher(&house, "karima", &["MQ6"]).await;
        let fields = entry(&house, &ready.trainer, &ready, &["10", "11", "12"]).await;
        house.does(&ready.trainer, &ready.place, &borrowed(&fields)).await;
        let session = fields[0].1.clone();
        let theirs = entry(&house, &other, &ready, &["10", "11", "18"]).await;
        house.does(&other, &ready.place, &borrowed(&theirs)).await;
        let undoing = format!("{}/undoing", ready.place);
        house.does(&other, &undoing, &[("session", session.as_str())]).await;
        assert_eq!(house.journaled("marks.undone").await, 0, "{}: it is not theirs", house.name);
        for _ in 0..2 {
            house.does(&ready.trainer, &undoing, &[("session", session.as_str())]).await;
        }
        assert_eq!(stored(&house, &ready).await, [None, None, Some(Mark::Given(1800))], "{}", house.name);
        assert_eq!(house.journaled("marks.undone").await, 1, "{}", house.name);
        let page = house.page(&ready.trainer, &ready.place).await.body;
        assert!(!page.contains("name=\"session\""), "{}: nothing of one's own is left to undo: {page}", house.name);
    }
}

#[tokio::test]
async fn only_those_who_teach_a_module_and_the_head_of_studies_give_its_marks() {
    for house in houses().await {
        let ready = ready(&house).await;
        let stranger = teacher(&house, "djamel", &["MC9"]).await;
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        for person in [&stranger, &trainee] {
            assert_eq!(house.get(person, &ready.place).await.status, StatusCode::FORBIDDEN, "{}", house.name);
            assert_eq!(house.post(person, &ready.place, &[]).await.status, StatusCode::FORBIDDEN, "{}", house.name);
        }
        house.page(&studies, &ready.place).await;
        let sheet = format!("/year/marks/{}", ready.sheet);
        assert!(!house.page(&stranger, &sheet).await.body.contains("/C1\""), "{}", house.name);
        assert_eq!(house.get(&ready.trainer, &format!("{sheet}/XX")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_sheet_keeps_its_rules_when_a_new_version_is_made() {
    for house in houses().await {
        let ready = ready(&house).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let place = format!("/year/promotions/{}/regime", ready.class.promotion);
        let page = house.page(&studies, &place).await;
        assert!(page.body.contains("1 relevé est ouvert"), "{}: {}", house.name, page.body);
        let mut fields: Vec<(String, String)> = vec![];
        for (name, value) in [
            ("last", "1"),
            ("from", "20/11/2026"),
            ("reason", "Décision du conseil."),
            ("fr-1", "Examen"),
            ("ar-1", "الامتحان"),
            ("weight-1", "1"),
            ("pass", "10"),
            ("eliminatory", "0"),
            ("rounding", "25"),
            ("compensation", "no"),
            ("absent", "open"),
            ("resit", "none"),
        ] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        fields.extend(
            school::programme::programme()
                .modules
                .iter()
                .map(|own| (format!("coefficient-{}", own.code), "2".to_owned())),
        );
        let mut early = fields.clone();
        early[1].1 = "01/10/2026".to_owned();
        house.refused(&studies, &place, &borrowed(&early), "from").await;
        let mut bad = fields.clone();
        bad[7].1 = "11".to_owned();
        house.refused(&studies, &place, &borrowed(&bad), "eliminatory").await;
        house.does(&studies, &place, &borrowed(&fields)).await;
        house.refused(&studies, &place, &borrowed(&fields), "from").await;

        let own = store::sheet(house.store.read(), ready.sheet).await.unwrap();
        let regime = store::regime(house.store.read(), own.regime_id).await.unwrap();
        assert_eq!(
            (regime.number, regime.rules().unwrap()),
            (1, Rules::usual()),
            "{}: nothing is computed anew",
            house.name
        );
        let section = format!("/year/sections/{}/marks", ready.class.section);
        let opened = house.does(&studies, &section, &[("module", "MQ1"), ("semester", "1"), ("once", "z")]).await;
        let page = house.page(&studies, &opened).await.body;
        assert!(page.contains("2</bdi> des règles") || page.contains("version 2"), "{}: {page}", house.name);
        house.refused(&studies, &section, &[("module", "MQ1"), ("semester", "1"), ("once", "y")], "module").await;
    }
}

#[tokio::test]
async fn the_head_of_studies_opens_every_sheet_of_a_semester_at_once_and_a_trainer_does_not() {
    for house in houses().await {
        let ready = ready(&house).await;
        let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
        let section = format!("/year/sections/{}/marks", ready.class.section);
        let all = [("module", "all"), ("semester", "1"), ("once", "x")];
        let refused = house.post(&ready.trainer, &section, &all).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name);
        let before = house.journaled("mark_sheet.opened").await;
        for _twice in 0..2 {
            house.does(&studies, &section, &all).await;
        }
        let page = house.page(&studies, &format!("{section}?semester=1")).await.body;
        assert!(!page.contains("name=\"module\""), "{}: nothing is left to open", house.name);
        let opened = house.journaled("mark_sheet.opened").await - before;
        assert!(opened > 3, "{}: {opened} sheets", house.name);
        assert_eq!(page.matches("href=\"/year/marks/").count(), usize::try_from(opened).unwrap() + 1, "{}", house.name);
    }
}

#[tokio::test]
async fn a_mark_set_by_a_person_keeps_the_computed_one_and_its_reason() {
    for house in houses().await {
        let ready = ready(&house).await;
        let id = ready.class.trainees[0];
        for component in ["C1", "C2", "C3"] {
            let ready = Ready {
                place: format!("/year/marks/{}/{component}", ready.sheet),
                class: house_class(&ready.class),
                sheet: ready.sheet,
                trainer: ready.trainer.clone(),
            };
            let fields = entry(&house, &ready.trainer, &ready, &["9", "12", ""]).await;
            house.does(&ready.trainer, &ready.place, &borrowed(&fields)).await;
        }
        let place = format!("/year/marks/{}/trainees/{id}", ready.sheet);
        let page = house.page(&ready.trainer, &place).await;
        assert!(page.body.contains("36,00") && page.body.contains("à compenser"), "{}: {}", house.name, page.body);
        house.refused(&ready.trainer, &place, &[("mark", "10"), ("reason", ""), ("version", "0")], "reason").await;
        house.refused(&ready.trainer, &place, &[("mark", "a"), ("reason", "x"), ("version", "0")], "mark").await;
        let set = [("mark", "10"), ("reason", "Rachat d’un point."), ("version", "0")];
        house.does(&ready.trainer, &place, &set).await;
        house.refused(&ready.trainer, &place, &set, "mark").await;
        let page = house.page(&ready.trainer, &place).await.body;
        for told in ["Rachat d’un point.", "10,00", "9,00", "validé"] {
            assert!(page.contains(told), "{}: {told} in {page}", house.name);
        }
        house.does(&ready.trainer, &place, &[("mark", ""), ("reason", "Erreur."), ("version", "1")]).await;
        let none = store::override_of(house.store.read(), ready.sheet, id).await.unwrap();
        assert!(none.is_none(), "{}", house.name);
        assert_eq!(house.journaled("mark.overridden").await, 2, "{}", house.name);
    }
}

fn house_class(class: &Class) -> Class {
    Class { promotion: class.promotion, section: class.section, trainees: class.trainees.clone() }
}

#[tokio::test]
async fn every_page_of_marks_is_whole_in_the_three_languages() {
    for house in houses().await {
        let ready = ready(&house).await;
        for (login, lang) in [("fr", Lang::Fr), ("ar", Lang::Ar), ("en", Lang::En)] {
            let studies = house.person(login, Role::Studies, lang).await;
            for place in [
                format!("/year/sections/{}/marks?semester=1", ready.class.section),
                format!("/year/marks/{}", ready.sheet),
                ready.place.clone(),
                format!("/year/marks/{}/R", ready.sheet),
                format!("/year/marks/{}/trainees/{}", ready.sheet, ready.class.trainees[0]),
                format!("/year/promotions/{}/regime", ready.class.promotion),
            ] {
                assert_eq!(
                    house.page(&studies, &place).await.body.matches("<h1 ").count(),
                    1,
                    "{place} on {}",
                    house.name
                );
            }
        }
    }
}

#[tokio::test]
async fn an_average_is_shown_once_every_module_of_the_semester_has_its_mark() {
    for house in houses().await {
        let ready = ready(&house).await;
        let place = format!("/year/sections/{}/marks?semester=1", ready.class.section);
        let page = house.page(&ready.trainer, &place).await.body;
        assert!(
            page.contains("à compléter") && page.contains("MQ1, "),
            "{}: what is missing is named: {page}",
            house.name
        );
    }
}
