import { isIpv4Cidr, networkOf, overlaps } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import type { Authentication } from '../shared/authentication';
import { repeated } from '../shared/checks';
import type { FlexVpnCommonProps, FlexVpnDualHubProps, FlexVpnLoadBalancerProps, HubAndSpokeProps } from './props';

/** One key for all is refused. `other`: what may be written instead, besides certificates. */
const certificateViolations = (authentication: Authentication, other = ''): readonly Violation[] =>
  authentication.method === 'certificate'
    ? []
    : [
        [
          'authentication',
          `one key for all spokes lets each play every other: write Certificates.issuedBy('TRUSTPOINT')${other}`,
        ],
      ];

/** Only keyrings have names of peers. */
const peerViolations = (
  method: HubAndSpokeProps['authentication']['method'],
  hub: HubAndSpokeProps['hub'],
  spokes: HubAndSpokeProps['spokes'],
): readonly Violation[] =>
  [hub, ...spokes].flatMap(({ keyringPeer }, i): readonly Violation[] =>
    keyringPeer === undefined || method === 'spoke-keys'
      ? []
      : [[`${i === 0 ? 'hub' : `spokes[${i - 1}]`}.keyringPeer`, 'there are no keyrings in this VPN: leave it out']],
  );

/** Each spoke has what it proves itself by, and nothing else. */
const proofViolations = ({ authentication, hub, spokes }: HubAndSpokeProps): readonly Violation[] => {
  const { method } = authentication;
  if (method !== 'spoke-keys' && method !== 'eap' && method !== 'certificate')
    return certificateViolations(authentication, ', or SpokeAuth.withKeys() and a key for each spoke');
  const needed = { 'spoke-keys': 'key', eap: 'eap', certificate: undefined }[method];
  const example = { key: "Secret.fromEnv('PUNE_KEY')", eap: "{ password: Secret.fromEnv('PUNE_PASSWORD') }" };
  const keys = spokes.map(({ key }) => key && JSON.stringify(key));
  return [
    ...peerViolations(method, hub, spokes),
    ...spokes.flatMap((spoke, i): readonly Violation[] =>
      (['key', 'eap'] as const).flatMap((field): readonly Violation[] => {
        const at = `spokes[${i}].${field}`;
        if (field !== needed)
          return spoke[field] === undefined
            ? []
            : [[at, `the authentication of this VPN does not use it: leave it out`]];
        if (spoke[field] === undefined) return [[at, `is missing: write it like ${field}: ${example[field]}`]];
        const first = keys.indexOf(keys[i]);
        return field === 'key' && first < i
          ? [[at, `is the key of spokes[${first}] too: give each spoke its own`]]
          : [];
      }),
    ),
  ];
};

/** The identities of a FlexVPN must differ, and be in its domain. */
const identityViolations = (
  { domain }: Pick<FlexVpnCommonProps, 'domain'>,
  ends: readonly { readonly at: string; readonly identity: string }[],
): readonly Violation[] => {
  const violations: Violation[] = [];
  const seen = new Map<string, string>();
  for (const { at, identity } of ends) {
    const lower = identity.toLowerCase();
    if (!lower.endsWith(`.${domain.toLowerCase()}`))
      violations.push([
        `${at}.identity`,
        `'${identity}' is not in ${domain}: write a name like ${at.split(/\W/)[0]}.${domain}`,
      ]);
    const other = seen.get(lower);
    if (other !== undefined)
      violations.push([`${at}.identity`, `${identity} is that of ${other} too: give each end its own`]);
    else seen.set(lower, at);
  }
  return violations;
};

const lengthOf = (network: string): number => Number(network.split('/')[1]);

/**
 * Networks behind the hub that are in the tunnels too. A wider one is none: the longest match sends what is for a tunnel
 * into it. All spokes that it is true of are one fact.
 */
const ambiguousNetworks = ({ hub, spokes }: HubAndSpokeProps): readonly Violation[] =>
  (hub.networks ?? []).filter(isIpv4Cidr).flatMap((network): Violation[] => {
    const inIt = spokes.flatMap(({ tunnel }, i) =>
      tunnel !== undefined &&
      isIpv4Cidr(tunnel) &&
      lengthOf(tunnel) <= lengthOf(network) &&
      overlaps(network, networkOf(tunnel))
        ? [`spokes[${i}]`]
        : [],
    );
    const named = inIt.length > 3 ? [...inIt.slice(0, 2), `${inIt.length - 2} more`] : inIt;
    return inIt.length === 0
      ? []
      : [
          [
            'hub.networks',
            `${network} is in the tunnel network of ${named.join(', ')} too: traffic has two ways to go`,
          ],
        ];
  });

