//! The way to one socket: a bounded queue, and a word to close it. The party puts in and never waits; a courier takes out at once what
//! the kernel has room for, and the socket's own task the rest. An empty one holds next to nothing, for thousands of phones hear nothing
//! most of the time.

use super::post::Post;
use crate::defect::{Defect, planted};
use crate::game::Viewer;
use crate::protocol::CloseCode;
use futures_util::task::AtomicWaker;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::task::Poll;

/// What a phone may fall behind before it is asked to come back.
const PHONE_QUEUE: usize = 256;
/// A TV follows everyone: an update of each of ten thousand players in one tick is not too much for it.
const STAGE_QUEUE: usize = 32_768;

/// Sends what waits for a socket on the spot, whoever's task that is: to wake the socket's own costs half as much as to send.
pub trait Courier: Send + Sync {
    /// Sends all that waits, in its order, and never waits itself. False if the socket's task is to go on with it.
    fn carry(&self, waiting: Waiting<'_>) -> bool;
}

/// What waits for a socket, in the order in which it was put in. Whoever takes something out holds what it is sent over, so that nobody
/// sends what comes next before it.
pub struct Waiting<'a>(&'a Way);

struct Way {
    state: Mutex<State>,
    /// Rung whenever there is something again for the socket.
    socket: AtomicWaker,
    /// Gone as soon as the socket is.
    courier: OnceLock<Weak<dyn Courier>>,
    room: usize,
}

#[derive(Default)]
struct State {
    /// Nearly always the only one: it takes no room of its own.
    first: Option<Post>,
    behind: VecDeque<Post>,
    /// In all of them.
    messages: usize,
    closing: Option<CloseCode>,
    /// The courier could not do all of it: the socket's task is to look.
    called: bool,
    /// Nothing is put in any more: nobody takes it out, or there was no room for what came before it.
    deaf: bool,
}

impl Way {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing under the lock can panic half way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn carry(&self) -> bool {
        let courier = self.courier.get().and_then(Weak::upgrade);
        courier.is_some_and(|courier| courier.carry(Waiting(self)))
    }
}

impl Iterator for Waiting<'_> {
    type Item = Post;

    fn next(&mut self) -> Option<Post> {
        self.0.state().give_out()
    }
}

/// How messages were put into a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It was empty: it is to be rung.
    First,
    /// Behind others, or nowhere.
    Behind,
    /// There is no room: the socket is too slow, and is closing.
    TooSlow,
}

/// The party's end.
#[derive(Clone)]
pub struct Outbox(Arc<Way>);

/// The socket's end.
pub struct Inbox(Arc<Way>);

/// Makes both ends, with the room that this kind of viewer needs.
pub(super) fn outbox(viewer: Viewer) -> (Outbox, Inbox) {
    let room = match viewer {
        Viewer::Player(_) => PHONE_QUEUE,
        Viewer::Tv | Viewer::Host => STAGE_QUEUE,
    };
    let way = Arc::new(Way {
        state: Mutex::default(),
        socket: AtomicWaker::new(),
        courier: OnceLock::new(),
        room,
    });
    (Outbox(Arc::clone(&way)), Inbox(way))
}

impl Outbox {
    /// Puts messages into the queue. Whoever takes them out is not told before [`Outbox::ring`], and then of all at once.
    pub(super) fn put(&self, post: &Post) -> Put {
        let mut state = self.0.state();
        let was_empty = state.is_empty();
        if !state.take_in(post, self.0.room) {
            drop(state);
            self.close(CloseCode::Overflow);
            return Put::TooSlow;
        }
        match was_empty && !state.is_empty() {
            true => Put::First,
            false => Put::Behind,
        }
    }

    /// Has what waits sent, or else wakes the socket for it.
    pub(super) fn ring(&self) {
        if !self.0.carry() {
            self.0.state().called = true;
            self.0.socket.wake();
        }
    }

    /// From now on this courier is asked first, for as long as the socket keeps it. A socket has one.
    pub fn employ<C: Courier + 'static>(&self, courier: &Arc<C>) {
        self.0.courier.get_or_init(|| {
            let courier: Weak<C> = Arc::downgrade(courier);
            courier
        });
    }

    pub(super) fn waiting(&self) -> usize {
        self.0.state().messages
    }

    /// Why it was asked to close, if it was.
    pub fn closed_as(&self) -> Option<CloseCode> {
        self.0.state().closing
    }

    /// Asks the socket to close. The first reason stands.
    pub fn close(&self, code: CloseCode) {
        self.0.state().closing.get_or_insert(code);
        self.0.socket.wake();
    }
}

impl State {
    fn take_in(&mut self, post: &Post, room: usize) -> bool {
        if post.is_empty() {
            return true;
        }
        if self.deaf || self.messages + post.messages() > room {
            let stays_open = planted(Defect::DropsWhenFull);
            self.deaf |= !stays_open;
            return stays_open;
        }
        self.messages += post.messages();
        match &self.first {
            None => self.first = Some(post.clone()),
            Some(_) => self.behind.push_back(post.clone()),
        }
        true
    }

    fn give_out(&mut self) -> Option<Post> {
        let post = self.first.take()?;
        self.first = self.behind.pop_front();
        self.messages -= post.messages();
        if self.behind.is_empty() {
            // Its room is given back: it may be long until the next.
            self.behind = VecDeque::new();
        }
        Some(post)
    }

    fn is_empty(&self) -> bool {
        self.first.is_none()
    }
}

