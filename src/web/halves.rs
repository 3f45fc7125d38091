//! Two halves of one task that do not wake each other. `tokio::select!` polls both whenever either is woken: a writer that is woken a
//! thousand times would have its reader look a thousand times into an empty socket. A task for each half would take its memory twice.

use futures_util::task::AtomicWaker;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// Which half has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The first.
    One,
    /// The second.
    Other,
}

/// What wakes a half: it remembers that it was rung, and rings for the task.
struct Bell {
    rung: AtomicBool,
    task: AtomicWaker,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rung.store(true, Ordering::Release);
        self.task.wake();
    }
}

/// One half, and its bell.
struct Half<'a, F> {
    future: Pin<&'a mut F>,
    bell: Arc<Bell>,
    waker: Waker,
}

impl<'a, F: Future<Output = ()>> Half<'a, F> {
    /// To be polled once in any case.
    fn new(future: Pin<&'a mut F>) -> Self {
        let bell = Arc::new(Bell {
            rung: AtomicBool::new(true),
            task: AtomicWaker::new(),
        });
        let waker = Waker::from(Arc::clone(&bell));
        Self { future, bell, waker }
    }

    /// Polls it if its bell has rung since the last time; true once it has ended.
    fn poll(&mut self, task: &Waker) -> bool {
        // Registered before it is looked at: whoever rings in between wakes the task again.
        self.bell.task.register(task);
        let rung = self.bell.rung.swap(false, Ordering::AcqRel);
        rung && self
            .future
            .as_mut()
            .poll(&mut Context::from_waker(&self.waker))
            .is_ready()
    }
}

/// Runs both until one has ended; the other stays as it is. If both have, it is the first.
pub async fn until_one_ends<A, B>(one: Pin<&mut A>, other: Pin<&mut B>) -> Ended
where
    A: Future<Output = ()>,
    B: Future<Output = ()>,
{
    let (mut one, mut other) = (Half::new(one), Half::new(other));
    poll_fn(|context| {
        if one.poll(context.waker()) {
            Poll::Ready(Ended::One)
        } else if other.poll(context.waker()) {
            Poll::Ready(Ended::Other)
        } else {
            Poll::Pending
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::pin::pin;
    use tokio::sync::mpsc;

    /// Takes what comes until the sender is gone, and counts how often it is looked at.
    async fn take(mut queue: mpsc::Receiver<u8>, looked: &Cell<u32>) {
        poll_fn(|context| {
            looked.set(looked.get() + 1);
            while let Poll::Ready(came) = queue.poll_recv(context) {
                if came.is_none() {
                    return Poll::Ready(());
                }
            }
            Poll::Pending
        })
        .await;
    }

    #[tokio::test]
    async fn a_half_is_looked_at_only_when_it_is_woken_itself() {
        let (busy, much) = mpsc::channel(1);
        let (quiet, nothing) = mpsc::channel(1);
        let (looked_busy, looked_quiet) = (Cell::new(0), Cell::new(0));
        let (mut one, mut other) = (pin!(take(much, &looked_busy)), pin!(take(nothing, &looked_quiet)));
        let both = until_one_ends(one.as_mut(), other.as_mut());
        let feeding = async {
            for number in 0..100 {
                busy.send(number).await.unwrap();
                tokio::task::yield_now().await;
            }
            drop(busy);
        };
        let (ended, ()) = tokio::join!(both, feeding);
        assert_eq!(ended, Ended::One);
        assert!(looked_busy.get() > 50 && looked_quiet.get() == 1);
        // The other goes on where it was.
        drop(quiet);
        other.await;
        assert_eq!(looked_quiet.get(), 2);
    }

    #[tokio::test]
    async fn the_second_may_end_first() {
        let never = pin!(std::future::pending());
        let soon = pin!(tokio::task::yield_now());
        assert_eq!(until_one_ends(never, soon).await, Ended::Other);
    }
}
