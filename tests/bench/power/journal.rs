//! The journal beside bare SQLite on the same disk, by turns: one lone event until it is durable, and many events in groups.

use crate::figure::{Bound, Sheet, ms, percentile};
use anyhow::Result;
use rusqlite::{Connection, params};
use snowparty::id::PartyCode;
use snowparty::store::{Batch, Format, Store, Synchronous};
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// As many bytes as a placement of the canvas takes.
const EVENT: usize = 13;
const TURNS: usize = 20;
const LONE: usize = 50;
/// Between two lone events, so that nothing is under way.
const REST: Duration = Duration::from_millis(2);

/// A day of parties, each with one batch under way, as their actors have.
const PARTIES: usize = 8;
const IN_A_BATCH: usize = 100;
const BATCHES: usize = 100;

/// Bare SQLite with the journal's table and the promises of ours: what is committed is on the disk.
struct Bare(Connection);

impl Bare {
    fn open(folder: &Path) -> Result<Self> {
        let db = Connection::open(folder.join("bare.db"))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.execute_batch(
            "CREATE TABLE journal (party TEXT NOT NULL, last_seq INTEGER NOT NULL, body BLOB NOT NULL,
             PRIMARY KEY (party, last_seq)) STRICT, WITHOUT ROWID",
        )?;
        Ok(Self(db))
    }

    /// A row for each party in one transaction.
    fn commit(&mut self, parties: &[PartyCode], seq: i64, body: &[u8]) -> Result<()> {
        let transaction = self.0.transaction()?;
        for party in parties {
            transaction
                .prepare_cached("INSERT INTO journal VALUES (?, ?, ?)")?
                .execute(params![party.as_str(), seq, body])?;
        }
        Ok(transaction.commit()?)
    }
}

fn parties() -> Vec<PartyCode> {
    let letters = "BCDGHJKL".chars();
    letters
        .filter_map(|letter| PartyCode::parse(&format!("KWT{letter}")))
        .collect()
}

fn batch(party: &PartyCode, seq: i64, events: usize) -> Batch {
    Batch {
        party: party.clone(),
        last_seq: seq,
        n: events as i64,
        at_ms: seq,
        format: Format::Packed,
        body: vec![b'.'; events * EVENT],
        rows: Vec::new(),
        traces: Vec::new(),
    }
}

pub fn measure_lone(sheet: &mut Sheet) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let runtime = Runtime::new()?;
    let store = runtime.block_on(async { Store::open(folder.path(), Synchronous::Full) })?;
    let (mut bare, party) = (Bare::open(folder.path())?, &parties()[..1]);
    let (mut ours, mut theirs, mut seq) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TURNS {
        for _ in 0..LONE {
            seq += 1;
            std::thread::sleep(REST);
            let begun = Instant::now();
            runtime.block_on(store.append(batch(&party[0], seq, 1)))?;
            ours.push(ms(begun.elapsed()));
        }
        for at in 0..LONE {
            std::thread::sleep(REST);
            let begun = Instant::now();
            bare.commit(party, seq + at as i64, &[b'.'; EVENT])?;
            theirs.push(ms(begun.elapsed()));
        }
    }
    for (per_cent, name) in [(50.0, "median"), (99.0, "p99")] {
        let (our, their) = (percentile(&mut ours, per_cent), percentile(&mut theirs, per_cent));
        sheet.noted(&format!("one lone event durable, {name}"), our, "ms");
        sheet.noted(&format!("the same with bare SQLite, {name}"), their, "ms");
        if per_cent < 99.0 {
            sheet.bounded("… ours takes longer by", our - their, "ms", Bound::Under(2.0));
        }
    }
    Ok(())
}

pub fn measure_groups(sheet: &mut Sheet) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let runtime = Runtime::new()?;
    let store = runtime.block_on(async { Store::open(folder.path(), Synchronous::Full) })?;
    let mut bare = Bare::open(folder.path())?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let begun = Instant::now();
        runtime.block_on(write_all(&store, turn))?;
        ours.push(a_second(begun));
        let begun = Instant::now();
        for number in 0..BATCHES {
            let seq = (turn * BATCHES + number) as i64;
            bare.commit(&parties(), seq, &[b'.'; IN_A_BATCH * EVENT])?;
        }
        theirs.push(a_second(begun));
    }
    let least = percentile(&mut ours, 0.0);
    let what = "events durable, 8 parties, 100 in a batch, median";
    sheet.bounded(what, percentile(&mut ours, 50.0), "a second", Bound::AtLeast(100_000.0));
    sheet.noted("… the slowest of 20 turns", least, "a second");
    sheet.noted(
        "the same with bare SQLite, median",
        percentile(&mut theirs, 50.0),
        "a second",
    );
    Ok(())
}

fn a_second(begun: Instant) -> f64 {
    (PARTIES * BATCHES * IN_A_BATCH) as f64 / begun.elapsed().as_secs_f64()
}

/// Each party hands over a batch, waits until it is durable, and hands over the next.
async fn write_all(store: &Store, turn: usize) -> Result<()> {
    let mut writing = JoinSet::new();
    for party in parties() {
        let store = store.clone();
        writing.spawn(async move {
            for number in 1..=BATCHES {
                let seq = (turn * BATCHES + number) * IN_A_BATCH;
                store.append(batch(&party, seq as i64, IN_A_BATCH)).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writing.join_next().await {
        written??;
    }
    Ok(())
}
