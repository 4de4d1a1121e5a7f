import type { Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import type { JsonObject } from '../../kernel/json';
import type { TargetSettings } from '../../model/targets';
import type { Ports } from '../../contract/session';
import type { FmcClient } from './client/client';

/** What one session with an FMC works with, and what it has learned so far. */
export interface FmcContext {
  readonly target: { readonly id: string; readonly settings: TargetSettings<'fmc'> };
  readonly client: FmcClient;
  readonly names: Names;
  readonly ports: Ports;
  /** Ids that this run wrote or deleted: pending changes of these are ours. */
  readonly staged: Set<string>;
  /** What this run created, by identity: no other user has written it yet. */
  readonly fresh: Set<string>;
  /** Collections that refused to create many by one request. */
  readonly singly: Set<string>;
  /** What of the scope has a place among others, by identity. */
  readonly placed: Map<string, RestObject>;
  /** What was read last, by path. */
  readonly seen: Map<string, JsonObject>;
}
