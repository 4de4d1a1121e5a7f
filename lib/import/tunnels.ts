import { isRef, refsOf, type Ref } from '../model/noun';
import type { Declared } from './declare';
import type { ImportedDevice } from './device-text';
import { addressesIn, clearKeysIn } from './interface-addresses';

type Bag = Readonly<Record<string, unknown>>;

/** A device with the lines of the file that it was read from. */
export interface ReadDevice {
  readonly device: ImportedDevice;
  readonly source: readonly string[];
}

/** One end of a tunnel between two of the devices. */
export interface MeetingEnd extends ReadDevice {
  readonly tunnel: Declared;
  /** Interface that the tunnel leaves by, and its address. */
  readonly interface: string;
  readonly address: string;
}

/** Two ends that have each other's address as their destination. */
export type Meeting = readonly [MeetingEnd, MeetingEnd];

interface Way {
  readonly source?: unknown;
  readonly destination?: unknown;
}

const endsOf = (read: ReadDevice): readonly MeetingEnd[] => {
  const addresses = addressesIn(read.source);
  return read.device.objects.declared.flatMap((tunnel) => {
    const { source, destination } = tunnel.props as Way;
    if (typeof source !== 'string' || typeof destination !== 'string') return [];
    const address = addresses.get(source);
    return address === undefined ? [] : [{ ...read, tunnel, interface: source, address }];
  });
};

const destinationOf = ({ tunnel }: MeetingEnd): unknown => (tunnel.props as Way).destination;

/** Tunnels of which both ends are among the devices, in the order of these. */
export const meetingsOf = (devices: readonly ReadDevice[]): readonly Meeting[] => {
  const ends = devices.map(endsOf);
  return ends.flatMap((own, i) =>
    own.flatMap((a) =>
      ends
        .slice(i + 1)
        .flat()
        .filter((b) => destinationOf(a) === b.address && destinationOf(b) === a.address)
        .map((b): Meeting => [a, b]),
    ),
  );
};

/** What of an end a level-2 VPN is made from. */
export interface EndParts {
  readonly tunnel: Bag;
  readonly ipsecProfile: Declared;
  readonly transformSet: Declared;
  readonly profile: Declared;
  readonly proposal: Declared;
  readonly policy: Declared;
  readonly keyring?: Declared;
  readonly certificateMap?: Declared;
  /** Networks that are routed into the tunnel. */
  readonly routed: readonly string[];
}

const refIn = (value: unknown): Ref | undefined => (isRef(value) ? value : undefined);
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as readonly unknown[])[0] : undefined);

/** Undefined: an object that a VPN of level 2 writes is not there, or not of this program. */
export const partsOf = ({ device, tunnel }: MeetingEnd): EndParts | undefined => {
  const { declared } = device.objects;
  const found = (to: Ref | undefined): Declared | undefined =>
    declared.find(({ kind, name }) => to !== undefined && kind === to.ref && name === to.name);
  const ipsecProfile = found(refIn(tunnel.props['protection']));
  const transformSet = found(refIn(firstOf(ipsecProfile?.props['transformSets'])));
  const profile = found(refIn(ipsecProfile?.props['ikev2Profile']));
  const policies = declared.filter(({ kind }) => kind === 'ikev2-policy');
  const policy = policies[0];
  const proposal = found(refIn(firstOf(policy?.props['proposals'])));
  if (!ipsecProfile || !transformSet || !profile || !policy || !proposal) return undefined;
  const keyring = found(refIn(profile.props['keyring']));
  const certificateMap = found(refIn(firstOf(profile.props['matchCertificates'])));
  const routed = declared
    .filter(({ kind, props }) => kind.endsWith('static-route') && refsOf(props).some((to) => to.name === tunnel.name))
    .map(({ props }) => String(props['destination']));
  return {
    ...{ tunnel: tunnel.props, ipsecProfile, transformSet, profile, proposal, policy, routed },
    ...(keyring === undefined ? {} : { keyring }),
    ...(certificateMap === undefined ? {} : { certificateMap }),
  };
};

/** Whether two ends have keys that can be read and that are not one. */
export const keysDiffer = (ends: Meeting, parts: readonly [EndParts, EndParts]): boolean => {
  const keys = ends.map(({ source }, at) => {
    const { keyring, profile } = parts[at]!;
    return clearKeysIn(source, (keyring ?? profile).lines);
  });
  const all = new Set(keys.flatMap((each) => [...each]));
  return keys.every(({ size }) => size > 0) && all.size > 1;
};
