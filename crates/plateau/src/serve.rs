//! Serving until Ctrl-C.

use std::net::SocketAddr;
use std::path::Path;

use store::{Chance, Store};
use tokio::net::TcpListener;
use web::{Config, accounts};

use crate::cli::{self, Data, Listen};
use crate::{house, lock};

/// Minutes to add to UTC for the times shown: Algeria, all year.
const OFFSET_MINUTES: i32 = 60;

/// Opens the data, prints the one-time link when nobody can sign in yet, and serves.
pub(crate) async fn serve(data: &Data, listen: &Listen) -> Result<(), String> {
    let _alone = lock::hold(&data.data)?;
    let listener = bind(listen).await?;
    let store = cli::open(&data.target()).await?;
    let address = address_of(&listener)?;
    if accounts::none_yet(&store).await.map_err(|error| cli::say(&error))? {
        let token = Chance::system().token(24);
        accounts::invite(&store, &token).await.map_err(|error| cli::say(&error))?;
        cli::print(&format!("{address}/first-administrator/{token}"))?;
    }
    cli::print(&address)?;
    run(listener, store, listen, &data.data).await
}

/// What the operator chose.
pub(crate) fn config(secure: bool) -> Config {
    Config { secure, offset_minutes: OFFSET_MINUTES }
}

/// Takes the port, or says who might have it.
pub(crate) async fn bind(listen: &Listen) -> Result<TcpListener, String> {
    let address = SocketAddr::new(listen.address, listen.port);
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("the port {} is in use by another program; choose one with --port", listen.port)
        }
        _ => format!("cannot listen on {address}: {error}"),
    })
}

/// The address that a browser on this machine opens.
pub(crate) fn address_of(listener: &TcpListener) -> Result<String, String> {
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok(format!("http://{address}"))
}

/// Serves until Ctrl-C or SIGTERM, then finishes what is under way and closes the database.
pub(crate) async fn run(listener: TcpListener, store: Store, listen: &Listen, folder: &Path) -> Result<(), String> {
    let refused = school::practice::library::load(&store, &folder.join("scenarios")).await;
    for one in refused.map_err(|error| cli::say(&error))? {
        tracing::warn!(file = one.file, "a scenario is left out:\n{}", one.why);
    }
    let refused = school::drills::library::load(&store, &folder.join("drills")).await;
    for one in refused.map_err(|error| cli::say(&error))? {
        tracing::warn!(file = one.file, "a drill is left out:\n{}", one.why);
    }
    let refused = school::lab::library::load(&store, folder).await;
    for one in refused.map_err(|error| cli::say(&error))? {
        tracing::warn!(file = one.file, "an exercise of the lab is left out:\n{}", one.why);
    }
    let imports = desk::exchange::resume_all(&store, &folder.join("imports")).await;
    match imports.map_err(|error| error.to_string())? {
        0 => {}
        count => tracing::info!(count, "imports go on where they were"),
    }
    tokio::spawn(sweep(store.clone(), folder.join("imports")));
    let site = house::site(store.clone(), config(listen.secure), folder).into_router();
    axum::serve(listener, site).with_graceful_shutdown(stopped()).await.map_err(|error| error.to_string())?;
    store.close().await;
    Ok(())
}

/// Every hour, forgets what no one can use any more.
async fn sweep(store: Store, imports: std::path::PathBuf) {
    let mut hours = tokio::time::interval(std::time::Duration::from_secs(3600));
    loop {
        hours.tick().await;
        match web::sweep(&store).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "what no one can use any more is forgotten"),
            Err(error) => tracing::warn!(%error, "sweeping"),
        }
        match desk::exchange::sweep(&store, &imports).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "refused lines of old imports are forgotten"),
            Err(error) => tracing::warn!(%error, "sweeping imports"),
        }
    }
}

async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { _ = terminate.recv() => {}, _ = tokio::signal::ctrl_c() => {} }
            }
            Err(_) => drop(tokio::signal::ctrl_c().await),
        }
    }
    #[cfg(not(unix))]
    drop(tokio::signal::ctrl_c().await);
}
