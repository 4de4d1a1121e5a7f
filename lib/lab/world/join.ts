import type { LabFmc } from '../devices/fmc';
import { agree, agreeTunnels, deployedOnBoth } from './agreement';
import type { RouterTunnel } from './router-tunnels';

/** A device that holds its own configuration. */
export interface Terminal {
  readonly device: { tunnelUp: (name: string) => boolean };
  readonly tunnels: () => readonly RouterTunnel[];
  /** What its certificate says. Undefined: what the other end expects. */
  readonly subject?: string;
}

export interface Manager {
  readonly fmc: LabFmc;
  /** Its firewalls, by name. */
  readonly devices: readonly string[];
}

/** Tunnels come up when both ends would agree: running configurations with each other and with what is deployed. */
export const join = ({
  terminals,
  managers,
}: {
  readonly terminals: readonly Terminal[];
  readonly managers: readonly Manager[];
}): void => {
  const deployedBy = ({ fmc, devices }: Manager) => devices.flatMap((name) => fmc.deployed(name) ?? []);
  const withFirewalls = (tunnels: readonly RouterTunnel[], those: readonly Manager[]) =>
    tunnels.flatMap((tunnel) =>
      those
        .flatMap(deployedBy)
        .flatMap((device) =>
          device.topologies
            .filter((topology) => agree(tunnel, device, topology))
            .map((topology) => ({ tunnel: tunnel.name, topology: topology.name })),
        ),
    );
  for (const here of terminals)
    here.device.tunnelUp = (name) => {
      const own = here.tunnels().filter((tunnel) => tunnel.name === name);
      return (
        withFirewalls(own, managers).length > 0 ||
        terminals
          .filter((there) => there !== here)
          .some((there) =>
            own.some((a) => there.tunnels().some((b) => agreeTunnels(a, b, [here.subject, there.subject]))),
          )
      );
    };
  for (const manager of managers)
    manager.fmc.tunnelUp = (name) =>
      withFirewalls(
        terminals.flatMap(({ tunnels }) => tunnels()),
        [manager],
      ).some((pair) => pair.topology === name) ||
      deployedBy(manager).some((device) =>
        device.topologies.some((t) => t.name === name && deployedOnBoth(t, deployedBy(manager))),
      );
};
