//! The arena: three levels of mini-games, a board and a gift between them, a podium at the end.
//! A session is intro → play → board for green, yellow and red, then the podium. This file holds the state and what
//! changes it; who may do what is in `judge`, what follows by itself in `turns`, what becomes known in `tell`.
//! The arena knows no mini-game by name: it deals a `mini::Table` for each level and asks it.

mod awards;
mod board;
mod choose;
mod gift;
mod judge;
mod late;
mod mini;
mod points;
mod puzzle;
mod setup;
mod tap;
mod tell;
#[cfg(test)]
mod tests;
mod turns;
pub mod wire;

use super::{By, Ctx, Cue, Deck, Game, Library, Music, Outcome, Placed, Refusal, Stage, Standing, Tell, Timer, Viewer};
use crate::id::{PartyMs, SeatId};
use gift::Gift;
use mini::{Dealing, MiniGame, Table};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wire::{Details, Level, LevelSetup, Move, Msg, Setup};

/// One session of the arena: everything that is needed to go on with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Arena {
    setup: Setup,
    /// One for each level, dealt when the session opened; never empty.
    rounds: Vec<Round>,
    /// Index of the present round, always within `rounds`.
    current: usize,
    /// So many rounds are closed: each player has exactly so many entries in `earned`.
    closed: usize,
    phase: Phase,
    players: BTreeMap<SeatId, Player>,
    /// Who was not connected when the last round closed.
    away: BTreeSet<SeatId>,
    /// Totals when the last round was about to close: what the board's gains and climbs are measured against.
    baseline: BTreeMap<SeatId, i64>,
    /// Who was last said to lead.
    leader: Option<SeatId>,
    /// The last gift that fell; it stays known after it is gone.
    gift: Option<Gift>,
    /// When the next gift falls, once the board that it falls onto stands.
    gift_due: Option<PartyMs>,
    /// How many gifts have fallen.
    fallen: usize,
    /// Sounds still to come in this phase, the next one first.
    cues: Vec<(PartyMs, Cue)>,
}

/// A level and what was dealt for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Round {
    level: LevelSetup,
    table: Table,
    /// Has play begun? Before that nobody may see the deal.
    begun: bool,
}

/// Where the session stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Phase {
    /// Opened at this time, and not yet announced: the first tick does that.
    Opening(PartyMs),
    /// The level is announced.
    Intro(Timer),
    /// It is played; the table has the timer.
    Play,
    /// The board stands.
    Board(Timer),
    /// It is over.
    Podium,
}

/// A seat's part in the session.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Player {
    /// Does the seat play the present round? False for one that came in the middle of it.
    in_level: bool,
    /// One for each closed round, in order.
    earned: Vec<Earned>,
}

/// What a closed round brought a player.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Earned {
    /// For the level, without the gift.
    points: u32,
    /// For the gift after it.
    gift: u32,
    /// The mini-game's own figure.
    figure: i64,
    /// Given for a level that was missed.
    median: bool,
}

impl Player {
    fn total(&self) -> i64 {
        self.earned
            .iter()
            .map(|e| i64::from(e.points) + i64::from(e.gift))
            .sum()
    }
}

/// What happened. The journal's own; it is never sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// New seats came in.
    Entered {
        /// Which.
        seats: Vec<SeatId>,
    },
    /// Seats are gone for good.
    Dropped {
        /// Which.
        seats: Vec<SeatId>,
    },
    /// The next level is announced.
    Announced {},
    /// Its play begins.
    Started {},
    /// The mini-game goes on to its next scene: a question opens or closes.
    Turned {},
    /// The level is over and its points are given.
    Closed {
        /// Will a gift fall onto the board?
        gift: bool,
        /// Who was in the level and not connected: what they have may still come.
        #[serde(default)]
        away: Vec<SeatId>,
    },
    /// The gift falls.
    GiftFell {},
    /// The gift is gone.
    GiftEnded {},
    /// Someone else leads.
    Led {
        /// Who.
        seat: SeatId,
    },
    /// A moment of the show has come: a countdown's second, the last ten seconds.
    Cued {
        /// Its sound.
        cue: Cue,
    },
    /// A player's result, answer or moves were accepted.
    Reported {
        /// Whose.
        seat: SeatId,
        /// As the phone sent them.
        details: Details,
        /// Milliseconds since the scene opened, by the fair clock.
        elapsed: i64,
    },
    /// A player caught the gift.
    Caught {
        /// Who.
        seat: SeatId,
    },
    /// The session is over.
    Finished {},
}

