//! OpenAPI from the one table of routes and AsyncAPI from the one list of messages; both refer to the JSON Schemas of the wire.

use super::routes::{ROUTES, Route};
use crate::game::registry::{Entry, GAMES};
use crate::game::{self, Number, Serves};
use crate::protocol::schema;
use serde_json::{Map, Value, json};

/// The REST interface, OpenAPI 3.1.
pub fn openapi() -> Value {
    let schemas = schemas();
    let mut paths: Map<String, Value> = Map::new();
    for route in &ROUTES {
        let operations = paths.entry(route.path).or_insert_with(|| json!({}));
        operations[route.method.to_lowercase()] = operation(route, &schemas);
    }
    for entry in &GAMES {
        for route in entry.routes {
            let path = format!("/api/session/{{code}}/{}/{}", entry.slug, route.path);
            let operations = paths.entry(path).or_insert_with(|| json!({}));
            let (method, described) = of_a_game(route);
            let mut operation = operation(&described, &schemas);
            add_query(&mut operation, route);
            if let Some(body) = body_of_a_game(entry, route, &schemas) {
                operation["requestBody"] = body;
            }
            operations[method] = operation;
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": info("snowparty REST"),
        "paths": paths,
        "components": {
            "schemas": schemas,
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

/// The numbers of a route's query.
fn add_query(operation: &mut Value, route: &game::Route) {
    let numbers = |numbers: &'static [Number], required: bool| {
        numbers.iter().map(move |number| {
            let schema = json!({ "type": "integer", "minimum": number.least, "maximum": number.most });
            json!({ "name": number.name, "in": "query", "required": required, "schema": schema })
        })
    };
    if let Some(parameters) = operation["parameters"].as_array_mut() {
        parameters.extend(numbers(route.needs, true).chain(numbers(route.takes, false)));
    }
}

/// The body of a move is its payload, and an id beside it; a picture is a PNG.
fn body_of_a_game(entry: &Entry, route: &game::Route, schemas: &Value) -> Option<Value> {
    match route.serves {
        Serves::Move(action) => {
            let payload = payload_of(&schemas[(entry.moves)().as_ref()], action, schemas)?;
            let content = json!({ "application/json": { "schema": with_an_id(payload) } });
            Some(json!({ "required": true, "content": content }))
        }
        Serves::Drafting { .. } if route.body.is_none() => {
            let picture = json!({ "schema": { "type": "string", "format": "binary" } });
            Some(json!({ "required": true, "content": { "image/png": picture } }))
        }
        Serves::Drafting { .. } | Serves::Reading | Serves::LookingBack | Serves::Drawing => None,
    }
}

/// What a move of this name carries.
fn payload_of(moves: &Value, action: &str, schemas: &Value) -> Option<Value> {
    let mut all = moves["oneOf"].as_array()?.iter();
    let chosen = all.find(|one| one["properties"]["action_type"]["const"] == action)?;
    let payload = &chosen["properties"]["payload"];
    match payload["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
        Some(name) => Some(schemas[name].clone()),
        None => Some(payload.clone()),
    }
}

fn with_an_id(mut payload: Value) -> Value {
    if !payload["properties"].is_object() {
        payload["properties"] = json!({});
    }
    payload["properties"]["action_id"] = json!({
        "type": "string", "minLength": 1, "maxLength": 64, "description": "Chosen by the page; the same id acts once.",
    });
    let known = payload["required"].as_array().cloned().unwrap_or_default();
    payload["required"] = known.into_iter().chain([json!("action_id")]).collect();
    payload
}

fn operation(route: &Route, schemas: &Value) -> Value {
    let mut operation = json!({
        "summary": route.summary,
        "responses": { route.status.to_string(): success(route), "default": failure() },
    });
    if route.path.contains("{code}") {
        operation["parameters"] = json!([{ "name": "code", "in": "path", "required": true, "schema": { "$ref": "#/components/schemas/PartyCode" } }]);
    }
    if let Some(body) = route.body {
        // An empty body counts as {}.
        let required = schemas[body]["required"]
            .as_array()
            .is_some_and(|fields| !fields.is_empty());
        operation["requestBody"] = json!({ "required": required, "content": content(body) });
    }
    if route.host {
        operation["security"] = json!([{ "host": [] }]);
    }
    if route.path == "/metrics" {
        // On the machine itself it is open.
        operation["security"] = json!([{ "host": [] }, {}]);
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
