import type { Observation, TunnelState, Undeployed } from '../../contract/observation';
import type { Outcome, Ports, Session, WentBack } from '../../contract/session';
import type { SecretBook } from '../../desired/item';
import type { Todo } from '../../desired/operation';
import type { Problem } from '../../kernel/problem';
import { secretMarker, secretsOf } from '../../model/secret';
import { maskedError, maskedProblem, maskOf, type Mask } from './mask';

type Unknown = Session<unknown, unknown>;

/** References to names of users, which are no secrets. */
const userNames = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'username' ? secretsOf(member).map(secretMarker) : userNames(member),
  );
};

const undeployed =
  (mask: Mask) =>
  (one: Undeployed): Undeployed => ({ ...one, what: mask(one.what) });

const tunnel =
  (mask: Mask) =>
  (one: TunnelState): TunnelState => ({ ...one, detail: mask(one.detail) });

const observed = (seen: Observation<unknown>, mask: Mask): Observation<unknown> => ({
  ...seen,
  unfinished: seen.unfinished.map(mask),
  warnings: seen.warnings.map(mask),
  ...(seen.onChange === undefined ? {} : { onChange: seen.onChange.map(mask) }),
  ...(seen.problems === undefined ? {} : { problems: seen.problems.map(maskedProblem(mask)) }),
  ...(seen.sessions === undefined ? {} : { sessions: seen.sessions.map(tunnel(mask)) }),
  ...(seen.undeployed === undefined ? {} : { undeployed: seen.undeployed.map(undeployed(mask)) }),
});

const wentBack = (back: WentBack, mask: Mask): WentBack => ({
  waiting: back.waiting.map(undeployed(mask)),
  without: (earlier) => lines(back.without(earlier), mask),
});

const ended = (outcome: Outcome, mask: Mask): Outcome => ({
  ...outcome,
  problems: outcome.problems.map(maskedProblem(mask)),
  notes: outcome.notes.map(mask),
  ...(outcome.back === undefined ? {} : { back: wentBack(outcome.back, mask) }),
});

const asked = (todo: Todo, mask: Mask): Todo => ({
  operations: todo.operations,
  waiting: todo.waiting.map(mask),
  problems: todo.problems.map(maskedProblem(mask)),
});

const lines = (said: readonly string[], mask: Mask): readonly string[] => said.map(mask);

type Answer<M extends keyof Unknown> = Awaited<ReturnType<NonNullable<Unknown[M]>>>;

/** What of an answer are words for a person. What is compared, sent or written to a file of the user stays. */
const words: { readonly [M in keyof Unknown]?: (answer: Answer<M>, mask: Mask) => Answer<M> } = {
  observe: observed,
  apply: ended,
  rollback: ended,
  disruption: lines,
  operations: asked,
  operate: (problems: readonly Problem[], mask) => problems.map(maskedProblem(mask)),
  tunnels: (all, mask) => all.map(tunnel(mask)),
  told: lines,
};

/** The session, each of its answers and all that it throws with their words masked. */
const maskedSession = (session: Unknown, mask: Mask): Unknown => {
  const rethrow = (error: unknown): never => {
    throw maskedError(error, mask);
  };
  return new Proxy(session, {
    get: (inner, key) => {
      const member: unknown = Reflect.get(inner, key, inner);
      if (typeof member !== 'function') return member;
      const treat = words[key as keyof Unknown] as ((answer: unknown, mask: Mask) => unknown) | undefined;
      return (...given: readonly unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, inner, given);
        return answer instanceof Promise
          ? answer.then((value: unknown) => (treat === undefined ? value : treat(value, mask)), rethrow)
          : answer;
      };
    },
  });
};

/** The secrets that a target is given. */
export interface KnownSecrets {
  readonly book: SecretBook;
  /** By marker; more may come. */
  readonly values: ReadonlyMap<string, string>;
}

interface Connectable {
  connect(target: { readonly id: string; readonly settings: never }, ports: Ports): Promise<Unknown>;
}

/**
 * The connection to a target, from which no word comes that holds a secret: neither one of `values` (by marker; more may
 * come), nor of the login. A device quotes what it refuses.
 */
export const connectMasked = async (
  platform: Connectable,
  target: { readonly id: string; readonly settings: unknown },
  ports: Ports,
  values: ReadonlyMap<string, string>,
): Promise<Unknown> => {
  const login = new Map<string, string>();
  const open = new Set(userNames(target.settings));
  const mask = maskOf(() => [...values, ...login]);
  const { armed } = ports;
  const own: Ports = {
    ...ports,
    value: async (ref) => {
      const value = await ports.value(ref);
      if (typeof ref !== 'string' && !open.has(secretMarker(ref))) login.set(secretMarker(ref), value);
      return value;
    },
    progress: (text) => ports.progress(mask(text)),
    ...(armed === undefined ? {} : { armed: (state) => armed(state && { ...state, words: mask(state.words) }) }),
  };
  try {
    return maskedSession(await platform.connect(target as never, own), mask);
  } catch (error) {
    throw maskedError(error, mask);
  }
};
