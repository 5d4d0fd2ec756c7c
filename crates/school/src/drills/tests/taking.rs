//! Taking a drill: what is given, what is measured, what is kept.

use axum::http::StatusCode;

use super::bench::{begin, begin_again, drill, even, houses, reader, send, tried};
use crate::assessment::measure::Measure;
use crate::drills::braille::Table;
use crate::drills::rhythm::Note;
use crate::drills::{Family, TryState, library};

#[test]
fn the_drills_of_the_programme_cover_three_languages_and_every_kind_of_typing() {
    let all: Vec<_> = library::DRILLS.iter().map(|(code, source)| (code, library::check(source).unwrap())).collect();
    assert!(all.len() >= 30, "{}", all.len());
    for (code, drill) in &all {
        assert_eq!(**code, drill.head.code);
    }
    for language in ["fr", "ar", "en"] {
        for family in Family::ALL {
            let some = all.iter().any(|(_, drill)| drill.language.code() == language && drill.family == family);
            assert!(some, "{language} {}", family.word());
        }
    }
}

#[tokio::test]
async fn a_text_typed_without_error_is_measured_and_stays_the_trainees_own() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-FR-10").await.text();
        let place = begin(&amina, "MC9-FR-10", "keyboard", "text").await;
        assert!(amina.get(&place).await.shows(&["Puis-je avoir votre numéro", "spellcheck=\"false\"", "lang=\"fr\""]));
        let back = send(&house, &amina, &place, &text, &even(&text, 300)).await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, place.as_str()), "{}", back.html);
        let own = tried(&house, &place).await;
        let outcome = own.outcome.unwrap();
        assert_eq!((own.state, outcome.compared.errors, outcome.accuracy()), (TryState::Done, 0, 1.0));
        assert_eq!((outcome.value(Measure::TypingSpeed), outcome.rhythm.notes), (Some(200.0), vec![]));
        let page = amina.get(&place).await;
        assert!(
            page.shows(&["100\u{A0}%", "200 frappes par minute", "Aucune faute", "Remettre au formateur"]),
            "{}",
            page.html
        );
        assert_eq!(house.count("SELECT COUNT(*) FROM evidence").await, 0, "{}", house.name());
        let karim = house.trainee("karim").await;
        assert_eq!(karim.get(&place).await.status, StatusCode::NOT_FOUND);
        assert!(amina.get("/drills/history").await.html.contains(&place));
        assert!(!karim.get("/drills/history").await.html.contains(&place));
    }
}

#[tokio::test]
async fn errors_are_told_word_by_word_and_key_by_key() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-FR-12").await.text();
        let wrong = text.replace("Belkacem", "Belkasem").replace("Ould Ali", "OuldAli");
        let place = begin(&amina, "MC9-FR-12", "keyboard", "text").await;
        send(&house, &amina, &place, &wrong, &even(&wrong, 250)).await;
        let compared = tried(&house, &place).await.outcome.unwrap().compared;
        assert_eq!(compared.errors, 2);
        let page = amina.get(&place).await;
        assert!(
            page.shows(&[
                "<bdi lang=\"fr\">Belkacem</bdi> → <bdi lang=\"fr\">Belkasem</bdi>",
                "Ould Ali</bdi> → <bdi lang=\"fr\">OuldAli"
            ]),
            "{}",
            page.html
        );
        assert!(page.shows(&["scope=\"row\"><bdi lang=\"fr\">c</bdi>"]));
    }
}

#[tokio::test]
async fn six_keys_are_read_on_the_server_whatever_the_page_showed() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let own = drill(&house, "MC9-FR-09").await;
        let cells = Table::of(own.language).unwrap().encode(&own.text()).unwrap();
        let place = begin(&amina, "MC9-FR-09", "six_keys", "braille").await;
        let page = amina.get(&place).await;
        assert!(page.shows(&["data-drill=\"six_keys\"", "⠨⠁⠍⠊⠝⠁", "/drills/tables/fr"]), "{}", page.html);
        assert!(!page.html.contains("Amina, Karim"), "a dictation by braille does not give the text");
        house.clock().advance(3_600_000);
        let fields = [("typed", "something else"), ("cells", cells.as_str()), ("times", &even(&cells, 500))];
        amina.post(&format!("{place}/text"), &fields).await;
        let outcome = tried(&house, &place).await.outcome.unwrap();
        assert_eq!((outcome.compared.errors, outcome.value(Measure::TypingSpeed)), (0, Some(120.0)));
        assert!(outcome.rhythm.notes.is_empty(), "{:?}", outcome.rhythm.notes);
        assert!(amina.get("/drills/tables/ar").await.html.contains("\"signs\""));
    }
}

