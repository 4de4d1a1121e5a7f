import { Construct } from 'constructs';
import { ipv4Prefix, isIpv4, isIpv4Cidr, networkOf } from '../../lib/kernel/ip';
import type { SecretRef } from '../../lib/model/secret';
import type { Referable } from '../../lib/model/noun';
import { propsOf } from '../../lib/synth/declaration';
import { nameFor } from '../../lib/synth/naming';
import { reportViolations } from '../core/checks';
import type { Device } from '../core/device';
import type { AaaServerGroup } from '../generated/aaa/aaa-server-group';
import { AsaFirewall } from '../devices/asa-firewall';
import { FtdDevice } from '../devices/fmc';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { Authorization, Clients } from './client-authentication';
import type { CryptoSuite } from './shared/crypto-suite';
import type { DuoProxy } from './duo/duo-proxy';
import { FlexVpnRemoteAccess, type FlexVpnRemoteAccessProps } from './flexvpn-remote-access';
import type { AsaRemoteAccess } from './asa-remote-access';
import type { RaVpnPolicy } from './ra-vpn-policy';
import { onAsa, type AsaHeadendProps } from './remote-access-asa';
import { onFirewall, type FirewallRemoteAccessProps } from './remote-access-firewall';

/** A second factor in front of the headend: the Duo proxy, and where the headend asks it from. */
export interface SecondFactor {
  /** The proxy that every login goes through. */
  readonly duo: DuoProxy;
  /** Address that the headend's requests come from. */
  readonly from: string;
  /** Shared secret of headend and proxy. Only ever a `Secret`. */
  readonly secret: SecretRef;
}

/** What remote access is made of, whatever the headend. `S`: the RADIUS servers of such a device. */
export interface RemoteAccessShared<S = AaaServerGroup, F extends SecondFactor = SecondFactor> {
  /** What protects the tunnels. */
  readonly suite: CryptoSuite;
  /** Addresses that users are given. `name`: default the group's, with `-pool`. */
  readonly pool: { readonly name?: string; readonly from: string; readonly to: string };
  /** How many users connect at once. The pool must have an address for each. Default: not checked. */
  readonly sessions?: number;
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** What checks users: RADIUS servers that the headend asks itself, or a second factor in front of them. */
  readonly authentication: S | F;
}

/** Remote users on a router: FlexVPN with EAP. */
export interface RouterRemoteAccessProps
  extends
    RemoteAccessShared,
    Pick<FlexVpnRemoteAccessProps, 'trustpoint' | 'gateway' | 'unnumbered' | 'software' | 'template' | 'autoMode'> {
  /** Where users connect to. */
  readonly headend: IosXeRouter;
  /** Networks that users reach through the tunnel, or the standard access list that holds them. Default: everything. */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /** Whom it is for. Default: everybody who can log in. */
  readonly match?: FlexVpnRemoteAccessProps['match'];
  /** The client profile that AnyConnect downloads. */
  readonly clientProfile?: Referable<'anyconnect-profile'>;
  /** Names on the device. Default: the id. */
  readonly names?: RemoteAccessNames;
}

/** What users connect to is a router, a firewall behind an FMC or an ASA: `headend` says which, and what else it needs. */
export type RemoteAccessProps = RouterRemoteAccessProps | FirewallRemoteAccessProps | AsaHeadendProps;

/** Names on the device. Default: the id. */
export type RemoteAccessNames = NonNullable<FlexVpnRemoteAccessProps['names']> & {
  /** The IKEv2 authorization policy that says what users are given. */
  readonly group?: string;
  /** The method list that checks users. Default: the name of the servers. */
  readonly authenticationList?: string;
  /** The method list that says where the group stands. */
  readonly authorizationList?: string;
  /** The group of the proxies. Default: the id, with `-duo`. */
  readonly servers?: string;
  /** The first proxy. Default: the name of the group, with `-server`. */
  readonly server?: string;
};

