/** The script for Windows' own client: by the grammar of tree-sitter, and by PowerShell itself where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { windowsVpnClientDocument } from '../../lib/documents/windows-vpn-client';
import { nouns, type NounOf, type PropsOf } from '../../lib/model/nouns';
import { seed } from '../support/properties';
import { judge } from './support/judge';
import { missingModules, python } from './support/python';

type Client = NounOf<'windows-vpn-client'>;
interface Call {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
}

const roots = ['0123456789abcdef0123456789abcdef01234567', 'ffeeddccbbaa99887766554433221100ffeeddcc'];
const server = { serverNames: ['ise.example.net', 'ise2.example.net'], trustedRoots: roots };
const base: PropsOf<'windows-vpn-client'> = {
  name: 'mumbai',
  address: 'vpn.example.net',
  proposals: [{ name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] }],
  transformSets: [{ name: 'TS', encryption: 'aes-gcm-256' }],
  certificate: { names: ['vpn.example.net'], extendedKeyUsage: ['server-auth'] },
  authentication: { method: 'eap-mschapv2' },
};
const clientOf = (change: object): Client => nouns['windows-vpn-client'].schema.parse({ ...base, ...change });

const authentications = [
  { method: 'machine-certificate' },
  { method: 'eap-mschapv2' },
  { method: 'eap-tls', ...server },
  { method: 'eap-peap', ...server },
  { method: 'eap-peap', inner: 'tls', ...server },
] as const;
const clients = fc
  .record({
    connection: fc.constantFrom("Bob's VPN", 'a$(x)`b', 'caf\u00e9 \u2019\u2018 "x"', "it''s", 'plain', '@{a=1} #'),
    authentication: fc.constantFrom(...authentications),
    routes: fc.option(fc.constantFrom(['10.0.0.0/8'], ['192.168.0.0/16', '10.20.0.0/22']), { nil: undefined }),
    dnsSuffix: fc.option(fc.constant('example.net'), { nil: undefined }),
    rememberCredential: fc.boolean(),
    allUserConnection: fc.boolean(),
  })
  // A machine certificate has no password.
  .filter(
    ({ authentication, rememberCredential }) => !rememberCredential || authentication.method !== 'machine-certificate',
  )
  .map(clientOf);

/** What the XML of the login must say: types of EAP from outside to inside, names and roots of its server. */
const loginOf = ({ authentication: proof }: Client): unknown => {
  if (proof.method === 'machine-certificate') return undefined;
  const types = { 'eap-mschapv2': ['26', '26'], 'eap-tls': ['13', '13'], 'eap-peap': ['25', '25'] }[proof.method];
  const inner = proof.method === 'eap-peap' ? [proof.inner === 'tls' ? '13' : '26'] : [];
  const servers = proof.method === 'eap-mschapv2' ? 0 : proof.method === 'eap-peap' && proof.inner === 'tls' ? 2 : 1;
  const times = (of: readonly string[]) => Array.from({ length: servers }, () => of).flat();
  return {
    root: 'EapHostConfig',
    types: [...types, ...inner],
    serverNames: times(['ise.example.net;ise2.example.net']),
    // As Windows shows a thumbprint: pairs, and a blank behind each.
    roots: times(roots.map((root) => root.replace(/../g, '$& '))),
    schemas: expect.arrayContaining(['EapHostConfig', 'EapCommon', 'BaseEapConnectionPropertiesV1']) as unknown,
  };
};
const expected = (client: Client): readonly Call[] => {
  const { connection: name, address, routes, dnsSuffix, allUserConnection: all, rememberCredential } = client;
  const login = loginOf(client);
  return [
    { name: 'Get-VpnConnection', given: { Name: name, AllUserConnection: all, ErrorAction: 'SilentlyContinue' } },
    { name: 'Remove-VpnConnection', given: { Name: name, AllUserConnection: all, Force: true } },
    {
      name: 'Add-VpnConnection',
      given: {
        Name: name,
        ServerAddress: address,
        TunnelType: 'Ikev2',
        EncryptionLevel: 'Required',
        AuthenticationMethod: login === undefined ? 'MachineCertificate' : 'Eap',
        ...(login === undefined ? {} : { EapConfigXmlStream: login }),
        SplitTunneling: routes !== undefined,
        ...(dnsSuffix === undefined ? {} : { DnsSuffix: dnsSuffix }),
        RememberCredential: rememberCredential,
        AllUserConnection: all,
        Force: true,
      },
    },
    {
      name: 'Set-VpnConnectionIPsecConfiguration',
      given: {
        ConnectionName: name,
        AuthenticationTransformConstants: 'GCMAES256',
        CipherTransformConstants: 'GCMAES256',
        EncryptionMethod: 'GCMAES256',
        IntegrityCheckMethod: 'SHA384',
        DHGroup: 'ECP384',
        PfsGroup: 'None',
        AllUserConnection: all,
        Force: true,
      },
    },
    ...(routes ?? []).map((network) => ({
      name: 'Add-VpnConnectionRoute',
      given: { ConnectionName: name, DestinationPrefix: network, AllUserConnection: all },
    })),
  ];
};
const scriptOf = (client: Client): string => windowsVpnClientDocument(client).text;

