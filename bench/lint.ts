import { lint } from '../lib/rules';
import type { Network, Resource, Target } from '../lib/model/network';
import { nouns, type Kind, type NounOf, type PropsOf } from '../lib/model/nouns';
import { milliseconds, type Row } from './table';

const ref = <K extends Kind>(kind: K, name: string) => ({ ref: { ref: kind, name } });

const resource = <K extends Kind>(device: string, kind: K, props: PropsOf<K>): Resource => {
  const noun = nouns[kind].schema.parse(props) as NounOf<K>;
  const { name } = noun as { readonly name: string };
  return { kind, name, path: `net/${device}/${kind}/${name}`, noun };
};

/** The sites beside it in a ring, and the one across: each tunnel is declared at both ends. `total` is even. */
const peersOf = (n: number, total: number): readonly number[] => [
  (n + 1) % total,
  (n + total - 1) % total,
  (n + total / 2) % total,
];

/** Each tunnel has a /30 of its own: those of the ring first, then those across. */
const tunnelAddress = (n: number, peer: number, total: number): string => {
  const [low, high] = [Math.min(n, peer), Math.max(n, peer)];
  const across = high - low === total / 2;
  const net = 4 * (across ? total + low : high - low === 1 ? low : high);
  const own = net + (n === low ? 1 : 2);
  return `10.${100 + Math.floor(net / 65536)}.${Math.floor(net / 256) % 256}.${own % 256}/30`;
};

/** A site with three tunnels to the sites beside it: twenty constructs, each kind that rules ask most about. */
const site = (n: number, total: number): Target => {
  const id = `site-${n}`;
  const make = <K extends Kind>(kind: K, props: PropsOf<K>): Resource => resource(id, kind, props);
  return {
    id,
    platform: 'iosxe',
    path: `net/${id}`,
    settings: { release: '17.9' } as Target['settings'],
    needs: [],
    resources: [
      make('ntp-servers', { name: 'ntp', servers: ['192.0.2.1'] }),
      make('cert-trustpoint', { name: 'CA', enrollment: { type: 'terminal' } }),
      make('ikev2-proposal', { name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] }),
      make('ikev2-policy', { name: 'P', proposals: [ref('ikev2-proposal', 'P')] }),
      make('ipsec-transform-set', { name: 'T', encryption: 'aes-gcm-256' }),
      make('loopback-interface', { name: 'Loopback0', address: `10.255.${Math.floor(n / 256)}.${n % 256}/32` }),
      make('address-pool', { name: 'POOL', ranges: [{ from: '10.0.0.10', to: '10.0.0.99' }] }),
      make('ikev2-authorization-policy', { name: 'users', pool: ref('address-pool', 'POOL') }),
      ...peersOf(n, total).flatMap((peer, k): readonly Resource[] => [
        make('certificate-map', {
          name: `M${k}`,
          rules: [{ field: 'subject-name', operator: 'co', value: `cn = site-${peer}` }],
        }),
        make('ikev2-profile', {
          name: `P${k}`,
          matchCertificates: [ref('certificate-map', `M${k}`)],
          identityLocal: { type: 'dn' },
          authenticationRemote: ['rsa-sig'],
          authenticationLocal: 'rsa-sig',
          trustpoints: [ref('cert-trustpoint', 'CA')],
          lifetime: 28800,
        }),
        make('ipsec-profile', {
          name: `P${k}`,
          transformSets: [ref('ipsec-transform-set', 'T')],
          ikev2Profile: ref('ikev2-profile', `P${k}`),
        }),
        make('tunnel-interface', {
          name: `Tunnel${k}`,
          address: tunnelAddress(n, peer, total),
          source: 'GigabitEthernet0/0',
          destination: `203.0.${Math.floor(peer / 256)}.${peer % 256}`,
          protection: ref('ipsec-profile', `P${k}`),
        }),
      ]),
    ],
  };
};

/** What the rules cost: a program's whole network, in this process, all rules of `correctness`. */
export const lintFleet = (): readonly Row[] =>
  [500, 1_000, 2_000].map((devices): Row => {
    const targets = Array.from({ length: devices }, (_, n) => site(n, devices));
    const constructs = targets.reduce((sum, { resources }) => sum + resources.length, 0);
    const network: Network = { stack: 'net', targets, problems: [] };
    let found = 0;
    const took = milliseconds(() => (found = lint(network, []).length), 5);
    return {
      what: `lint, ${devices} devices with ${constructs / devices} constructs each`,
      tunnelwright: `${took.toFixed(0)} ms`,
      'per device': `${((took / devices) * 1000).toFixed(0)} µs`,
      findings: String(found),
    };
  });
