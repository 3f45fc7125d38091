//! What a run says in the end: deliveries and losses, how fast answers were shown, and what it cost the party machine.

use super::gauge::{Cpu, Gauge, Kernel};
use super::tally::{Answers, Times};
use serde::Serialize;
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// The whole of it.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Simulated guests.
    pub phones: u32,
    /// Simulated TVs.
    pub tvs: u32,
    /// From when all were in to the end.
    pub seconds: f64,
    /// Frames that came to phones and TVs in that time.
    pub deliveries: u64,
    /// How the answers went.
    pub answers: Answers,
    /// From the phone that answers to a TV that shows it, in ms.
    pub answer_to_tv: Option<Times>,
    /// Connections that were lost, those of the storm included.
    pub connections_lost: u64,
    /// All connections lost at once, if that was asked for.
    pub storm: Option<Storm>,
    /// What it cost, if the party machine runs on this one.
    pub server: Option<Cost>,
}

/// After all phones had lost their connection at once.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Storm {
    /// Phones that were greeted again.
    pub healed: usize,
    /// After how long, in ms.
    pub after: Option<Times>,
}

/// What a run cost the process that serves it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Cost {
    /// Which process.
    pub pid: u32,
    /// Processor time from when all were in to the end.
    pub cpu_seconds: f64,
    /// The same for each delivery, in µs.
    pub cpu_us_a_delivery: f64,
    /// `VmRSS` before anybody came, when all were in, and at the end.
    pub resident_bytes: [u64; 3],
    /// What it grew by until all were in, for each phone and TV.
    pub resident_bytes_a_socket: f64,
    /// What the kernel's slab and TCP buffers grew by, for each phone and TV: half of it, because both ends are on this machine.
    pub kernel_bytes_a_socket: f64,
}

/// Readings of a party machine, moment by moment.
pub struct Meter {
    gauge: Gauge,
    idle: (u64, Kernel),
    seated: Option<(u64, Kernel, Cpu)>,
}

impl Meter {
    /// Before anybody comes; `None` if it cannot be read.
    pub fn idle(gauge: Gauge) -> Option<Self> {
        let idle = (gauge.resident().ok()?, Kernel::now().ok()?);
        Some(Self {
            gauge,
            idle,
            seated: None,
        })
    }

    /// All are in, and nothing has begun.
    pub fn all_in(&mut self) {
        self.seated = seated(self.gauge);
    }

    /// The end, while all are still in.
    pub fn cost(&self, deliveries: u64, sockets: u32) -> Option<Cost> {
        let (resident, kernel, cpu) = self.seated.as_ref()?;
        let taken = self.gauge.cpu().ok()?.since(cpu).as_secs_f64();
        let each = |now: u64, before: u64| now.saturating_sub(before) as f64 / f64::from(sockets.max(1));
        Some(Cost {
            pid: self.gauge.pid,
            cpu_seconds: taken,
            cpu_us_a_delivery: taken * 1e6 / deliveries.max(1) as f64,
            resident_bytes: [self.idle.0, *resident, self.gauge.resident().ok()?],
            resident_bytes_a_socket: each(*resident, self.idle.0),
            kernel_bytes_a_socket: each(kernel.bytes(), self.idle.1.bytes()) / 2.0,
        })
    }
}

fn seated(gauge: Gauge) -> Option<(u64, Kernel, Cpu)> {
    Some((gauge.resident().ok()?, Kernel::now().ok()?, gauge.cpu().ok()?))
}

impl Display for Report {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Self { phones, tvs, .. } = self;
        let lasted = Duration::from_millis((self.seconds * 1_000.0) as u64);
        writeln!(
            out,
            "{phones} phones, {tvs} TVs, {}",
            humantime::format_duration(lasted)
        )?;
        let lost = self.connections_lost;
        writeln!(out, "deliveries {} · connections lost {lost}", self.deliveries)?;
        writeln!(out, "{}", self.answers)?;
        if let Some(times) = &self.answer_to_tv {
            writeln!(out, "answer → TV: {times}")?;
        }
        if let Some(Storm { healed, after }) = &self.storm {
            write!(out, "storm: {healed} of {phones} phones came back")?;
            after.iter().try_for_each(|times| write!(out, ": {times}"))?;
            writeln!(out)?;
        }
        match &self.server {
            Some(cost) => write!(out, "{cost}"),
            None => write!(out, "the party machine runs elsewhere: what it cost is not known"),
        }
    }
}

impl Display for Answers {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            asked,
            accepted,
            refused,
            shown,
            missing,
        } = self;
        write!(
            out,
            "answers {asked}, accepted {accepted}, refused {refused}, shown {shown}, missing {missing}"
        )
    }
}

impl Display for Times {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
            self.p50, self.p99, self.max
        )
    }
}

impl Display for Cost {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let megabytes = self.resident_bytes.map(|bytes| bytes as f64 / 1e6);
        let [idle, seated, end] = megabytes;
        writeln!(
            out,
            "process {}: CPU {:.2} s, {:.1} µs for each delivery",
            self.pid, self.cpu_seconds, self.cpu_us_a_delivery
        )?;
        write!(
            out,
            "resident {idle:.1} MB empty, {seated:.1} MB with all in, {end:.1} MB at the end; for each socket {:.1} KB, and {:.1} KB in the kernel",
            self.resident_bytes_a_socket / 1e3,
            self.kernel_bytes_a_socket / 1e3
        )
    }
}
