//! A thread of ten thousand comments in a browser; the measuring is done in the browser's own language,
//! `tests/e2e/bench/thread.mjs`.

use crate::bundle::{self, files};
use crate::command;
use crate::project::Project;
use crate::sandbox::{self, Profile};
use crate::tools::{Tools, chromium, node};
use anyhow::Result;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

const MANY: usize = 10_000;
/// A page of comments, and no more.
const FEW: usize = 20;

/// The beginnings and ends of what an invented crowd says, for texts of different lengths.
const BEGINNINGS: [&str; 5] = [
    "Mahallamizda suv bosimi past.",
    "Avtobus bekati maktabdan uzoq.",
    "Taklif yaxshi, lekin muddati qisqa.",
    "Chiroqlar kechqurun yonmayapti.",
    "Daraxtlarni kesmasdan yoʻl toping.",
];
const ENDS: [&str; 4] = [
    "Iltimos, javob bering.",
    "Bu haqda yigʻilishda ham aytgan edik, natijasi boʻlmadi.",
    "Qoʻshnilarim ham shu fikrda; keksalar uchun bu ayniqsa ogʻir, chunki ular uzoqqa yura olmaydi.",
    "Xarajatini ochiq koʻrsatish kerak.",
];

/// Makes a thread of many comments and one of few, serves them with what a person would get, and measures them.
pub fn run(project: &Project) -> Result<()> {
    let tools = Tools::ensure(project)?;
    bundle::ensure(project, &tools)?;
    let tests = project.root.join("tests/e2e");
    node::install(&tests, "Playwright (npm)")?;
    let chromium = chromium::ensure(&tests)?;
    let folder = project.workshop().join("bench");
    files::emptied(&folder)?;
    let database = folder.join("thread.sqlite");
    let program = sandbox::build(project, Profile::Server)?;
    for (name, count) in [("few", FEW), ("many", MANY)] {
        let export = folder.join(name);
        write_export(&export, name, count)?;
        command::run(
            Command::new(&program)
                .args(["import", "polis", "--language", "uz-Latn", "--database"])
                .arg(&database)
                .arg(&export),
        )?;
    }
    let sandbox = super::serve(project, database.as_os_str(), &project.dist())?;
    let [many, few] = super::biggest_threads(&sandbox.address)?;
    let url = |id: &str| format!("{}/consultations/{id}", sandbox.address);
    command::run(
        Command::new("node")
            .arg("bench/thread.mjs")
            .args([url(&many), url(&few)])
            .current_dir(&tests)
            .env("CHROMIUM", chromium),
    )
}

/// Writes an export in the format of Polis, whose statements become top comments.
fn write_export(folder: &Path, name: &str, count: usize) -> Result<()> {
    let mut comments = String::from(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n",
    );
    // The last of them was written now: a consultation closes after its last comment, and comments are to be written.
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis() as u64;
    for number in 0..count {
        let at = now - (count - number) as u64 * 60_000;
        let beginning = BEGINNINGS[number % BEGINNINGS.len()];
        let end = ENDS[number % ENDS.len()];
        let (agrees, disagrees) = (number % 17, number % 5);
        writeln!(
            comments,
            "{at},,{number},{number},{agrees},{disagrees},1,\"{beginning} {end} ({number})\""
        )?;
    }
    let summary = format!("topic,{count} fikr\nurl,{name}\n");
    files::write(&folder.join("comments.csv"), comments.as_bytes())?;
    files::write(&folder.join("summary.csv"), summary.as_bytes())
}
