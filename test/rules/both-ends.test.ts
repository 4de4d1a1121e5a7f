import {
  CertTrustpoint,
  ClientFiles,
  CryptoSuite,
  DynamicMap,
  IkeV2Proposal,
  IpsecTransformSet,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  StrongSwanClient,
  TunnelGroup,
  type SiteToSiteVpnProps,
  type VpnStack,
} from 'tunnelwright';
import { byFact } from '../../lib/rules/engine/places';
import { findingsIn, type Source } from '../support/rule-example';
import { asa, edge, fmc } from '../support/scenario';

const ofEnds = (source: Source) => findingsIn(source).filter(({ rule }) => rule.startsWith('TW-END'));
const said = (source: Source): readonly string[] =>
  ofEnds(source).map(({ rule, path, message }) => `${rule} ${path} ${message}`);

describe('a hub with a template, and peers that dial in', () => {
  const suite = (pfs: number): string => `
      crypto ipsec transform-set T esp-gcm 256
       mode tunnel
      crypto ipsec profile P
       set security-association lifetime seconds 3600
       set transform-set T
       set pfs group${pfs}
       set ikev2-profile P`;
  const profile = (name: string, match: string, lifetime: number, template: string): string => `
      crypto ikev2 profile P
       match identity remote fqdn ${match}
       identity local fqdn ${name}
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       lifetime ${lifetime}${template}`;
  const hub = (pfs: number, lifetime: number): string => `
      version 17.9${profile('hub.example.net', 'domain example.net', lifetime, '\n       virtual-template 1')}${suite(pfs)}
      interface GigabitEthernet1
       ip address 198.51.100.1 255.255.255.0
      interface Loopback0
       ip address 10.0.0.254 255.255.255.255
      interface Virtual-Template1 type tunnel
       ip unnumbered Loopback0
       tunnel source GigabitEthernet1
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile P
    `;
  const spoke = (n: number, destination = '198.51.100.1', lines = ''): string => `
      version 17.9${profile(`spoke${n}.example.net`, 'hub.example.net', 28800, '')}${suite(19)}
      interface Tunnel0
       ip address 10.0.0.${n} 255.255.255.255
       tunnel source GigabitEthernet1
       tunnel mode ipsec ipv4
       tunnel destination ${destination}
       tunnel protection ipsec profile P
      ${lines}
    `;

  test('agree', () => {
    expect(said({ hub: hub(19, 28800), spoke1: spoke(1), spoke2: spoke(2) })).toEqual([]);
  });

  test('or not: what is wrong at the hub is one fact of all its peers', () => {
    const source = { hub: hub(20, 43200), spoke1: spoke(1), spoke2: spoke(2) };
    expect(said(source)).toEqual([
      'TW-END-003 spoke1/tunnel-interface/Tunnel0 its IKE SA lives 28800 seconds, that of hub P 43200',
      'TW-END-003 spoke2/tunnel-interface/Tunnel0 its IKE SA lives 28800 seconds, that of hub P 43200',
      'TW-END-004 spoke1/tunnel-interface/Tunnel0 its perfect forward secrecy is group 19, that of hub P group 20',
      'TW-END-004 spoke2/tunnel-interface/Tunnel0 its perfect forward secrecy is group 19, that of hub P group 20',
    ]);
    expect(byFact(ofEnds(source)).map(({ rule, places }) => [rule, places.length])).toEqual([
      ['TW-END-003', 2],
      ['TW-END-004', 2],
    ]);
  });

  test('find each other by name where the address is translated, or chosen by a FlexVPN client', () => {
    expect(said({ hub: hub(20, 28800), spoke1: spoke(1, '203.0.113.9') })).toHaveLength(1);
    const client = `crypto ikev2 client flexvpn F
       peer 1 198.51.100.1
       client connect Tunnel0`;
    expect(said({ hub: hub(20, 28800), spoke1: spoke(1, 'dynamic', client) })).toHaveLength(1);
  });

  test('a template takes nobody that dials another device', () => {
    const other = hub(20, 28800)
      .replace('198.51.100.1', '198.51.100.2')
      .replace('domain example.net', 'domain example.org');
    expect(said({ hub: hub(19, 28800), other, spoke1: spoke(1) })).toEqual([]);
  });
});

