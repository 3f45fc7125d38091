//! Evenings as they are played.

use super::show::Show;
use super::solver::Sight;
use crate::game::arena::wire::{Details, Level, Move, Setup};
use crate::game::arena::{Arena, choose, mini::Table};
use crate::game::{By, Cue, Game, Music, PlayerStatus, Refusal, Row};
use crate::id::{PartyMs, SeatId};
use std::collections::BTreeSet;

fn tap(n: u16, done: bool) -> (i64, Details) {
    (
        i64::from(n) * 20,
        Details::Tap {
            per_second: vec![n; 20],
            done,
        },
    )
}

/// Throws so many snowballs a second, for all of the default green level's 20 seconds.
fn throw(show: &mut Show, seat: u32, n: u16) {
    let (score, details) = tap(n, true);
    show.report(seat, Level::Green, score, details).unwrap();
}

fn table(game: &Arena) -> &choose::Choose {
    match &game.round().table {
        Table::Choose(choose) => choose,
        other => panic!("{other:?}"),
    }
}

/// Answers the open question of yellow.
fn answer(show: &mut Show, seat: u32, right: bool) -> Result<serde_json::Value, Refusal> {
    let question = show.tv("arena.question")["index"].as_u64().unwrap() as u32;
    let correct = table(&show.game).questions[question as usize].right;
    let choice = if right { correct } else { (correct + 1) % 4 };
    show.report(seat, Level::Yellow, 0, Details::Choose { question, choice })
}

/// Three guests, green played and its board standing: 1000, 500 and 0 points.
fn after_green() -> Show {
    let mut show = Show::open(Setup::default(), 3, 1);
    show.wait_for("play");
    show.wait(20_000);
    throw(&mut show, 1, 7);
    throw(&mut show, 2, 3);
    throw(&mut show, 3, 0);
    show
}

/// The gift falls in the middle of the board's 14 seconds.
const TILL_THE_GIFT: i64 = 3_875;

fn under_the_gift() -> Show {
    let mut show = after_green();
    show.wait(TILL_THE_GIFT);
    show
}

fn at_yellow() -> Show {
    let mut show = after_green();
    show.wait_for("intro");
    show.wait_for("play");
    show
}

#[test]
fn a_whole_evening_ends_on_the_podium() {
    let mut show = at_yellow();
    for question in 0..6 {
        assert_eq!(show.tv("arena.question")["index"], question);
        show.wait(400);
        (1..=3).for_each(|seat| drop(answer(&mut show, seat, seat == 3).unwrap()));
        assert_eq!(show.tv("arena.reveal")["index"], question);
        show.wait(5_000);
    }
    assert_eq!(show.you(3).levels[1].points, 1500);
    assert_eq!(show.lines()[0], (3, 1, 1500, 1500, 2));
    show.wait_for("intro");
    show.wait_for("podium");
    assert!(show.game.finished());
    assert_eq!(show.game.due(), None);
    assert_eq!(
        show.lines(),
        [(3, 1, 1500, 0, 0), (1, 2, 1000, 0, 0), (2, 3, 429, 0, 0)]
    );
    assert_eq!(show.game.standing(SeatId(3)).unwrap().status, PlayerStatus::Done);
    let awards = show.tv("arena.podium")["awards"].clone();
    let named = |kind: &str| {
        awards
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["kind"] == kind)
            .map(|a| a["player_id"].clone())
    };
    assert_eq!(named("fastest_thumb").unwrap(), 1);
    assert_eq!(named("sharpest_mind").unwrap(), 3);
    assert_eq!(named("quickest_answer").unwrap(), 3);
    assert_eq!(named("climber").unwrap(), 3);
    assert_eq!((named("puzzle_master"), named("gift_catcher")), (None, None));
}

