import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** RADIUS packets (RFC 2865), with the Message-Authenticator of RFC 3579, as far as a proxy and a device need them. */

export const code = { request: 1, accept: 2, reject: 3, challenge: 11 } as const;
export const type = {
  userName: 1,
  userPassword: 2,
  nasIpAddress: 4,
  replyMessage: 18,
  state: 24,
  proxyState: 33,
  eapMessage: 79,
  messageAuthenticator: 80,
} as const;

export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}
export interface Packet {
  readonly code: number;
  readonly id: number;
  readonly authenticator: Buffer;
  readonly attributes: readonly Attribute[];
}

const md5 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Undefined of what is not a packet. */
export const decode = (data: Buffer): Packet | undefined => {
  if (data.length < 20 || data.readUInt16BE(2) > data.length) return undefined;
  const end = data.readUInt16BE(2);
  const attributes: Attribute[] = [];
  for (let at = 20; at < end;) {
    const length = data[at + 1] ?? 0;
    if (length < 2 || at + length > end) return undefined;
    attributes.push({ type: data[at]!, value: data.subarray(at + 2, at + length) });
    at += length;
  }
  return { code: data[0]!, id: data[1]!, authenticator: data.subarray(4, 20), attributes };
};

const bytes = ({ code: kind, id, authenticator, attributes }: Packet): Buffer => {
  const body = Buffer.concat(
    attributes.map(({ type: t, value }) => Buffer.concat([Buffer.from([t, value.length + 2]), value])),
  );
  const head = Buffer.from([kind, id, 0, 0]);
  head.writeUInt16BE(20 + body.length, 2);
  return Buffer.concat([head, authenticator, body]);
};

const unsigned = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.map((one) => (one.type === type.messageAuthenticator ? { ...one, value: Buffer.alloc(16) } : one));
const withoutSignature = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.filter((one) => one.type !== type.messageAuthenticator);

/** The packet with a Message-Authenticator over it, which stands first: what is built today puts it there (RFC 9765). */
const signed = (packet: Packet, secret: string): Packet => {
  const rest = withoutSignature(packet.attributes);
  const blank = { ...packet, attributes: [{ type: type.messageAuthenticator, value: Buffer.alloc(16) }, ...rest] };
  const value = createHmac('md5', secret).update(bytes(blank)).digest();
  return { ...packet, attributes: [{ type: type.messageAuthenticator, value }, ...rest] };
};

/** Whether the Message-Authenticator holds, where there is one. */
export const verified = (packet: Packet, secret: string, request?: Packet): boolean => {
  const own = packet.attributes.find((one) => one.type === type.messageAuthenticator);
  if (own === undefined) return true;
  const authenticator = request?.authenticator ?? packet.authenticator;
  const blank = { ...packet, authenticator, attributes: unsigned(packet.attributes) };
  return timingSafeEqual(createHmac('md5', secret).update(bytes(blank)).digest(), own.value);
};

export const encodeRequest = (packet: Packet, secret: string): Buffer => bytes(signed(packet, secret));

/** An answer: its authenticator is made of the request's (RFC 2865 section 3). */
export const encodeAnswer = (answer: Omit<Packet, 'authenticator'>, request: Packet, secret: string): Buffer => {
  const whole = signed({ ...answer, authenticator: request.authenticator }, secret);
  const authenticator = md5(bytes(whole), secret);
  return bytes({ ...whole, authenticator });
};

/** Whether an answer is one to this request, by a server that has the secret. */
export const answers = (answer: Packet, request: Packet, secret: string): boolean =>
  answer.id === request.id &&
  timingSafeEqual(md5(bytes({ ...answer, authenticator: request.authenticator }), secret), answer.authenticator) &&
  verified(answer, secret, request);

/** Hides a password, and shows it again (RFC 2865 section 5.2): the same both ways but for the padding. */
export const hidden = (password: string, secret: string, authenticator: Buffer): Buffer => {
  const plain = Buffer.from(password);
  const padded = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16 || (plain.length === 0 ? 16 : 0))]);
  let before = authenticator;
  const blocks: Buffer[] = [];
  for (let at = 0; at < padded.length; at += 16) {
    const mask = md5(secret, before);
    before = Buffer.from(padded.subarray(at, at + 16).map((byte, i) => byte ^ mask[i]!));
    blocks.push(before);
  }
  return Buffer.concat(blocks);
};
export const shown = (value: Buffer, secret: string, authenticator: Buffer): string => {
  let before = authenticator;
  const blocks: Buffer[] = [];
  for (let at = 0; at < value.length; at += 16) {
    const block = value.subarray(at, at + 16);
    const mask = md5(secret, before);
    blocks.push(Buffer.from(block.map((byte, i) => byte ^ mask[i]!)));
    before = block;
  }
  return Buffer.concat(blocks).toString().replace(/\0+$/, '');
};

export const textOf = (packet: Packet, wanted: number): string | undefined =>
  packet.attributes.find((one) => one.type === wanted)?.value.toString();
