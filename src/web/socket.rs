//! The room's socket: a reader and a writer for each, in one task, neither waiting for the other. The reader stamps arrivals, measures the round trip and bounds what
//! is said; the writer sends what whoever tells something has not sent on the spot. Neither knows what the messages mean.

use super::allowance::{Allowance, SAYING};
use super::call::Call;
use super::halves::{Ended, until_one_ends};
use super::line::Line;
use super::places::Seatbelt;
use super::said::{self, Heard, Said};
use super::{House, errors, trace};
use crate::game::{Refusal, Viewer};
use crate::id::Token;
use crate::party::{Admission, ConnId, Inbox, Outbox, PartyHandle, Stamp, Visitor};
use crate::protocol::CloseCode;
use bytes::Bytes;
use http::header::{
    CONNECTION, HeaderMap, HeaderValue, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::{Method, StatusCode};
use hyper::upgrade::OnUpgrade;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;
use tokio_tungstenite::tungstenite::{Error, Message};
use tracing::Instrument;
use warp::filters::BoxedFilter;
use warp::reply::Response;
use warp::{Filter, path};

const PING_EVERY: Duration = Duration::from_secs(15);
/// The first pings follow each other closely, for the round trip.
const FIRST_PINGS: [Duration; 3] = [
    Duration::from_millis(100),
    Duration::from_millis(900),
    Duration::from_secs(2),
];
/// A socket from which nothing came for so long is dropped; its seat is kept.
const SILENCE: Duration = Duration::from_secs(45);
/// A phone that does not read for so long is dropped.
const STUCK: Duration = Duration::from_secs(20);
/// How long we wait for the other side of a closing handshake. A phone that is cut off before it has read why comes back, and an old
/// page would take the seat from the new one.
const FAREWELL: Duration = Duration::from_secs(5);
/// A socket that goes on regardless is closed.
const MOST_REFUSED: u32 = 2_000;

/// `GET /ws?session=CODE&token=…`, or `&role=tv`.
pub fn route(house: Arc<House>) -> BoxedFilter<(Response,)> {
    let query = warp::query::raw().or(warp::any().map(String::new)).unify();
    path!("ws")
        .and(warp::method())
        .and(warp::header::headers_cloned())
        .and(query)
        .and(warp::ext::optional::<OnUpgrade>())
        .and(warp::ext::optional::<Seatbelt>())
        .map(
            move |method: Method,
                  headers: HeaderMap,
                  query: String,
                  upgrade: Option<OnUpgrade>,
                  place: Option<Seatbelt>| {
                let call = Call { method, headers, query };
                open(&house, &call, upgrade, place).unwrap_or_else(|refusal| errors::answer(&refusal))
            },
        )
        .boxed()
}

fn open(
    house: &Arc<House>,
    call: &Call,
    upgrade: Option<OnUpgrade>,
    place: Option<Seatbelt>,
) -> Result<Response, Refusal> {
    call.only(&Method::GET)?;
    let not_a_socket = || Refusal::Malformed {
        reason: "this address speaks WebSocket, version 13".to_owned(),
    };
    let version = call
        .headers
        .get(SEC_WEBSOCKET_VERSION)
        .is_some_and(|version| version == "13");
    let key = call
        .headers
        .get(SEC_WEBSOCKET_KEY)
        .filter(|_| version)
        .ok_or_else(not_a_socket)?;
    let upgrade = upgrade.ok_or_else(not_a_socket)?;
    let accept = HeaderValue::try_from(derive_accept_key(key.as_bytes())).map_err(|_| Refusal::Internal)?;
    let code = call.parameter("session").unwrap_or_default().to_owned();
    let visitor = visitor(call);
    tokio::spawn(upgraded(Arc::clone(house), upgrade, code, visitor, place));
    let mut response = Response::new(Bytes::new().into());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    response
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("upgrade"));
    response
        .headers_mut()
        .insert(UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(SEC_WEBSOCKET_ACCEPT, accept);
    Ok(response)
}

fn visitor(call: &Call) -> Visitor {
    match call.parameter("token") {
        Some(token) => Visitor::Holder(Token::from_wire(token).hash()),
        None if call.parameter("role") == Some("tv") => Visitor::Tv,
        None => Visitor::Holder(Token::from_wire("").hash()),
    }
}

async fn upgraded(house: Arc<House>, upgrade: OnUpgrade, code: String, visitor: Visitor, place: Option<Seatbelt>) {
    // In boxes of their own: a task keeps the room of its largest moment for as long as it lives.
    let line = match Box::pin(shake_hands(upgrade)).await {
        Ok(line) => line,
        Err(error) => return tracing::debug!(%error, "a socket was not upgraded"),
    };
    // Browsers see a close code, but not the status of a refused upgrade: so every socket is opened, and a wrong one closed.
    let looks_on = look_on(&house, &visitor);
    let allowance = allowance(&house, &visitor);
    let mut admitted = match &looks_on {
        Ok(_) if allowance.take(Instant::now()) => Box::pin(admit(&house, &code, visitor)).await,
        Ok(_) => Err(CloseCode::Flood),
        Err(crowded) => Err(*crowded),
    };
    match &mut admitted {
        // Lent and not given: what moves into a future is held by it and by the one that it came from.
        Ok((party, admission)) => converse(party, admission, line, allowance).await,
        Err(code) => {
            let code = *code;
            house.hub.meter().closed(code.reason());
            Box::pin(line.close(close_frame(code), FAREWELL)).await;
        }
    }
    drop((place, looks_on));
}

/// Anybody may look on without a token: those who do never take all the places.
fn look_on(house: &House, visitor: &Visitor) -> Result<Option<OwnedSemaphorePermit>, CloseCode> {
    match (visitor, house.places.get()) {
        (Visitor::Tv, Some(places)) => places.look_on().map(Some).ok_or(CloseCode::Crowded),
        _ => Ok(None),
    }
}

/// A phone has one for all its sockets: who opens a new one has no more to say than before.
fn allowance(house: &House, visitor: &Visitor) -> Allowance {
    match visitor {
        Visitor::Holder(token) => house.saying.of(token, Instant::now()),
        Visitor::Tv => Allowance::full(SAYING, Instant::now()),
    }
}

async fn shake_hands(upgrade: OnUpgrade) -> Result<Arc<Line>, Box<dyn std::error::Error + Send + Sync>> {
    Ok(Line::over(upgrade.await?).await.ok_or("it is no connection of ours")?)
}

async fn admit(house: &House, code: &str, visitor: Visitor) -> Result<(PartyHandle, Admission), CloseCode> {
    let party = house.hub.find(code).await.map_err(|refusal| match refusal {
        Refusal::Internal => CloseCode::Healed,
        _ => CloseCode::PartyOver,
    })?;
    let admission = party.attach(visitor).await?;
    Ok((party, admission))
}

async fn converse(party: &PartyHandle, admission: &mut Admission, line: Arc<Line>, allowance: Allowance) {
    let (conn, viewer) = (admission.conn, admission.viewer);
    let (outbox, inbox) = (&admission.outbox, &mut admission.inbox);
    outbox.employ(&line);
    let trip = RoundTrip::new();
    let reader = Reader {
        party,
        conn,
        viewer,
        trip: &trip,
        allowance,
        refused: 0,
    };
    let ended;
    {
        let mut reading = std::pin::pin!(reader.read(&line, outbox));
        let mut writing = std::pin::pin!(write(&line, inbox, &trip));
        ended = until_one_ends(reading.as_mut(), writing.as_mut()).await;
        match ended {
            // The reader may have asked for a farewell.
            Ended::One => timeout(FAREWELL, writing).await,
            // The farewell is said; the other side has a moment to say its own.
            Ended::Other => timeout(FAREWELL, reading).await,
        }
        // Whether it was in time makes no difference any more.
        .unwrap_or_default();
    }
    let closed_as = outbox.closed_as().map_or("cut", CloseCode::reason);
    party.meter().closed(closed_as);
    if ended == Ended::One {
        Box::pin(line.hear_out(FAREWELL)).await;
    }
    drop(line);
    Box::pin(party.detach(conn)).await;
}

/// The least round trip of a connection, measured by our own pings.
struct RoundTrip {
    since: Instant,
    least_ms: AtomicU32,
}

impl RoundTrip {
    fn new() -> Self {
        Self {
            since: Instant::now(),
            least_ms: AtomicU32::new(u32::MAX),
        }
    }

    fn ping(&self) -> Message {
        Message::Ping(Bytes::copy_from_slice(&self.since.elapsed().as_micros().to_be_bytes()))
    }

    fn pong(&self, payload: &[u8]) {
        let Ok(sent) = payload.try_into().map(u128::from_be_bytes) else {
            return;
        };
        if let Some(micros) = self.since.elapsed().as_micros().checked_sub(sent) {
            self.least_ms
                .fetch_min(u32::try_from(micros / 1_000).unwrap_or(u32::MAX), Ordering::Relaxed);
        }
    }

    /// Half of it; nothing before the first pong.
    fn lag(&self) -> Duration {
        match self.least_ms.load(Ordering::Relaxed) {
            u32::MAX => Duration::ZERO,
            least => Duration::from_millis(u64::from(least) / 2),
        }
    }
}

struct Reader<'a> {
    party: &'a PartyHandle,
    conn: ConnId,
    viewer: Viewer,
    trip: &'a RoundTrip,
    allowance: Allowance,
    refused: u32,
}

