import { setTimeout as pause } from 'node:timers/promises';
import { absentIn } from '../../desired/rest/absent';
import { isCreation, type RestStep } from '../../desired/rest/dialect';
import { nameTable, revealed, type Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { problem, ProblemError, type Problem } from '../../kernel/problem';
import { mayHaveTakenEffect, restWording, statusOf } from '../../wire/https';
import type { Answers } from '../../contract/answers';
import { brokenOff } from '../../contract/interrupted';
import type { DeviceIdentity } from '../../contract/identity';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import type { RestPort } from './port';
import { keyOf, observed } from './read';

type RestPush = Push<RestObject, RestStep>;

const goesOn = 'what was done before it stays; the next run goes on from there';

/** A session with a service whose objects are made, changed and deleted by requests of their own, at once and for good. */
export class RestSession implements Session<RestObject, RestStep> {
  private readonly names: Names;

  constructor(
    private readonly port: RestPort,
    private readonly ports: Ports,
  ) {
    this.names = nameTable(port.service);
  }

  async identity(): Promise<DeviceIdentity> {
    return this.port.identity();
  }

  async settle(): Promise<void> {}

  observe(scope: readonly RestObject[]): Promise<Observation<RestObject>> {
    return this.guarded('read', async () => {
      const live = await observed(scope, this.names, this.port, this.ports.secrets);
      const absent = absentIn(scope, live, this.names);
      return { live, absent, unfinished: [], warnings: this.port.warnings };
    });
  }

  apply(push: RestPush): Promise<Outcome> {
    return this.guarded('apply', async () => {
      const broken = await this.send(push);
      if (broken.length > 0) return { state: 'failed', problems: broken, notes: [] };
      const lacking = await push.check(await this.observe(push.scope));
      return { state: lacking.length > 0 ? 'failed' : 'applied', problems: lacking, notes: [] };
    });
  }

  answers(): Promise<Answers> {
    return this.guarded('read', async () => ({ answers: await this.port.answers() }));
  }

  async tunnels(): Promise<readonly TunnelState[]> {
    return [];
  }

  async close(): Promise<void> {
    this.port.close();
  }

  /** What goes wrong meanwhile is said in the user's terms. */
  async guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError([restWording(error, this.port.service, doing)]);
    }
  }

  private async send({ changes }: RestPush): Promise<readonly Problem[]> {
    const { ports, port } = this;
    for (const [i, change] of changes.entries()) {
      if (ports.stopped?.()) return [brokenOff(change.path, goesOn)];
      ports.armed?.({ words: `${i} of ${changes.length} changes are made, and stay` });
      for (const step of change.steps) {
        ports.progress(`${step.method} ${step.path}`);
        try {
          await this.run(step);
        } catch (error) {
          const { code, message, hint } = restWording(error, port.service, `${step.method} ${step.path}`);
          return [problem(code, change.path, message, hint ?? goesOn)];
        }
      }
    }
    return [];
  }

  private async run(step: RestStep): Promise<void> {
    const { names, port, ports } = this;
    if (isCreation(step)) return this.create(step);
    const body = step.body === undefined ? undefined : revealed(step.body, names, ports.secrets);
    try {
      await port.write(names.fill(step.path), step, body);
    } catch (error) {
      if (step.method !== 'DELETE' || statusOf(error) !== 404) throw error;
    }
    if (step.method === 'DELETE' && step.part === '') names.forget(step.identity);
  }

  /** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
  private async create(step: RestStep): Promise<void> {
    const { names, port, ports } = this;
    const path = names.fill(step.path);
    for (let attempt = 0; ; attempt++) {
      try {
        return this.learn(step, await port.create(path, step, revealed(step.body!, names, ports.secrets)));
      } catch (error) {
        if (!mayHaveTakenEffect(error)) throw error;
        const found = (await port.read(path, ({ name }) => name === step.name, keyOf(step.identity))).find(
          (one) => one.name === step.name,
        );
        if (found) return this.learn(step, found.id);
        if (attempt === 2) throw error;
        await pause(port.service.settings.retrySeconds * 1000 * 3 ** attempt);
      }
    }
  }

  private learn(step: RestStep, id: string): void {
    this.names.learn(step.identity, { id, type: '', name: step.name, parts: {} });
  }
}
