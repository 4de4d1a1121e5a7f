import type { Construct } from 'constructs';
import type { Referable } from '../../../lib/model/noun';
import { reportViolations } from '../../core/checks';
import type { Device } from '../../core/device';
import { DeviceServices } from '../../core/services';
import { FtdBgp } from '../../generated/interfaces/ftd-bgp';
import type { FtdDevice } from '../../devices/fmc';
import { Bgp, type BgpProps } from '../../generated/interfaces/bgp';
import type { FtdBgpProps } from '../../generated/interfaces/ftd-bgp';

/** What grows with each VPN of a device: the props of its process. */
interface Growing<P, N> {
  readonly neighbors: P[];
  networks?: N[];
}
interface System {
  readonly asn: number;
}

/** The process of a device, which is of one autonomous system, with one more neighbour and what it is told of. */
const joinProcess = <T extends Growing<P, N>, P, N>(
  at: Construct,
  device: Device,
  asn: number,
  begun: T,
  neighbor: P,
  networks: readonly N[],
): T => {
  const services = DeviceServices.of(device);
  const { asn: own } = services.state<System>('bgp.asn', () => ({ asn }));
  if (own !== asn)
    reportViolations(at, [
      ['bgp.asn', `${device.node.id} is in autonomous system ${own} already, and has one: write ${own}`],
    ]);
  const process = services.state<T>('bgp', () => begun);
  process.neighbors.push(neighbor);
  const all = [...new Set([...(process.networks ?? []), ...networks])];
  if (all.length > 0) process.networks = all;
  return process;
};

type Neighbor = BgpProps['neighbors'][number];
type RouterProcess = Growing<Neighbor, string> & { readonly name: string };

/** One more neighbour of a router or an ASA, and networks that it is told of. All VPNs of the device share its process. */
export const speakBgp = (
  at: Construct,
  device: Device,
  asn: number,
  neighbor: Neighbor,
  networks: readonly string[],
): Bgp => {
  const begun: RouterProcess = { name: String(asn), neighbors: [] };
  const process = joinProcess(at, device, asn, begun, neighbor, networks);
  return DeviceServices.of(device).once('bgp', (scope, id) => new Bgp(scope, id, process));
};

type FtdNeighbor = FtdBgpProps['neighbors'][number];
type NetworkRef = Referable<'network-object'>;

/** The same of a firewall behind an FMC, where networks are objects. */
export const speakFtdBgp = (
  at: Construct,
  device: FtdDevice,
  asn: number,
  neighbor: FtdNeighbor,
  networks: readonly NetworkRef[],
): FtdBgp => {
  const begun: Growing<FtdNeighbor, NetworkRef> & System = { asn, neighbors: [] };
  const process = joinProcess(at, device, asn, begun, neighbor, networks);
  return DeviceServices.of(device).once('bgp', (scope, id) => new FtdBgp(scope, id, process));
};
