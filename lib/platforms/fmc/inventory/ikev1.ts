import type { Answers } from '../../../contract/answers';
import type { Migration } from '../../../contract/platform';
import { free } from '../../../kernel/free-name';
import type { Json, JsonObject } from '../../../kernel/json';
import { espFor, ikeFor, pfsFor } from '../../../model/ikev1-replacement';
import { ciphers, digests } from '../grammar/words';
import { embeddedPart, partIds } from '../read/lookup';
import { listedIn } from './listed';
import { ikev1Policies, ikev1Proposals, topologies } from './places';

const topology = { kind: 'vpn-topology' } as const;
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const listOf = (value: Json | undefined): readonly JsonObject[] => (value ?? []) as readonly JsonObject[];
const bagOf = (value: Json | undefined): JsonObject => (value ?? {}) as JsonObject;

/** Words of IKEv1 on an FMC that are others in IKEv2. */
const others: Readonly<Record<string, string>> = { 'AES-128': 'aes-cbc-128', ESP_NULL: 'null', SHA: 'sha1' };
const wordOf = (table: readonly (readonly [string, string])[], theirs: Json | undefined): string =>
  others[textOf(theirs)] ?? table.find(([, word]) => word === theirs)?.[0] ?? textOf(theirs);
const theirsOf = (table: readonly (readonly [string, string])[], word: string): string =>
  table.find(([ours]) => ours === word)![1];

/** An object of IKEv2 in the place of one of IKEv1. `group`: the Diffie-Hellman group of a policy. */
interface Counterpart {
  readonly body: JsonObject;
  readonly said: readonly string[];
  readonly group?: number;
}

const policyFor = ({ id, priority, lifetimeInSeconds, ...old }: JsonObject, name: string): Counterpart => {
  const phase1 = {
    encryption: wordOf(ciphers, old['encryption']),
    hash: wordOf(digests, old['hash']),
    group: Number(old['diffieHellmanGroup']),
  };
  const { instead, said } = ikeFor(phase1);
  const integrity = instead.integrity.map((word) => theirsOf(digests, word));
  const body = {
    ...{ id: `ikev2-${textOf(id)}`, name, type: 'IKEv2Policy', priority, lifetimeInSeconds },
    encryptionAlgorithms: instead.encryption.map((word) => theirsOf(ciphers, word)),
    ...{ integrityAlgorithms: integrity, prfIntegrityAlgorithms: integrity },
    diffieHellmanGroups: instead.group,
  };
  return { body: body as JsonObject, said, group: instead.group[0]! };
};

const proposalFor = ({ id, espEncryption, espHash }: JsonObject, name: string): Counterpart => {
  const integrity = espHash === 'NONE' ? {} : { integrity: wordOf(digests, espHash) };
  const { instead, said } = espFor({ encryption: wordOf(ciphers, espEncryption), ...integrity });
  const body = {
    ...{ id: `ikev2-${textOf(id)}`, name, type: 'IKEv2IPsecProposal' },
    encryptionAlgorithms: [theirsOf(ciphers, instead.encryption)],
    integrityAlgorithms: [theirsOf(digests, instead.integrity!)],
  };
  return { body, said };
};

/** Makes a counterpart of each object once, however many topologies name it. */
class Counterparts {
  private readonly made = new Map<string, Counterpart>();
  private readonly taken: Set<string>;

  constructor(
    private readonly given: Answers['answers'],
    private readonly from: string,
    private readonly to: string,
    private readonly counterpart: (old: JsonObject, name: string) => Counterpart,
  ) {
    this.taken = new Set(listOf(given[to]).map(({ name }) => textOf(name)));
  }

  /** Undefined where there are none, or one was not answered. */
  for(refs: readonly JsonObject[]): readonly Counterpart[] | undefined {
    const found = refs.map(({ id }) => this.one(textOf(id)));
    return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
  }

  private one(id: string): Counterpart | undefined {
    const known = this.made.get(id);
    const old = listOf(this.given[this.from]).find((body) => body['id'] === id);
    if (known !== undefined || old === undefined) return known;
    const made = this.counterpart(old, free(`${textOf(old['name'])}-ikev2`, this.taken, '-'));
    this.made.set(id, made);
    return made;
  }

  /** The list as it is with them. */
  get list(): Readonly<Record<string, Json>> {
    return { [this.to]: [...listOf(this.given[this.to]), ...[...this.made.values()].map(({ body }) => body)] };
  }
}

