// Six questions: one card, four answers told apart by colour, shape and place.
import './choose.css';
import { useEffect, useState } from 'preact/hooks';
import { left, useLeft } from '../../../lib/clock';
import { say } from '../../../lib/i18n';
import { Icon } from '../../../lib/Icon';
import { useRoom, type Room } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { Deal, Level, LevelMsg, QuestionMsg, RevealMsg, Text } from '../../../protocol.gen';
import { Shape } from '../../../widgets/Shape';
import { words } from '../phone';
import { Waiting } from '../phone/Intro';
import type { Played } from '../Play';
import { TimeBar } from '../phone/TimeBar';

type ChooseDeal = Extract<Deal, { mini_game: 'choose' }>;

export default function ChoosePlay({ level }: Played<ChooseDeal>) {
  const question = useRoom().topic('arena.question');
  if (!question) return <Waiting />;
  return <Question key={question.index} level={level} question={question} />;
}

function Question({ level, question }: { level: LevelMsg; question: QuestionMsg }) {
  const room = useRoom();
  const you = room.topic('arena.you');
  const shown = room.topic('arena.reveal');
  const reveal = shown && shown.index === question.index ? shown : null;
  const [mine, choose] = useState<number | null>(() => unsent(room, level.level, question.index));
  const [refused, refuse] = useState(false);
  const chosen = you?.chosen ?? mine;
  const over = useLeft(room.clock, question.deadline) === 0;
  const open = chosen === null && !reveal && !over;

  const answer = (choice: number): void => {
    if (!open || left(room.clock, question.deadline) === 0) return;
    buzz(20);
    choose(choice);
    const time = Math.max(0, Math.round(room.clock.now() - question.opened));
    const payload = { level: level.level, score: 0, time, details: { question: question.index, choice } };
    void room.act('progress', payload).then((outcome) => {
      if (outcome.status === 'refused') refuse(true);
    });
  };
  return (
    <main class={`quiz ${reveal ? 'is-revealed' : ''}`}>
      <section class="card quiz-card enter">
        <h1 class={`quiz-text ${say(question.text).length > 60 ? 'is-long' : ''}`}>{say(question.text)}</h1>
        {reveal ? <Outcome reveal={reveal} index={question.index} gave={!refused && chosen !== null} /> : (
          <p class="quiz-small">
            <span class="quiz-level">{words().level(level.level)} · </span>
            <span class="quiz-number">{words().question(question.index, question.of)}</span>
          </p>
        )}
      </section>
      {reveal ? <div class="time time-rest" /> : <TimeBar timer={question} />}
      <div class="quiz-answers" role="group">
        {question.choices.map((text, index) => (
          <Answer key={index} index={index} text={text} state={stateOf(index, refused ? null : chosen, reveal, open)} press={() => answer(index)} />
        ))}
      </div>
      <Below level={level.level} index={question.index} chosen={refused ? null : chosen} over={over} />
    </main>
  );
}

type AnswerState = 'open' | 'chosen' | 'faded' | 'right' | 'wrong';

function stateOf(index: number, chosen: number | null, reveal: RevealMsg | null, open: boolean): AnswerState {
  if (reveal) {
    if (index === reveal.correct) return 'right';
    return index === chosen ? 'wrong' : 'faded';
  }
  if (chosen !== null) return index === chosen ? 'chosen' : 'faded';
  return open ? 'open' : 'faded';
}

function Answer({ index, text, state, press }: { index: number; text: Text; state: AnswerState; press: () => void }) {
  const said = say(text);
  return (
    <button class={`answer ans-${index} is-${state} ${sizeOf(said)}`} disabled={state !== 'open'} aria-pressed={state === 'chosen'} onClick={press}>
      <span class="answer-shape">
        <Shape index={index} />
      </span>
      <span class="answer-text">{said}</span>
      {state === 'right' && <Mark sign="check" label={words().rightAnswer} />}
      {state === 'wrong' && <Mark sign="cross" label={words().wrongAnswer} />}
      {state === 'chosen' && <i class="answer-dots" aria-label={words().chosen} />}
    </button>
  );
}

function sizeOf(said: string): string {
  const longestWord = Math.max(...said.split(/[\s-]/).map((word) => word.length));
  return longestWord > 10 ? 'is-wide' : said.length > 18 ? 'is-long' : '';
}

function Mark({ sign, label }: { sign: 'check' | 'cross'; label: string }) {
  return (
    <span class={`answer-mark mark-${sign} pop`} role="img" aria-label={label}>
      <Icon sign={sign} />
    </span>
  );
}

/** Right or not, what it was worth, and something worth knowing. Of an answer that was given nothing is said before its result is here. */
function Outcome({ reveal, index, gave }: { reveal: RevealMsg; index: number; gave: boolean }) {
  const result = useRoom().topic('arena.you')?.question;
  const mine = result && result.index === index ? result : null;
  useEffect(() => {
    if (mine?.right) buzz([30, 40, 60]);
  }, [mine?.right]);
  const said = words();
  const verdict = mine?.right ? said.rightAnswer : mine?.right === false ? said.wrongAnswer : gave && !mine ? null : said.tooLate;
  return (
    <div class="enter" role="status">
      <p class={`quiz-verdict ${mine?.right ? 'is-right' : ''}`}>
        {verdict && <span>{verdict}</span>}
        {mine?.right ? <b>{said.gained(mine.points)}</b> : null}
      </p>
      <p class="quiz-note">{say(reveal.note)}</p>
    </div>
  );
}

interface Standing {
  level: Level;
  index: number;
  chosen: number | null;
  over: boolean;
}

function Below(standing: Standing) {
  return <p class="quiz-below">{standingWords(useRoom(), standing)}</p>;
}

function standingWords(room: Room, { level, index, chosen, over }: Standing): string | null {
  if (chosen === null) return over ? words().tooLate : null;
  if (room.outbox.count.value > 0 && unsent(room, level, index) !== null) return room.connection.value.state === 'open' ? words().sending : words().kept;
  const count = room.topic('arena.count');
  return count ? words().waitOthers(count.done, count.of) : null;
}

/** An answer to this question that still waits in the outbox: a reload must not ask again. */
export function unsent(room: Room, level: Level, index: number): number | null {
  for (const request of room.outbox.waiting()) {
    const report = request.payload as { level?: unknown; details?: { question?: unknown; choice?: unknown } } | undefined;
    const details = report?.details;
    if (report?.level === level && details?.question === index && typeof details.choice === 'number') return details.choice;
  }
  return null;
}
