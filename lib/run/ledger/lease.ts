import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname } from 'node:path';
import { faultWords } from '../../kernel/fault';
import { limits } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import { readBounded } from '../bounded-file';
import { holderWords, leased, leaseLost, leaseMs, orphaned } from './holder';

/** A lock that tells nothing may be of a run that is at work. */
const lockFailed = (target: string, path: string, why: string): never =>
  fail(
    'ledger.lock',
    target,
    `the lock file ${path} ${why}, so that no other run can be ruled out. Nothing was changed`,
    'check its owner and mode, and those of its directory; remove it when no other run is at work',
  );

/** Removes a lock that is no longer held, unless another process was quicker and the one there now is its own. */
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

/** How long the lock has not been renewed, in milliseconds. */
const ageOf = async (path: string): Promise<number> =>
  stat(path).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  );

/** A lock is there: waits while it is being given back, takes it away where it is no longer held, else throws. */
const makeRoom = async (target: string, path: string, deadline: number): Promise<void> => {
  const seen = await readBounded(path, 4096);
  if ('missing' in seen && Date.now() < deadline) return pause(20);
  if ('why' in seen) return lockFailed(target, path, seen.why);
  const words = seen.bytes.toString('utf8');
  const age = await ageOf(path);
  if (age < leaseMs && !(await orphaned(words))) return leased(target, words, leaseMs - age);
  if (Date.now() > deadline) return lockFailed(target, path, 'cannot be taken over');
  await takeAway(path, words);
  await pause(5);
};

/** A lock file that is ours, and is renewed until it is given back. */
export class Lease {
  private readonly timer: NodeJS.Timeout;

  /** `holder`: what we wrote into it. */
  constructor(
    private readonly target: string,
    private readonly path: string,
    private readonly holder: string,
  ) {
    this.timer = setInterval(() => void this.renew(), leaseMs / 4);
    this.timer.unref();
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    if (await this.isOurs()) await rm(this.path, { force: true });
  }

  /** Throws where another run may have it by now: a process that was suspended renews nothing meanwhile. */
  async demand(): Promise<void> {
    if (await this.isOurs()) return;
    leaseLost(this.target, `${this.path} was taken over or removed`);
  }

  private async renew(): Promise<void> {
    if (await this.isOurs()) await utimes(this.path, new Date(), new Date()).catch(() => undefined);
  }

  private async isOurs(): Promise<boolean> {
    return (await readFile(this.path, 'utf8').catch(() => '')) === this.holder;
  }
}

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

/** Takes the lease of a target or throws. */
export const takeLease = async (target: string, path: string): Promise<Lease> => {
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  const deadline = Date.now() + limits.lockMs;
  const holder = `${await holderWords()}\n`;
  for (;;) {
    try {
      await create(path, holder);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        return lockFailed(target, path, `cannot be written: ${faultWords(error)}`);
      await makeRoom(target, path, deadline);
    }
  }
  return new Lease(target, path, holder);
};
