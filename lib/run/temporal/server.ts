import type * as ClientPackage from '@temporalio/client';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { problem, ProblemError } from '../../kernel/problem';
import { settingsPeer } from './peers';

/** Where a Temporal server is, besides what its own variables and files say. */
export interface TemporalOptions {
  /** `HOST:PORT`. Default: TEMPORAL_ADDRESS, else localhost:7233. */
  readonly temporal?: string;
}

export interface TemporalPlace {
  readonly options: NativeConnectionOptions & ClientPackage.ConnectionOptions;
  readonly namespace: string;
}

/**
 * Where the server is and how it is logged in to, as Temporal's own tools are told: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS and the like, or its configuration file.
 */
export const temporalPlace = async ({ temporal }: TemporalOptions): Promise<TemporalPlace> => {
  const { connectionOptions, namespace = 'default' } = (await settingsPeer()).loadClientConnectConfig();
  const address = temporal ?? connectionOptions.address ?? 'localhost:7233';
  return { options: { ...connectionOptions, address } as TemporalPlace['options'], namespace };
};

/** That the server does not answer, as a person needs to know it. */
export const unreachable = ({ options, namespace }: TemporalPlace, error: unknown): never => {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  throw new ProblemError([
    problem(
      'temporal.unreachable',
      `Temporal ${options.address ?? ''}, namespace ${namespace}`,
      `cannot be reached: ${said}`,
      'check the address (TEMPORAL_ADDRESS or --temporal) and the namespace (TEMPORAL_NAMESPACE); start the server where it has ended',
    ),
  ]);
};
