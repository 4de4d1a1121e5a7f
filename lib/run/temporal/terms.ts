/** What commands, workers and the workflow of a rollout say to one another. It loads nothing, so that the workflow may. */
import type { Rollout } from '../../model/rollout';
import type { Decision } from '../../rollout/decide';
import type { Order, RolloutEvent, RolloutOutcome } from '../../rollout/event';
import type { AskedDevice, DeviceFaults } from '../../rollout/gate';
import type { DeviceStatus, GateResult } from '../../rollout/state';
import type { Ended } from '../rollout/drive';

/** The task queue of the workers that serve one value of a label: `tunnelwright/site=pune`. */
export const queueOf = (queue: string, label: string, value: string): string => `${queue}/${label}=${value}`;

/**
 * The task queue of what reads and writes the records of rollouts. It is apart from that of the devices: what a person orders
 * is written also while all hands are full, and before what no worker has begun.
 */
export const recordsOf = (queue: string): string => `${queue}/=records`;

/** The name of the workflow, and of what is said to it and asked of it. */
export const names = { workflow: 'rolloutWorkflow', order: 'order', status: 'status' } as const;

/** What a search on Temporal's page finds rollouts by, with the type by which the server indexes it. */
export const attributes = {
  /** `TunnelwrightRollout = 'branches/march'` */
  rollout: { name: 'TunnelwrightRollout', type: 'KEYWORD' },
  /** `under way`, `paused`, or how it ended. */
  state: { name: 'TunnelwrightState', type: 'KEYWORD' },
  /** From 1. */
  wave: { name: 'TunnelwrightWave', type: 'INT' },
  /** Devices that are not as declared. */
  faults: { name: 'TunnelwrightFaults', type: 'INT' },
} as const;

/** One start of a rollout in the ledger store. */
export interface RolloutPlace {
  readonly stack: string;
  readonly name: string;
  readonly start: string;
}

export interface WorkflowArgs extends RolloutPlace {
  readonly queue: string;
  /** Devices with this label are changed by workers that serve its value. */
  readonly queueBy?: string;
  /** The server knows our search attributes. */
  readonly indexed: boolean;
  /** Events of a history after which the workflow continues in a new one. Default: when the server suggests it. */
  readonly historyAtMost?: number;
  /** Of a history that continues another: what persons ordered and is not written yet. */
  readonly continued?: { readonly orders: readonly Order[] };
}

/** What the query `status` answers. */
export interface WorkflowStatus {
  /** From 1. */
  readonly wave: number;
  readonly waves: number;
  readonly waitsFor: Decision['waitsFor'] | null;
  readonly paused: boolean;
  readonly outcome: RolloutOutcome | null;
  readonly devices: Readonly<Partial<Record<DeviceStatus, number>>>;
}

/** What a workflow is told of a rollout before it begins. */
export interface Loaded {
  readonly declared: Rollout;
  /** The value of the label of `queueBy`, by target; those without it are not there. */
  readonly places: Readonly<Record<string, string>>;
}

/** Some of the events of a rollout. `next`: the number of the record that follows; absent when these are the last. */
export interface EventPage {
  readonly events: readonly RolloutEvent[];
  readonly records: number;
  readonly next?: number;
}

/** What workers do for the workflow. Each may be done twice with the effect of once. */
export interface Activities {
  load(input: RolloutPlace & { readonly queueBy?: string }): Promise<Loaded>;
  events(input: RolloutPlace & { readonly from: number }): Promise<EventPage>;
  /** Writes events as the record of that number. */
  record(input: RolloutPlace & { readonly number: number; readonly events: readonly RolloutEvent[] }): Promise<void>;
  /** Changes the devices of a step in one run. */
  change(
    input: RolloutPlace & {
      readonly targets: readonly string[];
      readonly run: string;
      readonly allowDisruption: boolean;
      readonly adopt?: boolean;
    },
  ): Promise<readonly Ended[]>;
  /** Asks devices what a gate asks. */
  ask(
    input: RolloutPlace & {
      readonly devices: readonly AskedDevice[];
      readonly verify: boolean;
      readonly until: number;
      readonly parallel: number;
    },
  ): Promise<readonly DeviceFaults[]>;
  takeBack(input: RolloutPlace & { readonly target: string; readonly runs: readonly string[] }): Promise<GateResult>;
}
