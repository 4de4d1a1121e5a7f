import { existing } from '../../core/device-object';
import type { Construct } from 'constructs';
import { IkeV2Keyring } from '../../generated/ikev2/ikev2-keyring';
import { IkeV2Profile, type IkeV2ProfileProps } from '../../generated/ikev2/ikev2-profile';
import { CertificateMap } from '../../generated/pki/certificate-map';
import type { PeerIdentity } from './external-peer';
import { isDynamic, type TunnelEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';

/** How a router and its peer prove who they are. */
export interface RouterProof {
  /** The IKEv2 profile. */
  readonly profile: IkeV2Profile;
  /** With a pre-shared key, where peers are known by address. */
  readonly keyring?: IkeV2Keyring;
  /** With certificates. */
  readonly certificateMap?: CertificateMap;
}

/** One tunnel of a router as its profile is made. */
export interface Proving {
  readonly own: TunnelEnd;
  readonly far: TunnelEnd;
  readonly vpn: string;
  readonly props: SiteToSiteVpnProps;
  /** What the tunnels of peers that call are cloned from. */
  readonly template?: IkeV2ProfileProps['virtualTemplate'];
}

type Common = Pick<IkeV2ProfileProps, 'name' | 'lifetime' | 'dpd' | 'virtualTemplate' | 'matchLocal' | 'matchFvrf'>;

/** The profile of one tunnel, and what it needs. */
export const proofOf = (scope: Construct, proving: Proving): RouterProof => {
  const { own, vpn, props, template } = proving;
  const common: Common = {
    name: `${props.names?.profile ?? vpn}${own.suffix}`,
    lifetime: props.lifetimes?.ike ?? 28800,
    dpd: props.dpd === 'off' ? undefined : { mode: 'on-demand', ...(props.dpd ?? { interval: 10, retry: 2 }) },
    virtualTemplate: template,
    // The peer is the same over both lines.
    matchLocal: own.lined && [own.end.address],
    matchFvrf: own.end.vrf,
  };
  const { authentication } = props;
  return authentication.method === 'pre-share'
    ? byKey(scope, proving, common, authentication.key)
    : byCertificate(scope, proving, common, authentication);
};

type With<M> = Extract<SiteToSiteVpnProps['authentication'], { readonly method: M }>;

/** A peer with a certificate sends its DN, which an address never matches: the map looks into the certificate. */
const byCertificate = (
  scope: Construct,
  { own, far, vpn, props }: Proving,
  common: Common,
  { signature, trustpoint }: With<'certificate'>,
): RouterProof => {
  const certificateMap = new CertificateMap(scope, 'certificate-map', {
    name: `${props.names?.certificateMap ?? vpn}${own.suffix}`,
    rules: [{ field: 'subject-name', operator: 'co', value: far.end.subject! }],
  });
  const profile = new IkeV2Profile(scope, 'profile', {
    ...common,
    matchCertificates: [certificateMap],
    identityLocal: { type: 'dn' },
    authenticationRemote: [signature],
    authenticationLocal: signature,
    trustpoints: [existing('cert-trustpoint', trustpoint)],
  });
  return { profile, certificateMap };
};

const matched = (identity: PeerIdentity): Partial<IkeV2ProfileProps> => {
  switch (identity.type) {
    case 'address':
      return { matchRemoteAddresses: [identity.address] };
    case 'fqdn':
      return { matchRemoteFqdns: [identity.fqdn] };
    case 'email':
      return { matchRemoteEmails: [identity.email] };
    case 'key-id':
      return { matchRemoteKeyIds: [identity.keyId] };
  }
};

/** The profile is chosen by identity, so the key of a peer with a name is part of it; a keyring is searched by address. */
const byKey = (
  scope: Construct,
  { own, far, vpn, props }: Proving,
  common: Common,
  key: With<'pre-share'>['key'],
): RouterProof => {
  const identityLocal = own.end.identity ?? { type: 'address' as const, address: own.end.address };
  const { identity } = far.end;
  if (identity !== undefined && (identity.type !== 'address' || isDynamic(far.end))) {
    const profile = new IkeV2Profile(scope, 'profile', {
      ...common,
      ...matched(identity),
      identityLocal,
      authenticationRemote: [{ method: 'pre-share', key }],
      authenticationLocal: { method: 'pre-share', key },
    });
    return { profile };
  }
  const keys = own.end.symmetricKey ? { key } : { localKey: key, remoteKey: key };
  const peer = { name: own.end.names?.keyringPeer ?? far.name, address: far.end.address, ...keys };
  const keyring = new IkeV2Keyring(scope, 'keyring', {
    name: `${props.names?.keyring ?? vpn}${own.suffix}`,
    peers: [peer],
  });
  const profile = new IkeV2Profile(scope, 'profile', {
    ...common,
    ...matched(identity ?? { type: 'address', address: far.end.address }),
    identityLocal,
    authenticationRemote: ['pre-share'],
    authenticationLocal: 'pre-share',
    keyring,
  });
  return { profile, keyring };
};