#[test]
fn the_show_hears_and_sees_it_all_in_order() {
    let mut show = after_green();
    show.wait_for("intro");
    let start = ["level_announced", "level_started"];
    let finished = ["player_finished", "player_finished", "player_finished"];
    let end = ["level_finished", "lead_changed", "bonus", "level_announced"];
    let kinds = show.kinds();
    assert_eq!(kinds[..2], start);
    assert_eq!(kinds[kinds.len() - 4..], end);
    // The last one's finish ends the level in the same breath, but is told before it.
    assert_eq!(kinds[2..kinds.len() - 4], finished);
    let sounds = [
        Cue::Level,
        Cue::Tick,
        Cue::Tick,
        Cue::Tick,
        Cue::Hurry,
        Cue::Lead,
        Cue::Gift,
        Cue::Level,
    ];
    assert_eq!(show.sounds, sounds);
}

#[test]
fn the_music_follows() {
    let mut show = Show::open(Setup::default(), 1, 1);
    let mut heard = vec![show.game.music()];
    while !show.game.finished() {
        show.skip();
        heard.push(show.game.music());
    }
    heard.dedup();
    use Music::{Calm, Chase, Finale, Silence};
    assert_eq!(
        heard,
        [Silence, Calm, Silence, Chase, Calm, Silence, Chase, Calm, Finale]
    );
}

#[test]
fn a_level_ends_when_all_who_are_there_are_done() {
    let mut show = Show::open(Setup::default(), 3, 1);
    show.present.remove(&SeatId(3));
    show.wait_for("play");
    show.wait(20_000);
    throw(&mut show, 1, 5);
    assert_eq!(show.game.stage().phase, "play");
    throw(&mut show, 2, 5);
    assert_eq!(show.game.stage().phase, "board");
}

#[test]
fn with_nobody_there_the_deadline_and_the_lag_decide() {
    let mut show = Show::open(Setup::default(), 2, 1);
    show.wait_for("play");
    show.present.clear();
    show.wait(20_249);
    assert_eq!(show.game.stage().phase, "play");
    show.wait(1);
    assert_eq!(show.game.stage().phase, "board");
}

#[test]
fn a_late_result_counts_while_the_board_stands() {
    let mut show = Show::open(Setup::default(), 2, 1);
    show.wait_for("board");
    assert_eq!(show.lines(), [(1, 1, 0, 0, 0), (2, 1, 0, 0, 0)]);
    throw(&mut show, 2, 7);
    assert_eq!(show.lines(), [(2, 1, 1000, 1000, 0), (1, 2, 0, 0, 0)]);
    assert_eq!(show.shown.last().unwrap().0, "lead_changed");
    let row = Row::Progress {
        seat: SeatId(2),
        level: "green",
        status: "done",
        score: 1000,
        time_spent_ms: 20_000,
        details: serde_json::json!({ "per_second": vec![7; 20] }).to_string(),
    };
    assert!(show.rows.contains(&row));
    show.wait_for("intro");
    let (score, details) = tap(7, true);
    assert_eq!(show.report(1, Level::Green, score, details), Err(Refusal::TooLate));
}

#[test]
fn a_puzzle_solved_without_a_connection_counts_as_at_the_deadline_and_after_the_bell_it_is_late() {
    let mut show = at_yellow();
    show.wait_for("board");
    show.wait_for("play");
    show.present.remove(&SeatId(1));
    show.wait_for("board");
    show.present.insert(SeatId(1));
    show.wait(5_000);
    let moves = Sight::of(show.game.table().deal(), None).unwrap().solve();
    let puzzle = Details::Puzzle { moves, done: true };
    assert_eq!(show.report(2, Level::Red, 0, puzzle), Err(Refusal::TooLate));
    let moves = Sight::of(show.game.table().deal(), None).unwrap().solve();
    let outcome = show
        .report(1, Level::Red, 0, Details::Puzzle { moves, done: true })
        .unwrap();
    assert_eq!(outcome["solved"], true);
    assert_eq!(
        (show.you(1).levels[2].points, show.you(1).levels[2].figure),
        (1000, 90_000)
    );
}

