//! The loads: what each asks for, and what it measures.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::process::{Stop, interrupted};

use super::http::{Connection, Encoding, encode};
use super::page::form;
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
    /// Processor time of the server.
    server: Duration,
    /// Processor time of the database's own processes.
    database: Duration,
    /// Resident memory of the server afterwards, in kibibytes.
    pub memory: u64,
}

impl Figures {
    /// Requests per second.
    pub fn rate(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64().max(f64::EPSILON)
    }

    /// The time, in milliseconds, within which this share of the answers came.
    pub fn within(&self, share: f64) -> f64 {
        within(&self.times, share)
    }

    /// Processor time of the server and of the database for one request, in milliseconds.
    pub fn processor(&self) -> (f64, f64) {
        let each = |time: Duration| time.as_secs_f64() * 1000.0 / self.times.len().max(1) as f64;
        (each(self.server), each(self.database))
    }
}

/// The time, in milliseconds, within which this share of sorted times came.
pub fn within(sorted: &[Duration], share: f64) -> f64 {
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

/// One request to send.
enum Request {
    Get(String),
    Post(String, String),
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
            let before = server.time();
            let results: Vec<_> = running.into_iter().map(thread::ScopedJoinHandle::join).collect();
            let after = server.time();
            (results, (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1)))
        });
        if interrupted() {
            return Err(Stop::Interrupted);
        }
        let mut all = Figures {
            times: Vec::new(),
            elapsed: Duration::ZERO,
            errors: 0,
            server: used.0,
            database: used.1,
            memory: server.memory().now,
        };
        for result in results {
            let part = result.map_err(|_| Stop::failed("a connection's thread broke"))?.map_err(broken)?;
            all.times.extend(part.times);
            all.errors += part.errors;
            all.elapsed = all.elapsed.max(part.elapsed);
        }
        all.times.sort();
        Ok(all)
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
                    files.get_mut(turn % count.max(1)).map(Edited::next)
                })
            }
        })
    }
}

fn search(sought: impl AsRef<str>) -> Request {
    Request::Get(format!("/clients?q={}", encode(sought.as_ref())))
}

/// Saves of all loads so far: no two write the same notes.
static SAVES: AtomicU64 = AtomicU64::new(1);

/// The form of a client's file, as its page showed it. Every save writes notes that no save wrote before, and so raises the
/// version by one: a save that changes nothing raises none.
struct Edited {
    action: String,
    fields: Vec<(String, String)>,
    saves: u64,
}

impl Edited {
    fn read(connection: &mut Connection, client: i64) -> io::Result<Self> {
        say_why(connection, client)?;
        let action = format!("/clients/{client}/edit");
        let answer = connection.get(&action, Encoding::Plain)?;
        let page = String::from_utf8_lossy(&connection.body);
        let fields = form(&page, &action).unwrap_or_default();
        if !["version", "notes"].iter().all(|needed| fields.iter().any(|(name, _)| name == needed)) {
            let status = answer.status;
            return Err(io::Error::other(format!("{action} was answered with {status}, without the form of the file")));
        }
        Ok(Self { action, fields, saves: 0 })
    }

    fn next(&mut self) -> Request {
        self.saves += 1;
        let (number, mut body) = (SAVES.fetch_add(1, Ordering::Relaxed), String::new());
        for (name, value) in &mut self.fields {
            match name.as_str() {
                "notes" => *value = format!("Rappeler le client, appel {number}"),
                "version" if self.saves > 1 => {
                    *value = value.parse::<i64>().map_or_else(|_| value.clone(), |version| (version + 1).to_string());
                }
                _ => {}
            }
            let separator = if body.is_empty() { "" } else { "&" };
            body.push_str(&format!("{separator}{}={}", encode(name), encode(value)));
        }
        Request::Post(self.action.clone(), body)
    }
}

/// Gives the reason that a production centre asks for before it shows a file in full.
fn say_why(connection: &mut Connection, client: i64) -> io::Result<()> {
    let action = format!("/clients/{client}/unmasking");
    connection.get(&action, Encoding::Plain)?;
    let page = String::from_utf8_lossy(&connection.body);
    // Nothing is asked about a file that is seen in full already.
    let Some(fields) = form(&page, &action) else { return Ok(()) };
    let kept = fields.iter().filter(|(name, _)| name != "reason");
    let kept: String = kept.map(|(name, value)| format!("&{}={}", encode(name), encode(value))).collect();
    connection.post(&action, &format!("reason=correction{kept}")).map(drop)
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

/// Marsaglia's xorshift with 64 bits of state: the same requests in every run.
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The low bits alone are the weak ones.
        self.0 >> 8
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.draw() % all.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_answers_came_within_the_median() {
        let times = (1..=100).map(Duration::from_millis).collect();
        let elapsed = Duration::from_secs(2);
        let figures = Figures {
            times,
            elapsed,
            errors: 0,
            server: Duration::from_millis(50),
            database: Duration::ZERO,
            memory: 0,
        };
        assert_eq!((figures.within(0.5), figures.within(0.99), figures.rate()), (50.0, 99.0, 50.0));
        assert_eq!(figures.processor(), (0.5, 0.0));
    }

    #[test]
    fn two_connections_do_not_ask_for_the_same_clients_in_the_same_order() {
        let all: Vec<u32> = (0..1000).collect();
        let (mut one, mut two) = (Chance::new(1), Chance::new(2));
        let draw = |chance: &mut Chance| (0..20).map(|_| *chance.of(&all)).collect::<Vec<_>>();
        let (first, second) = (draw(&mut one), draw(&mut two));
        assert_ne!(first, second);
        assert!(first.iter().collect::<std::collections::BTreeSet<_>>().len() > 15);
    }
}
