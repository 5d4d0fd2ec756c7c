//! Accesses, on both engines.

use ::store::testing::MORNING;
use ::store::{Entry, PAGE};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, file, fresh};

#[tokio::test]
async fn law_tells_who_opened_a_file_when_and_why() {
    for fresh in fresh().await {
        let (nadia, farid) = (
            Site::new(&fresh.store, "nadia", Role::Trainee).await,
            Site::new(&fresh.store, "farid", Role::DataOfficer).await,
        );
        let (id, other) = (file(&fresh.store, &KARIM).await, file(&fresh.store, &KARIM).await);
        nadia.get(&format!("/clients/{}", id.0)).await;
        fresh.store.note(SCOPE, Entry::new("client.opened", "client", id.0).during(Some(77))).await.unwrap();
        farid.get(&format!("/clients/{}", other.0)).await;
        let place = format!("/clients/{}/accesses", id.0);
        let page = farid.get(&place).await;
        let expected =
            ["Mme nadia", "23/11/2026 09:00", &FR.t("law-access-search"), &FR.t("law-access-call"), ">77</bdi>"];
        assert!(page.shows(&expected) && !page.html.contains("<th scope=\"row\"><bdi>Mme farid"), "{}", page.html);
        assert_eq!(nadia.get(&place).await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        let all = farid.get("/law/accesses").await;
        assert!(all.shows(&["Mme nadia", "<th scope=\"row\"><bdi>Mme farid"]), "{}\n{}", fresh.name, all.html);
        let hers = farid.get("/law/accesses?person=NADIA&from=23/11/2026&to=23/11/2026").await;
        assert!(hers.shows(&["<th scope=\"row\"><bdi>Mme nadia"]), "{}\n{}", fresh.name, hers.html);
        assert!(!hers.html.contains("<th scope=\"row\"><bdi>Mme farid"), "{}", fresh.name);
        let file = farid.get(&format!("/law/accesses?file={}&person=farid", id.0)).await;
        assert!(file.shows(&[&FR.t("law-accesses-none")]), "{}", fresh.name);
        assert!(
            farid.get("/law/accesses?from=24/11/2026").await.shows(&[&FR.t("law-accesses-none")]),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn law_reads_the_accesses_page_by_page_and_misses_none() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        for _each in 0..2 * PAGE + 3 {
            fresh.store.note(SCOPE, Entry::new("client.opened", "client", id.0)).await.unwrap();
        }
        let mut seen = vec![];
        let mut asked = Asked { client: Some(id.0), from: MORNING.0, until: MORNING.0 + 1, ..Asked::ALL };
        loop {
            let (rows, next) = store::page(fresh.store.read(), SCOPE, asked).await.unwrap();
            seen.extend(rows.iter().map(|row| row.id));
            let Some(next) = next else { break };
            assert_eq!(After::parse(&next.to_string()), Some(next));
            asked.after = next;
        }
        assert_eq!(seen.len(), 2 * PAGE + 3, "{}", fresh.name);
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{}: newest first, each once", fresh.name);
        assert!(store::page(fresh.store.read(), ELSEWHERE, asked).await.unwrap().0.is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_says_what_cannot_be_read_in_a_filter_of_the_accesses() {
    for fresh in fresh().await {
        let farid = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        for (field, query) in [
            ("person", "person=nobody"),
            ("file", "file=abc"),
            ("from", "from=demain"),
            ("to", "from=02/01/2026&to=01/01/2026"),
        ] {
            let back = farid.get(&format!("/law/accesses?{query}")).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {field}", fresh.name);
            assert!(back.shows(&[&format!("id=\"f-{field}-error\"")]), "{}: {field}", fresh.name);
        }
    }
}
