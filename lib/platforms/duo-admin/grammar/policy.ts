import { field, same, setOf, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';

type Policy = NounOf<'duo-policy'>;
type Methods = NonNullable<Policy['blockedMethods']>;

const list = setOf(same<Methods[number]>());
const text = (json: Json): Json => (typeof json === 'string' ? json.split(',').map((one) => one.trim()) : json);
/** Sent as a list, and answered as one or as a text with commas. */
const methods: Wire<Methods> = {
  to: list.to,
  from: (json) => list.from(text(json)),
  canonical: (json) => list.canonical!(text(json)),
};
const asked = { compareIfDeclared: true } as const;

/**
 * Admin API: `/admin/v2/policies`. That a section which is not sent stays, and that a list of blocked methods alone is
 * taken, is not proven.
 */
export const policy: RestGrammar<Policy> = {
  form: 'object',
  collection: 'admin/v2/policies',
  key: 'policies',
  type: 'policy',
  nameOf: (body) => String(body['policy_name']),
  fixed: (noun) => ({ '': { policy_name: noun.name } }),
  fields: {
    newUsers: field('sections.new_user.new_user_behavior', same<NonNullable<Policy['newUsers']>>(), asked),
    authentication: field(
      'sections.authentication_policy.user_auth_behavior',
      same<NonNullable<Policy['authentication']>>(),
      asked,
    ),
    blockedMethods: field('sections.authentication_methods.blocked_auth_list', methods, asked),
  },
};