impl Arena {
    fn round(&self) -> &Round {
        &self.rounds[self.current] // `current` only moves within `rounds`, see `announce`
    }

    fn table(&self) -> &dyn MiniGame {
        self.round().table.game()
    }

    fn table_mut(&mut self) -> &mut dyn MiniGame {
        self.rounds[self.current].table.game_mut() // as in `round`
    }

    fn last_round(&self) -> bool {
        self.current + 1 >= self.rounds.len()
    }

    fn level(&self) -> Level {
        self.round().level.level
    }

    /// Points so far: those of closed rounds, and what the running one has brought that may be known.
    fn score(&self, seat: SeatId) -> i64 {
        let Some(player) = self.players.get(&seat) else {
            return 0;
        };
        let running = self.phase == Phase::Play && player.in_level;
        player.total()
            + if running {
                i64::from(self.table().score(seat).points)
            } else {
                0
            }
    }

    fn announce(&mut self, now: PartyMs) {
        if !matches!(self.phase, Phase::Opening(_)) && !self.last_round() {
            self.current += 1;
        }
        self.end_gift();
        self.gift_due = None;
        self.players.values_mut().for_each(|player| player.in_level = true);
        let timer = lasting(now, self.setup.intro_seconds);
        self.cues = [3000, 2000, 1000]
            .map(|left| (timer.deadline.plus(-left), Cue::Tick))
            .to_vec();
        self.cues.retain(|(at, _)| *at >= now);
        self.phase = Phase::Intro(timer);
    }

    fn start(&mut self, now: PartyMs) {
        self.rounds[self.current].begun = true; // as in `round`
        self.table_mut().begin(now);
        self.phase = Phase::Play;
        self.cues = self.hurry().into_iter().collect();
    }

    /// The last ten seconds are told once, in levels that are long enough to have them and are one scene.
    fn hurry(&self) -> Option<(PartyMs, Cue)> {
        let timer = self.table().timer();
        let at = timer.deadline.plus(-HURRY_MS);
        (self.table().last_scene() && at > timer.opened).then_some((at, Cue::Hurry))
    }

    fn close(&mut self, gift: bool, away: &[SeatId], now: PartyMs) {
        self.baseline = self.totals();
        self.closed = self.current + 1;
        self.give_points();
        self.away = away.iter().copied().collect();
        let seconds = self.setup.board_seconds;
        let last = if self.last_round() { LAST_BOARD_SECONDS } else { seconds };
        let timer = lasting(now, seconds.min(last));
        self.phase = Phase::Board(timer);
        self.cues.clear();
        self.gift_due = gift.then(|| gift::falls_at(timer));
    }

    /// Every player gets an entry for the round that closes: what was played, or the median of those who did.
    fn give_points(&mut self) {
        let table = self.rounds[self.current].table.game(); // as in `round`
        for (seat, player) in self.players.iter_mut().filter(|(_, player)| player.in_level) {
            let score = table.score(*seat);
            player.earned.push(Earned {
                points: score.points,
                gift: 0,
                figure: score.figure,
                median: false,
            });
        }
        self.give_medians();
    }

    fn keep(&mut self, seat: SeatId, details: &Details, elapsed: i64) {
        self.table_mut().keep(seat, details, elapsed);
        if matches!(self.phase, Phase::Board(_)) {
            self.correct(seat);
        }
    }

    /// A result that came while the board already stands.
    fn correct(&mut self, seat: SeatId) {
        let score = self.table().score(seat);
        let earned = self.players.get_mut(&seat).and_then(|player| player.earned.last_mut());
        if let Some(earned) = earned.filter(|e| !e.median) {
            (earned.points, earned.figure) = (score.points, score.figure);
        }
    }

    fn finish(&mut self) {
        self.end_gift();
        self.gift_due = None;
        self.cues.clear();
        self.phase = Phase::Podium;
    }
}

/// After the last level the podium tells the places; the board only gathers what is still under way.
const LAST_BOARD_SECONDS: u32 = 6;

/// Before the end of a level so many ms, its last seconds are announced.
const HURRY_MS: i64 = 10_000;

fn lasting(now: PartyMs, seconds: u32) -> Timer {
    Timer {
        opened: now,
        deadline: now.plus(i64::from(seconds) * 1000),
    }
}

