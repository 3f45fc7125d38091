// The 24 seat colours. Found by search: far apart for usual and for colour-blind eyes (deutan, protan), each bright enough for ink
// (5:1 at least), and ordered so that guests who join one after the other differ most.
const SEATS = [
  '#f58173', '#ffd75d', '#41ca90', '#6ebcfc', '#d0a5f6', '#ccfc76', '#7eab5b', '#f85bc5', '#99fdf5', '#c0a71b', '#9687fe', '#50deea',
  '#d98425', '#d880e6', '#6df684', '#ffc2c6', '#16adcc', '#9bcf1b', '#dccafc', '#d27ba6', '#f8af6b', '#e8edb8', '#f999b7', '#addea2',
] as const;

/** The colour of a seat, by `player.color`. */
export function seatColor(index: number): string {
  return SEATS[((index % SEATS.length) + SEATS.length) % SEATS.length] as string;
}
