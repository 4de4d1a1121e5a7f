import { Construct } from 'constructs';
import { standingTunnelGroups } from '../../../../lib/model/firewall/tunnel-group';
import { nameFor } from '../../../../lib/synth/naming';
import { AccessList } from '../../../generated/addressing/access-list';
import { AddressPool } from '../../../generated/addressing/address-pool';
import type { HeadendProfile } from '../../../custom/clients/headend';
import { placeOnDevice } from '../../../core/device';
import { declaredOn, DeviceServices } from '../../../core/services';
import { AsaFirewall } from '../../../devices/asa-firewall';
import { IkeV2RemoteAccess } from '../../../generated/ikev2/ikev2-remote-access';
import type { IkeV2Proposal } from '../../../generated/ikev2/ikev2-proposal';
import type { IpsecTransformSet } from '../../../generated/ipsec/ipsec-transform-set';
import { AsaGroupPolicy } from '../../../generated/remote-access/asa-group-policy';
import { TunnelGroup, type TunnelGroupProps } from '../../../generated/remote-access/tunnel-group';
import { violationsOf, tlsTrustpointOf, tunnelGroupOf } from './checks';
import { domainsOn } from './domains';
import { asaTrustpoint, enableOn, exemptOn, objectOn, offerTo, protectOn, showOn, webOn } from '../../shared/asa';
import { reportViolations } from '../../../core/checks';
import { opensTls } from '../transport';
import { samlProviderOn } from './saml-provider';
import type { AsaRemoteAccessProps } from './props';
import { isMistyped } from '../../../core/typed-props';

/** AnyConnect looks for its group and its way to log in at the TLS side, though it connects by IPsec. */
const speaksAnyConnect = ({ software, authentication }: AsaRemoteAccessProps): boolean =>
  authentication.method !== 'eap' && (software ?? ['anyconnect']).includes('anyconnect');

/**
 * Remote users on an ASA by IKEv2: standard EAP (Windows' own client and any other), AnyConnect, or certificates. Its
 * scope is the AsaFirewall. Several on one ASA share policies, crypto map and certificate. The ASA and Windows guide;
 * Cisco ASA VPN CLI configuration guide, "Connection Profiles, Group Policies, and Users".
 */
export class AsaRemoteAccess extends Construct {
  /** What clients must agree with: `headend` of WindowsVpnClient and StrongSwanClient. */
  readonly headend!: HeadendProfile;

  /** What clients are, to override what was chosen. These are undefined where the props have a problem. */
  readonly tunnelGroup?: TunnelGroup;
  readonly groupPolicy?: AsaGroupPolicy;
  /** The IKEv2 policy, which all VPNs of the ASA with the same algorithms share. */
  readonly proposal?: IkeV2Proposal;
  /** The IPsec proposal, which all VPNs of the interface with the same algorithms share. */
  readonly ipsecProposal?: IpsecTransformSet;

  constructor(scope: Construct, given: string, props: AsaRemoteAccessProps) {
    super(scope, given);
    if (isMistyped(this, 'AsaRemoteAccess', props)) return;
    placeOnDevice(this, props.device);
    const id = nameFor(this);
    const asa = AsaFirewall.of(this);
    const trustpoint = asaTrustpoint(asa ?? scope, props.trustpoint);
    this.headend = { proposals: [], transformSets: [], trustpoint };
    if (reportViolations(this, violationsOf(id, props, asa)) || asa === undefined) return;
    const { suite, names, lifetimeSeconds, reverseRoute } = props;
    const proposal = offerTo(asa, suite.ike, suite.ike.lifetime ?? 86400, names?.policy);
    const transformSet = protectOn(
      asa,
      props.interface,
      {
        transformSet: names?.transformSet ?? id,
        dynamicMap: names?.dynamicMap ?? `${props.interface}_clients`,
        cryptoMap: names?.cryptoMap ?? `${props.interface}_map`,
        dynamicSequence: names?.dynamicSequence,
        sequence: names?.sequence,
      },
      suite.esp,
      { ...(lifetimeSeconds && { lifetimeSeconds }), ...(reverseRoute && { reverseRoute }) },
    );
    this.headend = { proposals: [proposal], transformSets: [transformSet], trustpoint };
    this.proposal = proposal;
    this.ipsecProposal = transformSet;
    this.groupPolicy = this.policy(asa, id, props);
    this.tunnelGroup = this.group(id, trustpoint, this.groupPolicy, props);
    enableOn(asa, props.interface, props.clientServices ? { clientServices: {} } : {});
    if (declaredOn(asa, 'ikev2-remote-access').length === 0)
      new IkeV2RemoteAccess(DeviceServices.of(asa), 'ikev2-remote-access', { trustpoint });
    this.tls(asa, id, props);
    this.exempt(asa, id, props);
  }

  private exempt(asa: AsaFirewall, id: string, { natExemption, networks, pool, ...props }: AsaRemoteAccessProps): void {
    if (natExemption === undefined) return;
    const users = objectOn(asa, pool.name ?? `${id}-pool`, `${pool.from}-${pool.to}`);
    const listed = networks === undefined || 'ref' in networks ? undefined : networks;
    exemptOn(this, asa, { ...natExemption, outside: props.interface }, listed, [users]);
  }

