//! The sandbox under the load of many readers of one thread.

use super::client::Connection;
use super::latency::Latencies;
use crate::bundle::files;
use crate::project::Project;
use anyhow::{Result, anyhow};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 32;
const WARM_UP: Duration = Duration::from_secs(5);
const MEASURED: Duration = Duration::from_secs(10);

/// Prints what it measured beside the goals.
pub fn run(project: &Project) -> Result<()> {
    // A file, as `run` has it: in memory there is but one connection to the database.
    let folder = project.workshop().join("bench");
    files::emptied(&folder)?;
    let database = folder.join("api.sqlite");
    let sandbox = super::serve(project, database.as_os_str(), &project.dist())?;
    let [id] = super::biggest_threads(&sandbox.address)?;
    let path = format!("/api/v1/consultations/{id}/comments?sort=most_supported&limit=20");
    println!("{CONNECTIONS} connections read {path}");
    load(&sandbox.address, &path, WARM_UP)?;
    let reads = load(&sandbox.address, &path, MEASURED)?;

    let latencies = Latencies::new(reads.times);
    let per_second = latencies.count() as f64 / MEASURED.as_secs_f64();
    println!("pages a second    {per_second:>10.0}  (goal 2000)");
    for (name, percent, goal) in
        [("p50", 50, ""), ("p95", 95, ""), ("p99", 99, "  (goal 50 ms)"), ("max", 100, "")]
    {
        let milliseconds = latencies.percentile(percent).as_secs_f64() * 1000.0;
        println!("{name:<17} {milliseconds:>7.1} ms{goal}");
    }
    println!("errors            {:>10}  (goal 0)", reads.errors);
    Ok(())
}

#[derive(Default)]
struct Reads {
    times: Vec<Duration>,
    errors: usize,
}

/// Reads a path again and again, over every connection, until the time is up.
fn load(address: &str, path: &str, time: Duration) -> Result<Reads> {
    let until = Instant::now() + time;
    thread::scope(|scope| {
        let readers: Vec<_> =
            (0..CONNECTIONS).map(|_| scope.spawn(move || read(address, path, until))).collect();
        let mut all = Reads::default();
        for reader in readers {
            let reads = reader.join().map_err(|_| anyhow!("a reader of the bench broke"))??;
            all.times.extend(reads.times);
            all.errors += reads.errors;
        }
        Ok(all)
    })
}

fn read(address: &str, path: &str, until: Instant) -> Result<Reads> {
    let mut connection = Connection::open(address)?;
    let mut reads = Reads::default();
    loop {
        let began = Instant::now();
        if began >= until {
            return Ok(reads);
        }
        match connection.get(path) {
            Ok(answer) if answer.status == 200 => reads.times.push(began.elapsed()),
            Ok(_) => reads.errors += 1,
            Err(_) => {
                reads.errors += 1;
                connection = Connection::open(address)?;
            }
        }
    }
}
