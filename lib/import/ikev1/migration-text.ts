import { camelCase } from '../text/naming';
import { mainFile, networkFile, type ProgramFile } from '../text/program-frame';
import { comment, expression, quoted } from '../text/source-text';
import type { MigratedVpn } from './migration';
import type { Ikev1Device, Ikev1Tunnel } from './tunnel';

/** Blanks before the lines of the constructor of the stack. */
const indent = 4;

const variableOf = (id: string): string => (/^[a-z]/.test(camelCase(id)) ? camelCase(id) : `device${camelCase(id)}`);

const deviceText = ({ id, className, host, release, login }: Ikev1Device): string => {
  const start = `const ${variableOf(id)} = new ${className}(this, ${quoted(id)}, `;
  const props = { host, release, login: { code: `Login.fromEnv(${quoted(login)})` } };
  return `${start}${expression(props, String, { indent, before: start.length, behind: 2 })});`;
};

const hostOf = (network: string, host: number): string => network.replace(/\.0\/30$/, `.${host}/30`);

const addressOf = (vpn: MigratedVpn, { tunnel }: Ikev1Tunnel, host: number): object => {
  if (vpn.policyBased) return {};
  if (vpn.linkNetwork !== undefined) return { tunnel: hostOf(vpn.linkNetwork, host) };
  return tunnel === undefined ? {} : { tunnel: tunnel.address, tunnelInterface: tunnel.name };
};

const endTexts = (vpn: MigratedVpn): readonly object[] => {
  const [own, far] = vpn.ends;
  const networks = [own.tunnel.own.length > 0 ? own.tunnel.own : (far?.tunnel.far ?? []), own.tunnel.far];
  const managed = vpn.ends.map(({ device, tunnel }, at) => ({
    device: { code: variableOf(device.id) },
    interface: tunnel.interface,
    address: tunnel.address,
    ...addressOf(vpn, tunnel, at + 1),
    networks: networks[at],
    ...(vpn.policyBased ? { type: 'policy-based' } : {}),
  }));
  if (far !== undefined) return managed;
  const { authentication, peers, tunnel } = own.tunnel;
  const props = {
    address: peers[0]!,
    ...(authentication.method === 'certificate' ? { subject: `cn = ${peers[0]!}` } : {}),
  };
  const peer = `new ExternalPeer(this, ${quoted(`${vpn.id}-peer`)}, ${expression(props, String, { indent: 0, before: 0, behind: -200 })})`;
  const link = vpn.linkNetwork ?? (tunnel && tunnel.address.replace(/\.\d+\/\d+$/, '.0/30'));
  const inside = vpn.policyBased || link === undefined ? {} : { tunnel: otherHost(link, tunnel?.address) };
  return [...managed, { peer: { code: peer }, ...inside, networks: networks[1] }];
};

/** The other address of a /30, or of whatever network the tunnel had. */
const otherHost = (network: string, own: string | undefined): string => {
  if (own === undefined) return hostOf(network, 2);
  const [, lead, last, length] = /^(.*\.)(\d+)\/(\d+)$/.exec(own)!;
  return `${lead}${Number(last) % 2 === 1 ? Number(last) + 1 : Number(last) - 1}/${length}`;
};

const vpnText = (vpn: MigratedVpn): readonly string[] => {
  const [{ tunnel }] = vpn.ends;
  const { authentication, lifetimes } = tunnel;
  const { pfs, ...suite } = vpn.suite;
  const trustpoint = authentication.method === 'certificate' ? (authentication.trustpoint ?? 'TRUSTPOINT') : '';
  const times = {
    ...(lifetimes.ike === 28800 ? {} : { ike: lifetimes.ike }),
    ...(lifetimes.ipsec === 3600 ? {} : { ipsec: lifetimes.ipsec }),
  };
  const props = {
    suite: { call: 'new CryptoSuite', args: { ...suite, ...(pfs === suite.ike.group[0] ? {} : { pfs }) } },
    authentication: {
      code:
        vpn.key === undefined
          ? `Certificates.issuedBy(${quoted(trustpoint)})`
          : `PreSharedKey.from(Secret.fromEnv(${quoted(vpn.key)}))`,
    },
    ...(Object.keys(times).length === 0 ? {} : { lifetimes: times }),
    ends: endTexts(vpn),
  };
  const start = `new SiteToSiteVpn(this, ${quoted(vpn.id)}, `;
  return [
    '',
    ...vpn.ends.flatMap(({ device, tunnel: { at } }) => comment(`In the place of ${at} of ${device.id}.`, indent)),
    ...vpn.said.flatMap((line) => comment(`- ${line}.`, indent)),
    `${start}${expression(props, String, { indent, before: start.length, behind: 2 })});`,
  ];
};

const networkOf = (devices: readonly Ikev1Device[], vpns: readonly MigratedVpn[]): ProgramFile => {
  const body = [
    ...devices.map(deviceText),
    ...vpns.flatMap(vpnText),
    ...devices.flatMap(({ id, skipped }) =>
      skipped.flatMap((line) => comment(`Not migrated, ${id}: ${line}.`, indent)),
    ),
  ];
  const used = body.join('\n');
  const words = [
    'AsaFirewall',
    'Certificates',
    'CryptoSuite',
    'ExternalPeer',
    'IosXeRouter',
    'Login',
    'PreSharedKey',
    'Secret',
    'SiteToSiteVpn',
  ];
  const names = words.filter((word) => new RegExp(`\\b${word}\\b`).test(used));
  const imported = [...names, 'VpnStack', 'type Construct'].map((name) => `  ${name},\n`).join('');
  return networkFile([`import {\n${imported}} from 'tunnelwright';`], 'Tunnels of IKEv1 as tunnels of IKEv2.', body);
};

/** The program that has tunnels of IKEv2 in the place of those of IKEv1. */
export const migrationOf = (devices: readonly Ikev1Device[], vpns: readonly MigratedVpn[]): readonly ProgramFile[] => [
  mainFile,
  networkOf(devices, vpns),
];
