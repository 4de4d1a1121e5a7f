import {
  field,
  members,
  number,
  outsideBody,
  same,
  type RestGrammar,
  type Written,
} from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { anyReference, reference } from './reference';
import { capitals, flag } from './words';

type Rule = NounOf<'nat-rule'>;
type Auto = NounOf<'auto-nat-rule'>;

const address = anyReference<Rule['originalSource']>();
/** Where nothing is said of what addresses become, it is the address of the interface: `at` says so. */
const typeBeside = <N extends Rule | Auto>(at: string, said: (rule: N) => readonly unknown[]): Written<N['type']> => ({
  form: 'written',
  leaves: [
    ...field('natType', capitals(['static', 'dynamic'] as const)).leaves,
    ...field(at, flag, { absent: false }).leaves,
  ],
  write: (value, _look, noun) => [value.toUpperCase(), said(noun as N).every((each) => each === undefined)],
  read: ([value]) => (value === undefined ? undefined : value === 'DYNAMIC' ? 'dynamic' : 'static'),
});
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
    type: typeBeside<Rule>('interfaceInTranslatedSource', (rule) => [rule.translatedSource, rule.patPool]),
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

const nameIn = (value: unknown): string => String((value as JsonObject | undefined)?.['name'] ?? 'any');

/** A rule has no name on the FMC: the object and the zones are what it is known by. The FMC keeps them sorted by itself. */
export const autoNatRule: RestGrammar<Auto> = {
  form: 'object',
  collection: (rule) => `policy/ftdnatpolicies/{ftdnatpolicies:${rule.policy.name}}/autonatrules`,
  key: 'autonatrules',
  type: 'FTDAutoNatRule',
  nameOf: ({ originalNetwork, sourceInterface, destinationInterface }) =>
    `${nameIn(originalNetwork)}, ${nameIn(sourceInterface)} to ${nameIn(destinationInterface)}`,
  fixed: () => ({ '': { type: 'FTDAutoNatRule' } }),
  fields: {
    policy: outsideBody,
    type: typeBeside<Auto>('interfaceInTranslatedNetwork', (rule) => [rule.translatedNetwork, rule.patPool]),
    originalNetwork: field('originalNetwork', reference('network-object')),
    translatedNetwork: field('translatedNetwork', address),
    patPool,
    sourceZone: field('sourceInterface', reference('security-zone')),
    destinationZone: field('destinationInterface', reference('security-zone')),
    service: members<NonNullable<Auto['service']>>({
      protocol: field('serviceProtocol', capitals(['tcp', 'udp'] as const)),
      originalPort: field('originalPort', number),
      translatedPort: field('translatedPort', number),
    }),
    translateDns: field('dns', flag, { absent: false }),
    noProxyArp: field('noProxyArp', flag, { absent: false }),
    routeLookup: field('routeLookup', flag, { absent: false }),
  },
};
