import {
  field,
  members,
  outsideBody,
  same,
  setOf,
  spelledAs,
  type Look,
  type RestGrammar,
  type Written,
} from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';
import { addressesAt, objectsAndLiterals } from './objects';
import { serviceText } from './port-literal';
import { reference } from './reference';
import { capitals, flag } from './words';

type Rule = NounOf<'access-rule'>;
type Place = Rule['place'];

const section = capitals(['mandatory', 'default'] as const);
const other = reference('access-rule');
const kept = { immutable: true, compareIfDeclared: true } as const;

/** Ours of one policy with one place stand as the program has them. */
const rowOf = ({ policy, place: where }: Rule): string =>
  JSON.stringify([
    policy.name,
    Object.entries(where).map(([word, value]: [string, string | { readonly name: string }]) => [
      word,
      typeof value === 'string' ? value : value.name,
    ]),
  ]);

/** The FMC says section and category in metadata; beside which rule it stands is seen in the list of them. */
const place: Written<Place> = {
  form: 'written',
  leaves: [
    ...field('metadata.section', section, kept).leaves,
    ...field('metadata.category', same<string>(), kept).leaves,
    ...field('metadata.before', other, { ...kept, stands: 'before' }).leaves,
    ...field('metadata.after', other, { ...kept, stands: 'after' }).leaves,
    ...field('metadata.below', other, { ...kept, stands: 'after', anyOrder: 'action' }).leaves,
  ],
  write: (value, look, noun) => [
    'section' in value ? section.to(value.section, look) : undefined,
    'category' in value ? value.category : undefined,
    'before' in value ? other.to(value.before, look) : undefined,
    'after' in value ? other.to(value.after, look) : undefined,
    above(noun, look),
  ],
  read: ([inSection, category, before, after]) => {
    if (before !== undefined) return refTo(before, (rule) => ({ before: rule }));
    if (after !== undefined) return refTo(after, (rule) => ({ after: rule }));
    if (category !== undefined) return { category: String(category) };
    const found = inSection === undefined ? undefined : section.from(inSection);
    return found && { section: found };
  },
};
const above = (noun: object, look: Look) => {
  const name = look.ahead('access-rule', noun, rowOf);
  return name === undefined ? undefined : look.reference('access-rule', name);
};
const refTo = (
  json: Parameters<typeof other.from>[0],
  as: (rule: NonNullable<ReturnType<typeof other.from>>) => Place,
) => {
  const rule = other.from(json);
  return rule && as(rule);
};

/** An index counts when the rule is created: `{…#index}` stands for it. */
const creation = ({ place: where }: Rule): string => {
  if ('section' in where) return `section=${where.section}`;
  if ('category' in where) return `category=${encodeURIComponent(where.category)}`;
  return 'before' in where
    ? `insertBefore={accessrules:${where.before.name}#index}`
    : `insertAfter={accessrules:${where.after.name}#index}`;
};

const zones = (at: string): Written<NonNullable<Rule['sourceZones']>> =>
  field(`${at}.objects`, setOf(reference('security-zone')));
const services = (at: string): Written<NonNullable<Rule['sourcePorts']>> =>
  objectsAndLiterals(`${at}.`, setOf(reference('port-object')), setOf(serviceText));
const event = (at: string) => field(at, flag, { absent: false });

/** A rule in a policy of others: what stands around it is theirs. */
export const accessRule: RestGrammar<Rule> = {
  form: 'object',
  collection: ({ policy }) => `policy/accesspolicies/{accesspolicies:${policy.name}}/accessrules`,
  key: 'accessrules',
  type: 'AccessRule',
  creation,
  fixed: () => ({ '': { type: 'AccessRule' } }),
  fields: {
    policy: outsideBody,
    place,
    action: field(
      'action',
      spelledAs<Rule['action']>([
        ['allow', 'ALLOW'],
        ['trust', 'TRUST'],
        ['monitor', 'MONITOR'],
        ['block', 'BLOCK'],
        ['block-with-reset', 'BLOCK_RESET'],
        ['interactive-block', 'BLOCK_INTERACTIVE'],
        ['interactive-block-with-reset', 'BLOCK_RESET_INTERACTIVE'],
      ]),
    ),
    enabled: field('enabled', flag, { absent: true }),
    sourceZones: zones('sourceZones'),
    destinationZones: zones('destinationZones'),
    sourceNetworks: addressesAt('sourceNetworks.'),
    destinationNetworks: addressesAt('destinationNetworks.'),
    sourcePorts: services('sourcePorts'),
    destinationPorts: services('destinationPorts'),
    logging: members<NonNullable<Rule['logging']>>({
      begin: event('logBegin'),
      end: event('logEnd'),
      toFmc: event('sendEventsToFMC'),
      syslog: event('enableSyslog'),
    }),
  },
};
