import { createPublicKey, X509Certificate } from 'node:crypto';
import { parseTree } from '../../../desired/cli/tree';
import type { Console } from '../../../wire/console';
import { certificatesIn } from './certificates';
import { printsOf, type Prints, type WantedKey } from './wanted';

export interface KeyFact {
  /** SubjectPublicKeyInfo; undefined where the device shows it in a form that is not known here. */
  readonly spki: Buffer | undefined;
  readonly bits: number | undefined;
}

export interface OwnFact {
  readonly spki: Buffer | undefined;
  /** Undefined where the device does not show it. */
  readonly expires: Date | undefined;
}

/** What a router holds for one trustpoint. */
export interface TrustpointFact {
  /** Fingerprints of its authority; undefined where it trusts none yet. */
  readonly ca: Partial<Prints> | undefined;
  readonly caCertificate: X509Certificate | undefined;
  /** Its own certificate: there, and what is known of it. */
  readonly own: OwnFact | undefined;
  /** A request waits for its certificate. */
  readonly pending: boolean;
}

export interface Facts {
  /** By type and label. */
  readonly keys: ReadonlyMap<string, KeyFact>;
  readonly trustpoints: ReadonlyMap<string, TrustpointFact>;
}

const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 };
const spkiBits = (spki: Buffer): number | undefined => {
  try {
    const { modulusLength, namedCurve } =
      createPublicKey({ key: spki, format: 'der', type: 'spki' }).asymmetricKeyDetails ?? {};
    return modulusLength ?? curveBits[namedCurve ?? ''];
  } catch {
    return undefined;
  }
};

export const keyId = ({ type, label }: Pick<WantedKey, 'type' | 'label'>): string => `${type} ${label}`;

/** `show crypto key mypubkey rsa`, or `ec`. */
export const keysIn = (type: WantedKey['type'], shown: string): ReadonlyMap<string, KeyFact> =>
  new Map(
    shown.split(/(?=^ *Key name: )/m).flatMap((block) => {
      const label = /^ *Key name: (\S+)/.exec(block)?.[1];
      if (label === undefined) return [];
      const data = block.split(/Key Data.*\n/)[1] ?? '';
      const hex = data
        .split('\n')
        .map((row) => row.replace(/\s/g, ''))
        .filter((row) => /^[0-9A-F]+$/i.test(row))
        .join('');
      const spki = Buffer.from(hex, 'hex');
      const bits = spkiBits(spki);
      return [[keyId({ type, label }), { spki: bits === undefined ? undefined : spki, bits }] as const];
    }),
  );

const printsIn = (text: string): Partial<Prints> => {
  const print = (hash: string): string | undefined =>
    new RegExp(`Fingerprint ${hash}: *([0-9A-F ]+)`).exec(text)?.[1]?.replaceAll(' ', '');
  const [md5, sha1] = [print('MD5'), print('SHA1')];
  return { ...(md5 ? { md5 } : {}), ...(sha1 ? { sha1 } : {}) };
};
/** What `crypto pki authenticate` prints before it asks. */
export const shownPrints = printsIn;

interface Chain {
  readonly ca?: X509Certificate;
  readonly own?: X509Certificate;
}

/** The certificates of a running-config. Where the device keeps one in a file (`nvram:…`), it is not here. */
const chainsIn = (shown: string): ReadonlyMap<string, Chain> =>
  new Map(
    parseTree(shown).flatMap((root) => {
      const name = /^crypto pki certificate chain (\S+)$/.exec(root.text)?.[1];
      if (name === undefined) return [];
      const held = root.children.flatMap((node) => {
        const hex = node.children
          .map(({ text }) => text.replace(/\s/g, ''))
          .filter((text) => text !== 'quit')
          .join('');
        try {
          return [
            { ca: node.text.startsWith('certificate ca '), certificate: new X509Certificate(Buffer.from(hex, 'hex')) },
          ];
        } catch {
          return [];
        }
      });
      const [ca, own] = [held.find((each) => each.ca)?.certificate, held.find((each) => !each.ca)?.certificate];
      return [[name, { ...(ca ? { ca } : {}), ...(own ? { own } : {}) }] as const];
    }),
  );

const factOf = (block: string, chain: Chain | undefined, ends: string | undefined): TrustpointFact => {
  const ca = /Issuing CA certificate configured:([^]*?)(?=Router \S+ \S+ certificate|Last enrollment|State:|$)/.exec(
    block,
  )?.[1];
  const authenticated = /Issuing CA authenticated \.+ Yes/.test(block);
  const own = /Router .*certificate configured:/.test(block);
  return {
    ca: authenticated ? { ...printsIn(ca ?? ''), ...(chain?.ca ? printsOf(chain.ca.raw) : {}) } : undefined,
    caCertificate: chain?.ca,
    own: own
      ? {
          spki: chain?.own?.publicKey.export({ type: 'spki', format: 'der' }),
          expires: chain?.own ? new Date(chain.own.validTo) : ends === undefined ? undefined : new Date(ends),
        }
      : undefined,
    pending: /Certificate request\(s\) \.+ Pending|certificate pending/i.test(block),
  };
};

const commands = [
  'show crypto key mypubkey rsa',
  'show crypto key mypubkey ec',
  'show crypto pki trustpoints status',
  'show running-config | section crypto pki certificate chain',
  'show crypto pki certificates verbose',
] as const;

/** Asks a router what keys and certificates it has, in one burst. */
export const readFacts = async (console: Console): Promise<Facts> => {
  const [rsa = '', ec = '', status = '', chains = '', listed = ''] = (await console.send(commands)).map(
    ({ output }) => output,
  );
  const held = chainsIn(chains);
  const certificates = certificatesIn(listed).filter(({ role }) => !role.startsWith('CA'));
  const endOf = (name: string): string | undefined =>
    certificates.find(({ holders }) => holders.includes(name))?.expires;
  const blocks = status.split(/(?=^ *Trustpoint \S+:)/m).flatMap((block) => {
    const name = /^ *Trustpoint (\S+):/.exec(block)?.[1];
    return name === undefined ? [] : [[name, factOf(block, held.get(name), endOf(name))] as const];
  });
  return { keys: new Map([...keysIn('rsa', rsa), ...keysIn('ec', ec)]), trustpoints: new Map(blocks) };
};
