use super::{ADM, EXC, RED, decide, mark, ready, seal, state};
use crate::council::minutes;
use crate::house::houses;
use sha2::{Digest, Sha256};

#[tokio::test]
async fn sealed_minutes_are_numbered_hashed_and_changed_by_nobody() {
    for house in houses().await {
        let ready = ready(&house, 2).await;
        mark(&house, &ready, 0, None, 1_250).await;
        mark(&house, &ready, 1, None, 400).await;
        decide(&house, &ready, &[(ADM, ""), (EXC, "Fraude établie\\ deux fois")]).await;
        seal(&house, &ready).await;
        let page = house.page(&ready.studies, &ready.place).await.body;
        assert!(page.contains("1/2026") && page.contains("Le texte scellé donne bien"), "{}: {page}", house.name);
        let text = house.page(&ready.studies, &format!("{}/minutes.txt", ready.place)).await.body;
        let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(page.contains(&hash), "{}: the file gives the hash that the page shows", house.name);
        for line in [
            "number: 1/2026",
            "members: Nadia Hamdi, formatrice\\nDjamel Ferhat, formateur",
            "module: MQ6 3 12.50 passed",
            "reason: Fraude établie\\\\ deux fois",
            "decided: EXC excluded",
        ] {
            assert!(text.lines().any(|own| own == line), "{}: {line} in {text}", house.name);
        }
        assert_eq!(
            (state(&house, &ready, 0).await, state(&house, &ready, 1).await),
            ("enrolled".into(), "excluded".into())
        );
        let gone = "SELECT COUNT(*) FROM section_member WHERE until_on = ''";
        assert_eq!(house.number(gone, vec![]).await, 1, "{}: who is excluded left the section", house.name);
        for sql in [
            "UPDATE council SET remarks = 'x'",
            "DELETE FROM council",
            "UPDATE council_decision SET reason = 'x'",
            "DELETE FROM council_decision",
            "INSERT INTO council_decision (council_id, trainee_id, code_id, reason, seen, at, version)
                SELECT MAX(council_id), MAX(trainee_id), 1, '', '', 0, 1 FROM council_decision",
        ] {
            let said = house.run(sql).await.unwrap_err().to_string();
            assert!(said.contains("sealed minutes never change"), "{}: {sql}: {said}", house.name);
        }
        let late = house.post(&ready.studies, &ready.place, &[("president", "Autre")]).await;
        assert_eq!(late.status, axum::http::StatusCode::CONFLICT, "{}", house.name);
    }
}

#[tokio::test]
async fn a_clock_that_goes_backwards_gives_no_earlier_date_and_no_number_twice() {
    for house in houses().await {
        let first = ready(&house, 1).await;
        mark(&house, &first, 0, None, 1_250).await;
        decide(&house, &first, &[(ADM, "")]).await;
        seal(&house, &first).await;
        house.store.clock().advance(-40 * 24 * 3_600_000);
        let reopened = format!("{}/reopening", first.place);
        let place = house.does(&first.studies, &reopened, &[("reopen_reason", "Une note était fausse")]).await;
        let second = super::Ready { place, ..first };
        decide(&house, &second, &[(ADM, "")]).await;
        seal(&house, &second).await;
        let text = house.page(&second.studies, &format!("{}/minutes.txt", second.place)).await.body;
        assert!(
            text.contains("\nnumber: 2/2026\n") && text.contains("\nsealed-on: 2026-11-23\n"),
            "{}: {text}",
            house.name
        );
        let disorder =
            "SELECT COUNT(*) FROM council a JOIN council b ON a.number < b.number AND a.sealed_at > b.sealed_at";
        assert_eq!(house.number(disorder, vec![]).await, 0, "{}", house.name);
        // The houses of all engines share one clock.
        house.store.clock().advance(40 * 24 * 3_600_000);
    }
}

#[tokio::test]
async fn a_new_council_names_its_reason_undoes_an_exclusion_and_keeps_the_former_minutes() {
    for house in houses().await {
        let first = ready(&house, 2).await;
        mark(&house, &first, 0, None, 1_250).await;
        mark(&house, &first, 1, None, 400).await;
        decide(&house, &first, &[(ADM, ""), (EXC, "Fraude")]).await;
        seal(&house, &first).await;
        let reopened = format!("{}/reopening", first.place);
        house.refused(&first.studies, &reopened, &[("reopen_reason", " ")], "reopen_reason").await;
        let place = house.does(&first.studies, &reopened, &[("reopen_reason", "Recours accepté")]).await;
        assert_eq!(
            house.does(&first.studies, &reopened, &[("reopen_reason", "Encore")]).await,
            place,
            "{}",
            house.name
        );
        let former = first.place.clone();
        let second = super::Ready { place, ..first };
        decide(&house, &second, &[(ADM, ""), (RED, "Recours accepté")]).await;
        assert_eq!(state(&house, &second, 1).await, "excluded", "{}: nothing happens before the seal", house.name);
        seal(&house, &second).await;
        assert_eq!(state(&house, &second, 1).await, "repeating", "{}", house.name);
        let there = "SELECT COUNT(*) FROM section_member WHERE until_on = ''";
        assert_eq!(house.number(there, vec![]).await, 2, "{}: back in the section", house.name);
        let old = house.page(&second.studies, &format!("{former}/minutes.txt")).await.body;
        let new = house.page(&second.studies, &format!("{}/minutes.txt", second.place)).await.body;
        assert!(old.contains("decided: EXC excluded"), "{}: the former stays", house.name);
        assert!(new.contains(&format!("\nreplaces: {}\n", minutes::hash(&old))), "{}: {new}", house.name);
        assert!(new.contains("\nheld-again-because: Recours accepté\n") && new.contains("\nnumber: 2/2026\n"));
        assert!(
            !house.page(&second.studies, &former).await.body.contains("reopen_reason"),
            "only the last is held again"
        );
    }
}

#[tokio::test]
async fn of_two_seals_of_one_page_one_counts() {
    for house in houses().await {
        let ready = ready(&house, 1).await;
        mark(&house, &ready, 0, None, 1_250).await;
        decide(&house, &ready, &[(ADM, "")]).await;
        let touched = house.page(&ready.studies, &ready.place).await.hidden("touched");
        decide(&house, &ready, &[(RED, "Le conseil en a décidé ainsi")]).await;
        let place = format!("{}/seal", ready.place);
        house.does(&ready.studies, &place, &[("confirm", "yes"), ("touched", &touched)]).await;
        assert_eq!(house.journaled("council.sealed").await, 0, "{}: the page had changed", house.name);
        seal(&house, &ready).await;
        house.does(&ready.studies, &place, &[("confirm", "yes"), ("touched", &touched)]).await;
        assert_eq!(house.journaled("council.sealed").await, 1, "{}", house.name);
        assert_eq!(house.number("SELECT number FROM minutes_seal", vec![]).await, 1, "{}: no gap", house.name);
        assert_eq!(house.journaled("trainee.state").await, 1, "{}", house.name);
    }
}
