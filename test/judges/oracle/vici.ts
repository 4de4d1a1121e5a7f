import { createConnection, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What strongSwan's control interface carries: texts, lists of texts, and sections of both. Bytes go as they are. */
export type ViciValue = string | Buffer | readonly (string | Buffer)[] | ViciSection;
export interface ViciSection {
  readonly [name: string]: ViciValue | undefined;
}

/** What comes back: bytes are read as Latin-1. */
export type Answer = string | readonly string[] | AnswerSection;
export interface AnswerSection {
  readonly [name: string]: Answer;
}

/** Packets and elements of a message (strongSwan, src/libcharon/plugins/vici/README.md). */
const packet = { request: 0, response: 1, unknown: 2, register: 3, confirm: 5, noEvent: 6, event: 7 } as const;
const element = { sectionStart: 1, sectionEnd: 2, keyValue: 3, listStart: 4, listItem: 5, listEnd: 6 } as const;

const named = (type: number, name: string): Buffer =>
  Buffer.concat([Buffer.from([type, Buffer.byteLength(name)]), Buffer.from(name)]);
const sized = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

const isText = (value: ViciValue): value is string | Buffer => typeof value === 'string' || Buffer.isBuffer(value);
const isList = (value: ViciValue): value is readonly (string | Buffer)[] => Array.isArray(value);

const encode = (section: ViciSection): Buffer =>
  Buffer.concat(
    Object.entries(section).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (isText(value)) return [named(element.keyValue, name), sized(value)];
      if (isList(value))
        return [
          named(element.listStart, name),
          ...value.flatMap((item) => [Buffer.from([element.listItem]), sized(item)]),
          Buffer.from([element.listEnd]),
        ];
      return [named(element.sectionStart, name), encode(value), Buffer.from([element.sectionEnd])];
    }),
  );

/** Reads elements one after the other. */
const decode = (bytes: Buffer): AnswerSection => {
  let at = 0;
  const name = (): string => {
    const length = bytes[at++]!;
    return bytes.toString('latin1', at, (at += length));
  };
  const value = (): string => {
    const length = bytes.readUInt16BE(at);
    at += 2;
    return bytes.toString('latin1', at, (at += length));
  };
  const list = (): readonly string[] => {
    const items: string[] = [];
    while (bytes[at++] === element.listItem) items.push(value());
    return items;
  };
  const section = (): AnswerSection => {
    const found: Record<string, Answer> = {};
    while (at < bytes.length) {
      const type = bytes[at++];
      if (type === element.sectionEnd) break;
      const key = name();
      found[key] = type === element.sectionStart ? section() : type === element.listStart ? list() : value();
    }
    return found;
  };
  return section();
};

export interface Vici {
  /** One command; events that it streams are collected. */
  ask(command: string, message?: ViciSection, event?: string): Promise<Asked>;
  close(): void;
}
export interface Asked {
  readonly answer: AnswerSection;
  readonly events: readonly AnswerSection[];
}

/** Cuts the stream into packets: their type and what follows. */
const onPackets = (socket: Socket, take: (type: number, rest: Buffer) => void): void => {
  let pending = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      take(pending[4]!, pending.subarray(5, end));
      pending = pending.subarray(end);
    }
  });
};

const afterName = (rest: Buffer): Buffer => rest.subarray(1 + rest[0]!);

/** Charon lets few wait to be connected: EAGAIN then. */
const opened = async (path: string): Promise<Socket> => {
  for (let tries = 0; ; tries++) {
    const socket = createConnection(path);
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) =>
      socket.once('connect', () => done(undefined)).once('error', done),
    );
    if (error === undefined) return socket;
    if (error.code !== 'EAGAIN' || tries > 100) throw error;
    await pause(20);
  }
};

/** A connection to the socket of a charon. Requests go one at a time. `onLog` hears every line that it logs. */
export const connectVici = async (
  path: string,
  onEvent?: readonly [string, (event: AnswerSection) => void],
): Promise<Vici> => {
  const socket = await opened(path);
  let waiting: { readonly done: (answer: Buffer) => void; readonly reject: (error: Error) => void } | undefined;
  let events: AnswerSection[] = [];
  onPackets(socket, (type, rest) => {
    if (type === packet.event) {
      const event = decode(afterName(rest));
      if (onEvent !== undefined && rest.toString('latin1', 1, 1 + rest[0]!) === onEvent[0]) onEvent[1](event);
      else events.push(event);
    } else if (type === packet.response || type === packet.confirm) waiting?.done(rest);
    else waiting?.reject(new Error(`charon does not know that: packet ${type}`));
  });
  socket.on('close', () => waiting?.reject(new Error('charon closed the connection')));
  socket.on('error', (error) => waiting?.reject(error));
  const send = (type: number, name: string, message: ViciSection = {}): Promise<Buffer> =>
    new Promise((done, reject) => {
      waiting = { done, reject };
      const body = Buffer.concat([named(type, name), type === packet.request ? encode(message) : Buffer.alloc(0)]);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      socket.write(Buffer.concat([length, body]));
    });
  const registered = new Set<string>();
  const register = async (event: string): Promise<void> => {
    if (!registered.has(event)) await send(packet.register, event);
    registered.add(event);
  };
  if (onEvent !== undefined) await register(onEvent[0]);
  let queue: Promise<unknown> = Promise.resolve();
  const asked = async (command: string, message?: ViciSection, event?: string): Promise<Asked> => {
    if (event !== undefined) await register(event);
    events = [];
    const answer = decode(await send(packet.request, command, message));
    return { answer, events };
  };
  return {
    ask: (...request) => {
      const next = queue.then(() => asked(...request));
      queue = next.catch(() => undefined);
      return next;
    },
    close: () => void socket.destroy(),
  };
};
