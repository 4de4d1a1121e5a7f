import type { X509Certificate } from 'node:crypto';
import { stamp } from '../../server/clock';
import { grouped, readCertificate, shownName } from '../../server/x509';
import { put, within, type Config, type Line } from './config';
import type { Device, Pki, Space } from './types';

export const newPki = (): Pki => ({ keys: new Map(), waiting: new Set() });

export interface Held {
  readonly ca: boolean;
  readonly der: Buffer;
  readonly certificate: X509Certificate;
}
const chainOf = (trustpoint: string): string => `crypto ca certificate chain ${trustpoint}`;

export const heldBy = (config: Config, trustpoint: string): readonly Held[] =>
  (config.find(({ text }) => text === chainOf(trustpoint))?.lines ?? []).flatMap(({ text, lines = [] }) => {
    const der = Buffer.from(lines.map((row) => row.text.replace(/\s/g, '')).join(''), 'hex');
    const certificate = readCertificate(der);
    return certificate === undefined ? [] : [{ ca: text.startsWith('certificate ca '), der, certificate }];
  });

const leaf = (text: string): Line => ({ slot: text, text });
/** Puts a certificate into the chain of a trustpoint, in place of one of its kind. */
export const hold = (config: Config, trustpoint: string, der: Buffer, ca: boolean): Config => {
  const lead = `certificate ${ca ? 'ca ' : ''}`;
  const text = lead + readCertificate(der)!.serialNumber.toLowerCase();
  const rows = grouped(der)
    .toLowerCase()
    .match(/.{1,72}/g)!;
  const chain = put(config, { ...leaf(chainOf(trustpoint)), lines: [] });
  return within(chain, [chainOf(trustpoint)], (lines) => [
    ...lines.filter((line) => line.text.startsWith('certificate ca ') !== ca),
    { ...leaf(text), lines: [...rows.map((row) => leaf(row.trim())), leaf('quit')] },
  ]);
};

/** `show crypto key mypubkey rsa`. */
export const showKeys = ({ pki }: Device): string =>
  [...pki.keys]
    .flatMap(([label, { at, spki, pair }]) => [
      `Key pair was generated at: ${stamp(at)}`,
      `Key name: ${label}`,
      ' Key type/Usage: General Purpose Key',
      ` Key Size (bits): ${(pair.publicKey.algorithm as { modulusLength?: number }).modulusLength}`,
      ' Storage: config',
      ' Key Data:',
      '',
      ...grouped(spki)
        .toLowerCase()
        .match(/.{1,72}/g)!
        .map((row) => `  ${row.trim()} `),
      '',
    ])
    .join('\n');

const shownDate = (date: string): string => stamp(new Date(date)).replace(/UTC \w{3} /, 'UTC ');
const block = (trustpoint: string, { ca, certificate }: Held): readonly string[] => [
  ca ? 'CA Certificate' : 'Certificate',
  '  Status: Available',
  `  Certificate Serial Number: ${certificate.serialNumber.toLowerCase()}`,
  `  Certificate Usage: ${ca ? 'Signature' : 'General Purpose'}`,
  '  Issuer Name: ',
  ...shownName(certificate.issuer).map((part) => `    ${part}`),
  '  Subject Name: ',
  ...shownName(certificate.subject).map((part) => `    ${part}`),
  '  Validity Date: ',
  `    start date: ${shownDate(certificate.validFrom)}`,
  `    end   date: ${shownDate(certificate.validTo)}`,
  `  Associated Trustpoints: ${trustpoint} `,
  '',
];

/** `show crypto ca certificates`. What it prints of a request that waits is not proven. */
export const showCertificates = ({ pki }: Device, space: Space): string => {
  const names = space.running().flatMap(({ text }) => /^crypto ca certificate chain (\S+)$/.exec(text)?.[1] ?? []);
  return [
    ...[...pki.waiting].flatMap((name) => [
      'Certificate',
      '  Status: Pending terminal enrollment',
      '  Key Usage: General Purpose',
      `  Associated Trustpoint: ${name} `,
      '',
    ]),
    ...names.flatMap((name) =>
      [...heldBy(space.running(), name)]
        .sort((a, b) => Number(a.ca) - Number(b.ca))
        .flatMap((held) => block(name, held)),
    ),
  ].join('\n');
};

/** A trustpoint goes with what it held. */
export const withoutChain = (config: Config, trustpoint: string): Config =>
  config.filter(({ text }) => text !== chainOf(trustpoint));
