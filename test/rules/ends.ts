import type { RuleExample } from '../support/rule-example';

interface EndLines {
  readonly proposal?: string;
  readonly identity?: string;
  readonly match?: string;
  readonly authentication?: string;
  readonly ike?: string;
  readonly set?: string;
  readonly ipsec?: string;
  readonly tunnel?: string;
  readonly address?: string;
  readonly route?: string;
  readonly trustpoint?: string;
  readonly map?: string;
  readonly destination?: string;
}

const end = (own: string, peer: string, address: string, lines: EndLines): string => `
      interface GigabitEthernet0/0
       ip address ${own} 255.255.255.0
      crypto pki trustpoint CA
       enrollment terminal
       ${lines.trustpoint ?? 'fingerprint 0123456789ABCDEF0123456789ABCDEF01234567'}
      ${lines.map ?? '!'}
      crypto ikev2 proposal P
       ${lines.proposal ?? 'encryption aes-gcm-256\n       prf sha384\n       group 19'}
      crypto ikev2 policy P
       proposal P
      crypto ikev2 profile P
       ${lines.match ?? `match identity remote address ${peer} 255.255.255.255`}
       ${lines.identity ?? `identity local address ${own}`}
       ${lines.authentication ?? 'authentication remote rsa-sig\n       authentication local rsa-sig'}
       pki trustpoint CA
       ${lines.ike ?? 'lifetime 28800'}
      crypto ipsec transform-set T ${lines.set ?? 'esp-gcm 256'}
       mode tunnel
      crypto ipsec profile P
       set security-association lifetime seconds 3600
       set transform-set T
       ${lines.ipsec ?? 'set pfs group19'}
       set ikev2-profile P
      interface Tunnel0
       ip address ${lines.address ?? address} 255.255.255.252
       ${lines.tunnel ?? 'ip mtu 1400'}
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination ${lines.destination ?? peer}
       tunnel protection ipsec profile P
      ip route ${lines.route ?? (own === mumbai ? '10.30.0.0 255.255.0.0' : '10.20.0.0 255.255.0.0')} Tunnel0
    `;
const mumbai = '198.51.100.10';
const pune = '203.0.113.93';

/** Two routers that agree in everything but in what is given. */
const two = (here: EndLines, there: EndLines = {}): Readonly<Record<string, string>> => ({
  mumbai: end(mumbai, pune, '10.58.1.1', here),
  pune: end(pune, mumbai, '10.58.1.2', there),
});
const cbc = (group: number): string => `encryption aes-cbc-256\n       integrity sha256\n       group ${group}`;

const subject = 'subject-name cn=pune.example.net,ou=hubs,o=example';
const byCertificate = (value: string): EndLines => ({
  match: 'match certificate PEERS',
  map: `crypto pki certificate map PEERS 10\n       subject-name co ${value}`,
});

const byKey = (key: string): EndLines => ({
  map: `crypto ikev2 keyring K\n       peer ALL\n        address 0.0.0.0 0.0.0.0\n        ${key}`,
  authentication: 'authentication remote pre-share\n       authentication local pre-share\n       keyring local K',
});

/** An ASA at the other end of the tunnel of `two`. */
const firewall = `
      ! asa
      ASA Version 9.18(2)
      interface GigabitEthernet0/0
       nameif outside
       ip address ${pune} 255.255.255.0
      crypto ca trustpoint CA
       enrollment terminal
      crypto ikev2 policy 10
       encryption aes-gcm-256
       integrity null
       group 19
       prf sha384
       lifetime seconds 28800
      crypto ikev2 enable outside
      crypto ipsec ikev2 ipsec-proposal T
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      crypto ipsec profile P
       set ikev2 ipsec-proposal T
       set pfs group19
       set security-association lifetime seconds 3600
      tunnel-group ${mumbai} type ipsec-l2l
      tunnel-group ${mumbai} ipsec-attributes
       peer-id-validate req
       ikev2 remote-authentication certificate
       ikev2 local-authentication certificate CA
      interface Tunnel1
       nameif mumbai
       ip address 10.58.1.2 255.255.255.252
       tunnel source interface outside
       tunnel destination ${mumbai}
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile P
    `;
const named = 'subject-name cn=mumbai.example.net,o=example';
const anybody = 'match identity remote any';

