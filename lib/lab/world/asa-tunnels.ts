import { parseTree, type Node } from '../../desired/cli/tree';
import { syntax } from '../../platforms/asa/syntax';
import type { NounOf } from '../../model/nouns';
import { lookup } from '../../platforms/asa/grammar/lookup';
import { nounsIn, type Found, type RouterTunnel } from './router-tunnels';

const addressOf = (roots: readonly Node[], nameif: string | undefined): string | undefined => {
  const port = roots.find((root) => root.children.some(({ text }) => text === `nameif ${nameif}`));
  return port?.children.find(({ text }) => text.startsWith('ip address '))?.text.split(' ')[2];
};

interface Way {
  readonly name: string;
  readonly port: string | undefined;
  readonly peer: string | undefined;
  readonly address?: string | undefined;
  readonly proposals: readonly { readonly name: string }[];
  readonly pfs: NounOf<'ipsec-profile'>['pfs'];
  readonly protects?: RouterTunnel['protects'];
}

/** The networks of an access list, each once. */
const protectedBy = (list: Partial<NounOf<'access-list'>> | undefined): NonNullable<RouterTunnel['protects']> => {
  const rules = (list?.entries ?? []).flatMap((entry) => ('remark' in entry ? [] : [entry]));
  const each = (values: readonly (string | undefined)[]) => [...new Set(values.flatMap((value) => value ?? []))];
  return { here: each(rules.map(({ source }) => source)), there: each(rules.map(({ destination }) => destination)) };
};

const waysIn = (found: Found): readonly Way[] => {
  const routed = [...(found['tunnel-interface']?.values() ?? [])].map((tunnel): Way => {
    const profile = found['ipsec-profile']?.get((tunnel.protection as { name?: string } | undefined)?.name ?? '');
    return {
      name: tunnel.name!,
      port: tunnel.source as string | undefined,
      peer: tunnel.destination,
      address: tunnel.address,
      proposals: profile?.transformSets ?? [],
      pfs: profile?.pfs,
    };
  });
  const mapped = [...(found['crypto-map-entry']?.values() ?? [])].flatMap((entry) =>
    (found['crypto-map']?.get(entry.map ?? '')?.interfaces ?? []).map((port): Way => ({
      name: `${entry.map} ${entry.sequence}`,
      port,
      peer: entry.peers?.[0],
      proposals: entry.proposals ?? [],
      pfs: entry.pfs,
      protects: protectedBy(found['access-list']?.get(entry.match?.name ?? '')),
    })),
  );
  return [...routed, ...mapped];
};

/** The tunnels of an ASA in the terms of a router's, so that either may be at the other end of any. */
export const asaTunnels = (config: string): readonly RouterTunnel[] => {
  const roots = parseTree(config, syntax);
  const found = nounsIn(config, lookup);
  return waysIn(found).flatMap((way): readonly RouterTunnel[] => {
    const group = found['tunnel-group']?.get(way.peer ?? '');
    const enabled = found['ikev2-enable']?.has(way.port ?? '');
    if (group === undefined || !enabled) return [];
    const key = group.ipsec?.localKey as unknown as { text?: string } | undefined;
    return [
      {
        name: way.name,
        localAddress: addressOf(roots, way.port),
        peerAddress: way.peer,
        tunnelAddress: way.address,
        proposals: [...(found['ikev2-proposal']?.values() ?? [])],
        transformSets: way.proposals.flatMap(({ name }) => found['ipsec-transform-set']?.get(name) ?? []),
        profile: { authenticationLocal: key === undefined ? 'rsa-sig' : 'pre-share' },
        ipsec: way.pfs === undefined ? {} : { pfs: way.pfs },
        // A group is found by the peer's address: any certificate of the authority will do.
        certificateRules: [[]],
        ...(way.protects === undefined ? {} : { protects: way.protects }),
        keys: new Map(key?.text === undefined ? [] : [[way.peer!, key.text]]),
      },
    ];
  });
};
