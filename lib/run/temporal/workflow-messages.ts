import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Rollout } from '../../model/rollout';
import { decide } from '../../rollout/decide';
import type { Order } from '../../rollout/event';
import type { DeviceStatus, RolloutState } from '../../rollout/state';
import { names, type WorkflowStatus } from './terms';

/** What a person orders. */
export const orderSignal = defineSignal<[Order]>(names.order);
/** Where the rollout is; null until its events are read. */
export const statusQuery = defineQuery<WorkflowStatus | null>(names.status);

export const statusOf = (declared: Rollout, state: RolloutState): WorkflowStatus => {
  const devices: Partial<Record<DeviceStatus, number>> = {};
  for (const [, { status }] of state.all()) devices[status] = (devices[status] ?? 0) + 1;
  return {
    wave: Math.min(state.wave + 1, state.waves.length),
    waves: state.waves.length,
    waitsFor: decide(declared, state, Date.now()).waitsFor ?? null,
    paused: state.paused,
    outcome: state.outcome ?? null,
    devices,
  };
};
