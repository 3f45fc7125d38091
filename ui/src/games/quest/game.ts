// The quest as the page shell sees it.
import { refusalWords } from '../../lib/errors';
import { texts } from '../../lib/i18n';
import type { Room } from '../../lib/room';
import type { Lang } from '../../protocol.gen';
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

/** What the TV says around a story is said in the story's own language. */
function spokenIn(room: Room): Lang | null {
  const told = room.topic('party.state')?.language;
  return told === 'en' || told === 'ru' ? told : null;
}

export const quest: Game = {
  title: () => words().title,
  speaks: spokenIn,
  mood: moodOf,
  fills: { phone: true, tv: false },
  screen: (room) => String(room.topic('scene.update')?.page ?? ''),
  counts: () => '',
  refused: refusalWords,
};