impl Reader<'_> {
    async fn read(mut self, line: &Line, outbox: &Outbox) {
        loop {
            let message = match timeout(SILENCE, line.hear()).await {
                Err(_) => return outbox.close(CloseCode::Silent),
                Ok(None) => return outbox.close(CloseCode::Silent),
                Ok(Some(Err(error))) => return outbox.close(after(&error)),
                Ok(Some(Ok(message))) => message,
            };
            let arrived = Instant::now();
            if outbox.closed_as().is_some() && !message.is_close() {
                // Who was told to go has only its farewell to say.
                continue;
            }
            match message {
                // In a box, so that its room is taken while something is said and not while the phone is silent.
                Message::Text(text) => Box::pin(self.heard(&text, arrived)).await,
                Message::Pong(payload) => self.trip.pong(&payload),
                Message::Close(_) => return outbox.close(CloseCode::Silent),
                Message::Binary(_) => {
                    Box::pin(self.refuse(said::malformed("this socket speaks text"), String::new())).await
                }
                Message::Ping(_) | Message::Frame(_) => {}
            }
            if self.refused > MOST_REFUSED {
                return outbox.close(CloseCode::Misbehaved);
            }
        }
    }

    async fn heard(&mut self, text: &str, arrived: Instant) {
        if !self.allowance.take(arrived) {
            return self.flooded(text).await;
        }
        let Heard { trace_id, said } = said::read(text);
        let done = match said {
            Ok(said) => self.act(said, &trace_id, arrived).await,
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = done {
            self.refuse(refusal, trace_id).await;
        }
    }

    async fn act(&mut self, said: Said, trace_id: &str, arrived: Instant) -> Result<(), Refusal> {
        let trace_id = trace_id.to_owned();
        match said {
            Said::Action(request) => {
                let stamp = Stamp {
                    arrived,
                    lag: self.trip.lag(),
                };
                let span = trace::action(&trace_id);
                span.in_scope(|| tracing::debug!(action = trace::short(&request.action_type), "heard"));
                let told = self.party.act(self.conn, self.viewer, request, trace_id, stamp);
                told.instrument(span).await;
            }
            Said::Frame(frame) => {
                let Viewer::Player(seat) = self.viewer else {
                    return Err(Refusal::PlayerOnly);
                };
                self.party.frame(seat, frame.kind, frame.value);
            }
            Said::Ping(ping) => self.party.ping(self.conn, ping.sent, trace_id).await,
        }
        Ok(())
    }

    /// Above the allowance live values are dropped and actions refused, without a look at anything but their id.
    async fn flooded(&mut self, text: &str) {
        self.refused += 1;
        if let Some((trace_id, action_id)) = said::whose(text) {
            self.party
                .refuse(self.conn, Refusal::Flood, Some(action_id), trace_id)
                .await;
        }
    }

    async fn refuse(&mut self, refusal: Refusal, trace_id: String) {
        self.refused += 1;
        self.party.refuse(self.conn, refusal, None, trace_id).await;
    }
}

