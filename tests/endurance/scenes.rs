//! What guests and networks do to a party: storms, races, deafness, rubbish, takeovers, churn. Each part is one guest's in a beat.

use crate::ledger::Heard;
use crate::night::{Night, PATIENCE, Tally};
use crate::phone::{FLOOD, MISBEHAVED, OVERFLOW, Phone, REMOVED, TAKEN_OVER, TOKEN_INVALID, http};
use crate::viewer::Viewer;
use rand::RngExt;
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};

/// As many guests pass by at the same time as come within so long.
const AT_ONCE: Duration = Duration::from_millis(500);

/// One guest's part in a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plays on.
    Play,
    /// Loses the connection with everybody else, and comes back with them.
    Storm,
    /// Asks for the same thing over two sockets and HTTP at once.
    Race,
    /// Says much and reads nothing.
    Deaf,
    /// Reads far more slowly than it is told.
    Slow,
    /// Sends what is no message, and too much of it.
    Rubbish,
    /// Opens the page on another phone, with another token.
    Takeover,
    /// Comes and goes without a goodbye.
    Flicker,
}

const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// So many requests fill the queue of one who does not read, and are few enough not to be sent away for.
const DEAF_REQUESTS: u32 = 1_500;

/// What is no message, or none that may be said.
const RUBBISH: [&str; 9] = [
    "",
    "{",
    "null",
    "[]",
    "{\"type\":5}",
    "{\"type\":\"action.request\",\"timestamp\":\"\",\"trace_id\":\"\",\"payload\":{}}",
    "{\"type\":\"frame\",\"timestamp\":\"\",\"trace_id\":\"\",\"payload\":{\"kind\":\"tap\",\"value\":1e999}}",
    "{\"type\":\"ping\",\"timestamp\":\"\",\"trace_id\":\"\",\"payload\":[[[[[[[[]]]]]]]]}",
    "{\"type\":\"system.hello\",\"timestamp\":\"\",\"trace_id\":\"\",\"payload\":{}}",
];

impl Phone {
    /// Plays its part until then. A storm breaks at `storm`.
    pub async fn take_part(&mut self, part: Part, storm: Instant, until: Instant) {
        match part {
            Part::Play => {}
            Part::Storm => {
                self.play(storm).await;
                self.page = None;
                self.connect().await;
            }
            Part::Race => self.race_until(until).await,
            Part::Deaf => self.be_deaf(until).await,
            Part::Slow => self.be_slow(until).await,
            Part::Rubbish => self.talk_rubbish().await,
            Part::Takeover => self.take_over().await,
            Part::Flicker => self.flicker(until).await,
        }
        self.expects.clear();
        self.play(until).await;
        if part == Part::Flicker && self.rng.random_bool(0.4) {
            // Gone while all stands still; back with the next scene.
            self.page = None;
        }
    }

    async fn race_until(&mut self, until: Instant) {
        while Instant::now() < until {
            let then = Instant::now() + Duration::from_millis(self.rng.random_range(60..200));
            self.play(then.min(until)).await;
            self.race().await;
        }
    }

    /// One wish, one id, three doors.
    async fn race(&mut self) {
        let Some((wish, id)) = self.think() else { return };
        let Some(mut first) = self.page.take() else { return };
        let (night, credential, token) = (Arc::clone(&self.night), self.credential(), self.token.clone());
        let second = async {
            let mut page = Viewer::open(&night, &credential, Some(self.seat)).await.ok()?;
            let heard = page.ask(&id, wish.action, &wish.payload).await;
            Some((page, heard))
        };
        let by_http = async {
            match wish.action {
                "place" | "undo" | "queue" | "progress" => {
                    Some(http(&night, &token, wish.action, &id, wish.payload.clone()).await)
                }
                _ => None,
            }
        };
        let (heard, second, by_http) = tokio::join!(first.ask(&id, wish.action, &wish.payload), second, by_http);
        self.note(&id, wish.action, wish.payload.clone(), heard);
        if let Some(heard) = by_http {
            self.note(&id, wish.action, wish.payload.clone(), heard);
        }
        if let Some((page, heard)) = second {
            self.page = Some(page);
            self.note(&id, wish.action, wish.payload, heard);
        }
    }

