//! How fast rows pass, and in how much memory: `cargo run --release -p sheets --example pace -- read-csv [ROWS]`.
//!
//! `read-csv`, `write-csv`, `read-xlsx` and `write-xlsx` each measure one thing, so that the peak of memory is its own. The file
//! to be read is made by the writing command of the same name, in the folder `PACE_FOLDER` (`/var/tmp`).
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its output")]

use std::{
    error::Error,
    fs::{self, File},
    io::BufWriter,
    path::PathBuf,
    time::Instant,
};

use sheets::{
    Limits, Row, Rows, Step, WriteRows,
    csv::{CsvReader, CsvWriter, sniff},
    xlsx::{Layout, Workbook, XlsxWriter},
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rows = arguments.get(1).map_or(Ok(1_000_000), |rows| rows.parse())?;
    let folder = PathBuf::from(std::env::var("PACE_FOLDER").unwrap_or_else(|_| "/var/tmp".to_owned()));
    let (csv, xlsx) = (folder.join("pace.csv"), folder.join("pace.xlsx"));
    let began = Instant::now();
    let (count, path) = match arguments.first().map(String::as_str) {
        Some("write-csv") => (write(Box::new(CsvWriter::new(BufWriter::new(File::create(&csv)?), b';')), rows)?, csv),
        Some("write-xlsx") => {
            let layout = Layout { name: "Clients", right_to_left: false };
            (write(Box::new(XlsxWriter::new(File::create(&xlsx)?, &layout)?), rows)?, xlsx)
        }
        Some("read-csv") => {
            let mut file = File::open(&csv)?;
            let found = sniff(&mut file)?;
            (read(&mut CsvReader::new(file, found.dialect, Limits::default()))?, csv)
        }
        Some("read-xlsx") => {
            let mut workbook = Workbook::open(File::open(&xlsx)?, Limits::default())?;
            let name = workbook.sheets().into_iter().next().map(|sheet| sheet.name).unwrap_or_default();
            (read(&mut workbook.rows(&name)?)?, xlsx)
        }
        _ => return Err("say read-csv, write-csv, read-xlsx or write-xlsx".into()),
    };
    let (seconds, busy) = (began.elapsed().as_secs_f64(), busy()?);
    let bytes = fs::metadata(path)?.len();
    println!(
        "{count} rows in {seconds:.2} s, {busy:.2} s of a core: {:.0} rows/s and {:.0} MB/s of a core, {} MB, peak {} MB",
        count as f64 / busy,
        bytes as f64 / busy / 1e6,
        bytes / 1_000_000,
        peak()?
    );
    Ok(())
}

fn write(mut writer: Box<dyn WriteRows>, rows: u64) -> Result<u64, Box<dyn Error>> {
    let headers = ["Nom", "Prénom", "اللقب", "الاسم", "Téléphone", "E-mail", "Adresse", "Wilaya", "Né le", "Remarques"];
    writer.write_row(&headers)?;
    for number in 0..rows {
        let phone = format!("0550{:06}", number % 1_000_000);
        let mail = format!("client{number}@exemple.dz");
        let street = format!("{} rue Didouche Mourad", number % 300);
        let cells =
            ["Benali", "Zoé", "بن علي", "زوي", &phone, &mail, &street, "Béjaïa", "12/05/1986", "Rappeler; le matin"];
        writer.write_row(&cells)?;
    }
    writer.finish()?;
    Ok(rows + 1)
}

fn read(rows: &mut dyn Rows) -> Result<u64, Box<dyn Error>> {
    let mut row = Row::new();
    let mut count = 0;
    loop {
        match rows.next_row(&mut row)? {
            Step::End => return Ok(count),
            Step::Row if row.len() == 10 => count += 1,
            other => return Err(format!("{other:?} at {:?} with {} cells", row.position(), row.len()).into()),
        }
    }
}

/// The time that a core worked for this process, in seconds: what counts when others use the computer at the same time.
fn busy() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).ok_or("a short stat")?.parse::<f64>().map_err(Box::<dyn Error>::from);
    // User and system time; Linux counts a hundred ticks a second for programs on all its platforms.
    Ok((ticks(11)? + ticks(12)?) / 100.0)
}

/// The most memory this process had, in megabytes.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? / 1000)
}
