import type { Json, JsonObject } from '../../../kernel/json';
import { hasNamed, others, taken, type IseStore } from './objects';

type Check = (store: IseStore, body: JsonObject) => string | undefined;

const mandatory =
  (...names: readonly string[]): Check =>
  (_store, body) => {
    const missing = names.filter((name) => body[name] === undefined);
    return missing.length === 0 ? undefined : `Validation Error - Mandatory fields missing: [${missing.join(', ')}]`;
  };

const profile: Check = (store, body) => {
  const acl = body['daclName'];
  if (acl !== undefined && acl !== '' && !hasNamed(store, 'downloadableacl', acl))
    return `DACL ${String(acl)} not found`;
  const list = (body['advancedAttributes'] ?? []) as readonly JsonObject[];
  const sound = list.every((one) => {
    const [left, right] = [one['leftHandSideDictionaryAttribue'], one['rightHandSideAttribueValue']] as JsonObject[];
    return left?.['dictionaryName'] !== undefined && right?.['value'] !== undefined;
  });
  return sound ? undefined : 'JSON invalidity: advancedAttributes';
};

const sequence: Check = (store, body) => {
  const items = (body['idSeqItem'] ?? []) as readonly JsonObject[];
  const strange = items.find(
    ({ idstore }) => !hasNamed(store, 'identitysource', idstore) && !hasNamed(store, 'activedirectory', idstore),
  );
  return strange === undefined ? undefined : `Identity store ${String(strange['idstore'])} does not exist`;
};

const servers: Check = (store, body) => {
  const list = (body['RadiusServerList'] ?? []) as readonly Json[];
  const strange = list.find((name) => !hasNamed(store, 'externalradiusserver', name));
  return strange === undefined ? undefined : `External RADIUS server ${String(strange)} does not exist`;
};

const deviceGroup: Check = (store, body) => {
  const path = String(body['name']).split('#');
  const above = path.slice(0, -1).join('#');
  if (path.length < 2) return 'Validation Error - the name must hold the path';
  return path.length === 2 || hasNamed(store, 'networkdevicegroup', above) ? undefined : `${above} does not exist`;
};

const switches = [
  'processHostLookup',
  'allowPapAscii',
  'allowChap',
  'allowMsChapV1',
  'allowMsChapV2',
  'allowEapMd5',
  'allowLeap',
  'allowEapTls',
  'allowEapTtls',
  'allowEapFast',
  'allowPeap',
  'allowTeap',
  'allowPreferredEapProtocol',
  'eapTlsLBit',
  'allowWeakCiphersForEap',
  'requireMessageAuth',
];

const checks: Readonly<Record<string, readonly Check[]>> = {
  networkdevicegroup: [mandatory('ndgtype'), deviceGroup],
  downloadableacl: [mandatory('dacl')],
  authorizationprofile: [profile],
  allowedprotocols: [mandatory(...switches)],
  idstoresequence: [mandatory('breakOnStoreFail', 'idSeqItem'), sequence],
  externalradiusserver: [mandatory('hostIP', 'sharedSecret')],
  radiusserversequence: [mandatory('RadiusServerList'), servers],
};

/** Why ISE would not take an object of these collections. The exact words are in no public source. */
export const checkObject = (
  store: IseStore,
  collection: string,
  body: JsonObject,
  id: string | undefined,
): string | undefined => {
  const own = [mandatory('name'), ...(checks[collection] ?? [])];
  const wrong = own.map((check) => check(store, body)).find((one) => one !== undefined);
  if (wrong !== undefined) return wrong;
  const rest = others(store, collection, id);
  return taken(rest, body) ? `${String(body['name'])} already exists` : undefined;
};

const usesOf = (collection: string): readonly (readonly [collection: string, member: string])[] => {
  if (collection === 'downloadableacl') return [['authorizationprofile', 'daclName']];
  if (collection === 'certificateprofile') return [['idstoresequence', 'certificateAuthenticationProfile']];
  return [];
};

/** Why an object cannot go: another names it. */
export const usedBy = (store: IseStore, collection: string, name: Json | undefined): string | undefined =>
  usesOf(collection)
    .flatMap(([at, member]) => store.get(at)!.filter(({ body }) => body[member] === name))
    .map(({ body }) => `it is referenced by ${String(body['name'])}`)[0];
