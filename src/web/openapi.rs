//! OpenAPI from the one table of routes and AsyncAPI from the one list of messages; both refer to the JSON Schemas of the wire.

use super::routes::{ROUTES, Route};
use crate::game::{self, registry::GAMES};
use crate::protocol::schema;
use serde_json::{Map, Value, json};

/// The REST interface, OpenAPI 3.1.
pub fn openapi() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for route in &ROUTES {
        let operations = paths.entry(route.path).or_insert_with(|| json!({}));
        operations[route.method.to_lowercase()] = operation(route);
    }
    for entry in &GAMES {
        for route in entry.routes {
            let path = format!("/api/session/{{code}}/{}/{}", entry.slug, route.path);
            let operations = paths.entry(path).or_insert_with(|| json!({}));
            let (method, route) = of_a_game(route);
            operations[method] = operation(&route);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": info("snowparty REST"),
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": { "host": { "type": "http", "scheme": "bearer" } },
        },
    })
}

/// The room's socket, AsyncAPI 3.0.
pub fn asyncapi() -> Value {
    let messages = schema::messages();
    let by_name = |from_client: Option<bool>| -> Map<String, Value> {
        let chosen = messages
            .iter()
            .filter(|message| from_client.is_none_or(|wanted| message.from_client == wanted));
        chosen
            .map(|message| (message.name.to_owned(), envelope(message)))
            .collect()
    };
    let refer = |from_client: bool| -> Vec<Value> {
        by_name(Some(from_client))
            .keys()
            .map(|name| json!({ "$ref": format!("#/channels/room/messages/{name}") }))
            .collect()
    };
    let channel = json!({ "$ref": "#/channels/room" });
    json!({
        "asyncapi": "3.0.0",
        "info": info("snowparty socket"),
        "channels": { "room": { "address": "/ws?session={code}&token={token}", "messages": by_name(None) } },
        "operations": {
            "hear": { "action": "send", "channel": channel, "messages": refer(false) },
            "say": { "action": "receive", "channel": channel, "messages": refer(true) },
        },
        "components": { "schemas": schemas() },
    })
}

fn info(title: &str) -> Value {
    json!({ "title": title, "version": env!("CARGO_PKG_VERSION"), "license": { "name": "MIT OR Apache-2.0" } })
}

fn envelope(message: &schema::MessageSchema) -> Value {
    json!({ "payload": {
        "type": "object",
        "required": ["type", "payload"],
        "properties": {
            "type": { "const": message.name },
            "timestamp": { "type": "string" },
            "trace_id": { "type": "string" },
            "payload": relocated(&message.payload),
        },
    } })
}

/// A game's route in the form of the others.
fn of_a_game(route: &game::Route) -> (&'static str, Route) {
    let (name, method) = match route.method {
        game::Method::Get => ("get", "GET"),
        game::Method::Post => ("post", "POST"),
    };
    let described = Route {
        method,
        path: "{code}",
        summary: route.summary,
        body: route.body,
        status: 200,
        answer: route.answer,
        host: route.who != game::Who::Anyone,
    };
    (name, described)
}

fn operation(route: &Route) -> Value {
    let mut operation = json!({
        "summary": route.summary,
        "responses": { route.status.to_string(): success(route), "default": failure() },
    });
    if route.path.contains("{code}") {
        operation["parameters"] = json!([{ "name": "code", "in": "path", "required": true, "schema": { "$ref": "#/components/schemas/PartyCode" } }]);
    }
    if let Some(body) = route.body {
        operation["requestBody"] = json!({ "required": true, "content": content(body) });
    }
    if route.host {
        operation["security"] = json!([{ "host": [] }]);
    }
    operation
}

fn success(route: &Route) -> Value {
    match route.answer {
        Some(schema) => json!({ "description": "Done.", "content": content(schema) }),
        None => json!({ "description": "The document." }),
    }
}

fn failure() -> Value {
    let refused = json!({
        "type": "object", "required": ["error"], "properties": { "error": { "$ref": "#/components/schemas/SystemError" } },
    });
    json!({ "description": "Refused, with a stable code.", "content": { "application/json": { "schema": refused } } })
}

fn content(schema: &str) -> Value {
    json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } })
}

fn schemas() -> Value {
    relocated(&schema::document()["$defs"])
}

/// The same schema, its references pointing into `components`.
fn relocated(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), moved(key, value)))
            .collect(),
        Value::Array(items) => items.iter().map(relocated).collect(),
        other => other.clone(),
    }
}

fn moved(key: &str, value: &Value) -> Value {
    match value.as_str() {
        Some(reference) if key == "$ref" => json!(reference.replace("#/$defs/", "#/components/schemas/")),
        _ => relocated(value),
    }
}
