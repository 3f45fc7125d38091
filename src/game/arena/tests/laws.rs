//! What holds for any evening whatever: random moves, joins, drops, silences and jumps in time.

use super::show::{Show, named};
use super::solver::Sight;
use crate::game::arena::mini::Table;
use crate::game::arena::wire::{Details, Level, LevelSetup, MiniGameKind, Move, Progress, Setup, Text};
use crate::game::arena::{Arena, Event};
use crate::game::{By, Game, Tell, Viewer};
use crate::id::{PartyMs, SeatId};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// One thing that may happen in an evening.
#[derive(Clone, Debug)]
enum Act {
    Wait(i64),
    Join(u32),
    Leave(u32),
    Silent(u32),
    Back(u32),
    Tap {
        seat: u32,
        rate: u16,
        done: bool,
        lag: i64,
    },
    Answer {
        seat: u32,
        choice: u32,
        ahead: u32,
        lag: i64,
    },
    Slide {
        seat: u32,
        moves: Vec<u8>,
        solve: bool,
        done: bool,
    },
    Catch(u32),
    Skip,
    End,
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    let seat = || 1..=9u32;
    prop_oneof![
        6 => (0..12_000i64).prop_map(Act::Wait),
        1 => seat().prop_map(Act::Join),
        1 => seat().prop_map(Act::Leave),
        1 => seat().prop_map(Act::Silent),
        1 => seat().prop_map(Act::Back),
        6 => (seat(), 0..22u16, any::<bool>(), 0..250i64)
            .prop_map(|(seat, rate, done, lag)| Act::Tap { seat, rate, done, lag }),
        8 => (seat(), 0..5u32, 0..2u32, 0..250i64)
            .prop_map(|(seat, choice, ahead, lag)| Act::Answer { seat, choice, ahead: ahead / 2, lag }),
        6 => (seat(), prop::collection::vec(0..16u8, 0..8), any::<bool>(), any::<bool>())
            .prop_map(|(seat, moves, solve, done)| Act::Slide { seat, moves, solve, done }),
        3 => seat().prop_map(Act::Catch),
        3 => Just(Act::Skip),
        1 => Just(Act::Reload),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let ended = prop_oneof![4 => Just(None), 1 => Just(Some(Act::End))];
    (
        prop::collection::vec(act(), 0..120),
        ended,
        prop::collection::vec(act(), 0..6),
    )
        .prop_map(|(before, end, after)| before.into_iter().chain(end).chain(after).collect())
}

fn setup() -> impl Strategy<Value = Setup> {
    let kind = || {
        prop_oneof![
            Just(MiniGameKind::Tap),
            Just(MiniGameKind::Choose),
            Just(MiniGameKind::Puzzle)
        ]
    };
    let level = (kind(), 5..40u32, 100..3000u32);
    let levels = [level.clone(), level.clone(), level];
    (levels, 1..8u32, 1..12u32, 1..6u32, prop_oneof![Just(0u32), 1..500u32]).prop_map(
        |(levels, intro_seconds, board_seconds, reveal_seconds, gift_points)| Setup {
            levels: levels
                .into_iter()
                .zip([Level::Green, Level::Yellow, Level::Red])
                .map(|((mini_game, seconds, points), level)| LevelSetup {
                    level,
                    mini_game,
                    seconds,
                    points,
                })
                .collect(),
            intro_seconds,
            board_seconds,
            reveal_seconds,
            gift_points,
        },
    )
}

impl Show {
    fn act(&mut self, act: &Act) {
        match act {
            Act::Wait(ms) => self.wait(*ms),
            Act::Join(seat) => self.join(*seat),
            Act::Leave(seat) => self.leave(*seat),
            Act::Silent(seat) => drop(self.present.remove(&SeatId(*seat))),
            Act::Back(seat) if self.seats.contains(&SeatId(*seat)) => drop(self.present.insert(SeatId(*seat))),
            Act::Back(_) => (),
            Act::Reload => self.reload_pages(),
            Act::Skip => drop(self.play(By::Host, Move::Skip {})),
            Act::End => drop(self.play(By::Host, Move::End {})),
            Act::Catch(seat) => drop(self.play(By::Seat(SeatId(*seat)), Move::Catch {})),
            Act::Tap { seat, rate, done, lag } => self.tap(*seat, *rate, *done, *lag),
            Act::Answer {
                seat,
                choice,
                ahead,
                lag,
            } => self.answer(*seat, *choice, *ahead, *lag),
            Act::Slide {
                seat,
                moves,
                solve,
                done,
            } => self.slide(*seat, moves, *solve, *done),
        }
    }

