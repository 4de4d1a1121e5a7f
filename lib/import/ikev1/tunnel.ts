import type { Phase1, Phase2 } from '../../model/ikev1-replacement';

/** A site-to-site tunnel of IKEv1 as one device has it. */
export interface Ikev1Tunnel {
  /** Where it stands: `crypto map OUT 10`. */
  readonly at: string;
  readonly interface: string;
  readonly address: string;
  readonly peers: readonly string[];
  readonly own: readonly string[];
  readonly far: readonly string[];
  /** Of a tunnel interface: its name and address. */
  readonly tunnel?: { readonly name: string; readonly address: string };
  readonly phase1: Phase1;
  readonly phase2: Phase2;
  readonly lifetimes: { readonly ike: number; readonly ipsec: number };
  /** A key of which the peer is known, or the trustpoint of a certificate. */
  readonly authentication:
    | { readonly method: 'pre-share'; readonly isShort: boolean; readonly isWildcard: boolean }
    | { readonly method: 'certificate'; readonly trustpoint?: string };
  readonly aggressive: boolean;
}

/** A device with its tunnels, and what of IKEv1 it has besides. */
export interface Ikev1Device {
  readonly id: string;
  readonly className: string;
  readonly host: string;
  readonly release: string;
  readonly login: string;
  readonly file: string;
  /** Its tunnels are entries of a crypto map after the migration, too: there are no tunnel interfaces. */
  readonly policyBased: boolean;
  readonly tunnels: readonly Ikev1Tunnel[];
  /** Tunnels that cannot be migrated, and why. */
  readonly skipped: readonly string[];
}

const ciphers: readonly (readonly [form: RegExp, name: string])[] = [
  [/^(?:esp-)?gcm(?:[ -](128|192|256))?$/, 'aes-gcm'],
  [/^(?:esp-)?aes(?:[ -](128|192|256))?$/, 'aes-cbc'],
  [/^(?:esp-)?3des$/, '3des'],
  [/^(?:esp-)?des$/, 'des'],
  [/^(?:esp-)?null$/, 'null'],
];

/** `aes 256` of a router and `aes-256` of an ASA alike. */
export const cipherOf = (words: string): string => {
  for (const [form, name] of ciphers) {
    const found = form.exec(words);
    if (found !== null) return name.startsWith('aes') ? `${name}-${found[1] ?? '128'}` : name;
  }
  return words;
};

/** `esp-sha256-hmac`, `sha256`, `sha`. */
export const hashOf = (word: string): string => {
  const plain = word
    .replace(/^(esp|ah)-/, '')
    .replace(/-hmac$/, '')
    .replace('-', '');
  return plain === 'sha' ? 'sha1' : plain;
};

/** `esp-aes 256 esp-sha256-hmac`. Undefined: no encryption in it. */
export const transformOf = (words: readonly string[]): Omit<Phase2, 'pfs'> | undefined => {
  const text = words.join(' ');
  const cipher = /\besp-(?:aes|gcm|3des|des|null)(?:[ -](?:128|192|256))?(?= |$)/.exec(text)?.[0];
  const integrity = words.find((word) => word.endsWith('-hmac') && word.startsWith('esp-'));
  if (cipher === undefined) return undefined;
  return { encryption: cipherOf(cipher), ...(integrity === undefined ? {} : { integrity: hashOf(integrity) }) };
};

/** A key with fewer characters than that can be guessed by who records one connection. */
export const shortestKey = 16;
