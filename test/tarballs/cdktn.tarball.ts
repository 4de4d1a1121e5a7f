/** The package with cdktn under the name of cdktf, as docs/how-to/cdktn.md says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInstalled, emptyFolder, install, run, tarball, write } from './support/installed';

const page = readFileSync(join(__dirname, '../../docs/how-to/cdktn.md'), 'utf8');
/** The block of the page: what a user writes into package.json. */
const settings = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!) as Readonly<Record<string, object>>;

const program = `
const { App, IkeV2Proposal, IosXeRouter, Login, VpnStack } = require('tunnelwright');
const app = new App({ outdir: 'out' });
const stack = new VpnStack(app, 'net');
const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
new IkeV2Proposal(edge, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
app.synth();
console.log(require('cdktf/package.json').name);
`;

describeInstalled('cdktn as cdktf', () => {
  const folder = emptyFolder('cdktn');

  test('is installed without a conflict', () => {
    const dependencies = { ...settings['dependencies'], tunnelwright: `file:${tarball}` };
    write(folder, { 'package.json': JSON.stringify({ name: 'program', private: true, ...settings, dependencies }) });
    install(folder);
    expect(run(folder, 'npm', 'ls', 'cdktf').match(/cdktf@/g)).not.toBeNull();
    expect(run(folder, 'npm', 'ls', 'cdktf')).not.toContain('0.21');
  });

  test('a program is synthesised, and Terraform gets its resource', () => {
    write(folder, { 'main.js': program });
    expect(run(folder, 'node', 'main.js')).toBe('cdktn\n');
    expect(readFileSync(join(folder, 'out/stacks/net/edge.cfg'), 'utf8')).toContain('crypto ikev2 proposal strong');
    const terraform = JSON.parse(readFileSync(join(folder, 'out/stacks/net/cdk.tf.json'), 'utf8')) as {
      readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
    };
    expect(Object.keys(terraform.resource['null_resource']!)).toEqual([
      'tunnelwright-destroy-keeps-devices',
      'tunnelwright-devices',
    ]);
  });
});