    fn level(&self) -> Level {
        [Level::Green, Level::Yellow, Level::Red][self.game.stage().round as usize - 1]
    }

    fn send(&mut self, seat: u32, lag: i64, score: i64, details: Details) {
        let progress = Progress {
            level: self.level(),
            score,
            time: 0,
            details,
        };
        let _ = self.play_at(self.now.plus(-lag), By::Seat(SeatId(seat)), Move::Progress(progress));
    }

    fn tap(&mut self, seat: u32, rate: u16, done: bool, lag: i64) {
        let seconds = self
            .game
            .stage()
            .timer
            .map_or(0, |timer| self.now.since(timer.opened) / 1000);
        let per_second = vec![rate; seconds.clamp(0, 50) as usize];
        self.send(
            seat,
            lag,
            i64::from(rate) * per_second.len() as i64,
            Details::Tap { per_second, done },
        );
    }

    fn answer(&mut self, seat: u32, choice: u32, ahead: u32, lag: i64) {
        let question = self.tv("arena.question")["index"].as_u64().unwrap_or(0) as u32 + ahead;
        self.send(seat, lag, 0, Details::Choose { question, choice });
    }

    /// Goes on from what the server holds, sometimes all the way to the solution; or sends just anything.
    fn slide(&mut self, seat: u32, moves: &[u8], solve: bool, done: bool) {
        let kept = self
            .pages
            .get(&Viewer::Player(SeatId(seat)))
            .and_then(|page| page.get("arena.you"));
        let kept = kept.and_then(|you| serde_json::from_value(you["kept"].clone()).unwrap());
        let Some(sight) = Sight::of(self.game.table().deal(), kept) else {
            return;
        };
        let moves = match (solve, moves.len()) {
            (true, _) => sight.solve(),
            (_, 7) => moves.to_vec(),
            _ => sight.wander(moves),
        };
        self.send(seat, 0, 0, Details::Puzzle { moves, done });
    }
}

fn check_pages(show: &Show) {
    for viewer in show.viewers() {
        assert_eq!(show.pages[&viewer], show.greeted(viewer), "{viewer:?}");
    }
}

fn check_points(show: &Show) {
    for line in show.game.board() {
        let you = show.you(line.seat.0);
        for (level, result) in show.game.setup.levels.iter().zip(&you.levels) {
            let most = level.points + show.game.setup.gift_points * if level.level == Level::Yellow { 2 } else { 1 };
            let no_gift = level.level == Level::Red;
            assert!(result.points <= if no_gift { level.points } else { most }, "{result:?}");
        }
        assert_eq!(
            line.score,
            you.levels.iter().map(|result| i64::from(result.points)).sum::<i64>()
        );
        let standing = show.game.standing(line.seat).unwrap();
        assert!(
            (0.0..=1.0).contains(&standing.progress) && standing.score >= line.score,
            "{standing:?}"
        );
    }
}

fn check_replay(show: &Show) {
    let live = serde_json::to_value(&show.game).unwrap();
    assert_eq!(serde_json::to_value(show.replayed()).unwrap(), live);
}

/// The same session with other secrets: every answer that is not known yet, and its note, is another.
fn with_other_secrets(game: &Arena) -> Arena {
    let mut other = game.clone();
    for round in &mut other.rounds {
        let Table::Choose(choose) = &mut round.table else {
            continue;
        };
        let closed = choose.closed().len();
        for asked in choose.questions.iter_mut().skip(closed) {
            asked.right = (asked.right + 1) % 4;
            asked.note = Text {
                en: "other".to_owned(),
                ru: "другая".to_owned(),
            };
        }
    }
    other
}

/// Nothing that leaves may tell the session from one with other secrets, unless the event closes a question.
fn secrets_do_not_show(before: &Arena, event: &Event, now: PartyMs, after: &Arena) {
    let mut twin = with_other_secrets(before);
    twin.apply(event, now);
    if known(after) == known(before) {
        assert_eq!(leaving(after, event), leaving(&twin, event), "{event:?}");
    }
    assert_eq!(greeting(after), greeting(&with_other_secrets(after)));
}

/// How many answers are known by now.
fn known(game: &Arena) -> usize {
    let tables = game.rounds.iter().map(|round| &round.table);
    tables
        .map(|table| {
            if let Table::Choose(choose) = table {
                choose.closed().len()
            } else {
                0
            }
        })
        .sum()
}

/// All that is told of an event, and all that the party asks about afterwards.
fn leaving(game: &Arena, event: &Event) -> String {
    let mut told = Tell::default();
    game.tell(event, &mut told);
    let topics: Vec<Value> = told.topics.iter().map(|(_, msg)| named(msg).1).collect();
    format!(
        "{topics:?} {:?} {:?} {:?} {}",
        told.events,
        told.sounds,
        told.rows,
        greeting(game)
    )
}

fn greeting(game: &Arena) -> String {
    let viewers = [Viewer::Tv, Viewer::Host]
        .into_iter()
        .chain((1..=9).map(|seat| Viewer::Player(SeatId(seat))));
    let greeted: Vec<String> = viewers
        .map(|viewer| serde_json::to_string(&game.greet(viewer)).unwrap())
        .collect();
    let standings: Vec<_> = (1..=9).map(|seat| game.standing(SeatId(seat))).collect();
    format!("{greeted:?} {standings:?} {:?} {:?}", game.board(), game.stage())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_evening_obeys_the_laws(setup in setup(), players in 0..6u32, seed in any::<u64>(), acts in acts()) {
        let mut show = Show::open(setup, players, seed);
        show.watch = secrets_do_not_show;
        for act in &acts {
            show.act(act);
            check_pages(&show);
            check_points(&show);
        }
        check_replay(&show);
        show.wait(3_600_000);
        prop_assert!(show.game.finished());
        check_pages(&show);
        check_points(&show);
        check_replay(&show);
        let finished = serde_json::to_value(&show.game).unwrap();
        show.wait(3_600_000);
        prop_assert_eq!(serde_json::to_value(&show.game).unwrap(), finished);
    }

    #[test]
    fn an_outcome_holds_no_secret(seed in any::<u64>(), choice in 0..4u32, elapsed in 0..15_000i64) {
        let mut show = Show::open(Setup::default(), 2, seed);
        while show.tv("arena.question").is_null() {
            show.skip();
        }
        show.wait(elapsed);
        let mut twin = Show::open(Setup::default(), 2, seed);
        (twin.game, twin.now) = (with_other_secrets(&show.game), show.now);
        let answer = || Details::Choose { question: 0, choice };
        prop_assert_eq!(
            show.report(1, Level::Yellow, 0, answer()),
            twin.report(1, Level::Yellow, 0, answer())
        );
    }
}

#[test]
fn the_laws_see_every_kind_of_table() {
    let tables: BTreeSet<String> = Show::open(Setup::default(), 1, 1)
        .game
        .rounds
        .iter()
        .map(|round| {
            serde_json::to_value(&round.table)
                .unwrap()
                .as_object()
                .unwrap()
                .keys()
                .next()
                .unwrap()
                .clone()
        })
        .collect();
    assert_eq!(tables, ["choose", "puzzle", "tap"].map(str::to_owned).into());
}
