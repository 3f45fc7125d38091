// A team's sign, the same on the TV and on every phone: ▲ ■ ● ◆ ★ ⬢, from team 0. Colour and shape go together, so that neither
// has to be enough. As large as its page makes it; it knows nothing of scores.
const COLORS = ['#ff8f8f', '#7cc8ff', '#ffdb80', '#79e6b6', '#cfb0ff', '#ffb46b'];
const PATHS = [
  'M17.4 4.5a3 3 0 0 1 5.2 0l15 26.5a3 3 0 0 1-2.6 4.5H5a3 3 0 0 1-2.6-4.5Z',
  'M8 4h24a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z',
  'M20 2.5a17.5 17.5 0 1 0 0 35a17.5 17.5 0 1 0 0-35Z',
  'M17.5 2.2a3.5 3.5 0 0 1 5 0L37.8 17.5a3.5 3.5 0 0 1 0 5L22.5 37.8a3.5 3.5 0 0 1-5 0L2.2 22.5a3.5 3.5 0 0 1 0-5Z',
  'M18 3.2a2.3 2.3 0 0 1 4 0l4.3 8.6 9.5 1.4a2.3 2.3 0 0 1 1.3 3.9l-6.9 6.7 1.6 9.5a2.3 2.3 0 0 1-3.3 2.4L20 31.2l-8.5 4.5a2.3 2.3 0 0 1-3.3-2.4l1.6-9.5-6.9-6.7a2.3 2.3 0 0 1 1.3-3.9l9.5-1.4Z',
  'M18 2.6a4 4 0 0 1 4 0l12.2 7a4 4 0 0 1 2 3.500v14a4 4 0 0 1-2 3.500l-12.200 7a4 4 0 0 1-4 0l-12.200-7a4 4 0 0 1-2-3.500v-14a4 4 0 0 1 2-3.500Z',
];

/** The colour that a team is known by; what it paints with are shades of it. */
export function teamColor(team: number): string {
  return COLORS[team % COLORS.length] as string;
}

export function TeamSign({ team }: { team: number }) {
  return (
    <svg class="team-sign" viewBox="0 0 40 40" aria-hidden="true">
      <path d={PATHS[team % PATHS.length]} fill={teamColor(team)} stroke="#14204f" stroke-width="2.5" stroke-linejoin="round" />
    </svg>
  );
}
