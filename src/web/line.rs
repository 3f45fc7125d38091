//! One WebSocket, heard by one half of a task while the other half speaks, and whoever tells it something may send that on the spot.
//! What the party tells is ready for the wire and goes past the protocol's own buffer; pings, pongs and farewells are the protocol's.

use super::pipe::Pipe;
use super::stall::Wire;
use crate::party::{Courier, Inbox, Waiting};
use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::{Parts, Upgraded};
use hyper_util::rt::TokioIo;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

/// No message of ours comes near it: a puzzle's moves are the longest.
const LARGEST_MESSAGE: usize = 32 * 1024;
/// Nearly every message of a phone fits; a longer one takes its room for as long as it needs it.
const READ_BUFFER: usize = 512;
/// Only what the protocol itself says.
const WRITE_BUFFER: usize = 128;

/// Held for the length of a poll, or of one write that does not wait. Whoever takes out what waits for the socket does it while holding
/// this: so all of it goes out in its order.
pub struct Line(Mutex<Ends>);

struct Ends {
    socket: WebSocketStream<Pipe<Wire>>,
    /// One side has said its farewell: nothing of ours follows that.
    left: bool,
}

impl Line {
    /// Over a connection whose handshake is done; nothing if it is not one of ours.
    pub async fn over(upgraded: Upgraded) -> Option<Arc<Self>> {
        let Parts { io, read_buf, .. } = upgraded.downcast::<TokioIo<Wire>>().ok()?;
        Some(Self::begun(io.into_inner(), read_buf.to_vec()).await)
    }

    /// Over a connection on which so much has been heard already.
    async fn begun(wire: Wire, heard: Vec<u8>) -> Arc<Self> {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(WRITE_BUFFER)
            .max_write_buffer_size(64 * 1024)
            .max_message_size(Some(LARGEST_MESSAGE))
            .max_frame_size(Some(LARGEST_MESSAGE));
        let pipe = Pipe::new(wire);
        let socket = WebSocketStream::from_partially_read(pipe, heard, Role::Server, Some(config)).await;
        Arc::new(Self(Mutex::new(Ends { socket, left: false })))
    }

    /// What the other side says next; nothing once it is gone.
    pub async fn hear(&self) -> Option<Result<Message, Error>> {
        poll_fn(|context| self.ends().poll_hear(context)).await
    }

    /// Says a word of the protocol.
    pub async fn say(&self, message: Message) -> Result<(), Error> {
        poll_fn(|context| self.ends().socket.poll_ready_unpin(context)).await?;
        self.ends().begin(message)?;
        self.flush().await
    }

    /// Sends all that waits, as much as possible in one write.
    pub async fn send_all(&self, inbox: &Inbox) -> Result<(), Error> {
        if self.ends().pipe().is_cut() {
            self.flush().await?;
        }
        while self.ends().fill(&mut inbox.waiting()) {
            self.flush().await?;
        }
        Ok(())
    }

    async fn flush(&self) -> Result<(), Error> {
        poll_fn(|context| self.ends().poll_flush(context)).await
    }

    /// Says farewell, for as long as that takes.
    pub async fn close(&self, frame: CloseFrame, farewell: Duration) {
        // It is being closed; whether it hears why is its own matter.
        let _ = timeout(farewell, self.say(Message::Close(Some(frame)))).await;
    }

    /// What was not read when a socket is closed makes the kernel reset the connection, and the farewell is lost on its way: so it is
    /// read, for as long as a farewell takes, and thrown away.
    pub async fn hear_out(&self, farewell: Duration) {
        let rest = async { while matches!(poll_fn(|context| self.ends().poll_scrap(context)).await, Ok(1..)) {} };
        // However it ends, it ends here.
        let _ = timeout(farewell, rest).await;
    }

