import { createPublicKey, X509Certificate } from 'node:crypto';
import type { PlainSyntax } from '../../desired/cli/syntax';
import { parseTree } from '../../desired/cli/tree';
import type { WantedKey, Prints } from './declared';

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

/** What a device holds for one trustpoint. */
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

export interface Chain {
  readonly ca?: X509Certificate;
  readonly own?: X509Certificate;
}

/**
 * The certificates of a configuration, whose chains begin with `lead`. Where the device keeps one in a file (`nvram:…`),
 * it is not here.
 */
export const chainsIn = (
  shown: string,
  lead: string,
  { comment, closers, leave }: PlainSyntax,
): ReadonlyMap<string, Chain> =>
  new Map(
    parseTree(shown, { comment, closers, leave }).flatMap((root) => {
      if (!root.text.startsWith(`${lead} `)) return [];
      const name = root.text.slice(lead.length + 1);
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
