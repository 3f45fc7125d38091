// The games of the house, each a card with a small picture; choosing one opens its rules.
import { gameOf, SLUGS } from '../games';
import { deskGame } from '../games/desk';
import { words } from './words';

interface GameCardsProps {
  title: string;
  chosen: string;
  choose: (game: string) => void;
}

export function GameCards({ title, chosen, choose }: GameCardsProps) {
  return (
    <>
      <h2 class="games-title">{title}</h2>
      <div class="games">
        {SLUGS.map((slug) => (
          <GameCard key={slug} slug={slug} chosen={slug === chosen} choose={() => choose(slug)} />
        ))}
      </div>
    </>
  );
}

function GameCard({ slug, chosen, choose }: { slug: string; chosen: boolean; choose: () => void }) {
  const Picture = deskGame(slug)?.Picture;
  return (
    <button class={chosen ? 'game is-chosen' : 'game'} aria-pressed={chosen} onClick={choose}>
      {Picture && <Picture />}
      <b>{gameOf(slug).title()}</b>
      {chosen && <span>{words().choose.now}</span>}
    </button>
  );
}
