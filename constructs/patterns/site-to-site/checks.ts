import { z } from 'zod';
import { isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, networkOf, networkOf6 } from '../../../lib/kernel/ip';
import { nouns } from '../../../lib/model/nouns';
import { dhGroup, integer, ipv4, ipv4Network } from '../../../lib/model/values';
import { place, wording } from '../../../lib/model/wording';
import type { Violation } from '../../core/checks';
import { AsaFirewall } from '../../devices/asa-firewall';
import { FtdDevice } from '../../devices/fmc';
import { IosXeRouter } from '../../devices/ios-xe-router';
import { accessViolations } from './access-checks';
import { bgpViolations } from './bgp-checks';
import { externalViolations, type Checked } from './external-checks';
import { familyViolations } from './family-checks';
import { ExternalPeer } from './external-peer';
import { lifetimeViolations } from './lifetimes';
import { lineViolations, secondLine } from './line-checks';
import { endsOf, isDynamic, type VpnEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';

const message = {
  error: (issue: { input?: unknown }) =>
    `'${String(issue.input)}' is not a valid address: write it like 192.0.2.1 or 2001:db8::1`,
};
const tunnel = z
  .string()
  .refine((text) => isIpv4Cidr(text) || isIpv6Cidr(text), {
    error: (issue) => `'${String(issue.input)}' is not a valid address with a length: write it like 10.58.1.1/30`,
  })
  .optional();
const networks = z.array(z.string(), { error: "is not a list of networks: write it like ['10.20.0.0/16']" });
const asn = integer(1, 4294967295);
const managedEnd = z.object({
  address: z.string(message).refine((text) => isIpv4(text) || isIpv6(text), message),
  tunnel,
  networks,
  type: z.enum(['route-based', 'policy-based']).optional(),
  secondLine: secondLine.optional(),
  bgp: z
    .object({
      asn,
      timers: z.object({ keepalive: integer(1, 65535, 'seconds'), hold: integer(3, 65535, 'seconds') }).optional(),
    })
    .optional(),
});
const externalEnd = z.object({
  peer: z.custom(ExternalPeer.isExternalPeer),
  tunnel,
  networks,
  bgp: z.object({ asn, address: ipv4.optional() }).optional(),
});
const shape = z.object({
  ends: z.array(z.looseObject({})).min(2, { error: 'write at least two ends' }),
  suite: z.object({ ike: z.unknown(), esp: z.unknown(), pfs: dhGroup }),
  lifetimes: z
    .object({
      ike: integer(120, 86400, 'seconds').optional(),
      ipsec: z.preprocess(
        (given) => (given === 'inherited' ? undefined : given),
        integer(120, 2592000, 'seconds').optional(),
      ),
    })
    .optional(),
  dpd: z
    .union([
      z.literal('off'),
      z.object({
        interval: integer(10, 3600, 'seconds'),
        retry: integer(2, 10, 'seconds'),
        mode: z.enum(['on-demand', 'periodic']).optional(),
      }),
    ])
    .optional(),
  tunnelNetwork: ipv4Network.optional(),
});

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
const issuesOf = (schema: z.ZodType, value: unknown, at: readonly PropertyKey[] = []): readonly Issue[] =>
  (schema.safeParse(value, { error: wording }).error?.issues ?? []).map((issue) => ({
    path: [...at, ...issue.path],
    message: issue.message,
  }));

/** Everything that would make the ends disagree, all at once. */
export const violationsOf = (props: SiteToSiteVpnProps): readonly Violation[] => {
  const whole = issuesOf(shape, props);
  const ends = whole.some(({ path }) => path[0] === 'ends') ? [] : props.ends;
  const issues = [
    ...whole,
    ...ends.flatMap((end, i) => issuesOf(end.peer !== undefined ? externalEnd : managedEnd, end, ['ends', i])),
  ];
  return [
    ...issues.map(({ path, message: what }): Violation => [place(path), what]),
    ...algorithms('suite.ike', nouns['ikev2-proposal'].schema, props.suite?.ike),
    ...algorithms('suite.esp', nouns['ipsec-transform-set'].schema, props.suite?.esp),
    ...(issues.some(({ path }) => path[0] === 'ends') ? [] : contradictions(props)),
  ];
};

/** What a suite must be is what the nouns say that are made of it. */
const algorithms = (at: string, schema: z.ZodType, props: object | undefined): readonly Violation[] =>
  (schema.safeParse({ name: 'suite', ...props }, { error: wording }).error?.issues ?? []).map((issue): Violation => [
    `${at}.${place(issue.path)}`,
    issue.message,
  ]);

const isRouter = ({ device }: VpnEnd): boolean => IosXeRouter.isIosXeRouter(device);

/** A keyring is of a router that knows its peer by address. */
const keyViolations = ({ ends, authentication }: Checked): readonly Violation[] =>
  ends.flatMap((end, i): readonly Violation[] =>
    end.symmetricKey === undefined ||
    (isRouter(end) && authentication.method === 'pre-share' && end.identity === undefined)
      ? []
      : [
          [
            `ends[${i}].symmetricKey`,
            'it is of routers with a pre-shared key that are known by their address: leave it out',
          ],
        ],
  );

/** The objects of firewalls behind one FMC are shared by all its ends; those of a VPN with more ends have a suffix. */
const namesViolations = (ends: readonly VpnEnd[]): readonly Violation[] =>
  ends.flatMap(({ device, names }, i): readonly Violation[] => {
    if (names === undefined) return [];
    const at = `ends[${i}].names`;
    if (FtdDevice.isFtdDevice(device))
      return [[at, 'the ends behind an FMC share their objects: leave it out, and write names of the VPN']];
    const single = (['keyringPeer', 'sequence'] as const).filter((name) => names[name] !== undefined);
    return ends.length > 2 && single.length > 0
      ? [[`${at}.${single[0]!}`, 'it is for one peer, and this end has several: leave it out']]
      : [];
  });

const contradictions = (given: SiteToSiteVpnProps): readonly Violation[] => {
  const props: Checked = { ...given, ends: endsOf(given.ends) };
  const { ends, ipv6 } = props;
  const always = [
    ...typeViolations(ends),
    ...lifetimeViolations(props, ends),
    ...zoneViolations(ends),
    ...accessViolations(ends),
    ...namesViolations(ends),
    ...keyViolations(props),
    ...routerViolations(props),
    ...externalViolations(props),
    ...familyViolations(ends),
    ...bgpViolations(ends),
    ...lineViolations(props),
  ];
  if (ipv6) return always;
  if (ends.some(({ type }) => type === 'policy-based')) return [...always, ...overlapping(ends)];
  return [...always, ...tunnelAddresses(props), ...missingSubjects(props), ...overlapping(ends)];
};

/** Route-based or policy-based, and all alike. */
const typeViolations = (ends: readonly VpnEnd[]): readonly Violation[] => {
  const types = new Set(ends.map((end) => end.type ?? 'route-based'));
  if (types.size > 1)
    return [
      [
        'ends',
        'a policy-based end against a route-based one never agrees on traffic selectors: make all ends route-based (leave type out)',
      ],
    ];
  if (types.has('policy-based') && ends.some(isRouter))
    return [['ends', 'policy-based ends are built between firewalls only: make all ends route-based (leave type out)']];
  return [];
};

/** A zone is of a tunnel interface that an FMC keeps. */
const zoneViolations = (ends: readonly VpnEnd[]): readonly Violation[] =>
  ends.flatMap(({ device, zone, type }, i): readonly Violation[] => {
    if (zone === undefined || (FtdDevice.isFtdDevice(device) && type !== 'policy-based')) return [];
    const why =
      type === 'policy-based'
        ? 'a policy-based end has no tunnel interface that could be in a zone'
        : 'only a firewall behind an FMC has security zones';
    return [[`ends[${i}].zone`, `${why}: leave zone out`]];
  });

const tunnelAddresses = ({ ends, tunnelNetwork }: Checked): readonly Violation[] => {
  if (ends.length > 2)
    return tunnelNetwork === undefined
      ? [['tunnelNetwork', 'more than two ends need addresses for each pair: write tunnelNetwork: 10.58.0.0/24']]
      : [];
  // The tunnel of a peer that calls borrows an address.
  if (ends.some(isDynamic)) return [];
  const [a, b] = ends.map((end) => end.tunnel);
  if (a === undefined || b === undefined)
    return [a, b].flatMap((tunnel, i): Violation[] =>
      tunnel === undefined ? [[`ends[${i}].tunnel`, 'is missing: write the tunnel address, like 10.58.1.1/30']] : [],
    );
  if (a === b) return [['ends', `both tunnel addresses are ${a}: give each end its own`]];
  if (networkOfAny(a) === networkOfAny(b)) return [];
  return [['ends', `the tunnel addresses ${a} and ${b} are not in one network: take both from ${networkOfAny(a)}`]];
};

const networkOfAny = (cidr: string): string => (cidr.includes(':') ? networkOf6(cidr) : networkOf(cidr));

/** A router looks into the certificate of each end that it dials. */
const missingSubjects = ({ ends, authentication }: Checked): readonly Violation[] =>
  ends.flatMap((end, i): Violation[] =>
    authentication.method === 'certificate' &&
    end.subject === undefined &&
    ends.some((peer) => peer !== end && isRouter(peer))
      ? [
          [
            `ends[${i}].${ExternalPeer.isExternalPeer(end.device) ? 'peer' : 'subject'}`,
            `a router that this end dials matches its certificate: write what its subject contains, like subject: 'cn = ${end.device.node.id}.example.net'`,
          ],
        ]
      : [],
  );

/** Of two that differ in length the longest match decides: a default route to the hub is no contradiction. */
const overlapping = (ends: readonly VpnEnd[]): readonly Violation[] => {
  const all = ends.flatMap((end, i) => end.networks.filter(isIpv4Cidr).map((network) => ({ i, network })));
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .flatMap((other): Violation[] =>
        one.i !== other.i && networkOf(one.network) === networkOf(other.network)
          ? [[`ends[${other.i}].networks`, `${other.network} is behind ends[${one.i}] too: traffic has two ways to go`]]
          : [],
      ),
  );
};

