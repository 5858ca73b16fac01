//! Where everything is kept: one SQLite file, one connection that writes, some that read.

pub mod agencies;
pub mod attachments;
pub mod comment_path;
pub mod comments;
pub mod consultations;
pub mod idempotency;
pub mod matching;
mod migrations;
pub mod moderation;
pub mod outcomes;
pub mod people;
pub mod questions;
pub mod quotes;
pub mod reports;
pub mod sessions;
pub mod similar;
pub mod threads;
pub mod versions;
pub mod votes;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use muloqot_domain::LocalizedText;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::failure::Failure;

const READERS: usize = 4;
const STATEMENTS_KEPT: usize = 64;

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In memory, gone when the program ends.
    Memory,
    /// In a file, made when it is not there.
    File(PathBuf),
}

impl From<&str> for Place {
    fn from(text: &str) -> Self {
        if text == ":memory:" { Self::Memory } else { Self::File(text.into()) }
    }
}

/// The database.
#[derive(Clone)]
pub struct Store {
    writer: Arc<Mutex<Connection>>,
    /// Absent in memory, where one connection is all there is.
    readers: Option<Arc<Readers>>,
    /// As many read at once as there are connections; the others wait here, in order. In memory
    /// those few wait for the one connection, so that it never waits for a thread.
    turns: Arc<Semaphore>,
}

struct Readers {
    place: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Store {
    /// Opens a database and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be opened, is no database, or was made by a newer version.
    pub fn open(place: &Place) -> anyhow::Result<Self> {
        let mut writer = match place {
            Place::Memory => Connection::open_in_memory()?,
            Place::File(path) => Connection::open(path)
                .with_context(|| format!("cannot open the database {}", path.display()))?,
        };
        prepare(&writer).context("this is not a database of the sandbox")?;
        migrations::run(&mut writer)?;
        consultations::index_again(&mut writer)?;
        similar::complete(&mut writer)?;
        let readers = match place {
            Place::Memory => None,
            Place::File(path) => {
                Some(Arc::new(Readers { place: path.clone(), idle: Mutex::new(Vec::new()) }))
            }
        };
        let turns = Arc::new(Semaphore::new(READERS));
        Ok(Self { writer: Arc::new(Mutex::new(writer)), readers, turns })
    }

    /// Reads from one unchanging state of the database.
    ///
    /// # Errors
    /// Whatever the reading fails with.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let _turn = self.turns.acquire().await.context("the database is closed")?;
        let Some(readers) = self.readers.clone() else {
            let writer = self.writer.clone();
            return blocking(move || {
                let connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
                work(&connection)
            })
            .await;
        };
        blocking(move || {
            let connection = readers.take()?;
            let snapshot = connection.unchecked_transaction()?;
            let result = work(&snapshot);
            snapshot.finish()?;
            readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            result
        })
        .await
    }

    /// Writes all of something or nothing. One write happens after another.
    ///
    /// # Errors
    /// Whatever the writing fails with; nothing is changed then.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.clone();
        blocking(move || store.write_now(work)).await
    }

    /// The same for a program that has nothing else to do meanwhile.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn write_now<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

impl Readers {
    fn take(&self) -> Result<Connection, Failure> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(connection) = idle {
            return Ok(connection);
        }
        let connection = Connection::open(&self.place)?;
        prepare(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }
}

/// Does what takes a while on a thread where nobody else waits for it.
///
/// # Errors
/// Whatever the work fails with.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    match spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(anyhow::Error::from(error).into()),
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // With WAL a power cut may cost the last writes, never the file.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "mmap_size", 256 << 20)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    threads::teach_fair_rank(connection)?;
    matching::teach_words(connection)
}

/// Reads a value of one of the contract's enumerations.
fn known<T: std::str::FromStr>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|_| {
        let reason = format!("unknown value {text}");
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            reason.into(),
        )
    })
}

/// A text in several languages as it is kept.
fn texts_to_column(texts: &LocalizedText) -> rusqlite::Result<String> {
    serde_json::to_string(texts)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
