import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import {
  crud,
  description,
  flag,
  line,
  list,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  refAs,
  required,
  secret,
  zones,
} from '../members';
import { idIn, type Collection } from '../world';

const authorities = 'object/externalcacertificates';
const realms = 'object/realms';

/** Trusted CAs: who made them is not told here. */
const authority: Collection = {
  at: authorities,
  type: 'ExternalCACertificate',
  verbs: ['GET'],
  ids: 'uuid',
  members: { name: nameShape },
  scope: 'none',
};

const stars = '*********';
const minutes = number(0, 35791394, 1440);
const needed = ['dirUsername', 'dirPassword', 'baseDn', 'groupDn', 'directoryConfigurations'];

/** No directory is asked for what is left out. */
const checkDirectory = (body: JsonObject): void => {
  const all = body['realmType'] === 'AD' ? ['adPrimaryDomain', ...needed] : needed;
  const missing = all.find((member) => body[member] === undefined || body[member] === '');
  if (missing) throw invalid(`Missing required field: ${missing}`);
  if (body['adJoinUsername'] !== undefined && !body['adJoinPassword'])
    throw invalid('Missing required field: adJoinPassword');
  for (const server of body['directoryConfigurations'] as readonly JsonObject[]) {
    if (server['encryptionProtocol'] !== 'NONE' && !server['encryptionCert'])
      throw invalid('Missing required field: directoryConfigurations.encryptionCert');
  }
};

/** The members of SAML and Azure AD realms are not kept here: no source shows how they are written. */
const realm: Collection = {
  at: realms,
  type: 'Realm',
  verbs: crud,
  since: '7.0',
  ids: 'uuid',
  unique: [realms],
  filters: ['name'],
  members: {
    name: nameShape,
    description,
    enabled: flag(false),
    realmType: oneOf('AD LDAP LOCAL', true),
    adPrimaryDomain: line,
    adJoinUsername: line,
    adJoinPassword: secret(stars),
    dirUsername: line,
    dirPassword: secret(stars),
    baseDn: line,
    groupDn: line,
    groupAttribute: line,
    directoryConfigurations: list(
      object({
        hostname: need,
        port: required(number(1, 65535)),
        encryptionProtocol: oneOf('NONE STARTTLS LDAPS', true),
        encryptionCert: refAs('PKI_ExternalCA', authorities),
        useRoutingToSelectInterface: flag(false),
        interface: ref(...zones),
      }),
    ),
    includedGroups: list(need),
    excludedGroups: list(need),
    includedUsers: list(need),
    excludedUsers: list(need),
    updateHour: number(0, 23, 0),
    updateInterval: { is: 'number-of', among: [1, 2, 3, 4, 6, 8, 12, 24], fallback: 24 },
    authSessionTimeout: minutes,
    tsAgentSessionTimeout: minutes,
    activeAuthSessionTimeout: minutes,
    failedAuthSessionTimeout: minutes,
    guestSessionTimeout: minutes,
  },
  check: (_world, { body, before }) => {
    for (const fixed of ['realmType', 'adPrimaryDomain'])
      if (before && before[fixed] !== body[fixed]) throw invalid(`${fixed} cannot be changed`);
    if (body['realmType'] !== 'LOCAL') checkDirectory(body);
  },
  scope: 'users',
};

/** Those of local realms. Their names are one in a realm. */
const user: Collection = {
  at: 'object/localrealmusers',
  type: 'LocalRealmUser',
  verbs: crud,
  since: '7.4',
  ids: 'uuid',
  bulk: true,
  members: { name: nameShape, realm: required(ref(realms)), password: { ...secret(stars), required: true } },
  check: (world, { collection, id, body }) => {
    const at = idIn(body['realm']);
    if (world.find(at)?.item.body['realmType'] !== 'LOCAL') throw invalid('The realm is not a local one');
    const others = [...(world.store.get(collection)?.values() ?? [])].filter((one) => one.id !== id);
    if (others.some((one) => one.body['name'] === body['name'] && idIn(one.body['realm']) === at))
      throw invalid('Duplicate Name');
  },
  goesWith: (body) => idIn(body['realm']),
  scope: 'beside',
};

export const realmCollections: readonly Collection[] = [authority, realm, user];
