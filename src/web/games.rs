//! The addresses that games bring with them, under `/api/session/{code}/{slug}/`: each game's own table says who may ask and what
//! happens. Moves go to the party; all else is answered by the gallery, where waiting hurts nobody.

use super::House;
use super::call::{self, Call, reply};
use super::errors;
use crate::game::{self, Question, Refusal, Serves, Viewer, Who, registry};
use crate::id::SeatId;
use crate::party::{Exhibit, PartyHandle, Stamp};
use crate::protocol::ActionRequest;
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderValue, Method, StatusCode};
use serde_json::Value;
use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;
use tokio::sync::{AcquireError, OwnedSemaphorePermit};
use warp::reply::Response;

const NEVER_CHANGES: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// The game's route that a path names, if it is one.
pub fn route_of(method: &Method, slug: &str, path: &str) -> Result<&'static game::Route, Refusal> {
    let mut named = registry::routes(slug)
        .iter()
        .filter(|route| route.path == path)
        .peekable();
    named.peek().ok_or(Refusal::NotFound)?;
    let wanted = if method == Method::POST {
        game::Method::Post
    } else {
        game::Method::Get
    };
    let known = method == Method::POST || method == Method::GET || method == Method::HEAD;
    named
        .find(|route| known && route.method == wanted)
        .ok_or(Refusal::MethodNotAllowed)
}

/// The largest body that an address takes: a game's picture may be larger than all else.
pub fn largest_body(method: &Method, path: &str) -> usize {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let ["api", "session", _, slug, name] = parts[..] else {
        return call::LARGEST_BODY;
    };
    match route_of(method, slug, name).map(|route| route.serves) {
        Ok(Serves::Drafting { largest, .. }) => largest,
        _ => call::LARGEST_BODY,
    }
}

/// Does a request come from the host of the party that it names?
pub async fn is_host(head: &http::request::Parts, house: &House) -> bool {
    let call = Call {
        method: head.method.clone(),
        headers: head.headers.clone(),
        query: String::new(),
    };
    let code = head.uri.path().trim_matches('/').split('/').nth(2).unwrap_or_default();
    match (call.bearer(), house.hub.find(code).await) {
        (Ok(token), Ok(party)) => matches!(party.who(token).await, Ok(Viewer::Host)),
        _ => false,
    }
}

/// One request to a game.
pub struct ToGame {
    /// The party's code.
    pub code: String,
    /// The game's slug.
    pub slug: String,
    /// What stands behind it.
    pub path: String,
    /// The request.
    pub call: Call,
    /// Its body.
    pub body: Bytes,
}

/// Answers it.
pub async fn answer(house: Arc<House>, asked: ToGame) -> Result<Response, Refusal> {
    let route = route_of(&asked.call.method, &asked.slug, &asked.path)?;
    let slug = registry::slug(&asked.slug).ok_or(Refusal::NotFound)?;
    let party = house.hub.find(&asked.code).await?;
    admit(&house, &party, route, &asked.call).await?;
    match route.serves {
        Serves::Move(action) => {
            let (action_id, payload) = body_of_move(&asked.body)?;
            make(&party, slug, &asked.call, action, action_id, payload).await
        }
        Serves::Reading | Serves::LookingBack | Serves::Drawing => read(&house, &party, route, asked).await,
        Serves::Drafting { action, .. } => {
            let action_id = asked
                .call
                .parameter("action_id")
                .map(str::to_owned)
                .or_else(|| id_in(&asked.body));
            let action_id = action_id.unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
            let call = Call {
                headers: asked.call.headers.clone(),
                method: asked.call.method.clone(),
                query: asked.call.query.clone(),
            };
            // One after the other, each until it is done: what is worked out next finds it.
            let _turn = house.drafting.lock().await;
            let payload = draft(&house, &party, route, asked).await?;
            make(&party, slug, &call, action, action_id, payload).await
        }
    }
}

/// Who may ask, and how often: by the token, never by the address.
async fn admit(house: &House, party: &PartyHandle, route: &game::Route, call: &Call) -> Result<(), Refusal> {
    if route.who == Who::Anyone {
        return Ok(());
    }
    let token = call.bearer()?;
    house.saying.take(&token)?;
    // A move's rights are judged with the move.
    if matches!(route.serves, Serves::Move(_)) {
        return Ok(());
    }
    match (route.who, party.who(token).await?) {
        (Who::Host, Viewer::Host) | (Who::Holder | Who::Anyone, _) => Ok(()),
        (Who::Host, _) => Err(Refusal::HostOnly),
    }
}

async fn make(
    party: &PartyHandle,
    slug: &'static str,
    call: &Call,
    action: &str,
    action_id: String,
    payload: Value,
) -> Result<Response, Refusal> {
    let request = ActionRequest {
        action_id,
        action_type: action.to_owned(),
        payload,
        campaign_run_id: None,
        character_id: None,
    };
    let result = party.act_in(slug, call.bearer()?, request, Stamp::now()).await?;
    Ok(reply(StatusCode::OK, &result))
}

