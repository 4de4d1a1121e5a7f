import type { Book } from '../../../engine/rest/inventory/book';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';
import { grammarOf } from '../grammar';
import { collectionOf, foundIn, grammarFor, isOfSort, lockedIn } from '../normalize';

/** What is joined to a user and has a name: a tablet has no number, and is no phone here. */
const joined = (kind: Kind, ids: Json | undefined): readonly Ref[] =>
  ((ids ?? []) as readonly Json[]).flatMap((id) => {
    const [, name] = /^\{[a-z]+:(.*)\}$/.exec(String(id)) ?? [];
    return name === undefined ? [] : [{ ref: kind, name }];
  });
const some = (field: string, refs: readonly Ref[]) => (refs.length === 0 ? {} : { [field]: refs });

/** Keys of applications are not kept, whole or behind stars: nothing of an import needs them. */
const withoutKey = ({ secret_key: _secret, ...body }: JsonObject): JsonObject => body;

/** How a Duo account is read for an import: applications of other types are not read. */
export const book: Book = {
  code: 'duo',
  title: 'Duo',
  nounOf: grammarOf,
  grammarOf: grammarFor,
  collectionOf,
  kinds: ['duo-group', 'duo-phone', 'duo-policy', 'duo-user', 'duo-radius-application', 'duo-saml-application'],
  parents: {},
  found: (collection, key, body) => (isOfSort(key, body) ? foundIn(collection, body) : undefined),
  given: (_kind, _name, body) => (body['is_global_policy'] === true ? 'Duo has it by itself' : undefined),
  lockedIn,
  besides: {
    'duo-phone': (_listed, bodies) => ({ number: String(bodies['']?.['number']) }),
    'duo-user': (_listed, bodies) => ({
      ...some('groups', joined('duo-group', bodies['groups']?.['group_id'])),
      ...some('phones', joined('duo-phone', bodies['phones']?.['phone_id'])),
    }),
  },
  shown: new Set(['integration_key', 'policy_key']),
  scrub: (_collection, body) => withoutKey(body),
};
