//! The quest: a campaign that the party plays together. The story is Ink's; what it asks for (a vote, a choice, a throw of dice, a
//! fight) is decided here, and the outcome is an option that the story goes on with. Replay tells the same pages again.

mod annals;
mod chronicle;
mod decide;
pub mod dice;
pub mod fight;
pub mod heroes;
mod judge;
mod music;
mod pin;
pub mod prose;
pub mod rules;
mod saved;
mod setup;
mod tale;
mod tell;
mod votes;
pub mod wire;

#[cfg(test)]
mod tests;

pub use setup::{Setup, bring, is_own, own_campaigns};
pub use tale::happen;

use super::{
    By, Ctx, Deck, Gallery, Game, Library, Meant, Member, Music, Outcome, Placed, PlayerStatus, Refusal, Route, Run,
    Stage, Standing, Tell, Timer, Viewer,
};
use crate::id::{PartyMs, SeatId};
use annals::{Annals, Known};
use chronicle::Entry;
use dice::{Difficulty, Stat, Throw};
use fight::{Blow, Fight};
use heroes::{Hero, Heroes};
use pin::Pin;
use rand::RngExt;
use rules::{ms, rules};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use tale::Tale;
use votes::{Verdict, Vote};
use wire::{
    CharacterId, CombatMsg, LibraryAnswer, Move, Msg, ResultMsg, VoteFinishedMsg, VoteStartedMsg, VoteUpdateMsg,
};

/// In URLs, in the journal, in the library.
pub const SLUG: &str = "quest";

/// What happened. Private, the journal's.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Guests came or went.
    Entered { seats: Vec<SeatId> },
    Dropped {
        seats: Vec<SeatId>,
        heroes: Vec<CharacterId>,
    },
    /// A guest took a hero.
    Cast {
        seat: SeatId,
        archetype: String,
        name: String,
    },
    /// A hero changed hands; the host gives it with all that it alone has seen.
    Handed {
        hero: CharacterId,
        seat: SeatId,
        #[serde(default)]
        by_host: bool,
    },
    /// The story begins.
    Begun {},
    /// A hero chose, or a throw did for nobody who would.
    Chosen { option: usize, by: Option<CharacterId> },
    /// The one who was asked did not choose: anybody may.
    Opened {},
    /// A ballot.
    Voted { seat: SeatId, option: usize },
    /// The vote is closed.
    Closed { verdict: Verdict },
    /// A friend helps whoever throws.
    Helped { hero: CharacterId },
    /// The dice were thrown.
    Thrown { throw: Throw },
    /// A fight begins.
    Met {
        encounter: String,
        fight: Box<Fight>,
        blows: Vec<Blow>,
    },
    /// The rules do not know these enemies: they let the party pass.
    Passed {},
    /// What came of an act, or of a turn of the enemies.
    Fought {
        hero: Option<CharacterId>,
        blows: Vec<Blow>,
    },
    /// A hero used an item outside a fight.
    Used {
        hero: CharacterId,
        item: String,
        target: CharacterId,
    },
    /// A hero gave an item away.
    Gave {
        hero: CharacterId,
        item: String,
        target: CharacterId,
    },
    /// Everybody who is there has a hero: it need not wait.
    Hurried {},
    /// Nobody is there any more: the story waits.
    Deserted {},
    /// Somebody is there again.
    Peopled {},
    /// It is over.
    Finished {},
}

/// What is under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Phase {
    /// Heroes are chosen.
    Casting { begins_at: Option<PartyMs> },
    /// Something is to be decided.
    Deciding(Decision),
    /// Enemies stand there; the dice for the first turn are not thrown yet.
    Meeting { encounter: String },
    /// A fight.
    Fighting(Box<Battle>),
    /// The end was told, and is read.
    Ending { until: PartyMs },
    /// Over.
    Over,
}

/// What is to be decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Decision {
    id: u32,
    kind: Kind,
    /// When the page has been read.
    opened: PartyMs,
    deadline: PartyMs,
}

/// How it is decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Vote(Vote),
    /// By one hero; by anybody once it is `open`.
    Choice {
        hero: CharacterId,
        open: bool,
    },
    Check {
        hero: CharacterId,
        stat: Stat,
        difficulty: Difficulty,
        helper: Option<CharacterId>,
    },
}