const number = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** The networks that stand behind the headend, as far as this program knows them. */
const reached = (networks: RemoteAccessProps['networks'] = []): readonly string[] =>
  'ref' in networks
    ? (propsOf(networks)?.entries ?? []).flatMap((entry) =>
        'source' in entry && typeof entry.source === 'string' ? entry.source : [],
      )
    : networks;

const isOnAsa = (props: RemoteAccessProps): props is AsaHeadendProps => AsaFirewall.isAsaFirewall(props.headend);
const isOnFirewall = (props: RemoteAccessProps): props is FirewallRemoteAccessProps =>
  FtdDevice.isFtdDevice(props.headend);

/**
 * Remote users on a router (EAP), on a firewall behind an FMC (IPsec IKEv2 alone) or on an ASA (AnyConnect's EAP, or
 * standard EAP for Windows), with or without Duo, from one declaration: what the headend, the proxy and its RADIUS
 * servers must agree on stands once.
 */
export class RemoteAccess extends Construct {
  /** What is on a router, to override what was chosen: `access.router!.profile`. Undefined on another headend. */
  readonly router?: FlexVpnRemoteAccess;
  /** What is on an ASA. */
  readonly asa?: AsaRemoteAccess | undefined;
  /** What is on an FMC for a firewall. */
  readonly firewall?: RaVpnPolicy;

  constructor(scope: Construct, id: string, props: RemoteAccessProps) {
    super(scope, id);
    this.check(props);
    const name = nameFor(this);
    if (isOnAsa(props)) this.asa = onAsa(this, name, props);
    else if (isOnFirewall(props)) {
      const { authentication } = props;
      const waits = 'duo' in authentication ? authentication.duo.timeout : undefined;
      this.firewall = onFirewall(this, name, props, this.servers(props.headend.fmc, name, undefined, props), waits);
    } else this.router = onRouter(this, name, props, this.servers(props.headend, name, props.names?.server, props));
  }

  private servers(
    device: Device,
    id: string,
    server: string | undefined,
    props: RouterRemoteAccessProps | FirewallRemoteAccessProps,
  ): AaaServerGroup {
    const { authentication, names } = props;
    if (!('duo' in authentication)) return authentication;
    const { duo, from, secret } = authentication;
    const caller = { device, name: names?.servers ?? `${id}-duo`, from, secret };
    return duo.serverGroup(this, 'duo', { ...caller, ...(server === undefined ? {} : { server }) });
  }

  private check({ pool: { from, to }, sessions, networks }: RemoteAccessProps): void {
    if (!isIpv4(from) || !isIpv4(to)) return;
    const [first, last] = [number(from), number(to)];
    const wrong = (what: string, hint: string): boolean => reportViolations(this, [{ what, hint }], 'prop.invalid');
    const size = last - first + 1;
    if (sessions !== undefined && size < sessions)
      wrong(
        `pool: ${from} to ${to} has ${size} addresses, and ${sessions} users shall connect at once`,
        'write a larger pool: a user without an address is refused',
      );
    for (const network of reached(networks).filter(isIpv4Cidr)) {
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

/** The headend is a router: FlexVPN with EAP. */
const onRouter = (
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
  const given = { gateway, unnumbered, software, template, autoMode, names };
  const optional = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return new FlexVpnRemoteAccess(at, 'Default', {
    device: headend,
    suite,
    trustpoint,
    authentication: Clients.withEap(asked, authenticationList === undefined ? {} : { list: authenticationList }),
    match: match ?? { any: true },
    authorization: Authorization.byRouter(
      [{ name: group, pool, ...(networks ? { networks } : {}), ...(dns ? { dns } : {}) }],
      authorizationList === undefined ? {} : { list: authorizationList },
    ),
    ...optional,
    ...(clientProfile ? { anyconnectProfile: clientProfile } : {}),
  });
};
