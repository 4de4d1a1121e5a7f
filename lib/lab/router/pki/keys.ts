import { stamp } from '../../clock';
import type { Device } from '../device';
import type { Reply } from '../../reply';
import { later, yesNo } from './ask';
import { fullName } from './store';
import { grouped, newRsaKey } from './x509';

interface Asked {
  readonly label?: string;
  readonly modulus?: number;
  readonly exportable: boolean;
}

const read = (words: readonly string[]): Asked | undefined => {
  const [word, value] = words;
  if (word === undefined) return { exportable: false };
  const lower = word.toLowerCase();
  const one = ['general-keys', 'exportable'].includes(lower);
  const rest = read(words.slice(one ? 1 : 2));
  if (rest === undefined) return undefined;
  if (lower === 'general-keys') return rest;
  if (lower === 'exportable') return { ...rest, exportable: true };
  if (lower === 'label' && value !== undefined) return { ...rest, label: value };
  return lower === 'modulus' && /^\d+$/.test(value ?? '') ? { ...rest, modulus: Number(value) } : undefined;
};

const made = (device: Device, label: string, bits: number, exportable: boolean): Reply => {
  const kind = exportable ? 'exportable' : 'non-exportable';
  const start = Date.now();
  return later(
    `% The key modulus size is ${bits} bits\n% Generating ${bits} bit RSA keys, keys will be ${kind}...`,
    newRsaKey(bits).then((key) => {
      device.pki.setKey(label, { ...key, label, bits, exportable, at: device.clock.now() });
      return { text: `[OK] (elapsed time was ${Math.round((Date.now() - start) / 1000)} seconds)\n` };
    }),
  );
};

const sized = (device: Device, label: string, bits: number, exportable: boolean): Reply => {
  if (bits < 512 || bits > 4096) return { text: '% A decimal number between 512 and 4096.' };
  // From 17.11 on the device refuses weak keys.
  const [major = 17, minor = 9] = device.release.split('.').map(Number);
  if (bits < 2048 && (major > 17 || (major === 17 && minor >= 11)))
    return { text: '% The modulus size is below 2048 bits and is not allowed.' };
  return made(device, label, bits, exportable);
};

/** `crypto key generate rsa …`. */
export const generateKey = (device: Device, words: readonly string[]): Reply | undefined => {
  const asked = read(words);
  if (asked === undefined) return undefined;
  const label = asked.label ?? fullName(device);
  const go = (): Reply => {
    const name = `The name for the keys will be: ${label}\n`;
    if (asked.modulus !== undefined) {
      const reply = sized(device, label, asked.modulus, asked.exportable);
      return { ...reply, text: `${name}\n${reply.text ?? ''}` };
    }
    const answer = (text: string): Reply => sized(device, label, Number(text || 1024), asked.exportable);
    return {
      text: `${name}Choose the size of the key modulus in the range of 512 to 4096 for your\n  General Purpose Keys.\n`,
      ask: { prompt: 'How many bits in the modulus [1024]: ', answer },
    };
  };
  if (!device.pki.keys.has(label)) return go();
  return yesNo(
    `% You already have RSA keys defined named ${label}.`,
    '% Do you really want to replace them? [yes/no]: ',
    (yes) => (yes ? go() : {}),
  );
};

/** `crypto key zeroize rsa [label]`. */
export const zeroizeKey = (device: Device, label: string | undefined): Reply => {
  const labels =
    label === undefined ? [...device.pki.keys.keys()] : [label].filter((each) => device.pki.keys.has(each));
  if (labels.length === 0)
    return {
      text:
        label === undefined
          ? '% No Signature RSA Keys found in configuration.'
          : `% No Signature RSA Keys found named '${label}'.`,
    };
  return yesNo(
    `% Keys to be removed are named '${labels.join("', '")}'.\n% All router certs issued using these keys will also be removed.`,
    'Do you really want to remove these keys? [yes/no]: ',
    (yes) => {
      if (yes) labels.forEach((each) => device.pki.setKey(each, undefined));
      return {};
    },
  );
};

/** `show crypto key mypubkey rsa [label]`. */
export const showKeys = (device: Device, words: readonly string[]): string => {
  const label = words[5];
  return [...device.pki.keys.values()]
    .filter((key) => label === undefined || key.label === label)
    .flatMap((key) => [
      `% Key pair was generated at: ${stamp(key.at)}`,
      `Key name: ${key.label}`,
      'Key type: RSA KEYS',
      ' Storage Device: not specified',
      ' Usage: General Purpose Key',
      ` Key is ${key.exportable ? '' : 'not '}exportable. Redundancy enabled.`,
      ' Key Data:',
      ...grouped(key.spki)
        .match(/.{1,72}/g)!
        .map((row) => `  ${row.trim()} `),
    ])
    .join('\n');
};
