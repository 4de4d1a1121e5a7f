import type { JsonObject } from '../../../kernel/json';
import type { Kind } from '../../../model/nouns';

/** What an ISE has from its installation on, by name: from public lists of several releases, not proven for each. */
const own: Readonly<Partial<Record<Kind, RegExp>>> = {
  'ise-identity-group': /^(Employee|GuestType_.*|.* \(default\))$/,
  'ise-network-device-group':
    /^(Location > All Locations|Device Type > All Device Types|IPSEC > Is IPSEC Device( > (Yes|No))?)$/,
  'ise-certificate-profile': /^Preloaded_Certificate_Profile$/,
  'ise-identity-source-sequence':
    /^(All_User_ID_Stores|(Certificate_Request|Guest_Portal|MyDevices_Portal|Sponsor_Portal)_Sequence)$/,
  'ise-allowed-protocols': /^Default Network Access$/,
  'ise-downloadable-acl': /^(PERMIT|DENY)_ALL_(IPV[46]_)?TRAFFIC$/,
  'ise-authorization-profile':
    /^(PermitAccess|DenyAccess|(Blackhole|Block)_Wireless_Access|(Non_)?Cisco_IP_Phones|Cisco_(WebAuth|Temporal_Onboard)|NSP_Onboard|UDN)$/,
};

/** Why it is nothing to declare. The default policy set and the default rule of each set say so themselves. */
export const givenByIse = (kind: Kind, name: string, body: JsonObject): string | undefined =>
  body['default'] === true || own[kind]?.test(name) === true ? 'ISE has it by itself' : undefined;
