import type { Construct } from 'constructs';
import type { SecretRef } from '../../lib/model/secret';
import { nameFor } from '../../lib/synth/naming';
import { FlexHub, type FlexVpnHub } from './flex-hub';
import { identityFaults, type FlexVpnCommonProps } from './flex-shared';
import { FlexVpn } from './flex-parts';
import { FlexSpoke, type FlexVpnSpoke } from './flex-spoke';
import { repeated } from './shared/checks';
import { reportViolations, type Violation } from '../core/checks';

/** A hub of two, with the addresses that it gives. */
export interface FlexVpnDualHubHub extends FlexVpnHub {
  /** Addresses that it gives to clients; those of the hubs must not overlap. */
  readonly pool: { readonly from: string; readonly to: string };
}

/** A client of two hubs. */
export interface FlexVpnDualHubClient extends Omit<FlexVpnSpoke, 'tunnel'> {
  /** The key that it proves itself by, its own and no other's. Default: its certificate. */
  readonly key?: SecretRef;
}

export interface FlexVpnDualHubProps extends FlexVpnCommonProps {
  /** Two or more, the best first: a client moves to the next when one is silent. */
  readonly hubs: readonly FlexVpnDualHubHub[];
  /** Routers that connect to one of the hubs. All with a key of their own, or all with certificates. */
  readonly clients: readonly FlexVpnDualHubClient[];
  /** Go back to a better hub as soon as it is there. Default: true. */
  readonly reactivate?: boolean;
  /** What the subject of the hubs' certificates contains, like `o = cisco`. Default: hubs are known by the domain of their identity. */
  readonly hubSubject?: string;
}

/**
 * Clients that use a second hub when the first is silent, and go back: a FlexVPN client chooses the destination of each
 * client's tunnel, and the hub gives its address. Writes `aaa new-model` where nothing else does (see `aaaNewModel` of the router).
 * Cisco Live BRKSEC-2881, "FlexVPN Client".
 */
export class FlexVpnDualHub extends FlexVpn {
  constructor(scope: Construct, id: string, props: FlexVpnDualHubProps) {
    super(scope, id);
    const { authentication } = props;
    if (reportViolations(this, faultsOf(props)) || authentication.method !== 'certificate') return;
    const common = {
      ...props,
      authentication,
      dpd: props.dpd ?? ({ interval: 30, retry: 2, mode: 'on-demand' } as const),
    };
    const keys = props.clients.flatMap(({ device, identity, key }) =>
      key === undefined ? [] : [{ name: device.node.id, identity, key }],
    );
    const vpn = nameFor(this);
    for (const hub of props.hubs) {
      const extras = { pool: hub.pool, ...(keys.length === 0 ? {} : { keys }) };
      this.add(hub.device, new FlexHub(this, this.partId(hub.device), hub, vpn, common, extras));
    }
    const hubs = props.hubs.map((hub) => ({ name: hub.device.node.id, address: hub.address }));
    for (const client of props.clients) {
      const spoke = new FlexSpoke(this, this.partId(client.device), client, vpn, common, {
        destination: 'dynamic',
        ...(client.key === undefined ? {} : { key: { secret: client.key, hubs } }),
        ...(props.hubSubject === undefined ? {} : { hubSubject: props.hubSubject }),
        client: {
          peers: hubs.map(({ address }) => ({ host: address })),
          ...(props.reactivate === false ? {} : { peerReactivate: true as const }),
        },
      });
      this.add(client.device, spoke);
    }
  }
}

const faultsOf = (props: FlexVpnDualHubProps): readonly Violation[] => {
  const hubs = props.hubs.map((hub, i) => ({ at: `hubs[${i}]`, ...hub }));
  const clients = props.clients.map((client, i) => ({ at: `clients[${i}]`, ...client }));
  const keyed = clients.filter(({ key }) => key !== undefined);
  const faults: Violation[] = [
    ...identityFaults(props, [...hubs, ...clients]),
    ...repeated(
      'tunnel address',
      hubs.map(({ at, tunnel }) => ({ at: `${at}.tunnel`, value: tunnel.split('/')[0] })),
    ),
    ...repeated(
      'address',
      hubs.map(({ at, address }) => ({ at: `${at}.address`, value: address })),
    ),
    ...repeated(
      'pool',
      hubs.map(({ at, pool }) => ({ at: `${at}.pool`, value: pool.from })),
    ),
    ...repeated(
      'device',
      [...hubs, ...clients].map(({ at, device }) => ({ at: `${at}.device`, value: device.node.path })),
    ),
    ...keyed.flatMap(({ at, key }, i): Violation[] => {
      const other = keyed.slice(0, i).find((each) => JSON.stringify(each.key) === JSON.stringify(key));
      return other ? [[`${at}.key`, `is the key of ${other.at} too: give each client its own`]] : [];
    }),
  ];
  if (hubs.length < 2) faults.push(['hubs', 'write two hubs; for one, HubAndSpoke']);
  if (clients.length === 0) faults.push(['clients', 'write at least one client']);
  if (keyed.length > 0 && keyed.length < clients.length)
    faults.push(['clients', 'some have a key and some a certificate: write key for all, or for none']);
  return faults;
};
