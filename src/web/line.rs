//! One WebSocket, heard by one half of a task while the other half speaks. What the party tells is ready for the wire and goes past
//! the protocol's own buffer; pings, pongs and farewells are the protocol's.

use super::pipe::Pipe;
use crate::party::Inbox;
use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

/// In a box, because a future holds what moves through it once for every function that it moves through.
type Socket = Box<WebSocketStream<Pipe<TokioIo<Upgraded>>>>;

/// No message of ours comes near it: a puzzle's moves are the longest.
const LARGEST_MESSAGE: usize = 32 * 1024;
/// Nearly every message of a phone fits; a longer one takes its room for as long as it needs it.
const READ_BUFFER: usize = 512;
/// Only what the protocol itself says.
const WRITE_BUFFER: usize = 128;

/// Both halves hold it for the length of a poll; they are one task's, so neither ever waits for the other.
pub struct Line {
    socket: Mutex<Socket>,
    /// The other side has said its farewell: nothing follows that.
    left: AtomicBool,
}

impl Line {
    /// Over a connection whose handshake is done.
    pub async fn over(upgraded: Upgraded) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(WRITE_BUFFER)
            .max_write_buffer_size(64 * 1024)
            .max_message_size(Some(LARGEST_MESSAGE))
            .max_frame_size(Some(LARGEST_MESSAGE));
        let stream = Pipe::new(TokioIo::new(upgraded));
        let socket = WebSocketStream::from_raw_socket(stream, Role::Server, Some(config)).await;
        Self {
            socket: Mutex::new(Box::new(socket)),
            left: AtomicBool::new(false),
        }
    }

    /// What the other side says next; nothing once it is gone.
    pub async fn hear(&self) -> Option<Result<Message, Error>> {
        let heard = poll_fn(|context| self.socket().poll_next_unpin(context)).await;
        if let Some(Ok(Message::Close(_))) = heard {
            self.left.store(true, Ordering::Relaxed);
        }
        heard
    }

    /// Says a word of the protocol.
    pub async fn say(&self, message: Message) -> Result<(), Error> {
        poll_fn(|context| self.socket().poll_ready_unpin(context)).await?;
        self.socket().start_send_unpin(message)?;
        self.flush().await
    }

    /// Sends all that waits, as much as possible in one write.
    pub async fn send_all(&self, inbox: &mut Inbox) -> Result<(), Error> {
        if self.socket().get_ref().is_cut() {
            self.flush().await?;
        }
        while self.take_some(inbox) {
            self.flush().await?;
        }
        Ok(())
    }

    /// Was there something?
    fn take_some(&self, inbox: &mut Inbox) -> bool {
        let mut socket = self.socket();
        let mut some = false;
        while socket.get_ref().takes_more()
            && let Some(post) = inbox.take()
        {
            if !self.left.load(Ordering::Relaxed) {
                socket.get_mut().put(post.wire());
            }
            some = true;
        }
        some
    }

    async fn flush(&self) -> Result<(), Error> {
        poll_fn(|context| self.socket().poll_flush_unpin(context)).await
    }

    /// Begins to close it, and waits until the other side has closed it too, or for as long as a farewell takes.
    pub async fn close(self, frame: CloseFrame, farewell: Duration) {
        let mut socket = self.into_socket();
        // It is being closed; whether it hears why is its own matter.
        let _ = timeout(farewell, WebSocketStream::close(&mut socket, Some(frame))).await;
    }

    /// What was not read when a socket is closed makes the kernel reset the connection, and the farewell is lost on its way: so it is
    /// read, for as long as a farewell takes, and thrown away.
    pub async fn hear_out(self, farewell: Duration) {
        let mut socket = self.into_socket();
        let mut scrap = [0; 1024];
        let rest = async { while matches!(socket.get_mut().read(&mut scrap).await, Ok(1..)) {} };
        // However it ends, it ends here.
        let _ = timeout(farewell, rest).await;
    }

    fn socket(&self) -> MutexGuard<'_, Socket> {
        self.socket.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn into_socket(self) -> Socket {
        self.socket.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
