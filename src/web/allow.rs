//! Which methods an address answers to: a 405 must say it (RFC 9110, 15.5.6).

use super::routes::ROUTES;
use crate::game::{Method, registry};
use http::header::{ALLOW, HeaderValue};
use http::{Response, StatusCode};

/// Names them in an answer that refuses the method.
pub fn name<B>(path: &str, response: &mut Response<B>) {
    if response.status() == StatusCode::METHOD_NOT_ALLOWED
        && let Ok(methods) = HeaderValue::try_from(methods(path))
    {
        response.headers_mut().insert(ALLOW, methods);
    }
}

fn methods(path: &str) -> String {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let of_the_house = ROUTES.iter().filter(|route| fits(route.path, &parts));
    let mut known: Vec<&str> = of_the_house.map(|route| route.method).collect();
    if let ["api", "session", _, slug, name] = parts[..] {
        let of_a_game = registry::routes(slug).iter().filter(|route| route.path == name);
        known.extend(of_a_game.map(|route| match route.method {
            Method::Get => "GET",
            Method::Post => "POST",
        }));
    }
    // All else is pages, sounds and the socket.
    if known.is_empty() || known.contains(&"GET") {
        known.extend(["GET", "HEAD"]);
    }
    known.sort_unstable();
    known.dedup();
    known.join(", ")
}

fn fits(template: &str, parts: &[&str]) -> bool {
    let known: Vec<&str> = template.trim_matches('/').split('/').collect();
    known.len() == parts.len()
        && known
            .iter()
            .zip(parts)
            .all(|(known, part)| known.starts_with('{') || known == part)
}

#[cfg(test)]
mod tests {
    use super::methods;

    #[test]
    fn every_address_knows_its_methods() {
        for (path, known) in [
            ("/api/party", "GET, HEAD, POST"),
            ("/api/host", "POST"),
            ("/api/session/KWRX/feedback", "GET, HEAD, POST"),
            ("/api/session/KWRX/join", "POST"),
            ("/api/session/KWRX/canvas/place", "POST"),
            ("/api/session/KWRX/canvas/template", "GET, HEAD, POST"),
            ("/healthz", "GET, HEAD"),
            ("/tv", "GET, HEAD"),
            ("/ws", "GET, HEAD"),
        ] {
            assert_eq!(methods(path), known, "{path}");
        }
    }
}
