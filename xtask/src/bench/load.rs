//! The loads: what each asks for, and what it measures.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use crate::process::{Stop, interrupted};

use super::http::{Connection, Encoding};
use super::request::{Chance, Edited, Request, search};
use super::server::{Data, Server};

/// Time before the measure in which caches and connections settle.
const WARM_UP: Duration = Duration::from_millis(500);
/// Files that the saves take in turn, over all connections. No file is saved by two.
const FORMS: usize = 480;

/// One kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// `/about`: a page without a query of its own, the measure of the others.
    Baseline,
    /// The file of a client.
    Record,
    /// The file of a caller, by number.
    ScreenPop,
    /// Clients by name, in Latin letters.
    Search,
    /// Clients by name, in Arabic letters.
    SearchArabic,
    /// The beginning of a name as it is typed, in either script: three letters and more.
    Typed,
    /// The last digits of a number, four and more.
    Part,
    /// The possible duplicates of a file.
    Duplicates,
    /// A client's file saved.
    Save,
}

/// What a load measured.
#[derive(Debug)]
pub struct Figures {
    /// Time of each answer, sorted.
    times: Vec<Duration>,
    elapsed: Duration,
    /// Answers that were not what was asked for.
    pub errors: usize,
    /// Processor time of the server and of the database's own processes; nothing for a part of a load, which shares it.
    used: Option<(Duration, Duration)>,
    /// Resident memory of the server afterwards, in kibibytes.
    pub memory: u64,
}

impl Figures {
    /// The figures of answers that took these times, in any order.
    pub fn of(
        mut times: Vec<Duration>,
        elapsed: Duration,
        errors: usize,
        used: Option<(Duration, Duration)>,
        memory: u64,
    ) -> Self {
        times.sort();
        Self { times, elapsed, errors, used, memory }
    }

    /// Requests per second.
    pub fn rate(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64().max(f64::EPSILON)
    }

    /// The time, in milliseconds, within which this share of the answers came.
    pub fn within(&self, share: f64) -> f64 {
        within(&self.times, share)
    }

    /// Processor time of the server and of the database for one request, in milliseconds; nothing for a part of a load.
    pub fn processor(&self) -> Option<(f64, f64)> {
        let each = |time: Duration| time.as_secs_f64() * 1000.0 / self.times.len().max(1) as f64;
        self.used.map(|(server, database)| (each(server), each(database)))
    }
}

