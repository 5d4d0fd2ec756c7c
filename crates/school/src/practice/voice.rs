//! The caller's voice: a recording of the school, or a speech synthesiser run as a child process. Never required.

use std::path::Path;
use std::process::Stdio;
use std::sync::LazyLock;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::time::timeout;

use super::scenario::Scenario;

/// The synthesiser that is looked for.
const PROGRAM: &str = "espeak-ng";

/// The longest time that a sentence may take, in seconds.
const PATIENCE: u64 = 5;

/// True when the synthesiser is in the path.
pub(crate) fn is_installed() -> bool {
    static FOUND: LazyLock<bool> = LazyLock::new(|| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(PROGRAM).is_file())
    });
    *FOUND
}

/// The pace of somebody who talks, in words a minute.
pub(crate) const SPOKEN: u16 = 155;

/// The pace of a dictation, in words a minute.
pub(crate) const DICTATED: u16 = 120;

/// The words as a WAV file at a pace in words a minute, or nothing when they cannot be spoken.
pub(crate) async fn synthetic(text: &str, language: &str, pace: u16) -> Option<Vec<u8>> {
    if !is_installed() {
        return None;
    }
    let mut child = Command::new(PROGRAM)
        .args(["--stdin", "--stdout", "-s", &pace.to_string(), "-v", language])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    input.write_all(text.as_bytes()).await.ok()?;
    drop(input);
    let done = timeout(Duration::from_secs(PATIENCE), child.wait_with_output()).await.ok()?.ok()?;
    (done.status.success() && !done.stdout.is_empty()).then_some(done.stdout)
}

/// The recording of the fact whose line is exactly what was said.
pub(super) async fn recorded(folder: &Path, scenario: &Scenario, text: &str) -> Option<Vec<u8>> {
    let fact = scenario.caller.facts.iter().find(|fact| fact.line == text)?;
    tokio::fs::read(folder.join(&scenario.code).join(format!("{}.wav", fact.id))).await.ok()
}
