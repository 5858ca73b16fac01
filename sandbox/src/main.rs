//! The sandbox's command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use muloqot_domain::{LanguageTag, Timestamp, Topic};
use muloqot_sandbox::{App, Clock, Options, Place, PolisExport, PolisOptions, Store};

/// A reference server of Muloqot's native contract.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the contract, and the built app if there is one, on this machine only
    Serve(Serve),
    /// Read open data into the database
    Import {
        #[command(subcommand)]
        format: Format,
    },
    /// Print the contract as an OpenAPI 3.1 document
    Openapi,
}

#[derive(clap::Args)]
struct Serve {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The file everything is kept in, or `:memory:`
    #[arg(long, default_value = ":memory:")]
    database: String,
    /// The folder of the built app
    #[arg(long)]
    dist: Option<PathBuf>,
    /// Fill a database that holds no consultation with invented ones
    #[arg(long)]
    seed_if_empty: bool,
    /// The time at which the clock stands still, as in 2026-02-05T12:00:00Z
    #[arg(long, value_parser = timestamp)]
    now: Option<Timestamp>,
    /// What the invented crowd's words and moments are drawn from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Let tests ask for faults and set the clock
    #[arg(long)]
    faults: bool,
    /// How many comments a person may write or change in a minute, as many reports besides, and
    /// votes and files three times as many; 0 sets no limit
    #[arg(long, default_value_t = 20)]
    comments_per_minute: u32,
}

#[derive(Subcommand)]
enum Format {
    /// A Polis export: a folder with comments.csv and summary.csv
    Polis {
        /// The folder
        folder: PathBuf,
        /// The file everything is kept in
        #[arg(long)]
        database: PathBuf,
        /// The language of the export, as in de; guessed when absent
        #[arg(long, value_parser = language)]
        language: Option<LanguageTag>,
        /// What it is about, by the contract's name of the topic
        #[arg(long, default_value = "environment", value_parser = topic)]
        topic: Topic,
    },
}

fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "not an RFC 3339 time".to_owned())
}

fn language(text: &str) -> Result<LanguageTag, String> {
    let tag = LanguageTag(text.to_owned());
    if tag.is_well_formed() { Ok(tag) } else { Err("not a language tag".to_owned()) }
}

fn topic(text: &str) -> Result<Topic, String> {
    let names: Vec<&str> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    text.parse().map_err(|()| format!("not one of {}", names.join(", ")))
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Serve(arguments) => serve(arguments),
        Command::Import { format } => import(format),
        Command::Openapi => print_openapi(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn serve(arguments: Serve) -> anyhow::Result<()> {
    let clock = arguments.now.map_or_else(Clock::system, Clock::fixed);
    let store = Store::open(&Place::from(arguments.database.as_str()))?;
    if arguments.seed_if_empty
        && let Some(count) = muloqot_sandbox::seed_if_empty(&store, clock.now(), arguments.seed)?
    {
        println!("Seeded {count} consultations");
    }
    let options = Options {
        clock,
        dist: arguments.dist,
        faults: arguments.faults,
        comments_per_minute: arguments.comments_per_minute,
    };
    let router = muloqot_sandbox::router(App::new(store, options));
    muloqot_sandbox::serve(router, arguments.port).await
}

fn import(format: Format) -> anyhow::Result<()> {
    let Format::Polis { folder, database, language, topic } = format;
    let options = PolisOptions { language, topic };
    let export = PolisExport::read(&folder)?;
    // Opened last: a folder that is no export leaves not even an empty database behind.
    let store = Store::open(&Place::File(database))?;
    let imported = muloqot_sandbox::import_polis(&store, export, &options)?;
    for row in &imported.skipped {
        eprintln!("{row}");
    }
    println!("{imported}");
    Ok(())
}

fn print_openapi() -> anyhow::Result<()> {
    println!("{}", muloqot_sandbox::openapi().to_pretty_json()?);
    Ok(())
}
