/** A line of the configuration that the ASA holds. */
export interface Line {
  /** Lines of one slot replace each other. */
  readonly slot: string;
  readonly text: string;
  /** Place among its siblings in the order of the grammar. */
  readonly place?: number;
  /** Of a line that the ASA booted with: its number in the file, and how it stands there. */
  readonly at?: number;
  readonly raw?: string;
  /** A key that `show running-config` hides. */
  readonly key?: string;
  /** Present: a block. */
  readonly lines?: readonly Line[];
}
export type Config = readonly Line[];

/** Puts a line in its slot; a block that is there keeps what is in it. */
export const put = (lines: Config, line: Line): Config => {
  const old = lines.find((other) => other.slot === line.slot);
  if (old !== undefined) {
    const stays = {
      ...(old.at === undefined ? {} : { at: old.at }),
      ...(old.raw === undefined || old.text !== line.text ? {} : { raw: old.raw }),
      ...(old.lines ? { lines: old.lines } : {}),
    };
    return lines.map((other) => (other === old ? { ...line, ...stays } : other));
  }
  return [...lines, line];
};

export const drop = (lines: Config, gone: readonly Line[]): Config => lines.filter((line) => !gone.includes(line));

/** Changes the lines of the block at `path` (slots from the top). */
export const within = (lines: Config, path: readonly string[], change: (lines: Config) => Config): Config => {
  const [first, ...rest] = path;
  if (first === undefined) return change(lines);
  return lines.map((line) => (line.slot === first ? { ...line, lines: within(line.lines ?? [], rest, change) } : line));
};

export const linesAt = (lines: Config, path: readonly string[]): Config =>
  path.reduce<Config>((level, slot) => level.find((line) => line.slot === slot)?.lines ?? [], lines);

/** In which order an ASA prints what stands at the top level. From the order of public running configurations. */
const order = [
  'hostname',
  'domain-name',
  'enable',
  'names',
  'ip local pool',
  'interface',
  'dns',
  'object network',
  'object-group',
  'access-list',
  'nat',
  'access-group',
  'route',
  'router bgp',
  'aaa-server',
  'user-identity',
  'aaa',
  'http',
  'snmp-server',
  'crypto ipsec ikev2 ipsec-proposal',
  'crypto ipsec profile',
  'crypto ipsec',
  'crypto dynamic-map',
  'crypto map',
  'crypto ca trustpoint',
  'crypto ca certificate map',
  'crypto ca certificate chain',
  'crypto ca',
  'crypto ikev2 policy',
  'crypto ikev2',
  'telnet',
  'ssh',
  'console',
  'ntp',
  'ssl',
  'webvpn',
  'group-policy',
  'username',
  'tunnel-group',
  'tunnel-group-map',
  'class-map',
  'policy-map',
  'service-policy',
];
const rankOf = (text: string): number => {
  const fits = order.filter((lead) => text === lead || text.startsWith(`${lead} `));
  const longest = fits.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? order.length : order.indexOf(longest);
};
/** Lines of one name stand together, whatever was typed between them. */
const grouped = /^(tunnel-group|group-policy|aaa-server|access-list|crypto dynamic-map|crypto map) (\S+)/;
const parts = [
  'type',
  'internal',
  'protocol',
  'general-attributes',
  'webvpn-attributes',
  'ipsec-attributes',
  'ppp-attributes',
];
const partOf = (text: string): number => {
  const map = /^crypto (?:dynamic-)?map \S+ (\d+|interface)/.exec(text)?.[1];
  if (map !== undefined) return map === 'interface' ? 100000 : Number(map);
  const at = parts.indexOf(text.split(' ')[2] ?? '');
  return at === -1 ? parts.length : at;
};

interface Keyed {
  readonly line: Line;
  readonly key: readonly number[];
}
const later = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at === -1 ? 0 : a[at]! - b[at]!;
};
/**
 * Lines that the ASA booted with in the order of its file; one that was typed since stands behind the last of them that
 * comes before it.
 */
const inOrder = (all: readonly Keyed[]): Config => {
  const typed = all.filter(({ line }) => line.at === undefined).sort((a, b) => later(a.key, b.key));
  const order = all.filter(({ line }) => line.at !== undefined).sort((a, b) => a.line.at! - b.line.at!);
  if (order.length === 0) return typed.map(({ line }) => line);
  for (const each of typed) order.splice(order.findLastIndex(({ key }) => later(key, each.key) <= 0) + 1, 0, each);
  return order.map(({ line }) => line);
};

export const sorted = (config: Config): Config => {
  const first = new Map<string, number>();
  const keyed = config.map((line, i) => {
    const name = grouped.exec(line.text)?.[0];
    if (name !== undefined && !first.has(name)) first.set(name, i);
    return { line, key: [rankOf(line.text), name === undefined ? i : first.get(name)!, partOf(line.text), i] };
  });
  const inside = (lines: Config): Config =>
    inOrder(lines.map((line, i) => ({ line, key: [line.place ?? 0, i] }))).map((line) =>
      line.lines ? { ...line, lines: inside(line.lines) } : line,
    );
  return inOrder(keyed).map((line) => (line.lines ? { ...line, lines: inside(line.lines) } : line));
};

const isEmptyMode = (line: Line): boolean =>
  line.lines?.length === 0 && /^(tunnel-group \S+ \S+-attributes|group-policy \S+ attributes|webvpn)$/.test(line.text);

const printed = (line: Line, depth: number, clear: boolean): readonly string[] => {
  if (isEmptyMode(line)) return [];
  const whole = line.raw ?? ' '.repeat(depth) + line.text;
  const text = line.key === undefined || clear ? whole : whole.replace(line.key, '*****');
  const closed = /^address-family /.test(line.text) ? [`${' '.repeat(depth)}exit-address-family`] : [];
  return [text, ...(line.lines ?? []).flatMap((child) => printed(child, depth + 1, clear)), ...closed];
};

/** What `show running-config` prints, and with `clear` what `more system:running-config` does. */
export const printConfig = (config: Config, release: string, clear: boolean): string =>
  [
    ': Saved',
    '',
    ': ',
    ': Serial Number: LAB00000009',
    ':',
    `ASA Version ${release} `,
    '!',
    ...sorted(config)
      .filter((line) => !isEmptyMode(line))
      .flatMap((line) => [...printed(line, 0, clear), ...(line.lines ? ['!'] : [])]),
    'Cryptochecksum:d41d8cd98f00b204e9800998ecf8427e',
    ': end',
    '',
  ].join('\n');