/// A fight under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Battle {
    encounter: String,
    fight: Fight,
    /// Turns so far: an act names the one that it means.
    turn: u32,
    deadline: PartyMs,
    /// What happened since the last hero acted, that act included.
    blows: Vec<Blow>,
    /// How many blows came before those.
    before: u32,
}

/// A session of the quest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quest {
    /// Identifies the run over all its evenings.
    run: String,
    pin: Pin,
    title: String,
    setup: Setup,
    /// Everybody in the party.
    seats: BTreeSet<SeatId>,
    heroes: Heroes,
    tale: Tale,
    chronicle: Vec<Entry>,
    /// The hero who acted last.
    actor: CharacterId,
    phase: Phase,
    decisions: u32,
    fights: u32,
    /// The last vote, as it was told.
    called: Option<VoteStartedMsg>,
    counted: Option<VoteUpdateMsg>,
    last_vote: Option<VoteFinishedMsg>,
    last_fight: Option<CombatMsg>,
    /// The last result, for whoever acted.
    last_result: Option<ResultMsg>,
    /// Those whose page has shown a ballot of the last vote that anybody took part in.
    #[serde(default)]
    balloted: BTreeSet<SeatId>,
    /// The page came of something that is shown first.
    outcome_shown: bool,
    /// Since when nobody is there.
    deserted: Option<PartyMs>,
    /// The evening, from 1.
    evening: u32,
    /// So much of the chronicle is from earlier evenings.
    earlier: usize,
    /// Where an evening ended that did not end the story; there the next one goes on.
    halted: Option<Box<Phase>>,
}

impl Quest {
    /// Heroes whose players have left wait for somebody else.
    fn leave(&mut self, gone: &[SeatId]) {
        for seat in gone {
            self.seats.remove(seat);
        }
        for hero in &mut self.heroes.0 {
            hero.lose(gone);
        }
        if let Phase::Deciding(Decision {
            kind: Kind::Vote(vote), ..
        }) = &mut self.phase
        {
            vote.leave(gone);
        }
        // Before the story begins nobody is missed.
        if self.tale.page == 0 {
            self.heroes.0.retain(|hero| hero.seat.is_some());
            self.chronicle = self.heroes.0.iter().map(Hero::joined).collect();
        }
    }

    fn join(&mut self, seat: SeatId, archetype: &str, name: &str, now: PartyMs) {
        self.heroes.0.push(Hero::new(archetype, name, Some(seat)));
        self.chronicle.extend(self.heroes.0.last().map(Hero::joined));
        self.cast(now);
    }

    fn choose(&mut self, option: usize, by: Option<CharacterId>, now: PartyMs) {
        if let Some(hero) = by {
            self.actor = hero;
            self.chronicle.push(Entry::Chose {
                who: hero,
                option: self.option_text(option),
            });
        }
        self.turn(Some(option), false, now);
        if let Some(hero) = by {
            self.last_result = Some(self.result_of(hero, None));
        }
    }

    /// Nobody chose in time: anybody may, for as long again.
    fn open_choice(&mut self, now: PartyMs) {
        if let Phase::Deciding(decision) = &mut self.phase
            && let Kind::Choice { open, .. } = &mut decision.kind
        {
            *open = true;
            decision.deadline = now.plus(ms(rules().timings.choice));
        }
    }

    fn take_help(&mut self, by: CharacterId) {
        if let Phase::Deciding(Decision {
            kind: Kind::Check { helper, .. },
            ..
        }) = &mut self.phase
        {
            *helper = Some(by);
        }
    }

    fn take_ballot(&mut self, seat: SeatId, option: usize) {
        if let Phase::Deciding(Decision {
            kind: Kind::Vote(vote), ..
        }) = &mut self.phase
        {
            if vote.is_untouched() {
                self.balloted.clear();
            }
            vote.take(seat, option);
            self.balloted.insert(seat);
        }
    }

    fn remove_item(&mut self, hero: CharacterId, item: &str) {
        if let Some(hero) = self.heroes.get_mut(hero)
            && let Some(at) = hero.items.iter().position(|other| other == item)
        {
            hero.items.remove(at);
        }
    }

    fn use_item(&mut self, hero: CharacterId, item: &str, target: CharacterId) {
        let Some(rule) = rules().items.get(item) else {
            return;
        };
        if rule.spent {
            self.remove_item(hero, item);
        }
        let points = rule.work.heals.unsigned_abs();
        if rule.aim == Some(rules::Aim::Heroes) {
            self.heroes.0.iter_mut().for_each(|each| each.heal(points));
        } else if let Some(target) = self.heroes.get_mut(target) {
            target.heal(points);
        }
    }

