/** The package with cdktn under the name of cdktf, as docs/how-to/cdktn.md says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const program = `
const { App, IkeV2Proposal, IosXeRouter, Login, VpnStack } = require('tunnelwright');
const app = new App({ outdir: 'out' });
const stack = new VpnStack(app, 'net');
const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
new IkeV2Proposal(edge, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
app.synth();
console.log(require('cdktf/package.json').name);
`;

(process.env['TARBALLS'] === '1' ? describe : describe.skip)('cdktn as cdktf (TARBALLS=1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdktn-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a program is synthesised', () => {
    const run = (cwd: string, ...args: readonly string[]) => execFileSync('npm', [...args], { cwd, stdio: 'pipe' });
    run(root, 'run', 'build');
    run(root, 'pack', '--pack-destination', folder);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    writeFileSync(join(folder, 'package.json'), '{"name":"program","private":true}');
    const packages = ['cdktf@npm:cdktn@^0.24.0', 'constructs@>=10.6.0 <10.8.0', `./${tarball}`];
    run(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps', ...packages);
    writeFileSync(join(folder, 'main.js'), program);
    expect(execFileSync('node', ['main.js'], { cwd: folder, encoding: 'utf8' })).toBe('cdktn\n');
    expect(readFileSync(join(folder, 'out/stacks/net/edge.cfg'), 'utf8')).toContain('crypto ikev2 proposal strong');
  }, 600_000);
});
