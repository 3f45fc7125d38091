//! What follows: which decision a page leads to, how long it waits, and what is decided when nobody does.

use super::chronicle::Entry;
use super::dice::Degree;
use super::fight::{Act, Fight, Fighter, Outcome, Who};
use super::rules::{ms, rules};
use super::votes::{Call, Vote};
use super::wire::{AppliedMsg, CharacterId, CombatMsg, EndingMsg, ResultMsg, VoteFinishedMsg};
use super::{Battle, Decision, Event, Kind, Phase, Quest, Verdict};
use crate::game::Ctx;
use crate::id::{PartyMs, SeatId};
use crate::story::{Broken, Decider, Mark, Then};
use rand::RngExt;

impl Quest {
    /// What follows by itself.
    pub(super) fn next_event(&self, ctx: &mut Ctx) -> Option<Event> {
        if let Some(moved) = self.guests(ctx).or_else(|| self.room(ctx)) {
            return Some(moved);
        }
        if self.deserted.is_some() {
            return None;
        }
        match &self.phase {
            Phase::Casting { begins_at } => self.follow_casting((*begins_at)?, ctx),
            Phase::Deciding(decision) => self.follow_decision(decision, ctx),
            Phase::Meeting { encounter } => Some(self.meet(encounter, ctx)),
            Phase::Fighting(battle) => self.follow_fight(battle, ctx),
            Phase::Ending { until } => (*until <= ctx.now).then_some(Event::Finished {}),
            Phase::Over => None,
        }
    }

    fn guests(&self, ctx: &Ctx) -> Option<Event> {
        let gone: Vec<SeatId> = self.seats.difference(ctx.seats).copied().collect();
        if !gone.is_empty() {
            let heroes = gone.iter().filter_map(|seat| self.heroes.of_seat(*seat)).collect();
            return Some(Event::Dropped { seats: gone, heroes });
        }
        let new: Vec<SeatId> = ctx.seats.difference(&self.seats).copied().collect();
        (!new.is_empty()).then_some(Event::Entered { seats: new })
    }

    /// A story is not told to an empty room: once nobody is there, it waits for somebody.
    fn room(&self, ctx: &Ctx) -> Option<Event> {
        let told = matches!(
            self.phase,
            Phase::Deciding(_) | Phase::Meeting { .. } | Phase::Fighting(_)
        );
        match (self.deserted, ctx.lately.is_empty()) {
            (None, true) if told => Some(Event::Deserted {}),
            (Some(_), false) => Some(Event::Peopled {}),
            _ => None,
        }
    }

    /// Is the player of a hero there?
    fn is_there(&self, hero: CharacterId, ctx: &Ctx) -> bool {
        let seat = self.heroes.get(hero).and_then(|hero| hero.seat);
        seat.is_some_and(|seat| ctx.lately.contains(&seat))
    }

    fn follow_casting(&self, begins_at: PartyMs, ctx: &Ctx) -> Option<Event> {
        if begins_at <= ctx.now {
            return Some(Event::Begun {});
        }
        let all = !ctx.present.is_empty() && ctx.present.iter().all(|seat| self.heroes.of_seat(*seat).is_some());
        (all && begins_at > ctx.now.plus(ms(rules().timings.all_cast))).then_some(Event::Hurried {})
    }

    fn follow_decision(&self, decision: &Decision, ctx: &mut Ctx) -> Option<Event> {
        let late = decision.deadline <= ctx.now;
        match &decision.kind {
            Kind::Vote(vote) if late || vote.is_complete(ctx.lately) => {
                let mut draw = |among: usize| ctx.rng.random_range(0..among);
                Some(Event::Closed {
                    verdict: vote.close(&mut draw),
                })
            }
            // Nobody waits for a phone that is not there.
            Kind::Choice { hero, open: false } if late || !self.is_there(*hero, ctx) => Some(Event::Opened {}),
            Kind::Choice { open: true, .. } if late => Some(Event::Chosen {
                option: ctx.rng.random_range(0..self.options().max(1)),
                by: None,
            }),
            Kind::Check { hero, .. } if late || !self.is_there(*hero, ctx) => self.thrown(ctx),
            _ => None,
        }
    }

    /// The dice of the check that is open.
    pub(super) fn thrown(&self, ctx: &mut Ctx) -> Option<Event> {
        let Phase::Deciding(Decision {
            kind:
                Kind::Check {
                    hero,
                    stat,
                    difficulty,
                    helper,
                },
            ..
        }) = &self.phase
        else {
            return None;
        };
        let dice = &mut || ctx.rng.random_range(1..=6);
        let throw = self
            .heroes
            .get(*hero)?
            .throw(*stat, *difficulty, helper.is_some(), dice)?;
        Some(Event::Thrown { throw })
    }

