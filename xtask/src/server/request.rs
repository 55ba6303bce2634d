//! Reading one HTTP request, and the line that is written down about it.

use std::io::{self, BufRead};

/// Longer than any header a browser sends here; more than this is not a browser.
const MOST_HEADER_BYTES: usize = 32 * 1024;

/// One answered request, for tests that ask what the page fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// `GET` or whatever was asked.
    pub method: String,
    /// Path and query as the browser sent them.
    pub target: String,
    /// The status of the answer.
    pub status: u16,
    /// The bytes of the answer's body, as sent (that is, compressed where it was).
    pub body_bytes: usize,
}

/// The parts of a request that the server looks at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) target: String,
    pub(super) accepts_brotli: bool,
    pub(super) wants_close: bool,
}

/// Reads the next request. `None` means that the browser has closed the connection.
pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut budget = MOST_HEADER_BYTES;
    let Some(first) = read_line(from, &mut budget)? else {
        return Ok(None);
    };
    let mut words = first.split_whitespace();
    let mut request = Request {
        method: words.next().unwrap_or_default().to_owned(),
        target: words.next().unwrap_or_default().to_owned(),
        wants_close: words.next() == Some("HTTP/1.0"),
        ..Request::default()
    };
    while let Some(line) = read_line(from, &mut budget)? {
        if line.is_empty() {
            return Ok(Some(request));
        }
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.accepts_brotli = accepts(&value, "br"),
            "connection" => request.wants_close |= value.contains("close"),
            // No page of this app sends a body; the rest of the connection would be read as requests.
            "content-length" | "transfer-encoding" if value != "0" => request.wants_close = true,
            _ => {}
        }
    }
    Ok(None)
}

fn accepts(accept_encoding: &str, coding: &str) -> bool {
    accept_encoding.split(',').any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        name.trim() == coding && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

fn read_line(from: &mut impl BufRead, budget: &mut usize) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let limit = u64::try_from(*budget).unwrap_or(u64::MAX);
    let read = io::Read::take(&mut *from, limit).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    *budget = budget.saturating_sub(read);
    if line.pop() != Some(b'\n') {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "the request is cut off or too long",
        ));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_browser_sends() {
        let mut bytes: &[u8] =
            b"GET /a.js?x=1 HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip, br;q=0.5\r\n\r\n";
        let request = read(&mut bytes).unwrap().unwrap();
        assert_eq!(request.target, "/a.js?x=1");
        assert!(request.accepts_brotli);
        assert!(!request.wants_close);
        assert_eq!(read(&mut bytes).unwrap(), None);
    }

    #[test]
    fn refused_brotli_is_not_sent() {
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip, brotli", "br"));
    }

    #[test]
    fn an_endless_header_is_refused() {
        let mut bytes = b"GET / HTTP/1.1\r\nX: ".to_vec();
        bytes.resize(MOST_HEADER_BYTES * 2, b'x');
        assert!(read(&mut bytes.as_slice()).is_err());
    }
}
