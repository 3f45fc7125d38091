// A gift falls over the phone for some seconds: a tap catches it. It swings by its seat, so that neighbours reach differently.
import { useEffect, useState } from 'preact/hooks';
import { left, useLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { GiftMsg } from '../../../protocol.gen';
import { words } from './index';

/** The fall as the server times it. */
const FALL = 6000;
const CHEER = 1800;

export function Gift({ gift, caught }: { gift: GiftMsg; caught: number | null }) {
  const room = useRoom();
  const [reached, reach] = useState(false);
  // A reload in the middle of the fall goes on from there.
  const [fallen] = useState(() => Math.max(0, FALL - left(room.clock, gift.deadline)));
  const over = useLeft(room.clock, gift.deadline) === 0;
  const done = caught !== null;
  useEffect(() => {
    if (gift.open && !done) buzz([20, 30, 20]);
  }, [gift.open, done]);
  if (done && (gift.open || reached)) return <Caught worth={caught} />;
  if (!gift.open || over) return null;
  const take = (event: Event): void => {
    event.preventDefault();
    if (reached) return;
    reach(true);
    buzz([15, 20, 60]);
    void room.act('catch', {}, 'catch').then((outcome) => outcome.status === 'refused' && reach(false));
  };
  const seat = room.me?.id ?? 0;
  return (
    <div class="gift">
      <p class="gift-say pop">{words().gift.fall}</p>
      <div class="gift-path" style={{ left: `${18 + ((seat * 37) % 46)}%`, animationDelay: `${-fallen}ms` }}>
        <button class={`gift-box ${reached ? 'is-reached' : ''}`} aria-label={words().gift.button} onTouchStart={take} onMouseDown={take} onClick={take}>
          <GiftBox />
        </button>
      </div>
    </div>
  );
}

/** Cheered for a moment; then the board is to be read. */
function Caught({ worth }: { worth: number }) {
  const [cheering, cheer] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => cheer(false), CHEER);
    return () => clearTimeout(timer);
  }, []);
  if (!cheering) return null;
  return (
    <div class="gift" role="status">
      <div class="gift-caught pop">
        <GiftBox />
        <p>{words().gift.caught(worth)}</p>
      </div>
    </div>
  );
}

function GiftBox() {
  return (
    <svg viewBox="0 0 120 128" aria-hidden="true">
      <path d="M20 60h80v52a10 10 0 0 1-10 10H30a10 10 0 0 1-10-10Z" fill="#ff8f8f" />
      <path d="M20 60h80v14H20Z" fill="#e06a76" />
      <rect x="12" y="42" width="96" height="26" rx="9" fill="#ffa9a4" />
      <rect x="50" y="42" width="20" height="80" fill="#7ff0cf" />
      <path d="M60 42C40 44 24 36 28 22s26-8 32 20Zm0 0c20 2 36-6 32-20S66 14 60 42Z" fill="#7ff0cf" />
      <path d="M60 42c-12-2-22-8-20-14s14-2 20 14Zm0 0c12-2 22-8 20-14s-14-2-20 14Z" fill="#3fbf9c" />
      <path d="M10 46c8-10 20-6 26-3s16 5 24 0 18-5 26-1 18 2 24 6c-2-8-6-6-12-6H22c-6 0-10 0-12 4Z" fill="#f4f8ff" />
    </svg>
  );
}
