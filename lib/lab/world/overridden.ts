/** Where objects of each type are, and a value that one may have: addresses and names for documentation. */
const samples: Readonly<Record<string, readonly [collection: string, value: object]>> = {
  Host: ['object/hosts', { value: '192.0.2.1' }],
  Network: ['object/networks', { value: '192.0.2.0/24' }],
  Range: ['object/ranges', { value: '192.0.2.1-192.0.2.9' }],
  FQDN: ['object/fqdns', { value: 'www.example.net' }],
  NetworkGroup: ['object/networkgroups', { literals: [{ type: 'Host', value: '192.0.2.1' }] }],
  Url: ['object/urls', { url: 'https://www.example.net' }],
  IPv4AddressPool: ['object/ipv4addresspools', { ipAddressRange: '192.0.2.1-192.0.2.9' }],
  IPv6AddressPool: ['object/ipv6addresspools', { ipv6StartAddress: '2001:db8::1/64', numberOfAddresses: 9 }],
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * An object of an FMC that a program only refers to, and that it gives firewalls another value of: it is there whole, and
 * can be overridden. `text`: the requests of the program.
 */
export const overriddenIn = (text: string, name: string) => {
  const [, type = ''] =
    new RegExp(`"parent":\\s*\\{\\s*"id":\\s*"\\{[a-z0-9]+:${escaped(name)}\\}",\\s*"type":\\s*"(\\w+)"`).exec(text) ??
    [];
  const sample = samples[type];
  return sample && { collection: sample[0], body: { name, overridable: true, ...sample[1] }, devices: [] };
};
