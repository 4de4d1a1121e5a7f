import type { Outcome } from './bench';
import { formOf, identityOf, type OracleEnd, type OraclePair } from './pair';

/** Rules that say of two ends that they do not come together: what they find must be what strongSwan finds. */
export const decisive: readonly string[] = [
  ...['001', '002', '004', '005', '006', '007', '009', '011', '012', '013', '014', '015', '016', '017', '018'].map(
    (n) => `TW-END-${n}`,
  ),
  'TW-PKI-007',
  'TW-IKE-023',
  'TW-MAP-001',
  'TW-MAP-002',
];

/** Where a Cisco device and strongSwan are not alike, and why: what counts then is what the device does. */
export interface Difference {
  readonly name: string;
  readonly reason: string;
  readonly isSo: (pair: OraclePair, said: readonly string[], outcome: Outcome) => boolean;
}

const works = ({ reached }: Outcome): boolean => reached.every((stage) => stage === 'rekeyed ike');
const reachedIke = ({ reached }: Outcome): boolean => reached.every((stage) => stage !== 'nothing');

/** Certificates that a router shows with an identity that stands in none. */
const isUnproven = (end: OracleEnd): boolean => {
  const said = identityOf(end);
  return end.proves !== 'pre-share' && said.type !== 'dn' && !(said.type === 'fqdn' && said.value === end.fqdn);
};

/** What it says stands in the common name of its certificate, and no other name does. */
const isInSubjectAlone = (end: OracleEnd): boolean => {
  const said = identityOf(end);
  return (
    end.proves !== 'pre-share' &&
    said.type === 'fqdn' &&
    said.value !== end.fqdn &&
    end.subject.startsWith(`cn=${said.value},`)
  );
};

export const differences: readonly Difference[] = [
  {
    name: 'a name that stands in the subject alone',
    reason:
      'strongSwan looks for a domain name among the alternative names of the certificate only; older devices take the common name for one, so the rule is silent where either has it',
    isSo: ({ ends }, said, outcome) => said.length === 0 && !works(outcome) && ends.some(isInSubjectAlone),
  },
  {
    name: 'a router does not look for the identity in the certificate',
    reason:
      'strongSwan takes an identity only when the certificate says the same (RFC 4945 section 3.1); IOS-XE finds its profile by the identity and checks the certificate alone. Between two routers a rule must not say that it fails; where the other end is a firewall it does',
    isSo: ({ ends }, said, outcome) =>
      said.length === 0 &&
      !works(outcome) &&
      ends.some(isUnproven) &&
      ends.every(({ platform }) => platform === 'ios-xe'),
  },
  {
    name: 'strongSwan narrows',
    reason:
      'where networks overlap strongSwan agrees on what both have (RFC 7296 section 2.9); an ASA refuses what its list does not have as it is (Cisco technote 117337), so the rule warns',
    isSo: (pair, said, outcome) =>
      formOf(pair) === 'policies' &&
      said.length > 0 &&
      said.every((rule) => rule === 'TW-END-013') &&
      reachedIke(outcome),
  },
  {
    name: 'strongSwan narrows what a tunnel interface asks for',
    reason:
      'strongSwan takes the part of everything that a list holds; a tunnel interface of a Cisco device asks for everything and takes nothing less (Cisco technote 214728), so the rule says that they do not come together',
    isSo: (pair, said, outcome) =>
      formOf(pair) === 'mixed' && said.length > 0 && said.every((rule) => rule === 'TW-END-018') && reachedIke(outcome),
  },
  {
    name: 'the key that an FMC has',
    reason:
      'keys are compared where configuration files show them; an FMC shows none, and of two references in a program nobody knows whether they hold the same',
    isSo: ({ ends }, said, outcome) =>
      said.length === 0 &&
      !works(outcome) &&
      ends.some(({ platform }) => platform === 'ftd') &&
      ends.some(({ proves }) => proves === 'pre-share') &&
      ends[0].key !== ends[1].key,
  },
  {
    name: 'both ends dial addresses that neither has',
    reason:
      'nothing shows then that two ends belong together: each may be the end of a tunnel to a device that is not declared, so the rules are silent',
    isSo: ({ ends }, said, outcome) =>
      said.length === 0 && !works(outcome) && ends.every(({ dials, overridden }) => dials === 'nobody' || overridden),
  },
];
