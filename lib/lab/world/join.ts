import type { LabFmc } from '../devices/fmc';
import type { IkeFailure } from '../terminal/ike-failure';
import { deployedOnBoth, disagreementWith } from './agreement';
import { disagreement, furthest, type IkeError } from './negotiation';
import type { TunnelSide } from './tunnel-side';

/** A device that holds its own configuration. */
export interface Terminal {
  readonly device: { tunnelUp: (name: string) => boolean; ikeFailures: () => readonly IkeFailure[] };
  readonly tunnels: () => readonly TunnelSide[];
  /** What its certificate says. Undefined: what the other end expects. */
  readonly subject?: string;
}

export interface Manager {
  readonly fmc: LabFmc;
  /** Its firewalls, by name. */
  readonly devices: readonly string[];
}

/** What meets in a lab. */
export interface Joined {
  readonly terminals: readonly Terminal[];
  readonly managers: readonly Manager[];
  /** The ends that no program manages. */
  readonly peers?: readonly TunnelSide[];
}

const deployedBy = ({ fmc, devices }: Manager) => devices.flatMap((name) => fmc.deployed(name) ?? []);

/** What becomes of a tunnel with each topology that is deployed. */
const withFirewalls = (tunnel: TunnelSide, managers: readonly Manager[]) =>
  managers.flatMap(deployedBy).flatMap((device) =>
    device.topologies.map((topology) => ({
      topology: topology.id,
      error: disagreementWith(tunnel, device, topology),
    })),
  );

/** How each negotiation of a tunnel of a terminal ends: with an error, or with none. */
const outcomes = (here: Terminal, tunnel: TunnelSide, all: Joined): readonly (IkeError | undefined)[] => [
  ...all.terminals
    .filter((there) => there !== here)
    .flatMap((there) => there.tunnels().map((far) => disagreement(tunnel, far, [here.subject, there.subject]))),
  ...(all.peers ?? []).map((far) => disagreement(tunnel, far, [here.subject, undefined])),
  ...withFirewalls(tunnel, all.managers).map(({ error }) => error),
];

const joinTerminal = (here: Terminal, all: Joined): void => {
  const isUp = (tunnel: TunnelSide): boolean => outcomes(here, tunnel, all).includes(undefined);
  here.device.tunnelUp = (name) => here.tunnels().some((tunnel) => tunnel.name === name && isUp(tunnel));
  here.device.ikeFailures = () =>
    here.tunnels().flatMap((tunnel): readonly IkeFailure[] => {
      const ended = outcomes(here, tunnel, all);
      if (tunnel.answers || ended.includes(undefined)) return [];
      const error = furthest(ended.flatMap((each) => each ?? []));
      return [{ local: tunnel.localAddress ?? '0.0.0.0', remote: tunnel.peers[0] ?? '0.0.0.0', error }];
    });
};

const joinManager = (manager: Manager, { terminals, peers = [] }: Joined): void => {
  manager.fmc.tunnelUp = (_name, id) =>
    [...terminals.flatMap(({ tunnels }) => tunnels()), ...peers].some((tunnel) =>
      withFirewalls(tunnel, [manager]).some(({ topology, error }) => topology === id && error === undefined),
    ) ||
    deployedBy(manager).some((device) =>
      device.topologies.some((t) => t.id === id && deployedOnBoth(t, deployedBy(manager))),
    );
};

/** Reads a configuration again only where it is another. */
export const remembered = <T>(text: () => string, read: (config: string) => T): (() => T) => {
  let last: { readonly config: string; readonly value: T } | undefined;
  return () => {
    const config = text();
    if (last?.config !== config) last = { config, value: read(config) };
    return last.value;
  };
};

/** Tunnels come up when both ends would agree: running configurations with each other and with what is deployed. */
export const join = (all: Joined): void => {
  for (const here of all.terminals) joinTerminal(here, all);
  for (const manager of all.managers) joinManager(manager, all);
};
