import { setTimeout as pause } from 'node:timers/promises';
import { isCreation, type RestStep } from '../../desired/rest/dialect';
import type { RestGrammar } from '../../desired/rest/grammar';
import { identitiesIn, nameTable, revealed, type Names } from '../../desired/rest/names';
import { readObject, type RestObject } from '../../desired/rest/object';
import { symbolic } from '../../desired/rest/symbolic';
import type { JsonObject } from '../../kernel/json';
import { problem, ProblemError, type Problem } from '../../kernel/problem';
import { mayHaveTakenEffect, restWording, statusOf, type RestService } from '../../wire/https';
import { brokenOff } from '../../contract/interrupted';
import type { DeviceIdentity } from '../../contract/identity';
import type { Observation } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';

/** One object as the service answered it: its body, and by part what stands below it. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly bodies: Readonly<Record<string, JsonObject>>;
}

/** What is special of one service. */
export interface RestPort {
  readonly service: RestService;
  /** The objects of a collection that have one of these names, whole. */
  read(collection: string, names: ReadonlySet<string>): Promise<readonly Found[]>;
  /** Makes an object; gives its id. */
  create(path: string, step: RestStep, body: JsonObject): Promise<string>;
  /** Any other step. */
  write(path: string, step: RestStep, body: JsonObject | undefined): Promise<void>;
  /** Where the objects of a key are listed, where no declared object says it. */
  collectionOf(key: string): string | undefined;
  grammarOf(kind: string): RestGrammar<Record<string, unknown>> | undefined;
  readonly warnings: readonly string[];
  identity(): DeviceIdentity;
  close(): void;
}

export type RestSession = Session<RestObject, RestStep> & {
  /** The id of what a placeholder stands for, as of the last look. */
  idOf(identity: string): string | undefined;
  guarded<T>(doing: string, work: () => Promise<T>): Promise<T>;
};

const keyOf = (identity: string): string => identity.slice(0, identity.indexOf(':'));
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** By collection, the names that are looked for: what is ours or shall be, and all that it refers to. */
const wantedIn = (scope: readonly RestObject[], port: RestPort): ReadonlyMap<string, ReadonlySet<string>> => {
  const wanted = new Map<string, Set<string>>();
  const want = (collection: string, name: string): void => {
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(name));
  };
  for (const object of scope) want(object.collection, object.name);
  for (const identity of identitiesIn(scope)) {
    const collection = port.collectionOf(keyOf(identity));
    if (collection !== undefined) want(collection, nameIn(identity));
  }
  return wanted;
};

/** Two of one name: which of them is ours, nobody can say. */
const refuseTwins = (found: readonly Found[], port: RestPort): void => {
  const twin = found.find((one, i) => found.some((other, k) => k < i && other.name === one.name));
  if (twin === undefined) return;
  throw new ProblemError([
    problem(
      `${port.service.code}.twins`,
      port.service.target,
      `${port.service.title} has two objects named ${twin.name}: which one is meant cannot be known. Nothing was changed`,
      'rename or remove one of them there',
    ),
  ]);
};

type Read = ReadonlyMap<string, Found>;

/** Reads everything of the scope and learns the ids. */
const readScope = async (scope: readonly RestObject[], names: Names, port: RestPort): Promise<Read> => {
  const all = new Map<string, Found>();
  const known = new Set([...scope.map(({ identity }) => identity), ...identitiesIn(scope)]);
  await Promise.all(
    [...wantedIn(scope, port)].map(async ([collection, wanted]) => {
      const found = await port.read(collection, wanted);
      refuseTwins(found, port);
      const key = [...known].map(keyOf).find((one) => port.collectionOf(one) === collection);
      for (const name of wanted) {
        const identity = `${key}:${name}`;
        const one = found.find((other) => other.name === name);
        if (one === undefined) names.forget(identity);
        else {
          names.learn(identity, { id: one.id, type: '', name: one.name, parts: {} });
          all.set(identity, one);
        }
      }
    }),
  );
  return all;
};

/** A session with a service whose objects are made, changed and deleted by requests of their own, at once and for good. */
export const restSession = (port: RestPort, ports: Ports): RestSession => {
  const { service } = port;
  const names = nameTable(service);

  const guarded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError([restWording(error, service, doing)]);
    }
  };

  const observe = (scope: readonly RestObject[]): Promise<Observation<RestObject>> =>
    guarded('read', async () => {
      const found = await readScope(scope, names, port);
      const live = new Map<string, RestObject>();
      for (const object of scope) {
        const one = found.get(object.identity);
        if (one === undefined) continue;
        const grammar = port.grammarOf(object.kind);
        const bodies = symbolic(one.bodies, names) as Readonly<Record<string, JsonObject>>;
        live.set(object.identity, grammar ? readObject(grammar, object, bodies, ports.secrets) : object);
      }
      return { live, unfinished: [], warnings: port.warnings };
    });

  const learn = (step: RestStep, id: string): void =>
    names.learn(step.identity, { id, type: '', name: step.name, parts: {} });

  /** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
  const create = async (step: RestStep): Promise<void> => {
    const path = names.fill(step.path);
    for (let attempt = 0; ; attempt++) {
      try {
        return learn(step, await port.create(path, step, revealed(step.body!, names, ports.secrets)));
      } catch (error) {
        if (!mayHaveTakenEffect(error)) throw error;
        const found = (await port.read(step.path, new Set([step.name]))).find((one) => one.name === step.name);
        if (found) return learn(step, found.id);
        if (attempt === 2) throw error;
        await pause(service.settings.retrySeconds * 1000 * 3 ** attempt);
      }
    }
  };

  const run = async (step: RestStep): Promise<void> => {
    if (isCreation(step)) return create(step);
    const body = step.body === undefined ? undefined : revealed(step.body, names, ports.secrets);
    try {
      await port.write(names.fill(step.path), step, body);
    } catch (error) {
      if (step.method !== 'DELETE' || statusOf(error) !== 404) throw error;
    }
    if (step.method === 'DELETE' && step.part === '') names.forget(step.identity);
  };

  const send = async ({ changes }: Push<RestObject, RestStep>): Promise<readonly Problem[]> => {
    const goesOn = 'what was done before it stays; the next run goes on from there';
    for (const [i, change] of changes.entries()) {
      if (ports.stopped?.()) return [brokenOff(change.path, goesOn)];
      ports.armed?.({ words: `${i} of ${changes.length} changes are made, and stay` });
      for (const step of change.steps) {
        ports.progress(`${step.method} ${step.path}`);
        try {
          await run(step);
        } catch (error) {
          const { code, message, hint } = restWording(error, service, `${step.method} ${step.path}`);
          return [problem(code, change.path, message, hint ?? goesOn)];
        }
      }
    }
    return [];
  };

  const apply = (push: Push<RestObject, RestStep>): Promise<Outcome> =>
    guarded('apply', async () => {
      const broken = await send(push);
      if (broken.length > 0) return { state: 'failed', problems: broken, notes: [] };
      const lacking = push.check(await observe(push.scope));
      return { state: lacking.length > 0 ? 'failed' : 'applied', problems: lacking, notes: [] };
    });

  return {
    identity: async () => port.identity(),
    settle: async () => undefined,
    observe,
    apply,
    tunnels: async () => [],
    close: async () => port.close(),
    idOf: (identity) => names.find(identity)?.id,
    guarded,
  };
};
