import { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { reportViolations } from '../../core/checks';
import { IseAllowedProtocols } from '../../generated/ise/ise-allowed-protocols';
import { IseAuthenticationRule } from '../../generated/ise/ise-authentication-rule';
import { IseAuthorizationProfile } from '../../generated/ise/ise-authorization-profile';
import { IseAuthorizationRule } from '../../generated/ise/ise-authorization-rule';
import { IseDownloadableAcl } from '../../generated/ise/ise-downloadable-acl';
import { IseIdentitySourceSequence } from '../../generated/ise/ise-identity-source-sequence';
import { IseNetworkDevice } from '../../generated/ise/ise-network-device';
import { IseNetworkDeviceGroup } from '../../generated/ise/ise-network-device-group';
import { IsePolicySet } from '../../generated/ise/ise-policy-set';
import { violationsOf } from './checks';
import type { IseAccessProps, IseUsers } from './props';
import { isMistyped } from '../../core/typed-props';

const allTypes = 'All Device Types';
const isRadius = { dictionary: 'Network Access', attribute: 'Protocol', value: 'RADIUS' } as const;

const conditionOf = ({ who }: IseUsers) =>
  'ref' in who
    ? { dictionary: 'IdentityGroup', attribute: 'Name', value: `User Identity Groups:${who.ref.name}` }
    : who;

/**
 * All of ISE that lets the users of one VPN in: who may ask, where users are looked for, by which protocols, and what each
 * group of them is given, in a policy set of its own that is for these callers alone.
 */
export class IseAccess extends Construct {
  /** Who asks, as a group: the policy set is for it. */
  readonly callers!: IseNetworkDeviceGroup;
  readonly protocols!: IseAllowedProtocols;
  readonly sources!: IseIdentitySourceSequence;
  readonly policySet!: IsePolicySet;
  /** What users are given, in the order of `users`. */
  readonly profiles!: readonly IseAuthorizationProfile[];

  constructor(scope: Construct, id: string, props: IseAccessProps) {
    super(scope, id);
    if (isMistyped(this, 'IseAccess', props)) return;
    reportViolations(this, violationsOf(props), 'prop.invalid');
    const { server: device, callers, secret, rank = 0 } = props;
    const name = props.name ?? nameFor(this);
    this.callers = new IseNetworkDeviceGroup(this, 'type', { device, path: `Device Type#${allTypes}#${name}` });
    new IseNetworkDevice(this, 'callers', {
      device,
      name,
      addresses: [...callers],
      radiusSharedSecret: secret,
      deviceGroups: [this.callers],
    });
    this.protocols = new IseAllowedProtocols(this, 'protocols', {
      device,
      name,
      protocols: props.protocols ?? ['pap', 'ms-chap-v2'],
    });
    const sources = props.sources ?? ['Internal Users'];
    this.sources = new IseIdentitySourceSequence(this, 'sources', { device, name, sources });
    this.policySet = new IsePolicySet(this, 'set', {
      device,
      name,
      protocols: this.protocols,
      condition: { dictionary: 'DEVICE', attribute: 'Device Type', value: `${allTypes}#${name}` },
      rank,
    });
    new IseAuthenticationRule(this, 'who', {
      device,
      name: 'Users',
      policySet: this.policySet,
      condition: isRadius,
      source: this.sources,
      rank: 0,
    });
    this.profiles = props.users.map((users, i) => this.givenTo(users, name, i, props));
  }

  /** The profile of some users, and the rule that gives it to them. */
  private givenTo(users: IseUsers, prefix: string, rank: number, { server: device }: IseAccessProps) {
    const name = `${prefix}-${users.name}`;
    const id = `users-${rank + 1}`;
    const acl =
      users.accessList && new IseDownloadableAcl(this, `${id}-acl`, { device, name, lines: [...users.accessList] });
    const profile = new IseAuthorizationProfile(this, `${id}-profile`, {
      device,
      ...users.given,
      name,
      downloadableAcl: acl,
    });
    new IseAuthorizationRule(this, `${id}-rule`, {
      device,
      name: users.name,
      policySet: this.policySet,
      condition: conditionOf(users),
      profiles: [profile],
      rank,
    });
    return profile;
  }
}
