import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { Live } from '../../desired/item';
import type { Mark } from '../../contract/identity';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Session } from '../../contract/session';
import type { Console } from '../../wire/console';
import type { Manners } from '../../wire/typing';
import type { Guard } from './guard';
import type { CliTarget } from './login';
import type { Files } from './push';

/** What was seen, and what a guard is chosen by. */
export interface CliLook {
  readonly observation: Observation<Section>;
  /** The whole configuration that it was read from. */
  readonly roots: readonly Node[];
}

/** Keys and certificates of a device: what is left to do with them, and doing it. */
export type CliOperations = Required<Pick<Session<Section, never>, 'operations' | 'operate' | 'certificates'>>;

/** What one platform with a command line does in its own way. */
export interface CliDevice<L extends CliLook> {
  readonly target: CliTarget;
  /** Typed after each login: paging off. */
  readonly prepare: readonly string[];
  /** Where the platform has several rooms behind one login: the way into the declared one. */
  enter?(console: Console): Promise<void>;
  /** What tells it from others, besides its host key. */
  marks(console: Console): Promise<readonly Mark[]>;
  readonly manners: Manners;
  readonly files?: Files;
  look(console: Console, scope: readonly Section[]): Promise<L>;
  /** The whole configuration as it is now: in its parts, and as the device prints it. */
  read(console: Console): Promise<{ readonly roots: readonly Node[]; readonly text: string }>;
  /** `last`: what was seen before the change. */
  guard(last: L | undefined): Guard;
  settle(console: Console, ours: boolean): Promise<void>;
  /** `live`: what the last look has read. */
  tunnels(console: Console, scope: readonly Section[], live: Live<Section>): Promise<readonly TunnelState[]>;
  operations(console: Console): CliOperations;
}
