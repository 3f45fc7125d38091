//! The trace of a request: one id from the door to the journal, under which the log tells of it. Whoever asks may bring one; the
//! answer names it. What is told is the method and the path, never the query, where a socket's token stands.

use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use rand::RngExt;
use tracing::Span;

const HEADER: HeaderName = HeaderName::from_static("x-trace-id");
const LONGEST: usize = 64;

/// The id that a request brings, if it is one; else a new one.
pub fn of(headers: &HeaderMap) -> String {
    let brought = headers.get(HEADER).and_then(|value| value.to_str().ok());
    brought
        .filter(|id| is_an_id(id))
        .map_or_else(|| format!("{:016x}", rand::rng().random::<u64>()), str::to_owned)
}

fn is_an_id(text: &str) -> bool {
    let allowed = |c: u8| c.is_ascii_alphanumeric() || b"-_.".contains(&c);
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(allowed)
}

/// The span of a request over HTTP.
pub fn request(trace_id: &str, method: &Method, uri: &Uri) -> Span {
    tracing::error_span!("request", trace_id, method = method.as_str(), path = short(uri.path()))
}

/// The span of an action that came over a socket.
pub fn action(trace_id: &str) -> Span {
    tracing::error_span!("action", trace_id)
}

/// Names the trace in the answer.
pub fn name(headers: &mut HeaderMap, trace_id: &str) {
    if let Ok(trace_id) = HeaderValue::from_str(trace_id) {
        headers.insert(HEADER, trace_id);
    }
}

/// As much of a text of somebody else as is worth a line in the log.
pub fn short(text: &str) -> &str {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => &text[..at],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_over_and_anything_else_is_not() {
        let of = |id: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_str(id).unwrap());
            super::of(&headers)
        };
        assert_eq!(of("4bf92f35-77b3.x_1"), "4bf92f35-77b3.x_1");
        let long = "x".repeat(65);
        for other in ["", "a b", "a\u{9}b", "\"quoted\"", long.as_str()] {
            let drawn = of(other);
            assert!(drawn != other && is_an_id(&drawn), "{other}: {drawn}");
        }
        assert_ne!(super::of(&HeaderMap::new()), super::of(&HeaderMap::new()));
        assert_eq!(short(&long).len(), LONGEST);
    }
}
