use ::web::Role;
use axum::http::StatusCode;
use words::{Lang, Talk};

use super::house::{FR, House, Person, houses};
use crate::exercises::Kind;
use crate::lab::commands::{self, Session};
use crate::lab::library::LAB;
use crate::practice::library::surroundings;

/// A way through each exercise that comes with the program.
const SOLVED: [(&str, &[&str]); 10] = [
    ("MC9-CMD-1", &["dir", "ver", "cd cours", "type accueil.txt", "cd .."]),
    ("MC9-CMD-2", &["md stage", "cd stage", "md journal", "md lettres", r"md \stage\rapport", r"tree \"]),
    (
        "MC9-CMD-3",
        &[r"copy cours\accueil.txt copies", r"copy cours\tarifs.xls copies\prix.xls", r"copy cours\*.txt textes"],
    ),
    (
        "MC9-CMD-4",
        &["ren letre.txt lettre.txt", "ren *.log *.txt", r"move clients.txt \archives", r"ren \archives anciens"],
    ),
    (
        "MC9-CMD-5",
        &[
            r"dir \suivi.txt /s",
            r"cd \service\appels\annee26",
            "more suivi.txt",
            "",
            r"echo rappelé > c:\reponses\4027.txt",
        ],
    ),
    ("MC9-CMD-6", &[r"del travail\*.tmp", "rd vide", "rd ancien /s", "o"]),
    ("MC9-CMD-7", &["format a:", "", "stage", "copy *.* a:", "dir a:"]),
    (
        "MC9-CMD-8",
        &[
            r"attrib clients\*.*",
            r"attrib +r clients\total.txt",
            r"attrib -h clients\secret.txt",
            r"xcopy clients a:\sauve /s",
        ],
    ),
    (
        "MC9-CMD-9",
        &[
            "echo client Benali > appel.txt",
            "echo facture >> appel.txt",
            "dir /b > liste.txt",
            "date 01-09-2027",
            "prompt $t$g",
        ],
    ),
    (
        "MC9-CMD-10",
        &[
            "md clients",
            r"md clients\fiches",
            r"md clients\lettres",
            r"copy vrac\*.fic clients\fiches",
            r"copy vrac\*.let clients\lettres",
            r"dir clients\fiches /b > clients\index.txt",
            r"xcopy clients a:\clients /s",
            "rd vrac /s",
            "o",
        ],
    ),
];

#[test]
fn every_exercise_has_a_way_through_and_none_is_done_at_the_start() {
    for (code, lines) in SOLVED {
        let source = LAB.iter().find(|(own, _)| *own == code).unwrap().1;
        let exercise =
            commands::parse(source, &surroundings().criteria).unwrap_or_else(|faults| panic!("{code}: {faults}"));
        assert_eq!(exercise.head.code, code);
        for lang in [Lang::Fr, Lang::Ar, Lang::En] {
            let talk = Talk { lang, short: false };
            let mut session = Session::new(&exercise);
            session.give(&exercise, "ver", talk, 0);
            let begun: Vec<_> = session.reached.iter().filter(|id| *id != "version").collect();
            assert!(begun.is_empty(), "{code}: {begun:?} is done before anything was done");
            for line in lines {
                let brought = session.give(&exercise, line, talk, 0);
                assert!(!brought.fault, "{code}: {line}: {:?}", session.shown.last().unwrap().lines);
            }
            let missing: Vec<_> = exercise.tasks.iter().filter(|task| !session.reached.contains(&task.id)).collect();
            assert!(missing.is_empty(), "{code}: {missing:?}");
        }
    }
    assert_eq!(SOLVED.len(), LAB.len());
}

#[test]
fn a_file_with_faults_says_each_with_its_line() {
    let source = LAB.iter().find(|(own, _)| *own == "MC9-CMD-1").unwrap().1;
    let broken = source
        .replace("start = 'C:\\'", "start = 'C:\\NULLE'")
        .replace("used = \"VER\"", "used = \"VERR\"")
        .replace("drive = \"C\"", "drive = \"C\"\ncapacity = 4")
        .replace("after = \"lire\"", "after = \"rien\"");
    let faults = commands::parse(&broken, &surroundings().criteria).unwrap_err().to_string();
    for said in ["capacity", "NULLE", "VERR", "rien"] {
        assert!(faults.contains(said), "{said} is not told: {faults}");
    }
    assert!(commands::parse("format = 1\nx = [", &surroundings().criteria).is_err());
}

/// Begins an exercise and gives the address of its console.
async fn begin(person: &Person, code: &str, mode: &str) -> String {
    let back = person.post(&format!("/lab/commands/{code}/attempts"), &[("mode", mode)]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    back.place
}

fn number(console: &str) -> i64 {
    console.rsplit('/').next().unwrap().parse().unwrap()
}

async fn give(person: &Person, console: &str, lines: &[&str]) {
    for line in lines {
        let back = person.post(&format!("{console}/lines"), &[("line", line)]).await;
        assert_eq!((back.status, back.place), (StatusCode::SEE_OTHER, format!("{console}#answer")), "{line}");
    }
}

#[tokio::test]
async fn a_line_is_answered_kept_and_written_to_the_journal() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        assert!(amina.get("/lab").await.html.contains("/lab/commands/MC9-CMD-1"), "{}", house.name());
        let console = begin(&amina, "MC9-CMD-1", "practice").await;
        give(&amina, &console, &["dri", "cd cours", "dir"]).await;
        let page = amina.get(&console).await.html;
        assert!(page.contains("ACCUEIL.TXT") && page.contains(r"C:\COURS&#62;"), "{}", house.name());
        assert!(page.contains(&*FR.t("dos-unknown")), "an earlier answer is still there");
        let told: Vec<_> =
            house.journal(number(&console)).await.into_iter().filter(|row| row.verb == "command.given").collect();
        assert_eq!(told.len(), 3);
        assert_eq!((told[2].json()["line"].as_str(), told[2].json()["fault"].as_bool()), (Some("dri"), Some(true)));
        assert_eq!(told[1].json()["reached"], serde_json::json!(["entrer"]));
    }
}

#[tokio::test]
async fn a_line_sent_twice_is_run_once() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let console = begin(&amina, "MC9-CMD-2", "practice").await;
        let once = amina.get(&console).await.once();
        for _ in 0..2 {
            let back = amina.post(&format!("{console}/lines"), &[("line", "md stage"), ("once", &once)]).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER);
        }
        assert!(!amina.get(&console).await.html.contains("existe déjà"), "{}", house.name());
        assert_eq!(
            house.count("SELECT COUNT(*) FROM journal WHERE verb = 'command.given'").await,
            1,
            "{}",
            house.name()
        );
    }
}

