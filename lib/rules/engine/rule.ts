import type { Resource } from '../../model/network';
import type { Kind } from '../../model/nouns';
import type { PackName } from './packs';
import type { DeviceView, NetworkView } from './network-view';

/** `error`: it cannot work, or a policy forbids it; synth and plan stop. `warning`: it will hurt. `note`: worth a look. */
export type Severity = 'error' | 'warning' | 'note';

/** What a rule has to say of one object. */
export interface Finding {
  /** Construct path; of a file that was read, device, kind and name. */
  readonly path: string;
  /** What is wrong, with the names that it is about. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** A check across everything that a stack declares, or that a configuration file says. */
export interface Rule {
  /** Stable: `TW-IKE-001`. */
  readonly id: string;
  /** The fault in a few words. */
  readonly title: string;
  /** Why it matters, with its source. One paragraph. */
  readonly why: string;
  /** How bad it is, by the pack that asks. A rule of no pack is never asked. */
  readonly packs: Readonly<Partial<Record<PackName, Severity>>>;
  /** The nouns that it reads. */
  readonly looksAt: readonly Kind[];
  /**
   * It says what is missing. A program need not declare all that a device has, so there only a pack that was added asks
   * it; of a configuration file, which is the whole device, the pack `correctness` asks it too.
   */
  readonly ofWhole?: true;
  /** It compares devices: on one alone it has nothing to say. */
  readonly ofSeveral?: true;
  /** Pure: everything that breaks it. */
  readonly check: (network: NetworkView) => readonly Finding[];
}

/** What a rule says of an object. */
export const createFinding = (at: { readonly path: string }, message: string, remedy: string): Finding => ({
  path: at.path,
  message,
  remedy,
});

/** Asks each device. */
export const forEachDevice =
  (ask: (device: DeviceView, network: NetworkView) => readonly Finding[]): Rule['check'] =>
  (network) =>
    network.devices.flatMap((device) => ask(device, network));

/** Asks each object of one kind. */
export const forEachResource = <K extends Kind>(
  kind: K,
  ask: (resource: Resource<K>, device: DeviceView, network: NetworkView) => readonly Finding[],
): Rule['check'] =>
  forEachDevice((device, network) => device.all(kind).flatMap((resource) => ask(resource, device, network)));
