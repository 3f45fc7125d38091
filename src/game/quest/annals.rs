//! The chronicle as it is read outside of the game: as Markdown, and as a page to print. It follows what is durable, so that nobody
//! reads of what a pulled plug could take back.

use super::chronicle::Entry;
use super::prose::Book;
use crate::game::{Bulk, Gallery, Method, Past, Question, Refusal, Reply, Route, Serves, Who};
use crate::id::PartyMs;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::{Arc, Mutex, PoisonError};

/// The addresses of the quest.
pub const ROUTES: &[Route] = &[
    read("chronicle.md", "The campaign so far, in Markdown."),
    read("chronicle.html", "The campaign so far, as a page to print."),
];

const fn read(path: &'static str, summary: &'static str) -> Route {
    Route {
        path,
        method: Method::Get,
        summary,
        body: None,
        answer: None,
        who: Who::Anyone,
        serves: Serves::Reading,
        names: false,
        needs: &[],
        takes: &[],
    }
}

/// What is known of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The campaign's title.
    pub title: String,
    /// The language that it is told in.
    pub language: String,
    /// The heroes' names.
    pub heroes: Vec<String>,
    /// What happened.
    pub entries: Vec<Entry>,
}

/// The chronicle, read by many.
#[derive(Debug, Default)]
pub struct Annals(Mutex<Arc<Known>>);

impl Annals {
    /// Of a run as it stands.
    pub fn of(known: Known) -> Self {
        Self(Mutex::new(Arc::new(known)))
    }

    fn known(&self) -> Arc<Known> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Gallery for Annals {
    fn take(&self, _: PartyMs, _: &[Bulk]) {}

    fn notice(&self, notice: Value) {
        match serde_json::from_value(notice) {
            Ok(known) => *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(known),
            Err(error) => tracing::error!(%error, "the quest's notice cannot be read"),
        }
    }

    fn read(&self, question: &Question, _: &dyn Past) -> Result<Reply, Refusal> {
        let known = self.known();
        let heroes: Vec<&str> = known.heroes.iter().map(String::as_str).collect();
        let book = Book {
            title: &known.title,
            language: &known.language,
            heroes: &heroes,
            entries: &known.entries,
        };
        let (kind, text) = match question.path {
            "chronicle.md" => ("text/markdown; charset=utf-8", book.markdown()),
            "chronicle.html" => ("text/html; charset=utf-8", book.html()),
            _ => return Err(Refusal::NotFound),
        };
        Ok(Reply::Body {
            kind,
            gzip: false,
            etag: None,
            immutable: false,
            bytes: text.into(),
        })
    }

    fn draft(&self, _: &Question, _: &dyn Past) -> Result<Value, Refusal> {
        Err(Refusal::NotFound)
    }
}
