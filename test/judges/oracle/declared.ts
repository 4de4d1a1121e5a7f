import type { Construct } from 'constructs';
import {
  CertTrustpoint,
  Fmc,
  IkeV2Proposal,
  IpsecTransformSet,
  Secret,
  type AsaFirewall,
  type IkeV2ProposalProps,
  type IosXeRouter,
  type IpsecTransformSetProps,
} from 'tunnelwright';
import { declare } from '../../../lib/synth/declaration';
import type { Issuer } from './certificates';
import { formOf, type OracleEnd, type OraclePair, type Place } from './pair';

/** Environment variables of which the text of a device shows the value. */
export const keyName = (slot: number, key: 0 | 1): string => `ORACLE_${slot}_${key}`;

export interface Context {
  readonly pair: OraclePair;
  readonly end: OracleEnd;
  readonly place: Place;
  readonly issuer: Issuer;
}
export type Device = IosXeRouter | AsaFirewall | Fmc;
export const secretOf = ({ end, place }: Context) => Secret.fromEnv(keyName(place.slot, end.key));

const enrollment = { type: 'url', url: 'http://ca.example.net/scep' } as const;
/** The authority by which a trustpoint checks: an FMC has its fingerprint for the enrolment. */
const authorityProps = (device: Device, fingerprint: string) =>
  Fmc.isFmc(device) ? { fingerprint } : { ca: { fingerprint } };

export const trustpointOf = (device: Device, { end, place, issuer }: Context): CertTrustpoint =>
  new CertTrustpoint(device, 'own', {
    name: 'OWN',
    enrollment,
    ...(end.proves === 'ecdsa-sig' ? { ecKeypair: 'KEY' } : { rsaKeypair: { label: 'KEY', bits: 2048 } }),
    subjectName: place.named(end.subject),
    fqdn: end.fqdn === undefined ? 'none' : place.named(end.fqdn),
    revocationCheck: ['none'],
    ...authorityProps(device, issuer.authorities[end.authority].fingerprint),
  });

/** Offers of a device. An ASA numbers its policies. */
export const proposalsOf = (device: Device, { end }: Context): readonly IkeV2Proposal[] =>
  end.ike.map((each, i) => new IkeV2Proposal(device, `${10 * (i + 1)}`, each as IkeV2ProposalProps));
export const setsOf = (device: Device, { end }: Context): IpsecTransformSet[] =>
  end.esp.map((each, i) => new IpsecTransformSet(device, `ESP${i}`, each as IpsecTransformSetProps));

/** The trustpoint of the peer's authority, where that is another one than its own. */
export const peersOf = (device: Device, { end, issuer }: Context): CertTrustpoint | undefined =>
  end.trusts === end.authority
    ? undefined
    : new CertTrustpoint(device, 'peers', {
        name: 'PEERS',
        enrollment,
        rsaKeypair: { label: 'KEY', bits: 2048 },
        revocationCheck: ['none'],
        ...authorityProps(device, issuer.authorities[end.trusts].fingerprint),
      });

/** What a list says: `wide` of both, before a tunnel interface, is everything. */
export const protectedBy = ({ pair, end, place }: Context) =>
  end.networks.here.flatMap((here) =>
    end.networks.there.map((there) => {
      const all = formOf(pair) === 'mixed' && here === 'wide' && there === 'wide';
      return {
        action: 'permit' as const,
        source: all ? 'any' : place.network(here),
        destination: all ? 'any' : place.peer.network(there),
      };
    }),
  );

/** What has its interfaces by other ways than this program: a SiteToSiteVpn says where it is reached. */
export const reach = (end: Construct, { place }: Context): void => {
  declare(end, { as: 'reached', address: place.address });
};

export const tunnelProps = ({ place }: Context) => ({
  name: 'Tunnel1',
  address: `10.250.${place.slot}.${place.side + 1}/30`,
});
