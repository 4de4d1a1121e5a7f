import type { Json, JsonObject } from '../../../kernel/json';

/** One request as the core sees it: the path without its prefix, `object/hosts/<id>`. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: Json | undefined;
  readonly user: string;
  /** It came as a form with a file. */
  readonly form?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Category = 'FRAMEWORK' | 'OTHER' | 'VALIDATION';

/** The error body of every refusal. */
export const errorBody = (category: Category, description: string, extra: JsonObject = {}): JsonObject => ({
  error: { category, messages: [{ description, ...extra }], severity: 'ERROR' },
});

const refusals = new WeakMap<Error, Answer>();

/** An error that carries the answer to give. */
export const refusal = (status: number, category: Category, description: string, extra?: JsonObject): Error => {
  const error = new Error(`${status} ${description}`);
  refusals.set(error, { status, body: errorBody(category, description, extra) });
  return error;
};
export const invalid = (description: string): Error => refusal(400, 'VALIDATION', description);
export const notFound = (what: string): Error =>
  refusal(404, 'FRAMEWORK', `The requested resource was not found: ${what}`);

export const answerOf = (error: unknown): Answer => {
  const known = error instanceof Error ? refusals.get(error) : undefined;
  if (known) return known;
  return {
    status: 500,
    body: errorBody('OTHER', `lab: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
};
