import { upperCase } from '../text/naming';
import { free } from '../../kernel/free-name';
import { suiteFor, type Suite } from '../../model/ikev1-replacement';
import { shortestKey, type Ikev1Device, type Ikev1Tunnel } from './tunnel';

interface End {
  readonly device: Ikev1Device;
  readonly tunnel: Ikev1Tunnel;
}

/** One VPN of IKEv2 in the place of a tunnel: with both ends, or with a peer that is not among the devices. */
export interface MigratedVpn {
  readonly id: string;
  readonly ends: readonly [End] | readonly [End, End];
  readonly suite: Suite;
  /** The environment variable of its key. */
  readonly key?: string;
  readonly policyBased: boolean;
  /** The network of its tunnel interfaces, where it has any and had none. */
  readonly linkNetwork?: string;
  /** What is another than before, and what a person must see to. */
  readonly said: readonly string[];
}

const peerOf = ({ tunnel }: End): string => tunnel.peers[0]!;
const meets = (a: End, b: End): boolean => peerOf(a) === b.tunnel.address && peerOf(b) === a.tunnel.address;

const keySaid = ({ tunnel: { authentication } }: End): readonly string[] => {
  if (authentication.method === 'certificate')
    return authentication.trustpoint === undefined ? ['its trustpoint is not known: write its name'] : [];
  return [
    ...(authentication.isShort ? [`its key has fewer than ${shortestKey} characters: choose another`] : []),
    ...(authentication.isWildcard ? ['its key was for any peer: choose one for this peer alone'] : []),
  ];
};

const said = (ends: MigratedVpn['ends'], policyBased: boolean, linkNetwork: string | undefined): readonly string[] => {
  const [own, far] = ends;
  const { tunnel } = own;
  return [
    ...(tunnel.aggressive ? ['aggressive mode has no counterpart in IKEv2, and nothing is lost with it'] : []),
    ...(tunnel.peers.length > 1
      ? [`of its peers ${tunnel.peers.join(', ')} it has the first: declare a VPN for each`]
      : []),
    ...new Set([own, far].flatMap((end) => (end === undefined ? [] : keySaid(end)))),
    ...(linkNetwork === undefined
      ? []
      : [
          `a router has a tunnel interface in the place of its crypto map, with an address of ${linkNetwork}: agree it with the peer`,
        ]),
    ...(far === undefined && !policyBased
      ? ['the peer must take any traffic into the tunnel, as a tunnel interface sends it']
      : []),
    ...(far === undefined && tunnel.authentication.method === 'certificate'
      ? ['write what the subject of its certificate contains']
      : []),
  ];
};

const vpnOf = (ends: MigratedVpn['ends'], at: number, taken: Set<string>): MigratedVpn => {
  const [own, far] = ends;
  const { suite, said: replaced } = suiteFor(own.tunnel);
  const policyBased = ends.every(({ device }) => device.policyBased);
  const linkNetwork = policyBased || own.tunnel.tunnel !== undefined ? undefined : `169.254.${at + 1}.0/30`;
  const id = free(`${own.device.id}-${far?.device.id ?? peerOf(own).replaceAll('.', '-')}`, taken, '-');
  return {
    ...{ id, ends, suite, policyBased },
    ...(own.tunnel.authentication.method === 'pre-share' ? { key: `${upperCase(id)}_KEY` } : {}),
    ...(linkNetwork === undefined ? {} : { linkNetwork }),
    said: [...replaced, ...said(ends, policyBased, linkNetwork)],
  };
};

/** A VPN for each tunnel of the devices; one that two of them have is one. */
export const migrated = (devices: readonly Ikev1Device[]): readonly MigratedVpn[] => {
  const all = devices.flatMap((device) => device.tunnels.map((tunnel): End => ({ device, tunnel })));
  const taken = new Set(devices.map(({ id }) => id));
  const far = new Map(
    all.flatMap((end, at) => {
      const other = all.slice(at + 1).find((each) => each.device !== end.device && meets(end, each));
      return other === undefined ? [] : [[end, other] as const];
    }),
  );
  const second = new Set(far.values());
  return all
    .filter((end) => !second.has(end))
    .map((end, at) => vpnOf(far.has(end) ? [end, far.get(end)!] : [end], at, taken));
};
