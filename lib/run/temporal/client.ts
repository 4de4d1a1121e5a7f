import type * as ClientPackage from '@temporalio/client';
import type { Order } from '../../rollout/event';
import { clientPeer } from './peers';
import { temporalPlace, unreachable, type TemporalOptions, type TemporalPlace } from './server';
import { attributes, names, type WorkflowArgs, type WorkflowStatus } from './terms';

/** How long a question may take, in milliseconds: without a worker none is answered. */
const askMs = 5_000;

/** What is known of a workflow besides its events. */
export interface WorkflowView {
  readonly isRunning: boolean;
  /** What it answered itself; absent where no worker was there to answer. */
  readonly status?: WorkflowStatus;
  /** Activities that no worker has taken yet. */
  readonly waiting: number;
  /** What went wrong last with those that are tried again. */
  readonly faults: readonly string[];
}

/** A Temporal server, as commands talk to it. */
export class TemporalClient {
  private constructor(
    private readonly peer: typeof ClientPackage,
    private readonly client: ClientPackage.Client,
    private readonly place: TemporalPlace,
  ) {}

  static async open(options: TemporalOptions): Promise<TemporalClient> {
    const peer = await clientPeer();
    const place = await temporalPlace(options);
    const connection = await peer.Connection.connect({ connectTimeout: '10s', ...place.options }).catch(
      (error: unknown) => unreachable(place, error),
    );
    return new TemporalClient(peer, new peer.Client({ connection, namespace: place.namespace }), place);
  }

  /** Makes our search attributes known to the server; false where it does not allow that. */
  async index(): Promise<boolean> {
    const { operatorService } = this.client.connection as ClientPackage.Connection;
    const { namespace } = this.place;
    try {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      const missing = Object.values(attributes).filter(({ name }) => !(name in customAttributes));
      if (missing.length > 0)
        await operatorService.addSearchAttributes({
          namespace,
          searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, indexedTypes[type]])),
        });
      return true;
    } catch {
      return false;
    }
  }

  /** Lets the workflow of a rollout run, where it does not, and gives it an order. */
  async begin(workflowId: string, args: WorkflowArgs, order?: Order): Promise<void> {
    const how = {
      workflowId,
      taskQueue: args.queue,
      args: [args],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
      workflowIdConflictPolicy: 'USE_EXISTING' as const,
    };
    const { workflow } = this.client;
    await (
      order === undefined
        ? workflow.start(names.workflow, how)
        : workflow.signalWithStart(names.workflow, { ...how, signal: names.order, signalArgs: [order] })
    ).catch((error: unknown) => unreachable(this.place, error));
  }

  /** Gives the workflow an order; false where it does not run. */
  async order(workflowId: string, order: Order): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(workflowId).signal(names.order, order);
      return true;
    } catch (error) {
      if (error instanceof this.peer.WorkflowNotFoundError) return false;
      return unreachable(this.place, error);
    }
  }

  async look(workflowId: string): Promise<WorkflowView> {
    const handle = this.client.workflow.getHandle(workflowId);
    try {
      const { status, raw } = await handle.describe();
      const pending = raw.pendingActivities ?? [];
      const answer = await this.client
        .withDeadline(Date.now() + askMs, () => handle.query<WorkflowStatus | null>(names.status))
        .catch(() => null);
      return {
        isRunning: status.name === 'RUNNING',
        ...(answer === null ? {} : { status: answer }),
        waiting: pending.filter(({ state }) => state === scheduled).length,
        faults: [...new Set(pending.flatMap(({ lastFailure }) => lastFailure?.message ?? []))],
      };
    } catch (error) {
      if (error instanceof this.peer.WorkflowNotFoundError) return { isRunning: false, waiting: 0, faults: [] };
      return unreachable(this.place, error);
    }
  }

  close(): Promise<void> {
    return this.client.connection.close();
  }
}

/** temporal.api.enums.v1.IndexedValueType. */
const indexedTypes = { KEYWORD: 2, INT: 3 } as const;
/** temporal.api.enums.v1.PendingActivityState. */
const scheduled = 1;
