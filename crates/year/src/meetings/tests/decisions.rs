//! Decisions that are corrected or withdrawn, the paper that says so, and lists that go on.

use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use super::planned;
use crate::house::{House, Person, SCHOOL, houses};
use crate::meetings::{Wording, decide};

/// A meeting with one decision, and the page of that decision.
async fn decided(house: &House) -> (Person, String, String) {
    let (trainer, _, place) = planned(house).await;
    let typed = [("text", "Commander deux casques"), ("who", "M. Kaci"), ("until", "20/11/2026"), ("once", "a")];
    house.does(&trainer, &format!("{place}/decisions"), &typed).await;
    let id = house.number("SELECT id FROM meeting_decision", params![]).await;
    (trainer, format!("{place}/decisions/{id}"), place)
}

#[tokio::test]
async fn a_decision_is_corrected_and_the_journal_keeps_what_it_was() {
    for house in houses().await {
        let (trainer, own, place) = decided(&house).await;
        let page = house.page(&trainer, &format!("{own}/edit")).await;
        assert!(
            page.body.contains("value=\"Commander deux casques\"") && page.body.contains("20/11/2026"),
            "{}",
            page.body
        );
        let version = page.hidden("version");
        let fields = [("text", "Commander trois casques"), ("who", ""), ("until", ""), ("version", version.as_str())];
        house.does(&trainer, &format!("{own}/edit"), &fields).await;
        assert!(house.page(&trainer, &place).await.body.contains("Commander trois casques"), "{}", house.name);
        let late = house.refused(&trainer, &format!("{own}/edit"), &fields, "text").await;
        assert_eq!(late.hidden("version"), "2", "{}: a second writer is told", house.name);
        house.refused(&trainer, &format!("{own}/edit"), &[("text", ""), ("version", "2")], "text").await;
        let kept = "SELECT COUNT(*) FROM journal WHERE verb = 'meeting.reworded' AND detail LIKE '%deux casques%'";
        assert_eq!(house.number(kept, params![]).await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn a_decision_is_withdrawn_with_a_reason_and_can_come_back() {
    for house in houses().await {
        let (trainer, own, place) = decided(&house).await;
        let act = format!("{own}/withdrawal");
        house.refused(&trainer, &act, &[("version", "1")], "reason").await;
        house.does(&trainer, &act, &[("version", "1"), ("reason", "Déjà en stock")]).await;
        let page = house.page(&trainer, &place).await.body;
        assert!(page.contains("retirée") && page.contains("Déjà en stock"), "{}: {page}", house.name);
        let list = house.page(&trainer, "/year/meetings").await.body;
        assert!(list.contains("Aucune décision n’attend."), "{}: {list}", house.name);
        // What is withdrawn is neither carried out nor reworded.
        house.does(&trainer, &own, &[("done", "yes")]).await;
        assert_eq!(house.journaled("meeting.followed").await, 0, "{}", house.name);
        let told = house.refused(&trainer, &format!("{own}/edit"), &[("text", "Tapé"), ("version", "2")], "text").await;
        assert!(told.body.contains("Tapé"), "{}: what was typed stays", house.name);
        house.does(&trainer, &act, &[("version", "2"), ("back", "yes")]).await;
        assert!(house.page(&trainer, "/year/meetings").await.body.contains("Commander"), "{}", house.name);
        for verb in ["meeting.withdrawn", "meeting.reinstated"] {
            assert_eq!(house.journaled(verb).await, 1, "{}: {verb}", house.name);
        }
        assert_eq!(house.get(&trainer, &format!("{place}/decisions/99/edit")).await.status, StatusCode::NOT_FOUND);
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        assert_eq!(house.post(&trainee, &act, &[]).await.status, StatusCode::FORBIDDEN, "{}", house.name);
    }
}

#[tokio::test]
async fn the_report_is_a_paper_with_who_was_there_and_what_was_decided() {
    for house in houses().await {
        let (trainer, own, place) = decided(&house).await;
        let paper = place.replace("/year/meetings/", "/year/papers/meeting/");
        assert_eq!(house.get(&trainer, &paper).await.status, StatusCode::CONFLICT, "{}: nothing to print", house.name);
        let report = [("version", "1"), ("report", "Vu <la salle> & les postes.\n\nقالت المكونة شكرا.")];
        house.does(&trainer, &format!("{place}/report"), &report).await;
        house.does(&trainer, &format!("{own}/withdrawal"), &[("version", "1"), ("reason", "Déjà en stock")]).await;
        let page = house.page(&trainer, &format!("{paper}?in=fr")).await.body;
        for said in [
            "Compte rendu de visite",
            "<p><bdi>Vu &lt;la salle&gt; &amp; les postes.</bdi></p>",
            "M. Kaci",
            "08:30–12:00",
            "retirée\u{a0}: ",
        ] {
            assert!(page.contains(said), "{}: {said}: {page}", house.name);
        }
        let arabic = house.page(&trainer, &format!("{paper}?in=ar")).await.body;
        assert!(arabic.contains("تقرير زيارة ميدانية"), "{}: {arabic}", house.name);
        assert!(house.file(&trainer, &format!("{paper}/pdf?in=ar")).await.1.starts_with(b"%PDF-"), "{}", house.name);
        assert_eq!(house.journaled("paper.opened").await, 3, "{}", house.name);
    }
}

#[tokio::test]
async fn lists_go_on_where_they_stopped() {
    for house in houses().await {
        let (trainer, _, place) = planned(&house).await;
        let meeting = house.number("SELECT id FROM meeting", params![]).await;
        let change = house.store.begin(SCHOOL).await.unwrap();
        for number in 0..60_i64 {
            let wording = Wording { text: format!("Décision {number:02}"), ..Wording::default() };
            decide(&change, meeting, &wording).await.unwrap();
        }
        change.commit().await.unwrap();
        let list = house.page(&trainer, "/year/meetings").await.body;
        assert!(list.contains("Décision 49") && !list.contains("Décision 50"), "{}: {list}", house.name);
        let next = list.split("href=\"").find(|part| part.starts_with("/year/meetings?due=")).unwrap_or_default();
        let next = next.split('"').next().unwrap_or_default();
        let rest = house.page(&trainer, next).await.body;
        assert!(rest.contains("Décision 50") && !rest.contains("Décision 49"), "{}: {next}: {rest}", house.name);
        assert!(rest.contains("href=\"/year/meetings\">Première page"), "{}: {rest}", house.name);
        // A place that cannot be read is the first page.
        assert!(house.page(&trainer, "/year/meetings?before=x").await.body.contains("À venir"), "{}", house.name);
        let full: Vec<_> = (0..40).map(|number| format!("b{number}")).collect();
        for once in &full {
            house.does(&trainer, &format!("{place}/decisions"), &[("text", "Encore"), ("once", once.as_str())]).await;
        }
        house.refused(&trainer, &format!("{place}/decisions"), &[("text", "De trop"), ("once", "z")], "text").await;
    }
}
