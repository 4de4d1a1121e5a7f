import { line, lines, section } from '../../../../desired/cli/forms';
import type { Fields } from '../../../../desired/cli/grammar';
import { addressWithMask, oneOf, sequence, word } from '../../../../desired/cli/words';
import { interfaceLines } from '../../../../platforms/iosxe/grammar/interface-lines';
import { interfaceName } from '../../../../platforms/iosxe/grammar/interface-name';
import { tunnelInterface } from '../../../../platforms/iosxe/grammar/interfaces';
import { flag, leads, type Bag } from './words';

const secondary = sequence<{ address: string; word: 'secondary' }>({
  address: addressWithMask,
  word: oneOf('secondary'),
});

/** What an interface takes beyond the fields of the tunnel noun. */
export const interfaceExtras = {
  secondaryAddresses: lines('ip address', secondary),
  dhcp: line('ip address', oneOf('dhcp')),
  unreachables: line('ip unreachables', flag, { defaultOmitted: true }),
  proxyArp: line('ip proxy-arp', flag, { defaultOmitted: true }),
  ipip: line('tunnel mode', oneOf('ipip')),
  ...leads(
    [
      'ip vrf forwarding',
      'ip virtual-reassembly',
      'ip policy route-map',
      'mtu',
      'bandwidth',
      'delay',
      'negotiation',
      'duplex',
      'speed',
      'media-type',
      'encapsulation',
      'load-interval',
      'carrier-delay',
      'cdp enable',
      'crypto map',
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
const { lines: _anything, ...onPorts } = interfaceLines.fields;

/** Every interface that is not a tunnel, loopback or template: a port of the router itself. */
export const otherInterface = section<Bag>({
  lead: 'interface',
  prompt: 'config-if',
  key: sequence<{ name: string }>({
    name: word((text) => (/^(?!tunnel)[a-z-]+\d[\d/.]*$/i.test(text) ? interfaceName(text) : undefined)),
  }),
  fields: { ...notOfTunnels, ...onPorts },
});

/** Interfaces that are made by typing them; all others are soldered on. */
export const isLogical = (interfaceText: string): boolean =>
  /^(Tunnel|Loopback|Virtual-Template|Port-channel|Vlan|BDI|Dialer)\d|\.\d+$/.test(interfaceText);