describe('crypto maps of two ASAs', () => {
  const end = (own: string, peer: string, networks: string, pfs: number, key: string): string => `
      ! asa
      ASA Version 9.18(2)
      interface GigabitEthernet0/0
       nameif outside
       security-level 0
       ip address ${own} 255.255.255.0
      access-list VPN extended permit ip ${networks}
      crypto ipsec ikev2 ipsec-proposal P
       protocol esp encryption aes-256 aes
       protocol esp integrity sha-256 sha-1
      crypto map WAN 10 match address VPN
      crypto map WAN 10 set pfs group${pfs}
      crypto map WAN 10 set peer ${peer}
      crypto map WAN 10 set ikev2 ipsec-proposal P
      crypto map WAN interface outside
      crypto ikev2 policy 10
       encryption aes-256
       integrity sha256
       group 19
       prf sha256
       lifetime seconds 28800
      crypto ikev2 enable outside
      tunnel-group ${peer} type ipsec-l2l
      tunnel-group ${peer} ipsec-attributes
       ikev2 remote-authentication pre-shared-key ${key}
       ikev2 local-authentication pre-shared-key ${key}
    `;
  const [a, b] = ['198.51.100.10', '203.0.113.93'];
  const there = '10.30.0.0 255.255.0.0';
  const here = '10.20.0.0 255.255.0.0';

  test('are compared, and their keys where they are shown', () => {
    expect(
      said({
        mumbai: end(a, b, `${here} ${there}`, 19, 'hunter2'),
        pune: end(b, a, `${there} ${here}`, 20, 'hunter3'),
      }),
    ).toEqual([
      'TW-END-004 mumbai/crypto-map-entry/WAN/10 its perfect forward secrecy is group 19, that of pune WAN/10 group 20',
      'TW-END-015 mumbai/crypto-map-entry/WAN/10 its pre-shared key is another one than pune WAN/10 expects',
      'TW-END-015 pune/crypto-map-entry/WAN/10 its pre-shared key is another one than mumbai WAN/10 expects',
    ]);
  });

  test('keys that are starred out are not compared, and one of several ciphers is enough', () => {
    const other = end(b, a, `${there} ${here}`, 19, '*****')
      .replace('aes-256 aes\n', 'aes\n')
      .replace('sha-256 sha-1', 'sha-1');
    expect(said({ mumbai: end(a, b, `${here} ${there}`, 19, 'hunter2'), pune: other })).toEqual([]);
  });

  test('a peer that is dialled where it is not', () => {
    expect(
      said({
        mumbai: end(a, '203.0.113.39', `${here} ${there}`, 19, '*****'),
        pune: end(b, a, `${there} ${here}`, 19, '*****'),
      }),
    ).toEqual(['TW-END-014 mumbai/crypto-map-entry/WAN/10 dials 203.0.113.39, and pune WAN/10 has 203.0.113.93']);
  });
});

describe('what a program declares', () => {
  const vpn = (stack: VpnStack, ends: SiteToSiteVpnProps['ends']): SiteToSiteVpn =>
    new SiteToSiteVpn(stack, 'vpn', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends,
    });

  test('a router and an ASA', () => {
    const declare =
      (pfs: 19 | 20) =>
      (stack: VpnStack): void => {
        const router = edge(stack);
        const made = vpn(stack, [
          {
            device: router,
            interface: 'GigabitEthernet1',
            address: '198.51.100.10',
            tunnel: '10.9.0.1/30',
            networks: ['10.20.0.0/16'],
          },
          {
            device: asa(stack),
            interface: 'outside',
            address: '198.51.100.30',
            tunnel: '10.9.0.2/30',
            networks: ['10.60.0.0/16'],
          },
        ]);
        made.on(router).ipsecProfile.override({ pfs });
      };
    expect(said(declare(19))).toEqual([]);
    expect(said(declare(20)).map((each) => each.replace(/ net\/\S+/, ''))).toEqual([
      'TW-END-004 its perfect forward secrecy is group 20, that of asa Tunnel100 group 19',
    ]);
  });

  test('policy-based ends of an ASA and of a firewall behind an FMC', () => {
    const declare =
      (pfs: 19 | 20) =>
      (stack: VpnStack): void => {
        const firewall = asa(stack);
        const policy = { type: 'policy-based', interface: 'outside' } as const;
        const made = vpn(stack, [
          { device: firewall, ...policy, address: '198.51.100.30', networks: ['10.60.0.0/16'] },
          { device: fmc(stack).ftd('pair'), ...policy, address: '203.0.113.93', networks: ['10.30.0.0/16'] },
        ]);
        made.on(firewall).cryptoMapEntry!.override({ pfs });
      };
    expect(said(declare(19))).toEqual([]);
    expect(said(declare(20))).toEqual([
      'TW-END-004 net/vpn/pair/endpoint its perfect forward secrecy is group 19, that of asa outside_map/10 group 20',
    ]);
  });

  test('a client and the firewall that it dials', () => {
    const declare =
      (pfs: 19 | undefined, method: 'eap' | 'pubkey') =>
      (stack: VpnStack): void => {
        const firewall = asa(stack);
        const trustpoint = new CertTrustpoint(firewall, 'VPN', {
          enrollment: { type: 'terminal' },
          revocationCheck: ['crl'],
          fqdn: 'vpn.example.net',
        });
        const proposal = new IkeV2Proposal(firewall, '10', {
          encryption: ['aes-gcm-256'],
          prf: ['sha384'],
          group: [19],
        });
        const transformSet = new IpsecTransformSet(firewall, 'GCM', { encryption: 'aes-gcm-256' });
        new DynamicMap(firewall, 'DYN', { entries: [{ proposals: [transformSet], pfs: 19 }] });
        new TunnelGroup(firewall, 'USERS', {
          type: 'remote-access',
          ipsec: { localCertificate: trustpoint, remoteCertificate: true },
        });
        new StrongSwanClient(new ClientFiles(stack, 'files', { folder: 'dist/none' }), 'linux', {
          address: 'vpn.example.net',
          authentication:
            method === 'eap' ? { method, type: 'mschapv2', user: 'joe' } : { method, certificate: 'joe.pem' },
          headend: { proposals: [proposal], transformSets: [transformSet], trustpoint },
          ...(pfs === undefined ? {} : { pfs }),
        });
      };
    expect(said(declare(19, 'pubkey'))).toEqual([]);
    expect(said(declare(undefined, 'pubkey'))).toEqual([
      'TW-END-004 net/files/linux its perfect forward secrecy is none, that of asa USERS group 19',
    ]);
    expect(said(declare(19, 'eap'))).toEqual([
      'TW-END-006 net/files/linux proves itself by eap, and asa USERS takes certificate',
    ]);
  });
});
