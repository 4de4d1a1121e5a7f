import type { Ref, Referable } from '../../../lib/model/noun';

interface RouteTarget {
  readonly destination: string;
  readonly interface?: Referable | Ref | string | undefined;
  readonly gateway?: string | undefined;
  readonly vrf?: Referable | Ref | string | undefined;
}

const nameOf = (value: RouteTarget['interface']): string | undefined => {
  if (value === undefined || typeof value === 'string') return value;
  return ('name' in value ? value.name : value.ref.name).split('/').pop();
};

/** What a route of a router is known by: its VRF, destination, interface and next hop. */
export const routeName = ({ destination, interface: out, gateway, vrf }: RouteTarget): string => {
  const table = vrf === undefined ? '' : `${nameOf(vrf)}:`;
  return `${table}${destination}@${[nameOf(out), gateway].filter(Boolean).join(',')}`;
};
/** What a route of a firewall is known by: the object of its destination, and the logical name of its interface. */
export const namedRoute = (network: string, out: RouteTarget['interface'], logical: string | undefined): string =>
  `${network}@${logical ?? nameOf(out)}`;
