import type { Device, KeyType } from '../types';
import type { Reply } from '../../../terminal/reply';
import { yesNo } from '../../../terminal/questions';
import { authenticate } from './authenticate';
import { enroll } from './enroll';
import { importCertificate, importPkcs12 } from './import';
import { generateKey, zeroizeKey } from './keys';
import { certificatesOf, withoutCertificates } from './store';

type Command = readonly [RegExp, (device: Device, user: string, found: RegExpExecArray) => Reply | undefined];

const wordsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/\s+/).filter((word) => word !== '');

const typeOf = (text: string | undefined): KeyType => (text?.toLowerCase() === 'ec' ? 'ec' : 'rsa');

/** What is typed in configuration mode and is not configuration: keys and certificates. */
const commands: readonly Command[] = [
  [
    /^crypto key generate (rsa|ec)((?:\s+\S+)*)$/i,
    (device, _user, [, type, words]) => generateKey(device, typeOf(type), wordsOf(words)),
  ],
  [
    /^crypto key zeroize (rsa|ec)(?:\s+(\S+))?$/i,
    (device, _user, [, type, label]) => zeroizeKey(device, typeOf(type), label),
  ],
  [/^crypto (?:pki|ca) authenticate (\S+)$/i, (device, user, [, name]) => authenticate(device, user, name!)],
  [/^crypto (?:pki|ca) enroll (\S+)$/i, (device, user, [, name]) => enroll(device, user, name!)],
  [/^crypto (?:pki|ca) import (\S+) certificate$/i, (device, user, [, name]) => importCertificate(device, user, name!)],
  [
    /^crypto (?:pki|ca) import (\S+) pkcs12 terminal password (?:0 )?(\S+)$/i,
    (device, user, [, name, passphrase]) => importPkcs12(device, user, name!, passphrase!),
  ],
  [
    /^no crypto pki certificate chain (\S+)$/i,
    (device, user, [, name]) =>
      certificatesOf(device, name!).length === 0
        ? undefined
        : yesNo(
            `This will remove all certificates for trustpoint ${name}`,
            'Are you sure you want to do this? [yes/no]: ',
            (yes) => {
              if (yes) {
                device.change(withoutCertificates(device.running(), name!), user);
                device.enrolled.delete(name!);
              }
              return {};
            },
          ),
  ],
];

/** It is not a short form of `crypto keyring`. */
const isOfKeys = (line: string): boolean => /^crypto key (generate|zeroize)\b/i.test(line);

/** The dialogue that a line begins, or undefined where it is configuration like any other. */
export const pkiDialogue = (device: Device, user: string, line: string): Reply | undefined => {
  for (const [pattern, run] of commands) {
    const found = pattern.exec(line);
    const reply = found && run(device, user, found);
    if (reply) return reply;
  }
  return isOfKeys(line) ? { text: "% Invalid input detected at '^' marker.\n" } : undefined;
};
