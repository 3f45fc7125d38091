//! What becomes known through an event, and what a newcomer is told: the same topics. What one hero alone sees goes to its player.

use super::chronicle::Entry;
use super::votes::Vote;
use super::wire::{
    CharacterId, DecisionKind, DecisionMsg, JoinMsg, LeaveMsg, LogLine, LogMsg, Msg, PartyMsg, ResultMsg, RoomResult,
    SceneMsg, VoteStartedMsg, VoteUpdateMsg, YouMsg,
};
use super::{Decision, Event, Kind, Phase, Quest};
use crate::defect::{Defect, planted};
use crate::game::{Audience, Cue, Tell, Viewer};
use crate::id::SeatId;
use crate::story::Then;
use std::collections::BTreeSet;

/// So many of the latest things that happened are shown.
const LOGGED: usize = 24;
/// So many sentences of the evenings before.
const RECAPPED: usize = 6;

impl Quest {
    pub(super) fn tell_of(&self, event: &Event, out: &mut Tell<Msg>) {
        match event {
            Event::Entered { seats } => {
                out.players.extend(seats);
                seats.iter().for_each(|seat| self.tell_you(*seat, out));
            }
            Event::Dropped { heroes, .. } => {
                tell_left(heroes, out);
                self.tell_party(out);
                self.tell_vote(out);
                self.tell_everyone_alone(out);
                out.board = true;
            }
            Event::Cast { seat, .. } | Event::Handed { seat, .. } => {
                self.tell_join(*seat, out);
                self.tell_party(out);
                self.tell_everyone_alone(out);
                // And whoever had this hero before.
                out.players.extend(&self.seats);
                out.board = true;
            }
            Event::Voted { seat, .. } => {
                self.tell_vote(out);
                self.tell_you(*seat, out);
            }
            Event::Hurried {} => self.tell_party(out),
            Event::Deserted {} => {}
            Event::Peopled {} => self.tell_page(out),
            Event::Opened {} | Event::Helped { .. } => {
                out.stage |= matches!(event, Event::Opened {});
                self.tell_scene(out);
                self.tell_players_alone(out);
            }
            Event::Fought { .. } | Event::Met { .. } => self.tell_blows(out),
            Event::Used { .. } | Event::Gave { .. } => self.tell_party(out),
            Event::Begun {} | Event::Chosen { .. } | Event::Closed { .. } | Event::Thrown { .. } | Event::Passed {} => {
                self.tell_page(out);
            }
            Event::Finished {} => {
                out.stage = true;
                out.board = true;
                out.players.extend(&self.seats);
                self.tell_page(out);
                out.sounds.push(Cue::Win);
            }
        }
        if is_a_step(event) {
            self.tell_what_stays(event, out);
        }
        if let (Event::Chosen { .. } | Event::Thrown { .. } | Event::Fought { .. }, Some(result)) =
            (event, &self.last_result)
        {
            out.cues.push((Audience::All, Msg::Result(room_result(event, result))));
        }
        if let Event::Closed { .. } = event {
            let finished = self.last_vote.clone().map(Msg::VoteFinished);
            out.topics.extend(finished.map(|finished| (Audience::All, finished)));
        }
    }

    /// After each step the run is saved, and the log and the chronicle have grown.
    fn tell_what_stays(&self, event: &Event, out: &mut Tell<Msg>) {
        out.calm.push((Audience::All, Msg::Log(self.log_msg())));
        out.notice = true;
        if matches!(event, Event::Begun {}) {
            out.rows.extend(self.pinned());
        }
        // What is handed about between two pages is kept with the next; a journal has it meanwhile.
        let small = matches!(event, Event::Gave { .. } | Event::Used { .. } | Event::Dropped { .. });
        if self.tale.page > 0 && !small {
            out.rows.push(self.saved());
        }
    }

    fn log_msg(&self) -> LogMsg {
        let from = self.chronicle.len().saturating_sub(LOGGED);
        let lines = self.chronicle.iter().enumerate().skip(from);
        let line = |(at, entry): (usize, &Entry)| LogLine {
            n: at + 1,
            entry: entry.clone(),
        };
        LogMsg {
            entries: lines.map(line).collect(),
        }
    }

    /// The last sentences of the evenings before.
    fn recap(&self) -> Vec<String> {
        let earlier = self.chronicle.iter().take(self.earlier).rev();
        let memories = earlier.filter_map(|entry| match entry {
            Entry::Memory(text) => Some(text.clone()),
            _ => None,
        });
        let mut latest: Vec<String> = memories.take(RECAPPED).collect();
        latest.reverse();
        latest
    }

