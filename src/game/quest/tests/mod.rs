//! The quest with time and chance in the tests' hands: whole campaigns played at random, and laws that hold all the way.

mod endings;
mod music;
mod promises;

use super::fight::advice::advise;
use super::fight::{Act, Who};
use super::wire::{CharacterId, CharacterWish, Choice, Combat, Handover, Help, Move, Msg, SkillCheck};
use super::{Decision, Event, Kind, Phase, Quest, Setup};
use crate::game::{Audience, By, Ctx, Deck, Game, Library, Meant, NoLibrary, Refusal, Stage, Standing, Tell, Viewer};
use crate::id::{PartyMs, SeatId};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A quest in play, as the party sees it, with everything that left it.
struct Play {
    game: Quest,
    seats: BTreeSet<SeatId>,
    there: BTreeSet<SeatId>,
    now: PartyMs,
    rng: StdRng,
    pages: BTreeMap<Viewer, BTreeMap<String, Value>>,
    /// What was told of the stage, and of how each guest stands.
    stage: Stage,
    standings: BTreeMap<SeatId, Option<Standing>>,
    journal: Vec<(PartyMs, Vec<u8>)>,
    opened: String,
}

impl Play {
    fn open(setup: Setup, guests: u32, seed: u64) -> Self {
        Self::open_from(&NoLibrary, setup, guests, seed)
    }

    fn open_from(library: &dyn Library, setup: Setup, guests: u32, seed: u64) -> Self {
        let seats: BTreeSet<SeatId> = (1..=guests).map(SeatId).collect();
        let mut rng = StdRng::seed_from_u64(seed);
        let mut ctx = Ctx {
            now: PartyMs(0),
            at: PartyMs(0),
            rng: &mut rng,
            seats: &seats,
            present: &seats,
            lately: &seats,
            earlier: &BTreeMap::new(),
            load: 0,
            library,
        };
        let game = Quest::open(setup, &mut Deck::default(), &mut ctx).unwrap();
        let viewers = seats
            .iter()
            .map(|seat| Viewer::Player(*seat))
            .chain([Viewer::Tv, Viewer::Host]);
        let pages = viewers.map(|viewer| (viewer, greeting(&game, viewer))).collect();
        Self {
            opened: serde_json::to_string(&game).unwrap(),
            there: seats.clone(),
            stage: game.stage(),
            standings: seats.iter().map(|seat| (*seat, game.standing(*seat))).collect(),
            seats,
            game,
            now: PartyMs(0),
            rng,
            pages,
            journal: Vec::new(),
        }
    }

    fn ask<T>(&mut self, ask: impl FnOnce(&Quest, &mut Ctx) -> T) -> T {
        let mut ctx = Ctx {
            now: self.now,
            at: self.now,
            rng: &mut self.rng,
            seats: &self.seats,
            present: &self.there,
            lately: &self.there,
            earlier: &BTreeMap::new(),
            load: 0,
            library: &NoLibrary,
        };
        ask(&self.game, &mut ctx)
    }

    fn act(&mut self, by: By, mv: Move) -> Result<(), Refusal> {
        let before = self.game.clone();
        let played = self.ask(|game, ctx| game.play(by, mv, ctx));
        match played {
            Ok((events, _)) => {
                self.happen(&events);
                self.settle();
                Ok(())
            }
            Err(refusal) => {
                assert_eq!(self.game, before, "a refusal changes nothing");
                Err(refusal)
            }
        }
    }

    fn settle(&mut self) {
        for _ in 0..200 {
            let events = self.ask(|game, ctx| game.tick(ctx));
            if events.is_empty() {
                return self.compare();
            }
            self.happen(&events);
        }
        panic!("tick does not end");
    }

    /// What the party was told to show anew is all that has changed.
    fn compare(&self) {
        assert_eq!(self.stage, self.game.stage());
        for (seat, told) in self.standings.iter().filter(|(seat, _)| self.seats.contains(seat)) {
            assert_eq!(told, &self.game.standing(*seat), "{seat:?}");
        }
    }

