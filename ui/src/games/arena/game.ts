// The arena as the page shell sees it.
import { texts } from '../../lib/i18n';
import type { Game } from '../game';
import { refusedWords } from './phone/refused';

const words = texts({ title: 'Arena' }, { title: 'Арена' });

export const arena: Game = {
  title: () => words().title,
  speaks: () => null,
  mood(room) {
    const phase = room.session?.phase;
    if (phase === 'lobby') return 'calm';
    return phase === 'podium' ? 'joy' : (room.topic('arena.level')?.level ?? 'calm');
  },
  fills: { phone: false, tv: false },
  screen: (room) => String(room.topic('arena.question')?.index ?? ''),
  // A phone that still plays another mini-game, or makes one up, moves nobody.
  counts: (room) => room.topics.topic('arena.level').peek()?.mini_game ?? '',
  refused: refusedWords,
};
