import type { Section } from '../../desired/cli/section';
import type { Impact, Observation } from '../../contract/observation';

/** What a section names, by the words before the name. */
const named = /(?:ipsec-proposal|ipsec profile|match address|trustpoint|set ikev2 ipsec-proposal) (\S+(?: \S+)*)$/;
/** Changing a proposal or an entry takes its SAs down (Cisco ASA configuration guide, IKEv2 proposals and crypto maps). */
const ofTunnels = /^(crypto ipsec ikev2 ipsec-proposal|crypto ipsec profile|crypto map|interface Tunnel|access-list) ?/;
const names = (section: Section): readonly string[] =>
  section.entries.flatMap((entry) => named.exec(entry.text)?.[1]?.split(' ') ?? []);

const uses = (live: Observation<Section>['live'], from: Section, name: string, seen: Set<string>): boolean =>
  names(from).some((each) => {
    if (each === name) return true;
    const next = live.get(`crypto ipsec profile ${each}`);
    if (next === undefined || seen.has(each)) return false;
    seen.add(each);
    return uses(live, next, name, seen);
  });

/** What a change does to tunnels that are up. A tunnel group or policy counts from the next negotiation on. */
export const impact = (
  before: Section | undefined,
  _after: Section | undefined,
  seen: Observation<Section>,
): Impact | undefined => {
  if (before === undefined) return undefined;
  const up = (seen.sessions ?? []).filter((session) => session.up).map((session) => session.name);
  const sectionOf = (tunnel: string) => seen.live.get(`interface ${tunnel}`) ?? seen.live.get(`crypto map ${tunnel}`);
  const name = before.header.split(' ').at(-1)!;
  if (/^crypto ikev2 policy /.test(before.header))
    return up.length === 0 ? undefined : { effect: 're-keys later', tunnels: up };
  if (/^tunnel-group /.test(before.header)) {
    const hit = up.filter((tunnel) => sectionOf(tunnel)?.entries.some(({ text }) => text.split(' ').includes(name)));
    return hit.length === 0 ? undefined : { effect: 're-keys later', tunnels: hit };
  }
  if (!ofTunnels.test(before.header)) return undefined;
  const hit = up.filter((tunnel) => {
    const section = sectionOf(tunnel);
    if (section === undefined) return false;
    const map = /^crypto map \S+$/.test(before.header) && section.header.startsWith(`${before.header} `);
    return map || section.header === before.header || uses(seen.live, section, name, new Set());
  });
  return hit.length === 0 ? undefined : { effect: 'drops now', tunnels: hit };
};
