import {
  field,
  number,
  outsideBody,
  setOf,
  spelledAs,
  type RestGrammar,
  type Written,
} from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { condition } from './condition';
import { description, nameOf, nameOfAny, text } from './wires';

type PolicySet = NounOf<'ise-policy-set'>;
type Outcome = NounOf<'ise-authentication-rule'>['ifAuthFail'];

/** Where the OpenAPI keeps policy sets. */
export const policySets = 'network-access/policy-set';
const within = (ref: Ref<'ise-policy-set'>, rules: string): string => `${policySets}/{policyset:${ref.name}}/${rules}`;

const state = field(
  'state',
  spelledAs<PolicySet['state']>([
    ['enabled', 'enabled'],
    ['disabled', 'disabled'],
    ['monitor', 'monitor'],
  ]),
  { absent: 'enabled' },
);

const service = 'Default Network Access';
/** One of the two says what serves the set, and `isProxy` which; so both are written by the set itself. */
const served = ({ protocols, proxy }: PolicySet): JsonObject => ({
  isProxy: proxy !== undefined,
  serviceName: (proxy ?? protocols)?.name ?? service,
});

/** OpenAPI: `/api/v1/policy/network-access/policy-set`. */
export const policySet: RestGrammar<PolicySet> = {
  form: 'object',
  collection: policySets,
  key: 'policyset',
  type: 'PolicySet',
  fixed: (noun) => ({ '': served(noun) }),
  fields: {
    description,
    condition: field('condition', condition),
    protocols: outsideBody,
    proxy: outsideBody,
    state,
    rank: field('rank', number, { compareIfDeclared: true }),
  },
};

const outcome = (at: string, absent: string): Written<Outcome> =>
  field(
    at,
    spelledAs<Outcome>([
      ['reject', 'REJECT'],
      ['continue', 'CONTINUE'],
      ['drop', 'DROP'],
    ]),
    { absent },
  );

/** OpenAPI: `…/policy-set/{id}/authentication`. */
export const authenticationRule: RestGrammar<NounOf<'ise-authentication-rule'>> = {
  form: 'object',
  collection: (noun) => within(noun.policySet, 'authentication'),
  key: 'authenticationrule',
  type: 'AuthenticationRule',
  fixed: () => ({ '': {} }),
  fields: {
    policySet: outsideBody,
    condition: field('condition', condition),
    source: field('identitySourceName', nameOfAny<'ise-identity-source-sequence' | 'ise-active-directory'>()),
    rank: field('rank', number),
    ifAuthFail: outcome('ifAuthFail', 'REJECT'),
    ifUserNotFound: outcome('ifUserNotFound', 'REJECT'),
    ifProcessFail: outcome('ifProcessFail', 'DROP'),
    state,
  },
};

/** OpenAPI: `…/policy-set/{id}/authorization`. */
export const authorizationRule: RestGrammar<NounOf<'ise-authorization-rule'>> = {
  form: 'object',
  collection: (noun) => within(noun.policySet, 'authorization'),
  key: 'authorizationrule',
  type: 'AuthorizationRule',
  fixed: () => ({ '': {} }),
  fields: {
    policySet: outsideBody,
    condition: field('condition', condition),
    profiles: field('profile', setOf(nameOf('ise-authorization-profile'))),
    securityGroup: field('securityGroup', text, { absent: '' }),
    rank: field('rank', number),
    state,
  },
};
