//! The pages of desk work: what is read, saved, resumed, handed over, and by whom.

use ::store::CentreId;
use ::web::Role;
use ::web::preferences::Preferences;
use axum::http::StatusCode;
use words::Lang;

use super::*;

#[tokio::test]
async fn documents_tasks_and_questions_stand_on_one_page_that_every_page_leads_back_to() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let brief = nora.get("/practice/MQ1-FICHE-1").await;
        assert!(brief.shows(&["Titteri Net", &FR.t("practice-journal")]), "{}", brief.html);
        let attempt = house.begins(&nora, "MQ1-FICHE-1", "practice").await;
        let page = nora.get("/practice/work").await;
        let shown = page.shows(&[
            "lang=\"ar\">اللقب</th>",
            "نور الهدى</td>",
            "nh.bensalah@exemple.dz",
            "href=\"/clients/new\"",
            "name=\"phone-read\"",
        ]);
        assert!(shown, "{}\n{}", house.name(), page.html);
        let clients = nora.get("/clients").await;
        assert!(
            clients.shows(&["data-state=\"work\"", "href=\"/practice/work\""]),
            "{}\n{}",
            house.name(),
            clients.html
        );
        let list = nora.get("/practice").await;
        assert!(list.shows(&["href=\"/practice/work\"", &FR.t("practice-restart")]), "{}\n{}", house.name(), list.html);
        assert_eq!(house.stands_in(&nora).await, attempt.centre, "{}", house.name());
    }
}

#[tokio::test]
async fn work_goes_on_where_it_was_after_the_program_was_killed() {
    for house in houses().await {
        let mut nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-ETAT-1", "practice").await;
        house.answers(&nora, &[("active", "١٢"), ("which", "updates")]).await;
        nora.router = site(&house.fresh.store);
        let page = nora.get("/practice/work").await;
        assert!(page.shows(&["value=\"١٢\"", "value=\"updates\" checked"]), "{}\n{}", house.name(), page.html);
        house.hands_over(&nora, &attempt).await;
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_refused_at_its_field_and_kept_in_it() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-ETAT-1", "practice").await;
        let typed = [("active", "beaucoup"), ("fullest", "Atlantide"), ("which", "all"), ("no-email", "3")];
        let page = nora.post("/practice/work/answers", &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        let told = ["work-error-number", "work-error-wilaya", "frame-error-choice"].map(|key| FR.t(key).into_owned());
        let told: Vec<_> = told.iter().map(String::as_str).collect();
        assert!(
            page.shows(&told) && page.shows(&["value=\"beaucoup\"", "value=\"Atlantide\"", "value=\"3\""]),
            "{}",
            page.html
        );
        assert!(!house.happened(&attempt).await.iter().any(|row| row.verb == "work.answered"), "{}", house.name());
    }
}

#[tokio::test]
async fn the_hand_over_is_confirmed_and_done_once() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-ETAT-1", "practice").await;
        house.answers(&nora, &[("which", "updates")]).await;
        let sure = nora.get("/practice/work/handover").await;
        let open = FR.with("work-unanswered", &[("n", words::Arg::from(3))]);
        assert!(sure.shows(&[&open, "action=\"/practice/work/handover\""]), "{}\n{}", house.name(), sure.html);
        let proposed = house.hands_over(&nora, &attempt).await;
        let again = nora.post("/practice/work/handover", &[]).await;
        assert_eq!(
            (again.status, again.place.as_str()),
            (StatusCode::SEE_OTHER, "/practice/attempts"),
            "{}",
            house.name()
        );
        assert_eq!(house.proposed(&attempt).await, proposed, "{}: once", house.name());
        assert_eq!(house.stands_in(&nora).await, CentreId::TRAINING, "{}: home again", house.name());
        let late = nora.post("/practice/work/answers", &[("active", "12")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", house.name());
        assert_eq!(nora.get("/practice/work").await.place, "/practice", "{}", house.name());
    }
}

#[tokio::test]
async fn the_time_allowed_grows_with_the_time_factor_and_nothing_is_cut_off() {
    for house in houses().await {
        for (login, factor, met) in [("nora", 1.0, false), ("samir", 1.5, true)] {
            let preferences = Preferences { time_factor: factor, ..Preferences::in_language(Lang::Fr) };
            let trainee = house.person(login, Role::Trainee, preferences).await;
            let attempt = house.begins(&trainee, "MQ1-ETAT-1", "practice").await;
            house.clock().advance(30 * 60_000);
            let page = trainee.get("/practice/work").await;
            assert_eq!(page.status, StatusCode::OK, "{} {login}", house.name());
            house.answers(&trainee, &[("which", "updates")]).await;
            let proposed = house.hands_over(&trainee, &attempt).await;
            let timed = proposed.iter().find(|own| own.measure == "work_in_time").unwrap();
            assert_eq!(timed.met, met, "{} {login}: 30 minutes of 25 × {factor}", house.name());
        }
    }
}

#[tokio::test]
async fn nobody_is_at_two_desks_at_once() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        house.begins(&nora, "MQ1-DROITS-1", "practice").await;
        for code in ["MQ6-FR-1", "MQ1-ETAT-1"] {
            assert_eq!(nora.ready(code, "practice").await.place, "/practice", "{} {code}", house.name());
        }
        assert_eq!(house.attempts(&nora).await.len(), 1, "{}", house.name());
        let again = nora.post("/practice/restart", &[]).await;
        assert_eq!(again.place, "/practice/work", "{}", house.name());
        let attempts = house.attempts(&nora).await;
        assert_eq!(attempts.len(), 2, "{}", house.name());
        assert_ne!(attempts[0].centre, attempts[1].centre, "{}: a fresh sandbox", house.name());
        nora.post("/practice/abandonment", &[]).await;
        assert_eq!(house.stands_in(&nora).await, CentreId::TRAINING, "{}", house.name());
        assert_eq!(nora.get("/practice/work").await.place, "/practice", "{}", house.name());
    }
}

