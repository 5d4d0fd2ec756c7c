//! The commands.

use std::io::Write;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use store::{Chance, Clock, Store, StoreError, Target};
use web::accounts::{self, NewAccount};
use web::preferences::Preferences;
use words::Lang;
use year::badges::Keys;

use crate::clients::{self, ClientsCommand};
use crate::house::{self, Migrations};
use crate::{bench_data, bench_papers, bench_timetable, checks, demo, lock, serve};

/// A call centre that a school can teach on.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Where the data is. `DATABASE_URL=postgres://…` wins over the folder's own database.
#[derive(Debug, Clone, Args)]
pub(crate) struct Data {
    /// The data folder; made when missing.
    #[arg(long, default_value = "plateau-data", env = "PLATEAU_DATA")]
    pub data: PathBuf,
}

impl Data {
    pub(crate) fn target(&self) -> Target {
        Target::choose(&self.data, std::env::var("DATABASE_URL").ok())
    }
}

/// Where to listen.
#[derive(Debug, Clone, Args)]
pub(crate) struct Listen {
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 8018)]
    pub port: u16,
    /// The address; the network of the room needs 0.0.0.0.
    #[arg(long, default_value = "127.0.0.1")]
    pub address: IpAddr,
    /// Set behind HTTPS: cookies are then sent over it only.
    #[arg(long)]
    pub secure: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve; on an empty data folder, print a one-time link that makes the first administrator.
    Serve {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        listen: Listen,
    },
    /// Fill a new data folder with a school to try, serve it, and print the address and one account per role.
    Demo {
        /// The data folder; a new temporary one when not given.
        #[arg(long)]
        data: Option<PathBuf>,
        #[command(flatten)]
        listen: Listen,
        /// Print one machine-readable line instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Create accounts and reset passwords.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Copy the whole database into a file, while the program may be running.
    Backup {
        /// The file to write.
        file: PathBuf,
        #[command(flatten)]
        data: Data,
    },
    /// Put a backup back; the program must not be running.
    Restore {
        /// The file to read.
        file: PathBuf,
        #[command(flatten)]
        data: Data,
    },
    /// Bring client files in, take them out, take an import back.
    #[command(subcommand)]
    Clients(ClientsCommand),
    /// Check a training programme.
    #[command(subcommand)]
    Programme(CheckOne),
    /// Check scenarios.
    #[command(subcommand)]
    Scenario(CheckMany),
    /// Check drills.
    #[command(subcommand)]
    Drill(CheckMany),
    /// Check exercises of the lab.
    #[command(subcommand)]
    Lab(CheckMany),
    /// Measure the matching of names.
    #[command(subcommand)]
    Names(NamesCommand),
    /// Name the addresses of every page, for the checks: a JSON list of patterns.
    #[command(hide = true)]
    Pages {
        #[command(flatten)]
        data: Data,
    },
    /// Fill a data folder for the benches.
    #[command(hide = true)]
    BenchData {
        #[command(flatten)]
        data: Data,
        /// How many clients.
        #[arg(long, default_value_t = 100_000)]
        clients: usize,
        /// Write the clients to this CSV file instead.
        #[arg(long)]
        file: Option<PathBuf>,
        /// How many trainees, with a section and its timetable; the clients are then those of the training centre.
        #[arg(long, default_value_t = 0, conflicts_with = "file")]
        trainees: usize,
    },
    /// Set the transcripts of a promotion as PDF and say how long it takes.
    #[command(hide = true)]
    BenchPapers {
        /// How many people.
        #[arg(long, default_value_t = 200)]
        people: usize,
    },
    /// Measure how long a week takes to be proposed.
    #[command(hide = true)]
    BenchTimetable {
        /// How many sections.
        #[arg(long, default_value_t = 6)]
        sections: usize,
        /// How many trainers.
        #[arg(long, default_value_t = 20)]
        trainers: usize,
    },
}

