//! One connection: requests are answered in turn until either side closes.

use std::io::{self, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::path::{self, Found};
use super::request::{self, Logged, Request};
use super::{Shared, content_type, lock};
use crate::headers;

/// An idle connection is given back after this.
const IDLE: Duration = Duration::from_mins(1);

/// What is sent back, apart from the headers that always go along.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Arc<[u8]>,
}

impl Answer {
    fn text(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: text.as_bytes().into(),
        }
    }
}

/// Answers every request on this connection.
pub(super) fn answer_all(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = request::read(&mut reader)? {
        if shared.stopping.load(Ordering::SeqCst) {
            return Ok(());
        }
        let answer = answer(&request, shared);
        let with_body = request.method != "HEAD";
        lock(&shared.log).push(Logged {
            method: request.method.clone(),
            target: request.target.clone(),
            status: answer.status,
            body_bytes: if with_body { answer.body.len() } else { 0 },
        });
        send(&mut writer, &answer, with_body, request.wants_close)?;
        if request.wants_close {
            return Ok(());
        }
    }
    Ok(())
}

fn answer(request: &Request, shared: &Shared) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return Answer::text(405, "Only GET and HEAD are answered here.\n");
    }
    let Some(path) = path::decode(&request.target) else {
        return Answer::text(400, "The address is not understood.\n");
    };
    if format!("{path}/") == shared.prefix {
        return to_folder(&path);
    }
    let Some(inside) = path.strip_prefix(&shared.prefix) else {
        return Answer::text(404, "Nothing is here.\n");
    };
    match path::find(&shared.root, &format!("/{inside}")) {
        Found::File(file) => send_file(&file, request, shared),
        Found::FolderWithoutSlash => to_folder(&path),
        Found::Nothing => Answer::text(404, "Nothing is here.\n"),
    }
}

fn to_folder(path: &str) -> Answer {
    // One slash only: `//name` at the beginning would name another host.
    let location = format!("/{}/", path.trim_matches('/'));
    if !location.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Answer::text(404, "Nothing is here.\n");
    }
    let mut answer = Answer::text(301, "");
    answer.headers.push(("Location", location));
    answer
}

fn send_file(file: &Path, request: &Request, shared: &Shared) -> Answer {
    let Ok(body) = shared.bodies.read(file, request.accepts_brotli) else {
        return Answer::text(500, "The file could not be read.\n");
    };
    let mut headers = vec![
        ("Content-Type", content_type::of(file).to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    if body.brotli {
        headers.push(("Content-Encoding", "br".to_owned()));
    }
    Answer {
        status: 200,
        headers,
        body: body.bytes,
    }
}

fn send(to: &mut TcpStream, answer: &Answer, with_body: bool, close: bool) -> io::Result<()> {
    let reason = match answer.status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    };
    let mut message = format!("HTTP/1.1 {} {reason}\r\n", answer.status).into_bytes();
    let length = answer.body.len().to_string();
    let connection = if close { "close" } else { "keep-alive" };
    let own = [
        ("Content-Length", length.as_str()),
        ("Connection", connection),
        ("Cache-Control", headers::CACHE_ASK),
    ];
    let of_answer = answer
        .headers
        .iter()
        .map(|(name, value)| (*name, value.as_str()));
    for (name, value) in own.into_iter().chain(headers::ALWAYS).chain(of_answer) {
        write!(message, "{name}: {value}\r\n")?;
    }
    message.extend_from_slice(b"\r\n");
    if with_body {
        message.extend_from_slice(&answer.body);
    }
    to.write_all(&message)
}
