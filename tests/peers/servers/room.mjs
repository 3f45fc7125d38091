// The room that every Node server here runs: who is in, who has said "ready", and what is told to whom. It knows no socket: the
// server hands in how one visitor, all screens and everybody are told. Nothing is kept on a disk.

const ROOM_EVERY_MS = 250;

/** An envelope as snowparty sends it, field by field and of the same length. */
function envelope(type, payload, trace = random()) {
  return { type, timestamp: new Date().toISOString(), trace_id: trace, payload };
}

function random() {
  return Math.floor(Math.random() * 2 ** 52)
    .toString(16)
    .padStart(16, '0');
}

export class Room {
  #phones = new Map();
  #ready = new Set();
  #waiting = null;

  /** `toScreens` and `toAll` take an envelope. With `counts`, everybody is also told how many are ready, gathered as snowparty does. */
  constructor({ toScreens, toAll, counts }) {
    this.toScreens = toScreens;
    this.toAll = toAll;
    this.counts = counts;
  }

  enter(seat, tell) {
    this.#phones.set(seat, tell);
  }

  leave(seat) {
    this.#phones.delete(seat);
  }

  /** A phone's `action.request`, already parsed. */
  hear(seat, request) {
    const { action_id, action_type, payload } = request.payload;
    if (action_type !== 'ready') return;
    if (payload.ready) this.#ready.add(seat);
    else this.#ready.delete(seat);
    const result = { action_id, action_type, status: 'success', result: {} };
    const update = envelope('player.update', this.#player(seat));
    const tell = this.#phones.get(seat);
    tell?.(envelope('action.result', result, request.trace_id));
    tell?.(update);
    this.toScreens(update);
    if (this.counts) this.#waiting ??= setTimeout(() => this.#tellCounts(), ROOM_EVERY_MS);
  }

  #tellCounts() {
    this.#waiting = null;
    const players = this.#phones.size;
    this.toAll(envelope('room.update', { players, confirmed: this.#ready.size, online: players }));
  }

  #player(seat) {
    return {
      session_id: 1,
      player: {
        id: seat,
        // Two letters more than snowparty's, because JSON.stringify writes 0.0 as 0.
        name: `Guest ${String(seat).padStart(6, '0')}`,
        avatar: 'fox',
        color: 10,
        status: 'ready',
        current_level: null,
        score: 0,
        progress: 0,
        confirmed: this.#ready.has(seat),
        online: true,
      },
    };
  }
}

export const counts = process.env.PEERS_COUNTS === '1';

/** What the measuring program waits for. */
export function listening(port) {
  process.stdout.write(`${JSON.stringify({ port })}\n`);
}
