import type { HostEntry } from '../../../model/clients/secure-client-hosts';
import { headendOf } from '../../facts/endpoint-names';
import { remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Finding, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

/** How a client proves itself, as a router calls it (AnyConnectProfile.xsd, AuthMethodDuringIKENegotiation). */
const asked: Readonly<Record<string, string>> = {
  'EAP-AnyConnect': 'anyconnect-eap',
  'EAP-MD5': 'eap',
  'EAP-MSCHAPv2': 'eap',
  'EAP-GTC': 'eap',
  'IKE-RSA': 'rsa-sig',
  'IKE-ECDSA': 'ecdsa-sig',
};

const faults = (host: HostEntry, headend: DeviceView): readonly (readonly [message: string, remedy: string])[] => {
  const profiles = headend.all('ikev2-profile');
  if (host.primaryProtocol !== 'IPsec' || profiles.length === 0) return [];
  const standard = host.standardAuthenticationOnly;
  const said = standard?.authMethodDuringIkeNegotiation ?? 'EAP-AnyConnect';
  const method = asked[said]!;
  const fitting = profiles.filter(({ noun }) => remoteMethods(noun).includes(method));
  if (fitting.length === 0)
    return [
      [
        `${host.name}: proves its user by ${said}, and no IKEv2 profile of ${headend.id} takes ${method}`,
        standard === undefined
          ? "write standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-GTC' }, or anyconnect-eap on the headend"
          : 'write a method that the headend takes',
      ],
    ];
  const { ikeIdentity } = standard ?? {};
  const known = fitting.some(
    ({ noun }) => noun.matchRemoteAny || ikeIdentity === undefined || noun.matchRemoteKeyIds?.includes(ikeIdentity),
  );
  return known
    ? []
    : [
        [
          `${host.name}: says that it is ${ikeIdentity}, and no IKEv2 profile of ${headend.id} matches this key id`,
          `write matchRemoteKeyIds: ['${ikeIdentity}'] on the headend, or the key id that it matches here`,
        ],
      ];
};

export const clientMethod: Rule = {
  id: 'TW-CLIENT-003',
  title: 'A client that its headend does not take',
  why: 'Secure Client speaks Cisco’s own EAP unless its profile says StandardAuthenticationOnly, and calls itself by the key id of IKEIdentity. A router that knows neither refuses it before a password was asked (Cisco Live BRKSEC-2881, AnyConnect profile; the AnyConnect and Duo guide).',
  packs: { correctness: 'error' },
  looksAt: ['secure-client-profile', 'ikev2-profile'],
  check: forEachResource('secure-client-profile', (profile, _device, network) =>
    profile.noun.hosts.flatMap((host): readonly Finding[] => {
      const headend = headendOf(host.address, network);
      return headend === undefined
        ? []
        : faults(host, headend).map(([message, remedy]) => createFinding(profile, message, remedy));
    }),
  ),
};