/** What cannot work of a hub and its spokes, all of it. */
export const hubAndSpokeViolations = (props: HubAndSpokeProps): readonly Violation[] => {
  const { hub, spokes } = props;
  const named = spokes.map((spoke, i) => ({ at: `spokes[${i}]`, spoke }));
  const violations: Violation[] = [
    ...proofViolations(props),
    ...identityViolations(props, [
      { at: 'hub', identity: hub.identity },
      ...named.map(({ at, spoke }) => ({ at, identity: spoke.identity })),
    ]),
    ...repeated('tunnel address', [
      { at: 'hub.tunnel', value: hub.tunnel.split('/')[0] },
      ...named.map(({ at, spoke }) => ({ at: `${at}.tunnel`, value: spoke.tunnel?.split('/')[0] })),
    ]),
    ...repeated('device', [
      { at: 'hub.device', value: hub.device.node.path },
      ...named.map(({ at, spoke }) => ({ at: `${at}.device`, value: spoke.device.node.path })),
    ]),
  ];
  if (spokes.length === 0) violations.push(['spokes', 'write at least one spoke']);
  for (const { at, spoke } of named)
    if (spoke.tunnel === undefined)
      violations.push([`${at}.tunnel`, 'is missing: write its address in the tunnel, like 10.0.0.2/32']);
  violations.push(...ambiguousNetworks(props));
  return violations;
};

/** What cannot work of clients with two hubs, all of it. */
export const dualHubViolations = (props: FlexVpnDualHubProps): readonly Violation[] => {
  const hubs = props.hubs.map((hub, i) => ({ at: `hubs[${i}]`, ...hub }));
  const clients = props.clients.map((client, i) => ({ at: `clients[${i}]`, ...client }));
  const keyed = clients.filter(({ key }) => key !== undefined);
  const violations: Violation[] = [
    ...certificateViolations(props.authentication),
    ...identityViolations(props, [...hubs, ...clients]),
    ...repeated(
      'tunnel address',
      hubs.map(({ at, tunnel }) => ({ at: `${at}.tunnel`, value: tunnel.split('/')[0] })),
    ),
    ...repeated(
      'address',
      hubs.map(({ at, address }) => ({ at: `${at}.address`, value: address })),
    ),
    ...repeated(
      'pool',
      hubs.map(({ at, pool }) => ({ at: `${at}.pool`, value: pool.from })),
    ),
    ...repeated(
      'device',
      [...hubs, ...clients].map(({ at, device }) => ({ at: `${at}.device`, value: device.node.path })),
    ),
    ...keyed.flatMap(({ at, key }, i): Violation[] => {
      const other = keyed.slice(0, i).find((each) => JSON.stringify(each.key) === JSON.stringify(key));
      return other ? [[`${at}.key`, `is the key of ${other.at} too: give each client its own`]] : [];
    }),
  ];
  if (hubs.length < 2) violations.push(['hubs', 'write two hubs; for one, HubAndSpoke']);
  if (clients.length === 0) violations.push(['clients', 'write at least one client']);
  if (keyed.length > 0 && keyed.length < clients.length)
    violations.push(['clients', 'some have a key and some a certificate: write key for all, or for none']);
  return violations;
};

/** What cannot work of gateways that share their clients, all of it. */
export const loadBalancerViolations = (props: FlexVpnLoadBalancerProps): readonly Violation[] => {
  const gateways = props.gateways.map((gateway, i) => ({ at: `gateways[${i}]`, ...gateway }));
  const clients = props.clients.map((client, i) => ({ at: `clients[${i}]`, ...client }));
  const violations: Violation[] = [
    ...certificateViolations(props.authentication),
    ...identityViolations(props, [...gateways, ...clients]),
    ...repeated(
      'tunnel address',
      [...gateways, ...clients].map(({ at, tunnel }) => ({ at: `${at}.tunnel`, value: tunnel?.split('/')[0] })),
    ),
    ...repeated('address', [
      { at: 'virtualAddress', value: props.virtualAddress },
      ...gateways.map(({ at, address }) => ({ at: `${at}.address`, value: address })),
    ]),
    ...repeated(
      'device',
      [...gateways, ...clients].map(({ at, device }) => ({ at: `${at}.device`, value: device.node.path })),
    ),
  ];
  if (gateways.length < 2 || gateways.length > 10)
    violations.push(['gateways', `a cluster has two to ten gateways, not ${gateways.length}`]);
  for (const { at, tunnel } of clients)
    if (tunnel === undefined)
      violations.push([`${at}.tunnel`, 'is missing: write its address in the tunnel, like 172.16.1.100/24']);
  return violations;
};
