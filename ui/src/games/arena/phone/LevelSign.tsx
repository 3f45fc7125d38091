import type { Level } from '../../../protocol.gen';

/** One, two or three peaks: the level's sign for eyes that do not tell its colour. */
export function LevelSign({ level }: { level: Level }) {
  const peaks = { green: 1, yellow: 2, red: 3 }[level];
  return (
    <svg class="ar-sign" viewBox="0 0 36 24" aria-hidden="true">
      {Array.from({ length: peaks }, (_, i) => (
        <path key={i} d={`M${18 - peaks * 5 + i * 10 - 3} 21l8-${14 + (i % 2) * 4} 8 ${14 + (i % 2) * 4}Z`} />
      ))}
    </svg>
  );
}
