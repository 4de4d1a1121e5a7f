import type { Live } from '../desired/item';
import { nothingToDo } from '../desired/operation';
import { digest } from '../kernel/json';
import type { Ledger } from '../plan/ledger';
import { plan, type TargetPlan } from '../plan/plan';
import { platformOf } from '../platforms';
import type { Armed } from '../contract/interrupted';
import { mark, type DeviceIdentity } from '../contract/identity';
import type { Observation } from '../contract/observation';
import type { Platform } from '../contract/platform';
import type { Session } from '../contract/session';
import { connectMasked, type KnownSecrets } from './secrets/masked-session';
import { readMade, madeWords } from './secrets/generated-secrets';
import { awaited } from './awaited';
import type { Manifest, ManifestTarget } from './manifest';
import { isGenerated, secretMarker, type SecretRef } from '../model/secret';
import type { PlatformId } from '../model/targets';
import { fingerprint, readableSecrets, readSecret, readSecrets, secretBook, type Fingerprints } from './secrets/read';
import { scopeOf } from './scope';
import { leftToDo } from './one-time-operations';
import { hostPorts } from './ports';
import { bindDevice, bindKey } from './ledger/device-check';
import { keyId } from './ledger/fingerprint-key';
import { keyWithVariables } from './ledger/key-source';
import { demandContent } from './ledger/content-check';
import { readLedger, type Names } from './ledger/ledgers';
import { withOwners } from './ledger/owners';
import type { LedgerStore } from './ledger/store';

export interface RunOptions {
  readonly store: LedgerStore;
  readonly adopt: boolean;
  /** Tunnels are asked whether they are up. */
  readonly asksTunnels?: boolean;
  /** Keys and certificates that are there may be destroyed where the declaration wants others. */
  readonly allowDestroyKeys?: boolean;
  readonly progress: (target: string, text: string) => void;
  /** In what state a target would be if the run ended now; undefined: nothing is open there. */
  readonly armed?: (target: string, state: Armed | undefined) => void;
  /** The run shall end: nothing more is begun. */
  readonly stopped?: () => boolean;
  /** The declared secrets are for the way back alone: one that cannot be read stops nothing. */
  readonly secretsOptional?: boolean;
  /** Names the run, so that it can be taken back. Without one nothing is kept for that. */
  readonly run?: string;
}

/** A target of a stack, as the run works on it. */
export interface TargetJob {
  readonly stack: string;
  readonly target: ManifestTarget;
  /** The targets that make secrets which this one takes. */
  readonly sources?: readonly ManifestTarget[];
  /** How the target is shown, where that is not the host it is reached at. */
  readonly shownAs?: string;
  /** The lab that stands in for its device. */
  readonly lab?: string;
}
/** Ledgers of different stacks do not mix. */
export const ledgerName = (work: TargetJob): string => `${work.stack}/${work.target.id}`;

export const ledgerNames = (work: TargetJob): Names => ({ name: ledgerName(work), moved: work.target.moved ?? [] });

/** The targets of a manifest as the run works on them. */
export const jobsIn = ({ stack, targets }: Manifest): readonly TargetJob[] =>
  targets.map((target) => {
    const makers = new Set(target.desired.secrets.filter(isGenerated).map((secret) => secret.target));
    const sources = targets.filter(({ path }) => makers.has(path));
    return { stack, target, ...(sources.length === 0 ? {} : { sources }) };
  });

/** A target with its connection, its ledger, and what a look at it gives. */
export interface Opened {
  readonly platform: Platform<PlatformId, unknown, unknown>;
  readonly session: Session<unknown, unknown>;
  readonly ledger: Ledger;
  /** Former names of the target under which some of the ledger is still kept. */
  readonly former: readonly string[];
  /** What a person should know of the ledger. */
  readonly notes: readonly string[];
  readonly scope: readonly unknown[];
  readonly secrets: Fingerprints;
  /** The values of the secrets by marker: what is compared with the device, and written to it. */
  readonly values: Map<string, string>;
  /** The keyed fingerprint of a value. */
  readonly print: (value: string) => string;
  /** Ids of the targets that it needs now. */
  readonly needs: readonly string[];
  /** Asks again for the secrets that other targets make. */
  renew(): Promise<Renewed>;
  look(): Promise<Seen>;
  /** What the last look has read. */
  last(): Live<unknown> | undefined;
}

