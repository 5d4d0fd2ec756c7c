//! Client files in and out of a base, beside what the engines' own tools do with the same file.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::postgres::Postgres;
use crate::process::{Stop, interrupted};
use crate::tools::{find, install};

use super::Engine;
use super::server::{Data, command, memory, times};
use super::table::{Table, megabytes};

/// What a command needed.
struct Need {
    elapsed: Duration,
    /// Processor time of the program, and of the database's own processes.
    processor: (Duration, Duration),
    /// The most that was resident, with and without what is mapped from files, in kibibytes.
    most: (u64, u64),
    said: String,
}

impl Need {
    fn rate(&self, rows: u32) -> f64 {
        f64::from(rows) / self.elapsed.as_secs_f64()
    }
}

/// Imports a file of so many clients, dry and in earnest, exports them again, and gives the base that it made.
///
/// # Errors
/// [`Stop::Failed`] with the program's own words.
pub fn exchange<'a>(
    engine: Engine,
    program: &Path,
    folder: &Path,
    database: Option<&'a Postgres>,
    clients: u32,
    table: &mut Table,
) -> Result<Data<'a>, Stop> {
    let (file, out) = (folder.join("clients.csv"), folder.join("out.csv"));
    let data = Data::make(program, folder, database, clients, Some(&file), 0)?;
    let size = fs::metadata(&file).map_or(0, |meta| meta.len()) / 1_000_000;
    table.note(format!("{}: a file of {clients} clients, {size} MB, of CSV", engine.name()));
    let (name, own) = match (engine, database) {
        (Engine::Postgres, Some(server)) => ("COPY", copied(server, &file)?),
        _ => ("sqlite3 .import", imported(folder, &file)?),
    };
    let own_rate = f64::from(clients) / own.as_secs_f64();
    table.note(format!("{}: {name} into a table without an index: {own_rate:.0} rows/s", engine.name()));
    let steps: [(&str, &[&str], &Path); 3] = [
        ("import, dry run", &["clients", "import", "--make-known", "--dry-run"], &file),
        ("import", &["clients", "import", "--make-known"], &file),
        ("export", &["clients", "export"], &out),
    ];
    for (step, words, path) in steps {
        println!("{}: {step}", engine.name());
        let mut command = command(program, database);
        command.args(words).arg(path).arg("--data").arg(folder);
        let need = watched(command, database)?;
        let wrong = step != "export" && !need.said.contains(&format!("{clients} files"));
        if wrong {
            return Err(Stop::Failed(format!("{step}: {}", need.said.trim())));
        }
        let rate = need.rate(clients);
        let (program, database) = need.processor;
        table.note(format!(
            "{}: {step}: {:.1} s, {rate:.0} rows/s, {:.3} of {name}; {:.1} µs of CPU a row and {:.1} in the database; at most {} MB, {} MB of them its own",
            engine.name(),
            need.elapsed.as_secs_f64(),
            rate / own_rate,
            program.as_secs_f64() * 1e6 / f64::from(clients),
            database.as_secs_f64() * 1e6 / f64::from(clients),
            megabytes(need.most.0),
            megabytes(need.most.1),
        ));
    }
    Ok(data)
}

/// Runs a command to its end and looks at its memory meanwhile.
fn watched(mut command: Command, database: Option<&Postgres>) -> Result<Need, Stop> {
    let failed = |error: std::io::Error| Stop::Failed(format!("clients: {error}"));
    let said = tempfile::NamedTempFile::new().map_err(failed)?;
    let output = said.reopen().map_err(failed)?;
    command.stdout(output.try_clone().map_err(failed)?).stderr(output);
    let (start, before) = (Instant::now(), database.map_or(Duration::ZERO, |_| times(0, database).1));
    let mut child = command.spawn().map_err(failed)?;
    let (mut most, mut processor) = ((0, 0), (Duration::ZERO, Duration::ZERO));
    let status = loop {
        let now = memory(child.id());
        most = (most.0.max(now.most), most.1.max(now.own));
        let so_far = times(child.id(), database);
        processor = (processor.0.max(so_far.0), processor.1.max(so_far.1.saturating_sub(before)));
        if let Some(status) = child.try_wait().map_err(failed)? {
            break status;
        }
        if interrupted() {
            let _ended = child.kill();
            return Err(Stop::Interrupted);
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let elapsed = start.elapsed();
    let said = fs::read_to_string(said.path()).map_err(failed)?;
    if !status.success() {
        return Err(Stop::Failed(said));
    }
    Ok(Need { elapsed, processor, most, said })
}

/// What SQLite's own shell needs to read the file into a table of texts.
fn imported(folder: &Path, file: &Path) -> Result<Duration, Stop> {
    if find(&["sqlite3"], &[]).is_none() {
        install("The shell of SQLite", &["sqlite3"])?;
    }
    let base = folder.join("shell.db");
    let mut shell = Command::new("sqlite3");
    shell.arg(&base).args([".mode csv", ".separator ;"]).arg(format!(".import {} client", file.display()));
    let elapsed = timed(&mut shell)?;
    fs::remove_file(&base).map_err(|error| Stop::Failed(format!("{}: {error}", base.display())))?;
    Ok(elapsed)
}

/// What PostgreSQL's COPY needs to read the file into a table of texts.
fn copied(server: &Postgres, file: &Path) -> Result<Duration, Stop> {
    let shell = |words: &[String]| {
        let mut shell = Command::new("psql");
        shell.args(["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", &server.url()]);
        words.iter().for_each(|word| {
            shell.args(["--command", word]);
        });
        shell
    };
    let head = fs::File::open(file).and_then(|file| {
        let mut line = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(file), &mut line).map(|_| line)
    });
    let columns = head.map_err(|error| Stop::Failed(error.to_string()))?.split(';').count();
    let columns: Vec<String> = (0..columns).map(|at| format!("c{at} text")).collect();
    timed(&mut shell(&[format!("CREATE TABLE shell ({})", columns.join(", "))]))?;
    let copy = format!("\\copy shell FROM '{}' WITH (FORMAT csv, DELIMITER ';', HEADER)", file.display());
    let elapsed = timed(&mut shell(&[copy]))?;
    timed(&mut shell(&["DROP TABLE shell".to_owned()]))?;
    Ok(elapsed)
}

fn timed(command: &mut Command) -> Result<Duration, Stop> {
    let name = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let done = command.stdin(Stdio::null()).output().map_err(|error| Stop::Failed(format!("{name}: {error}")))?;
    let elapsed = start.elapsed();
    if !done.status.success() {
        return Err(Stop::Failed(format!("{name}: {}", String::from_utf8_lossy(&done.stderr).trim())));
    }
    Ok(elapsed)
}
