//! A polite stop of the real appliance, from outside: everybody is told, nobody is waited for, and everything stands afterwards.

use crate::appliance::{Appliance, Machine};
use crate::wire::{Socket, request};
use serde_json::json;
use snowparty::store::backups;
use std::time::{Duration, Instant};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpSocket, TcpStream};

/// The bounds of a stop add up to less than five seconds, and the last backup of so little is a moment; the rest is for a machine that is
/// busy.
const BOUND: Duration = Duration::from_secs(10);

/// Asks for half a megabyte and reads nothing of it.
async fn never_reader(address: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4 * 1024).unwrap();
    let mut stream = socket.connect(address.parse().unwrap()).await.unwrap();
    let request = format!("GET /sounds/lobby.ogg HTTP/1.1\r\nhost: {address}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn a_stop_is_told_and_flushed_and_waits_for_nobody_who_does_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    let token = appliance.join("Anna").await;
    let mut anna = appliance.socket(&token).await;
    let _sleeping_tv = Socket::knock(&appliance.address, &appliance.code, "role=tv").await;
    let _sleeping_page = never_reader(&appliance.address).await;
    let bearer = format!("Bearer {}", appliance.host_token);
    // More than the kernel keeps for a TV that does not read.
    for _ in 0..150 {
        let headers = [("authorization", bearer.as_str())];
        let opened = request(&appliance.address, "POST", "/api/session", &headers, "{}").await;
        assert_eq!(opened.status, 201);
        let session = opened.body["session"]["session_id"].clone();
        anna.until_state(|state| state["session_id"] == session).await;
    }
    anna.act("ready", json!({ "ready": true })).await.unwrap();
    let (code, begun) = (appliance.code.clone(), Instant::now());
    let ended = appliance.stop();
    let took = begun.elapsed();
    assert_eq!(ended.code(), Some(0));
    assert!(took < BOUND, "it took {took:?}");
    assert_eq!(anna.closed().await, 4002, "back in a moment");
    assert_eq!(
        backups(folder.path()).len(),
        1,
        "the last one, after everybody was told"
    );

    let again = Appliance::start(folder.path(), Machine::Usual, &[]);
    assert_eq!(again.code, code);
    let mut anna = again.socket(&token).await;
    anna.catch_up().await;
    let seats: Vec<_> = anna.players.values().collect();
    assert_eq!((seats.len(), &seats[0]["name"]), (1, &json!("Anna")));
    assert_eq!(seats[0]["confirmed"], true);
    eprintln!("the stop took {took:?}");
}
