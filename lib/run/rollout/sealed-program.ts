import { createHmac, timingSafeEqual } from 'node:crypto';
import { stableJson, type Json } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import type { LedgerStore } from '../ledger/store';
import type { Manifest } from '../manifest';
import { parseManifest } from '../manifest';
import type { DeclaredRollout } from './prepare';
import { programsOf, rolloutsIn } from './rollout-log';

/** One start of a rollout. */
export interface SealedStart {
  readonly stack: string;
  readonly name: string;
  readonly start: string;
}

const placeOf = ({ stack, name }: SealedStart): string => programsOf(stack, name);

/** Only who has the key of the fingerprints can make it; it is for this start and no other. */
const sealOf = (key: Buffer, at: SealedStart, text: string): string =>
  createHmac('sha256', key)
    .update(stableJson({ ...at, use: 'rollout program', text }))
    .digest('hex');

const sameSeal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Keeps the program of a rollout beside its events, so that workers change devices by it without having it. It holds no
 * secret, but says where secrets are and where they go: it is sealed with the key of the fingerprints, which is not kept
 * beside shared ledgers, so that who can write those cannot make a worker do what no program declares.
 */
export const keepProgram = async (
  store: LedgerStore,
  at: SealedStart,
  { manifest, rollout }: DeclaredRollout,
): Promise<void> => {
  const { format, stack, targets } = manifest;
  const own: Manifest = { format, stack, targets, rollouts: [rollout] };
  const text = stableJson(own);
  const unlock = await store.lock(placeOf(at));
  try {
    await store.keep(placeOf(at), at.start, { format: 1, seal: sealOf(await store.key(), at, text), text });
  } finally {
    await unlock();
  }
};

/** The program of a rollout. Throws where it is not there, or was not sealed with our key. */
export const readProgram = async (store: LedgerStore, at: SealedStart): Promise<DeclaredRollout> => {
  const kept = (await store.recall(placeOf(at), at.start)) as { readonly [name: string]: Json } | undefined;
  const where = `${at.stack}/${at.name}`;
  if (kept === undefined)
    return fail(
      'rollout.program',
      where,
      'its program is not in these ledgers',
      'start the worker with the ledgers that the rollout was started with: --store or --ledger',
    );
  const { seal, text } = kept;
  if (typeof text !== 'string' || typeof seal !== 'string' || !sameSeal(seal, sealOf(await store.key(), at, text)))
    return fail(
      'rollout.seal',
      where,
      'its program was not sealed with the key of this worker. Nothing was changed',
      'give the worker the key of the ledgers, --ledger-key; where it has that, someone else has written there: start the rollout again',
    );
  const manifest = parseManifest(text, where);
  return { manifest, rollout: manifest.rollouts![0]! };
};

/** Seals the programs of rollouts anew with another key, so that one that has stopped can go on. Those of a third key stay. */
export const resealPrograms = async (store: LedgerStore, from: Buffer, to: Buffer): Promise<void> => {
  for (const { stack, name } of await rolloutsIn(store)) {
    const place = programsOf(stack, name);
    const starts = await store.runs(place);
    if (starts.length === 0) continue;
    const unlock = await store.lock(place);
    try {
      for (const start of starts) {
        const { seal, text } = (await store.recall(place, start)) as { readonly [name: string]: Json };
        const at = { stack, name, start };
        if (typeof text !== 'string' || typeof seal !== 'string' || !sameSeal(seal, sealOf(from, at, text))) continue;
        await store.keep(place, start, { format: 1, seal: sealOf(to, at, text), text });
      }
    } finally {
      await unlock();
    }
  }
};