    fn ends(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Courier for Line {
    fn carry(&self, waiting: Waiting<'_>) -> bool {
        // Whoever holds it may be a postman like us, so the socket's task is to look once more.
        self.0.try_lock().is_ok_and(|mut ends| ends.carry(waiting))
    }
}

impl Ends {
    fn pipe(&mut self) -> &mut Pipe<Wire> {
        self.socket.get_mut()
    }

    fn poll_hear(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Message, Error>>> {
        let heard = ready!(self.socket.poll_next_unpin(context));
        // The protocol answers it with the next poll.
        self.left |= matches!(heard, Some(Ok(Message::Close(_))));
        Poll::Ready(heard)
    }

    fn begin(&mut self, message: Message) -> Result<(), Error> {
        self.left |= message.is_close();
        self.socket.start_send_unpin(message)
    }

    /// Is there something to be written? As much as goes into one write is taken of what waits.
    fn fill(&mut self, waiting: &mut Waiting<'_>) -> bool {
        while self.pipe().takes_more()
            && let Some(post) = waiting.next()
        {
            if !self.left {
                self.pipe().put(post.wire());
            }
        }
        self.pipe().has_frames()
    }

    fn poll_flush(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        ready!(self.socket.poll_flush_unpin(context))?;
        // After a farewell, or the end of what can be heard, the protocol flushes only its own.
        Pin::new(self.pipe()).poll_flush(context).map_err(Error::from)
    }

    fn carry(&mut self, mut waiting: Waiting<'_>) -> bool {
        if self.left || self.pipe().is_cut() || self.pipe().has_frames() {
            return false;
        }
        while self.fill(&mut waiting) {
            if !self.pipe().write_now() {
                return false;
            }
        }
        true
    }

    fn poll_scrap(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let mut scrap = [0; 1024];
        let mut scrap = ReadBuf::new(&mut scrap);
        ready!(Pin::new(self.pipe()).poll_read(context, &mut scrap))?;
        Poll::Ready(Ok(scrap.filled().len()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::halves::{Ended, until_one_ends};
    use super::*;
    use crate::party::Outbox;
    use crate::party::queues::{queue, ring, tell, waiting};
    use crate::protocol::CloseCode;
    use bytes::Bytes;
    use futures_util::FutureExt;
    use socket2::SockRef;
    use std::pin::pin;
    use std::sync::atomic::{AtomicBool, Ordering};
    use tokio::io::AsyncWriteExt;
    use tokio::net::{TcpListener, TcpStream};
    use tokio::task::yield_now;

    type Phone = WebSocketStream<TcpStream>;

    /// A socket between a phone and its party, over a connection that holds little on its way: the line, both ends of its queue, the
    /// phone.
    async fn connected() -> (Arc<Line>, Outbox, Inbox, Phone) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (theirs, ours) = tokio::join!(TcpStream::connect(address), listener.accept());
        let (theirs, (ours, _)) = (theirs.unwrap(), ours.unwrap());
        // Smaller than a segment of the loopback it would stand still for 200 ms after each.
        SockRef::from(&theirs).set_recv_buffer_size(64 * 1024).unwrap();
        SockRef::from(&ours).set_send_buffer_size(4_096).unwrap();
        ours.set_nodelay(true).unwrap();
        // The first write knows of it without waiting.
        ours.writable().await.unwrap();
        let line = Line::begun(Wire::new(ours, Duration::from_secs(3_600)), Vec::new()).await;
        let (outbox, inbox) = queue();
        outbox.employ(&line);
        let phone = WebSocketStream::from_raw_socket(theirs, Role::Client, None).await;
        (line, outbox, inbox, phone)
    }

    fn close() -> Message {
        Message::Close(None)
    }

    fn ping() -> Message {
        Message::Ping(Bytes::from_static(&[7; 100]))
    }

    async fn heard(phone: &mut Phone) -> Message {
        phone.next().await.unwrap().unwrap()
    }

    /// What it hears until the line is gone, but pings and pongs.
    async fn texts(phone: &mut Phone) -> Vec<String> {
        let mut texts = Vec::new();
        while let Some(Ok(message)) = phone.next().await {
            if let Message::Text(text) = message {
                texts.push(text.to_string());
            }
        }
        texts
    }

    #[tokio::test]
    async fn what_the_kernel_takes_is_sent_by_whoever_rings() {
        let (_line, outbox, mut inbox, mut phone) = connected().await;
        for word in ["a", "b", "c"] {
            tell(&outbox, word);
        }
        ring(&outbox);
        assert!(
            inbox.word().now_or_never().is_none(),
            "the socket's task has nothing to do"
        );
        for word in ["a", "b", "c"] {
            assert_eq!(heard(&mut phone).await, Message::text(word));
        }
    }

    #[tokio::test]
    async fn what_the_kernel_does_not_take_is_gone_on_with_by_the_sockets_task_and_nothing_overtakes_it() {
        let (line, outbox, mut inbox, mut phone) = connected().await;
        let long = "x".repeat(10_000_000);
        for word in [long.as_str(), "second"] {
            tell(&outbox, word);
            ring(&outbox);
            assert_eq!(inbox.word().now_or_never(), Some(None));
        }
        assert!(line.say(ping()).now_or_never().is_none(), "the rest comes first");
        let sending = async {
            line.send_all(&inbox).await.unwrap();
            line.flush().await.unwrap();
            drop((line, outbox));
        };
        let hearing = async { (heard(&mut phone).await, texts(&mut phone).await) };
        let ((), (first, rest)) = tokio::join!(sending, hearing);
        assert_eq!((first, rest), (Message::text(long), vec!["second".to_owned()]));
    }

    #[tokio::test]
    async fn nothing_goes_between_the_halves_of_a_ping() {
        let (line, outbox, inbox, mut phone) = connected().await;
        let mut pings = 1;
        while line.say(ping()).now_or_never().is_some() {
            pings += 1;
        }
        tell(&outbox, "after it");
        ring(&outbox);
        assert!(line.ends().pipe().is_cut());
        assert_eq!(waiting(&outbox), 1, "the courier has taken nothing");
        let sending = async {
            line.send_all(&inbox).await.unwrap();
        };
        let hearing = async {
            for _ in 0..pings {
                assert_eq!(heard(&mut phone).await, ping());
            }
            heard(&mut phone).await
        };
        let ((), last) = tokio::join!(sending, hearing);
        assert_eq!(last, Message::text("after it"));
    }

    #[tokio::test]
    async fn who_has_stopped_speaking_is_still_sent_what_was_begun_and_who_is_gone_is_not_waited_for() {
        for is_gone in [false, true] {
            let (line, outbox, inbox, mut phone) = connected().await;
            let long = "x".repeat(10_000_000);
            tell(&outbox, &long);
            ring(&outbox);
            phone.get_mut().shutdown().await.unwrap();
            assert!(line.hear().await.unwrap().is_err());
            if is_gone {
                drop(phone);
                assert!(line.send_all(&inbox).await.is_err());
            } else {
                let (sent, heard) = tokio::join!(line.send_all(&inbox), heard(&mut phone));
                sent.unwrap();
                assert_eq!(heard, Message::text(long));
            }
        }
    }

    #[tokio::test]
    async fn nothing_follows_a_farewell_whoever_says_it() {
        for phone_leaves in [true, false] {
            let (line, outbox, mut inbox, mut phone) = connected().await;
            if phone_leaves {
                phone.send(close()).await.unwrap();
                assert!(line.hear().await.unwrap().unwrap().is_close());
            } else {
                line.say(close()).await.unwrap();
            }
            tell(&outbox, "too late");
            ring(&outbox);
            assert_eq!(inbox.word().now_or_never(), Some(None));
            line.send_all(&inbox).await.unwrap();
            assert_eq!(waiting(&outbox), 0, "thrown away");
            drop(line);
            assert_eq!(texts(&mut phone).await, Vec::<String>::new());
        }
    }

    const TOLD: usize = 4_000;

    /// Of every length, so that frames are cut everywhere.
    fn told(number: usize) -> String {
        format!("{number} {}", "x".repeat(number * 37 % 3_000))
    }

    /// As the socket's task speaks and hears, but that it pings whenever it can.
    async fn converse(line: Arc<Line>, outbox: Outbox, mut inbox: Inbox) {
        let ended = {
            let mut hearing = pin!(async { while let Some(Ok(_)) = line.hear().await {} });
            let mut saying = pin!(async {
                while inbox.word().await.is_none() {
                    line.send_all(&inbox).await.unwrap();
                    line.say(ping()).await.unwrap();
                }
                line.send_all(&inbox).await.unwrap();
                line.say(close()).await.unwrap();
            });
            until_one_ends(hearing.as_mut(), saying.as_mut()).await
        };
        assert_eq!((ended, outbox.closed_as()), (Ended::Other, Some(CloseCode::PartyOver)));
        line.hear_out(Duration::from_secs(3_600)).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn postmen_and_the_protocol_may_race_and_all_arrives_whole_once_and_in_its_order() {
        let (line, outbox, inbox, mut phone) = connected().await;
        let over = Arc::new(AtomicBool::new(false));
        let conversing = tokio::spawn(converse(line, outbox.clone(), inbox));
        for _ in 0..2 {
            let (over, outbox) = (Arc::clone(&over), outbox.clone());
            tokio::spawn(async move {
                while !over.load(Ordering::Relaxed) {
                    ring(&outbox);
                    yield_now().await;
                }
            });
        }
        let telling = tokio::spawn(async move {
            for number in 0..TOLD {
                tell(&outbox, &told(number));
                ring(&outbox);
                yield_now().await;
            }
            outbox.close(CloseCode::PartyOver);
        });
        let (mut pongs, mut number) = (0, 0);
        loop {
            match heard(&mut phone).await {
                Message::Text(text) => {
                    assert_eq!(text.as_str(), told(number));
                    number += 1;
                    phone
                        .send(Message::Ping(Bytes::from(number.to_string())))
                        .await
                        .unwrap();
                }
                Message::Pong(_) => pongs += 1,
                Message::Ping(payload) => assert_eq!(payload, ping().into_data()),
                Message::Close(_) => break,
                other => panic!("{other:?}"),
            }
        }
        over.store(true, Ordering::Relaxed);
        telling.await.unwrap();
        drop(phone);
        conversing.await.unwrap();
        assert_eq!(number, TOLD);
        assert!(pongs > 0);
    }
}
