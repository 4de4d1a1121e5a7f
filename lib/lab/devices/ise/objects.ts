import type { Json, JsonObject } from '../../../kernel/json';
import { networkOf } from '../../../kernel/ip';

export interface Kept {
  readonly id: string;
  body: JsonObject;
}
export type IseStore = ReadonlyMap<string, Kept[]>;

const roots = ['Location#All Locations', 'IPSEC#Is IPSEC Device#No', 'Device Type#All Device Types'];

/** What ISE fills in by itself. Every device is in one group of each kind. */
export const given = (collection: string, body: JsonObject): JsonObject => {
  if (collection === 'internaluser')
    return { enabled: true, changePassword: true, expiryDateEnabled: false, customAttributes: {}, ...body };
  if (collection !== 'networkdevice') return body;
  const named = (body['NetworkDeviceGroupList'] ?? []) as readonly string[];
  const kind = (group: string): string => group.split('#')[0]!;
  const missing = roots.filter((root) => !named.some((group) => kind(group) === kind(root)));
  return {
    profileName: 'Cisco',
    coaPort: 1700,
    modelName: 'Unknown',
    softwareVersion: 'Unknown',
    ...body,
    authenticationSettings: {
      enabled: true,
      enableKeyWrap: false,
      dtlsRequired: false,
      enableMultiSecret: 'false',
      ...(body['authenticationSettings'] as JsonObject | undefined),
    },
    NetworkDeviceGroupList: [...named, ...missing],
  };
};

interface Range {
  readonly ipaddress: string;
  readonly mask?: number;
}
const rangesOf = (body: JsonObject): readonly string[] =>
  ((body['NetworkDeviceIPList'] ?? []) as unknown as readonly Range[]).map(({ ipaddress, mask = 32 }) =>
    networkOf(`${ipaddress}/${mask}`),
  );

export const others = (store: IseStore, collection: string, id: string | undefined): readonly Kept[] =>
  store.get(collection)!.filter((item) => item.id !== id);

/** Whether an object of this name is in a collection. */
export const hasNamed = (store: IseStore, collection: string, name: Json | undefined): boolean =>
  store.get(collection)!.some(({ body }) => body['name'] === name);

export const taken = (items: readonly Kept[], body: JsonObject): boolean =>
  items.some((item) => String(item.body['name']).toLowerCase() === String(body['name']).toLowerCase());

/** Why ISE would not take a network device. The exact words are in no public source, but for the mandatory fields. */
export const checkDevice = (store: IseStore, body: JsonObject, id: string | undefined): string | undefined => {
  const rest = others(store, 'networkdevice', id);
  if (body['name'] === undefined) return 'Validation Error - Mandatory fields missing: [name]';
  if (taken(rest, body)) return `Network Device Create failed: Device ${String(body['name'])} already exists`;
  const ranges = rangesOf(body);
  if (ranges.length === 0) return 'Validation Error - Mandatory fields missing: [NetworkDeviceIPList]';
  const rival = rest.find((item) => rangesOf(item.body).some((range) => ranges.includes(range)));
  if (rival) return `Network Device Create failed: IP address overlaps with device ${String(rival.body['name'])}`;
  const settings = body['authenticationSettings'] as JsonObject;
  if (settings['networkProtocol'] === 'RADIUS' && settings['radiusSharedSecret'] === undefined)
    return 'Validation Error - Mandatory fields missing: [radiusSharedSecret]';
  return undefined;
};

/** Why ISE would not take a user. A password that it has already is refused by the default password policy. */
export const checkUser = (store: IseStore, body: JsonObject, id: string | undefined): string | undefined => {
  const rest = others(store, 'internaluser', id);
  if (taken(rest, body)) return `Internal User ${String(body['name'])} already exists`;
  if (body['password'] === undefined) return 'Validation Error - Mandatory fields missing: [password]';
  const groups = String(body['identityGroups'] ?? '');
  const known = store.get('identitygroup')!.map((group) => group.id);
  const strange = groups.split(',').find((group) => group !== '' && !known.includes(group));
  return strange === undefined ? undefined : `Identity group ${strange} does not exist`;
};
