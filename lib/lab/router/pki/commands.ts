import type { Device } from '../device';
import type { Reply } from '../../reply';
import { yesNo } from './ask';
import { authenticate } from './authenticate';
import { enroll } from './enroll';
import { importCertificate, importPkcs12 } from './import';
import { generateKey, zeroizeKey } from './keys';
import { certificatesOf, withoutCertificates } from './store';

type Command = readonly [RegExp, (device: Device, user: string, found: RegExpExecArray) => Reply | undefined];

const wordsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/\s+/).filter((word) => word !== '');

/** What is typed in configuration mode and is no configuration: keys and certificates. */
const commands: readonly Command[] = [
  [/^crypto key generate rsa((?:\s+\S+)*)$/i, (device, _user, [, words]) => generateKey(device, wordsOf(words))],
  [/^crypto key zeroize rsa(?:\s+(\S+))?$/i, (device, _user, [, label]) => zeroizeKey(device, label)],
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

/** The dialogue that a line begins, or undefined where it is configuration like any other. */
export const pkiDialogue = (device: Device, user: string, line: string): Reply | undefined => {
  for (const [pattern, run] of commands) {
    const found = pattern.exec(line);
    if (found) return run(device, user, found);
  }
  return undefined;
};
