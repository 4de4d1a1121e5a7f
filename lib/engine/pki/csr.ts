import 'reflect-metadata';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

/** A request that a device made. */
export interface Request {
  readonly pem: string;
  readonly spki: Buffer;
}

const pemOf = (base64: string): string =>
  ['-----BEGIN CERTIFICATE REQUEST-----', ...base64.match(/.{1,64}/g)!, '-----END CERTIFICATE REQUEST-----', ''].join(
    '\n',
  );

/** Reads a request in PEM or bare base64; undefined where it is none, or where its signature is not of its key. */
export const readRequest = async (text: string): Promise<Request | undefined> => {
  const base64 = text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  try {
    const request = new Pkcs10CertificateRequest(base64);
    if (!(await request.verify(webcrypto))) return undefined;
    return { pem: pemOf(base64), spki: Buffer.from(request.publicKey.rawData) };
  } catch {
    return undefined;
  }
};

/** The request in what `crypto pki enroll` printed. */
export const requestIn = (output: string): Promise<Request | undefined> => {
  const text = output.replaceAll('\r', '');
  const found =
    /-----BEGIN CERTIFICATE REQUEST-----\s+([A-Za-z0-9+/=\s]+?)-----END/.exec(text) ??
    /Certificate Request follows:\s+([A-Za-z0-9+/=\s]+?)\s*---End/.exec(text);
  return found === null ? Promise.resolve(undefined) : readRequest(found[1]!);
};
