import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName } from '../values';

/** What an ASA shows to clients that connect by IKEv2, before it knows their tunnel group. */
export const ikev2RemoteAccess = noun(
  'ikev2-remote-access',
  'IKEv2 remote access',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Whose certificate is shown. */
    trustpoint: ref('cert-trustpoint'),
  }),
  { identity: { only: 'ikev2-remote-access' } },
);
