import { fail, problem, ProblemError, problemsOf } from '../../kernel/problem';
import type { Ports } from '../../contract/session';
import { secretMarker, type GeneratedSecret } from '../../model/secret';
import { platformOf } from '../../platforms';
import type { ManifestTarget } from '../manifest';
import { connectMasked } from './masked-session';
import { readSecret } from './read';

/** What a person reads in place of the value. */
export const madeWords = ({ field, address }: GeneratedSecret): string => `the ${field} of ${address}`;

interface Surroundings {
  readonly progress: (target: string, text: string) => void;
  /** Of the target with this path. */
  readonly host: (path: string) => Pick<Ports, 'files' | 'run' | 'exchange'>;
}

/** A reading of another target's secrets needs none of its own: only its login. */
const ports = (source: ManifestTarget, { progress, host }: Surroundings): Ports => ({
  secrets: { judge: (marker) => marker, reveal: (text) => text },
  value: async (ref) => (typeof ref === 'string' ? ref : readSecret(ref, source.path)),
  progress: (text) => progress(source.id, text),
  ...host(source.path),
});

const contentOf = (source: ManifestTarget, secret: GeneratedSecret): unknown =>
  source.desired.items.find((item) => item.address === secret.address)?.content ??
  fail(
    'secret.homeless',
    source.path,
    `declares no ${secret.address}, whose ${secret.field} another device takes`,
    'declare it, or take the secret from elsewhere',
  );

const readFrom = async (
  source: ManifestTarget,
  wanted: readonly GeneratedSecret[],
  around: Surroundings,
): Promise<readonly (readonly [string, string])[]> => {
  const platform = platformOf(source.platform);
  const session = await connectMasked(platform, source, ports(source, around), new Map());
  try {
    const read = session.made?.bind(session);
    if (read === undefined)
      return fail('secret.homeless', source.path, `${platform.title} makes no secrets that others can take`);
    const found: (readonly [string, string])[] = [];
    for (const secret of wanted) {
      const value = await read(contentOf(source, secret), secret.field);
      if (value !== undefined) found.push([secretMarker(secret), value]);
    }
    return found;
  } finally {
    await session.close();
  }
};

/**
 * The secrets that other targets made, by their markers, read over connections of their own. What is not there yet is
 * left out. They are kept in memory for as long as the target that takes them is worked on.
 */
export const readMade = async (
  secrets: readonly GeneratedSecret[],
  sources: readonly ManifestTarget[],
  taker: string,
  around: Surroundings,
): Promise<ReadonlyMap<string, string>> => {
  const makers = [...new Set(secrets.map((secret) => secret.target))];
  const read = makers.map(async (path) => {
    const source = sources.find((target) => target.path === path);
    const mine = secrets.filter((secret) => secret.target === path);
    if (source === undefined)
      return fail('secret.homeless', taker, `takes ${madeWords(mine[0]!)} from ${path}, which is in no manifest here`);
    try {
      return await readFrom(source, mine, around);
    } catch (error) {
      const why = problemsOf(error, source.id);
      throw new ProblemError([
        problem(
          'made.unreadable',
          taker,
          `${madeWords(mine[0]!)} cannot be read from ${source.id}: ${why.map((p) => p.message).join('; ')}`,
          why.find((p) => p.hint !== undefined)?.hint,
        ),
      ]);
    }
  });
  return new Map((await Promise.all(read)).flat());
};
