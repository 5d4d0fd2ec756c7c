use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use crate::attendance::{self, Cell, Presence};
use crate::council::sealed_for_tests;
use crate::house::{SCHOOL, houses};

#[tokio::test]
async fn a_transcript_says_what_the_sealed_minutes_say_in_the_language_asked_for() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let reader = house.person("nadia", Role::Trainer, Lang::En).await;
        let place = format!("/year/papers/transcript/{}", ready.trainees[0]);
        let french = house.page(&reader, &format!("{place}?in=fr")).await.body;
        for said in ["lang=\"fr\" dir=\"ltr\"", "Relevé de notes", "12,50", "Admis", "N1 – 1/2026"] {
            assert!(french.contains(said), "{}: {said}: {french}", house.name);
        }
        let arabic = house.page(&reader, &format!("{place}?in=ar")).await.body;
        for said in ["lang=\"ar\" dir=\"rtl\"", "كشف النقاط", "ناجح", "<html lang=\"en\""] {
            assert!(arabic.contains(said), "{}: {said}: {arabic}", house.name);
        }
        let all = house.page(&reader, &format!("/year/papers/transcripts/{}?in=fr", ready.section)).await.body;
        assert_eq!(all.matches("<article class=\"paper\"").count(), 2, "{}: one document for the section", house.name);
        assert!(all.contains("Exclu"), "{}: who left is in it too", house.name);
        assert_eq!(house.journaled("paper.opened").await, 3, "{}", house.name);
    }
}

#[tokio::test]
async fn certificates_attest_only_what_is_so() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let studies = house.person("karim", Role::Studies, Lang::Fr).await;
        let of = |kind: &str, at: usize| format!("/year/papers/{kind}/{}?in=fr", ready.trainees[at]);
        assert!(house.page(&studies, &of("school", 0)).await.body.contains("est inscrit(e)"), "{}", house.name);
        assert!(
            house.page(&studies, &of("success", 0)).await.body.contains("a validé les semestres"),
            "{}",
            house.name
        );
        for refused in [of("school", 1), of("success", 1)] {
            assert_eq!(house.get(&studies, &refused).await.status, StatusCode::CONFLICT, "{}: {refused}", house.name);
        }
        for absent in ["/year/papers/school/99", "/year/papers/poem/1", "/year/papers/grid/MQ99"] {
            assert_eq!(house.get(&studies, absent).await.status, StatusCode::NOT_FOUND, "{}: {absent}", house.name);
        }
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        assert_eq!(house.get(&trainee, &of("transcript", 0)).await.status, StatusCode::FORBIDDEN, "{}", house.name);
    }
}

#[tokio::test]
async fn minutes_grid_and_internship_sheet_have_room_to_sign() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let studies = house.person("karim", Role::Studies, Lang::Fr).await;
        let hash = "SELECT id FROM council WHERE state = 'sealed' AND hash <> ''";
        let council = house.number(hash, params![]).await;
        let page = house.page(&studies, &format!("/year/papers/minutes/{council}?in=fr")).await.body;
        assert!(page.contains("SHA-256") && page.contains("Nadia Hamdi, formatrice"), "{}: {page}", house.name);
        let grid = house.page(&studies, "/year/papers/grid/MQ6?in=ar").await.body;
        assert!(grid.contains("MQ6.O1.C1") && grid.contains("class=\"signatures\""), "{}: {grid}", house.name);
        let sheet = house.page(&studies, "/year/papers/internship/1803?in=fr").await.body;
        assert!(sheet.contains("Co-promoteur") && sheet.contains("class=\"room\""), "{}: {sheet}", house.name);
        let book = house.bytes(&studies, &format!("/year/sections/{}/marks.xlsx?semester=1", ready.section)).await;
        assert!(book.starts_with(b"PK"), "{}: a workbook", house.name);
    }
}

#[tokio::test]
async fn a_paper_is_taken_as_pdf_in_the_language_asked_for() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let reader = house.person("nadia", Role::Trainer, Lang::Fr).await;
        for (path, lang) in [
            (format!("transcript/{}", ready.trainees[0]), "fr"),
            (format!("transcripts/{}", ready.section), "ar"),
            ("grid/MQ6".to_owned(), "ar"),
        ] {
            let page = house.page(&reader, &format!("/year/papers/{path}?in={lang}")).await.body;
            let place = format!("/year/papers/{path}/pdf?in={lang}");
            assert!(page.contains(&format!("href=\"{place}\"")), "{}: {page}", house.name);
            let (kind, file) = house.file(&reader, &place).await;
            assert_eq!(kind, "application/pdf", "{}", house.name);
            assert!(file.starts_with(b"%PDF-"), "{}: {place}", house.name);
        }
        assert_eq!(
            house.journaled("paper.opened").await,
            4,
            "{}: two papers about people, as pages and as files",
            house.name
        );
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let place = format!("/year/papers/transcript/{}/pdf", ready.trainees[0]);
        assert_eq!(house.get(&trainee, &place).await.status, StatusCode::FORBIDDEN, "{}", house.name);
        for absent in ["/year/papers/transcript/99/pdf", "/year/papers/poem/1/pdf", "/year/papers/work/none"] {
            assert_eq!(house.get(&reader, absent).await.status, StatusCode::NOT_FOUND, "{}: {absent}", house.name);
        }
    }
}

