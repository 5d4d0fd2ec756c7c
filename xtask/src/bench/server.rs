//! The program under measure: its data, its start, its time and memory as Linux counts them.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use serde_json::Value;

use crate::postgres::Postgres;
use crate::process::{Stop, end, interrupted};

use super::http::{Connection, Encoding, encode};

/// A client base and who may read it.
pub struct Data<'a> {
    program: PathBuf,
    folder: PathBuf,
    database: Option<&'a Postgres>,
    login: String,
    password: String,
    /// The numbers of the clients.
    pub clients: Vec<i64>,
    /// Phone numbers to look for.
    pub phones: Vec<String>,
    /// Names to look for, in Latin letters.
    pub names: Vec<String>,
    /// Names to look for, in Arabic letters.
    pub arabic: Vec<String>,
    /// The logins of the trainees, who all have the same password.
    pub trainees: Vec<String>,
}

impl<'a> Data<'a> {
    /// Has the program fill a data folder, or the database. With `file` the clients are written there, to be imported. With
    /// `trainees` so many of them are made, and the clients are those of their centre.
    ///
    /// # Errors
    /// [`Stop::Failed`] with the program's own words.
    pub fn make(
        program: &Path,
        folder: &Path,
        database: Option<&'a Postgres>,
        clients: u32,
        file: Option<&Path>,
        trainees: u32,
    ) -> Result<Self, Stop> {
        let mut command = command(program, database);
        command.args(["bench-data", "--clients", &clients.to_string(), "--data"]).arg(folder);
        if let Some(file) = file {
            command.arg("--file").arg(file);
        }
        if trainees > 0 {
            command.args(["--trainees", &trainees.to_string()]);
        }
        let done = command.output().map_err(|error| Stop::Failed(format!("bench-data: {error}")))?;
        if !done.status.success() {
            return Err(Stop::Failed(format!("bench-data: {}", String::from_utf8_lossy(&done.stderr).trim())));
        }
        let text = String::from_utf8_lossy(&done.stdout);
        let line = text.lines().rev().find(|line| line.starts_with('{')).unwrap_or_default();
        let said: Value =
            serde_json::from_str(line).map_err(|error| Stop::Failed(format!("bench-data printed no JSON: {error}")))?;
        let one = |key: &str| {
            said[key].as_str().map(str::to_owned).ok_or_else(|| Stop::Failed(format!("bench-data named no {key}")))
        };
        let many = |key: &str| -> Vec<Value> { said[key].as_array().cloned().unwrap_or_default() };
        let texts =
            |key: &str| many(key).iter().filter_map(|value| value.as_str().map(str::to_owned)).collect::<Vec<_>>();
        let data = Self {
            program: program.to_owned(),
            folder: folder.to_owned(),
            database,
            login: one("login")?,
            password: one("password")?,
            clients: many("clients").iter().filter_map(Value::as_i64).collect(),
            phones: texts("phones"),
            names: texts("names"),
            arabic: texts("arabic"),
            trainees: texts("trainees"),
        };
        if data.clients.is_empty() || data.phones.is_empty() || data.names.is_empty() {
            return Err(Stop::failed("bench-data named no clients, phones or names"));
        }
        if data.trainees.len() != trainees as usize {
            return Err(Stop::failed("bench-data did not name the trainees"));
        }
        Ok(data)
    }
}

/// The program, told where its database is.
pub fn command(program: &Path, database: Option<&Postgres>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    match database {
        Some(database) => command.env("DATABASE_URL", database.url()),
        None => command.env_remove("DATABASE_URL"),
    };
    command
}

/// The program, serving. Dropping it stops it.
pub struct Server {
    child: Child,
    database: Option<u32>,
    /// Its port.
    pub port: u16,
    /// Time from its start to its first page.
    pub cold: Duration,
}

/// Memory in kibibytes.
pub struct Memory {
    /// Resident now.
    pub now: u64,
    /// The most that was ever resident.
    pub most: u64,
    /// Resident now, without what is mapped from files.
    pub own: u64,
}

