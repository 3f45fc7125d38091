// Socket.IO: one room of screens, told by `io.to(...).emit`.

import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { Room, counts, listening } from './room.mjs';

const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });
const toScreens = (message) => io.to('screens').emit('say', message);
const room = new Room({ toScreens, toAll: (message) => io.emit('say', message), counts });

io.on('connection', (socket) => {
  const { role, seat: named } = socket.handshake.query;
  if (role === 'tv') {
    socket.join('screens');
    return;
  }
  const seat = Number(named);
  room.enter(seat, (message) => socket.emit('say', message));
  socket.on('say', (request) => room.hear(seat, request));
  socket.on('disconnect', () => room.leave(seat));
});

server.listen(0, '127.0.0.1', () => listening(server.address().port));
