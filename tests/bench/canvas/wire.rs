//! HTTP as bytes, so that all of them can be counted: one request on a connection of its own.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(120);

/// An answer, with its head as it came.
pub struct Answer {
    pub status: u16,
    pub head: Vec<u8>,
    pub body: Vec<u8>,
}

impl Answer {
    /// What it was on the wire, without TCP and IP.
    pub fn size(&self) -> usize {
        self.head.len() + self.body.len()
    }

    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).context("an answer is no JSON")
    }

    /// Refuses anything but a status of 200 or 201.
    pub fn good(self) -> Result<Self> {
        let said = String::from_utf8_lossy(&self.body[..self.body.len().min(200)]).into_owned();
        ensure!(
            self.status == 200 || self.status == 201,
            "answered {}: {said}",
            self.status
        );
        Ok(self)
    }

    pub fn header(&self, name: &str) -> Option<String> {
        header(&self.head, name)
    }
}

/// A request's bytes.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if method == "POST" {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    [head.as_bytes(), b"\r\n", body].concat()
}

/// Where a head ends, if it is whole.
pub fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

/// The length of the body that a head announces.
pub fn length_of_body(head: &[u8]) -> usize {
    header(head, "content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0)
}

/// The status in a head.
pub fn status(head: &[u8]) -> u16 {
    let code = head.get(9..12).and_then(|code| std::str::from_utf8(code).ok());
    code.and_then(|code| code.parse().ok()).unwrap_or(0)
}

fn header(head: &[u8], name: &str) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines
        .find(|(named, _)| named.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim().to_owned())
}

/// Asks and reads the answer to its end.
pub fn ask(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Answer> {
    let mut stream = TcpStream::connect(address).with_context(|| format!("nobody answers at {address}"))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let headers = [&[("host", address)], headers].concat();
    stream.write_all(&request(method, path, &headers, body))?;
    read(&mut stream).with_context(|| format!("{method} {path}"))
}

fn read(stream: &mut TcpStream) -> Result<Answer> {
    let mut bytes = Vec::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        if let Some(end) = end_of_head(&bytes).filter(|end| bytes.len() >= end + length_of_body(&bytes[..*end])) {
            let body = bytes.split_off(end);
            return Ok(Answer {
                status: status(&bytes),
                head: bytes,
                body,
            });
        }
        let read = stream.read(&mut part)?;
        ensure!(read > 0, "the answer broke off");
        bytes.extend_from_slice(&part[..read]);
    }
}
