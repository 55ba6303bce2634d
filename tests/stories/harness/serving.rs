//! Answering browsers: a folder's files with the headers that the app asks its hosts for.
//!
//! Every request is written down. Each answer closes its connection, so that a site that stops
//! leaves nothing half open.

use std::{
    collections::BTreeMap,
    fmt, fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

/// The policy of the shipped server snippets. To it is added only where to report.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Where browsers report what the policy refused, from the first byte of a page on.
const REPORTS: &str = "/.policy-reports";

/// Whether pages come with the content policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Policy {
    /// As the app asks its hosts to send it, and with where to report.
    #[default]
    Strict,
    /// None: what the policy would have refused goes out and is counted as foreign.
    Absent,
}

/// One request as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`.
    pub method: String,
    /// Path with query, as sent.
    pub path: String,
    /// The `Host` header.
    pub host: String,
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} (Host: {})", self.method, self.path, self.host)
    }
}

/// What a site and its connections share.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) root: PathBuf,
    /// Whether connections are still taken; a thread that comes late must not answer.
    pub(super) open: bool,
    pub(super) policy: Policy,
    pub(super) requests: Vec<Request>,
    pub(super) violations: Vec<String>,
    pub(super) connections: BTreeMap<u64, TcpStream>,
    pub(super) next_connection: u64,
}

/// A thread that panicked must not take the others' records with it.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes connections until the site is closed.
pub(super) fn listen(listener: &TcpListener, state: &Arc<Mutex<State>>) {
    for connection in listener.incoming() {
        let Ok(connection) = connection else { continue };
        let Some(number) = admit(&connection, state) else {
            return;
        };
        let state = Arc::clone(state);
        // Where no thread can be had, the browser sees a closed connection and asks again.
        let _thread = thread::Builder::new()
            .name("connection".to_owned())
            .spawn(move || {
                let _broken_off = answer(&connection, &state);
                let _closed = connection.shutdown(Shutdown::Both);
                lock(&state).connections.remove(&number);
            });
    }
}

/// Writes the connection down so that `stop` can cut it; `None` when the site is closed.
fn admit(connection: &TcpStream, state: &Mutex<State>) -> Option<u64> {
    let mut state = lock(state);
    if !state.open {
        return None;
    }
    state.next_connection += 1;
    let number = state.next_connection;
    if let Ok(copy) = connection.try_clone() {
        state.connections.insert(number, copy);
    }
    Some(number)
}

fn answer(connection: &TcpStream, state: &Mutex<State>) -> io::Result<()> {
    // Browsers open connections ahead of need and then say nothing on them.
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    connection.set_write_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(connection);
    let Some((request, length)) = read_head(&mut reader)? else {
        return Ok(());
    };
    let mut body = Vec::new();
    reader.take(length.min(1 << 20)).read_to_end(&mut body)?;
    if request.path == REPORTS {
        lock(state).violations.push(readable_report(&body));
        return respond(
            connection,
            Policy::Absent,
            "204 No Content",
            "text/plain",
            b"",
        );
    }
    let (root, policy) = {
        let mut state = lock(state);
        if !state.open {
            return Ok(());
        }
        state.requests.push(request.clone());
        (state.root.clone(), state.policy)
    };
    let found = file_for(&root, &request.path);
    match (request.method.as_str(), found) {
        ("GET", Some(path)) => respond(
            connection,
            policy,
            "200 OK",
            content_type(&path),
            &fs::read(&path)?,
        ),
        ("HEAD", Some(path)) => respond(connection, policy, "200 OK", content_type(&path), b""),
        ("GET" | "HEAD", None) => respond(connection, policy, "404 Not Found", "text/plain", b""),
        _ => respond(
            connection,
            policy,
            "405 Method Not Allowed",
            "text/plain",
            b"",
        ),
    }
}

fn read_head(reader: &mut impl BufRead) -> io::Result<Option<(Request, u64)>> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let mut request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        host: String::new(),
    };
    let mut length = 0;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            return Ok(Some((request, length)));
        }
        let Some((name, value)) = header.split_once(':') else {
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "host" => value.trim().clone_into(&mut request.host),
            "content-length" => length = value.trim().parse().unwrap_or_default(),
            _ => {}
        }
    }
}

fn respond(
    mut to: &TcpStream,
    policy: Policy,
    status: &str,
    kind: &str,
    body: &[u8],
) -> io::Result<()> {
    let policy = match policy {
        Policy::Strict => format!("Content-Security-Policy: {POLICY}; report-uri {REPORTS}\r\n"),
        Policy::Absent => String::new(),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         {policy}\r\n",
        body.len()
    );
    to.write_all(head.as_bytes())?;
    to.write_all(body)?;
    to.flush()
}

/// The file a path names, if it is one within `root`.
fn file_for(root: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path)?;
    let mut file = root.to_owned();
    for part in path
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
    {
        if part == ".." || part.contains(['\\', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Streaming compilation of WebAssembly insists on its type, modules and workers on theirs.
fn content_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn readable_report(body: &[u8]) -> String {
    let report: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let report = report.get("csp-report").unwrap_or(&report);
    let word = |key: &str| report.get(key).map(ToString::to_string).unwrap_or_default();
    format!(
        "{} refused {} on {} ({} line {})",
        word("effective-directive"),
        word("blocked-uri"),
        word("document-uri"),
        word("source-file"),
        word("line-number")
    )
}
