import type * as Activity from '@temporalio/activity';
import type * as Client from '@temporalio/client';
import type * as Common from '@temporalio/common';
import type * as EnvConfig from '@temporalio/envconfig';
import type * as Worker from '@temporalio/worker';
import { fail } from '../../kernel/problem';

/** The packages of Temporal are peers that only those install who use it. */
const loaded = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    const module = await load();
    return (module as { readonly default?: T }).default ?? module;
  } catch (error) {
    if (!/Cannot find (module|package) '@temporalio\//.test((error as Error).message)) throw error;
    return fail(
      'temporal.missing',
      'Temporal',
      'its packages are not installed',
      'install them beside tunnelwright: npm install @temporalio/activity @temporalio/client @temporalio/common @temporalio/envconfig @temporalio/worker @temporalio/workflow',
    );
  }
};

export const activityPeer = (): Promise<typeof Activity> => loaded(() => import('@temporalio/activity'));
export const clientPeer = (): Promise<typeof Client> => loaded(() => import('@temporalio/client'));
export const commonPeer = (): Promise<typeof Common> => loaded(() => import('@temporalio/common'));
export const settingsPeer = (): Promise<typeof EnvConfig> => loaded(() => import('@temporalio/envconfig'));
export const workerPeer = (): Promise<typeof Worker> => loaded(() => import('@temporalio/worker'));
