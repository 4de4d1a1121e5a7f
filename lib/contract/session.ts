import type { Answers } from './answers';
import type { DeviceIdentity } from './identity';
import type { Armed } from './interrupted';
import type { Json } from '../kernel/json';
import type { Problem } from '../kernel/problem';
import type { Item, SecretBook } from '../desired/item';
import type { Operation, Todo } from '../desired/operation';
import type { SecretRef } from '../model/secret';
import type { DeviceCertificate, Observation, Requests, TunnelState, Undeployed } from './observation';

/**
 * Changes what all processes with the same ledgers keep together under a name, whole or not at all, and gives what is there
 * then. `change` is told what is there and the time, in milliseconds since 1970, by a clock that is the same for all; it is
 * asked again where another process was quicker. What nobody has changed for an hour may be gone. Undefined: nothing is
 * shared.
 */
export type Exchange = (
  name: string,
  change: (there: Json | undefined, now: number) => Json,
) => Promise<Json | undefined>;

/** What a platform may use of the outside world besides its own connection. */
export interface Ports {
  readonly secrets: SecretBook;
  /** The value of a login reference. Throws a `ProblemError` that names the reference, never the value. */
  readonly value: (ref: string | SecretRef) => Promise<string>;
  /** One line on what is going on, for a person who waits. */
  readonly progress: (text: string) => void;
  /** Called whenever that changes while a device is being changed. Undefined: nothing is open on it any more. */
  readonly armed?: (state: Armed | undefined) => void;
  /** The run shall end: what is not begun is not begun, what is armed is brought to its end. */
  readonly stopped?: () => boolean;
  /** Absent where there are no ledgers. */
  readonly exchange?: Exchange;
  /** Files and programs that a declaration names. They throw a `ProblemError` that names them. */
  readonly files: {
    /** Undefined where there is no such file. */
    read(file: string): Promise<string | undefined>;
    /** The same for a file that is not text. */
    bytes(file: string): Promise<Buffer | undefined>;
    /** Whole or not at all; its folder is made. `mode`: 0o600 where it holds secrets. */
    write(file: string, text: string, mode?: number): Promise<void>;
    /** What is not there is gone already. */
    remove(file: string): Promise<void>;
  };
  /** Runs a program (no shell) with this on its standard input, and gives its standard output. */
  readonly run: (command: readonly string[], input: string) => Promise<string>;
}

export interface Push<C, S> {
  readonly changes: readonly {
    readonly address: string;
    readonly path: string;
    readonly steps: readonly S[];
    /** What takes the change back, where the device cannot do that by itself. */
    readonly undo: readonly S[];
  }[];
  /** Everything that is ours or shall be: what to read back. */
  readonly scope: readonly C[];
  /** Names the run to whoever looks at the device later. */
  readonly run?: string;
  /** Keeps what `rollback` will need. Called before the point from which the steps alone are not way back. */
  readonly keep?: (what: Json) => Promise<void>;
  /** What an earlier push of the same run has kept: the way back leads behind that one. */
  readonly kept?: Json;
  /**
   * Why a change that is seen like this is not let go: what a fresh look at the device still lacks, or a ledger that cannot
   * be reached. Throws where another run may be at work on the device: then nothing more is done there.
   */
  check(seen: Observation<C>): readonly Problem[] | Promise<readonly Problem[]>;
}

/** A run that stored something, as it is told to the platform. */
export interface StoredRun {
  readonly run: string;
  /** Undefined where its name does not say it. */
  readonly began: Date | undefined;
  /** What it handed to `keep`; undefined where it deployed nothing. */
  readonly kept: Json | undefined;
}

/** Devices that went back to an earlier deployment, while what is stored for them was taken back object by object. */
export interface WentBack {
  /** What of ours waits for a deployment to these devices. */
  readonly waiting: readonly Undeployed[];
  /** Those of the devices that do not run what an earlier run stored, since no deployment up to theirs had brought it. */
  without(earlier: StoredRun): readonly string[];
}

/** `reverted`: the device is as it was. `unknown`: it could not be asked; `problems` say when it will be safe. */
export interface Outcome {
  readonly state: 'applied' | 'reverted' | 'failed' | 'unknown';
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** After a rollback by means of the device's own. */
  readonly back?: WentBack;
  /** Of what is `reverted`: nothing was typed or sent, so nothing was compared either. */
  readonly untouched?: true;
}

/** How many codes are made, each good for one login, and how long they work. */
export interface BypassCodes {
  readonly count: number;
  readonly validSeconds: number;
}

/** One connection to one target; nothing else of a platform does I/O. */
export interface Session<C, S> {
  /** Which device answered: asked before anything is read for a plan. */
  identity(): Promise<DeviceIdentity>;
  /**
   * Puts right what an interrupted run left on the device (an armed rollback), before the first look of an apply.
   * `ours`: the ledger says that the run was ours. Throws where it was another user's.
   */
  settle(ours: boolean): Promise<void>;
  observe(scope: readonly C[]): Promise<Observation<C>>;
  apply(push: Push<C, S>): Promise<Outcome>;
  /**
   * Takes a run back by means of the device's own; `push` is its inverse and `kept` what it handed to `keep`. Where it is
   * absent, the inverse is applied like any other change.
   */
  rollback?(push: Push<C, S>, kept: Json | undefined): Promise<Outcome>;
  /**
   * What such a way back drops besides what the changes do, in words: `every connection through branch-ftd`. Asked before
   * a person is.
   */
  disruption?(run: string, kept: Json | undefined): Promise<readonly string[]>;
  /** What this session has asked, and what one request for each object would have been. */
  requests?(): Requests;
  tunnels(scope: readonly C[]): Promise<readonly TunnelState[]>;
  /** What is left to do that is not configuration: keys, certificates. Asks the device anew each time. */
  operations?(items: readonly Item<C>[]): Promise<Todo>;
  /**
   * Does one of them and looks whether it took effect; what went wrong comes back. Saves what it made. Of what is done
   * once, problems say that it surely was not done; where that is not known, it throws.
   */
  operate?(operation: Operation, items: readonly Item<C>[]): Promise<readonly Problem[]>;
  /** The whole configuration as text, with what is secret in it, proven whole; absent where a device has no such text. */
  configuration?(): Promise<string>;
  /** All answers that an import needs, each list proven whole; absent where it has a configuration as text, or none. */
  answers?(): Promise<Answers>;
  /** Every certificate of the device; absent where it shows none. */
  certificates?(): Promise<readonly DeviceCertificate[]>;
  /**
   * Makes codes with which a user logs in without a second factor: those before them end. They are for a person, and go
   * nowhere else. Undefined where there is no such user; absent where the platform has none.
   */
  bypassCodes?(user: string, how: BypassCodes): Promise<readonly string[] | undefined>;
  /**
   * A secret that the target made together with an object, for another target that needs it: by the name of the field.
   * Undefined where the object is not there. The value goes to where it is written and nowhere else.
   */
  made?(content: C, field: string): Promise<string | undefined>;
  /**
   * What the target has made of its side of these objects and a person enters elsewhere, none of it secret, in lines. Of
   * what is not there it says nothing.
   */
  told?(scope: readonly C[]): Promise<readonly string[]>;
  close(): Promise<void>;
}
