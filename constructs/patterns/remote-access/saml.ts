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

export const isSaml = (authentication: object): authentication is SamlLogin => 'saml' in authentication;

/** What is wrong with the words of the login; that of the identity provider is checked by the objects made of it. */
export const samlViolations = ({ saml, url, groups }: SamlLogin): readonly Violation[] => [
  ...(/^https:\/\/[^/\s?#]+$/.test(url)
    ? []
    : [
        {
          where: 'authentication.url',
          what: `'${url}' is not where a browser window finds the headend`,
          hint: 'write https and its name, without a path: https://vpn.example.net',
        },
      ]),
  ...(groups === undefined || DuoAccount.isDuoAccount(saml)
    ? []
    : [
        {
          where: 'authentication.groups',
          what: 'groups of Duo say nothing to another identity provider',
          hint: 'leave them out, and say there who may log in',
        },
      ]),
];

/** The identity provider's side. In a Duo account the application is made, for this connection profile. */
export const providerOf = (
  at: Construct,
  { saml, url, groups }: SamlLogin,
  profile: string,
  application: string,
): ProviderSide => {
  if (!DuoAccount.isDuoAccount(saml)) return saml;
  const made = new DuoSamlApplication(at, 'application', {
    name: application,
    device: saml,
    ...servicePoints(url, profile),
    groups: groups && [...groups],
  });
  const { idpEntityId: entityId, signInUrl, signOutUrl, certificate } = made;
  return { entityId, signInUrl, signOutUrl, certificate };
};
