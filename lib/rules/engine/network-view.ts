import { groupBy } from '../../kernel/group';
import type { Network, Resource, Target } from '../../model/network';
import { addressOf, refsOf, type Ref } from '../../model/noun';
import type { Kind } from '../../model/nouns';

/** A target with what rules ask of it, answered from indexes that are made once. */
export interface DeviceView extends Target {
  /** `17.9`: as declared, or as the configuration file says. */
  readonly release: string | undefined;
  /** All that the device has is known, not only what a program declares. */
  readonly whole: boolean;
  /** All of one kind. */
  all<K extends Kind>(kind: K): readonly Resource<K>[];
  /** The one of a kind and name. */
  find<K extends Kind>(kind: K, name: string): Resource<K> | undefined;
  /** What a reference leads to. Undefined where that is not declared, and where it leads nowhere. */
  to<K extends Kind>(ref: Ref<K> | undefined): Resource<K> | undefined;
  /** Those of any kind that have this name. */
  named(name: string): readonly Resource[];
  /** Those that refer to an object. */
  users(of: Resource): readonly Resource[];
  /** Text that no noun knows: raw configuration, or lines of a file. */
  readonly text: readonly string[];
  /** Whether a name stands as a word in that text, so that something unknown may use it. */
  mentions(name: string): boolean;
}

/** Everything that a program declares, or that files say, as rules see it. */
export interface NetworkView {
  /** Id of the stack; empty of files. */
  readonly stack: string;
  /** Everything that is declared, by device. */
  readonly devices: readonly DeviceView[];
  /** Whether everything that was declared could be read; else what seems to be missing may only be wrong. */
  readonly sound: boolean;
}

/** Nouns that hold text of the device as it is. */
const textual: readonly string[] = ['lines', 'attributes'];
const strings = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
};
const textOf = ({ noun }: Resource): readonly string[] =>
  Object.entries(noun).flatMap(([field, value]) => (textual.includes(field) ? strings(value) : []));

const memoize = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const deviceOf = (target: Target): DeviceView => {
  const { resources } = target;
  const byKind = groupBy(resources, (resource) => resource.kind);
  // A certificate map stands once for each sequence: the first answers for the name.
  const byAddress = new Map([...resources].reverse().map((r) => [addressOf(r.kind, r.name), r]));
  const byName = memoize(() => groupBy(resources, (resource) => resource.name));
  const users = memoize(() =>
    groupBy(
      resources.flatMap((user) =>
        [...new Set(refsOf(user.noun).map((ref) => addressOf(ref.ref, ref.name)))].map((address) => ({
          address,
          user,
        })),
      ),
      ({ address }) => address,
    ),
  );
  const text = memoize(() => [...resources.flatMap(textOf), ...(target.read?.unknown ?? []).map((each) => each.text)]);
  const words = memoize(() => new Set(text().flatMap((line) => line.trim().split(/\s+/))));
  const settings = target.settings as { readonly release?: string; readonly version?: string };
  const find = <K extends Kind>(kind: K, name: string) =>
    byAddress.get(addressOf(kind, name)) as Resource<K> | undefined;
  return {
    ...target,
    release: settings.release,
    whole: target.read !== undefined,
    all: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Resource<K>[],
    find,
    to: <K extends Kind>(ref: Ref<K> | undefined) => (ref === undefined ? undefined : find(ref.ref, ref.name)),
    named: (name) => byName().get(name) ?? [],
    users: (of) => (users().get(addressOf(of.kind, of.name)) ?? []).map(({ user }) => user),
    get text() {
      return text();
    },
    mentions: (name) => words().has(name),
  };
};

const views = new WeakMap<Network, NetworkView>();

/** A network as rules see it. Asked by rules, the picture and rollouts; its indexes, and what is found in it, are made once. */
export const networkViewOf = (network: Network): NetworkView => {
  const known = views.get(network);
  if (known !== undefined) return known;
  const view = {
    stack: network.stack,
    devices: network.targets.map(deviceOf),
    sound: network.problems.length === 0,
  };
  views.set(network, view);
  return view;
};