impl Game for Arena {
    const SLUG: &'static str = "arena";
    type Setup = Setup;
    type Move = Move;
    type Event = Event;
    type Msg = Msg;

    fn check(setup: &Setup, _: &dyn Library) -> Result<(), Refusal> {
        setup.check()
    }

    fn open(setup: Setup, deck: &mut Deck, ctx: &mut Ctx) -> Result<Self, Refusal> {
        setup.check()?;
        let mut dealing = Dealing::new(&setup, deck, ctx.rng);
        let rounds = setup
            .levels
            .iter()
            .map(|level| Round::dealt(level, &mut dealing))
            .collect();
        Ok(Self {
            rounds,
            current: 0,
            closed: 0,
            phase: Phase::Opening(ctx.now),
            players: ctx
                .seats
                .iter()
                .map(|seat| {
                    (
                        *seat,
                        Player {
                            in_level: true,
                            ..Player::default()
                        },
                    )
                })
                .collect(),
            away: BTreeSet::new(),
            baseline: BTreeMap::new(),
            leader: None,
            gift: None,
            gift_due: None,
            fallen: 0,
            cues: Vec::new(),
            setup,
        })
    }

    fn play(&self, by: By, mv: Move, ctx: &mut Ctx) -> Result<(Vec<Event>, Outcome), Refusal> {
        self.judge(by, mv, ctx)
    }

    fn tick(&self, ctx: &mut Ctx) -> Vec<Event> {
        self.next_event(ctx).into_iter().collect()
    }

    fn due(&self) -> Option<PartyMs> {
        self.next_moment()
    }

    fn apply(&mut self, event: &Event, now: PartyMs) {
        match event {
            Event::Entered { seats } => self.enter(seats),
            Event::Dropped { seats } => self.drop_seats(seats),
            Event::Announced {} => self.announce(now),
            Event::Started {} => self.start(now),
            Event::Turned {} => self.table_mut().turn(now),
            Event::Closed { gift, away } => self.close(*gift, away, now),
            Event::GiftFell {} => self.drop_gift(now),
            Event::GiftEnded {} => self.end_gift(),
            Event::Led { seat } => self.leader = Some(*seat),
            Event::Cued { .. } => drop(self.cues.drain(..self.cues.len().min(1))),
            Event::Reported { seat, details, elapsed } => self.keep(*seat, details, *elapsed),
            Event::Caught { seat } => self.catch(*seat),
            Event::Finished {} => self.finish(),
        }
    }

    fn tell(&self, event: &Event, out: &mut Tell<Msg>) {
        self.tell_of(event, out);
    }

    fn greet(&self, viewer: Viewer) -> Vec<Msg> {
        self.topics_for(viewer)
    }

    fn stage(&self) -> Stage {
        let (phase, timer) = match self.phase {
            Phase::Opening(_) => ("intro", None),
            Phase::Intro(timer) => ("intro", Some(timer)),
            Phase::Play => ("play", Some(self.table().timer())),
            Phase::Board(timer) => ("board", Some(timer)),
            Phase::Podium => ("podium", None),
        };
        Stage {
            round: self.current as u32 + 1,
            phase: phase.to_owned(),
            timer,
        }
    }

    fn music(&self) -> Music {
        match self.phase {
            Phase::Opening(_) | Phase::Intro(_) => Music::Silence,
            Phase::Play if self.level() == Level::Green => Music::Calm,
            Phase::Play => Music::Chase,
            Phase::Board(_) => Music::Calm,
            Phase::Podium => Music::Finale,
        }
    }

    fn standing(&self, seat: SeatId) -> Option<Standing> {
        self.standing_of(seat)
    }

    fn board(&self) -> Vec<Placed> {
        self.placed()
    }

    fn finished(&self) -> bool {
        self.phase == Phase::Podium
    }

    fn live(&self, seat: SeatId, kind: &str, value: f64, now: PartyMs) -> Option<f64> {
        let plays = self.phase == Phase::Play && self.players.get(&seat).is_some_and(|player| player.in_level);
        let most = self.table().most_live(kind, now).filter(|_| plays)?;
        Some(value.clamp(0.0, most))
    }
}

impl Round {
    fn dealt(level: &LevelSetup, dealing: &mut Dealing) -> Self {
        Self {
            level: level.clone(),
            table: Table::deal(level, dealing),
            begun: false,
        }
    }
}
