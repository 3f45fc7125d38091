//! What is checked before a request reaches its handler, and what every answer carries. The Host header keeps foreign pages out
//! that point their own name at our address (DNS rebinding); the Origin header those that call us from elsewhere.

use super::assets::CACHE_NOTHING;
use crate::game::Refusal;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue, Uri};
use std::net::{IpAddr, Ipv6Addr};

/// Checks Host and Origin; gives the authority under which we were called.
pub fn check(headers: &HeaderMap, uri: &Uri, names: &[String]) -> Result<String, Refusal> {
    let one = |name| headers.get_all(name).iter().count() <= 1;
    if !(one(HOST) && one(ORIGIN)) {
        return Err(Refusal::ForeignHost);
    }
    let host = headers.get(HOST).and_then(|value| value.to_str().ok());
    let authority = host
        .or(uri.authority().map(http::uri::Authority::as_str))
        .ok_or(Refusal::ForeignHost)?;
    if !is_ours(authority, names) {
        return Err(Refusal::ForeignHost);
    }
    match headers.get(ORIGIN).map(HeaderValue::to_str) {
        None => Ok(authority.to_owned()),
        Some(Ok(origin)) if same_origin(origin, authority) => Ok(authority.to_owned()),
        Some(_) => Err(Refusal::ForeignHost),
    }
}

/// An address is always ours, for nobody can rebind it; a name must be known.
fn is_ours(authority: &str, names: &[String]) -> bool {
    let Ok(authority) = authority.parse::<http::uri::Authority>() else {
        return false;
    };
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host();
    if !is_port(authority.as_str().strip_prefix(host).unwrap_or_default()) {
        return false;
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse::<IpAddr>().is_ok() || bare.parse::<Ipv6Addr>().is_ok();
    let name = host.trim_end_matches('.');
    address || name.eq_ignore_ascii_case("localhost") || names.iter().any(|ours| ours.eq_ignore_ascii_case(name))
}

/// What stands behind a host: behind an address in brackets the parser lets anything stand.
fn is_port(behind: &str) -> bool {
    let digits = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    behind.is_empty() || behind.strip_prefix(':').is_some_and(digits)
}

fn same_origin(origin: &str, authority: &str) -> bool {
    let stripped = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"));
    stripped.is_some_and(|origin| origin.eq_ignore_ascii_case(authority))
}

/// Adds what every answer carries: no inline script, no frames, no sniffing, no referrer to anybody else. (With none at all,
/// browsers of 2018 send `Origin: null` to our own house.)
pub fn secure(headers: &mut HeaderMap, authority: &str) {
    // Old browsers do not count ws: as 'self'. The authority has been parsed and is one of ours.
    let policy = format!(
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         media-src 'self' blob:; connect-src 'self' ws://{authority} wss://{authority}; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(CACHE_NOTHING));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(host: &str, origin: Option<&str>) -> Result<String, Refusal> {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        check(&headers, &Uri::from_static("/"), &["snowparty.local".into()])
    }

    #[test]
    fn addresses_and_known_names_are_ours() {
        for host in [
            "192.168.1.20:8080",
            "[fe80::1]:8080",
            "localhost:8080",
            "snowparty.local:8080",
            "SNOWPARTY.LOCAL",
        ] {
            assert!(call(host, None).is_ok(), "{host}");
            assert!(call(host, Some(&format!("http://{host}"))).is_ok(), "{host}");
        }
    }

    #[test]
    fn foreign_names_and_origins_are_not() {
        for host in [
            "evil.example",
            "192.168.1.20.evil.example",
            "snowparty.local.evil.example",
            "evil@192.168.1.20:8080",
            "[::1].evil.example",
            "[::1]evil.example:8080",
            "a b",
        ] {
            assert_eq!(call(host, None), Err(Refusal::ForeignHost), "{host}");
        }
        for origin in [
            "http://evil.example",
            "null",
            "http://192.168.1.20:9090",
            "http://192.168.1.20",
        ] {
            assert_eq!(
                call("192.168.1.20:8080", Some(origin)),
                Err(Refusal::ForeignHost),
                "{origin}"
            );
        }
    }
}
