//! The Plateau program: command line, configuration, composition; nothing else.

mod bench_data;
mod bench_papers;
mod bench_timetable;
mod checks;
mod cli;
mod clients;
mod demo;
mod demo_council;
mod demo_files;
mod demo_law;
mod demo_meetings;
mod demo_year;
mod house;
mod lock;
mod serve;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let asked = cli::Cli::parse();
    let levels = std::env::var("PLATEAU_LOG").unwrap_or_else(|_| "info,sqlx=warn,sea_orm_migration=warn".to_owned());
    tracing_subscriber::fmt().with_env_filter(levels).with_writer(std::io::stderr).init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return cli::fail(&format!("the program cannot start its threads: {error}")),
    };
    match runtime.block_on(cli::run(asked)) {
        Ok(code) => code,
        Err(why) => cli::fail(&why),
    }
}