    /// Asks and asks and reads nothing; then it reads again, or has been closed and comes back.
    async fn be_deaf(&mut self, until: Instant) {
        let Some(page) = &mut self.page else { return };
        for number in 0..DEAF_REQUESTS {
            // As long as an id may be, and it comes back: what the kernel keeps for one who does not read is soon full.
            let id = format!("deaf-{number:059}");
            let request = json!({ "action_id": id, "action_type": "rename", "payload": {} });
            let said = timeout(Duration::from_secs(2), page.say("action.request", request)).await;
            if said != Ok(true) {
                break;
            }
        }
        // Much is told meanwhile, and not all of it again.
        let a_while = Duration::from_millis(self.rng.random_range(500..4_000));
        sleep_until((Instant::now() + a_while).min(until)).await;
        // Who does not read does not hear a farewell either: then the connection is cut. Who has asked so much may have to wait.
        self.expects.extend([OVERFLOW, FLOOD, 0]);
        // However much was missed: what the page shows in the end must be what is.
        if !page.catch_up().await {
            self.come_back().await;
        }
    }

    /// Reads a message, and then nothing for a while. It falls behind, and may be sent away for it; what it shows in the end is what is.
    async fn be_slow(&mut self, until: Instant) {
        self.expects.extend([OVERFLOW, 0]);
        while Instant::now() < until {
            let Some(page) = &mut self.page else { return };
            page.hear_one(until).await;
            if page.closed.is_some() {
                self.come_back().await;
            }
            let a_while = Duration::from_millis(self.rng.random_range(20..200));
            sleep_until((Instant::now() + a_while).min(until)).await;
        }
        if let Some(page) = &mut self.page
            && !page.catch_up().await
        {
            self.come_back().await;
        }
    }

    /// Each piece of rubbish is refused and changes nothing; a message that is too large closes the socket.
    async fn talk_rubbish(&mut self) {
        let Some(page) = &mut self.page else { return };
        for text in RUBBISH {
            page.raw(text).await;
        }
        if !page.catch_up().await {
            return self.come_back().await;
        }
        let large = format!("{{\"type\":\"{}\"}}", "x".repeat(64 * 1024));
        page.raw(&large).await;
        page.listen(Instant::now() + PATIENCE).await;
        self.expects.extend([MISBEHAVED, 0]);
        if page.closed.is_none() {
            self.night
                .fault("a message that is too large did not close its socket".to_owned());
        }
        self.come_back().await;
    }

    /// The same guest asks for a seat again: the earlier token is worth nothing any more, and its socket is closed.
    async fn take_over(&mut self) {
        let Some(mut earlier) = self.page.take() else { return };
        if !earlier.reads_while(self.take_another_token()).await {
            self.page = Some(earlier);
            return;
        }
        earlier.reads_while(self.connect()).await;
        earlier.listen(Instant::now() + PATIENCE).await;
        if earlier.closed != Some(TAKEN_OVER) {
            self.night.fault(format!(
                "a page that was taken over was closed with {:?}",
                earlier.closed
            ));
        }
    }

    /// Asks for a seat again; true if it is the same one, with another token.
    async fn take_another_token(&mut self) -> bool {
        let (before, seat) = (self.credential(), self.seat);
        if !self.take_seat().await || self.credential() == before || seat != self.seat {
            return false;
        }
        match Viewer::open(&self.night, &before, Some(seat)).await {
            Err(TOKEN_INVALID) => {}
            other => {
                let code = other.map(|_| "nothing");
                self.night
                    .fault(format!("a token that was replaced is answered by {code:?}"));
            }
        }
        true
    }

    async fn flicker(&mut self, until: Instant) {
        while Instant::now() < until {
            let then = Instant::now() + Duration::from_millis(self.rng.random_range(0..300));
            self.play(then.min(until)).await;
            self.page = None;
            if self.rng.random_bool(0.7) {
                self.connect().await;
            }
        }
        if self.page.is_none() {
            self.connect().await;
        }
    }

