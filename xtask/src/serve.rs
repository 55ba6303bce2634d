//! `cargo xtask serve`: the release build, on this machine.

use std::io;

use anyhow::{Context, Result, bail};
use xtask::server::{self, Server};

use crate::build::{self, Profile};
use crate::open_browser;
use crate::workspace::Workspace;

/// So many ports after the first are tried when it is taken.
const TRIES: u16 = 20;

/// Builds, serves and opens the browser. Returns when the process is stopped.
///
/// # Errors
/// When it does not build, or no port is free.
pub fn serve(workspace: &Workspace, port: u16, open: bool) -> Result<()> {
    build::build(workspace, Profile::Release)?;
    let server = on_a_free_port(workspace, port)?;
    let url = server.url();
    println!("\nMognad is at {url}   (Ctrl+C stops it)");
    if open {
        open_browser::open(&url);
    }
    server.wait();
    Ok(())
}

fn on_a_free_port(workspace: &Workspace, first: u16) -> Result<Server> {
    let dist = workspace.dist();
    let last = first.saturating_add(TRIES);
    for port in first..=last {
        match server::start(&dist, port) {
            Ok(server) => return Ok(server),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                println!("port {port} is taken; trying the next");
            }
            Err(error) => return Err(error).context("the server could not be started"),
        }
    }
    bail!("the ports {first} to {last} are all taken: choose another with `--port`")
}
