import { findingsIn } from '../support/rule-example';
import { anyconnectAndDuo, fieldGuide, guidesPresent, poolSlide } from '../support/seed-text';

if (!guidesPresent) console.log('skipped: ../shared/seeds is not present');

const said = (config: string, pack?: string): readonly string[] =>
  findingsIn(config, pack).map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

(guidesPresent ? describe : describe.skip)('the field guides as they stand', () => {
  test('the field guide: address against DN, a key left in the keyring, no IPsec lifetime', () => {
    expect(said(fieldGuide(), 'field-guide')).toEqual([
      'error TW-REF-001 refers to the trustpoint CA-INTERNAL, which is not there',
      'warning TW-REF-003 the IKEv2 keyring KR-WAN is of no use: no IKEv2 profile names it, so its keys are never looked at',
      'error TW-IKE-006 the peer SITEB has a pre-shared key although 203.0.113.93 proves itself by certificate',
      'warning TW-IKE-007 the peer SITEB has a local key and no remote one',
      'error TW-IKE-008 matches its peers by 203.0.113.93 while both ends say the DN of their certificate',
      'error TW-PKI-001 relies on certificates, and the device takes the time from nobody',
      'error TW-IPSEC-003 says no lifetime, so each end has the default of its make',
    ]);
  });

  test('its other end, written the same way round: neither finds the profile of the other', () => {
    const there = fieldGuide().replaceAll('203.0.113.93', '198.51.100.10').replace('10.58.1.1 ', '10.58.1.2 ');
    const both = findingsIn({ mumbai: fieldGuide(), pune: there })
      .filter(({ rule }) => rule.startsWith('TW-END'))
      .map(({ path, rule, message }) => `${path} ${rule} ${message}`);
    expect(both).toEqual([
      'mumbai/ikev2-profile/IKEV2-PROF-CERT TW-END-005 pune Tunnel100 says that it is the DN of its certificate, and the profile of Tunnel100 matches nothing like that',
      'pune/ikev2-profile/IKEV2-PROF-CERT TW-END-005 mumbai Tunnel100 says that it is the DN of its certificate, and the profile of Tunnel100 matches nothing like that',
    ]);
  });

  test('the AnyConnect and Duo guide: its router', () => {
    expect(said(anyconnectAndDuo(), 'nsa-cisa-remote-access')).toEqual([
      'warning TW-IKE-015 it is for AnyConnect, and the router offers certificates by URL',
      'warning TW-PKI-001 relies on certificates, and the device takes the time from nobody',
      'error TW-PKI-002 checks nobody for revocation',
      'error TW-AAA-001 aaa new-model without a local user: when no server answers nobody can log in',
      'error TW-PKI-003 fetches its authority from http://192.0.2.80:80/certsrv/mscep/mscep.dll and compares it with nothing',
      'error TW-RA-004 the SSL policy listens although users come by IPsec',
      'warning TW-CNSA-001 has aes-cbc-128, group 19, which CNSA 1.0 does not have',
    ]);
  });

  test('a slide of Cisco Live BRKSEC-2881: the pool Eng-pool, which is defined as Eng', () => {
    const found = findingsIn(poolSlide());
    expect(found.map(({ message, remedy }) => `${message} → ${remedy}`)).toEqual([
      'refers to the address pool Eng-pool, which is not there → there is Eng: is that meant? Else define it',
      'the address pool Eng is of no use: no authorization policy names it, so no peer is given an address of it → name it where it is meant, or take it out',
    ]);
  });
});
