import { sampled } from '../../support/sampled';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Inspection } from '../../../lib/contract/platform';
import { boot } from '../../../lib/lab/devices/iosxe/boot';
import { printConfig } from '../../../lib/lab/devices/iosxe/show-config';
import { tw } from '../../support/command';
import { startRig, type Rig } from '../../support/rig';

/** Configurations with traps, and dumps of real devices: they stay outside of the repository; fixtures of our own stand in. */
const samples = join(__dirname, '../../../../shared/samples');
const fixtures = join(__dirname, '../../fixtures/running-config');
if (!existsSync(samples)) console.log(`skipped: the sample configurations: ${samples} is not present`);
const filesIn = (directory: string, form: RegExp): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory).flatMap((name) => (form.test(name) ? [join(directory, name)] : []))
    : [];
const files = [
  ...filesIn(join(samples, 'synthetic'), /^ios-/),
  ...filesIn(join(samples, 'running-config'), /./),
  ...filesIn(fixtures, /\.cfg$/),
  ...filesIn(`${fixtures}-lines`, /\.cfg$/),
].map((file) => [basename(file), file] as const);

/** Sections that a VPN is made of. */
const ofVpn =
  /^(no )?(crypto |radius |aaa |interface (Tunnel|Virtual-Template|Loopback)|ip local pool|ip access-list|access-list|vrf definition|ntp |ip route |ip vrf|router )/i;
/** Secrets of the samples: invented words, keys in hexadecimal, strings of type 7. */
const secret = /Example-[A-Za-z]+-\d|Nhrp-Ex|\b[0-9A-F]{24,}\b/;

/** Without comments, empty lines and blanks at both ends: a person may have moved a line that a device printed. */
const essence = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('!'));

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

describe.each(sampled(files, 3))('%s', (name, file) => {
  const text = readFileSync(file, 'utf8');
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('version '));

  test('is read: at most one of a hundred lines of its VPN is unknown, and no secret is shown', async () => {
    const at = join(rig.room, name);
    writeFileSync(at, text);
    const [json, shown, lint] = [
      await tw(rig, ['inspect', '--platform', 'ios-xe', '--json', at]),
      await tw(rig, ['inspect', '--platform', 'ios-xe', at]),
      await tw(rig, ['lint', '--platform', 'ios-xe', at]),
    ];
    expect([json, shown].map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    for (const { out, err } of [json, shown, lint]) {
      expect(secret.exec(out)?.[0]).toBeUndefined();
      expect(err).not.toMatch(/\n\s+at /);
    }
    const unknown = new Set((JSON.parse(json.out) as Inspection).unknown.map(({ line }) => line));
    let top = '';
    const vpn = lines.flatMap((line, i) => {
      if (/^[^\s!]/.test(line)) top = line;
      return line.trim() !== '' && ofVpn.test(top) ? [i + 1] : [];
    });
    expect(vpn.length).toBeGreaterThan(20);
    expect(vpn.filter((line) => unknown.has(line)).length / vpn.length).toBeLessThanOrEqual(0.01);
  });

  (start === -1 ? test.skip : test)('is printed back by a router that boots with it', () => {
    const end = lines.findLastIndex((line) => line.trimEnd() === 'end');
    const own = lines.slice(start, end + 1);
    const release = `${own[0]!.split(' ')[1]!.trim()}.1`;
    expect(essence(printConfig(boot(own.join('\n')), release).split('\n'))).toEqual(essence(own));
  });
});
