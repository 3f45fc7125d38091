//! Who may do what. A move is turned into an event or refused, and a refusal changes nothing.

use super::fight::{Code, Who};
use super::heroes::MOST_HEROES;
use super::rules::rules;
use super::wire::{CharacterId, CharacterWish, Choice, Combat, Give, Handover, Help, Move, SkillCheck, UseItem};
use super::{Decision, Event, Kind, Phase, Quest};
use crate::game::{By, Ctx, Meant, Refusal};
use crate::id::SeatId;
use crate::story::Then;

/// A hero's name is at most so long.
const LONGEST_NAME: usize = 20;

impl Quest {
    /// What comes of a player's move; nothing if it changes nothing.
    pub(super) fn judge_player(&self, seat: SeatId, mv: Move, ctx: &mut Ctx) -> Result<Option<Event>, Refusal> {
        if matches!(self.phase, Phase::Over) {
            return Err(Refusal::SessionNotActive);
        }
        let event = match mv {
            Move::Choice(choice) => return self.judge_choice(seat, choice),
            Move::Character(wish) => self.judge_cast(seat, wish),
            Move::SkillCheck(check) => self.judge_check(seat, check, ctx),
            Move::Help(help) => self.judge_help(seat, help),
            Move::Combat(combat) => self.judge_combat(seat, &combat, ctx),
            Move::Item(item) => self.judge_item(seat, item),
            Move::Give(give) => self.judge_give(seat, give),
            Move::Handover(hand) => self.judge_handover(seat, hand, ctx),
            Move::Begin {} | Move::Finish {} => Err(Refusal::HostOnly),
        };
        event.map(Some)
    }

    pub(super) fn judge_host(&self, mv: Move) -> Result<Event, Refusal> {
        match (mv, &self.phase) {
            (_, Phase::Over) => Err(Refusal::SessionNotActive),
            (Move::Begin {}, Phase::Casting { .. }) if self.heroes.0.is_empty() => Err(Refusal::NoPlayers),
            (Move::Begin {}, Phase::Casting { .. }) => Ok(Event::Begun {}),
            (Move::Begin {}, _) => Err(Refusal::SessionActive),
            (Move::Finish {}, _) => Ok(Event::Finished {}),
            (Move::Handover(hand), _) => {
                let seat = hand.player_id.ok_or(Refusal::PlayerUnknown)?;
                self.hand(hand.target, seat, true)
            }
            _ => Err(Refusal::PlayerOnly),
        }
    }

    /// Is a move meant for this run, and for the hero that its guest plays?
    pub(super) fn judge_meant(&self, by: By, meant: Meant<'_>) -> Result<(), Refusal> {
        if meant.run.is_some_and(|run| run != self.run) {
            return Err(Refusal::QuestOldScene);
        }
        match (meant.character, by) {
            (Some(hero), By::Seat(seat)) if self.heroes.of_seat(seat) != Some(CharacterId(hero)) => {
                Err(Refusal::QuestNotYourHero)
            }
            _ => Ok(()),
        }
    }

    /// The hero that a guest plays.
    fn own(&self, seat: SeatId) -> Result<CharacterId, Refusal> {
        self.heroes.of_seat(seat).ok_or(Refusal::QuestNoHero)
    }

    fn judge_cast(&self, seat: SeatId, wish: CharacterWish) -> Result<Event, Refusal> {
        if self.heroes.of_seat(seat).is_some() {
            return Err(Refusal::QuestHeroTaken);
        }
        if !rules().archetypes.contains_key(&wish.archetype) {
            return Err(Refusal::QuestArchetypeUnknown);
        }
        if self.heroes.0.len() >= MOST_HEROES || !self.heroes.free().contains(&wish.archetype) {
            return Err(Refusal::QuestHeroTaken);
        }
        let typed = wish.display_name.unwrap_or_default();
        let name: String = typed.chars().filter(|c| is_seen(*c)).take(LONGEST_NAME).collect();
        let name = name.trim();
        let archetype = &rules().archetypes[&wish.archetype];
        let usual = archetype.name.of(&self.setup.language);
        Ok(Event::Cast {
            seat,
            archetype: wish.archetype,
            name: self.unlike_others(if name.is_empty() { usual } else { name }),
        })
    }

