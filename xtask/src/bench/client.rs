//! A client that costs next to nothing, because it shares the machine with the server it measures: one kept connection,
//! one request at a time, no more of HTTP/1.1 than the sandbox's answers need.

use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A kept connection.
pub struct Connection {
    stream: TcpStream,
    host: String,
    read: Vec<u8>,
}

/// What the server answered.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Connection {
    /// Connects to an address such as `http://127.0.0.1:8080`.
    pub fn open(address: &str) -> Result<Self> {
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let stream =
            TcpStream::connect(&host).with_context(|| format!("{address} does not answer"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Ok(Self { stream, host, read: Vec::with_capacity(64 * 1024) })
    }

    /// Reads a resource.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\n\r\n",
            self.host
        );
        self.stream.write_all(request.as_bytes())?;
        self.read.clear();
        let head = loop {
            if let Some(end) = end_of_head(&self.read) {
                break Head::parse(&self.read[..end], end)?;
            }
            self.more()?;
        };
        while self.read.len() < head.ends {
            self.more()?;
        }
        Ok(Answer { status: head.status, body: self.read[head.body..head.ends].to_vec() })
    }

    fn more(&mut self) -> Result<()> {
        let mut part = [0; 32 * 1024];
        match self.stream.read(&mut part)? {
            0 => bail!("the server closed the connection"),
            length => self.read.extend_from_slice(&part[..length]),
        }
        Ok(())
    }
}

struct Head {
    status: u16,
    body: usize,
    ends: usize,
}

impl Head {
    fn parse(head: &[u8], body: usize) -> Result<Self> {
        let head = std::str::from_utf8(head).context("the answer's head is not text")?;
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let length = lines.find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.trim().parse::<usize>().ok())?
        });
        let length = length.context("the answer does not say how long it is")?;
        Ok(Self { status: status.context("the answer has no status")?, body, ends: body + length })
    }
}

fn end_of_head(read: &[u8]) -> Option<usize> {
    read.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_tells_where_the_answer_ends() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\netag: \"a\"\r\n\r\n{}";
        let body = end_of_head(answer).unwrap();
        let head = Head::parse(&answer[..body], body).unwrap();
        assert_eq!((head.status, head.ends), (200, answer.len()));
    }

    #[test]
    fn a_head_that_has_not_all_come_is_waited_for() {
        assert_eq!(end_of_head(b"HTTP/1.1 200 OK\r\nContent-Le"), None);
    }
}
