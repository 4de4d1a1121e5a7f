import { stamp } from '../../../server/clock';
import type { Device, KeyType, NamedKey } from '../types';
import type { Reply } from '../../../terminal/reply';
import { later, yesNo } from '../../../terminal/questions';
import { fullName, keyId } from './store';
import { grouped, newEcKey, newRsaKey } from '../../../server/x509';

interface Asked {
  readonly label?: string;
  readonly bits?: number;
  readonly exportable: boolean;
}

/** What the keys of each type are: in the words of the device, and their sizes. */
const types: Readonly<
  Record<KeyType, { title: string; size: string; usage: string; sizes: string; takes(bits: number): boolean }>
> = {
  rsa: {
    title: 'RSA',
    size: 'modulus',
    usage: 'General Purpose Key',
    sizes: '% A decimal number between 512 and 4096.',
    takes: (bits) => bits >= 512 && bits <= 4096,
  },
  ec: {
    title: 'EC',
    size: 'keysize',
    usage: 'Signature Key',
    sizes: '% The key size must be 256, 384 or 521.',
    takes: (bits) => [256, 384, 521].includes(bits),
  },
};

const read = (type: KeyType, words: readonly string[]): Asked | undefined => {
  const [word, value] = words;
  if (word === undefined) return { exportable: false };
  const lower = word.toLowerCase();
  const one = ['general-keys', 'exportable'].includes(lower);
  const rest = read(type, words.slice(one ? 1 : 2));
  if (rest === undefined) return undefined;
  if (lower === 'general-keys') return type === 'rsa' ? rest : undefined;
  if (lower === 'exportable') return { ...rest, exportable: true };
  if (lower === 'label' && value !== undefined) return { ...rest, label: value };
  return lower === types[type].size && /^\d+$/.test(value ?? '') ? { ...rest, bits: Number(value) } : undefined;
};

/** A key like another: of its type and size. */
export const newKey = async (
  device: Device,
  { type, label, bits, exportable }: Pick<NamedKey, 'type' | 'label' | 'bits' | 'exportable'>,
): Promise<NamedKey> => ({
  ...(await (type === 'rsa' ? (device.options.rsaKey ?? newRsaKey)(bits) : newEcKey(bits))),
  type,
  label,
  bits,
  exportable,
  at: device.clock.now(),
});

const made = (device: Device, key: Pick<NamedKey, 'type' | 'label' | 'bits' | 'exportable'>): Reply => {
  const kind = key.exportable ? 'exportable' : 'non-exportable';
  const { title } = types[key.type];
  const start = Date.now();
  const size = key.type === 'rsa' ? [`% The key modulus size is ${key.bits} bits`] : [];
  return later(
    [...size, `% Generating ${key.bits} bit ${title} keys, keys will be ${kind}...`].join('\n'),
    newKey(device, key).then((all) => {
      device.pki.setKey(all);
      return { text: `[OK] (elapsed time was ${Math.round((Date.now() - start) / 1000)} seconds)\n` };
    }),
  );
};

const sized = (device: Device, type: KeyType, label: string, bits: number, exportable: boolean): Reply => {
  if (!types[type].takes(bits)) return { text: types[type].sizes };
  // From 17.11 on the device refuses weak keys.
  const [major = 17, minor = 9] = device.release.split('.').map(Number);
  if (type === 'rsa' && bits < 2048 && (major > 17 || (major === 17 && minor >= 11)))
    return { text: '% The modulus size is below 2048 bits and is not allowed.' };
  return made(device, { type, label, bits, exportable });
};

/** `crypto key generate rsa …` and `crypto key generate ec keysize …`. */
export const generateKey = (device: Device, type: KeyType, words: readonly string[]): Reply | undefined => {
  const asked = read(type, words);
  // The size of an elliptic curve is part of the command; that of an RSA key is asked for.
  if (asked === undefined || (type === 'ec' && asked.bits === undefined)) return undefined;
  const label = asked.label ?? fullName(device);
  const go = (): Reply => {
    const name = `The name for the keys will be: ${label}\n`;
    if (asked.bits !== undefined) {
      const reply = sized(device, type, label, asked.bits, asked.exportable);
      return { ...reply, text: `${name}\n${reply.text ?? ''}` };
    }
    const answer = (text: string): Reply => sized(device, type, label, Number(text || 1024), asked.exportable);
    return {
      text: `${name}Choose the size of the key modulus in the range of 512 to 4096 for your\n  General Purpose Keys.\n`,
      ask: { prompt: 'How many bits in the modulus [1024]: ', answer },
    };
  };
  if (!device.pki.keys.has(keyId(type, label))) return go();
  return yesNo(
    `% You already have ${types[type].title} keys defined named ${label}.`,
    '% Do you really want to replace them? [yes/no]: ',
    (yes) => (yes ? go() : {}),
  );
};

const keysOf = (device: Device, type: KeyType, label: string | undefined): readonly NamedKey[] =>
  [...device.pki.keys.values()].filter((key) => key.type === type && (label === undefined || key.label === label));

/** `crypto key zeroize rsa [label]`, and `ec`. */
export const zeroizeKey = (device: Device, type: KeyType, label: string | undefined): Reply => {
  const labels = keysOf(device, type, label).map((key) => key.label);
  const { title } = types[type];
  if (labels.length === 0)
    return {
      text:
        label === undefined
          ? `% No Signature ${title} Keys found in configuration.`
          : `% No Signature ${title} Keys found named '${label}'.`,
    };
  return yesNo(
    `% Keys to be removed are named '${labels.join("', '")}'.\n% All router certs issued using these keys will also be removed.`,
    'Do you really want to remove these keys? [yes/no]: ',
    (yes) => {
      if (yes) labels.forEach((each) => device.pki.dropKey(type, each));
      return {};
    },
  );
};

/** `show crypto key mypubkey rsa [label]`, and `ec`. */
export const showKeys = (device: Device, words: readonly string[]): string =>
  keysOf(device, words[4]?.toLowerCase() as KeyType, words[5])
    .flatMap((key) => [
      `% Key pair was generated at: ${stamp(key.at)}`,
      `Key name: ${key.label}`,
      `Key type: ${types[key.type].title} KEYS`,
      ' Storage Device: not specified',
      ` Usage: ${types[key.type].usage}`,
      ` Key is ${key.exportable ? '' : 'not '}exportable. Redundancy enabled.`,
      ' Key Data:',
      ...grouped(key.spki)
        .match(/.{1,72}/g)!
        .map((row) => `  ${row.trim()} `),
    ])
    .join('\n');
