import { field, same, type Leaf, type RestGrammar, type Written } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { idTextOf, lowerCase } from './words';

const ids = idTextOf('duo-group');
const leaf = (at: string, absent: Json, canonical: Leaf['canonical']): Leaf => ({ part: '', at, absent, canonical });

/** Whom it lets in, and which groups these are. */
const access: Written<Ref<'duo-group'>[]> = {
  form: 'written',
  leaves: [leaf('user_access', 'ALL_USERS', (json) => json), leaf('groups_allowed', '', ids.canonical!)],
  write: (refs, look) => ['PERMITTED_GROUPS', ids.to(refs, look)],
  read: ([, groups]) => {
    const refs = ids.from(groups ?? '');
    return refs === undefined || refs.length === 0 ? undefined : refs;
  },
};

/**
 * Admin API: `/admin/v3/integrations`. Duo answers a creation with the keys; they are not read there, but when another
 * device needs them.
 */
export const radiusApplication: RestGrammar<NounOf<'duo-radius-application'>> = {
  form: 'object',
  collection: () => 'admin/v3/integrations',
  key: 'integrations',
  type: 'radius',
  fixed: () => ({ '': { type: 'radius' } }),
  updates: 'POST',
  fields: {
    groups: access,
    usernameNormalization: field('username_normalization_policy', lowerCase<'simple' | 'none'>(), { absent: 'none' }),
    notes: field('notes', same<string>(), { absent: '' }),
  },
};
