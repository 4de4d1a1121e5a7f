import type { Inspection } from '../../contract/platform';
import { addressesIn } from '../read/interface-addresses';
import { after, allAfter, blocksOf, numberIn, type Block } from './blocks';
import { protectedBy, type Protected } from './networks';
import { cipherOf, hashOf, shortestKey, transformOf, type Ikev1Tunnel } from './tunnel';
import type { Phase1 } from '../../model/ikev1-replacement';

type Found = { readonly tunnels: readonly Ikev1Tunnel[]; readonly skipped: readonly string[] };

const startingWith = (blocks: readonly Block[], lead: string): readonly Block[] =>
  blocks.filter(({ line }) => line.startsWith(lead));

/** The policy that is offered first, with what a router does not print because it is so by itself (IOS: DES, SHA-1, group 1). */
const policyOf = (
  blocks: readonly Block[],
): { readonly phase1: Phase1; readonly ike: number; readonly signed: boolean } => {
  const all = startingWith(blocks, 'crypto isakmp policy ');
  const [first] = [...all].sort((a, b) => numberIn(a.line)! - numberIn(b.line)!);
  const lines = first?.below ?? [];
  return {
    phase1: {
      encryption: cipherOf(after(lines, 'encr') ?? after(lines, 'encryption') ?? 'des'),
      hash: hashOf(after(lines, 'hash') ?? 'sha'),
      group: numberIn(after(lines, 'group')) ?? 1,
    },
    ike: numberIn(after(lines, 'lifetime')) ?? 86400,
    signed: (after(lines, 'authentication') ?? 'rsa-sig') === 'rsa-sig',
  };
};

/** The key for a peer: of the whole router, or of a keyring. */
const keyFor = (blocks: readonly Block[], peer: string) => {
  const all = [
    ...blocks.flatMap(({ line }) => {
      const [, key, address] = /^crypto isakmp key (?:\d )?(\S+) address (\S+)/.exec(line) ?? [];
      return key === undefined ? [] : [{ key, address: address! }];
    }),
    ...startingWith(blocks, 'crypto keyring ').flatMap(({ below }) =>
      below.flatMap((line) => {
        const [, address, key] = /^pre-shared-key address (\S+).* key (?:\d )?(\S+)$/.exec(line) ?? [];
        return key === undefined ? [] : [{ key, address: address! }];
      }),
    ),
  ];
  const own = all.find(({ address }) => address === peer);
  const wildcard = all.find(({ address }) => address === '0.0.0.0');
  const found = own ?? wildcard;
  return {
    isShort: found !== undefined && found.key.length < shortestKey,
    isWildcard: own === undefined && wildcard !== undefined,
  };
};

const transformIn = (blocks: readonly Block[], names: string | undefined) => {
  const name = names?.split(' ')[0];
  const [set] = startingWith(blocks, `crypto ipsec transform-set ${name} `);
  return set === undefined ? undefined : transformOf(set.line.split(' ').slice(4));
};

interface Way {
  readonly at: string;
  readonly interface: string;
  readonly peers: readonly string[];
  readonly lines: readonly string[];
  readonly networks: Protected;
  readonly tunnel?: Ikev1Tunnel['tunnel'];
}

const tunnelOf = (blocks: readonly Block[], address: string | undefined, way: Way): Ikev1Tunnel | string => {
  const { at, lines, peers, networks } = way;
  const phase2 = transformIn(blocks, after(lines, 'set transform-set'));
  if (peers.length === 0 || !peers.every((peer) => /^\d+(\.\d+){3}$/.test(peer)))
    return `${at}: its peer is not an address`;
  if (address === undefined) return `${at}: ${way.interface} has no fixed address`;
  if (phase2 === undefined) return `${at}: its transform set has no ESP encryption`;
  if ('why' in networks) return `${at}: ${networks.why}`;
  const { phase1, ike, signed } = policyOf(blocks);
  const pfs = lines.some((line) => line.startsWith('set pfs')) ? (numberIn(after(lines, 'set pfs')) ?? 1) : undefined;
  const trustpoint = after(
    startingWith(blocks, 'crypto pki trustpoint ').map(({ line }) => line),
    'crypto pki trustpoint',
  );
  return {
    ...{ at, interface: way.interface, address, peers, phase1 },
    // The outer addresses themselves are of a tunnel inside of this one: a route to them would lead into itself.
    own: networks.own.filter((network) => network !== `${address}/32`),
    far: networks.far.filter((network) => !peers.includes(network.replace('/32', ''))),
    ...(way.tunnel === undefined ? {} : { tunnel: way.tunnel }),
    phase2: { ...phase2, ...(pfs === undefined ? {} : { pfs }) },
    lifetimes: { ike, ipsec: numberIn(after(lines, 'set security-association lifetime seconds')) ?? 3600 },
    authentication: signed
      ? { method: 'certificate', ...(trustpoint === undefined ? {} : { trustpoint }) }
      : { method: 'pre-share', ...keyFor(blocks, peers[0]!) },
    aggressive: startingWith(blocks, 'crypto isakmp profile ').some(({ below }) =>
      below.includes('initiate mode aggressive'),
    ),
  };
};

