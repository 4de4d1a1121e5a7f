import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { stableJson, type Json } from '../../kernel/json';
import { boundedJson, limits } from '../../kernel/limits';
import { faultWords } from '../../kernel/fault';
import { fail } from '../../kernel/problem';
import { fingerprintKey } from './fingerprint-key';
import { visible } from '../../kernel/text';
import { emptyLedger, type Ledger } from '../../plan/ledger';
import { readBounded } from '../bounded-file';

/** Where ledgers are kept. Another store (a bucket, a database) implements these. */
export interface LedgerStore {
  read(target: string): Promise<Ledger>;
  write(ledger: Ledger): Promise<void>;
  /** The targets that have a ledger. */
  list(): Promise<readonly string[]>;
  /** Takes the lease of a target or throws; the returned function gives it back. */
  lock(target: string): Promise<() => Promise<void>>;
  /** Forgets the ledger of a target. Its journal and what its runs kept stay. */
  remove(target: string): Promise<void>;
  /** The key of the secret fingerprints, made on first use; throws where there is one that is not whole. */
  key(): Promise<Buffer>;
  /** Adds a line to the journal of a target: what was done when, for a person who looks later. */
  note(target: string, text: string): Promise<void>;
  /** What a run did to a target, so that it can be taken back: kept whole, and found again by the name of the run. */
  keep(target: string, run: string, record: Json): Promise<void>;
  recall(target: string, run: string): Promise<Json | undefined>;
  /** The runs that are kept of a target, the latest first. */
  runs(target: string): Promise<readonly string[]>;
}

const shape = z.object({
  format: z.literal(1),
  target: z.string(),
  entries: z.array(
    z.object({
      address: z.string(),
      kind: z.string(),
      name: z.string(),
      path: z.string(),
      refs: z.array(z.string()),
      state: z.enum(['intended', 'owned', 'leaving']),
      content: z.looseObject({}),
    }),
  ),
  secrets: z.record(z.string(), z.string()),
  key: z.string().optional(),
  device: z
    .object({
      at: z.string(),
      verified: z.boolean(),
      marks: z.array(
        z.object({
          what: z.string(),
          values: z.array(z.string()),
          weight: z.enum(['proof', 'part', 'key', 'certificate']),
        }),
      ),
    })
    .optional(),
  needs: z.array(z.string()).optional(),
  once: z.record(z.string(), z.enum(['begun', 'done'])).optional(),
});

/** A lease that is not renewed for this long belongs to a run that died. */
const leaseMs = 60_000;

const parse = (text: string, file: string, target: string): Ledger => {
  const corrupt = (why: string): never =>
    fail(
      'ledger.corrupt',
      file,
      `the ledger of ${target} cannot be read: ${why}. Nothing was changed`,
      'restore it from a backup or from version control; without it nothing on the device is known to be ours (--adopt takes over by name)',
    );
  let json: unknown;
  try {
    json = boundedJson(text);
  } catch {
    return corrupt('it is not JSON');
  }
  const result = shape.safeParse(json);
  if (!result.success) return corrupt('it has another shape');
  const { target: named } = result.data;
  if (named === target) return result.data;
  return fail(
    'ledger.other',
    file,
    `is the ledger of ${named}, not of ${target}. Nothing was changed`,
    `put the ledger of ${target} back from version control; if the target was renamed, write \`tunnelwright state mv\` or declare it: new Moved(…)`,
  );
};

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A file that is not there yet. A full disk has room for its name and none for its text: then it is taken away again. */
const create = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
};