export interface Renewed {
  /** One of them is another than before, or was not there before. */
  readonly changed: boolean;
  /** Those that are still nowhere, in words. */
  readonly missing: readonly string[];
}

export interface Seen {
  readonly plan: TargetPlan;
  /** Changes when anything that the plan rests on has moved. Built of masked values only. */
  readonly basis: string;
}

export const planOf = (
  work: TargetJob,
  opened: Pick<Opened, 'platform' | 'ledger' | 'notes'>,
  seen: Observation<unknown>,
  adopt: boolean,
  todo = nothingToDo,
): TargetPlan =>
  plan({
    target: work.target.id,
    desired: work.target.desired,
    live: seen.live,
    ...(seen.absent === undefined ? {} : { absent: seen.absent }),
    ledger: opened.ledger,
    moved: work.target.movedObjects ?? [],
    comes: new Set((work.target.needs ?? []).flatMap(({ objects = [] }) => objects)),
    dialect: opened.platform.dialect,
    adopt,
    unfinished: seen.unfinished,
    warnings: [...opened.notes, ...seen.warnings],
    ...(seen.onChange === undefined ? {} : { onChange: seen.onChange }),
    problems: seen.problems ?? [],
    ...(seen.undeployed === undefined ? {} : { undeployed: seen.undeployed }),
    todo,
    impact: (before, after) => opened.platform.impact?.(before, after, seen),
  });

/** What holds references to variables: the connection, and the secrets that the target needs. */
const variablesOf = ({ target }: TargetJob, { secretsOptional }: RunOptions): unknown => [
  target.settings,
  secretsOptional ? [] : target.desired.secrets.filter((ref) => !isGenerated(ref)),
];

/** The secrets of a target, those that others make among them: these come and change while the run goes on. */
const valuesOf = async (work: TargetJob, options: RunOptions) => {
  const { target, sources = [] } = work;
  const all = target.desired.secrets;
  const made = all.filter(isGenerated);
  const own: readonly SecretRef[] = all.filter((ref) => !isGenerated(ref));
  const values = new Map(await (options.secretsOptional ? readableSecrets : readSecrets)(own, target.path));
  const around = { progress: options.progress, host: (path: string) => hostPorts(path, options.store) };
  const renew = async (): Promise<Renewed> => {
    const read = await readMade(made, sources, target.path, around);
    const changed = [...read].some(([marker, value]) => values.get(marker) !== value);
    for (const [marker, value] of read) values.set(marker, value);
    return { changed, missing: made.filter((ref) => !values.has(secretMarker(ref))).map(madeWords) };
  };
  const waiting = (): readonly string[] =>
    made
      .filter((ref) => !values.has(secretMarker(ref)))
      .map((ref) => `${madeWords(ref)}: known after apply of ${sources.find((s) => s.path === ref.target)?.id}`);
  if (made.length > 0) await renew();
  return { values, renew, waiting };
};

/** The connection to a target; the caller closes it. It says none of the secrets. */
export const connect = (
  work: TargetJob,
  options: Pick<RunOptions, 'progress' | 'armed' | 'stopped'> & Partial<Pick<RunOptions, 'store'>>,
  { book, values }: KnownSecrets,
): Promise<Session<unknown, unknown>> => {
  const { target } = work;
  const platform = platformOf(target.platform);
  const ports = {
    secrets: book,
    value: async (ref: Parameters<typeof readSecret>[0] | string) =>
      typeof ref === 'string' ? ref : readSecret(ref, target.path),
    progress: (text: string) => options.progress(target.id, text),
    armed: (state: Armed | undefined) => options.armed?.(target.id, state),
    stopped: () => options.stopped?.() ?? false,
    ...hostPorts(target.path, options.store),
  };
  options.progress(target.id, `connecting to ${work.shownAs ?? platform.where(target.settings)}`);
  return connectMasked(platform, target, ports, values);
};

