import type { Referable } from '../../../../lib/model/noun';
import { existing } from '../../../core/device-object';
import { Construct } from 'constructs';
import { nameFor } from '../../../../lib/synth/naming';
import { reportViolations } from '../../../core/checks';
import { placeOnDevice } from '../../../core/device';
import { SecureClientProfile } from '../../../custom/clients/secure-client-profile';
import { Fmc } from '../../../devices/fmc';
import { IkeV2Policy } from '../../../custom/ikev2/ikev2-policy';
import { IkeV2Proposal } from '../../../generated/ikev2/ikev2-proposal';
import { IpsecTransformSet } from '../../../generated/ipsec/ipsec-transform-set';
import type { AccessRule } from '../../../generated/policies/access-rule';
import { PolicyAssignment } from '../../../generated/policies/policy-assignment';
import { VpnLogging } from '../../../generated/policies/vpn-logging';
import { FtdGroupPolicy } from '../../../generated/remote-access/ftd-group-policy';
import { RaConnectionProfile } from '../../../generated/remote-access/ra-connection-profile';
import { RaLocalRealm } from '../../../generated/remote-access/ra-local-realm';
import { RaCryptoMap } from '../../../generated/remote-access/ra-crypto-map';
import { RemoteAccessPolicy } from '../../../generated/remote-access/ra-vpn-policy';
import { letUsersIn } from './access';
import { asksLocal, violationsOf } from './checks';
import { opensTls } from '../transport';
import type { RaVpnPolicyProps, RaVpnGroup, RaClientProfile } from './props';
import { isMistyped } from '../../../core/typed-props';

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

  /** What lets users in, in the order of `groups`. None without `accessRules`. */
  readonly accessRules: readonly AccessRule[] = [];

  constructor(scope: Construct, given: string, props: RaVpnPolicyProps) {
    super(scope, given);
    if (isMistyped(this, 'RaVpnPolicy', props)) return;
    placeOnDevice(this, props.device);
    const id = nameFor(this);
    if (reportViolations(this, violationsOf(props, Fmc.of(this) !== undefined))) return;
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
    if (props.localRealm) this.localUsers(this.policy, props.localRealm, props.groups);
    this.ipsecProposal = this.cryptoMaps(this.policy, id, props);
    if (props.devices) new PolicyAssignment(this, 'assignment', { policy: this.policy, devices: [...props.devices] });
    const { accessRules, logging } = props;
    if (accessRules) this.accessRules = letUsersIn(this, Fmc.of(this)!, accessRules, props);
    if (logging) new VpnLogging(this, 'logging', { policy: logging.policy, level: logging.level });
  }

  private group(id: string, { name, group }: RaVpnGroup, props: RaVpnPolicyProps): FtdGroupPolicy {
    const profile = props.clientProfile === undefined ? undefined : this.profile(id, props.clientProfile, props);
    return new FtdGroupPolicy(this, `group-${name}`, {
      name: `GP-${name}`,
      ...group,
      protocols: protocolsOf(props),
      clientProfile: profile,
    });
  }

  /** One file for all groups. */
  private profile(id: string, profile: RaClientProfile, props: RaVpnPolicyProps): SecureClientProfile {
    const known = this.node.tryFindChild('client-profile') as SecureClientProfile | undefined;
    return (
      known ??
      new SecureClientProfile(this, 'client-profile', {
        name: props.names?.policy ?? id,
        preferences: profile.preferences,
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
      sslCertificate: tls ? certificate : undefined,
      ikev2Policies: [ike],
      groupPolicies: [...groups, existing('ftd-group-policy', 'DfltGrpPolicy')],
      clientImages: props.clientImages,
      dynamicAccess: props.dynamicAccess,
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

  private localUsers(policy: RemoteAccessPolicy, realm: Referable<'realm'>, groups: readonly RaVpnGroup[]): void {
    const profiles = groups.filter(asksLocal).map(({ name }) => this.profiles.get(name)!);
    new RaLocalRealm(this, 'local-realm', { policy, realm, profiles });
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
        lifetimeSeconds: props.lifetimeSeconds,
      });
    return esp;
  }
}

const protocolsOf = (props: RaVpnPolicyProps): ('ipsec-ikev2' | 'ssl')[] => [
  'ipsec-ikev2',
  ...(opensTls(props) ? (['ssl'] as const) : []),
];
