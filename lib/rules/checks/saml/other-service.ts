import type { Resource } from '../../../model/network';
import { createFinding, type Finding, type Rule } from '../../engine/rule';
import { samlLogins, type SamlLoginOfProfile } from '../../facts/saml';

/** The part of the name of a connection profile that is its own. */
const ownName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

type Wrong = readonly [is: boolean, message: string, remedy: string];

/** What is wrong with an application for a connection profile that is reached at `base`. */
const faultsOf = ({ noun }: Resource<'duo-saml-application'>, base: string, name: string): readonly Wrong[] => {
  const entity = `${base}/saml/sp/metadata/${name}`;
  const answered = `${base}/+CSCOE+/saml/sp/acs?tgname=${name}`;
  const { entityId, acsUrls, signAssertion } = noun;
  return [
    [
      entityId !== entity,
      `is for ${entityId}, and the connection profile ${name} is ${entity}: Duo refuses its users`,
      `write entityId: '${entity}'`,
    ],
    [
      !acsUrls.includes(answered),
      `sends its answers to ${acsUrls.join(', ')}, and the connection profile ${name} waits at ${answered}`,
      `write acsUrls: ['${answered}']`,
    ],
    [!signAssertion, 'does not sign assertions, and the firewall takes no other', 'leave signAssertion out'],
  ];
};

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
  return faultsOf(application, baseUrl.replace(/\/$/, ''), ownName(profile.name)).flatMap(([is, message, remedy]) =>
    is ? [createFinding(application, message, remedy)] : [],
  );
};

export const otherService: Rule = {
  id: 'TW-SAML-001',
  title: 'A SAML application that is for another service',
  why: 'Each connection profile of a firewall is a SAML service of its own: https://HOST/saml/sp/metadata/PROFILE, which is answered at https://HOST/+CSCOE+/saml/sp/acs?tgname=PROFILE, HOST from the base URL. An identity provider that knows it by another entity ID, letter for letter, refuses its users, and the firewall refuses assertions that are not signed (SAML 2.0 metadata of an ASA or FTD; Duo Single Sign-On for Cisco Firepower).',
  packs: { correctness: 'error' },
  looksAt: ['duo-saml-application', 'saml-server', 'ra-connection-profile'],
  check: (network) => samlLogins(network).flatMap(otherThan),
};
