import { propsOf } from '../../../lib/synth/declaration';
import type { Referable } from '../../../lib/model/noun';
import type { Violation } from '../../core/checks';
import type { FirewallRemoteAccessProps, LocalLogin } from './props';

type Authentication = FirewallRemoteAccessProps['authentication'];

export const isLocal = (authentication: Authentication): authentication is LocalLogin => 'local' in authentication;

/** A realm, and not the RADIUS servers that are a construct too. */
export const isRealm = (authentication: Authentication): authentication is Referable<'realm'> =>
  'ref' in authentication && authentication.ref.ref === 'realm';

/** What kind of users a realm has decides how it is given; of one that is only looked up it is not known. */
export const realmViolations = (authentication: Authentication): readonly Violation[] => {
  const realm = isLocal(authentication) ? authentication.local : isRealm(authentication) ? authentication : undefined;
  const type = realm && propsOf(realm)?.type;
  if (type === undefined || (type === 'local') === isLocal(authentication)) return [];
  return type === 'local'
    ? [
        {
          where: 'authentication',
          what: 'this realm has users of the FMC itself, which a firewall knows as its local ones',
          hint: 'write { local: realm }',
        },
      ]
    : [
        {
          where: 'authentication.local',
          what: `a realm of type '${type}' has no local users`,
          hint: "give the realm itself as authentication, or here one of type 'local'",
        },
      ];
};
