//! Each exercise of desk work done right: every measure reaches its target.

use super::*;

#[tokio::test]
async fn a_paper_form_typed_in_and_submitted_reaches_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-FICHE-1", "practice").await;
        create(&house, &nora, &FORM).await;
        let file = house.made(&attempt).await.pop().unwrap();
        house.submits(&nora, &file).await;
        house.answers(&nora, &[("phone-read", "second")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        assert_eq!(proposed.len(), 8, "{}: one proposal for each measure", house.name());
        assert!(proposed.iter().all(|own| own.state == "proposed"), "{}: nothing is decided", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("Nour El Houda") && page.contains("16/16"), "{page}");
    }
}

/// The paper form of MQ1-FICHE-1 as it is typed.
pub(super) const FORM: [(&str, &str); 15] = [
    ("family_latin", "BENSALAH"),
    ("given_latin", "Nour El Houda"),
    ("family_arabic", "بن صالح"),
    ("given_arabic", "نور الهدى"),
    ("birth_date", "14/03/1991"),
    ("phone", "0661 40 27 58"),
    ("email", "nh.bensalah@exemple.dz"),
    ("street", "27 rue des Frères Bouadou"),
    ("wilaya", "16"),
    ("commune", "Bir Mourad Rais"),
    ("language", "ar"),
    ("status", "prospect"),
    ("needs", "إنترنت منزلي، ثلاثة أطفال يدرسون عن بعد"),
    ("motivations", "السعر أولا"),
    ("notes", "À rappeler après 17 heures."),
];

/// Makes a file from what is typed, whoever it may resemble.
pub(super) async fn create(house: &House, person: &Person, typed: &[(&str, &str)]) {
    let mut sent = typed.to_vec();
    sent.push(("duplicates_seen", "yes"));
    let back = person.post("/clients", &sent).await;
    assert_eq!(back.status.as_u16(), 303, "{}\n{}", house.name(), back.html);
}

#[tokio::test]
async fn a_portfolio_brought_up_to_date_reaches_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ2-DOSSIER-1", "practice").await;
        let own = nora.get("/portfolios").await;
        assert!(own.shows(&["Secteur Blida"]), "{}: the portfolio waits\n{}", house.name(), own.html);
        repair(&house, &nora, &attempt).await;
        house
            .answers(&nora, &[("outside", "report"), ("words", "Cinq fiches corrigées ; Toumi Salima signalée.")])
            .await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("5/5") && page.contains("Toumi Salima signalée"), "{page}");
    }
}

/// Repairs the five anomalies of MQ2-DOSSIER-1.
pub(super) async fn repair(house: &House, person: &Person, attempt: &crate::practice::Attempt) {
    house.corrects(person, attempt, "meziane-farid", &[("phone", "0771 35 60 48")]).await;
    house
        .corrects(person, attempt, "cherif-leila", &[("street", "6, cité El Wiam"), ("notes", "Courrier du 10/11")])
        .await;
    house.corrects(person, attempt, "haddad-yasmine", &[("birth_date", "03/06/1951")]).await;
    house.corrects(person, attempt, "zerrouki-mourad", &[("status", "active")]).await;
    let given = [("street", "21, rue du 1er novembre"), ("email", "k.boudiaf@exemple.dz")];
    house.corrects(person, attempt, "boudiaf-karima", &given).await;
}

#[tokio::test]
async fn a_duplicate_merged_with_the_right_values_reaches_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ2-DOUBLON-1", "practice").await;
        assert!(nora.get("/merges").await.status.is_success(), "{}: granted in this sandbox", house.name());
        let pair = ("lynda-latin", "lynda-arabic");
        house.merges(&nora, &attempt, pair, &CHOICES).await;
        house.answers(&nora, &[("namesakes", "two")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        house.result(&nora, &attempt).await;
        assert_eq!(nora.get("/merges").await.status.as_u16(), 403, "{}: and nowhere else", house.name());
    }
}

/// What is kept of the two files of Lynda.
pub(super) const CHOICES: [(&str, &str); 6] = [
    ("given_latin", "kept"),
    ("given_arabic", "other"),
    ("email", "other"),
    ("street", "other"),
    ("language", "kept"),
    ("notes", "kept"),
];

