import type { Construct } from 'constructs';
import type { AaaServerGroup } from '../../../generated/aaa/aaa-server-group';
import { ClientAuth } from '../authentication';
import { ClientAuthorization } from '../authorization';
import type { RouterRemoteAccessProps } from '../props';
import { FlexVpnRemoteAccess } from './flexvpn-remote-access';

/** The headend is a router: FlexVPN with EAP. */
export const buildRouter = (
  at: Construct,
  id: string,
  props: RouterRemoteAccessProps,
  asked: AaaServerGroup,
): FlexVpnRemoteAccess => {
  const { headend, pool, networks, dns, match, clientProfile, suite, trustpoint } = props;
  const { gateway, unnumbered, software, template, autoMode } = props;
  const {
    group = id,
    authenticationList,
    authorizationList,
    servers: _group,
    server: _server,
    ...names
  } = props.names ?? {};
  return new FlexVpnRemoteAccess(at, 'Default', {
    device: headend,
    suite,
    trustpoint,
    authentication: ClientAuth.withEap(asked, { list: authenticationList }),
    match: match ?? { any: true },
    authorization: ClientAuthorization.byRouter([{ name: group, pool, networks, dns }], { list: authorizationList }),
    gateway,
    unnumbered,
    software,
    template,
    autoMode,
    names,
    anyconnectProfile: clientProfile,
  });
};
