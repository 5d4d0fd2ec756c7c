//! Each exercise of desk work done wrong: the measures say what was wrong, and only that.

use super::right::{CHOICES, FORM, LETTER, create, register, repair};
use super::*;

#[tokio::test]
async fn a_form_with_the_struck_out_number_and_not_submitted_falls_short() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-FICHE-1", "practice").await;
        let mut typed = FORM;
        typed[5].1 = "0661 40 27 85";
        typed[9].1 = "Kouba";
        create(&house, &nora, &typed).await;
        // The file of somebody else is opened and changed.
        house.corrects(&nora, &attempt, "bensalah-nora", &[("phone", "0661 40 27 58")]).await;
        house.answers(&nora, &[("phone-read", "first")]).await;
        house.clock().advance(26 * 60_000);
        let proposed = house.hands_over(&nora, &attempt).await;
        let wrong = [
            "MQ1.G1 fields_filled 0.81",
            "MQ1.G2 fields_filled 0.81",
            "MQ1.O1.C1 answers_right 0",
            "MQ1.O3.C1 files_submitted 0",
            "MQ1.O2.C3 accesses_outside_case 1",
            "MQ1.O2.C3 changes_outside_case 1",
            "MQ1.G4 work_in_time 0",
        ];
        assert_eq!(short(&proposed), wrong, "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("0661402758"), "{}: what was right is told\n{page}", house.name());
    }
}

#[tokio::test]
async fn a_needless_change_and_an_older_letter_are_no_repair() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ2-DOSSIER-1", "practice").await;
        repair(&house, &nora, &attempt).await;
        // The older letter over the newer one, the namesake's number, a file outside the portfolio.
        house.corrects(&nora, &attempt, "cherif-leila", &[("street", "14, rue des Orangers")]).await;
        house.corrects(&nora, &attempt, "meziane-fares", &[("phone", "0771 35 60 48")]).await;
        house.corrects(&nora, &attempt, "toumi-salima", &[("phone", "0553 90 11 26")]).await;
        // A change that is taken back is none.
        house.corrects(&nora, &attempt, "toumi-salim", &[("street", "34, rue Ben Boulaid")]).await;
        house.corrects(&nora, &attempt, "toumi-salim", &[("street", "33, rue Ben Boulaid")]).await;
        house.answers(&nora, &[("outside", "change")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        let wrong = ["MQ2.G4 changes_outside_case 2", "MQ2.G1 accesses_outside_case 1", "MQ2.G1 answers_right 0"];
        assert_eq!(short(&proposed), wrong, "{}: four of five repaired are enough", house.name());
        let repaired = proposed.iter().find(|own| own.measure == "anomalies_repaired").unwrap();
        assert!((repaired.value - 0.8).abs() < 1e-9, "{}", house.name());
    }
}

#[tokio::test]
async fn a_father_merged_with_his_son_is_a_wrong_merge_until_it_is_undone() {
    for house in houses().await {
        for undone in [false, true] {
            let nora = house.trainee(if undone { "samir" } else { "nora" }).await;
            let attempt = house.begins(&nora, "MQ2-DOUBLON-1", "practice").await;
            let wrong = house.merges(&nora, &attempt, ("benyahia-father", "benyahia-son"), &[]).await;
            if undone {
                let page = nora.get(&format!("/merges/{wrong}")).await;
                let hidden = |name: &str| {
                    let rest = page.html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().to_owned();
                    rest.split('"').next().unwrap().to_owned()
                };
                let (version, once) = (hidden("version"), hidden("once"));
                let sent = [("version", version.as_str()), ("once", once.as_str())];
                let back = nora.post(&format!("/merges/{wrong}/undoing"), &sent).await;
                assert_eq!(back.status.as_u16(), 303, "{}\n{}", house.name(), back.html);
            }
            let mut choices = CHOICES;
            choices[2].1 = "kept";
            choices[3].1 = "kept";
            house.merges(&nora, &attempt, ("lynda-latin", "lynda-arabic"), &choices).await;
            house.answers(&nora, &[("namesakes", "two")]).await;
            let proposed = house.hands_over(&nora, &attempt).await;
            let mut short_of = vec!["MQ2.O3.C3 fields_filled 0.6".to_owned()];
            if !undone {
                short_of.push("MQ2.G4 wrong_merges 1".to_owned());
            }
            assert_eq!(short(&proposed), short_of, "{} undone: {undone}", house.name());
            house.result(&nora, &attempt).await;
        }
    }
}

