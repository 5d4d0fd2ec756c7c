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
use crate::clients::tests::{FR, KARIM, SCOPE, Site, file, fresh};

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
                let empty = about == About::Activity;
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
async fn a_report_is_taken_away_as_csv_and_the_journal_knows() {
    for fresh in fresh().await {
        crowd(&fresh.store, 30).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let file = site.get("/reports/files/csv?group=status&column=files").await;
        assert!(file.html.starts_with("\u{FEFF}Statut;Fiches\r\n"), "{}: {}", fresh.name, file.html);
        assert!(file.html.ends_with("Total;30\r\n"), "{}: {}", fresh.name, file.html);
        let lines = ::store::journal_of(fresh.store.read(), SCOPE, "centre", SCOPE.centre.0, None, 5).await.unwrap();
        assert!(lines.iter().any(|line| line.verb == "report.taken"), "{}", fresh.name);
    }
}

#[test]
fn no_cell_of_a_file_is_taken_for_a_formula() {
    let line = |label: &str| Line { label: label.to_owned(), href: None, cells: vec![Cell::Count(-3)] };
    let lines = vec![line("=1+1"), line("@x"), line("a;\"b\"")];
    let table = Table::new(FR, "x".to_owned(), "clients-status", vec![Column::Files], lines);
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
