/** Two real copies of the package, from its tarball: the program's, and one nested below an organisation's module. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const wanted = process.env['TARBALLS'] === '1';

const program = `
const { App, IosXeRouter, Login, VpnStack } = require('tunnelwright');
const { Branch } = require('@example/vpn');
const stack = new VpnStack(new App({ outdir: 'out' }), 'net');
const router = (id, n) => new IosXeRouter(stack, id, { host: '192.0.2.' + n, release: '17.9', login: Login.fromEnv('EDGE') });
new Branch(stack, 'branch', router('edge', 1), router('far', 2));
stack.node.root.synth();
`;
const module_ = `
const { Construct } = require('constructs');
const { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn } = require('tunnelwright');
exports.Branch = class extends Construct {
  constructor(scope, id, edge, far) {
    super(scope, id);
    const end = (device, n) => ({ device, interface: 'GigabitEthernet1', address: '198.51.100.' + n, tunnel: '10.9.1.' + n + '/30', networks: ['10.' + n + '.0.0/16'] });
    new SiteToSiteVpn(this, 'vpn', { suite: CryptoSuite.aes256Gcm(), authentication: PreSharedKey.from(Secret.fromEnv('KEY')), ends: [end(edge, 1), end(far, 2)] });
  }
};
`;

/** Installs the tarball into an empty folder, and puts a second copy of it below the module. */
const installed = (folder: string): void => {
  const run = (cwd: string, ...args: readonly string[]) =>
    execFileSync('npm', [...args], { cwd, stdio: 'pipe', encoding: 'utf8' });
  run(root, 'run', 'build');
  run(root, 'pack', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), '{"name":"program","private":true}');
  run(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);
  const place = join(folder, 'node_modules/@example/vpn');
  mkdirSync(join(place, 'node_modules'), { recursive: true });
  writeFileSync(join(place, 'package.json'), '{"name":"@example/vpn","version":"1.0.0","main":"index.js"}');
  writeFileSync(join(place, 'index.js'), module_);
  cpSync(join(folder, 'node_modules/tunnelwright'), join(place, 'node_modules/tunnelwright'), { recursive: true });
  writeFileSync(join(folder, 'main.js'), program);
};

(wanted ? describe : describe.skip)('two installed copies (TARBALLS=1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('what the module declares is written', () => {
    installed(folder);
    const told = execFileSync('node', ['main.js'], { cwd: folder, encoding: 'utf8' });
    const config = readFileSync(join(folder, 'out/stacks/net/edge.cfg'), 'utf8');
    expect([told, config.includes('crypto ikev2 profile branch-vpn')]).toEqual(['', true]);
  }, 600_000);
});
