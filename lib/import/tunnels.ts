import type { Declared } from './declare';
import type { ImportedDevice } from './device-text';
import { addressesIn } from './interface-addresses';

/** A device with the lines of the file that it was read from. */
export interface ReadDevice {
  readonly device: ImportedDevice;
  readonly source: readonly string[];
}

/** One end of a tunnel between two of the devices. */
export interface MeetingEnd extends ReadDevice {
  /** Its tunnel interface, or its entry of a crypto map. */
  readonly tunnel: Declared;
  /** Interface that the tunnel leaves by, and its address. */
  readonly interface: string;
  readonly address: string;
  /** Address of the other end, as this one dials it. */
  readonly peer: string;
}

/** Two ends that have each other's address as their destination. */
export type Meeting = readonly [MeetingEnd, MeetingEnd];

/** Where a tunnel leaves, and to whom. */
interface Way {
  readonly tunnel: Declared;
  readonly interface: string;
  readonly peer: string;
}

/** By a tunnel interface. */
const routedWay = (tunnel: Declared): readonly Way[] => {
  const { source, destination } = tunnel.props as { readonly source?: unknown; readonly destination?: unknown };
  if (typeof source !== 'string' || typeof destination !== 'string') return [];
  return [{ tunnel, interface: source, peer: destination }];
};

/** By an entry of the crypto map of an interface. */
const mappedWay = (entry: Declared, all: readonly Declared[]): readonly Way[] => {
  const { map, peers = [] } = entry.props as { readonly map?: string; readonly peers?: readonly string[] };
  const port = all.find(({ kind, name }) => kind === 'crypto-map' && name === map)?.props['interfaces'];
  const [outside] = Array.isArray(port) ? (port as readonly string[]) : [];
  return outside === undefined || peers.length !== 1 ? [] : [{ tunnel: entry, interface: outside, peer: peers[0]! }];
};

const endsOf = (read: ReadDevice): readonly MeetingEnd[] => {
  const { declared } = read.device.objects;
  const ways = declared.flatMap((each) =>
    each.kind === 'crypto-map-entry' ? mappedWay(each, declared) : routedWay(each),
  );
  if (ways.length === 0) return [];
  const addresses = addressesIn(read.source);
  return ways.flatMap((way) => {
    const address = addresses.get(way.interface);
    return address === undefined ? [] : [{ ...read, ...way, address }];
  });
};

/** Tunnels of which both ends are among the devices, in the order of these. */
export const meetingsOf = (devices: readonly ReadDevice[]): readonly Meeting[] => {
  const ends = devices.map(endsOf);
  return ends.flatMap((own, i) =>
    own.flatMap((a) =>
      ends
        .slice(i + 1)
        .flat()
        .filter((b) => a.peer === b.address && b.peer === a.address)
        .map((b): Meeting => [a, b]),
    ),
  );
};
