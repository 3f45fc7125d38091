// A guest without a page, at the canvas: comes in, plays, and paints over HTTP; and what anybody may ask of a canvas. For tests that
// need company, or the truth about a cell.
import WebSocket from 'ws';
import { asHost, post, until } from './party.mjs';
import { png } from './png.mjs';

export class Painter {
  static #actions = 0;

  constructor(door, { token, player_id: id, player }) {
    Object.assign(this, { door, token, id, name: player.name });
  }

  /** Comes to the party, and is there. */
  static async join(door, name) {
    const painter = new Painter(door, await post(door, `/api/session/${door.code}/join`, { name }));
    await painter.#comeIn();
    return painter;
  }

  /** Sits down at the board, by way of the queue. */
  async play() {
    if (this.you?.status !== 'playing') await this.#sitDown();
    await until(`${this.name} at the board`, () => this.you?.status === 'playing');
  }

  /** Paints one cell, as soon as the paint is dry. */
  async place(x, y, color) {
    const { epoch } = (await look(this.door, 'board')).board;
    return until(`the paint of ${this.name} to dry`, () => this.act('place', { x, y, color, epoch }).catch(toWait));
  }

  act(what, more = {}) {
    return post(this.door, `/api/session/${this.door.code}/canvas/${what}`, { action_id: `${this.name}-${Painter.#actions++}`, ...more }, this.token);
  }

  leave() {
    this.socket.terminate();
  }

  /** The party has closed the socket of who stands aside, and lets nobody in who has none: as a phone does, it comes back. */
  async #sitDown() {
    await this.act('queue').catch(unlessIn);
    if (this.socket.readyState !== WebSocket.OPEN) await this.#comeIn();
  }

  /** Opens the socket, until the greeting is there. */
  #comeIn() {
    this.socket = new WebSocket(`${this.door.url.replace('http', 'ws')}/ws?session=${this.door.code}&token=${this.token}`);
    this.socket.on('message', (text, binary) => binary || this.#hear(JSON.parse(text)));
    this.socket.on('error', () => undefined);
    return new Promise((done, fail) => this.socket.once('message', done).once('error', fail));
  }

  #hear({ type, payload }) {
    if (type === 'canvas.you') this.you = payload;
  }
}

function unlessIn(error) {
  if (!/canvas\/already_in/.test(error.message)) throw error;
}

function toWait(error) {
  if (!/canvas\/cooldown|canvas\/rate/.test(error.message)) throw error;
}

/** What a canvas answers to anybody: `board`, `cell?x=1&y=2`, `stats`. */
export async function look(door, path) {
  return (await fetch(`${door.url}/api/session/${door.code}/canvas/${path}`)).json();
}

/** A picture or a film of it. */
export async function picture(door, path) {
  const answer = await fetch(`${door.url}/api/session/${door.code}/canvas/${path}`);
  if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The index of a colour in the canvas's palette. */
export async function colorOf(door, rgb) {
  return (await look(door, 'board')).board.palette.findIndex((one) => one.rgb === rgb);
}

/** The host lays cells `{ x, y, rgb }` onto a board of this size. */
export function lay(door, { width, height }, cells) {
  const rgbAt = new Map(cells.map(({ x, y, rgb }) => [y * width + x, parseInt(rgb.slice(1), 16)]));
  const laid = png(width, height, (x, y) => rgbAt.get(y * width + x));
  return asHost(door, `/api/session/${door.code}/canvas/import?x=0&y=0&width=${width}&height=${height}`, laid);
}
