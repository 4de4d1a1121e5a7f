import type { Algorithms, ServerHostKeyAlgorithm } from 'ssh2';
import { quotedText } from '../kernel/limits';
import { problem, type Problem } from '../kernel/problem';

/**
 * What is offered to a device. Sound ones only: no signature or MAC with SHA-1, no exchange with SHA-1, no CBC. RSA host
 * keys stay, signed with SHA-2 (RFC 8332). Unproven: from which release on IOS-XE and ASA offer one of each kind by
 * default; an ASA 9.16 has been seen to offer diffie-hellman-group14-sha256 alone as its key exchange.
 */
const sound = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group14-sha256',
    'diffie-hellman-group15-sha512',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group17-sha512',
    'diffie-hellman-group18-sha512',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
} as const satisfies Algorithms;

/** What devices of old have besides, or alone. Behind the sound ones, so that a device that has both uses those. */
const legacy = {
  kex: ['diffie-hellman-group-exchange-sha1', 'diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  serverHostKey: ['ssh-rsa'],
  cipher: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'],
  hmac: ['hmac-sha1-etm@openssh.com', 'hmac-sha1'],
} as const satisfies Algorithms;

/** `knownTypes`: of the host keys that are known of the device. It may show a key of another type too, if it is asked. */
export const algorithmsFor = (legacyToo: boolean, knownTypes: readonly string[]): Algorithms => {
  const offered = legacyToo
    ? {
        kex: [...sound.kex, ...legacy.kex],
        serverHostKey: [...sound.serverHostKey, ...legacy.serverHostKey],
        cipher: [...sound.cipher, ...legacy.cipher],
        hmac: [...sound.hmac, ...legacy.hmac],
      }
    : {
        kex: [...sound.kex],
        serverHostKey: [...sound.serverHostKey],
        cipher: [...sound.cipher],
        hmac: [...sound.hmac],
      };
  const isKnown = (name: ServerHostKeyAlgorithm): boolean =>
    knownTypes.includes(name) || (knownTypes.includes('ssh-rsa') && /^(rsa-sha2|ssh-rsa)/.test(name));
  const known = offered.serverHostKey.filter(isKnown);
  return { ...offered, serverHostKey: known.length === 0 ? offered.serverHostKey : known };
};

const kinds = [
  { failed: 'key exchange', heard: 'KEX method', words: 'key exchange', list: 'kex' },
  { failed: 'host key', heard: 'Host key format', words: 'host key', list: 'serverHostKey' },
  { failed: 'C->S cipher', heard: 'C->S cipher', words: 'encryption', list: 'cipher' },
  { failed: 'S->C cipher', heard: 'S->C cipher', words: 'encryption', list: 'cipher' },
  { failed: 'C->S MAC', heard: 'C->S MAC', words: 'MAC', list: 'hmac' },
  { failed: 'S->C MAC', heard: 'S->C MAC', words: 'MAC', list: 'hmac' },
] as const;

/** Listens to the handshake for what the device offers. */
export const handshakeListener = () => {
  const heard = new Map<string, string>();
  return {
    debug: (line: string): void => {
      const [, kind, list] = /^Handshake: \(remote\) ([^:]+): (.*)$/.exec(line) ?? [];
      if (kind !== undefined) heard.set(kind, list!);
    },
    offered: (kind: string): string =>
      quotedText(heard.get(kind) ?? 'nothing that could be read').replaceAll(',', ', '),
  };
};
export type HandshakeListener = ReturnType<typeof handshakeListener>;

/** What is said when the device and we have no algorithm in common; undefined where that is not what went wrong. */
export const nothingInCommon = (
  {
    target,
    where,
    knownTypes,
  }: { readonly target: string; readonly where: string; readonly knownTypes: readonly string[] },
  message: string,
  listener: HandshakeListener,
): Problem | undefined => {
  if (!/no matching/i.test(message)) return undefined;
  const kind = kinds.find(({ failed }) => message.includes(failed));
  if (kind === undefined) return undefined;
  const offered = listener.offered(kind.heard);
  const names = offered.split(', ');
  const isLegacy = names.some((name) => (legacy[kind.list] as readonly string[]).includes(name));
  const otherKey =
    kind.list === 'serverHostKey' && names.some((name) => (sound.serverHostKey as readonly string[]).includes(name));
  const hint = otherKey
    ? `its known host key is of the type ${knownTypes.join(', ')}: compare the other key at the console and add it too`
    : isLegacy
      ? 'update the device or its SSH settings (ip ssh server algorithm …, ssh cipher, ssh key-exchange); if it has nothing better, write legacyAlgorithms: true on the target, and every run warns of it'
      : 'update the device, or its SSH settings: none of these is supported';
  return problem(
    'ssh.algorithms',
    target,
    `${where} offers no ${kind.words} algorithm of SSH that is accepted. It offers: ${offered}`,
    hint,
  );
};

/** Where weak algorithms are accepted, every run says so. */
export const legacyWarning =
  'weak algorithms of SSH are accepted (legacyAlgorithms): who is on the way may read and change what is typed';
