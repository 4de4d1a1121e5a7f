import { derOf, later, paste, yesNo } from '../../terminal/questions';
import type { Reply } from '../../terminal/reply';
import {
  labAuthority,
  nameOf,
  newRequest,
  newRsaKey,
  newSelfSigned,
  openPkcs12,
  printOf,
  readCertificate,
  spkiOf,
  type KeyPair,
} from '../../server/x509';
import { put, within } from './config';
import type { Device, Space } from './types';
import { heldBy, hold } from './pki';

const untilQuit = 'End with the word "quit" on a line by itself';

interface Place {
  readonly device: Device;
  readonly space: Space;
  readonly trustpoint: string;
  /** What stands in the trustpoint behind these words. */
  readonly says: (lead: string) => string | undefined;
}
const placeOf = (device: Device, space: Space, trustpoint: string): Place | undefined => {
  const block = space.running().find(({ text }) => text === `crypto ca trustpoint ${trustpoint}`);
  if (block === undefined) return undefined;
  const says = (lead: string): string | undefined =>
    (block.lines ?? []).find(({ text }) => text.startsWith(`${lead} `))?.text.slice(lead.length + 1);
  return { device, space, trustpoint, says };
};
const keyLabel = ({ says }: Place): string => says('keypair') ?? '<Default-RSA-Key>';

const take = ({ device, space, trustpoint }: Place, der: Buffer, ca: boolean): void => {
  space.change(hold(space.running(), trustpoint, der, ca));
  device.enrolled.add(trustpoint);
};

/** `crypto ca authenticate TP`. */
const authenticate = (place: Place): Reply => {
  const { space, trustpoint, says } = place;
  if (heldBy(space.running(), trustpoint).some(({ ca }) => ca))
    return {
      text: "ERROR: already authenticated. Please delete the existing\nCA certificate first (or use 'no crypto ca trustpoint\n<trustpoint-name>').",
    };
  const judged = (der: Buffer): Reply => {
    if (readCertificate(der) === undefined) return { text: 'ERROR: Failed to parse or verify imported certificate' };
    const print = printOf(der, 'md5').toLowerCase();
    return yesNo(
      `\nINFO: Certificate has the following attributes:\nFingerprint:     ${print} \n`,
      'Do you accept this certificate? [yes/no]: ',
      (yes) => {
        if (!yes) return {};
        take(place, der, true);
        return { text: '\nTrustpoint CA certificate accepted.\n\n% Certificate successfully imported\n' };
      },
    );
  };
  if (says('enrollment') === 'terminal') return paste('CA certificate', (text) => judged(derOf(text)), untilQuit);
  return later(
    undefined,
    labAuthority().then(({ certificate }) => judged(certificate)),
  );
};

const subjectOf = ({ device, says }: Place) => ({
  typed: says('subject-name') ?? '',
  hostname: says('fqdn') === 'none' ? undefined : (says('fqdn') ?? device.hostname()),
});

const display = (request: Buffer): Reply =>
  yesNo(
    [
      'Certificate Request follows:',
      '-----BEGIN CERTIFICATE REQUEST-----',
      ...request.toString('base64').match(/.{1,64}/g)!,
      '-----END CERTIFICATE REQUEST-----',
      '',
    ].join('\n'),
    'Redisplay enrollment request? [yes/no]: ',
    (yes) => (yes ? display(request) : {}),
  );

/** What an enrolment ends with, by where the certificate comes from. */
const granted = (place: Place, key: KeyPair): Reply => {
  const { device, trustpoint, says } = place;
  const { typed, hostname } = subjectOf(place);
  const name = nameOf(typed, hostname)!;
  const kind = says('enrollment') ?? '';
  if (kind === 'self')
    return yesNo('', 'Generate Self-Signed Certificate? [yes/no]: ', (yes) =>
      yes
        ? later(
            undefined,
            newSelfSigned(key, name, '01', device.clock.now()).then((der) => (take(place, der, false), {})),
          )
        : {},
    );
  if (kind.startsWith('url'))
    return yesNo('', 'Request certificate from CA? [yes/no]: ', (yes) =>
      yes
        ? later(
            '% Certificate request sent to Certificate Authority',
            (async () => {
              const der = await (await labAuthority()).grant(await newRequest(key, name, undefined, hostname));
              take(place, der, false);
              return { text: 'The certificate has been granted by CA!' };
            })(),
          )
        : {},
    );
  return yesNo('', 'Display Certificate Request to terminal? [yes/no]: ', (yes) =>
    later(
      undefined,
      newRequest(key, name, undefined, hostname).then((request) => {
        device.pki.waiting.add(trustpoint);
        return yes ? display(request) : {};
      }),
    ),
  );
};

