import {
  field,
  members,
  number,
  same,
  setOf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import { defined } from '../../../kernel/defined';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';
import { capitals } from './words';

type Realm = NounOf<'realm'>;
type Server = NonNullable<Realm['servers']>[number];
type Login = NonNullable<Realm['user']>;
type Download = NonNullable<Realm['download']>;

const authority = reference('trusted-ca');
const zone = reference('security-zone');
const encryption = capitals(['none', 'starttls', 'ldaps'] as const);
const portOf = (how: Json | undefined): number => (how === 'LDAPS' ? 636 : 389);

/** What the FMC says of a server besides, its state and its place in the list, is not compared. */
const pointed = (json: JsonObject): JsonObject => {
  const how = encryption.canonical!(json['encryptionProtocol'] ?? 'NONE');
  const { encryptionCert: ca, interface: face } = json;
  return defined({
    hostname: json['hostname'],
    port: Number(json['port'] ?? portOf(how)),
    encryptionProtocol: how,
    encryptionCert: how === 'NONE' || !ca ? undefined : authority.canonical!(ca),
    useRoutingToSelectInterface: json['useRoutingToSelectInterface'] === true,
    interface: json['useRoutingToSelectInterface'] === true || !face ? undefined : zone.canonical!(face),
  }) as JsonObject;
};

const server: Wire<Server> = {
  to: ({ host, port, encryption: how, authority: ca, zone: where }, look) => {
    const protocol = encryption.to(how, look);
    return defined({
      hostname: host,
      port: port ?? portOf(protocol),
      encryptionProtocol: protocol,
      encryptionCert: ca && authority.to(ca, look),
      useRoutingToSelectInterface: where === undefined,
      interface: where && zone.to(where, look),
    }) as JsonObject;
  },
  from: (json) => {
    const { hostname, port, encryptionProtocol, encryptionCert, interface: face, ...rest } = json as JsonObject;
    const how = encryption.from(encryptionProtocol!);
    // Neither a route nor a zone: the management interface, which no property says.
    if (how === undefined || (!face && rest['useRoutingToSelectInterface'] !== true)) return undefined;
    const usual = port === portOf(encryptionProtocol);
    return defined({
      host: String(hostname),
      port: usual ? undefined : Number(port),
      encryption: how,
      authority: encryptionCert && authority.from(encryptionCert),
      zone: face && zone.from(face),
    }) as Server;
  },
};

/** Each server has a number in the list: that is the order, however they are answered. */
const placeOf = (json: Json): number => Number((json as JsonObject)['id'] ?? 0);
const servers: Wire<Server[]> = {
  to: (all, look) => all.map((one) => server.to(one, look)),
  from: (json) => {
    const all = (json as readonly Json[]).map((one) => server.from(one));
    return all.some((one) => one === undefined) ? undefined : (all as Server[]);
  },
  canonical: (json) =>
    [...(json as readonly Json[])].sort((a, b) => placeOf(a) - placeOf(b)).map((one) => pointed(one as JsonObject)),
};

/** A name is shown, its password never. */
const login = (name: string, password: string): Written<Login> => {
  const written = members<Login>({
    name: field(name, same<string>()),
    password: field(password, secretWire, { secret: true }),
  });
  const whole = (found: Login | undefined): Login | undefined => (found?.password === undefined ? undefined : found);
  return { ...written, read: (values) => whole(written.read(values)) };
};

/** Nothing is downloaded of local users. */
const directory = { only: { at: 'realmType', isNot: 'LOCAL' } };
const hours = number as Wire<NonNullable<Download['intervalHours']>>;
const listed = (at: string): Written<string[]> => field(at, setOf(same<string>()), { absent: [], ...directory });
const download = members<Download>({
  hour: field('updateHour', number, { absent: 0, ...directory }),
  intervalHours: field('updateInterval', hours, { absent: 24, ...directory }),
  includedGroups: listed('includedGroups'),
  excludedGroups: listed('excludedGroups'),
  includedUsers: listed('includedUsers'),
  excludedUsers: listed('excludedUsers'),
});

export const realm: RestGrammar<Realm> = {
  form: 'object',
  collection: 'object/realms',
  key: 'realms',
  type: 'Realm',
  // A disabled one is of no use to a policy.
  fixed: ({ type }) => ({ '': { type: 'Realm', ...(type === 'local' ? {} : { enabled: true }) } }),
  fields: {
    description: field('description', same<string>(), { absent: '' }),
    type: field('realmType', capitals(['ad', 'ldap', 'local'] as const), { immutable: true }),
    domain: field('adPrimaryDomain', same<string>(), { immutable: true }),
    joinUser: login('adJoinUsername', 'adJoinPassword'),
    user: login('dirUsername', 'dirPassword'),
    baseDn: field('baseDn', same<string>()),
    groupDn: field('groupDn', same<string>()),
    servers: field('directoryConfigurations', servers),
    groupAttribute: field('groupAttribute', same<string>(), { compareIfDeclared: true }),
    download,
  },
};

/** A name may repeat in another realm: it is known by both. */
export const localRealmUser: RestGrammar<NounOf<'local-realm-user'>> = {
  form: 'object',
  collection: 'object/localrealmusers',
  key: 'localrealmusers',
  type: 'LocalRealmUser',
  nameOf: (body) => {
    const at = (body['realm'] as { readonly name?: string } | undefined)?.name;
    return at === undefined ? undefined : `${at}/${String(body['name'])}`;
  },
  fixed: () => ({ '': { type: 'LocalRealmUser' } }),
  fields: {
    user: field('name', same<string>()),
    realm: field('realm', reference('realm')),
    password: field('password', secretWire, { secret: true }),
  },
};
