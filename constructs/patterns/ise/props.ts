import type { Referable } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import type { IseServer } from '../../devices/ise-server';
import type { IseAllowedProtocolsProps } from '../../generated/ise/ise-allowed-protocols';
import type { IseAuthorizationProfileProps } from '../../generated/ise/ise-authorization-profile';
import type { IseIdentitySourceSequenceProps } from '../../generated/ise/ise-identity-source-sequence';
import type { IseCondition } from '../../generated/ise/types';

/** Some of the users, and what they are given. */
export interface IseUsers {
  /** What they are called in ISE: the rule, the profile and the access list that are made for them. */
  readonly name: string;
  /** Who they are: a user identity group of ISE, or a condition, for example on groups of a directory. */
  readonly who: Referable<'ise-identity-group'> | IseCondition;
  /** What they are given: the group policy of an ASA or firewall, or what a router is told. Default: they are let in. */
  readonly given?: Omit<IseAuthorizationProfileProps, 'name' | 'device' | 'downloadableAcl' | 'access'>;
  /** Lines of an access list that the headend fetches from ISE for them, in the headend's words. Default: none. */
  readonly accessList?: readonly string[];
}

export interface IseAccessProps {
  /** The ISE on which all of it is made. */
  readonly server: IseServer;
  /** Who asks ISE, by address: the headend itself, or the Duo proxies before it. */
  readonly callers: readonly string[];
  /** Shared secret of ISE and those who ask. Only ever a `Secret`. */
  readonly secret: SecretRef;
  /** Whom it lets in, and with what. The first that fits decides; who fits none is refused. */
  readonly users: readonly IseUsers[];
  /**
   * Where ISE looks for them, first is first: `Internal Users`, a join point, or by name a RADIUS token server, which is how
   * ISE asks Duo. Default: `Internal Users` alone.
   */
  readonly sources?: IseIdentitySourceSequenceProps['sources'];
  /** By which protocols ISE is asked. Default: PAP and MS-CHAPv2. */
  readonly protocols?: IseAllowedProtocolsProps['protocols'];
  /** Place of the policy set among all of ISE, 0 is asked first. Two on one ISE need two places. Default: 0. */
  readonly rank?: number;
  /** What all of it is called in ISE. Default: the path of the construct. */
  readonly name?: string;
}
