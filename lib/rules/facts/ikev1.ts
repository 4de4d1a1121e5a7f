import type { UnknownLine } from '../../model/network';
import type { DeviceView } from '../engine/network-view';
import { broken } from './algorithms';

/** Lines of IKEv1, which is read of devices and has no nouns: only what a rule asks of them is taken. */
const linesOf = ({ read }: DeviceView): readonly UnknownLine[] =>
  [...(read?.unknown ?? [])].map(({ line, text }) => ({ line, text: text.trim() })).sort((a, b) => a.line - b.line);

/** What was found, at its line. */
export interface Ikev1Line {
  readonly line: number;
  readonly name: string;
  /** What it says, in the words of the nouns. */
  readonly words: readonly string[];
}

const ofPolicy = /^(encr|encryption|hash|authentication|group|lifetime|prf)\b/;

/** A word of a policy line as the nouns say it: `encr 3des` → `3des`, `group 2` → `group 2`. */
const wordOf = (text: string): string => {
  const [lead = '', ...values] = text.split(/\s+/);
  return lead === 'group' ? `group ${values[0]}` : (values[0] ?? '');
};

/** IOS prints neither of them: DES and group 1 are its defaults (Cisco IOS Security Command Reference, crypto isakmp policy). */
const hidden = (body: readonly string[]): readonly string[] => [
  ...(body.some((text) => text.startsWith('encr')) ? [] : ['des']),
  ...(body.some((text) => text.startsWith('group')) ? [] : ['group 1']),
];

/** `crypto isakmp policy 10` of a router, `crypto ikev1 policy 10` of an ASA, each with the lines below it. */
const policies = (lines: readonly UnknownLine[]): readonly Ikev1Line[] =>
  lines.flatMap(({ line, text }, at) => {
    const [, kind, name] = /^crypto (isakmp|ikev1) policy (\d+)$/.exec(text) ?? [];
    if (name === undefined) return [];
    const end = lines.findIndex((each, i) => i > at && (each.line !== line + i - at || !ofPolicy.test(each.text)));
    const body = lines.slice(at + 1, end === -1 ? undefined : end).map((each) => each.text);
    const words = body.filter((each) => /^(encr|hash|group)/.test(each)).map(wordOf);
    return [{ line, name: `IKEv1 policy ${name}`, words: [...words, ...(kind === 'isakmp' ? hidden(body) : [])] }];
  });

/** `crypto ipsec ikev1 transform-set OLD esp-3des esp-md5-hmac` of an ASA; those of a router are nouns. */
const transformSets = (lines: readonly UnknownLine[]): readonly Ikev1Line[] =>
  lines.flatMap(({ line, text }) => {
    const [, name, words] = /^crypto ipsec ikev1 transform-set (\S+) (esp-.+)$/.exec(text) ?? [];
    return words === undefined
      ? []
      : [
          {
            line,
            name: `IKEv1 transform set ${name}`,
            words: words.split(/\s+/).map((word) => word.split('-')[1] ?? ''),
          },
        ];
  });

/** What IKEv1 negotiates and no device should any more, by policy and transform set. */
export const weakIkev1 = (device: DeviceView): readonly Ikev1Line[] => {
  const lines = linesOf(device);
  const all = [...policies(lines), ...transformSets(lines)].sort((a, b) => a.line - b.line);
  return all.flatMap((found) => {
    const words = [...new Set(found.words)].filter((word) => broken.includes(word));
    return words.length === 0 ? [] : [{ ...found, words }];
  });
};

const matching = (device: DeviceView, form: RegExp): readonly Ikev1Line[] =>
  linesOf(device).flatMap(({ line, text }) => {
    const [, name] = form.exec(text) ?? [];
    return name === undefined ? [] : [{ line, name, words: [] }];
  });

/** Lines that begin aggressive mode, by the words that do. None on a router that has turned it off as a whole. */
export const aggressiveIkev1 = (device: DeviceView): readonly Ikev1Line[] =>
  linesOf(device).some(({ text }) => text === 'crypto isakmp aggressive-mode disable')
    ? []
    : matching(device, /(initiate mode aggressive|set aggressive-mode|set ikev1 phase1-mode aggressive)/);

/** Keys for every address. */
export const wildcardIkev1 = (device: DeviceView): readonly Ikev1Line[] =>
  matching(
    device,
    /^((?:crypto isakmp key|pre-shared-key)(?= .*address 0\.0\.0\.0(?! (?!0\.0\.0\.0)\d)| address ipv6 ::\/0))/,
  );

/** The line by which a device speaks IKEv1, the first of them. */
export const spokenIkev1 = (device: DeviceView): Ikev1Line | undefined =>
  matching(device, /^(crypto isakmp policy \d+|crypto ikev1 enable \S+)$/)[0];
