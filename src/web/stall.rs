//! A connection whose other side does not read: what waits for it holds memory and a place, so it is given up. Only progress counts,
//! not speed: a slow phone on a bad Wi-Fi takes some of it all the time.

use std::future::Future;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// What every connection is served over.
pub type Wire = Impatient<TcpStream>;

/// A stream whose writes fail once nothing could be written for as long as the bound.
pub struct Impatient<S> {
    stream: S,
    bound: Duration,
    /// Runs while nothing can be written; in a box, because nearly always there is none.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl<S> Impatient<S> {
    /// Gives the other side so long to take anything.
    pub fn new(stream: S, bound: Duration) -> Self {
        Self {
            stream,
            bound,
            waiting: None,
        }
    }

    /// The stream itself. What is written to it past this one is not judged, so nothing may wait here meanwhile.
    pub fn get_ref(&self) -> &S {
        &self.stream
    }

    fn judge<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.waiting = None;
            return written;
        }
        let bound = self.bound;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(bound)));
        waiting.as_mut().poll(cx).map(|()| Err(ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Impatient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Impatient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.judge(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.judge(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    #[tokio::test]
    async fn who_takes_nothing_is_given_up_after_the_bound() {
        let (ours, _theirs) = duplex(64);
        let error = Impatient::new(ours, Duration::ZERO)
            .write_all(&[0; 100])
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn the_bound_begins_anew_with_every_byte_that_is_taken() {
        let (ours, mut theirs) = duplex(64);
        let mut stream = Impatient::new(ours, Duration::from_secs(3_600));
        stream.write_all(&[0; 64]).await.unwrap();
        assert!(stream.write(&[0; 64]).now_or_never().is_none());
        assert!(stream.waiting.is_some(), "it waits, and the time runs");
        theirs.read_exact(&mut [0; 10]).await.unwrap();
        assert_eq!(stream.write(&[0; 64]).await.unwrap(), 10);
        assert!(stream.waiting.is_none(), "something was taken");
    }
}
