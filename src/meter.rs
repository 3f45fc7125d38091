//! What is counted while the appliance runs, in the text form of Prometheus (0.0.4). Knows numbers and their names, and nothing of
//! what is counted; no name, code or token of a guest is ever a label. Where messages are fanned out they are added up first and
//! counted once a turn.

use prometheus::core::Collector;
use prometheus::{
    Encoder, Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder,
};
use std::time::Duration;

/// Seconds: from what SQLite needs on a good disk to what nobody would wait for.
const COMMIT_BUCKETS: [f64; 13] = [
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0,
];

/// Everything that is counted in one house, from its start on.
pub struct Meter {
    registry: Registry,
    present: Gauges,
    commits: Histogram,
    events: IntCounter,
    unwritten: IntCounter,
    accepted: IntCounter,
    refused: IntCounterVec,
    resyncs: IntCounterVec,
    restored: IntCounterVec,
    sent_messages: IntCounter,
    sent_bytes: IntCounter,
    closed: IntCounterVec,
    answers: IntCounterVec,
}

/// What stands at this moment: asked for when it is to be read, and counted nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// Open parties.
    pub parties: usize,
    /// Seats that are taken, in all of them.
    pub seats: usize,
    /// Sockets of players.
    pub players: usize,
    /// Sockets of TVs.
    pub tvs: usize,
    /// Sockets of hosts.
    pub hosts: usize,
    /// Asks that wait for the party with the longest queue of them.
    pub mailbox: usize,
    /// Batches that wait for the disk.
    pub store: usize,
    /// Messages that wait for their sockets, all together.
    pub outboxes: usize,
    /// Messages that wait for the slowest socket.
    pub longest_outbox: usize,
    /// Connections, with a socket on them or not.
    pub connections: usize,
    /// So many connections are allowed.
    pub most_connections: usize,
}

struct Gauges {
    parties: IntGauge,
    seats: IntGauge,
    sockets: IntGaugeVec,
    queues: IntGaugeVec,
    longest_outbox: IntGauge,
    connections: IntGauge,
    most_connections: IntGauge,
}

impl Default for Meter {
    fn default() -> Self {
        Self::new()
    }
}

impl Meter {
    /// One that has counted nothing.
    pub fn new() -> Self {
        let registry = Registry::new();
        let on = &registry;
        let version = labelled_gauge(on, "snowparty_build_info", "The version that runs.", "version");
        version.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
        Self {
            present: Gauges::new(on),
            commits: commits(on),
            events: counter(on, "snowparty_journal_events_total", "Events that are on the disk."),
            unwritten: counter(
                on,
                "snowparty_journal_refused_batches_total",
                "Batches that the disk refused.",
            ),
            accepted: counter(on, "snowparty_actions_accepted_total", "Actions that were accepted."),
            refused: labelled(
                on,
                "snowparty_actions_refused_total",
                "Actions and joins that were refused.",
                "code",
            ),
            resyncs: labelled(
                on,
                "snowparty_resyncs_total",
                "Whole states sent: greetings of sockets, and answers to /state.",
                "how",
            ),
            restored: labelled(
                on,
                "snowparty_parties_restored_total",
                "Parties that were restored from their journal while the house was open.",
                "cause",
            ),
            sent_messages: counter(
                on,
                "snowparty_sent_messages_total",
                "Messages handed to sockets, one for each socket.",
            ),
            sent_bytes: counter(
                on,
                "snowparty_sent_bytes_total",
                "Bytes of the messages handed to sockets.",
            ),
            closed: labelled(
                on,
                "snowparty_sockets_closed_total",
                "Sockets that are gone, by why they were closed; cut ones went without a word.",
                "reason",
            ),
            answers: labelled(
                on,
                "snowparty_http_answers_total",
                "HTTP answers, by their status.",
                "status",
            ),
            registry,
        }
    }

    /// A transaction of so many events is on the disk.
    pub fn committed(&self, took: Duration, events: u64) {
        self.commits.observe(took.as_secs_f64());
        self.events.inc_by(events);
    }

    /// The disk refused a batch.
    pub fn not_written(&self) {
        self.unwritten.inc();
    }

    /// An action was accepted.
    pub fn accepted(&self) {
        self.accepted.inc();
    }

    /// An action was refused under this code.
    pub fn refused(&self, code: &'static str) {
        self.refused.with_label_values(&[code]).inc();
    }

    /// Somebody was given the whole state.
    pub fn resynced(&self, how: &'static str) {
        self.resyncs.with_label_values(&[how]).inc();
    }

    /// A party was restored from its journal.
    pub fn restored(&self, cause: &'static str) {
        self.restored.with_label_values(&[cause]).inc();
    }

    /// So much was handed to sockets.
    pub fn sent(&self, messages: u64, bytes: u64) {
        self.sent_messages.inc_by(messages);
        self.sent_bytes.inc_by(bytes);
    }

    /// A socket is gone.
    pub fn closed(&self, reason: &'static str) {
        self.closed.with_label_values(&[reason]).inc();
    }

