use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use crate::house::{House, houses};

/// Links a trainee to an account.
async fn linked(house: &House, trainee: i64, account: i64) {
    house.run(&format!("UPDATE trainee SET account_id = {account} WHERE id = {trainee}")).await.unwrap();
}

#[tokio::test]
async fn a_promotion_chooses_its_rule_once_and_keeps_it() {
    for house in houses().await {
        let class = house.class(1).await;
        let studies = house.person("samira", Role::Studies, Lang::Fr).await;
        let place = format!("/year/sections/{}/competence", class.section);
        assert!(house.page(&studies, &place).await.body.contains("Règle d’usage"), "{}", house.name);
        house.refused(&studies, &place, &[("rule", "mean")], "rule").await;
        house.does(&studies, &place, &[("rule", "twice")]).await;
        let page = house.page(&studies, &place).await.body;
        assert!(page.contains("deux essais") && !page.contains("name=\"rule\""), "{}: {page}", house.name);
        let again = house.post(&studies, &place, &[("rule", "best")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", house.name);
        let changed = house.run("UPDATE competence_rule SET rule = 'best'").await;
        assert!(changed.is_err(), "{}: the database keeps it too", house.name);
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        assert_eq!(house.post(&trainer, &place, &[("rule", "last")]).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_trainee_says_where_they_stand_and_nothing_is_decided_by_it() {
    for house in houses().await {
        let class = house.class(2).await;
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        assert_eq!(house.get(&amina, "/competence").await.status, StatusCode::CONFLICT, "{}: no record", house.name);
        linked(&house, class.trainees[0], amina.id.0).await;
        let fields = [("module", "MQ6"), ("MQ6.G1", "acquired"), ("MQ6.O1.C1", "in_progress")];
        assert_eq!(house.does(&amina, "/competence", &fields).await, "/competence?module=MQ6");
        assert_eq!(house.journaled("competence.self").await, 1);
        house.does(&amina, "/competence", &fields).await;
        assert_eq!(house.journaled("competence.self").await, 1, "{}: nothing new was said", house.name);
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let place = format!("/year/trainees/{}/competence?module=MQ6", class.trainees[0]);
        let page = house.page(&trainer, &place).await.body;
        assert!(page.contains(">Acquis</td>") && page.contains("Non décidé"), "{}: {page}", house.name);
        assert!(!page.contains("<select"), "{}: nobody speaks for a trainee", house.name);
        assert_eq!(house.number("SELECT COUNT(*) FROM evidence", vec![]).await, 0, "{}", house.name);
        house.does(&amina, "/competence", &[("module", "MQ6"), ("MQ6.G1", "")]).await;
        let page = house.page(&trainer, &place).await.body;
        assert!(!page.contains(">Acquis</td>"), "{}: it can be taken back", house.name);
        let other = house.get(&amina, &place).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN, "{}", house.name);
    }
}
