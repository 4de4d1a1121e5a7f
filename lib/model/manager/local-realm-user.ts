import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { secretRef } from '../secret';
import { userName } from '../values';

/** A user of a realm of type `local`, who logs in with a password that the FMC keeps. */
export const localRealmUser = noun(
  'local-realm-user',
  'user of a local realm',
  z.strictObject({
    /** Realm and user. */
    name: plain(),
    /** The realm, of type `local`. */
    realm: ref('realm'),
    /** The name with which the user logs in. */
    user: userName(64),
    /** Only ever a `Secret`. The FMC never shows it again. */
    password: secretRef,
  }),
  { identity: ['realm', 'user'] },
);
