import type { Construct } from 'constructs';
import { reportViolations } from '../../core/checks';
import type { Device } from '../../core/device';
import { DeviceServices } from '../../core/services';
import { Bgp, type BgpProps } from '../../generated/interfaces/bgp';

type Neighbor = BgpProps['neighbors'][number];
interface Process {
  name: string;
  neighbors: Neighbor[];
  networks?: string[];
}

/**
 * One more neighbour of a device, and networks that it is told of. All VPNs of the device share its BGP process, which is
 * of one autonomous system.
 */
export const speakBgp = (
  at: Construct,
  device: Device,
  asn: number,
  neighbor: Neighbor,
  networks: readonly string[],
): Bgp => {
  const services = DeviceServices.of(device);
  const process = services.state<Process>('bgp', () => ({ name: String(asn), neighbors: [] }));
  if (process.name !== String(asn))
    reportViolations(at, [
      [
        'bgp.asn',
        `${device.node.id} is in autonomous system ${process.name} already, and has one: write ${process.name}`,
      ],
    ]);
  process.neighbors.push(neighbor);
  const all = [...new Set([...(process.networks ?? []), ...networks])];
  if (all.length > 0) process.networks = all;
  return services.once('bgp', (scope, id) => new Bgp(scope, id, process));
};
