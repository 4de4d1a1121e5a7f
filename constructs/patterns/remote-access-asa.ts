import type { Construct } from 'constructs';
import { reportViolations } from '../core/checks';
import type { AaaServer } from '../generated/aaa/aaa-server';
import type { AsaFirewall } from '../devices/asa-firewall';
import { AsaRemoteAccess, type AsaRemoteAccessProps } from './asa-remote-access';
import { Clients } from './client-authentication';
import type { RemoteAccessShared, SecondFactor } from './remote-access';

/** A second factor in front of an ASA, which must know by which interface its servers are reached. */
export interface AsaSecondFactor extends SecondFactor {
  /** The interface by which the ASA reaches the proxies, by its logical name: `inside`. */
  readonly interface: string;
}

/** Remote users on an ASA: AnyConnect, or with `software: ['windows']` the client of Windows by EAP. */
export interface AsaHeadendProps
  extends
    RemoteAccessShared<AaaServer, AsaSecondFactor>,
    Pick<
      AsaRemoteAccessProps,
      | 'trustpoint'
      | 'interface'
      | 'networks'
      | 'domain'
      | 'natExemption'
      | 'match'
      | 'software'
      | 'transport'
      | 'clientServices'
      | 'clientProfile'
      | 'clientImages'
      | 'accounting'
      | 'group'
      | 'lifetimeSeconds'
    > {
  /** Where users connect to. */
  readonly headend: AsaFirewall;
  /** Addresses that users are given. `name`: default the id, with `-pool`. `mask`: default that of the address's class. */
  readonly pool: AsaRemoteAccessProps['pool'];
  /** Names on the device. Default: the id. */
  readonly names?: NonNullable<AsaRemoteAccessProps['names']> & {
    /** The group of the proxies. Default: the id, with `-duo`. */
    readonly servers?: string;
  };
}

/** The headend is an ASA. AnyConnect and other clients prove themselves in different ways, so one is asked for. */
export const onAsa = (at: Construct, id: string, props: AsaHeadendProps): AsaRemoteAccess | undefined => {
  const { headend, authentication, sessions: _sessions, names, ...given } = props;
  const wrong = (what: string): undefined => {
    reportViolations(at, [{ what }]);
    return undefined;
  };
  const { servers: group, ...others } = names ?? {};
  const software = props.software ?? ['anyconnect'];
  const standard = !software.includes('anyconnect');
  if (!standard && software.length > 1)
    return wrong(
      'software: an ASA asks AnyConnect and Windows in different ways: write a RemoteAccess for each of them',
    );
  const asked = 'duo' in authentication ? authentication : undefined;
  if (standard && asked && !asked.duo.carriesEap)
    return wrong(
      'authentication: users log in with EAP, which the proxy can only hand on to a RADIUS server: write primary: Primary.radius(…) on the DuoProxy',
    );
  const servers =
    'duo' in authentication
      ? authentication.duo.asaServers(at, 'duo', { ...authentication, device: headend, name: group ?? `${id}-duo` })
      : authentication;
  return new AsaRemoteAccess(at, 'Default', {
    device: headend,
    ...given,
    authentication: standard ? Clients.withEap(servers) : Clients.withAnyConnectEap(servers),
    names: others,
  });
};
