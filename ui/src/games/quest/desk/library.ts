// The campaigns that can be played and the evenings that can go on, as the server's library has them. Pure.

/** A campaign in one language. */
export interface Campaign {
  campaign: string;
  language: string;
  title: string;
  about: string;
  minutes: number;
  /** From so many to so many. */
  players: readonly [number, number];
  /** Did it come with the product? */
  own: boolean;
}

/** A run that was saved. */
export interface SavedRun {
  run: string;
  campaign: string;
  language: string;
  title: string;
  /** The scene's title or number: where it goes on. */
  scene: string | number;
  /** Their names. */
  heroes: readonly string[];
  /** ISO 8601. */
  saved_at: string;
  ended: boolean;
}

export interface Library {
  campaigns: readonly Campaign[];
  runs: readonly SavedRun[];
}

/** Each campaign once: in this language, or else in the first that it is told in. */
export function storiesIn(library: Library, language: string): readonly Campaign[] {
  const stories = new Map<string, Campaign>();
  for (const one of library.campaigns) {
    if (one.language === language || !stories.has(one.campaign)) stories.set(one.campaign, one);
  }
  return Array.from(stories.values());
}

/** The languages that a campaign is told in. */
export function languagesOf(library: Library, campaign: string): readonly string[] {
  return library.campaigns.filter((one) => one.campaign === campaign).map((one) => one.language);
}

/** The runs that can go on, the latest first. */
export function unfinished(library: Library): readonly SavedRun[] {
  return library.runs.filter((one) => !one.ended).sort((a, b) => Date.parse(b.saved_at) - Date.parse(a.saved_at));
}

/** Midnights between two moments, where the host is. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
