import type { Resource } from '../../../model/network';
import { createFinding, type Finding, type Rule } from '../../engine/rule';
import type { NetworkView } from '../../engine/network-view';
import { samlLogins, samlLoginsOfGroups, type SamlLoginOfProfile } from '../../facts/saml';

/** The part of the name of a connection profile that is its own. */
const ownName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

type Wrong = readonly [is: boolean, message: string, remedy: string];

/** What is wrong with an application for a profile that is reached at `base`. `called`: a connection profile, a tunnel group. */
const faultsOf = (
  { noun }: Resource<'duo-saml-application'>,
  base: string,
  name: string,
  called = 'connection profile',
): readonly Wrong[] => {
  const entity = `${base}/saml/sp/metadata/${name}`;
  const answered = `${base}/+CSCOE+/saml/sp/acs?tgname=${name}`;
  const { entityId, acsUrls, signAssertion } = noun;
  return [
    [
      entityId !== entity,
      `is for ${entityId}, and the ${called} ${name} is ${entity}: Duo refuses its users`,
      `write entityId: '${entity}'`,
    ],
    [
      !acsUrls.includes(answered),
      `sends its answers to ${acsUrls.join(', ')}, and the ${called} ${name} waits at ${answered}`,
      `write acsUrls: ['${answered}']`,
    ],
    [!signAssertion, 'does not sign assertions, and the firewall takes no other', 'leave signAssertion out'],
  ];
};

const found = (application: Resource<'duo-saml-application'>, faults: readonly Wrong[]): readonly Finding[] =>
  faults.flatMap(([is, message, remedy]) => (is ? [createFinding(application, message, remedy)] : []));

const otherThan = ({ profile, server, application }: SamlLoginOfProfile): readonly Finding[] => {
  const { baseUrl } = server.noun;
  if (application === undefined) return [];
  if (baseUrl === undefined)
    return [
      createFinding(
        server,
        `baseUrl is missing: ${application.name} in Duo is for ${application.noun.entityId}, and the firewall calls itself by the name that it has`,
        'write baseUrl: where users reach the firewall, https://vpn.example.net',
      ),
    ];
  return found(application, faultsOf(application, baseUrl.replace(/\/$/, ''), ownName(profile.name)));
};

/**
 * Applications for an ASA: what it says of Duo is written there by hand, so they are known by where its users reach it. One
 * whose name fits no tunnel group but for its case is meant for that.
 */
const ofGroups = (network: NetworkView): readonly Finding[] => {
  const logins = samlLoginsOfGroups(network);
  const applications = network.devices.flatMap((device) => device.all('duo-saml-application'));
  return applications.flatMap((application) => {
    const [base, named = ''] = application.noun.entityId.split('/saml/sp/metadata/');
    const there = logins.filter(({ baseUrl }) => baseUrl !== undefined && baseUrl === base);
    if (there.length === 0) return [];
    const names = there.map(({ group }) => group.name);
    const meant = names.find((name) => name === named) ?? names.find((name) => same(name, named)) ?? names[0]!;
    return found(application, faultsOf(application, base!, meant, 'tunnel group'));
  });
};
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const otherService: Rule = {
  id: 'TW-SAML-001',
  title: 'A SAML application that is for another service',
  why: 'Each connection profile of a firewall is a SAML service of its own: https://HOST/saml/sp/metadata/PROFILE, which is answered at https://HOST/+CSCOE+/saml/sp/acs?tgname=PROFILE, HOST from the base URL. An identity provider that knows it by another entity ID, letter for letter, refuses its users, and the firewall refuses assertions that are not signed (SAML 2.0 metadata of an ASA or FTD; Duo Single Sign-On for Cisco Firepower).',
  packs: { correctness: 'error' },
  looksAt: ['duo-saml-application', 'saml-server', 'ra-connection-profile', 'tunnel-group', 'webvpn'],
  check: (network) => [...samlLogins(network).flatMap(otherThan), ...ofGroups(network)],
};
