import { unsupportedExcept } from '../../../desired/unsupported';
import type { AnyIni, IniGrammar } from '../../../desired/ini/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import {
  adClientSection,
  cloud,
  duoOnlyClient,
  httpProxySection,
  ldapServerAuto,
  main,
  radiusClient,
  radiusServerAuto,
  radiusServerChallenge,
  radiusServerConcat,
  radiusServerDuoOnly,
  radiusServerEap,
  radiusServerIframe,
} from './sections';

/** How the file of a Duo proxy writes each noun. A noun that is missing here does not compile. */
export const grammar = {
  ...unsupportedExcept('duoProxy'),
  'duo-radius-client': radiusClient,
  'duo-ad-client': adClientSection,
  'duo-only-client': duoOnlyClient,
  'duo-proxy-main': main,
  'duo-cloud': cloud,
  'duo-http-proxy': httpProxySection,
  'duo-radius-server-auto': radiusServerAuto,
  'duo-radius-server-challenge': radiusServerChallenge,
  'duo-radius-server-concat': radiusServerConcat,
  'duo-radius-server-iframe': radiusServerIframe,
  'duo-radius-server-eap': radiusServerEap,
  'duo-radius-server-duo-only': radiusServerDuoOnly,
  'duo-ldap-server-auto': ldapServerAuto,
} satisfies { readonly [K in Kind]: AnyIni<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyIni<NounOf<K>> => grammar[kind] as unknown as AnyIni<NounOf<K>>;

type AnyGrammar = IniGrammar<Record<string, unknown> & { readonly name: string }>;
const sections = Object.entries(grammar).flatMap(([kind, one]) =>
  one.form === 'section' ? [{ kind: kind as Kind, grammar: one as unknown as AnyGrammar }] : [],
);

/** The noun that a section of this name is: the type, and perhaps a number. */
export const nounOfSectionName = (name: string): { readonly kind: Kind; readonly grammar: AnyGrammar } | undefined =>
  sections.find(({ grammar: { type } }) => name.startsWith(type) && /^\d*$/.test(name.slice(type.length)));