    fn happen(&mut self, events: &[Event]) {
        for event in events {
            self.game.apply(event, self.now);
            let mut tell = Tell::default();
            self.game.tell(event, &mut tell);
            for (audience, message) in tell.topics.iter().chain(&tell.calm) {
                self.show(*audience, message);
            }
            if tell.stage {
                self.stage = self.game.stage();
            }
            for seat in tell.players {
                self.standings.insert(seat, self.game.standing(seat));
            }
        }
        self.journal.push((self.now, Quest::pack(events)));
    }

    fn show(&mut self, audience: Audience, message: &Msg) {
        let message = serde_json::to_value(message).unwrap();
        let kind = message["type"].as_str().unwrap().to_owned();
        for (viewer, page) in &mut self.pages {
            let hears = match (audience, viewer) {
                (Audience::All, _) | (Audience::Players, Viewer::Player(_)) => true,
                (Audience::Stage, viewer) => !matches!(viewer, Viewer::Player(_)),
                (Audience::Seat(seat), viewer) => *viewer == Viewer::Player(seat),
                (Audience::Players, _) => false,
            };
            if hears {
                page.insert(kind.clone(), message["payload"].clone());
            }
        }
    }

    fn wait_until_due(&mut self) {
        if let Some(due) = self.game.due() {
            self.now = due.max(self.now);
            self.settle();
        }
    }

    /// All take heroes and the host begins.
    fn begin(&mut self, heroes: u32) {
        for seat in 1..=heroes {
            let free = self.game.heroes.free();
            let archetype = free[self.rng.random_range(0..free.len())].clone();
            let wish = CharacterWish {
                archetype,
                display_name: Some(format!("Hero {seat}")),
            };
            self.act(By::Seat(SeatId(seat)), Move::Character(wish)).unwrap();
        }
        // With all heroes there it has begun by itself.
        if matches!(self.game.phase, Phase::Casting { .. }) {
            self.act(By::Host, Move::Begin {}).unwrap();
        }
    }

    /// Somebody does something sensible, or time passes.
    fn step(&mut self) {
        match self.game.phase.clone() {
            Phase::Deciding(decision) => self.decide(&decision),
            Phase::Fighting(battle) => match battle.fight.turn() {
                Some(Who::Hero(index)) => self.fight(index, advise(&battle.fight, index), battle.turn),
                _ => self.wait_until_due(),
            },
            _ => self.wait_until_due(),
        }
    }

    fn decide(&mut self, decision: &Decision) {
        let decision_id = decision.id;
        match &decision.kind {
            Kind::Vote(vote) => {
                for seat in vote.electorate.clone() {
                    let option = self.rng.random_range(0..vote.options);
                    let choice = Choice { decision_id, option };
                    // The last of them closes it.
                    self.act(By::Seat(seat), Move::Choice(choice)).unwrap();
                }
            }
            Kind::Choice { hero, .. } => {
                let options = self.game.options();
                let may: Vec<usize> = (0..options)
                    .filter(|option| self.game.may_take(*hero, *option) == Ok(true))
                    .collect();
                let choice = Choice {
                    decision_id,
                    option: may[self.rng.random_range(0..may.len())],
                };
                self.act(self.player_of(*hero), Move::Choice(choice)).unwrap();
            }
            Kind::Check { hero, .. } => {
                let check = SkillCheck { decision_id };
                self.act(self.player_of(*hero), Move::SkillCheck(check)).unwrap();
            }
        }
    }

    fn fight(&mut self, index: usize, act: Act, turn: u32) {
        let combat = Combat { turn, act };
        self.act(self.player_of(CharacterId::of(index)), Move::Combat(combat))
            .unwrap();
    }

    fn player_of(&self, hero: CharacterId) -> By {
        By::Seat(self.game.heroes.get(hero).unwrap().seat.unwrap())
    }

    fn play_out(&mut self) {
        for _ in 0..5_000 {
            if self.game.finished() {
                return;
            }
            self.step();
        }
        panic!("the campaign does not end: {:?}", self.game.phase);
    }
}

