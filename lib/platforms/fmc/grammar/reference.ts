import type { Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';

/** What the placeholder of an id stands for: `{ftds2svpns:mumbai-pune}`. */
const placeholderIn = (json: Json): { readonly key: string; readonly name: string } | undefined => {
  const [, key, name] = /^\{([^:{}]+):([^{}#]+)\}$/.exec(String((json as JsonObject)['id'])) ?? [];
  return key === undefined || name === undefined ? undefined : { key, name };
};

/** A reference to another object: `{id, name, type}`, the id a placeholder. Compared by what it points to. */
export const reference = <K extends Kind>(kind: K): Wire<Ref<K>> => ({
  to: (ref, look) => look.reference(kind, ref.name),
  from: (json) => {
    const name = placeholderIn(json)?.name ?? (json as JsonObject)['name'];
    return typeof name === 'string' ? { ref: kind, name } : undefined;
  },
  canonical: (json) => {
    const { id, name, type } = json as JsonObject;
    return { id: id ?? null, name: name ?? null, type: type ?? null };
  },
});

/** The kinds of what a prop of several kinds may point to, by the first part of their identities. */
const kinds: Readonly<Record<string, Kind>> = {
  networkaddresses: 'network-object',
  networkgroups: 'network-group',
  fqdns: 'fqdn-object',
  radiusservergroups: 'aaa-server-group',
  realms: 'realm',
  ssoservers: 'saml-server',
  clientfiles: 'secure-client-file',
  virtualtunnelinterfaces: 'tunnel-interface',
  ecmpzones: 'ftd-ecmp-zone',
  dynamictunnelinterfaces: 'ftd-dynamic-tunnel',
  loopbackinterfaces: 'ftd-loopback',
  ravpns: 'ra-vpn-policy',
  ftdnatpolicies: 'nat-policy',
  ftdplatformsettingspolicies: 'platform-settings',
};

/** A reference to one of several kinds: its placeholder says which. */
export const anyReference = <R extends Ref<Kind>>(): Wire<R> => ({
  to: (ref, look) => look.reference(ref.ref, ref.name),
  from: (json) => {
    const found = placeholderIn(json);
    const kind = found && kinds[found.key];
    return kind && ({ ref: kind, name: found.name } as R);
  },
  canonical: reference('network-object').canonical!,
});

/** An interface that is only looked up, and the firewall that has it: `{interfaces:pair/outside}`. */
export const interfacePlace = (json: Json): { readonly device: string; readonly ifname: string } | undefined => {
  const found = placeholderIn(json);
  if (found?.key !== 'interfaces') return undefined;
  const at = found.name.lastIndexOf('/');
  return { device: found.name.slice(0, at), ifname: found.name.slice(at + 1) };
};
/** The logical name alone. */
export const interfaceIn = (json: Json): string | undefined => interfacePlace(json)?.ifname;
