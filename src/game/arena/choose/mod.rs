//! Six questions of four choices. Scenes alternate: a question is open, then its answer stands revealed. Nothing that hints at
//! the answer leaves this file before that: no points, no right or wrong, not in an outcome either.
//! A right answer is paid by Kahoot's formula, round((1 − t/T/2) × P/6), in full under half a second; a wrong one nothing.

mod pool;

use super::mini::{Dealing, MiniGame, Report, Score, play_ms, timer};
use super::points::for_speed;
use super::tell::show;
use super::wire::{AwardKind, Deal, Details, GameEventKind, LevelSetup, Msg};
use super::wire::{QuestionMsg, QuestionResult, RevealMsg, Text, YouMsg};
use crate::defect::{Defect, planted};
use crate::game::{Audience, Cue, Outcome, Refusal, Tell, Timer};
use crate::id::{PartyMs, SeatId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Questions in a level.
const QUESTIONS: usize = 6;

/// Under so many ms an answer is paid in full (Kahoot's rule).
const AT_ONCE_MS: i64 = 500;

/// A level of questions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Choose {
    points: u32,
    /// How long a question is open, ms.
    open_ms: i64,
    /// How long its answer is shown, ms.
    reveal_ms: i64,
    pub(super) questions: Vec<Asked>,
    scene: Scene,
}

/// Where the level stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Scene {
    /// The question's index.
    index: usize,
    /// When it opened; `None` before play.
    opened: Option<PartyMs>,
    /// When its answer was shown, if it is.
    revealed: Option<PartyMs>,
}

/// A question as drawn and shuffled when the session opened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) text: Text,
    pub(super) choices: Vec<Text>,
    /// Index of the right choice: secret until the question is closed.
    pub(super) right: u32,
    /// Secret like it.
    pub(super) note: Text,
    answers: BTreeMap<SeatId, Answer>,
}

/// What a player chose.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Answer {
    choice: u32,
    /// Milliseconds, by the fair clock.
    elapsed: i64,
}

impl Choose {
    pub fn dealt(level: &LevelSetup, dealing: &mut Dealing) -> Self {
        Self {
            points: level.points,
            open_ms: play_ms(level),
            reveal_ms: dealing.reveal_ms,
            questions: pool::draw(level.level, QUESTIONS, dealing),
            scene: Scene {
                index: 0,
                opened: None,
                revealed: None,
            },
        }
    }

    fn present(&self) -> Option<&Asked> {
        self.questions.get(self.scene.index)
    }

    /// The open question, if that is the one meant.
    fn asked_now(&self, index: usize) -> Result<&Asked, Refusal> {
        if index < self.closed().len() {
            return Err(Refusal::TooLate);
        }
        let open = self.scene.opened.is_some() && index == self.scene.index;
        self.present().filter(|_| open).ok_or(Refusal::ChoiceUnknown)
    }

    /// Questions whose answers are known.
    pub(super) fn closed(&self) -> &[Asked] {
        let closed = self.scene.index + usize::from(self.scene.revealed.is_some());
        &self.questions[..closed.min(self.questions.len())]
    }

    /// The level's points are shared out so that the questions' shares are whole and add up to them.
    fn worth(&self, index: usize) -> u32 {
        let up_to = |n: usize| (u64::from(self.points) * n as u64 / self.questions.len().max(1) as u64) as u32;
        up_to(index + 1) - up_to(index)
    }

    fn result(&self, index: usize, asked: &Asked, seat: SeatId) -> QuestionResult {
        let answer = asked.answers.get(&seat);
        let right = answer.map(|answer| answer.choice == asked.right);
        let points = match answer {
            Some(answer) if right == Some(true) => self.paid(index, answer.elapsed),
            _ => 0,
        };
        QuestionResult {
            index: index as u32,
            right,
            points,
        }
    }

    fn paid(&self, index: usize, elapsed: i64) -> u32 {
        let elapsed = if elapsed < AT_ONCE_MS { 0 } else { elapsed };
        for_speed(self.worth(index), elapsed, self.open_ms)
    }

    fn results(&self, seat: SeatId) -> impl Iterator<Item = QuestionResult> {
        self.closed()
            .iter()
            .enumerate()
            .map(move |(index, asked)| self.result(index, asked, seat))
    }

    fn answers(&self, seat: SeatId) -> impl Iterator<Item = &Answer> {
        self.questions.iter().filter_map(move |asked| asked.answers.get(&seat))
    }

    fn question_topic(&self) -> Option<Msg> {
        let opened = self.scene.opened?;
        let asked = self.present()?;
        Some(Msg::Question(QuestionMsg {
            index: self.scene.index as u32,
            of: self.questions.len() as u32,
            text: asked.text.clone(),
            choices: asked.choices.clone(),
            opened,
            deadline: opened.plus(self.open_ms),
        }))
    }

