import { duoAdClient } from './duo-ad-client';
import { duoCloud } from './duo-cloud';
import { duoGroup } from './duo-group';
import { duoHttpProxy } from './duo-http-proxy';
import { duoLdapServerAuto } from './duo-ldap-server-auto';
import { duoOnlyClient } from './duo-only-client';
import { duoPhone } from './duo-phone';
import { duoProxyMain } from './duo-proxy-main';
import { duoRadiusApplication } from './duo-radius-application';
import { duoRadiusClient } from './duo-radius-client';
import {
  duoRadiusServerAuto,
  duoRadiusServerChallenge,
  duoRadiusServerConcat,
  duoRadiusServerDuoOnly,
  duoRadiusServerEap,
  duoRadiusServerIframe,
} from './duo-radius-servers';
import { duoUser } from './duo-user';

/** What a Duo account holds. */
export const duoNouns = {
  'duo-group': duoGroup,
  'duo-phone': duoPhone,
  'duo-user': duoUser,
  'duo-radius-application': duoRadiusApplication,
} as const;

/** Sections of the file of a Duo proxy. */
export const duoProxyNouns = {
  'duo-radius-client': duoRadiusClient,
  'duo-ad-client': duoAdClient,
  'duo-only-client': duoOnlyClient,
  'duo-proxy-main': duoProxyMain,
  'duo-cloud': duoCloud,
  'duo-http-proxy': duoHttpProxy,
  'duo-radius-server-auto': duoRadiusServerAuto,
  'duo-radius-server-challenge': duoRadiusServerChallenge,
  'duo-radius-server-concat': duoRadiusServerConcat,
  'duo-radius-server-iframe': duoRadiusServerIframe,
  'duo-radius-server-eap': duoRadiusServerEap,
  'duo-radius-server-duo-only': duoRadiusServerDuoOnly,
  'duo-ldap-server-auto': duoLdapServerAuto,
} as const;
