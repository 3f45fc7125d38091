// Tells a story with inkjs, the other implementation of Ink, so that tests can hold ours to it.
//
//   node inkjs.mjs FILE [OPTIONS...]
//
//   node inkjs.mjs --compile FILE
//
//   node inkjs.mjs --many < STORIES
//
// FILE is Ink source or compiled JSON; with --compile its JSON is printed. Otherwise each of OPTIONS is one run, option numbers from 0 with commas ("0,2,1", or "-" for none).
// Prints one JSON array: a run is { pages: [{ lines: [{ text, tags }], choices: [{ text, tags }] }], error }.
// STORIES is a JSON array of { ink, runs }: source or compiled JSON, and runs as lists of option numbers. Then one array is
// printed with { json, head, runs } for each, or null if inkjs does not take it for a story; it may run out of text there.
// The world is the one of tests/it/story.rs: two heroes, a rope, a party of three, and Kim.
import { readFileSync } from 'node:fs';
import { Compiler, CompilerOptions, Story } from 'inkjs/full';

const HEROES = ['scout', 'bard'];
const ITEMS = ['rope'];
const SEED = 7;
const MOST_LINES = 1000;
const RAN_OUT = /ran out of content/;
const NOTHING = /(?!)/;

const [first, ...rest] = process.argv.slice(2);
process.stdout.write(answer());

function answer() {
  if (first === '--many') return JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(one));
  const compiles = first === '--compile';
  const json = compiled(readFileSync(compiles ? rest[0] : first, 'utf8').replace(/^\uFEFF/, ''));
  return compiles ? json : JSON.stringify(rest.map((run) => tell(json, run === '-' ? [] : run.split(',').map(Number))));
}

function one({ ink, runs }) {
  try {
    const json = compiled(ink);
    const story = new Story(json);
    return { json, head: story.globalTags ?? [], runs: runs.map((run) => tell(json, run, RAN_OUT)) };
  } catch {
    return null;
  }
}

function compiled(text) {
  if (/^\s*\{\s*"/.test(text)) return text;
  const faults = [];
  const note = (message, kind) => kind === 2 && faults.push(message);
  const story = new Compiler(text, new CompilerOptions(null, [], true, note)).Compile();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return story.ToJson();
}

function tell(json, options, forgiven = NOTHING) {
  const pages = [];
  try {
    const story = opened(json, forgiven);
    pages.push(page(story));
    for (const option of options) {
      story.ChooseChoiceIndex(option);
      pages.push(page(story));
    }
    return { pages, error: null };
  } catch (error) {
    return { pages, error: String(error) };
  }
}

function opened(json, forgiven) {
  const story = new Story(json);
  story.onError = (message) => {
    if (!forgiven.test(message)) throw new Error(message);
  };
  story.state.storySeed = SEED;
  story.allowExternalFunctionFallbacks = true;
  const answers = {
    has_hero: (hero) => HEROES.includes(hero),
    has_item: (item) => ITEMS.includes(item),
    party_size: () => 3,
    actor: () => 'Kim',
  };
  for (const [name, answer] of Object.entries(answers)) story.BindExternalFunction(name, answer, true);
  return story;
}

function page(story) {
  const lines = [];
  while (story.canContinue) {
    const text = story.Continue().trim();
    const tags = story.currentTags ?? [];
    if (text || tags.length > 0) lines.push({ text, tags });
    if (lines.length > MOST_LINES) throw new Error('it does not stop');
  }
  const choices = story.currentChoices.map((choice) => ({ text: choice.text.trim(), tags: choice.tags ?? [] }));
  return { lines, choices };
}
