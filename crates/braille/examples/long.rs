//! How long a text of ten megabytes takes, and how much memory: `cargo run -p braille --example long [megabytes]`.

use std::fmt::Write as _;
use std::time::Instant;

use braille::{Block, Brf, Edition, Grades, Louis, Numbers, Sheet, Size, Text, write};
use words::Lang;

#[expect(clippy::print_stdout, reason = "it is what the example is for")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let megabytes: usize = std::env::args().nth(1).map_or(Ok(10), |given| given.parse())?;
    let mut text = String::new();
    for n in 0.. {
        write!(
            text,
            "Appel {n}, le téléconseiller accueille le client numéro {} avec courtoisie. قال الزبون رقم {n} شكرا. ",
            n * 7
        )?;
        if text.len() >= megabytes * 1_000_000 {
            break;
        }
    }
    let bytes = text.len();
    let blocks = vec![Block::Paragraph(Text::new(&text, Lang::Fr))];
    let sheet = Sheet { title: String::new(), lang: Lang::Fr, blocks };
    let edition = Edition { grades: Grades::default(), size: Size::PAPER, numbers: Numbers::Bottom };
    let start = Instant::now();
    let report = write(&sheet, edition, &Louis::from_env(), &mut Brf::new(std::io::sink(), edition)?)?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("memory unknown");
    println!("{bytes} bytes, {} pages, {:.1} s, {memory}", report.pages, start.elapsed().as_secs_f64());
    Ok(())
}