    /// A request was answered.
    pub fn answered(&self, status: &str) {
        self.answers.with_label_values(&[status]).inc();
    }

    /// All of it as text, with what stands at this moment.
    pub fn text(&self, present: &Present) -> String {
        self.present.show(present);
        // Into memory and from our own names: it has no way to fail.
        TextEncoder::new()
            .encode_to_string(&self.registry.gather())
            .unwrap_or_default()
    }

    /// What this text is called on the wire.
    pub fn kind() -> String {
        TextEncoder::new().format_type().to_owned()
    }
}

impl Gauges {
    fn new(on: &Registry) -> Self {
        Self {
            parties: gauge(on, "snowparty_parties", "Open parties."),
            seats: gauge(on, "snowparty_seats", "Seats that are taken, in all parties."),
            sockets: labelled_gauge(on, "snowparty_sockets", "Open sockets, by who looks.", "viewer"),
            queues: labelled_gauge(
                on,
                "snowparty_queue_length",
                "What waits: asks for the busiest party, batches for the disk, messages for all sockets.",
                "queue",
            ),
            longest_outbox: gauge(
                on,
                "snowparty_longest_outbox",
                "Messages that wait for the slowest socket.",
            ),
            connections: gauge(on, "snowparty_connections", "Open connections, sockets among them."),
            most_connections: gauge(on, "snowparty_connections_allowed", "So many connections are allowed."),
        }
    }

    fn show(&self, present: &Present) {
        self.parties.set(whole(present.parties));
        self.seats.set(whole(present.seats));
        for (viewer, sockets) in [
            ("player", present.players),
            ("tv", present.tvs),
            ("host", present.hosts),
        ] {
            self.sockets.with_label_values(&[viewer]).set(whole(sockets));
        }
        for (queue, waiting) in [
            ("mailbox", present.mailbox),
            ("store", present.store),
            ("outboxes", present.outboxes),
        ] {
            self.queues.with_label_values(&[queue]).set(whole(waiting));
        }
        self.longest_outbox.set(whole(present.longest_outbox));
        self.connections.set(whole(present.connections));
        self.most_connections.set(whole(present.most_connections));
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn commits(on: &Registry) -> Histogram {
    let about = HistogramOpts::new(
        "snowparty_journal_commit_seconds",
        "How long a transaction takes until it is on the disk.",
    );
    registered(on, Histogram::with_opts(about.buckets(COMMIT_BUCKETS.to_vec())))
}

fn counter(on: &Registry, name: &str, about: &str) -> IntCounter {
    registered(on, IntCounter::new(name, about))
}

fn labelled(on: &Registry, name: &str, about: &str, label: &str) -> IntCounterVec {
    registered(on, IntCounterVec::new(Opts::new(name, about), &[label]))
}

fn gauge(on: &Registry, name: &str, about: &str) -> IntGauge {
    registered(on, IntGauge::new(name, about))
}

fn labelled_gauge(on: &Registry, name: &str, about: &str, label: &str) -> IntGaugeVec {
    registered(on, IntGaugeVec::new(Opts::new(name, about), &[label]))
}

/// # Panics
/// Only if a name above is wrong or stands there twice, which the first start of any house would show.
fn registered<C: Collector + Clone + 'static>(on: &Registry, made: prometheus::Result<C>) -> C {
    let made = made.expect("the names above are valid");
    on.register(Box::new(made.clone())).expect("each name is given once");
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_stands_in_the_text_with_a_line_of_help() {
        let meter = Meter::new();
        meter.committed(Duration::from_millis(3), 7);
        meter.refused("action/too_late");
        meter.refused("action/too_late");
        meter.sent(2, 300);
        let present = Present {
            tvs: 2,
            ..Present::default()
        };
        let text = meter.text(&present);
        for line in [
            "# TYPE snowparty_journal_commit_seconds histogram",
            "snowparty_journal_commit_seconds_bucket{le=\"0.002\"} 0",
            "snowparty_journal_commit_seconds_bucket{le=\"0.005\"} 1",
            "snowparty_journal_events_total 7",
            "snowparty_actions_refused_total{code=\"action/too_late\"} 2",
            "snowparty_sent_bytes_total 300",
            "snowparty_sockets{viewer=\"tv\"} 2",
        ] {
            assert!(text.lines().any(|said| said == line), "{line} is missing from\n{text}");
        }
        let named = |kind: &str| text.lines().filter(|line| line.starts_with(kind)).count();
        assert_eq!(named("# HELP"), named("# TYPE"));
    }

    #[test]
    fn two_houses_in_one_process_count_apart() {
        let (one, other) = (Meter::new(), Meter::new());
        one.accepted();
        assert!(
            one.text(&Present::default())
                .contains("snowparty_actions_accepted_total 1")
        );
        assert!(
            other
                .text(&Present::default())
                .contains("snowparty_actions_accepted_total 0")
        );
    }
}
