//! Figures and their bounds, printed as they come.

use anyhow::{Context, Result};
use std::time::Duration;

/// What a figure must keep to.
#[derive(Clone, Copy)]
pub enum Bound {
    AtMost(f64),
    Under(f64),
    AtLeast(f64),
    Between(f64, f64),
}

impl Bound {
    fn holds(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::Under(limit) => value < limit,
            Self::AtLeast(least) => value >= least,
            Self::Between(least, most) => (least..=most).contains(&value),
        }
    }

    fn words(self) -> String {
        match self {
            Self::AtMost(most) => format!("at most {most}"),
            Self::Under(limit) => format!("under {limit}"),
            Self::AtLeast(least) => format!("at least {least}"),
            Self::Between(least, most) => format!("{least} to {most}"),
        }
    }
}

/// All figures of a run.
#[derive(Default)]
pub struct Sheet {
    part: String,
    missed: Vec<String>,
}

impl Sheet {
    /// A part begins; says how busy the machine is with other things.
    pub fn begin(&mut self, part: &str) -> Result<()> {
        let load = std::fs::read_to_string("/proc/loadavg").context("this machine tells no load")?;
        let minute = load.split(' ').next().unwrap_or_default();
        println!("\n{part} (load of the last minute before it: {minute})");
        part.clone_into(&mut self.part);
        Ok(())
    }

    /// A figure that has a bound.
    pub fn bounded(&mut self, what: &str, value: f64, unit: &str, bound: Bound) {
        let good = bound.holds(value);
        let verdict = if good { "pass" } else { "MISSED" };
        println!("  {verdict:<7}{what:<58}{} {unit} ({})", short(value), bound.words());
        if !good {
            self.missed.push(format!("{}: {what}", self.part));
        }
    }

    /// A figure without one.
    pub fn noted(&self, what: &str, value: f64, unit: &str) {
        println!("  {:<7}{what:<58}{} {unit}", "", short(value));
    }

    /// Says in the end what was missed.
    pub fn is_good(&self) -> bool {
        for missed in &self.missed {
            println!("missed: {missed}");
        }
        self.missed.is_empty()
    }
}

/// Three digits that count, or all before the point.
fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 || value.fract() == 0.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The value below which so many per cent of the values lie; they are sorted on the way.
pub fn percentile(values: &mut [f64], per_cent: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    let rank = (per_cent / 100.0 * values.len() as f64).ceil() as usize;
    values
        .get(rank.saturating_sub(1).min(last))
        .copied()
        .unwrap_or(f64::NAN)
}