#[derive(Debug, Subcommand)]
enum AccountCommand {
    /// Create an account and print its password.
    Create {
        /// What is typed at sign-in.
        login: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// trainee, trainer, studies, agent, supervisor, data_officer or administrator.
        #[arg(long)]
        role: String,
        /// The language of the interface.
        #[arg(long, value_enum, default_value = "fr")]
        language: Language,
        #[command(flatten)]
        data: Data,
    },
    /// Give an account a new password, print it, and end its sessions.
    Reset {
        /// What is typed at sign-in.
        login: String,
        #[command(flatten)]
        data: Data,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    Fr,
    Ar,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Fr => Self::Fr,
            Language::Ar => Self::Ar,
            Language::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
enum CheckOne {
    /// Verify sums, identifiers and references.
    Check {
        /// The programme's folder, or its programme.toml.
        file: PathBuf,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
enum CheckMany {
    /// Verify the files; faults are printed with their line.
    Check {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
enum NamesCommand {
    /// Print recall at 1 and at 10 on a CSV file with the columns arabic and latin.
    Evaluate {
        /// The file.
        file: PathBuf,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Says why the program ends, for the operator.
pub(crate) fn fail(why: &str) -> ExitCode {
    // A closed error stream leaves nobody to tell.
    let _unheard = writeln!(std::io::stderr(), "plateau: {why}");
    ExitCode::FAILURE
}

/// Prints a line for the person or the program that started us.
pub(crate) fn print(line: &str) -> Result<(), String> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| format!("cannot print: {error}"))
}

/// Runs a command.
pub(crate) async fn run(asked: Cli) -> Result<ExitCode, String> {
    match asked.command {
        Command::Serve { data, listen } => serve::serve(&data, &listen).await.map(|()| ExitCode::SUCCESS),
        Command::Demo { data, listen, json } => demo::demo(data, &listen, json).await.map(|()| ExitCode::SUCCESS),
        Command::Account(command) => account(command).await.map(|()| ExitCode::SUCCESS),
        Command::Backup { file, data } => backup(&file, &data).await.map(|()| ExitCode::SUCCESS),
        Command::Restore { file, data } => restore(&file, &data).map(|()| ExitCode::SUCCESS),
        Command::Clients(command) => clients::run(command).await.map(|()| ExitCode::SUCCESS),
        Command::Programme(CheckOne::Check { file, json }) => checks::programme(&file, json),
        Command::Scenario(CheckMany::Check { files }) => checks::scenarios(&files),
        Command::Drill(CheckMany::Check { files }) => checks::drills(&files),
        Command::Lab(CheckMany::Check { files }) => checks::lab(&files),
        Command::Names(NamesCommand::Evaluate { file, json }) => checks::names(&file, json),
        Command::Pages { data } => pages(&data).await.map(|()| ExitCode::SUCCESS),
        Command::BenchData { data, clients, file, trainees } => {
            bench_data::fill(&data, clients, file.as_deref(), trainees).await.map(|()| ExitCode::SUCCESS)
        }
        Command::BenchPapers { people } => bench_papers::run(people).map(|()| ExitCode::SUCCESS),
        Command::BenchTimetable { sections, trainers } => {
            bench_timetable::run(sections, trainers).map(|()| ExitCode::SUCCESS)
        }
    }
}

/// What the operator is told when the database cannot be opened or used.
pub(crate) fn say(error: &StoreError) -> String {
    error.to_string()
}

/// Opens the database of a data folder.
pub(crate) async fn open(target: &Target) -> Result<Store, String> {
    let store = Store::open::<Migrations>(target, Clock::system()).await.map_err(|error| say(&error))?;
    if desk::clients::rekey(&store).await.map_err(|error| say(&error))? {
        tracing::info!("the keys by which clients are found are written anew");
    }
    Ok(store)
}

fn badge_key(error: &std::io::Error) -> String {
    format!("the key of the badges: {error}")
}

/// What goes wrong with the key of the badges is known before anything is written.
async fn backup(file: &std::path::Path, data: &Data) -> Result<(), String> {
    if Keys::beside(file).map_err(|error| badge_key(&error))?.is_some() {
        return Err(format!("a key of badges stands beside {} already; choose another name", file.display()));
    }
    let target = data.target();
    let store = open(&target).await?;
    store::backup(&store, &target, file).await.map_err(|error| say(&error))?;
    print(&format!("{}", file.display()))?;
    let key = Keys::in_folder(&data.data).keep_beside(file).map_err(|error| badge_key(&error))?;
    key.map_or(Ok(()), |key| print(&format!("{}", key.display())))
}

/// The same: a damaged key is told while the present data is untouched.
fn restore(file: &std::path::Path, data: &Data) -> Result<(), String> {
    let _alone = lock::hold(&data.data)?;
    let key = Keys::beside(file).map_err(|error| badge_key(&error))?;
    store::restore(&data.target(), file).map_err(|error| say(&error))?;
    key.map_or(Ok(()), |key| Keys::in_folder(&data.data).put_back(&key)).map_err(|error| badge_key(&error))
}

/// The site is put together as for serving, and asked which of its addresses are pages.
async fn pages(data: &Data) -> Result<(), String> {
    let store = open(&data.target()).await?;
    let site = house::site(store.clone(), serve::config(false), &data.data);
    print(&serde_json::json!(site.pages()).to_string())?;
    store.close().await;
    Ok(())
}

async fn account(command: AccountCommand) -> Result<(), String> {
    match command {
        AccountCommand::Create { login, name, role, language, data } => {
            let role = web::Role::parse(&role).ok_or_else(|| {
                let known: Vec<_> = web::Role::ALL.iter().map(|role| role.code()).collect();
                format!("unknown role {role:?}; known: {}", known.join(", "))
            })?;
            let store = open(&data.target()).await?;
            let password = house::password(&Chance::system());
            let new = NewAccount {
                login: login.clone(),
                name,
                role,
                password: password.clone(),
                centre: accounts::home_of(role),
                preferences: Preferences::in_language(language.into()),
            };
            house::create(&store, new).await?;
            print(&format!("{login} {password}"))
        }
        AccountCommand::Reset { login, data } => {
            let store = open(&data.target()).await?;
            let password = house::password(&Chance::system());
            let found = accounts::reset(&store, &login, password.clone()).await;
            match found.map_err(|error| format!("{error:?}"))? {
                true => print(&format!("{login} {password}")),
                false => Err(format!("there is no account {login:?}")),
            }
        }
    }
}