#[tokio::test]
async fn the_right_report_and_what_it_says_reach_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-ETAT-1", "practice").await;
        let query = "group=wilaya&column=files&column=share&column=no_email&status=active";
        let kept = [("about", "files"), ("query", query), ("name", "Tournée"), ("once", "report-1")];
        assert_eq!(nora.post("/reports", &kept).await.status.as_u16(), 303, "{}", house.name());
        let active = house.counts(&attempt, "status=active").await.to_string();
        let without = house.counts(&attempt, "status=active&missing=email").await.to_string();
        assert!(active != "0" && without != "0", "{}: the desk has something to count", house.name());
        let fullest = fullest(&house, &attempt).await.to_string();
        let given = [("active", active.as_str()), ("no-email", &without), ("fullest", &fullest), ("which", "updates")];
        house.answers(&nora, &given).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("Tournée") && page.contains("4/4"), "{page}");
    }
}

/// The wilaya with the most active clients, counted one by one.
async fn fullest(house: &House, attempt: &crate::practice::Attempt) -> i32 {
    let mut most = (0, 0);
    for wilaya in 1..=58 {
        let count = house.counts(attempt, &format!("status=active&wilaya={wilaya}")).await;
        most = most.max((count, wilaya));
    }
    most.1
}

#[tokio::test]
async fn to_stop_at_a_refusal_and_pass_it_on_reaches_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MQ1-DROITS-1", "practice").await;
        house.corrects(&nora, &attempt, "kaci-nabila", &[("email", "nabila.kaci@exemple.dz")]).await;
        house.submits(&nora, &house.file(&attempt, "kaci-nabila").await).await;
        assert_eq!(nora.get("/merges").await.status.as_u16(), 403, "{}", house.name());
        assert_eq!(nora.get("/exports").await.status.as_u16(), 403, "{}", house.name());
        let reply = "Bonjour Riad, l’adresse est corrigée. Le reste dépasse mes droits : je transmets.";
        house.answers(&nora, &[("merge", "supervisor"), ("list", "refuse"), ("reply", reply)]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("/exports") && page.contains("je transmets"), "{page}");
    }
}

#[tokio::test]
async fn an_access_request_taken_in_rightly_reaches_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MC3-ACCES-1", "practice").await;
        register(&house, &nora, &attempt, "slimani-fatiha", &LETTER).await;
        // Ten working days after Monday 16 November 2026, without Fridays and Saturdays: Monday 30 November.
        house.answers(&nora, &[("due", "30/11/2026"), ("who", "officer"), ("source", "stamp")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        let page = house.result(&nora, &attempt).await;
        assert!(page.contains("Slimani") && page.contains("5/5"), "{page}");
    }
}

/// The letter of MC3-ACCES-1 as it is taken in.
pub(super) const LETTER: [(&str, &str); 6] = [
    ("kind", "access"),
    ("asked_by", "Slimani Fatiha"),
    ("way", "letter"),
    ("received_on", "16/11/2026"),
    ("identity", "document"),
    ("wanted", ""),
];

/// Takes a request in from the file of a client.
pub(super) async fn register(
    house: &House,
    person: &Person,
    attempt: &crate::practice::Attempt,
    word: &str,
    typed: &[(&str, &str)],
) {
    let client = house.file(attempt, word).await;
    let once = format!("request-{word}");
    let mut sent = typed.to_vec();
    sent.push(("once", &once));
    let back = person.post(&format!("/clients/{}/requests", client.id.0), &sent).await;
    assert_eq!(back.status.as_u16(), 303, "{}\n{}", house.name(), back.html);
}

#[tokio::test]
async fn segments_by_other_words_for_the_same_rules_reach_every_target() {
    for house in houses().await {
        let nora = house.trainee("nora").await;
        let attempt = house.begins(&nora, "MC3-SEGMENT-1", "practice").await;
        // The same rules in another order, by names instead of numbers.
        let wake = [("name", "Réveil"), ("wilaya", "Oran, Blida, 16"), ("status", "dormant"), ("has", "phone")];
        let mail = [("name", "Courrier 60"), ("age", "60-"), ("missing", "email")];
        for segment in [&wake[..], &mail[..]] {
            let mut sent = segment.to_vec();
            sent.push(("once", segment[0].1));
            assert_eq!(nora.post("/segments", &sent).await.status.as_u16(), 303, "{}", house.name());
        }
        let woken = house.counts(&attempt, "status=dormant&wilaya=16,9,31&has=phone").await;
        let mailed = house.counts(&attempt, "age=60-130&missing=email").await;
        assert!(woken > 0 && mailed > 0, "{}: {woken} and {mailed}", house.name());
        let (woken, mailed) = (woken.to_string(), mailed.to_string());
        house.answers(&nora, &[("count-wake", &woken), ("count-mail", &mailed), ("tomorrow", "rule")]).await;
        let proposed = house.hands_over(&nora, &attempt).await;
        assert_eq!(short(&proposed), Vec::<String>::new(), "{}", house.name());
        house.result(&nora, &attempt).await;
    }
}
