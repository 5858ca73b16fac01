//! Listening, and stopping without cutting anybody off.

use std::io::Write;
use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use tokio::{net::TcpListener, sync::watch};

/// How long those who are being answered may take once the server is told to stop.
const STOPPING: Duration = Duration::from_secs(5);

/// Serves on this machine only, until it is told to stop. Prints its address last.
///
/// # Errors
/// When the port is taken.
pub async fn serve(router: Router, port: u16) -> anyhow::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .with_context(|| format!("port {port} is taken; choose another with --port"))?;
    let address = listener.local_addr()?;
    let (stopping, mut stopped) = watch::channel(false);
    tokio::spawn(async move {
        told_to_stop().await;
        stopping.send_replace(true);
    });
    let mut stop = stopped.clone();
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        // An error means that nobody can tell it to stop any more, which is reason enough.
        let _ = stop.wait_for(|stop| *stop).await;
    });
    let mut out = std::io::stdout();
    writeln!(out, "http://{address}")?;
    out.flush()?;
    tokio::select! {
        ended = async { server.await } => ended.context("the server failed"),
        () = async {
            let _ = stopped.wait_for(|stop| *stop).await;
            tokio::time::sleep(STOPPING).await;
        } => Ok(()),
    }
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => interrupted().await,
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    interrupted().await;
}

#[allow(dead_code, reason = "on Unix only where the other signal cannot be heard")]
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
