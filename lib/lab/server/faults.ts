import type { Json } from '../../kernel/json';

/**
 * What goes wrong on a simulated HTTPS service. `match` is tried on `METHOD path`; `times` counts down.
 */
export interface HttpFaults {
  /** Answers this instead: a 429, a 500. The request takes no effect. */
  status?:
    | { match: RegExp; code: number; body?: object; headers?: Readonly<Record<string, string>>; times: number }
    | undefined;
  /** The connection breaks before the request takes effect, or after it (`after`). */
  drop?: { match: RegExp; times: number; after?: boolean } | undefined;
  /** The body ends half-way and the connection breaks. */
  truncate?: { match: RegExp; times: number } | undefined;
  /** No answer ever, and no effect. */
  hang?: RegExp | undefined;
}

const hits = (match: RegExp, lines: readonly string[]): boolean =>
  lines.some((line) => {
    match.lastIndex = 0;
    return match.test(line);
  });

const spend = (fault: { match: RegExp; times: number } | undefined, lines: readonly string[]): boolean => {
  if (!fault || fault.times <= 0 || !hits(fault.match, lines)) return false;
  fault.times -= 1;
  return true;
};

/** What happens to one request. `saying`: the body of an error that is asked for without one. */
export const judge = (faults: HttpFaults, lines: readonly string[], saying: (text: string) => Json) => ({
  hang: () => faults.hang !== undefined && hits(faults.hang, lines),
  dropBefore: () => faults.drop?.after !== true && spend(faults.drop, lines),
  dropAfter: () => faults.drop?.after === true && spend(faults.drop, lines),
  truncate: () => spend(faults.truncate, lines),
  status: () => {
    const fault = faults.status;
    if (!fault || !spend(fault, lines)) return undefined;
    const body = fault.body ?? saying(`lab: status ${fault.code} was asked for`);
    const { code, headers = {} } = fault;
    return { status: code, body: JSON.parse(JSON.stringify(body)) as Json, headers };
  },
});