#[tokio::test]
async fn a_wrong_line_keeps_what_was_typed_and_says_what_to_do() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let console = begin(&amina, "MC9-CMD-1", "practice").await;
        let long = "é".repeat(128);
        let back = amina.post(&format!("{console}/lines"), &[("line", &long)]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert!(back.html.contains(&long) && back.html.contains("aria-invalid"), "{}", house.name());
        let back = amina.post(&format!("{console}/lines"), &[("line", "dir\u{7}")]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(
            house.count("SELECT COUNT(*) FROM journal WHERE verb = 'command.given'").await,
            0,
            "{}",
            house.name()
        );
    }
}

async fn evidence(house: &House) -> (i64, i64) {
    let made = "SELECT COUNT(*) FROM evidence WHERE state = 'proposed'";
    let met = "SELECT COUNT(*) FROM evidence WHERE met AND state = 'proposed'";
    (house.count(made).await, house.count(met).await)
}

#[tokio::test]
async fn what_was_done_becomes_evidence_that_a_trainer_sees() {
    for house in houses().await {
        let (amina, nadia) = (house.trainee("amina").await, house.person("nadia", Role::Trainer, Lang::Fr).await);
        let console = begin(&amina, "MC9-CMD-6", "practice").await;
        give(&amina, &console, &["help", r"del travail\*.tmp", "rd vide", "rd ancien", "rd ancien /s", "o"]).await;
        let back = amina.post(&format!("{console}/closure"), &[]).await;
        let result = format!("/attempts/{}/result", number(&console));
        assert_eq!((back.status, &back.place), (StatusCode::SEE_OTHER, &result), "{}", house.name());
        assert_eq!(evidence(&house).await, (2, 2), "{}", house.name());
        let page = amina.get(&result).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        assert!(page.html.contains("rd ancien /s") && page.html.contains("4/5"), "{}: {}", house.name(), page.html);
        let review = nadia.get(&format!("/reviews/{}", number(&console))).await;
        assert_eq!(review.status, StatusCode::OK, "{}", review.html);
        assert!(review.html.contains("rd ancien /s"), "{}", house.name());
        let again = amina.post(&format!("{console}/closure"), &[]).await;
        assert_eq!((again.status, again.place), (StatusCode::SEE_OTHER, result));
        assert_eq!(evidence(&house).await.0, 2, "{}", house.name());
        let late = amina.post(&format!("{console}/lines"), &[("line", "dir")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", house.name());
    }
}

#[tokio::test]
async fn an_exam_shows_no_task_as_done_and_is_not_given_up() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let console = begin(&amina, "MC9-CMD-2", "exam").await;
        give(&amina, &console, &["md stage"]).await;
        let page = amina.get(&console).await.html;
        assert!(
            !page.contains(&*FR.t("commands-task-reached")) && !page.contains("data-tone=\"good\""),
            "{}",
            house.name()
        );
        assert_eq!(amina.post(&format!("{console}/abandonment"), &[]).await.status, StatusCode::CONFLICT);
        amina.post(&format!("{console}/closure"), &[]).await;
        let again = amina.post("/lab/commands/MC9-CMD-2/attempts", &[("mode", "exam")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", house.name());
    }
}

#[tokio::test]
async fn nobody_types_on_another_persons_computer() {
    for house in houses().await {
        let (amina, yacine) = (house.trainee("amina").await, house.person("yacine", Role::Trainee, Lang::Ar).await);
        let nadia = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let console = begin(&amina, "MC9-CMD-1", "practice").await;
        assert_eq!(yacine.get(&console).await.status, StatusCode::NOT_FOUND, "{}", house.name());
        let line = yacine.post(&format!("{console}/lines"), &[("line", "dir")]).await;
        assert_eq!(line.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert_eq!(nadia.get("/lab").await.status, StatusCode::FORBIDDEN, "{}", house.name());
        assert_eq!(nadia.get(&console).await.status, StatusCode::FORBIDDEN, "{}", house.name());
        let (closed, kind) = (yacine.post(&format!("{console}/closure"), &[]).await.status, Kind::Commands.code());
        assert_eq!((closed, kind), (StatusCode::NOT_FOUND, "commands"), "{}", house.name());
    }
}

#[tokio::test]
async fn the_computer_speaks_the_language_of_the_page() {
    for house in houses().await {
        let yacine = house.person("yacine", Role::Trainee, Lang::Ar).await;
        let console = begin(&yacine, "MC9-CMD-1", "practice").await;
        give(&yacine, &console, &["dri"]).await;
        let page = yacine.get(&console).await.html;
        assert!(page.contains(&*super::house::AR.t("dos-unknown")), "{}: {page}", house.name());
        yacine.post(&format!("{console}/abandonment"), &[]).await;
        assert_eq!(house.count("SELECT COUNT(*) FROM attempt WHERE state = 'abandoned'").await, 1, "{}", house.name());
    }
}