    /// Those whom somebody plays: a fight is as hard as the party is large.
    fn fighters(&self) -> Vec<Fighter> {
        let all = self.heroes.0.iter().enumerate();
        let (played, waiting): (Vec<_>, Vec<_>) = all.partition(|(_, hero)| hero.seat.is_some());
        let there = if played.is_empty() { waiting } else { played };
        there.into_iter().map(|(index, hero)| hero.fighter(index)).collect()
    }

    /// Time has stood still for those who were away.
    pub(super) fn come_back(&mut self, now: PartyMs) {
        let Some(since) = self.deserted.take() else { return };
        let missed = now.since(since);
        match &mut self.phase {
            Phase::Deciding(decision) => {
                decision.opened = decision.opened.plus(missed);
                decision.deadline = decision.deadline.plus(missed);
                if let Kind::Vote(vote) = &mut decision.kind {
                    vote.deadline = vote.deadline.plus(missed);
                }
            }
            Phase::Fighting(battle) => battle.deadline = battle.deadline.plus(missed),
            Phase::Casting { .. } | Phase::Meeting { .. } | Phase::Ending { .. } | Phase::Over => {}
        }
    }

    fn meet(&self, encounter: &str, ctx: &mut Ctx) -> Event {
        let fighters: Vec<Fighter> = self.fighters();
        let met = Fight::begin(encounter, &fighters, &mut || ctx.rng.random_range(1..=6));
        match met {
            Ok((fight, blows)) => Event::Met {
                encounter: encounter.to_owned(),
                fight: Box::new(fight),
                blows,
            },
            // An encounter that the rules do not know is won without a blow: a story from elsewhere goes on.
            Err(_) => Event::Passed {},
        }
    }

    fn follow_fight(&self, battle: &Battle, ctx: &mut Ctx) -> Option<Event> {
        match battle.fight.turn()? {
            Who::Enemy(_) => Some(Event::Fought {
                hero: None,
                blows: battle.fight.enemies(&mut || ctx.rng.random_range(1..=6)),
            }),
            // Whoever loses this turn does so before it could act.
            Who::Hero(_) if battle.fight.is_turn_lost() => Some(Event::Fought {
                hero: None,
                blows: battle.fight.enemies(&mut || ctx.rng.random_range(1..=6)),
            }),
            Who::Hero(index) if battle.deadline <= ctx.now || !self.is_there(CharacterId::of(index), ctx) => {
                Some(Event::Fought {
                    hero: Some(CharacterId::of(index)),
                    blows: battle
                        .fight
                        .decide(index, &Act::Defend, &mut || ctx.rng.random_range(1..=6)),
                })
            }
            Who::Hero(_) => None,
        }
    }

    /// When [`Self::next_event`] is next to be asked.
    pub(super) fn next_due(&self) -> Option<PartyMs> {
        match &self.phase {
            _ if self.deserted.is_some() => None,
            Phase::Casting { begins_at } => *begins_at,
            Phase::Deciding(decision) => Some(decision.deadline),
            Phase::Fighting(battle) => Some(battle.deadline),
            Phase::Ending { until } => Some(*until),
            Phase::Meeting { .. } | Phase::Over => None,
        }
    }

    pub(super) fn options(&self) -> usize {
        match &self.tale.then {
            Some(Then::Decision { options, .. }) => options.len(),
            _ => 0,
        }
    }

    /// The story goes on with an option, or begins.
    pub(super) fn turn(&mut self, option: Option<usize>, outcome_shown: bool, now: PartyMs) {
        self.outcome_shown = outcome_shown;
        let told = self.pin.story().and_then(|story| {
            self.tale
                .turn(story, option, &mut self.heroes, self.actor, &mut self.chronicle)
        });
        match told {
            Ok(()) => self.come_to_decision(now),
            Err(broken) => self.break_off(&broken, now),
        }
    }

    /// The story begins, or goes on where an earlier evening left it.
    pub(super) fn begin(&mut self, now: PartyMs) {
        let Some(halted) = self.halted.take() else {
            return self.turn(None, false, now);
        };
        match *halted {
            Phase::Fighting(mut battle) => {
                battle.deadline = now.plus(self.setup.turn_ms());
                self.phase = Phase::Fighting(battle);
            }
            // Who votes, who is asked and how long it is read is settled anew, for those who are there.
            _ => self.come_to_decision(now),
        }
    }

