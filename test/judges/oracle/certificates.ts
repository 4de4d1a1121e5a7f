import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import type { Method, OracleEnd, Place } from './pair';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
type Kind = Exclude<Method, 'pre-share'>;

const day = 24 * 60 * 60 * 1000;
const life = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };

interface Authority {
  readonly certificate: Buffer;
  /** SHA-1, as a trustpoint declares it. */
  readonly fingerprint: string;
  issue(kind: Kind, subject: string, names: readonly x509.JsonGeneralName[]): Promise<Buffer>;
}

const newKey = (kind: Kind): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(
    kind === 'rsa-sig' ? { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) } : ec,
    true,
    ['sign', 'verify'],
  ) as Promise<webcrypto.CryptoKeyPair>;

const nameOf = (subject: string): x509.JsonName =>
  subject.split(',').map((part) => {
    const [type = '', value = ''] = part.split('=');
    return { [type.toUpperCase()]: [value] };
  });

const newAuthority = async (
  commonName: string,
  keys: Readonly<Record<Kind, webcrypto.CryptoKeyPair>>,
): Promise<Authority> => {
  const own = await newKey('ecdsa-sig');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...life,
      serialNumber: '01',
      name: [{ CN: [commonName] }],
      keys: own,
      signingAlgorithm: ec,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );
  const der = Buffer.from(certificate.rawData);
  return {
    certificate: der,
    fingerprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
    issue: async (kind, subject, names) => {
      const issued = await x509.X509CertificateGenerator.create(
        {
          ...life,
          serialNumber: `1${randomBytes(7).toString('hex')}`,
          subject: nameOf(subject),
          issuer: certificate.subjectName.toJSON(),
          publicKey: keys[kind].publicKey,
          signingKey: own.privateKey,
          signingAlgorithm: ec,
          extensions: [
            new x509.BasicConstraintsExtension(false),
            ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension([...names])]),
          ],
        },
        webcrypto,
      );
      return Buffer.from(issued.rawData);
    },
  };
};

/** Two authorities, and one key of each kind: every certificate is of one of both, because an RSA key takes a second. */
export interface Issuer {
  readonly authorities: readonly [Authority, Authority];
  /** PKCS#8, DER. */
  readonly keys: readonly Buffer[];
  certificateOf(end: OracleEnd, place: Place): Promise<Buffer>;
}

export const newIssuer = async (): Promise<Issuer> => {
  const keys = { 'rsa-sig': await newKey('rsa-sig'), 'ecdsa-sig': await newKey('ecdsa-sig') };
  const authorities = [await newAuthority('Oracle CA 0', keys), await newAuthority('Oracle CA 1', keys)] as const;
  const exported = Object.values(keys).map(async ({ privateKey }) =>
    Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
  );
  return {
    authorities,
    keys: await Promise.all(exported),
    certificateOf: (end, place) =>
      authorities[end.authority].issue(
        end.proves === 'ecdsa-sig' ? 'ecdsa-sig' : 'rsa-sig',
        place.named(end.subject),
        end.fqdn === undefined ? [] : [{ type: 'dns', value: place.named(end.fqdn) }],
      ),
  };
};
