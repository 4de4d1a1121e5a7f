import type { Construct } from 'constructs';
import { reportViolations } from '../../../core/checks';
import { ClientAuth } from '../authentication';
import type { AsaHeadendProps } from '../props';
import { isSaml } from '../saml';
import { AsaRemoteAccess } from './asa-remote-access';
import { headendViolations } from './checks';

/** The headend is an ASA. AnyConnect and other clients prove themselves in different ways, so one is asked for. */
export const buildAsa = (at: Construct, id: string, props: AsaHeadendProps): AsaRemoteAccess | undefined => {
  if (reportViolations(at, headendViolations(props))) return undefined;
  const { headend, authentication, sessions: _sessions, names, ...given } = props;
  const { servers: group, ...others } = names ?? {};
  const common = { device: headend, ...given, names: others };
  if (isSaml(authentication))
    return new AsaRemoteAccess(at, 'Default', {
      ...common,
      authentication: ClientAuth.withSaml(authentication.saml, authentication.url),
      transport: 'ipsec-ikev2-and-ssl',
    });
  const servers =
    'duo' in authentication
      ? authentication.duo.asaServers(at, 'duo', { ...authentication, device: headend, name: group ?? `${id}-duo` })
      : authentication;
  const standard = props.software !== undefined && !props.software.includes('anyconnect');
  return new AsaRemoteAccess(at, 'Default', {
    ...common,
    authentication: standard ? ClientAuth.withEap(servers) : ClientAuth.withAnyConnectEap(servers),
  });
};
