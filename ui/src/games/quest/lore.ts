// What the quest's pages have in common: what everything is called, who has which colour and shape, and what happened in prose.
// It knows no page.
export * from './lore/names';
export * from './lore/throws';
export * from './lore/fight';
export * from './lore/log';
export { words as loreWords } from './lore/words';
