import { beforeEach, describe, expect, it } from 'vitest';
import { FakeKeep, FakeWorld } from '../../../lib/fake';
import { Room } from '../../../lib/room';
import { Director } from './director';

const line = { text: 'x'.repeat(220) };
const scene = (page: number) => ({ number: 1, id: 'a', title: 'A', picture: 'path', mood: 'calm', page, lines: [line], decision: null, ending: null });
const hero = { hero: 0, archetype: 'bard', hp: 9, max_hp: 9, effects: [], items: [], fled: false, rests: {}, used: [] };
const enemy = { creature: 'wolf', name: { en: 'Wolf', ru: 'Волк' }, hp: 6, max_hp: 6, effects: [], moves: 1, fierce: 0, intends: [] };
const fight = (hp: number) => ({ encounter: 'wolves', round: 1, at: 0, again: [], now: { hero: 0 }, order: [{ hero: 0 }, { enemy: 0 }], heroes: [hero], enemies: [{ ...enemy, hp }] });
const combat = (turn: number, hp: number, blows: unknown[], outcome: string | null = null, blows_before = 0) => ({ fight: 1, encounter: 'wolves', name: 'The Grey Pack', state: fight(hp), turn, deadline: 0, blows, blows_before, outcome });
const swing = { blow: 'tried', hero: 0, skill: 'song', target: { enemy: 0 }, rests: 0 };
const hit = (left: number) => ({ blow: 'hit', by: { hero: 0 }, target: { enemy: 0 }, damage: 3, left });
const thrown = { dice: [4, 5], stat: 'wits', value: 1, bonus: [], total: 10, degree: 'success' };
const result = { action_type: 'skill-check', status: 'success', result: { character_id: 1, outcome: 'success', throw: thrown, hp: 9, effects: [], flags: [] } };
const finished = (vote_id: number) => ({ vote_id, winner: 1, option: 'go', votes: [0, 200], tied: [], no_quorum: false, applied: { scene: 'a', decision_id: vote_id, option: 1 } });

let world: FakeWorld;
let room: Room;
let director: Director;
const say = (type: string, payload: unknown): void => world.wire.say(type, payload);
const now = (): unknown => ({ now: world.now(), running: true });

beforeEach(() => {
  world = new FakeWorld();
  room = new Room({ code: 'ABCD', role: 'tv' }, new FakeKeep(), world, 'ws://x');
  director = new Director(room, (ms, task) => world.after(ms, task));
  world.wire.accept();
  say('system.hello', { protocol: 1, version: '', viewer: 'tv', party: { code: 'ABCD' }, clock: now() });
});

describe('what has the stage', () => {
  it('a throw for a while; who asked for it is answered besides, and that is not shown twice', () => {
    director.start();
    say('action.result', result);
    say('action.result', { ...result, action_id: 'mine' });
    expect(director.over.value).toMatchObject({ kind: 'throw', id: 1 });
    world.pass(5000);
    expect(director.over.value).toBeNull();
  });

  it('one thing after the other, each with the options it had', () => {
    director.start();
    say('vote.started', { vote_id: 1, options: ['stay', 'go'] });
    say('vote.started', { vote_id: 2, options: ['up', 'down'] });
    say('action.result', result);
    say('vote.finished', finished(1));
    world.pass(4900);
    expect(director.over.value).toMatchObject({ kind: 'vote', options: ['stay', 'go'] });
    say('vote.finished', finished(1));
    world.pass(4300);
    expect(director.over.value).toBeNull();
  });

  it('shows no past to who comes late', () => {
    say('scene.update', scene(3));
    say('vote.finished', finished(2));
    say('combat.update', combat(4, 3, [hit(3)]));
    director.start();
    say('vote.finished', finished(2));
    expect(director.over.value).toBeNull();
    expect(director.stage.value).toMatchObject({ settled: true, told: [] });
    expect(director.seen.value).toMatchObject({ page: 3 });
  });
});

describe('the title of a scene', () => {
  const titledIn = (phase: string): number => {
    say('session.state', { session_id: 1, game: 'quest', status: 'active', phase, clock: now() });
    say('scene.update', { ...scene(1), number: 7 });
    return new Director(room).titled;
  };

  it('is not shown large once more to a screen that comes in the middle', () => {
    expect(titledIn('scene')).toBe(7);
  });

  it('is, where last week’s evening goes on', () => {
    expect(titledIn('casting')).toBe(0);
  });
});

describe('a fight', () => {
  it('waits until the page before it has been read, then is told blow by blow to its end', () => {
    director.start();
    say('scene.update', scene(1));
    say('combat.update', combat(1, 6, []));
    world.pass(5000);
    expect(director.stage.value).toBeNull();
    world.pass(6000);
    expect(director.stage.value).toMatchObject({ settled: false });
    world.pass(2000);
    expect(director.stage.value).toMatchObject({ settled: true });
    say('combat.update', combat(2, 0, [swing, hit(0)], 'won'));
    expect(director.stage.value?.fight.enemies[0]?.hp).toBe(6);
    world.pass(1800);
    expect(director.stage.value?.fight.enemies[0]?.hp).toBe(0);
    expect(director.stage.value?.told).toHaveLength(2);
    world.pass(1500);
    expect(director.stage.value?.outcome).toBe('won');
    world.pass(4000);
    expect(director.stage.value).toBeNull();
  });

  it('does not let a hero wait who is quicker than the readers', () => {
    director.start();
    say('scene.update', scene(1));
    say('combat.update', combat(1, 6, []));
    world.pass(400);
    say('combat.update', combat(2, 3, [swing, hit(3)]));
    world.pass(400);
    expect(director.stage.value).not.toBeNull();
  });

  it('tells what an update repeats only once', () => {
    director.start();
    say('combat.update', combat(1, 6, []));
    world.pass(2500);
    say('combat.update', combat(2, 3, [swing, hit(3)]));
    world.pass(9000);
    say('combat.update', combat(3, 0, [swing, hit(3), hit(0)]));
    world.pass(9000);
    expect(director.stage.value?.told.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('skips what it has missed, and is not told again', () => {
    director.start();
    say('combat.update', combat(1, 6, []));
    world.pass(2500);
    say('combat.update', combat(5, 2, [hit(2)], null, 9));
    expect(director.stage.value?.told).toHaveLength(0);
    world.pass(10);
    expect(director.stage.value?.fight.enemies[0]?.hp).toBe(2);
    say('combat.update', combat(5, 2, [hit(2)], null, 9));
    expect(director.stage.value?.settled).toBe(true);
  });
});
