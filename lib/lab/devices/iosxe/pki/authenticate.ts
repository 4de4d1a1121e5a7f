import type { Device } from '../types';
import type { Reply } from '../../../terminal/reply';
import { derOf, later, paste, yesNo } from '../../../terminal/questions';
import { certificatesOf, hold, trustpointOf } from './store';
import { printOf, readCertificate } from '../../../server/x509';

const accepted = (device: Device, user: string, trustpoint: string, der: Buffer, pasted: boolean): Reply => {
  device.change(hold(device.running(), trustpoint, 'ca', der), user);
  return { text: `Trustpoint CA certificate accepted.${pasted ? '\n% Certificate successfully imported\n' : ''}` };
};

/** The words for a fingerprint that does not match are the lab's own. */
const judged = (device: Device, user: string, trustpoint: string, der: Buffer, pasted: boolean): Reply => {
  if (readCertificate(der) === undefined) return { text: '% Error in saving certificate: status = FAIL' };
  const prints = { md5: printOf(der, 'md5'), sha1: printOf(der, 'sha1') };
  const shown = [
    'Certificate has the following attributes:',
    `       Fingerprint MD5: ${prints.md5} `,
    `      Fingerprint SHA1: ${prints.sha1} `,
    '',
  ].join('\n');
  const pinned = trustpointOf(device, trustpoint)?.('fingerprint')?.replace(/\s/g, '').toUpperCase();
  if (pinned !== undefined) {
    const same = Object.values(prints).some((print) => print.replaceAll(' ', '') === pinned);
    const end = same
      ? accepted(device, user, trustpoint, der, pasted).text
      : '% Certificate fingerprint does not match: the certificate is not accepted.';
    return {
      text: `${shown}Trustpoint Fingerprint: ${pinned}\n${same ? 'Certificate validated - fingerprints matched.\n' : ''}${end}`,
    };
  }
  return yesNo(shown, '% Do you accept this certificate? [yes/no]: ', (yes) =>
    yes ? accepted(device, user, trustpoint, der, pasted) : { text: '% CA certificate was not accepted.' },
  );
};

/** `crypto pki authenticate TP`: the certificate of the authority, pasted or fetched, is shown and judged. */
export const authenticate = (device: Device, user: string, trustpoint: string): Reply => {
  const says = trustpointOf(device, trustpoint);
  if (says === undefined) return { text: `% CA trustpoint for label ${trustpoint} not known` };
  if (certificatesOf(device, trustpoint).some(({ role }) => role === 'ca'))
    return {
      text: `% Please delete your existing CA certificate first.\n% You must use 'no crypto pki trustpoint <${trustpoint}>' to delete the CA certificate.`,
    };
  const enrollment = says('enrollment') ?? '';
  if (enrollment.startsWith('selfsigned')) return { text: '% Self-signed trustpoint: there is no CA to authenticate' };
  if (enrollment.startsWith('url'))
    return later(
      undefined,
      device.pki.authority().then(({ certificate }) => judged(device, user, trustpoint, certificate, false)),
    );
  if (!enrollment.startsWith('terminal')) return { text: '% Please configure enrollment on this trustpoint first' };
  return paste('CA certificate', (text) => judged(device, user, trustpoint, derOf(text), true));
};
