import type { Inspection } from '../../contract/platform';
import { addressesIn } from '../read/interface-addresses';
import { after, blocksOf, numberIn, type Block } from './blocks';
import { protectedBy } from './networks';
import { cipherOf, hashOf, shortestKey, transformOf, type Ikev1Tunnel } from './tunnel';

type Found = { readonly tunnels: readonly Ikev1Tunnel[]; readonly skipped: readonly string[] };

/** The policy that is offered first; what is missing is as an ASA has it by itself (3DES, SHA-1, group 2). */
const policyOf = (blocks: readonly Block[]) => {
  const all = blocks.filter(({ line }) => /^crypto (ikev1|isakmp) policy \d+$/.test(line));
  const [first] = [...all].sort((a, b) => Number(a.line.split(' ')[3]) - Number(b.line.split(' ')[3]));
  const lines = first?.below ?? [];
  return {
    phase1: {
      encryption: cipherOf(after(lines, 'encryption') ?? '3des'),
      hash: hashOf(after(lines, 'hash') ?? 'sha'),
      group: numberIn(after(lines, 'group')) ?? 2,
    },
    ike: numberIn(after(lines, 'lifetime')) ?? 86400,
    signed: after(lines, 'authentication') === 'rsa-sig',
  };
};

const keyOf = (blocks: readonly Block[], peer: string) => {
  const lines = blocks.find(({ line }) => line === `tunnel-group ${peer} ipsec-attributes`)?.below ?? [];
  const key = after(lines, 'ikev1 pre-shared-key') ?? after(lines, 'pre-shared-key');
  const isShown = key !== undefined && !/^\*+$/.test(key);
  return { trustpoint: after(lines, 'ikev1 trust-point'), isShort: isShown && key.length < shortestKey };
};

const entryOf = (
  blocks: readonly Block[],
  inspection: Inspection,
  [map, sequence, port]: readonly [string, string, string],
  address: string | undefined,
): Ikev1Tunnel | string | undefined => {
  const at = `crypto map ${map} ${sequence}`;
  const lines = blocks.flatMap(({ line }) => (line.startsWith(`${at} `) ? [line.slice(at.length + 1)] : []));
  const sets = after(lines, 'set ikev1 transform-set') ?? after(lines, 'set transform-set');
  if (lines.some((line) => line.startsWith('ipsec-isakmp dynamic')))
    return `${at}: a dynamic crypto map is not migrated`;
  if (sets === undefined) return undefined;
  const peers = (after(lines, 'set peer') ?? '').split(' ').filter((peer) => peer !== '');
  const lead = new RegExp(`^crypto ipsec (?:ikev1 )?transform-set ${sets.split(' ')[0]!.replace(/\W/g, '\\$&')} esp-`);
  const phase2 = transformOf((blocks.find(({ line }) => lead.test(line))?.line ?? '').split(' '));
  const networks = protectedBy(inspection, after(lines, 'match address') ?? '');
  if (peers.length === 0 || !peers.every((peer) => /^\d+(\.\d+){3}$/.test(peer)))
    return `${at}: its peer is not an IPv4 address`;
  if (address === undefined) return `${at}: ${port} has no fixed address`;
  if (phase2 === undefined) return `${at}: its transform set has no ESP encryption`;
  if ('why' in networks) return `${at}: ${networks.why}`;
  const { phase1, ike, signed } = policyOf(blocks);
  const { trustpoint, isShort } = keyOf(blocks, peers[0]!);
  const pfs = lines.some((line) => line.startsWith('set pfs')) ? (numberIn(after(lines, 'set pfs')) ?? 2) : undefined;
  return {
    ...{ at, interface: port, address, peers, phase1, own: networks.own, far: networks.far },
    phase2: { ...phase2, ...(pfs === undefined ? {} : { pfs }) },
    lifetimes: { ike, ipsec: numberIn(after(lines, 'set security-association lifetime seconds')) ?? 28800 },
    authentication:
      signed || trustpoint !== undefined
        ? { method: 'certificate', ...(trustpoint === undefined ? {} : { trustpoint }) }
        : { method: 'pre-share', isShort, isWildcard: false },
    aggressive: lines.some((line) => line.startsWith('set ikev1 phase1-mode aggressive')),
  };
};

/** The site-to-site tunnels of IKEv1 of an ASA: entries of crypto maps that are on an interface. */
export const readAsa = (source: readonly string[], inspection: Inspection): Found => {
  const blocks = blocksOf(source);
  const addresses = addressesIn(source);
  const all = blocks.flatMap(({ line }) => {
    const [, map, port] = /^crypto map (\S+) interface (\S+)$/.exec(line) ?? [];
    if (map === undefined) return [];
    const sequences = new Set(
      blocks.flatMap((each) =>
        each.line.startsWith(`crypto map ${map} `) ? (/^crypto map \S+ (\d+) /.exec(each.line)?.[1] ?? []) : [],
      ),
    );
    return [...sequences].map((sequence) => entryOf(blocks, inspection, [map, sequence, port!], addresses.get(port!)));
  });
  return {
    tunnels: all.filter((each): each is Ikev1Tunnel => typeof each === 'object'),
    skipped: all.filter((each): each is string => typeof each === 'string'),
  };
};
