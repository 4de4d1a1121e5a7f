import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { isFirewall, type Method, type OracleEnd, type Place } from './pair';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
type Kind = Exclude<Method, 'pre-share'>;

const day = 24 * 60 * 60 * 1000;
const life = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };

interface Signer {
  readonly certificate: Buffer;
  issue(key: webcrypto.CryptoKeyPair, subject: string, names: readonly x509.JsonGeneralName[]): Promise<Buffer>;
}

/** Signs both kinds, each with a key of that kind: strongSwan asks the whole chain for the kind that it expects. */
export interface Authority {
  /** SHA-1, as a trustpoint declares it. */
  readonly fingerprint: string;
  readonly certificates: readonly Buffer[];
  readonly by: Readonly<Record<Kind, Signer>>;
}

const newKey = (kind: Kind): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(
    kind === 'rsa-sig' ? { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) } : ec,
    true,
    ['sign', 'verify'],
  );

const nameOf = (subject: string): x509.JsonName =>
  subject.split(',').map((part) => {
    const [type = '', value = ''] = part.split('=');
    return { [type.toUpperCase()]: [value] };
  });

const newSigner = async (commonName: string, kind: Kind): Promise<Signer> => {
  const [own, signingAlgorithm] = [await newKey(kind), kind === 'rsa-sig' ? rsa : ec];
  const root = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...life,
      serialNumber: '01',
      name: [{ CN: [commonName] }],
      keys: own,
      signingAlgorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );
  return {
    certificate: Buffer.from(root.rawData),
    issue: async (key, subject, names) => {
      const alternative = names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension([...names])];
      const issued = await x509.X509CertificateGenerator.create(
        {
          ...life,
          serialNumber: `1${randomBytes(7).toString('hex')}`,
          subject: nameOf(subject),
          issuer: root.subjectName.toJSON(),
          publicKey: key.publicKey,
          signingKey: own.privateKey,
          signingAlgorithm,
          extensions: [new x509.BasicConstraintsExtension(false), ...alternative],
        },
        webcrypto,
      );
      return Buffer.from(issued.rawData);
    },
  };
};

const newAuthority = async (name: string): Promise<Authority> => {
  const by = {
    'rsa-sig': await newSigner(`${name} RSA`, 'rsa-sig'),
    'ecdsa-sig': await newSigner(`${name} EC`, 'ecdsa-sig'),
  };
  const certificates = Object.values(by).map(({ certificate }) => certificate);
  return { by, certificates, fingerprint: createHash('sha1').update(certificates[0]!).digest('hex').toUpperCase() };
};

type Keys = Readonly<Record<Kind, webcrypto.CryptoKeyPair>>;
const newKeys = async (): Promise<Keys> => ({
  'rsa-sig': await newKey('rsa-sig'),
  'ecdsa-sig': await newKey('ecdsa-sig'),
});
const exported = (keys: Keys): Promise<readonly Buffer[]> =>
  Promise.all(
    Object.values(keys).map(async ({ privateKey }: webcrypto.CryptoKeyPair) =>
      Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
    ),
  );

/** Two authorities, and for each side one key of each kind for all its certificates: an RSA key takes a second to make. */
export interface Issuer {
  readonly authorities: readonly [Authority, Authority];
  /** By side: PKCS#8, DER. */
  readonly keys: readonly [readonly Buffer[], readonly Buffer[]];
  certificateOf(end: OracleEnd, place: Place): Promise<Buffer>;
  /** The authorities by which an end checks its peer: a firewall by those of all its trustpoints, its own too. */
  trustedBy(end: OracleEnd): readonly Buffer[];
}

export const newIssuer = async (): Promise<Issuer> => {
  const authorities = [await newAuthority('Oracle CA 0'), await newAuthority('Oracle CA 1')] as const;
  const keys = [await newKeys(), await newKeys()] as const;
  return {
    authorities,
    keys: [await exported(keys[0]), await exported(keys[1])],
    trustedBy: (end) =>
      [...new Set(isFirewall(end) ? [end.trusts, end.authority] : [end.trusts])].flatMap(
        (each) => authorities[each].certificates,
      ),
    certificateOf: (end, place) => {
      const kind = end.proves === 'ecdsa-sig' ? 'ecdsa-sig' : 'rsa-sig';
      const names = end.fqdn === undefined ? [] : [{ type: 'dns' as const, value: place.named(end.fqdn) }];
      return authorities[end.authority].by[kind].issue(keys[place.side][kind], place.named(end.subject), names);
    },
  };
};
