import type { Answers } from '../../../contract/answers';
import type { JsonObject } from '../../../kernel/json';
import type { Kind } from '../../../model/nouns';
import { isBag } from '../../../desired/rest/place';
import { interfaceLists, keeperOf } from '../read/devices';
import { overriddenBy } from '../grammar/object-overrides';
import { embeddedPart, partIds } from '../read/lookup';
import { grammarFor } from '../normalize';
import {
  assignmentOf,
  bgp,
  faces,
  loopbacks,
  overridesOf,
  places,
  policies,
  policyChildren,
  policyLists,
  records,
  routes,
  topologies,
  zones,
} from './places';

type Bodies = Readonly<Record<string, JsonObject>>;

/** An object as the FMC answered it, and where it stands. */
export interface Listed {
  readonly kind: Kind;
  /** Its name on the target, behind that of its parent. */
  readonly name: string;
  readonly own: string;
  /** The object that it belongs to: a topology, a policy, a firewall. */
  readonly parent?: { readonly kind: Kind; readonly name: string };
  readonly bodies: Bodies;
}

/** A firewall, or a pair or cluster of firewalls, and the record that keeps its interfaces. */
export interface Firewall {
  readonly name: string;
  readonly id: string;
  readonly record: string;
}

/** An interface by its logical name. */
export interface Face {
  readonly firewall: string;
  readonly ifname: string;
  readonly id: string;
}

const listIn = ({ answers }: Answers, path: string): readonly JsonObject[] =>
  (answers[path] ?? []) as readonly JsonObject[];
const idOf = (body: JsonObject): string => String(body['id']);

/** The object with the parts beside it, wherever they were answered. */
const withParts = ({ answers }: Answers, kind: Kind, path: string, body: JsonObject): Bodies => {
  const own = Object.entries(partIds({ kind } as never, body)).filter(([part]) => grammarFor({ kind })?.parts?.[part]);
  const parts = own.flatMap(([part, id]): [string, JsonObject][] => {
    const found = (answers[`${path}/${part}/${id}`] as JsonObject | undefined) ?? embeddedPart({ kind }, body, part);
    return found === undefined ? [] : [[part, found]];
  });
  return { '': body, ...Object.fromEntries(parts) };
};

const nameIn = (kind: Kind, body: JsonObject): string | undefined => {
  const { nameOf } = grammarFor({ kind }) ?? {};
  const found = nameOf === undefined ? body['name'] : nameOf(body);
  return typeof found === 'string' ? found : (found as readonly string[] | undefined)?.[0];
};

const top = (answers: Answers, path: string, kind: Kind): readonly Listed[] =>
  listIn(answers, path).flatMap((body): Listed[] => {
    const name = nameIn(kind, body);
    return name === undefined
      ? []
      : [{ kind, name, own: name, bodies: withParts(answers, kind, `${path}/${idOf(body)}`, body) }];
  });

/** The objects of a collection, and what they are on single firewalls. */
const withOverrides = (answers: Answers, path: string, kind: Kind): readonly Listed[] => {
  const own = overriddenBy.get(kind);
  return top(answers, path, kind).flatMap((each) => [
    each,
    ...(own === undefined
      ? []
      : below({ kind, name: each.name }, own, listIn(answers, overridesOf(path, idOf(each.bodies['']!))))),
  ]);
};

const below = (parent: Listed['parent'] & {}, kind: Kind, all: readonly JsonObject[]): readonly Listed[] =>
  all.flatMap((body): Listed[] => {
    const own = nameIn(kind, body);
    return own === undefined ? [] : [{ kind, name: `${parent.name}/${own}`, own, parent, bodies: { '': body } }];
  });

const ofTopology = (answers: Answers, { name, bodies }: Listed): readonly Listed[] =>
  below(
    { kind: 'vpn-topology', name },
    'vpn-endpoint',
    listIn(answers, `${topologies}/${idOf(bodies['']!)}/endpoints`),
  );

