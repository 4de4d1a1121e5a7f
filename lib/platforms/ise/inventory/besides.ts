import { dig } from '../../../desired/rest/place';
import type { Bag, Book, IsThere } from '../../../engine/rest/inventory/book';
import type { Json, JsonObject } from '../../../kernel/json';
import { nameOfPath } from '../../../model/ise/device-group-path';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';
import { otherSecret } from '../../../model/secret';
import { networkDevice } from '../grammar/network-device';

const text = (json: Json | undefined): string => String(json ?? '');

/** What has a construct by that, and what has none by its name. */
const sourceOf = (name: string, isThere: IsThere): Ref | string => {
  const kinds: readonly Kind[] = ['ise-identity-source-sequence', 'ise-active-directory'];
  const kind = kinds.find((one) => isThere(one, name));
  return kind === undefined ? name : { ref: kind, name };
};

/** Groups that ISE has from its installation are named by their path: what a program has of its own is its construct. */
const groupsIn = (bodies: Readonly<Record<string, JsonObject>>, isThere: IsThere): readonly (Ref | string)[] => {
  const { deviceGroups } = networkDevice.fields;
  const all = deviceGroups.form === 'written' ? deviceGroups.leaves[0]! : undefined;
  const paths = all!.canonical(bodies['']?.['NetworkDeviceGroupList'] ?? []) as readonly string[];
  return paths.map((path) => {
    const name = nameOfPath(path);
    return isThere('ise-network-device-group', name) ? { ref: 'ise-network-device-group', name } : path;
  });
};

const service = 'Default Network Access';
const servedBy = ({ isProxy, serviceName }: JsonObject): Bag => {
  const name = text(serviceName);
  if (isProxy === true) return { proxy: { ref: 'ise-radius-server-sequence', name } };
  return name === service ? {} : { protocols: { ref: 'ise-allowed-protocols', name } };
};

/** What bodies of ISE do not say by themselves. No secret is answered; a device that asks by TACACS+ alone has none. */
export const besides: Book['besides'] = {
  'ise-network-device-group': (_listed, bodies) => ({ path: text(bodies['']?.['name']) }),
  'ise-network-device': (_listed, bodies, isThere) => {
    const groups = groupsIn(bodies, isThere);
    return {
      ...(dig(bodies[''], 'authenticationSettings.networkProtocol') === 'RADIUS'
        ? { radiusSharedSecret: otherSecret }
        : {}),
      ...(groups.length === 0 ? {} : { deviceGroups: groups }),
    };
  },
  'ise-internal-user': () => ({ password: otherSecret }),
  'ise-external-radius-server': () => ({ secret: otherSecret }),
  'ise-identity-source-sequence': (_listed, bodies, isThere) => ({
    sources: [...((bodies['']?.['idSeqItem'] ?? []) as readonly JsonObject[])]
      .sort((a, b) => Number(a['order']) - Number(b['order']))
      .map(({ idstore }) => sourceOf(text(idstore), isThere)),
  }),
  'ise-policy-set': (_listed, bodies) => servedBy(bodies['']!),
  'ise-authentication-rule': (_listed, bodies, isThere) => ({
    source: sourceOf(text(bodies['']?.['identitySourceName']), isThere),
  }),
};