fn greeting(game: &Quest, viewer: Viewer) -> BTreeMap<String, Value> {
    let messages = game
        .greet(viewer)
        .into_iter()
        .map(|message| serde_json::to_value(message).unwrap());
    messages
        .map(|message| (message["type"].as_str().unwrap().to_owned(), message["payload"].clone()))
        .collect()
}

fn campaign(name: &str, language: &str) -> Setup {
    Setup {
        campaign: name.to_owned(),
        language: language.to_owned(),
        ..Setup::default()
    }
}

/// Whoever was there from the beginning knows what a newcomer is told, and the journal folds to the same state and the same text.
fn judge(play: &Play) {
    for (viewer, page) in &play.pages {
        assert_eq!(page, &greeting(&play.game, *viewer), "{viewer:?}");
    }
    let mut again: Quest = serde_json::from_str(&play.opened).unwrap();
    for (at, packed) in &play.journal {
        for event in Quest::unpack(None, packed).unwrap() {
            again.apply(&event, *at);
        }
    }
    assert_eq!(again, play.game);
}

#[test]
fn both_campaigns_are_played_to_an_end_in_both_languages() {
    for (name, language) in [("midnight", "en"), ("midnight", "ru"), ("ember", "en"), ("ember", "ru")] {
        for heroes in [1, 2, 5, 8] {
            let mut play = Play::open(campaign(name, language), heroes + 2, u64::from(heroes));
            play.begin(heroes);
            play.play_out();
            let ending = play.game.tale.ending.clone().unwrap();
            assert!(ending.id.is_some(), "{name} {language}: {ending:?}");
            judge(&play);
        }
    }
}

#[test]
fn a_secret_is_seen_by_its_hero_alone() {
    let mut play = Play::open(campaign("midnight", "en"), 7, 3);
    play.begin(6);
    let mut secrets = 0;
    while !play.game.finished() {
        play.step();
        for (id, hero) in play.game.heroes.iter() {
            for note in &hero.notes {
                secrets += 1;
                let quoted = serde_json::to_string(note).unwrap();
                for (viewer, page) in &play.pages {
                    let knows = serde_json::to_string(page).unwrap().contains(&quoted);
                    assert_eq!(
                        knows,
                        *viewer == Viewer::Player(hero.seat.unwrap()),
                        "{viewer:?} and {id:?}: {note}"
                    );
                }
                assert!(!serde_json::to_string(&play.game.chronicle).unwrap().contains(&quoted));
            }
        }
    }
    assert!(secrets > 0);
}

#[test]
fn a_party_that_does_nothing_comes_to_an_end_too() {
    let mut play = Play::open(campaign("midnight", "en"), 2, 5);
    play.begin(2);
    for _ in 0..2_000 {
        if play.game.finished() {
            break;
        }
        play.wait_until_due();
    }
    assert!(play.game.finished(), "{:?}", play.game.phase);
    judge(&play);
}

#[test]
fn a_hero_of_somebody_who_is_away_is_taken_over_and_its_notes_wait_for_him() {
    let mut play = Play::open(campaign("midnight", "en"), 3, 7);
    play.begin(2);
    play.game.heroes.get_mut(CharacterId(1)).unwrap().note("a canary");
    let knowing = |play: &Play| {
        let seats = (1..=3).map(SeatId);
        let greets = |seat: &SeatId| serde_json::to_string(&greeting(&play.game, Viewer::Player(*seat))).unwrap();
        seats
            .filter(|seat| greets(seat).contains("a canary"))
            .collect::<Vec<_>>()
    };
    let hand = |player_id| {
        Move::Handover(Handover {
            target: CharacterId(1),
            player_id,
        })
    };
    assert_eq!(play.act(By::Seat(SeatId(3)), hand(None)), Err(Refusal::QuestHeroTaken));
    play.there.remove(&SeatId(1));
    assert_eq!(knowing(&play), [SeatId(1)]);
    play.act(By::Seat(SeatId(3)), hand(None)).unwrap();
    assert_eq!(play.game.heroes.of_seat(SeatId(3)), Some(CharacterId(1)));
    assert_eq!(play.game.heroes.of_seat(SeatId(1)), None);
    assert_eq!(knowing(&play), []);
    play.game.heroes.get_mut(CharacterId(1)).unwrap().note("another");
    // He is back, and the host gives him his hero again, and then once more to another: with all that it has seen.
    play.there.extend([SeatId(1)]);
    play.act(By::Host, hand(Some(SeatId(1)))).unwrap();
    let notes = |play: &Play| play.game.heroes.get(CharacterId(1)).unwrap().notes.clone();
    assert_eq!(
        (knowing(&play), notes(&play)),
        (vec![SeatId(1)], vec!["a canary".to_owned(), "another".to_owned()])
    );
    play.act(By::Host, hand(Some(SeatId(3)))).unwrap();
    assert_eq!(knowing(&play), [SeatId(3)]);
}