#[test]
fn no_report_for_a_level_that_is_not_running() {
    let mut show = Show::open(Setup::default(), 2, 1);
    let green = || tap(5, true);
    let (score, details) = green();
    assert_eq!(
        show.report(1, Level::Green, score, details),
        Err(Refusal::LevelNotRunning)
    );
    show.wait_for("play");
    let (score, details) = green();
    assert_eq!(
        show.report(1, Level::Red, score, details),
        Err(Refusal::LevelNotRunning)
    );
    let choice = Details::Choose { question: 0, choice: 0 };
    assert_eq!(show.report(1, Level::Green, 0, choice), Err(Refusal::WrongMiniGame));
    let (score, details) = green();
    assert_eq!(show.report(9, Level::Green, score, details), Err(Refusal::NotInLevel));
    show.play(By::Host, Move::End {}).unwrap();
    let (score, details) = green();
    assert_eq!(show.report(1, Level::Red, score, details), Err(Refusal::TooLate));
}

#[test]
fn the_fair_clock_decides_about_an_answer() {
    let mut show = at_yellow();
    let opened = show.now;
    show.present.remove(&SeatId(3));
    show.wait(15_200);
    let choice = Details::Choose { question: 0, choice: 0 };
    let progress = |details| crate::game::arena::wire::Progress {
        level: Level::Yellow,
        score: 0,
        time: 0,
        details,
    };
    let by = By::Seat(SeatId(1));
    let late = show.play_at(opened.plus(15_001), by, Move::Progress(progress(choice.clone())));
    assert_eq!(late, Err(Refusal::TooLate));
    show.play_at(opened.plus(15_000), by, Move::Progress(progress(choice)))
        .unwrap();
    let by = By::Seat(SeatId(2));
    let early = Details::Choose {
        question: 0,
        choice: table(&show.game).questions[0].right,
    };
    show.play_at(opened.plus(-50), by, Move::Progress(progress(early)))
        .unwrap();
    assert_eq!(show.tv("arena.reveal")["index"], 0, "all who are there have answered");
    assert_eq!(show.you(2).question.unwrap().points, 250);
}

#[test]
fn an_answer_counts_once_and_says_nothing() {
    let mut show = at_yellow();
    let outcome = answer(&mut show, 1, true).unwrap();
    let told: BTreeSet<&str> = outcome.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(told, BTreeSet::from(["choice", "question"]));
    assert_eq!(answer(&mut show, 1, false), Err(Refusal::AlreadyGiven));
    assert_eq!(show.game.standing(SeatId(1)).unwrap().score, 1000);
    assert_eq!(show.tv("arena.count"), serde_json::json!({ "done": 1, "of": 3 }));
}

#[test]
fn a_late_guest_gets_the_median_and_plays_the_next_level() {
    let mut show = Show::open(Setup::default(), 3, 1);
    show.wait_for("play");
    show.wait(20_000);
    show.join(4);
    assert!(!show.you(4).in_level);
    let (score, details) = tap(9, true);
    assert_eq!(show.report(4, Level::Green, score, details), Err(Refusal::NotInLevel));
    throw(&mut show, 1, 7);
    throw(&mut show, 2, 3);
    assert_eq!(show.game.stage().phase, "play");
    throw(&mut show, 3, 0);
    assert_eq!(
        (show.you(4).levels[0].points, show.you(4).levels[0].median),
        (429, true)
    );
    show.wait(TILL_THE_GIFT);
    show.play(By::Seat(SeatId(4)), Move::Catch {}).unwrap();
    assert_eq!(show.you(4).levels[0].points, 529);
    show.join(5);
    assert_eq!(show.you(5).levels[0].points, 429);
    show.wait_for("intro");
    show.join(6);
    assert!((4..=6).all(|seat| show.you(seat).in_level));
    show.wait_for("play");
    answer(&mut show, 5, true).unwrap();
}

#[test]
fn a_seat_that_is_gone_leaves_nothing_behind() {
    let mut show = under_the_gift();
    show.play(By::Seat(SeatId(1)), Move::Catch {}).unwrap();
    show.leave(1);
    assert_eq!(show.lines(), [(2, 1, 429, 429, 0), (3, 2, 0, 0, 0)]);
    assert_eq!(show.tv("arena.gift")["caught"], 0);
    assert_eq!(
        show.shown.last().unwrap(),
        &("lead_changed", serde_json::json!({ "player_id": 2 }))
    );
    show.play(By::Host, Move::End {}).unwrap();
    show.leave(2);
    assert!(
        show.tv("arena.podium")["awards"]
            .as_array()
            .unwrap()
            .iter()
            .all(|award| award["player_id"] == 3)
    );
    assert_eq!(show.lines(), [(3, 1, 0, 0, 0)]);
}

