// Snow that piles up on a card left alone for a minute. The card needs `position`.
import './snowcap.css';

export function SnowCap() {
  return (
    <svg class="snowcap" viewBox="0 0 400 40" preserveAspectRatio="none" aria-hidden="true">
      <path d="M6 34Q2 20 26 17Q40 4 78 9Q110-2 150 7Q196-3 236 7Q280-1 318 9Q356 2 374 16Q400 20 394 34Q384 42 374 32Q352 40 330 31Q312 27 296 33Q266 40 240 31Q214 26 196 33Q170 41 146 31Q120 27 104 34Q78 40 58 31Q38 26 26 34Q12 42 6 34Z" fill="#fff" />
      <path d="M26 34Q38 26 58 31Q78 40 104 34Q120 27 146 31Q170 41 196 33Q214 26 240 31Q266 40 296 33Q312 27 330 31Q352 40 374 32Q352 34 330 27Q312 23 296 29Q266 36 240 27Q214 22 196 29Q170 37 146 27Q120 23 104 30Q78 36 58 27Q38 22 26 30Z" fill="#c9d6fa" />
    </svg>
  );
}
