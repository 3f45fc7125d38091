//! The log on stderr: for people, or a JSON object a line for programs. No token, PIN or name of a guest is ever told to it.

use crate::cli::LogFormat;
use std::any::Any;
use std::io::{IsTerminal, Write};
use std::panic;
use tracing_subscriber::EnvFilter;

/// Begins it; `RUST_LOG` says how much is told.
pub fn begin(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // Where it cannot be written there is nobody to tell.
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.with_ansi(std::io::stderr().is_terminal()).init(),
        LogFormat::Json => {
            log.json().with_current_span(true).with_span_list(false).init();
            tell_panics();
        }
    }
}

/// The last word of a run that failed, in one sentence.
pub fn failed(format: LogFormat, error: &anyhow::Error) {
    match format {
        LogFormat::Text => drop(writeln!(std::io::stderr(), "snowparty: {error:#}")),
        LogFormat::Json => tracing::error!(code = "run/failed", "{error:#}"),
    }
}

/// By themselves panics are told in plain lines, between those of the log.
fn tell_panics() {
    panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(code = "run/panic", at, "{}", words_of(panic.payload()));
    }));
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let told = panic.downcast_ref::<&str>().copied();
    let made = || panic.downcast_ref::<String>().map(String::as_str);
    told.or_else(made).unwrap_or("no words")
}
