import { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { reportViolations, type Violation } from '../../core/checks';
import type { Device } from '../../core/device';
import type { AaaServerGroup } from '../../generated/aaa/aaa-server-group';
import { AsaFirewall } from '../../devices/asa-firewall';
import { FtdDevice } from '../../devices/fmc';
import type { FlexVpnRemoteAccess } from './router/flexvpn-remote-access';
import type { AsaRemoteAccess } from './asa/asa-remote-access';
import type { RaVpnPolicy } from './ftd/ra-vpn-policy';
import { IseAccess } from '../ise/ise-access';
import { buildAsa } from './asa/build';
import { buildFtd, type FirewallLogin } from './ftd/build';
import { violationsOf } from './checks';
import { domainViolations } from './domains';
import { protocolsFor, protocolViolations } from './ise-protocols';
import type { AsaHeadendProps, FirewallRemoteAccessProps, RemoteAccessProps, SecondFactor } from './props';
import { buildRouter } from './router/build';
import { isLocal, isRealm, realmViolations } from './realm';
import { isSaml } from './saml';
import { isMistyped } from '../../core/typed-props';

const isOnAsa = (props: RemoteAccessProps): props is AsaHeadendProps => AsaFirewall.isAsaFirewall(props.headend);
const isOnFirewall = (props: RemoteAccessProps): props is FirewallRemoteAccessProps =>
  FtdDevice.isFtdDevice(props.headend);

const firewallViolations = ({ domains, networks, authentication }: FirewallRemoteAccessProps): readonly Violation[] => [
  ...domainViolations(domains, networks),
  ...realmViolations(authentication),
];

/**
 * Remote users on a router (EAP), on a firewall behind an FMC (IPsec IKEv2 alone, or SAML) or on an ASA (AnyConnect's EAP,
 * or standard EAP for Windows), with or without Duo, from one declaration: what the headend, the proxy and its RADIUS
 * servers, or the headend and Duo Single Sign-On, must agree on stands once.
 */
export class RemoteAccess extends Construct {
  /** What is on a router, to override what was chosen: `access.router!.profile`. Undefined on another headend. */
  readonly router?: FlexVpnRemoteAccess;
  /** What is on an ASA. */
  readonly asa?: AsaRemoteAccess | undefined;
  /** What is on an FMC for a firewall. */
  readonly firewall?: RaVpnPolicy;

  /** What is on ISE. Undefined where ISE is kept by others. */
  readonly ise?: IseAccess;

  constructor(scope: Construct, id: string, given: RemoteAccessProps) {
    super(scope, id);
    if (isMistyped(this, 'RemoteAccess', given)) return;
    const { ise, ...rest } = given;
    const props = rest as RemoteAccessProps;
    const own = isOnFirewall(props) ? firewallViolations(props) : [];
    reportViolations(this, [...violationsOf(props), ...own, ...protocolViolations(given)], 'prop.invalid');
    const name = nameFor(this);
    const protocols = protocolsFor(props);
    if (ise !== undefined) this.ise = new IseAccess(this, 'identity', { name, protocols, ...ise });
    if (isOnAsa(props)) this.asa = buildAsa(this, name, props);
    else if (isOnFirewall(props)) {
      this.firewall = buildFtd(this, name, props, this.loginTo(props, name));
    } else {
      const { headend, authentication, names } = props;
      const servers = this.servers(headend, authentication, {
        name: names?.servers ?? `${name}-duo`,
        server: names?.server,
      });
      this.router = buildRouter(this, name, props, servers);
    }
  }

  /** How users of a firewall log in. */
  private loginTo({ headend, authentication, names }: FirewallRemoteAccessProps, id: string): FirewallLogin {
    if (isSaml(authentication)) return { saml: authentication };
    if (isLocal(authentication)) return authentication;
    if (isRealm(authentication)) return { server: authentication };
    const server = this.servers(headend.fmc, authentication, { name: names?.servers ?? `${id}-duo` });
    return { server, waits: 'duo' in authentication ? authentication.duo.timeout : undefined };
  }

  private servers(
    device: Device,
    authentication: AaaServerGroup | SecondFactor,
    { name, server }: { readonly name: string; readonly server?: string | undefined },
  ): AaaServerGroup {
    if (!('duo' in authentication)) return authentication;
    const { duo, from, secret } = authentication;
    const caller = { device, name, from, secret };
    return duo.serverGroup(this, 'duo', { ...caller, server });
  }
}
