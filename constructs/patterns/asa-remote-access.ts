import { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { standingTunnelGroups } from '../../lib/model/firewall/tunnel-group';
import { nameFor } from '../../lib/synth/naming';
import type { AaaServer } from '../generated/aaa/aaa-server';
import { AccessList } from '../generated/addressing/access-list';
import { AddressPool } from '../generated/addressing/address-pool';
import type { HeadendOffer } from '../custom/clients/headend';
import { placeOnDevice } from '../core/device';
import { declaredOn, DeviceServices } from '../core/services';
import { AsaFirewall } from '../devices/asa-firewall';
import { IkeV2RemoteAccess } from '../generated/ikev2/ikev2-remote-access';
import type { IkeV2Proposal } from '../generated/ikev2/ikev2-proposal';
import type { IpsecTransformSet } from '../generated/ipsec/ipsec-transform-set';
import { AsaGroupPolicy, type AsaGroupPolicyProps } from '../generated/remote-access/asa-group-policy';
import { TunnelGroup, type TunnelGroupProps } from '../generated/remote-access/tunnel-group';
import type { WebvpnProps } from '../generated/remote-access/webvpn';
import { asaRemoteAccessFaults, tunnelGroupOf } from './asa-remote-access-faults';
import { asaTrustpoint, enableOn, exemptOn, objectOn, offerTo, protectOn, webOn } from './shared/asa';
import type { AsaNatExemption } from './shared/props';
import type { ClientAuthentication } from './client-authentication';
import type { CryptoSuite } from './shared/crypto-suite';
import type { ClientMatch } from './flexvpn-remote-access';
import type { RaVpnPolicyProps } from './ra-vpn-policy';
import { reportViolations } from '../core/checks';

type Servers = AaaServer | Referable<'aaa-server'>;

export interface AsaRemoteAccessProps extends Pick<RaVpnPolicyProps, 'transport' | 'lifetimeSeconds'> {
  /** The ASA, where the scope is neither it nor on it: inside a composite. Default: the ASA of the scope. */
  readonly device?: AsaFirewall;
  /** What protects the VPN. Its `pfs` is not written: clients do not ask for it, and could not renew their keys. */
  readonly suite: CryptoSuite;
  /** Name of the trustpoint whose certificate the ASA shows: declared before, or there already. It is one for all clients. */
  readonly trustpoint: string;
  /** How users prove who they are. */
  readonly authentication: ClientAuthentication<Servers>;
  /** The interface by which users come in, by its logical name: `outside`. */
  readonly interface: string;
  /** Addresses that users are given. `name`: default the id, with `-pool`. `mask`: default that of the address's class. */
  readonly pool: { readonly name?: string; readonly from: string; readonly to: string; readonly mask?: string };
  /**
   * Networks that users reach through the tunnel, or the standard access list that holds them. Default: everything.
   * Windows' own client takes no split tunnel.
   */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /**
   * The traffic of users is kept out of NAT: between their addresses and `networks`, or everything behind `inside`.
   * Needed where NAT translates what comes from inside. Default: nothing is.
   */
  readonly natExemption?: AsaNatExemption;
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** Domain of the users. */
  readonly domain?: string;
  /**
   * Which users this is for: the one key id that clients send, which is then the name of the tunnel group, or everybody
   * who names no group, for whom an ASA has groups by itself. Default: with EAP everybody, because Windows' own client
   * sends its address; else those who name the group. A client with a certificate names it by the OU of its subject.
   */
  readonly match?: Pick<ClientMatch, 'keyIds' | 'any'>;
  /** What users connect with. Default: AnyConnect, with EAP any other client. */
  readonly software?: readonly ('anyconnect' | 'windows')[];
  /**
   * Profiles and updates of AnyConnect by the ASA itself. They work over TLS only, so true opens TLS at the interface.
   * Default: false; hand profiles out by other means.
   */
  readonly clientServices?: boolean;
  /** The client profile that the ASA hands out. `file`: where it lies there, like `disk0:/staff.xml`. `name`: default the id. */
  readonly clientProfile?: { readonly name?: string; readonly file: string };
  /** Packages of AnyConnect to hand out, and their order. They lie on the ASA. */
  readonly clientImages?: NonNullable<WebvpnProps['anyconnectImages']>;
  /** Servers that say what a user may have, besides those that check the password. A user whom they do not know stays out. */
  readonly authorization?: Servers;
  /** Servers that are told of sessions. Default: nobody. */
  readonly accounting?: Servers;
  /**
   * What users get besides. What is left out comes from DfltGrpPolicy, but for protocols, split tunnel and the number of
   * logins (3), which are always written.
   */
  readonly group?: Omit<
    AsaGroupPolicyProps,
    'name' | 'tunnelProtocols' | 'splitTunnelPolicy' | 'splitTunnelNetworks' | 'anyconnectProfile'
  >;
  /** Names on the device. Default: the id. */
  readonly names?: {
    /** The tunnel group. Default: as `match` says. */
    readonly group?: string;
    readonly groupPolicy?: string;
    /** The IPsec proposal. An equal one of another VPN on this ASA serves both. */
    readonly transformSet?: string;
    /** The access list of the networks. Default: the id, with `-networks`. */
    readonly accessList?: string;
    /** The dynamic map of the interface. Default: the interface, with `_clients`. */
    readonly dynamicMap?: string;
    /** The crypto map of the interface, which has only one. Default: the interface, with `_map`, as for SiteToSiteVpn. */
    readonly cryptoMap?: string;
  };
}

/** Client services work over TLS, so they take it with them. */
const opensTls = ({ transport, clientServices }: AsaRemoteAccessProps): boolean =>
  transport === 'ipsec-ikev2-and-ssl' || clientServices === true;

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
  readonly headend: HeadendOffer;

  /** What clients are, to override what was chosen. These are undefined where the props have a problem. */
  readonly tunnelGroup?: TunnelGroup;
  readonly groupPolicy?: AsaGroupPolicy;
  /** The IKEv2 policy, which all VPNs of the ASA with the same algorithms share. */
  readonly proposal?: IkeV2Proposal;
  /** The IPsec proposal, which all VPNs of the interface with the same algorithms share. */
  readonly ipsecProposal?: IpsecTransformSet;

  constructor(scope: Construct, given: string, props: AsaRemoteAccessProps) {
    super(scope, given);
    placeOnDevice(this, props.device);
    const id = nameFor(this);
    const asa = AsaFirewall.of(this);
    const trustpoint = asaTrustpoint(asa ?? scope, props.trustpoint);
    this.headend = { proposals: [], transformSets: [], trustpoint };
    if (reportViolations(this, asaRemoteAccessFaults(id, props, asa)) || asa === undefined) return;
    const { suite, names, lifetimeSeconds } = props;
    const proposal = offerTo(asa, suite.ike, suite.ike.lifetime ?? 86400);
    const transformSet = protectOn(
      asa,
      props.interface,
      {
        transformSet: names?.transformSet ?? id,
        dynamicMap: names?.dynamicMap ?? `${props.interface}_clients`,
        cryptoMap: names?.cryptoMap ?? `${props.interface}_map`,
      },
      suite.esp,
      lifetimeSeconds === undefined ? {} : { lifetimeSeconds },
    );
    this.headend = { proposals: [proposal], transformSets: [transformSet], trustpoint };
    this.proposal = proposal;
    this.ipsecProposal = transformSet;
    this.groupPolicy = this.policy(id, props);
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
  private policy(id: string, props: AsaRemoteAccessProps): AsaGroupPolicy {
    const { networks, dns, domain, names, clientProfile } = props;
    const list =
      networks === undefined || 'ref' in networks
        ? networks
        : new AccessList(this, 'networks', {
            name: names?.accessList ?? `${id}-networks`,
            type: 'standard',
            entries: networks.map((source) => ({ action: 'permit' as const, source })),
          });
    return new AsaGroupPolicy(this, 'group-policy', {
      simultaneousLogins: 3,
      ...(dns ? { dnsServers: [...dns] } : {}),
      ...(domain === undefined ? {} : { defaultDomain: domain }),
      ...props.group,
      name: names?.groupPolicy ?? id,
      tunnelProtocols: ['ikev2', ...(props.transport === 'ipsec-ikev2-and-ssl' ? (['ssl-client'] as const) : [])],
      ...(list === undefined
        ? { splitTunnelPolicy: 'tunnelall' as const }
        : { splitTunnelPolicy: 'tunnelspecified' as const, splitTunnelNetworks: list }),
      ...(clientProfile ? { anyconnectProfile: clientProfile.name ?? id } : {}),
    });
  }

  private group(
    id: string,
    trustpoint: HeadendOffer['trustpoint'],
    defaultGroupPolicy: AsaGroupPolicy,
    props: AsaRemoteAccessProps,
  ): TunnelGroup {
    const { authentication, accounting, authorization } = props;
    const { name = `${id}-pool`, from, to, mask } = props.pool;
    const pool = new AddressPool(this, 'pool', {
      name,
      ranges: [{ from, to }],
      ...(mask === undefined ? {} : { mask }),
    });
    return new TunnelGroup(this, 'tunnel-group', {
      name: tunnelGroupOf(id, props),
      type: 'remote-access',
      general: {
        addressPools: [pool],
        defaultGroupPolicy,
        ...(authentication.method === 'cert' ? {} : { authenticationServers: authentication.servers }),
        ...(authorization ? { authorizationServers: authorization, authorizationRequired: true as const } : {}),
        ...(accounting ? { accountingServers: accounting } : {}),
      },
      ...proofs(id, trustpoint, props),
    });
  }

  private tls(asa: AsaFirewall, id: string, props: AsaRemoteAccessProps): void {
    const { clientProfile, clientImages } = props;
    if (!opensTls(props)) return;
    webOn(asa, {
      enable: [props.interface],
      anyconnectEnable: true,
      ...(clientImages ? { anyconnectImages: clientImages } : {}),
      ...(clientProfile ? { anyconnectProfiles: [{ name: clientProfile.name ?? id, file: clientProfile.file }] } : {}),
    });
  }
}

/** How both ends prove who they are: AnyConnect by what its web attributes say, others by the IPsec attributes. */
const proofs = (
  id: string,
  localCertificate: HeadendOffer['trustpoint'],
  props: AsaRemoteAccessProps,
): Pick<TunnelGroupProps, 'webvpn' | 'ipsec'> => {
  const { authentication } = props;
  const name = tunnelGroupOf(id, props);
  const web = { aaa: 'aaa', both: 'aaa certificate', cert: 'certificate' } as const;
  const asked = authentication.method === 'cert' ? 'cert' : authentication.certificate ? 'both' : 'aaa';
  // A group of everybody is not chosen, so that it needs no name on a list.
  const aliases = (standingTunnelGroups as readonly string[]).includes(name) ? {} : { aliases: [name] };
  const webvpn = speaksAnyConnect(props) ? { webvpn: { authentication: web[asked], ...aliases } } : {};
  if (authentication.method === 'anyconnect-eap') return webvpn;
  const remote =
    authentication.method === 'eap' ? { remoteEap: 'query-identity' as const } : { remoteCertificate: true as const };
  return { ...webvpn, ipsec: { ...remote, localCertificate } };
};
