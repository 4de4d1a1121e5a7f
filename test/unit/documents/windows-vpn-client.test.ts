import { existing } from '../../../constructs/core/device-object';
import fc from 'fast-check';
import { literal, windowsVpnClientDocument } from '../../../lib/documents/windows-vpn-client';
import { nouns, type PropsOf } from '../../../lib/model/nouns';
import {
  CertTrustpoint,
  ClientFiles,
  IkeV2Proposal,
  IpsecTransformSet,
  WindowsVpnClient,
  type VpnStack,
} from 'tunnelwright';
import { wrongWith } from '../../support/noun-case';
import { holds } from '../../support/properties';
import { edge, manifestOf, problemsIn } from '../../support/scenario';

type Props = PropsOf<'windows-vpn-client'>;
const base: Props = {
  name: 'mumbai',
  address: 'vpn.example.net',
  proposals: [{ name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] }],
  transformSets: [{ name: 'TS', encryption: 'aes-gcm-256' }],
  certificate: { names: ['vpn.example.net'], extendedKeyUsage: ['server-auth'] },
  authentication: { method: 'eap-mschapv2' },
};
const scriptOf = (change: object = {}): string =>
  windowsVpnClientDocument(nouns['windows-vpn-client'].schema.parse({ ...base, ...change })).text;
const wrong = (change: object): readonly string[] => wrongWith('windows-vpn-client', { ...base, ...change });

const eap =
  '<EapHostConfig xmlns="http://www.microsoft.com/provisioning/EapHostConfig"><EapMethod>' +
  '<Type xmlns="http://www.microsoft.com/provisioning/EapCommon">26</Type>' +
  '<VendorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorId>' +
  '<VendorType xmlns="http://www.microsoft.com/provisioning/EapCommon">0</VendorType>' +
  '<AuthorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</AuthorId></EapMethod>' +
  '<Config>' +
  '<Eap xmlns="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1"><Type>26</Type>' +
  '<EapType xmlns="http://www.microsoft.com/provisioning/MsChapV2ConnectionPropertiesV1">' +
  '<UseWinLogonCredentials>false</UseWinLogonCredentials></EapType></Eap></Config></EapHostConfig>';

test('a script makes the connection of the headend', () => {
  const script = scriptOf({ connection: "Bob's VPN", routes: ['10.0.0.0/8'], dnsSuffix: 'example.net' });
  expect(script.split('\r\n')).toEqual([
    '# Makes the IKEv2 connection. The root of the certificate of the headend must be in the store of the computer',
    '# (Trusted Root Certification Authorities), not in that of the user: else Windows says 13801.',
    "$ErrorActionPreference = 'Stop'",
    '',
    "$Name = 'Bob''s VPN'",
    '$AllUsers = $false',
    `$Eap = [xml]'${eap}'`,
    '',
    'if (Get-VpnConnection -Name $Name -AllUserConnection:$AllUsers -ErrorAction SilentlyContinue) {',
    '    Remove-VpnConnection -Name $Name -AllUserConnection:$AllUsers -Force',
    '}',
    '$Connection = @{',
    '    Name                             = $Name',
    "    ServerAddress                    = 'vpn.example.net'",
    "    TunnelType                       = 'Ikev2'",
    "    EncryptionLevel                  = 'Required'",
    "    AuthenticationMethod             = 'Eap'",
    '    EapConfigXmlStream               = $Eap',
    '    SplitTunneling                   = $true',
    "    DnsSuffix                        = 'example.net'",
    '    RememberCredential               = $false',
    '    AllUserConnection                = $AllUsers',
    '    Force                            = $true',
    '}',
    'Add-VpnConnection @Connection',
    '',
    '$IPsec = @{',
    '    ConnectionName                   = $Name',
    "    EncryptionMethod                 = 'GCMAES256'",
    "    IntegrityCheckMethod             = 'SHA384'",
    "    DHGroup                          = 'ECP384'",
    "    CipherTransformConstants         = 'GCMAES256'",
    "    AuthenticationTransformConstants = 'GCMAES256'",
    "    PfsGroup                         = 'None'",
    '    AllUserConnection                = $AllUsers',
    '    Force                            = $true',
    '}',
    'Set-VpnConnectionIPsecConfiguration @IPsec',
    "Add-VpnConnectionRoute -ConnectionName $Name -DestinationPrefix '10.0.0.0/8' -AllUserConnection:$AllUsers",
    '',
  ]);
});

