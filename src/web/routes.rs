//! The addresses: one table for people and documents, and one filter for each. Once a path has matched, its handler answers,
//! whatever it finds; a rejection would let its siblings try and turn the error into a 404.

use super::call::{self, Call, reply, written};
use super::games::{self, ToGame};
use super::vitals::{self, Peer};
use super::{House, assets, errors, openapi as documents, socket};
use crate::game::{Refusal, Viewer};
use crate::id::{Device, Token, TokenHash};
use crate::party::PartyHandle;
use crate::party::Stamp;
use crate::protocol::{
    ActionRequest, FeedbackRequest, HostAnswer, JoinRequest, PartiesAnswer, PartyAnswer, PartyLine, PartyRequest,
    PinRequest, ProgressRequest, SessionRequest, schema,
};
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};
use std::future::Future;
use std::sync::{Arc, OnceLock, PoisonError};
use tokio::time::Instant;
use warp::filters::BoxedFilter;
use warp::reply::Response;
use warp::{Filter, path};

/// One operation of the REST interface, as the documents show it.
pub struct Route {
    /// GET or POST.
    pub method: &'static str,
    /// With parameters in braces.
    pub path: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The schema of the body, if it has one.
    pub body: Option<&'static str>,
    /// The status when all is well.
    pub status: u16,
    /// The schema of the answer; `None` for pictures and documents.
    pub answer: Option<&'static str>,
    /// Does it need the host's token?
    pub host: bool,
}

/// Every operation.
pub const ROUTES: [Route; 19] = [
    route(
        "GET",
        "/api/party",
        "The open party of this appliance.",
        None,
        200,
        Some("PartyAnswer"),
        false,
    ),
    route(
        "POST",
        "/api/party",
        "Opens a party beside the evening's and starts its game.",
        Some("PartyRequest"),
        201,
        Some("PartyAnswer"),
        true,
    ),
    route(
        "GET",
        "/api/parties",
        "Every open party.",
        None,
        200,
        Some("PartiesAnswer"),
        true,
    ),
    route(
        "POST",
        "/api/session/{code}/close",
        "Ends the party.",
        None,
        200,
        Some("ActionResult"),
        true,
    ),
    route(
        "POST",
        "/api/session/{code}/feedback",
        "Tells the host something.",
        Some("FeedbackRequest"),
        201,
        Some("ActionResult"),
        true,
    ),
    route(
        "GET",
        "/api/session/{code}/feedback",
        "What guests have told the host.",
        None,
        200,
        Some("FeedbackAnswer"),
        true,
    ),
    route(
        "POST",
        "/api/host",
        "Trades the PIN for the host's token.",
        Some("PinRequest"),
        200,
        Some("HostAnswer"),
        false,
    ),
    route(
        "POST",
        "/api/session",
        "Opens the party's next session.",
        Some("SessionRequest"),
        201,
        Some("StateAnswer"),
        true,
    ),
    route(
        "POST",
        "/api/session/{code}/join",
        "Takes a seat.",
        Some("JoinRequest"),
        201,
        Some("JoinAnswer"),
        false,
    ),
    route(
        "POST",
        "/api/session/{code}/start",
        "Starts the session.",
        None,
        200,
        Some("StateAnswer"),
        true,
    ),
    route(
        "GET",
        "/api/session/{code}/state",
        "The present state, for resync.",
        None,
        200,
        Some("StateAnswer"),
        false,
    ),
    route(
        "GET",
        "/api/session/{code}/qr.svg",
        "The QR code that leads to the party.",
        None,
        200,
        None,
        false,
    ),
    route(
        "POST",
        "/api/progress",
        "Reports a level's result.",
        Some("ProgressRequest"),
        200,
        Some("ActionResult"),
        false,
    ),
    route(
        "GET",
        "/api/library/quest",
        "The campaigns that can be begun, and the runs that can be continued.",
        None,
        200,
        Some("QuestLibrary"),
        true,
    ),
    route(
        "GET",
        "/api/schema",
        "JSON Schemas of everything on the wire.",
        None,
        200,
        None,
        false,
    ),
    route(
        "GET",
        "/healthz",
        "Whether the parties and the journal's writer answer; 503 with a code if one does not.",
        None,
        200,
        None,
        false,
    ),
    route(
        "GET",
        "/metrics",
        "The figures for Prometheus; without a token on the machine itself only.",
        None,
        200,
        None,
        true,
    ),
    route("GET", "/api/openapi.json", "This document.", None, 200, None, false),
    route(
        "GET",
        "/api/asyncapi.json",
        "The messages of the socket.",
        None,
        200,
        None,
        false,
    ),
];

