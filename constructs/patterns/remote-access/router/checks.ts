import { isIpv4 } from '../../../../lib/kernel/ip';
import type { IosXeRouter } from '../../../devices/ios-xe-router';
import type { ClientAuthorization, ClientGroup } from '../authorization';
import { ipv4Number, repeated } from '../../shared/checks';
import type { FlexVpnRemoteAccessProps, LocalAuthorizationProps } from './props';
import type { Violation } from '../../../core/checks';

/** What cannot work of a headend for remote users, all of it. */
export const violationsOf = (
  props: FlexVpnRemoteAccessProps,
  router: IosXeRouter | undefined,
): readonly Violation[] => {
  const { match, authentication, authorization, suite } = props;
  const violations: Violation[] = [];
  if (router === undefined) violations.push(['', 'a headend must be on a router: give the IosXeRouter as scope']);
  if (Object.values(match).every((value) => value === undefined))
    violations.push(['match', "matches no one: write whom it is for, like { keyIds: ['staff'] } or { any: true }"]);
  if (match.certificates && authentication.method !== 'cert' && !certified(authentication))
    violations.push([
      'match.certificates',
      `clients with ${authentication.method} show no certificate: write keyIds, emailDomains, addresses or any`,
    ]);
  if (authentication.method === 'cert' && authorization === undefined)
    violations.push([
      'authorization',
      'is missing: no server is asked for a certificate, so write who says what a user may have',
    ]);
  if (props.software?.includes('windows') && !suite.esp.encryption?.endsWith('-256'))
    violations.push([
      'suite.esp.encryption',
      `${suite.esp.encryption} is not enough for Windows: write a cipher of 256 bits`,
    ]);
  if (props.software?.includes('windows') && match.keyIds)
    violations.push(['match.keyIds', 'Windows sends no key id: write emailDomains, addresses or certificates']);
  if (props.software?.includes('windows') && authentication.method === 'anyconnect-eap')
    violations.push(['authentication', 'only AnyConnect speaks its own EAP: write ClientAuth.withEap']);
  return [...violations, ...authorizationViolations(props, authorization), ...gatewayViolations(props)];
};

const certified = (authentication: FlexVpnRemoteAccessProps['authentication']): boolean =>
  authentication.method !== 'cert' && authentication.certificate;

const authorizationViolations = (
  { match, authentication }: FlexVpnRemoteAccessProps,
  authorization: ClientAuthorization | undefined,
): readonly Violation[] => {
  if (authorization === undefined) return [];
  const violations: Violation[] = [];
  if (authorization.by === 'radius') {
    if (authorization.group === undefined && authorization.user === undefined)
      violations.push([
        'authorization',
        'asks for nothing: write group, user or both, like { user: "common-name" }'.replaceAll('"', "'"),
      ]);
    return violations;
  }
  const { groups, choose } = authorization;
  if (groups.length === 0) violations.push(['authorization.groups', 'write at least one group']);
  const byKeyId =
    choose === 'key-id' || (choose === undefined && groups.every(({ name }) => match.keyIds?.includes(name)));
  if (groups.length > 1 && choose === undefined && !byKeyId)
    violations.push([
      'authorization.choose',
      "several groups, and nothing says whose a user is: write choose: 'organization-unit', or match keyIds that are the names of the groups",
    ]);
  if (choose === 'key-id')
    for (const { name } of groups.filter((group) => !match.keyIds?.includes(group.name)))
      violations.push(['match.keyIds', `the group ${name} has no client: write its name among the key ids`]);
  if (choose === 'domain' && authentication.method === 'cert')
    violations.push(['authorization.choose', "a certificate has no domain: write 'organization-unit'"]);
  return [...violations, ...groupViolations(groups)];
};

const groupViolations = (groups: readonly ClientGroup[]): readonly Violation[] => {
  const at = (i: number) => `authorization.groups[${i}]`;
  const violations: Violation[] = [
    ...repeated(
      'name',
      groups.map(({ name }, i) => ({ at: at(i), value: name })),
    ),
    ...repeated(
      'loopback interface',
      groups.map(({ vrf }, i) => ({ at: `${at(i)}.vrf`, value: vrf?.loopback })),
    ),
  ];
  // Of one router pools may not overlap, not even of several VRFs.
  const ranges = groups.flatMap(({ pool }, i) =>
    pool && isIpv4(pool.from) && isIpv4(pool.to) ? [{ i, from: ipv4Number(pool.from), to: ipv4Number(pool.to) }] : [],
  );
  for (const [n, one] of ranges.entries())
    for (const other of ranges.slice(n + 1))
      if (one.from <= other.to && other.from <= one.to)
        violations.push([`${at(other.i)}.pool`, `overlaps the pool of ${at(one.i)}: one address would be given twice`]);
  for (const [i, { pool, dhcpServer }] of groups.entries())
    if (pool && dhcpServer !== undefined)
      violations.push([`${at(i)}.pool`, 'pool and dhcpServer both give addresses: leave one out']);
  return violations;
};

const gatewayViolations = ({ gateway, unnumbered, authorization }: FlexVpnRemoteAccessProps): readonly Violation[] => {
  const groups = authorization?.by === 'router' ? authorization.groups : [];
  const inVrf = groups.filter(({ vrf }) => vrf !== undefined);
  const violations: Violation[] = [];
  if (gateway === undefined && unnumbered === undefined && (groups.length === 0 || inVrf.length < groups.length))
    violations.push([
      'gateway',
      "is missing: write the router's address in the tunnels, like 10.0.1.1/32, or unnumbered, an interface that is there",
    ]);
  return violations;
};

/** What only a server can say, and why. */
const remoteOnly = {
  framedIpAddress: 'a router gives addresses from a pool or by DHCP: write addressPool, or have a RADIUS server say it',
  acctInterimInterval: 'a router has one interval for all: leave it out, or have a RADIUS server say it',
  avPairs: 'they are of RADIUS: write interfaceConfig and the other attributes, or have a RADIUS server say them',
} as const;

/** A router holds no attribute that only a server can say. */
export const remoteOnlyViolations = (props: LocalAuthorizationProps): readonly Violation[] =>
  Object.entries(remoteOnly)
    .filter(([field]) => props[field as keyof typeof remoteOnly] !== undefined)
    .map(([where, hint]) => ({ where, what: 'only a server can say it', hint }));
