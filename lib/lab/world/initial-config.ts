import type { Place } from './place';

/** Names that a text mentions after these words, each once, without those that it makes itself. */
const mentioned = (text: string, what: RegExp, made?: RegExp): readonly string[] => {
  const all = [...text.matchAll(what)].map((match) => match[1]!);
  const own = made === undefined ? [] : [...text.matchAll(made)].map((match) => match[1]!);
  return [...new Set(all)].filter((name) => !own.includes(name));
};
const headers = ({ externals }: Place, without: RegExp): readonly string[] =>
  externals.flatMap(({ header }) => (header === undefined || without.test(header) ? [] : [header]));

export interface Boot {
  readonly config: string;
  /** Trustpoints that have a certificate. */
  readonly enrolled: readonly string[];
}

const hardware =
  /\b((?:TenGigabitEthernet|TwentyFiveGigE|HundredGigE|GigabitEthernet|FastEthernet|Ethernet|Port-channel)\d[\d/.]*)/g;

/** A router as it is before the first run of a program: what the program refers to is there, and an archive. */
export const routerBefore = (place: Place): Boot => {
  const { text } = place;
  const trustpoints = mentioned(text, /^ pki trustpoint (\S+)/gm, /^crypto pki trustpoint (\S+)/gm);
  const loopbacks = mentioned(text, /unnumbered (Loopback\d+)/g, /^interface (Loopback\d+)/gm);
  const lines = [
    `hostname ${place.id}`,
    place.aaaNewModel === 'on' ? 'aaa new-model' : 'no aaa new-model',
    ...trustpoints.flatMap((name) => [
      `crypto pki trustpoint ${name}`,
      ' enrollment terminal',
      ' revocation-check crl',
    ]),
    'archive',
    ' path bootflash:archive',
    'username lab privilege 15 secret 9 $9$labonly',
    ...loopbacks.flatMap((name, i) => [`interface ${name}`, ` ip address 10.255.0.${i + 1} 255.255.255.255`]),
    ...mentioned(text, hardware).flatMap((name) => [`interface ${name}`, ' description of the lab']),
    ...headers(place, /^(?:crypto pki trustpoint|interface) /),
    'line vty 0 4',
    ' transport input ssh',
    'end',
  ];
  return { config: `${lines.join('\n')}\n`, enrolled: trustpoints };
};

/** The same of an ASA: its interfaces by their logical names. */
const asaBefore = (place: Place): Boot => {
  const { text } = place;
  const trustpoints = mentioned(
    text,
    /(?:trust-?point|certificate) ([A-Z][\w.-]*)\b/gm,
    /^crypto ca trustpoint (\S+)/gm,
  );
  const ports = mentioned(text, /(?:crypto ikev2 enable|^crypto map \S+ interface|tunnel source interface) (\S+)/gm);
  const others = mentioned(text, /^aaa-server \S+ \((\S+)\) host/gm).filter((name) => !ports.includes(name));
  const lines = [
    `hostname ${place.id}`,
    ...[...ports, ...others].flatMap((name, i) => [
      `interface GigabitEthernet0/${i}`,
      ` nameif ${name}`,
      ` security-level ${name === 'outside' ? 0 : 100}`,
      ' no ip address',
    ]),
    ...trustpoints.flatMap((name) => [`crypto ca trustpoint ${name}`, ' enrollment terminal', ' crl configure']),
    'username lab password $sha512$5000$lab pbkdf2 privilege 15',
    ...headers(place, /^(?:crypto ca trustpoint|interface) /),
  ];
  return { config: `${lines.join('\n')}\n`, enrolled: trustpoints };
};

/**
 * What a device boots with: the file that it was given, or how it is before the first run. Each device prints its name, so that
 * a file without one is a part, as synth writes it: the rest is there as before the first run.
 */
const bootWith = (before: Boot, given: string | undefined, chain: RegExp): Boot => {
  if (given === undefined) return before;
  const enrolled = [...given.matchAll(chain)].map((match) => match[1]!);
  if (/^hostname \S/m.test(given)) return { config: given, enrolled };
  return { config: `${before.config.replace(/^end\n/m, '')}${given}`, enrolled: [...before.enrolled, ...enrolled] };
};

export const routerBoot = (place: Place): Boot =>
  bootWith(routerBefore(place), place.boot, /^crypto pki certificate chain (\S+)/gm);
export const asaBoot = (place: Place): Boot =>
  bootWith(asaBefore(place), place.boot, /^crypto ca certificate chain (\S+)/gm);
