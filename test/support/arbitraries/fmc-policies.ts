import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { int, ipv4, ipv4Network, ipv6, oneOf, rare, record, someOf, text, type Arbitraries } from './basic';
import { accessRule } from './fmc-access';
import { fmcName, its } from './fmc-shared';

/** Access lists, NAT rules, and what is set for whole firewalls. */

export type FmcPolicyKind =
  'access-list' | 'access-rule' | 'nat-rule' | 'policy-assignment' | 'platform-settings' | 'vpn-logging';

const flag = rare(fc.boolean());
type Rule = Exclude<NounOf<'access-list'>['entries'][number], { remark: string }>;
const end4 = fc.oneof<fc.Arbitrary<Rule['source']>[]>(
  fc.constant('any'),
  ipv4,
  ipv4Network,
  its('network-object', 'net-A'),
  its('network-group', 'nets'),
);
const end = fc.oneof(end4, ipv6);
const port = rare(
  fc.oneof(
    int(1, 65535).map((n) => `eq ${n}`),
    int(1, 60000).map((n) => `range ${n} ${n + 5}`),
  ),
);
const levels = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const;
const logged = rare(
  fc.oneof(
    oneOf(['log', 'log disable', 'log default', 'log 7']),
    fc.tuple(oneOf(levels), int(1, 600)).map(([level, seconds]) => `log ${level} interval ${seconds}`),
  ),
);
const action = oneOf(['permit', 'deny'] as const);
const inOrder = (rule: fc.Arbitrary<Omit<Rule, 'sequence'>>): fc.Arbitrary<Rule[]> =>
  fc
    .array(rule, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one, i) => ({ ...one, sequence: 10 * (i + 1) })));
const accessList: fc.Arbitrary<NounOf<'access-list'>> = fc.oneof(
  fc.record({
    name: fmcName,
    type: fc.constant('standard' as const),
    entries: inOrder(fc.record({ action, source: end4 })),
  }),
  fc.record({
    name: fmcName,
    type: fc.constant('extended' as const),
    entries: inOrder(
      fc.oneof(
        record<Omit<Rule, 'sequence'>>({
          action,
          protocol: rare(oneOf(['ip', 'esp', 'gre', 'icmp', 'ospf', 'ahp'])),
          source: end,
          destination: end,
          options: logged,
          securityGroupTags: rare(oneOf([[{ ref: 'security-group-tag' as const, name: 'TAG-1' }]])),
        }),
        record<Omit<Rule, 'sequence'>>({
          action,
          protocol: oneOf(['tcp', 'udp']),
          source: end,
          sourcePort: port,
          destination: end,
          destinationPort: port,
        }),
      ),
    ),
  }),
);

const address = its('network-object', 'net-A', 'net-B');
type Nat = NounOf<'nat-rule'>;
const pool = record<NonNullable<Nat['patPool']>>({
  addresses: address,
  roundRobin: flag,
  extended: flag,
  interfaceLast: flag,
});
const pools = fc.oneof(
  pool,
  fc
    .tuple(pool, fc.boolean())
    .map(([found, reserved]) => ({ ...found, flatPortRange: true, includeReserved: reserved })),
);
const natRule = fc
  .tuple(
    record<Nat>({
      name: text,
      policy: its('nat-policy', 'NAT'),
      section: oneOf(['before-auto', 'after-auto'] as const),
      type: oneOf(['static', 'dynamic'] as const),
      originalSource: address,
      translatedSource: rare(address),
      originalDestination: rare(address),
      sourceZone: rare(its('security-zone', 'inside-zone')),
      destinationZone: rare(its('security-zone', 'outside-zone')),
      enabled: fc.boolean(),
      noProxyArp: rare(fc.boolean()),
      routeLookup: rare(fc.boolean()),
      unidirectional: rare(fc.boolean()),
    }),
    rare(pools),
    rare(address),
  )
  .map(([{ translatedSource, ...rule }, patPool, translatedDestination]): Nat => ({
    ...rule,
    ...(rule.type === 'dynamic' && patPool ? { patPool } : translatedSource ? { translatedSource } : {}),
    ...(rule.originalDestination && translatedDestination ? { translatedDestination } : {}),
  }));

export const fmcPolicies: Arbitraries<FmcPolicyKind> = {
  'access-list': accessList,
  'nat-rule': natRule,
  'access-rule': accessRule,
  'policy-assignment': fc.record({
    name: fc.constant('RA'),
    policy: fc.constant({ ref: 'ra-vpn-policy' as const, name: 'RA', external: true }),
    devices: someOf(['ftd-1', 'ftd-2', 'ftd-3']).map((names) =>
      names.map((name) => ({ ref: 'ftd-device' as const, name, external: true })),
    ),
  }),
  'platform-settings': record<NounOf<'platform-settings'>>({ name: fmcName, description: rare(text) }),
  'vpn-logging': record<NounOf<'vpn-logging'>>({
    name: fc.constant('FTD-platform'),
    policy: fc.constant({ ref: 'platform-settings' as const, name: 'FTD-platform', external: true }),
    toFmc: oneOf(['vpn', 'all', 'off'] as const),
    level: oneOf(levels),
    enabled: fc.boolean(),
    onStandby: flag,
    emblem: flag,
    debugAsSyslog: flag,
    bufferBytes: rare(int(4096, 52428800)),
  }),
};
