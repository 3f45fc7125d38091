//! The canvas's own addresses: one table, from which the web serves them and the documents describe them.

use crate::game::Serves::{Drawing, LookingBack, Reading};
use crate::game::{Method, Route, Serves, Who};

/// The largest picture that is taken in, bytes.
const LARGEST_PICTURE: usize = 8 * 1024 * 1024;
const LARGEST_WISH: usize = 4 * 1024;

/// Every one.
pub const ROUTES: &[Route] = &[
    read(
        Reading,
        "board",
        "The board's shape and rules, and its version.",
        Some("BoardAnswer"),
    ),
    read(
        Reading,
        "snapshot",
        "The whole board, at most some hundred versions old.",
        None,
    ),
    read(
        Reading,
        "overview",
        "The whole board seen through every step-th cell, for a first paint.",
        None,
    ),
    read(Reading, "chunk", "One chunk of 64×64 cells: cx, cy.", None),
    read(Reading, "changes", "What changed since a version: epoch, since.", None),
    read(
        LookingBack,
        "at",
        "The board as it was at a party time: time, ms.",
        None,
    ),
    read(
        LookingBack,
        "film",
        "The placements since the last clear in order; of very many, an even choice.",
        None,
    ),
    naming(read(
        LookingBack,
        "cell",
        "Who painted a cell last, and when: x, y.",
        Some("CanvasCell"),
    )),
    naming(read(
        LookingBack,
        "stats",
        "How much everybody painted.",
        Some("CanvasStats"),
    )),
    read(
        LookingBack,
        "mine",
        "The cells that a player painted last: player.",
        None,
    ),
    read(LookingBack, "heatmap", "How often each cell was painted.", None),
    read(Reading, "template", "The ghost template's cells.", None),
    read(Drawing, "picture.png", "The board as a picture: scale, time.", None),
    read(Drawing, "heatmap.png", "The heatmap as a picture: scale.", None),
    read(
        Drawing,
        "cleared.png",
        "The board before it was last cleared, as a picture: scale.",
        None,
    ),
    read(Drawing, "film.gif", "The match as a film of 20 seconds: scale.", None),
    make("place", "Places a pixel.", Some("CanvasPlace"), Who::Holder),
    make("undo", "Takes the last placement back.", None, Who::Holder),
    make("queue", "Plays: from AFK into the queue.", None, Who::Holder),
    make("protect", "Protects an area.", None, Who::Host),
    make("unprotect", "Gives an area free again.", None, Who::Host),
    make("bar", "Bars a player from placing, or no longer.", None, Who::Host),
    make(
        "clear",
        "Clears the board; it can be taken back for ten minutes.",
        None,
        Who::Host,
    ),
    make("unclear", "Takes the last clear back.", None, Who::Host),
    make("untemplate", "Takes the ghost template away.", None, Who::Host),
    make(
        "pace",
        "Changes cooldown, rate and slots.",
        Some("CanvasPace"),
        Who::Host,
    ),
    make("finish", "Ends the session.", None, Who::Host),
    Route {
        path: "preview",
        method: Method::Post,
        summary: "What a rollback would paint.",
        body: Some("CanvasRollback"),
        answer: Some("CanvasPreview"),
        who: Who::Host,
        serves: LookingBack,
        names: false,
    },
    Route {
        path: "rollback",
        method: Method::Post,
        summary: "Takes placements back, by player, area and time.",
        body: Some("CanvasRollback"),
        answer: Some("ActionResult"),
        who: Who::Host,
        serves: Serves::Drafting {
            action: "rollback",
            largest: LARGEST_WISH,
        },
        names: false,
    },
    Route {
        path: "template",
        method: Method::Post,
        summary: "Lays a PNG as a ghost template: x, y, width, height.",
        body: None,
        answer: Some("ActionResult"),
        who: Who::Host,
        serves: Serves::Drafting {
            action: "template",
            largest: LARGEST_PICTURE,
        },
        names: false,
    },
    Route {
        path: "import",
        method: Method::Post,
        summary: "Paints a PNG onto the board: x, y, width, height.",
        body: None,
        answer: Some("ActionResult"),
        who: Who::Host,
        serves: Serves::Drafting {
            action: "paint",
            largest: LARGEST_PICTURE,
        },
        names: false,
    },
];

const fn read(serves: Serves, path: &'static str, summary: &'static str, answer: Option<&'static str>) -> Route {
    Route {
        path,
        method: Method::Get,
        summary,
        body: None,
        answer,
        who: Who::Anyone,
        serves,
        names: false,
    }
}

/// The same, with players' names in the answer.
const fn naming(route: Route) -> Route {
    Route { names: true, ..route }
}

const fn make(path: &'static str, summary: &'static str, body: Option<&'static str>, who: Who) -> Route {
    Route {
        path,
        method: Method::Post,
        summary,
        body,
        answer: Some("ActionResult"),
        who,
        serves: Serves::Move(path),
        names: false,
    }
}
