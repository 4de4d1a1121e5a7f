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
    : `ecEncryption\n    EC Public Key:  (${curveBits[asymmetricKeyDetails?.namedCurve ?? ''] ?? 256} bit)`;
};
const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 };

/** What the authority of the lab puts into the certificates of both kinds. */
const usages = {
  ca: ['    X509v3 Key Usage: 6000000', '      Key Cert Sign', '      CRL Signature'],
  own: ['    X509v3 Key Usage: A0000000', '      Digital Signature', '      Key Encipherment'],
} as const;

/** The form of `verbose` beyond fingerprints and key label is not proven. */
const verboseLines = (device: Device, { certificate, der, role }: Held, trustpoint: string): readonly string[] => [
  '  Subject Key Info:',
  `    Public Key Algorithm: ${keyText(certificate)}`,
  `  Signature Algorithm: SHA256 with ${certificate.publicKey.asymmetricKeyType === 'rsa' ? 'RSA Encryption' : 'ECDSA'}`,
  `  Fingerprint MD5: ${printOf(der, 'md5')} `,
  `  Fingerprint SHA1: ${printOf(der, 'sha1')} `,
  '  X509v3 extensions:',
  ...usages[role === 'ca' ? 'ca' : 'own'],
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

/** One trustpoint of `show crypto pki trustpoints`: the name of its authority. */
const trustpoint = (device: Device, name: string): readonly string[] => {
  const ca = certificatesOf(device, name).find(({ role }) => role !== 'router')?.certificate;
  return [
    `Trustpoint ${name}:`,
    ...(ca === undefined
      ? []
      : [
          '    Subject Name: ',
          ...shownName(ca.subject).map((part) => `    ${part}`),
          `          Serial Number (hex): ${ca.serialNumber}`,
          '    Certificate configured.',
        ]),
    '',
    '',
  ];
};

/** `show crypto pki trustpoints [TP] [status]`. */
export const trustpointStatus = (device: Device, words: readonly string[]): string => {
  const isStatus = words.slice(4).some((word) => word.toLowerCase() === 'status');
  const only = words.slice(4).find((word) => word.toLowerCase() !== 'status');
  return trustpointNames(device)
    .filter((name) => only === undefined || name === only)
    .flatMap((name) => (isStatus ? status : trustpoint)(device, name))
    .join('\n');
};