/// The time, in milliseconds, within which this share of sorted times came.
pub fn within(sorted: &[Duration], share: f64) -> f64 {
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

/// The requests of one connection, one after the other.
type Requests<'a> = Box<dyn FnMut() -> Option<Request> + Send + 'a>;

impl Load {
    /// The loads of a day, in the order of the table. The saves come last: they make the base grow.
    pub const DAY: [Self; 5] = [Self::Baseline, Self::Record, Self::ScreenPop, Self::Search, Self::Save];
    /// The loads of a big base, which only read.
    pub const FILES: [Self; 8] = [
        Self::Baseline,
        Self::Record,
        Self::ScreenPop,
        Self::Search,
        Self::SearchArabic,
        Self::Typed,
        Self::Part,
        Self::Duplicates,
    ];

    /// Its name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Baseline => "baseline (/about)",
            Self::Record => "record page",
            Self::ScreenPop => "screen pop",
            Self::Search => "search by name",
            Self::SearchArabic => "search in Arabic",
            Self::Typed => "search as typed",
            Self::Part => "end of a number",
            Self::Duplicates => "duplicates",
            Self::Save => "save",
        }
    }

    /// Drives the load over so many connections for so long.
    ///
    /// # Errors
    /// [`Stop::Failed`] when a connection breaks or a page is not what it should be.
    pub fn drive(
        self,
        server: &Server,
        data: &Data<'_>,
        cookie: &str,
        connections: usize,
        length: Duration,
    ) -> Result<Figures, Stop> {
        let broken = |error: io::Error| Stop::Failed(format!("{}: {error}", self.name()));
        let mut workers = Vec::new();
        for number in 0..connections {
            let mut connection = Connection::open(server.port, cookie).map_err(broken)?;
            let requests = self.requests(&mut connection, data, number, connections).map_err(broken)?;
            workers.push((connection, requests));
        }
        let start = Instant::now();
        let (begin, until) = (start + WARM_UP, start + WARM_UP + length);
        let (results, used) = thread::scope(|scope| {
            let work = |(connection, requests)| scope.spawn(move || one_connection(connection, requests, begin, until));
            let running: Vec<_> = workers.into_iter().map(work).collect();
            thread::sleep(begin.saturating_duration_since(Instant::now()));
            server.used_by(|| running.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>())
        });
        if interrupted() {
            return Err(Stop::Interrupted);
        }
        let mut all = Part { times: Vec::new(), errors: 0, elapsed: Duration::ZERO };
        for result in results {
            let part = result.map_err(|_| Stop::failed("a connection's thread broke"))?.map_err(broken)?;
            all.times.extend(part.times);
            all.errors += part.errors;
            all.elapsed = all.elapsed.max(part.elapsed);
        }
        Ok(Figures::of(all.times, all.elapsed, all.errors, Some(used), server.memory().now))
    }

    fn requests<'a>(
        self,
        connection: &mut Connection,
        data: &'a Data<'_>,
        number: usize,
        connections: usize,
    ) -> io::Result<Requests<'a>> {
        let mut chance = Chance::new(number as u64 + 1);
        Ok(match self {
            Self::Baseline => Box::new(|| Some(Request::Get("/about".to_owned()))),
            Self::Record => Box::new(move || Some(Request::Get(format!("/clients/{}", chance.of(&data.clients))))),
            Self::ScreenPop => Box::new(move || Some(search(chance.of(&data.phones)))),
            Self::Search => Box::new(move || Some(search(chance.of(&data.names)))),
            Self::SearchArabic => Box::new(move || Some(search(chance.of(&data.arabic)))),
            Self::Typed => Box::new(move || {
                let name =
                    if chance.draw().is_multiple_of(2) { chance.of(&data.names) } else { chance.of(&data.arabic) };
                let letters = 3 + chance.draw() as usize % 5;
                Some(search(name.chars().take(letters).collect::<String>().trim_end()))
            }),
            Self::Part => Box::new(move || {
                let digits = 4 + chance.draw() as usize % 4;
                let phone = chance.of(&data.phones);
                Some(search(&phone[phone.len() - digits.min(phone.len())..]))
            }),
            Self::Duplicates => {
                Box::new(move || Some(Request::Get(format!("/clients/{}/duplicates", chance.of(&data.clients)))))
            }
            Self::Save => {
                let own = data.clients.iter().skip(number).step_by(connections);
                let own = own.take(FORMS.div_ceil(connections));
                let mut files = own.map(|client| Edited::read(connection, *client)).collect::<io::Result<Vec<_>>>()?;
                let mut turn = 0;
                Box::new(move || {
                    turn += 1;
                    let count = files.len();
                    files.get_mut(turn % count.max(1)).map(Edited::save)
                })
            }
        })
    }
}

struct Part {
    times: Vec<Duration>,
    errors: usize,
    elapsed: Duration,
}

/// Sends until the time is over or nothing is left to send. What was answered before `begin` is not counted.
fn one_connection(
    mut connection: Connection,
    mut requests: Requests<'_>,
    begin: Instant,
    until: Instant,
) -> io::Result<Part> {
    let mut part = Part { times: Vec::new(), errors: 0, elapsed: Duration::ZERO };
    let mut last = begin;
    while last < until && !interrupted() {
        let Some(request) = requests() else { break };
        let start = Instant::now();
        // A save is answered with a redirect, the rest with a page; a search with one result may lead to it.
        let good = match request {
            Request::Get(path) => {
                matches!(connection.get(&path, Encoding::Gzip)?.status, 200 | 303)
            }
            Request::Post(path, body) => connection.post(&path, &body)?.status == 303,
        };
        last = Instant::now();
        if start >= begin {
            part.times.push(last - start);
            part.errors += usize::from(!good);
        }
    }
    part.elapsed = last.saturating_duration_since(begin);
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_answers_came_within_the_median() {
        let times = (1..=100).rev().map(Duration::from_millis).collect();
        let used = Some((Duration::from_millis(50), Duration::ZERO));
        let figures = Figures::of(times, Duration::from_secs(2), 0, used, 0);
        assert_eq!((figures.within(0.5), figures.within(0.99), figures.rate()), (50.0, 99.0, 50.0));
        assert_eq!(figures.processor(), Some((0.5, 0.0)));
    }
}
