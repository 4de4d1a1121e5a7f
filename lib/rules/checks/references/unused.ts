import type { Resource } from '../../../model/network';
import { nouns, type Kind } from '../../../model/nouns';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';
import { isOverride } from '../../facts/overrides';
import { asksServers } from '../../facts/profile';
import type { DeviceView } from '../../engine/network-view';

/** Objects that do nothing by themselves, and who would have to name them. */
const namedBy: Readonly<Partial<Record<Kind, string>>> = {
  'ikev2-proposal': 'no IKEv2 policy offers it, so it is never negotiated',
  'ikev2-keyring': 'no IKEv2 profile names it, so its keys are never looked at',
  'ikev2-profile': 'no IPsec profile and no tunnel names it',
  'ikev2-name-mangler': 'no IKEv2 profile names it',
  'ipsec-transform-set': 'no IPsec profile names it, so it is never negotiated',
  'ipsec-profile': 'no tunnel and no template is protected by it',
  'certificate-map': 'no profile, tunnel group or trustpoint names it',
  'address-pool': 'no authorization policy names it, so no peer is given an address of it',
  'aaa-server-group': 'no method list names it, so its servers are never asked',
  'radius-server': 'no server group names it, so it is never asked',
  'ldap-server': 'no server group names it, so it is never asked',
  'ldap-attribute-map': 'no LDAP server names it',
  'aaa-attribute-list': 'no authorization policy names it',
  'anyconnect-profile': 'no IKEv2 profile names it, so no client is given it',
  'virtual-template': 'no IKEv2 profile clones it',
  'aaa-server': 'no tunnel group names it, so its hosts are never asked',
  'dynamic-map': 'no crypto map entry names it',
  'crypto-map-entry': 'no crypto map has it, so it is on no interface',
};

/** Methods that ask all servers of a protocol without naming them. */
const everyServer: Readonly<Partial<Record<Kind, string>>> = {
  'radius-server': 'group radius',
  'ldap-server': 'group ldap',
};

const methodLists = ['aaa-authentication-list', 'aaa-authorization-list', 'aaa-accounting-list'] as const;

/** What a device has by itself: ASDM writes the certificate map. */
const ofTheDevice = ['default', 'DefaultCertificateMap'];

/** An entry is of its map by name, also of a map that could not be read. */
const isInMap = (map: unknown, { all, read }: DeviceView): boolean =>
  all('crypto-map').some((each) => each.name === map) ||
  (read?.unreadable ?? []).some((each) => each.kind === 'crypto-map' && each.name === map);

/** IKEv1, NHRP and dial-in name a template by its number. */
const isCloned = (template: string, device: DeviceView): boolean => {
  const named = new RegExp(`\\bvirtual-template ${template.replace(/\D+/, '')}$`, 'i');
  const nhrp = [...device.all('tunnel-interface'), ...device.all('virtual-template')].flatMap(
    (each) => each.noun.nhrp ?? [],
  );
  return [...device.text, ...nhrp].some((line) => named.test(line.trim()));
};

/** It has a user that no reference shows. */
const usedUnseen = ({ kind, name, noun }: Resource, device: DeviceView): boolean => {
  if (ofTheDevice.includes(name) || device.mentions(name)) return true;
  if (kind === 'virtual-template' && isCloned(name, device)) return true;
  // An ASA knows a proposal by its priority, and offers all of them.
  if (/^\d+$/.test(name)) return true;
  if (kind === 'crypto-map-entry' && isInMap((noun as { readonly map?: unknown }).map, device)) return true;
  // Peers that dial in are given a tunnel by the profile itself.
  if ((noun as { readonly virtualTemplate?: unknown }).virtualTemplate !== undefined) return true;
  // A RADIUS server may name the pool and the attributes of a user.
  if (kind === 'address-pool' || kind === 'aaa-attribute-list')
    return device.all('aaa-authorization-list').some((list) => asksServers(list));
  const every = everyServer[kind];
  if (every === undefined) return false;
  return (
    methodLists.some((lists) => device.all(lists).some(({ noun }) => noun.methods.some((m) => m === every))) ||
    device.text.some((line) => line.includes(every))
  );
};

/** What says only what it is on a firewall is no use of it. */
const isUsed = (resource: Resource, device: DeviceView): boolean =>
  device.users(resource).some((user) => !isOverride(user));

export const unused: Rule = {
  id: 'TW-REF-003',
  title: 'An object that nothing uses',
  why: 'A device takes it and ignores it without a word. A proposal without a policy is the well-known one: the smart default is negotiated in its place, and the tunnel comes up with other algorithms than those that were written (Cisco, Configuring IKEv2).',
  packs: { correctness: 'warning' },
  looksAt: Object.keys(namedBy) as Kind[],
  check: forEachDevice((device) =>
    device.resources.flatMap((resource) => {
      const why = namedBy[resource.kind];
      if (why === undefined || isUsed(resource, device) || usedUnseen(resource, device)) return [];
      return [
        createFinding(
          resource,
          `the ${nouns[resource.kind].title} ${resource.name} is of no use: ${why}`,
          'name it where it is meant, or take it out',
        ),
      ];
    }),
  ),
};