    fn finish(&mut self) {
        // A fight that is broken off here stands as it was told, for whoever comes later.
        self.last_fight = match &self.phase {
            Phase::Fighting(battle) => Some(self.combat_msg(battle)),
            _ => self.last_fight.take(),
        };
        let phase = std::mem::replace(&mut self.phase, Phase::Over);
        if !matches!(phase, Phase::Casting { .. }) && self.tale.ending.is_none() {
            self.halted = Some(Box::new(phase));
        }
    }

    /// What may be read of it outside of the game.
    fn known(&self) -> Known {
        Known {
            title: self.title.clone(),
            language: self.setup.language.clone(),
            heroes: self.heroes.0.iter().map(|hero| hero.name.clone()).collect(),
            entries: self.chronicle.clone(),
        }
    }

    fn change_hands(&mut self, hero: CharacterId, seat: SeatId, by_host: bool, now: PartyMs) {
        if let Some(hero) = self.heroes.get_mut(hero) {
            hero.change_hands(seat, by_host);
        }
        self.cast(now);
    }
}

impl Game for Quest {
    const SLUG: &'static str = SLUG;
    const ROUTES: &'static [Route] = annals::ROUTES;
    /// More than anybody does in an evening.
    const ANSWERS_KEPT: usize = 2_000;
    type Setup = Setup;
    type Move = Move;
    type Event = Event;
    type Msg = Msg;

    fn library(kept: Vec<Value>, runs: Vec<Value>) -> Option<Value> {
        let mut campaigns = own_campaigns();
        campaigns.extend(kept.into_iter().filter_map(|line| serde_json::from_value(line).ok()));
        let runs = runs.into_iter().filter_map(|line| serde_json::from_value(line).ok());
        let answer = LibraryAnswer {
            campaigns,
            runs: runs.collect(),
        };
        serde_json::to_value(answer).ok()
    }

    fn check(setup: &Setup, library: &dyn Library) -> Result<(), Refusal> {
        setup.check()?;
        match &setup.run {
            Some(run) => saved::read(run, library).map(drop),
            None => setup.pin(library).map(drop),
        }
    }

    fn open(setup: Setup, _: &mut Deck, ctx: &mut Ctx) -> Result<Self, Refusal> {
        setup.check()?;
        if let Some(run) = &setup.run {
            return Ok(saved::read(run, ctx.library)?.on_another_evening(&setup, ctx.seats));
        }
        let pin = setup.pin(ctx.library)?;
        let title = pin.story().map_err(|_| Refusal::QuestStoryChanged)?.about.title.clone();
        Ok(Self {
            run: format!("{:016x}", ctx.rng.random::<u64>()),
            pin,
            title,
            seats: ctx.seats.clone(),
            heroes: Heroes::default(),
            tale: Tale::new(ctx.rng.random_range(1..i32::MAX)),
            chronicle: Vec::new(),
            actor: CharacterId(1),
            phase: Phase::Casting { begins_at: None },
            decisions: 0,
            fights: 0,
            called: None,
            counted: None,
            last_vote: None,
            last_fight: None,
            last_result: None,
            balloted: BTreeSet::new(),
            outcome_shown: false,
            deserted: None,
            evening: 1,
            earlier: 0,
            halted: None,
            setup,
        })
    }

    fn meant(&self, by: By, meant: Meant<'_>) -> Result<(), Refusal> {
        self.judge_meant(by, meant)
    }

    fn play(&self, by: By, mv: Move, ctx: &mut Ctx) -> Result<(Vec<Event>, Outcome), Refusal> {
        let event = match by {
            By::Seat(seat) => self.judge_player(seat, mv, ctx)?,
            By::Host => Some(self.judge_host(mv)?),
        };
        Ok((event.into_iter().collect(), Outcome::Null))
    }

    fn answer(&self, by: By) -> Outcome {
        let own = match by {
            By::Seat(seat) => self.heroes.of_seat(seat),
            By::Host => None,
        };
        let result = own.map(|own| match &self.last_result {
            Some(result) if result.character_id == own => result.clone(),
            _ => self.result_of(own, None),
        });
        serde_json::to_value(result).expect("results have string keys")
    }