impl Inbox {
    /// Waits until there is something to send, or the socket is to be closed and why.
    pub async fn word(&mut self) -> Option<CloseCode> {
        poll_fn(|context| {
            // Before it is looked at: whoever puts something in meanwhile rings.
            self.0.socket.register(context.waker());
            let mut state = self.0.state();
            let called = std::mem::take(&mut state.called);
            match state.closing {
                None if state.is_empty() && !called => Poll::Pending,
                closing => Poll::Ready(closing),
            }
        })
        .await
    }

    /// What waits, to be taken by whoever holds what it is sent over.
    pub fn waiting(&self) -> Waiting<'_> {
        Waiting(&self.0)
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.deaf = true;
        (state.first, state.behind) = (None, VecDeque::new());
        state.messages = 0;
    }
}

/// Queues for the tests of sockets, and their own.
#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::id::SeatId;
    use futures_util::FutureExt;

    /// Both ends of a queue with much room, for the tests of sockets.
    pub fn queue() -> (Outbox, Inbox) {
        outbox(Viewer::Tv)
    }

    /// Tells it something, and does not ring.
    pub fn tell(outbox: &Outbox, text: &str) {
        assert_ne!(outbox.put(&Post::text(text.as_bytes())), Put::TooSlow);
    }

    /// Rings, as the party does.
    pub fn ring(outbox: &Outbox) {
        outbox.ring();
    }

    /// How many wait.
    pub fn waiting(outbox: &Outbox) -> usize {
        outbox.waiting()
    }

    /// One that takes so many and says how many it took.
    struct Lazy(usize, Mutex<Vec<usize>>);

    impl Courier for Lazy {
        fn carry(&self, waiting: Waiting<'_>) -> bool {
            let taken = waiting.take(self.0).count();
            self.1.lock().unwrap().push(taken);
            taken < self.0
        }
    }

    fn post(number: usize) -> Post {
        Post::text(number.to_string().as_bytes())
    }

    fn texts(inbox: &Inbox) -> Vec<String> {
        inbox.waiting().map(|post| format!("{post:?}")).collect()
    }

    #[test]
    fn what_is_put_in_comes_out_in_order_and_leaves_no_room_taken() {
        let (outbox, mut inbox) = outbox(Viewer::Tv);
        assert!(inbox.word().now_or_never().is_none());
        assert!((0..100).map(post).all(|post| outbox.put(&post) != Put::TooSlow));
        assert_eq!(outbox.waiting(), 100);
        assert_eq!(inbox.word().now_or_never(), Some(None));
        assert_eq!(
            texts(&inbox),
            (0..100).map(|n| format!("{:?}", post(n))).collect::<Vec<_>>()
        );
        assert_eq!(outbox.0.state().behind.capacity(), 0);
    }

    #[test]
    fn who_falls_behind_too_far_is_closed_and_the_first_reason_stands() {
        let (outbox, mut inbox) = outbox(Viewer::Player(SeatId(1)));
        assert!((0..PHONE_QUEUE).map(post).all(|post| outbox.put(&post) != Put::TooSlow));
        assert_eq!(outbox.put(&post(0)), Put::TooSlow);
        outbox.close(CloseCode::Restart);
        assert_eq!(inbox.word().now_or_never(), Some(Some(CloseCode::Overflow)));
        assert!(inbox.waiting().next().is_some());
        assert_eq!(outbox.put(&post(0)), Put::TooSlow, "nothing follows a gap");
        assert_eq!(
            texts(&inbox).len(),
            PHONE_QUEUE - 1,
            "what was queued before is still there"
        );
    }

    #[test]
    fn nobody_puts_anything_in_for_a_socket_that_is_gone() {
        let (outbox, inbox) = outbox(Viewer::Tv);
        assert_eq!(outbox.put(&post(1)), Put::First);
        drop(inbox);
        assert_eq!(outbox.waiting(), 0);
        assert_eq!(outbox.put(&post(2)), Put::TooSlow);
    }

    #[test]
    fn what_the_courier_leaves_is_the_sockets_and_it_is_called_even_if_nothing_waits_any_more() {
        let (outbox, mut inbox) = queue();
        let courier = Arc::new(Lazy(2, Mutex::default()));
        outbox.employ(&courier);
        tell(&outbox, "one");
        outbox.ring();
        assert!(inbox.word().now_or_never().is_none(), "it is on its way");
        for _ in 0..2 {
            tell(&outbox, "two");
        }
        outbox.ring();
        assert_eq!((outbox.waiting(), inbox.word().now_or_never()), (0, Some(None)));
        assert!(inbox.word().now_or_never().is_none(), "it was called once");
        assert_eq!(*courier.1.lock().unwrap(), [1, 2]);
        drop(courier);
        tell(&outbox, "three");
        outbox.ring();
        assert_eq!(inbox.word().now_or_never(), Some(None));
        assert_eq!(texts(&inbox).len(), 1);
    }

    #[tokio::test]
    async fn a_socket_that_waits_is_woken_by_a_frame_and_by_a_closing() {
        let (outbox, mut inbox) = outbox(Viewer::Tv);
        let hearing = tokio::spawn(async move {
            assert_eq!(inbox.word().await, None);
            assert_eq!(texts(&inbox).len(), 2);
            inbox.word().await
        });
        tokio::task::yield_now().await;
        assert_eq!(outbox.put(&post(1)), Put::First);
        assert_eq!(outbox.put(&post(2)), Put::Behind);
        outbox.ring();
        tokio::task::yield_now().await;
        outbox.close(CloseCode::Removed);
        assert_eq!(hearing.await.unwrap(), Some(CloseCode::Removed));
    }
}
