// Between levels a gift falls out of the sky, for everyone to catch.
import { useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { GiftMsg } from '../../../protocol.gen';
import { left } from '../../../lib/clock';
import { useHeldSeconds, useLost } from '../../../widgets/held';
import { words } from './words';

/** ms that it falls, as in the style sheet. */
const FALL = 6000;

export function Gift({ gift, still }: { gift: GiftMsg; still: boolean }) {
  const text = words().gift;
  const stands = useLost() || still;
  const { clock } = useRoom();
  const seconds = useHeldSeconds(clock, gift.deadline);
  // Whoever looks later sees it where it is by now.
  const [fallen] = useState(() => FALL - left(clock, gift.deadline));
  return (
    <div class="gift">
      <div class="gift-words tv-enter">
        <h1 class="tv-title gift-title">{text.title}</h1>
        <p class="gift-worth">{text.worth(gift.worth)}{gift.comeback > gift.worth && <span> · {text.comeback(gift.comeback)}</span>}</p>
      </div>
      <div class="gift-fall" style={{ animationDelay: `${-Math.max(0, fallen)}ms`, animationPlayState: stands ? 'paused' : 'running' }}><div class="gift-swing"><Parcel /></div></div>
      <div class="gift-tally"><p class="tally"><b key={gift.caught} data-caught={gift.caught}>{gift.caught}</b></p><p>{text.caught}</p></div>
      <p key={seconds} class="gift-clock">{seconds}</p>
    </div>
  );
}

function Parcel() {
  return (
    <svg viewBox="0 0 300 360" aria-hidden="true">
      <path d="M20 120Q30 10 150 8Q270 10 280 120Q254 96 232 120Q212 96 190 120Q170 96 150 120Q130 96 110 120Q88 96 68 120Q46 96 20 120Z" fill="#f58173" />
      <path d="M68 120Q76 34 150 8Q104 40 110 120Q88 96 68 120ZM190 120Q196 40 150 8Q224 34 232 120Q212 96 190 120Z" fill="#fff" opacity=".85" />
      <path d="M22 120 120 236M68 120 130 236M110 120 142 236M190 120 158 236M232 120 170 236M278 120 180 236" stroke="#dfe8ff" stroke-width="3" />
      <path d="M86 248h128v96q0 10-10 10H96q-10 0-10-10Z" fill="#6ebcfc" /><path d="M150 248h64v96q0 10-10 10h-54Z" fill="#14204f" opacity=".1" />
      <path d="M136 248h28v106h-28Z" fill="#ffd75d" /><path d="M78 226h144v30H78Z" fill="#8fcdff" /><path d="M136 226h28v30h-28Z" fill="#ffe79a" />
      <path d="M150 228Q92 222 100 196Q128 184 150 228Q172 184 200 196Q208 222 150 228Z" fill="#ffd75d" />
      <path d="M78 226q18-14 36-6t36-4 36 4 36 6v8q-18 6-36-2t-36 6-36-4-36 0Z" fill="#fff" />
    </svg>
  );
}