/// The body of a move: its payload, and beside it the action's id.
fn body_of_move(body: &[u8]) -> Result<(String, Value), Refusal> {
    let mut payload: serde_json::Map<String, Value> = call::json(body)?;
    match payload.remove("action_id") {
        Some(Value::String(action_id)) => Ok((action_id, Value::Object(payload))),
        _ => Err(Refusal::ActionIdInvalid),
    }
}

fn id_in(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    Some(value.get("action_id")?.as_str()?.to_owned())
}

fn exhibit(party: &PartyHandle, slug: &str) -> Result<Exhibit, Refusal> {
    party
        .exhibit()
        .filter(|exhibit| exhibit.slug == slug)
        .ok_or(Refusal::SessionNotActive)
}

async fn read(
    house: &House,
    party: &PartyHandle,
    route: &'static game::Route,
    asked: ToGame,
) -> Result<Response, Refusal> {
    let gzip = header(&asked.call, ACCEPT_ENCODING).is_some_and(takes_gzip);
    let said = at_the_gallery(house, party, route, asked, |exhibit, question, past| {
        exhibit.gallery.read(question, past)
    });
    Ok(respond(said.await?, gzip))
}

async fn draft(
    house: &House,
    party: &PartyHandle,
    route: &'static game::Route,
    asked: ToGame,
) -> Result<Value, Refusal> {
    at_the_gallery(house, party, route, asked, |exhibit, question, past| {
        exhibit.gallery.draft(question, past)
    })
    .await
}

/// Asks the gallery on a thread that may wait; what looks back waits for its turn.
async fn at_the_gallery<T: Send + 'static>(
    house: &House,
    party: &PartyHandle,
    route: &'static game::Route,
    asked: ToGame,
    ask: impl FnOnce(&Exhibit, &Question, &dyn game::Past) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let exhibit = exhibit(party, &asked.slug)?;
    let past = party.past(&exhibit);
    let turn = turn(house, party, route, &asked.call).await;
    // Not sooner: whoever waits for a turn holds nothing meanwhile.
    let names = match route.names {
        true => party.names().await?,
        false => HashMap::new(),
    };
    let work = move || {
        let _turn = turn;
        let etag = header(&asked.call, IF_NONE_MATCH);
        let question = Question {
            path: route.path,
            query: &asked.call.query,
            etag: etag.map(|etag| etag.trim_start_matches("W/").trim_matches('"')),
            body: &asked.body,
            names: &|seat: SeatId| names.get(&seat).cloned(),
        };
        ask(&exhibit, &question, &past)
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Refusal::Internal)?
}

/// The turn that a question waits for. The host does not wait behind strangers.
async fn turn(
    house: &House,
    party: &PartyHandle,
    route: &game::Route,
    call: &Call,
) -> Option<Result<OwnedSemaphorePermit, AcquireError>> {
    let turns = match route.serves {
        Serves::LookingBack => &house.lookers_back,
        Serves::Drawing => &house.drawers,
        Serves::Reading | Serves::Move(_) | Serves::Drafting { .. } => return None,
    };
    let token = call.bearer().ok();
    let host = match token {
        Some(token) => matches!(party.who(token).await, Ok(Viewer::Host)),
        None => false,
    };
    match host {
        true => None,
        false => Some(turns.clone().acquire_owned().await),
    }
}

/// Is gzip among the codings that are accepted, and not with the weight 0?
fn takes_gzip(codings: &str) -> bool {
    codings.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        name.trim() == "gzip" && !refused
    })
}

fn header(call: &Call, name: http::HeaderName) -> Option<&str> {
    call.headers.get(name)?.to_str().ok()
}

fn respond(said: game::Reply, takes_gzip: bool) -> Response {
    match said {
        game::Reply::Unchanged { etag } => {
            let mut response = Response::new(Bytes::new().into());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            name_edition(&mut response, &etag, false);
            response
        }
        game::Reply::Body {
            kind,
            gzip,
            etag,
            immutable,
            bytes,
        } => {
            let Some(bytes) = plain_if(gzip && !takes_gzip, bytes) else {
                return errors::answer(&Refusal::Internal);
            };
            let mut response = Response::new(bytes.into());
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            if gzip && takes_gzip {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
            if let Some(etag) = etag {
                name_edition(&mut response, &etag, immutable);
            }
            response
        }
    }
}

/// For those few who do not take gzip.
fn plain_if(wanted: bool, bytes: Bytes) -> Option<Bytes> {
    if !wanted {
        return Some(bytes);
    }
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).ok()?;
    Some(plain.into())
}

fn name_edition(response: &mut Response, etag: &str, immutable: bool) {
    let headers = response.headers_mut();
    // Weak: packed or plain, it is the same edition.
    if let Ok(etag) = HeaderValue::try_from(format!("W/\"{etag}\"")) {
        headers.insert(ETAG, etag);
    }
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(CACHE_CONTROL, if immutable { NEVER_CHANGES } else { ASK_AGAIN });
}

#[cfg(test)]
mod tests {
    use super::takes_gzip;

    #[test]
    fn a_coding_with_the_weight_0_is_not_taken() {
        for taken in ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.5", "deflate,gzip;q=1"] {
            assert!(takes_gzip(taken), "{taken}");
        }
        for refused in ["", "br", "gzip;q=0", "gzip;q=0.0, br", "xgzip"] {
            assert!(!takes_gzip(refused), "{refused}");
        }
    }
}
