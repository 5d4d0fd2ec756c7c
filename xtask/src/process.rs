//! Starting programs, showing what they say, and ending them with everything that they started.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// Lines of a program's output that are kept for the summary.
const KEPT: usize = 400;
/// Time that a program has to end after it was asked to.
const GRACE: Duration = Duration::from_secs(8);

static INTERRUPTED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From here on Ctrl-C, a closed terminal and a polite kill set [`interrupted`], so that everything started is ended.
///
/// # Errors
/// What the system says.
pub fn watch_for_interruption() -> io::Result<()> {
    let flag = INTERRUPTED.get_or_init(Arc::default);
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(flag))?;
    }
    Ok(())
}

/// True once somebody asked this program to stop.
pub fn interrupted() -> bool {
    INTERRUPTED.get().is_some_and(|flag| flag.load(Ordering::Relaxed))
}

/// Why a step did not pass.
#[derive(Debug)]
pub enum Stop {
    /// It ran and failed; the sentence says what to look at.
    Failed(String),
    /// It could not run here; the sentence says what is missing. A failure under `CI=true`.
    Missing(String),
    /// Nothing is lost without it, even under `CI=true`.
    Optional(String),
    /// Somebody asked to stop.
    Interrupted,
}

impl Stop {
    /// A failure with its sentence.
    pub fn failed(text: impl Into<String>) -> Self {
        Self::Failed(text.into())
    }
}

/// Runs a program to its end, showing its output as it comes. Gives the last lines, without colours.
///
/// # Errors
/// [`Stop::Failed`] when it cannot start or ends badly, [`Stop::Interrupted`].
pub fn run(command: &mut Command) -> Result<Vec<String>, Stop> {
    let name = command.get_program().to_string_lossy().into_owned();
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    // Its own process group: it can be ended together with what it starts.
    command.process_group(0).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| Stop::Failed(format!("{name} does not start: {error}")))?;
    let kept = Arc::new(Mutex::new(VecDeque::new()));
    let out = child.stdout.take().map(|pipe| forward(pipe, &kept));
    let err = child.stderr.take().map(|pipe| forward(pipe, &kept));
    let ended = wait(&mut child);
    end_group(&child);
    for reader in [out, err].into_iter().flatten() {
        let _ = reader.join();
    }
    let status = ended?;
    let lines: Vec<String> = std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner)).into();
    if !status.success() {
        let count = lines.iter().rev().find(|line| line.contains(" passed")).map_or("", String::as_str).trim();
        return Err(Stop::Failed(format!("{name} ended with {status} {count}").trim_end().to_owned()));
    }
    Ok(lines)
}

fn forward(pipe: impl Read + Send + 'static, kept: &Arc<Mutex<VecDeque<String>>>) -> thread::JoinHandle<()> {
    let kept = Arc::clone(kept);
    thread::spawn(move || {
        let (mut reader, mut line) = (BufReader::new(pipe), Vec::new());
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let mut out = io::stdout().lock();
            let _ = out.write_all(&line).and_then(|()| out.flush());
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push_back(plain(&String::from_utf8_lossy(&line)));
            if kept.len() > KEPT {
                kept.pop_front();
            }
            line.clear();
        }
    })
}

/// The line without its colours and its end.
fn plain(line: &str) -> String {
    let (mut text, mut inside) = (String::with_capacity(line.len()), false);
    for c in line.trim_end().chars() {
        match c {
            '\u{1b}' => inside = true,
            c if inside => inside = !c.is_ascii_alphabetic(),
            c => text.push(c),
        }
    }
    text
}

fn wait(child: &mut Child) -> Result<ExitStatus, Stop> {
    let mut asked: Option<Instant> = None;
    loop {
        match child.try_wait() {
            Ok(Some(_)) if asked.is_some() => return Err(Stop::Interrupted),
            Ok(Some(status)) => return Ok(status),
            Ok(None) => {}
            Err(error) => return Err(Stop::Failed(format!("waiting for a program: {error}"))),
        }
        match asked {
            None if interrupted() => {
                asked = Some(Instant::now());
                signal_group(child, Signal::TERM);
            }
            Some(since) if since.elapsed() > GRACE => signal_group(child, Signal::KILL),
            _ => {}
        }
        thread::sleep(Duration::from_millis(30));
    }
}

/// What a finished program left behind would keep its output open, and this program waiting.
fn end_group(child: &Child) {
    signal_group(child, Signal::TERM);
    thread::sleep(Duration::from_millis(20));
    signal_group(child, Signal::KILL);
}

fn signal_group(child: &Child, signal: Signal) {
    if let Some(group) = pid(child) {
        // The group may be gone already, and that is what is wanted.
        let _ = kill_process_group(group, signal);
    }
}

/// The process number of a child.
pub fn pid(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}

/// Ends a server that was started in the background: asks with `signal`, then insists.
pub fn end(child: &mut Child, signal: Signal) {
    if let Some(pid) = pid(child) {
        let _ = kill_process(pid, signal);
    }
    let asked = Instant::now();
    while asked.elapsed() < GRACE {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coloured_line_is_kept_without_its_colours() {
        assert_eq!(plain("\u{1b}[32;1m     Summary\u{1b}[0m 3 tests run\n"), "     Summary 3 tests run");
    }

    #[test]
    fn a_program_that_fails_stops_the_step_with_its_status() {
        let stop = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(matches!(stop, Stop::Failed(text) if text.contains('3')));
    }

    #[test]
    fn a_program_that_leaves_another_behind_does_not_hold_the_run() {
        let start = Instant::now();
        let lines = run(Command::new("sh").args(["-c", "sleep 60 & echo done"])).unwrap();
        assert_eq!(lines, ["done"]);
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
