import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createHash, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { nameParts } from '../../kernel/distinguished-name';

/** What simulated devices know of X.509: real keys, real requests, real certificates. */

const day = 24 * 60 * 60 * 1000;
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const hashes: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

export interface KeyPair {
  readonly pair: webcrypto.CryptoKeyPair;
  /** SubjectPublicKeyInfo. */
  readonly spki: Buffer;
}

const withSpki = async (pair: webcrypto.CryptoKeyPair): Promise<KeyPair> => ({
  pair,
  spki: Buffer.from(await webcrypto.subtle.exportKey('spki', pair.publicKey)),
});

export const newRsaKey = async (bits: number): Promise<KeyPair> =>
  withSpki(
    await webcrypto.subtle.generateKey(
      { ...rsa, modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['sign', 'verify'],
    ),
  );
const curves: Readonly<Record<number, string>> = { 256: 'P-256', 384: 'P-384', 521: 'P-521' };
export const newEcKey = async (bits = 256): Promise<KeyPair> =>
  withSpki(await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: curves[bits]! }, true, ['sign', 'verify']));

/** Of an X.500 name as a trustpoint holds it. `unstructuredName` is the device's host name. */
const attributes: Readonly<Record<string, string>> = {
  cn: 'CN',
  o: 'O',
  ou: 'OU',
  l: 'L',
  st: 'ST',
  c: 'C',
  dc: 'DC',
  e: 'E',
  email: 'E',
  serialnumber: '2.5.4.5',
  hostname: '1.2.840.113549.1.9.2',
};

/** `cn=edge, o=Example` as a name; undefined where it is none. The device writes what was typed last first. */
export const nameOf = (typed: string, hostname?: string): x509.JsonName | undefined => {
  const parts = typed.trim() === '' ? [] : nameParts(typed);
  const read = parts.map(([attribute, value]) => {
    const type = attributes[attribute];
    return type === undefined || value === '' ? undefined : { [type]: [value] };
  });
  if (read.some((part) => part === undefined)) return undefined;
  return [...(read as x509.JsonName)]
    .reverse()
    .concat(hostname === undefined ? [] : [{ [attributes['hostname']!]: [hostname] }]);
};

const keyUsage = (flags: x509.KeyUsageFlags) => new x509.KeyUsagesExtension(flags, true);
const general = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment;

const isEc = ({ pair }: KeyPair): boolean => pair.publicKey.algorithm.name === 'ECDSA';
const signing = ({ pair }: KeyPair, hash: string | undefined) => ({
  ...pair.publicKey.algorithm,
  hash: hashes[hash ?? 'sha256'] ?? 'SHA-256',
});

/** A PKCS#10 request, DER. */
export const newRequest = async (key: KeyPair, name: x509.JsonName, hash?: string, dns?: string): Promise<Buffer> => {
  const request = await x509.Pkcs10CertificateRequestGenerator.create(
    {
      name,
      keys: key.pair,
      signingAlgorithm: signing(key, hash),
      extensions: [
        // An elliptic curve key signs only: it cannot encipher another.
        keyUsage(isEc(key) ? x509.KeyUsageFlags.digitalSignature : general),
        ...(dns === undefined ? [] : [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: dns }])]),
      ],
    },
    webcrypto,
  );
  return Buffer.from(request.rawData);
};

const life = (now: Date, days: number) => ({ notBefore: now, notAfter: new Date(now.getTime() + days * day) });

/** A certificate that a device makes for itself, DER. IOS gives it ten years. */
export const newSelfSigned = async (key: KeyPair, name: x509.JsonName, serial: string, now: Date): Promise<Buffer> => {
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...life(now, 3650),
      serialNumber: serial,
      name,
      keys: key.pair,
      signingAlgorithm: signing(key, 'sha256'),
      extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
    },
    webcrypto,
  );
  return Buffer.from(certificate.rawData);
};

