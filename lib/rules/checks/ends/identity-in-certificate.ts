import { askedNames } from '../../facts/certificate';
import { claimOf } from '../../facts/claim';
import type { End } from '../../facts/end';
import { called, onEnds } from '../../facts/pairs';
import { isByCertificate } from '../../facts/profile';
import { createFinding, type Rule } from '../../engine/rule';

/** Whether a certificate is asked for an address. Of one that is asked for nothing the authority decides. */
const mayHaveAddress = ({ shows }: End): boolean =>
  shows.length === 0 ||
  shows.some((each) => {
    const asked = each && askedNames(each.noun);
    return asked === undefined || (each!.noun.ipAddress ?? 'none') !== 'none';
  });

export const peerLooksInCertificate: Rule = {
  id: 'TW-END-016',
  title: 'An identity that a firewall does not find in the certificate',
  why: 'A firewall takes a peer only when its certificate says the same as its identity (`peer-id-validate req` of an ASA, Peer Identity Validation of the FMC, both the default; RFC 4945 section 3.1). A router that is not told otherwise says its address, and no certificate has that unless it is asked for; a key id stands in none. Two routers do not look.',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'cert-trustpoint', 'tunnel-group', 'vpn-topology'],
  ofSeveral: true,
  check: onEnds((end, peer) => {
    if (!peer.looksInCertificate || end.profile === undefined || !isByCertificate(end.proves)) return [];
    const said = claimOf(end, peer.dials[0]);
    if (said === undefined || (said[0] !== 'address' && said[0] !== 'key-id')) return [];
    if (said[0] === 'address' && mayHaveAddress(end)) return [];
    return [
      createFinding(
        end.profile,
        `says that it is ${said[1]}, which is not in its certificate, and ${called(peer)} looks for it there`,
        "write identityLocal: { type: 'dn' }, or the fqdn of the trustpoint",
      ),
    ];
  }),
};