#[test]
fn a_page_takes_the_audiences_ballots_off_its_screens() {
    let setup = Setup {
        audience_weight: 50,
        ..campaign("midnight", "en")
    };
    let mut play = Play::open(setup, 4, 7);
    play.begin(2);
    let vote = |play: &mut Play, seat, option| {
        let Phase::Deciding(Decision {
            id,
            kind: Kind::Vote(_),
            ..
        }) = play.game.phase
        else {
            panic!("the first campaign begins with a vote");
        };
        let choice = Choice {
            decision_id: id,
            option,
        };
        play.act(By::Seat(SeatId(seat)), Move::Choice(choice)).unwrap();
    };
    let shown = |play: &Play, seat| play.pages[&Viewer::Player(SeatId(seat))]["quest.you"]["ballot"].clone();
    vote(&mut play, 3, 1);
    vote(&mut play, 4, 0);
    assert_eq!((shown(&play, 3), shown(&play, 4)), (1.into(), 0.into()));
    vote(&mut play, 1, 0);
    vote(&mut play, 2, 0);
    assert_eq!((shown(&play, 3), shown(&play, 4)), (Value::Null, Value::Null));
    judge(&play);
}

#[test]
fn nothing_waits_for_a_guest_who_has_left() {
    let mut play = Play::open(campaign("midnight", "en"), 3, 7);
    play.begin(2);
    play.game.heroes.get_mut(CharacterId(1)).unwrap().note("a canary");
    play.there.remove(&SeatId(1));
    let (target, player_id) = (CharacterId(1), None);
    play.act(By::Seat(SeatId(3)), Move::Handover(Handover { target, player_id }))
        .unwrap();
    let notes = |play: &Play| play.game.heroes.get(target).unwrap().notes.clone();
    assert_eq!(notes(&play), Vec::<String>::new());
    play.seats.remove(&SeatId(1));
    play.settle();
    assert_eq!(notes(&play), ["a canary"]);
}

#[test]
fn what_is_not_ones_own_or_not_now_is_refused() {
    let mut play = Play::open(campaign("midnight", "en"), 3, 11);
    play.begin(2);
    let choice = |decision_id, option| Move::Choice(Choice { decision_id, option });
    assert_eq!(
        play.act(By::Seat(SeatId(1)), choice(99, 0)),
        Err(Refusal::QuestOldScene)
    );
    assert!(
        play.act(By::Seat(SeatId(3)), choice(1, 0)).is_err(),
        "the audience has no vote here"
    );
    let theirs = Meant {
        character: Some(2),
        run: None,
    };
    assert_eq!(
        play.game.meant(By::Seat(SeatId(1)), theirs),
        Err(Refusal::QuestNotYourHero)
    );
    assert_eq!(play.game.meant(By::Seat(SeatId(2)), theirs), Ok(()));
    let elsewhere = Meant {
        run: Some("another"),
        character: None,
    };
    assert_eq!(
        play.game.meant(By::Seat(SeatId(1)), elsewhere),
        Err(Refusal::QuestOldScene)
    );
    assert_eq!(
        play.act(By::Seat(SeatId(1)), choice(1, 77)),
        Err(Refusal::QuestOptionUnknown)
    );
    let help = Help { decision_id: 1 };
    assert!(play.act(By::Seat(SeatId(1)), Move::Help(help)).is_err());
    assert_eq!(play.act(By::Seat(SeatId(1)), Move::Begin {}), Err(Refusal::HostOnly));
}

