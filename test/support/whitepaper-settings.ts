/** A setting of the remote access whitepaper, as it stands there, and the request that writes it. */
export interface WhitepaperSetting {
  /** Words of the paper. */
  readonly said: string;
  /** Which request: method and path. */
  readonly request: string;
  /** Dotted place in its body. A number is a place in a list. */
  readonly at: string;
  readonly value: unknown;
  /** Where another value stands for it, and why. */
  readonly why?: string;
}

const policy = 'policy/ravpns';
const own = `${policy}/{ravpns:RA_VPN}`;
const map = `PUT ${own}/ipseccryptomaps/{ipseccryptomaps:RA_VPN/outside-zone}`;
const logging =
  'PUT policy/ftdplatformsettingspolicies/{ftdplatformsettingspolicies:FTD-platform}/syslog/basicloggingsetups/{basicloggingsetups:FTD-platform}';
const face = 'accessInterfaceSettings.interfaceSettings.0';

const setting = (said: string, request: string, at: string, value: unknown, why?: string): WhitepaperSetting => ({
  said,
  request,
  at,
  value,
  ...(why === undefined ? {} : { why }),
});

export const whitepaper: readonly WhitepaperSetting[] = [
  setting("Remote Access VPN named 'RA_VPN'", `POST ${policy}`, 'name', 'RA_VPN'),
  setting(
    'Access interface in the Outside-zone set',
    `POST ${policy}`,
    `${face}.accessInterface.name`,
    'outside-zone',
    'the name of the zone in the lab',
  ),
  setting('select “Enable IPsec-IKEv2” in lieu of', `POST ${policy}`, `${face}.enableIPSecIkev2`, true),
  setting('default “Enable SSL”', `POST ${policy}`, `${face}.enableSSL`, false),
  setting('Enable Datagram Transport Layer Security', `POST ${policy}`, `${face}.enableDTLS`, false),
  setting(
    'Configure interface specific identity certificate',
    `POST ${policy}`,
    `${face}.configureInterfaceIDCertificate`,
    false,
  ),
  setting('exclusively uses IPsec IKEv2', `POST ${policy}`, 'configureSSL', false),
  setting('exclusively uses IPsec IKEv2', `POST ${policy}`, 'configureIpsec', true),
  setting(
    'Allow Users to select connection profile while logging in',
    `POST ${policy}`,
    'accessInterfaceSettings.allowConnectionProfileSelection',
    false,
  ),
  setting('Web Access Port Number', `POST ${policy}`, 'accessInterfaceSettings.webPort', 443),
  setting('DTLS Port Number', `POST ${policy}`, 'accessInterfaceSettings.dtlsPort', 443),
  setting(
    'SSL Global Identity Certificate',
    `POST ${policy}`,
    'accessInterfaceSettings.ipsecIdCertificate.name',
    'CA-INTERNAL',
    'TLS is off, so the certificate is that of IKEv2',
  ),
  setting('deselect the default "Enable Client Services"', map, 'enableClientServices', false),
  setting('Advanced > IPsec > Crypto Map', map, 'ikev2IpsecProposals.0.name', 'NSA'),
  setting('named “NSA” with the ESP hash value of SHA-512', 'POST object/ikev2ipsecproposals', 'name', 'NSA'),
  setting('ESP hash value of SHA-512', 'POST object/ikev2ipsecproposals', 'integrityAlgorithms', ['SHA-512']),
  setting('ESP encryption type of AES-256', 'POST object/ikev2ipsecproposals', 'encryptionAlgorithms', ['AES-256']),
  setting("NSA' with Integrity 'SHA512'", 'POST object/ikev2policies', 'integrityAlgorithms', ['SHA-512']),
  setting("Encryption 'AES-256'", 'POST object/ikev2policies', 'encryptionAlgorithms', ['AES-256']),
  setting("PRF Hash 'SHA512'", 'POST object/ikev2policies', 'prfIntegrityAlgorithms', ['SHA-512']),
  setting("DH Group '15'", 'POST object/ikev2policies', 'diffieHellmanGroups', [15]),
  setting('A table lists the IKE policy objects for the VPN policy', `POST ${policy}`, 'ikev2Policies.0.name', 'NSA'),
  setting('AAA retrieved default group policy (GP-CCIElab)', 'POST object/grouppolicies', 'name', 'GP-CCIElab'),
  setting('exclusively uses IPsec IKEv2', 'POST object/grouppolicies', 'enableSSLProtocol', false),
  setting('exclusively uses IPsec IKEv2', 'POST object/grouppolicies', 'enableIPsecIKEv2Protocol', true),
  setting(
    'instructing them to connect using IPsec',
    'POST object/anyconnectprofiles',
    'fileType',
    'ANYCONNECT_VPN_PROFILE',
  ),
  setting('The resultant file is saved as an xml file', 'POST object/anyconnectprofiles', 'fileName', 'RA_VPN.xml'),
  setting("for tunnel-group 'CCIElab'", `POST ${own}/connectionprofiles`, 'name', 'CCIElab'),
  setting(
    'AAA user authentication successful: server = 172.31.1.12',
    'POST object/radiusservergroups',
    'radiusServers.0.host',
    '172.31.1.12',
  ),
  setting(
    'AAA user authentication successful',
    `POST ${own}/connectionprofiles`,
    'primaryAuthenticationServer.name',
    'CCIElab-AAA',
    'the paper gives the group no name',
  ),
  setting(
    'AAA user accounting successful: server = 172.31.1.12',
    `POST ${own}/connectionprofiles`,
    'accountingServer.name',
    'CCIElab-AAA',
    'the paper gives the group no name',
  ),
  setting('from local pool VPN-Pool', 'POST object/ipv4addresspools', 'name', 'VPN-Pool'),
  setting('from local pool VPN-Pool', `POST ${own}/connectionprofiles`, 'ipv4AddressPool.0.name', 'VPN-Pool'),
  setting("for the 'FTD-platform' configuration", 'POST policy/ftdplatformsettingspolicies', 'name', 'FTD-platform'),
  setting("the checkbox for 'Enable Logging to FMC' is checked", logging, 'loggingToFMCType', 'VPN'),
  setting("The 'Logging Level' is set to 'informational'", logging, 'loggingToFMCLogLevel', 'INFO'),
  setting("'Memory Size of the Internal Buffer' is set to 4096", logging, 'internalBuffMemSizeInBytes', 4096),
];
