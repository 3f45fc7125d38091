//! The way out to one phone. Whole frames that are ready for the wire go through it as they are, past the protocol's own buffer:
//! all that waits in one write, and shared with every other socket that hears the same.

use super::stall::Wire;
use bytes::{Buf, Bytes};
use std::collections::VecDeque;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// So many pieces go into one write.
const MOST_PIECES: usize = 16;

/// A stream that writes what was put into it before anything else.
pub struct Pipe<S> {
    stream: S,
    /// What is written next: nearly always all that there is.
    first: Option<Bytes>,
    behind: VecDeque<Bytes>,
    /// The last that was written otherwise has not gone out as a whole.
    cut: bool,
}

impl<S> Pipe<S> {
    /// Over a stream.
    pub fn new(stream: S) -> Self {
        Self {
            stream,
            first: None,
            behind: VecDeque::new(),
            cut: false,
        }
    }

    /// Is a frame of the protocol's own half written? Then nothing may be put in before it has been flushed.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Are there frames that have not been written as a whole?
    pub fn has_frames(&self) -> bool {
        self.first.is_some()
    }

    /// Frames to be written with the next flush.
    pub fn put(&mut self, frames: Bytes) {
        match &self.first {
            None => self.first = Some(frames),
            Some(_) => self.behind.push_back(frames),
        }
    }

    /// Is there room for more in the same write?
    pub fn takes_more(&self) -> bool {
        self.behind.len() + 1 < MOST_PIECES
    }
}

impl Pipe<Wire> {
    /// Writes as much of the frames as the kernel takes at once; true if that was all. What goes wrong here goes wrong again with the
    /// next flush, and is told then.
    pub fn write_now(&mut self) -> bool {
        let stream = self.stream.get_ref();
        let written = match gathered(&self.first, &self.behind) {
            (pieces, 1) => stream.try_write(&pieces[0]),
            (pieces, count) => stream.try_write_vectored(&pieces[..count]),
        };
        self.advance(written.unwrap_or(0));
        !self.has_frames()
    }
}

impl<S> Pipe<S> {
    fn advance(&mut self, mut written: usize) {
        while let Some(first) = self.first.as_mut().filter(|_| written > 0) {
            let of_first = written.min(first.len());
            first.advance(of_first);
            written -= of_first;
            if first.is_empty() {
                self.first = self.behind.pop_front();
            }
        }
        if self.behind.is_empty() {
            // Its room is given back: it may be long until the next.
            self.behind = VecDeque::new();
        }
    }
}

impl<S: AsyncWrite + Unpin> Pipe<S> {
    fn poll_frames(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.has_frames() {
            match ready!(self.poll_some(context))? {
                0 => return Poll::Ready(Err(ErrorKind::WriteZero.into())),
                written => self.advance(written),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_some(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let stream = Pin::new(&mut self.stream);
        match gathered(&self.first, &self.behind) {
            (pieces, 1) => stream.poll_write(context, &pieces[0]),
            (pieces, count) => stream.poll_write_vectored(context, &pieces[..count]),
        }
    }
}

/// The frames of one write, and how many they are.
fn gathered<'a>(first: &'a Option<Bytes>, behind: &'a VecDeque<Bytes>) -> ([IoSlice<'a>; MOST_PIECES], usize) {
    let mut pieces = [IoSlice::new(&[]); MOST_PIECES];
    let filled = pieces.iter_mut().zip(first.iter().chain(behind));
    let count = filled.map(|(piece, frames)| *piece = IoSlice::new(frames)).count();
    (pieces, count)
}

impl<S: AsyncRead + Unpin> AsyncRead for Pipe<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Pipe<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_frames(context))?;
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.cut = !matches!(written, Poll::Ready(Ok(count)) if count == bytes.len());
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_frames(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_frames(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    #[tokio::test]
    async fn what_was_put_in_comes_out_whole_before_what_is_written_after_it() {
        // The other side takes a few bytes at a time: every frame is cut somewhere.
        let (ours, mut theirs) = duplex(7);
        let mut pipe = Pipe::new(ours);
        let frames: Vec<String> = (0..40).map(|number| format!("<frame {number}>")).collect();
        let expected = frames.concat() + "a word of the protocol";
        let writing = async move {
            for frame in frames {
                if !pipe.takes_more() {
                    pipe.flush().await.unwrap();
                }
                pipe.put(Bytes::from(frame));
            }
            pipe.write_all(b"a word of the protocol").await.unwrap();
            pipe.shutdown().await.unwrap();
            assert_eq!(pipe.behind.capacity(), 0);
        };
        let mut heard = String::new();
        let (_, read) = tokio::join!(writing, theirs.read_to_string(&mut heard));
        read.unwrap();
        assert_eq!(heard, expected);
    }

    #[tokio::test]
    async fn nothing_is_written_between_the_halves_of_a_frame() {
        let (ours, mut theirs) = duplex(4);
        let mut pipe = Pipe::new(ours);
        pipe.put(Bytes::from_static(b"<frame>"));
        assert!(pipe.flush().now_or_never().is_none(), "it does not fit");
        assert!(pipe.write(b"pong").now_or_never().is_none(), "the frame comes first");
        let mut half = [0; 4];
        theirs.read_exact(&mut half).await.unwrap();
        assert!(!pipe.is_cut(), "nothing of it has been written");
        assert_eq!(pipe.write(b"pong").await.unwrap(), 1, "there is room for one byte more");
        assert!(pipe.is_cut());
        theirs.read_exact(&mut half).await.unwrap();
        assert_eq!(&half, b"me>p");
        assert_eq!(pipe.write(b"ong").await.unwrap(), 3);
        assert!(!pipe.is_cut());
    }
}
