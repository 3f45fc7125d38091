//! Moves that the gallery works out from a body: what a rollback would paint, and pictures that are laid or painted.

use super::board::item;
use super::gallery::{Hall, malformed, refused};
use super::past::{self, Return};
use super::template::Template;
use super::wire::{Area, PreviewAnswer, Rollback, Words};
use crate::game::{Past, Question, Refusal, Reply};
use crate::picture::image;
use serde_json::{Value, json};

impl Hall {
    pub(super) fn preview(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let Return { items, .. } = self.rolled_back(wished(question)?, past)?;
        Ok(Reply::json(&PreviewAnswer {
            cells: items.len() as u32,
            items,
        }))
    }

    pub(super) fn rollback(&self, question: &Question, past: &dyn Past) -> Result<Value, Refusal> {
        let wish = wished(question)?;
        let Return {
            epoch,
            items,
            owners,
            found,
        } = self.rolled_back(wish, past)?;
        let [items, owners, found] = [items, owners, found].map(Words);
        Ok(json!({ "epoch": epoch, "by": wish.by, "items": items, "owners": owners, "found": found }))
    }

    fn rolled_back(&self, wish: Rollback, past: &dyn Past) -> Result<Return, Refusal> {
        if wish.by.area.is_some_and(|area| !self.first.holds(area)) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        past::rolled_back(past, &self.first, &wish.by)
    }

    pub(super) fn ghost_of(&self, question: &Question) -> Result<Value, Refusal> {
        let (area, cells) = self.quantised(question)?;
        Ok(json!({ "template": Template::new(area, cells.into_iter()) }))
    }

    /// A picture in the palette's colours, and where it is to lie.
    fn quantised(&self, question: &Question) -> Result<(Area, Vec<Option<u8>>), Refusal> {
        let (x, y) = (question.number("x")?.unwrap_or(0), question.number("y")?.unwrap_or(0));
        let right = self.first.width().saturating_sub(x);
        let bottom = self.first.height().saturating_sub(y);
        let fit = (
            question.number("width")?.unwrap_or(right),
            question.number("height")?.unwrap_or(bottom),
        );
        let asked = Area {
            x,
            y,
            width: fit.0,
            height: fit.1,
        };
        if !self.first.holds(asked) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        let ghost = image::read_png(question.body, &self.palette, Some(fit)).map_err(refused)?;
        let area = Area {
            width: ghost.width,
            height: ghost.height,
            ..asked
        };
        Ok((area, ghost.cells))
    }

    /// What of a picture differs from the board as it is now.
    pub(super) fn imported(&self, question: &Question) -> Result<Value, Refusal> {
        let (area, cells) = self.quantised(question)?;
        let live = self.live();
        let places = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (area.x + x, area.y + y)));
        let wished = places
            .zip(cells)
            .filter_map(|((x, y), colour)| Some((live.board.cell(x, y)?, colour?)));
        let changed = wished.filter(|(cell, colour)| live.board.colour(*cell) != *colour);
        let items: Vec<u32> = changed.map(|(cell, colour)| item(cell, colour)).collect();
        Ok(json!({ "epoch": live.board.edition().epoch, "items": Words(items) }))
    }
}

fn wished(question: &Question) -> Result<Rollback, Refusal> {
    let wish: Rollback = serde_json::from_slice(question.body).map_err(|error| malformed(&error.to_string()))?;
    match wish.by.is_empty() {
        true => Err(malformed("a rollback names a player, an area or a time")),
        false => Ok(wish),
    }
}
