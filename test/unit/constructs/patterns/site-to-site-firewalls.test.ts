import { existing } from '../../../../constructs/core/device-object';
import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn, type VpnStack, type SiteToSiteEnd } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { asa, edge, fmc, problemsIn } from '../../../support/scenario';

type Natted = SiteToSiteEnd['natExemption'];
const said = (onAsa: Natted, onFirewall: Natted): readonly string[] =>
  problemsIn((stack) => {
    const common = { interface: 'outside', type: 'policy-based' } as const;
    new SiteToSiteVpn(stack, 'vpn', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends: [
        {
          device: asa(stack),
          ...common,
          address: '198.51.100.30',
          networks: ['10.60.0.0/16'],
          ...(onAsa ? { natExemption: onAsa } : {}),
        },
        {
          device: fmc(stack).ftd('mumbai-pair'),
          ...common,
          address: '203.0.113.93',
          networks: ['10.30.0.0/16'],
          ...(onFirewall ? { natExemption: onFirewall } : {}),
        },
      ],
    });
  });

test('an ASA says the interface of its networks, a firewall behind an FMC its NAT policy', () => {
  const policy = { policy: existing('nat-policy', 'edge-nat') };
  expect(said({ inside: 'inside' }, policy)).toEqual([]);
  expect(said(policy, { inside: 'inside' })).toEqual([
    "net/vpn ends[0].natExemption: an ASA has no NAT policies: write { inside: 'inside' }, the interface of its networks",
    'net/vpn ends[1].natExemption: write the NAT policy that the firewall has: { policy }',
  ]);
});

test('a policy-based end is of a firewall', () => {
  const problems = problemsIn((stack) => {
    const end = { type: 'policy-based', address: '198.51.100.10', networks: ['10.20.0.0/16'] } as const;
    new SiteToSiteVpn(stack, 'vpn', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends: [
        { device: edge(stack), interface: 'GigabitEthernet0/0', ...end },
        { device: asa(stack), interface: 'outside', ...end, address: '198.51.100.30', networks: ['10.60.0.0/16'] },
      ],
    });
  });
  expect(problems).toContain(
    'net/vpn ends: policy-based ends are built between firewalls only: make all ends route-based (leave type out)',
  );
});

const toFirewall = (name: string): VpnStack => {
  const stack = Testing.stack();
  new SiteToSiteVpn(stack, 'vpn', {
    suite: CryptoSuite.aes256Gcm(),
    authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
    ends: [
      {
        device: edge(stack),
        interface: 'GigabitEthernet1',
        address: '198.51.100.10',
        tunnel: '10.9.0.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: fmc(stack).ftd(name),
        interface: 'outside',
        address: '203.0.113.93',
        tunnel: '10.9.0.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });
  return stack;
};

test('a firewall may have a name with a blank on its FMC, and none by which its id is not found', () => {
  const stack = toFirewall('branch ftd 1');
  expect(stack.problems).toEqual([]);
  expect(Testing.synthTarget(stack, 'edge').cfg).toContain(' peer branch-ftd-1\n');
  expect(JSON.stringify(Testing.synthTarget(stack, 'fmc').requests)).toContain('"branch ftd 1"');
  expect(new Set(toFirewall('branch ftd #1').problems.map(({ message }) => message))).toEqual(
    new Set([`FTD device 'branch ftd #1': what has { } # or " in its name is not found`]),
  );
});

test('a zone is of a tunnel interface that an FMC keeps', () => {
  const zone = existing('security-zone', 'vpn-zone');
  const end = { address: '198.51.100.10', networks: ['10.20.0.0/16'], zone };
  const found = (onRouter: Partial<SiteToSiteEnd>, onFirewall: Partial<SiteToSiteEnd>) =>
    problemsIn((stack) => {
      new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        ends: [
          { device: edge(stack), interface: 'GigabitEthernet0/0', ...end, tunnel: '10.9.0.1/30', ...onRouter },
          {
            ...{ device: fmc(stack).ftd('mumbai-pair'), interface: 'outside', tunnel: '10.9.0.2/30' },
            ...{ address: '203.0.113.93', networks: ['10.30.0.0/16'], zone, ...onFirewall },
          },
        ],
      });
    });
  expect(found({ zone: undefined }, {})).toEqual([]);
  expect(found({}, {})).toEqual([
    'net/vpn ends[0].zone: only a firewall behind an FMC has security zones: leave zone out',
  ]);
  expect(found({ zone: undefined, type: 'policy-based' }, { type: 'policy-based' })).toContain(
    'net/vpn ends[1].zone: a policy-based end has no tunnel interface that could be in a zone: leave zone out',
  );
});

describe('rules of access control', () => {
  type Rules = SiteToSiteEnd['accessRules'];
  const policy = existing('access-policy', 'edge-access');
  const zone = existing('security-zone', 'vpn-zone');
  const found = (end: Partial<SiteToSiteEnd>, peer: Partial<SiteToSiteEnd> = {}): readonly string[] =>
    problemsIn((stack) => {
      const at = { interface: 'outside', networks: ['10.30.0.0/16'], address: '203.0.113.93' };
      const { type } = end;
      const tunnels = type === 'policy-based' ? { type } : undefined;
      new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        ends: [
          { device: fmc(stack).ftd('mumbai-pair'), ...at, ...(tunnels ?? { tunnel: '10.58.1.2/30' }), ...end },
          {
            device: asa(stack),
            ...at,
            address: '198.51.100.30',
            networks: ['10.60.0.0/16'],
            ...(tunnels ?? { tunnel: '10.58.1.1/30' }),
            ...peer,
          },
        ],
      });
    });
  const zoned: Rules = { policy, outside: zone };
  test.each<[Partial<SiteToSiteEnd>, Partial<SiteToSiteEnd>, string | undefined]>([
    [{ zone, accessRules: { policy } }, {}, undefined],
    [{ type: 'policy-based', accessRules: zoned }, {}, undefined],
    [
      { accessRules: { policy } },
      {},
      'net/vpn ends[0].accessRules: write zone at this end, that of its tunnel interface',
    ],
    [
      { zone, accessRules: zoned },
      {},
      'net/vpn ends[0].accessRules: the traffic comes by the tunnel interface: leave outside out',
    ],
    [
      { type: 'policy-based', accessRules: { policy } },
      {},
      'net/vpn ends[0].accessRules: write outside too, the zone of the interface',
    ],
    [
      {},
      { accessRules: { policy } },
      'net/vpn ends[1].accessRules: only a firewall behind an FMC has an access control policy',
    ],
  ])('%#', (end, peer, message) => {
    expect(found(end, peer)).toEqual(message === undefined ? [] : [expect.stringContaining(message)]);
  });
});
