//! How the house is: asked by those who look after it. Nobody is waited for longer than the bound that they bring.

use super::Hub;
use crate::game::Refusal;
use crate::meter::{Meter, Present};
use crate::party::{PartyHandle, Vitals};
use crate::store::{Condition, WriterState};
use futures_util::future::join_all;
use std::time::Duration;
use tokio::time::timeout;

impl Hub {
    /// Gives the number of open parties if all of them answer within the bound and the writer does not need longer for the disk;
    /// otherwise says who is missing.
    pub async fn health(&self, bound: Duration) -> Result<usize, Refusal> {
        writes(self.store.writer(), self.store.condition(), bound)?;
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

fn writes(writer: WriterState, disk: Condition, bound: Duration) -> Result<(), Refusal> {
    match (writer, disk) {
        (WriterState::Lost, _) => Err(Refusal::WriterLost),
        (WriterState::Busy(since), _) if since > bound => Err(Refusal::WriterSlow),
        (_, Condition::Damaged) => Err(Refusal::StoreDamaged),
        (WriterState::Refused, _) | (_, Condition::Full | Condition::Failing) => Err(Refusal::WriterRefused),
        (WriterState::Ready | WriterState::Busy(_), Condition::Well) => Ok(()),
    }
}

async fn vitals(party: &PartyHandle, bound: Duration) -> Result<Vitals, Refusal> {
    match timeout(bound, party.vitals()).await {
        Ok(Ok(vitals)) => Ok(vitals),
        // The disk failed under it after it was looked at.
        Ok(Err(Refusal::Disk)) => Err(Refusal::WriterRefused),
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

    const BOUND: Duration = Duration::from_secs(2);

    #[test]
    fn a_writer_may_take_its_time_but_not_for_ever() {
        let well = |writer| writes(writer, Condition::Well, BOUND);
        assert_eq!(well(WriterState::Ready), Ok(()));
        assert_eq!(well(WriterState::Busy(BOUND)), Ok(()));
        let long = WriterState::Busy(BOUND + Duration::from_millis(1));
        assert_eq!(well(long), Err(Refusal::WriterSlow));
        assert_eq!(well(WriterState::Lost), Err(Refusal::WriterLost));
        assert_eq!(well(WriterState::Refused), Err(Refusal::WriterRefused));
    }

    #[test]
    fn a_disk_that_takes_nothing_and_one_that_is_damaged_are_told_apart() {
        let on = |disk| writes(WriterState::Ready, disk, BOUND);
        assert_eq!(on(Condition::Full), Err(Refusal::WriterRefused));
        assert_eq!(on(Condition::Failing), Err(Refusal::WriterRefused));
        assert_eq!(on(Condition::Damaged), Err(Refusal::StoreDamaged));
        let damaged = writes(WriterState::Refused, Condition::Damaged, BOUND);
        assert_eq!(
            damaged,
            Err(Refusal::StoreDamaged),
            "the way back is a backup, and not a larger disk"
        );
        let lost = writes(WriterState::Lost, Condition::Failing, BOUND);
        assert_eq!(lost, Err(Refusal::WriterLost));
    }
}
