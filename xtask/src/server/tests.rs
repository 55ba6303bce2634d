use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::time::Duration;

use super::*;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xtask-server-{}-{name}", std::process::id()));
    std::fs::create_dir_all(folder.join("sets")).unwrap();
    std::fs::write(folder.join("index.html"), "<!doctype html><title>x</title>").unwrap();
    std::fs::write(folder.join("app.wasm"), [0_u8; 5000]).unwrap();
    folder
}

fn ask(server: &Server, head: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    write!(stream, "{head}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_start_page_comes_with_the_strict_headers() {
    let server = start(&folder("headers"), 0).unwrap();
    let answer = ask(&server, "GET / HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("frame-ancestors 'none'"));
    assert!(answer.contains("Content-Type: text/html; charset=utf-8"));
    assert!(answer.contains("Referrer-Policy: no-referrer"));
    assert!(answer.ends_with("<title>x</title>"));
}

#[test]
fn wasm_is_compressed_only_for_those_who_ask() {
    let server = start(&folder("brotli"), 0).unwrap();
    let plain = ask(&server, "GET /app.wasm HTTP/1.1");
    assert!(plain.contains("Content-Type: application/wasm"));
    assert!(plain.contains("Content-Length: 5000"));
    let small = ask(
        &server,
        "GET /app.wasm HTTP/1.1\r\nAccept-Encoding: gzip, deflate, br",
    );
    assert!(small.contains("Content-Encoding: br"));
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests.last().unwrap().body_bytes < 100);
}

#[test]
fn a_sub_folder_is_served_and_nothing_beside_it() {
    let server = start_under(&folder("prefix"), 0, "verktyg/mognad").unwrap();
    assert!(server.url().ends_with("/verktyg/mognad/"));
    assert!(ask(&server, "GET /verktyg/mognad/ HTTP/1.1").starts_with("HTTP/1.1 200"));
    assert!(ask(&server, "GET /verktyg/mognad HTTP/1.1").contains("Location: /verktyg/mognad/"));
    assert!(
        ask(&server, "GET /verktyg/mognad/sets HTTP/1.1")
            .contains("Location: /verktyg/mognad/sets/")
    );
    assert!(ask(&server, "GET / HTTP/1.1").starts_with("HTTP/1.1 404"));
    assert!(ask(&server, "POST /verktyg/mognad/ HTTP/1.1").starts_with("HTTP/1.1 405"));
}

#[test]
fn stopping_cuts_open_connections_and_the_port_can_be_used_again() {
    let folder = folder("stop");
    let server = start(&folder, 0).unwrap();
    let port = server.port();
    let mut kept = TcpStream::connect(("127.0.0.1", port)).unwrap();
    kept.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    write!(kept, "GET / HTTP/1.1\r\n\r\n").unwrap();
    let mut first = [0_u8; 12];
    kept.read_exact(&mut first).unwrap();

    server.stop();
    let mut rest = Vec::new();
    let _cut = kept.read_to_end(&mut rest);
    let _unsent = write!(kept, "GET / HTTP/1.1\r\n\r\n");
    assert_eq!(kept.read(&mut first).unwrap_or(0), 0);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());

    let again = start(&folder, port).unwrap();
    assert!(ask(&again, "GET / HTTP/1.1").starts_with("HTTP/1.1 200"));
}