const dialling = (own: string, peer: string, networks: string): string => `
      ! asa
      interface GigabitEthernet0/0
       nameif outside
       ip address ${own} 255.255.255.0
      crypto ipsec ikev2 ipsec-proposal GCM
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      access-list WAN extended permit ip ${networks}
      crypto map WAN 10 match address WAN
      crypto map WAN 10 set peer ${peer}
      crypto map WAN 10 set ikev2 ipsec-proposal GCM
      crypto map WAN interface outside
      crypto ikev2 enable outside
    `;

const protects = (here: string, there: string): string => `
      ! asa
      crypto ipsec ikev2 ipsec-proposal GCM
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      access-list WAN extended permit ip ${here} ${there}
      crypto map WAN 10 match address WAN
      crypto map WAN 10 set peer 203.0.113.93
      crypto map WAN 10 set ikev2 ipsec-proposal GCM
      crypto map WAN interface outside
      crypto ikev2 enable outside
    `;

export const ends: Readonly<Record<string, RuleExample>> = {
  'TW-END-001': {
    bad: two({ proposal: cbc(19) }, { proposal: cbc(20) }),
    says: ['offers aes-cbc-256 sha256 group 19; pune Tunnel0 offers aes-cbc-256 sha256 group 20: they never agree'],
    good: two({ proposal: cbc(19) }, { proposal: `${cbc(20)} 19` }),
  },
  'TW-END-002': {
    bad: two({ set: 'esp-aes 256 esp-sha256-hmac' }, { set: 'esp-aes 256 esp-sha384-hmac' }),
    says: ['protects traffic with aes-cbc-256 sha256, pune Tunnel0 with aes-cbc-256 sha384: they never agree'],
    good: two({ set: 'esp-aes 256 esp-sha256-hmac' }, { set: 'esp-aes 256 esp-sha256-hmac' }),
  },
  'TW-END-003': {
    bad: two({ ike: 'lifetime 28800' }, { ike: 'lifetime 43200' }),
    says: ['its IKE SA lives 28800 seconds, that of pune Tunnel0 43200'],
    good: two({ ike: 'lifetime 43200' }, { ike: 'lifetime 43200' }),
  },
  'TW-END-004': {
    bad: two({ ipsec: 'set pfs group19' }, { ipsec: 'set pfs group20' }),
    says: ['its perfect forward secrecy is group 19, that of pune Tunnel0 group 20'],
    good: two({ ipsec: 'set pfs group20' }, { ipsec: 'set pfs group20' }),
  },
  'TW-END-005': {
    bad: two({}, { identity: 'identity local dn' }),
    says: [
      'pune Tunnel0 says that it is the DN of its certificate, and the profile of Tunnel0 matches nothing like that',
    ],
    good: two({ match: 'match certificate PUNE' }, { identity: 'identity local dn' }),
  },
  'TW-END-006': {
    bad: two(
      {},
      {
        authentication: 'authentication remote rsa-sig\n       authentication local ecdsa-sig',
      },
    ),
    says: ['proves itself by ecdsa-sig, and mumbai Tunnel0 takes rsa-sig'],
    good: two(
      { authentication: 'authentication remote ecdsa-sig\n       authentication local rsa-sig' },
      { authentication: 'authentication remote rsa-sig\n       authentication local ecdsa-sig' },
    ),
  },
  'TW-END-007': {
    bad: two({ tunnel: 'tunnel key 7' }, { tunnel: 'tunnel key 8' }),
    says: ['has the tunnel key 7, and pune Tunnel0 has 8'],
    good: two({ tunnel: 'tunnel key 7' }, { tunnel: 'tunnel key 7' }),
  },
  'TW-END-008': {
    bad: two({ tunnel: 'ip mtu 1400' }, { tunnel: 'ip mtu 1360' }),
    says: ['lets 1400 bytes in, and pune Tunnel0 1360'],
    good: two({ tunnel: 'ip mtu 1360' }, { tunnel: 'ip mtu 1360' }),
  },
  'TW-END-009': {
    bad: two({ address: '10.58.1.1' }, { address: '10.58.1.6' }),
    says: ['is in 10.58.1.0/30, and pune Tunnel0 in 10.58.1.4/30'],
    good: two({ address: '10.58.1.5' }, { address: '10.58.1.6' }),
  },
  'TW-END-010': {
    bad: two({ route: '10.20.0.0 255.255.0.0' }, { route: '10.20.0.0 255.255.0.0' }),
    says: ['sends 10.20.0.0/16 into the tunnel, and so does pune Tunnel0'],
    good: two({ route: '10.30.0.0 255.255.0.0' }, { route: '10.20.0.0 255.255.0.0' }),
  },
  'TW-END-011': {
    bad: two({}, { trustpoint: 'fingerprint FEDCBA9876543210FEDCBA9876543210FEDCBA98' }),
    says: [
      'shows a certificate of an authority by which pune Tunnel0 checks none',
      'shows a certificate of an authority by which mumbai Tunnel0 checks none',
    ],
    // The fingerprint of one end is not known.
    good: two({}, { trustpoint: 'revocation-check crl' }),
  },
  'TW-END-012': {
    bad: two(byCertificate('ou = spokes, o = example'), { trustpoint: subject }),
    says: ['matches PEERS, and the certificate of pune Tunnel0 is for cn=pune.example.net,ou=hubs,o=example'],
    good: two(byCertificate('ou = hubs, o = example'), { trustpoint: subject }),
  },
  'TW-END-013': {
    bad: {
      mumbai: protects('10.20.0.0 255.255.0.0', '10.30.0.0 255.255.0.0'),
      pune: protects('10.30.0.0 255.255.0.0', '10.20.4.0 255.255.255.0'),
    },
    says: ['protects 10.30.0.0/16 to 10.20.4.0/24, and mumbai WAN/10 10.20.0.0/16 to 10.30.0.0/16'],
    good: {
      mumbai: protects('10.20.0.0 255.255.0.0', '10.30.0.0 255.255.0.0'),
      pune: protects('10.30.0.0 255.255.0.0', '10.20.0.0 255.255.0.0'),
    },
  },
  'TW-END-014': {
    bad: two({}, { destination: '198.51.100.11' }),
    says: ['dials 198.51.100.11, and mumbai Tunnel0 has 198.51.100.10'],
    good: two({}),
  },
  'TW-END-015': {
    bad: two(byKey('pre-shared-key hunter2'), byKey('pre-shared-key 7 02050D480809')),
    says: [
      'its pre-shared key is another one than pune Tunnel0 expects',
      'its pre-shared key is another one than mumbai Tunnel0 expects',
    ],
    // Type 7 of the same word, and one that cannot be read.
    good: two(byKey('pre-shared-key cisco'), byKey('pre-shared-key 7 02050D480809')),
  },
  'TW-END-016': {
    bad: {
      mumbai: end(mumbai, pune, '10.58.1.1', { match: anybody, trustpoint: named }),
      pune: firewall,
    },
    says: [`says that it is ${mumbai}, which is not in its certificate, and pune Tunnel1 looks for it there`],
    good: {
      mumbai: end(mumbai, pune, '10.58.1.1', { match: anybody, trustpoint: named, identity: 'identity local dn' }),
      pune: firewall,
    },
  },
  'TW-END-017': {
    bad: {
      mumbai: dialling(mumbai, pune, '10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0'),
      pune: dialling(pune, '198.51.100.11', '10.30.0.0 255.255.0.0 10.22.0.0 255.255.0.0'),
    },
    says: [`dials ${pune} of pune, and nothing there dials ${mumbai}`],
    good: {
      mumbai: dialling(mumbai, pune, '10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0'),
      pune: dialling(pune, mumbai, '10.30.0.0 255.255.0.0 10.20.0.0 255.255.0.0'),
    },
  },
  'TW-END-018': {
    bad: {
      mumbai: end(mumbai, pune, '10.58.1.1', {}),
      pune: dialling(pune, mumbai, '10.30.0.0 255.255.0.0 10.20.0.0 255.255.0.0'),
    },
    says: ['asks for all traffic, and pune WAN/10 protects only 10.30.0.0/16 to 10.20.0.0/16'],
    good: {
      mumbai: end(mumbai, pune, '10.58.1.1', {}),
      pune: dialling(pune, mumbai, 'any any'),
    },
  },
};