    /// The name, with a number if another hero has it already.
    fn unlike_others(&self, name: &str) -> String {
        let taken = |name: &str| {
            self.heroes
                .0
                .iter()
                .any(|hero| hero.name.to_lowercase() == name.to_lowercase())
        };
        let numbered = (2..).map(|number: u32| format!("{name} {number}"));
        let mut all = std::iter::once(name.to_owned()).chain(numbered);
        all.find(|name| !taken(name)).unwrap_or_else(|| name.to_owned())
    }

    fn decision(&self, id: u32) -> Result<&Decision, Refusal> {
        match &self.phase {
            Phase::Deciding(decision) if decision.id == id => Ok(decision),
            _ if self.last_vote.as_ref().is_some_and(|vote| vote.vote_id == id) => Err(Refusal::QuestVoteClosed),
            _ => Err(Refusal::QuestOldScene),
        }
    }

    fn judge_choice(&self, seat: SeatId, choice: Choice) -> Result<Option<Event>, Refusal> {
        let decision = self.decision(choice.decision_id)?;
        let option = choice.option;
        match &decision.kind {
            Kind::Vote(vote) => {
                vote.judge(seat, option)?;
                // The same ballot again is no news.
                let new = vote.ballot(seat) != Some(option);
                Ok(new.then_some(Event::Voted { seat, option }))
            }
            Kind::Choice { hero, open } => {
                let own = self.own(seat)?;
                if own != *hero && !open {
                    return Err(Refusal::QuestNotYourTurn);
                }
                if !self.may_take(own, option)? {
                    return Err(Refusal::QuestNotYourHero);
                }
                let by = Some(own);
                Ok(Some(Event::Chosen { option, by }))
            }
            Kind::Check { .. } => Err(Refusal::QuestOptionUnknown),
        }
    }

    /// May a hero take this option? Some are for one archetype alone.
    pub(super) fn may_take(&self, hero: CharacterId, option: usize) -> Result<bool, Refusal> {
        let Some(Then::Decision { options, .. }) = &self.tale.then else {
            return Err(Refusal::QuestOldScene);
        };
        let option = options.get(option).ok_or(Refusal::QuestOptionUnknown)?;
        let archetype = self.heroes.get(hero).map(|hero| hero.archetype.as_str());
        // Of somebody who is not there it can be done by whoever is.
        let named = option.only.as_deref().filter(|only| {
            let hero = self.heroes.of_archetype(only).and_then(|id| self.heroes.get(id));
            hero.is_some_and(|hero| hero.seat.is_some())
        });
        Ok(named.is_none() || named == archetype)
    }

    fn judge_check(&self, seat: SeatId, check: SkillCheck, ctx: &mut Ctx) -> Result<Event, Refusal> {
        let decision = self.decision(check.decision_id)?;
        let own = self.own(seat)?;
        match decision.kind {
            Kind::Check { hero, .. } if hero == own => self.thrown(ctx).ok_or(Refusal::QuestOldScene),
            Kind::Check { .. } => Err(Refusal::QuestNotYourTurn),
            _ => Err(Refusal::QuestOptionUnknown),
        }
    }

    fn judge_help(&self, seat: SeatId, help: Help) -> Result<Event, Refusal> {
        let decision = self.decision(help.decision_id)?;
        let own = self.own(seat)?;
        match decision.kind {
            Kind::Check { hero, helper: None, .. } if hero != own => Ok(Event::Helped { hero: own }),
            Kind::Check { .. } => Err(Refusal::QuestNotYourTurn),
            _ => Err(Refusal::QuestOptionUnknown),
        }
    }

    fn judge_combat(&self, seat: SeatId, combat: &Combat, ctx: &mut Ctx) -> Result<Event, Refusal> {
        use rand::RngExt;
        let Phase::Fighting(battle) = &self.phase else {
            return Err(Refusal::QuestOldScene);
        };
        let own = self.own(seat)?;
        if combat.turn != battle.turn || battle.fight.turn() != Some(Who::Hero(own.index())) {
            return Err(Refusal::QuestNotYourTurn);
        }
        battle.fight.judge(own.index(), &combat.act).map_err(refusal)?;
        Ok(Event::Fought {
            hero: Some(own),
            blows: battle
                .fight
                .decide(own.index(), &combat.act, &mut || ctx.rng.random_range(1..=6)),
        })
    }

