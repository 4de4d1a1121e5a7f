/** The code of docs/how-to/test-a-module.md, and what the kit says where a test asks for the wrong thing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// The page shows what follows, up to the closing mark.
// page
import { Construct, CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';

class Branch extends Construct {
  constructor(scope: Construct, id: string, edge: IosXeRouter, far: IosXeRouter) {
    super(scope, id);
    const end = (device: IosXeRouter, n: number) => ({
      device,
      interface: 'GigabitEthernet1',
      address: `198.51.100.${n}`,
      tunnel: `10.9.1.${n}/30`,
      networks: [`10.${n}.0.0/16`],
    });
    new SiteToSiteVpn(this, 'vpn', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends: [end(edge, 1), end(far, 2)],
    });
  }
}

const branch = () => {
  const stack = Testing.stack();
  const router = (id: string, host: string) =>
    new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });
  new Branch(stack, 'branch', router('edge', '192.0.2.1'), router('far', '192.0.2.2'));
  return stack;
};

test('a branch has an IKEv2 profile, and nothing to complain of', () => {
  const stack = branch();
  expect(Testing.problems(stack)).toEqual([]);
  expect(Testing.synthTarget(stack, 'edge').cfg).toContain('crypto ikev2 profile branch-vpn');
  expect(Testing.findings(stack).counted.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the lab stands in for its devices', async () => {
  const lab = await Testing.startLab(branch());
  try {
    expect(lab.runningConfig('edge')).toContain('interface GigabitEthernet1');
  } finally {
    await lab.close();
  }
});
// end

test('the page shows this code', () => {
  const [, code] = /\/\/ page\n([\s\S]*?)\/\/ end/.exec(readFileSync(__filename, 'utf8'))!;
  const page = readFileSync(join(__dirname, '../../../docs/how-to/test-a-module.md'), 'utf8');
  expect(page).toContain(code!.trim());
});

test('a target that the stack does not have is named with those that it has', () => {
  expect(() => Testing.synthTarget(branch(), 'egde')).toThrow(
    "test: there is no target 'egde'. Targets of this stack: edge, far.",
  );
});
