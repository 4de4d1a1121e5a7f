import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { fail } from '../../kernel/problem';

/** A lease that is not renewed for this long, in milliseconds, belongs to a run that died. It is renewed four times as often. */
export const leaseMs = 60_000;

/**
 * This machine since it was started, and the room on it in which a process has its number: two machines, or two
 * containers, may have one name. Empty where the system does not say it.
 */
const here = async (): Promise<string> => {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const room = await readlink('/proc/self/ns/pid').catch(() => '');
  const words = `${boot.trim()} ${room}`.trim();
  return words === '' ? '' : createHash('sha256').update(words).digest('hex').slice(0, 12);
};

/** Whether a lock is of a process on this machine that is no more. Of a lock of an earlier version the name alone is compared. */
export const orphaned = async (holder: string): Promise<boolean> => {
  const found = /^(\S+) process (\d+) since \S+(?: in (\S+))?/.exec(holder);
  if (!found || found[1] !== hostname()) return false;
  if (found[3] !== undefined && found[3] !== (await here())) return false;
  try {
    process.kill(Number(found[2]), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};

/** Who takes a lease: `host process 4711 since 2026-11-20T14:30:05.000Z in 0123456789ab`. */
export const holderWords = async (): Promise<string> => {
  const where = await here();
  const since = new Date().toISOString();
  return `${hostname()} process ${process.pid} since ${since}${where === '' ? '' : ` in ${where}`}`;
};

/** Refuses a lease that another run has. `leftMs`: until it gives way if it has died. */
export const leased = (target: string, holder: string, leftMs: number): never =>
  fail(
    'ledger.locked',
    target,
    `is being changed by ${holder.trim().replace(/ in \S+$/, '') || 'another run'}`,
    `wait for it, or end it; a run that has died without a word gives way ${Math.max(1, Math.ceil(leftMs / 1000))} s from now`,
  );

/** Refuses what a run does under a lease that may be another run's by now. */
export const leaseLost = (target: string, how: string): never =>
  fail(
    'ledger.lease-lost',
    target,
    `this run has lost its lease: ${how}, so that another run may have changed the device since. Nothing more is written`,
    'plan again; leave a run no longer than a minute suspended',
  );
