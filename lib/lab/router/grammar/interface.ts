import { line, lines, section, type Fields } from '../../../desired/cli/grammar';
import { addressWithMask, integer, literal, mapped, oneOf, sequence, spelled, word } from '../../../desired/cli/words';
import { interfaceName } from '../../../platforms/iosxe/grammar/interface-name';
import { tunnelInterface } from '../../../platforms/iosxe/grammar/interfaces';
import { flag, leads, type Bag } from './words';

const secondary = sequence<{ address: string; word: 'secondary' }>({
  address: addressWithMask,
  word: oneOf('secondary'),
});

/** What an interface takes beyond the fields of the tunnel noun. */
export const interfaceExtras = {
  secondaryAddresses: lines('ip address', secondary),
  negotiated: line('ip address', oneOf('negotiated', 'dhcp')),
  redirects: line('ip redirects', flag, { hidden: true }),
  unreachables: line('ip unreachables', flag, { hidden: true }),
  proxyArp: line('ip proxy-arp', flag, { hidden: true }),
  shutdown: line('shutdown', flag),
  otherModes: line(
    'tunnel mode',
    spelled({ 'gre ip': 'gre ip', 'gre multipoint': 'gre multipoint', 'ipsec ipv6': 'ipsec ipv6', ipip: 'ipip' }),
    { hidden: 'gre ip' },
  ),
  key: line('tunnel key', integer(0, 4294967295)),
  dynamic: line('tunnel destination', oneOf('dynamic')),
  ...leads(
    [
      'vrf forwarding',
      'ip vrf forwarding',
      'ip unnumbered',
      'ip virtual-reassembly',
      'ip policy route-map',
      'mtu',
      'bandwidth',
      'delay',
      'negotiation',
      'duplex',
      'speed',
      'media-type',
      'keepalive',
      'encapsulation',
      'load-interval',
      'carrier-delay',
      'cdp enable',
      'crypto map',
      'tunnel path-mtu-discovery',
      'tunnel bandwidth',
      'channel-group',
    ],
    ['ip nhrp', 'ip nat', 'ip ospf', 'ip access-group', 'ip helper-address', 'ipv6', 'standby', 'service-policy'],
  ),
} as unknown as Fields<Bag>;

const tunnelFields = tunnelInterface.fields;
const notOfTunnels = Object.fromEntries(
  Object.entries(tunnelFields).filter(([, field]) => !('lead' in field) || field.lead[0] !== 'tunnel'),
) as unknown as Fields<Bag>;
const typeTunnel = mapped(
  literal('type', 'tunnel'),
  () => ({ type: 'tunnel' }),
  () => undefined,
);

/** Every interface that is no tunnel. `Virtual-Template1 type tunnel` is printed with its type. */
export const virtualTemplate = section<Bag>({
  lead: 'interface',
  prompt: 'config-if',
  key: sequence<{ name: string }>({
    name: word((text) => (/^virtual-template\d+$/i.test(text) ? interfaceName(text) : undefined)),
  }),
  header: {
    print: (noun) => (noun['type'] === undefined ? [] : ['type', 'tunnel']),
    read: (words, at) => (at < words.length ? typeTunnel.read(words, at) : { value: {}, next: at }),
  },
  fields: tunnelFields,
});

export const otherInterface = section<Bag>({
  lead: 'interface',
  prompt: 'config-if',
  key: sequence<{ name: string }>({
    name: word((text) => (/^(?!tunnel)[a-z-]+\d[\d/.]*$/i.test(text) ? interfaceName(text) : undefined)),
  }),
  fields: notOfTunnels,
});

/** Interfaces that are made by typing them; all others are soldered on. */
export const isLogical = (interfaceText: string): boolean =>
  /^(Tunnel|Loopback|Virtual-Template|Port-channel|Vlan|BDI|Dialer)\d|\.\d+$/.test(interfaceText);
