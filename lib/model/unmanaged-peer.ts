import { z } from 'zod';
import { plain } from './plain-text';
import { secretRef } from './secret';
import { ikeIdentity } from './shared/ikev2-profile';
import { ikev2Proposal } from './shared/ikev2-proposal';
import { ipsecTransformSet } from './shared/ipsec-transform-set';

const end = z.object({
  /** An address, a host name, or `dynamic`. */
  address: plain(),
  /** Who it says it is in IKE. Default: its address, and with certificates what stands in that. */
  identity: ikeIdentity.optional(),
  /** What the subject of its certificate contains. */
  subject: plain().optional(),
  /** Its address in the tunnel, with a length. */
  tunnel: plain().optional(),
  networks: z.array(plain()),
});

/**
 * A peer that no target of the program is, with what the program declares of it: what the other ends must fit. Nothing is
 * written to it; a lab plays it.
 */
export const unmanagedPeer = end.extend({
  /** Construct path. */
  path: plain(),
  /** The VPN of which it is an end, by its construct path. */
  vpn: plain(),
  type: z.enum(['route-based', 'policy-based']),
  ike: ikev2Proposal.schema,
  esp: ipsecTransformSet.schema,
  /** Diffie-Hellman group for perfect forward secrecy. */
  pfs: z.number().optional(),
  authentication: z.discriminatedUnion('method', [
    z.object({ method: z.literal('pre-share'), key: secretRef }),
    z.object({ method: z.literal('certificate'), signature: z.enum(['rsa-sig', 'ecdsa-sig']) }),
  ]),
  /** The ends that it has a tunnel with. */
  ends: z.array(end.extend({ /** The peer's address in the tunnel with this end. */ peerTunnel: plain().optional() })),
});

export type UnmanagedPeer = z.output<typeof unmanagedPeer>;
export type UnmanagedPeerProps = z.input<typeof unmanagedPeer>;
