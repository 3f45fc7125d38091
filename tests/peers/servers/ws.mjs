// Node's `ws`, as its documentation broadcasts: to each client, one after the other.

import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Room, counts, listening } from './room.mjs';

const server = createServer();
const sockets = new WebSocketServer({ server, path: '/ws' });
const screens = new Set();
const room = new Room({ toScreens: (message) => tell(screens, message), toAll: (message) => tell(sockets.clients, message), counts });

function tell(some, message) {
  const text = JSON.stringify(message);
  for (const socket of some) socket.send(text);
}

sockets.on('connection', (socket, request) => {
  const query = new URL(request.url, 'http://localhost').searchParams;
  if (query.get('role') === 'tv') {
    screens.add(socket);
    socket.on('close', () => screens.delete(socket));
    return;
  }
  const seat = Number(query.get('seat'));
  room.enter(seat, (message) => socket.send(JSON.stringify(message)));
  socket.on('message', (text) => room.hear(seat, JSON.parse(text)));
  socket.on('close', () => room.leave(seat));
});

server.listen(0, '127.0.0.1', () => listening(server.address().port));