    fn tick(&self, ctx: &mut Ctx) -> Vec<Event> {
        self.next_event(ctx).into_iter().collect()
    }

    fn due(&self) -> Option<PartyMs> {
        self.next_due()
    }

    fn apply(&mut self, event: &Event, now: PartyMs) {
        match event {
            Event::Entered { seats } => self.seats.extend(seats),
            Event::Dropped { seats, .. } => self.leave(seats),
            Event::Cast { seat, archetype, name } => self.join(*seat, archetype, name, now),
            Event::Handed { hero, seat, by_host } => self.change_hands(*hero, *seat, *by_host, now),
            Event::Begun {} => self.begin(now),
            Event::Hurried {} => self.hurry(now),
            Event::Deserted {} => self.deserted = Some(now),
            Event::Peopled {} => self.come_back(now),
            Event::Chosen { option, by } => self.choose(*option, *by, now),
            Event::Opened {} => self.open_choice(now),
            Event::Voted { seat, option } => self.take_ballot(*seat, *option),
            Event::Closed { verdict } => self.close_vote(verdict, now),
            Event::Helped { hero } => self.take_help(*hero),
            Event::Thrown { throw } => self.take_throw(throw, now),
            Event::Met {
                encounter,
                fight,
                blows,
            } => self.begin_fight(encounter, fight, blows, now),
            Event::Passed {} => self.take_mark(crate::story::Mark::Won, now),
            Event::Fought { hero, blows } => self.strike(*hero, blows, now),
            Event::Used { hero, item, target } => self.use_item(*hero, item, *target),
            Event::Gave { hero, item, target } => {
                self.remove_item(*hero, item);
                if let Some(target) = self.heroes.get_mut(*target) {
                    target.items.push(item.clone());
                }
            }
            Event::Finished {} => self.finish(),
        }
        self.count_vote();
    }

    fn tell(&self, event: &Event, out: &mut Tell<Msg>) {
        self.tell_of(event, out);
    }

    fn greet(&self, viewer: Viewer) -> Vec<Msg> {
        self.topics_for(viewer)
    }

    fn stage(&self) -> Stage {
        let (phase, timer) = match &self.phase {
            Phase::Casting { .. } => ("casting", None),
            Phase::Deciding(decision) => (
                "scene",
                Some(Timer {
                    opened: decision.opened,
                    deadline: decision.deadline,
                }),
            ),
            Phase::Meeting { .. } | Phase::Fighting(_) => ("combat", None),
            Phase::Ending { .. } => ("ending", None),
            Phase::Over => ("finale", None),
        };
        Stage {
            round: self.tale.scene.number.max(1),
            phase: phase.to_owned(),
            timer,
        }
    }

    fn run(&self) -> Option<Run> {
        let member = |(id, hero): (CharacterId, &Hero)| Member {
            character_id: id.0,
            display_name: hero.name.clone(),
            player_id: hero.seat,
        };
        Some(Run {
            campaign_run_id: self.run.clone(),
            scene: self.tale.scene.number,
            members: self.heroes.iter().map(member).collect(),
        })
    }

    fn music(&self) -> Music {
        self.piece()
    }

    fn standing(&self, seat: SeatId) -> Option<Standing> {
        if !self.seats.contains(&seat) {
            return None;
        }
        let hero = self.heroes.of_seat(seat);
        Some(Standing {
            status: match (&self.phase, hero) {
                (Phase::Over, _) => PlayerStatus::Done,
                (_, Some(_)) => PlayerStatus::Playing,
                (_, None) => PlayerStatus::Ready,
            },
            current_level: None,
            score: 0,
            progress: if matches!(self.phase, Phase::Over) { 1.0 } else { 0.0 },
        })
    }

    /// Nobody is better than another: the heroes in the order in which they joined.
    fn board(&self) -> Vec<Placed> {
        let played = self.heroes.0.iter().filter_map(|hero| hero.seat);
        played
            .map(|seat| Placed {
                seat,
                place: 1,
                score: 0,
                gained: 0,
                moved: 0,
            })
            .collect()
    }

    fn finished(&self) -> bool {
        matches!(self.phase, Phase::Over)
    }

    fn gallery(&self) -> Option<Arc<dyn Gallery>> {
        Some(Arc::new(Annals::of(self.known())))
    }

    fn notice(&self) -> Value {
        serde_json::to_value(self.known()).expect("chronicles have string keys")
    }
}
