// Ready palettes for the host to choose from; the first colour of each is the empty board. The names of colours are words that
// the pages know in every language. Pure.
import type { Colour } from '../../../protocol.gen';

export type PaletteName = 'winter' | 'classic' | 'soft' | 'greys';

/** The server's own, for those who want to see it before it is chosen. */
const WINTER =
  'snow f8fbff frost d3def2 silver 9fadc6 slate 5f6d8c ink 14204f black 070a14 wine 6d0f2e red d92b3a coral ff6f61 rose ff9fb2 pink ffc9d9 ' +
  'rust 9b3b12 orange ff8a1f amber ffb72b yellow ffe14d cream fff3c4 brown 5a351f wood 9c6b3f sand ddb986 moss 3c5a1e pine 0d5c3a ' +
  'green 2fa84f lime 9adb3c mint 7ff0cf teal 0f8b8d sky 7cc8ff blue 2b76e5 navy 1b2a8c indigo 4b2fb3 violet 9a5cf0 lilac cfb0ff magenta d42fa8';
const CLASSIC =
  'snow ffffff silver e4e4e4 slate 888888 black 222222 pink ffa7d1 red e50000 orange e59500 brown a06a42 yellow e5d900 lime 94e044 ' +
  'green 02be01 sky 00d3dd teal 0083c7 blue 0000ea lilac cf6ee4 violet 820080';
const SOFT =
  'snow fffaf3 silver d9d6e0 slate 8d8aa0 ink 4a4766 coral ffa99c rose ffc8dd amber ffd08a yellow fdf2a2 lime cdeea0 mint a8e6cf sky b3dafe lilac d3c0ff';
const GREYS = 'snow ffffff frost d9d9d9 silver b0b0b0 slate 808080 ink 4d4d4d black 141414';

export const PALETTES: Readonly<Record<PaletteName, readonly Colour[]>> = { winter: coloursOf(WINTER), classic: coloursOf(CLASSIC), soft: coloursOf(SOFT), greys: coloursOf(GREYS) };

export const PALETTE_NAMES = Object.keys(PALETTES) as PaletteName[];

/** What is sent for a palette; null stands for the server's own. */
export function paletteOf(name: PaletteName): readonly Colour[] | null {
  return name === 'winter' ? null : PALETTES[name];
}

/** Which of the ready palettes it is; null if it is the host's own. */
export function nameOf(palette: readonly Colour[] | null): PaletteName | null {
  if (!palette) return 'winter';
  return PALETTE_NAMES.find((name) => same(PALETTES[name], palette)) ?? null;
}

function same(one: readonly Colour[], other: readonly Colour[]): boolean {
  return one.length === other.length && one.every(({ name, rgb }, i) => other[i]?.name === name && other[i]?.rgb === rgb);
}

function coloursOf(line: string): readonly Colour[] {
  return line.split(/ (?=\S+ [0-9a-f]{6})/).map((pair) => ({ name: pair.slice(0, -7), rgb: `#${pair.slice(-6)}` }));
}
