//! Pages of a search, alone and within a filter, on both engines.

use super::*;
use crate::clients::store::{DEEPEST, answers};

const ASKED: Asked = Asked { now: MORNING, offset: 60 };

/// Every file that the pages of a search give, in their order.
async fn walked(store: &Store, sought: &str, filter: &Filter) -> Vec<ClientId> {
    let (mut all, mut from) = (vec![], 0);
    loop {
        let page = answers(store.read(), SCOPE, sought, (filter, ASKED), from).await.unwrap();
        assert!(page.rows.len() <= ::store::PAGE);
        all.extend(page.rows.iter().map(|one| one.client.id));
        match page.next {
            Some(next) => {
                assert!(next > from, "{sought}: the pages stand still");
                from = next;
            }
            None => return all,
        }
    }
}

/// Fifty people of one family, every other one of them lost, each with a number of its own.
async fn family(store: &Store) -> Vec<(ClientId, bool)> {
    let mut all = vec![];
    for at in 0..50 {
        let (number, lost) = (format!("0550 12 {:02} 7{}", at, at % 10), at % 2 == 1);
        let pairs = [
            ("given_latin", "Nadia"),
            ("family_latin", "Boumediene"),
            ("phone", number.as_str()),
            ("status", if lost { "lost" } else { "active" }),
        ];
        all.push((file(store, &pairs).await, lost));
    }
    all
}

#[tokio::test]
async fn every_answer_stands_on_one_page() {
    for fresh in fresh().await {
        let family = family(&fresh.store).await;
        let mut expected: Vec<ClientId> = family.iter().map(|(id, _)| *id).collect();
        expected.sort();
        for sought in ["Boumediene", "Nadia Boumediene", "055012"] {
            let first = answers(fresh.store.read(), SCOPE, sought, (&Filter::default(), ASKED), 0).await.unwrap();
            assert_eq!((first.rows.len(), first.next, first.cut), (20, Some(20), false), "{} {sought}", fresh.name);
            let quick = search(fresh.store.read(), SCOPE, sought).await.unwrap();
            assert_eq!(first.rows, quick, "{} {sought}: the desk shows the same first page", fresh.name);
            let mut found = walked(&fresh.store, sought, &Filter::default()).await;
            found.sort();
            assert_eq!(found, expected, "{} {sought}", fresh.name);
        }
        let far = answers(fresh.store.read(), SCOPE, "Boumediene", (&Filter::default(), ASKED), DEEPEST).await.unwrap();
        assert!(far.rows.is_empty() && far.next.is_none(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_filter_narrows_the_search_and_not_its_first_page() {
    for fresh in fresh().await {
        let family = family(&fresh.store).await;
        let last = family.last().unwrap().0;
        let dormant = [("given_latin", "Nadia"), ("family_latin", "Boumediene"), ("status", "dormant")];
        change_file(&fresh.store, last, 1, &dormant).await.unwrap();
        let one = Filter::parse("status=dormant").unwrap();
        for sought in ["Boumediene", "بومدين"] {
            assert_eq!(walked(&fresh.store, sought, &one).await, [last], "{} {sought}", fresh.name);
        }
        let mut lost: Vec<ClientId> =
            family.iter().filter(|(id, lost)| *lost && *id != last).map(|(id, _)| *id).collect();
        lost.sort();
        let filter = Filter::parse("status=lost").unwrap();
        for sought in ["Boumediene", "055012"] {
            let mut found = walked(&fresh.store, sought, &filter).await;
            found.sort();
            assert_eq!(found, lost, "{} {sought}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_number_is_found_by_its_middle_when_nothing_begins_or_ends_so() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let middle = Some("clients-found-middle");
        for (typed, reason) in [("50 12 3", middle), ("٥٠١٢٣", middle), ("5012", None)] {
            let found = search(fresh.store.read(), SCOPE, typed).await.unwrap();
            let first = found.first().map(|one| (one.client.id, one.reason));
            assert_eq!(first, reason.map(|why| (id, why)), "{} {typed}", fresh.name);
        }
        assert!(search(fresh.store.read(), ELSEWHERE, "50 12 3").await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_page_says_where_it_stands_and_leads_on_with_its_filter() {
    for fresh in fresh().await {
        family(&fresh.store).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let page = site.get("/clients?status=active&q=Boumediene").await;
        let next = "href=\"/clients?status=active&#38;q=Boumediene&#38;after=20\"";
        assert!(page.shows(&["<h2>Fiches 1 à 20</h2>", next]), "{}\n{}", fresh.name, page.html);
        let rest = site.get("/clients?status=active&q=Boumediene&after=20").await;
        assert!(rest.shows(&["<h2>Fiches 21 à 25</h2>"]), "{}\n{}", fresh.name, rest.html);
        assert!(!rest.html.contains("after=40"), "{}\n{}", fresh.name, rest.html);
        for wrong in ["after=x", "after=-1", "after=999999"] {
            assert_eq!(site.get(&format!("/clients?q=Boumediene&{wrong}")).await.status, StatusCode::OK, "{wrong}");
        }
    }
}
