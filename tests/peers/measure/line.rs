//! The measuring side's WebSocket: one read for each wake, frames parsed in place, nothing copied, masked with zeros. It takes as
//! little of the two cores as it can, because the server has to live on them too.

use super::dialect::{Dialect, Meaning};
use anyhow::{Context, Result, bail, ensure};
use std::io::ErrorKind;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

/// Nothing that is measured is longer; a longer frame gets its room when it comes.
const READ_BUFFER: usize = 8 * 1_024;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// A visitor's connection, the reading half.
pub struct Line {
    reader: OwnedReadHalf,
    pen: Pen,
    read: Vec<u8>,
    have: usize,
}

/// The writing half. What is written here is short and goes out at once, or the other side is stuck.
#[derive(Clone)]
pub struct Pen {
    writer: Arc<OwnedWriteHalf>,
    dialect: Dialect,
}

impl Pen {
    /// Says a message.
    pub fn say(&self, message: &str) -> Result<()> {
        let (opcode, payload) = self.dialect.wrap(message);
        self.put(opcode, &payload)
    }

    fn put(&self, opcode: u8, payload: &[u8]) -> Result<()> {
        let mut frame = vec![0x80 | opcode];
        match payload.len() {
            short @ 0..126 => frame.push(0x80 | short as u8),
            long => {
                frame.push(0x80 | 126);
                frame.extend(u16::try_from(long)?.to_be_bytes());
            }
        }
        frame.extend([0; 4]);
        frame.extend(payload);
        let written = self.writer.try_write(&frame).context("the server reads nothing")?;
        ensure!(written == frame.len(), "the server does not read fast enough");
        Ok(())
    }
}

impl Line {
    /// Opens a socket, and goes on until the visitor is in.
    pub async fn open(address: &str, path: &str, dialect: Dialect) -> Result<Self> {
        let mut stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let upgrade = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(upgrade.as_bytes()).await?;
        let (reader, writer) = stream.into_split();
        let writer = Arc::new(writer);
        let mut line = Self {
            reader,
            pen: Pen { writer, dialect },
            read: vec![0; READ_BUFFER],
            have: 0,
        };
        line.upgraded().await?;
        let mut is_in = dialect.opens_at_once();
        while !is_in {
            is_in = line.hear(|_| ()).await?;
        }
        Ok(line)
    }

    /// For saying something.
    pub fn pen(&self) -> Pen {
        self.pen.clone()
    }

    /// Waits for what comes next, and tells every message of it. True once the visitor has been let in on the way.
    pub async fn hear(&mut self, mut told: impl FnMut(&[u8])) -> Result<bool> {
        let mut welcome = false;
        // What came along with the answer to the upgrade is looked at first.
        let (mut used, mut seen) = self.frames(&mut told, &mut welcome)?;
        while seen == 0 {
            self.more().await?;
            (used, seen) = self.frames(&mut told, &mut welcome)?;
        }
        self.read.copy_within(used..self.have, 0);
        self.have -= used;
        Ok(welcome)
    }

    /// The answer to the upgrade; what follows it stays.
    async fn upgraded(&mut self) -> Result<()> {
        let end = loop {
            self.more().await?;
            let have = &self.read[..self.have];
            if let Some(at) = have.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
        };
        let head = String::from_utf8_lossy(&self.read[..end]).into_owned();
        ensure!(head.contains(" 101 "), "the upgrade is refused: {head}");
        self.read.copy_within(end..self.have, 0);
        self.have -= end;
        Ok(())
    }

    async fn more(&mut self) -> Result<()> {
        if self.have == self.read.len() {
            self.read.resize(self.have * 2, 0);
        }
        match self.reader.read(&mut self.read[self.have..]).await {
            Ok(0) => bail!("the server hangs up"),
            Ok(n) => self.have += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Takes all whole frames; how many bytes of them there were, and how many frames.
    fn frames(&self, told: &mut impl FnMut(&[u8]), welcome: &mut bool) -> Result<(usize, usize)> {
        let (mut used, mut seen) = (0, 0);
        while let Some((opcode, head, end)) = frame(&self.read[used..self.have]) {
            self.frame(opcode, &self.read[used + head..used + end], told, welcome)?;
            used += end;
            seen += 1;
        }
        Ok((used, seen))
    }

    fn frame(&self, opcode: u8, payload: &[u8], told: &mut impl FnMut(&[u8]), welcome: &mut bool) -> Result<()> {
        match opcode {
            PING => return self.pen.put(PONG, payload),
            PONG => return Ok(()),
            CLOSE => bail!("the server closes: {}", String::from_utf8_lossy(payload)),
            _ => {}
        }
        match self.pen.dialect.read(payload) {
            Meaning::Message(message) => told(message),
            Meaning::Answer(kind, answer) => self.pen.put(kind, answer)?,
            Meaning::Welcome(kind, answer) => {
                *welcome = true;
                if !answer.is_empty() {
                    self.pen.put(kind, answer)?;
                }
            }
            Meaning::Nothing => {}
        }
        Ok(())
    }
}

/// The first frame of what was read, if it is whole: its opcode, where its payload begins and ends.
fn frame(read: &[u8]) -> Option<(u8, usize, usize)> {
    let (head, length) = match *read.get(1)? {
        126 => (4, usize::from(u16::from_be_bytes([*read.get(2)?, *read.get(3)?]))),
        127 => (
            10,
            usize::try_from(u64::from_be_bytes(read.get(2..10)?.try_into().ok()?)).ok()?,
        ),
        short => (2, usize::from(short)),
    };
    (read.len() >= head + length).then_some((read[0] & 15, head, head + length))
}
