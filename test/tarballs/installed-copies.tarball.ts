/** Two real copies of the package: the program's, and one nested below an organisation's module. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInstalled, emptyFolder, install, run, tarball, write } from './support/installed';

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

describeInstalled('two installed copies', () => {
  const folder = emptyFolder('installed');
  const place = join(folder, 'node_modules/@example/vpn');

  test('what the module declares is written', () => {
    write(folder, { 'package.json': '{"name":"program","private":true}', 'main.js': program });
    install(folder, tarball);
    write(place, {
      'package.json': '{"name":"@example/vpn","version":"1.0.0","main":"index.js"}',
      'index.js': module_,
    });
    cpSync(join(folder, 'node_modules/tunnelwright'), join(place, 'node_modules/tunnelwright'), { recursive: true });
    const said = run(folder, 'node', 'main.js');
    const config = readFileSync(join(folder, 'out/stacks/net/edge.cfg'), 'utf8');
    expect([said, config.includes('crypto ikev2 profile branch-vpn')]).toEqual(['', true]);
  });
});