fn after(error: &Error) -> CloseCode {
    match error {
        Error::Capacity(_) | Error::Protocol(_) | Error::Utf8(_) => CloseCode::Misbehaved,
        _ => CloseCode::Silent,
    }
}

async fn write(line: &Line, inbox: &mut Inbox, trip: &RoundTrip) {
    let mut pings = FIRST_PINGS.into_iter().chain(std::iter::repeat(PING_EVERY));
    // Made once, and not for every message: each takes its place in a list behind a lock, and gives it back.
    let mut ping = std::pin::pin!(tokio::time::sleep(pings.next().unwrap_or(PING_EVERY)));
    loop {
        let sent = tokio::select! {
            biased;
            word = inbox.word() => match word {
                None => timeout(STUCK, line.send_all(inbox)).await,
                Some(code) => return farewell(line, inbox, code).await,
            },
            () = &mut ping => {
                ping.as_mut().reset(Instant::now() + pings.next().unwrap_or(PING_EVERY));
                timeout(STUCK, line.say(trip.ping())).await
            }
        };
        if !matches!(sent, Ok(Ok(()))) {
            return;
        }
    }
}

/// What was queued before the closing is still sent: an answer must not be lost to it.
async fn farewell(line: &Line, inbox: &mut Inbox, code: CloseCode) {
    let all = async {
        line.send_all(inbox).await?;
        line.say(Message::Close(Some(close_frame(code)))).await
    };
    // It is being closed; whether it hears why is its own matter.
    let _ = timeout(FAREWELL, all).await;
}

fn close_frame(code: CloseCode) -> CloseFrame {
    CloseFrame {
        code: code.number().into(),
        reason: code.reason().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_round_trip_is_the_least_and_rubbish_does_not_count() {
        let trip = RoundTrip::new();
        assert_eq!(trip.lag(), Duration::ZERO);
        trip.pong(b"rubbish");
        trip.pong(&u128::MAX.to_be_bytes());
        assert_eq!(trip.lag(), Duration::ZERO);
    }
}
