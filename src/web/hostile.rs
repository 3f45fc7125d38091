//! What strangers may send to the door, read as the door reads it: texts of a socket, bodies and heads of requests. Whatever comes,
//! nothing panics, a refusal has a code, and what is let in is what it should be.

use super::call::{self, Call};
use super::{guard, said, trace};
use crate::game::Refusal;
use crate::hostile::{Choices, Wishes};
use crate::protocol::*;
use http::{HeaderMap, HeaderValue, Method, Uri, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// What goes back of a text is not longer, whatever the text was.
const LONGEST_ANSWER: usize = 4_000;
/// Reads a body as its type.
type Reads = fn(&[u8]);
/// A body that the schemas describe, and its type.
const BODIES: [(&str, Reads); 7] = [
    ("JoinRequest", body_of::<JoinRequest>),
    ("PinRequest", body_of::<PinRequest>),
    ("SessionRequest", body_of::<SessionRequest>),
    ("ProgressRequest", body_of::<ProgressRequest>),
    ("FeedbackRequest", body_of::<FeedbackRequest>),
    ("PartyRequest", body_of::<PartyRequest>),
    ("ActionRequest", body_of::<ActionRequest>),
];

/// A text of a socket.
///
/// # Panics
/// If what is promised above does not hold.
pub fn envelope(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let heard = said::read(text);
    let trace_id = heard.trace_id;
    assert!(
        trace_id.chars().count() <= 64,
        "a trace id of {} bytes is sent back",
        trace_id.len()
    );
    match heard.said {
        Err(refusal) => judge(&refusal),
        Ok(said::Said::Action(request)) => {
            assert_eq!(said::whose(text), Some((trace_id, request.action_id.clone())));
            assert!(trace::short(&request.action_type).chars().count() <= 64);
            comes_back(&request);
        }
        Ok(said::Said::Frame(frame)) => assert!(frame.value.is_finite()),
        Ok(said::Said::Ping(ping)) => comes_back(&ping),
    }
}

/// A body of a request: by its schema, if the first byte is odd; else the bytes as they are.
///
/// # Panics
/// If what is promised above does not hold.
pub fn body(bytes: &[u8]) {
    static WISHES: OnceLock<Wishes> = OnceLock::new();
    let mut choices = Choices::new(bytes);
    let made = choices.byte() % 2 == 1;
    let (schema, read) = BODIES[choices.below(BODIES.len())];
    if made {
        let wishes = WISHES.get_or_init(|| Wishes::by(&schema::document()));
        read(wishes.one(schema, &mut choices).to_string().as_bytes());
    } else {
        read(choices.rest());
    }
}

fn body_of<T: DeserializeOwned + Serialize>(body: &[u8]) {
    match call::json::<T>(body) {
        Ok(body) => comes_back(&body),
        Err(refusal) => judge(&refusal),
    }
}

/// Host, Origin, Authorization and the query of a request.
///
/// # Panics
/// If a foreign name is let in, or what is promised above does not hold.
pub fn head(bytes: &[u8]) {
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    let mut headers = HeaderMap::new();
    for name in [header::HOST, header::ORIGIN, header::AUTHORIZATION] {
        let line = lines.next().unwrap_or_default();
        if let Some(value) = HeaderValue::from_bytes(line).ok().filter(|value| !value.is_empty()) {
            headers.insert(name, value);
        }
    }
    if let Ok(authority) = guard::check(&headers, &Uri::from_static("/"), &["snowparty.local".to_owned()]) {
        let (host, port) = authority.rsplit_once(':').unwrap_or((&authority, ""));
        let address = |text: &str| text.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok();
        let named = |text: &str| {
            let name = text.trim_end_matches('.').to_ascii_lowercase();
            name == "localhost" || name == "snowparty.local"
        };
        let ours = |text: &str| address(text) || named(text);
        assert!(
            ours(host) || (ours(&authority) && !port.is_empty()),
            "{authority} is let in"
        );
        let mut answer = HeaderMap::new();
        guard::secure(&mut answer, &authority);
        let policy = answer[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .expect("a policy is ASCII");
        assert_eq!(policy.matches(';').count(), 11, "{policy}");
    }
    let call = Call {
        method: Method::GET,
        headers,
        query: String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned(),
    };
    let _ = (call.parameter("session"), call.parameter("token"));
    if let Err(refusal) = call.bearer() {
        judge(&refusal);
    }
}

/// What was read can be written, and read again as the same.
fn comes_back<T: DeserializeOwned + Serialize>(read: &T) {
    let written = serde_json::to_string(read).expect("what was read can be written");
    let again: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(serde_json::to_string(&again).expect("and again"), written);
}

fn judge(refusal: &Refusal) {
    let answer = super::errors::answer(refusal);
    assert!(answer.status().is_client_error(), "{refusal:?}");
    let told = serde_json::to_string(&crate::party::system_error(refusal, None)).expect("it can be told");
    assert!(told.len() < LONGEST_ANSWER, "{} bytes go back", told.len());
}

#[cfg(test)]
mod tests {
    use crate::hostile::drawn::cases;
    use proptest::prelude::*;

    /// Pieces of what pages say, put together anyhow.
    fn text() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            Just("{\"type\":\"action.request\",\"payload\":{"),
            Just("{\"type\":\"frame\",\"payload\":{\"kind\":\"tap\",\"value\":"),
            Just("{\"type\":\"ping\",\"payload\":{\"sent\":"),
            Just("\"trace_id\":\"x\","),
            Just("\"action_id\":\"a\","),
            Just("\"action_type\":\"ready\","),
            Just("\"payload\":{\"ready\":true}"),
            Just("\"payload\":null,"),
            Just("1e999"),
            Just("-0"),
            Just("}}"),
            Just("}"),
            Just("[["),
            Just("\\ud800"),
        ];
        let anything = prop::collection::vec(any::<u8>(), 0..8);
        let part = prop_oneof![6 => piece.prop_map(|piece| piece.as_bytes().to_vec()), 1 => anything];
        prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(cases(2_000))]

        #[test]
        fn a_number_comes_back_as_it_was(digits in "[1-9][0-9]{0,90}", part in "[0-9]{1,20}") {
            super::envelope(format!("{{\"type\":\"ping\",\"payload\":{{\"sent\":{digits}.{part}}}}}").as_bytes());
        }

        #[test]
        fn a_socket_takes_a_text_or_refuses_it(text in text()) {
            super::envelope(&text);
        }

        #[test]
        fn a_body_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in text()) {
            super::body(&bytes);
            super::body(&[&[0, bytes.len() as u8], &text[..]].concat());
        }

        #[test]
        fn no_foreign_host_is_let_in(
            host in "[a-z0-9.:@\\[\\]% -]{0,24}|localhost[.:0-9a-z@]{0,8}|[0-9.:]{1,20}|snowparty.local[.:@a-z0-9]{0,6}|\\[[0-9a-f:]{2,6}\\][.:a-z0-9]{0,8}", rest in "[ -~\n]{0,60}"
        ) {
            super::head(format!("{host}\n{rest}").as_bytes());
        }
    }
}
