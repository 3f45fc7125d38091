//! A way between a phone and its house that is not what it should be: it is long, or it is cut at a certain word. What goes one way keeps
//! its order.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// The near end of a way.
pub struct Way {
    /// Where phones go instead of to the house.
    pub address: String,
    /// Dropped, it takes its connections along.
    _carrying: JoinSet<()>,
}

/// What is wrong with it.
#[derive(Clone)]
enum Trouble {
    /// Whatever goes in comes out so much later.
    Long(Duration),
    /// The first time that the house says this, the connection is gone instead.
    CutAt(&'static str, Arc<AtomicBool>),
}

impl Way {
    /// A way on which everything takes so long, each way.
    pub async fn long(house: &str, each_way: Duration) -> Self {
        Self::with(house, Trouble::Long(each_way)).await
    }

    /// A way that is cut, once, when the house says these words; nobody hears them.
    pub async fn cut_at(house: &str, words: &'static str) -> Self {
        Self::with(house, Trouble::CutAt(words, Arc::default())).await
    }

    async fn with(house: &str, trouble: Trouble) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let mut carrying = JoinSet::new();
        carrying.spawn(accept(listener, house.to_owned(), trouble));
        Self {
            address,
            _carrying: carrying,
        }
    }
}

async fn accept(listener: TcpListener, house: String, trouble: Trouble) {
    let mut connections = JoinSet::new();
    while let Ok((near, _)) = listener.accept().await {
        let far = TcpStream::connect(&house).await.unwrap();
        near.set_nodelay(true).unwrap();
        far.set_nodelay(true).unwrap();
        connections.spawn(carry(near, far, trouble.clone()));
    }
}

/// Until one end is gone, or the way is cut: then both are.
async fn carry(near: TcpStream, far: TcpStream, trouble: Trouble) {
    let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
    let late = match &trouble {
        Trouble::Long(late) => *late,
        Trouble::CutAt(..) => Duration::ZERO,
    };
    tokio::select! {
        () = pass(from_near, to_far, late, |_| false) => {}
        () = pass(from_far, to_near, late, |said| trouble.cuts(said)) => {}
    }
}

impl Trouble {
    fn cuts(&self, said: &[u8]) -> bool {
        let Self::CutAt(words, is_cut) = self else { return false };
        let says = said.windows(words.len()).any(|part| part == words.as_bytes());
        says && !is_cut.swap(true, Ordering::Relaxed)
    }
}

/// Passes on what comes, so much later, until the end of it or until it is cut. All that was said so far is looked at, for the words may
/// come in two parts.
async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, late: Duration, cuts: impl Fn(&[u8]) -> bool) {
    let (under_way, mut arriving) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    let reading = async move {
        let (mut said, mut buffer) = (Vec::new(), vec![0; 16 * 1024]);
        while let Ok(count @ 1..) = from.read(&mut buffer).await {
            said.extend_from_slice(&buffer[..count]);
            if cuts(&said)
                || under_way
                    .send((Instant::now() + late, buffer[..count].to_vec()))
                    .is_err()
            {
                return;
            }
        }
    };
    let writing = async {
        while let Some((at, bytes)) = arriving.recv().await {
            sleep_until(at).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    };
    tokio::join!(reading, writing);
}
