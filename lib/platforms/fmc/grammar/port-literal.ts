import type { Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';

/** Numbers of the protocols (IANA) for the words of a line. */
export const protocols: readonly (readonly [word: string, number: string])[] = [
  ['icmp', '1'],
  ['tcp', '6'],
  ['udp', '17'],
  ['gre', '47'],
  ['esp', '50'],
  ['ahp', '51'],
  ['ospf', '89'],
];
export const icmp = '1';
export const numberOf = (word: string | undefined): string | undefined =>
  protocols.find(([mine]) => mine === word)?.[1];

export const without = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** ICMP is of a type of its own; every type and code of it, however that is answered. */
export const portLiteral = (json: Json): Json => {
  const { icmpType, code, ...literal } = json as JsonObject;
  if (String(literal['protocol']) !== icmp) return json;
  const said = (value: Json | undefined): Json | undefined =>
    /^(|any)$/i.test(String(value ?? '')) ? undefined : value;
  return { ...without({ icmpType: said(icmpType), code: said(code) }), ...literal, type: 'ICMPv4PortLiteral' };
};

/** `tcp/443`, `udp/1024-65535`, `icmp/8/0`, `esp`: a service that has no object. */
export const serviceText: Wire<string> = {
  to: (value) => {
    const [protocol, first, code] = value.split('/');
    const number = numberOf(protocol)!;
    if (number !== icmp) return without({ type: 'PortLiteral', protocol: number, port: first });
    return without({ type: 'ICMPv4PortLiteral', protocol: number, icmpType: first, code });
  },
  from: (json) => {
    const { protocol, port, icmpType, code } = json as JsonObject;
    const word = protocols.find(([, number]) => number === String(protocol))?.[0];
    const rest = [word === 'icmp' ? icmpType : port, code].filter((part) => part !== undefined);
    return word && [word, ...rest.map(String)].join('/');
  },
  canonical: portLiteral,
};