    /// Nobody is left to wait for.
    pub(super) fn hurry(&mut self, now: PartyMs) {
        if let Phase::Casting { begins_at } = &mut self.phase {
            *begins_at = Some(now.plus(ms(rules().timings.all_cast)));
        }
    }

    /// How long it takes until the page is read, ms: what came of a vote or a throw lies over it at first.
    fn reading_ms(&self) -> i64 {
        let shown = if self.outcome_shown {
            i64::from(rules().timings.outcome_ms)
        } else {
            0
        };
        shown + self.tale.reading_ms()
    }

    fn come_to_decision(&mut self, now: PartyMs) {
        let Some(Then::Decision { decider, options }) = &self.tale.then else {
            return self.end(now);
        };
        let opened = now.plus(self.reading_ms());
        let (kind, wait) = match decider {
            Decider::Encounter { id } => {
                self.phase = Phase::Meeting { encounter: id.clone() };
                return;
            }
            Decider::Vote { seconds, hidden } => {
                let wait = i64::from(*seconds) * 1_000;
                let call = Call {
                    id: self.decisions + 1,
                    options: options.len(),
                    deadline: opened.plus(wait),
                    hidden: *hidden,
                    audience_weight: self.setup.audience_weight,
                };
                let electorate = self.heroes.0.iter().filter_map(|hero| hero.seat).collect();
                (Kind::Vote(Vote::open(call, electorate)), wait)
            }
            Decider::Hero { who } => {
                let hero = self.asked(who.as_deref(), self.heroes.after(self.actor));
                (Kind::Choice { hero, open: false }, ms(rules().timings.choice))
            }
            Decider::Check { stat, difficulty, who } => {
                let hero = self.asked(who.as_deref(), self.actor);
                let kind = Kind::Check {
                    hero,
                    stat: *stat,
                    difficulty: *difficulty,
                    helper: None,
                };
                (kind, ms(rules().timings.check))
            }
        };
        self.decisions += 1;
        self.phase = Phase::Deciding(Decision {
            id: self.decisions,
            kind,
            opened,
            deadline: opened.plus(wait),
        });
    }

    /// The hero whom the story asks; `or` if nobody plays that one.
    fn asked(&self, who: Option<&str>, or: CharacterId) -> CharacterId {
        let named = who.and_then(|archetype| self.heroes.of_archetype(archetype));
        let played = |id: &CharacterId| self.heroes.get(*id).is_some_and(|hero| hero.seat.is_some());
        named
            .filter(played)
            .or(Some(or).filter(played))
            .unwrap_or_else(|| self.heroes.after(or))
    }

    fn end(&mut self, now: PartyMs) {
        if let Some(ending) = &self.tale.ending {
            self.chronicle.push(Entry::Ending(ending.title.clone()));
        }
        let until = now.plus(self.tale.reading_ms().max(ms(rules().timings.last_page)));
        self.phase = Phase::Ending { until };
    }

    /// A story that cannot go on ends the campaign, and nothing else.
    fn break_off(&mut self, broken: &Broken, now: PartyMs) {
        self.tale.ending = Some(EndingMsg {
            id: None,
            title: broken.code.to_owned(),
        });
        self.phase = Phase::Ending {
            until: now.plus(ms(rules().timings.last_page)),
        };
    }

    /// A vote is closed: the story goes on.
    pub(super) fn close_vote(&mut self, verdict: &Verdict, now: PartyMs) {
        let option = self.option_text(verdict.winner);
        self.chronicle.push(Entry::Voted {
            option: option.clone(),
            votes: verdict.tally.clone(),
            tied: !verdict.tied.is_empty(),
        });
        self.last_vote = Some(VoteFinishedMsg {
            vote_id: self.decisions,
            winner: verdict.winner,
            option,
            votes: verdict.tally.clone(),
            tied: verdict.tied.clone(),
            no_quorum: verdict.no_quorum,
            applied: AppliedMsg {
                scene: self.tale.scene.id.clone(),
                decision_id: self.decisions,
                option: verdict.winner,
            },
        });
        self.turn(Some(verdict.winner), true, now);
    }

