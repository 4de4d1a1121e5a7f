import { field, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { groupId } from './groups';
import { description, text, yesOrNo } from './wires';

const sorted = (text: string): string =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .sort()
    .join(',');

/** Ids of groups in one text, with commas between. */
const groupIds: Wire<Ref<'ise-identity-group'>[]> = {
  to: (refs, look) => sorted(refs.map((ref) => String(groupId.to(ref, look))).join(',')),
  from: (json) => {
    const all = String(json).split(',').map(groupId.from);
    return all.includes(undefined) ? undefined : (all as Ref<'ise-identity-group'>[]);
  },
  canonical: (json) => sorted(String(json)),
};

/** ISE answers all that are defined, empty where nothing is set. */
const custom: Wire<Record<string, string>> = {
  to: (values) => values,
  from: (json) => json as Record<string, string>,
  canonical: (json) =>
    Object.fromEntries(
      Object.entries(json as JsonObject)
        .filter(([, value]) => value !== '' && value !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
};

/**
 * ERS: `/ers/config/internaluser`. The password is sent only when it changes: a password policy may refuse one that was
 * used before.
 */
export const internalUser: RestGrammar<NounOf<'ise-internal-user'>> = {
  form: 'object',
  collection: 'internaluser',
  key: 'internaluser',
  type: 'InternalUser',
  fixed: () => ({ '': { passwordIDStore: 'Internal Users' } }),
  fields: {
    password: field('password', secretWire, { secret: true, changesOnly: true }),
    enabled: field('enabled', yesOrNo, { absent: true }),
    description,
    email: field('email', text, { absent: '' }),
    firstName: field('firstName', text, { absent: '' }),
    lastName: field('lastName', text, { absent: '' }),
    groups: field('identityGroups', groupIds, { absent: '' }),
    customAttributes: field('customAttributes', custom, { compareIfDeclared: true }),
    changePassword: field('changePassword', yesOrNo, { absent: false }),
  },
};
