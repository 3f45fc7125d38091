//! The round to all sockets that have something to send. To a few the party goes itself, which is quickest for them; to a hall it sends
//! postmen, for it has other things to do, and so has whoever else needs a core: they make room after every few doors.

use super::outbox::Outbox;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::runtime::Handle;
use tokio::task::yield_now;

/// A send takes some 10 µs.
const FEW: usize = 8;
/// So many doors at a stretch.
const STREET: usize = 32;
/// For so many streets another postman is sent. Chosen: three pairs of runs in a hall of a hundred were better with one, within their noise.
const STREETS_OF_ONE: usize = 8;

/// A round that is under way.
struct Round {
    outboxes: Vec<Outbox>,
    /// Where the next postman begins who has nothing to do.
    next: AtomicUsize,
}

/// Rings at every door. Whoever is rung again before a postman has come is rung twice, and is given all at the first.
pub(super) fn ring(unrung: &mut Vec<Outbox>) {
    if unrung.len() <= FEW {
        return unrung.drain(..).for_each(|outbox| outbox.ring());
    }
    let streets = unrung.len().div_ceil(STREET);
    let round = Arc::new(Round {
        outboxes: std::mem::take(unrung),
        next: AtomicUsize::new(0),
    });
    let postmen = streets.div_ceil(STREETS_OF_ONE);
    for _ in 0..postmen.min(Handle::current().metrics().num_workers()) {
        tokio::spawn(walk(Arc::clone(&round)));
    }
}

async fn walk(round: Arc<Round>) {
    while let Some(street) = round.next_street() {
        street.iter().for_each(Outbox::ring);
        yield_now().await;
    }
}

impl Round {
    /// Doors where nobody has been, and to which nobody else goes.
    fn next_street(&self) -> Option<&[Outbox]> {
        let begin = self.next.fetch_add(STREET, Ordering::Relaxed);
        let rest = self.outboxes.get(begin..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(STREET)])
    }
}

#[cfg(test)]
mod tests {
    use super::super::outbox::{Courier, Waiting, tests::queue};
    use super::*;
    use tokio::sync::mpsc;

    struct Door(usize, mpsc::UnboundedSender<usize>);

    impl Courier for Door {
        fn carry(&self, _: Waiting<'_>) -> bool {
            self.1.send(self.0).is_ok()
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 3)]
    async fn every_door_is_rung_at_once_however_many_there_are() {
        for many in [
            0,
            1,
            FEW,
            FEW + 1,
            STREET,
            STREET + 1,
            STREET * STREETS_OF_ONE,
            STREET * STREETS_OF_ONE + 1,
            1_000,
        ] {
            let (rung, mut heard) = mpsc::unbounded_channel();
            let doors: Vec<Arc<Door>> = (0..many).map(|number| Arc::new(Door(number, rung.clone()))).collect();
            let mut unrung = Vec::new();
            for door in &doors {
                let (outbox, _) = queue();
                outbox.employ(door);
                unrung.push(outbox);
            }
            ring(&mut unrung);
            assert!(unrung.is_empty());
            let mut numbers = Vec::new();
            while numbers.len() < many {
                numbers.extend(heard.recv().await);
            }
            numbers.sort_unstable();
            assert_eq!(numbers, (0..many).collect::<Vec<_>>());
            drop((doors, rung));
            assert_eq!(heard.recv().await, None, "nobody is rung twice");
        }
    }
}
