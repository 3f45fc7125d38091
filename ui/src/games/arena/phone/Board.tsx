// Between levels: what this level brought, where one stands now, and who leads. Meanwhile a gift may fall.
import { useRoom } from '../../../lib/room';
import { Icon } from '../../../lib/Icon';
import type { LevelResult, MiniGameKind, SessionState } from '../../../protocol.gen';
import { words as phoneWords } from '../../../play/words';
import { unitOf, words } from './index';
import { Gift } from './Gift';
import { LevelSign } from './LevelSign';
import { Lines } from './Lines';

export function Board({ session }: { session: SessionState }) {
  const room = useRoom();
  const you = room.topic('arena.you');
  const level = room.topic('arena.level');
  const board = room.topic('leaderboard.update');
  const me = room.me;
  const line = me && board ? board.leaderboard.find((one) => one.player_id === me.id) : undefined;
  const result = you?.levels[session.round - 1];
  const gift = room.topic('arena.gift');
  return (
    <main class="board">
      {result && level && <Result result={result} game={level.mini_game} />}
      {line && board && (
        <section class="board-place enter">
          <p class="board-where">{phoneWords().placeOf(line.place, board.count)}</p>
          {line.moved !== 0 && (
            <p class={`board-moved ${line.moved > 0 ? 'is-up' : 'is-down'}`}>
              <Icon sign={line.moved > 0 ? 'up' : 'down'} />
              {line.moved > 0 ? words().up(line.moved) : words().down(-line.moved)}
            </p>
          )}
        </section>
      )}
      {board && me && <Lines lines={board.leaderboard} me={me.id} />}
      {gift && <Gift key={session.round} gift={gift} caught={you?.gift ?? null} />}
    </main>
  );
}

function Result({ result, game }: { result: LevelResult; game: MiniGameKind }) {
  const said = words();
  return (
    <section class="card board-card enter">
      <p class={`ar-level ar-${result.level}`}>
        <LevelSign level={result.level} />
        {said.level(result.level)}
      </p>
      <p class="board-points">
        {said.gained(result.points)}
        <span>{unitOf(said.points(result.points))}</span>
      </p>
      <p class="board-figure">{result.median ? said.result.median : said.result[game](result.figure)}</p>
    </section>
  );
}
