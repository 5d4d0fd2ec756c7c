//! The steps of a run: a heading and the time of each, a summary at the end.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::process::{Stop, interrupted};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Passed,
    Skipped,
    Failed,
}

struct Step {
    name: &'static str,
    verdict: Verdict,
    text: String,
    time: Duration,
}

/// What has been run so far.
pub struct Report {
    steps: Vec<Step>,
    start: Instant,
    strict: bool,
}

impl Report {
    /// Starts a run. Under `CI=true` nothing may be skipped.
    pub fn start() -> Self {
        let strict = std::env::var("CI").is_ok_and(|ci| ci == "true" || ci == "1");
        Self { steps: Vec::new(), start: Instant::now(), strict }
    }

    /// Runs one step and shows its heading, its result and its time. Gives what the step made.
    pub fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<(T, String), Stop>) -> Option<T> {
        println!("\n=== {name} ===");
        let start = Instant::now();
        let done = if interrupted() { Err(Stop::Interrupted) } else { work() };
        let (made, verdict, text) = match done {
            Ok((made, text)) => (Some(made), Verdict::Passed, text),
            Err(Stop::Missing(text)) if self.strict => (None, Verdict::Failed, format!("{text} (CI=true)")),
            Err(Stop::Missing(text) | Stop::Optional(text)) => (None, Verdict::Skipped, text),
            Err(Stop::Failed(text)) => (None, Verdict::Failed, text),
            Err(Stop::Interrupted) => (None, Verdict::Failed, "interrupted".to_owned()),
        };
        let step = Step { name, verdict, text, time: start.elapsed() };
        println!("--- {}", step.line());
        self.steps.push(step);
        made
    }

    /// Prints the summary. Success only when no step failed.
    pub fn close(self) -> ExitCode {
        println!("\n=== Summary ===");
        for step in &self.steps {
            println!("{}", step.line());
        }
        let count = |verdict| self.steps.iter().filter(|step| step.verdict == verdict).count();
        let (passed, skipped, failed) = (count(Verdict::Passed), count(Verdict::Skipped), count(Verdict::Failed));
        println!("{passed} steps passed, {skipped} skipped, {failed} failed in {}", seconds(self.start.elapsed()));
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl Step {
    fn line(&self) -> String {
        let word = match self.verdict {
            Verdict::Passed => "passed",
            Verdict::Skipped => "SKIPPED",
            Verdict::Failed => "FAILED",
        };
        format!("{word:<8} {:<14} {:>8}  {}", self.name, seconds(self.time), self.text).trim_end().to_owned()
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(strict: bool) -> Report {
        Report { steps: Vec::new(), start: Instant::now(), strict }
    }

    fn missing() -> Result<((), String), Stop> {
        Err(Stop::Missing("no browser".to_owned()))
    }

    #[test]
    fn what_is_missing_is_skipped_on_a_desk_and_fails_in_continuous_integration() {
        let (mut desk, mut ci) = (report(false), report(true));
        desk.step("browser", missing);
        ci.step("browser", missing);
        assert!(desk.steps[0].verdict == Verdict::Skipped);
        assert!(ci.steps[0].verdict == Verdict::Failed);
    }

    #[test]
    fn one_failed_step_fails_the_run() {
        let mut run = report(false);
        run.step("format", || Ok(((), String::new())));
        run.step::<()>("tests", || Err(Stop::failed("2 failed")));
        assert_eq!(format!("{:?}", run.close()), format!("{:?}", ExitCode::FAILURE));
    }
}