#[tokio::test]
async fn the_transcripts_of_a_promotion_are_a_work_of_one_person() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let (reader, other) = (
            house.person("nadia", Role::Trainer, Lang::Fr).await,
            house.person("djamel", Role::Trainer, Lang::Fr).await,
        );
        let promotion = house.number("SELECT promotion_id FROM section WHERE id = $1", params![ready.section]).await;
        let place = house.does(&reader, &format!("/year/promotions/{promotion}/transcripts"), &[("in", "ar")]).await;
        let told = loop {
            let told = house.page(&reader, &format!("{place}/progress")).await.body;
            if told.contains("\"running\":false") {
                break told;
            }
            tokio::task::yield_now().await;
        };
        assert!(told.contains("\"percent\":100") && told.contains("Le fichier est prêt"), "{}: {told}", house.name);
        assert!(house.page(&reader, &place).await.body.contains(&format!("href=\"{place}/file\"")), "{}", house.name);
        assert!(house.file(&reader, &format!("{place}/file")).await.1.starts_with(b"%PDF-"), "{}", house.name);
        assert_eq!(
            house.get(&other, &place).await.status,
            StatusCode::NOT_FOUND,
            "{}: it is another person's",
            house.name
        );
        let absent = house.post(&reader, "/year/promotions/99/transcripts", &[]).await;
        assert_eq!(absent.status, StatusCode::NOT_FOUND, "{}", house.name);
    }
}

#[tokio::test]
async fn the_sheet_of_a_session_and_the_week_of_a_section_are_papers() {
    for house in houses().await {
        let class = house.class(2).await;
        let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
        let teaching = house.teaching(&trainer).await;
        let made = house.lays(&[teaching.session(class.section, "2026-11-16", 3, 2)]).await;
        let absent = Cell { trainee: class.trainees[0], old: None, new: Presence::Absent };
        let change = house.store.begin(SCHOOL).await.unwrap();
        attendance::keep(&change, made[0], &[absent]).await.unwrap();
        change.commit().await.unwrap();
        let sheet = format!("/year/papers/attendance/{}", made[0]);
        let page = house.page(&trainer, &format!("{sheet}?in=fr")).await.body;
        for said in ["Feuille de présence", "MQ6", "10:00–12:00", "Salle 1", "16/11/2026", "N2", "Signature"] {
            assert!(page.contains(said), "{}: {said}: {page}", house.name);
        }
        assert_eq!(page.matches("<bdi>absent").count(), 1, "{}: {page}", house.name);
        let week = format!("/year/papers/week/{}.2026-11-18", class.section);
        let page = house.page(&trainer, &format!("{week}?in=ar")).await.body;
        for said in ["الاثنين 16/11/2026", "15/11/2026", "10:00–12:00"] {
            assert!(page.contains(said), "{}: {said}: {page}", house.name);
        }
        for place in [&sheet, &week] {
            assert!(
                house.file(&trainer, &format!("{place}/pdf?in=ar")).await.1.starts_with(b"%PDF-"),
                "{}",
                house.name
            );
        }
        assert_eq!(house.journaled("paper.opened").await, 2, "{}: a week is about nobody", house.name);
        let link = format!("href=\"{week}\"").replace("2026-11-18", "2026-11-15");
        let shown =
            house.page(&trainer, &format!("/timetable?of=section-{}&week=2026-11-18", class.section)).await.body;
        assert!(shown.contains(&link), "{}: {shown}", house.name);
        let empty = format!("/year/papers/week/{}.2026-08-02", class.section);
        assert_eq!(house.get(&trainer, &empty).await.status, StatusCode::CONFLICT, "{}", house.name);
        for absent in ["/year/papers/week/99.2026-11-18", "/year/papers/week/1.never", "/year/papers/attendance/99"] {
            assert_eq!(house.get(&trainer, absent).await.status, StatusCode::NOT_FOUND, "{}: {absent}", house.name);
        }
    }
}