/** An authority inside the lab, which SCEP URLs reach and which grants at once. */
export interface LabAuthority {
  readonly certificate: Buffer;
  /** Signs a request (DER). Default: for a year. */
  grant(request: Buffer, days?: number): Promise<Buffer>;
  /** A certificate for a new key pair, which is not given out. */
  issue(subject: x509.JsonName): Promise<Buffer>;
}

/** The certificate of an authority, and the key that it signs with. */
interface Signer {
  readonly own: x509.X509Certificate;
  readonly key: KeyPair;
}

const newSigner = async (commonName: string): Promise<Signer> => {
  const key = await newEcKey();
  const own = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...life(new Date(), 3650),
      serialNumber: '01',
      name: [{ O: ['Tunnelwright lab'] }, { CN: [commonName] }],
      keys: key.pair,
      signingAlgorithm: ec,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        keyUsage(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign),
      ],
    },
    webcrypto,
  );
  return { own, key };
};

const signed = async (
  { own, key }: Signer,
  subject: x509.Name,
  publicKey: x509.PublicKey | webcrypto.CryptoKey,
  days = 365,
): Promise<Buffer> => {
  const certificate = await x509.X509CertificateGenerator.create(
    {
      ...life(new Date(), days),
      serialNumber: `1${randomBytes(7).toString('hex')}`,
      subject: subject.toJSON(),
      issuer: own.subjectName.toJSON(),
      publicKey,
      signingKey: key.pair.privateKey,
      signingAlgorithm: ec,
      extensions: [new x509.BasicConstraintsExtension(false), keyUsage(general)],
    },
    webcrypto,
  );
  return Buffer.from(certificate.rawData);
};

export const newAuthority = async (commonName: string): Promise<LabAuthority> => {
  const signer = await newSigner(commonName);
  return {
    certificate: Buffer.from(signer.own.rawData),
    grant: async (request, days) => {
      const csr = new x509.Pkcs10CertificateRequest(new Uint8Array(request));
      return signed(signer, csr.subjectName, csr.publicKey, days);
    },
    issue: async (subject) => {
      const { publicKey } = (await newEcKey()).pair;
      return signed(signer, new x509.Name(subject), publicKey);
    },
  };
};

let shared: Promise<LabAuthority> | undefined;
/** One for all devices of a lab, as an organisation has one. */
export const labAuthority = (): Promise<LabAuthority> => (shared ??= newAuthority('Lab SCEP CA'));

/** A certificate as the device reads it, or undefined where the bytes are none. */
export const readCertificate = (der: Buffer): X509Certificate | undefined => {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
};

export const spkiOf = (certificate: X509Certificate): Buffer =>
  certificate.publicKey.export({ type: 'spki', format: 'der' });

/** `cn=edge,o=Example`: attribute by attribute, the last one of the certificate first. */
export const shownName = (name: string): readonly string[] =>
  name
    .split('\n')
    .filter((part) => part !== '')
    .map((part) => {
      const [type = '', ...value] = part.split('=');
      const shown = type === 'unstructuredName' ? 'hostname' : type === 'serialNumber' ? type : type.toLowerCase();
      return `${shown}=${value.join('=')}`;
    })
    .reverse();

/** `3A7B9D04 …`: groups of eight digits. */
export const grouped = (bytes: Buffer): string =>
  bytes
    .toString('hex')
    .toUpperCase()
    .match(/.{1,8}/g)!
    .join(' ');
export const printOf = (der: Buffer, hash: 'md5' | 'sha1'): string => grouped(createHash(hash).update(der).digest());

/** What Node's own reader of PKCS#12 gives; it is in no type definition. */
interface Opened {
  getCertificate(): Buffer | null;
  getIssuer(): Buffer | null;
}
/** What a PKCS#12 file holds, or undefined where it cannot be read with this passphrase. */
export const openPkcs12 = (file: Buffer, passphrase: string): Opened | undefined => {
  try {
    return createSecureContext({ pfx: file, passphrase }).context as Opened;
  } catch {
    return undefined;
  }
};