    fn reveal_topic(&self) -> Option<Msg> {
        let index = self.closed().len().checked_sub(1)?;
        let asked = self.closed().get(index)?;
        let chosen = |choice| {
            asked
                .answers
                .values()
                .filter(|answer| answer.choice as usize == choice)
                .count() as u32
        };
        Some(Msg::Reveal(RevealMsg {
            index: index as u32,
            correct: asked.right,
            chosen: (0..asked.choices.len()).map(chosen).collect(),
            note: asked.note.clone(),
        }))
    }

    fn tell_opened(&self, out: &mut Tell<Msg>) {
        out.topics.extend(self.question_topic().map(|msg| (Audience::All, msg)));
        show(
            out,
            Audience::All,
            GameEventKind::QuestionOpened,
            json!({ "index": self.scene.index }),
        );
    }

    fn tell_closed(&self, out: &mut Tell<Msg>) {
        out.topics.extend(self.reveal_topic().map(|msg| (Audience::All, msg)));
        show(
            out,
            Audience::All,
            GameEventKind::QuestionClosed,
            json!({ "index": self.scene.index }),
        );
        let right = |asked: &Asked| asked.answers.values().any(|answer| answer.choice == asked.right);
        let anyone = self.present().is_some_and(right);
        out.sounds
            .extend([Cue::Reveal, if anyone { Cue::Right } else { Cue::Wrong }]);
    }
}

impl MiniGame for Choose {
    fn deal(&self) -> Deal {
        Deal::Choose {
            questions: self.questions.len() as u32,
        }
    }

    fn begin(&mut self, now: PartyMs) {
        self.scene = Scene {
            index: 0,
            opened: Some(now),
            revealed: None,
        };
    }

    fn timer(&self) -> Timer {
        match (self.scene.revealed, self.scene.opened) {
            (Some(revealed), _) => timer(revealed, self.reveal_ms),
            (None, opened) => timer(opened.unwrap_or_default(), self.open_ms),
        }
    }

    fn asks(&self) -> bool {
        self.scene.revealed.is_none()
    }

    fn last_scene(&self) -> bool {
        self.scene.index + usize::from(!self.asks()) >= self.questions.len()
    }

    fn turn(&mut self, now: PartyMs) {
        if self.asks() {
            self.scene.revealed = Some(now);
        } else if !self.last_scene() {
            self.scene = Scene {
                index: self.scene.index + 1,
                opened: Some(now),
                revealed: None,
            };
        }
    }

    fn judge(&self, report: &Report) -> Result<Outcome, Refusal> {
        let Details::Choose { question, choice } = *report.details else {
            return Err(Refusal::WrongMiniGame);
        };
        let asked = self.asked_now(question as usize)?;
        if choice as usize >= asked.choices.len() {
            return Err(Refusal::ChoiceUnknown);
        }
        if report.score != 0 {
            return Err(Refusal::ScoreImpossible);
        }
        if asked.answers.contains_key(&report.seat) {
            return Err(Refusal::AlreadyGiven);
        }
        if report.elapsed > self.open_ms {
            return Err(Refusal::TooLate);
        }
        Ok(json!({ "question": question, "choice": choice }))
    }

    fn keep(&mut self, seat: SeatId, details: &Details, elapsed: i64) {
        let Details::Choose { question, choice } = *details else {
            return;
        };
        if let Some(asked) = self.questions.get_mut(question as usize) {
            asked.answers.insert(seat, Answer { choice, elapsed });
        }
    }

    fn forget(&mut self, seat: SeatId) {
        for asked in &mut self.questions {
            asked.answers.remove(&seat);
        }
    }

    fn played(&self, seat: SeatId) -> bool {
        self.answers(seat).next().is_some()
    }

    fn done(&self, seat: SeatId) -> bool {
        self.present().is_some_and(|asked| asked.answers.contains_key(&seat))
    }

    fn done_count(&self) -> usize {
        self.present().map_or(0, |asked| asked.answers.len())
    }

    fn through(&self, seat: SeatId) -> bool {
        self.scene.index + 1 >= self.questions.len() && self.done(seat)
    }

    fn score(&self, seat: SeatId) -> Score {
        let results: Vec<QuestionResult> = self.results(seat).collect();
        Score {
            points: results.iter().map(|result| result.points).sum(),
            figure: results.iter().filter(|result| result.right == Some(true)).count() as i64,
            spent: self.answers(seat).map(|answer| answer.elapsed).sum(),
        }
    }

    fn account(&self, seat: SeatId) -> Value {
        json!({ "questions": self.results(seat).collect::<Vec<_>>() })
    }

    fn progress(&self, seat: SeatId) -> f32 {
        self.answers(seat).count() as f32 / self.questions.len().max(1) as f32
    }

