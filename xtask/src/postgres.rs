//! A PostgreSQL server of our own: a temporary folder, a free port of 127.0.0.1, gone at the end.

use std::fs::{self, Permissions};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::process::{Stop, end, interrupted};
use crate::tools::{find, install, is_root, shell_as_root};

/// How safely the server writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing waits for the disk: tests do not outlive the machine.
    Tests,
    /// As it is delivered: benches.
    Real,
}

/// A running server. Dropping it stops it and deletes its data.
pub struct Postgres {
    server: Child,
    port: u16,
    password: String,
    version: String,
    _folder: TempDir,
}

/// The account that the server runs under when this program runs as root, which PostgreSQL refuses.
struct User {
    uid: u32,
    gid: u32,
}

impl Postgres {
    /// Starts a server with an empty database.
    ///
    /// # Errors
    /// [`Stop::Missing`] when PostgreSQL is not there and may not be installed, [`Stop::Failed`] with its own words.
    pub fn start(durability: Durability) -> Result<Self, Stop> {
        let programs = programs()?;
        let user = if is_root() { Some(unprivileged()?) } else { None };
        let base = if user.is_some() { PathBuf::from("/tmp") } else { std::env::temp_dir() };
        let base = if durability == Durability::Real { PathBuf::from("/var/tmp") } else { base };
        let folder = tempfile::Builder::new()
            .prefix("plateau-pg-")
            .tempdir_in(base)
            .map_err(|error| io("temporary folder", &error))?;
        let password = random().map_err(|error| io("/dev/urandom", &error))?;
        initialise(&programs, folder.path(), user.as_ref(), &password)?;
        let mut last = Stop::failed("PostgreSQL found no free port");
        for _ in 0..3 {
            let port = free_port().map_err(|error| io("a free port", &error))?;
            match launch(&programs, folder.path(), user.as_ref(), port, durability) {
                Ok(server) => {
                    let version = crate::tools::said(programs.join("postgres"), &["--version"]);
                    return Ok(Self { server, port, password, version, _folder: folder });
                }
                Err(Stop::Interrupted) => return Err(Stop::Interrupted),
                Err(stop) => last = stop,
            }
        }
        Err(last)
    }

    /// The address for programs.
    pub fn url(&self) -> String {
        format!("postgres://plateau:{}@127.0.0.1:{}/postgres", self.password, self.port)
    }

    /// `postgres (PostgreSQL) 15.1`, and the port.
    pub fn described(&self) -> String {
        format!("{} on 127.0.0.1:{}", self.version, self.port)
    }

    /// The process number of the server, parent of all its processes.
    pub fn pid(&self) -> u32 {
        self.server.id()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT: a fast and orderly stop.
        end(&mut self.server, Signal::INT);
    }
}

/// The folder of initdb and postgres, installed first when missing and allowed.
fn programs() -> Result<PathBuf, Stop> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    // The package would start a server for the whole system: it is told not to, for this installation only.
    let settings = "/etc/postgresql-common/createcluster.d";
    shell_as_root(&format!(
        "mkdir -p {settings} && echo 'create_main_cluster = false' > {settings}/plateau-tests.conf"
    ));
    let done = install("PostgreSQL", &["postgresql"]);
    shell_as_root(&format!("rm -f {settings}/plateau-tests.conf"));
    done?;
    installed().ok_or_else(|| Stop::Missing("PostgreSQL was installed but initdb was not found".to_owned()))
}

fn installed() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    let mut further = vec![PathBuf::from("/usr/local/bin")];
    further.extend(versions.into_iter().map(|(_, folder)| folder));
    let initdb = find(&["initdb"], &further)?.canonicalize().ok()?;
    let folder = initdb.parent()?;
    folder.join("postgres").is_file().then(|| folder.to_owned())
}

fn unprivileged() -> Result<User, Stop> {
    let accounts = fs::read_to_string("/etc/passwd").map_err(|error| io("/etc/passwd", &error))?;
    let account = |name: &str| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let fields: Vec<&str> = line.split(':').collect();
        Some(User { uid: fields.get(2)?.parse().ok()?, gid: fields.get(3)?.parse().ok()? })
    };
    account("postgres").or_else(|| account("nobody")).ok_or_else(|| {
        Stop::Missing(
            "PostgreSQL refuses to run as root, and there is no account postgres or nobody: run as another user"
                .to_owned(),
        )
    })
}

