//! The accept loop: our own, because warp's neither sets TCP_NODELAY nor times a request's head. Connections are capped, and none
//! is served under a foreign name.

use super::lull::Lull;
use super::places::{Places, Seatbelt};
use super::stall::Wire;
use super::vitals::Peer;
use super::{House, allow, call, errors, games, guard, routes, trace};
use crate::game::Refusal;
use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

/// A request's head that takes longer is cut off; so is a kept connection that says nothing for so long.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);
/// After a failed accept (out of descriptors), so that the loop does not spin.
const BREATH: Duration = Duration::from_millis(50);
/// How long requests and sockets may take to come to an end when the house closes.
const FAREWELL: Duration = Duration::from_secs(2);
/// Descriptors that are not for connections: database, sound, mDNS, the listener.
const RESERVED: u64 = 64;
/// What the kernel keeps for a phone that does not read; the rest waits in its bounded queue. Bytes.
const SEND_BUFFER: usize = 64 * 1024;
const MOST_CONNECTIONS: u64 = 20_000;

/// Raises the limit of open descriptors as far as the system allows; gives the number of connections that fit.
pub fn raise_descriptor_limit() -> usize {
    let allowed = rlimit::increase_nofile_limit(MOST_CONNECTIONS + RESERVED).unwrap_or(1_024);
    allowed.saturating_sub(RESERVED).clamp(16, MOST_CONNECTIONS) as usize
}

/// Serves a house on any listener until `shutdown` is cancelled. What has been asked by then is answered, within bounds.
pub async fn listen(listener: TcpListener, house: Arc<House>, most_connections: usize, shutdown: CancellationToken) {
    let places = house.places.get_or_init(|| Places::new(most_connections));
    let service = TowerToHyperService::new(warp::service(routes::all(Arc::clone(&house))));
    loop {
        // A full house closes as well as an empty one.
        let accepted = tokio::select! {
            next = next(&listener, places) => next,
            () = shutdown.cancelled() => break,
        };
        match accepted {
            Ok(guest) => {
                let (house, service, shutdown) = (Arc::clone(&house), service.clone(), shutdown.clone());
                tokio::spawn(connection(guest, house, service, shutdown));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    // Whoever comes now is refused at once, and tries again, instead of waiting for nobody.
    drop(listener);
    if timeout(FAREWELL, places.all_gone()).await.is_err() {
        tracing::debug!("some connections were cut");
    }
}

/// Somebody who has come, and a place for them.
struct Guest {
    stream: TcpStream,
    peer: SocketAddr,
    place: Seatbelt,
    lull: Arc<Lull>,
}

/// Somebody, and then a place: only when somebody is there, others have to make room.
async fn next(listener: &TcpListener, places: &Places) -> io::Result<Guest> {
    let (stream, peer) = listener.accept().await?;
    let place = Arc::new(places.take().await);
    let lull = places.fall_silent();
    Ok(Guest {
        stream,
        peer,
        place,
        lull,
    })
}

async fn connection<S>(guest: Guest, house: Arc<House>, service: S, shutdown: CancellationToken)
where
    S: Service<Request<Full<Bytes>>, Response = warp::reply::Response, Error = Infallible> + Send + Sync + 'static,
    S::Future: Send,
{
    let Guest {
        stream,
        peer,
        place,
        lull,
    } = guest;
    // A message must not wait for the acknowledgement of the one before it.
    if let Err(error) = stream
        .set_nodelay(true)
        .and_then(|()| SockRef::from(&stream).set_send_buffer_size(SEND_BUFFER))
    {
        tracing::debug!(%error, "a socket option was refused");
    }
    let stream = Wire::new(stream, house.bounds.unread);
    let service = Arc::new(service);
    let silence = Arc::clone(&lull);
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Arc::clone(&place));
        request.extensions_mut().insert(Peer(peer));
        let (house, service) = (Arc::clone(&house), Arc::clone(&service));
        let lull = Arc::clone(&silence);
        async move { Ok::<_, Infallible>(traced(request, &house, service.as_ref(), &lull).await) }
    });
    let mut served = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(SLOWEST_HEAD)
            .max_buf_size(64 * 1024)
            .serve_connection(TokioIo::new(stream), answer)
            .with_upgrades()
    );
    let result = tokio::select! {
        result = served.as_mut() => result,
        // Somebody else needs the place.
        () = lull.is_over() => Ok(()),
        () = shutdown.cancelled() => {
            served.as_mut().graceful_shutdown();
            timeout(FAREWELL, served).await.unwrap_or(Ok(()))
        }
    };
    if let Err(error) = result {
        tracing::debug!(%error, "a connection broke");
    }
}

/// Whatever is told of a request stands under one trace, which the answer names.
async fn traced<S>(request: Request<Incoming>, house: &House, service: &S, lull: &Arc<Lull>) -> warp::reply::Response
where
    S: Service<Request<Full<Bytes>>, Response = warp::reply::Response, Error = Infallible>,
{
    let trace = trace::of(request.headers());
    let span = trace::request(&trace, request.method(), request.uri());
    let mut response = guarded(request, house, service, lull).instrument(span.clone()).await;
    let status = response.status();
    house.hub.meter().answered(status.as_str());
    span.in_scope(|| tracing::debug!(status = status.as_u16(), "answered"));
    trace::name(response.headers_mut(), &trace);
    response
}

/// Host and Origin first, then the bounded body, then the handler; every answer leaves with the security headers.
async fn guarded<S>(request: Request<Incoming>, house: &House, service: &S, lull: &Arc<Lull>) -> warp::reply::Response
where
    S: Service<Request<Full<Bytes>>, Response = warp::reply::Response, Error = Infallible>,
{
    // A head was heard; whoever owes its body is silent again.
    drop(lull.interrupt());
    let (head, body) = request.into_parts();
    let path = head.uri.path().to_owned();
    let authority = guard::check(&head.headers, &head.uri, &house.names());
    let mut response = match &authority {
        Err(refusal) => errors::answer(refusal),
        // Such as CONNECT: there is no path that a handler could look at.
        Ok(_) if head.uri.path_and_query().is_none() => errors::answer(&Refusal::MethodNotAllowed),
        Ok(_) => match carried(&head, body, house).await {
            Err(refusal) => errors::answer(&refusal),
            Ok(body) => {
                let _under_way = lull.interrupt();
                service
                    .call(Request::from_parts(head, Full::new(body)))
                    .await
                    .unwrap_or_else(|never| match never {})
            }
        },
    };
    allow::name(&path, &mut response);
    guard::secure(response.headers_mut(), authority.as_deref().unwrap_or("localhost"));
    response
}

/// Reads the body. Large ones are few at a time: nobody is to fill the memory with them.
async fn carried(head: &http::request::Parts, body: Incoming, house: &House) -> Result<Bytes, Refusal> {
    let largest = games::largest_body(&head.method, head.uri.path());
    // Strangers bring nothing large, and take nobody's turn.
    if largest <= call::LARGEST_BODY || !games::is_host(head, house).await {
        return call::read(body, largest.min(call::LARGEST_BODY)).await;
    }
    let _turn = house.carriers.acquire().await.map_err(|_| Refusal::Internal)?;
    call::read(body, largest).await
}
