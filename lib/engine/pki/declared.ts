import { createHash, X509Certificate } from 'node:crypto';
import { problem, type Problem } from '../../kernel/problem';
import type { Item } from '../../desired/item';
import type { Section } from '../../desired/cli/section';
import type { NounOf } from '../../model/nouns';
import { holdsSecretMarker, secretMarker } from '../../model/secret';
import type { Ports } from '../../contract/session';

type Trustpoint = NounOf<'cert-trustpoint'>;

export interface Prints {
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
}
export const printsOf = (der: Buffer): Prints => {
  const print = (hash: string): string => createHash(hash).update(der).digest('hex').toUpperCase();
  return { md5: print('md5'), sha1: print('sha1'), sha256: print('sha256') };
};

/** The fingerprints that the declared authority must have, as far as they are known. */
export interface Authority {
  readonly prints: Partial<Prints>;
  readonly pem?: string;
  readonly certificate?: X509Certificate;
}

/** The key pair to certify. */
export interface WantedKey {
  readonly type: 'rsa' | 'ec';
  readonly label: string;
  readonly bits?: number;
}
const keyOf = ({ rsaKeypair, ecKeypair, ecKeysize }: Declared): WantedKey | undefined => {
  if (ecKeypair === undefined) return rsaKeypair && { type: 'rsa', ...rsaKeypair };
  return { type: 'ec', label: ecKeypair, ...(ecKeysize === undefined ? {} : { bits: ecKeysize }) };
};

type Declared = Pick<
  Trustpoint,
  'enrollment' | 'rsaKeypair' | 'ecKeypair' | 'ecKeysize' | 'ca' | 'signer' | 'renewDays' | 'regenerate' | 'autoEnroll'
>;

/** What one trustpoint asks for. */
export interface Wanted {
  readonly name: string;
  readonly address: string;
  readonly path: string;
  readonly enrollment: Trustpoint['enrollment'];
  readonly key: WantedKey | undefined;
  readonly ca: Authority | undefined;
  readonly signer: Trustpoint['signer'];
  /** The device shall present a certificate of its own. */
  readonly enrols: boolean;
  /** A certificate that ends within so many days is renewed. */
  readonly renewDays: number;
  /** The device makes a new key when it renews. */
  readonly regenerates: boolean;
}

const named = { 32: 'md5', 40: 'sha1', 64: 'sha256' } as const;
const titles = { md5: 'MD5', sha1: 'SHA1', sha256: 'SHA256' } as const;
/** The first fingerprint that both know, as words for a message: `SHA1 AB…`. */
export const differing = (a: Partial<Prints>, b: Partial<Prints>): readonly [string, string] | undefined => {
  for (const hash of ['sha256', 'sha1', 'md5'] as const)
    if (a[hash] !== undefined && b[hash] !== undefined && a[hash] !== b[hash])
      return [`${titles[hash]} ${a[hash]}`, `${titles[hash]} ${b[hash]}`];
  return undefined;
};
/** Whether they have a fingerprint in common; two that share no hash cannot be compared. */
export const agreeing = (a: Partial<Prints>, b: Partial<Prints>): boolean =>
  differing(a, b) === undefined &&
  (['sha256', 'sha1', 'md5'] as const).some((h) => a[h] !== undefined && a[h] === b[h]);

export const readPem = (text: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(text);
  } catch {
    return undefined;
  }
};

/** Where the certificate stands, and its PEM where it is there. */
const certificateText = async (
  certificate: NonNullable<NonNullable<Trustpoint['ca']>['certificate']>,
  ports: Ports,
): Promise<{ readonly where: string; readonly pem: string | undefined }> => {
  if (typeof certificate === 'string') return { where: 'ca.certificate', pem: certificate };
  if ('secret' in certificate) return { where: 'ca.certificate', pem: ports.secrets.reveal(secretMarker(certificate)) };
  return { where: `the file ${certificate.file}`, pem: await ports.files.read(certificate.file) };
};

const authorityOf = async (
  ca: NonNullable<Trustpoint['ca']>,
  path: string,
  ports: Ports,
): Promise<Authority | Problem> => {
  const declared = ca.fingerprint === undefined ? {} : { [named[ca.fingerprint.length as 32]]: ca.fingerprint };
  if (ca.certificate === undefined) return { prints: declared };
  const { where, pem } = await certificateText(ca.certificate, ports);
  if (pem === undefined)
    return problem(
      'pki.ca-file',
      path,
      `${where} is not there: it shall hold the certificate of the authority`,
      'paths are relative to where the command runs',
    );
  const certificate = readPem(pem);
  if (certificate === undefined) return problem('pki.ca-file', path, `${where} holds no certificate in PEM`);
  const prints = printsOf(certificate.raw);
  const off = differing(prints, declared);
  if (off)
    return problem(
      'pki.fingerprint',
      path,
      `${where} has fingerprint ${off[0]}, and ca.fingerprint says ${off[1]}`,
      'find out which is right before anything trusts it',
    );
  return { prints, pem, certificate };
};

/** Another device has yet to make the certificate of the authority. */
const isAwaited = ({ ca }: Declared, { secrets }: Ports): boolean => {
  const certificate = ca?.certificate;
  return (
    typeof certificate === 'object' &&
    'secret' in certificate &&
    holdsSecretMarker(secrets.reveal(secretMarker(certificate)))
  );
};

/** The trustpoints among the declared sections that ask for something, and what is wrong with what they say. */
export const wantedOf = async (
  items: readonly Item<Section>[],
  trustpoint: RegExp,
  ports: Ports,
): Promise<{ readonly wanted: readonly Wanted[]; readonly problems: readonly Problem[] }> => {
  const wanted: Wanted[] = [];
  const problems: Problem[] = [];
  for (const { content, address, path } of items) {
    const name = trustpoint.exec(content.header)?.[1];
    const noun = content.operates as Declared | undefined;
    if (name === undefined || noun === undefined) continue;
    if (isAwaited(noun, ports)) continue;
    const { enrollment, signer, renewDays = 0 } = noun;
    const key = keyOf(noun);
    const ca = noun.ca === undefined ? undefined : await authorityOf(noun.ca, path, ports);
    if (ca !== undefined && 'code' in ca) {
      problems.push(ca);
      continue;
    }
    const enrols =
      enrollment.type === 'pkcs12' ||
      (key !== undefined &&
        (signer !== undefined || enrollment.type === 'selfsigned' || (enrollment.type === 'url' && ca !== undefined)));
    if (ca === undefined && !enrols) continue;
    const regenerates = noun.regenerate === true || noun.autoEnroll?.regenerate === true;
    wanted.push({ name, address, path, enrollment, key, ca, signer, enrols, renewDays, regenerates });
  }
  return { wanted, problems };
};
