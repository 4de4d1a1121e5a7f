import type { Section } from '../../desired/cli/section';
import type { Impact, Observation } from '../../contract/observation';
import { reaches } from '../../engine/cli/reaches';

/** Which sections a line refers to: what stands before their names, and their header. */
const refersTo: readonly (readonly [RegExp, string])[] = [
  [/\bset ikev2 ipsec-proposal (.+)$/g, 'crypto ipsec ikev2 ipsec-proposal'],
  [/^tunnel protection ipsec profile (\S+)/g, 'crypto ipsec profile'],
  [/^tunnel protection ipsec policy (\S+)/g, 'access-list'],
  [/\bmatch address (\S+)/g, 'access-list'],
  [/(?:^| )(?:object-group|group-object) (\S+)/g, 'object-group network'],
  [/(?:^| )object (\S+)/g, 'object network'],
];
const referredBy = (section: Section): readonly string[] =>
  section.entries.flatMap(({ text }) =>
    refersTo.flatMap(([before, header]) =>
      [...text.matchAll(before)].flatMap(([, names]) => names!.split(' ').map((name) => `${header} ${name}`)),
    ),
  );

/**
 * Changing a proposal or an entry takes its SAs down (Cisco ASA configuration guide, IKEv2 proposals and crypto maps). That
 * another network of what an entry matches does so too, of the list itself or of an object in it, is the safe reading.
 */
const ofTunnels =
  /^(crypto ipsec ikev2 ipsec-proposal|crypto ipsec profile|crypto map|interface Tunnel|access-list|object network|object-group network) ?/;
/** Lines that say nothing of what is protected. */
const aside = /^(description |nat |access-list \S+ remark )/;
const protects = (section: Section | undefined): string | undefined =>
  section?.entries.flatMap(({ text }) => (aside.test(text) ? [] : [text])).join('\n');

/** What a change does to tunnels that are up. A tunnel group or policy counts from the next negotiation on. */
export const impact = (
  before: Section | undefined,
  after: Section | undefined,
  seen: Observation<Section>,
): Impact | undefined => {
  if (before === undefined) return undefined;
  const up = (seen.sessions ?? []).filter((session) => session.up).map((session) => session.name);
  const sectionOf = (tunnel: string) => seen.live.get(`interface ${tunnel}`) ?? seen.live.get(`crypto map ${tunnel}`);
  const hitBy = (hits: (tunnel: Section) => boolean): readonly string[] =>
    up.filter((name) => {
      const section = sectionOf(name);
      return section !== undefined && hits(section);
    });
  const effect = (of: Impact['effect'], tunnels: readonly string[]): Impact | undefined =>
    tunnels.length === 0 ? undefined : { effect: of, tunnels };
  const name = before.header.split(' ').at(-1)!;
  if (/^crypto ikev2 policy /.test(before.header)) return effect('re-keys later', up);
  if (/^tunnel-group /.test(before.header)) {
    const isPeer = ({ entries }: Section): boolean => entries.some(({ text }) => text.split(' ').includes(name));
    return effect('re-keys later', hitBy(isPeer));
  }
  if (!ofTunnels.test(before.header) || protects(before) === protects(after)) return undefined;
  const map = /^crypto map \S+$/.test(before.header) ? `${before.header} ` : undefined;
  const hits = (tunnel: Section): boolean =>
    (map !== undefined && tunnel.header.startsWith(map)) ||
    tunnel.header === before.header ||
    reaches(seen.live, tunnel, before.header, referredBy);
  return effect('drops now', hitBy(hits));
};