test('a machine certificate needs no EAP, and a connection of all users an administrator', () => {
  const script = scriptOf({ authentication: { method: 'machine-certificate' }, allUserConnection: true });
  expect(script).toMatch(/^#Requires -RunAsAdministrator\r\n/);
  expect(script).toContain("AuthenticationMethod             = 'MachineCertificate'");
  expect(script).not.toContain('Eap');
});

const server = {
  serverNames: ['radius.example.net', 'radius2.example.net'],
  trustedRoots: ['5A:89:FE:CB'.padEnd(59, ':00')],
};
test('PEAP believes the EAP server by name and root alone', () => {
  const script = scriptOf({ authentication: { method: 'eap-peap', inner: 'tls', ...server } });
  expect(script).toContain(
    '<DisableUserPromptForServerValidation>true</DisableUserPromptForServerValidation>' +
      '<ServerNames>radius.example.net;radius2.example.net</ServerNames>' +
      '<TrustedRootCA>5a 89 fe cb 00',
  );
  expect(script).toContain('<Type>25</Type>');
  expect(script).toContain('<Type>13</Type>');
  expect(script).not.toContain('<Type>26</Type>');
});

describe('algorithms', () => {
  const ike = (proposal: object) => ({ proposals: [{ name: 'P', ...proposal }] });
  const says = (script: string, name: string): string | undefined =>
    new RegExp(`${name} *= '(\\w+)'`).exec(script)?.[1];
  test.each<[object, string, string]>([
    [{ encryption: ['aes-cbc-128'], integrity: ['sha384'], group: [19] }, 'EncryptionMethod', 'AES128'],
    [{ encryption: ['aes-cbc-256'], integrity: ['sha512', 'sha256'], group: [14] }, 'IntegrityCheckMethod', 'SHA256'],
    [
      { encryption: ['aes-cbc-256'], integrity: ['sha384', 'sha256'], prf: ['sha256'], group: [14] },
      'IntegrityCheckMethod',
      'SHA256',
    ],
    [{ encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [21, 16, 19] }, 'DHGroup', 'ECP256'],
    [{ encryption: ['3des'], integrity: ['sha1'], group: [2] }, 'DHGroup', 'Group2'],
  ])('%j gives %s %s', (proposal, name, word) => {
    expect(says(scriptOf(ike(proposal)), name)).toBe(word);
  });
  test('of several proposals the first that Windows has is taken', () => {
    const proposals = [
      { name: 'best', encryption: ['aes-gcm-256'], prf: ['sha512'], group: [21] },
      { name: 'next', encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [19] },
    ];
    expect(says(scriptOf({ proposals }), 'EncryptionMethod')).toBe('AES256');
  });
  test('of what a firewall offers in one set too', () => {
    const set = { name: 'T', encryption: 'aes-cbc-256', integrity: 'sha384', furtherIntegrity: ['null', 'sha256'] };
    expect(says(scriptOf({ transformSets: [set] }), 'AuthenticationTransformConstants')).toBe('SHA256128');
  });
  test.each<[object, string]>([
    [
      ike({ encryption: ['aes-gcm-256'], prf: ['sha512'], group: [19] }),
      'proposals: P: Windows has sha384, sha256 and sha1 for integrity, and the same for the PRF; offered is sha512',
    ],
    [
      ike({ encryption: ['aes-gcm-256'], prf: ['sha384'], group: [21, 16] }),
      'proposals: P: Windows has the groups 14, 19, 20 and 24 (weak: 1, 2); offered is 21, 16',
    ],
    [
      { transformSets: [{ name: 'T', encryption: 'aes-cbc-256', integrity: 'sha384' }] },
      'transformSets: T: Windows has sha256 and sha1 for ESP, it is sha384',
    ],
    [{ transformSets: [{ name: 'T', encryption: 'gmac-256' }] }, 'transformSets: T: Windows has no gmac-256'],
    [
      { transformSets: [{ name: 'T', encryption: 'aes-gcm-256', esn: true }] },
      'transformSets: T: Windows has no 64-bit sequence numbers',
    ],
    [
      { transformSets: [{ name: 'T', encryption: 'aes-gcm-256', mode: 'transport' }] },
      'transformSets: T: Windows needs tunnel mode, it is transport',
    ],
    [{ pfs: 21 }, 'pfs: Windows has the groups 14, 19, 20 and 24 (weak: 1, 2) for perfect forward secrecy, not 21'],
  ])('%j is refused', (change, message) => {
    expect(wrong(change)).toEqual([message]);
  });
});

describe('the certificate of the headend', () => {
  test('must name the address', () => {
    const certificate = { names: ['gate.example.net'], extendedKeyUsage: ['server-auth'] };
    expect(wrong({ certificate })[0]).toContain(
      "address: Windows connects to 'vpn.example.net' and the certificate of the headend is for gate.example.net: it would refuse it (error 13801)",
    );
    expect(wrong({ certificate: { ...certificate, names: ['*.example.net'] } })).toEqual([]);
  });
  test('must be for server authentication, and that must be known', () => {
    const names = ['vpn.example.net'];
    expect(wrong({ certificate: { names, extendedKeyUsage: ['ike-intermediate'] } })[0]).toContain(
      'the certificate is for ike-intermediate; Windows demands server authentication',
    );
    expect(wrong({ certificate: { names } })[0]).toContain(
      "nothing says that the certificate is for server authentication, which Windows demands (error 13801): write ekuRequest: ['server-auth'] on the trustpoint",
    );
  });
});

describe('from the constructs of a headend', () => {
  const declare =
    (trustpoint: object, transform: object = { encryption: 'aes-cbc-256', integrity: 'sha1' }) =>
    (stack: VpnStack): void => {
      const router = edge(stack);
      const headend = {
        proposals: [
          new IkeV2Proposal(router, 'P', { encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [14] }),
        ],
        transformSets: [new IpsecTransformSet(router, 'TS', transform)],
        trustpoint: new CertTrustpoint(router, 'root', { enrollment: { type: 'terminal' }, ...trustpoint }),
      };
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      new WindowsVpnClient(files, 'mumbai', {
        address: 'flexra.example.net',
        authentication: { method: 'eap-mschapv2' },
        headend,
      });
    };
  test('the script has what they offer, and the manifest nothing of the router', () => {
    const manifest = manifestOf(declare({ fqdn: 'flexra.example.net', ekuRequest: ['server-auth'] }));
    const [item] = manifest.targets.find(({ id }) => id === 'clients')!.desired.items;
    const { text } = item!.content as { text: string };
    expect(text).toContain("CipherTransformConstants         = 'AES256'");
    expect(text).toContain("AuthenticationTransformConstants = 'SHA196'");
    expect(text).toContain("DHGroup                          = 'Group14'");
  });
  test('what does not fit is said of the client', () => {
    const found = problemsIn(
      declare({ subjectName: 'cn=other.example.net' }, { encryption: 'null', integrity: 'sha256' }),
    );
    expect(found.map((text) => text.split(': ').slice(0, 2).join(': '))).toEqual([
      'net/clients/mumbai transformSets: TS',
      "net/clients/mumbai address: Windows connects to 'flexra.example.net' and the certificate of the headend is for other.example.net",
      'net/clients/mumbai certificate.extendedKeyUsage: nothing says that the certificate is for server authentication, which Windows demands (error 13801)',
    ]);
  });
  test('a proposal that somebody else owns says nothing that could be matched', () => {
    const foreign = (stack: VpnStack): void => {
      const router = edge(stack);
      new WindowsVpnClient(new ClientFiles(stack, 'clients', { folder: 'clients' }), 'mumbai', {
        address: 'vpn.example.net',
        authentication: { method: 'eap-mschapv2' },
        headend: {
          proposals: [existing('ikev2-proposal', 'P')],
          transformSets: [new IpsecTransformSet(router, 'TS', { encryption: 'aes-gcm-256' })],
          trustpoint: new CertTrustpoint(router, 'root', {
            enrollment: { type: 'terminal' },
            fqdn: 'vpn.example.net',
            ekuRequest: ['server-auth'],
          }),
        },
      });
    };
    expect(problemsIn(foreign)).toEqual([
      'net/clients/mumbai proposals: write at least one IkeV2Proposal of the headend',
    ]);
  });
});

/** What PowerShell reads of a text in single quotes, and where it goes on: any of its four quotes doubled is one. */
const readLiteral = (text: string): { readonly value: string; readonly rest: string } => {
  const quotes = "'\u2018\u2019\u201a\u201b";
  let value = '';
  for (let i = 1; i < text.length; i++) {
    if (!quotes.includes(text[i]!)) value += text[i];
    else if (i + 1 < text.length && quotes.includes(text[i + 1]!)) value += text[i++];
    else return { value, rest: text.slice(i + 1) };
  }
  return { value, rest: 'never closed' };
};
test('nothing that a user writes gets out of its quotes', () => {
  const nasty = fc.string({
    unit: fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '"', '`', '$', '(', ')', ';', '@', 'a', ' '),
    maxLength: 20,
  });
  holds(fc.property(nasty, (text) => expect(readLiteral(literal(text))).toEqual({ value: text, rest: '' })));
});
test('text beyond ASCII begins with a byte order mark, which Windows PowerShell needs', () => {
  expect(scriptOf({ connection: 'Büro' }).startsWith('\ufeff')).toBe(true);
  expect(scriptOf().startsWith('\ufeff')).toBe(false);
});
