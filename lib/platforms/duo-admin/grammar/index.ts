import { unsupportedExcept } from '../../../desired/unsupported';
import type { AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { radiusApplication, samlApplication } from './applications';
import { group, phone, user } from './people';
import { policy } from './policy';

/** How a Duo account writes each noun. */
export const grammar = {
  ...unsupportedExcept('duo'),
  'duo-group': group,
  'duo-phone': phone,
  'duo-user': user,
  'duo-policy': policy,
  'duo-radius-application': radiusApplication,
  'duo-saml-application': samlApplication,
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
