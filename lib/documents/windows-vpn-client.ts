import type { NounOf } from '../model/nouns';
import { unable, windowsSuite, type WindowsSuite } from '../model/clients/windows-algorithms';
import type { Document } from './document';
import { eapHostConfig } from './eap-host-config';

/**
 * Text in single quotes: nothing in it is a variable or a command. PowerShell takes the typographic quotes for the plain
 * one, so each of them is doubled.
 */
export const literal = (text: string): string => `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

const suiteOf = (client: NounOf<'windows-vpn-client'>): WindowsSuite => {
  const { ike, esp, pfs } = windowsSuite(client);
  if (unable(ike) || unable(esp) || unable(pfs)) throw new Error(`${client.name} offers nothing that Windows has`);
  return { ...ike, ...esp, ...pfs };
};

const spread = (parameters: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(parameters).map(([name, value]) => `    ${name.padEnd(33)}= ${value}`);
const table = (variable: string, parameters: Readonly<Record<string, string>>): readonly string[] => [
  `$${variable} = @{`,
  ...spread(parameters),
  '}',
];

const connection = (client: NounOf<'windows-vpn-client'>): Readonly<Record<string, string>> => {
  const { address, authentication, routes, dnsSuffix, rememberCredential } = client;
  const eap = authentication.method !== 'machine-certificate';
  return {
    Name: '$Name',
    ServerAddress: literal(address),
    TunnelType: literal('Ikev2'),
    EncryptionLevel: literal('Required'),
    AuthenticationMethod: literal(eap ? 'Eap' : 'MachineCertificate'),
    ...(eap ? { EapConfigXmlStream: '$Eap' } : {}),
    SplitTunneling: routes === undefined ? '$false' : '$true',
    ...(dnsSuffix === undefined ? {} : { DnsSuffix: literal(dnsSuffix) }),
    RememberCredential: rememberCredential ? '$true' : '$false',
    AllUserConnection: '$AllUsers',
    Force: '$true',
  };
};

/** ASCII needs no mark; anything else is read in the code page of the machine unless the file begins with one. */
const encoded = (text: string): string => (/[^\u0000-\u007f]/.test(text) ? `\ufeff${text}` : text);

/** The script that makes the connection, or makes it anew: run twice it leaves the same. */
export const windowsVpnClientDocument = (client: NounOf<'windows-vpn-client'>): Document => {
  const { name, authentication, routes = [], allUserConnection } = client;
  const suite = Object.entries<string>({ ...suiteOf(client) }).map(([key, value]) => [key, literal(value)] as const);
  const lines = [
    ...(allUserConnection ? ['#Requires -RunAsAdministrator'] : []),
    '# Makes the IKEv2 connection. The root of the certificate of the headend must be in the store of the computer',
    '# (Trusted Root Certification Authorities), not in that of the user: else Windows says 13801.',
    "$ErrorActionPreference = 'Stop'",
    '',
    `$Name = ${literal(client.connection ?? name)}`,
    `$AllUsers = ${allUserConnection ? '$true' : '$false'}`,
    ...(authentication.method === 'machine-certificate'
      ? []
      : [`$Eap = [xml]${literal(eapHostConfig(authentication))}`]),
    '',
    'if (Get-VpnConnection -Name $Name -AllUserConnection:$AllUsers -ErrorAction SilentlyContinue) {',
    '    Remove-VpnConnection -Name $Name -AllUserConnection:$AllUsers -Force',
    '}',
    ...table('Connection', connection(client)),
    'Add-VpnConnection @Connection',
    '',
    ...table('IPsec', {
      ConnectionName: '$Name',
      ...Object.fromEntries(suite),
      AllUserConnection: '$AllUsers',
      Force: '$true',
    }),
    'Set-VpnConnectionIPsecConfiguration @IPsec',
    ...routes.map(
      (network) =>
        `Add-VpnConnectionRoute -ConnectionName $Name -DestinationPrefix ${literal(network)} -AllUserConnection:$AllUsers`,
    ),
  ];
  return { name: `${name}.ps1`, text: encoded(`${lines.join('\r\n')}\r\n`) };
};