    fn judge_item(&self, seat: SeatId, wish: UseItem) -> Result<Event, Refusal> {
        let own = self.own(seat)?;
        let target = wish.target.unwrap_or(own);
        self.carries(own, &wish.item)?;
        let rule = rules().items.get(&wish.item).ok_or(Refusal::QuestItemUnknown)?;
        if matches!(self.phase, Phase::Fighting(_) | Phase::Meeting { .. }) {
            return Err(Refusal::QuestNotYourTurn);
        }
        // What is never used up works in fights alone, or it would heal without end.
        if rule.work.heals <= 0 || !rule.spent {
            return Err(Refusal::QuestItemUseless);
        }
        self.heroes.get(target).ok_or(Refusal::QuestNoTarget)?;
        Ok(Event::Used {
            hero: own,
            item: wish.item,
            target,
        })
    }

    fn judge_give(&self, seat: SeatId, wish: Give) -> Result<Event, Refusal> {
        let own = self.own(seat)?;
        self.carries(own, &wish.item)?;
        if matches!(self.phase, Phase::Fighting(_)) {
            return Err(Refusal::QuestNotYourTurn);
        }
        let there = self.heroes.get(wish.target).is_some() && wish.target != own;
        there.then_some(()).ok_or(Refusal::QuestNoTarget)?;
        Ok(Event::Gave {
            hero: own,
            item: wish.item,
            target: wish.target,
        })
    }

    fn carries(&self, hero: CharacterId, item: &str) -> Result<(), Refusal> {
        let carried = self
            .heroes
            .get(hero)
            .is_some_and(|hero| hero.items.iter().any(|other| other == item));
        carried.then_some(()).ok_or(Refusal::QuestItemUnknown)
    }

    /// A player takes over the hero of somebody who is not there; not what that one alone has seen.
    fn judge_handover(&self, seat: SeatId, hand: Handover, ctx: &Ctx) -> Result<Event, Refusal> {
        let hero = self.heroes.get(hand.target).ok_or(Refusal::QuestNoTarget)?;
        if hero.seat.is_some_and(|player| ctx.lately.contains(&player)) {
            return Err(Refusal::QuestHeroTaken);
        }
        self.hand(hand.target, seat, false)
    }

    fn hand(&self, target: CharacterId, seat: SeatId, by_host: bool) -> Result<Event, Refusal> {
        self.heroes.get(target).ok_or(Refusal::QuestNoTarget)?;
        if !self.seats.contains(&seat) {
            return Err(Refusal::PlayerUnknown);
        }
        match self.heroes.of_seat(seat) {
            Some(_) => Err(Refusal::QuestHeroTaken),
            None => Ok(Event::Handed {
                hero: target,
                seat,
                by_host,
            }),
        }
    }
}

/// May it stand in a hero's name? Nothing that turns, piles up or cannot be seen: names are read aloud from the TV.
fn is_seen(c: char) -> bool {
    let filler = matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
    (c.is_alphanumeric() && !filler) || " -'’.,!?&".contains(c)
}

/// Why a fight refuses an act, in the words of the wire.
fn refusal(code: Code) -> Refusal {
    match code {
        Code::UnknownEncounter | Code::BadParty | Code::Over => Refusal::QuestOldScene,
        Code::NotYourTurn => Refusal::QuestNotYourTurn,
        Code::NoTarget => Refusal::QuestNoTarget,
        Code::UnknownSkill => Refusal::QuestSkillUnknown,
        Code::SkillRests => Refusal::QuestSkillRests,
        Code::UnknownItem => Refusal::QuestItemUnknown,
        Code::UselessItem | Code::ItemUsed => Refusal::QuestItemUseless,
        Code::Spirit | Code::NotASpirit => Refusal::QuestSpirit,
    }
}