#[test]
fn the_gift_is_caught_once_and_in_time() {
    let mut show = after_green();
    let catch = |show: &mut Show, seat| show.play(By::Seat(SeatId(seat)), Move::Catch {});
    show.wait(TILL_THE_GIFT - 1);
    assert_eq!(catch(&mut show, 3), Err(Refusal::NoGift));
    show.wait(1);
    assert_eq!(catch(&mut show, 3).unwrap()["points"], 100);
    assert_eq!(catch(&mut show, 3), Err(Refusal::AlreadyGiven));
    assert_eq!(catch(&mut show, 9), Err(Refusal::PlayerUnknown));
    assert_eq!(show.you(3).gift, Some(100));
    assert_eq!(show.tv("arena.gift")["caught"], 1);
    show.wait(6_001);
    assert_eq!(catch(&mut show, 2), Err(Refusal::TooLate));
    show.wait(249);
    assert_eq!(show.tv("arena.gift")["open"], false);
    show.wait_for("intro");
    assert_eq!(catch(&mut show, 2), Err(Refusal::NoGift));
    assert_eq!(show.you(3).gift, None);
}

#[test]
fn the_gift_of_the_level_before_is_not_there_while_the_next_is_awaited() {
    let mut show = under_the_gift();
    show.play(By::Seat(SeatId(1)), Move::Catch {}).unwrap();
    show.wait_for("intro");
    while show.game.stage().phase != "board" {
        show.skip();
    }
    assert_eq!(show.you(1).gift, None);
    assert_eq!(show.play(By::Seat(SeatId(2)), Move::Catch {}), Err(Refusal::NoGift));
    show.wait(TILL_THE_GIFT);
    show.play(By::Seat(SeatId(1)), Move::Catch {}).unwrap();
}

#[test]
fn on_a_short_board_the_gift_falls_at_once() {
    let short = Setup {
        board_seconds: 2,
        ..Setup::default()
    };
    let mut show = Show::open(short, 2, 1);
    show.wait_for("board");
    let deadline = show.game.stage().timer.unwrap().deadline;
    let gift = show.tv("arena.gift");
    assert_eq!(
        (&gift["open"], &gift["deadline"]),
        (&true.into(), &(deadline.0 - 250).into())
    );
}

#[test]
fn after_yellow_it_is_worth_twice_to_the_last_third() {
    let mut show = at_yellow();
    while show.game.stage().phase != "board" {
        show.skip();
    }
    show.wait(TILL_THE_GIFT);
    assert_eq!(show.tv("arena.gift")["comeback"], 200);
    let mut catch = |seat| show.play(By::Seat(SeatId(seat)), Move::Catch {}).unwrap()["points"].clone();
    assert_eq!((catch(1), catch(2), catch(3)), (100.into(), 100.into(), 200.into()));
}

#[test]
fn without_gift_points_no_gift_falls() {
    let mut show = Show::open(
        Setup {
            gift_points: 0,
            ..Setup::default()
        },
        2,
        1,
    );
    show.wait_for("board");
    assert_eq!(show.play(By::Seat(SeatId(1)), Move::Catch {}), Err(Refusal::NoGift));
    assert!(!show.kinds().contains(&"bonus"));
}

#[test]
fn the_host_leads_and_the_players_play() {
    let mut show = Show::open(Setup::default(), 2, 1);
    let seat = By::Seat(SeatId(1));
    assert_eq!(show.play(seat, Move::Skip {}), Err(Refusal::HostOnly));
    assert_eq!(show.play(seat, Move::End {}), Err(Refusal::HostOnly));
    assert_eq!(show.play(By::Host, Move::Catch {}), Err(Refusal::PlayerOnly));
    show.play(By::Host, Move::End {}).unwrap();
    assert_eq!(show.play(By::Host, Move::Skip {}), Err(Refusal::SessionNotActive));
    assert_eq!(show.play(By::Host, Move::End {}), Err(Refusal::SessionNotActive));
}