#[test]
fn the_same_ballot_again_changes_nothing_and_a_closed_vote_is_closed() {
    let mut play = Play::open(campaign("midnight", "en"), 2, 5);
    play.begin(2);
    let vote = |seat, option| (By::Seat(SeatId(seat)), Move::Choice(Choice { decision_id: 1, option }));
    let ((by, first), (_, other)) = (vote(1, 0), vote(1, 1));
    for (ballot, events) in [(&first, 1), (&first, 0), (&other, 1), (&other, 0), (&first, 1)] {
        let (news, _) = play.ask(|game, ctx| game.play(by, ballot.clone(), ctx)).unwrap();
        assert_eq!(news.len(), events, "{ballot:?}");
        play.happen(&news);
    }
    let (by, last) = vote(2, 0);
    play.act(by, last.clone()).unwrap();
    assert_eq!(play.act(by, last), Err(Refusal::QuestVoteClosed));
    judge(&play);
}

#[test]
fn an_empty_room_is_told_nothing_and_time_stands_still_for_it() {
    let mut play = Play::open(campaign("midnight", "en"), 2, 5);
    play.begin(2);
    let (there, page) = (std::mem::take(&mut play.there), play.game.tale.page);
    play.settle();
    assert_eq!(play.game.due(), None, "nothing is waited for");
    play.now = play.now.plus(3_600_000);
    play.settle();
    assert_eq!(play.game.tale.page, page);
    play.there = there;
    play.settle();
    assert_eq!(play.game.tale.page, page, "what was under way has its whole time again");
    assert!(play.game.due().unwrap() > play.now);
    judge(&play);
}

#[test]
fn a_fight_is_as_hard_as_those_who_play() {
    let mut play = Play::open(campaign("midnight", "en"), 6, 9);
    play.begin(6);
    let votes = |play: &Play| {
        matches!(
            &play.game.phase,
            Phase::Deciding(Decision {
                kind: Kind::Vote(_),
                ..
            })
        )
    };
    while votes(&play) {
        play.step();
    }
    for seat in [3, 4, 5, 6] {
        play.seats.remove(&SeatId(seat));
        play.there.remove(&SeatId(seat));
        play.pages.remove(&Viewer::Player(SeatId(seat)));
    }
    play.settle();
    while !matches!(play.game.phase, Phase::Fighting(_)) {
        play.step();
    }
    let Phase::Fighting(battle) = &play.game.phase else {
        unreachable!()
    };
    assert_eq!(battle.fight.heroes().len(), 2);
    play.play_out();
    judge(&play);
}

#[test]
fn names_can_be_read_aloud_and_told_apart() {
    let mut play = Play::open(campaign("midnight", "en"), 3, 2);
    let wish = |archetype: &str, name: &str| {
        Move::Character(CharacterWish {
            archetype: archetype.to_owned(),
            display_name: Some(name.to_owned()),
        })
    };
    for (seat, archetype, name) in [
        (1, "bard", "\u{202e}Аня\u{200b} "),
        (2, "scout", "аня"),
        (3, "healer", "\u{3164}"),
    ] {
        play.act(By::Seat(SeatId(seat)), wish(archetype, name)).unwrap();
    }
    let names: Vec<&str> = play.game.heroes.0.iter().map(|hero| hero.name.as_str()).collect();
    assert_eq!(names, ["Аня", "аня 2", "Healer"]);
    play.seats.remove(&SeatId(1));
    play.there.remove(&SeatId(1));
    play.pages.remove(&Viewer::Player(SeatId(1)));
    play.settle();
    assert_eq!(
        play.game.heroes.0.len(),
        2,
        "who leaves before the story begins is not missed"
    );
    judge(&play);
}
