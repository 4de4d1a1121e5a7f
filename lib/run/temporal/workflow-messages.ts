import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Order } from '../../rollout/event';
import type { DeviceStatus, RolloutState } from '../../rollout/state';
import { names, type WorkflowStatus } from './terms';

/** What a person orders. */
export const orderSignal = defineSignal<[Order]>(names.order);
/** Where the rollout is; null until its events are read. */
export const statusQuery = defineQuery<WorkflowStatus | null>(names.status);
