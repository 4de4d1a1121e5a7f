import { flag, line, onHeaderLine, refused, section } from '../../../desired/cli/forms';
import type { Refused } from '../../../desired/cli/grammar';
import {
  address,
  addressWithMask,
  after,
  name,
  refTo,
  rest,
  sequence,
  spelled,
  word,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

type Tunnel = NounOf<'tunnel-interface'>;

const ofRouters = refused('this is of IOS-XE routers: leave it out on an ASA');
const none = <K extends keyof Tunnel>(...keys: readonly K[]): { readonly [F in K]: Refused } =>
  Object.fromEntries(keys.map((key) => [key, ofRouters])) as { [F in K]: Refused };

/** A virtual tunnel interface (ASA 9.7 and later). One that was there before us is ours only in our lines. */
export const tunnelInterface = section<Tunnel>({
  lead: 'interface',
  prompt: 'config-if',
  key: sequence<{ name: string }>({
    name: word((text) => {
      const number = /^tunnel(\d+)$/i.exec(text)?.[1];
      return number === undefined ? undefined : `Tunnel${number}`;
    }),
  }),
  ownership: 'lines',
  through: {
    lines: ({ address: own, standbyAddress: standby, ...noun }) =>
      own === undefined ? noun : { ...noun, address: standby === undefined ? { own } : { own, standby } },
    noun: ({ address: read, ...lines }) => {
      const { own, standby } = (read ?? {}) as { readonly own?: string; readonly standby?: string };
      return { ...lines, ...(own ? { address: own } : {}), ...(standby ? { standbyAddress: standby } : {}) };
    },
  },
  decides: { lines: /^tunnel (mode|source|destination|protection) / },
  required: ['ifname', 'address', 'destination', 'protection'],
  fields: {
    description: line('description', rest),
    shutdown: flag('shutdown', false),
    ifname: line('nameif', name),
    // What stands on its line with it: see `through`.
    address: line(
      'ip address',
      sequence({ own: addressWithMask, standby: after(['standby'], address) }, ['standby']) as never,
    ),
    standbyAddress: onHeaderLine,
    source: line('tunnel source interface', name),
    destination: line('tunnel destination', name),
    mode: line('tunnel mode', spelled({ 'ipsec-ipv4': 'ipsec ipv4', 'ipsec-ipv6': 'ipsec ipv6' }) as never),
    protection: line('tunnel protection ipsec profile', refTo('ipsec-profile') as never),
    protectionPolicy: line('tunnel protection ipsec policy', refTo('access-list')),
    sourceIpv6Address: refused('an ASA takes the source interface alone: leave sourceIpv6Address out'),
    device: refused('an ASA has its own interfaces: leave device out'),
    zone: refused('an ASA has no security zones: leave zone out'),
    negotiated: refused('a tunnel of an ASA has an address: write address'),
    ...none(
      'vrf',
      'ipv6Addresses',
      'ipv6Enable',
      'redirects',
      'ospf',
      'ipv6Ospf',
      'unnumbered',
      'ipv6Unnumbered',
      'ipMtu',
      'tcpMss',
      'nhrpAuthentication',
      'nhrp',
      'keepalive',
      'key',
      'tunnelVrf',
      'pathMtuDiscovery',
      'bandwidth',
      'ipv6ProtectionPolicy',
    ),
  },
});
