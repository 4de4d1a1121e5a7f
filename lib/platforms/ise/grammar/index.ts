import { unsupportedExcept } from '../../../desired/unsupported';
import type { AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { internalUser } from './internal-user';
import { networkDevice } from './network-device';

/** How ISE writes each noun. */
export const grammar = {
  ...unsupportedExcept('ise'),
  'ise-identity-group': { form: 'looked-up', key: 'identitygroup' },
  'ise-network-device': networkDevice,
  'ise-internal-user': internalUser,
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
