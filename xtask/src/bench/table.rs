//! The figures as a table, for the eye and for docs/benchmarks.md.

use std::fs;
use std::time::Duration;

use crate::place::Place;
use crate::tools::said;

use super::load::Figures;

const HEAD: [&str; 12] = [
    "engine",
    "load",
    "connections",
    "requests/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "CPU ms",
    "database CPU ms",
    "CPU × baseline",
    "memory MB",
    "errors",
];

/// Rows as they are measured.
pub struct Table {
    about: Vec<(&'static str, String)>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
    baseline: f64,
    errors: usize,
}

impl Table {
    /// An empty table of this machine and this commit.
    pub fn new(place: &Place, clients: u32, length: Duration) -> Self {
        let root = place.root.to_string_lossy();
        let commit = said("git", &["-C", &root, "describe", "--always", "--dirty"]);
        let about = vec![
            ("Date", said("date", &["-u", "+%Y-%m-%d %H:%M UTC"])),
            ("Commit", if commit.is_empty() { "unknown".to_owned() } else { commit }),
            ("Machine", machine()),
            ("Load of the machine before", first_word("/proc/loadavg")),
            ("Clients in the base", clients.to_string()),
            ("Length of a load", format!("{} s", length.as_secs())),
        ];
        Self { about, rows: Vec::new(), notes: Vec::new(), baseline: 0.0, errors: 0 }
    }

    /// Notes how the server started and what it needs at rest.
    pub fn start(&mut self, engine: &str, cold: Duration, idle: u64) {
        let cold = cold.as_secs_f64();
        self.note(format!("{engine}: cold start {cold:.3} s, idle memory {} MB", megabytes(idle)));
    }

    /// Notes the most memory that the server ever needed.
    pub fn end(&mut self, engine: &str, most: u64) {
        self.note(format!("{engine}: most memory {} MB", megabytes(most)));
    }

    /// Notes a sentence above the table.
    pub fn note(&mut self, line: String) {
        self.notes.push(line);
    }

    /// Adds what a load measured. The first load of a number of connections is the baseline of the others.
    pub fn row(&mut self, engine: &str, load: &str, connections: usize, figures: &Figures) {
        if load.starts_with("baseline")
            && let Some((server, _)) = figures.processor()
        {
            self.baseline = server;
        }
        self.errors += figures.errors;
        self.part(engine, load, connections, figures);
    }

    /// Adds what one kind of request came to in a load: the row of the load counts its errors.
    pub fn part(&mut self, engine: &str, load: &str, connections: usize, figures: &Figures) {
        let known = |cell: Option<String>| cell.unwrap_or_else(|| "–".to_owned());
        let processor = figures.processor();
        let times = processor.filter(|_| self.baseline > 0.0).map(|(server, _)| server / self.baseline);
        self.rows.push(vec![
            engine.to_owned(),
            load.to_owned(),
            connections.to_string(),
            format!("{:.0}", figures.rate()),
            format!("{:.2}", figures.within(0.50)),
            format!("{:.2}", figures.within(0.95)),
            format!("{:.2}", figures.within(0.99)),
            known(processor.map(|(server, _)| format!("{server:.3}"))),
            known(processor.map(|(_, database)| format!("{database:.3}"))),
            known(times.map(|times| format!("{times:.1}"))),
            megabytes(figures.memory),
            figures.errors.to_string(),
        ]);
    }

    /// Wrong answers over all loads.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Aligned columns.
    pub fn plain(&self) -> String {
        let about = self.about.iter().map(|(name, value)| format!("{name}: {value}\n"));
        let notes = self.notes.iter().map(|line| format!("{line}\n"));
        let lines = self.lines().into_iter().map(|cells| format!("{}\n", cells.join("  ")));
        about.chain(notes).chain(["\n".to_owned()]).chain(lines).collect()
    }

    /// The same for a document.
    pub fn markdown(&self) -> String {
        let about = self.about.iter().map(|(name, value)| format!("- {name}: {value}\n"));
        let notes = self.notes.iter().map(|line| format!("- {line}\n"));
        let mut lines = self.lines().into_iter().map(|cells| format!("| {} |\n", cells.join(" | ")));
        let head = lines.next().unwrap_or_default();
        let rule = HEAD.map(|name| if name == "engine" || name == "load" { "---" } else { "--:" }).join(" | ");
        about.chain(notes).chain(["\n".to_owned(), head, format!("| {rule} |\n")]).chain(lines).collect()
    }

    /// Head and rows, padded: words to the left, numbers to the right.
    fn lines(&self) -> Vec<Vec<String>> {
        let head = HEAD.map(str::to_owned).to_vec();
        let all: Vec<&Vec<String>> = std::iter::once(&head).chain(&self.rows).collect();
        let width = |column: usize| all.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let pad = |column: usize, cell: &String| match column {
            0 | 1 => format!("{cell:<0$}", width(column)),
            _ => format!("{cell:>0$}", width(column)),
        };
        all.iter().map(|row| row.iter().enumerate().map(|(column, cell)| pad(column, cell)).collect()).collect()
    }
}

fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map(|line| line.trim_start_matches(['\t', ' ', ':']));
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("{cores} cores, {}", model.unwrap_or("unknown processor"))
}

fn first_word(file: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_owned()
}

/// Kibibytes as megabytes.
pub fn megabytes(kibibytes: u64) -> String {
    format!("{:.0}", kibibytes as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_load_share_its_processor_time_and_its_errors() {
        let mut table = Table { about: vec![], rows: vec![], notes: vec![], baseline: 0.0, errors: 0 };
        let figures = |used| Figures::of(vec![Duration::from_millis(2)], Duration::from_secs(1), 1, used, 1024);
        table.part("SQLite", "save", 40, &figures(None));
        table.row("SQLite", "all together", 40, &figures(Some((Duration::from_millis(1), Duration::ZERO))));
        assert_eq!(table.errors(), 1);
        assert_eq!(table.rows[0][7..10], ["–", "–", "–"]);
        assert_eq!(table.rows[1][7..10], ["1.000", "0.000", "–"]);
    }
}
