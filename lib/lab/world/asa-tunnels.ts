import { parseTree, type Node } from '../../desired/cli/tree';
import { syntax } from '../../platforms/asa/syntax';
import type { NounOf } from '../../model/nouns';
import { endText } from '../../model/shared/access-list';
import { lookup } from '../../platforms/asa/grammar/lookup';
import { addressTowards } from './port-address';
import { nounsIn, type Found } from './router-tunnels';
import type { SideKey, TunnelSide } from './tunnel-side';

const addressOf = (
  roots: readonly Node[],
  nameif: string | undefined,
  peer: string | undefined,
): string | undefined => {
  const port = roots.find((root) => root.children.some(({ text }) => text === `nameif ${nameif}`));
  return addressTowards(port?.children.map(({ text }) => text) ?? [], peer);
};

interface Way {
  readonly name: string;
  readonly port: string | undefined;
  readonly peer: string | undefined;
  readonly address?: string | undefined;
  readonly proposals: readonly { readonly name: string }[];
  readonly pfs: NounOf<'ipsec-profile'>['pfs'];
  readonly protects?: TunnelSide['protects'];
}

/** The networks of an access list, each once. */
const protectedBy = (list: Partial<NounOf<'access-list'>> | undefined): NonNullable<TunnelSide['protects']> => {
  const rules = (list?.entries ?? []).flatMap((entry) => ('remark' in entry ? [] : [entry]));
  const each = (ends: readonly (Parameters<typeof endText>[0] | undefined)[]) => [
    ...new Set(ends.flatMap((end) => (end === undefined ? [] : endText(end)))),
  ];
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

type Group = NonNullable<NounOf<'tunnel-group'>['ipsec']>;

const textOf = (secret: unknown): string | undefined => (secret as { text?: string } | undefined)?.text;

const keysOf = (peer: string, group: Partial<Group> | undefined): readonly SideKey[] => {
  const [local, remote] = [textOf(group?.localKey), textOf(group?.remoteKey)];
  return local === undefined && remote === undefined
    ? []
    : [{ address: peer, local: local ?? '', remote: remote ?? '' }];
};

/** A group says of each direction how it is proven; where it says nothing, as the other does. */
const profileOf = (group: Partial<Group> | undefined): NonNullable<TunnelSide['profile']> => {
  const local = group?.localKey === undefined ? 'rsa-sig' : 'pre-share';
  const remote = [
    ...(group?.remoteKey === undefined ? [] : (['pre-share'] as const)),
    ...(group?.remoteCertificate ? (['rsa-sig', 'ecdsa-sig'] as const) : []),
  ];
  return { authenticationLocal: local, authenticationRemote: remote.length === 0 ? [local] : remote };
};

/** By `crypto isakmp identity auto`: with a certificate what stands in that, else its address. */
const identityOf = (
  profile: NonNullable<TunnelSide['profile']>,
  address: string | undefined,
): TunnelSide['identity'] => {
  if (profile.authenticationLocal !== 'pre-share') return { type: 'dn' };
  return address === undefined ? undefined : { type: 'address', address };
};

/** The tunnels of an ASA in the terms of a router's, so that either may be at the other end of any. */
export const asaTunnels = (config: string): readonly TunnelSide[] => {
  const roots = parseTree(config, syntax);
  const found = nounsIn(config, lookup);
  return waysIn(found).flatMap((way): readonly TunnelSide[] => {
    const { peer, port, pfs } = way;
    const group = found['tunnel-group']?.get(peer ?? '');
    const enabled = found['ikev2-enable']?.has(port ?? '');
    if (peer === undefined || group === undefined || !enabled) return [];
    const localAddress = addressOf(roots, port, peer);
    const profile = profileOf(group.ipsec);
    return [
      {
        name: way.name,
        source: port,
        localAddress,
        peers: [peer],
        tunnelAddress: way.address,
        proposals: [...(found['ikev2-proposal']?.values() ?? [])],
        transformSets: way.proposals.flatMap(({ name }) => found['ipsec-transform-set']?.get(name) ?? []),
        profile,
        identity: identityOf(profile, localAddress),
        ipsec: pfs === undefined ? {} : { pfs },
        // A group is found by the peer's address: any certificate of the authority will do.
        certificateRules: [[]],
        ...(way.protects === undefined ? {} : { protects: way.protects }),
        keys: keysOf(peer, group.ipsec),
      },
    ];
  });
};