    fn tell_join(&self, seat: SeatId, out: &mut Tell<Msg>) {
        if let Some((character_id, hero)) = self.heroes.iter().find(|(_, hero)| hero.seat == Some(seat)) {
            let display_name = hero.name.clone();
            out.cues.push((
                Audience::All,
                Msg::Join(JoinMsg {
                    character_id,
                    display_name,
                }),
            ));
        }
    }

    /// Another page: everything may be another.
    fn tell_page(&self, out: &mut Tell<Msg>) {
        out.stage = true;
        self.tell_party(out);
        self.tell_scene(out);
        self.tell_players_alone(out);
        if self.vote().is_some() {
            let called = self.called.clone().map(Msg::VoteStarted);
            out.topics.extend(called.map(|called| (Audience::All, called)));
            self.tell_vote(out);
        }
        self.tell_combat(out);
    }

    /// Blows fell; after the last of them the story goes on.
    fn tell_blows(&self, out: &mut Tell<Msg>) {
        match &self.phase {
            Phase::Fighting(_) => self.tell_combat(out),
            _ => self.tell_page(out),
        }
        self.tell_scene(out);
        self.tell_party(out);
    }

    fn tell_combat(&self, out: &mut Tell<Msg>) {
        let combat = self
            .combat()
            .map(|combat| (Audience::All, Msg::Combat(Box::new(combat))));
        out.topics.extend(combat);
    }

    fn tell_party(&self, out: &mut Tell<Msg>) {
        out.topics.push((Audience::All, Msg::Party(self.party_msg())));
    }

    fn tell_scene(&self, out: &mut Tell<Msg>) {
        out.topics.push((Audience::All, Msg::Scene(Box::new(self.scene_msg()))));
    }

    fn tell_vote(&self, out: &mut Tell<Msg>) {
        let counted = self.counted.clone().map(Msg::VoteUpdate);
        out.topics.extend(counted.map(|counted| (Audience::All, counted)));
    }

    /// Keeps what is told of the vote that is open, for whoever comes after it is closed.
    pub(super) fn count_vote(&mut self) {
        if let Some(vote) = self.vote() {
            let (called, counted) = (self.vote_started(vote), vote_update(vote));
            (self.called, self.counted) = (Some(called), Some(counted));
        }
    }

    /// Whoever plays a hero, and whoever had voted: to the rest of the audience a page brings nothing of its own.
    fn tell_players_alone(&self, out: &mut Tell<Msg>) {
        let heroes = self.heroes.0.iter().filter_map(|hero| hero.seat);
        let told: BTreeSet<SeatId> = heroes.chain(self.balloted.iter().copied()).collect();
        told.intersection(&self.seats)
            .for_each(|seat| self.tell_you(*seat, out));
    }

    fn tell_everyone_alone(&self, out: &mut Tell<Msg>) {
        self.seats.iter().for_each(|seat| self.tell_you(*seat, out));
    }

    fn tell_you(&self, seat: SeatId, out: &mut Tell<Msg>) {
        let you = self.you(seat);
        let told = if planted(Defect::TellsNotesToAll) && !you.notes.is_empty() {
            Audience::All
        } else {
            Audience::Seat(seat)
        };
        out.topics.push((told, Msg::You(Box::new(you))));
    }

    pub(super) fn topics_for(&self, viewer: Viewer) -> Vec<Msg> {
        let mut topics = vec![Msg::Party(self.party_msg()), Msg::Scene(Box::new(self.scene_msg()))];
        topics.extend(self.called.clone().map(Msg::VoteStarted));
        topics.extend(self.counted.clone().map(Msg::VoteUpdate));
        topics.extend(self.last_vote.clone().map(Msg::VoteFinished));
        topics.extend(self.combat().map(|combat| Msg::Combat(Box::new(combat))));
        topics.push(Msg::Log(self.log_msg()));
        if let Viewer::Player(seat) = viewer {
            topics.push(Msg::You(Box::new(self.you(seat))));
        }
        topics
    }

    fn vote(&self) -> Option<&Vote> {
        match &self.phase {
            Phase::Deciding(Decision {
                kind: Kind::Vote(vote), ..
            }) => Some(vote),
            _ => None,
        }
    }

    fn combat(&self) -> Option<super::wire::CombatMsg> {
        match &self.phase {
            Phase::Fighting(battle) => Some(self.combat_msg(battle)),
            _ => self.last_fight.clone(),
        }
    }

    fn party_msg(&self) -> PartyMsg {
        PartyMsg {
            campaign_run_id: self.run.clone(),
            campaign: self.pin.campaign.clone(),
            title: self.title.clone(),
            language: self.setup.language.clone(),
            heroes: self.heroes.lines(),
            free: self.heroes.free(),
            begins_at: match self.phase {
                Phase::Casting { begins_at } => begins_at,
                _ => None,
            },
            begun: self.tale.page > 0 && !matches!(self.phase, Phase::Casting { .. }),
            flags: self.tale.flags.clone(),
            recap: self.recap(),
        }
    }

