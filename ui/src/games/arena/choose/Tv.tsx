// A question on the TV: four answers in shapes and colours, the time, how many have answered; then the answer, the counts, the note.
import { say } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import type { Deal, Player, QuestionMsg, RevealMsg } from '../../../protocol.gen';
import { Avatar, type Face } from '../../../widgets/Avatar';
import { Shape } from '../../../widgets/Shape';
import type { Scened } from '../Tv';
import { Head, TimeBar } from '../tv/Head';
import { words } from '../tv/words';

type ChooseDeal = Extract<Deal, { mini_game: 'choose' }>;

/** rem that the row of guests is wide. */
const ROW = 88;

export default function ChooseTv({ session, level }: Scened<ChooseDeal>) {
  const room = useRoom();
  const question = room.topic('arena.question');
  const answer = room.topic('arena.reveal');
  if (!question) return null;
  const reveal = answer && answer.index === question.index ? answer : null;
  return (
    <div class="scene-level">
      <Head level={level} title={words().questionOf(question.index, question.of)} timer={reveal ? null : session.timer} />
      <div key={question.index} class="quiz">
        <Asked question={question} open={!reveal} />
        <div class="quiz-answers">
          {question.choices.map((choice, i) => <Answer key={i} index={i} text={say(choice)} reveal={reveal} />)}
        </div>
        {reveal && say(reveal.note) !== '' ? <p class="quiz-note tv-enter">{say(reveal.note)}</p> : <Crowd open={!reveal} />}
        {!reveal && <Tally />}
      </div>
    </div>
  );
}

function Asked({ question, open }: { question: QuestionMsg; open: boolean }) {
  const text = say(question.text);
  const size = text.length <= 45 ? 'quiz-short' : text.length <= 95 ? 'quiz-middle' : 'quiz-long';
  return (
    <div class="quiz-card tv-enter">
      <p class={`quiz-text ${size}`}>{text}</p>
      {open && <TimeBar timer={question} />}
    </div>
  );
}

function Answer({ index, text, reveal }: { index: number; text: string; reveal: RevealMsg | null }) {
  const state = reveal ? (reveal.correct === index ? 'answer-right' : 'answer-wrong') : 'answer-open';
  const size = text.length <= 18 ? '' : text.length <= 34 ? ' answer-middle' : ' answer-long';
  return (
    <div class={`answer answer-${index} ${state}`} style={{ animationDelay: `${index * 90}ms` }}>
      <div class="answer-shape"><Shape index={index} /></div>
      <p class={`answer-text${size}`}>{text}</p>
      {reveal && <p class="answer-count">{reveal.chosen[index] ?? 0}</p>}
    </div>
  );
}

function Tally() {
  const count = useRoom().topic('arena.count');
  if (!count) return null;
  return (
    <div class="quiz-tally">
      <p class={count.of > 99 ? 'tally tally-wide' : 'tally'}><b>{count.done}</b>/{count.of}</p>
      <p>{words().answered}</p>
    </div>
  );
}

/** Everyone peeks out of the snow; whoever has answered jumps up. */
function Crowd({ open }: { open: boolean }) {
  const players = Array.from(useRoom().players.values()).sort((a, b) => a.id - b.id).slice(0, 60);
  const size = Math.max(4.4, Math.min(7, ROW / Math.max(1, players.length)));
  const step = Math.min(size * 1.25, (ROW - size) / Math.max(1, players.length - 1));
  const start = (ROW - step * (players.length - 1) - size) / 2;
  return (
    <div class="quiz-crowd" aria-hidden="true">
      {players.map((player, i) => (
        <div key={player.id} class={player.status === 'done' && open ? 'peek peek-up' : 'peek'} style={{ left: `${start + i * step}rem`, width: `${size}rem`, height: `${size}rem` }}>
          <Avatar animal={player.avatar} color={player.color} face={face(player, open)} lookY={-0.8} />
        </div>
      ))}
    </div>
  );
}

function face(player: Player, open: boolean): Face {
  if (!player.online) return 'sleep';
  return open && player.status === 'done' ? 'joy' : 'calm';
}
