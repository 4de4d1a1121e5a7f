import { field, outsideBody, same, type RestGrammar, type Wire, type Written } from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';
import { address, addresses6, disabled, ipsecMode, isDynamic, source, sourceIpv6Address, under } from './interfaces';
import { interfaceIn, reference } from './reference';

/** What a hub of a firewall has: a template of tunnels, and a loopback interface whose address they borrow. */

type Dynamic = NounOf<'ftd-dynamic-tunnel'>;
type Loopback = NounOf<'ftd-loopback'>;

const described = field('description', same<string>(), { absent: '' });
const enabled = field('enabled', disabled, { absent: true });
const numberOf = (name: string): number => Number(name.replace(/^\D+/, ''));

/** A published program on FMC 10.0 sends both members, with id and name of the interface. */
const borrowed: Written<Dynamic['unnumbered']> = {
  form: 'written',
  leaves: [{ part: '', at: 'borrowIPfrom', canonical: reference('ftd-loopback').canonical! }],
  write: (value, look, noun) => [
    typeof value === 'string'
      ? look.lookedUp(`interfaces:${(noun as Dynamic).device.name}/${value}`)
      : look.reference('ftd-loopback', value.name),
  ],
  read: ([json]) => (json === undefined ? undefined : (interfaceIn(json) ?? reference('ftd-loopback').from(json))),
};

/** The collection of all tunnels; the number is the name: the FMC calls it `Virtual-Template` and this number. */
export const ftdDynamicTunnel: RestGrammar<Dynamic> = {
  form: 'object',
  collection: (tunnel) => under(tunnel, 'virtualtunnelinterfaces'),
  key: 'dynamictunnelinterfaces',
  type: 'VTIInterface',
  nameOf: (body) =>
    body['tunnelId'] !== undefined && isDynamic(body) ? `Virtual-Template${String(body['tunnelId'])}` : undefined,
  fixed: ({ name }) => ({
    '': {
      type: 'VTIInterface',
      tunnelType: 'DYNAMIC',
      tunnelId: numberOf(name),
      ipAddressAssignmentType: 'BORROW_IP_FROM_INTERFACE',
    },
  }),
  rereadId: true,
  alternatives: [{ sets: [['borrowIPfrom'], ['ipv4.static']] }],
  fields: {
    device: outsideBody,
    ifname: field('ifname', same<string>()),
    zone: field('securityZone', reference('security-zone')),
    description: described,
    mode: field('ipsecMode', ipsecMode as Wire<Dynamic['mode']>),
    unnumbered: borrowed,
    source: source as Written<string>,
    sourceIpv6Address,
    shutdown: enabled,
  },
};

export const ftdLoopback: RestGrammar<Loopback> = {
  form: 'object',
  collection: (loopback) => under(loopback, 'loopbackinterfaces'),
  key: 'loopbackinterfaces',
  type: 'LoopbackInterface',
  nameOf: (body) => (body['loopbackId'] === undefined ? undefined : `Loopback${String(body['loopbackId'])}`),
  fixed: ({ name }) => ({ '': { type: 'LoopbackInterface', loopbackId: numberOf(name) } }),
  fields: {
    device: outsideBody,
    ifname: field('ifname', same<string>(), { immutable: true }),
    description: described,
    address,
    ipv6Addresses: addresses6 as Written<string[]>,
    shutdown: enabled,
  },
};
