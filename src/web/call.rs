//! One request as the handlers see it: method, headers, query, and a body that is bounded in size and time.

use super::errors;
use crate::game::Refusal;
use crate::id::{Token, TokenHash};
use crate::protocol::read_object;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use warp::reply::Response;

/// No request of ours comes near it, but a game's picture.
pub const LARGEST_BODY: usize = 64 * 1024;
/// A body that trickles is cut off.
const SLOWEST_BODY: Duration = Duration::from_secs(10);

/// A request's head.
pub struct Call {
    /// GET, POST, …
    pub method: Method,
    /// Its headers.
    pub headers: HeaderMap,
    /// What stands behind the question mark.
    pub query: String,
}

impl Call {
    /// The token in `Authorization: Bearer …`.
    pub fn bearer(&self) -> Result<TokenHash, Refusal> {
        let value = self
            .headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let token = value.strip_prefix("Bearer ").ok_or(Refusal::TokenInvalid)?;
        Ok(Token::from_wire(token.trim()).hash())
    }

    /// A parameter of the query; our values need no decoding but the percent signs that some readers put in.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .split('&')
            .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// Refuses every other method.
    pub fn only(&self, method: &Method) -> Result<(), Refusal> {
        let head = self.method == Method::HEAD && method == Method::GET;
        if self.method == method || head {
            Ok(())
        } else {
            Err(Refusal::MethodNotAllowed)
        }
    }
}

/// Reads a body to its end, within bounds. A length header is neither needed nor believed.
pub async fn read<B>(body: B, largest: usize) -> Result<Bytes, Refusal>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let whole = Limited::new(body, largest).collect();
    match tokio::time::timeout(SLOWEST_BODY, whole).await {
        Err(_) => Err(Refusal::TooSlow),
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::TooLarge),
        Ok(Err(error)) => Err(Refusal::Malformed {
            reason: error.to_string(),
        }),
    }
}

/// Reads JSON of the shape `T`; an empty body counts as `{}`.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    let malformed = |reason: String| Refusal::Malformed { reason };
    let text = std::str::from_utf8(body).map_err(|error| malformed(error.to_string()))?;
    let text = if text.trim().is_empty() { "{}" } else { text };
    read_object(text).map_err(|error| malformed(error.to_string()))
}

/// An answer in JSON.
pub fn reply(status: StatusCode, payload: &impl Serialize) -> Response {
    match serde_json::to_vec(payload) {
        Ok(body) => written(status, Bytes::from(body)),
        Err(_) => errors::answer(&Refusal::Internal),
    }
}

/// An answer that is JSON already.
pub fn written(status: StatusCode, body: Bytes) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}
