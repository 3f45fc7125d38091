//! How the house is: asked by those who look after it. Nobody is waited for longer than the bound that they bring.

use super::Hub;
use crate::game::Refusal;
use crate::meter::{Meter, Present};
use crate::party::{PartyHandle, Vitals};
use crate::store::WriterState;
use futures_util::future::join_all;
use std::time::Duration;
use tokio::time::timeout;

impl Hub {
    /// Gives the number of open parties if all of them answer within the bound and the writer does not need longer for the disk;
    /// otherwise says who is missing.
    pub async fn health(&self, bound: Duration) -> Result<usize, Refusal> {
        writes(self.store.writer(), bound)?;
        let parties = self.all();
        let asked = parties.iter().map(|party| vitals(party, bound));
        let answered: Result<Vec<Vitals>, Refusal> = join_all(asked).await.into_iter().collect();
        Ok(answered?.len())
    }

    /// What stands at this moment; a party that does not answer within the bound is left out.
    pub async fn present(&self, bound: Duration) -> Present {
        let parties = self.all();
        let asked = parties.iter().map(|party| vitals(party, bound));
        let answered = join_all(asked).await;
        let all = Present {
            parties: parties.len(),
            store: self.store.waiting(),
            ..Present::default()
        };
        answered.into_iter().flatten().fold(all, with)
    }

    /// What is counted in this house.
    pub fn meter(&self) -> &Meter {
        self.store.meter()
    }
}

fn writes(writer: WriterState, bound: Duration) -> Result<(), Refusal> {
    match writer {
        WriterState::Ready => Ok(()),
        WriterState::Busy(since) if since <= bound => Ok(()),
        WriterState::Busy(_) => Err(Refusal::WriterSlow),
        WriterState::Refused => Err(Refusal::WriterRefused),
        WriterState::Lost => Err(Refusal::WriterLost),
    }
}

async fn vitals(party: &PartyHandle, bound: Duration) -> Result<Vitals, Refusal> {
    match timeout(bound, party.vitals()).await {
        Ok(Ok(vitals)) => Ok(vitals),
        Ok(Err(_)) => Err(Refusal::PartyLost),
        Err(_) => Err(Refusal::PartySilent),
    }
}

fn with(all: Present, party: Vitals) -> Present {
    Present {
        seats: all.seats + party.seats,
        players: all.players + party.sockets.players,
        tvs: all.tvs + party.sockets.tvs,
        hosts: all.hosts + party.sockets.hosts,
        mailbox: all.mailbox.max(party.mailbox),
        outboxes: all.outboxes + party.sockets.waiting,
        longest_outbox: all.longest_outbox.max(party.sockets.longest),
        ..all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_may_take_its_time_but_not_for_ever() {
        let bound = Duration::from_secs(2);
        assert_eq!(writes(WriterState::Busy(bound), bound), Ok(()));
        let long = WriterState::Busy(bound + Duration::from_millis(1));
        assert_eq!(writes(long, bound), Err(Refusal::WriterSlow));
        assert_eq!(writes(WriterState::Lost, bound), Err(Refusal::WriterLost));
        assert_eq!(writes(WriterState::Refused, bound), Err(Refusal::WriterRefused));
    }
}
