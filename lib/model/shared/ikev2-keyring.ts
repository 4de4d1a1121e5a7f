import { z } from 'zod';
import { anyAddress, hostOrNetwork } from '../choices';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { hostName, objectName, oneWord, text } from '../values';

/** How a peer names itself in IKE (RFC 7296 section 3.5), one or all of a domain. */
const peerIdentity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('address'), address: anyAddress }),
  z.strictObject({ type: z.literal('fqdn'), fqdn: oneWord(255, 'domain name') }),
  z.strictObject({ type: z.literal('fqdn-domain'), domain: oneWord(255, 'domain name') }),
  z.strictObject({ type: z.literal('email'), email: oneWord(255, 'mail address') }),
  z.strictObject({ type: z.literal('email-domain'), domain: oneWord(255, 'domain name') }),
  z.strictObject({ type: z.literal('key-id'), keyId: oneWord(255, 'key id') }),
]);

const required = z.literal(true).optional();
/** A key that goes into the session keys besides the key exchange, so that quantum computers do not find them. */
const ppk = z.union([
  z.strictObject({
    manual: z.strictObject({
      /** What both ends call the key. */
      id: oneWord(64, 'key id'),
      /** The key. Only ever a `Secret`. */
      key: secretRef,
      /** The secret is written in hexadecimal. Default: as text. */
      hex: z.literal(true).optional(),
    }),
    /** A peer without it is refused. Default: it is taken all the same. */
    required,
  }),
  z.strictObject({
    /** Where the keys come from, anew for each session. */
    dynamic: ref('skip-client'),
    /** A peer without it is refused. Default: it is taken all the same. */
    required,
  }),
]);

/** Pre-shared keys by peer. A certificate is the better choice; a key is for a peer that has none. */
export const ikev2Keyring = noun(
  'ikev2-keyring',
  'IKEv2 keyring',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** The peers and their keys. */
    peers: z
      .array(
        z
          .strictObject({
            /** Name of the peer within the keyring. */
            name: objectName,
            /** A remark that the device keeps; one line. */
            description: text(80).optional(),
            /** The peer's address, or a network of peers: `203.0.113.1`, `10.0.0.0/8`, `2001:db8::/64`. */
            address: hostOrNetwork.optional(),
            /** The peer's host name; it is looked up in DNS. */
            hostname: hostName.optional(),
            /** Who the peer says it is in IKE: needed where its address is not known, as of a responder with EAP. */
            identity: peerIdentity.optional(),
            /** The key that both ends sign with. Only ever a `Secret`. Instead of `localKey` and `remoteKey`. */
            key: secretRef.optional(),
            /** The key this end signs with. Only ever a `Secret`. With `remoteKey`. */
            localKey: secretRef.optional(),
            /** The key the peer signs with. With `localKey`. */
            remoteKey: secretRef.optional(),
            /**
             * Postquantum preshared key (RFC 8784): typed here, or from a key source. It may stand without the keys above,
             * for ends that prove themselves by certificates. IOS-XE 17.11 and later.
             */
            ppk: ppk.optional(),
          })
          .superRefine((peer, context) => {
            const issue = (path: string, message: string) =>
              context.addIssue({ code: 'custom', path: [path], message });
            if (!peer.address && !peer.hostname && !peer.identity)
              issue('address', 'a peer without address, hostname or identity is never found: write one of them');
            if (peer.key && (peer.localKey || peer.remoteKey))
              issue(
                'key',
                'key is for both directions: leave localKey and remoteKey out, or write both and leave key out',
              );
            else if (peer.ppk && !peer.key && !peer.localKey && !peer.remoteKey) return;
            else if (!peer.key && (!peer.localKey || !peer.remoteKey))
              issue('key', 'write key for both directions, or localKey and remoteKey, each as a Secret');
          }),
      )
      .min(1, { error: 'write at least one peer' })
      .refine((peers) => new Set(peers.map((peer) => peer.name)).size === peers.length, {
        error: 'two peers have one name: give each its own',
      }),
  }),
);