const fn route(
    method: &'static str,
    path: &'static str,
    summary: &'static str,
    body: Option<&'static str>,
    status: u16,
    answer: Option<&'static str>,
    host: bool,
) -> Route {
    Route {
        method,
        path,
        summary,
        body,
        status,
        answer,
        host,
    }
}

/// Everything that is served.
pub fn all(house: Arc<House>) -> BoxedFilter<(Response,)> {
    let api = on(&house, fixed(path!("api" / "party")), party)
        .or(on(&house, fixed(path!("api" / "parties")), parties))
        .unify()
        .or(on(&house, path!("api" / "session" / String / "close").boxed(), close))
        .unify()
        .or(on(
            &house,
            path!("api" / "session" / String / "feedback").boxed(),
            feedback,
        ))
        .unify()
        .or(on(&house, path!("api" / "library" / String).boxed(), library))
        .unify()
        .or(on(&house, fixed(path!("api" / "host")), host))
        .unify()
        .or(on(&house, fixed(path!("api" / "session")), open_session))
        .unify()
        .or(on(&house, path!("api" / "session" / String / "join").boxed(), join))
        .unify()
        .or(on(&house, path!("api" / "session" / String / "start").boxed(), start))
        .unify()
        .or(on(&house, path!("api" / "session" / String / "state").boxed(), state))
        .unify()
        .or(on(&house, path!("api" / "session" / String / "qr.svg").boxed(), qr))
        .unify()
        .or(on(&house, fixed(path!("api" / "progress")), progress))
        .unify()
        .or(on(&house, of_a_game(), game))
        .unify()
        .boxed();
    let documents = on(&house, fixed(path!("api" / "schema")), schema)
        .or(on(&house, fixed(path!("api" / "openapi.json")), openapi))
        .unify()
        .or(on(&house, fixed(path!("api" / "asyncapi.json")), asyncapi))
        .unify()
        .boxed();
    let vitals = on(&house, fixed(path!("healthz")), healthz)
        .or(on(&house, fixed(path!("metrics")), metrics))
        .unify()
        .boxed();
    let files = on(&house, path!("sounds" / String).boxed(), sound)
        .or(on(
            &house,
            path::full()
                .map(|full: path::FullPath| full.as_str().to_owned())
                .boxed(),
            page,
        ))
        .unify()
        .boxed();
    api.or(documents)
        .unify()
        .or(vitals)
        .unify()
        .or(socket::route(house))
        .unify()
        .or(files)
        .unify()
        .boxed()
}

/// A path without parameters, in the form of those that have one.
fn fixed<P>(path: P) -> BoxedFilter<(String,)>
where
    P: Filter<Extract = (), Error = warp::Rejection> + Clone + Send + Sync + 'static,
{
    path.map(String::new).boxed()
}

/// `/api/session/{code}/{slug}/{path}`, the three of them as one.
fn of_a_game() -> BoxedFilter<(String,)> {
    path!("api" / "session" / String / String / String)
        .map(|code: String, slug: String, path: String| format!("{code}/{slug}/{path}"))
        .boxed()
}

/// A request as its handler takes it.
struct Asked {
    call: Call,
    body: Bytes,
    /// What stood in the path's gap, if it has one.
    part: String,
    /// Where it comes from.
    peer: Option<Peer>,
}

