/** Values of Cisco's specification that this program does not write, each with the reason. */

export interface LeftOut {
  /** `schema place`. */
  readonly at: RegExp;
  /** Which values; left out: all of them, nothing is written there. */
  readonly values?: readonly string[];
  readonly why: string;
}

export const leftOut: readonly LeftOut[] = [
  {
    at: /^VpnCertEnrollmentModel key\.keySize$/,
    values: ['CertKey_512', 'CertKey_768', 'CertKey_1024'],
    why: 'RSA keys that are broken: 2048 bits are the least',
  },
  {
    at: /^VpnCertEnrollmentModel key\.keyType$/,
    values: ['EdDSA'],
    why: 'no source says which of the sizes goes with it',
  },
  { at: /^VpnCertEnrollmentModel subType$/, why: 'certificates of another product of Cisco (Secure Access)' },
  {
    at: /^IPv4AddressPool addressType$/,
    values: ['RANGE'],
    why: 'the FMC adds it by itself from 7.4 on, and knows no such member before',
  },
  {
    at: /^FTDRAVpnConnectionProfileModel secondaryAuthenticationSettings\.certificateUsernameSettings\./,
    why: 'the FMC does not keep them (CSCwq59124)',
  },
  {
    at: /^(SecurityZoneObject|InterfaceGroupObject) interfaceMode$/,
    values: ['ASA', 'MANAGEMENT', 'LOOPBACK'],
    why: 'of interfaces that no VPN is on',
  },
  {
    at: /^Realm realmType$/,
    values: ['DISCOVERED', 'SPECIAL', 'AZURE_AD', 'SAML'],
    why: 'made by the FMC, or without an example of how they are written: looked up',
  },
  { at: /^Realm configurationType$/, why: 'no example has it, and the Terraform provider leaves it out' },
  { at: /^Realm directoryConfigurations\[\]\.connectivityStatus$/, why: 'what the FMC found when it asked' },
  { at: /^Realm directoryConfigurations\[\]\.interface\./, why: 'a zone is named by its id' },
  { at: /^VpnIkeSettings ikeV1Settings\./, why: 'IKEv1 is off in every topology that is written' },
  {
    at: /^VpnEndpoint tunnelAuthenticationSettings\./,
    why: 'of the cloud FMC alone; elsewhere the topology says by what its ends authenticate',
  },
  { at: /^FTDS2SVpnModel autoVpnSettings\./, why: 'topologies that an FMC makes of itself (SD-WAN)' },
  {
    at: /^FTDVTIInterface ipAddressAssignmentType$/,
    values: ['MANUAL_IP'],
    why: 'what a tunnel with an address has by itself',
  },
  {
    at: /^(FTDVTIInterface|FTDLoopbackInterface) (ipv4\.pppoe|ipv6\.(DHCP|pool|prefixes)|mode|pathMonitoring|securityZone|applicationMonitoring)/,
    why: 'of other interfaces than tunnels, or looked up: the address of a tunnel is written as it is',
  },
  {
    at: /^FTDRAVpnLDAPAttributeModel .*\.entry\./,
    why: 'classes of the FMC’s inside: in Cisco’s examples a value has a type',
  },
  { at: /^FTDRAVpnLoadBalanceSetting .*\.entry\./, why: 'classes of the FMC’s inside: a member is its device' },
  {
    at: /^Ikev2PolicyObject encryptionAlgorithms\[\]$/,
    values: ['NULL'],
    why: 'an IKE SA that hides nothing: refused, with what to write instead',
  },
  {
    at: /^VpnEndpoint localIdentityType$/,
    values: ['EMAIL'],
    why: 'Cisco’s text; EMAILID is what its Terraform provider writes, and EMAIL is read',
  },
];

