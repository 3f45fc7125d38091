// Colyseus: one room, told by `broadcast`, which encodes once; one screen alone is told by `send`.

import { Server, Room as ColyseusRoom } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { createServer } from 'node:http';
import { Room, counts, listening } from './room.mjs';

class Party extends ColyseusRoom {
  autoDispose = false;
  maxClients = Infinity;
  // There is no state to be synchronised; everything is told in messages.
  patchRate = null;

  onCreate() {
    this.phones = [];
    this.room = new Room({ toScreens: (message) => this.tellScreens(message), toAll: (message) => this.broadcast('say', JSON.stringify(message)), counts });
    this.onMessage('say', (client, text) => this.room.hear(client.userData.seat, JSON.parse(text)));
  }

  onJoin(client, { role, seat }) {
    client.userData = { role, seat };
    if (role === 'tv') return;
    this.phones.push(client);
    this.room.enter(seat, (message) => client.send('say', JSON.stringify(message)));
  }

  onLeave(client) {
    this.phones = this.phones.filter((phone) => phone !== client);
    this.room.leave(client.userData.seat);
  }

  tellScreens(message) {
    const text = JSON.stringify(message);
    const screens = this.clients.length - this.phones.length;
    if (screens > 1) {
      this.broadcast('say', text, { except: this.phones });
    } else {
      this.clients.find((client) => client.userData.role === 'tv')?.send('say', text);
    }
  }
}

const server = createServer();
const game = new Server({ transport: new WebSocketTransport({ server }), greet: false });
game.define('room', Party);
await game.listen(0, '127.0.0.1');
listening(server.address().port);