#[tokio::test]
async fn without_javascript_only_accuracy_is_measured_and_the_page_says_so() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-AR-07").await.text();
        let place = begin(&amina, "MC9-AR-07", "keyboard", "text").await;
        assert!(amina.get(&place).await.shows(&["<noscript>", "dir=\"rtl\"", "lang=\"ar\""]));
        send(&house, &amina, &place, &text.replace('إ', "ا"), "").await;
        let outcome = tried(&house, &place).await.outcome.unwrap();
        assert_eq!((outcome.accuracy(), outcome.value(Measure::TypingSpeed)), (1.0, None));
        assert_eq!(outcome.rhythm.notes, [Note::NoTimes]);
        assert!(amina.get(&place).await.shows(&["sans JavaScript", "non mesuré"]));
    }
}

#[tokio::test]
async fn a_try_is_one_try_however_often_it_is_posted_and_outlives_the_server() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-EN-06").await.text();
        let place = begin(&amina, "MC9-EN-06", "keyboard", "text").await;
        assert_eq!(begin(&amina, "MC9-EN-06", "keyboard", "text").await, place, "the same post again");
        assert_eq!(begin_again(&amina, "MC9-EN-07", "other").await, place, "one at a time");
        let draft = [("_page", place.as_str()), ("typed", "Good morning"), ("times", "0 200 210")];
        amina.post("/drafts", &draft).await;
        // The server is killed and started again; the browser too.
        let site = crate::practice::tests::house::site(&house.fresh.store);
        let amina = super::bench::Person { router: site, ..amina };
        let page = amina.get(&place).await;
        assert!(page.shows(&["Good morning</textarea>", "value=\"0 200 210\"", "id=\"restored\""]), "{}", page.html);
        for _ in 0..2 {
            assert_eq!(send(&house, &amina, &place, &text, "").await.place, place);
        }
        assert_eq!(house.count("SELECT COUNT(*) FROM drill_try").await, 1, "{}", house.name());
        let sql = "SELECT COUNT(*) FROM journal WHERE verb = 'drill.done'";
        assert_eq!(house.count(sql).await, 1, "{}", house.name());
    }
}

#[tokio::test]
async fn what_is_usual_is_the_persons_own_and_of_the_same_entry_and_language() {
    for house in houses().await {
        let (amina, karim) = (reader(&house, "amina").await, house.trainee("karim").await);
        let text = drill(&house, "MC9-EN-06").await.text();
        for (person, ms, once) in [(&amina, 300, "a"), (&amina, 200, "b"), (&amina, 400, "c"), (&karim, 100, "d")] {
            let place = begin_again(person, "MC9-EN-06", once).await;
            send(&house, person, &place, &text, &even(&text, ms)).await;
        }
        let page = amina.get("/drills/MC9-EN-08").await;
        assert!(page.shows(&["D’habitude <bdi>200 frappes par minute"]), "{}", page.html);
        assert!(!amina.get("/drills/MC9-FR-12").await.html.contains("D’habitude <bdi>"));
    }
}

#[tokio::test]
async fn the_list_is_filtered_and_a_try_can_be_given_up() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let all = amina.get("/drills").await;
        assert!(all.shows(&["/drills/MC9-FR-01", "/drills/MC9-AR-12"]));
        let some = amina.get("/drills?language=ar&family=data&entry=six_keys").await;
        assert!(some.shows(&["/drills/MC9-AR-09"]) && !some.html.contains("/drills/MC9-AR-11"));
        assert!(amina.get("/drills?language=xx").await.shows(&["/drills/MC9-FR-01"]));
        let place = begin(&amina, "MC9-FR-01", "keyboard", "text").await;
        assert!(amina.get("/drills").await.html.contains(&place));
        amina.post(&format!("{place}/abandonment"), &[]).await;
        assert_eq!(amina.get(&place).await.status, StatusCode::CONFLICT);
        assert_eq!(tried(&house, &place).await.state, TryState::Dropped);
    }
}
