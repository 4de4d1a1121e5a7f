import type { Ask, Console } from '../../wire/console';
import { certificatesIn } from '../../engine/pki/certificates';
import { asking, type PkiDevice } from '../../engine/pki/device';
import { chainsIn, keysIn, type Facts, type TrustpointFact } from '../../engine/pki/observed';
import { syntax } from './syntax';
import { printsOf, type Prints } from '../../engine/pki/declared';

const enrollAsks: readonly Ask[] = [
  asking('device serial number in the subject name', 'no'),
  // It is configured with another name than that of the ASA, as declared.
  asking('continue with this enrollment', 'yes'),
  asking('continue with re-enrollment', 'yes'),
  asking('Display Certificate Request', 'yes'),
  asking('Redisplay enrollment request', 'no'),
  asking('Request certificate from CA', 'yes'),
  asking('Generate Self-Signed Certificate', 'yes'),
  { prompt: /assword: ?$/, answer: '' },
];

const usual = [
  /^% ?Start certificate enrollment/i,
  /^% ?The (subject name|fully-qualified domain name|IP address) /i,
  /^% ?Include the device serial number/i,
  /^% ?Create a challenge password/i,
  /^% ?Certificate request sent/i,
  /^% ?(CA )?Certificate successfully imported/i,
  /^% ?You already have (RSA|ECDSA)/i,
  /^% ?If you replace them|^% ?will be removed|^% ?Do you really want to replace/i,
];

/** `Fingerprint:     ae7b21b0 3019a3f3 363d140a e322b988`: which hash it is, is said by its length. */
const hashOf: Readonly<Record<number, keyof Prints>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };
const prints = (text: string): Partial<Prints> =>
  Object.fromEntries(
    [...text.matchAll(/Fingerprint[^:\n]*: *([0-9A-F ]+)/gi)].flatMap(([, shown = '']) => {
      const hex = shown.replaceAll(' ', '').toUpperCase();
      const hash = hashOf[hex.length];
      return hash === undefined ? [] : [[hash, hex]];
    }),
  );

const commands = ['show crypto key mypubkey rsa', 'more system:running-config', 'show crypto ca certificates'] as const;

/** What a configuration holds of certificates, and which requests the list shows as waiting. */
const trustpointsIn = (running: string, listed: string): Facts['trustpoints'] => {
  const chains = chainsIn(running, 'crypto ca certificate chain', syntax);
  const waiting = listed
    .split(/^(?=(?:CA )?Certificate *$)/m)
    .filter((block) => /^ *Status: *Pending/m.test(block))
    .flatMap((block) => /Associated Trustpoints?: *(.*)/.exec(block)?.[1]?.trim().split(/ +/) ?? []);
  const certificates = certificatesIn(listed);
  const names = new Set([...chains.keys(), ...waiting, ...certificates.flatMap(({ holders }) => holders)]);
  return new Map(
    [...names].map((name): readonly [string, TrustpointFact] => {
      const { ca, own } = chains.get(name) ?? {};
      const of = (kind: boolean) =>
        certificates.find(({ role, holders }) => role.startsWith('CA') === kind && holders.includes(name));
      const [authority, mine] = [of(true), of(false)];
      const ends = own?.validTo ?? mine?.expires;
      return [
        name,
        {
          ca: ca ? printsOf(ca.raw) : authority ? {} : undefined,
          caCertificate: ca,
          own:
            own || mine
              ? {
                  spki: own?.publicKey.export({ type: 'spki', format: 'der' }),
                  expires: ends === undefined ? undefined : new Date(ends),
                }
              : undefined,
          pending: waiting.includes(name),
        },
      ];
    }),
  );
};

const readFacts = async (console: Console): Promise<Facts> => {
  const [rsa = '', running = '', listed = ''] = (await console.send(commands)).map(({ output }) => output);
  return { keys: keysIn('rsa', rsa), trustpoints: trustpointsIn(running.replaceAll('\r', ''), listed) };
};

/**
 * Keys and certificates of an ASA (Cisco ASA general CLI configuration guide, "Digital Certificates"). Of its dialogues
 * those of the terminal are seen on devices; what a SCEP enrolment and a waiting request print is not proven. How the
 * certificates of one trustpoint alone are taken away is not proven either, and so it is left to a person.
 */
export const pki: PkiDevice = {
  trustpoint: /^crypto ca trustpoint (\S+)$/,
  list: 'show crypto ca certificates',
  lines: {
    generate: (_type, label, bits) => `crypto key generate rsa label ${label} modulus ${bits}`,
    authenticate: (name) => `crypto ca authenticate ${name}`,
    enroll: (name) => `crypto ca enroll ${name}`,
    importOwn: (name) => `crypto ca import ${name} certificate`,
    importPkcs12: (name) => `crypto ca import ${name} pkcs12`,
  },
  enrollAsks,
  importAsks: [asking('continue with this enrollment', 'yes'), asking('(replace|overwrite|existing)', 'yes')],
  usual,
  readFacts,
  prints,
};
