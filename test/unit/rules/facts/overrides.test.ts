import {
  AddressPool,
  AddressPoolOverride,
  Fmc,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  Login,
  NetworkGroup,
  NetworkObject,
  NetworkObjectOverride,
  Secret,
  VpnEndpoint,
  VpnTopology,
  type VpnStack,
} from 'tunnelwright';
import { findingsIn } from '../../../support/rule-example';

const fmcOf = (stack: VpnStack): Fmc =>
  new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });

const found = (declare: (fmc: Fmc) => void): readonly string[] =>
  findingsIn((stack) => declare(fmcOf(stack))).map(({ rule, path, message }) => `${rule} ${path} ${message}`);

/** Two spokes and a hub that protect one group each, in which one name has other values. */
const policyBased =
  (pune: string) =>
  (fmc: Fmc): void => {
    const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
    const topology = new VpnTopology(fmc, 'branches', {
      topology: 'hub-and-spoke',
      routeBased: false,
      ikev2Policies: [new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 })],
      authentication: { method: 'pre-share', key: Secret.fromEnv('BRANCHES') },
      ipsecProposals: [new IpsecTransformSet(fmc, 'esp', { encryption: 'aes-gcm-256' })],
    });
    const lan = new NetworkObject(fmc, 'lan', { value: '10.10.0.0/16', overridable: true });
    const lans = new NetworkGroup(fmc, 'lans', { members: [lan] });
    new NetworkObjectOverride(fmc.ftd('pune'), 'lan', { object: lan, value: pune });
    (['hub', 'spoke'] as const).forEach((role, i) => {
      const device = fmc.ftd(['mumbai', 'pune'][i]!);
      new VpnEndpoint(fmc, role, { topology, device, role, interface: 'outside', networks: [lans] });
    });
  };

test('what an end protects is read by the value on its own firewall, also in a group, and said to be unproven', () => {
  const warned = ['hub', 'spoke'].map(
    (end) =>
      `TW-FMC-010 net/fmc/${end} protects lan, which is another value on pune: what the other end takes is not proven`,
  );
  expect(found(policyBased('10.30.0.0/16')).filter((text) => /FMC-010|END-013/.test(text))).toEqual(warned);
});

test.each([
  ['10.30.0.1', '10.30.0.1 is a host, and lan a network'],
  ['10.30.0.1-10.30.0.9', '10.30.0.1-10.30.0.9 is a range, and lan a network'],
])('%s is no override of a network', (value, says) => {
  expect(
    found((fmc) => {
      const lan = new NetworkObject(fmc, 'lan', { value: '10.20.0.0/16', overridable: true });
      new NetworkObjectOverride(fmc.ftd('pune'), 'lan', { object: lan, value });
    }),
  ).toEqual([`TW-FMC-009 net/fmc/pune/lan ${says}`]);
});

test('one that this program does not declare may be overridable', () => {
  expect(
    found((fmc) => {
      const object = NetworkObject.fromExisting(fmc, 'lan', 'lan');
      new NetworkObjectOverride(fmc.ftd('pune'), 'pune-lan', { object, value: '10.30.0.0/16' });
    }),
  ).toEqual([]);
});

const pools =
  (...ranges: readonly (readonly [from: string, to: string])[]) =>
  (fmc: Fmc): void => {
    const [own, ...others] = ranges.map(([from, to]) => [{ from, to }]);
    const pool = new AddressPool(fmc, 'pool', { ranges: own!, overridable: true });
    others.forEach((each, i) => {
      new AddressPoolOverride(fmc.ftd(['mumbai', 'pune'][i]!), 'pool', { object: pool, ranges: each });
    });
  };

test('two firewalls that give the same addresses are found, and a firewall that gives those of the pool is not', () => {
  const apart = pools(['10.99.0.10', '10.99.0.99'], ['10.99.0.10', '10.99.0.99'], ['10.99.1.10', '10.99.1.99']);
  const same = pools(['10.99.0.10', '10.99.0.99'], ['10.99.1.10', '10.99.1.99'], ['10.99.1.50', '10.99.1.60']);
  const overlaps = (declare: (fmc: Fmc) => void) => found(declare).filter((text) => text.startsWith('TW-ADDR'));
  expect(overlaps(apart)).toEqual([]);
  expect(overlaps(same)).toEqual([
    'TW-ADDR-001 net/fmc/pune/pool 10.99.1.50 to 10.99.1.60 shares addresses with the pool pool/mumbai',
  ]);
});

test('a pool that only an override names gives no addresses', () => {
  expect(found(pools(['10.99.0.10', '10.99.0.99'], ['10.99.1.10', '10.99.1.99']))).toEqual([
    expect.stringMatching(/^TW-REF-003 net\/fmc\/pool /),
  ]);
});
