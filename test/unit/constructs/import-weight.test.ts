/** What importing the package loads: counted in modules, against importing `cdktf` alone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lazily } from '../../../scripts/lazy-entry';
import { compiled } from '../../support/compiled';

const root = resolve(__dirname, '../../..');
const room = mkdtempSync(join(tmpdir(), 'weight-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Weight {
  readonly modules: number;
  readonly packages: readonly string[];
}
const weigh = (module: string): Weight =>
  JSON.parse(
    execFileSync('node', [join(root, 'scripts/import-weight.cjs'), module], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CDKTF_OUTDIR: room },
    }),
  ) as Weight;

const constructs = join(compiled, 'constructs/index.js');
/** Connections, their certificates, and the writer of XML. */
const heavy = ['ssh2', 'axios', '@peculiar/x509', 'xmlbuilder2', 'commander'];

test('the package is less than a third of the 1533 modules that it was, beside cdktf', () => {
  expect(weigh(constructs).modules - weigh('cdktf').modules).toBeLessThan(1533 / 3);
});

const node = (...words: readonly string[]): string =>
  execFileSync('node', words, { cwd: root, encoding: 'utf8', env: { ...process.env, CDKTF_OUTDIR: room } });

test('a noun is loaded when it is asked for, and no other', () => {
  const program = `
    const { IkeV2Proposal } = require(${JSON.stringify(constructs)});
    const loaded = Object.keys(require.cache).filter((file) => /constructs.generated/.test(file));
    console.log(IkeV2Proposal.name, loaded.map((file) => require('node:path').basename(file)).sort().join(' '));
  `;
  expect(node('-e', program)).toBe('IkeV2Proposal ikev2-proposal.js index.js\n');
});

test('everything can be the first that is asked for', () => {
  const program = `
    const entry = ${JSON.stringify(constructs)};
    const own = (file) => /[/\\\\](?:constructs|lib)[/\\\\]/.test(file) && file.startsWith(${JSON.stringify(compiled)});
    for (const name of Object.keys(require(entry))) {
      for (const file of Object.keys(require.cache)) if (own(file)) delete require.cache[file];
      if (require(entry)[name] === undefined) throw new Error(name);
    }
    console.log('each');
  `;
  expect(node('-e', program)).toBe('each\n');
});

test('an ES module imports by name', () => {
  const program = `import { App, IkeV2Proposal, HubAndSpoke } from ${JSON.stringify(`file://${constructs}`)};
    console.log(App.name, IkeV2Proposal.name, HubAndSpoke.name);`;
  expect(node('--input-type=module', '-e', program)).toBe('App IkeV2Proposal HubAndSpoke\n');
});

test('an entry that does more than hand on what others export is not made lazy', () => {
  const load = 'var x_1 = require("./x");';
  const handOn = 'get: function () { return x_1.X; }';
  expect(lazily(`${load}\n${handOn}`)).toBe(`const x_1 = { get X() { return require("./x").X; } };\n${handOn}`);
  expect(() => lazily(`${load}\nx_1.begin();`)).toThrow('x_1 is used otherwise than handed on');
});

test('an import loads no connection and no writer of XML', () => {
  expect(weigh(constructs).packages.filter((name) => heavy.includes(name))).toEqual([]);
});

test('the kit for tests loads no simulated device', () => {
  const kit = weigh(join(compiled, 'testing/index.js'));
  expect(kit.packages.filter((name) => heavy.includes(name))).toEqual([]);
});

test('a program of one router loads that platform, and still no connection', () => {
  const program = `
    const { App, IkeV2Proposal, IosXeRouter, Login, VpnStack } = require(${JSON.stringify(constructs)});
    const app = new App();
    const edge = new IosXeRouter(new VpnStack(app, 'net'), 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    new IkeV2Proposal(edge, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    app.synth();
    const loaded = Object.keys(require.cache).map((file) => file.replaceAll('\\\\', '/'));
    const of = (platform) => loaded.some((file) => file.includes('/lib/platforms/' + platform + '/'));
    if (!of('iosxe') || of('fmc') || of('asa')) throw new Error('loads other platforms than its own');
  `;
  writeFileSync(join(room, 'main.js'), program);
  expect(weigh(join(room, 'main.js')).packages.filter((name) => heavy.includes(name))).toEqual([]);
});
