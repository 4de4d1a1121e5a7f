import {
  AddressPool,
  AddressPoolOverride,
  App,
  CertTrustpoint,
  CertTrustpointOverride,
  Fmc,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  Login,
  NetworkGroup,
  NetworkObject,
  NetworkObjectOverride,
  SamlServer,
  SamlServerOverride,
  Secret,
  SecureClientAttribute,
  SecureClientAttributeOverride,
  type SecureClientAttributeOverrideProps,
  VpnEndpoint,
  VpnTopology,
  VpnStack,
} from 'tunnelwright';
import { networkViewOf } from '../../../../lib/rules/engine/network-view';
import { ofEndpoints } from '../../../../lib/rules/facts/firewall-ends';
import { collect } from '../../../../lib/synth/collect';
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

test('an attribute keeps its type on a firewall, also one that is only looked up', () => {
  const other = (fmc: Fmc, object: SecureClientAttributeOverrideProps['object']): void =>
    void new SecureClientAttributeOverride(fmc.ftd('pune'), 'apps', { object, type: 'per-app', value: 'dGVzdA==' });
  const says = 'TW-FMC-009 net/fmc/pune/apps it is of the type per-app, and later of custom';
  expect(
    found((fmc) => {
      const fields = { type: 'custom', attribute: 'DeferredUpdateAllowed', value: 'true' } as const;
      other(fmc, new SecureClientAttribute(fmc, 'later', { ...fields, overridable: true }));
    }).filter((text) => text.includes('FMC-009')),
  ).toEqual([says]);
  expect(found((fmc) => other(fmc, SecureClientAttribute.fromExisting(fmc, 'later', 'later', 'custom')))).toEqual([
    says,
  ]);
});

test('an http URL that a firewall alone has is found', () => {
  const provider = {
    entityId: 'https://sso.example.net/metadata',
    signInUrl: 'https://sso.example.net/login',
  };
  expect(
    found((fmc) => {
      const identityProviderCertificate = CertTrustpoint.fromExisting(fmc, 'idp', 'IDP');
      const object = new SamlServer(fmc, 'sso', { ...provider, identityProviderCertificate, overridable: true });
      const own = { ...provider, baseUrl: 'http://vpn-pune.example.net', identityProviderCertificate };
      new SamlServerOverride(fmc.ftd('pune'), 'sso', { object, ...own });
    }).filter((text) => text.includes('SAML-003')),
  ).toEqual(['TW-SAML-003 net/fmc/pune/sso baseUrl: http://vpn-pune.example.net is not protected']);
});

test('a firewall proves itself by the key of the enrolment that it has itself', () => {
  const ends = (override: boolean): readonly (string | undefined)[] => {
    const stack = new VpnStack(new App(), 'net');
    const fmc = fmcOf(stack);
    const enrollment = { type: 'url', url: 'http://ca.example.net/scep' } as const;
    const rsaKeypair = { label: 'VPN' };
    const trustpoint = new CertTrustpoint(fmc, 'VPN', { enrollment, rsaKeypair, overridable: true });
    const pune = fmc.ftd('pune');
    if (override) new CertTrustpointOverride(pune, 'VPN', { object: trustpoint, enrollment, ecKeypair: 'VPN-EC' });
    const topology = new VpnTopology(fmc, 'pair', {
      routeBased: false,
      ikev2Policies: [IkeV2Policy.fromExisting(fmc, 'ike', 'IKE')],
      authentication: { method: 'certificate', trustpoint },
      ipsecProposals: [IpsecTransformSet.fromExisting(fmc, 'esp', 'ESP')],
    });
    const networks = [NetworkObject.fromExisting(fmc, 'lan', 'lan')];
    [pune, fmc.ftd('mumbai')].forEach((device, i) => {
      new VpnEndpoint(fmc, `end-${i}`, { topology, device, role: 'peer', interface: 'outside', networks });
    });
    const [device] = networkViewOf(collect(stack)).devices;
    return ofEndpoints(device!).map(({ proves }) => proves);
  };
  expect(ends(false)).toEqual(['rsa-sig', 'rsa-sig']);
  expect(ends(true)).toEqual(['ecdsa-sig', 'rsa-sig']);
});
