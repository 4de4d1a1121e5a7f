import type { Resource } from '../../model/network';
import { alternativesOf } from '../../model/shared/transform-set-alternatives';
import { pfsWords, unknownOf, espOf, known, type End } from './end';
import { endpointNames } from './endpoint-names';
import { ofPolicies } from './firewall-ends';
import type { DeviceView, NetworkView } from '../engine/network-view';

const methods = { pubkey: 'certificate', eap: 'eap', 'pre-share': 'pre-share' } as const;

type Client = Resource<'strongswan-client'> | Resource<'windows-vpn-client'>;

/** How users prove themselves: a router calls all kinds of EAP by one name. */
const provenBy = (client: Client): string => {
  const { method } = client.noun.authentication;
  if (method in methods) return methods[method as keyof typeof methods];
  return method === 'machine-certificate' ? 'certificate' : 'eap';
};

/** Clients that a stack writes the settings of. Those of Secure Client have no suite of their own. */
export const ofClients = (device: DeviceView): readonly End[] =>
  [...device.all('strongswan-client'), ...device.all('windows-vpn-client')].map((client: Client) => {
    const proves = provenBy(client);
    return {
      ...unknownOf(device, client),
      dials: [client.noun.address],
      ike: client.noun.proposals,
      esp: client.noun.transformSets.flatMap(alternativesOf),
      pfs: pfsWords(client.noun.pfs),
      proves,
      takes: [proves === 'pre-share' ? proves : 'certificate'],
    };
  });

const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

/** The tunnel groups of an ASA that users come by, with what its dynamic maps offer. */
const ofGroups = (device: DeviceView): readonly End[] => {
  const entries = device.all('dynamic-map').flatMap(({ noun }) => noun.entries);
  return device.all('tunnel-group').flatMap((group) => {
    const { type, ipsec } = group.noun;
    if (type !== 'remote-access' || ipsec === undefined) return [];
    const { remoteEap, remoteCertificate, remoteKey, localCertificate } = ipsec;
    return [
      {
        ...unknownOf(device, group),
        ...ofPolicies(device),
        ikeLifetime: undefined,
        esp: espOf(
          entries.flatMap(({ proposals }) => proposals),
          device,
        ),
        pfs: only(entries.map(({ pfs }) => pfsWords(pfs))),
        proves: localCertificate === undefined ? undefined : 'certificate',
        takes: [
          ...(remoteEap === undefined ? [] : ['eap']),
          ...(remoteCertificate ? ['certificate'] : []),
          ...(remoteKey === undefined ? [] : ['pre-share']),
        ],
      },
    ];
  });
};

/** The access interfaces of remote access behind an FMC. */
const ofAccess = (device: DeviceView): readonly End[] =>
  device.all('ra-crypto-map').map((map) => {
    const policies = device.to(map.noun.policy)?.noun.ikev2Policies?.map((ref) => device.to(ref)?.noun);
    return {
      ...unknownOf(device, map),
      ike:
        policies &&
        known(policies.flatMap((policy) => policy?.proposals.map((ref) => device.to(ref)?.noun) ?? [undefined])),
      esp: espOf(map.noun.ipsecProposals, device),
      pfs: pfsWords(map.noun.pfs),
    };
  });

/** What answers clients on firewalls. On a router it is the profile that clones a template. */
export const ofRemoteAccess = (device: DeviceView): readonly End[] => [...ofGroups(device), ...ofAccess(device)];

/** The device that a client dials, by a name or an address of it. */
export const dialledBy = (client: End, network: NetworkView): DeviceView | undefined =>
  endpointNames(network).get(client.dials[0]!.toLowerCase());
