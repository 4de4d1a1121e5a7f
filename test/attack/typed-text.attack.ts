/** Text that would be more on a device, or another thing to a reader, than it looks: no string of a declaration takes it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { App, IkeV2Proposal, IosXeRouter, Login, RawBlock, RawConfig, Secret, VpnStack } from 'tunnelwright';
import { ProblemError } from '../../lib/kernel/problem';
import { nouns, type Kind } from '../../lib/model/nouns';
import { targets } from '../../lib/model/targets';
import { readSecret } from '../../lib/run/secrets/read';
import { sourcesOf } from '../architecture/sources';

const evil = ['\nno aaa new-model', '\u001b]52;c;eA==\u0007', '\u0085', '\u202e', '\u200b', '\ud800', '\u007f', '\r'];
/** Alone, behind and within what a field may look like. */
const spoilt = (text: string): readonly string[] =>
  evil.flatMap((bad) => [`${text}${bad}`, `${bad}${text}`, `${text.slice(0, 3)}${bad}${text.slice(3)}`]);
const looks = [
  'X',
  'edge',
  '192.0.2.1',
  '10.0.0.0/8',
  '2001:db8::1',
  'https://a.example/x',
  'a@example.net',
  'DC=a,DC=b',
];

interface Def {
  readonly type: string;
  readonly [key: string]: unknown;
}
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

/** The content of a file, a certificate and a banner that is sent as JSON have lines. */
const block = /content\.text$|^ftd-group-policy\.banner$|\.certificate$|\.pem$/;
const safe = new Set(['literal', 'enum', 'boolean', 'number', 'undefined', 'null', 'never']);

/** Every place of a schema that takes a string, and what it takes there. */
const leaves = (schema: z.core.$ZodType, at: string): readonly (readonly [string, z.core.$ZodType])[] => {
  const def = defOf(schema);
  const below = (inner: unknown, name: string) => leaves(inner as z.core.$ZodType, `${at}${name}`);
  if (safe.has(def.type)) return [];
  if (def.type === 'string' || def.type === 'custom') return [[at, schema]];
  if (def.type === 'object')
    return Object.entries(def['shape'] as object).flatMap(([key, member]) => below(member, `.${key}`));
  if (def.type === 'array') return below(def['element'], '[]');
  if (def.type === 'union') return (def['options'] as readonly unknown[]).flatMap((option) => below(option, ''));
  if (def.type === 'tuple') return (def['items'] as readonly unknown[]).flatMap((item, i) => below(item, `[${i}]`));
  if (def.type === 'record') return [...below(def['keyType'], '{key}'), ...below(def['valueType'], '{}')];
  if (def.type === 'intersection') return [...below(def['left'], ''), ...below(def['right'], '')];
  if (def.type === 'pipe') return below(def['in'], '');
  if (def.type === 'transform') return [];
  if (def['innerType'] !== undefined) return below(def['innerType'], '');
  if (def.type === 'lazy') return below((def['getter'] as () => unknown)(), '');
  throw new Error(`${at}: what is in a ${def.type} is not known here`);
};

const taken = (schema: z.core.$ZodType, at: string): readonly string[] => {
  const parse = (value: unknown): boolean => z.safeParse(schema, value).success;
  if (defOf(schema).type === 'custom')
    return Object.keys(nouns).flatMap((kind) =>
      evil
        .map((bad) => `X${bad}`)
        .filter((name) =>
          [
            { ref: kind, name, external: true },
            { ref: { ref: kind, name, external: true } },
            { ref: kind, name: 'X', key: { type: name } },
          ].some(parse),
        ),
    );
  const lines = block.test(at);
  return looks
    .flatMap(spoilt)
    .filter(
      (text) =>
        !(lines && /^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202e\ud800]*$/.test(text)) &&
        parse(text),
    );
};

const found = (name: string, schema: z.core.$ZodType): readonly string[] =>
  leaves(schema, name).flatMap(([at, leaf]) => taken(leaf, at).map((text) => `${at} takes ${JSON.stringify(text)}`));

