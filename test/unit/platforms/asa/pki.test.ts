import { certificatesIn } from '../../../../lib/engine/pki/certificates';
import { keysIn } from '../../../../lib/engine/pki/observed';
import { pki } from '../../../../lib/platforms/asa/pki';

test('what an ASA lists: own certificates, authorities, and requests that wait', () => {
  const shown = `Certificate
  Status: Pending terminal enrollment
  Key Usage: General Purpose
  Associated Trustpoint: NEW

Certificate
  Status: Available
  Certificate Serial Number: 11000000146ca2
  Certificate Usage: General Purpose
  Public Key Type: RSA (2048 bits)
  Signature Algorithm: SHA256 with RSA Encryption
  Issuer Name:
    cn=Example CA
    dc=example
    dc=net
  Subject Name:
    cn=asa.example.net
    o=Example
    hostname=asa.example.net
  Validity Date:
    start date: 09:20:43 GMT Nov 1 2023
    end   date: 09:20:43 GMT Oct 31 2025
  Associated Trustpoints: VPN WEB

CA Certificate
  Status: Available
  Issuer Name:
    cn=Example CA
  Subject Name:
    cn=Example CA
  Validity Date:
    start date: 15:49:05 GMT Oct 30 2023
    end   date: 15:59:04 GMT Oct 30 2028
  Associated Trustpoints: VPN
`;
  expect(certificatesIn(shown.replaceAll('\n', '\r\n'))).toEqual([
    {
      role: 'certificate',
      subject: 'cn=asa.example.net,o=Example,hostname=asa.example.net',
      issuer: 'cn=Example CA,dc=example,dc=net',
      expires: '2025-10-31T09:20:43Z',
      holders: ['VPN', 'WEB'],
    },
    {
      role: 'CA certificate',
      subject: 'cn=Example CA',
      issuer: 'cn=Example CA',
      expires: '2028-10-30T15:59:04Z',
      holders: ['VPN'],
    },
  ]);
});

test.each([
  ['Fingerprint:     ae7b21b0 3019a3f3 363d140a e322b988 ', { md5: 'AE7B21B03019A3F3363D140AE322B988' }],
  [
    'Fingerprint SHA1: 0A80CC2C 9C779D20 9071E790 B82421DE B47E9006',
    { sha1: '0A80CC2C9C779D209071E790B82421DEB47E9006' },
  ],
  ['Fingerprint:     ae7b21b0', {}],
])('%s', (shown, prints) => {
  expect(pki.prints(`INFO: Certificate has the following attributes:\n${shown}\n`)).toEqual(prints);
});

test('a key whose data is cut is there all the same', () => {
  const shown = `Key pair was generated at: 10:14:25 UTC Nov 5 2019
Key name: <Default-RSA-Key>
 Usage: General Purpose Key
 Modulus Size (bits): 2048
 Key Data:

  30820122 300d0609
`;
  expect([...keysIn('rsa', shown)]).toEqual([['rsa <Default-RSA-Key>', { spki: undefined, bits: undefined }]]);
});

test('a certificate whose lines lost their indentation has its names all the same', () => {
  const flat = [
    'Certificate',
    'Status: Available',
    'Certificate Serial Number (hex): 0A',
    'Issuer:',
    'cn=ROOT CA',
    'o=Example',
    'Subject:',
    'Name: edge.example.net',
    'Serial Number: PID:C8300 SN:ABC123',
    'cn=edge.example.net',
    'CRL Distribution Points:',
    'http://crl.example.net/ca.crl',
    'Validity Date:',
    'start date: 10:00:00 UTC Jan 1 2026',
    'end date: 10:00:00 UTC Jan 1 2027',
    'Associated Trustpoints: CA-INTERNAL',
  ].join('\n');
  expect(certificatesIn(flat)).toEqual([
    {
      role: 'certificate',
      subject: 'cn=edge.example.net',
      issuer: 'cn=ROOT CA,o=Example',
      expires: '2027-01-01T10:00:00Z',
      holders: ['CA-INTERNAL'],
    },
  ]);
});
