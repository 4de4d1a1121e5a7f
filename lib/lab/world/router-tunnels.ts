import type { NounOf, Kind } from '../../model/nouns';
import type { Lookup } from '../../desired/cli/lookup';
import { readNoun } from '../../desired/cli/read-noun';
import { groupBy } from '../../kernel/group';
import { syntax } from '../../platforms/iosxe/syntax';
import { parseTree } from '../../desired/cli/tree';
import { lookup } from '../../platforms/iosxe/grammar/lookup';

/** What one tunnel of a router would negotiate. */
export interface RouterTunnel {
  readonly name: string;
  readonly localAddress: string | undefined;
  readonly peerAddress: string | undefined;
  readonly tunnelAddress: string | undefined;
  readonly proposals: readonly Partial<NounOf<'ikev2-proposal'>>[];
  readonly transformSets: readonly Partial<NounOf<'ipsec-transform-set'>>[];
  readonly profile: Partial<NounOf<'ikev2-profile'>> | undefined;
  readonly ipsec: Partial<NounOf<'ipsec-profile'>> | undefined;
  /** The rules of each sequence of each map. */
  readonly certificateRules: readonly NonNullable<NounOf<'certificate-map'>['rules']>[];
  /** The pre-shared keys of the keyring, by peer address. */
  readonly keys: ReadonlyMap<string, string>;
  /** Networks here and there that it protects; absent where it takes what is routed into it. */
  readonly protects?: { readonly here: readonly string[]; readonly there: readonly string[] };
}

export type Found = { readonly [K in Kind]?: ReadonlyMap<string, Partial<NounOf<K>>> };

/** What a configuration says in nouns, by kind and name. */
export const nounsIn = (config: string, { nounOfLine }: Lookup<Kind>): Found => {
  const found: Record<string, Map<string, unknown>> = {};
  const matches = parseTree(config, syntax).flatMap((node) => {
    const match = nounOfLine(node.text);
    return match === undefined ? [] : [{ node, match }];
  });
  for (const group of groupBy(matches, ({ match }) => match.header.header).values()) {
    const { match } = group[0]!;
    const read = readNoun(
      match.grammar,
      group.map(({ node }) => node),
    );
    if (!read) continue;
    (found[match.kind] ??= new Map()).set(String((read.noun as { name?: string }).name), read.noun);
  }
  return found;
};

const addressOn = (config: string, name: string): string | undefined => {
  const node = parseTree(config, syntax).find((root) => root.text === `interface ${name}`);
  const line = node?.children.find((child) => /^ip address \d/.test(child.text));
  return line?.text.split(' ')[2];
};

const profileOf = ({ protection }: Partial<NounOf<'tunnel-interface'>>): string => {
  if (protection === undefined) return '';
  return 'profile' in protection ? protection.profile.name : protection.name;
};

/** The tunnels of a running configuration, with everything that decides whether they come up. */
export const routerTunnels = (config: string): readonly RouterTunnel[] => {
  const found = nounsIn(config, lookup);
  const policies = [...(found['ikev2-policy']?.values() ?? [])];
  const offered = policies.flatMap((policy) => policy.proposals ?? []);
  return [...(found['tunnel-interface']?.values() ?? [])].map((tunnel) => {
    const ipsec = found['ipsec-profile']?.get(profileOf(tunnel));
    const profile = found['ikev2-profile']?.get(ipsec?.ikev2Profile?.name ?? '');
    const keyring = found['ikev2-keyring']?.get(profile?.keyring?.name ?? '');
    const keys = (keyring?.peers ?? []).map(({ address = '', localKey, key }) => {
      const shown = (localKey ?? key) as unknown as { text?: string } | undefined;
      return [address, shown?.text ?? ''] as const;
    });
    return {
      name: tunnel.name!,
      localAddress: addressOn(config, typeof tunnel.source === 'string' ? tunnel.source : ''),
      peerAddress: tunnel.destination,
      tunnelAddress: tunnel.address,
      proposals: offered.flatMap((ref) => found['ikev2-proposal']?.get(ref.name) ?? []),
      transformSets: (ipsec?.transformSets ?? []).flatMap((ref) => found['ipsec-transform-set']?.get(ref.name) ?? []),
      profile,
      ipsec,
      certificateRules: (profile?.matchCertificates ?? []).flatMap((ref) =>
        (found['certificate-map']?.get(ref.name)?.alternatives ?? []).map(({ rules }) => rules),
      ),
      keys: new Map(keys),
    };
  });
};
