//! `plateau clients import|export|revert`: whole files in and out on the command line, for files of any size.

mod import;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, Subcommand, ValueEnum};
use desk::clients::Filter;
use desk::exchange::export::{Format, Wanted, to_file};
use desk::exchange::{self, Counts, Import, ImportId, State};
use desk::segments;
use store::{CentreId, Scope, StoreError};
use words::{Lang, Talk};

use self::import::ImportArgs;
use crate::cli::{self, Data};

#[derive(Debug, Subcommand)]
pub(crate) enum ClientsCommand {
    /// Bring client files in from CSV, XLSX or vCard; a line is printed after each batch.
    Import(ImportArgs),
    /// Take client files out; the end of the name says the form (.csv, .xlsx, .vcf).
    Export {
        /// The file to write.
        file: PathBuf,
        /// Only those of a status: prospect, new, active, dormant, difficult or lost.
        #[arg(long)]
        status: Option<String>,
        /// Only those of a filter, written like the address of the filtered list: "status=active&wilaya=16,31".
        #[arg(long, conflicts_with = "status")]
        filter: Option<String>,
        /// Only those of a segment, by its name.
        #[arg(long, conflicts_with_all = ["status", "filter"])]
        segment: Option<String>,
        /// The language of headers and words.
        #[arg(long, value_enum, default_value = "fr")]
        language: cli::Language,
        #[command(flatten)]
        place: Place,
    },
    /// Go on with an import that was stopped or killed.
    Resume {
        /// The number of the import.
        import: i64,
        #[command(flatten)]
        place: Place,
    },
    /// Take an import back; files that somebody worked on since are kept.
    Revert {
        /// The number of the import.
        import: i64,
        #[command(flatten)]
        place: Place,
    },
}

/// Where the client files are.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The centre.
    #[arg(long, value_enum, default_value = "production")]
    centre: Centre,
    #[command(flatten)]
    data: Data,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Centre {
    Production,
    Training,
}

impl Place {
    fn scope(&self) -> Scope {
        let centre = match self.centre {
            Centre::Production => CentreId::PRODUCTION,
            Centre::Training => CentreId::TRAINING,
        };
        Scope { centre, actor: None }
    }
}

/// Runs one of the commands.
pub(crate) async fn run(command: ClientsCommand) -> Result<(), String> {
    match command {
        ClientsCommand::Import(args) => import::run(&args).await,
        ClientsCommand::Export { file, status, filter, segment, language, place } => {
            let query = filter.or_else(|| status.map(|status| format!("status={status}")));
            export(&file, query.as_deref(), segment.as_deref(), language.into(), &place).await
        }
        ClientsCommand::Resume { import, place } => resume(ImportId(import), &place).await,
        ClientsCommand::Revert { import, place } => revert(ImportId(import), &place).await,
    }
}

async fn export(
    file: &Path,
    query: Option<&str>,
    segment: Option<&str>,
    lang: Lang,
    place: &Place,
) -> Result<(), String> {
    let extension = file.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    let format = Format::parse(&extension).ok_or("the file's name must end with .csv, .xlsx or .vcf")?;
    let store = cli::open(&place.data.target()).await?;
    let query = match segment {
        Some(name) => {
            segments::by_name(store.read(), place.scope(), name)
                .await
                .map_err(|error| match error {
                    StoreError::NotFound => format!("there is no segment {name:?}"),
                    error => cli::say(&error),
                })?
                .query
        }
        None => query.unwrap_or_default().to_owned(),
    };
    let talk = Talk { lang, short: false };
    let filter = Filter::parse(&query).map_err(|errors| {
        let said = errors.iter().map(|error| format!("{}: {}", error.field, talk.with(error.key, &error.args)));
        said.collect::<Vec<_>>().join("\n")
    })?;
    let begun = Instant::now();
    let count = to_file(&store, place.scope(), &Wanted { filter, lang, format }, file).await;
    let count = count.map_err(|error| error.to_string())?;
    cli::print(&format!("{count} files in {:.1} s", begun.elapsed().as_secs_f64()))?;
    store.close().await;
    Ok(())
}

async fn resume(id: ImportId, place: &Place) -> Result<(), String> {
    let store = cli::open(&place.data.target()).await?;
    let import = exchange::get(store.read(), place.scope(), id).await.map_err(|error| cli::say(&error))?;
    if import.state == State::Stopped {
        exchange::go_on(&store, place.scope(), id).await.map_err(|error| error.to_string())?;
    }
    let import = exchange::run(&store, &place.data.data.join("imports"), place.scope(), id, told(import.state)).await;
    let counts = import.map_err(|error| error.to_string())?.counts;
    let Counts { made, updated, refused, .. } = counts;
    cli::print(&format!("import {}: {made} files made, {updated} changed, {refused} lines refused", id.0))?;
    store.close().await;
    Ok(())
}

async fn revert(id: ImportId, place: &Place) -> Result<(), String> {
    let store = cli::open(&place.data.target()).await?;
    exchange::revert(&store, place.scope(), id).await.map_err(|error| error.to_string())?;
    let import =
        exchange::run(&store, &place.data.data.join("imports"), place.scope(), id, told(State::Reverting)).await;
    let import = import.map_err(|error| error.to_string())?;
    let Counts { made, updated, .. } = import.counts;
    cli::print(&format!("import {}: taken back; {made} files and {updated} changes were kept", id.0))?;
    store.close().await;
    Ok(())
}

/// Prints a line after about every ten thousand lines, and after every batch that refuses some.
fn told(state: State) -> impl FnMut(&Import) + Send {
    let mut last = 0;
    move |import| {
        let done = if state == State::Reverting { import.reached } else { import.counts.read };
        if done - last >= 10_000 {
            last = done;
            let percent = import.percent().map_or_else(String::new, |percent| format!(" ({percent} %)"));
            // A closed output leaves nobody to tell.
            let _unheard = cli::print(&format!("{done}{percent}, {} refused", import.counts.refused));
        }
    }
}
