import { existing } from '../core/device-object';
import { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import type { NounOf } from '../../lib/model/nouns';
import { nameFor } from '../../lib/synth/naming';
import { reportViolations } from '../core/checks';
import { placeOnDevice } from '../core/device';
import { SecureClientProfile } from '../custom/clients/secure-client-profile';
import type { SecureClientProfileProps } from '../generated/clients/secure-client-profile';
import { Fmc, type FtdDevice } from '../devices/fmc';
import { IkeV2Policy } from '../custom/ikev2/ikev2-policy';
import { IkeV2Proposal } from '../generated/ikev2/ikev2-proposal';
import { IpsecTransformSet } from '../generated/ipsec/ipsec-transform-set';
import { PolicyAssignment } from '../custom/policies/policy-assignment';
import { VpnLogging } from '../custom/policies/vpn-logging';
import { FtdGroupPolicy, type FtdGroupPolicyProps } from '../generated/remote-access/ftd-group-policy';
import { RaConnectionProfile } from '../custom/remote-access/ra-connection-profile';
import type { RaConnectionProfileProps } from '../generated/remote-access/ra-connection-profile';
import { RaCryptoMap } from '../custom/remote-access/ra-crypto-map';
import { RemoteAccessPolicy } from '../custom/remote-access/ra-vpn-policy';
import type { RemoteAccessPolicyProps } from '../generated/remote-access/ra-vpn-policy';
import type { CryptoSuite } from './shared/crypto-suite';
import { raVpnFaults } from './ra-vpn-faults';

/** What clients must know before they connect: with client services off nobody hands it to them. */
export interface RaClientProfile {
  /** What users see: `Example staff`. */
  readonly displayName: string;
  /** Name or address at which the firewall is reached. */
  readonly address: string;
  /** How the client behaves. Default: as it does by itself. */
  readonly preferences?: SecureClientProfileProps['preferences'];
}

/** One group of users: who they are, and what they get. */
export type RaVpnGroup = Omit<RaConnectionProfileProps, 'policy' | 'groupPolicy' | 'name'> & {
  /** Name of the connection profile. */
  readonly name: string;
  /** What its users get: a group policy is made of it. Which protocols it allows is said by `transport`. */
  readonly group: Omit<FtdGroupPolicyProps, 'protocols' | 'clientProfile'>;
};

export interface RaVpnPolicyProps {
  /** The FMC, where the scope is neither it nor on it: inside a composite. Default: the FMC of the scope. */
  readonly device?: Fmc;
  /**
   * By what users connect. `ipsec-ikev2`: policy, access interface, every group policy and client services all keep TLS
   * off, and nothing listens on it. `ipsec-ikev2-and-ssl`: TLS too. Default: `ipsec-ikev2`.
   */
  readonly transport?: 'ipsec-ikev2' | 'ipsec-ikev2-and-ssl';
  /**
   * Profiles and updates of the client by the firewall itself. It works over TLS only, so true opens TLS at the interface
   * again, and all that is weak in TLS with it. Default: false; hand profiles out by other means.
   */
  readonly clientServices?: boolean;
  /** What protects the tunnels, for example `CryptoSuite.nsa()`. Its `pfs` is not written: clients do not ask for it. */
  readonly suite: CryptoSuite;
  /** The certificate that the firewall shows. */
  readonly certificate: Referable<'cert-trustpoint'>;
  /** Zones by whose interfaces users come in. */
  readonly zones: readonly Referable<'security-zone'>[];
  /** Groups of users. */
  readonly groups: readonly RaVpnGroup[];
  /** The client profile that is made for all groups: where the firewall is, and that it speaks IPsec. Default: none. */
  readonly clientProfile?: RaClientProfile;
  /** Firewalls that it is for. Default: nobody yet. */
  readonly devices?: readonly FtdDevice[];
  /** What of the VPN the FMC logs: the platform settings policy, and the level (default `informational`). FMC 7.7 and later. */
  readonly logging?: {
    readonly policy: Referable<'platform-settings'>;
    readonly level?: NounOf<'vpn-logging'>['level'];
  };
  /** Packages of Secure Client to hand out. Only with TLS. */
  readonly clientImages?: RemoteAccessPolicyProps['clientImages'];
  /** Users choose their group when they log in. Default: true where there are several. */
  readonly chooseGroup?: boolean;
  /** Place of its IKEv2 policy among others, 1 to 65535. Default: 1. */
  readonly priority?: number;
  /** IPsec SA lifetime in seconds. Default: 28800. */
  readonly lifetimeSeconds?: number;
  /** Names on the FMC. Default: the id of the construct. */
  readonly names?: { readonly policy?: string; readonly ikePolicy?: string; readonly ipsecProposal?: string };
}

/**
 * Remote access to firewalls behind an FMC by IPsec IKEv2, without TLS at the outside (the remote access whitepaper; NSA
 * and CISA, "Selecting and Hardening Remote Access VPN Solutions"). One declaration sets every switch that it takes. Its
 * scope is the Fmc.
 */
export class RaVpnPolicy extends Construct {
  /** The policy, for what else belongs to it. */
  readonly policy?: RemoteAccessPolicy;
  /** The IKEv2 policy. */
  readonly ikePolicy?: IkeV2Policy;
  /** The IKEv2 proposal of the policy. */
  readonly proposal?: IkeV2Proposal;
  /** The IPsec proposal. */
  readonly ipsecProposal?: IpsecTransformSet;
  /** Group policies, in the order of `groups`. */
  readonly groupPolicies: readonly FtdGroupPolicy[] = [];
  /** Connection profiles by name, for certificate maps. */
  readonly profiles: ReadonlyMap<string, RaConnectionProfile> = new Map();

  constructor(scope: Construct, given: string, props: RaVpnPolicyProps) {
    super(scope, given);
    placeOnDevice(this, props.device);
    const id = nameFor(this);
    if (reportViolations(this, raVpnFaults(props, Fmc.of(this) !== undefined))) return;
    const groups = props.groups.map((group) => this.group(id, group, props));
    const { suite, names } = props;
    this.groupPolicies = groups;
    this.proposal = new IkeV2Proposal(this, 'proposal', { name: names?.ikePolicy ?? id, ...suite.ike });
    this.ikePolicy = new IkeV2Policy(this, 'ike-policy', {
      name: names?.ikePolicy ?? id,
      proposals: [this.proposal],
      priority: props.priority ?? 1,
    });
    this.policy = this.makePolicy(id, this.ikePolicy, groups, props);
    this.profiles = this.makeProfiles(this.policy, groups, props.groups);
    this.ipsecProposal = this.cryptoMaps(this.policy, id, props);
    if (props.devices) new PolicyAssignment(this, 'assignment', { policy: this.policy, devices: [...props.devices] });
    const { logging } = props;
    if (logging)
      new VpnLogging(this, 'logging', { policy: logging.policy, ...(logging.level ? { level: logging.level } : {}) });
  }

  private group(id: string, { name, group }: RaVpnGroup, props: RaVpnPolicyProps): FtdGroupPolicy {
    const profile = props.clientProfile === undefined ? undefined : this.profile(id, props.clientProfile, props);
    return new FtdGroupPolicy(this, `group-${name}`, {
      name: `GP-${name}`,
      ...group,
      protocols: protocolsOf(props),
      ...(profile === undefined ? {} : { clientProfile: profile }),
    });
  }

  /** One file for all groups. */
  private profile(id: string, profile: RaClientProfile, props: RaVpnPolicyProps): SecureClientProfile {
    const known = this.node.tryFindChild('client-profile') as SecureClientProfile | undefined;
    return (
      known ??
      new SecureClientProfile(this, 'client-profile', {
        name: props.names?.policy ?? id,
        ...(profile.preferences === undefined ? {} : { preferences: profile.preferences }),
        hosts: [{ name: profile.displayName, address: { address: profile.address, headend: this } }],
      })
    );
  }

  private makePolicy(
    id: string,
    ike: IkeV2Policy,
    groups: readonly FtdGroupPolicy[],
    props: RaVpnPolicyProps,
  ): RemoteAccessPolicy {
    const { names, certificate, zones } = props;
    const tls = opensTls(props);
    return new RemoteAccessPolicy(this, 'policy', {
      name: names?.policy ?? id,
      protocols: protocolsOf(props),
      accessInterfaces: zones.map((zone) => ({ zone, ipsec: true, ssl: tls, dtls: tls })),
      chooseProfile: props.chooseGroup ?? props.groups.length > 1,
      ipsecCertificate: certificate,
      ...(tls ? { sslCertificate: certificate } : {}),
      ikev2Policies: [ike],
      groupPolicies: [...groups, existing('ftd-group-policy', 'DfltGrpPolicy')],
      ...(props.clientImages ? { clientImages: props.clientImages } : {}),
    });
  }

  private makeProfiles(
    policy: RemoteAccessPolicy,
    policies: readonly FtdGroupPolicy[],
    groups: readonly RaVpnGroup[],
  ): ReadonlyMap<string, RaConnectionProfile> {
    return new Map(
      groups.map(({ group: _group, name, ...profile }, i) => [
        name,
        new RaConnectionProfile(this, `profile-${name}`, { ...profile, name, policy, groupPolicy: policies[i]! }),
      ]),
    );
  }

  private cryptoMaps(policy: RemoteAccessPolicy, id: string, props: RaVpnPolicyProps): IpsecTransformSet {
    const esp = new IpsecTransformSet(this, 'ipsec-proposal', {
      name: props.names?.ipsecProposal ?? id,
      ...props.suite.esp,
    });
    for (const zone of props.zones)
      new RaCryptoMap(this, `crypto-map-${zone.ref.name}`, {
        policy,
        zone,
        ipsecProposals: [esp],
        clientServices: props.clientServices ?? false,
        ...(props.lifetimeSeconds === undefined ? {} : { lifetimeSeconds: props.lifetimeSeconds }),
      });
    return esp;
  }
}

/** Client services work over TLS, so they take it with them. */
const opensTls = ({ transport, clientServices }: RaVpnPolicyProps): boolean =>
  transport === 'ipsec-ikev2-and-ssl' || clientServices === true;
const protocolsOf = (props: RaVpnPolicyProps): ('ipsec-ikev2' | 'ssl')[] => [
  'ipsec-ikev2',
  ...(opensTls(props) ? (['ssl'] as const) : []),
];
