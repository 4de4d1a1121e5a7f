import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTree } from '../../../../lib/desired/cli/tree';
import { everything } from '../../../../lib/desired/cli/known-lines';
import { inspectRoots } from '../../../../lib/engine/cli/inspect';
import { inspected } from '../../../../lib/cli/configuration-file';
import { syntax } from '../../../../lib/platforms/iosxe/syntax';
import { lookup } from '../../../../lib/platforms/iosxe/grammar/lookup';

const room = mkdtempSync(join(tmpdir(), 'inspect-'));
afterAll(() => rmSync(room, { recursive: true }));
const file = (text: string | Buffer): string => {
  const at = join(room, 'device.cfg');
  writeFileSync(at, text);
  return at;
};
const said = (text: string | Buffer, platform: string): string => {
  try {
    inspected(file(text), platform);
    return 'read';
  } catch (error) {
    return (error as Error).message;
  }
};

const router = 'version 17.9\nhostname edge\nip local pool P 10.0.0.1 10.0.0.9\nend\n';
const firewall = 'ASA Version 9.18(4)\nhostname asa\nip local pool P 10.0.0.1-10.0.0.9 mask 255.255.255.0\n: end\n';

test.each([
  ['', 'ios-xe', 'is empty'],
  ['\r\n \n', 'asa', 'is empty'],
  [Buffer.from([0x1f, 0x8b, 0, 0, 0x41]), 'ios-xe', 'is binary'],
  [Buffer.from(router, 'utf16le'), 'ios-xe', 'text in UTF-16'],
  [firewall, 'ios-xe', 'is a configuration of ASA, not of IOS-XE'],
  [router, 'asa', 'is a configuration of IOS-XE, not of ASA'],
  ['Dear all,\nthe router is down.\n', 'asa', 'not one of its lines is of ASA'],
  [router, 'ios-xe', 'read'],
  [firewall, 'asa', 'read'],
])('%j as %s: %s', (text, platform, words) => expect(said(text, platform)).toContain(words));

test('each line is understood, known and unmanaged, or unknown, and counted in its section', () => {
  const text = `snmp-server contact desk
ip local pool P 10.0.0.1 10.0.0.9
crypto ikev2 policy P
 proposal A
 frobnicate
 shape of water
time-range T
 periodic daily
 twice
`;
  const known = {
    'snmp-server': {},
    'time-range': { periodic: {} },
    'crypto ikev2 policy': { shape: everything },
  } as const;
  const found = inspectRoots(parseTree(text, syntax), text.split('\n'), [], lookup, known);
  expect(found.nouns.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['address-pool P', 'ikev2-policy P']);
  expect(found.unmanaged).toEqual([
    { line: 1, text: 'snmp-server contact desk' },
    { line: 6, text: 'shape of water' },
    { line: 7, text: 'time-range T' },
    { line: 8, text: 'periodic daily' },
  ]);
  expect(found.unknown).toEqual([
    { line: 5, text: 'frobnicate' },
    { line: 9, text: 'twice' },
  ]);
  expect(found.sections()).toEqual([
    { section: 'crypto ikev2 policy', understood: 2, unmanaged: 1, unknown: 1 },
    { section: 'ip local pool', understood: 1, unmanaged: 0, unknown: 0 },
    { section: 'snmp-server', understood: 0, unmanaged: 1, unknown: 0 },
    { section: 'time-range', understood: 0, unmanaged: 2, unknown: 1 },
  ]);
});
