//! The bench of papers: how long the transcripts of a promotion take to become one PDF.

use std::time::Instant;

use paper::{Cell, Fonts, Head, Paper, Part, pdf};
use school::programme::programme;

use crate::cli;

/// A transcript of four semesters with every module of the plan.
fn transcript(at: usize) -> Paper {
    let plan = programme().semesters.assignment();
    let row = |code: &str, semester: usize| {
        let title = programme().module(code).map_or("", |module| module.title.get("fr"));
        let mark = format!("{},{}0", 9 + (at + semester) % 10, at % 10);
        vec![Cell::words(format!("{code} {title}")), Cell::figures("2"), Cell::figures(mark), Cell::words("validé")]
    };
    let mut parts = vec![Part::Facts(vec![
        ("Nom et prénom".to_owned(), Cell::words(format!("Benali Karim {at}"))),
        ("Dans l’autre écriture".to_owned(), Cell::words("بن علي كريم")),
    ])];
    for semester in 1..=4 {
        let modules = plan.iter().filter(|(_, places)| places.contains(&semester));
        let rows = modules.map(|(code, _)| row(code, usize::from(semester))).collect();
        let head = ["Module", "Coefficient", "Note sur 20", "Situation"].map(str::to_owned).to_vec();
        parts.push(Part::Heading(format!("Semestre {semester}")));
        parts.push(Part::Table(format!("Notes du semestre {semester} :"), head, rows));
        parts.push(Part::Facts(vec![("Moyenne".to_owned(), Cell::figures("12,50"))]));
    }
    let number = format!("2026/{at:03}");
    Paper { title: "Relevé de notes".to_owned(), number, parts, signatures: vec!["Le directeur".to_owned()] }
}

/// Sets the transcripts of so many people in one file and prints how long it took.
pub(crate) fn run(people: usize) -> Result<(), String> {
    let fonts = Fonts::find(None).map_err(|error| error.to_string())?;
    for (lang, page) in [("fr", "Page"), ("ar", "الصفحة")] {
        let head = Head {
            lang,
            title: "Relevés de notes".to_owned(),
            french: vec!["Institut de démonstration".to_owned()],
            arabic: vec!["معهد التكوين المهني التجريبي".to_owned()],
            done_on: ("Fait le".to_owned(), "28/11/2026".to_owned()),
            number: "no".to_owned(),
            page: page.to_owned(),
            logo: None,
        };
        let papers: Vec<Paper> = (1..=people).map(transcript).collect();
        let start = Instant::now();
        let file = pdf(&fonts, &head, &papers).map_err(|error| error.to_string())?;
        let time = start.elapsed().as_secs_f64();
        cli::print(&format!("{lang}: {people} transcripts, {} kB, {time:.2} s", file.len() / 1000))?;
    }
    Ok(())
}
