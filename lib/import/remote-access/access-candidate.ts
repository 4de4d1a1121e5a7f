import type { ImportedDevice } from '../read/imported-device';

type Bag = Readonly<Record<string, unknown>>;

/** Users of a device as a construct of level 2, declared where the device is. */
export interface AccessCandidate {
  readonly id: string;
  readonly device: ImportedDevice;
  /** What the device knows its users by. */
  readonly of: AccessSubject;
  /** The name of that. */
  readonly group: string;
  /** A router has more than a RemoteAccess says: certificates, several groups, a RADIUS server that says what they may. */
  readonly construct: 'RemoteAccess' | 'FlexVpnRemoteAccess';
  /** What it is given but for its device; other objects of the device as references. */
  readonly props: AccessProps;
  /** What says more, where this cannot be it. */
  readonly instead?: AccessCandidate;
}

export type AccessSubject = 'tunnel group' | 'IKEv2 profile';

export interface AccessProps extends Bag {
  readonly suite: { readonly ike: Bag; readonly esp: Bag };
  readonly names: Bag;
}

/** Users that stay of level 1, and why. */
export interface NoAccess extends Pick<AccessCandidate, 'device' | 'of' | 'group'> {
  readonly why: readonly string[];
}

/** What several of one device share, which the first of them names. */
const shared: Readonly<Record<AccessSubject, ReadonlySet<string>>> = {
  'tunnel group': new Set(['policy', 'transformSet', 'dynamicMap', 'cryptoMap', 'dynamicSequence', 'sequence']),
  'IKEv2 profile': new Set(['policy']),
};

/** Without the names that an earlier one of the device says. */
export const leaner = (access: AccessCandidate, isFurther: boolean): AccessCandidate => {
  const { names, ...props } = access.props;
  const less = Object.fromEntries(Object.entries(names).filter(([key]) => !isFurther || !shared[access.of].has(key)));
  return Object.keys(less).length === Object.keys(names).length
    ? access
    : { ...access, props: { ...props, names: less } };
};
