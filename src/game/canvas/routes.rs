//! The canvas's own addresses: one table, from which the web serves them and the documents describe them.

use crate::game::Serves::{Drawing, LookingBack, Reading};
use crate::game::{Method, Number, Route, Serves, Who};

/// The largest picture that is taken in, bytes.
const LARGEST_PICTURE: usize = 8 * 1024 * 1024;
const LARGEST_WISH: usize = 4 * 1024;

const X: Number = small("x");
const Y: Number = small("y");
const WIDTH: Number = small("width");
const HEIGHT: Number = small("height");
const CX: Number = small("cx");
const CY: Number = small("cy");
const EPOCH: Number = large("epoch");
const SINCE: Number = large("since");
const PLAYER: Number = large("player");
const SCALE: Number = large("scale");
const TIME: Number = Number {
    name: "time",
    least: i64::MIN,
    most: i64::MAX,
};

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
    asking(
        read(Reading, "chunk", "One chunk of 64×64 cells.", None),
        &[CX, CY],
        &[],
    ),
    asking(
        read(Reading, "changes", "What changed since a version.", None),
        &[EPOCH, SINCE],
        &[],
    ),
    asking(
        read(LookingBack, "at", "The board as it was at a party time in ms.", None),
        &[TIME],
        &[],
    ),
    read(
        LookingBack,
        "film",
        "The placements since the last clear in order; of very many, an even choice.",
        None,
    ),
    asking(
        naming(read(
            LookingBack,
            "cell",
            "Who painted a cell last, and when.",
            Some("CanvasCell"),
        )),
        &[X, Y],
        &[],
    ),
    naming(read(
        LookingBack,
        "stats",
        "How much everybody painted.",
        Some("CanvasStats"),
    )),
    asking(
        read(LookingBack, "mine", "The cells that a player painted last.", None),
        &[PLAYER],
        &[],
    ),
    read(LookingBack, "heatmap", "How often each cell was painted.", None),
    read(Reading, "template", "The ghost template's cells.", None),
    asking(
        read(
            Drawing,
            "picture.png",
            "The board as a picture, now or at a party time in ms.",
            None,
        ),
        &[],
        &[SCALE, TIME],
    ),
    asking(
        read(Drawing, "heatmap.png", "The heatmap as a picture.", None),
        &[],
        &[SCALE],
    ),
    asking(
        read(
            Drawing,
            "cleared.png",
            "The board before it was last cleared, as a picture.",
            None,
        ),
        &[],
        &[SCALE],
    ),
    asking(
        read(Drawing, "film.gif", "The match as a film of 20 seconds.", None),
        &[],
        &[SCALE],
    ),
    make("place", "Places a pixel.", Who::Holder),
    make("undo", "Takes the last placement back.", Who::Holder),
    make("queue", "Plays: from AFK into the queue.", Who::Holder),
    make("protect", "Protects an area.", Who::Host),
    make("unprotect", "Gives an area free again.", Who::Host),
    make("bar", "Bars a player from placing, or no longer.", Who::Host),
    make(
        "clear",
        "Clears the board; it can be taken back for ten minutes.",
        Who::Host,
    ),
    make("unclear", "Takes the last clear back.", Who::Host),
    make("untemplate", "Takes the ghost template away.", Who::Host),
    make("pace", "Changes cooldown, rate and slots.", Who::Host),
    make("finish", "Ends the session.", Who::Host),
    Route {
        path: "preview",
        method: Method::Post,
        summary: "What a rollback would paint.",
        body: Some("CanvasRollback"),
        answer: Some("CanvasPreview"),
        who: Who::Host,
        serves: LookingBack,
        names: false,
        needs: &[],
        takes: &[],
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
        needs: &[],
        takes: &[],
    },
    Route {
        path: "template",
        method: Method::Post,
        summary: "Lays a PNG as a ghost template.",
        body: None,
        answer: Some("ActionResult"),
        who: Who::Host,
        serves: Serves::Drafting {
            action: "template",
            largest: LARGEST_PICTURE,
        },
        names: false,
        needs: &[],
        takes: &[X, Y, WIDTH, HEIGHT],
    },
    Route {
        path: "import",
        method: Method::Post,
        summary: "Paints a PNG onto the board.",
        body: None,
        answer: Some("ActionResult"),
        who: Who::Host,
        serves: Serves::Drafting {
            action: "paint",
            largest: LARGEST_PICTURE,
        },
        names: false,
        needs: &[],
        takes: &[X, Y, WIDTH, HEIGHT],
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
        needs: &[],
        takes: &[],
    }
}

const fn small(name: &'static str) -> Number {
    let (least, most) = (0, u16::MAX as i64);
    Number { name, least, most }
}

const fn large(name: &'static str) -> Number {
    let (least, most) = (0, u32::MAX as i64);
    Number { name, least, most }
}

/// The same, with numbers in the query: those that it needs, and those that it may have.
const fn asking(route: Route, needs: &'static [Number], takes: &'static [Number]) -> Route {
    Route { needs, takes, ..route }
}

/// The same, with players' names in the answer.
const fn naming(route: Route) -> Route {
    Route { names: true, ..route }
}

/// A move: its body is the move's payload.
const fn make(path: &'static str, summary: &'static str, who: Who) -> Route {
    Route {
        path,
        method: Method::Post,
        summary,
        body: None,
        answer: Some("ActionResult"),
        who,
        serves: Serves::Move(path),
        names: false,
        needs: &[],
        takes: &[],
    }
}
