use super::{ADC, ADM, EXC, RED, borrowed, decide, fields, mark, ready};
use crate::house::{SCHOOL, houses};
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

#[tokio::test]
async fn a_missing_mark_blocks_the_seal_and_names_trainee_and_module() {
    for house in houses().await {
        let ready = ready(&house, 2).await;
        mark(&house, &ready, 0, None, 1_250).await;
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("Benali Amina n’a pas de note\u{a0}: MQ6."), "{}: {page}", house.name);
        assert!(page.contains("12,50") && page.contains("Proposition\u{a0}: Admis."), "{}: {page}", house.name);
        assert!(!page.contains("name=\"confirm\""), "{}: no seal to be had", house.name);
        let place = format!("{}/seal", ready.place);
        let sent = house.post(&ready.studies, &place, &[("confirm", "yes"), ("touched", "0")]);
        assert_eq!(sent.await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.journaled("council.sealed").await, 0, "{}: nor by a post of one's own", house.name);
    }
}

#[tokio::test]
async fn a_decision_that_differs_from_the_proposal_needs_a_reason() {
    for house in houses().await {
        let ready = ready(&house, 2).await;
        mark(&house, &ready, 0, None, 1_250).await;
        mark(&house, &ready, 1, None, 900).await;
        let typed = fields(&house, &ready.studies, &ready, &[(ADM, ""), (ADC, "")]).await;
        let reason = format!("r-{}", ready.class.trainees[1]);
        let page = house.refused(&ready.studies, &ready.place, &borrowed(&typed), &reason).await.body;
        assert!(page.contains("Nadia Hamdi, formatrice"), "{}: nothing typed is lost: {page}", house.name);
        assert_eq!(house.journaled("council.decided").await, 0, "{}: all or nothing", house.name);
        decide(&house, &ready, &[(ADM, ""), (ADC, "Décès dans la famille en janvier")]).await;
        assert_eq!(house.journaled("council.decided").await, 1);
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("name=\"confirm\"") && page.contains("La moyenne 9,00 est sous 10,00."), "{page}");
        let touched = house.page(&ready.studies, &ready.place).await.hidden("touched");
        let place = format!("{}/seal", ready.place);
        house.refused(&ready.studies, &place, &[("touched", &touched)], "confirm").await;
        assert_eq!(house.journaled("council.sealed").await, 0, "{}: a seal is confirmed", house.name);
    }
}

#[tokio::test]
async fn two_people_deciding_at_once_are_told_of_each_other() {
    for house in houses().await {
        let ready = ready(&house, 2).await;
        mark(&house, &ready, 0, None, 1_250).await;
        mark(&house, &ready, 1, None, 900).await;
        let other = house.person("karim", Role::Studies, Lang::Fr).await;
        let mine = fields(&house, &ready.studies, &ready, &[(ADM, ""), (RED, "Deuxième échec")]).await;
        let mut theirs = fields(&house, &other, &ready, &[(ADM, ""), (EXC, "Absence de six mois")]).await;
        theirs.retain(|(name, _)| name != "president");
        theirs.push(("president".to_owned(), "Karim Aït Ali".to_owned()));
        house.does(&other, &ready.place, &borrowed(&theirs)).await;
        let field = format!("d-{}", ready.class.trainees[1]);
        let told = house.refused(&ready.studies, &ready.place, &borrowed(&mine), &field).await;
        assert!(told.body.contains("karim Testée a décidé EXC entre-temps"), "{}: {}", house.name, told.body);
        assert!(told.body.contains("id=\"f-held_on-error\"") && told.body.contains("Karim Aït Ali"), "{}", house.name);
        assert!(told.body.contains("value=\"Deuxième échec\""), "{}: mine is still there", house.name);
        let mut again = mine;
        for (name, value) in &mut again {
            if name.starts_with("v-") || name == "sat" {
                *value = told.hidden(name);
            }
        }
        house.does(&ready.studies, &ready.place, &borrowed(&again)).await;
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("value=\"Deuxième échec\"") && !page.contains("Absence de six mois"), "{page}");
    }
}

