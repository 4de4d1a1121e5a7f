import type { DeviceIdentity } from '../contract/identity';
import type { Answers } from '../contract/answers';
import type { BypassCodes, Session } from '../contract/session';
import { secretBook, type Fingerprints } from './secrets/read';
import { connect, identityOf, type RunOptions, type TargetJob } from './target';

/** Asks a target for one thing, without its ledger and its secrets. */
const asked = async <T>(
  work: TargetJob,
  options: Pick<RunOptions, 'progress'>,
  ask: (session: Session<unknown, unknown>) => Promise<T>,
): Promise<T> => {
  const nothing: Fingerprints = { known: {}, declared: new Map(), sent: false };
  const values = new Map<string, string>();
  const session = await connect(work, options, { book: secretBook(values, Buffer.alloc(0), nothing), values });
  try {
    return await ask(session);
  } finally {
    await session.close();
  }
};

/** Asks a target which device it is, and nothing else. */
export const askIdentity = (work: TargetJob, options: RunOptions): Promise<DeviceIdentity> =>
  asked(work, options, (session) => identityOf(work, session));

/** Asks a target for its whole configuration, as text. Undefined: it has none. */
export const askConfiguration = (work: TargetJob, options: Pick<RunOptions, 'progress'>): Promise<string | undefined> =>
  asked(work, options, async (session) => session.configuration?.());

/** Asks a target for all that an import of it needs. Undefined: it has a configuration as text, or nothing of the kind. */
export const askAnswers = (work: TargetJob, options: Pick<RunOptions, 'progress'>): Promise<Answers | undefined> =>
  asked(work, options, async (session) => session.answers?.());

/** Lets a user of a target in without a second factor for once. Undefined: there is no such user. Nothing is remembered. */
export const askBypassCodes = (
  work: TargetJob,
  user: string,
  how: BypassCodes,
  options: Pick<RunOptions, 'progress'>,
): Promise<readonly string[] | undefined> => asked(work, options, async (session) => session.bypassCodes?.(user, how));
