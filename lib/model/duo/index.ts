import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as duoAdClient from './duo-ad-client';
import type * as duoCloud from './duo-cloud';
import type * as duoGroup from './duo-group';
import type * as duoHttpProxy from './duo-http-proxy';
import type * as duoLdapServerAuto from './duo-ldap-server-auto';
import type * as duoOnlyClient from './duo-only-client';
import type * as duoPhone from './duo-phone';
import type * as duoPolicy from './duo-policy';
import type * as duoProxyMain from './duo-proxy-main';
import type * as duoRadiusApplication from './duo-radius-application';
import type * as duoRadiusClient from './duo-radius-client';
import type * as duoRadiusServers from './duo-radius-servers';
import type * as duoSamlApplication from './duo-saml-application';
import type * as duoUser from './duo-user';

const load = createRequire(__filename);

/** What a Duo account holds. */
export const duoNouns = lazily({
  'duo-group': () => (load('./duo-group') as typeof duoGroup).duoGroup,
  'duo-phone': () => (load('./duo-phone') as typeof duoPhone).duoPhone,
  'duo-user': () => (load('./duo-user') as typeof duoUser).duoUser,
  'duo-policy': () => (load('./duo-policy') as typeof duoPolicy).duoPolicy,
  'duo-radius-application': () =>
    (load('./duo-radius-application') as typeof duoRadiusApplication).duoRadiusApplication,
  'duo-saml-application': () => (load('./duo-saml-application') as typeof duoSamlApplication).duoSamlApplication,
});

/** Sections of the file of a Duo proxy. */
export const duoProxyNouns = lazily({
  'duo-radius-client': () => (load('./duo-radius-client') as typeof duoRadiusClient).duoRadiusClient,
  'duo-ad-client': () => (load('./duo-ad-client') as typeof duoAdClient).duoAdClient,
  'duo-only-client': () => (load('./duo-only-client') as typeof duoOnlyClient).duoOnlyClient,
  'duo-proxy-main': () => (load('./duo-proxy-main') as typeof duoProxyMain).duoProxyMain,
  'duo-cloud': () => (load('./duo-cloud') as typeof duoCloud).duoCloud,
  'duo-http-proxy': () => (load('./duo-http-proxy') as typeof duoHttpProxy).duoHttpProxy,
  'duo-radius-server-auto': () => (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerAuto,
  'duo-radius-server-challenge': () =>
    (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerChallenge,
  'duo-radius-server-concat': () => (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerConcat,
  'duo-radius-server-iframe': () => (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerIframe,
  'duo-radius-server-eap': () => (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerEap,
  'duo-radius-server-duo-only': () => (load('./duo-radius-servers') as typeof duoRadiusServers).duoRadiusServerDuoOnly,
  'duo-ldap-server-auto': () => (load('./duo-ldap-server-auto') as typeof duoLdapServerAuto).duoLdapServerAuto,
});
