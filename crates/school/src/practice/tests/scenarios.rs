//! The scenarios of the program and of a school's own folder, in versions that an attempt holds on to.

use std::fs;
use std::path::Path;

use axum::http::StatusCode;

use super::*;

/// The first scenario of the programme as a file, with some words replaced.
fn changed(changes: &[(&str, &str)]) -> String {
    let (_, source) = library::SCENARIOS.iter().find(|(code, _)| *code == "MQ6-FR-1").unwrap();
    changes.iter().fold((*source).to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "{from}");
        source.replace(from, to)
    })
}

async fn load(house: &House, folder: &Path) -> Vec<library::Refused> {
    library::load(&house.fresh.store, folder).await.unwrap()
}

const SECOND: [(&str, &str); 2] = [("version = 1\nmodule", "version = 2\nmodule"), ("Allô, bonjour.", "Oui, allô ?")];

#[tokio::test]
async fn an_attempt_holds_on_to_the_version_of_the_scenario_it_began_with() {
    for house in houses().await {
        let folder = tempfile::tempdir().unwrap();
        let (amina, samir) = (house.trainee("amina").await, house.trainee("samir").await);
        amina.ready("MQ6-FR-1", "practice").await;
        let first = house.attempts(&amina).await.pop().unwrap();
        fs::write(folder.path().join("facture.toml"), changed(&SECOND)).unwrap();
        assert!(load(&house, folder.path()).await.is_empty(), "{}", house.name());
        assert!(samir.get("/practice/MQ6-FR-1").await.shows(&["<bdi dir=\"ltr\">v2</bdi>"]), "{}", house.name());
        let second = house.on_the_line(&samir, "MQ6-FR-1", "practice").await;
        assert_eq!(house.turns(&second).await[0].text, "Oui, allô ?", "{}", house.name());
        amina.get("/desk").await;
        amina.act(&first, "answer", &[]).await;
        assert_eq!(house.turns(&first).await[0].text, "Allô, bonjour.", "{}", house.name());
        let pinned = [first.scenario, second.scenario];
        let mut versions = vec![];
        for id in pinned {
            versions.push(scenario_by_id(house.fresh.store.read(), id).await.unwrap().version);
        }
        assert_eq!(versions, [1, 2], "{}", house.name());
        amina.post("/practice/restart", &[]).await;
        let again = house.attempts(&amina).await.pop().unwrap();
        assert_eq!(again.scenario, first.scenario, "{}: the same exercise again, not another one", house.name());
        assert_eq!(house.close(&samir, &second).await.status, StatusCode::SEE_OTHER, "{}", house.name());
    }
}

#[tokio::test]
async fn a_version_that_is_known_already_stays_as_it_was() {
    for house in houses().await {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("facture.toml"), changed(&[("Allô, bonjour.", "Oui, allô ?")])).unwrap();
        let before = house.count("SELECT COUNT(*) FROM scenario").await;
        load(&house, folder.path()).await;
        load(&house, folder.path()).await;
        assert_eq!((before, house.count("SELECT COUNT(*) FROM scenario").await), (15, 15), "{}", house.name());
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        assert_eq!(house.turns(&attempt).await[0].text, "Allô, bonjour.", "{}", house.name());
    }
}

#[tokio::test]
async fn a_broken_scenario_is_left_out_with_its_line_and_the_others_are_there() {
    for house in houses().await {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
        let mood = "mood = \"calm\"";
        let broken = changed(&[("code = \"MQ6-FR-1\"", "code = \"MQ6-FR-8\""), (mood, "mood = \"hungry\"")]);
        let line = 1 + broken.lines().position(|line| line.starts_with("mood")).unwrap();
        file("a-broken.toml", broken.as_bytes());
        file("b-good.toml", changed(&[("code = \"MQ6-FR-1\"", "code = \"MQ6-FR-9\"")]).as_bytes());
        file("c-half.toml", changed(&[]).lines().take(20).collect::<Vec<_>>().join("\n").as_bytes());
        file("d-latin1.toml", b"title = \"\xe9t\xe9\"");
        file("e-notes.txt", b"not a scenario");
        let refused = load(&house, folder.path()).await;
        let names: Vec<_> =
            refused.iter().map(|one| Path::new(&one.file).file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["a-broken.toml", "c-half.toml", "d-latin1.toml"], "{}: {refused:?}", house.name());
        assert!(
            refused[0].why.starts_with(&format!("line {line}: ")) && refused[0].why.contains("hungry"),
            "{}: {}",
            house.name(),
            refused[0].why
        );
        assert!(refused[1].why.starts_with("line ") && !refused[2].why.is_empty(), "{}: {refused:?}", house.name());
        let amina = house.trainee("amina").await;
        let list = amina.get("/practice").await;
        assert!(list.shows(&["/practice/MQ6-FR-1\"", "/practice/MQ6-FR-9\"", "/practice/MQ7-FR-1\""]), "{}", list.html);
        assert!(!list.html.contains("MQ6-FR-8"), "{}", house.name());
        assert_eq!(amina.get("/practice/MQ6-FR-8").await.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert_eq!(amina.ready("MQ6-FR-9", "practice").await.place, "/desk", "{}", house.name());
    }
}

/// Each line that the desk would refuse in a client's form, with the line as it should be.
#[tokio::test]
async fn a_client_that_the_desk_would_refuse_is_refused_with_its_line_before_any_exercise() {
    for (right, wrong) in [
        ("commune = \"Bir Mourad Rais\"", "commune = \"Bir Mouradia\""),
        ("commune = \"Bir Mourad Rais\"", "commune = \"Azazga\""),
        ("phone = \"0561207788\"", "phone = \"14\""),
        ("given_latin = \"Kamel\"", "given_latin = \"كمال\""),
        ("birth_date = \"1979-02-03\"", "birth_date = \"1879-02-03\""),
    ] {
        let source = changed(&[(right, wrong)]);
        let line = 1 + source.lines().position(|line| line == wrong).unwrap();
        let faults = library::check(&source).unwrap_err().to_string();
        assert_eq!(faults.lines().count(), 1, "{wrong}\n{faults}");
        assert!(faults.starts_with(&format!("line {line}: ")), "{wrong}, line {line}\n{faults}");
    }
    assert!(
        library::check(&changed(&[("language = \"fr\"\nstatus", "status")])).is_ok(),
        "what the form gives may be left out"
    );
}

#[tokio::test]
async fn every_scenario_of_the_programme_can_be_started_and_its_call_answered() {
    for house in houses().await {
        for (code, _) in library::SCENARIOS {
            let trainee = house.trainee(&code.to_lowercase()).await;
            let attempt = house.on_the_line(&trainee, code, "practice").await;
            let opening = house.turns(&attempt).await;
            assert!(!opening.is_empty() && !opening[0].is_agent(), "{} {code}", house.name());
            let closed = house.close(&trainee, &attempt).await;
            assert_eq!(
                closed.place,
                format!("/attempts/{}/result", attempt.id.0),
                "{} {code}\n{}",
                house.name(),
                closed.html
            );
            assert_eq!(trainee.get(&closed.place).await.status, StatusCode::OK, "{} {code}", house.name());
        }
    }
}
