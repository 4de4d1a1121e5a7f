import type { SecretRef } from '../../../lib/model/secret';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import type { SpokeAccount, SpokeAuthentication } from './authentication';
import type { Authentication } from '../shared/authentication';
import type { CryptoSuite } from '../shared/crypto-suite';
import type { RouterVpnNames } from '../shared/props';

/** Names of a FlexVPN's objects on the devices. Default: the VPN's id. */
export interface FlexVpnNames extends RouterVpnNames {
  /** IKEv2 authorization policy. */
  readonly authorizationPolicy?: string;
  /** Method list of the authorization. */
  readonly authorizationList?: string;
  /** Access list of the networks behind the hub. */
  readonly accessList?: string;
  /** Method list of those who check passwords, where spokes use EAP. */
  readonly authenticationList?: string;
  /** Keyring, where ends have keys. */
  readonly keyring?: string;
  /** Certificate map of the hubs. */
  readonly certificateMap?: string;
  /** FlexVPN client. */
  readonly client?: string;
}

/** The names of Cisco's slides: the objects named `default` that a device has by itself are changed, and used. */
export const smartDefaultNames = {
  proposal: 'default',
  policy: 'default',
  profile: 'default',
  transformSet: 'default',
  ipsecProfile: 'default',
  authorizationPolicy: 'default',
  authorizationList: 'default',
  client: 'default',
} as const satisfies FlexVpnNames;

/** What is equal at all ends of a FlexVPN. */
export interface FlexVpnCommonProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** Certificates of one authority. A key that all spokes know is refused. */
  readonly authentication: Authentication;
  /** Domain of all IKE identities: an end whose identity is in it is let in. */
  readonly domain: string;
  /** Dead peer detection. Default: every 10 s when there is traffic, again after 2 s. */
  readonly dpd?: { readonly interval: number; readonly retry: number; readonly mode: 'on-demand' | 'periodic' };
  /** Lifetimes in seconds, equal at all ends. Default: IKE SA 86400, IPsec SA 3600. */
  readonly lifetimes?: { readonly ike?: number; readonly ipsec?: number };
  /** Names on the devices. Default: the id of the VPN. */
  readonly names?: FlexVpnNames;
}

/** A router that spokes connect to. */
export interface FlexVpnHub {
  /** The router. */
  readonly device: IosXeRouter;
  /** Its IKE identity, a name in the domain. */
  readonly identity: string;
  /** Address or name that spokes connect to. */
  readonly address: string;
  /** Its address in the tunnels, on a loopback interface of its own: `10.0.0.254/32`. */
  readonly tunnel: string;
  /** The loopback interface. Default: `Loopback0`. */
  readonly loopback?: string;
  /** What the tunnels of the spokes are cloned from. Default: `Virtual-Template1`. */
  readonly template?: string;
  /** Interface or address that tunnels leave by. Default: where the spoke came in. */
  readonly source?: string;
  /** Networks behind it, told to the spokes. Default: its tunnel address alone. */
  readonly networks?: readonly string[];
  /** Largest IP packet in the tunnels, in bytes. Default: the device's. */
  readonly ipMtu?: number;
}

/** A router that connects to a hub. */
export interface FlexVpnSpoke {
  /** The router. */
  readonly device: IosXeRouter;
  /** Its IKE identity, a name in the domain. */
  readonly identity: string;
  /** Interface that the tunnel leaves by: `GigabitEthernet0/0`. */
  readonly interface: string;
  /** Its address in the tunnel: `10.0.0.2/32`. Left out where the hub gives one. */
  readonly tunnel?: string;
  /** Interfaces whose networks are told to the hub. Default: none. */
  readonly lan?: readonly string[];
  /** Name of the tunnel interface. Default: `Tunnel0`. */
  readonly tunnelInterface?: string;
  /** Largest IP packet in the tunnel, in bytes. Default: the device's. */
  readonly ipMtu?: number;
}

/** The hub of all spokes. */
export interface HubAndSpokeHub extends FlexVpnHub {
  /** With `SpokeAuth.withKeys()`: what it is called in the keyrings of the spokes. Default: the id of its router. */
  readonly keyringPeer?: string;
}

/** A spoke, and what it proves itself by where it has no certificate. */
export interface HubAndSpokeSpoke extends FlexVpnSpoke {
  /** With `SpokeAuth.withKeys()`: the key that it shares with the hub, its own and no other's. */
  readonly key?: SecretRef;
  /** With `SpokeAuth.withKeys()`: what it is called in the keyring of the hub. Default: the id of its router. */
  readonly keyringPeer?: string;
  /** With `SpokeAuth.withEap(…)`: its account. */
  readonly eap?: SpokeAccount;
}

export interface HubAndSpokeProps extends Omit<FlexVpnCommonProps, 'authentication'> {
  /**
   * `Certificates.issuedBy('CA')`, of one authority; `SpokeAuth.withKeys()`, a key for each spoke; or
   * `SpokeAuth.withEap(servers, { trustpoint: 'CA' })`, a password for each spoke and a certificate of the hub. A key that
   * all spokes know is refused.
   */
  readonly authentication: SpokeAuthentication;
  /** The router that all spokes connect to. */
  readonly hub: HubAndSpokeHub;
  /** One or hundreds. A spoke more changes nothing on the hub but its keyring, where spokes have keys: its tunnel is cloned when it connects. */
  readonly spokes: readonly HubAndSpokeSpoke[];
}

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

/** A gateway of the cluster. */
export interface FlexVpnGateway extends FlexVpnHub {
  /** Interface in the network that the gateways share: `GigabitEthernet0/0`. */
  readonly interface: string;
  /** Address of that interface with its length, where it shall be written. Default: it stays as it is. */
  readonly interfaceAddress?: string;
  /** How many sessions it takes, 1 to 40000. Default: the device's. */
  readonly maxSession?: number;
  /** Who is active, 0 to 255; the highest is. Default: 100. */
  readonly priority?: number;
}

export interface FlexVpnLoadBalancerProps extends FlexVpnCommonProps {
  /** The address that all gateways stand for, and the only one that clients know. */
  readonly virtualAddress: string;
  /** Name and number (0 to 4095) of the HSRP group. Default: the VPN's id, 1. */
  readonly group?: { readonly name?: string; readonly number?: number };
  /** Two to ten. */
  readonly gateways: readonly FlexVpnGateway[];
  /** Routers that connect. */
  readonly clients: readonly FlexVpnSpoke[];
  /** How many redirects a client follows, 1 to 255. Default: 10. */
  readonly maxRedirects?: number;
}