/** Entries of crypto maps that are on an interface; on a tunnel interface, old releases wanted them a second time. */
const mapped = (blocks: readonly Block[], inspection: Inspection): readonly (Way | string)[] =>
  startingWith(blocks, 'interface ').flatMap(({ line, below }) => {
    const map = after(below, 'crypto map')?.split(' ')[0];
    if (map === undefined || line.startsWith('interface Tunnel')) return [];
    const local = /local-address (\S+)/.exec(
      startingWith(blocks, `crypto map ${map} local-address `)[0]?.line ?? '',
    )?.[1];
    return startingWith(blocks, `crypto map ${map} `)
      .filter((entry) => /^crypto map \S+ \d+ /.test(entry.line))
      .map((entry): Way | string => {
        const at = entry.line.split(' ').slice(0, 4).join(' ');
        if (!entry.line.endsWith(' ipsec-isakmp'))
          return `${at}: ${entry.line.split(' ').slice(4).join(' ')} is not migrated`;
        const list = after(entry.below, 'match address') ?? '';
        const peers = allAfter(entry.below, 'set peer').map((peer) => peer.split(' ')[0]!);
        return {
          at,
          interface: local ?? line.split(' ')[1]!,
          peers,
          lines: entry.below,
          networks: protectedBy(inspection, list),
        };
      });
  });

/** Tunnel interfaces whose IPsec profile names no IKEv2 profile. */
const routed = (blocks: readonly Block[]): readonly (Way | string)[] =>
  startingWith(blocks, 'interface Tunnel').flatMap(({ line, below }): readonly (Way | string)[] => {
    const profile = /^tunnel protection ipsec profile (\S+)/.exec(
      below.find((each) => each.startsWith('tunnel protection')) ?? '',
    )?.[1];
    const [block] = startingWith(blocks, `crypto ipsec profile ${profile}`);
    if (block === undefined || block.below.some((each) => each.startsWith('set ikev2-profile'))) return [];
    const name = line.split(' ')[1]!;
    const far = startingWith(blocks, 'ip route ').flatMap((route) => {
      const [, network, mask] =
        /^ip route (\S+) (\S+) (\S+)/.exec(route.line)?.[3] === name ? route.line.split(' ').slice(1) : [];
      return network === undefined || mask === undefined ? [] : [`${network}/${lengthOf(mask)}`];
    });
    const [address, mask] = (after(below, 'ip address') ?? '').split(' ');
    const peers = allAfter(below, 'tunnel destination');
    const at = `interface ${name}`;
    if (mask === undefined || !/^\d/.test(address!)) return [`${at}: it has no address of its own`];
    const tunnel = { name, address: `${address}/${lengthOf(mask)}` };
    return [
      {
        at,
        interface: after(below, 'tunnel source') ?? '',
        peers,
        lines: block.below,
        networks: { own: [], far },
        tunnel,
      },
    ];
  });

const lengthOf = (mask: string): number =>
  mask.split('.').reduce((bits, octet) => bits + Number(octet).toString(2).replaceAll('0', '').length, 0);

/** The site-to-site tunnels of IKEv1 of a router. */
export const readRouter = (source: readonly string[], inspection: Inspection): Found => {
  const blocks = blocksOf(source);
  const addresses = addressesIn(source);
  const all = [...mapped(blocks, inspection), ...routed(blocks)].map((way) =>
    typeof way === 'string' ? way : tunnelOf(blocks, addresses.get(way.interface), way),
  );
  return {
    tunnels: all.filter((each): each is Ikev1Tunnel => typeof each !== 'string'),
    skipped: all.filter((each): each is string => typeof each === 'string'),
  };
};
