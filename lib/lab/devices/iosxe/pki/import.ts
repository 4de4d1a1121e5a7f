import type { Device } from '../types';
import type { Reply } from '../../../terminal/reply';
import { derOf, paste } from '../../../terminal/questions';
import { certificatesOf, comingKeyOf, hold, keyOf, rollKey, trustpointOf } from './store';
import { openPkcs12, readCertificate, spkiOf } from '../../../server/x509';

const imported = (device: Device, user: string, trustpoint: string, der: Buffer): Reply => {
  const certificate = readCertificate(der);
  if (certificate === undefined) return { text: '% Failed to parse or verify imported certificate' };
  const key = comingKeyOf(device, trustpoint) ?? keyOf(device, trustpoint);
  if (key === undefined || !spkiOf(certificate).equals(key.spki))
    return { text: "% Router Certificate import failed: the certificate's public key does not match the router's key" };
  const ca = certificatesOf(device, trustpoint).find(({ role }) => role === 'ca')!.certificate;
  if (!certificate.verify(ca.publicKey)) return { text: '% Failed to parse or verify imported certificate' };
  device.change(hold(device.running(), trustpoint, 'router', der), user);
  device.pki.requests.delete(trustpoint);
  rollKey(device, trustpoint);
  return { text: '% Router Certificate successfully imported\n' };
};

/** `crypto pki import TP certificate`. Whether a device wants an open request first is not proven: the lab does not. */
export const importCertificate = (device: Device, user: string, trustpoint: string): Reply => {
  if (trustpointOf(device, trustpoint) === undefined)
    return { text: `% CA trustpoint for label ${trustpoint} not known` };
  if (!certificatesOf(device, trustpoint).some(({ role }) => role === 'ca'))
    return {
      text: "% You must authenticate the Certificate Authority before\n  you can import the router's certificate.",
    };
  return paste('certificate', (text) => imported(device, user, trustpoint, derOf(text)));
};

/**
 * `crypto pki import TP pkcs12 terminal password P`: certificates and key of a PKCS#12 file. The lab keeps no private
 * key of it, which no other dialogue of an enrolled trustpoint needs.
 */
export const importPkcs12 = (device: Device, user: string, trustpoint: string, passphrase: string): Reply => {
  if (certificatesOf(device, trustpoint).length > 0)
    return { text: `% The trustpoint ${trustpoint} already has certificates: remove it first` };
  const reply = paste('pkcs12', (text) => {
    const found = openPkcs12(derOf(text), passphrase);
    const own = found?.getCertificate();
    if (!found || !own) return { text: '%PKCS12 import failed: the file cannot be read with this passphrase' };
    const issuer = found.getIssuer();
    const withCa = issuer ? hold(device.running(), trustpoint, 'ca', issuer) : device.running();
    device.change(hold(withCa, trustpoint, 'router', own), user);
    return { text: 'CRYPTO_PKI: Imported PKCS12 file successfully.' };
  });
  return { ...reply, text: `% Importing pkcs12...${reply.text ?? ''}` };
};