/** Which device answers. A simulated one is never the device that it stands in for. */
export const identityOf = async ({ lab }: TargetJob, session: Session<unknown, unknown>): Promise<DeviceIdentity> => {
  const shown = await session.identity();
  return { ...shown, marks: [...shown.marks, ...mark('lab', 'part', lab)] };
};

/** The connection to a device that is the one which the ledger describes. */
const bound = async (work: TargetJob, options: RunOptions, keyed: Ledger, secrets: KnownSecrets) => {
  const session = await connect(work, options, secrets);
  try {
    return { session, ...bindDevice(keyed, await identityOf(work, session), work.target.id) };
  } catch (error) {
    await session.close();
    throw error;
  }
};

/** Connects to a target of which the ledger describes the device that answers. The caller closes the session. */
export const openTarget = async (work: TargetJob, options: RunOptions): Promise<Opened> => {
  const key = await keyWithVariables(options.store, variablesOf(work, options), work.target.path);
  const kept = await readLedger(options.store, ledgerNames(work));
  demandContent(platformOf(work.target.platform).dialect, work.target.id, kept.ledger.entries);
  const keyed = bindKey(kept.ledger, keyId(key), work.target.id);
  const { values, renew, waiting } = await valuesOf(work, options);
  const secrets: Fingerprints = { known: keyed.secrets, declared: new Map(), sent: false, seen: new Map() };
  const { session, ledger, notes } = await bound(work, options, keyed, {
    book: secretBook(values, key, secrets),
    values,
  });
  const found = {
    platform: platformOf(work.target.platform),
    session,
    ledger,
    former: kept.former,
    notes: [...movedWords(kept.former), ...notes],
    scope: scopeOf(work.target, ledger.entries),
  };
  let last: Live<unknown> | undefined;
  const look = async (): Promise<Seen> => {
    options.progress(work.target.id, 'reading');
    const seen = await session.observe(found.scope);
    last = seen.live;
    return planSeen(work, options, found, seen, waiting);
  };
  const print = (value: string): string => fingerprint(key, value);
  return {
    ...found,
    secrets,
    values,
    print,
    needs: (work.target.needs ?? []).map(({ target }) => target),
    renew,
    look,
    last: () => last,
  };
};

/** Plans what was read. `waiting`: for which secrets of other targets. */
const planSeen = async (
  work: TargetJob,
  options: RunOptions,
  opened: Pick<Opened, 'platform' | 'session' | 'ledger' | 'notes' | 'scope'>,
  seen: Observation<unknown>,
  waiting: () => readonly string[],
): Promise<Seen> => {
  const { desired } = work.target;
  const { platform, session, ledger, scope } = opened;
  const asked = (await session.operations?.(desired.items)) ?? nothingToDo;
  const left = leftToDo(asked, ledger);
  const todo = { ...left, waiting: [...waiting(), ...awaited(work.target, seen.live), ...left.waiting] };
  const planned = planOf(work, opened, seen, options.adopt, todo);
  const found = await withOwners(planned, options.store, ledger);
  const ours = scope.map((content) => [
    platform.dialect.identity(content),
    seen.live.get(platform.dialect.identity(content)) ?? null,
  ]);
  return { plan: found, basis: digest([ours, desired, ledger.entries, ledger.device, ...todo.operations]) };
};

const movedWords = (former: readonly string[]): readonly string[] =>
  former.map((old) => `moved from ${old}: apply takes over its ledger`);
