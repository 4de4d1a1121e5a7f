import type { Impact, Observation } from '../../contract/observation';
import { identitiesIn } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { sameJson } from '../../kernel/json';
import type { Kind } from '../../model/nouns';

type Effect = Impact['effect'];
type Live = Observation<RestObject>['live'];

/** Leaves that can change without a word to the peer. */
const quiet: Readonly<Partial<Record<Kind, RegExp>>> = {
  'tunnel-interface': /^#description$/,
  'vpn-endpoint': /^#(description|vpnFilterAcl)$/,
};
/** Leaves of which a change counts from the next negotiation on. */
const later: Readonly<Partial<Record<Kind, RegExp>>> = {
  'vpn-topology': /^(ikesettings|advancedsettings)#/,
  'vpn-endpoint': /^#(isLocalTunnelIdEnabled|localIdentity\w+|enableNatTraversal|connectionType|dynamicRRIEnabled)$/,
  'ikev2-policy': /^#/,
};
/**
 * What a firewall runs of these is what an ASA runs: a changed proposal, crypto map, access list or tunnel interface takes
 * its SAs down (Cisco ASA configuration guide, IKEv2 proposals and crypto maps).
 */
const ofTunnels: readonly string[] = [
  'vpn-topology',
  'vpn-endpoint',
  'tunnel-interface',
  'ipsec-transform-set',
  'access-list',
  'network-object',
  'network-group',
  'network-object-override',
  'network-group-override',
  'ikev2-policy',
] satisfies readonly Kind[];

const changedKeys = (before: RestObject, after: RestObject): readonly string[] => {
  const keys = [...new Set([...Object.keys(before.leaves), ...Object.keys(after.leaves)])];
  const changed = keys.filter((key) => !sameJson(before.leaves[key], after.leaves[key]));
  return sameJson(before.fixed, after.fixed) ? changed : [...changed, '#'];
};

/** What a change of one firewall's value is, seen from the object: who refers to that, has it. */
const overridden = (object: RestObject): RestObject => {
  const [parent] = object.requests === undefined ? [] : identitiesIn(object.fixed['']?.['id']);
  return parent === undefined ? object : { ...object, identity: parent };
};

const effectOf = (before: RestObject | undefined, after: RestObject | undefined): Effect | undefined => {
  const { kind: changed, requests } = (before ?? after)!;
  if (!ofTunnels.includes(changed)) return undefined;
  // Without an override a firewall has the value of the object.
  if (before === undefined) return requests === undefined ? undefined : 'drops now';
  if (after === undefined) return 'drops now';
  const kind = before.kind as Kind;
  const loud = changedKeys(before, after).filter((key) => !quiet[kind]?.test(key));
  if (loud.length === 0) return undefined;
  return loud.every((key) => later[kind]?.test(key)) ? 're-keys later' : 'drops now';
};

/** The topology that an end is part of. */
const holderOf = ({ collection }: RestObject): string | undefined =>
  /^policy\/ftds2svpns\/\{ftds2svpns:([^{}]+)\}/.exec(collection)?.[1];

/** What an object refers to; the filter of an end says nothing of what is encrypted. */
const referred = ({ leaves }: RestObject): readonly string[] =>
  identitiesIn(Object.entries(leaves).filter(([key]) => key !== '#vpnFilterAcl'));

/** Topologies that an object is part of, or that refer to it over others: an interface, by the end that stands on it. */
const topologiesOf = (live: Live, changed: RestObject): ReadonlySet<string> => {
  const found = new Set<string>();
  const seen = new Set<string>();
  let left: readonly RestObject[] = [changed];
  while (left.length > 0) {
    left.forEach(({ identity }) => seen.add(identity));
    for (const one of left) {
      const topology = one.kind === 'vpn-topology' ? one.name : holderOf(one);
      if (topology !== undefined) found.add(topology);
    }
    const open = left.filter(({ kind }) => kind !== 'vpn-topology' && kind !== 'vpn-endpoint');
    const names = new Set(open.map(({ identity }) => identity));
    left = [...live.values()].filter(
      (one) => !seen.has(one.identity) && ofTunnels.includes(one.kind) && referred(one).some((name) => names.has(name)),
    );
  }
  return found;
};

/** What a change does, once it is deployed, to tunnels that are up. */
export const impact = (
  before: RestObject | undefined,
  after: RestObject | undefined,
  { live, sessions = [] }: Observation<RestObject>,
): Impact | undefined => {
  const up = sessions.filter((session) => session.up).map(({ name }) => name);
  const effect = up.length === 0 ? undefined : effectOf(before, after);
  if (effect === undefined) return undefined;
  const changed = (before ?? after)!;
  const topologies = topologiesOf(live, overridden(changed));
  // An end and an override bear the name of their firewall.
  const end = changed.kind === 'vpn-endpoint' || changed.requests !== undefined ? changed.name : undefined;
  const tunnels = up.filter((tunnel) => {
    const [topology, ends] = tunnel.split(': ', 2) as [string, string?];
    return topologies.has(topology) && (ends === undefined || end === undefined || ends.split(' - ').includes(end));
  });
  return tunnels.length === 0 ? undefined : { effect, tunnels };
};