#[tokio::test]
async fn a_mark_changed_after_the_decision_asks_for_it_again_and_new_rules_do_not() {
    for house in houses().await {
        let ready = ready(&house, 1).await;
        mark(&house, &ready, 0, None, 1_250).await;
        decide(&house, &ready, &[(ADM, "")]).await;
        let change = house.store.begin(crate::house::SCHOOL).await.unwrap();
        let rules = crate::marks::Rules { pass: 1_500, ..crate::marks::Rules::usual() };
        let from = desk::clients::Day::parse("2026-11-20").unwrap();
        crate::marks::add_rules(&change, ready.class.promotion, 1, from, &rules, "essai").await.unwrap();
        change.commit().await.unwrap();
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("name=\"confirm\""), "{}: a sheet keeps its rules: {page}", house.name);
        mark(&house, &ready, 0, Some(1_250), 1_300).await;
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("les notes ou les règles ont changé") && !page.contains("name=\"confirm\""), "{page}");
        decide(&house, &ready, &[(ADM, "")]).await;
        assert!(house.page(&ready.studies, &ready.place).await.body.contains("name=\"confirm\""), "{}", house.name);
    }
}

#[tokio::test]
async fn trainers_read_a_council_and_decide_nothing() {
    for house in houses().await {
        let ready = ready(&house, 1).await;
        let trainer = house.person("nadia", Role::Trainer, Lang::Ar).await;
        let page = house.page(&trainer, &ready.place).await.body;
        assert!(page.contains("للمناقشة") && !page.contains("name=\"president\""), "{}: {page}", house.name);
        for place in [ready.place.clone(), format!("{}/seal", ready.place), "/year/councils".to_owned()] {
            assert_eq!(house.post(&trainer, &place, &[]).await.status, StatusCode::FORBIDDEN, "{place}");
        }
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        assert_eq!(house.get(&trainee, &ready.place).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn the_institution_names_and_dates_its_own_decisions() {
    for house in houses().await {
        let ready = ready(&house, 1).await;
        let own = "/year/councils/codes";
        let new =
            [("code", "FEL"), ("kind", "admitted"), ("fr", "Félicitations"), ("ar", "تهنئة"), ("from", "1/9/2026")];
        house.does(&ready.studies, own, &new).await;
        house.refused(&ready.studies, own, &new, "code").await;
        assert!(house.page(&ready.studies, &ready.place).await.body.contains("FEL Félicitations"), "{}", house.name);
        let old =
            [("id", "1"), ("version", "1"), ("code", "ADM"), ("fr", "Admis"), ("ar", "ناجح"), ("from", "1/9/2020")];
        let withdrawn: Vec<_> = old.into_iter().chain([("until", "1/10/2026")]).collect();
        house.does(&ready.studies, own, &withdrawn).await;
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(!page.contains(">ADM Admis<"), "{}: it can no longer be chosen: {page}", house.name);
        house.refused(&ready.studies, own, &withdrawn, "code").await;
    }
}

#[tokio::test]
async fn absences_that_reached_a_threshold_are_talked_about() {
    for house in houses().await {
        let ready = ready(&house, 3).await;
        for at in 0..3 {
            mark(&house, &ready, at, None, 1_250).await;
        }
        let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
        let teaching = house.teaching(&trainer).await;
        let days = ["2026-10-05", "2026-10-06", "2026-10-07"];
        let sessions = days.map(|day| teaching.session(ready.class.section, day, 1, 8));
        let made = house.lays(&sessions).await;
        let change = house.store.begin(SCHOOL).await.unwrap();
        // One is away for 24 hours, another for 16; a third was there.
        for (at, lesson) in made.iter().enumerate() {
            let who = [Some(0), (at < 2).then_some(1)];
            let cells: Vec<_> = who.into_iter().flatten().map(|own: usize| absent(ready.class.trainees[own])).collect();
            crate::attendance::keep(&change, *lesson, &cells).await.unwrap();
        }
        change.commit().await.unwrap();
        let none = house.page(&ready.studies, &ready.place).await.body;
        assert!(!none.contains("Absences non justifiées"), "{}: the semester has no days yet", house.name);
        let days = format!(
            "INSERT INTO promotion_semester (promotion_id, number, from_on, until_on) VALUES ({}, 1, '2026-10-04', '2027-02-04')",
            ready.class.promotion
        );
        house.run(&days).await.unwrap();
        let page = house.page(&ready.studies, &ready.place).await.body;
        for said in ["24 h, au-dessus du seuil de 18 h.", "16 h. L’avertissement commence à 9 h."] {
            // Among the cases, and at the decision.
            assert_eq!(page.matches(said).count(), 2, "{}: {said}: {page}", house.name);
        }
    }
}

fn absent(trainee: i64) -> crate::attendance::Cell {
    crate::attendance::Cell { trainee, old: None, new: crate::attendance::Presence::Absent }
}