  /** What decides whether users get in, and where their traffic goes, is written: DfltGrpPolicy may say otherwise. */
  private policy(asa: AsaFirewall, id: string, props: AsaRemoteAccessProps): AsaGroupPolicy {
    const { networks, dns, domain, names, clientProfile } = props;
    const list =
      networks === undefined || 'ref' in networks
        ? networks
        : new AccessList(this, 'networks', {
            name: names?.accessList ?? `${id}-networks`,
            type: 'standard',
            entries: networks.map((source) => ({ action: 'permit' as const, source })),
          });
    const { simultaneousLogins = 3, customAttributes = [], ...group } = props.group ?? {};
    const domains = domainsOn(this, asa, names?.domains ?? `${id}-domains`, props.domains) ?? [];
    const told = [...domains, ...customAttributes];
    return new AsaGroupPolicy(this, 'group-policy', {
      simultaneousLogins: simultaneousLogins === 'inherited' ? undefined : simultaneousLogins,
      dnsServers: dns && [...dns],
      defaultDomain: domain,
      ...group,
      name: names?.groupPolicy ?? id,
      tunnelProtocols: ['ikev2', ...(props.transport === 'ipsec-ikev2-and-ssl' ? (['ssl-client'] as const) : [])],
      splitTunnelPolicy: list === undefined ? 'tunnelall' : 'tunnelspecified',
      splitTunnelNetworks: list,
      anyconnectProfile: clientProfile && (clientProfile.name ?? id),
      customAttributes: told.length === 0 ? undefined : told,
    });
  }

  private group(
    id: string,
    trustpoint: HeadendProfile['trustpoint'],
    defaultGroupPolicy: AsaGroupPolicy,
    props: AsaRemoteAccessProps,
  ): TunnelGroup {
    const { authentication, accounting, authorization } = props;
    const { name = `${id}-pool`, from, to, mask } = props.pool;
    const pool = new AddressPool(this, 'pool', { name, ranges: [{ from, to }], mask });
    return new TunnelGroup(this, 'tunnel-group', {
      name: tunnelGroupOf(id, props),
      type: 'remote-access',
      general: {
        addressPools: [pool],
        defaultGroupPolicy,
        ...('servers' in authentication ? { authenticationServers: authentication.servers } : {}),
        ...(authorization ? { authorizationServers: authorization, authorizationRequired: true as const } : {}),
        ...(accounting ? { accountingServers: accounting } : {}),
      },
      ...proofs(id, trustpoint, props),
    });
  }

  private tls(asa: AsaFirewall, id: string, props: AsaRemoteAccessProps): void {
    const { clientProfile, clientImages, authentication, names } = props;
    const shown = tlsTrustpointOf(props);
    if (shown !== undefined) showOn(asa, props.interface, asaTrustpoint(asa, shown));
    if (!opensTls(props)) return;
    webOn(asa, {
      samlProviders:
        authentication.method === 'saml'
          ? [samlProviderOn(asa, authentication, names?.samlCertificate ?? `${id}-idp`)]
          : undefined,
      enable: [props.interface],
      anyconnectEnable: true,
      anyconnectImages: clientImages,
      anyconnectProfiles: clientProfile && [{ name: clientProfile.name ?? id, file: clientProfile.file }],
    });
  }
}

/** What the web attributes of a group say of the login. */
const askedBy = (authentication: AsaRemoteAccessProps['authentication']): TunnelGroupProps['webvpn'] => {
  if (authentication.method === 'saml')
    return {
      authentication: 'saml',
      samlProvider: { webvpn: { ref: 'webvpn', name: 'webvpn' }, entityId: authentication.provider.entityId },
    };
  if (authentication.method === 'cert') return { authentication: 'certificate' };
  return { authentication: authentication.certificate ? 'aaa certificate' : 'aaa' };
};

/** How both ends prove who they are: AnyConnect by what its web attributes say, others by the IPsec attributes. */
const proofs = (
  id: string,
  localCertificate: HeadendProfile['trustpoint'],
  props: AsaRemoteAccessProps,
): Pick<TunnelGroupProps, 'webvpn' | 'ipsec'> => {
  const { authentication } = props;
  const name = tunnelGroupOf(id, props);
  // A group of everybody is not chosen, so that it needs no name on a list.
  const isStanding = (standingTunnelGroups as readonly string[]).includes(name);
  const listed = props.aliases ?? (isStanding ? [] : [name]);
  const aliases = listed.length === 0 ? {} : { aliases: [...listed] };
  const urls = props.urls === undefined ? {} : { urls: [...props.urls] };
  const webvpn = speaksAnyConnect(props) ? { webvpn: { ...askedBy(authentication), ...aliases, ...urls } } : {};
  if (authentication.method === 'anyconnect-eap' || authentication.method === 'saml') return webvpn;
  const remote =
    authentication.method === 'eap' ? { remoteEap: 'query-identity' as const } : { remoteCertificate: true as const };
  return { ...webvpn, ipsec: { ...remote, localCertificate } };
};
