//! The embedded pages, fonts and scripts: compressed at build time, named by their content, revalidated by ETag.

use super::call::Call;
use crate::game::Refusal;
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    RANGE, VARY,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::borrow::Cow;
use warp::reply::Response;

#[derive(RustEmbed)]
#[folder = "ui/dist"]
struct Pages;

/// For what must be asked for again each time.
pub const CACHE_NOTHING: &str = "no-store";
const REVALIDATE: &str = "no-cache";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// The file behind an address.
pub fn serve(path: &str, call: &Call) -> Result<Response, Refusal> {
    call.only(&http::Method::GET)?;
    let name = file_name(path);
    let plain = Pages::get(&name).ok_or(Refusal::NotFound)?;
    let etag = etag(&plain);
    if call
        .headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes())
    {
        return Ok(not_modified(&etag));
    }
    let (body, encoding) = best_encoding(&name, plain, &call.headers);
    let mut response = Response::new(bytes_of(body.data).into());
    let headers = response.headers_mut();
    insert(headers, CONTENT_TYPE, &content_type(&name));
    insert(headers, ETAG, &etag);
    insert(headers, VARY, "accept-encoding");
    insert(
        headers,
        CACHE_CONTROL,
        if name.starts_with("assets/") {
            FOR_GOOD
        } else {
            REVALIDATE
        },
    );
    if let Some(encoding) = encoding {
        insert(headers, CONTENT_ENCODING, encoding);
    }
    Ok(response)
}

/// `/tv` is `tv.html`; `/` the page that asks who you are.
fn file_name(path: &str) -> String {
    let path = path.trim_matches('/');
    match path {
        "" => "index.html".to_owned(),
        page if !page.contains('.') => format!("{page}.html"),
        file => file.to_owned(),
    }
}

fn best_encoding(name: &str, plain: EmbeddedFile, headers: &HeaderMap) -> (EmbeddedFile, Option<&'static str>) {
    let accepted = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |wanted: &str| {
        accepted
            .split(',')
            .any(|one| one.split(';').next().is_some_and(|one| one.trim() == wanted))
    };
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if takes(encoding)
            && let Some(packed) = Pages::get(&format!("{name}.{ending}"))
        {
            return (packed, Some(encoding));
        }
    }
    (plain, None)
}

/// A media file, whole or the one range asked for.
pub fn media(name: &str, whole: &Bytes, call: &Call) -> Result<Response, Refusal> {
    let asked = call
        .headers
        .get(RANGE)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| range(text, whole.len()));
    let body = asked.map_or_else(|| whole.clone(), |(from, to)| whole.slice(from..to));
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    insert(headers, CONTENT_TYPE, &content_type(name));
    insert(headers, ACCEPT_RANGES, "bytes");
    insert(headers, CACHE_CONTROL, "public, max-age=3600");
    if let Some((from, to)) = asked {
        insert(
            headers,
            CONTENT_RANGE,
            &format!("bytes {from}-{}/{}", to - 1, whole.len()),
        );
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(response)
}

/// A small document; the name says its kind.
pub fn document(name: &str, body: Bytes) -> Result<Response, Refusal> {
    let mut response = Response::new(body.into());
    insert(response.headers_mut(), CONTENT_TYPE, &content_type(name));
    Ok(response)
}

/// `bytes=a-b`, `bytes=a-` or `bytes=-n`, as half-open bounds; anything else means the whole.
fn range(text: &str, length: usize) -> Option<(usize, usize)> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    let bounds = match (from.parse::<usize>(), to.parse::<usize>()) {
        (Ok(from), Ok(to)) => (from, to.saturating_add(1).min(length)),
        (Ok(from), Err(_)) if to.is_empty() => (from, length),
        (Err(_), Ok(last)) if from.is_empty() => (length.saturating_sub(last), length),
        _ => return None,
    };
    (bounds.0 < bounds.1).then_some(bounds)
}

fn etag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let digits: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digits}\"")
}

fn not_modified(etag: &str) -> Response {
    let mut response = Response::new(Bytes::new().into());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    insert(response.headers_mut(), ETAG, etag);
    response
}

fn content_type(name: &str) -> String {
    let guessed = mime_guess::from_path(name).first_or_octet_stream();
    match guessed.type_() == mime_guess::mime::TEXT {
        true => format!("{guessed}; charset=utf-8"),
        false => guessed.to_string(),
    }
}

pub fn bytes_of(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

fn insert(headers: &mut HeaderMap, name: http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_half_open_and_stay_within_the_file() {
        assert_eq!(range("bytes=0-9", 100), Some((0, 10)));
        assert_eq!(range("bytes=90-", 100), Some((90, 100)));
        assert_eq!(range("bytes=-5", 100), Some((95, 100)));
        assert_eq!(range("bytes=50-500", 100), Some((50, 100)));
        for text in [
            "bytes=100-",
            "bytes=9-3",
            "bytes=a-b",
            "items=0-1",
            "bytes=0-1,3-4",
            "bytes=-",
        ] {
            assert_eq!(range(text, 100), None, "{text}");
        }
    }
}
