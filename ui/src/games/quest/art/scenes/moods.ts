// What a mood does to a picture: the sky from the top down, the aurora, a tint over everything and the dark of the edges.

export interface Mood {
  sky: readonly [string, string, string];
  aurora: string;
  tint: string;
  edge: string;
}

const mood = (sky: Mood['sky'], aurora: string, tint: string, edge: string): Mood => ({ sky, aurora, tint, edge });

const CALM = mood(['#0a1030', '#1b2a63', '#4a5fb4'], '#3df0b5', '#1b2a6300', '#070b26');

const MOODS: Record<string, Mood> = {
  calm: CALM,
  wonder: mood(['#0b1044', '#2a2f88', '#6f74d6'], '#5ff5d0', '#7a5cff1c', '#0c0838'),
  tense: mood(['#060a20', '#141d47', '#34457f'], '#59b8ff', '#070c2a4d', '#03051a'),
  danger: mood(['#12061e', '#411339', '#96364a'], '#ff5a78', '#6b10283d', '#16020e'),
  sorrow: mood(['#0d1326', '#29344f', '#65728f'], '#8fa6c8', '#3342625c', '#080c18'),
  merry: mood(['#171046', '#46307f', '#a8609b'], '#ffc46b', '#ff9d4a1f', '#140830'),
  triumph: mood(['#1c1654', '#70449a', '#f0a277'], '#ffd36b', '#ffc45a29', '#1e0c3a'),
  mystery: mood(['#070a22', '#1d1b58', '#2f6383'], '#9a6bff', '#1c6f7a33', '#050620'),
};

/** An unknown mood is a calm one. */
export const moodOf = (name: string): Mood => MOODS[name] ?? CALM;
