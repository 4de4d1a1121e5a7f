import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A socket whose data takes `delayMs` in each direction. Closing takes as long as data does. */
export const slowed = (socket: Socket, delayMs: number): Duplex => {
  const later = (act: () => void): void => {
    setTimeout(act, delayMs);
  };
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      later(() => {
        if (!socket.destroyed) socket.write(chunk);
      });
      done();
    },
    final: (done) => {
      later(() => socket.end());
      done();
    },
    destroy: (_error, done) => {
      later(() => socket.destroy());
      done(null);
    },
  });
  socket.on('data', (chunk) => later(() => wire.destroyed || wire.push(chunk)));
  socket.on('end', () => later(() => wire.destroyed || wire.push(null)));
  socket.on('close', () => later(() => wire.destroy()));
  return Object.assign(wire, { remotePort: socket.remotePort });
};