    fn scene_msg(&self) -> SceneMsg {
        let scene = &self.tale.scene;
        SceneMsg {
            number: scene.number,
            id: scene.id.clone(),
            title: scene.title.clone(),
            picture: scene.picture.clone(),
            mood: scene.mood.clone(),
            page: self.tale.page,
            lines: self.tale.lines.clone(),
            decision: self.decision_msg(),
            ending: self.tale.ending.clone(),
        }
    }

    fn decision_msg(&self) -> Option<DecisionMsg> {
        let Phase::Deciding(decision) = &self.phase else {
            return None;
        };
        let message = DecisionMsg {
            decision_id: decision.id,
            kind: DecisionKind::Vote,
            character_id: None,
            options: self.option_texts(),
            opened: decision.opened,
            deadline: decision.deadline,
            stat: None,
            difficulty: None,
            helper: None,
        };
        Some(match &decision.kind {
            Kind::Vote(_) => message,
            Kind::Choice { hero, open } => DecisionMsg {
                kind: DecisionKind::Choice,
                character_id: (!open).then_some(*hero),
                ..message
            },
            Kind::Check {
                hero,
                stat,
                difficulty,
                helper,
            } => DecisionMsg {
                kind: DecisionKind::SkillCheck,
                character_id: Some(*hero),
                // What may come of it is not told before the dice lie.
                options: Vec::new(),
                stat: Some(*stat),
                difficulty: Some(*difficulty),
                helper: *helper,
                ..message
            },
        })
    }

    fn option_texts(&self) -> Vec<String> {
        match &self.tale.then {
            Some(Then::Decision { options, .. }) => options.iter().map(|option| option.text.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn vote_started(&self, vote: &Vote) -> VoteStartedMsg {
        let timeout = match &self.phase {
            Phase::Deciding(decision) => decision.deadline.since(decision.opened),
            _ => 0,
        };
        VoteStartedMsg {
            vote_id: vote.id,
            options: self.option_texts(),
            timeout,
            deadline: vote.deadline,
            hidden: vote.hidden,
            electorate: vote.electorate.iter().copied().collect(),
            audience_weight: vote.audience_weight,
        }
    }

    fn you(&self, seat: SeatId) -> YouMsg {
        let own = self.heroes.of_seat(seat);
        let hero = own.and_then(|id| self.heroes.get(id));
        YouMsg {
            character_id: own,
            notes: hero.map_or_else(Vec::new, |hero| hero.notes.clone()),
            effects: hero.map_or_else(Vec::new, |hero| hero.effects.clone()),
            ballot: self.vote().and_then(|vote| vote.ballot(seat)),
            may: own.map_or_else(Vec::new, |id| self.open_to(id)),
        }
    }

    /// The options that a hero may take.
    fn open_to(&self, hero: CharacterId) -> Vec<usize> {
        let asked = match &self.phase {
            Phase::Deciding(Decision { kind, .. }) => match kind {
                Kind::Vote(_) => true,
                Kind::Choice { hero: asked, open } => *open || *asked == hero,
                Kind::Check { .. } => false,
            },
            _ => false,
        };
        let options = if asked { self.option_texts().len() } else { 0 };
        let any = matches!(
            self.phase,
            Phase::Deciding(Decision {
                kind: Kind::Vote(_),
                ..
            })
        );
        (0..options)
            .filter(|option| any || self.may_take(hero, *option) == Ok(true))
            .collect()
    }
}

/// Does the run stand elsewhere after it?
fn is_a_step(event: &Event) -> bool {
    !matches!(
        event,
        Event::Entered { .. }
            | Event::Voted { .. }
            | Event::Helped { .. }
            | Event::Opened {}
            | Event::Hurried {}
            | Event::Deserted {}
            | Event::Peopled {}
    )
}

fn room_result(event: &Event, result: &ResultMsg) -> RoomResult {
    RoomResult {
        action_type: match event {
            Event::Thrown { .. } => "skill-check",
            Event::Fought { .. } => "combat",
            _ => "choice",
        },
        status: "success",
        result: result.clone(),
    }
}

fn vote_update(vote: &Vote) -> VoteUpdateMsg {
    VoteUpdateMsg {
        vote_id: vote.id,
        votes: (!vote.hidden).then(|| vote.tally()),
        voted: vote.voted(),
    }
}

/// Heroes whose players have left wait for somebody else.
fn tell_left(heroes: &[CharacterId], out: &mut Tell<Msg>) {
    for character_id in heroes {
        let left = LeaveMsg {
            character_id: *character_id,
        };
        out.cues.push((Audience::All, Msg::Leave(left)));
    }
}
