//! What those who look after the appliance ask: is everybody there (`/healthz`), and the figures (`/metrics`). Who is in good health
//! anybody may know. The figures are for this machine itself and for the host: they tell how many are here and how busy it is, and on
//! a LAN full of guests that is nobody else's business.

use super::House;
use super::call::{Call, reply};
use super::routes::host_of;
use crate::game::Refusal;
use crate::meter::{Meter, Present};
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, Method, StatusCode};
use serde_json::json;
use std::net::SocketAddr;
use warp::reply::Response;

/// Where a connection comes from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Headers of a proxy: behind one, everybody seems to be this machine.
const OF_A_PROXY: [&str; 3] = ["forwarded", "x-forwarded-for", "x-real-ip"];

/// `/healthz`.
pub async fn health(house: &House, call: &Call) -> Result<Response, Refusal> {
    call.only(&Method::GET)?;
    let parties = house.hub.health(house.bounds.answer).await?;
    Ok(reply(StatusCode::OK, &json!({ "status": "ok", "parties": parties })))
}

/// `/metrics`.
pub async fn figures(house: &House, call: &Call, peer: Option<Peer>) -> Result<Response, Refusal> {
    call.only(&Method::GET)?;
    if !is_this_machine(peer, &call.headers) {
        host_of(&house.hub.current(), call).await?;
    }
    let mut present = house.hub.present(house.bounds.answer).await;
    if let Some(places) = house.places.get() {
        (present.connections, present.most_connections) = (places.taken(), places.most());
    }
    text(house.hub.meter(), &present)
}

fn text(meter: &Meter, present: &Present) -> Result<Response, Refusal> {
    let mut response = Response::new(meter.text(present).into());
    let kind = HeaderValue::try_from(Meter::kind()).map_err(|_| Refusal::Internal)?;
    response.headers_mut().insert(CONTENT_TYPE, kind);
    Ok(response)
}

fn is_this_machine(peer: Option<Peer>, headers: &HeaderMap) -> bool {
    let local = peer.is_some_and(|Peer(peer)| peer.ip().to_canonical().is_loopback());
    local && !OF_A_PROXY.iter().any(|name| headers.contains_key(*name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_speaks_from_this_machine_and_for_itself_is_it() {
        let from = |peer: &str| Some(Peer(peer.parse().unwrap()));
        let plain = HeaderMap::new();
        for local in ["127.0.0.1:5000", "[::1]:5000", "[::ffff:127.0.0.1]:5000"] {
            assert!(is_this_machine(from(local), &plain), "{local}");
        }
        for other in ["192.168.1.7:5000", "[fe80::1]:5000", "[::ffff:10.0.0.1]:5000"] {
            assert!(!is_this_machine(from(other), &plain), "{other}");
        }
        assert!(!is_this_machine(None, &plain));
        for name in OF_A_PROXY {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static("192.168.1.7"));
            assert!(!is_this_machine(from("127.0.0.1:5000"), &headers), "{name}");
        }
    }
}
