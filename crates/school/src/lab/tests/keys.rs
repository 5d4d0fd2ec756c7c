use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use super::house::{Back, FR, Person, houses};
use crate::lab::keys::{self, KeyExercise};
use crate::lab::library::KEYS;
use crate::practice::library::surroundings;

const NVDA: &str = "/lab/keys/MC9-KEYS-NVDA";

fn exercise() -> KeyExercise {
    let source = KEYS.iter().find(|(own, _)| *own == "MC9-KEYS-NVDA").unwrap().1;
    keys::parse(source, &surroundings().criteria).unwrap()
}

/// The command that the page asks for.
fn asked(page: &Back) -> String {
    let rest = page.html.split("name=\"command\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.html));
    rest.split('"').next().unwrap().to_owned()
}

/// Answers the question of the page, right or wrong, and follows where it leads.
async fn answer(person: &Person, page: &Back, right: bool) -> Back {
    let command = asked(page);
    let keys = exercise().commands.into_iter().find(|own| own.id == command).unwrap().keys.remove(0);
    let given = if right { keys } else { "NVDA+Ctrl+Shift+Z".to_owned() };
    let once = page.once();
    let back =
        person.post(&format!("{NVDA}/answers"), &[("command", &command), ("typed", &given), ("once", &once)]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    person.get(&back.place).await
}

#[tokio::test]
async fn a_round_is_answered_told_and_handed_over() {
    for house in houses().await {
        let (amina, nadia) = (house.trainee("amina").await, house.person("nadia", Role::Trainer, Lang::Fr).await);
        let mut page = amina.get(NVDA).await;
        for n in 0..10 {
            let before = asked(&page);
            page = answer(&amina, &page, n != 3).await;
            assert_ne!(asked(&page), before, "{}: the same question twice in a row", house.name());
            assert!(page.html.contains("id=\"answer\""), "{}", house.name());
        }
        assert_eq!(house.count("SELECT CAST(SUM(asked) AS BIGINT) FROM key_card").await, 10, "{}", house.name());
        let back = amina.post(&format!("{NVDA}/rounds"), &[]).await;
        assert!(back.place.starts_with("/attempts/"), "{}", back.html);
        let made =
            "SELECT COUNT(*) FROM evidence WHERE criterion = 'MC9.G5' AND numerator = 9 AND denominator = 10 AND met";
        assert_eq!(house.count(made).await, 1, "{}", house.name());
        assert_eq!(amina.get(&back.place).await.status, StatusCode::OK, "{}", house.name());
        let review = nadia.get(&back.place.replace("/attempts", "/reviews").replace("/result", "")).await;
        assert_eq!(review.status, StatusCode::OK, "{}", review.html);
        let early = amina.post(&format!("{NVDA}/rounds"), &[]).await;
        assert_eq!(early.place, NVDA, "{}: a new round begins from zero", house.name());
    }
}

#[tokio::test]
async fn an_answer_without_keys_is_asked_again_and_one_sent_twice_counts_once() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let page = amina.get(NVDA).await;
        let command = asked(&page);
        let to = format!("{NVDA}/answers");
        let empty = amina.post(&to, &[("command", &command)]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert!(empty.html.contains(&*FR.t("keys-error-empty")) && asked(&empty) == command, "{}", house.name());
        let long = amina.post(&to, &[("command", &command), ("typed", &"x".repeat(61))]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        let none = amina.post(&to, &[("command", "rien"), ("keys", "F1")]).await;
        assert_eq!(none.status, StatusCode::BAD_REQUEST, "{}", house.name());
        let once = page.once();
        for _ in 0..2 {
            amina.post(&to, &[("command", &command), ("keys", "F1"), ("once", &once)]).await;
        }
        assert_eq!(house.count("SELECT CAST(SUM(asked) AS BIGINT) FROM key_card").await, 1, "{}", house.name());
    }
}
