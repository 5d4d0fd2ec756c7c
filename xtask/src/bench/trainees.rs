//! Trainees at work at the same time, on a small computer: each with a session and a connection of their own, and with pauses
//! between two requests. They are faster than anybody works.

mod day;

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use crate::process::{Stop, interrupted};

use super::Engine;
use super::http::{Connection, Encoding};
use super::load::Figures;
use super::request::{Edited, Request, search};
use super::server::{Data, Server};
use super::table::Table;

use self::day::{Action, Day, LONGEST_PAUSE};

/// The most files that one trainee edits. Nobody else edits them.
const OWN_FILES: usize = 8;
/// The time within which 99 of 100 answers are to come, in milliseconds.
const AIM: f64 = 100.0;

/// A trainee who is signed in.
struct Trainee<'a> {
    connection: Connection,
    data: &'a Data<'a>,
    day: Day,
    /// The files that this one edits, in turn.
    files: Vec<Edited>,
    turn: usize,
}

/// What was answered.
struct Answered {
    action: Action,
    time: Duration,
    /// Why it counts as an error.
    wrong: Option<String>,
}

impl<'a> Trainee<'a> {
    /// Opens the connection of one of the trainees and reads the forms of the files that this one edits.
    fn begin(server: &Server, data: &'a Data<'a>, number: usize, cookie: &str) -> io::Result<Self> {
        let mut connection = Connection::open(server.port, cookie)?;
        let own = data.clients.iter().skip(number).step_by(data.trainees.len()).take(OWN_FILES);
        let files = own.map(|client| Edited::read(&mut connection, *client)).collect::<io::Result<Vec<_>>>()?;
        if files.is_empty() {
            return Err(io::Error::other("there are more trainees than files for each to edit some of their own"));
        }
        Ok(Self { connection, data, day: Day::of(number), files, turn: 0 })
    }

    fn request(&mut self, action: Action) -> Request {
        let (chance, data) = (&mut self.day.chance, self.data);
        let file = self.turn % self.files.len();
        match action {
            Action::File => Request::Get(format!("/clients/{}", chance.of(&data.clients))),
            Action::Name => {
                let in_arabic = chance.draw().is_multiple_of(2) && !data.arabic.is_empty();
                search(chance.of(if in_arabic { &data.arabic } else { &data.names }))
            }
            Action::Number => search(chance.of(&data.phones)),
            Action::Form => self.files[file].open(),
            Action::Save => {
                self.turn += 1;
                self.files[file].save()
            }
            Action::Practice => Request::Get("/practice".to_owned()),
            Action::Week => Request::Get("/timetable".to_owned()),
            Action::Progress => Request::Get("/progress".to_owned()),
        }
    }

    /// Pauses and acts until the time is over. What was asked before `begin` is not counted.
    fn work(mut self, begin: Instant, until: Instant) -> io::Result<Vec<Answered>> {
        let mut answered = Vec::new();
        loop {
            let pause = self.day.pause();
            if Instant::now() + pause >= until || interrupted() {
                return Ok(answered);
            }
            thread::sleep(pause);
            let action = self.day.action();
            let request = self.request(action);
            let start = Instant::now();
            let wrong = self.send(&request)?;
            if start >= begin {
                answered.push(Answered { action, time: start.elapsed(), wrong });
            }
        }
    }

    /// Sends a request; what is wrong with its answer. A page is shown, a save leads on.
    fn send(&mut self, request: &Request) -> io::Result<Option<String>> {
        let (path, wanted, status) = match request {
            Request::Get(path) => (path, 200, self.connection.get(path, Encoding::Gzip)?.status),
            Request::Post(path, body) => (path, 303, self.connection.post(path, body)?.status),
        };
        Ok((status != wanted).then(|| format!("{path} was answered with {status}")))
    }
}

/// Signs every trainee in, which is slow and not measured, and drives them all for so long.
///
/// # Errors
/// [`Stop::Failed`] when a door stays closed, a connection breaks or a page is not what it should be.
pub fn measure(engine: Engine, data: &Data<'_>, length: Duration, table: &mut Table) -> Result<(), Stop> {
    let (name, people) = (engine.name(), data.trainees.len());
    let server = Server::start(data)?;
    println!("{name}: signing {people} trainees in");
    let trainees = signed_in(&server, data)?;
    println!("{name}: {people} trainees at work for {} s", length.as_secs());
    let (all, used) = drive(&server, trainees, length)?;
    if all.is_empty() {
        return Err(Stop::failed("trainees: nothing was asked in so short a time"));
    }
    if let Some(wrong) = all.iter().find_map(|own| own.wrong.as_ref()) {
        println!("{name}: {wrong}");
    }
    let memory = server.memory();
    for action in Action::ALL {
        let own = all.iter().filter(|own| own.action == action);
        table.part(name, action.name(), people, &figures(own, length, None, memory.now));
    }
    let whole = figures(all.iter(), length, Some(used), memory.now);
    table.row(name, "all together", people, &whole);
    let last = whole.within(0.99);
    let reached = if last < AIM { "reached" } else { "not reached" };
    table.note(format!(
        "{name}: {people} trainees, 0.5 to 1.5 s between two requests: p99 {last:.1} ms; the aim, under {AIM:.0} ms, is {reached}"
    ));
    table.end(name, memory.most);
    Ok(())
}

fn signed_in<'a>(server: &Server, data: &'a Data<'a>) -> Result<Vec<Trainee<'a>>, Stop> {
    let mut cookies = Vec::new();
    for login in &data.trainees {
        cookies.push(server.sign_in_as(data, login)?);
    }
    let begun = cookies.iter().enumerate().map(|(number, cookie)| Trainee::begin(server, data, number, cookie));
    begun.collect::<io::Result<Vec<_>>>().map_err(|error| broken(&error))
}

/// What was answered to all of them, and the processor time of the server and of the database.
fn drive(
    server: &Server,
    trainees: Vec<Trainee<'_>>,
    length: Duration,
) -> Result<(Vec<Answered>, (Duration, Duration)), Stop> {
    // By then everybody has begun.
    let begin = Instant::now() + LONGEST_PAUSE;
    let until = begin + length;
    let (results, used) = thread::scope(|scope| {
        let running: Vec<_> =
            trainees.into_iter().map(|trainee| scope.spawn(move || trainee.work(begin, until))).collect();
        thread::sleep(begin.saturating_duration_since(Instant::now()));
        server.used_by(|| running.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>())
    });
    if interrupted() {
        return Err(Stop::Interrupted);
    }
    let mut all = Vec::new();
    for result in results {
        let answered = result.map_err(|_| Stop::failed("a trainee's thread broke"))?;
        all.extend(answered.map_err(|error| broken(&error))?);
    }
    Ok((all, used))
}

fn broken(error: &io::Error) -> Stop {
    Stop::Failed(format!("trainees: {error}"))
}

fn figures<'a>(
    answered: impl Iterator<Item = &'a Answered> + Clone,
    length: Duration,
    used: Option<(Duration, Duration)>,
    memory: u64,
) -> Figures {
    let errors = answered.clone().filter(|own| own.wrong.is_some()).count();
    Figures::of(answered.map(|own| own.time).collect(), length, errors, used, memory)
}
