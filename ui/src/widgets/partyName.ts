// What a party is called, where it is worth showing.

/** What the server calls a party that nobody has named. */
const UNNAMED = 'snowparty';

/** The party's own name; null if it was given none. */
export function ownName({ name }: { name: string }): string | null {
  const given = name.trim();
  return given === '' || given.toLowerCase() === UNNAMED ? null : given;
}
