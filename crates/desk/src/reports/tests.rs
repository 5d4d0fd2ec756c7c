//! Reports, on both engines.

use std::collections::BTreeMap;

use ::web::Role;
use axum::http::StatusCode;
use words::{Lang, Talk};

use super::lines::{Changes, updates_table};
use super::store::{Calls, list};
use super::table::Cell;
use super::{About, Column, Group, Line, Table};
use crate::clients::tests::filters::crowd;
use crate::clients::tests::own::{field, owning};
use crate::clients::tests::{FR, KARIM, SCOPE, Site, file, fresh};
use crate::clients::{ClientData, CustomKind, Day};
use crate::law;

fn count(cell: Option<&Cell>) -> i64 {
    match cell {
        Some(Cell::Count(n)) => *n,
        other => panic!("{other:?} is no count"),
    }
}

#[tokio::test]
async fn every_report_opens_with_a_table_that_adds_up_and_a_chart() {
    for fresh in fresh().await {
        crowd(&fresh.store, 120).await;
        file(&fresh.store, &KARIM).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        for about in About::ALL {
            for group in about.groups() {
                let page = site.get(&format!("/reports/{}?group={}", about.code(), group.code())).await;
                assert_eq!(page.status, StatusCode::OK, "{} {about:?} {group:?}", fresh.name);
                let empty = matches!(about, About::Activity | About::Consents);
                assert_eq!(page.html.contains("<caption"), !empty, "{} {about:?} {group:?}", fresh.name);
                if about == About::Files {
                    assert!(page.shows(&["<tfoot>", ">121</bdi>"]), "{} {group:?}\n{}", fresh.name, page.html);
                }
            }
        }
        let page = site.get("/reports/files?wilaya=16&column=files&column=stale").await;
        let link = "/clients?wilaya=16&#38;status=active";
        assert!(page.shows(&[link, "role=\"img\"", "Wilaya\u{a0}: Alger"]), "{}\n{}", fresh.name, page.html);
        let wrong = site.get("/reports/files?group=moon").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert_eq!(site.get("/reports/moons").await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_report_is_kept_opened_and_deleted() {
    for fresh in fresh().await {
        crowd(&fresh.store, 20).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let page = site.get("/reports/completeness?wilaya=16").await;
        let (once, query) = (page.hidden("once"), page.hidden("query").replace("&#38;", "&"));
        let sent = [("once", &*once), ("about", "completeness"), ("query", &*query), ("name", "Complétude, Alger")];
        for _ in 0..2 {
            assert_eq!(site.post("/reports", &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        }
        let kept = list(fresh.store.read(), SCOPE).await.unwrap();
        assert_eq!(kept.len(), 1, "{}: sent twice, kept once", fresh.name);
        assert!(site.get("/reports").await.shows(&["Complétude, Alger"]), "{}", fresh.name);
        let again = [("once", "other"), ("about", "completeness"), ("query", &*query), ("name", "Complétude, Alger")];
        assert!(site.post("/reports", &again).await.shows(&[&FR.t("reports-error-taken")]), "{}", fresh.name);
        site.post(&format!("/kept-reports/{}/deletion", kept[0].id), &[]).await;
        assert!(list(fresh.store.read(), SCOPE).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_report_is_taken_away_as_csv_or_workbook_and_the_journal_knows() {
    for fresh in fresh().await {
        crowd(&fresh.store, 30).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let file = site.get("/reports/files/csv?group=status&column=files").await;
        assert!(file.html.starts_with("\u{FEFF}Statut;Fiches\r\n"), "{}: {}", fresh.name, file.html);
        assert!(file.html.ends_with("Total;30\r\n"), "{}: {}", fresh.name, file.html);
        let book = site.get_bytes("/reports/files/xlsx?group=status&column=files").await;
        let mut book = sheets::xlsx::Workbook::open(std::io::Cursor::new(book), sheets::Limits::default()).unwrap();
        let name = book.sheets()[0].name.clone();
        let mut rows = book.rows(&name).unwrap();
        let (mut row, mut last) = (sheets::Row::new(), (String::new(), String::new(), sheets::Nature::Text));
        while sheets::Rows::next_row(&mut rows, &mut row).unwrap() == sheets::Step::Row {
            let cell = |at| row.get(at).unwrap_or_default().to_owned();
            last = (cell(0), cell(1), row.nature(1));
        }
        assert_eq!(last, ("Total".to_owned(), "30".to_owned(), sheets::Nature::Number), "{}", fresh.name);
        let lines = ::store::journal_of(fresh.store.read(), SCOPE, "centre", SCOPE.centre.0, None, 5).await.unwrap();
        assert!(lines.iter().any(|line| line.verb == "report.taken"), "{}", fresh.name);
    }
}

#[test]
fn no_cell_of_a_file_is_taken_for_a_formula() {
    let line = |label: &str| Line { label: label.to_owned(), href: None, cells: vec![Cell::Count(-3)] };
    let lines = vec![line("=1+1"), line("@x"), line("a;\"b\"")];
    let table = Table::new(FR, "x".to_owned(), "Statut".to_owned(), vec![(Column::Files, "Fiches".to_owned())], lines);
    let text = String::from_utf8(table.csv().unwrap()).unwrap();
    assert_eq!(text, "\u{FEFF}Statut;Fiches\r\n'=1+1;-3\r\n'@x;-3\r\n\"a;\"\"b\"\"\";-3\r\nTotal;-9\r\n");
}

#[test]
fn files_that_no_agent_made_have_their_own_line_and_everything_adds_up() {
    let changes = Changes {
        made: vec![(20_000, 10), (20_040, 5)],
        told: vec![(20_000, 7, 2, 3), (20_000, 0, 1, 0), (20_040, 8, 1, 4)],
    };
    let people = BTreeMap::from([(7, "Amina".to_owned()), (8, "Karim".to_owned())]);
    for group in [Group::Agent, Group::Month] {
        let table = updates_table(FR, group, &[Column::Created, Column::Updated], &changes, &people);
        let sums = (count(table.total().first()), count(table.total().get(1)));
        assert_eq!(sums, (15, 7), "{group:?}");
    }
    let table = updates_table(FR, Group::Agent, &[Column::Created], &changes, &people);
    let lines: Vec<_> = table.lines().iter().map(|line| (line.label.as_str(), count(line.cells.first()))).collect();
    assert_eq!(lines, [("Amina", 2), ("Karim", 1), ("Import ou programme", 12)]);
}

#[test]
fn means_are_those_of_all_calls_and_not_of_the_lines() {
    let mut all = Calls { calls: 2, answered: 2, talked_ms: 60_000, rated: 1, satisfaction: 5, ..Calls::default() };
    all.add(&Calls { calls: 1, answered: 1, talked_ms: 240_000, rated: 0, satisfaction: 0, ..Calls::default() });
    assert_eq!(Cell::Time(all.talked_ms, all.answered).text(FR), "1 min 40 s");
    assert_eq!(Cell::Mean(all.satisfaction, all.rated).plain(), "5.00");
    assert_eq!(Cell::Share(1, 0).text(FR), "");
}

#[test]
fn the_chart_begins_where_the_language_begins() {
    let line = |label: &str, n| Line { label: label.to_owned(), href: None, cells: vec![Cell::Count(n)] };
    let bars = |lang| {
        let talk = Talk { lang, short: false };
        let lines = [line("a", 10), line("b", 5)];
        let chart = super::chart::Chart::of(talk, "x", &[Column::Files], &lines).unwrap();
        chart.bars.iter().map(|bar| (bar.x, bar.width)).collect::<Vec<_>>()
    };
    let (left, right) = (bars(Lang::Fr), bars(Lang::Ar));
    assert_eq!(left, [(200, 340), (200, 170)]);
    assert_eq!(right.iter().map(|(x, width)| x + width).collect::<Vec<_>>(), [440, 440]);
}

#[tokio::test]
async fn fields_of_the_centre_are_lines_and_columns_that_add_up() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let offer = "Fibre\tFibre\tألياف\tFibre\nMobile\tMobile\tنقال\tMobile";
        let (sold, debt, since, town) = (
            field(store, CustomKind::Choice, "Offre", offer).await,
            field(store, CustomKind::Number, "Dette", "").await,
            field(store, CustomKind::Date, "Contrat", "").await,
            field(store, CustomKind::Text, "Agence", "").await,
        );
        for (choice, number, day, text) in [
            ("Fibre", "9", "02/01/2026", "Oran"),
            ("Mobile", "10,25", "31/01/2026", "Alger"),
            ("Fibre", "100", "05/02/2026", "Oran"),
            ("", "", "", ""),
        ] {
            owning(store, &KARIM, &[(sold, choice), (debt, number), (since, day), (town, text)]).await;
        }
        let site = Site::new(store, "samir", Role::Trainer).await;
        let file = async |query: String| site.get(&format!("/reports/files/csv?{query}")).await.html;
        let text = file(format!("group=x_{sold}&column=files&column=x_{debt}")).await;
        let lines =
            ["Offre;Fiches;Total Dette", "Fibre;2;109", "Mobile;1;10.25", "Non renseigné;1;0", "Total;4;119.25"];
        assert_eq!(text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(), lines, "{}", fresh.name);
        let text = file(format!("group=x_{since}&column=files")).await;
        let lines = ["Contrat;Fiches", "01/2026;2", "02/2026;1", "Non renseigné;1", "Total;4"];
        assert_eq!(text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(), lines, "{}", fresh.name);
        let text = file(format!("group=x_{debt}&column=files&column=x_{town}")).await;
        let lines = ["Dette;Fiches;Agence rempli", "9;1;1", "10,25;1;1", "100;1;1", "Non renseigné;1;0", "Total;4;3"];
        assert_eq!(text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(), lines, "{}", fresh.name);
        let page = site.get(&format!("/reports/files?group=x_{sold}&column=files&x_least_{debt}=5")).await;
        let link = format!("/clients?x_least_{debt}=5&#38;x_word_{sold}=Fibre");
        assert!(page.shows(&[&link, "<bdi>Offre</bdi>", "Dette\u{a0}: 5 ou plus"]), "{}\n{}", fresh.name, page.html);
        assert!(page.html.contains(&format!("value=\"x_{sold}\" selected")), "{}\n{}", fresh.name, page.html);
        let wrong = site.get("/reports/files?group=x_999").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
    }
}

#[tokio::test]
async fn of_many_values_the_most_frequent_are_told_apart_and_the_lines_still_add_up() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let town = field(store, CustomKind::Text, "Agence", "").await;
        let customs = crate::clients::custom_fields(store.read(), SCOPE).await.unwrap();
        let data = |at: usize| {
            let mut typed = crate::clients::tests::fields(&KARIM);
            typed.set(&format!("x_{town}"), if at < 10 { "Oran".to_owned() } else { format!("Agence {at}") });
            ClientData::read_with(&typed, Lang::Fr, Day::of(::store::testing::MORNING, 60), &customs).unwrap()
        };
        let change = store.begin(SCOPE).await.unwrap();
        crate::clients::seed(&change, (0..300).map(data).collect()).await.unwrap();
        change.commit().await.unwrap();
        let site = Site::new(store, "samir", Role::Trainer).await;
        let text = site.get(&format!("/reports/files/csv?group=x_{town}&column=files")).await.html;
        assert!(text.lines().any(|line| line == "Oran;10"), "{}\n{text}", fresh.name);
        let last: Vec<&str> = text.lines().skip(201).collect();
        assert_eq!(last, ["Autres valeurs;91", "Total;300"], "{}", fresh.name);
    }
}

#[tokio::test]
async fn consents_add_up_to_the_files_for_each_purpose_and_channel() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let day = |text: &str| Day::parse(text).unwrap();
        let change = store.begin(SCOPE).await.unwrap();
        law::seed(&change, day("01/01/2026")).await.unwrap();
        let survey = law::purpose_by_code(&*change, SCOPE, "survey").await.unwrap().unwrap();
        change.commit().await.unwrap();
        let mut files = vec![];
        for _ in 0..5 {
            files.push(file(store, &KARIM).await);
        }
        for (client, decision, said_on) in [
            (0, law::Decision::Given, "02/02/2026"),
            (1, law::Decision::Given, "02/02/2026"),
            (1, law::Decision::Withdrawn, "03/02/2026"),
            // Recorded later, said earlier: the withdrawal holds.
            (1, law::Decision::Refused, "01/02/2026"),
            (2, law::Decision::Refused, "02/02/2026"),
        ] {
            let new = law::NewConsent {
                purpose: survey.id,
                channels: vec![law::Channel::Email],
                decision,
                source: law::Source::Form,
                proof: "F-1".to_owned(),
                call: None,
                said_on: day(said_on),
            };
            let change = store.begin(SCOPE).await.unwrap();
            law::record(&change, files[client], &new).await.unwrap();
            change.commit().await.unwrap();
        }
        let site = Site::new(store, "samir", Role::Trainer).await;
        let text = site.get("/reports/consents/csv").await.html;
        let email =
            format!("{} : {};1;1;1;2;5", FR.t("law-channel-email"), survey.name(Lang::Fr)).replace(" :", "\u{a0}:");
        assert!(text.lines().any(|line| line == email), "{}: {email}\n{text}", fresh.name);
        let none =
            format!("{} : {};0;0;0;5;5", FR.t("law-channel-sms"), survey.name(Lang::Fr)).replace(" :", "\u{a0}:");
        assert!(text.lines().any(|line| line == none), "{}: {none}\n{text}", fresh.name);
        let figures =
            text.lines().skip(1).map(|line| line.split(';').skip(1).map(|n| n.parse::<i64>().unwrap()).collect());
        for figures in figures.collect::<Vec<Vec<i64>>>() {
            assert_eq!(figures[..4].iter().sum::<i64>(), figures[4], "{}\n{text}", fresh.name);
        }
        let filtered = site.get("/reports/consents/csv?status=lost").await.html;
        assert_eq!(filtered.lines().count(), 1, "{}\n{filtered}", fresh.name);
        assert!(site.get("/reports/consents").await.shows(&["<caption", "role=\"img\""]), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_name_that_was_typed_for_a_report_comes_back_and_is_forgotten_once_it_is_kept() {
    for fresh in fresh().await {
        crowd(&fresh.store, 5).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let page = site.get("/reports/completeness?wilaya=16").await;
        let (once, query) = (page.hidden("once"), page.hidden("query").replace("&#38;", "&"));
        let place = format!("/reports/completeness?{query}");
        let typed = [("once", &*once), ("about", "completeness"), ("query", &*query), ("name", "Complétu")];
        site.type_in(&place, &typed).await;
        assert!(site.get(&place).await.shows(&["value=\"Complétu\"", &FR.t("frame-restored")]), "{}", fresh.name);
        let sent =
            [("once", &*once), ("about", "completeness"), ("query", &*query), ("name", "Alger"), ("_page", &*place)];
        assert_eq!(site.post("/reports", &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(!site.get(&place).await.html.contains("value=\"Complétu\""), "{}", fresh.name);
    }
}
