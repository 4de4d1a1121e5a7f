import { z } from 'zod';
import { anyAddress, hostOrNetwork, interfaceRef, vrfRef } from '../choices';
import {
  localAuthentication,
  profileAccounting,
  profileAuthentication,
  profileAuthorization,
  remoteAuthentication,
} from './ike-authentication';
import { profileContradictions } from './ikev2-profile-checks';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { integer, objectName, oneWord, preference, text } from '../values';

/** How an IKE identity is named (RFC 7296 section 3.5). `dn` is the subject of this end's certificate. */
export const ikeIdentity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dn') }),
  z.strictObject({ type: z.literal('address'), address: anyAddress }),
  z.strictObject({ type: z.literal('fqdn'), fqdn: oneWord(255, 'domain name') }),
  z.strictObject({ type: z.literal('email'), email: oneWord(255, 'mail address') }),
  z.strictObject({ type: z.literal('key-id'), keyId: oneWord(255, 'key id') }),
]);
export type IkeIdentity = z.infer<typeof ikeIdentity>;

const on = z.literal(true).optional();

/** What the IKE SA with a set of peers is: whom to believe, who to be, for how long. */
export const ikev2Profile = noun(
  'ikev2-profile',
  'IKEv2 profile',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Only for this front VRF, or `any`. Default: the global VRF. */
      matchFvrf: vrfRef.optional(),
      /** Only for connections to this local address, or to that of an interface. Default: all. */
      matchLocal: preference(z.union([anyAddress, z.strictObject({ interface: interfaceRef })]), 'address').optional(),
      /** Peers that identify themselves by one of these addresses, or by one of a network: `10.0.0.0/8`. */
      matchRemoteAddresses: preference(hostOrNetwork, 'address').optional(),
      /** Peers that identify themselves by one of these names. */
      matchRemoteFqdns: preference(oneWord(255, 'domain name'), 'domain name').optional(),
      /** Peers that identify themselves by a name in one of these domains. */
      matchRemoteFqdnDomains: preference(oneWord(255, 'domain name'), 'domain name').optional(),
      /** Peers that identify themselves by one of these mail addresses. */
      matchRemoteEmails: preference(oneWord(255, 'mail address'), 'mail address').optional(),
      /** Peers that identify themselves by a mail address in one of these domains. */
      matchRemoteEmailDomains: preference(oneWord(255, 'domain name'), 'domain name').optional(),
      /** Peers that identify themselves by one of these key ids: the group that AnyConnect sends. */
      matchRemoteKeyIds: preference(oneWord(255, 'key id'), 'key id').optional(),
      /** Whatever a peer says it is. */
      matchRemoteAny: on,
      /** Peers whose certificate one of these maps matches: the only match that works for a peer that sends its DN. */
      matchCertificates: preference(ref('certificate-map'), 'certificate map').optional(),
      /** Only for connections that peers open. IOS-XE 17.9 and later. */
      matchInboundOnly: on,
      /** Only for tunnels that one of the device's own applications builds. Default: for all. */
      matchApplication: z.enum(['sdwan', 'autovpn']).optional(),
      /** Who this end says it is. Default: its address. */
      identityLocal: ikeIdentity.optional(),
      /** How the peer proves itself; several methods may be allowed. */
      authenticationRemote: preference(remoteAuthentication, 'authentication method').optional(),
      /** How this end proves itself. */
      authenticationLocal: localAuthentication.optional(),
      /** Needed with `pre-share`, unless the key stands in the method or comes from `keyringAaa`. */
      keyring: ref('ikev2-keyring').optional(),
      /** Pre-shared keys from a RADIUS server, asked by the peer's identity. */
      keyringAaa: z
        .strictObject({
          list: ref('aaa-authorization-list'),
          /** What of the identity is the name to ask for. Default: all of it. */
          nameMangler: ref('ikev2-name-mangler').optional(),
          /** Password to ask with. Only ever a `Secret`. Default: `cisco`. */
          password: secretRef.optional(),
        })
        .optional(),
      /** The keyring whose peers have postquantum preshared keys (`ppk`, RFC 8784). IOS-XE 17.11 and later. */
      keyringPpk: ref('ikev2-keyring').optional(),
      /** Needed with a signature method. `sign`: only to prove this end; `verify`: only to check the peer. */
      trustpoints: preference(
        z.union([
          ref('cert-trustpoint'),
          z.strictObject({ trustpoint: ref('cert-trustpoint'), use: z.enum(['sign', 'verify']) }),
        ]),
        'trustpoint',
      ).optional(),
      /** IKE SA lifetime in seconds, 120 to 86400, or `certificate`: as long as the peer's. Default: 86400. */
      lifetime: z.union([integer(120, 86400, 'seconds'), z.literal('certificate')]).optional(),
      /** Dead peer detection: seconds between probes (10 to 3600), between retries (2 to 60), and when. Default: off. */
      dpd: z
        .object({
          interval: integer(10, 3600, 'seconds'),
          retry: integer(2, 60, 'seconds'),
          mode: z.enum(['on-demand', 'periodic']),
        })
        .optional(),
      /** Seconds between keepalives through NAT, 5 to 3600. Default: none. */
      natKeepalive: integer(5, 3600, 'seconds').optional(),
      /** UDP encapsulation even where there is no NAT. */
      natForceEncap: on,
      /** The VRF of what is inside the tunnels. It must have an address family. Default: global. */
      ivrf: vrfRef.optional(),
      /** Who checks the password of a peer that uses EAP; one for each method. */
      aaaAuthentication: preference(profileAuthentication, 'AAA authentication').optional(),
      /** Who says what a peer may have; one for each of group and user, and each method. */
      aaaAuthorization: preference(profileAuthorization, 'AAA authorization').optional(),
      /** Who is told of connections; one for each method. */
      aaaAccounting: preference(profileAccounting, 'AAA accounting').optional(),
      /** What each tunnel of a peer is cloned from. `auto`: the peer decides between GRE and IPsec, IPv4 and IPv6. */
      virtualTemplate: z
        .union([
          ref('virtual-template'),
          z.strictObject({ template: ref('virtual-template'), mode: z.literal('auto') }),
        ])
        .optional(),
      /** The client profile that AnyConnect downloads. */
      anyconnectProfile: ref('anyconnect-profile').optional(),
      /** Sessions survive a change of the client's network: true, or with seconds that they wait (600 to 86400, default 1800). */
      reconnect: z.union([z.literal(true), z.strictObject({ timeout: integer(600, 86400, 'seconds') })]).optional(),
      /** Send peers to the least loaded gateway of a cluster, after authentication. */
      redirectGatewayAuth: on,
      /** Ask the peer for its configuration. Default: true. */
      configExchangeRequest: z.boolean().optional(),
      /** Take the configuration that a peer sends unasked. Default: true. */
      configExchangeSetAccept: z.boolean().optional(),
      /** Send this end's configuration unasked. Default: true. */
      configExchangeSetSend: z.boolean().optional(),
      /** Take every connection of a peer for its first: its older ones go. */
      initialContactForce: on,
      /** Keep the profile and use it for no peer. */
      shutdown: on,
      /** Identities and authentication come from a RADIUS server. Excludes every static line of them. */
      dynamic: on,
    })
    .superRefine(profileContradictions),
);
