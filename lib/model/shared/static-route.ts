import { z } from 'zod';
import { firewallRef, interfaceText, vrfRef } from '../choices';
import { noun, ref, type Ref } from '../noun';
import { integer, ipv4, ipv4Network, ipv6, ipv6Network, objectName, oneWord } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** The tunnel that a route leaves by, or another interface by its name. */
const way = z.union([ref('tunnel-interface'), interfaceText, objectName], {
  error: notValid(
    'way out',
    'the TunnelInterface construct, or an interface like GigabitEthernet0/0 or Null0, on an ASA and an FMC its logical name',
  ),
});

/** Where a firewall of an FMC keeps it, and what it goes to there. */
const onFirewall = {
  /** The firewall it is on. FMC only. */
  device: firewallRef.optional(),
  /** The network object that holds the destination. FMC only, required there. */
  network: ref('network-object').optional(),
  /**
   * The zone in which this route and another to the same network, through another interface, are of equal cost. It has the
   * interfaces of both. Default: none, and the other has another `distance`. FMC only.
   */
  ecmpZone: ref('ftd-ecmp-zone').optional(),
};

const hopOf = (address: typeof ipv4 | typeof ipv6, example: string) =>
  z.union([address, ref('network-object')], {
    error: notValid('next hop', `an address like ${example}, or on an FMC the NetworkObject of a host`),
  });

/** The number of an object that a device tracks: `track 1 …`. */
const tracked = integer(1, 1000);

/** What a router says of a route besides. */
const besides = {
  /** A name that the device shows with the route, one word. Default: none. IOS-XE only. */
  label: oneWord(50, 'name of a route').optional(),
  /** Tag for routing protocols, 1 to 4294967295. Default: none. IOS-XE only. */
  tag: integer(1, 4294967295).optional(),
  /** It stays when its interface goes down. Default: it goes. IOS-XE only. */
  permanent: z.literal(true).optional(),
  /** VRF that it is in. Default: the global table. IOS-XE only. */
  vrf: vrfRef.optional(),
};

interface Going {
  readonly interface?: unknown;
  readonly gateway?: unknown;
  readonly track?: unknown;
  readonly permanent?: unknown;
}
const goesSomewhere = (route: Going, context: z.core.$RefinementCtx): void => {
  const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (route.interface === undefined && route.gateway === undefined)
    issue('interface', 'is missing: write the way out (the TunnelInterface construct, or a name), or gateway');
  if (route.track !== undefined && route.permanent !== undefined)
    issue('permanent', 'a tracked route goes when its object is down: leave track or permanent out');
};

interface RouteNames {
  readonly device?: string;
  readonly vrf?: string;
  readonly destination?: string;
  readonly network?: string;
  readonly interface?: string;
  readonly gateway?: string;
}
/**
 * Several routes may go to one network. A router knows one by its VRF, destination, interface and next hop; a firewall by
 * the object of its destination and the logical name of its interface, which a tunnel has beside its own.
 */
const ofRoute = (
  { device, vrf, destination, network, interface: out, gateway }: RouteNames,
  { interface: tunnel }: { readonly interface?: Ref['key'] },
): string => {
  const logical = tunnel?.['ifname'];
  if (device !== undefined || logical !== undefined)
    return `${network ?? destination}@${logical ?? out?.split('/').pop()}`;
  return `${vrf === undefined ? '' : `${vrf}:`}${destination}@${[out, gateway].filter(Boolean).join(',')}`;
};

/**
 * A static route: through a tunnel or another interface, and on a router also by a next hop alone. On an FMC its scope is the
 * firewall: `fmc.ftd('NAME')`.
 */
export const staticRoute = noun(
  'static-route',
  'static route',
  z
    .strictObject({
      /** Destination and way out, by which the route is known. */
      name: plain(),
      ...onFirewall,
      /** Destination network. */
      destination: ipv4Network,
      /**
       * The tunnel that the route leaves by. On a router also the name of an interface, on an ASA and an FMC the logical
       * name of one. `Null0` throws away what goes there.
       */
      interface: way.optional(),
      /**
       * Next hop. FMC: required but for `Null0`: the far end's tunnel address or another, or the network object of a host.
       * IOS-XE: instead of `interface`, or beyond it.
       */
      gateway: hopOf(ipv4, '192.0.2.1').optional(),
      /** Administrative distance (on the FMC: metric), 1 to 254. Default: 1. */
      distance: integer(1, 254).default(1),
      ...besides,
      /**
       * What it goes by: the route is there while that is up. The number of a tracked object (`track 1 …`, 1 to 1000, on an
       * ASA to 500), on an FMC the SLA monitor. Default: always.
       */
      track: z
        .union([tracked, ref('sla-monitor')], {
          error: notValid('tracked object', 'its number, 1 to 1000, or on an FMC the SlaMonitor construct'),
        })
        .optional(),
    })
    .superRefine(goesSomewhere),
  { within: 'device', identity: ofRoute },
);

/** A static route for IPv6. On an FMC its scope is the firewall: `fmc.ftd('NAME')`. */
export const ipv6StaticRoute = noun(
  'ipv6-static-route',
  'IPv6 static route',
  z
    .strictObject({
      /** Destination and way out, by which the route is known. */
      name: plain(),
      ...onFirewall,
      /** Destination network. */
      destination: ipv6Network,
      /**
       * The tunnel or interface that the route leaves by, on an ASA and an FMC the logical name. It is needed there, and
       * where `gateway` is link-local. `Null0` throws away what goes there.
       */
      interface: way.optional(),
      /** Next hop, instead of `interface` or beyond it. FMC: required but for `Null0`, also the network object of a host. */
      gateway: hopOf(ipv6, '2001:db8::1').optional(),
      /** Administrative distance, 1 to 254. Default: 1. */
      distance: integer(1, 254).default(1),
      ...besides,
      /** Tracked object (`track 1 …`, 1 to 1000): the route is there while it is up. Default: always. IOS-XE only. */
      track: tracked.optional(),
    })
    .superRefine((route, context) => {
      goesSomewhere(route, context);
      if (String(route.gateway).startsWith('fe80:') && route.interface === undefined)
        context.addIssue({
          code: 'custom',
          path: ['interface'],
          message: `${String(route.gateway)} is on every link: write the interface too`,
        });
    }),
  { within: 'device', identity: ofRoute },
);
