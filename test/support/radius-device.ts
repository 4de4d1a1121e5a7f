import { createHash, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { answers, code, decode, encodeRequest, type, type Packet } from '../../lib/lab/radius/packet';

/** A clock that stands still until it is told to go on: what would happen first happens first, however slow the machine. */
export interface StoryClock {
  readonly now: number;
  after(seconds: number, what: () => void): () => void;
  /** Goes to the next thing that is to happen. */
  next(): void;
}
export const storyClock = (): StoryClock => {
  let now = 0;
  let due: { readonly at: number; readonly what: () => void }[] = [];
  return {
    get now() {
      return now;
    },
    after: (seconds, what) => {
      const entry = { at: now + seconds, what };
      due.push(entry);
      return () => void (due = due.filter((other) => other !== entry));
    },
    next: () => {
      const [first] = [...due].sort((a, b) => a.at - b.at);
      if (first === undefined) return;
      due = due.filter((other) => other !== first);
      now = first.at;
      first.what();
    },
  };
};

export interface Asking {
  readonly port: number;
  readonly secret: string;
  /** Seconds that it waits for an answer, and how often it asks again. */
  readonly timeout: number;
  readonly retransmit: number;
  readonly clock: StoryClock;
}

/** Sends one request as a router does, again and again, until somebody answers or it gives up. */
const exchange = (packet: Packet, { port, secret, timeout, retransmit, clock }: Asking): Promise<Packet | undefined> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    let cancel = (): void => undefined;
    const done = (answer: Packet | undefined): void => {
      cancel();
      socket.close();
      resolve(answer);
    };
    const send = (left: number): void => {
      socket.send(encodeRequest(packet, secret), port, '127.0.0.1');
      cancel = clock.after(timeout, () => (left === 0 ? done(undefined) : send(left - 1)));
    };
    socket.on('message', (data) => {
      const answer = decode(data);
      if (answer && answers(answer, packet, secret)) done(answer);
    });
    socket.bind(0, '127.0.0.1', () => send(retransmit));
  });

const eap = (kind: number, id: number, data: Buffer): Buffer => {
  const packet = Buffer.concat([Buffer.from([kind, id, 0, 0]), data]);
  packet.writeUInt16BE(packet.length, 2);
  return packet;
};
const attribute = (t: number, value: Buffer | string) => ({ type: t, value: Buffer.from(value as string) });

/** A login by EAP-MD5 through a router: what the RADIUS server says at the end, or that nobody answered. */
export const eapLogin = async (
  user: string,
  password: string,
  asking: Asking,
): Promise<'accept' | 'reject' | 'no answer'> => {
  const request = (id: number, message: Buffer, state?: Buffer): Packet => ({
    code: code.request,
    id,
    authenticator: randomBytes(16),
    attributes: [
      attribute(type.userName, user),
      { type: type.eapMessage, value: message },
      ...(state ? [{ type: type.state, value: state }] : []),
    ],
  });
  const identity = Buffer.concat([Buffer.from([1]), Buffer.from(user)]);
  const first = await exchange(request(1, eap(2, 1, identity)), asking);
  if (first === undefined) return 'no answer';
  if (first.code !== code.challenge) return 'reject';
  const of = (t: number) => first.attributes.find((one) => one.type === t)?.value;
  const asked = of(type.eapMessage)!;
  const id = asked[1]!;
  const challenge = asked.subarray(6, 6 + asked[5]!);
  const proof = createHash('md5')
    .update(Buffer.from([id]))
    .update(password)
    .update(challenge)
    .digest();
  const response = eap(2, id, Buffer.concat([Buffer.from([4, proof.length]), proof]));
  const last = await exchange(request(2, response, of(type.state)), asking);
  if (last === undefined) return 'no answer';
  return last.code === code.accept ? 'accept' : 'reject';
};
