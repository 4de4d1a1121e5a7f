import type { Construct } from 'constructs';
import { DuoSamlApplication } from '../../custom/duo/duo-saml-application';
import { DuoAccount } from '../../devices/duo-account';
import type { SecretRef } from '../../../lib/model/secret';
import type { Violation } from '../../core/checks';
import type { SamlLogin } from './props';

/** What a headend must know of the identity provider. */
export interface ProviderSide {
  readonly entityId: string | SecretRef;
  readonly signInUrl: string | SecretRef;
  readonly signOutUrl?: string | SecretRef | undefined;
  readonly certificate: string | SecretRef;
}

/** What ASA and FTD are to an identity provider: each connection profile is a service of its own. */
const servicePoints = (url: string, profile: string) => ({
  entityId: `${url}/saml/sp/metadata/${profile}`,
  acsUrls: [`${url}/+CSCOE+/saml/sp/acs?tgname=${profile}`],
});

export const isSaml = <A extends object>(authentication: A): authentication is Extract<A, { readonly saml: unknown }> =>
  'saml' in authentication;

/** Where a browser window finds the headend. */
export const urlViolations = (where: string, url: string): readonly Violation[] =>
  /^https:\/\/[^/\s?#]+$/.test(url)
    ? []
    : [
        {
          where,
          what: `'${url}' is not where a browser window finds the headend`,
          hint: 'write https and its name, without a path: https://vpn.example.net',
        },
      ];

/** The name stands in URLs, in which a dot or a slash ends it (Microsoft Entra, "Cisco Secure Firewall - Secure Client"). */
export const profileViolations = (name: string): readonly Violation[] =>
  /[./]/.test(name)
    ? [
        {
          where: 'names.group',
          what: `${name} stands in the entity ID of the headend, where it must hold no dot and no slash`,
          hint: 'write another name for the group',
        },
      ]
    : [];

/** What is wrong with the words of the login; that of the identity provider is checked by the objects made of it. */
export const samlViolations = ({ saml, url, groups, policy }: SamlLogin, profile: string): readonly Violation[] => [
  ...urlViolations('authentication.url', url),
  ...profileViolations(profile),
  ...((groups ?? policy) === undefined || DuoAccount.isDuoAccount(saml)
    ? []
    : [
        {
          where: groups === undefined ? 'authentication.policy' : 'authentication.groups',
          what: 'what is in Duo says nothing to another identity provider',
          hint: 'leave groups and policy out, and say there who may log in and how',
        },
      ]),
];

/** The identity provider's side. In a Duo account the application is made, for this connection profile. */
export const providerOf = (
  at: Construct,
  { saml, url, groups, policy }: SamlLogin,
  profile: string,
  application: string,
): ProviderSide => {
  if (!DuoAccount.isDuoAccount(saml)) return saml;
  const made = new DuoSamlApplication(at, 'application', {
    name: application,
    device: saml,
    ...servicePoints(url, profile),
    groups: groups && [...groups],
    policy,
  });
  const { idpEntityId: entityId, signInUrl, signOutUrl, certificate } = made;
  return { entityId, signInUrl, signOutUrl, certificate };
};