const groups = ['1', '2', '5', '14', '15', '16', '19', '20', '21', '24', '31'];
const ike = ['DES', '3DES', 'AES', 'AES-192', 'AES-256', 'AES-GCM', 'AES-GCM-192', 'AES-GCM-256', 'NULL'];
const hashes = ['MD5', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Words that the schema leaves open and Cisco's texts, examples or Terraform provider name. */
export const namedElsewhere: Readonly<Record<string, readonly string[]>> = {
  'Ikev2PolicyObject encryptionAlgorithms[]': ike,
  'Ikev2PolicyObject integrityAlgorithms[]': ['NULL', 'SHA', ...hashes],
  'Ikev2PolicyObject prfIntegrityAlgorithms[]': ['SHA', ...hashes],
  'Ikev2PolicyObject diffieHellmanGroups[]': groups,
  'IKEv2IPsecProposal encryptionAlgorithms[]': [...ike, 'AES-GMAC', 'AES-GMAC-192', 'AES-GMAC-256'],
  'IKEv2IPsecProposal integrityAlgorithms[]': ['NULL', 'SHA-1', ...hashes],
  'VpnIPSecSettings perfectForwardSecrecy.modulusGroup': groups,
  'FTDRAVpnIPSecCryptoMapModel perfectForwardSecracy.modulusGroup': groups,
  'FTDS2SVpnModel topologyType': ['POINT_TO_POINT', 'HUB_AND_SPOKE', 'FULL_MESH'],
  'VpnEndpoint peerType': ['PEER', 'HUB', 'SPOKE'],
  'VpnEndpoint connectionType': ['ORIGINATE_ONLY', 'ANSWER_ONLY', 'BIDIRECTIONAL'],
  'VpnEndpoint localIdentityType': ['ADDRESS', 'AUTO', 'HOSTNAME', 'KEYID', 'EMAILID', 'EMAIL'],
  'SSOServer requestSignatureType': ['NO_SIGNATURE', 'RSA-SHA1', 'RSA-SHA256', 'RSA-SHA384', 'RSA-SHA512'],
  'StandardACL entries[].action': ['PERMIT', 'DENY'],
  // Its description, and the Terraform provider.
  'GroupPolicyModel anyConnectSettings.customAttributes[].anyConnectAttribute': [
    'PER_APP_VPN',
    'ALLOW_DEFER_UPDATE',
    'DYNAMIC_SPLIT_TUNNELING',
    'CUSTOM_TYPE',
  ],
  'AnyConnectCustomAttributeModel attributeType': [
    'PER_APP_VPN',
    'ALLOW_DEFER_UPDATE',
    'DYNAMIC_SPLIT_TUNNELING',
    'USER_DEFINED_CUSTOM_ATTR',
  ],
  'form description fileType name payloadFile fileType': [
    'ANYCONNECT_VPN_PROFILE',
    'ANYCONNECT_MANAGEMENT_VPN_PROFILE',
    'AMP_ENABLER',
    'FEEDBACK',
    'ISE_POSTURE',
    'NETWORK_ACCESS_MANAGER',
    'NETWORK_VISIBILITY',
    'UMBRELLA_ROAMING',
    'WEB_SECURITY',
  ],
  'FTDRAVpnLDAPAttributeModel ldapAttributeMapList[].ldapAttributeMaps[].valueMappings[].type': [
    'LdapToGroupPolicyMapping',
    'LdapToCiscoValueMapping',
  ],
  'FTDVTIInterface ipsecMode': ['ipv4', 'ipv6'],
  'FTDVTIInterface tunnelType': ['STATIC', 'DYNAMIC'],
  'ExtendedAccessListModel entries[].sourcePorts.literals[].protocol': ['6', '17'],
  'ExtendedAccessListModel entries[].destinationPorts.literals[].protocol': ['1', '6', '17', '47', '50', '51', '89'],
};

/** Text whose words are the user's own: names, addresses, what people read. */
export const freeText: readonly RegExp[] = [
  /(^| |\.)(id|name|type|description|value|url)$/,
  /Name$|Url$|URL$|Content$|[sS]tring$|fingerprint$|[pP]assword$|secretKey$|encryptionKey$|Key$|banner$/,
  / ?(host|mask|ifname|port|ldapValue|ciscoValue|idpEntityId|ipv6StartAddress|ipAddressRange|enrollmentUrl|username)$/,
  /ddress$|IPv6IntfAddr$|ipv6\.addresses\[\]\.prefix$|AddressRange$|IPv[46]Address$|netmask$|passPhrase$|base64Certificate$|customFqdn$|StaticUrlList\[\]$/,
  /certificateParameters\.(commonName|organizationalUnit|organization|locality|state|countryCode|email|includeDeviceIp)$/,
  /(include|exclude)Domains\[\]$|minimumAnyConnectVersion$|perAppVpnBase64EncodedValue$/,
  /splitDNSDomainList$|retryPeriodInMins$|retryCount$/,
  /^Realm (adJoinUsername|dirUsername|baseDn|groupDn|adPrimaryDomain|groupAttribute|(in|ex)cluded(Users|Groups)\[\])$/,
  /directoryConfigurations\[\]\.hostname$/,
  /effective(Start|End)DateTime$|(range|daily)(Start|End)Time$/,
];
