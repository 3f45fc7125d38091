//! Arguments → app → exit code.

use clap::Parser;
use snowparty::app;
use snowparty::cli::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    app::run(Cli::parse())
}
