import { Construct } from 'constructs';
import { ipv4Prefix, isIpv4, isIpv4Cidr, networkOf } from '../../lib/kernel/ip';
import type { SecretRef } from '../../lib/model/secret';
import type { Referable } from '../../lib/model/noun';
import { declare } from '../../lib/synth/declaration';
import { AaaServerGroup } from '../aaa/aaa-server-group';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { Authorization, Clients } from './client-authentication';
import type { DuoProxy } from './duo-proxy';
import { FlexVpnRemoteAccess, type FlexVpnRemoteAccessProps } from './flexvpn-remote-access';

/** A second factor in front of the headend: the Duo proxy, and where the headend asks it from. */
export interface SecondFactor {
  /** The proxy that every login goes through. */
  readonly duo: DuoProxy;
  /** Address that the headend's requests come from. */
  readonly from: string;
  /** Shared secret of headend and proxy. Only ever a `Secret`. */
  readonly secret: SecretRef;
}

export interface RemoteAccessProps extends Pick<
  FlexVpnRemoteAccessProps,
  'suite' | 'trustpoint' | 'gateway' | 'unnumbered' | 'software' | 'template' | 'autoMode' | 'names'
> {
  /** Where users connect to. */
  readonly headend: IosXeRouter;
  /** Addresses that users are given. `name`: default the group's, with `-pool`. */
  readonly pool: { readonly name?: string; readonly from: string; readonly to: string };
  /** How many users connect at once. The pool must have an address for each. Default: not checked. */
  readonly sessions?: number;
  /** Networks that users reach through the tunnel. Default: everything. */
  readonly networks?: readonly string[];
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** What checks users: RADIUS servers that the headend asks itself, or a second factor in front of them. */
  readonly authentication: AaaServerGroup | SecondFactor;
  /** Whom it is for. Default: everybody who can log in. */
  readonly match?: FlexVpnRemoteAccessProps['match'];
  /** The client profile that AnyConnect downloads. */
  readonly clientProfile?: Referable<'anyconnect-profile'>;
}

const number = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/**
 * Remote users with EAP on a router, with or without Duo, from one declaration: what the headend, the proxy and its
 * RADIUS servers must agree on stands once. Needs `aaa new-model`, which `AaaNewModel` writes.
 */
export class RemoteAccess extends Construct {
  constructor(scope: Construct, id: string, props: RemoteAccessProps) {
    super(scope, id);
    const { headend, pool, networks, dns, match, clientProfile, suite, trustpoint } = props;
    this.check(props);
    const { gateway, unnumbered, software, template, autoMode, names } = props;
    const given = { gateway, unnumbered, software, template, autoMode, names };
    const optional = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    new FlexVpnRemoteAccess(headend, id, {
      suite,
      trustpoint,
      authentication: Clients.withEap(this.servers(id, props)),
      match: match ?? { any: true },
      authorization: Authorization.byRouter([
        { name: id, pool, ...(networks ? { networks } : {}), ...(dns ? { dns } : {}) },
      ]),
      ...optional,
      ...(clientProfile ? { anyconnectProfile: clientProfile } : {}),
    });
  }

  private servers(id: string, { headend, authentication }: RemoteAccessProps): AaaServerGroup {
    if (authentication instanceof AaaServerGroup) return authentication;
    const { duo, from, secret } = authentication;
    return duo.serverGroup(headend, `${id}-duo`, { from, secret });
  }

  private check({ pool: { from, to }, sessions, networks = [] }: RemoteAccessProps): void {
    if (!isIpv4(from) || !isIpv4(to)) return;
    const [first, last] = [number(from), number(to)];
    const wrong = (message: string, hint: string): void =>
      declare(this, { as: 'problem', code: 'prop.invalid', message, hint });
    const size = last - first + 1;
    if (sessions !== undefined && size < sessions)
      wrong(
        `pool: ${from} to ${to} has ${size} addresses, and ${sessions} users shall connect at once`,
        'write a larger pool: a user without an address is refused',
      );
    for (const network of networks.filter(isIpv4Cidr)) {
      const { address, length } = ipv4Prefix(networkOf(network));
      const start = number(address);
      if (start <= last && first < start + 2 ** (32 - length))
        wrong(
          `pool: ${from} to ${to} lies in ${network}, which users reach through the tunnel`,
          'write a pool of its own: hosts there would look for users beside them, and find none',
        );
    }
  }
}