/** What does not go with identities by name, and with IPv6 over IPv4: both are of routers. */
const routerViolations = ({ ends, ipv6, authentication }: Checked): readonly Violation[] =>
  ends.flatMap((end, i): Violation[] => {
    if (ExternalPeer.isExternalPeer(end.device)) return [];
    const at = `ends[${i}]`;
    const firewall = !IosXeRouter.isIosXeRouter(end.device);
    const named = ends.some(({ identity, device }) => identity !== undefined && !ExternalPeer.isExternalPeer(device));
    return [
      ...(named && end.identity === undefined
        ? [[`${at}.identity`, 'is missing: another end has one, so write it at all ends'] as const]
        : []),
      ...(end.identity !== undefined && firewall
        ? [[`${at}.identity`, 'a firewall is known by its address: leave identity out at all ends'] as const]
        : []),
      ...(end.identity !== undefined && authentication.method === 'certificate'
        ? [[`${at}.identity`, 'an end with a certificate is known by its subject: leave identity out'] as const]
        : []),
      ...(end.natExemption && !firewall ? [[`${at}.natExemption`, 'it is of firewalls: leave it out'] as const] : []),
      ...(end.natExemption && firewall && 'policy' in end.natExemption === AsaFirewall.isAsaFirewall(end.device)
        ? [
            [
              `${at}.natExemption`,
              AsaFirewall.isAsaFirewall(end.device)
                ? "an ASA has no NAT policies: write { inside: 'inside' }, the interface of its networks"
                : 'write the NAT policy that the firewall has: { policy }',
            ] as const,
          ]
        : []),
      ...(ipv6 && firewall
        ? [[`${at}.device`, 'IPv6 over IPv4 is built between routers: leave ipv6 out, or take a router'] as const]
        : []),
      ...(ipv6 && end.tunnel !== undefined
        ? [[`${at}.tunnel`, 'tunnels with IPv6 have link-local addresses: leave tunnel out'] as const]
        : []),
      ...(ipv6 && end.networks.length > 0
        ? [[`${at}.networks`, 'OSPF tells the networks: write networks: []'] as const]
        : []),
    ];
  });