test.each(Object.keys(nouns) as Kind[])('no string of %s takes what is invisible', (kind) => {
  expect(found(kind, nouns[kind].schema)).toEqual([]);
});
test.each(Object.entries(targets))('no string of the settings of %s takes what is invisible', (name, schema) => {
  expect(found(name, schema)).toEqual([]);
});
test('strings of the model are made in one file', () => {
  const own = 'lib/model/plain-text.ts';
  const others = sourcesOf('lib')
    .map(({ path }) => path)
    .filter((path) => path.startsWith('lib/model/') && path !== own)
    .filter((path) => /\bz\s*\.(string|url)\(/.test(readFileSync(path, 'utf8')));
  expect(others).toEqual([]);
});

const edgeIn = (stack: VpnStack): IosXeRouter =>
  new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
const stack = (id = 'net'): VpnStack => new VpnStack(new App(), id);
const codes = (of: VpnStack): readonly string[] => of.problems.map(({ code }) => code);

test('the id of a construct becomes a name, and is refused where it cannot be one', () => {
  const net = stack();
  new IkeV2Proposal(edgeIn(net), 'X\nno aaa new-model', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
  expect(codes(net)).toContain('prop.invalid');
});

test.each(['my stack', 'a\nb', 'x'.repeat(300), '-yes', '$(reboot)', ''])('a stack is not called %j', (id) => {
  expect(codes(stack(id))).toContain('stack.name');
});
test.each(['the edge', 'x'.repeat(300), '$(reboot)'])('a target is not called %j', (id) => {
  const net = stack();
  new IosXeRouter(net, id, { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
  expect(codes(net)).toContain('target.name');
});

describe('raw configuration stays in its place', () => {
  const refused = [
    ...['end', 'exit', 'EXIT', 'exi', 'quit', 'do reload', 'do write erase', 'configure terminal', 'conf t', 'reload'],
    ...['reload in 5', 'wr', 'write memory', 'write erase', 'erase nvram:', 'crypto key zeroize rsa'],
    ...['banner motd ^C', 'banner login # one', 'banner exec', 'crypto pki certificate chain CA', 'macro name M'],
  ];
  const kept = ['ipv6 unicast-routing', 'banner motd #No entry#', 'no banner motd', 'endpoint x', 'do-not-use x'];

  test.each(refused)('%s', (line) => {
    const net = stack();
    const edge = edgeIn(net);
    new RawConfig(edge, 'raw', { lines: [line] });
    new RawBlock(edge, 'block', { name: 'router ospf 1', lines: [line] });
    new RawBlock(edge, 'head', { name: line });
    const problems = net.problems.filter(({ code }) => code === 'prop.invalid');
    expect(problems.map(({ path }) => path)).toEqual(['net/edge/raw', 'net/edge/block', 'net/edge/head']);
    expect(problems[0]!.message).toMatch(/^lines\[0\]: '.*' .+: .+/);
  });
  test.each(kept)('and takes %s', (line) => {
    const net = stack();
    new RawConfig(edgeIn(net), 'raw', { lines: [line] });
    expect(net.problems).toEqual([]);
  });
  test('the end of an address family is a line like others', () => {
    const net = stack();
    new RawBlock(edgeIn(net), 'eigrp', {
      name: 'router eigrp X',
      lines: ['address-family ipv4', ' exit-address-family'],
    });
    expect(net.problems).toEqual([]);
  });
});

describe('a secret that cannot be typed is refused, and not shown', () => {
  test.each(evil.filter((bad) => bad !== '\ud800'))('with %j in it', async (bad) => {
    const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
    const file = join(room, 'psk');
    writeFileSync(file, `hush${bad}hush`);
    const error = await readSecret(Secret.fromFile(file), 'edge').catch((e: unknown) => e);
    expect(readdirSync(room)).toEqual(['psk']);
    rmSync(room, { recursive: true });
    expect(error).toBeInstanceOf(ProblemError);
    const [problem] = (error as ProblemError).problems;
    expect(problem).toMatchObject({ code: 'secret.control', path: 'edge' });
    expect(JSON.stringify(problem)).not.toContain('hush');
  });
});
