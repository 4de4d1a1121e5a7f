import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

/** What an HTTPS server needs, and what its clients need to trust it. */
export interface ServerCertificate {
  /** PEM of the CA. */
  readonly ca: string;
  /** PEM of the server's certificate and key. */
  readonly certificate: string;
  readonly key: string;
  /** SHA-256 of the server's certificate, upper-case hex with colons. */
  readonly fingerprint: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 60 * 60 * 1000;

const pem = (label: string, bytes: ArrayBuffer): string => {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};

const { subtle } = webcrypto;
const newPair = () => subtle.generateKey(algorithm, true, ['sign', 'verify']);
type KeyPair = Awaited<ReturnType<typeof newPair>>;
type Life = Pick<x509.X509CertificateCreateParamsBase, 'notBefore' | 'notAfter'>;

const authorityOf = (name: string, keys: KeyPair, life: Life): Promise<x509.X509Certificate> =>
  x509.X509CertificateGenerator.createSelfSigned(
    {
      ...life,
      serialNumber: '01',
      name: `CN=${name}`,
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );

const serverOf = (
  ca: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  publicKey: webcrypto.CryptoKey,
  life: Life,
  names: readonly string[],
): Promise<x509.X509Certificate> =>
  x509.X509CertificateGenerator.create(
    {
      ...life,
      serialNumber: '02',
      subject: 'CN=localhost',
      issuer: ca.subject,
      signingKey,
      publicKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
          ...names.map((value) => ({ type: 'dns' as const, value })),
        ]),
      ],
    },
    webcrypto,
  );

/** A CA made for this one server, and a certificate for 127.0.0.1, localhost and more names, both for 30 days. */
export const issueCertificate = async (
  authority: string,
  names: readonly string[] = [],
): Promise<ServerCertificate> => {
  const [caKeys, keys] = await Promise.all([newPair(), newPair()]);
  const life = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };
  const ca = await authorityOf(authority, caKeys, life);
  const server = await serverOf(ca, caKeys.privateKey, keys.publicKey, life, names);
  const print = Buffer.from(await server.getThumbprint('SHA-256', webcrypto))
    .toString('hex')
    .toUpperCase();
  return {
    ca: ca.toString('pem'),
    certificate: server.toString('pem'),
    key: pem('PRIVATE KEY', await subtle.exportKey('pkcs8', keys.privateKey)),
    fingerprint: print.match(/../g)!.join(':'),
  };
};
