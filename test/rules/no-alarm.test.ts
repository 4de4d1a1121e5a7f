import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, nothingFound } from '../../lib/rules/engine/waiver';
import { findingsIn } from '../support/rule-example';
import { exampleNames, synthesised } from '../support/seed-examples';

/** What is waived in the examples, by their own word. */
const waived: Readonly<Record<string, readonly string[]>> = {
  'flexvpn/keyring': [
    'TW-REF-003 keyring/edge/by-key',
    'TW-REF-003 keyring/edge/by-certificate',
    'TW-REF-003 keyring/edge/by-mail',
  ],
  'asa-windows-eap/original': [
    'TW-IKE-004 asa-windows-eap-original/asa/10',
    'TW-IKE-004 asa-windows-eap-original/asa/ipsec-proposal',
  ],
  'flexvpn/anyconnect-eap-ldap': ['TW-AAA-005 anyconnect-eap-ldap/edge/AD_SRV'],
  clients: ['TW-REF-003 clients/edge/users-esp'],
  'organisation-module/network': ['TW-IPSEC-003 example/staff/staff/Default/ipsec-profile'],
};

describe('no alarm', () => {
  test.each(exampleNames)('on examples/%s, but for what it waives', (name) => {
    const { said, manifests } = synthesised(name);
    expect(said).toBe('');
    const judged = manifests.map(({ lint }) => judge(lint ?? nothingFound, '2026-01-01'));
    expect(judged.flatMap(({ counted }) => counted)).toEqual([]);
    expect(judged.flatMap((each) => each.waived.map(({ found }) => `${found.rule} ${found.path}`))).toEqual(
      waived[name] ?? [],
    );
  });
});

/** What a reader of these configurations agrees with, and why. */
const agreed: Readonly<Record<string, readonly (readonly [finding: string, why: string])[]>> = {
  'fu_hub_1.config': [],
  'fu_spoke_1.config': [],
  'jc05_site-a.ios': [
    [
      'TW-REF-001 SITE_A/tunnel-interface/Tunnel101',
      'protected by the profile IPV4; the two that are there are IKEV1 and IKEV2',
    ],
    ['TW-REF-003 SITE_A/ipsec-transform-set/AES256/SHA/TUNNEL/L2L', 'both profiles set ESP-NULL'],
    ['TW-REF-003 SITE_A/ipsec-transform-set/DES', 'both profiles set ESP-NULL'],
    ['TW-IKE-004 SITE_A/ipsec-transform-set/DES', 'esp-des and esp-md5-hmac'],
    ['TW-IKE-004 SITE_A/ipsec-transform-set/ESP-NULL', 'esp-md5-hmac'],
    ['TW-IKE-005 SITE_A/ikev2-keyring/IKEV2', 'address 0.0.0.0 0.0.0.0 with a key'],
    ['TW-IKE-025 SITE_A/line/72', 'hash md5, group 2, and no encryption: DES is the default'],
    ['TW-IKE-027 SITE_A/line/72', 'crypto isakmp policy'],
    ['TW-IPSEC-002 SITE_A/ipsec-transform-set/ESP-NULL', 'esp-null in use'],
  ],
};
const directory = join(__dirname, '../../../shared/samples/running-config');
const present = existsSync(directory);
if (!present) console.log(`skipped: ${directory} is not present`);

(present ? describe : describe.skip)('configurations of real devices', () => {
  test.each(Object.entries(agreed))('%s: only what a reader agrees with', (name, expected) => {
    const found = findingsIn({
      [name === 'jc05_site-a.ios' ? 'SITE_A' : name]: readFileSync(join(directory, name), 'utf8'),
    });
    const at = (path: string): string => path.slice(path.indexOf('/'));
    expect(found.map(({ rule, path }) => `${rule} SITE_A${at(path)}`)).toEqual(expected.map(([finding]) => finding));
  });
});
