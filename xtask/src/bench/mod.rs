//! `cargo xtask bench`: the figures of docs/benchmarks.md.

mod files;
mod http;
mod lists;
mod load;
mod page;
mod request;
mod server;
mod table;
mod trainees;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::place::Place;
use crate::postgres::{Durability, Postgres};
use crate::process::{Stop, run};

use self::load::{Figures, Load};
use self::server::{Data, Server};
use self::table::Table;

/// Starts of the server whose median is the cold start.
const STARTS: usize = 5;
/// Connections of the loads.
const CONNECTIONS: [usize; 2] = [1, 16];

/// What was asked for on the command line.
struct Options {
    bench: Bench,
    clients: u32,
    /// Trainees at work at the same time.
    people: u32,
    length: Duration,
    engines: Vec<Engine>,
    folder: PathBuf,
    markdown: bool,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bench {
    /// The loads of a day, one kind after the other, as fast as the server answers.
    Day,
    /// A big base.
    Files,
    /// A room of trainees at work, with pauses.
    Trainees,
}

impl Bench {
    /// The one that the first word names.
    fn named(word: Option<&str>) -> Self {
        match word {
            Some("files") => Self::Files,
            Some("trainees") => Self::Trainees,
            _ => Self::Day,
        }
    }

    /// The clients of its base, unless the command line says otherwise.
    fn clients(self) -> u32 {
        match self {
            Self::Day => 100_000,
            Self::Files => 1_000_000,
            Self::Trainees => 2_000,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

impl Options {
    fn read(words: &[&str]) -> Result<Self, String> {
        let bench = Bench::named(words.first().copied());
        let mut options = Self {
            bench,
            clients: bench.clients(),
            people: 40,
            length: Duration::from_secs(5),
            engines: vec![Engine::Sqlite, Engine::Postgres],
            folder: PathBuf::from("/var/tmp"),
            markdown: false,
        };
        let mut words = words.iter().skip(usize::from(bench != Bench::Day));
        while let Some(&word) = words.next() {
            if word == "--markdown" {
                options.markdown = true;
                continue;
            }
            let value = *words.next().ok_or_else(|| format!("{word} needs a value"))?;
            let number = || {
                value
                    .parse::<u32>()
                    .ok()
                    .filter(|n| *n > 0)
                    .ok_or_else(|| format!("{word} needs a number, not {value}"))
            };
            match (word, value) {
                ("--clients", _) => options.clients = number()?,
                ("--people", _) if bench == Bench::Trainees => options.people = number()?,
                ("--seconds", _) => options.length = Duration::from_secs(number()?.into()),
                ("--engine", "sqlite") => options.engines = vec![Engine::Sqlite],
                ("--engine", "postgres") => options.engines = vec![Engine::Postgres],
                ("--folder", _) => options.folder = PathBuf::from(value),
                _ => {
                    return Err(format!("unknown option {word} {value}; see cargo xtask help"));
                }
            }
        }
        Ok(options)
    }
}

/// Runs the benches and prints the table.
pub fn main(words: &[&str]) -> ExitCode {
    match Options::read(words).map_err(Stop::Failed).and_then(|options| measure(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Failed(text) | Stop::Missing(text) | Stop::Optional(text)) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
        Err(Stop::Interrupted) => {
            eprintln!("interrupted");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: &Options) -> Result<(), Stop> {
    let place = Place::find().map_err(Stop::Failed)?;
    run(&mut place.cargo(&["build", "--release", "--package", "plateau"]))?;
    let program = place.plateau("release");
    let mut table = Table::new(&place, options.clients, options.length);
    for engine in &options.engines {
        let folder = tempfile::Builder::new().prefix("plateau-bench-").tempdir_in(&options.folder);
        let folder = folder.map_err(|error| Stop::Failed(format!("{}: {error}", options.folder.display())))?;
        // Declared before the server that uses it, so that it is stopped after it.
        let database = if *engine == Engine::Postgres { Some(Postgres::start(Durability::Real)?) } else { None };
        println!("{}: making {} clients", engine.name(), options.clients);
        let (program, folder) = (program.as_path(), folder.path());
        let (database, clients) = (database.as_ref(), options.clients);
        match options.bench {
            Bench::Day => {
                let data = Data::make(program, folder, database, clients, None, 0)?;
                measure_engine(*engine, &data, options, &Load::DAY, &mut table)?;
            }
            Bench::Files => {
                let data = files::exchange(*engine, program, folder, database, clients, &mut table)?;
                measure_engine(*engine, &data, options, &Load::FILES, &mut table)?;
            }
            Bench::Trainees => {
                let data = Data::make(program, folder, database, clients, None, options.people)?;
                trainees::measure(*engine, &data, options.length, &mut table)?;
            }
        }
    }
    println!("\n{}", if options.markdown { table.markdown() } else { table.plain() });
    match table.errors() {
        0 => Ok(()),
        errors => Err(Stop::Failed(format!("{errors} answers were wrong: the figures do not count"))),
    }
}

fn measure_engine(
    engine: Engine,
    data: &Data<'_>,
    options: &Options,
    loads: &[Load],
    table: &mut Table,
) -> Result<(), Stop> {
    let mut starts =
        (0..STARTS).map(|_| Server::start(data).map(|server| server.cold)).collect::<Result<Vec<_>, _>>()?;
    starts.sort();
    let server = Server::start(data)?;
    std::thread::sleep(Duration::from_secs(3));
    let idle = server.memory().now;
    table.start(engine.name(), starts[STARTS / 2], idle);
    let cookie = server.sign_in(data)?;
    for connections in CONNECTIONS {
        for &load in loads {
            let figures = load.drive(&server, data, &cookie, connections, options.length)?;
            announce(engine, load, connections, &figures);
            table.row(engine.name(), load.name(), connections, &figures);
        }
    }
    if options.bench == Bench::Files {
        lists::measure(engine, &server, &cookie, table)?;
    }
    table.end(engine.name(), server.memory().most);
    Ok(())
}

fn announce(engine: Engine, load: Load, connections: usize, figures: &Figures) {
    println!("{} · {} · {connections} connections: {:.0} requests/s", engine.name(), load.name(), figures.rate());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_choose_size_length_and_engine() {
        let options =
            Options::read(&["--clients", "2000", "--seconds", "1", "--engine", "sqlite", "--markdown"]).unwrap();
        assert_eq!((options.clients, options.length.as_secs(), options.markdown), (2000, 1, true));
        assert!(options.engines == [Engine::Sqlite]);
        assert!(Options::read(&["--clients", "many"]).is_err());
        assert!(Options::read(&["--engine", "oracle"]).is_err());
    }

    fn read(words: &[&str]) -> (Bench, u32, u32) {
        let options = Options::read(words).unwrap();
        (options.bench, options.clients, options.people)
    }

    #[test]
    fn the_first_word_chooses_what_is_measured() {
        assert_eq!(read(&[]), (Bench::Day, 100_000, 40));
        assert_eq!(read(&["files"]), (Bench::Files, 1_000_000, 40));
        assert_eq!(read(&["trainees"]), (Bench::Trainees, 2_000, 40));
        assert_eq!(read(&["trainees", "--people", "12", "--clients", "500"]), (Bench::Trainees, 500, 12));
        assert!(Options::read(&["--people", "12"]).is_err());
        assert!(Options::read(&["trainees", "--people", "0"]).is_err());
    }
}
