//! `plateau clients import`: a file is looked at, read, and what was refused is told.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use desk::clients::custom_fields;
use desk::exchange::{self, Arrived, ImportId, Known, Order, Plan, Said, State};
use sha2::{Digest, Sha256};
use store::{Scope, Store};
use words::Talk;

use super::{Place, told};
use crate::cli;

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The file to read.
    file: PathBuf,
    /// Say what would be made, and make nothing.
    #[arg(long)]
    dry_run: bool,
    /// A column and the field that it fills, for what is not guessed: --map "N° de contrat=reference". Without any, the
    /// columns of an earlier file fill what they filled then.
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
    /// The status of clients for whom the file gives none; active when none is said.
    #[arg(long)]
    status: Option<String>,
    /// Write the refused lines with the reason into this new file, as CSV, to be corrected and imported in turn.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, value_enum, default_value = "fr")]
    language: cli::Language,
    #[command(flatten)]
    place: Place,
}

/// Runs the command. The file of the refused lines is made before anything else: where it cannot be, nothing begins.
pub(super) async fn run(args: &ImportArgs) -> Result<(), String> {
    let refused = args.refused.as_deref().map(new_file).transpose()?;
    let done = bring_in(args, refused).await;
    if let (Err(_), Some(path)) = (&done, &args.refused) {
        // A file without its lines would only stand in the way of the next time.
        let _stays = std::fs::remove_file(path);
    }
    done
}

fn new_file(path: &Path) -> Result<File, String> {
    File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            format!("{} is there already; choose another name for the refused lines", path.display())
        }
        _ => format!("{}: {error}", path.display()),
    })
}

async fn bring_in(args: &ImportArgs, refused: Option<File>) -> Result<(), String> {
    let store = cli::open(&args.place.data.target()).await?;
    let scope = args.place.scope();
    let (file, plan, recalled) = look(&store, scope, args).await?;
    let change = store.begin(scope).await.map_err(|error| cli::say(&error))?;
    let id = exchange::prepare(&change, &file, &plan).await.map_err(|error| cli::say(&error))?;
    change.commit().await.map_err(|error| cli::say(&error))?;
    cli::print(&format!("import {}: {}", id.0, file.name))?;
    if recalled {
        cli::print("  the columns of an earlier file: they fill what they filled then")?;
    }
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
    let talk = Talk { lang: args.language.into(), short: false };
    refusals(&store, scope, id, talk).await?;
    if let (Some(output), Some(path)) = (refused, &args.refused) {
        let count = exchange::write_refused(&store, scope, id, talk, BufWriter::new(output)).await;
        let count = count.map_err(|error| error.to_string())?;
        cli::print(&format!("refused lines in {}: {count}", path.display()))?;
    }
    store.close().await;
    Ok(())
}

/// The first refused lines, in words.
async fn refusals(store: &Store, scope: Scope, id: ImportId, talk: Talk) -> Result<(), String> {
    let said = exchange::first_refusals(store, scope, id, talk).await.map_err(|error| cli::say(&error))?;
    for (line, text) in said {
        cli::print(&format!("  {} {line}: {text}", talk.t("exchange-line")))?;
    }
    Ok(())
}

/// Looks at the file and puts what the operator said over what was guessed, or else what was chosen for an earlier file with the
/// same columns; true when there was one. What to do with known clients is said each time.
async fn look(store: &Store, scope: Scope, args: &ImportArgs) -> Result<(Arrived, Plan, bool), String> {
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
    let recalled = args.map.is_empty()
        && exchange::recall(store.read(), scope, &own, &mut plan).await.map_err(|error| cli::say(&error))?;
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
    if args.given_first {
        plan.order = Order::GivenFirst;
    }
    if let Some(status) = &args.status {
        plan.status.clone_from(status);
    }
    let size = std::fs::metadata(&path).map_err(|error| error.to_string())?.len();
    let file = Arrived {
        name,
        size: i64::try_from(size).unwrap_or(i64::MAX),
        digest: digest(&path)?,
        stored: path.to_string_lossy().into_owned(),
    };
    Ok((file, plan, recalled))
}

/// SHA-256 of a file of any size.
fn digest(path: &Path) -> Result<String, String> {
    let mut file = File::open(path).map_err(|error| error.to_string())?;
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
