import type { Section } from '../../desired/cli/section';
import type { Impact, Observation } from '../../contract/observation';
import { reaches } from '../../engine/cli/reaches';

/** Lines of a tunnel whose change takes its sessions down at once (reference: Cisco's documentation of each command). */
const drops = [
  'tunnel source',
  'tunnel destination',
  'tunnel mode',
  'tunnel protection',
  'tunnel vrf',
  'vrf forwarding',
  'shutdown',
];

/** Which section a line refers to, so that a change of a profile finds the tunnels that it protects. */
const refersTo: Readonly<Record<string, string>> = {
  'tunnel protection ipsec profile': 'crypto ipsec profile',
  'set transform-set': 'crypto ipsec transform-set',
  'set ikev2-profile': 'crypto ikev2 profile',
  'keyring local': 'crypto ikev2 keyring',
  'match certificate': 'crypto pki certificate map',
  'pki trustpoint': 'crypto pki trustpoint',
};
/** What no tunnel names, and every negotiation uses. */
const global = /^crypto ikev2 (proposal|policy)\b/;
const tunnelOf = (header: string): string | undefined => /^interface (Tunnel\d+)$/.exec(header)?.[1];

const isDropped = (before: Section, after: Section | undefined): boolean => {
  const text = (section: Section | undefined, lead: string): string | undefined =>
    section?.entries.find((entry) => entry.text.startsWith(lead))?.text;
  return after === undefined || drops.some((lead) => text(before, lead) !== text(after, lead));
};

const referredBy = (section: Section): readonly string[] =>
  section.entries.flatMap((entry) =>
    Object.entries(refersTo).flatMap(([lead, header]) =>
      entry.text.startsWith(`${lead} `)
        ? entry.text
            .slice(lead.length + 1)
            .split(' ')
            .map((name) => `${header} ${name}`)
        : [],
    ),
  );

/**
 * What a change does to tunnels that are up. Not proven on devices: that an edited profile or transform set is used from
 * the next negotiation on and leaves what is up; the safe reading is to say that it re-keys later.
 */
export const impact = (
  before: Section | undefined,
  after: Section | undefined,
  seen: Observation<Section>,
): Impact | undefined => {
  if (before === undefined) return undefined;
  const up = (seen.sessions ?? []).filter((session) => session.up).map((session) => session.name);
  const own = tunnelOf(before.header);
  if (own !== undefined)
    return up.includes(own) && isDropped(before, after) ? { effect: 'drops now', tunnels: [own] } : undefined;
  const hit = up.filter((name) => {
    const tunnel = seen.live.get(`interface ${name}`);
    return (
      tunnel !== undefined && (global.test(before.header) || reaches(seen.live, tunnel, before.header, referredBy))
    );
  });
  return hit.length === 0 ? undefined : { effect: 're-keys later', tunnels: hit };
};