/** `crypto ca enroll TP`. */
const enroll = (place: Place): Reply => {
  const { device, space, trustpoint, says } = place;
  const held = heldBy(space.running(), trustpoint);
  const self = says('enrollment') === 'self';
  if (!self && !held.some(({ ca }) => ca))
    return { text: 'ERROR: You must authenticate the Certificate Authority before you can enroll with it.' };
  const key = device.pki.keys.get(keyLabel(place));
  if (key === undefined) return { text: `ERROR: The specified RSA keypair does not exist (${keyLabel(place)}).` };
  const { typed, hostname } = subjectOf(place);
  if (nameOf(typed) === undefined) return { text: `ERROR: ${typed} is not a valid subject name` };
  const named = [
    ...(self ? [] : ['% Start certificate enrollment .. ']),
    ...(typed === '' ? [] : [`% The subject name in the certificate will be: ${typed}`, '']),
    ...(hostname === undefined ? [] : [`% The fully-qualified domain name in the certificate will be: ${hostname}`]),
  ].join('\n');
  const start = (): Reply =>
    yesNo(named, '% Include the device serial number in the subject name? [yes/no]: ', () => granted(place, key));
  if (!held.some(({ ca }) => !ca)) return start();
  return yesNo(
    `WARNING: Trustpoint ${trustpoint} has already enrolled and has\na device cert issued to it.\nIf you successfully re-enroll this trustpoint,\nthe current certificate will be replaced.\n`,
    'Do you want to continue with re-enrollment? [yes/no]: ',
    (yes) => (yes ? start() : {}),
  );
};

/** `crypto ca import TP certificate`. */
const importOwn = (place: Place): Reply => {
  const { device, space, trustpoint } = place;
  const imported = (der: Buffer): Reply => {
    const certificate = readCertificate(der);
    const key = device.pki.keys.get(keyLabel(place));
    const ca = heldBy(space.running(), trustpoint).find((each) => each.ca)?.certificate;
    const fits = certificate && key && spkiOf(certificate).equals(key.spki) && ca && certificate.verify(ca.publicKey);
    if (!fits) return { text: 'ERROR: Failed to parse or verify imported certificate' };
    take(place, der, false);
    device.pki.waiting.delete(trustpoint);
    return { text: 'INFO: Certificate successfully imported' };
  };
  const reply = paste('certificate', (text) => imported(derOf(text)), untilQuit);
  const { hostname } = subjectOf(place);
  const named =
    hostname === undefined ? '' : `% The fully-qualified domain name in the certificate will be: ${hostname}\n`;
  return { ...reply, text: named + (reply.text ?? '') };
};

/** `crypto ca import TP pkcs12 PASSPHRASE`: the trustpoint then has the key of the file, under its own name. */
const importPkcs12 = (place: Place, passphrase: string): Reply => {
  const { space, trustpoint } = place;
  const imported = (file: Buffer): Reply => {
    const found = openPkcs12(file, passphrase);
    const own = found?.getCertificate();
    if (!found || !own) return { text: 'ERROR: Import PKCS12 operation failed' };
    const issuer = found.getIssuer();
    if (issuer) take(place, issuer, true);
    take(place, own, false);
    space.change(
      within(space.running(), [`crypto ca trustpoint ${trustpoint}`], (lines) =>
        put(lines, { slot: 'keypair', text: `keypair ${trustpoint}` }),
      ),
    );
    return { text: 'INFO: Import PKCS12 operation completed successfully' };
  };
  return paste('pkcs12', (text) => imported(derOf(text)), `${untilQuit}:`);
};

/** `crypto key generate rsa label L modulus N`. */
const generate = ({ pki, clock, options }: Device, label: string, bits: number): Reply => {
  const make = (): Reply =>
    later(
      `INFO: The name for the keys will be: ${label}\nKeypair generation process begin. Please wait...`,
      (options.rsaKey ?? newRsaKey)(bits).then((key) => {
        pki.keys.set(label, { ...key, at: clock.now() });
        return {};
      }),
    );
  if (!pki.keys.has(label)) return make();
  return yesNo(
    `WARNING: You have a RSA keypair already defined named ${label}.\n`,
    'Do you really want to replace them? [yes/no]: ',
    (yes) => (yes ? make() : {}),
  );
};

type Command = readonly [RegExp, (place: Place, value: string) => Reply];
const commands: readonly Command[] = [
  [/^crypto ca authenticate (\S+)$/, authenticate],
  [/^crypto ca enroll (\S+)$/, enroll],
  [/^crypto ca import (\S+) certificate$/, importOwn],
  [/^crypto ca import (\S+) pkcs12 (\S+)$/, importPkcs12],
];

/** The dialogue that a line begins, or undefined where it is configuration like any other. */
export const pkiDialogue = (device: Device, space: Space, line: string): Reply | undefined => {
  const [, label, bits] = /^crypto key generate rsa label (\S+) modulus (\d+)$/.exec(line) ?? [];
  if (label !== undefined) return generate(device, label, Number(bits));
  for (const [pattern, run] of commands) {
    const [, name, value = ''] = pattern.exec(line) ?? [];
    if (name === undefined) continue;
    const place = placeOf(device, space, name);
    return place === undefined ? { text: `ERROR: CA trustpoint '${name}' is not known.` } : run(place, value);
  }
  return undefined;
};