    fn feats(&self, seat: SeatId) -> Vec<(AwardKind, i64)> {
        let right = |asked: &&Asked| {
            asked
                .answers
                .get(&seat)
                .is_some_and(|answer| answer.choice == asked.right)
        };
        let quickest = self
            .closed()
            .iter()
            .filter(right)
            .filter_map(|asked| asked.answers.get(&seat));
        // An answer within the first millisecond still took one: 0 stands for nothing done.
        let quickest = quickest.map(|answer| answer.elapsed.max(1)).min();
        let mut feats = vec![(AwardKind::SharpestMind, self.score(seat).figure)];
        feats.extend(quickest.map(|elapsed| (AwardKind::QuickestAnswer, elapsed)));
        feats
    }

    fn fill(&self, seat: SeatId, you: &mut YouMsg) {
        you.chosen = self
            .present()
            .and_then(|asked| asked.answers.get(&seat))
            .map(|answer| answer.choice);
        you.question = self.results(seat).last();
        if planted(Defect::TellsAnswersEarly) {
            you.question = self.present().map(|asked| self.result(self.scene.index, asked, seat));
        }
    }

    fn topics(&self) -> Vec<Msg> {
        self.question_topic().into_iter().chain(self.reveal_topic()).collect()
    }

    fn tell_scene(&self, out: &mut Tell<Msg>) {
        if self.asks() {
            self.tell_opened(out)
        } else {
            self.tell_closed(out)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAT: SeatId = SeatId(1);

    fn text(en: &str) -> Text {
        Text {
            en: en.to_owned(),
            ru: en.to_owned(),
        }
    }

    /// Six questions of 15 s; the third choice is right.
    fn level(points: u32) -> Choose {
        let choices = ["a", "b", "c", "d"].map(text).to_vec();
        let asked = Asked {
            text: text("?"),
            choices,
            right: 2,
            note: text("!"),
            answers: BTreeMap::new(),
        };
        let scene = Scene {
            index: 0,
            opened: Some(PartyMs(0)),
            revealed: None,
        };
        Choose {
            points,
            open_ms: 15_000,
            reveal_ms: 5_000,
            questions: vec![asked; 6],
            scene,
        }
    }

    fn answer(game: &Choose, question: u32, choice: u32, elapsed: i64) -> Result<Outcome, Refusal> {
        let details = Details::Choose { question, choice };
        game.judge(&Report {
            seat: SEAT,
            score: 0,
            details: &details,
            elapsed,
            passed: elapsed,
        })
    }

    fn points_for(choice: u32, elapsed: i64) -> u32 {
        let mut game = level(1500);
        game.keep(SEAT, &Details::Choose { question: 0, choice }, elapsed);
        assert_eq!(game.score(SEAT).points, 0, "nothing is known before the reveal");
        game.turn(PartyMs(16_000));
        game.score(SEAT).points
    }

    #[test]
    fn a_right_answer_earns_half_to_all_of_its_share() {
        assert_eq!(points_for(2, 0), 250);
        assert_eq!(points_for(2, 499), 250);
        assert_eq!(points_for(2, 500), 246);
        assert_eq!(points_for(2, 7_500), 188);
        assert_eq!(points_for(2, 15_000), 125);
        assert_eq!(points_for(1, 0), 0);
    }

    #[test]
    fn six_shares_make_exactly_the_level() {
        for points in [100, 1000, 1500, 1999, 10_000] {
            let game = level(points);
            assert_eq!((0..6).map(|index| game.worth(index)).sum::<u32>(), points);
        }
    }

    #[test]
    fn an_answer_is_for_the_open_question_once_and_in_time() {
        let mut game = level(1500);
        assert!(answer(&game, 0, 3, 15_000).is_ok());
        assert_eq!(answer(&game, 0, 3, 15_001), Err(Refusal::TooLate));
        assert_eq!(answer(&game, 0, 4, 10), Err(Refusal::ChoiceUnknown));
        assert_eq!(answer(&game, 1, 0, 10), Err(Refusal::ChoiceUnknown));
        game.keep(SEAT, &Details::Choose { question: 0, choice: 3 }, 10);
        assert_eq!(answer(&game, 0, 2, 20), Err(Refusal::AlreadyGiven));
        game.turn(PartyMs(9_000));
        assert_eq!(answer(&game, 0, 2, 20), Err(Refusal::TooLate));
        game.turn(PartyMs(14_000));
        assert_eq!(answer(&game, 0, 2, 20), Err(Refusal::TooLate));
        assert!(answer(&game, 1, 2, 20).is_ok());
    }

    #[test]
    fn the_scenes_are_twelve() {
        let mut game = level(1500);
        let scenes = (0..).take_while(|_| {
            let last = game.last_scene();
            game.turn(PartyMs(1));
            !last
        });
        assert_eq!(scenes.count(), 11);
        assert_eq!(game.closed().len(), 6);
    }
}
