/** A mitten seen from above, its thumb towards the other hand. */
export function Mitten({ side }: { side: 'left' | 'right' }) {
  return (
    <svg class="mitten" viewBox="0 0 80 96" aria-hidden="true">
      <g transform={side === 'right' ? 'translate(80 0) scale(-1 1)' : undefined}>
        <path d="M16 40c0-22 10-34 26-34s26 12 26 34v28H16Z" />
        <path d="M64 44c4-8 14-8 15 0 1 9-6 18-15 20Z" />
        <rect x="12" y="66" width="58" height="22" rx="9" class="mitten-cuff" />
      </g>
    </svg>
  );
}