impl Server {
    /// Starts the program and waits for its first page.
    ///
    /// # Errors
    /// [`Stop::Failed`] when it does not answer.
    pub fn start(data: &Data<'_>) -> Result<Self, Stop> {
        let io = |error: std::io::Error| Stop::Failed(format!("plateau serve: {error}"));
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).map_err(io)?.port();
        let log = fs::File::create(data.folder.join("bench-server.log")).map_err(io)?;
        let mut command = command(&data.program, data.database);
        command.args(["serve", "--port", &port.to_string(), "--data"]).arg(&data.folder);
        let start = Instant::now();
        let child = command.stdout(log.try_clone().map_err(io)?).stderr(log).spawn().map_err(io)?;
        let mut server = Self { child, database: data.database.map(Postgres::pid), port, cold: Duration::ZERO };
        while start.elapsed() < Duration::from_secs(60) && !interrupted() {
            let page =
                Connection::open(port, "").and_then(|mut connection| connection.get("/sign-in", Encoding::Plain));
            if page.is_ok_and(|answer| answer.status == 200) {
                server.cold = start.elapsed();
                return Ok(server);
            }
            if !matches!(server.child.try_wait(), Ok(None)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let said = fs::read_to_string(data.folder.join("bench-server.log")).unwrap_or_default();
        Err(if interrupted() {
            Stop::Interrupted
        } else {
            Stop::Failed(format!("the server does not answer: {}", said.trim()))
        })
    }

    /// Signs the agent in and gives the cookies of the session.
    ///
    /// # Errors
    /// [`Stop::Failed`] when the door stays closed.
    pub fn sign_in(&self, data: &Data<'_>) -> Result<String, Stop> {
        self.sign_in_as(data, &data.login)
    }

    /// Signs somebody in who has the password of the bench, and gives the cookies of the session.
    ///
    /// # Errors
    /// [`Stop::Failed`] when the door stays closed.
    pub fn sign_in_as(&self, data: &Data<'_>, login: &str) -> Result<String, Stop> {
        let form = format!("login={}&password={}&next=%2F", encode(login), encode(&data.password));
        let answer = Connection::open(self.port, "").and_then(|mut connection| connection.post("/sign-in", &form));
        let answer = answer.map_err(|error| Stop::Failed(format!("signing in: {error}")))?;
        if answer.status != 303 || answer.cookies.is_empty() {
            return Err(Stop::Failed(format!("signing in was answered with {}", answer.status)));
        }
        Ok(answer.cookies.join("; "))
    }

    /// Processor time used so far by the server and by the processes of its database.
    fn time(&self) -> (Duration, Duration) {
        let database =
            self.database.map_or(Duration::ZERO, |parent| children(parent).into_iter().map(processor_time).sum());
        (processor_time(self.child.id()), database)
    }

    /// Does something, and gives with it the processor time that the server and its database used meanwhile.
    pub fn used_by<T>(&self, work: impl FnOnce() -> T) -> (T, (Duration, Duration)) {
        let before = self.time();
        let done = work();
        let after = self.time();
        (done, (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1)))
    }

    /// Its memory.
    pub fn memory(&self) -> Memory {
        memory(self.child.id())
    }
}

/// The memory of a process; nothing when it has ended.
pub fn memory(pid: u32) -> Memory {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next()).and_then(|size| size.parse().ok()).unwrap_or(0)
    };
    // Pages of the database file that the system maps are counted apart: it takes them back when it needs them.
    Memory { now: line("VmRSS:"), most: line("VmHWM:"), own: line("RssAnon:") }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.child, Signal::TERM);
    }
}

/// User and system time of a process and of those of the database, so far.
pub fn times(pid: u32, database: Option<&Postgres>) -> (Duration, Duration) {
    let database =
        database.map_or(Duration::ZERO, |server| children(server.pid()).into_iter().map(processor_time).sum());
    (processor_time(pid), database)
}

/// User and system time of a process (fields 14 and 15 of its `stat`, in clock ticks).
fn processor_time(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let ticks: u64 = fields_after_name(&stat).skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_nanos(ticks * (1_000_000_000 / rustix::param::clock_ticks_per_second().max(1)))
}

/// The name of a program may hold spaces: the fields start after its closing bracket, with the third.
fn fields_after_name(stat: &str) -> impl Iterator<Item = &str> {
    stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace()
}

fn children(parent: u32) -> Vec<u32> {
    let parent = parent.to_string();
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    pids.filter(|pid| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        fields_after_name(&stat).nth(1) == Some(parent.as_str())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_a_working_process_grows() {
        let own = std::process::id();
        let (before, start) = (processor_time(own), Instant::now());
        let mut sum = 0_u64;
        while processor_time(own) <= before && start.elapsed() < Duration::from_secs(10) {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(processor_time(own) > before);
    }

    #[test]
    fn a_child_is_found_by_its_parent() {
        let mut child = Command::new("sleep").arg("30").spawn().unwrap();
        let found = children(std::process::id()).contains(&child.id());
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(found);
    }
}
