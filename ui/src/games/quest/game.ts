// The quest as the page shell sees it.
import { refusalWords } from '../../lib/errors';
import { texts } from '../../lib/i18n';
import type { Room } from '../../lib/room';
import type { Mood } from '../../widgets/Scene';
import type { Game } from '../game';

const words = texts({ title: 'Quest' }, { title: 'Поход' });

/** How the scenes' own moods colour the night behind them. */
const NIGHTS: Readonly<Record<string, Mood | undefined>> = { wonder: 'green', tense: 'yellow', danger: 'red', triumph: 'joy' };

function moodOf(room: Room): Mood {
  const phase = room.session?.phase;
  if (phase === 'finale') return 'joy';
  if (phase === 'casting') return 'calm';
  return NIGHTS[room.topic('scene.update')?.mood ?? ''] ?? 'calm';
}

export const quest: Game = {
  title: () => words().title,
  mood: moodOf,
  fills: { phone: true, tv: false },
  screen: (room) => String(room.topic('scene.update')?.page ?? ''),
  counts: () => '',
  refused: refusalWords,
};