/** The lists of a policy, its settings of which there is one each, and the firewalls that it is for. */
const ofPolicy = (answers: Answers, { name, bodies }: Listed): readonly Listed[] => {
  const body = bodies['']!;
  const [parent, path] = [{ kind: 'ra-vpn-policy' as const, name }, `${policies}/${idOf(body)}`];
  const one = (kind: Kind, at: string): readonly Listed[] => {
    const found = answers.answers[at] as JsonObject | undefined;
    return found === undefined ? [] : [{ kind, name, own: name, parent, bodies: { '': found } }];
  };
  return [
    ...policyLists.flatMap(([child, kind]) => below(parent, kind, listIn(answers, `${path}/${child}`))),
    ...policyChildren.flatMap(([child, member, kind]) =>
      one(kind, `${path}/${child}/${String((body[member] as JsonObject | undefined)?.['id'])}`),
    ),
    ...one('policy-assignment', assignmentOf(idOf(body))),
    ...(isBag(body['localRealmServer'])
      ? [{ kind: 'ra-local-realm' as const, name, own: name, parent, bodies: { '': body } }]
      : []),
  ];
};

const ofFirewall = (answers: Answers, { name, record }: Firewall): readonly Listed[] => {
  const [parent, at] = [{ kind: 'ftd-device' as const, name }, `${records}/${record}`];
  const [general, process] = bgp.map((path) => listIn(answers, `${at}/${path}`)[0]);
  return [
    ...below(parent, 'ftd-loopback', listIn(answers, `${at}/${loopbacks}`)),
    ...below(parent, 'ftd-dynamic-tunnel', listIn(answers, `${at}/${faces}`)),
    ...below(parent, 'tunnel-interface', listIn(answers, `${at}/${faces}`)),
    ...below(parent, 'ftd-ecmp-zone', listIn(answers, `${at}/${zones}`)),
    ...routes.flatMap(([path, kind]) => below(parent, kind, listIn(answers, `${at}/${path}`))),
    ...(general === undefined
      ? []
      : [
          {
            ...{ kind: 'ftd-bgp' as const, name: `${name}/bgp`, own: 'bgp', parent },
            bodies: { '': general, ...(process === undefined ? {} : { bgp: process }) },
          },
        ]),
  ];
};

/** Every firewall that the FMC lists: members of pairs and clusters not by themselves. */
export const firewallsIn = (answers: Answers): readonly Firewall[] => {
  const containers = [
    ...listIn(answers, 'devicehapairs/ftddevicehapairs'),
    ...listIn(answers, 'deviceclusters/ftddevicecluster'),
  ];
  const kept = containers.map((body) => ({
    name: String(body['name']),
    id: idOf(body),
    record: keeperOf(body) ?? idOf(body),
  }));
  const alone = listIn(answers, records).filter((body) => !kept.some(({ record }) => record === idOf(body)));
  return [...kept, ...alone.map((body) => ({ name: String(body['name']), id: idOf(body), record: idOf(body) }))];
};

/** The interfaces of the firewalls that were looked at. */
export const facesIn = (answers: Answers): readonly Face[] =>
  firewallsIn(answers).flatMap(({ name: firewall, record }) =>
    interfaceLists.flatMap((kind) =>
      listIn(answers, `${records}/${record}/${kind}`).flatMap((body) =>
        typeof body['ifname'] === 'string' && body['ifname'] !== ''
          ? [{ firewall, ifname: body['ifname'], id: idOf(body) }]
          : [],
      ),
    ),
  );

/** All that was answered, object by object. */
export const listedIn = (answers: Answers): readonly Listed[] => {
  const tops = top(answers, topologies, 'vpn-topology');
  const own = top(answers, policies, 'ra-vpn-policy');
  return [
    ...[...places.siteToSite, ...places.remoteAccess].flatMap(([path, kind]) => withOverrides(answers, path, kind)),
    ...firewallsIn(answers).flatMap((firewall) => ofFirewall(answers, firewall)),
    ...tops,
    ...tops.flatMap((one) => ofTopology(answers, one)),
    ...own,
    ...own.flatMap((one) => ofPolicy(answers, one)),
  ];
};