    pub(super) fn option_text(&self, option: usize) -> String {
        match &self.tale.then {
            Some(Then::Decision { options, .. }) => options.get(option).map(|option| option.text.clone()),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// Dice were thrown for the check that is open: the story takes what they say.
    pub(super) fn take_throw(&mut self, thrown: &super::Throw, now: PartyMs) {
        let Phase::Deciding(Decision {
            kind: Kind::Check { hero, .. },
            ..
        }) = self.phase
        else {
            return;
        };
        self.actor = hero;
        self.chronicle.push(Entry::Threw {
            who: hero,
            throw: thrown.clone(),
        });
        if let Some(hero) = self.heroes.get_mut(hero) {
            hero.spend_throw();
        }
        let mark = match thrown.degree {
            Degree::Success => Mark::Success,
            Degree::Partial => Mark::Partial,
            Degree::Failure => Mark::Failure,
        };
        self.take_mark(mark, now);
        self.last_result = Some(self.result_of(hero, Some(thrown)));
    }

    pub(super) fn take_mark(&mut self, mark: Mark, now: PartyMs) {
        let option = self.tale.then.as_ref().and_then(|then| then.option(mark));
        self.turn(Some(option.unwrap_or(0)), true, now);
    }

    pub(super) fn result_of(&self, hero: CharacterId, throw: Option<&super::Throw>) -> ResultMsg {
        let state = self.heroes.get(hero);
        ResultMsg {
            character_id: hero,
            outcome: throw.map(|throw| throw.degree),
            throw: throw.cloned(),
            hp: state.map_or(0, |hero| hero.hp),
            effects: state.map_or_else(Vec::new, |hero| {
                hero.effects.iter().map(|effect| effect.id.clone()).collect()
            }),
            flags: self.tale.flags.clone(),
        }
    }

    /// A fight begins.
    pub(super) fn begin_fight(&mut self, encounter: &str, fight: &Fight, blows: &[super::Blow], now: PartyMs) {
        self.fights += 1;
        let mut fight = fight.clone();
        blows.iter().for_each(|blow| fight.apply(blow));
        self.phase = Phase::Fighting(Box::new(Battle {
            encounter: encounter.to_owned(),
            fight,
            turn: 1,
            deadline: now.plus(self.reading_ms()).plus(self.setup.turn_ms()),
            blows: blows.to_vec(),
            before: 0,
        }));
        self.after_blows(now);
    }

    /// Blows fell.
    pub(super) fn strike(&mut self, hero: Option<CharacterId>, blows: &[super::Blow], now: PartyMs) {
        let turn_ms = self.setup.turn_ms();
        if let Phase::Fighting(battle) = &mut self.phase {
            blows.iter().for_each(|blow| battle.fight.apply(blow));
            if hero.is_some() {
                battle.before += battle.blows.len() as u32;
                battle.blows.clear();
            }
            battle.blows.extend_from_slice(blows);
            battle.turn += 1;
            battle.deadline = now
                .plus(turn_ms)
                .plus(i64::from(rules().timings.blow_ms) * battle.blows.len() as i64);
        }
        if let Some(hero) = hero {
            self.actor = hero;
            self.last_result = Some(self.result_of(hero, None));
        }
        self.after_blows(now);
    }

    fn after_blows(&mut self, now: PartyMs) {
        let Phase::Fighting(battle) = &self.phase else { return };
        let Some(outcome) = battle.fight.over() else { return };
        let battle = battle.clone();
        for fighter in battle.fight.afterwards() {
            if let Some(hero) = self.heroes.0.get_mut(fighter.hero) {
                hero.come_out(&fighter);
            }
        }
        self.chronicle.push(Entry::Fought {
            encounter: battle.encounter.clone(),
            outcome,
            rounds: battle.fight.round(),
        });
        self.last_fight = Some(self.combat_msg(&battle));
        self.take_mark(
            match outcome {
                Outcome::Won => Mark::Won,
                Outcome::Fled => Mark::Fled,
                Outcome::Lost => Mark::Lost,
            },
            now,
        );
    }

    pub(super) fn combat_msg(&self, battle: &Battle) -> CombatMsg {
        let rule = rules().encounters.get(&battle.encounter);
        CombatMsg {
            fight: self.fights,
            encounter: battle.encounter.clone(),
            name: rule.map_or_else(
                || battle.encounter.clone(),
                |rule| rule.name.of(&self.setup.language).to_owned(),
            ),
            state: battle.fight.clone(),
            turn: battle.turn,
            deadline: battle.fight.over().is_none().then_some(battle.deadline),
            blows: battle.blows.clone(),
            blows_before: battle.before,
            outcome: battle.fight.over(),
        }
    }

    /// Somebody took a hero: the clock of the beginning runs.
    pub(super) fn cast(&mut self, now: PartyMs) {
        let all = self.heroes.0.len() >= super::heroes::MOST_HEROES;
        if let Phase::Casting { begins_at } = &mut self.phase {
            let at = if all { now } else { now.plus(ms(rules().timings.cast)) };
            *begins_at = Some(begins_at.unwrap_or(at).min(at));
        }
    }
}
