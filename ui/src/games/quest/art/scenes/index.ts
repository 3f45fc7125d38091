// Which scene each picture of a story's vocabulary is. An unknown one is the snowy night.
import * as indoors from './indoors';
import type { Paints, View } from './paint';
import * as towns from './towns';
import * as wild from './wild';

type Draw = (p: Paints) => View;

const { forest, path, river, bridge, cave, mountain, peak, lake, heavens, night } = wild;
const { village, square, tower, ship, ruins, gate, graveyard, dawn } = towns;
const { hall, library, workshop, inn, hearth, throne, attic, feast } = indoors;

export const SCENES: Record<string, Draw> = {
  village, square, forest, path, river, bridge, cave, mountain, peak, tower, hall, library, workshop,
  inn, hearth, lake, ship, ruins, gate, throne, sky: heavens, attic, graveyard, dawn, feast,
};

export const sceneOf = (id: string): Draw => (Object.prototype.hasOwnProperty.call(SCENES, id) ? (SCENES[id] as Draw) : night);
