// The end of the evening's game: one's own place, what it was made of, and what one was best at.
import { useRoom } from '../../../lib/room';
import { Icon } from '../../../lib/Icon';
import type { Award, LevelResult } from '../../../protocol.gen';
import { words as phoneWords } from '../../../play/words';
import { Avatar } from '../../../widgets/Avatar';
import { Confetti } from '../../../widgets/Confetti';
import { words } from './index';
import { LevelSign } from './LevelSign';
import { Lines } from './Lines';

export function Podium() {
  const room = useRoom();
  const me = room.me;
  const board = room.topic('leaderboard.update');
  const line = me && board ? board.leaderboard.find((one) => one.player_id === me.id) : undefined;
  const awards = (room.topic('arena.podium')?.awards ?? []).filter((award) => award.player_id === me?.id);
  const levels = room.topic('arena.you')?.levels ?? [];
  if (!me || !line || !board) return null;
  const said = words().podium;
  return (
    <main class="podium">
      <Confetti count={line.place <= 3 ? 70 : 24} />
      <section class="podium-me">
        <span class="podium-face pop">
          <Avatar animal={me.avatar} color={me.color} face="joy" />
        </span>
        <p class="podium-cheer">{line.place === 1 ? said.first : line.place <= 3 ? said.top : said.thanks}</p>
        <h1>{phoneWords().place(line.place)}</h1>
        <p class="podium-total">{said.total(line.score)}</p>
      </section>
      {awards.length > 0 && <Awards awards={awards} />}
      {levels.length > 0 && <Levels levels={levels} />}
      <Lines lines={board.leaderboard} me={me.id} />
      <p class="ph-hint">{said.again}</p>
    </main>
  );
}

function Awards({ awards }: { awards: readonly Award[] }) {
  return (
    <ul class="awards">
      {awards.map((award) => (
        <li key={award.kind} class="award enter">
          <Icon sign="star" />
          {words().award(award.kind)}
        </li>
      ))}
    </ul>
  );
}

function Levels({ levels }: { levels: readonly LevelResult[] }) {
  return (
    <ul class="podium-levels">
      {levels.map((result) => (
        <li key={result.level} class={`ar-level ar-${result.level}`} aria-label={words().level(result.level)}>
          <LevelSign level={result.level} />
          {words().gained(result.points)}
        </li>
      ))}
    </ul>
  );
}
