import type { Ref } from '../../model/noun';
import { masked } from '../../model/secret';
import type { ImportedDevice } from '../read/imported-device';
import type { HubCandidate } from './hub-and-spoke';
import { withOverrides } from './override';
import { remarkOfEnd, remarksOfVpn, type Remark } from './remarks';
import type { VpnCandidate, VpnProps } from './site-to-site';
import { comment, expression, quoted, type Code } from '../text/source-text';
import { suiteText } from '../text/suite-text';
import type { Apart } from './tunnels';

/** Blanks before the lines of the constructor of the stack. */
const indent = 4;

type Bag = Readonly<Record<string, unknown>>;

const authenticationText = (authentication: Bag): Code => {
  const { method, key, trustpoint, signature, servers } = authentication as {
    readonly method: string;
    readonly key?: { readonly name: string };
    readonly trustpoint?: string;
    readonly signature?: string;
    readonly servers?: Ref;
  };
  if (method === 'pre-share') return { code: `PreSharedKey.from(Secret.fromEnv(${quoted(key!.name)}))` };
  if (method === 'spoke-keys') return { code: 'SpokeAuth.withKeys()' };
  if (servers !== undefined) {
    const shown = `trustpoint: ${quoted(trustpoint!)}${signature === 'rsa-sig' ? '' : `, signature: ${quoted(signature!)}`}`;
    return {
      code: `SpokeAuth.withEap({ ref: { ref: ${quoted(servers.ref)}, name: ${quoted(servers.name)} } }, { ${shown} })`,
    };
  }
  const options = signature === 'rsa-sig' ? '' : `, { signature: ${quoted(signature!)} }`;
  return { code: `Certificates.issuedBy(${quoted(trustpoint!)}${options})` };
};

const lifetimesText = ({ ike, ipsec }: VpnProps['lifetimes']): Bag => {
  const said = { ...(ike === 28800 ? {} : { ike }), ...(ipsec === 3600 ? {} : { ipsec }) };
  return Object.keys(said).length === 0 ? {} : { lifetimes: said };
};

const namesText = (names: VpnProps['names'], id: string): Bag => {
  const own = Object.entries(names).filter(([key, name]) => name !== (key === 'policy' ? 'SITE-TO-SITE' : id));
  return own.length === 0 ? {} : { names: Object.fromEntries(own) };
};

const vpnText = ({ id, props, ends, overrides }: VpnCandidate): readonly string[] => {
  const variables = new Map(ends.map(({ device }) => [device.id, device.variable]));
  const given = {
    suite: suiteText(props.suite),
    authentication: authenticationText(props.authentication),
    ...lifetimesText(props.lifetimes),
    ...(props.dpd === undefined ? {} : { dpd: props.dpd }),
    ends: props.ends.map(({ device, tunnelInterface, names, ...end }) => ({
      device: { code: variables.get(device)! },
      ...end,
      ...(tunnelInterface === 'Tunnel100' ? {} : { tunnelInterface }),
      ...(names === undefined ? {} : { names }),
    })),
    ...namesText(props.names, id),
  };
  const start = `new SiteToSiteVpn(this, ${quoted(id)}, `;
  const text = `${start}${expression(given, String, { indent, before: start.length, behind: 2 })});`;
  return withOverrides(id, text, overrides, indent);
};

const smartDefaults: ReadonlySet<string> = new Set([
  'proposal',
  'policy',
  'profile',
  'transformSet',
  'ipsecProfile',
  'authorizationPolicy',
  'authorizationList',
]);

/** Names of objects that a device has by itself stand as what they are called together. */
const hubNames = (names: Bag): Bag => {
  const entries = Object.entries(names);
  const [own, others] = [true, false].map((is) =>
    entries.filter(([key, name]) => (smartDefaults.has(key) && name === 'default') === is),
  );
  if (own!.length < smartDefaults.size) return entries.length === 0 ? {} : { names };
  const more = others!.map(([key, name]) => `, ${key}: ${quoted(String(name))}`).join('');
  return { names: { code: more === '' ? 'smartDefaultNames' : `{ ...smartDefaultNames${more} }` } };
};

const hubText = ({ id, routers, props, overrides }: HubCandidate): readonly string[] => {
  const variables = new Map(routers.map(({ device }) => [device.id, device.variable]));
  const placed = <T extends { readonly device: string }>({ device, ...end }: T) => ({
    device: { code: variables.get(device)! },
    ...end,
  });
  const { suite, authentication, hub, spokes, names, ...others } = props;
  const given = {
    suite: suiteText(suite),
    authentication: authenticationText(authentication),
    ...others,
    hub: placed(hub),
    spokes: spokes.map(placed),
    ...hubNames(names),
  };
  const start = `new HubAndSpoke(this, ${quoted(id)}, `;
  const text = `${start}${expression(given, String, { indent, before: start.length, behind: 2 })});`;
  return withOverrides(id, text, overrides, indent);
};

/** What of an imported network is between its devices. */
interface TunnelsWritten {
  readonly vpns: readonly VpnCandidate[];
  readonly hubs: readonly HubCandidate[];
  readonly stay: readonly Apart[];
  readonly remarks: readonly Remark[];
}

/** What is written of the tunnels between devices: VPNs of level 2, and why others stay of level 1. */
export interface VpnsText {
  readonly classes: readonly string[];
  readonly lines: readonly string[];
}

const staysText = ({ construct = 'SiteToSiteVpn', ends, why }: Apart): readonly string[] => {
  const ways = ends.map(({ device, tunnel }) => `${tunnel.name} of ${device.id}`).join(' and ');
  return comment(masked(`No ${construct} for ${ways}: ${why.join('; ')}.`), indent);
};

const classNames = [
  'SiteToSiteVpn',
  'HubAndSpoke',
  'CryptoSuite',
  'PreSharedKey',
  'Certificates',
  'SpokeAuth',
  'Secret',
  'smartDefaultNames',
];

export const vpnsText = ({ vpns, hubs, stay, remarks }: TunnelsWritten): VpnsText => {
  const all = [
    ...hubs.map((hub) => ({ vpn: hub, text: hubText(hub) })),
    ...vpns.map((vpn) => ({ vpn, text: vpnText(vpn) })),
  ];
  const uses = (word: string): boolean => all.some(({ text }) => new RegExp(`\\b${word}\\b`).test(text.join()));
  return {
    classes: classNames.filter(uses),
    lines: [
      ...all.flatMap(({ vpn, text }) => [
        ...remarksOfVpn(vpn, remarks).flatMap((each) => remarkOfEnd(each, indent)),
        ...text,
      ]),
      ...stay.flatMap(staysText),
    ],
  };
};

/** The ids of devices that are ends of a VPN of level 2. */
export const endsIn = ({ vpns, hubs }: Pick<TunnelsWritten, 'vpns' | 'hubs'>): ReadonlySet<ImportedDevice['id']> =>
  new Set(
    [...vpns.flatMap(({ ends }) => ends), ...hubs.flatMap(({ routers }) => routers)].map(({ device }) => device.id),
  );
