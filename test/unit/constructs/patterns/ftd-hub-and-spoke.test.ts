import {
  CryptoSuite,
  FtdHubAndSpoke,
  PreSharedKey,
  Secret,
  type FtdHubAndSpokeProps,
  type VpnStack,
} from 'tunnelwright';
import { edge, fmc, problemsIn } from '../../../support/scenario';

type Spoke = FtdHubAndSpokeProps['spokes'][number];
const declared =
  (hub: Partial<FtdHubAndSpokeProps['hub']>, ...spokes: readonly Partial<Spoke>[]) =>
  (stack: VpnStack): void => {
    const center = fmc(stack);
    new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      hub: { device: center.ftd('hub'), interface: 'outside', tunnel: '10.99.0.1/32', ...hub },
      spokes: spokes.map((spoke, i) => ({
        device: center.ftd(`spoke-${i}`),
        interface: 'outside',
        tunnel: `10.99.0.${11 + i}/24`,
        ...spoke,
      })),
    });
  };

test('what cannot work of a hub and its spokes is said, all of it', () => {
  expect(problemsIn(declared({}, {}, {}))).toEqual([]);
  expect(problemsIn(declared({}))).toEqual(['net/branches spokes: write at least one spoke']);
  expect(problemsIn(declared({ tunnel: '10.99.0.1' }, { tunnel: '10.99.0.7/24' }, { tunnel: '10.99.0.7/24' }))).toEqual(
    [
      "net/branches hub.tunnel: '10.99.0.1' is not a valid address with a length. Example: 10.99.0.1/32",
      'net/branches spokes[1].tunnel: the tunnel address 10.99.0.7 is that of spokes[0].tunnel too: give each its own',
    ],
  );
});

test('a router is no firewall', () => {
  const problems = problemsIn((stack) => {
    declared({}, { device: edge(stack) as never })(stack);
  });
  expect(problems).toEqual([
    "net/branches spokes[0].device: the construct net/edge is not valid here: write fmc.ftd('NAME'), a firewall of an FMC",
  ]);
});

test('BGP is of all ends, each spoke in another system than the hub, and networks are told by it alone', () => {
  expect(problemsIn(declared({ networks: ['10.30.0.0/16'] }, {}))).toEqual([
    'net/branches hub.networks: only BGP tells the other side of them: write bgp at all ends, or leave networks out',
  ]);
  expect(problemsIn(declared({ bgp: { asn: 65010 } }, { bgp: { asn: 65010 } }, {}))).toEqual([
    'net/branches spokes[1].bgp: is missing: another end has it, so write it at all ends',
    'net/branches spokes[0].bgp.asn: 65010 is that of the hub too: give the spokes others',
  ]);
});

test('a second line is another line, and its tunnel another network', () => {
  expect(problemsIn(declared({}, { backup: { interface: 'outside', tunnel: '10.99.0.50/24' } }))).toEqual([
    'net/branches spokes[0].backup.interface: outside is the first line: write the interface of the other',
    'net/branches spokes[0].backup.tunnel: 10.99.0.50/24 is in the network of the first tunnel, 10.99.0.0/24: take another',
  ]);
});

test('an FMC before 7.3 has no dynamic tunnels, and one before 7.4 makes no loopback interfaces', () => {
  const said = (version: string): readonly string[] =>
    problemsIn((stack) => {
      const center = fmc(stack, { version });
      new FtdHubAndSpoke(stack, 'branches', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        hub: { device: center.ftd('hub'), interface: 'outside', tunnel: '10.99.0.1/32' },
        spokes: [{ device: center.ftd('spoke'), interface: 'outside', tunnel: '10.99.0.11/24' }],
      });
    });
  expect(said('7.4')).toEqual([]);
  expect(said('7.3').join()).toMatch(/loopback interface: the FMC 7\.3 cannot, from 7\.4 on it can/);
  expect(said('7.2').join()).toMatch(/dynamic tunnel interface: the FMC 7\.2 cannot, from 7\.3 on it can/);
});