#[test]
fn the_end_counts_what_was_answered() {
    let mut show = at_yellow();
    answer(&mut show, 3, true).unwrap();
    show.play(By::Host, Move::End {}).unwrap();
    assert_eq!(show.you(3).levels[1].points, 250);
    assert_eq!(show.tv("arena.reveal")["index"], 0);
    assert_eq!(show.tv("arena.gift")["open"], false);
    let results = show.rows.iter().filter(|row| matches!(row, Row::Result { .. })).count();
    assert_eq!(results, 3);
}

#[test]
fn the_progress_of_each() {
    let mut show = Show::open(Setup::default(), 2, 1);
    show.wait_for("play");
    show.wait(20_000);
    let details = Details::Tap {
        per_second: vec![7; 10],
        done: false,
    };
    show.report(1, Level::Green, 70, details).unwrap();
    let standing = show.game.standing(SeatId(1)).unwrap();
    assert_eq!(
        (standing.progress, standing.score, standing.status),
        (0.5, 500, PlayerStatus::Playing)
    );
    assert_eq!(standing.current_level.as_deref(), Some("green"));
    assert_eq!(show.game.standing(SeatId(9)), None);
}

#[test]
fn the_events_have_the_names_of_the_wire() {
    use crate::game::arena::wire::GameEventKind::*;
    let kinds = [
        LevelAnnounced,
        LevelStarted,
        LevelFinished,
        QuestionOpened,
        QuestionClosed,
    ];
    let more = [LeadChanged, PlayerFinished, Bonus, BonusCaught, Finale];
    for kind in kinds.into_iter().chain(more) {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
    }
}

#[test]
fn whoever_catches_every_gift_is_named_even_if_there_was_but_one() {
    let mut show = under_the_gift();
    (1..=2).for_each(|seat| drop(show.play(By::Seat(SeatId(seat)), Move::Catch {}).unwrap()));
    show.wait_for("play");
    show.play(By::Host, Move::End {}).unwrap();
    let awards = show.tv("arena.podium")["awards"].clone();
    let given: Vec<_> = awards
        .as_array()
        .unwrap()
        .iter()
        .map(|a| (a["kind"].clone(), a["player_id"].clone()))
        .collect();
    assert_eq!(
        given,
        [("fastest_thumb".into(), 1.into()), ("gift_catcher".into(), 2.into())]
    );
}

#[test]
fn a_stored_event_that_fits_nothing_is_survived() {
    let mut show = at_yellow();
    let strange = [
        r#"{"reported":{"seat":77,"details":{"question":99,"choice":99},"elapsed":-5}}"#,
        r#"{"reported":{"seat":77,"details":{"moves":[1,2,3]},"elapsed":9223372036854775807}}"#,
        r#"{"reported":{"seat":1,"details":{"per_second":[65535]},"elapsed":0}}"#,
        r#"{"caught":{"seat":77}}"#,
        r#"{"turned":{}}"#,
        r#"{"cued":{"cue":"tick"}}"#,
        r#"{"gift_fell":{}}"#,
        r#"{"closed":{"gift":true}}"#,
        r#"{"gift_fell":{}}"#,
        r#"{"announced":{}}"#,
        r#"{"announced":{}}"#,
        r#"{"announced":{}}"#,
        r#"{"turned":{}}"#,
        r#"{"caught":{"seat":1}}"#,
        r#"{"finished":{}}"#,
        r#"{"finished":{}}"#,
    ];
    for event in strange {
        let event = serde_json::from_str(event).unwrap();
        show.game.apply(&event, PartyMs(90_000));
        let mut told = crate::game::Tell::default();
        show.game.tell(&event, &mut told);
    }
    assert!(show.game.finished());
    let _ = show.game.table().deal();
}