/// Joins a path and its handler, which always answers.
fn on<H, F>(house: &Arc<House>, path: BoxedFilter<(String,)>, handle: H) -> BoxedFilter<(Response,)>
where
    H: Fn(Arc<House>, Asked) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<Response, Refusal>> + Send,
{
    let house = Arc::clone(house);
    let query = warp::query::raw().or(warp::any().map(String::new)).unify();
    path.and(warp::method())
        .and(warp::header::headers_cloned())
        .and(query)
        .and(warp::body::bytes())
        .and(warp::ext::optional::<Peer>())
        .then(
            move |part: String, method: Method, headers: HeaderMap, query: String, body: Bytes, peer: Option<Peer>| {
                let asked = Asked {
                    call: Call { method, headers, query },
                    body,
                    part,
                    peer,
                };
                let answered = handle(Arc::clone(&house), asked);
                async move { answered.await.unwrap_or_else(|refusal| errors::answer(&refusal)) }
            },
        )
        .boxed()
}

async fn party(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    if asked.call.method == Method::POST {
        return open_party(house, asked).await;
    }
    asked.call.only(&Method::GET)?;
    let now = house.hub.current().state().await?;
    let party = now.state.party.clone();
    Ok(reply(StatusCode::OK, &PartyAnswer { party }))
}

/// The host's token, if it is one of this party's.
pub async fn host_of(party: &PartyHandle, call: &Call) -> Result<TokenHash, Refusal> {
    let token = call.bearer()?;
    match party.who(token.clone()).await? {
        Viewer::Host => Ok(token),
        Viewer::Player(_) | Viewer::Tv => Err(Refusal::HostOnly),
    }
}

async fn open_party(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    let host = host_of(&house.hub.current(), &asked.call).await?;
    house.saying.take(&host)?;
    let request: PartyRequest = call::json(&asked.body)?;
    let party = house.hub.open_beside(host, request).await?;
    let now = party.state().await?;
    let party = now.state.party.clone();
    Ok(reply(StatusCode::CREATED, &PartyAnswer { party }))
}

async fn parties(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    let evening = house.hub.current();
    host_of(&evening, &asked.call).await?;
    let mut parties = Vec::new();
    for party in house.hub.all() {
        let now = party.state().await?;
        let state = &now.state;
        parties.push(PartyLine {
            code: party.code().clone(),
            name: state.party.name.clone(),
            game: state.session.game.clone(),
            players: state.players.len() as u32,
            evening: party.code() == evening.code(),
            join_url: state.party.join_url.clone(),
        });
    }
    parties.sort_by_key(|line| (!line.evening, line.code.clone()));
    Ok(reply(StatusCode::OK, &PartiesAnswer { parties }))
}

async fn close(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let party = house.hub.find(&asked.part).await?;
    let request = ActionRequest::unnamed("close", json!({}));
    let result = party.act_as(asked.call.bearer()?, request, Stamp::now()).await?;
    Ok(reply(StatusCode::OK, &result))
}

async fn feedback(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    let party = house.hub.find(&asked.part).await?;
    if asked.call.method != Method::POST {
        asked.call.only(&Method::GET)?;
        host_of(&party, &asked.call).await?;
        return Ok(reply(StatusCode::OK, &party.feedback().await?));
    }
    let token = asked.call.bearer()?;
    house.saying.take(&token)?;
    let request: FeedbackRequest = call::json(&asked.body)?;
    let payload = serde_json::to_value(request).map_err(|_| Refusal::Internal)?;
    let request = ActionRequest::unnamed("feedback", payload);
    let result = party.act_as(token, request, Stamp::now()).await?;
    Ok(reply(StatusCode::CREATED, &result))
}

async fn library(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    host_of(&house.hub.current(), &asked.call).await?;
    Ok(reply(StatusCode::OK, &house.hub.library(&asked.part).await?))
}

async fn host(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let request: PinRequest = call::json(&asked.body)?;
    house
        .door
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .knock(&request.pin, Instant::now())?;
    let party = house.hub.current();
    let token = house.hub.host_key().await?;
    Ok(reply(
        StatusCode::OK,
        &HostAnswer {
            token: token.reveal().to_owned(),
            code: party.code().clone(),
        },
    ))
}

async fn open_session(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let request: SessionRequest = call::json(&asked.body)?;
    let payload = serde_json::to_value(request).map_err(|_| Refusal::Internal)?;
    let party = house.hub.current();
    party
        .act_as(
            asked.call.bearer()?,
            ActionRequest::unnamed("open", payload),
            Stamp::now(),
        )
        .await?;
    Ok(written(StatusCode::CREATED, party.state().await?.text()))
}

