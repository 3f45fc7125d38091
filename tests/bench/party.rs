//! `cargo bench`: how fast a party decides and makes durable, on the disk of the temporary folder. Quote it with the machine.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::json;
use snowparty::hub::Hub;
use snowparty::id::{PartyCode, Token, TokenHash};
use snowparty::party::{PartyHandle, Place, Setting, Stamp};
use snowparty::protocol::{ActionRequest, AudioOutput, JoinRequest};
use snowparty::store::{Batch, Format, Store, Synchronous};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::Instant;

const GUESTS: usize = 500;

fn store(folder: &tempfile::TempDir) -> Store {
    Store::open(folder.path(), Synchronous::Full).expect("a fresh folder opens")
}

/// One lone event, durable: what SQLite and the disk need, and our thread on top.
fn lone_event(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = Runtime::new().expect("a runtime");
    let store = runtime.block_on(async { store(&folder) });
    let party = PartyCode::parse("KWTX").expect("a code");
    let mut seq = 0;
    criterion.bench_function("one lone event durable", |bencher| {
        bencher.iter(|| {
            seq += 1;
            let body = json!([{ "at": seq, "event": "Resumed" }]).to_string().into_bytes();
            let batch = Batch {
                party: party.clone(),
                last_seq: seq,
                n: 1,
                at_ms: seq,
                format: Format::Json,
                body,
                rows: Vec::new(),
                traces: Vec::new(),
            };
            runtime.block_on(store.append(batch)).expect("the disk takes it");
        });
    });
}

/// Five hundred guests act at once: decided, durable, answered.
fn a_crowd_acts(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = Runtime::new().expect("a runtime");
    let (party, tokens) = runtime.block_on(crowd(store(&folder)));
    let mut group = criterion.benchmark_group("crowd");
    group.throughput(Throughput::Elements(GUESTS as u64)).sample_size(20);
    group.bench_function("500 actions durable and answered", |bencher| {
        bencher.iter(|| runtime.block_on(act_all(&party, &tokens)));
    });
    group.finish();
}

async fn crowd(store: Store) -> (PartyHandle, Vec<TokenHash>) {
    let setting = Setting::new(None, None, AudioOutput::Off, Place::default());
    let hub = Hub::open(store, Arc::new(setting)).await.expect("a party opens");
    let party = hub.current();
    let mut tokens = Vec::new();
    for number in 0..GUESTS {
        let request = JoinRequest {
            name: format!("Guest {number}"),
            device_uuid: None,
            avatar: None,
        };
        let joined = party.join(request).await.expect("there is a seat");
        tokens.push(Token::from_wire(&joined.token).hash());
    }
    (party, tokens)
}

async fn act_all(party: &PartyHandle, tokens: &[TokenHash]) {
    let mut acting = tokio::task::JoinSet::new();
    for token in tokens {
        let (party, token) = (party.clone(), token.clone());
        acting.spawn(async move {
            let request = ActionRequest {
                action_id: format!("{:x}", rand::random::<u64>()),
                action_type: "ready".into(),
                payload: json!({ "ready": true }),
                campaign_run_id: None,
                character_id: None,
            };
            let stamp = Stamp {
                arrived: Instant::now(),
                lag: Duration::ZERO,
            };
            party.act_as(token, request, stamp).await.expect("accepted");
        });
    }
    while let Some(acted) = acting.join_next().await {
        acted.expect("no panic");
    }
}

criterion_group!(benches, lone_event, a_crowd_acts);
criterion_main!(benches);
