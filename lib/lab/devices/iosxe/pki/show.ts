import type { X509Certificate } from 'node:crypto';
import { stamp } from '../../../server/clock';
import type { Device } from '../types';
import { certificatesOf, keyNameOf, keyOf, trustpointNames, trustpointOf, type Held } from './store';
import { printOf, shownName } from '../../../server/x509';

const titles: Readonly<Record<Held['role'], string>> = {
  ca: 'CA Certificate',
  router: 'Certificate',
  'self-signed': 'Router Self-Signed Certificate',
};

const named = ({ subject }: X509Certificate): readonly string[] => {
  const host = shownName(subject).find((part) => part.startsWith('hostname='));
  return host === undefined ? [] : [`    Name: ${host.slice('hostname='.length)}`];
};

const keyText = (certificate: X509Certificate): string => {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  return asymmetricKeyType === 'rsa'
    ? `rsaEncryption\n    RSA Public Key: (${asymmetricKeyDetails?.modulusLength} bit)`
    : 'ecEncryption';
};

/** The form of `verbose` beyond fingerprints and key label is not proven. */
const verboseLines = (device: Device, { certificate, der, role }: Held, trustpoint: string): readonly string[] => [
  '  Subject Key Info:',
  `    Public Key Algorithm: ${keyText(certificate)}`,
  '  Signature Algorithm: SHA256 with RSA Encryption',
  `  Fingerprint MD5: ${printOf(der, 'md5')} `,
  `  Fingerprint SHA1: ${printOf(der, 'sha1')} `,
  ...(role === 'ca' ? [] : [`  Key Label: ${keyNameOf(device, trustpoint).label}`]),
];

const block = (device: Device, held: Held, trustpoints: readonly string[], verbose: boolean): readonly string[] => {
  const { certificate, role } = held;
  return [
    titles[role],
    '  Status: Available',
    ...(verbose ? ['  Version: 3'] : []),
    `  Certificate Serial Number (hex): ${certificate.serialNumber}`,
    `  Certificate Usage: ${role === 'ca' ? 'Signature' : 'General Purpose'}`,
    '  Issuer: ',
    ...shownName(certificate.issuer).map((part) => `    ${part}`),
    role === 'ca' ? '  Subject: ' : '  Subject:',
    ...(role === 'ca' ? [] : named(certificate)),
    ...shownName(certificate.subject).map((part) => `    ${part}`),
    '  Validity Date: ',
    `    start date: ${stamp(new Date(certificate.validFrom)).replace(/UTC \w{3} /, 'UTC ')}`,
    `    end   date: ${stamp(new Date(certificate.validTo)).replace(/UTC \w{3} /, 'UTC ')}`,
    ...(verbose ? verboseLines(device, held, trustpoints[0]!) : []),
    `  Associated Trustpoints: ${trustpoints.join(' ')} `,
    '',
  ];
};

const pending = (trustpoint: string, verbose: boolean): readonly string[] => [
  'Certificate',
  '  Subject:',
  `    Name: ${trustpoint}`,
  '   Status: Pending',
  ...(verbose ? ['   Key Usage: General Purpose'] : []),
  `   Associated Trustpoint: ${trustpoint} `,
  '',
];

/** `show crypto pki certificates [verbose] [TP]`: each certificate once, with the trustpoints that hold it. */
export const certificates = (device: Device, words: readonly string[]): string => {
  const given = words.slice(4);
  const verbose = given.some((word) => word.toLowerCase() === 'verbose');
  const only = given.find((word) => word.toLowerCase() !== 'verbose');
  const names = trustpointNames(device).filter((name) => only === undefined || name === only);
  const all = new Map<string, { held: Held; trustpoints: string[] }>();
  for (const name of names)
    for (const held of [...certificatesOf(device, name)].sort(
      (a, b) => Number(a.role === 'ca') - Number(b.role === 'ca'),
    )) {
      const key = `${held.role} ${held.der.toString('hex')}`;
      const known = all.get(key);
      if (known) known.trustpoints.push(name);
      else all.set(key, { held, trustpoints: [name] });
    }
  const open = names.filter((name) => device.pki.requests.has(name));
  return [
    ...[...all.values()].flatMap(({ held, trustpoints }) => block(device, held, trustpoints, verbose)),
    ...open.flatMap((name) => pending(name, verbose)),
  ].join('\n');
};

const subject = (title: string, { certificate, der }: Held): readonly string[] => [
  `  ${title}:`,
  '    Subject Name:',
  `     ${shownName(certificate.subject).join(',')}`,
  `    Fingerprint MD5: ${printOf(der, 'md5')} `,
  `    Fingerprint SHA1: ${printOf(der, 'sha1')} `,
];

const status = (device: Device, name: string): readonly string[] => {
  const held = certificatesOf(device, name);
  const own = held.find(({ role }) => role !== 'ca');
  const ca = held.find(({ role }) => role === 'ca') ?? (own?.role === 'self-signed' ? own : undefined);
  const key = keyOf(device, name);
  const exportable = key?.exportable ? 'exportable' : 'non-exportable';
  const keyed = key !== undefined || own !== undefined;
  return [
    `Trustpoint ${name}:`,
    ...(ca ? subject('Issuing CA certificate configured', ca) : []),
    ...(own ? subject('Router General Purpose certificate configured', own) : []),
    ...(own && trustpointOf(device, name)?.('enrollment')?.startsWith('url')
      ? ['  Last enrollment status: Granted']
      : []),
    '  State:',
    `    Keys generated ............. ${keyed ? `Yes (General Purpose, ${exportable})` : 'No'}`,
    `    Issuing CA authenticated ....... ${ca ? 'Yes' : 'No'}`,
    `    Certificate request(s) ..... ${device.pki.requests.has(name) ? 'Pending' : own ? 'Yes' : 'None'}`,
    '',
    '',
  ];
};

/** `show crypto pki trustpoints [TP] status`. */
export const trustpointStatus = (device: Device, words: readonly string[]): string => {
  const only = words.slice(4).find((word) => word.toLowerCase() !== 'status');
  return trustpointNames(device)
    .filter((name) => only === undefined || name === only)
    .flatMap((name) => status(device, name))
    .join('\n');
};
