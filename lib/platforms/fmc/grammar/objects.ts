import {
  field,
  number,
  outsideBody,
  same,
  setOf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { anyReference, interfacePlace, reference } from './reference';
import { addressText, capitals, flag, literalAddress } from './words';

/** Left as it is where nothing declares it: without it the FMC would take the overrides away that others have made. */
export const overridable = field('overridable', flag, { compareIfDeclared: true, shownUndeclared: true });

type NetworkObject = NounOf<'network-object'>;
const typeOf = ({ value }: NetworkObject): 'Host' | 'Network' | 'Range' =>
  value.includes('-') ? 'Range' : value.includes('/') ? 'Network' : 'Host';
/** Over these a name is one, whatever its case. */
const named = ['object/hosts', 'object/networks', 'object/ranges', 'object/networkgroups', 'object/fqdns'] as const;
const collections = { Host: 'object/hosts', Network: 'object/networks', Range: 'object/ranges' } as const;

/** A host, a network and a range are three collections; the name is unique over all, and over groups. */
export const networkObject: RestGrammar<NetworkObject> = {
  form: 'object',
  collection: (object) => collections[typeOf(object)],
  all: 'object/networkaddresses',
  key: 'networkaddresses',
  among: named,
  type: typeOf,
  fixed: (object) => ({ '': { type: typeOf(object) } }),
  fields: { value: field('value', addressText), overridable },
};

/** By what it is resolved. */
export const fqdnObject: RestGrammar<NounOf<'fqdn-object'>> = {
  form: 'object',
  collection: 'object/fqdns',
  key: 'fqdns',
  among: named,
  type: 'FQDN',
  fixed: () => ({ '': { type: 'FQDN' } }),
  fields: {
    fqdn: field('value', same<string>()),
    dnsResolution: field('dnsResolution', capitals(['ipv4-only', 'ipv6-only', 'ipv4-and-ipv6'] as const), {
      absent: 'IPV4_AND_IPV6',
    }),
    overridable,
  },
};

type Members = NounOf<'network-group'>['members'];
const objects = setOf<Exclude<Members[number], string>>(anyReference());
const literals = setOf<string>({
  to: (value) => ({ type: value.includes('/') ? 'Network' : 'Host', value }),
  // A range has no literal of ours.
  from: (json) => {
    const value = String((json as JsonObject)['value']);
    return value.includes('-') ? undefined : value;
  },
  canonical: literalAddress,
});
/**
 * Members that have an object, and members that are only what they are, in a list each below one place; an empty one is
 * left out.
 */
export const objectsAndLiterals = <R extends object>(
  at: string,
  objects: Wire<R[]>,
  literals: Wire<string[]>,
): Written<(R | string)[]> => ({
  form: 'written',
  leaves: [...field(`${at}objects`, objects).leaves, ...field(`${at}literals`, literals).leaves],
  write: (all, look) => {
    const refs = all.filter((one): one is R => typeof one !== 'string');
    const texts = all.filter((one): one is string => typeof one === 'string');
    return [
      refs.length === 0 ? undefined : objects.to(refs, look),
      texts.length === 0 ? undefined : literals.to(texts, look),
    ];
  },
  read: ([refs, texts]) => {
    const [those, these] = [
      refs === undefined ? [] : objects.from(refs),
      texts === undefined ? [] : literals.from(texts),
    ];
    const all = those && these && [...those, ...these];
    return all?.length === 0 ? undefined : all;
  },
});
export const addressesAt = (at: string): Written<Members> => objectsAndLiterals(at, objects, literals);
export const networkGroup: RestGrammar<NounOf<'network-group'>> = {
  form: 'object',
  collection: 'object/networkgroups',
  key: 'networkgroups',
  among: named,
  type: 'NetworkGroup',
  fixed: () => ({ '': { type: 'NetworkGroup' } }),
  fields: { members: addressesAt(''), description: field('description', same<string>(), { absent: '' }), overridable },
};

export const urlObject: RestGrammar<NounOf<'url-object'>> = {
  form: 'object',
  collection: 'object/urls',
  key: 'urls',
  type: 'Url',
  fixed: () => ({ '': { type: 'Url' } }),
  fields: { url: field('url', same<string>()), overridable },
};

/** The number is a text there (terraform-provider-fmc, sgt). */
const tagNumber: Wire<number> = { to: String, from: Number, canonical: String };
export const securityGroupTag: RestGrammar<NounOf<'security-group-tag'>> = {
  form: 'object',
  collection: 'object/securitygrouptags',
  key: 'securitygrouptags',
  type: 'SecurityGroupTag',
  fixed: () => ({ '': { type: 'SecurityGroupTag' } }),
  fields: { description: field('description', same<string>()), tag: field('tag', tagNumber) },
};

type Pool = NounOf<'address-pool'>;
const ranges: Written<Pool['ranges']> = {
  form: 'written',
  leaves: [{ part: '', at: 'ipAddressRange', canonical: (json) => json }],
  write: ([range]) => [range && `${range.from}-${range.to ?? range.from}`],
  read: ([json]) => {
    if (json === undefined) return undefined;
    const [from, to] = String(json).split('-');
    return [{ from: from!, ...(to === undefined || to === from ? {} : { to }) }];
  },
};
const parts = ['supernetAddress', 'supernetPrefix', 'subnetPrefix', 'rangeStart', 'numberOfAddresses'] as const;
/** The FMC answers numbers of its own for a pool that is a range. */
const supernet: Written<NonNullable<Pool['supernet']>> = {
  form: 'written',
  leaves: [
    { part: '', at: 'addressType', canonical: (json) => json, compareIfDeclared: true },
    ...field(parts[0], same<string>(), { compareIfDeclared: true }).leaves,
    ...parts.slice(1).flatMap((at) => field(at, number, { compareIfDeclared: true }).leaves),
  ],
  write: ({ network, subnetLength, start, size }) => {
    const [address, length] = network.split('/');
    return ['SUPERNET', address, Number(length), subnetLength, start, size];
  },
  read: ([type, address, length, subnetLength, start, size]) =>
    type === 'SUPERNET'
      ? {
          network: `${String(address)}/${String(length)}`,
          subnetLength: Number(subnetLength),
          start: Number(start),
          size: Number(size),
        }
      : undefined,
};

/** From 7.4 on the FMC adds `addressType: RANGE` by itself. */
export const addressPool: RestGrammar<Pool> = {
  form: 'object',
  collection: 'object/ipv4addresspools',
  key: 'ipv4addresspools',
  type: 'IPv4AddressPool',
  fixed: () => ({ '': { type: 'IPv4AddressPool' } }),
  alternatives: [{ sets: [['ipAddressRange'], ['addressType', ...parts]], quiet: true }],
  unwritable: ({ ranges: all }) =>
    all.length > 1 ? [['ranges', 'a pool of the FMC is one range: write a pool for each and give them all']] : [],
  since: ({ supernet: wanted }) =>
    wanted === undefined
      ? []
      : [{ version: '7.4', what: 'a supernet', instead: 'write ranges: a pool for each firewall' }],
  fields: { ranges, supernet, mask: field('mask', same<string>()), overridable },
};

export const ipv6AddressPool: RestGrammar<NounOf<'ipv6-address-pool'>> = {
  form: 'object',
  collection: 'object/ipv6addresspools',
  key: 'ipv6addresspools',
  type: 'IPv6AddressPool',
  fixed: () => ({ '': { type: 'IPv6AddressPool' } }),
  fields: {
    start: field('ipv6StartAddress', addressText),
    size: field('numberOfAddresses', number),
    overridable,
  },
};

type Zone = NounOf<'security-zone'>;
const areas = { zone: 'object/securityzones', 'interface-group': 'object/interfacegroups' } as const;
const areaType = ({ type }: Zone): string => (type === 'interface-group' ? 'InterfaceGroup' : 'SecurityZone');
const interfaceOf: Wire<NonNullable<Zone['interfaces']>[number]> = {
  to: ({ device, interface: ifname }, look) => look.lookedUp(`interfaces:${device.name}/${ifname}`),
  from: (json) => {
    const found = interfacePlace(json);
    return found && { device: { ref: 'ftd-device', name: found.device, external: true }, interface: found.ifname };
  },
  canonical: reference('ftd-device').canonical!,
};

/** A zone and a group are two collections, over which a name is one. Interfaces say in which zone they are. */
export const securityZone: RestGrammar<Zone> = {
  form: 'object',
  collection: ({ type }) => areas[type ?? 'zone'],
  all: areas.zone,
  also: [areas['interface-group']],
  key: 'securityzones',
  among: [areas.zone, areas['interface-group']],
  type: areaType,
  fixed: (area) => ({ '': { type: areaType(area) } }),
  fields: {
    type: outsideBody,
    mode: field('interfaceMode', capitals(['routed', 'switched', 'inline', 'passive'] as const), { immutable: true }),
    // Those of a zone are not compared: they come and go with what the interfaces say.
    interfaces: field('interfaces', setOf(interfaceOf), { compareIfDeclared: true }),
  },
};
