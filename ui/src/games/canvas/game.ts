// The canvas as the page shell sees it.
import { refusalWords } from '../../lib/errors';
import { texts } from '../../lib/i18n';
import type { Game } from '../game';

const words = texts({ title: 'Canvas' }, { title: 'Холст' });

export const canvas: Game = {
  title: () => words().title,
  speaks: () => null,
  mood: (room) => (room.session?.phase === 'finale' ? 'joy' : 'calm'),
  fills: { phone: true, tv: false },
  screen: () => '',
  counts: () => '',
  refused: refusalWords,
};