type Part = 'ikesettings' | 'ipsecsettings';
const partPath = (body: JsonObject, part: Part): string =>
  `${topologies}/${textOf(body['id'])}/${part}/${partIds(topology as never, body)[part]}`;
const partIn = (given: Answers['answers'], body: JsonObject, part: Part): JsonObject =>
  bagOf(given[partPath(body, part)] ?? embeddedPart(topology, body, part));

const refTo = ({ body: { id, name, type } }: Counterpart): JsonObject => ({ id: id!, name: name!, type: type! });

interface Migrated {
  readonly body: JsonObject;
  readonly parts: Readonly<Record<string, Json>>;
  readonly said: readonly string[];
}

const ikev2Of = (
  given: Answers['answers'],
  body: JsonObject,
  made: { readonly policies: Counterparts; readonly proposals: Counterparts },
): Migrated | string => {
  const switched = { ...body, ikeV1Enabled: false, ikeV2Enabled: true };
  if (body['ikeV2Enabled'] === true)
    return { body: switched, parts: {}, said: ['IKEv2 is on beside it already: IKEv1 goes'] };
  const [ike, ipsec] = [partIn(given, body, 'ikesettings'), partIn(given, body, 'ipsecsettings')];
  const { policies: own, ...authentication } = bagOf(ike['ikeV1Settings']);
  const policies = made.policies.for(listOf(own));
  const proposals = made.proposals.for(listOf(ipsec['ikeV1IpsecProposal']));
  if (policies === undefined || proposals === undefined) return 'its policies or proposals of IKEv1 were not answered';
  const { enabled, modulusGroup } = bagOf(ipsec['perfectForwardSecrecy']);
  const pfs = pfsFor(enabled === true ? Number(modulusGroup) : undefined, policies[0]!.group!);
  return {
    body: switched,
    parts: {
      ikesettings: { ...ike, ikeV2Settings: { ...authentication, policies: policies.map(refTo) } },
      ipsecsettings: {
        ...ipsec,
        ikeV2IpsecProposal: proposals.map(refTo),
        perfectForwardSecrecy: { enabled: true, modulusGroup: pfs.instead },
      },
    },
    said: [...new Set([...policies, ...proposals].flatMap(({ said }) => said)), ...pfs.said],
  };
};

/** Where a part was answered, there it is put back: beside the topology, or within it. */
const putBack = (given: Answers['answers'], { body, parts }: Migrated): [JsonObject, Record<string, Json>] => {
  const members: Readonly<Record<string, string>> = { ikesettings: 'ikeSettings', ipsecsettings: 'ipsecSettings' };
  const all = Object.entries(parts).map(([part, value]) => ({ part, value, path: partPath(body, part as Part) }));
  const within = all.filter(({ path }) => given[path] === undefined);
  const beside = all.filter(({ path }) => given[path] !== undefined);
  return [
    { ...body, ...Object.fromEntries(within.map(({ part, value }) => [members[part]!, value])) },
    Object.fromEntries(beside.map(({ path, value }) => [path, value])),
  ];
};

/** What an FMC would answer with IKEv2 in the place of IKEv1. */
export const migration = (all: Answers): Migration => {
  const given = all.answers;
  const made = {
    policies: new Counterparts(given, ikev1Policies, 'object/ikev2policies', policyFor),
    proposals: new Counterparts(given, ikev1Proposals, 'object/ikev2ipsecproposals', proposalFor),
  };
  const ends = listedIn(all).filter(({ kind }) => kind === 'vpn-endpoint');
  const each = listOf(given[topologies]).map((body) => {
    if (body['ikeV1Enabled'] !== true) return { body };
    const [name, migrated] = [textOf(body['name']), ikev2Of(given, body, made)];
    if (typeof migrated === 'string') return { body, skipped: `${name}: ${migrated}` };
    const [switched, parts] = putBack(given, migrated);
    const objects = [name, ...ends.filter(({ parent }) => parent?.name === name).map((end) => end.name)];
    return { body: switched, parts, vpn: { ...topology, name, objects, said: migrated.said } };
  });
  const parts = Object.assign({}, ...each.map((one) => one.parts)) as Readonly<Record<string, Json>>;
  const bodies = { [topologies]: each.map(({ body }) => body) };
  return {
    answers: { ...all, answers: { ...given, ...parts, ...made.policies.list, ...made.proposals.list, ...bodies } },
    vpns: each.flatMap(({ vpn }) => vpn ?? []),
    skipped: each.flatMap(({ skipped }) => skipped ?? []),
  };
};
