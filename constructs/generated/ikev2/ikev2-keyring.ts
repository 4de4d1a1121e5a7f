// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2Keyring } from '../references';

/** Props of `IkeV2Keyring`. */
export interface IkeV2KeyringProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The peers and their keys.
   * Allowed: at least 1.
   * IOS-XE: `peer <name>`, a block each: `description …`, `address …`, `hostname …`, `identity …`, `pre-shared-key
   * local …`, `pre-shared-key remote …`, `pre-shared-key …`, `ppk …`.
   */
  readonly peers: readonly {
    /** Name of the peer within the keyring. */
    readonly name: string;
    /**
     * A remark that the device keeps; one line.
     * Allowed: at most 80 characters.
     */
    readonly description?: string;
    /**
     * The peer's address, or a network of peers: `203.0.113.1`, `10.0.0.0/8`, `2001:db8::/64`.
     * Allowed: 192.0.2.1, 10.20.0.0/16 (host bits zero) or 2001:db8::/64.
     */
    readonly address?: string;
    /**
     * The peer's host name; it is looked up in DNS.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly hostname?: string;
    /** Who the peer says it is in IKE: needed where its address is not known, as of a responder with EAP. */
    readonly identity?:
      | {
          readonly type: 'address';
          /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
          readonly address: string;
        }
      | {
          readonly type: 'fqdn';
          /** Allowed: at most 255 characters. */
          readonly fqdn: string;
        }
      | {
          readonly type: 'fqdn-domain';
          /** Allowed: at most 255 characters. */
          readonly domain: string;
        }
      | {
          readonly type: 'email';
          /** Allowed: at most 255 characters. */
          readonly email: string;
        }
      | {
          readonly type: 'email-domain';
          /** Allowed: at most 255 characters. */
          readonly domain: string;
        }
      | {
          readonly type: 'key-id';
          /** Allowed: at most 255 characters. */
          readonly keyId: string;
        };
    /** The key that both ends sign with. Only ever a `Secret`. Instead of `localKey` and `remoteKey`. */
    readonly key?: SecretRef;
    /** The key this end signs with. Only ever a `Secret`. With `remoteKey`. */
    readonly localKey?: SecretRef;
    /** The key the peer signs with. With `localKey`. */
    readonly remoteKey?: SecretRef;
    /**
     * Postquantum preshared key (RFC 8784): typed here, or from a key source. It may stand without the keys above,
     * for ends that prove themselves by certificates. IOS-XE 17.11 and later.
     */
    readonly ppk?:
      | {
          readonly manual: {
            /**
             * What both ends call the key.
             * Allowed: at most 64 characters.
             */
            readonly id: string;
            /** The key. Only ever a `Secret`. */
            readonly key: SecretRef;
            /**
             * The secret is written in hexadecimal.
             * @default as text
             */
            readonly hex?: true;
          };
          /**
           * A peer without it is refused.
           * @default it is taken all the same
           */
          readonly required?: true;
        }
      | {
          /** Where the keys come from, anew for each session. */
          readonly dynamic: Reference<'skip-client'>;
          /**
           * A peer without it is refused.
           * @default it is taken all the same
           */
          readonly required?: true;
        };
  }[];
}

/**
 * Pre-shared keys by peer. A certificate is the better choice; a key is for a peer that has none.
 * IOS-XE: `crypto ikev2 keyring <name>`.
 */
export class IkeV2Keyring extends DeviceObject<'ikev2-keyring', IkeV2KeyringProps> implements IIkeV2Keyring {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2Keyring {
    return new ExistingObject(scope, id, 'ikev2-keyring', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2KeyringProps) {
    super(scope, id, 'ikev2-keyring', () => props);
  }
}