#[tokio::test]
async fn a_report_of_every_file_and_guessed_figures_fall_short() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-ETAT-1", "practice").await;
        let taken = nora.get("/reports/files/csv?group=wilaya&column=files&column=share").await;
        assert!(taken.status.is_success(), "{}", house.name());
        house.answers(&nora, &[("active", "1"), ("no-email", "2"), ("fullest", "58"), ("which", "updates")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        // What it is about and its lines are right, its filter and columns are not.
        let wrong = ["MQ1.O3.C2 report_made 0.5", "MQ1.O3.C2 answers_right 0.25"];
        assert_eq!(short(&proposed), wrong, "{}", house.name());
        house.result(&nora, &attempt).await;
    }
}

#[tokio::test]
async fn to_look_for_ways_around_a_refusal_is_counted() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-DROITS-1", "practice").await;
        let (omar, amar) = (house.file(&attempt, "saidi-omar").await, house.file(&attempt, "saidi-amar").await);
        for place in [
            "/merges".to_owned(),
            format!("/clients/{}/merge/{}", omar.id.0, amar.id.0),
            "/exports".to_owned(),
            "/exports/clients".to_owned(),
        ] {
            assert_eq!(nora.get(&place).await.status.as_u16(), 403, "{} {place}", house.name());
        }
        house.corrects(&nora, &attempt, "saidi-amar", &[("given_latin", "Omar")]).await;
        house.answers(&nora, &[("merge", "copy"), ("list", "few")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        let wrong = [
            "MQ1.G1 fields_filled 0",
            "MQ1.O3.C1 files_submitted 0",
            "MQ1.O3.C1 refused_attempts 4",
            "MQ1.O3.C1 answers_right 0",
            "MQ1.O2.C3 changes_outside_case 1",
        ];
        assert_eq!(short(&proposed), wrong, "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains(&*FR.t("frame-refused-export")), "{}: the reason is told\n{page}", house.name());
    }
}

#[tokio::test]
async fn a_request_for_the_wrong_person_on_the_wrong_day_falls_short() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MC3-ACCES-1", "practice").await;
        let mut typed = LETTER;
        typed[3].1 = "11/11/2026";
        typed[4].1 = "unchecked";
        register(&house, &nora, &attempt, "slimani-fatima", &typed).await;
        assert_eq!(nora.get("/law/requests").await.status.as_u16(), 403, "{}", house.name());
        assert_eq!(nora.get("/law").await.status.as_u16(), 403, "{}", house.name());
        house.answers(&nora, &[("due", "25/11/2026"), ("who", "me")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        let wrong = [
            "MC3.O1.C2 request_registered 0.4",
            "MC3.O1.C1 answers_right 0",
            "MC3.O2.C1 answers_right 0",
            "MC3.O1.C2 refused_attempts 2",
        ];
        assert_eq!(short(&proposed), wrong, "{}", house.name());
        house.result(&nora, &attempt).await;
    }
}

#[tokio::test]
async fn segments_by_other_rules_and_counts_by_guess_fall_short() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MC3-SEGMENT-1", "practice").await;
        let wake = [("name", "Réveil"), ("wilaya", "16, 9, 31"), ("status", "active"), ("has", "phone"), ("once", "a")];
        assert_eq!(nora.post("/segments", &wake).await.status.as_u16(), 303, "{}", house.name());
        house.answers(&nora, &[("count-wake", "100000"), ("tomorrow", "list")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        let wrong = ["MC3.O1.C1 segments_right 0", "MC3.O2.C1 answers_right 0"];
        assert_eq!(short(&proposed), wrong, "{}", house.name());
        house.result(&nora, &attempt).await;
    }
}

#[tokio::test]
async fn work_handed_over_untouched_gives_nobody_the_merit_of_having_harmed_nothing() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ2-DOSSIER-1", "practice").await;
        let proposed = house.hands_over(&nora, &attempt).await;
        let open: Vec<_> =
            proposed.iter().filter(|own| own.state == "not_measured").map(|own| own.measure.as_str()).collect();
        assert_eq!(open, ["changes_outside_case", "accesses_outside_case"], "{}", house.name());
    }
}
