import { Construct } from 'constructs';
import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import type { PropsOf } from '../../../lib/model/nouns';
import { ikeIdentity } from '../../../lib/model/shared/ikev2-profile';
import { hostName } from '../../../lib/model/values';
import { wording } from '../../../lib/model/wording';
import { reportViolations, type Violation } from '../../core/checks';
import { isMistyped } from '../../core/typed-props';

type Identity = NonNullable<PropsOf<'ikev2-profile'>['identityLocal']>;

/** Who a peer says it is in IKE (RFC 7296 section 3.5). */
export type PeerIdentity = Exclude<Identity, { readonly type: 'dn' }>;

export interface ExternalPeerProps {
  /**
   * Where it is reached: an address like `203.0.113.50`; a host name like `vpn.example.com`, which routers look up at
   * each connection; or `dynamic`, where its address is not known and it opens the connection.
   */
  readonly address: string;
  /** Who it says it is in IKE, with a pre-shared key. Default: its address, or the host name that is its address. */
  readonly identity?: PeerIdentity;
  /** What the subject of its certificate contains, for example `cn = gw.example.com`. Needed by routers, with certificates. */
  readonly subject?: string;
}

const brand = Symbol.for('tunnelwright.external-peer');

/** A host name, and not an address that is mistyped. */
const isName = (text: string): boolean => hostName.safeParse(text).success && !isIpv4(text) && !isIpv6(text);

/**
 * The gateway of a cloud, a partner or a provider: an end of a VPN that this program does not manage. Nothing is ever
 * written to it; the other end is declared to fit it. Give it to `SiteToSiteVpn` as the `peer` of an end.
 */
export class ExternalPeer extends Construct {
  /** An address, a host name, or `dynamic`. */
  readonly address!: string;
  /** Undefined: its address. */
  readonly identity: PeerIdentity | undefined;
  /** What the subject of its certificate contains. */
  readonly subject: string | undefined;

  constructor(scope: Construct, id: string, props: ExternalPeerProps) {
    super(scope, id);
    Object.defineProperty(this, brand, { value: true });
    if (isMistyped(this, 'ExternalPeer', props)) return;
    this.address = props.address;
    this.subject = props.subject;
    const named = typeof props.address === 'string' && props.address !== 'dynamic' && isName(props.address);
    this.identity = props.identity ?? (named ? { type: 'fqdn', fqdn: props.address } : undefined);
    reportViolations(this, violationsOf(props), 'prop.invalid');
  }

  /** Whether a value is an external peer, of whichever copy of this package. */
  static isExternalPeer(value: unknown): value is ExternalPeer {
    return typeof value === 'object' && value !== null && brand in value;
  }
}

const violationsOf = ({ address, identity, subject }: ExternalPeerProps): readonly Violation[] => [
  ...(hostName.safeParse(address).success
    ? []
    : [['address', `'${address}' is not a valid peer: write an address, a host name, or 'dynamic'`] as const]),
  ...(identity === undefined
    ? []
    : (ikeIdentity.safeParse(identity, { error: wording }).error?.issues ?? []).map((issue): Violation => [
        'identity',
        issue.message,
      ])),
  ...((identity?.type as string | undefined) === 'dn'
    ? [['identity', "a peer with a certificate is known by its subject: write subject: 'cn = gw.example.com'"] as const]
    : []),
  ...(subject !== undefined && typeof subject !== 'string'
    ? [['subject', "is not text: write what it contains, like 'cn = gw.example.com'"] as const]
    : []),
];
