//! Portfolios, on both engines.

use ::store::{Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::store::moves::{self, assign, undo};
use super::store::{add, list};
use crate::clients::tests::filters::crowd;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, account, file, fresh};
use crate::clients::{Asked, ClientId, Filter, filtering};

const ASKED: Asked = Asked { now: ::store::testing::MORNING, offset: 60 };

fn filter(query: &str) -> Filter {
    Filter::parse(query).unwrap()
}

async fn counted(store: &Store, query: &str) -> i64 {
    filtering::count(store.read(), SCOPE, &filter(query), ASKED).await.unwrap()
}

async fn made(store: &Store, name: &str, agent: i64) -> i64 {
    let change = store.begin(SCOPE).await.unwrap();
    let id = add(&change, name, agent).await.unwrap();
    change.commit().await.unwrap();
    id
}

async fn assigned(store: &Store, query: &str, to: i64) -> i64 {
    let change = store.begin(SCOPE).await.unwrap();
    let files = assign(&change, &filter(query), ASKED, to).await.unwrap();
    change.commit().await.unwrap();
    files
}

#[tokio::test]
async fn a_file_is_in_one_portfolio_at_most_and_an_assignment_can_be_undone() {
    for fresh in fresh().await {
        let store = &fresh.store;
        crowd(store, 200).await;
        let (one, two) = (made(store, "Alger", 0).await, made(store, "Oran", 0).await);
        let active = counted(store, "status=active").await;
        let complete = counted(store, "status=active&has=email").await;
        assert!(active > complete && complete > 0, "{}", fresh.name);
        assert_eq!(assigned(store, "status=active", one).await, active, "{}", fresh.name);
        assert_eq!(assigned(store, "status=active", one).await, 0, "{}: they are there already", fresh.name);
        assert_eq!(assigned(store, "status=active&has=email", two).await, complete, "{}", fresh.name);
        let held = |id: i64| format!("portfolio={id}");
        assert_eq!(counted(store, &held(one)).await, active - complete, "{}", fresh.name);
        assert_eq!(counted(store, &held(two)).await, complete, "{}", fresh.name);
        assert_eq!(counted(store, "portfolio=0").await, 200 - active, "{}", fresh.name);
        let all = moves::list(store.read(), SCOPE, None).await.unwrap().rows;
        let (last, first) = (&all[0], &all[2]);
        let change = store.begin(SCOPE).await.unwrap();
        assert_eq!(undo(&change, first).await.unwrap(), active - complete, "{}: those that moved on stay", fresh.name);
        change.commit().await.unwrap();
        assert_eq!(counted(store, "portfolio=0").await, 200 - complete, "{}", fresh.name);
        let change = store.begin(SCOPE).await.unwrap();
        assert!(undo(&change, first).await.is_err(), "{}: once only", fresh.name);
        drop(change);
        let change = store.begin(SCOPE).await.unwrap();
        assert_eq!(undo(&change, last).await.unwrap(), complete, "{}", fresh.name);
        change.commit().await.unwrap();
        assert_eq!(counted(store, &held(one)).await, complete, "{}: back where they were", fresh.name);
        let lines = journal_of(store.read(), SCOPE, "portfolio", two, None, 10).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        let expected = ["portfolio.assignment_undone", "portfolio.assigned", "portfolio.created"];
        assert_eq!(verbs, expected, "{}", fresh.name);
        assert!(list(store.read(), ELSEWHERE, None).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn files_are_assigned_after_a_preview_and_only_as_many_as_it_said() {
    for fresh in fresh().await {
        crowd(&fresh.store, 50).await;
        let to = made(&fresh.store, "Alger", 0).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let active = counted(&fresh.store, "status=active").await;
        let preview = site.get(&format!("/portfolios/moves/new?status=active&to={to}")).await;
        assert_eq!(preview.hidden("files"), active.to_string(), "{}\n{}", fresh.name, preview.html);
        let (once, to) = (preview.hidden("once"), to.to_string());
        let confirm =
            |files: &'static str| [("query", "status=active"), ("to", &*to), ("files", files), ("once", &*once)];
        let wrong = site.post("/portfolios/moves", &confirm("0")).await;
        assert_eq!(wrong.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(wrong.shows(&[&FR.t("portfolios-changed")]), "{}", fresh.name);
        assert_eq!(counted(&fresh.store, "portfolio=0").await, 50, "{}: nothing moved", fresh.name);
        let files = active.to_string();
        let right = [("query", "status=active"), ("to", &*to), ("files", &*files), ("once", &*once)];
        for _ in 0..2 {
            let done = site.post("/portfolios/moves", &right).await;
            assert_eq!((done.status, &*done.place), (StatusCode::SEE_OTHER, "/portfolios/moves"), "{}", fresh.name);
        }
        assert_eq!(counted(&fresh.store, &format!("portfolio={to}")).await, active, "{}", fresh.name);
        let all = moves::list(fresh.store.read(), SCOPE, None).await.unwrap().rows;
        assert_eq!(all.len(), 1, "{}: sent twice, done once", fresh.name);
        let page = format!("/portfolios/moves/{}", all[0].id);
        assert!(site.get(&page).await.shows(&[&FR.t("portfolios-undo-text")]), "{}", fresh.name);
        site.post(&format!("{page}/undoing"), &[]).await;
        assert_eq!(counted(&fresh.store, "portfolio=0").await, 50, "{}", fresh.name);
        let deletion = format!("/portfolios/{to}/deletion");
        assert_eq!(site.post(&deletion, &[]).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(list(fresh.store.read(), SCOPE, None).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn one_file_is_assigned_from_its_page_and_remembers_it() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let to = made(&fresh.store, "Alger", 0).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let place = format!("/portfolios/files/{}", id.0);
        let link = format!("href=\"{place}\"");
        assert!(site.get(&format!("/clients/{}", id.0)).await.shows(&[&link]), "{}", fresh.name);
        let once = site.get(&place).await.hidden("once");
        let to_text = to.to_string();
        site.post(&place, &[("to", &*to_text), ("once", &*once)]).await;
        assert_eq!(moves::portfolio_of(fresh.store.read(), SCOPE, id).await.unwrap(), to, "{}", fresh.name);
        let elsewhere = moves::portfolio_of(fresh.store.read(), ELSEWHERE, ClientId(id.0)).await.unwrap();
        assert_eq!(elsewhere, 0, "{}", fresh.name);
        let page = site.get(&place).await;
        assert!(page.shows(&["Alger", "1 fiche", "Mme nadia"]), "{}\n{}", fresh.name, page.html);
        let held = site.post(&format!("/portfolios/{to}/deletion"), &[]).await;
        assert_eq!(held.status, StatusCode::CONFLICT, "{}: it holds a file", fresh.name);
    }
}

#[tokio::test]
async fn an_agent_hands_over_every_portfolio() {
    for fresh in fresh().await {
        let (nadia, samir) =
            (account(&fresh.store, "samia", Role::Trainee).await, account(&fresh.store, "samir", Role::Trainer).await);
        made(&fresh.store, "Alger", nadia.0).await;
        made(&fresh.store, "Oran", nadia.0).await;
        made(&fresh.store, "Annaba", samir.0).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let address = format!("/portfolio-transfer?from={}&to={}", nadia.0, samir.0);
        let preview = site.get(&address).await;
        assert!(preview.shows(&["Alger", "Oran"]), "{}\n{}", fresh.name, preview.html);
        let same = site.get(&format!("/portfolio-transfer?from={}&to={}", nadia.0, nadia.0)).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        let (from, to, once) = (nadia.0.to_string(), samir.0.to_string(), preview.hidden("once"));
        for _ in 0..2 {
            let sent = [("from", &*from), ("to", &*to), ("once", &*once)];
            let done = site.post("/portfolio-transfer", &sent).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, done.html);
        }
        assert_eq!(list(fresh.store.read(), SCOPE, Some(samir.0)).await.unwrap().len(), 3, "{}", fresh.name);
    }
}

#[tokio::test]
async fn an_agent_sees_own_portfolios_and_assigns_nothing() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "karim", Role::Agent).await;
        assert!(site.get("/portfolios").await.shows(&[&FR.t("portfolios-none-own")]), "{}", fresh.name);
        for place in
            ["/portfolios/new", "/portfolios/moves", "/portfolios/moves/new", "/portfolio-transfer", "/reports"]
        {
            assert_eq!(site.get(place).await.status, StatusCode::FORBIDDEN, "{} {place}", fresh.name);
        }
    }
}