judge(
  'tree-sitter-powershell',
  "reads the scripts for Windows' own client: no error in them, the VPN cmdlets are called with what was declared, whatever quotes stand in it, and the XML of the login says which EAP, names and roots",
  missingModules('tree_sitter', 'tree_sitter_powershell', 'lxml'),
  ({ agree }) => {
    test('random connections', async () => {
      const all = fc.sample(clients, { seed, numRuns: 60 });
      const told = await python<readonly { readonly wrong: boolean; readonly calls: readonly Call[] }[]>(
        'read_powershell.py',
        { scripts: all.map(scriptOf) },
      );
      for (const [i, client] of all.entries())
        agree(scriptOf(client), told[i], { wrong: false, calls: expected(client) });
    });

    test('a script that is none is noticed', async () => {
      const [told] = await python<readonly { readonly wrong: boolean }[]>('read_powershell.py', {
        scripts: [scriptOf(clientOf({})).replace("'vpn.example.net'", "'vpn.example.net")],
      });
      agree('an open quote', told!.wrong, true);
    });
  },
);

const pwsh = spawnSync('pwsh', ['-NoProfile', '-Command', '1']).status === 0;
judge(
  'PowerShell',
  "runs the scripts for Windows' own client with the VPN cmdlets recorded",
  pwsh ? undefined : 'pwsh is not installed: no package of Debian, PyPI or npm holds it (that of npm downloads it)',
  ({ agree }) => {
    test.each(authentications.map((authentication) => [authentication.method, authentication]))(
      '%s',
      (_name, authentication) => {
        const client = clientOf({ authentication, connection: "a'$(x)`\u2019", routes: ['10.0.0.0/8'] });
        const room = mkdtempSync(join(tmpdir(), 'pwsh-'));
        writeFileSync(join(room, 'client.ps1'), scriptOf(client));
        const record = join(__dirname, 'clients/record_powershell.ps1');
        const args = ['-NoProfile', '-File', record, '-Script', join(room, 'client.ps1'), '-IsThere'];
        const { stdout, stderr } = spawnSync('pwsh', args, { encoding: 'utf8' });
        rmSync(room, { recursive: true, force: true });
        agree('errors', stderr, '');
        // What the XML says is read by the other judge.
        const calls = expected(client).map(({ name, given }) => ({
          name,
          given:
            'EapConfigXmlStream' in given ? { ...given, EapConfigXmlStream: expect.any(String) as unknown } : given,
        }));
        agree('calls', JSON.parse(stdout) as unknown, calls);
      },
    );
  },
);
