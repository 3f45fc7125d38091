//! Places: how many connections there may be at the same time, and how many of them may look on without a seat. Never by address, for
//! a router may stand for a whole room; so what anybody may open without a token is kept from taking everybody's place.

use super::lull::{Lull, Lulls};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Of so many places one is for those who look on without a token.
const SHARE: usize = 4;
/// And no more than this: each of them is told all that a TV is.
const MOST_LOOKERS_ON: usize = 1_024;

/// Holds a connection's place among those allowed; kept by its socket when it is upgraded.
pub type Seatbelt = Arc<OwnedSemaphorePermit>;

/// The places of a house.
pub struct Places {
    all: Arc<Semaphore>,
    lookers_on: Arc<Semaphore>,
    lulls: Arc<Lulls>,
    most: usize,
}

impl Places {
    /// So many.
    pub fn new(most: usize) -> Self {
        Self {
            all: Arc::new(Semaphore::new(most)),
            lookers_on: Arc::new(Semaphore::new((most / SHARE).clamp(1, MOST_LOOKERS_ON))),
            lulls: Arc::default(),
            most,
        }
    }

    /// Waits for a place. In a full house those make room who have been silent for the longest time.
    ///
    /// # Panics
    /// Never: the places are there as long as the house.
    pub async fn take(&self) -> OwnedSemaphorePermit {
        if let Ok(place) = Arc::clone(&self.all).try_acquire_owned() {
            return place;
        }
        loop {
            let place = Arc::clone(&self.all).acquire_owned();
            if let Ok(place) = timeout(self.lulls.end_longest(), place).await {
                return place.expect("nobody closes the places");
            }
        }
    }

    /// A connection has a place, and has said nothing yet.
    pub fn fall_silent(&self) -> Arc<Lull> {
        self.lulls.begin()
    }

    /// A place for somebody who looks on without a token, if one is free.
    pub fn look_on(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.lookers_on).try_acquire_owned().ok()
    }

    /// Waits until all are gone.
    pub async fn all_gone(&self) {
        // The places are never closed, so this returns only once all of them are back.
        let _all = self
            .all
            .acquire_many(u32::try_from(self.most).unwrap_or(u32::MAX))
            .await;
    }

    /// How many are taken.
    pub fn taken(&self) -> usize {
        self.most - self.all.available_permits()
    }

    /// How many there are.
    pub fn most(&self) -> usize {
        self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn lookers_on_are_bounded_in_a_large_house_too() {
        let places = Places::new(20_000);
        let looking: Vec<_> = std::iter::from_fn(|| places.look_on()).collect();
        assert_eq!(looking.len(), 1_024);
    }

    #[tokio::test]
    async fn lookers_on_take_a_quarter_and_no_more() {
        let places = Places::new(40);
        let looking: Vec<_> = std::iter::from_fn(|| places.look_on()).take(40).collect();
        assert_eq!(looking.len(), 10);
        let taken = places.take().await;
        assert_eq!((places.taken(), places.most()), (1, 40));
        drop((taken, looking));
        assert!(places.look_on().is_some(), "a place that is given back is free");
        places.all_gone().await;
    }
}
