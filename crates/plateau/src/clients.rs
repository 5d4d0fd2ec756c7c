//! `plateau clients import|export|revert`: whole files in and out on the command line, for files of any size.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, Subcommand, ValueEnum};
use desk::clients::{Filter, custom_fields};
use desk::exchange::export::{Format, Wanted, to_file};
use desk::exchange::{self, Arrived, Counts, Import, ImportId, Known, Order, Plan, Said, State};
use desk::segments;
use sha2::{Digest, Sha256};
use store::{CentreId, Scope, Store, StoreError};
use words::{Lang, Talk};

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

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The file to read.
    file: PathBuf,
    /// Say what would be made, and make nothing.
    #[arg(long)]
    dry_run: bool,
    /// A column and the field that it fills, for what is not guessed: --map "N° de contrat=reference".
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// The encoding: utf-8, windows-1252, windows-1256, utf-16le, utf-16be.
    #[arg(long)]
    encoding: Option<String>,
    /// What stands between two cells of a CSV file.
    #[arg(long)]
    delimiter: Option<char>,
    /// The sheet of a workbook.
    #[arg(long)]
    sheet: Option<String>,
    /// Make a second file for clients that are known already: the same as --known make.
    #[arg(long, conflicts_with = "known")]
    make_known: bool,
    /// What to do with clients that are known already, by reference, else by number or e-mail and name: skip, make a second
    /// file, fill what is empty, or replace what the line gives.
    #[arg(long, value_name = "skip|make|fill|replace")]
    known: Option<String>,
    /// A name in one column begins with the given name.
    #[arg(long)]
    given_first: bool,
    /// The status of clients for whom the file gives none.
    #[arg(long, default_value = "active")]
    status: String,
    /// The language of the report.
    #[arg(long, value_enum, default_value = "fr")]
    language: cli::Language,
    #[command(flatten)]
    place: Place,
}

/// Runs one of the commands.
pub(crate) async fn run(command: ClientsCommand) -> Result<(), String> {
    match command {
        ClientsCommand::Import(args) => import(&args).await,
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

async fn import(args: &ImportArgs) -> Result<(), String> {
    let store = cli::open(&args.place.data.target()).await?;
    let scope = args.place.scope();
    let (file, plan) = look(&store, scope, args).await?;
    let change = store.begin(scope).await.map_err(|error| cli::say(&error))?;
    let id = exchange::prepare(&change, &file, &plan).await.map_err(|error| cli::say(&error))?;
    change.commit().await.map_err(|error| cli::say(&error))?;
    cli::print(&format!("import {}: {}", id.0, file.name))?;
    for (column, field) in plan.columns.iter().zip(&plan.fields) {
        cli::print(&format!("  {column} -> {}", if field.is_empty() { "(left out)" } else { field }))?;
    }
    exchange::start(&store, scope, id, args.dry_run).await.map_err(|error| error.to_string())?;
    let begun = Instant::now();
    let state = if args.dry_run { State::Checking } else { State::Importing };
    let import = exchange::run(&store, &args.place.data.data.join("imports"), scope, id, told(state)).await;
    let import = import.map_err(|error| error.to_string())?;
    let (counts, seconds) = (import.counts, begun.elapsed().as_secs_f64());
    cli::print(&format!(
        "{} lines in {seconds:.1} s ({:.0} a second): {} files {}, {} changed, {} known, {} refused, {} to look at",
        counts.read,
        counts.read as f64 / seconds,
        counts.made,
        if args.dry_run { "would be made" } else { "made" },
        counts.updated,
        counts.known,
        counts.refused,
        counts.alike,
    ))?;
    refusals(&store, scope, &import, args.language.into()).await?;
    store.close().await;
    Ok(())
}

/// The first refused lines, in words.
async fn refusals(store: &Store, scope: Scope, import: &Import, lang: Lang) -> Result<(), String> {
    let talk = Talk { lang, short: false };
    let said = exchange::first_refusals(store, scope, import.id, talk).await.map_err(|error| cli::say(&error))?;
    for (line, text) in said {
        cli::print(&format!("  {} {line}: {text}", talk.t("exchange-line")))?;
    }
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

/// Looks at the file and puts what the operator said over what was guessed.
async fn look(store: &Store, scope: Scope, args: &ImportArgs) -> Result<(Arrived, Plan), String> {
    let path = args.file.canonicalize().map_err(|error| format!("{}: {error}", args.file.display()))?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let own = custom_fields(store.read(), scope).await.map_err(|error| cli::say(&error))?;
    let said = Said {
        encoding: args.encoding.clone().unwrap_or_default(),
        delimiter: args.delimiter,
        sheet: args.sheet.clone().unwrap_or_default(),
    };
    let opened = exchange::inspect(&path, &name, &said, &own, args.language.into());
    let opened = opened.map_err(|error| format!("{name}: {error}"))?;
    let mut plan = opened.plan;
    for pair in &args.map {
        let (column, field) = pair.rsplit_once('=').ok_or_else(|| format!("{pair:?} is not COLUMN=FIELD"))?;
        let at = plan
            .columns
            .iter()
            .position(|own| own == column)
            .ok_or_else(|| format!("there is no column {column:?}; there are {}", plan.columns.join(", ")))?;
        let known = field.is_empty() || field == "full_name" || desk::clients::FIELDS.contains(&field);
        if !known && own.named(field).is_none() {
            return Err(format!("there is no field {field:?}; there are {}", desk::clients::FIELDS.join(", ")));
        }
        plan.fields.iter_mut().filter(|own| *own == field).for_each(String::clear);
        if let Some(own) = plan.fields.get_mut(at) {
            field.clone_into(own);
        }
    }
    plan.known = match args.known.as_deref() {
        Some(word) => Known::parse(word).ok_or_else(|| format!("{word:?} is not skip, make, fill or replace"))?,
        None if args.make_known => Known::Make,
        None => Known::Skip,
    };
    if !plan.names_somebody() {
        return Err(
            "no column gives a name; say which with --map COLUMN=family_latin, given_latin or full_name".to_owned()
        );
    }
    plan.order = if args.given_first { Order::GivenFirst } else { Order::FamilyFirst };
    plan.status.clone_from(&args.status);
    let size = std::fs::metadata(&path).map_err(|error| error.to_string())?.len();
    let file = Arrived {
        name,
        size: i64::try_from(size).unwrap_or(i64::MAX),
        digest: digest(&path)?,
        stored: path.to_string_lossy().into_owned(),
    };
    Ok((file, plan))
}

/// SHA-256 of a file of any size.
fn digest(path: &Path) -> Result<String, String> {
    let mut file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    let mut hasher = Sha256::new();
    let mut part = vec![0_u8; 1 << 20];
    loop {
        match file.read(&mut part).map_err(|error| error.to_string())? {
            0 => break,
            length => hasher.update(&part[..length]),
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
