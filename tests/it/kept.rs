//! What a journal folds to is kept for the next start. A start that takes it comes to the same state as one that folds everything, and
//! it is not taken where it does not fit.

use crate::golden::left_by;
use crate::house::{House, reopened};
use snowparty::id::PartyCode;
use snowparty::party;
use snowparty::store::{Batch, Store, Stored, Synchronous};
use std::path::Path;
use std::time::Duration;

fn batch(code: &PartyCode, row: &Stored, before: i64) -> Batch {
    Batch {
        party: code.clone(),
        last_seq: row.last_seq,
        n: row.last_seq - before,
        at_ms: row.at_ms,
        format: row.format,
        body: row.body.clone(),
        rows: Vec::new(),
        traces: Vec::new(),
    }
}

/// A journal of its own that begins in this way.
async fn write(store: &Store, code: &PartyCode, rows: &[Stored], mut before: i64) {
    for row in rows {
        store.append(batch(code, row, before)).await.unwrap();
        before = row.last_seq;
    }
}

fn fresh() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Synchronous::Full).unwrap();
    (folder, store)
}

fn file(folder: &Path, code: &PartyCode) -> std::path::PathBuf {
    folder.join("folded").join(code.as_str())
}

#[tokio::test]
async fn wherever_a_journal_is_kept_it_goes_on_to_the_same_state() {
    let mut kept = 0;
    for release in [1, 2, 3, 4] {
        let old = left_by(release);
        let store = Store::open(old.path(), Synchronous::Full).unwrap();
        for code in store.journaled_parties().await.unwrap() {
            let rows = store.load(&code).await.unwrap();
            let (whole, known) = party::folded(&store, &code).await.unwrap();
            assert_eq!(known, 0, "nothing was kept");
            for cut in 1..rows.len() {
                let reached = rows[cut - 1].last_seq;
                let (_folder, store) = fresh();
                write(&store, &code, &rows[..cut], 0).await;
                party::keep(&store, &code).await.unwrap();
                // Small rows are put together: what is kept may end in the middle of one.
                write(&store, &code, &rows[cut..], reached).await;
                let folded = party::folded(&store, &code).await.unwrap();
                assert_eq!(
                    folded,
                    (whole.clone(), reached),
                    "v{release}, {code}, kept after {reached}"
                );
                kept += 1;
            }
        }
    }
    assert!(kept > 30, "only {kept} places");
}

/// The same bytes with one word put in the place of another that is as long.
fn with(body: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let at = body.windows(old.len()).position(|part| part == old).unwrap();
    [&body[..at], new, &body[at + old.len()..]].concat()
}

#[tokio::test]
async fn what_was_kept_of_another_journal_is_not_taken() {
    let old = left_by(4);
    let source = Store::open(old.path(), Synchronous::Full).unwrap();
    let code = source.journaled_parties().await.unwrap().remove(0);
    let rows = source.load(&code).await.unwrap();
    party::keep(&source, &code).await.unwrap();
    // A shorter journal of the same party, and one that went another way at its first event: a backup was put back.
    let other = Stored {
        last_seq: rows[0].last_seq,
        at_ms: rows[0].at_ms + 1,
        format: rows[0].format,
        body: with(&rows[0].body, b"\"max_players\":1000", b"\"max_players\":1001"),
    };
    let shorter: Vec<Stored> = source.load(&code).await.unwrap().into_iter().take(2).collect();
    let mut astray = source.load(&code).await.unwrap();
    assert_ne!(astray[0].body, other.body, "it is another");
    astray[0] = other;
    for journal in [shorter, astray] {
        let (folder, store) = fresh();
        write(&store, &code, &journal, 0).await;
        let expected = party::folded(&store, &code).await.unwrap().0;
        std::fs::create_dir(folder.path().join("folded")).unwrap();
        std::fs::copy(file(old.path(), &code), file(folder.path(), &code)).unwrap();
        assert_eq!(party::folded(&store, &code).await.unwrap(), (expected, 0));
        assert!(!file(folder.path(), &code).exists(), "it is not looked at again");
    }
}

#[tokio::test]
async fn damage_before_what_was_kept_is_noticed_all_the_same() {
    let old = left_by(4);
    let source = Store::open(old.path(), Synchronous::Full).unwrap();
    let code = source.journaled_parties().await.unwrap().remove(0);
    let rows = source.load(&code).await.unwrap();
    let (folder, store) = fresh();
    write(&store, &code, &rows, 0).await;
    party::keep(&store, &code).await.unwrap();
    assert!(party::folded(&store, &code).await.unwrap().1 > 0);
    let database = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
    let turned = database.execute(
        "UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), 'a', 'e') AS BLOB) WHERE last_seq = (SELECT min(last_seq) FROM journal)",
        [],
    );
    assert_eq!(turned, Ok(1));
    assert!(party::folded(&store, &code).await.is_err());
}

#[tokio::test]
async fn a_party_keeps_what_it_comes_to_and_forgets_it_when_it_ends() {
    let house = House::with(|setting| setting.keep_every = 1).await;
    let code = PartyCode::parse(&house.code).unwrap();
    house.join("Anna").await;
    let kept = file(house.folder.path(), &code);
    while !kept.exists() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let house = house.restart().await;
    assert_eq!(house.state().await["players"][0]["name"], "Anna");
    let folder = house.shut().await;
    let store = reopened(folder.path()).await;
    let (state, known) = party::folded(&store, &code).await.unwrap();
    assert!(known > 0);
    store.forget_folded(&code);
    assert_eq!(party::folded(&store, &code).await.unwrap(), (state, 0));
    drop(store);

    let house = House::over(folder, |setting| setting.keep_every = 1).await;
    let host = house.host_token().await;
    let path = format!("/api/session/{}/close", house.code);
    assert_eq!(house.post_as(&host, &path, &serde_json::json!({})).await.status, 200);
    while house.code == house.get("/api/party").await.body["code"] {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!kept.exists());
}
