import { masked } from '../model/secret';
import type { ImportedDevice } from './device-text';
import { remarkOfEnd, remarksOfVpn, type Remark } from './remarks';
import type { VpnCandidate, VpnProps } from './site-to-site';
import { comment, expression, quoted, type Code } from './source-text';
import { suiteText } from './suite-text';
import type { Apart } from './tunnels';

/** Blanks before the lines of the constructor of the stack. */
const indent = 4;

type Bag = Readonly<Record<string, unknown>>;

const authenticationText = (authentication: Bag): Code => {
  const { method, key, trustpoint, signature } = authentication as {
    readonly method: string;
    readonly key?: { readonly name: string };
    readonly trustpoint?: string;
    readonly signature?: string;
  };
  if (method === 'pre-share') return { code: `PreSharedKey.from(Secret.fromEnv(${quoted(key!.name)}))` };
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

const vpnText = ({ id, props, ends }: VpnCandidate): string => {
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
  return `${start}${expression(given, String, { indent, before: start.length, behind: 2 })});`;
};

/** What is written of the tunnels between devices: VPNs of level 2, and why others stay of level 1. */
export interface VpnsText {
  readonly classes: readonly string[];
  readonly lines: readonly string[];
}

const staysText = ({ ends, why }: Apart): readonly string[] => {
  const ways = ends.map(({ device, tunnel }) => `${tunnel.name} of ${device.id}`).join(' and ');
  return comment(masked(`No SiteToSiteVpn for ${ways}: ${why.join('; ')}.`), indent);
};

export const vpnsText = (
  vpns: readonly VpnCandidate[],
  stay: readonly Apart[],
  remarks: readonly Remark[],
): VpnsText => {
  const texts = vpns.map(vpnText);
  const beside = vpns.map((vpn) => remarksOfVpn(vpn, remarks).flatMap((each) => remarkOfEnd(each, indent)));
  const words = ['SiteToSiteVpn', 'CryptoSuite', 'PreSharedKey', 'Certificates', 'Secret'];
  const uses = (word: string): boolean => texts.some((text) => new RegExp(`\\b${word}\\b`).test(text));
  return {
    classes: words.filter(uses),
    lines: [...texts.flatMap((text, at) => [...beside[at]!, text]), ...stay.flatMap(staysText)],
  };
};

/** The variables of devices that are ends of a VPN of level 2. */
export const endsIn = (vpns: readonly VpnCandidate[]): ReadonlySet<ImportedDevice['id']> =>
  new Set(vpns.flatMap(({ ends }) => ends.map(({ device }) => device.id)));