    /// Leaves for good: the socket is closed, and the seat is nobody's.
    pub async fn leave(&mut self) -> bool {
        if self.page.as_ref().is_none_or(|page| page.closed.is_some()) {
            self.page = None;
            self.connect().await;
        }
        let id = self.next_id();
        let Some(page) = &mut self.page else {
            return self.leaves && self.shut == Some(REMOVED);
        };
        self.leaves = true;
        let heard = page.ask(&id, "leave", &json!({})).await;
        page.listen(Instant::now() + PATIENCE).await;
        let left = matches!(heard, Heard::Accepted(_));
        // Who has the answer needs no farewell.
        let needless = |code: &u16| page.deserved(*code) || left && *code == 0;
        if let Some(code) = page.closed.filter(|code| !needless(code)) {
            self.is_surprised_by(code);
        }
        self.note(&id, "leave", json!({}), heard);
        self.page = None;
        left
    }
}

/// Guests who come and go, so many a second: most say goodbye, some are gone at once and come back only to leave.
///
/// On a machine that is too busy for so many, each comes when another has gone: else guests would pile up who have no time to read,
/// and be cut off for it.
pub async fn churn(night: Arc<Night>, seed: u64, every: Duration, until: Instant) {
    let mut guests = tokio::task::JoinSet::new();
    let (mut number, mut next) = (0u64, Instant::now());
    while next < until {
        number += 1;
        let guest = Arc::clone(&night);
        guests.spawn(async move { pass_by(&guest, seed.wrapping_add(number)).await });
        next += every;
        sleep_until(next).await;
        while let Some(passed) = guests.try_join_next() {
            judge_passed(&night, passed);
        }
        if every * guests.len() as u32 > AT_ONCE {
            Tally::one(&night.tally.waited);
            guests
                .join_next()
                .await
                .into_iter()
                .for_each(|passed| judge_passed(&night, passed));
            next = next.max(Instant::now());
        }
    }
    while let Some(passed) = guests.join_next().await {
        judge_passed(&night, passed);
    }
}

fn judge_passed(night: &Night, passed: Result<(), tokio::task::JoinError>) {
    if let Err(broken) = passed {
        night.fault(crate::evening::panic_of(broken));
    }
}

async fn pass_by(night: &Arc<Night>, seed: u64) {
    let Some(mut guest) = Phone::enter(night, "Passer", seed).await else {
        return;
    };
    if guest.rng.random_bool(0.3) {
        guest.page = None;
    }
    let stay = Duration::from_millis(guest.rng.random_range(0..400));
    guest.play(Instant::now() + stay).await;
    for _ in 0..20 {
        if guest.leave().await {
            return;
        }
    }
    night.fault(format!("seat {} could not be left", guest.seat));
}

/// Connections that say nothing, or nothing more. The house must end them by itself.
pub async fn be_silent(night: &Night, what: &'static str, opening: &[u8]) -> Option<Silent> {
    use tokio::io::AsyncWriteExt;
    let mut stream = TcpStream::connect(&night.address).await.ok()?;
    stream.write_all(opening).await.ok()?;
    Some(Silent {
        what,
        since: Instant::now(),
        stream,
    })
}

/// A connection over which no more is said.
pub struct Silent {
    /// What it has said: this.
    what: &'static str,
    pub since: Instant,
    stream: TcpStream,
}

impl Silent {
    /// Waits for the house to end it, for so long. A full socket cannot bring the news of it: so the kernel is asked for the house's end. If it
    /// has not, says what it is.
    pub async fn sees_the_end(mut self, within: Duration) -> Result<(), String> {
        let (mut scrap, deadline) = (vec![0; 64 * 1024], Instant::now() + within);
        while let Some(end) = self.house_end() {
            if Instant::now() > deadline {
                let (what, for_so_long) = (self.what, self.since.elapsed().as_secs());
                return Err(format!(
                    "a connection that has said {what} and no more is still open after {for_so_long} s: {end}"
                ));
            }
            let _ = timeout(LOOK_AGAIN, self.stream.read(&mut scrap)).await;
        }
        Ok(())
    }

    /// The house's end as the kernel shows it, while the house holds it.
    fn house_end(&self) -> Option<String> {
        let (near, far) = (
            self.stream.local_addr().ok()?.port(),
            self.stream.peer_addr().ok()?.port(),
        );
        let all = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
        let ports = |line: &&str| {
            let mut fields = line.split_whitespace().skip(1);
            let mut port = || u16::from_str_radix(fields.next()?.split(':').nth(1)?, 16).ok();
            (port(), port()) == (Some(far), Some(near))
        };
        let held = |line: &&str| line.split_whitespace().nth(9) != Some("0");
        all.lines().find(|line| ports(line) && held(line)).map(str::to_owned)
    }
}
