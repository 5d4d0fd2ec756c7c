//! Segments, on both engines.

use ::store::journal_of;
use ::web::Role;
use axum::http::StatusCode;

use super::store::{get, list};
use crate::clients::tests::filters::crowd;
use crate::clients::tests::{FR, SCOPE, Site, fresh};
use crate::clients::{Asked, Filter, counting, filtering};

const ASKED: Asked = Asked { now: ::store::testing::MORNING, offset: 60 };

#[tokio::test]
async fn a_partition_adds_up_to_the_segment() {
    for fresh in fresh().await {
        crowd(&fresh.store, 400).await;
        let db = fresh.store.read();
        for query in ["status=active&status=new", "missing=email", "age=18-40&has=phone", "recent=5"] {
            let filter = Filter::parse(query).unwrap();
            let all = filtering::count(db, SCOPE, &filter, ASKED).await.unwrap();
            assert!(all > 0, "{} {query}", fresh.name);
            for grouping in [
                counting::Grouping::Status,
                counting::Grouping::Wilaya,
                counting::Grouping::Language,
                counting::Grouping::Portfolio,
                counting::Grouping::Age,
                counting::Grouping::CreatedDay,
            ] {
                let rows = counting::by(db, SCOPE, &filter, ASKED, grouping).await.unwrap();
                let sum: i64 = rows.iter().map(|row| row.files).sum();
                assert_eq!(sum, all, "{} {query} {grouping:?}", fresh.name);
            }
            let (_, files) = counting::gaps(db, SCOPE, &filter, ASKED).await.unwrap();
            assert_eq!(files, all, "{} {query}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_segment_is_kept_counted_changed_and_deleted() {
    for fresh in fresh().await {
        crowd(&fresh.store, 60).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let form = site.get("/segments/new?status=active&wilaya=16,31").await;
        assert!(form.shows(&["value=\"16, 31\"", "value=\"active\" checked"]), "{}\n{}", fresh.name, form.html);
        let once = form.hidden("once");
        let sent = [("once", once.as_str()), ("name", "À relancer"), ("status", "active"), ("wilaya", "16, 31")];
        let made = site.post("/segments", &sent).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(site.post("/segments", &sent).await.place, made.place, "{}: sent twice, made once", fresh.name);
        let id: i64 = made.place.rsplit('/').next().unwrap().parse().unwrap();
        let page = site.get(&made.place).await;
        assert!(page.shows(&["À relancer", "/clients?status=active&#38;wilaya=16,31", "<tfoot>"]), "{}", page.html);
        assert!(site.get(&format!("{}?by=wilaya", made.place)).await.shows(&["Total"]), "{}", fresh.name);
        let filter = Filter::parse("status=active&wilaya=16,31").unwrap();
        let files = filtering::count(fresh.store.read(), SCOPE, &filter, ASKED).await.unwrap();
        site.post(&format!("/segments/{id}/count"), &[]).await;
        let segment = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!((segment.counted, segment.counted_at), (files, ASKED.now.0), "{}", fresh.name);
        let edit = format!("/segments/{id}/edit");
        let version = site.get(&edit).await.hidden("version");
        let changed = [("version", version.as_str()), ("name", "Perdus"), ("status", "lost")];
        assert_eq!(site.post(&edit, &changed).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let stale = site.post(&edit, &changed).await;
        assert!(stale.shows(&[&FR.t("segments-error-stale"), "value=\"Perdus\""]), "{}", fresh.name);
        assert_eq!(get(fresh.store.read(), SCOPE, id).await.unwrap().counted, -1, "{}", fresh.name);
        site.post(&format!("/segments/{id}/deletion"), &[]).await;
        assert!(list(fresh.store.read(), SCOPE).await.unwrap().is_empty(), "{}", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "segment", id, None, 10).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        assert_eq!(verbs, ["segment.deleted", "segment.updated", "segment.counted", "segment.created"]);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_segment_is_said_and_nothing_typed_is_lost() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let wrong = site.post("/segments", &[("once", "a"), ("name", "Tout")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(wrong.shows(&[&FR.t("segments-error-empty"), "value=\"Tout\""]), "{}", fresh.name);
        let wrong = site.post("/segments", &[("once", "b"), ("name", ""), ("wilaya", "Atlantide")]).await;
        assert!(wrong.shows(&[&FR.t("segments-error-name"), "value=\"Atlantide\""]), "{}", fresh.name);
        assert!(list(fresh.store.read(), SCOPE).await.unwrap().is_empty(), "{}", fresh.name);
        let admin = Site::new(&fresh.store, "samir", Role::Administrator).await;
        assert_eq!(admin.get("/segments").await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_was_typed_in_the_form_of_a_segment_comes_back_and_is_forgotten_once_it_is_saved() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let place = "/segments/new?status=active";
        let once = site.get(place).await.hidden("once");
        let typed = [("once", once.as_str()), ("name", "À rela"), ("status", "lost")];
        site.type_in(place, &typed).await;
        let again = site.get(place).await;
        assert!(
            again.shows(&["value=\"À rela\"", "value=\"lost\" checked", &FR.t("frame-restored")]),
            "{}",
            again.html
        );
        assert_eq!(again.hidden("once"), once, "{}", fresh.name);
        let other = site.get("/segments/new?status=dormant").await;
        assert!(!other.html.contains("À rela"), "{}: another filter is another form", fresh.name);
        let sent = [("once", once.as_str()), ("name", "Perdus"), ("status", "lost"), ("_page", place)];
        let made = site.post("/segments", &sent).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, made.html);
        assert!(!site.get(place).await.html.contains("À rela"), "{}", fresh.name);
        let edit = format!("{}/edit", made.place);
        let version = site.get(&edit).await.hidden("version");
        site.type_in(&edit, &[("version", &version), ("name", "Perdus de vue"), ("status", "lost")]).await;
        let back = site.get(&edit).await;
        assert!(back.shows(&["value=\"Perdus de vue\"", &FR.t("frame-restored")]), "{}", back.html);
        let sent = [("version", version.as_str()), ("name", "Perdus de vue"), ("status", "lost")];
        assert_eq!(site.post(&edit, &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(!site.get(&edit).await.shows(&[&FR.t("frame-restored")]), "{}", fresh.name);
    }
}
