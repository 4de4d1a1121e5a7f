import {
  outsideBody,
  field,
  members,
  number,
  same,
  setOf,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { Kind, NounOf } from '../../../model/nouns';
import { anyReference, reference } from './reference';
import { capitals, flag } from './words';

type Rule = NounOf<'nat-rule'>;
type Assignment = NounOf<'policy-assignment'>;
type Logging = NounOf<'vpn-logging'>;

const address = anyReference<Rule['originalSource']>();
/** Where nothing is said of what the source becomes, it is the address of the interface. */
const type: Written<Rule['type']> = {
  form: 'written',
  leaves: [
    ...field('natType', capitals(['static', 'dynamic'] as const)).leaves,
    ...field('interfaceInTranslatedSource', flag, { absent: false }).leaves,
  ],
  write: (value, _look, noun) => {
    const { translatedSource, patPool: pool } = noun as Rule;
    return [value.toUpperCase(), translatedSource === undefined && pool === undefined];
  },
  read: ([value]) => (value === undefined ? undefined : value === 'DYNAMIC' ? 'dynamic' : 'static'),
};
const option = (at: string) => field(`patOptions.${at}`, flag, { compareIfDeclared: true });
const poolMembers = members<NonNullable<Rule['patPool']>>({
  addresses: field('patOptions.patPoolAddress', address),
  roundRobin: option('roundRobin'),
  extended: option('extendedPat'),
  flatPortRange: option('flatPortRange'),
  includeReserved: option('includeReserve'),
  interfaceLast: option('interfacePat'),
});
/** Whether its addresses are an object or a group is not read back. */
const patPool: Written<NonNullable<Rule['patPool']>> = { ...poolMembers, read: () => undefined };

const section = capitals(['before-auto', 'after-auto'] as const);

export const natPolicy: RestGrammar<NounOf<'nat-policy'>> = {
  form: 'object',
  collection: 'policy/ftdnatpolicies',
  key: 'ftdnatpolicies',
  type: 'FTDNatPolicy',
  fixed: () => ({ '': { type: 'FTDNatPolicy' } }),
  fields: { description: field('description', same<string>(), { absent: '' }) },
};

/** A rule has no name on the FMC: its description is what it is known by. */
export const natRule: RestGrammar<Rule> = {
  form: 'object',
  collection: (rule) => `policy/ftdnatpolicies/{ftdnatpolicies:${rule.policy.name}}/manualnatrules`,
  key: 'manualnatrules',
  type: 'FTDManualNatRule',
  nameOf: (body) => body['description'] as string | undefined,
  creation: (rule) => `section=${rule.section.replace('-', '_')}`,
  fixed: (rule) => ({ '': { type: 'FTDManualNatRule', description: rule.name } }),
  fields: {
    policy: outsideBody,
    section: field('metadata.section', section, { immutable: true }),
    type,
    originalSource: field('originalSource', address),
    translatedSource: field('translatedSource', address),
    patPool,
    originalDestination: field('originalDestination', address),
    translatedDestination: field('translatedDestination', address),
    sourceZone: field('sourceInterface', reference('security-zone')),
    destinationZone: field('destinationInterface', reference('security-zone')),
    enabled: field('enabled', flag, { absent: true }),
    noProxyArp: field('noProxyArp', flag, { absent: false }),
    routeLookup: field('routeLookup', flag, { absent: false }),
    unidirectional: field('unidirectional', flag, { absent: false }),
  },
};

/** The collection and key of the policies that can be assigned, and the type that stands for them there. */
const assigned: Readonly<Partial<Record<Kind, readonly [key: string, type: string]>>> = {
  'ra-vpn-policy': ['ravpns', 'RAVpn'],
  'nat-policy': ['ftdnatpolicies', 'FTDNatPolicy'],
  'platform-settings': ['ftdplatformsettingspolicies', 'FTDPlatformSettingsPolicy'],
};
/** Whether an identity is that of a policy which stands on devices by an assignment. */
export const isAssignable = (identity: string): boolean =>
  identity.startsWith('accesspolicies:') || Object.values(assigned).some(([key]) => identity.startsWith(`${key}:`));
const policy: Wire<Assignment['policy']> = {
  to: (ref) => {
    const [key, type] = assigned[ref.ref]!;
    return { id: `{${key}:${ref.name}}`, name: ref.name, type };
  },
  from: () => undefined,
  canonical: (json) => {
    const { id, name } = json as JsonObject;
    return { id: id ?? null, name: name ?? null };
  },
};

/** Known by the id of its policy. Firewalls of others stay in it. */
export const policyAssignment: RestGrammar<Assignment> = {
  form: 'object',
  collection: 'assignment/policyassignments',
  key: 'policyassignments',
  type: 'PolicyAssignment',
  idOf: ({ policy: ref }) => `{${assigned[ref.ref]![0]}:${ref.name}}`,
  nameOf: (body) => (body['policy'] as { name?: string } | undefined)?.name,
  fixed: ({ policy: ref }) => ({
    '': { type: 'PolicyAssignment', policy: policy.to(ref, undefined as never) },
  }),
  fields: {
    policy: outsideBody,
    devices: field('targets', setOf(reference('ftd-device')), { absent: [], sharedList: true }),
  },
};

/** The FMC answers a type of its own (CSCwr13011). */
export const platformSettings: RestGrammar<NounOf<'platform-settings'>> = {
  form: 'object',
  collection: 'policy/ftdplatformsettingspolicies',
  all: 'policy/ftdplatformsettingspolicies',
  key: 'ftdplatformsettingspolicies',
  type: 'FTDPlatformSettingsPolicy',
  ownType: true,
  since: () => [
    {
      version: '7.4',
      what: 'a platform settings policy',
      instead: 'make it under Devices > Platform Settings and give PlatformSettings.fromExisting',
    },
  ],
  fixed: () => ({ '': { type: 'FTDPlatformSettingsPolicy' } }),
  fields: {
    description: field('description', { ...same<string>(), canonical: (json) => String(json).trim() }, { absent: '' }),
  },
};

const level = spelledAs<Logging['level']>([
  ['emergencies', 'EMERG'],
  ['alerts', 'ALERT'],
  ['critical', 'CRIT'],
  ['errors', 'ERR'],
  ['warnings', 'WARNING'],
  ['notifications', 'NOTICE'],
  ['informational', 'INFO'],
  ['debugging', 'DEBUG'],
]);

/** There is one in each platform settings policy, made with it. */
export const vpnLogging: RestGrammar<Logging> = {
  form: 'object',
  collection: ({ policy: ref }) =>
    `policy/ftdplatformsettingspolicies/{ftdplatformsettingspolicies:${ref.name}}/syslog/basicloggingsetups`,
  key: 'basicloggingsetups',
  type: 'BasicLoggingSetup',
  only: true,
  nameOf: () => undefined,
  given: () => true,
  since: ({ level: wanted, policy: ref }) => [
    {
      version: '7.7',
      what: 'VPN logging',
      instead: `click it: Devices > Platform Settings > ${ref.name} > Syslog > Logging Setup > VPN Logging Settings > Enable Logging to FMC, level ${wanted}; then leave VpnLogging out`,
    },
  ],
  fixed: () => ({ '': { type: 'BasicLoggingSetup' } }),
  fields: {
    policy: outsideBody,
    toFmc: field('loggingToFMCType', capitals(['vpn', 'all', 'off'] as const), { absent: 'VPN' }),
    level: field('loggingToFMCLogLevel', level, { absent: 'ERR' }),
    enabled: field('enableLogging', flag, { absent: false }),
    onStandby: field('enableLoggingFailover', flag, { absent: false }),
    emblem: field('enableEMBLEMFormat', flag, { absent: false }),
    debugAsSyslog: field('enableDebugMesgAsSyslog', flag, { absent: false }),
    bufferBytes: field('internalBuffMemSizeInBytes', number, { absent: 4096 }),
  },
};