#[tokio::test]
async fn an_exam_waits_for_the_trainer_who_sees_answers_measures_and_time_line() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-DROITS-1", "exam").await;
        nora.get("/merges").await;
        house.answers(&nora, &[("merge", "supervisor"), ("list", "few"), ("reply", "Je transmets.")]).await;
        assert_eq!(nora.post("/practice/abandonment", &[]).await.status, StatusCode::CONFLICT, "{}", house.name());
        assert_eq!(nora.post("/practice/work/handover", &[]).await.place, "/practice", "{}", house.name());
        let own = nora.get(&format!("/attempts/{}/result", attempt.id.0)).await;
        assert!(own.shows(&[&FR.t("assessment-exam-waits")]) && !own.shows(&["Je transmets."]), "{}", own.html);
        let trainer = house.person("salima", Role::Trainer, Preferences::in_language(Lang::Fr)).await;
        let review = trainer.get(&format!("/reviews/{}", attempt.id.0)).await;
        let refused = FR.t("frame-refused-clients-merge");
        let shown =
            ["Je transmets.", "/merges", &refused, &FR.t("work-line-handed-over"), &FR.t("assessment-measure-refused")];
        assert!(review.shows(&shown), "{}\n{}", house.name(), review.html);
        assert_eq!(nora.ready("MQ1-DROITS-1", "exam").await.status, StatusCode::CONFLICT, "{}", house.name());
    }
}

#[tokio::test]
async fn every_exercise_of_desk_work_begins_and_tells_its_pages_without_a_missing_text() {
    let langs = [Lang::Ar, Lang::En, Lang::Fr];
    for house in houses().await {
        for (at, (code, _)) in crate::practice::library::WORK.iter().enumerate() {
            let preferences = Preferences::in_language(langs[at % langs.len()]);
            let nora = house.person(&code.to_lowercase(), Role::Trainee, preferences).await;
            assert_eq!(nora.get(&format!("/practice/{code}")).await.status, StatusCode::OK, "{} {code}", house.name());
            house.begins(&nora, code, "practice").await;
            for place in ["/practice/work", "/practice/work/handover"] {
                let page = nora.get(place).await;
                assert_eq!(page.status, StatusCode::OK, "{} {code} {place}\n{}", house.name(), page.html);
                assert!(!page.html.contains('⟦'), "{} {code} {place}\n{}", house.name(), page.html);
            }
        }
    }
}
