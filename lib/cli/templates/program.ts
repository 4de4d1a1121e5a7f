/** The stack of a new project, in a file that tests can import. */
export const networkText = `import { CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret, SiteToSiteVpn, VpnStack, type Construct } from 'tunnelwright';

/** The routers of two offices, and the tunnel between them. */
export class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const pune = new IosXeRouter(this, 'pune', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('PUNE') });
    const delhi = new IosXeRouter(this, 'delhi', { host: '192.0.2.2', release: '17.9', login: Login.fromEnv('DELHI') });

    new SiteToSiteVpn(this, 'pune-delhi', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('PUNE_DELHI_KEY')),
      lifetimes: { ike: 28800 },
      ends: [
        {
          device: pune,
          interface: 'GigabitEthernet1',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: delhi,
          interface: 'GigabitEthernet1',
          address: '203.0.113.20',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
  }
}
`;

/** The program that `cdktf.json` names. */
export const mainText = `import { App } from 'tunnelwright';
import { Network } from './network';

const app = new App();
new Network(app, 'office');
app.synth();
`;

/** A test of the stack: without devices, and without files that stay. */
export const testText = `import { Testing } from 'tunnelwright/testing';
import { Network } from '../network';

const office = () => new Network(Testing.app(), 'office');

test('the network can be planned, and the rules find no error', () => {
  expect(Testing.problems(office())).toEqual([]);
  expect(Testing.findings(office()).counted.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('both ends of the tunnel propose the same', () => {
  const proposal = ['crypto ikev2 proposal pune-delhi', ' encryption aes-gcm-256', ' prf sha384', ' group 19'].join('\\n');
  expect(Testing.synthTarget(office(), 'pune').cfg).toContain(proposal);
  expect(Testing.synthTarget(office(), 'delhi').cfg).toContain(proposal);
});

test('each router sends to the other', () => {
  expect(Testing.synthTarget(office(), 'pune').cfg).toContain('tunnel destination 203.0.113.20');
  expect(Testing.synthTarget(office(), 'delhi').cfg).toContain('tunnel destination 198.51.100.10');
});

test('a lab starts with a device in the place of each router', async () => {
  const lab = await Testing.startLab(office());
  try {
    expect(lab.runningConfig('pune')).toContain('interface GigabitEthernet1');
  } finally {
    await lab.close();
  }
});
`;

/** A test of an imported stack. `targets`: the ids of its devices; `printing`: one of them that prints a configuration. */
export const importedTestText = (
  targets: readonly string[],
  printing: string | undefined,
): string => `import { Testing } from 'tunnelwright/testing';
import { Network } from '../network';

const network = () => new Network(Testing.app(), 'network');

test('the network can be planned', () => {
  expect(Testing.problems(network())).toEqual([]);
});

test('it has the devices that were imported', () => {
  const ids = network().manifest.targets.map(({ id }) => id);
  expect(ids.sort()).toEqual([${[...targets]
    .sort()
    .map((id) => `'${id}'`)
    .join(', ')}]);
});

test('a lab starts with a device in the place of each', async () => {
  const lab = await Testing.startLab(network());
  try {
    ${
      printing === undefined
        ? "expect(lab.file).toContain('.json')"
        : `expect(lab.runningConfig('${printing}')).toContain('hostname')`
    };
  } finally {
    await lab.close();
  }
});
`;