fn initialise(programs: &Path, folder: &Path, user: Option<&User>, password: &str) -> Result<(), Stop> {
    let secret = folder.join("password");
    fs::write(&secret, password).map_err(|error| io("password file", &error))?;
    fs::set_permissions(&secret, Permissions::from_mode(0o600)).map_err(|error| io("password file", &error))?;
    if let Some(user) = user {
        for path in [folder, &secret] {
            chown(path, Some(user.uid), Some(user.gid)).map_err(|error| io("giving the folder to postgres", &error))?;
        }
    }
    let mut initdb = as_user(Command::new(programs.join("initdb")), folder, user);
    initdb.arg("--pgdata").arg(folder.join("data")).arg("--pwfile").arg(&secret);
    initdb.args(["--username=plateau", "--auth=password", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
    let done = initdb.output().map_err(|error| io("initdb", &error))?;
    if !done.status.success() {
        return Err(Stop::Failed(format!("initdb: {}", String::from_utf8_lossy(&done.stderr).trim())));
    }
    Ok(())
}

fn as_user(mut command: Command, folder: &Path, user: Option<&User>) -> Command {
    command.current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "C.UTF-8").env_remove("LD_LIBRARY_PATH");
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

fn launch(
    programs: &Path,
    folder: &Path,
    user: Option<&User>,
    port: u16,
    durability: Durability,
) -> Result<Child, Stop> {
    let log = folder.join("log");
    let output = fs::File::create(&log).map_err(|error| io("log of PostgreSQL", &error))?;
    let errors = output.try_clone().map_err(|error| io("log of PostgreSQL", &error))?;
    // With setpriv the server ends even if this program is killed without a chance to stop it.
    let command = match find(&["setpriv"], &[]) {
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", "INT", "--"]).arg(programs.join("postgres"));
            command
        }
        None => Command::new(programs.join("postgres")),
    };
    let mut command = as_user(command, folder, user);
    command.process_group(0).stdout(output).stderr(errors).arg("-D").arg(folder.join("data"));
    let port = format!("port={port}");
    let mut settings = vec![
        "listen_addresses=127.0.0.1",
        &port,
        "unix_socket_directories=",
        "max_connections=300",
        "shared_buffers=256MB",
    ];
    if durability == Durability::Tests {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
    }
    command.args(settings.into_iter().flat_map(|setting| ["-c", setting]));
    let mut server = command.spawn().map_err(|error| io("PostgreSQL", &error))?;
    match wait_until_ready(&mut server, folder) {
        Ok(()) => Ok(server),
        Err(stop) => {
            end(&mut server, Signal::INT);
            let said = fs::read_to_string(&log).unwrap_or_default();
            Err(match stop {
                Stop::Failed(text) => Stop::Failed(format!("{text}: {}", said.trim())),
                other => other,
            })
        }
    }
}

/// The server writes `ready` in the eighth line of its own file when it takes connections.
fn wait_until_ready(server: &mut Child, folder: &Path) -> Result<(), Stop> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        if interrupted() {
            return Err(Stop::Interrupted);
        }
        let state = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
        if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
            return Ok(());
        }
        if !matches!(server.try_wait(), Ok(None)) {
            return Err(Stop::failed("PostgreSQL ended at once"));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(Stop::failed("PostgreSQL was not ready after 60 seconds"))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Other people of this machine can reach the port: the password keeps them out.
fn random() -> std::io::Result<String> {
    let mut bytes = [0_u8; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn io(what: &str, error: &std::io::Error) -> Stop {
    Stop::Failed(format!("{what}: {error}"))
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_server_takes_connections_and_leaves_nothing_behind() {
        if installed().is_none() {
            return;
        }
        let server = Postgres::start(Durability::Tests).unwrap();
        let (port, folder) = (server.port, server._folder.path().to_owned());
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(server);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }
}