/** Whole or not at all: a killed run leaves the old file or the new one. */
const replace = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/** Ledgers as files below a directory, one for each target, meant to be kept under version control. */
export const fileStore = (directory: string): LedgerStore => {
  const file = (target: string, suffix: string): string => join(directory, `${target.replaceAll('/', '.')}${suffix}`);

  const lock = async (target: string): Promise<() => Promise<void>> => {
    const path = file(target, '.lock');
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
    const given = Date.now() + limits.lockMs;
    const holder = `${hostname()} process ${process.pid} since ${new Date().toISOString()}\n`;
    for (;;) {
      try {
        await create(path, holder);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
          return lockFailed(target, path, `cannot be written: ${faultWords(error)}`);
        const seen = await readBounded(path, 4096);
        if ('missing' in seen && Date.now() < given) {
          await pause(20);
          continue;
        }
        if ('why' in seen) return lockFailed(target, path, seen.why);
        const words = seen.bytes.toString('utf8');
        const age = await stat(path).then(
          (s) => Date.now() - s.mtimeMs,
          () => 0,
        );
        if (age < leaseMs && !orphaned(words)) {
          return fail(
            'ledger.locked',
            target,
            `is being changed by ${words.trim() || 'another run'}`,
            `wait for it; if that run is dead, the lease ends ${Math.ceil((leaseMs - age) / 1000)} s from now (or remove ${path})`,
          );
        }
        if (Date.now() > given) return lockFailed(target, path, 'cannot be taken over');
        await takeAway(path, words);
        await pause(5);
      }
    }
    const ours = async (): Promise<boolean> => (await readFile(path, 'utf8').catch(() => '')) === holder;
    const renew = setInterval(() => {
      void ours().then((still) => (still ? utimes(path, new Date(), new Date()).catch(() => undefined) : undefined));
    }, leaseMs / 4);
    renew.unref();
    return async () => {
      clearInterval(renew);
      if (await ours()) await rm(path, { force: true });
    };
  };

  /** The name that a ledger gives itself: a stack may have a point in its name. Of one that cannot be read, by its file. */
  const nameIn = async (name: string): Promise<string> => {
    const guess = name.slice(0, -'.json'.length).replace('.', '/');
    const text = await readFile(join(directory, name), 'utf8').catch(() => '');
    const named = /"target": "([^"]+)"/.exec(text.slice(text.lastIndexOf('"target":')))?.[1] ?? guess;
    return file(named, '.json') === join(directory, name) ? named : guess;
  };

  return {
    read: async (target) => {
      const path = file(target, '.json');
      return (await exists(path)) ? parse(await readFile(path, 'utf8'), path, target) : emptyLedger(target);
    },
    list: async () => {
      const names = await readdir(directory).catch((): string[] => []);
      return Promise.all(names.filter((name) => name.endsWith('.json')).map(nameIn));
    },
    write: (ledger) => replace(file(ledger.target, '.json'), `${stableJson(ledger, 2)}\n`),
    lock,
    remove: (target) => rm(file(target, '.json'), { force: true }),
    key: () => fingerprintKey(join(directory, 'fingerprint.key')),
    keep: (target, run, record) => replace(file(target, `.${run}.run`), `${stableJson(record, 2)}\n`),
    recall: async (target, run) => {
      const path = file(target, `.${run}.run`);
      return (await exists(path)) ? (JSON.parse(await readFile(path, 'utf8')) as Json) : undefined;
    },
    runs: async (target) => {
      const names = await readdir(directory).catch((): string[] => []);
      const start = basename(file(target, '.'));
      const ours = names.filter((name) => name.startsWith(start) && name.endsWith('.run'));
      return ours
        .map((name) => name.slice(start.length, -'.run'.length))
        .filter((name) => !name.includes('.'))
        .sort()
        .reverse();
    },
    note: async (target, text) => {
      await mkdir(directory, { recursive: true });
      await writeFile(file(target, '.journal'), `${new Date().toISOString()} ${visible(text)}\n`, { flag: 'a' });
    },
  };
};

/** A lock that tells nothing may be of a run that is at work. */
const lockFailed = (target: string, path: string, why: string): never =>
  fail(
    'ledger.lock',
    target,
    `the lock file ${path} ${why}, so that no other run can be ruled out. Nothing was changed`,
    'check its owner and mode, and those of its directory; remove it when no other run is at work',
  );

/** Removes a lock that nobody holds any more, unless somebody else was quicker and the one there now is theirs. */
const takeAway = async (path: string, seen: string): Promise<void> => {
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== seen) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
};

/** Whether a lock is of a process on this machine that is no more. */
const orphaned = (holder: string): boolean => {
  const found = /^(\S+) process (\d+) /.exec(holder);
  if (!found || found[1] !== hostname()) return false;
  try {
    process.kill(Number(found[2]), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};
