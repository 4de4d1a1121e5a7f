import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boot } from '../../../../lib/lab/devices/asa/boot';
import { printConfig } from '../../../../lib/lab/devices/asa/config';
import { masked } from '../../../../lib/model/secret';
import { inspect } from '../../../../lib/platforms/asa/inspect';

/** Invented configurations stand outside of the repository; some of our own stand in for them. */
const samples = join(__dirname, '../../../../../shared/samples/synthetic');
if (!existsSync(samples)) console.log(`skipped: the sample configurations: ${samples} is not present`);
const fixtures = join(__dirname, '../../../fixtures/running-config-asa');
const files = [
  ...readdirSync(fixtures).map((name) => join(fixtures, name)),
  ...(existsSync(samples) ? readdirSync(samples).filter((name) => name.startsWith('asa-')) : []).map((name) =>
    join(samples, name),
  ),
];

/** Sections that a VPN engineer asks about. */
const ofVpn =
  /^(no )?(crypto |tunnel-group|group-policy|webvpn|aaa-server|ip(v6)? local pool|access-list|object network|object-group|nat |interface Tunnel|username .* attributes|anyconnect|dynamic-access-policy-record|ldap attribute-map)/;

/** What two prints may differ in: lines of `!`, empty ones, blanks at the end, and what is said of the file. */
const essence = (text: string): readonly string[] =>
  text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^ *!|^:|^ASA Version |^Cryptochecksum:/.test(line));

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const found = inspect(text);

  test('at most one line in a hundred of its VPN is unknown', () => {
    const unknown = new Set(found.unknown.map(({ line }) => line));
    let isVpn = false;
    const lines = text.split('\n').flatMap((line, at) => {
      if (/^[^\s!:]/.test(line)) isVpn = ofVpn.test(line);
      return isVpn && !/^\s*(!|$)/.test(line) ? [at + 1] : [];
    });
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => unknown.has(line)).length / lines.length).toBeLessThanOrEqual(0.01);
  });

  test('none of its secrets is shown', () => {
    const shown = JSON.stringify({ ...found, unmanaged: [], unknown: [] });
    const others = [...found.unmanaged, ...found.unknown].map((line) => masked(line.text)).join('\n');
    const secrets = [...text.matchAll(/\b(Example-[\w-]+-\d+|\$sha512\$\S+)/g)].map(([secret]) => secret);
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => shown.includes(secret) || others.includes(secret))).toEqual([]);
  });

  test('a simulated ASA prints it back', () =>
    expect(essence(printConfig(boot(text), '9.18(4)', true))).toEqual(essence(text)));
});