async fn join(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let party = house.hub.find(&asked.part).await?;
    let mut request: JoinRequest = call::json(&asked.body)?;
    let device = Device::of(request.device_uuid.as_deref()).ok_or(Refusal::DeviceInvalid)?;
    house.joining.take(&device.hash())?;
    request.device_uuid = Some(device.reveal());
    let joined = party.join(request).await?;
    let token = Token::from_wire(&joined.token).hash();
    house.saying.hand_on(&device.hash(), token, Instant::now());
    Ok(reply(StatusCode::CREATED, &joined))
}

async fn start(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let party = house.hub.find(&asked.part).await?;
    party
        .act_as(
            asked.call.bearer()?,
            ActionRequest::unnamed("start", json!({})),
            Stamp::now(),
        )
        .await?;
    Ok(written(StatusCode::OK, party.state().await?.text()))
}

async fn state(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    let party = house.hub.find(&asked.part).await?;
    Ok(written(StatusCode::OK, party.state().await?.text()))
}

async fn qr(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    let party = house.hub.find(&asked.part).await?;
    let svg = (house.media.qr)(&party.state().await?.state.party.join_url);
    assets::document("qr.svg", Bytes::from(svg))
}

async fn progress(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::POST)?;
    let stamp = Stamp::now();
    let request: ProgressRequest = call::json(&asked.body)?;
    let token = Token::from_wire(&request.player_token).hash();
    house.saying.take(&token)?;
    for party in house.hub.all() {
        let action = progress_action(&request, party.state().await?.state.session.session_id.0);
        match party.act_as(token.clone(), action, stamp).await {
            Err(Refusal::TokenInvalid) => {}
            result => return Ok(reply(StatusCode::OK, &result?)),
        }
    }
    Err(Refusal::TokenInvalid)
}

/// A result without an id of its own counts once a session, level and question.
fn progress_action(request: &ProgressRequest, session: u32) -> ActionRequest {
    let question = request
        .details
        .get("question")
        .map(Value::to_string)
        .unwrap_or_default();
    let level: String = request.level.chars().take(16).collect();
    let own_id = || {
        format!(
            "rest:{session}:{level}:{}",
            question.chars().take(8).collect::<String>()
        )
    };
    ActionRequest {
        action_id: request.action_id.clone().unwrap_or_else(own_id),
        action_type: "progress".to_owned(),
        payload: json!({
            "level": request.level, "score": request.score, "time": request.time, "details": request.details,
        }),
        campaign_run_id: None,
        character_id: None,
    }
}

async fn game(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    let mut parts = asked.part.splitn(3, '/').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    let to_game = ToGame {
        code: next(),
        slug: next(),
        path: next(),
        call: asked.call,
        body: asked.body,
    };
    games::answer(house, to_game).await
}

async fn healthz(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    vitals::health(&house, &asked.call).await
}

async fn metrics(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    vitals::figures(&house, &asked.call, asked.peer).await
}

async fn schema(_: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    document(&asked, &MADE, schema::document)
}

async fn openapi(_: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    document(&asked, &MADE, documents::openapi)
}

async fn asyncapi(_: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    document(&asked, &MADE, documents::asyncapi)
}

/// A document that says the same as long as this program runs: made once.
fn document(asked: &Asked, made: &'static OnceLock<Bytes>, make: fn() -> Value) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    let body = made.get_or_init(|| Bytes::from(make().to_string()));
    assets::document("document.json", body.clone())
}

async fn sound(house: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    asked.call.only(&Method::GET)?;
    let data = if asked.part.ends_with(".wav") {
        house.unpacked(&asked.part).await?
    } else {
        assets::bytes_of((house.media.sound)(&asked.part).ok_or(Refusal::NotFound)?)
    };
    assets::media(&asked.part, &data, &asked.call)
}

async fn page(_: Arc<House>, asked: Asked) -> Result<Response, Refusal> {
    assets::serve(&asked.part, &asked.call)
}
